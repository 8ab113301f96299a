"""No order of calls, also concurrent, and no row edited by hand breaks the order of events: on both engines, against a real database."""

import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from bot import api_actions, deciding, papers
from bot.case_steps import Conflict, Unfit
from bot.console.access import Access, Forbidden
from bot.letters import Letters
from bot.rules import Rules, shipped_rules
from bot.turn import Turn
from bot.wiring import new_id
from flows import handoff
from flows.decision import QUESTIONS, Candidacy, Draft, Protocol
from flows.effects import OpenHandoff
from flows.events import OptionChosen, TextReceived
from flows.session import Outcome, Session
from storage.cases import Case
from storage.database import Database
from storage.models import cases
from storage.people import Contact
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork
from tests.flows.patient import Patient
from tests.storage.paper_scene import PAPERS

BEGAN = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)
ROLES = {"anna": "coordinator", "bert": "coordinator", "dr_cruz": "physician", "dr_diaz": "physician", "eva": "auditor", "otto": "admin"}
YES, NO = Candidacy(yes=True, reason="Consta."), Candidacy(yes=False, reason="No consta.")
REASONS = ["timing", "duplicate", "unreachable"]
DANGER = "me duele mucho el pecho ahora mismo y no puedo respirar"
Step = Callable[[Access], Any]
STARTS = (0, 1, 2, 3, 4, 5, "declined", "deferred", "needs_information")
"""Steps from `new` towards `treated`, or another decision."""
LATE = 8
"""Steps of a walk before anybody may end the case, so that walks come far."""

who = st.sampled_from(sorted(ROLES))
languages = st.sampled_from(["es", "en"])
outcomes = st.sampled_from(["accepted", *handoff.OUTCOMES])


def draft(outcome: Any, *, asks: bool = False) -> Draft:
    """A decision that contradicts nothing; with questions where more information is needed and wanted."""
    if outcome == "needs_information" and asks:
        return Draft(outcome, {}, (), "", questions=("host.weight",))
    if outcome != "accepted":  # the letter asks, whatever the outcome
        return Draft(outcome, dict.fromkeys(QUESTIONS, NO), ("not_fit",), "¿Puede enviarnos su resonancia?")
    return Draft(outcome, dict.fromkeys(QUESTIONS, YES), (), "Carta.", ("RM",), "", (), Protocol("x", "other", 1), ("Alivio",), ("KOOS",))


@dataclass
class Clinic:
    """One database, its staff, and the product's own actions over it, without HTTP."""

    database: Database
    rules: Rules = field(default_factory=lambda: shipped_rules("Regeneris"))
    finished: Session = field(default_factory=lambda: Patient().reaches("").session)
    now: datetime = BEGAN
    staff: dict[str, StaffMember] = field(default_factory=dict)
    patients: int = 0
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.turn = Turn(self.rules, lambda: self.now, new_id, timedelta(0))
        self.letters = Letters("https://clinic.example")
        with self.database.write() as uow:
            for name, role in ROLES.items():
                licence = f"L-{name}" if role == "physician" else ""
                mail = f"{name}@clinic.example"
                self.staff[name] = uow.staff.add(role=role, name=name, email=mail, password_hash="x", at=BEGAN, licence=licence)
            uow.commit()

    def today(self) -> date:
        """The day on the clinic's wall."""
        return self.now.astimezone(ZoneInfo(self.turn.clinic_zone)).date()

    def new_case(self) -> str:
        """A case in `new`: the intake of a healthy adult is complete."""
        self.patients += 1
        with self.database.write() as uow:
            contact = Contact("simulator", "demo", "simulator_name", f"p{self.patients}")
            address = uow.people.find_or_create([contact], self.now)[contact]
            talk = uow.conversations.create(address.id, address.subject_id, self.finished, self.now)
            desk = self.turn.desk(uow)
            held = desk.hold_conversations([talk.id])[0]
            case = self.turn.apply.open_case(desk, held)
            self.turn.apply.carry_out(desk, held, Outcome(self.finished, (OpenHandoff("intake_complete"),)))
            desk.finish()
            uow.commit()
        return case.case_id

    def act(self, name: str, step: Step) -> bool:
        """One step of a person in a transaction of its own; False when it was refused by name."""
        with self.database.write() as uow:
            try:
                step(Access(uow, self.staff[name], self.now, self.rules))
            except (Conflict, Forbidden, Unfit):
                return False
            uow.commit()
        return True

    def hears(self, case_id: str, *said: str) -> None:
        """The patient writes, or goes on by the button."""
        for text in said:
            with self.database.write() as uow:
                case = uow.cases.get(case_id)
                assert case is not None
                desk = self.turn.desk(uow)
                talk = desk.hold_conversations([case.conversation_id])[0]
                event = OptionChosen(self.now, 1, text) if text == "continue" else TextReceived(self.now, 1, text)
                self.turn.advance(desk, talk, event)
                desk.finish()
                uow.commit()

    def slips(self, case_id: str, turn: int) -> list[str]:
        """Tries every fourth status by hand, each taken back at once: those that got through without their documents."""
        found: list[str] = []
        with self.database.write() as uow:
            for status in handoff.STATUSES[turn % 4 :: 4] if case_id else ():
                closed = BEGAN if status in handoff.ENDS else None
                edit = sa.update(cases).where(cases.c.case_id == case_id).values(status=status, closed_at=closed)
                savepoint = uow.work.connection.begin_nested()
                try:
                    uow.work.connection.execute(edit)
                except sa.exc.IntegrityError:
                    savepoint.rollback()
                    continue
                case = uow.cases.get(case_id)
                found += _decided_wrongly(uow, case) if case else ()
                savepoint.rollback()
        return found

    def broken(self, case_id: str) -> list[str]:
        """Every broken promise of a case, read from its rows."""
        with self.database.read() as uow:
            case = uow.cases.get(case_id)
            assert case is not None
            self.seen.add(case.status)
            return [*_papers_out_of_order(uow, case), *_decided_wrongly(uow, case), *_moved_wrongly(uow, case)]


