"""Questions a physician wants answered again, or for the first time: exactly those, in the order given, and then back to the physician.

Knows which questions may be asked so; must not know who asked or why. An answer given before stands until the new one replaces it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from flows.assessment import facts, is_short
from flows.books import STEPS
from flows.effects import Effect, OpenHandoff, Say
from flows.events import QuestionsReopened
from flows.evidence import answered, confirmed
from flows.intake.screening import PARENTS
from flows.position import ask, enter
from flows.protocol import load
from flows.release import stamp
from flows.session import Outcome, Session
from flows.speech import global_options
from messages.prompt import Prompt

STAGES: Final = frozenset({"inquiry", "screening", "medicines", "records", "host", "outcomes", "contact"})
"""Parts a physician may come back to; language, consents, danger, research and the summary are nobody's to ask for again."""
BESIDE: Final = frozenset({"subject.age"})
CONFIRMS: Final = {
    "inquiry.condition": "inquiry.complaint",
    "inquiry.conditions": "inquiry.complaint",
    "inquiry.diagnosis_confirm": "inquiry.diagnosis",
}
"""Questions that repeat what was recognised in another answer, and which: without it there is nothing to confirm."""
OUTCOMES: Final = {"outcomes.check": "studied", "outcomes.unknown": "open"}
"""Which check of the expectation fits what is known of the condition."""
NOT_TOLD: Final = frozenset({"none_in_chat", "emergency_route"})
"""How conditions are marked whose outcomes are not described in a chat."""


def reopenable(session: Session) -> tuple[str, ...]:
    """The steps a physician may have asked again, in the order of the flow. Without consent to health data only how to be reached."""
    return tuple(_reopenable(session))


def _reopenable(session: Session) -> Iterator[str]:
    given = answered(session)
    health = given.get("consent.health_data")
    agreed = health is not None and health.value == "yes" and "safety.red_flags" in given and not is_short(session)
    evidence = load().evidence
    told = facts(session).get("outcomes") if not any(evidence[each].outcome_text in NOT_TOLD for each in confirmed(session)) else None
    for step in STEPS.values():
        if step.stage != "contact" and not (agreed and (step.stage in STAGES or step.id in BESIDE)):
            continue
        source = given.get(CONFIRMS[step.id]) if step.id in CONFIRMS else None
        if step.id in CONFIRMS and not (source and source.read):
            continue
        if step.id not in OUTCOMES or OUTCOMES[step.id] == told:
            yield step.id


def with_parents(steps: Iterable[str]) -> tuple[str, ...]:
    """The questions as the patient meets them: before each follow-up the question it hangs on, each once."""
    led = ((PARENTS[step], step) if step in PARENTS else (step,) for step in steps)
    return tuple(dict.fromkeys(step for pair in led for step in pair))


def reopened(session: Session, event: QuestionsReopened) -> Outcome:
    """Invite the patient to the questions; the first is asked once the patient says so. Nothing happens while the intake runs."""
    if session.status in {"held", "stopped"} or (session.status in {"open", "paused"} and not session.pending):
        return Outcome(session, ())
    allowed = reopenable(session)
    wanted = with_parents(tuple(step for step in event.steps if step in allowed))
    if not wanted:
        return Outcome(session, ())
    asked = tuple(dict.fromkeys((*session.asked_again, *wanted)))
    waiting = replace(enter(session, wanted[0]), status="paused", pending=wanted, asked_again=asked, editing=False, offering=("continue",))
    return Outcome(stamp(waiting), (Say(Prompt("handoff-questions_ready", {}, global_options(("continue",))), "notice"),))


def answered_again(session: Session, step: str, said: tuple[Effect, ...]) -> Outcome:
    """The next of the questions, or the end: back to the physician. A follow-up that the answer before it does not call for is left out."""
    left = tuple(each for each in session.pending if each != step and each in STEPS)
    known = facts(session)
    left = tuple(each for each in left if each not in PARENTS or PARENTS[each] in left or STEPS[each].when.holds(known))
    now = replace(session, pending=left)
    if left:
        return ask(enter(now, left[0]), *said)
    done = replace(now, status="done", step="", offering=(), retries=0)
    return Outcome(done, (*said, OpenHandoff("questions_answered"), Say(Prompt("handoff-questions_done"))))
