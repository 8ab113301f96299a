"""Plays a conversation from a script a nurse can read, and writes down what was said back.

@ telegram, en, name Ana     how the person writes (channel, device language, profile name)
@ 3 days                     time that passes
@ check-in 1m                the plan of follow-up asks; reminder 1m: it reminds; over 1m: the window has ended
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
from flows.effects import CheckInEnded, Effect, Invite, Reading, Say
from flows.engine import advance, start
from flows.events import (
    CheckInClosed,
    CheckInDue,
    Event,
    HoldLifted,
    MediaKind,
    MediaReceived,
    OptionChosen,
    TextReceived,
    UnreadableReceived,
)
from flows.packet import packet
from flows.protocol import load
from flows.session import CheckInTalk, Measured, Session
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
    activities: tuple[str, ...] = ()
    earlier: tuple[Measured, ...] = ()
    milestone: str = ""

    def run(self, script: str) -> str:
        """The script with every answer of the bot written anew."""
        written: list[str] = []
        for line in script.splitlines():
            if line.startswith(">"):
                written += [line, *self._patient(line[1:].strip())]
            elif line.startswith("@"):
                written += [line, *self._direct(line[1:].strip())]
            elif line and not line.startswith(("<", "=", "  ")):
                written.append(line)
        return "\n".join([*written, *self._ending()]).rstrip() + "\n"

    def _direct(self, words: str) -> list[str]:
        planned = re.fullmatch(r"(check-in|reminder|over) (\w+)", words)
        if planned:
            return self._follow_up(*planned.groups())
        waited = re.fullmatch(r"(\d+) (minutes|hours|days)", words)
        if waited:
            self.at += timedelta(**{waited[2]: int(waited[1])})
            return []
        if words.startswith("staff lifts the hold"):
            self._take(HoldLifted(self.at, None, "staff", resume=True))
            return []
        channel, language, *rest = (part.strip() for part in words.split(","))
        name = next((part.removeprefix("name ") for part in rest if part.startswith("name ")), "")
        country = next((part.removeprefix("country ") for part in rest if part.startswith("country ")), "")
        self.channel = channel
        self.session = start(language_hint=language, display_name=name, country=country)
        return []

    def _follow_up(self, what: str, milestone: str) -> list[str]:
        self.milestone = milestone
        if what == "over":
            return self._take(CheckInClosed(self.at, None, f"c-{milestone}"))
        talk = CheckInTalk(f"c-{milestone}", milestone, load().follow_up.milestone(milestone).kind, self.activities, self.earlier)
        return self._take(CheckInDue(self.at, None, talk, int(what == "reminder")))

    def _ended(self, ended: CheckInEnded) -> str:
        self.activities = ended.activities
        self.earlier += tuple(_figure(self.milestone, one, one.value) for one in ended.readings if one.value is not None)
        told = ", ".join(_told(reading) for reading in ended.readings)
        return f"= check in ended: {ended.end}{f', {told}' if told else ''}"

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
        if isinstance(effect, CheckInEnded):
            yield self._ended(effect)
            return
        if not isinstance(effect, Say | Invite):
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


def _figure(milestone: str, reading: Reading, value: float) -> Measured:
    """A score as the next check-in knows it, with the answers it was made of."""
    return Measured(milestone, reading.measure, value, tuple((item, given) for item, given in reading.items if given is not None))


def _told(reading: Reading) -> str:
    """A measure with its raw answers and its score."""
    items = " ".join("-" if answer is None else f"{answer:g}" for _, answer in reading.items)
    return f"{reading.measure} {items} = {'no score' if reading.value is None else f'{reading.value:g}'}"


def _spaced(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def play(script: str) -> str:
    """The whole script, played."""
    return Play().run(script)