def _papers_out_of_order(uow: UnitOfWork, case: Case) -> Iterator[str]:
    signed, given = uow.decisions.of(case.id), uow.decisions.papers(case.id)
    for place, paper in enumerate(given):
        decision = next(one for one in signed if one.id == paper.decision_pk)
        if (
            decision.outcome != "accepted"
            or decision.signature.at > paper.at
            or paper.dated < (decision.signature.at - timedelta(1)).date()
        ):
            yield f"{paper.kind} without an acceptance before it"
        began = max((one.id for one in signed if one.outcome != "accepted" and one.id < decision.id), default=0)
        before = {(one.kind, one.language) for one in given[:place] if one.decision_pk > began}
        kinds = {kind for kind, _ in before}
        if paper.kind == "protocol_summary" and "quote" not in kinds:
            yield "protocol summary before the quote"
        if paper.kind == "consent" and not {("quote", case.language), ("protocol_summary", case.language)} <= before:
            yield "consent without quote and summary in the patient's language"
        if paper.kind == "treatment" and "consent" not in kinds:
            yield "treatment without consent"


def _decided_wrongly(uow: UnitOfWork, case: Case) -> Iterator[str]:
    signed, standing = uow.decisions.of(case.id), {paper.kind for paper in uow.decisions.standing_papers(case.id)}
    for decision in signed:
        member = uow.staff.by_ref(decision.signature.physician_ref)
        if member is None or member.role != "physician" or member.licence != decision.signature.licence:
            yield "a decision by nobody who may decide"
        if decision.outcome == "accepted" and decision.yes != (True, True, True, True):
            yield "an acceptance without four times yes"
    needed = {"quote_issued": "quote", "protocol_summary_given": "protocol_summary", "consent_signed": "consent", "treated": "treatment"}
    if case.status in handoff.OUTCOMES and (not signed or signed[-1].outcome != case.status):
        yield f"{case.status} without such a decision"
    if case.status in needed and (needed[case.status] not in standing or signed[-1].outcome != "accepted"):
        yield f"{case.status} without its paper"


def _moved_wrongly(uow: UnitOfWork, case: Case) -> Iterator[str]:
    allowed = {(source, to) for step in handoff.STEPS.values() for source, leads in step.leads.items() for to in leads}
    moves = [(entry.from_status, entry.to_status) for entry in uow.timeline.of(case.id) if entry.from_status and entry.to_status]
    yield from (f"{source} led to {to}" for source, to in moves if (source, to) not in allowed)
    yield from (f"{one[1]} became {other[0]} unseen" for one, other in pairwise(moves) if one[1] != other[0])


