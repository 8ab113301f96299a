"""Walks the whole conversation by machine: every state times everything that can happen in it, with every promise checked.

Two sessions that no later condition can tell apart count as one, so the walk stays small: a state is its status, its step, its
re-prompts and the facts still read from there on.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Final, TypeAlias

from flows.answering import THIRD
from flows.assessment import facts
from flows.books import FLOWS, RULEBOOKS, STEPS
from flows.controls import told_waiting
from flows.effects import Alarm, CheckInEnded, Effect, OpenHandoff, OptOut, Say, WithdrawCase
from flows.engine import advance, start
from flows.events import CheckInDue, Event, QuestionsReopened, TextReceived
from flows.evidence import answered
from flows.machine import Rulebook
from flows.reopening import reopenable
from flows.samples import TELLS_ALL, answers, cut_points, interruptions
from flows.session import Answer, CheckInTalk, Measured, Outcome, Session
from flows.speech import render
from flows.summary import steps_of
from flows.wording import SECTIONS
from messages.prompt import OFFERED, Message

AT: Final = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
Key: TypeAlias = tuple[object, ...]
OFFERING_ANSWERS: Final = frozenset({"review.change", "review.item"})
"""Steps whose options are earlier answers."""
ALWAYS_HEARD: Final = frozenset({"emergency", "crisis", "stop", "person", "photo of danger", "nonsense"})
"""What is tried again where choices stand beside an open question; the rest was tried at the same question without them."""
REOPENED: Final = frozenset({"done", "with_person"})
"""Statuses in which a physician may have questions asked again."""
BEFORE_HEALTH: Final = frozenset({"language", "consent", "safety", "contact", "review"})


@dataclass(slots=True)
class Exploration:
    """What a walk saw. `faults` names every broken promise; an empty tuple is the proof."""

    sessions: int = 0
    transitions: int = 0
    steps: set[str] = field(default_factory=set)
    messages: dict[tuple[str, str, str], Message] = field(default_factory=dict)
    rendered: set[str] = field(default_factory=set)
    """Prompts already put into every language: nothing else of a walked session shows in them."""
    faults: list[str] = field(default_factory=list)
    leads_to: dict[Key, set[Key]] = field(default_factory=dict)
    ends: set[Key] = field(default_factory=set)


def explore(languages: tuple[str, ...] = OFFERED) -> Exploration:
    """Walk everything from the first message on; takes seconds. Faults are found by name and listed, never raised."""
    seen = Exploration()
    live = {step: read for book in RULEBOOKS.values() for step, read in _live_facts(book).items()}
    interrupted: set[Key] = set()
    waiting = deque([start(language_hint="es", display_name="Ana"), start(language_hint="en", country="ES"), *invited()])
    known = {_key(session, live) for session in waiting}
    while waiting:
        session = waiting.popleft()
        here = _key(session, live)
        seen.sessions += 1
        seen.steps.add(session.step)
        for name, event in _events(session, interrupted):
            outcome = _try(session, name, event, seen)
            if outcome is None:
                continue
            seen.transitions += 1
            seen.faults += _broken(session, name, outcome)
            _collect(outcome, languages, seen)
            there = _key(outcome.session, live)
            seen.leads_to.setdefault(here, set()).add(there)
            if there not in known:
                known.add(there)
                waiting.append(outcome.session)
        if session.status in {"done", "held", "stopped", "with_person"}:
            seen.ends.add(here)
    seen.faults += _unreached(seen)
    return seen


def _events(session: Session, interrupted: set[Key]) -> Iterator[tuple[str, Event]]:
    """Every answer from every state; what can interrupt, once for each question, as no interruption looks at facts."""
    if _shown(session) == "research":
        yield from (("answer", TextReceived(AT, 1, place)) for place in ("1", "2"))
    elif session.status == "open" and session.step:
        for event in answers(session, RULEBOOKS[session.flow], AT):
            yield "answer", event
    if session.status == "open" and not session.step:
        yield "first words", TextReceived(AT, 1, TELLS_ALL)
    if session.flow == "intake" and session.status in REOPENED and not session.pending and (asked := _one_of_each_kind(session)):
        yield "reopened", QuestionsReopened(AT, None, asked)
    place = (session.flow, session.status, session.step, session.retries, _shown(session), bool(session.pending), told_waiting(session))
    if place not in interrupted:
        interrupted.add(place)
        again = session.offering and (session.status == "open" or _shown(session) == "research")
        wanted = ALWAYS_HEARD if again else frozenset()
        yield from ((name, event) for name, event in interruptions(AT) if not wanted or name in wanted)


def invited() -> tuple[Session, ...]:
    """Treated people who have just been invited to a check-in, one for each way it can go."""
    said = {"consent.health_data": "yes", "consent.messaging": "yes", "safety.red_flags": "none"}
    agreed = tuple(Answer(step, value, value, None, AT) for step, value in said.items())
    treated = replace(start(language_hint="es", display_name="Ana"), answers=agreed, status="done")
    named = ("subir escaleras", "dormir de lado", "cargar bolsas")
    before = (Measured("baseline", "nrs_pain", 4.0), Measured("baseline", "psfs", 5.0))
    talks = (
        CheckInTalk("c1", "1m", "full", named, before),
        CheckInTalk("c2", "3m", "full", named[:1], before),
        CheckInTalk("c3", "1m", "full"),
        CheckInTalk("c4", "baseline", "baseline"),
        CheckInTalk("c5", "14d", "safety"),
    )
    return tuple(advance(treated, CheckInDue(AT, None, talk)).session for talk in talks)


def _one_of_each_kind(session: Session) -> tuple[str, ...]:
    """Of the questions a physician may have asked again, one for each kind of answer."""
    kinds = {(STEPS[step].asks.kind, STEPS[step].asks.multi, STEPS[step].asks.offer): step for step in reversed(reopenable(session))}
    return tuple(step for step in reopenable(session) if step in kinds.values())


def _shown(session: Session) -> str:
    """Which kind of choices stands beside the question: `topic`, `language`, `continue`, or none."""
    return session.offering[0].partition(":")[0] if session.offering else ""


def _try(session: Session, name: str, event: Event, seen: Exploration) -> Outcome | None:
    try:
        return advance(replace(session, last_at=AT), event)
    except Exception as fault:  # noqa: BLE001 - a walk lists what breaks, whatever breaks
        seen.faults.append(f"{session.step or session.status}: {name}: {type(fault).__name__}: {fault}")
        return None


def _live_facts(rulebook: Rulebook) -> dict[str, frozenset[str]]:
    """For each step, the facts that conditions still read from there on."""
    live = {step: frozenset[str]() for step in rulebook.routes}
    for _ in range(len(live)):
        before = dict(live)
        for step, routes in rulebook.routes.items():
            live[step] = frozenset().union(*(when.facts() | live.get(to, frozenset()) for to, when in routes))
        if live == before:
            break
    return live


def _key(session: Session, live: dict[str, frozenset[str]]) -> Key:
    """What tells two sessions apart. Facts count only where an answer is routed by them: at an open question asked plainly."""
    crisis = session.status == "held" and any(flag.id == "crisis" for flag in session.flags)
    several = any(len(steps_of(section, session)) > 1 for section in SECTIONS) if session.step in OFFERING_ANSWERS else False
    chosen = session.chosen if len(session.chosen) < 2 else ("several",)
    asked = (session.flow, session.status, session.step, session.retries, session.editing, _shown(session), told_waiting(session))
    local = (*asked, crisis, several, chosen)
    if session.pending:
        return (*local, len(session.pending))
    if session.flow == "intake" and session.status in REOPENED:
        return (*local, _one_of_each_kind(session) != ())
    if session.status != "open" or session.retries or session.editing or session.offering:
        return local
    known = facts(session)
    read = live.get(session.step, frozenset())
    return (*local, tuple((name, _class(name, known[name])) for name in sorted(read) if name in known))


def _class(name: str, value: object) -> object:
    """Values that no condition tells apart count as one: a number becomes the interval it lies in."""
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return bisect_right(_cuts(name, tuple(RULEBOOKS.values())), value)


@cache
def _cuts(name: str, books: tuple[Rulebook, ...]) -> tuple[int, ...]:
    """Every number that a condition of these rules compares this fact with, ascending."""
    return tuple(sorted({cut for book in books for cut in cut_points(book, name)}))


def _broken(session: Session, name: str, outcome: Outcome) -> Iterator[str]:
    """The promises every single transition must keep."""
    where = f"{session.status} {session.step or '-'} / {name}"
    said = [effect for effect in outcome.effects if isinstance(effect, Say)]
    if not said:
        yield f"{where}: the patient gets no answer"
    danger = name in {"emergency", "crisis", "photo of danger"}
    if danger:
        yield from _danger_missed(where, outcome)
    if name == "stop" and session.status != "held":
        yield from _not_stopped(where, session, outcome)
    if name == "person" and session.status == "open" and session.step and outcome.session.status != "with_person":
        yield f"{where}: no person was asked for"
    yield from _astray(where, session, outcome)
    if session.status == "held" and outcome.session.status != "held":
        yield f"{where}: a hold was lifted by the patient"
    if outcome.session.retries > THIRD:
        yield f"{where}: re-prompted without end"
    yield from _unconsented(where, outcome.session)


def _not_stopped(where: str, session: Session, outcome: Outcome) -> Iterator[str]:
    """A wish to stop ends all messages, and an intake; a treatment goes on being followed, by a person."""
    withdrawn = any(isinstance(effect, WithdrawCase) for effect in outcome.effects)
    yield from _missing(where, outcome.effects, OptOut)
    if withdrawn != (session.flow == "intake"):
        yield f"{where}: {'a treated patient is withdrawn' if withdrawn else 'no WithdrawCase'}"


def _astray(where: str, session: Session, outcome: Outcome) -> Iterator[str]:
    """Questions end with a hand-off (where none was open, it was made before), and a physician's are the only ones while they last."""
    if outcome.session.status == "done" != session.status and session.step:
        yield from _missing(where, outcome.effects, OpenHandoff if session.flow == "intake" else CheckInEnded)
    if session.pending and outcome.session.status == "open" and outcome.session.step not in session.pending:
        yield f"{where}: a question that no physician asked for"


