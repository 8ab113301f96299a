"""What stands against a decision, in words: which field, what is wrong with it, and what the form calls it.

Knows codes and the texts of the console; must not know how a form is read, nor what may be signed.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from flows.decision import QUESTIONS, REASONS, Draft, computed_total, per_kg
from messages.prompt import LANGUAGES

Text = Callable[..., str]

FAULTS: Final = frozenset({
    "four_answers_needed", "four_yes_needed", "reason_needed", "letter_needed", "questions_belong_to_needs_information",
    "protocol_belongs_to_acceptance", "follow_up_belongs_to_deferral", "follow_up_is_past", "follow_up_is_too_far",
    "million_per_kg_contradicts_million_total", "hard_flag_stands", "flag_unresolved", "question_needed", "documents_needed",
    "documents_contradict", "protocol_needed", "dose_needed", "expected_response_needed", "measurement_plan_needed",
})  # fmt: skip
"""Codes of `flows/decision_checks.py` that keep a decision from being signed; the others are warnings."""

LACKS: Final[Mapping[str, str]] = {
    "four_answers_needed": "answers", "four_yes_needed": "answers", "reason_needed": "reasons", "letter_needed": "patient_text",
    "question_needed": "questions", "flag_unresolved": "flags", "documents_needed": "documents", "protocol_needed": "protocol",
    "expected_response_needed": "expected_response", "measurement_plan_needed": "measurement_plan",
}  # fmt: skip
"""What a fault says is missing, as a member of the JSON API: said of one that cannot be read it would be wrong."""

FIELDS: Final = {
    "outcome": "decision-outcome", "answers": "decision-questions", "reasons": "decision-reasons", "questions": "decision-ask-again",
    "patient_text": "decision-letter", "expected_response": "decision-expected", "measurement_plan": "decision-measures",
    "condition": "decision-condition", "referral": "decision-referral", "would_change": "decision-would-change",
    "reason_text": "decision-reason-text", "documents": "decision-documents",
    "documents_none": "decision-documents-none", "follow_up_on": "decision-follow-up-on",
    "flags": "decision-flags", "flags.id": "decision-flags", "flags.resolution": "decision-flags", "flags.note": "flag-note",
    "protocol": "decision-protocol", "protocol.adjuncts": "decision-adjuncts",
    "protocol.adjuncts.name": "decision-adjuncts", "protocol.adjuncts.disclosure": "decision-disclosure",
    **{f"answers.{name}": f"question-{name}" for name in QUESTIONS},
    **{f"answers.{name}.yes": f"question-{name}" for name in QUESTIONS},
    **{f"answers.{name}.reason": f"question-{name}" for name in QUESTIONS},
    **{f"protocol.{name}": f"protocol-{name}" for name in (
        "indication", "route", "sessions", "million_per_kg", "million_total", "image_guidance", "rehabilitation_before",
        "rehabilitation_after", "sequence", "first", "weeks_before",
    )},
}  # fmt: skip
"""What the form calls each field of the JSON API."""

WRONG: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("missing", ""),
    "string_too_short": ("missing", ""),
    "string_too_long": ("long", "max_length"),
    "too_long": ("many", "max_length"),
    "greater_than": ("low", "gt"),
    "greater_than_equal": ("least", "ge"),
    "less_than_equal": ("most", "le"),
}
"""How a field can be wrong, by the name pydantic gives it: the kind we tell, and where its limit stands."""


def field_fault(error: Mapping[str, Any]) -> str:
    """A field that cannot be taken as a code: `field:<name>:<kind>:<limit>`."""
    name = ".".join(str(part) for part in error["loc"] if not isinstance(part, int))
    kind, limit = WRONG.get(error["type"], ("unreadable", ""))
    empty = isinstance(error.get("input"), str) and not error["input"].strip()
    return f"field:{name}:{'missing' if empty else kind}:{_plain(error.get('ctx', {}).get(limit, ''))}"


class Names(NamedTuple):
    """What staff call a question of the intake and a flag, by its code."""

    step: Callable[[str], str]
    flag: Callable[[str], str]


def fault_words(code: str, text: Text, draft: Draft | None, weight_kg: float | None, names: Names) -> str:
    """A fault as one sentence; `text` is the console's."""
    rule, _, rest = code.partition(":")
    if rule == "field":
        name, kind, limit = rest.split(":", 2)
        return text(f"fault-field-{kind}", name=field_words(name, text), limit=limit)
    if rule == "question_not_askable":
        return f"{text('fault-question-not-askable')} {names.step(rest)}"
    if rule in {"hard_flag_stands", "flag_unresolved"}:
        return text(f"fault-{rule.replace('_', '-')}", flag=names.flag(rest))
    return text(f"fault-{rule.replace('_', '-')}", **_doses(rule, draft, weight_kg))


def field_words(name: str, text: Text) -> str:
    """What the form calls a field."""
    called = text(FIELDS[name])
    return f"{called} {text('decision-reason')}" if name.endswith(".reason") else called


def warning_words(code: str, text: Text, draft: Draft, weight_kg: float | None, flag_words: Callable[[str], str]) -> str:
    """A warning as one sentence."""
    rule, _, rest = code.partition(":")
    if rule == "dose_outside_1_to_2_million_per_kg" and draft.protocol is not None:
        return text("warn-dose-outside-1-to-2-million-per-kg", each=_plain(per_kg(draft.protocol, weight_kg)))
    told = text(f"warn-{rule.replace('_', '-')}")
    if rule == "letter_in_another_language":
        return f"{told} {text(f'tongue-{rest}') if rest in LANGUAGES else rest}"
    if rest in REASONS:
        return f"{told} {text(f'reason-{rest}')}"
    return f"{told} {flag_words(rest)}" if rest else told


def _doses(rule: str, draft: Draft | None, weight_kg: float | None) -> dict[str, str]:
    """Both doses that contradict each other, in figures."""
    if rule != "million_per_kg_contradicts_million_total" or draft is None or draft.protocol is None or weight_kg is None:
        return {}
    protocol, computed = draft.protocol, computed_total(draft.protocol, weight_kg)
    figures = {"each": protocol.million_per_kg, "kg": weight_kg, "computed": computed, "written": protocol.million_total}
    return {name: _plain(figure) for name, figure in figures.items()}


def _plain(number: object) -> str:
    return f"{number:.6g}" if isinstance(number, float) else str(number)