def machine(clinic: Clinic) -> type[RuleBasedStateMachine]:  # noqa: C901 - one rule per step is the point
    """The state machine over one clinic; each run works on a case of its own."""

    class CaseOrder(RuleBasedStateMachine):
        case_id = ""
        steps = 0

        @initialize()
        def begin(self) -> None:
            """A case waits in the queue, or has come further: the walks begin at each place in turn."""
            self.case_id = clinic.new_case()
            start = STARTS[clinic.patients % len(STARTS)]
            for _ in range(start if isinstance(start, int) else 0):
                self.go_on("es")
            if isinstance(start, str):
                self.decide("dr_cruz", start, asks=True)
            clinic.broken(self.case_id)

        @rule(name=who)
        def claim(self, name: str) -> None:
            """Somebody takes it."""
            clinic.act(name, lambda access: api_actions.claim(access, clinic.turn, self.case_id, None))

        @rule(name=who)
        def release(self, name: str) -> None:
            """Somebody gives it back."""
            clinic.act(name, lambda access: api_actions.release(access, clinic.turn, self.case_id, None))

        @rule(name=who)
        def request_review(self, name: str) -> None:
            """Somebody asks for a physician."""
            clinic.act(name, lambda access: api_actions.request_review(access, clinic.turn, self.case_id, None))

        @rule(name=st.sampled_from(["dr_cruz", "dr_diaz", "anna", "otto"]), outcome=outcomes, asks=st.booleans())
        def decide(self, name: str, outcome: str, asks: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
            """Somebody signs."""
            signed = clinic.act(
                name,
                lambda access: deciding.decide(access, clinic.turn, clinic.letters, self.case_id, draft(outcome, asks=asks), None),
            )
            assert not signed or ROLES[name] == "physician"

        @rule(language=languages)
        def go_on(self, language: str) -> None:
            """Everybody who may takes the next step there is, so that walks also come far."""
            given = papers.Given(clinic.today(), language, "Q-1")
            for step in (papers.treated, papers.consent, papers.protocol_summary, papers.quote):
                if clinic.act("anna", partial(step, turn=clinic.turn, case_id=self.case_id, given=given, version=None)):
                    return
            self.decide("dr_cruz", "accepted", asks=False)
            self.decide("dr_diaz", "accepted", asks=False)

        @rule(name=st.sampled_from(["dr_cruz", "dr_diaz"]))
        def ask(self, name: str) -> None:
            """A physician needs more information."""
            self.decide(name, "needs_information", asks=True)

        @rule(name=who, kind=st.sampled_from(["quote", "protocol_summary", "consent", "treated"]), language=languages)
        def paper(self, name: str, kind: str, language: str) -> None:
            """Somebody records a paper."""
            given = papers.Given(clinic.today(), language, "Q-1" if kind in {"quote", "protocol_summary"} else "")
            clinic.act(name, lambda access: getattr(papers, kind)(access, clinic.turn, self.case_id, given, None))

        @precondition(lambda self: self.steps > LATE)
        @rule(name=who, reason=st.sampled_from(REASONS))
        def close(self, name: str, reason: str) -> None:
            """Somebody ends it."""
            clinic.act(name, lambda access: papers.close(access, clinic.turn, self.case_id, reason, None))

        @rule(name=who, resume=st.booleans())
        def lift(self, name: str, resume: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
            """Somebody lifts a hold."""
            clinic.act(name, lambda access: api_actions.lift(access, clinic.turn, self.case_id, "called_patient", None, resume=resume))

        @rule(text=st.sampled_from(["continue", "82 kg", DANGER, "gracias"]))
        def hear(self, text: str) -> None:
            """The patient says something."""
            clinic.hears(self.case_id, text)

        @rule()
        def answer(self) -> None:
            """The patient answers what a physician asked."""
            clinic.hears(self.case_id, "continue", "82 kg")

        @precondition(lambda self: self.steps > LATE)
        @rule()
        def stop(self) -> None:
            """The patient wants no more."""
            clinic.hears(self.case_id, "alto")

        @rule(hours=st.integers(1, 72))
        def wait(self, hours: int) -> None:
            """Time passes."""
            clinic.now += timedelta(hours=hours)

        @invariant()
        def in_order(self) -> None:
            """Whatever happened, the order of events holds."""
            self.steps += 1
            assert clinic.slips(self.case_id, self.steps) == []
            assert self.case_id == "" or clinic.broken(self.case_id) == []

    return CaseOrder


def test_no_order_of_calls_breaks_the_order_of_events(database: Database) -> None:
    """Every step by everybody in any order, with patients who write in between and hands in the table."""
    found = settings(
        max_examples=12,
        stateful_step_count=15,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    clinic = Clinic(database)
    run_state_machine_as_test(machine(clinic), settings=found)
    assert clinic.seen >= {*(allowed for _, allowed in PAPERS), *handoff.OUTCOMES}


def test_no_race_breaks_the_order_of_events(patient_database: Database) -> None:
    """Eight people at once, each with a random order of steps, on one case after another."""
    clinic = Clinic(patient_database)
    for round_ in range(6):
        case_id = clinic.new_case()
        clinic.now += timedelta(hours=1)
        faults: list[BaseException] = []
        threads = [threading.Thread(target=_hurry, args=(clinic, case_id, f"{round_}/{number}", faults)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (faults, clinic.broken(case_id)) == ([], [])


def _hurry(clinic: Clinic, case_id: str, seed: str, faults: list[BaseException]) -> None:
    chance = random.Random(seed)
    given = papers.Given(date(2026, 3, 2), "es", "Q-1")
    signs = [draft(outcome) for outcome in ("accepted", "accepted", "declined", "deferred")]
    steps: list[Step] = [
        lambda access: api_actions.claim(access, clinic.turn, case_id, None),
        lambda access: api_actions.release(access, clinic.turn, case_id, None),
        lambda access: deciding.decide(access, clinic.turn, clinic.letters, case_id, chance.choice(signs), None),
        lambda access: papers.quote(access, clinic.turn, case_id, given, None),
        lambda access: papers.protocol_summary(access, clinic.turn, case_id, given, None),
        lambda access: papers.consent(access, clinic.turn, case_id, given, None),
    ]
    try:
        for _ in range(8):
            clinic.act(chance.choice(sorted(ROLES)), chance.choice(steps))
    except BaseException as fault:  # noqa: BLE001 - whatever a thread raises is the finding
        faults.append(fault)
