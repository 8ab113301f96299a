"""Somebody who writes to the bot: says, taps, waits, and answers whatever is asked until the question a test is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final, TypeAlias

from flows.assessment import flags
from flows.books import FLOWS, STEPS
from flows.effects import Effect, Say
from flows.engine import advance, start
from flows.events import Event, OptionChosen, TextReceived
from flows.evidence import answered
from flows.position import enter
from flows.session import Answer, CheckInTalk, Flag, Measured, Outcome, Session
from flows.speech import NOTHING_ELSE, option_ids, render
from messages.prompt import Message

AT: Final = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
Reply: TypeAlias = "str | tuple[str, ...]"
"""An option to tap, words to type, or several options to name by their numbers."""

HEALTHY: Final[Mapping[str, Reply]] = {
    "consent.health_data": "yes",
    "consent.messaging": "yes",
    "subject.who": "self",
    "subject.relation": "parent",
    "subject.age": "61 años",
    "subject.guardian": "Rosa López, su mamá",
    "subject.knows": "yes",
    "inquiry.complaint": "Tengo artrosis de rodilla",
    "inquiry.condition": "yes",
    "inquiry.diagnosis": "un nombre que no recuerdo bien",
    "inquiry.duration": "2 años",
    "inquiry.side": "right",
    "inquiry.tried": "Terapia física",
    "inquiry.hopes": "Caminar sin dolor",
    "screening.capacity": "yes",
    "host.weight": "82 kg",
    "host.height": "1.70 m",
    "contact.name": "Ana Ruiz",
    "contact.reach": "here",
    "contact.phone": "+52 55 1234 5678",
    "review.summary": "confirm",
}
"""What a healthy adult with a knee complaint answers; every other question gets its mildest option."""
MILDEST: Final = ("none", "no", "skip", "relief", "unknown")


@dataclass
class Patient:
    """One conversation as the patient lives it. `effects` are what followed the last event, `asked` every step opened so far."""

    session: Session = field(default_factory=lambda: start(language_hint="es", display_name="Ana"))
    at: datetime = AT
    n: int = 0
    effects: tuple[Effect, ...] = ()
    asked: list[str] = field(default_factory=list)
    passed: list[Session] = field(default_factory=list)

    def meets(self, event: Event) -> "Patient":
        """Anything happens."""
        outcome: Outcome = advance(self.session, event)
        if (outcome.session.step, outcome.session.visit) != (self.session.step, self.session.visit):
            self.asked.append(outcome.session.step)
        self.session, self.effects = outcome.session, outcome.effects
        self.passed.append(self.session)
        return self

    def says(self, text: str) -> "Patient":
        """Types a message, a minute later."""
        self._next()
        return self.meets(TextReceived(self.at, self.n, text))

    def taps(self, option: str) -> "Patient":
        """Taps an option under the open question, a minute later."""
        self._next()
        return self.meets(OptionChosen(self.at, self.n, option, self.session.step, self.session.visit))

    def taps_old(self, option: str, step: str | None = None, visit: int | None = None) -> "Patient":
        """Taps a button that hung under any question."""
        self._next()
        return self.meets(OptionChosen(self.at, self.n, option, step, visit))

    def waits(self, **time: float) -> "Patient":
        """Is silent for a while."""
        self.at += timedelta(**time)
        return self

    def replies(self, reply: Reply) -> "Patient":
        """Answers the open question: by a tap where the words are an option, by numbers where they are several, else in words."""
        self._next()
        return self.meets(self.answer(reply))

    def answer(self, reply: Reply) -> Event:
        """The event of answering the open question."""
        ids = option_ids(STEPS[self.session.step], self.session)
        if isinstance(reply, tuple):
            return TextReceived(self.at, self.n, ", ".join(str(ids.index(option) + 1) for option in reply))
        if reply in ids:
            return OptionChosen(self.at, self.n, reply, self.session.step, self.session.visit)
        return TextReceived(self.at, self.n, reply)

    def usual(self, replies: Mapping[str, Reply]) -> Reply:
        """What is answered to the open question: as told, else as a healthy adult would, else its mildest option."""
        if self.session.chosen:
            return NOTHING_ELSE
        return {**HEALTHY, **replies}.get(self.session.step) or self._mildest()

    def reaches(self, step: str, replies: Mapping[str, Reply] | None = None) -> "Patient":
        """Answers everything until this step is open; an empty name means until nothing is open. Fails where the path never comes by."""
        if not self.session.step and self.session.status == "open":
            self.says("hola")
        for _ in STEPS:
            if self.session.step == step or not self.session.step or self.session.status != "open":
                break
            self.replies(self.usual(replies or {}))
        assert self.session.step == step, f"{step or 'the end'} was never reached: {self.session.status} {self.session.step}"
        return self

    def finishes(self, replies: Mapping[str, Reply] | None = None) -> "Patient":
        """Answers everything to the end."""
        return self.reaches("", replies)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the texts last said."""
        return tuple(effect.prompt.key for effect in self.effects if isinstance(effect, Say))

    @property
    def heard(self) -> tuple[Message, ...]:
        """The texts last said, as the patient reads them."""
        return tuple(render(effect.prompt, self.session) for effect in self.effects if isinstance(effect, Say))

    @property
    def text(self) -> str:
        """The last text said."""
        return self.heard[-1].text

    @property
    def kinds(self) -> tuple[str, ...]:
        """What followed the last event, by the names of the effects."""
        return tuple(type(effect).__name__ for effect in self.effects)

    @property
    def flags(self) -> dict[str, Flag]:
        """All flags by id."""
        return {flag.id: flag for flag in flags(self.session)}

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers that stand, by step."""
        return dict(answered(self.session))

    def _next(self) -> None:
        self.at += timedelta(minutes=1)
        self.n += 1

    def _mildest(self) -> str:
        ids = option_ids(STEPS[self.session.step], self.session)
        if self.session.step == "language.choose":
            return self.session.language
        return next((option for option in MILDEST if option in ids), ids[0] if ids else "3")


def patient(**hints: str) -> Patient:
    """Somebody who has not written yet; hints as `flows.engine.start` takes them."""
    return Patient(start(**{"language_hint": "es", "display_name": "Ana", **hints}))


def at(step: str, replies: Mapping[str, Reply] | None = None, **hints: str) -> Patient:
    """Somebody who has answered everything up to this question."""
    return patient(**hints).reaches(step, replies)


@cache
def everywhere(language: str = "es") -> Mapping[str, Session]:
    """A session with each question of each conversation open, all answers of a finished intake behind it."""
    done = patient(language_hint=language).finishes({"language.choose": language}).session
    opened = replace(done, status="open")
    talk = CheckInTalk("c1", "1m", "full", ("subir escaleras", "dormir", "caminar"), (Measured("baseline", "nrs_pain", 6.0),))
    treated = replace(opened, flow="check_in", check_in=talk)
    asked = {"intake": opened, "check_in": treated}
    return {step.id: enter(asked[flow.name], step.id) for flow in FLOWS.values() for step in flow.steps}
