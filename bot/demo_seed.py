"""Plays the demo's stories into an empty database, through the doors that patients and staff use: turn, access, sender with guard.

Knows the order of what happened and whose hand did it; must not know what the conversation asks next or what a step may lead to.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from bot import papers
from bot.api_actions import Step, claim, request_review
from bot.api_decisions import ConsentBody, DecisionBody, PaperBody, PaperLike, PaperStep, TreatedBody
from bot.case_steps import Unsayable
from bot.channels import simulator
from bot.channels.base import Token
from bot.check_ins import handle
from bot.console.access import Access
from bot.deciding import decide
from bot.demo_stories import Deed, Story, StoryEvent, in_order
from bot.letters import letters_of
from bot.sender import Sender
from bot.settings import Settings
from bot.turn import Delivery, Turn
from bot.wiring import Parts, SharedSimulator, assemble
from bot.writer import Writer
from flows.books import STEPS
from flows.handoff import STATUSES
from flows.session import Session
from flows.speech import NOTHING_ELSE, label, option_ids
from messages.catalog import shipped
from storage.cases import Case
from storage.database import Database
from storage.people import Contact
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

PACE: Final = timedelta(seconds=25)
"""Between two messages of a patient."""

MOST_TURNS: Final = 100
MILDEST: Final = ("none", "no", "skip", "relief", "unknown", "not_applicable")
USUAL: Final[Mapping[str, str]] = {
    "consent.health_data": "[yes]",
    "consent.messaging": "[yes]",
    "subject.who": "[self]",
    "inquiry.condition": "[yes]",
    "inquiry.side": "[right]",
    "contact.reach": "[here]",
    "review.summary": "[confirm]",
}
"""What everybody in the stories answers unless told otherwise."""

BY_EMAIL: Final = {"coordinator": "coordinator@demo.example", "physician": "physician@demo.example"}
_ACTS: Final[Mapping[Deed, Step]] = {"claim": claim, "request_review": request_review}
_PAPERS: Final[Mapping[Deed | None, tuple[type[PaperLike], PaperStep]]] = {
    "quote": (PaperBody, papers.quote),
    "protocol_summary": (PaperBody, papers.protocol_summary),
    "consent": (ConsentBody, papers.consent),
    "treated": (TreatedBody, papers.treated),
}


class StoryStuck(Exception):
    """A story does not go on as it is told. Names the story and the question or the step, never words."""


def untouched(database: Database) -> bool:
    """Whether nobody has ever written to this database."""
    with database.read() as uow:
        return not uow.cases.queue(statuses=STATUSES, limit=1).items


def seed(settings: Settings, database: Database, now: datetime) -> None:
    """Play every story as it went until `now`, business time, all in one transaction: the whole week is there, or nothing of it.

    The demo's staff must exist. Raises `StoryStuck`.
    """
    with database.write() as uow:
        asyncio.run(_Stage(settings, database, now, uow).play())
        uow.commit()


class _Hands:
    """The stage's own clock."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class _InOneGo(Writer):
    """Work done where it is asked for, in the stage's one transaction. Nothing is parked: a fault ends the play."""

    def __init__(self, parts: Parts, uow: UnitOfWork) -> None:
        super().__init__(parts.database.write, parts.turn, parts.wake)
        self._uow = uow

    def call(self, run: Callable[[UnitOfWork], T]) -> "Future[T]":
        """Run at once; its exception goes to the future."""
        done: Future[T] = Future()
        try:
            done.set_result(run(self._uow))
        except Exception as fault:  # noqa: BLE001 - as the writer does it: whoever waits is told
            done.set_exception(fault)
        return done


