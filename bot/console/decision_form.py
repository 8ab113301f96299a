"""The physician's form: its fields become the same body the JSON API takes, so one set of rules judges both.

Knows field names; must not know what a decision does. A field that cannot be read is a fault with its name, never a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from pydantic import ValidationError

from bot.api_decisions import DecisionBody
from bot.console.decision_faults import field_fault
from bot.console.visit import Form
from flows.decision import QUESTIONS, REASONS, Draft, Reason, Route

ROUTES: Final = get_args(Route)
REASON_ORDER: Final = tuple(reason for reason in get_args(Reason) if reason in REASONS)
ADJUNCTS: Final = 3
"""Rows for adjuncts on the form."""
_TEXTS: Final = ("documents_none", "would_change", "condition", "referral", "reason_text")
_LISTS: Final = ("documents", "expected_response", "measurement_plan")
_PROTOCOL_TEXTS: Final = ("indication", "route", "image_guidance", "rehabilitation_before", "rehabilitation_after", "sequence", "first")
_NUMBERS: Final = ("sessions", "million_per_kg", "million_total", "weeks_before")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as filled in: the draft, or why there is none as codes (`bot/console/decision_faults.py`).

    `rest` is the draft without its `unread` members, so that what else stands against it is told along with them.
    """

    draft: Draft | None
    faults: tuple[str, ...] = ()
    rest: Draft | None = None
    unread: frozenset[str] = frozenset()


def read(form: Form) -> Filled:
    """The draft of a form."""
    body = _body(form)
    try:
        return Filled(DecisionBody.model_validate(body).draft())
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    unread = frozenset(str(each["loc"][0]) for each in wrong)
    return Filled(None, tuple(dict.fromkeys(map(field_fault, wrong))), _rest(body, unread), unread)


def _rest(body: Mapping[str, Any], unread: frozenset[str]) -> Draft | None:
    """What can be read of a form without some members; None without the outcome, on which everything hangs."""
    kept = {name: value for name, value in body.items() if name not in unread}
    return None if "outcome" in unread else DecisionBody.model_validate(kept).draft()


def _body(form: Form) -> dict[str, Any]:
    body: dict[str, Any] = {name: form.one(name) for name in _TEXTS} | {name: _lines(form.one(name)) for name in _LISTS}
    body["outcome"] = form.one("outcome")
    body["patient_text"] = form.one("letter")
    body["reasons"] = form.all("reasons")
    body["questions"] = form.all("questions")
    body["follow_up_on"] = form.one("follow_up_on") or None
    body["answers"] = {name: _answer(form, name) for name in QUESTIONS if form.one(f"{name}-yes")}
    body["flags"] = [_flag(form, place) for place in range(len(form.all("flag"))) if form.one(f"resolution-{place}")]
    body["protocol"] = _protocol(form) if form.one("with_protocol") else None
    return body


def _answer(form: Form, name: str) -> dict[str, Any]:
    return {"yes": form.one(f"{name}-yes") == "yes", "reason": _line(form.one(f"{name}-reason"))}


def _flag(form: Form, place: int) -> Mapping[str, str]:
    return {
        "id": form.all("flag")[place],
        "resolution": form.one(f"resolution-{place}"),
        "note": _line(form.one(f"resolution-note-{place}")),
    }


def _protocol(form: Form) -> dict[str, Any]:
    told: dict[str, Any] = {name: form.one(f"protocol-{name}") for name in _PROTOCOL_TEXTS}
    told["indication"] = _line(told["indication"])
    told |= {name: number for name in _NUMBERS if (number := form.one(f"protocol-{name}").replace(",", "."))}
    named = [(_line(form.one(f"adjunct-{place}")), form.one(f"disclosure-{place}")) for place in range(ADJUNCTS)]
    return {**told, "adjuncts": [{"name": name, "disclosure": disclosure} for name, disclosure in named if name or disclosure]}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _line(text: str) -> str:
    """One line, wherever it was broken: these fields keep their words when a browser goes back, which a field of one line does not."""
    return " ".join(text.split())
