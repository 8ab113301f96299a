"""Plays a conversation from a script a nurse can read, and writes down what was said back.

@ telegram, en, name Ana     how the person writes (channel, device language, profile name)
@ 3 days                     time that passes
> hola                       what the patient types
> [Sí]                       a button the patient taps, by its label
> (photo)                    a file, sticker or voice note
< ...                        what the bot says, options as the channel shows them
= ...                        what follows for the staff
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import get_args

from flows.assessment import flags, priority
from flows.effects import Effect, Say
from flows.engine import advance, start
from flows.events import Event, HoldLifted, MediaKind, MediaReceived, OptionChosen, TextReceived, UnreadableReceived
from flows.packet import packet
from flows.session import Session
from flows.speech import render
from messages.limits import numbered
from messages.prompt import Message


@dataclass
class Play:
    """One conversation on stage: its clock, its channel, what was last shown."""

    channel: str = "telegram"
    at: datetime = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
    n: int = 0
    session: Session = field(default_factory=lambda: start(language_hint="es"))
    shown: Message | None = None
    question: tuple[str, int] = ("", 0)

    def run(self, script: str) -> str:
        """The script with every answer of the bot written anew."""
        written: list[str] = []
        for line in script.splitlines():
            if line.startswith(">"):
                written += [line, *self._patient(line[1:].strip())]
            elif line.startswith("@"):
                written.append(line)
                self._direct(line[1:].strip())
            elif line and not line.startswith(("<", "=", "  ")):
                written.append(line)
        return "\n".join([*written, *self._ending()]).rstrip() + "\n"

    def _direct(self, words: str) -> None:
        waited = re.fullmatch(r"(\d+) (minutes|hours|days)", words)
        if waited:
            self.at += timedelta(**{waited[2]: int(waited[1])})
            return
        if words.startswith("staff lifts the hold"):
            self._take(HoldLifted(self.at, None, "staff", resume=True))
            return
        channel, language, *rest = (part.strip() for part in words.split(","))
        name = next((part.removeprefix("name ") for part in rest if part.startswith("name ")), "")
        country = next((part.removeprefix("country ") for part in rest if part.startswith("country ")), "")
        self.channel = channel
        self.session = start(language_hint=language, display_name=name, country=country)

    def _patient(self, words: str) -> Iterator[str]:
        self.at += timedelta(minutes=1)
        self.n += 1
        yield from self._take(self._event(words))

    def _event(self, words: str) -> Event:
        if words.startswith("[") and self.shown is not None:
            shown = {choice.label: choice.id for choice in self.shown.options}
            if words[1:-1] not in shown:
                raise LookupError(f"{words} was tapped, but shown were {list(shown)} at {self.session.step}")
            return OptionChosen(self.at, self.n, shown[words[1:-1]], *self.question)
        if words.startswith("("):
            kind = words[1:-1]
            if kind in get_args(MediaKind):
                return MediaReceived(self.at, self.n, kind, f"file-{self.n}")  # type: ignore[arg-type] # checked on the line before
            return UnreadableReceived(self.at, self.n, kind)  # type: ignore[arg-type] # a wrong kind fails in the catalogue
        return TextReceived(self.at, self.n, words)

    def _take(self, event: Event) -> list[str]:
        outcome = advance(self.session, event)
        self.session = outcome.session
        return [line for effect in outcome.effects for line in self._shown(effect)]

    def _shown(self, effect: Effect) -> Iterator[str]:
        if not isinstance(effect, Say):
            detail = getattr(effect, "reason", getattr(effect, "kind", ""))
            yield f"= {_spaced(type(effect).__name__)}{f': {detail}' if detail else ''}"
            return
        message = render(effect.prompt, self.session)
        self.n += 1
        if message.options:
            self.shown, self.question = message, (self.session.step, self.session.visit)
        labels = [choice.label for choice in message.options]
        text = numbered(message.text, message.options) if self.channel == "whatsapp" else message.text
        first, *rest = text.splitlines()
        yield f"< {first}"
        yield from (f"  {line}".rstrip() for line in rest)
        if self.channel != "whatsapp" and labels:
            yield "  " + " ".join(f"[{label}]" for label in labels)

    def _ending(self) -> Iterator[str]:
        told = packet(self.session)
        yield f"= ends {self.session.status}, {priority(self.session)}"
        if told["indication"]:
            yield f"= condition: {', '.join(told['indication'])} ({told['evidence_tier']})"
        for flag in flags(self.session):
            quote = f', "{flag.quote}"' if flag.quote else ""
            yield f"= flag: {flag.id} ({flag.severity}, {flag.source}{quote})"
        expectation = told["expectation"]
        if expectation:
            yield f"= expectation: {expectation['message_key']}, {'understood' if expectation['understood'] else 'not understood'}"


def _spaced(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def play(script: str) -> str:
    """The whole script, played."""
    return Play().run(script)
