"""What somebody typed into a form that could not be taken: in the words of the form, and packed to be carried through a sign-in.

Knows the fields of the console's forms and their texts; must not know why a form was refused. What a browser adds by itself (a token, a
version, the codes of flags) is not typed and is never shown. Nothing is stored here: what is packed travels in the body of a form.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from bot.console import csrf, labels
from bot.console.visit import Visit
from flows.decision import QUESTIONS

Fields = tuple[tuple[str, str], ...]

SECRETS: Final = frozenset({csrf.FIELD, "password", "new_password", "new_password_again", "code"})
_BY_ITSELF: Final = SECRETS | {"version", "step", "flag", "key", "confirmed", "next", "kept", "go"}
_RESUMED: Final = re.compile(r"/cases/[0-9a-f]+/decision")
"""Paths of forms that show again what is posted to them, with `step` = `edit`, and do nothing else: these alone are gone on with."""

_CODED: Final = {"outcome": "outcome", "reasons": "reason", "protocol-route": "route"}
"""Fields that hold codes, and the kind of word each code has."""
_NAMES: Final = {
    "text": "reply-text", "note": "note-text", "reference": "paper-reference", "date": "paper-date", "letter": "decision-letter",
    "outcome": "decision-outcome", "reasons": "decision-reasons", "questions": "decision-ask-again", "with_protocol": "protocol-with",
    "expected_response": "decision-expected", "measurement_plan": "decision-measures",
    **{name: f"decision-{name.replace('_', '-')}" for name in (
        "documents", "documents_none", "reason_text", "condition", "follow_up_on", "referral", "would_change",
    )},
    **{f"protocol-{name}": f"protocol-{name}" for name in (
        "indication", "route", "sessions", "million_per_kg", "million_total", "image_guidance", "first", "weeks_before",
        "rehabilitation_before", "rehabilitation_after", "sequence",
    )},
}  # fmt: skip
"""What the forms call their fields."""
_PRESET: Final = frozenset({"protocol-indication", "protocol-sessions"})
"""Filled in by us until a protocol summary is wanted."""
_LONG: Final = 20
"""Characters above which a field nobody has named here is worth keeping."""


def typed(visit: Visit) -> list[tuple[str, str]]:
    """What was typed or chosen: the field's name and its words, in the form's order; empty fields and hidden ones left out."""
    shown = [field for name, value in visit.form.fields if value.strip() and (field := _shown(visit, name, value))]
    return [(name, words) for name, words in shown if words]


def pack(visit: Visit) -> str:
    """All fields of a form that can be gone on with after a sign-in, for a hidden field; empty for any other form."""
    if not resumable(visit.request.url.path):
        return ""
    return json.dumps([field for field in visit.form.fields if field[0] not in SECRETS | {"step", "confirmed"}], ensure_ascii=False)


def unpack(visit: Visit, path: str) -> Fields:
    """The fields that came with a sign-in for the form at `path`; none where nothing did, or nothing that we packed."""
    try:
        given = json.loads(visit.form.one("kept") or "[]")
    except (ValueError, RecursionError):
        return ()
    return tuple(_pairs(given)) if resumable(path) and isinstance(given, list) else ()


def resumable(path: str) -> bool:
    """Whether the form at this path shows again what is posted to it."""
    return _RESUMED.fullmatch(path) is not None


def _pairs(given: list[object]) -> Iterator[tuple[str, str]]:
    for each in given:
        match each:
            case [str(name), str(value)] if name not in SECRETS:
                yield name, value


def _shown(visit: Visit, name: str, value: str) -> tuple[str, str] | None:
    if name in _BY_ITSELF or (name in _PRESET and not visit.form.one("with_protocol")):
        return None
    kind, _, place = name.rpartition("-")
    if kind in {"resolution", "resolution-note"}:
        return _of_flag(visit, kind, place, value)
    if kind in {"adjunct", "disclosure"} and place.isdecimal() and len(place) < len("100"):
        return visit.text(kind, n=int(place) + 1), value
    if kind in QUESTIONS:
        question = visit.text(f"question-{kind}")
        return question, labels.word("answer", value, visit.language) if place == "yes" else value
    if name not in _NAMES:
        return (visit.text("ended-kept"), value) if len(value) > _LONG else None
    return visit.text(_NAMES[name]), _value(visit, name, value)


def _value(visit: Visit, name: str, value: str) -> str:
    if name == "questions":
        return labels.step(value, visit.language)
    if name == "with_protocol":
        return visit.text("answer-yes")
    return labels.word(_CODED[name], value, visit.language) if name in _CODED else value


def _of_flag(visit: Visit, kind: str, place: str, value: str) -> tuple[str, str] | None:
    """How a flag was resolved, or the note to it, under the flag's name."""
    flags = visit.form.all("flag")
    if not place.isdecimal() or len(place) > len("100") or int(place) >= len(flags):
        return None
    words = labels.word("resolution", value, visit.language) if kind == "resolution" else value
    return labels.flag(flags[int(place)], visit.language), words
