"""Patients on Telegram and WhatsApp who read what is on their screen and answer it, as one who was asked would.

Knows the catalogue (to recognise a question by its words and a choice by its label) and the fakes; must not know how the product works.
"""

import asyncio
import re
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import Final, Protocol

from flows.books import STEPS
from flows.speech import label
from messages.catalog import shipped
from tests.journeys.evidence import unfinished
from tests.journeys.walker import ENDS, HEALTHY, StuckError
from tests.journeys.world import World

BY_KEY: Final = {step.key: step for step in STEPS.values()}
FOLLOW_UPS: Final = {"choose-more": "[nothing_else]"}
"""What is asked about a question, and what everybody answers."""
_NUMBERED: Final = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
_VARIABLE: Final = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class Shown:
    """A message on the screen: its words, and what can be chosen as (label, what to type or tap)."""

    text: str
    choices: tuple[tuple[str, str], ...] = ()


class Phone(Protocol):
    """A channel as one person uses it. `write` and `choose` give the HTTP status the provider saw last."""

    world: World

    async def write(self, text: str) -> int:
        """Type words."""
        ...

    async def choose(self, label: str, sign: str) -> int:
        """Choose an option of the last message."""
        ...

    def screen(self) -> Sequence[Shown]:
        """What the bot has said, in order."""
        ...


@dataclass
class TelegramPhone:
    """Taps buttons."""

    world: World
    chat: int
    read: int = 0
    seen: list[Shown] = field(default_factory=list)

    async def write(self, text: str) -> int:
        """Type words."""
        return await self.world.telegram.push_text(self.chat, text)

    async def choose(self, label: str, sign: str) -> int:
        """Tap the button on the latest message that has it."""
        del sign
        return await self.world.telegram.push_tap(self.chat, label)

    def screen(self) -> Sequence[Shown]:
        """Every message as it was sent, copies too."""
        sent = self.world.telegram.sent
        for said in sent[self.read :]:
            if said.chat == self.chat:
                self.seen.append(Shown(said.text, tuple((one, one) for one in said.labels)))
        self.read = len(sent)
        return self.seen


@dataclass
class WhatsAppPhone:
    """Types the numbers that stand before the options."""

    world: World
    address: str
    name: str = ""
    read: int = 0
    seen: list[Shown] = field(default_factory=list)

    async def write(self, text: str) -> int:
        """Type words."""
        return await self.world.twilio.push_text(self.address, text, ProfileName=self.name)

    async def choose(self, label: str, sign: str) -> int:
        """Type the option's number."""
        del label
        return await self.write(sign)

    def screen(self) -> Sequence[Shown]:
        """Every message as it was sent, copies too."""
        sent = self.world.twilio.sent
        for message in sent[self.read :]:
            if message.to == self.address:
                self.seen.append(Shown(message.body, tuple((name, place) for place, name in _NUMBERED.findall(message.body))))
        self.read = len(sent)
        return self.seen