class _Stage:
    """Plays events one after another, each at its own time. Texts leave around a check-in, and at the end."""

    def __init__(self, settings: Settings, database: Database, now: datetime, uow: UnitOfWork) -> None:
        self._clock, self._until = _Hands(now), now
        self._parts = assemble(settings.model_copy(update={"burst_wait_seconds": 0}), database=database, clock=self._clock)
        self._parts.writer = _InOneGo(self._parts, uow)
        self._turn = self._parts.turn

    async def play(self) -> None:
        zone = ZoneInfo(self._parts.settings.clinic_timezone)
        self._parts.channels["simulator"] = SharedSimulator(self._parts.uploads)
        sender = Sender(self._parts)
        for at, story, event in in_order(self._until.astimezone(zone).date(), zone):
            self._clock.now = at.astimezone(UTC)
            if event.check_in is not None:
                await _send_all(sender)
                await self._parts.write(partial(self._is_asked, story))
                await _send_all(sender)
            await self._parts.write(partial(self._happens, story, event))
        await _send_all(sender)

    def _is_asked(self, story: Story, uow: UnitOfWork) -> None:
        """The check-in that is due, as the worker asks it."""
        handle(self._turn, _conversation_id(uow, story), uow)

    def _happens(self, story: Story, event: StoryEvent, uow: UnitOfWork) -> None:
        if event.writes:
            _Patient(self._turn, self._clock, uow, story).writes(event)
        elif event.check_in is not None:
            _Patient(self._turn, self._clock, uow, story).follows_up(event.check_in)
        else:
            self._does(story, event, uow)

    def _does(self, story: Story, event: StoryEvent, uow: UnitOfWork) -> None:
        """One step of staff, over the same function as the console and the API."""
        staff = uow.staff.by_email(BY_EMAIL[event.by])
        if staff is None:
            raise StoryStuck(f"{story.patient}: no {event.by} on the staff")
        access, case_id = Access(uow, staff, self._clock.now, self._parts.rules), _case_id(uow, story)
        body = {**event.body, **({"date": self._clock.now.date()} if event.does in _PAPERS else {})}
        if event.does == "decision":
            signed = decide(access, self._turn, letters_of(self._parts), case_id, DecisionBody.model_validate(body).draft(), None)
            if isinstance(signed, Unsayable):
                raise StoryStuck(f"{story.patient}: the guard stops the letter by {signed.findings[0].rule}")
        elif event.does in _PAPERS:
            model, record = _PAPERS[event.does]
            record(access, self._turn, case_id, model.model_validate(body).given(), None)
        elif event.does is not None:
            _ACTS[event.does](access, self._turn, case_id, None)


async def _send_all(sender: Sender) -> None:
    while await sender.round():
        await sender.settle()


class _Patient:
    """The person of a story in one transaction: answers whatever is asked, a little later each time."""

    def __init__(self, turn: Turn, clock: _Hands, uow: UnitOfWork, story: Story) -> None:
        self._turn, self._clock, self._uow, self._story = turn, clock, uow, story

    def writes(self, event: StoryEvent) -> None:
        """The intake, from the first words to its end, or to the question it is left at."""
        self._send({"text": event.writes})
        said = dict(event.says)
        for _ in range(MOST_TURNS):
            session = self._session()
            if not session.step or session.status != "open" or session.step == event.until:
                return
            if session.step in said:
                self._send({"text": said.pop(session.step)})
            else:
                self._send(self._reply(session, self._story.answers))
        raise StoryStuck(f"{self._story.patient}: no end, at {self._session().step}")

    def follows_up(self, answers: Mapping[str, str]) -> None:
        """The check-in that was asked, answered to its end."""
        self._send({"text": "ok"})
        for _ in range(MOST_TURNS):
            session = self._session()
            if not session.step or session.flow != "check_in":
                return
            self._send(self._reply(session, {**self._story.answers, **answers}))
        raise StoryStuck(f"{self._story.patient}: no end, at {self._session().step}")

    def _reply(self, session: Session, answers: Mapping[str, str]) -> dict[str, str]:
        """The body of the simulator's API for an answer: a tap where the story names an option, else words."""
        options = option_ids(STEPS[session.step], session)
        told = {**USUAL, "language.choose": f"[{self._story.language}]", **answers}.get(session.step)
        if session.chosen:
            told = f"[{NOTHING_ELSE}]"
        if told is None:
            told = next((f"[{option}]" for option in MILDEST if option in options), "")
        if not told.startswith("["):
            if not told:
                raise StoryStuck(f"{self._story.patient}: no answer to {session.step}")
            return {"text": told}
        option = told.strip("[]")
        if option not in options:
            raise StoryStuck(f"{self._story.patient}: {session.step} offers no {option}")
        words = shipped().text(label(STEPS[session.step], option), session.language)
        return {"option": str(Token(session.step, session.visit, option)), "text": words}

    def _send(self, body: Mapping[str, str]) -> None:
        self._clock.now += PACE
        external_id = f"demo-{self._story.patient}-{self._clock.now:%Y%m%d%H%M%S}"
        self._turn.take(self._uow, [Delivery(simulator.parse(body, self._story.patient, external_id))])

    def _session(self) -> Session:
        number = _conversation_id(self._uow, self._story)
        return self._uow.conversations.peek([number])[number].session


def _case(uow: UnitOfWork, story: Story) -> Case:
    contact = Contact("simulator", simulator.ACCOUNT, "simulator", story.patient)
    address = uow.people.find([contact]).get(contact)
    found = uow.cases.by_patient(address.patient_ref) if address else []
    if not found:
        raise StoryStuck(f"{story.patient}: has not written yet")
    return found[0]


def _conversation_id(uow: UnitOfWork, story: Story) -> int:
    return _case(uow, story).conversation_id


def _case_id(uow: UnitOfWork, story: Story) -> str:
    return _case(uow, story).case_id
