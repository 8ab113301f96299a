"""Which step of a case's life starts, ends, pauses or resumes which clock. Called once for every step (`Desk.note`) and message.

Knows steps and targets; how a clock is kept is `storage/clocks.py`, what counts as time `flows/opening_hours.py`. A note between colleagues
is no step, so it touches no clock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from flows.handoff import STANDING
from flows.opening_hours import ALWAYS, OpeningHours
from storage.cases import Case
from storage.clocks import EVERY
from storage.unit_of_work import UnitOfWork

BEGINS: Final = frozenset({"handed_off", "surfaced", "held"})
"""Steps that put a case before staff."""
ANSWERS: Final = frozenset({"message_written"})
"""Steps by which a person answers the patient."""
DECIDED: Final = frozenset({"accepted", "declined", "deferred"})
"""Statuses a physician's decision leads to: the wait for it is over."""
SIGNS: Final = frozenset({"decided", "amended"})
"""Steps that are a decision, also where it leaves the status as it was; handing a decided case on is none."""
OVER: Final = frozenset({"intake", "withdrawn_by_patient", "closed"})
"""Statuses in which nobody owes the patient an answer: back in the conversation with the bot, or ended."""
ASKED: Final = "needs_information"
"""The status in which the case waits for the patient by itself."""
REVIEWED: Final = "physician_review"
"""Where the patient's answers lead."""
LIFTED: Final = "hold_lifted"
"""The step by which a person ends an emergency hold, with the reason."""
LISTENS: Final = timedelta(days=3)
"""How long after it a patient's words are taken for the answer to "how are you", which a person reads."""
LATER: Final = "deferred"
"""The status in which the case waits for its day, where a physician named one."""


@dataclass(frozen=True, slots=True)
class Targets:
    """How soon, at most, counted in `hours`. The clinic's to change; no source binds them. `first` by the priority of the case."""

    urgent_first: timedelta = timedelta(hours=4)
    routine_first: timedelta = timedelta(hours=24)
    next: timedelta = timedelta(hours=24)
    resolution: timedelta = timedelta(days=5)
    hours: OpeningHours = ALWAYS

    def first(self, priority: str) -> timedelta:
        """How soon a person answers for the first time; an emergency is due at once."""
        return {"emergency": timedelta(0), "urgent": self.urgent_first}.get(priority, self.routine_first)

    def counted(self, priority: str) -> OpeningHours:
        """In which hours the clocks of a case run: a routine one's while the clinic is open, any other's always. Danger keeps no hours."""
        return self.hours if priority == "routine" else ALWAYS

    def first_due(self, priority: str, at: datetime) -> datetime:
        """By when a person answers a case that begins to wait at `at`."""
        return self.counted(priority).later(at, self.first(priority))


DEFAULT: Final = Targets()


def step_taken(uow: UnitOfWork, case: Case, action: str, *, actor: str, was: str, now: str, at: datetime, targets: Targets) -> None:
    """What a step does to the clocks of its case; most steps do nothing."""
    clocks = uow.clocks
    if action in BEGINS:
        stands = uow.cases.get(case.case_id) or case
        clocks.start(case.id, "first_response", at, targets.first_due(stands.priority, at))
        # who was accepted waits for no decision any more, whatever happens afterwards
        if was not in STANDING:
            clocks.start(case.id, "resolution", at, targets.counted(stands.priority).later(at, targets.resolution))
    if action == LIFTED and now in STANDING:
        # who lifts it has looked after the patient and says how; were that no answer, the clock would run for ever after a call
        clocks.end(case.id, ["first_response", "next_response"], at)
    if action in ANSWERS:
        clocks.end(case.id, ["first_response", "next_response"], at)
    if ASKED in {was, now} and was != now:
        _asked(uow, case, actor=actor, was=was, now=now, at=at, targets=targets)
    if now in DECIDED and (was != now or action in SIGNS):
        resume(uow, case, at, actor, targets)
        clocks.end(case.id, EVERY, at)
    elif now in OVER and was != now and action != "opened":
        resume(uow, case, at, actor, targets)
        clocks.end(case.id, EVERY, at, "cancelled")


def _asked(uow: UnitOfWork, case: Case, *, actor: str, was: str, now: str, at: datetime, targets: Targets) -> None:
    """The case begins to wait for the patient's answers, or ends to. Where a decision had ended every clock, the review has a new one."""
    if now == ASKED:
        if was == LATER:
            uow.clocks.end(case.id, ["resolution"], at)
        uow.clocks.pause(case.id, at, actor, ASKED)
        return
    resume(uow, case, at, actor, targets)
    if now == REVIEWED and not uow.clocks.running(case.id):
        stands = uow.cases.get(case.case_id) or case
        uow.clocks.start(case.id, "resolution", at, targets.counted(stands.priority).later(at, targets.resolution))


def wait(uow: UnitOfWork, case: Case, at: datetime, by: str, reason: str) -> bool:
    """The case waits for the patient by hand. False when it waits already, or was put off: its day comes, answered or not."""
    return case.status != LATER and uow.clocks.pause(case.id, at, by, reason)


def resume(uow: UnitOfWork, case: Case, at: datetime, by: str, targets: Targets) -> bool:
    """Let the clocks of a case run again, with the time they had left. False when they run."""
    stands = (uow.cases.get(case.case_id) or case) if targets.hours.limited else case
    return uow.clocks.resume(case.id, at, by, targets.counted(stands.priority))


def risen(uow: UnitOfWork, before: Case, at: datetime, targets: Targets) -> None:
    """The priority of a case may have risen since `before`: a person answers as soon as one that arrives now would be answered.

    A routine one's clocks wait for no opening from then on.
    """
    stands = uow.cases.get(before.case_id) or before
    if stands.priority == before.priority:
        return
    if before.priority == "routine" and targets.hours.limited and before.status != LATER:
        uow.clocks.hasten(before.id, at, targets.hours)
    uow.clocks.bring_forward(before.id, ("first_response", "next_response"), at, targets.first(stands.priority))


def patient_wrote(uow: UnitOfWork, case: Case | None, at: datetime, targets: Targets) -> None:
    """The patient wrote while the case is with staff: what waited for it runs again, and an answer is due next.

    While the bot asks (`intake`, `needs_information`) the message is the bot's to answer, and the first response still covers it.
    """
    if case is None or case.closed_at is not None or case.status in {"intake", ASKED}:
        return
    resume(uow, case, at, "patient", targets)
    running = uow.clocks.running(case.id)
    if ("first_response" not in running) if running else _answers_a_lift(uow, case, at):
        uow.clocks.start(case.id, "next_response", at, targets.counted(case.priority).later(at, targets.next))


def _answers_a_lift(uow: UnitOfWork, case: Case, at: datetime) -> bool:
    """Whether a decided case had an emergency hold lifted lately, and nobody has written to the patient since: then this is read."""
    if case.status not in STANDING:
        return False
    lately = [entry for entry in uow.timeline.of(case.id) if entry.action in {LIFTED, *ANSWERS}][-1:]
    return any(entry.action == LIFTED and at < entry.at + LISTENS for entry in lately)