@dataclass
class Patient:
    """Answers by the question asked; `answers` hold `[option id]`, words, or several of them for one question, the last for good.

    `acks` are seconds until the provider had its 2xx, `waits` until the next question had left for the provider.
    """

    phone: Phone
    answers: Mapping[str, str | tuple[str, ...]] = field(default_factory=lambda: HEALTHY)
    patience: float = 30.0
    read: int = 0
    sent: list[str] = field(default_factory=list)
    acknowledged: int = 0
    copies: int = 0
    asked: dict[str, int] = field(default_factory=dict)
    wrote_at: float = 0.0
    acks: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    async def walk(self, first: str = "hola") -> "Patient":
        """From the first words to an end. Raises StuckError where nothing comes or one question comes again and again."""
        await self._write(first)
        return await self.to_the_end()

    async def to_the_end(self) -> "Patient":
        """The rest of a walk that has begun."""
        while not await self.answer_next():
            pass
        return self

    async def reach(self, key: str) -> Shown:
        """Walk until the question `key` stands open, unanswered."""
        await self._write("hola")
        while (found := await self.next_question())[0] != key:
            await self.answer(*found)
        return found[1]

    async def answer_next(self) -> bool:
        """Wait for the next question and answer it; True at an end."""
        key, shown = await self.next_question()
        self.waits.append(monotonic() - self.wrote_at)
        if key in ENDS:
            return True
        await self.answer(key, shown)
        return False

    async def answer(self, key: str, shown: Shown) -> None:
        """Answer one question. Raises StuckError when it comes again and again."""
        self.asked[key] = self.asked.get(key, 0) + 1
        if self.asked[key] > 4:
            raise StuckError(f"asked {key} again and again")
        wanted = self._wanted(key)
        if wanted.startswith("["):
            option = wanted[1:-1]
            name = shipped().text(label(BY_KEY[key], option) if key in BY_KEY else f"option-{option}", "es")
            await self._choose(name, shown)
        else:
            await self._write(wanted)

    def mark(self) -> int:
        """Where the screen ends now."""
        return len(self.phone.screen())

    async def heard(self, since: int) -> list[str]:
        """Everything the bot said after a mark, at least one message, once it has nothing more to say to anybody."""
        ends = monotonic() + self.patience
        url = self.phone.world.environment["DATABASE_URL"]
        while len(self.phone.screen()) == since or unfinished(url):
            if monotonic() > ends:
                raise StuckError(f"the bot says nothing after {self.sent[-1:]}")
            await asyncio.sleep(0.05)
        self.read = len(self.phone.screen())
        return [shown.text for shown in self.phone.screen()[since:]]

    async def next_question(self) -> tuple[str, Shown]:
        """The next message that is a question or an end. A message that repeats the one before is a copy, and is counted."""
        ends = monotonic() + self.patience
        while monotonic() < ends:
            screen = self.phone.screen()
            while self.read < len(screen):
                self.read += 1
                shown = screen[self.read - 1]
                if self.read > 1 and screen[self.read - 2] == shown:
                    self.copies += 1
                    continue
                key = question_of(shown.text)
                if key:
                    return key, shown
            await asyncio.sleep(0.02)
        last = self.phone.screen()[-1].text[:60] if self.phone.screen() else "nothing"
        raise StuckError(f"no question after {len(self.sent)} messages; last on the screen: {last!r}")

    def _wanted(self, key: str) -> str:
        wanted = self.answers.get(key) or FOLLOW_UPS.get(key) or ("[no]" if "no" in BY_KEY[key].asks.options else "no sé")
        if isinstance(wanted, str):
            return wanted
        return wanted[min(self.asked[key], len(wanted)) - 1]

    async def _write(self, text: str) -> None:
        await self._did(text, self.phone.write(text))

    async def _choose(self, name: str, shown: Shown) -> None:
        signs = dict(shown.choices)
        if name not in signs:
            raise StuckError(f"no choice {name!r} among {list(signs)}")
        await self._did(signs[name], self.phone.choose(name, signs[name]))

    async def _did(self, said: str, delivery: Awaitable[int]) -> None:
        self.sent.append(said)
        self.wrote_at = monotonic()
        self.acknowledged += await delivery // 100 == 2
        self.acks.append(monotonic() - self.wrote_at)


@cache
def _signs(language: str) -> tuple[tuple[str, str], ...]:
    """What each question and end is known by, longest first."""
    return tuple(sorted(((sign_of(key, language), key) for key in _keys(language)), key=lambda pair: (-len(pair[0]), pair[1])))


def _keys(language: str) -> list[str]:
    return [key for key in sorted({*BY_KEY, *FOLLOW_UPS, *ENDS}) if shipped().has(key, language)]


@cache
def sign_of(key: str, language: str = "es") -> str:
    """The longest fixed line of one text that no other question or end has; the longest of all where each is shared."""
    parts = [part.strip() for line in shipped().source(key, language).splitlines() for part in _VARIABLE.split(line)]
    others = [shipped().source(other, language) for other in _keys(language) if other != key]
    own = [part for part in parts if part and not any(part in other for other in others)]
    return max(own or parts, key=len)


@cache
def question_of(text: str, language: str = "es") -> str:
    """The key of the question or end these words are, empty for anything else."""
    return next((key for sign, key in _signs(language) if sign in text), "")