def _danger_missed(where: str, outcome: Outcome) -> Iterator[str]:
    first = outcome.effects[0] if outcome.effects else None
    if outcome.session.status != "held":
        yield f"{where}: danger did not stop the conversation"
    elif not isinstance(first, Say) or first.purpose != "emergency":
        yield f"{where}: the number is not the first thing said"
    if not any(isinstance(effect, Alarm) for effect in outcome.effects):
        yield f"{where}: nobody was alarmed"


def _missing(where: str, effects: tuple[Effect, ...], *wanted: type) -> Iterator[str]:
    for kind in wanted:
        if not any(isinstance(effect, kind) for effect in effects):
            yield f"{where}: no {kind.__name__}"


def _unconsented(where: str, session: Session) -> Iterator[str]:
    stage = session.step.partition(".")[0]
    if not stage or stage in BEFORE_HEALTH:
        return
    given = answered(session)
    consent, danger = given.get("consent.health_data"), given.get("safety.red_flags")
    if consent is None or consent.value != "yes":
        yield f"{where}: a health question without consent"
    if danger is None or danger.value != "none":
        yield f"{where}: a question past unanswered red flags"


def _collect(outcome: Outcome, languages: tuple[str, ...], seen: Exploration) -> None:
    for effect in outcome.effects:
        if not isinstance(effect, Say) or (said := repr(effect.prompt)) in seen.rendered:
            continue
        seen.rendered.add(said)
        for language in languages:
            try:
                message = render(effect.prompt, replace(outcome.session, language=language))
            except Exception as fault:  # noqa: BLE001 - a missing text is a finding here
                seen.faults.append(f"{effect.prompt.key} ({language}): {type(fault).__name__}: {fault}")
                continue
            seen.messages[effect.prompt.key, language, message.text + "|".join(choice.label for choice in message.options)] = message


def _unreached(seen: Exploration) -> Iterator[str]:
    for step in (step for flow in FLOWS.values() for step in flow.steps):
        if step.id not in seen.steps:
            yield f"{step.id}: never reached"
    ending = set(seen.ends)
    grew = True
    while grew:
        more = {key for key, to in seen.leads_to.items() if key not in ending and to & ending}
        ending |= more
        grew = bool(more)
    for key in seen.leads_to:
        if key not in ending:
            yield f"{key[2]} ({key[1]}): no way to an end"
