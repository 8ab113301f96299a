"""Why a text was said: which rule of the conversation put it there, and for a question the route that led to it.

Read from an event and its outcome, after the fact; nothing here decides anything. Must not know words of any language.
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from flows.asides import ASIDES, key_of
from flows.assessment import facts
from flows.books import RULEBOOKS, STEPS
from flows.effects import Invite, Say
from flows.events import Event, SilenceNoted
from flows.position import walk
from flows.session import Outcome, Session
from flows.speech import question

Rule: TypeAlias = Literal[
    "question", "asked_again", "before_question", "not_read", "several", "beside", "steering", "danger", "held", "person", "silence",
    "file", "closed_question", "end", "lifted", "notice", "other",
]  # fmt: skip
"""`question` a step's own text as it is entered; `asked_again` the same while it stayed open; `before_question` what stands before
one; `not_read` an answer was not understood; `several` more may be chosen; `beside` an answer to something asked beside the question."""

RULES: Final[tuple[Rule, ...]] = get_args(Rule)

_BY_KEY: Final[tuple[tuple[str, Rule], ...]] = (
    ("retry-", "not_read"),
    ("choose-more", "several"),
    ("nudge-", "silence"),
    ("media-", "file"),
    ("unreadable-", "file"),
    ("stale-option", "closed_question"),
    ("edited-noted", "closed_question"),
    ("late-noted", "closed_question"),
    ("person-", "person"),
    ("lifted-", "lifted"),
    ("done-", "end"),
    ("control-", "steering"),
    ("language-", "steering"),
    ("resume-context", "asked_again"),
    ("why-step", "steering"),
    ("aside-", "beside"),
    ("topic-", "beside"),
    ("therapy", "beside"),
    ("condition-", "beside"),
    ("emergency-held", "held"),
    ("emergency-where", "held"),
    ("crisis-held", "held"),
    ("emergency-", "danger"),
    ("crisis-", "danger"),
    ("handoff-", "notice"),
    ("check-in-", "notice"),
)


@dataclass(frozen=True, slots=True)
class Route:
    """The arrow of the rulebook that led to a question: from a step (empty: the first question), under a condition."""

    source: str
    target: str
    condition: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule; `detail` the label read or the number of tries; `route` for a question that was entered."""

    rule: Rule
    detail: str = ""
    route: Route | None = None


def reason(before: Session, event: Event, outcome: Outcome, place: int) -> Reason:
    """Why the text at `place` among those of an outcome was said. Raises `IndexError` when there are fewer."""
    said = [effect for effect in outcome.effects if isinstance(effect, Say | Invite)]
    key, after = said[place].prompt.key, outcome.session
    if isinstance(event, SilenceNoted):
        return Reason("silence", str(after.nudges))
    step = STEPS.get(after.step)
    if step is not None and key == step.key:
        if (before.step, before.visit) == (after.step, after.visit):
            return Reason("asked_again", str(after.retries) if after.retries else "")
        return Reason("question", route=route_to(after))
    if step is not None and key.startswith(f"{step.key}.retry"):
        return Reason("not_read", str(after.retries))
    if step is not None and key in {each.prompt.key for each in question(step, after)[:-1]}:
        return Reason("before_question", step.id)
    return _by_key(key, after)


def route_to(session: Session) -> Route:
    """The arrow by which the open question is reached from what was answered."""
    steps = list(walk(session))
    if session.step not in steps[1:]:
        return Route("", session.step, "always")
    source = steps[steps.index(session.step) - 1]
    known = facts(session)
    holding = (str(when) for target, when in RULEBOOKS[session.flow].routes[source] if target == session.step and when.holds(known))
    return Route(source, session.step, next(holding, "always"))


def _by_key(key: str, after: Session) -> Reason:
    rule = next((rule for beginning, rule in _BY_KEY if key.startswith(beginning)), None)
    if rule is None:
        return Reason("steering", "why") if key.endswith(".why") else Reason("other")
    detail = {"not_read": str(after.retries), "beside": _label(key)}.get(rule, "")
    return Reason(rule, detail)


def _label(key: str) -> str:
    """The reading that an answer beside the question belongs to; empty when the text was chosen from a list."""
    return next((aside.label.rstrip(":") for aside in ASIDES if key == aside.key or key.startswith(key_of(aside, aside.label))), "")
