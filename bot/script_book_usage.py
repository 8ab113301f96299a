"""Where each text is said, when, and for what purpose: read from the declaration of the conversation.

Knows steps, asides and the protocol; must not know words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from flows.asides import ASIDES, TOPICS, Aside
from flows.books import FLOWS, STEPS
from flows.effects import Purpose
from flows.protocol import Indication, load
from flows.protocol.indication import SPEAK_AS
from flows.speech import ANY
from flows.steps import Condition, FactValue
from flows.texts import labels
from flows.wording import KINDS, Need, needs
from messages.catalog import shipped
from storage.people import PROACTIVE

PURPOSES: Final[Mapping[str, Purpose]] = {
    "emergency-": "emergency",
    "crisis-": "emergency",
    "nudge-": "reminder",
    "reminder-": "reminder",
    "check-in-": "reminder",
    "notice-": "notice",
    "handoff-questions_done": "reply",
    "handoff-": "notice",
}
"""Beginnings of keys whose texts leave for another purpose than to answer."""
INSTEAD: Final = {"none_in_chat": "condition-stay_with_team", "emergency_route": "condition-hospital"}
"""What is said of a condition whose outcomes are not described in the chat."""
KINDS_OF_NAMES: Final = {
    "indication-": "name of a condition: in sentences, and as a label",
    "row-": "name of a screening row: as a label, and in the summary",
    "section-": "name of a section of the summary, as a label",
    "part-": "name of a part of the conversation: “we go on where we stopped”",
    "line-": "line of the summary",
    "value-": "stands for an answer in the summary",
}
ROLES: Final = {
    "why": "answer to “why do you ask?”",
    "retry1": "when the answer was not understood, first time",
    "first": "when the answer was not understood, first time",
    "retry2": "when the answer was not understood, second time",
    "second": "when the answer was not understood, second time",
    "retry_skipped": "when the question was left out, first time; a second time it stays unanswered",
    "again": "said once more in other words, when the check shows a misunderstanding",
    "line": "name in a list or in the summary",
    "word": "the word that lets waiting texts go",
}


@dataclass(frozen=True, slots=True)
class Use:
    """Where a text is said, and when it is said there (empty: always)."""

    where: str
    when: str = ""


@cache
def uses() -> Mapping[str, Use]:
    """Where each message of the conversation is said, by key; keys that nothing says are missing."""
    found: dict[str, Use] = {need.key: Use(_beside(need)) for flow in FLOWS.values() for need in needs(flow)}
    found |= dict(_labels())
    found |= dict(_asides())
    found |= dict(_outcomes())
    found["notice-waiting"] = Use("sent when a person writes and the reply window is closed")
    for step in STEPS.values():
        found[step.key] = Use(f"asked at {step.id}", plain(step.when))
        found |= {key: Use(f"said before {step.id}") for key in step.before}
    return found


def use_of(key: str) -> Use:
    """Where a text or an attribute of it is said."""
    known = uses()
    name, _, attribute = key.partition(".")
    if attribute in ROLES:
        return Use(f"{ROLES[attribute]}: {name}")
    named = next((Use(words) for start, words in KINDS_OF_NAMES.items() if key.startswith(start)), None)
    return named or known.get(key) or Use("not said yet")


def purpose_of(key: str) -> Purpose:
    """Why a text leaves."""
    return next((purpose for start, purpose in PURPOSES.items() if key.startswith(start)), "reply")


def needs_template(key: str) -> bool:
    """Whether a text may have to leave outside the reply window, and so needs a template the provider approved (channels.md 3)."""
    return purpose_of(key) in PROACTIVE


def outcome_text(row: Indication) -> str:
    """The key of what is said about a condition before a physician has read the case."""
    own = f"outcomes-{row.id}"
    return INSTEAD.get(row.outcome_text) or (own if shipped().has(own, ANY) else f"outcomes-{row.speak_as}")


def plain(when: Condition) -> str:
    """A condition in words; empty for one that always holds."""
    if when.operator != "always":
        own = f"{when.fact} {_compared(when.operator, when.value)}"
        return f"not ({own})" if when.negated else own
    some = " or ".join(text for _, text in _worded(when.some))
    every = [f"({text})" if " or " in text and each.some else text for each, text in _worded(when.every)]
    joined = " and ".join([*every, *([f"({some})" if every and some else some] if some else [])])
    if not when.negated:
        return joined
    return f"not ({joined})" if joined else "only on the way back"


def _worded(conditions: tuple[Condition, ...]) -> Iterator[tuple[Condition, str]]:
    return ((each, text) for each in conditions if (text := plain(each)))


def _compared(operator: str, value: FactValue) -> str:
    if isinstance(value, bool):
        return "holds" if value else "does not hold"
    words = " or ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
    return f"{ {'is': 'is', 'in': 'is', '<': 'below', '>=': 'at least', 'has': 'holds'}[operator] } {words}"


def _beside(need: Need) -> str:
    kind = need.key.removeprefix("retry-").partition(".")[0]
    if need.where == "re-prompt" and kind in KINDS:
        return f"re-prompt for answers of the kind {kind}, where the question has none of its own"
    return {"engine": "said by the conversation itself", "button": "option of many questions"}.get(need.where, need.where)


def _labels() -> Iterator[tuple[str, Use]]:
    asking: dict[str, list[str]] = {}
    for step in STEPS.values():
        for key in labels(step):
            asking.setdefault(key, []).append(step.id)
    for key, steps in asking.items():
        more = f" and {len(steps) - 4} more" if len(steps) > 5 else ""
        yield key, Use(f"option of {', '.join(steps[:4] if more else steps)}{more}")


def _asides() -> Iterator[tuple[str, Use]]:
    for topic in TOPICS:
        yield f"topic-{topic}", Use("in the list below the help text, at any time")
    for therapy in load().therapies:
        yield f"therapy-{therapy}", Use("answer at any time", f"{therapy.replace('_', ' ')} is asked for")
    for aside in ASIDES:
        if not aside.label.endswith(":"):
            yield aside.key, Use("answer at any time", _heard(aside))


def _heard(aside: Aside) -> str:
    heard = f"{aside.label.rpartition(':')[2].replace('_', ' ')} is heard"
    flag = f"; flag {aside.flag}" if aside.flag else ""
    return f"{heard}{flag}{f' from time {aside.flag_from} on' if aside.flag_from > 1 else ''}"


def _outcomes() -> Iterator[tuple[str, Use]]:
    before = "said before the check of understanding"
    conditions: dict[str, list[str]] = {}
    for row in load().evidence.values():
        conditions.setdefault(outcome_text(row), []).append(row.id.replace("_", " "))
    for level in SPEAK_AS:
        yield f"outcomes-{level}", Use(before, f"the condition is spoken of as {level} and has no text of its own")
    for key, named in conditions.items():
        where = "said once the condition is confirmed" if key in INSTEAD.values() else before
        yield key, Use(where, f"the condition is {', '.join(named)}")
