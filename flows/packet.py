"""The packet a physician reads: what was said, in order, with every flag and every gap. No recommendation stands in it.

One shape for the queue, the API and print (`contract.md` 7). Values are as stored, words as the patient wrote them.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flows.assessment import age, flags, priority
from flows.books import FLOWS, STEPS
from flows.evidence import answered, confirmed
from flows.position import walk
from flows.protocol import load
from flows.session import Answer, Consent, Flag, Session


def packet(session: Session) -> dict[str, Any]:
    """Everything of the case as plain JSON values."""
    conditions = confirmed(session)
    tier = load().evidence[conditions[0]].tier if conditions else None
    given = answered(session)
    path = list(walk(session, flow="intake"))
    counted = [given[step] for step in _counting(path, given, session.asked_again)]
    return {
        "revision": session.revision,
        "protocol_version": session.protocol_version,
        "language": session.language,
        "priority": priority(session),
        "indication": list(conditions),
        "evidence_tier": tier,
        "complaint": _said(given.get("inquiry.complaint")),
        "tried": _said(given.get("inquiry.tried")),
        "hopes": _said(given.get("inquiry.hopes")),
        "medicines": _said(given.get("medicines.list")),
        "age": age(session),
        "proxy": _value(given, "subject.who") == "other",
        "relation": _value(given, "subject.relation"),
        "contact": {
            "name": _value(given, "contact.name") or session.display_name,
            "reach": _value(given, "contact.reach"),
            "phone": _value(given, "contact.phone"),
        },
        "flags": [_flag(flag) for flag in flags(session)],
        "answers": [_answer(answer) for answer in counted],
        "unanswered": _unanswered(path, counted),
        "unsure": [answer.step for answer in counted if answer.unsure and not answer.skipped],
        "corrected": [_answer(answer) for answer in session.superseded if not answer.step.startswith(("review.", "check_in."))],
        "expectation": _expectation(session),
        "consents": [_consent(consent) for consent in session.consents],
        "protocol_signature": "awaiting signature" if load().signature is None else "signed",
    }


def _counting(path: list[str], given: Mapping[str, Answer], asked_again: tuple[str, ...]) -> list[str]:
    """The steps whose answers count: those on the path; and, where a physician asked again, those beyond the gap that this may leave."""
    if not asked_again:
        return [step for step in path if step in given]
    order = list(STEPS)
    gap = order.index(path[-1]) if path[-1] in STEPS else len(order)
    return [step for step in order if step in given and (step in path or step in asked_again or order.index(step) > gap)]


def _moment(at: datetime) -> str:
    """UTC ISO 8601 with `Z`, as everywhere in the API."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _answer(answer: Answer) -> dict[str, Any]:
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    return {
        "step": answer.step,
        "value": value,
        "unit": answer.unit,
        "said": answer.said,
        "message_n": answer.n,
        "unsure": answer.unsure,
        "skipped": answer.skipped,
        "at": _moment(answer.at),
        "late": list(answer.late),
    }


def _flag(flag: Flag) -> dict[str, Any]:
    return {"id": flag.id, "severity": flag.severity, "source": flag.source, "quote": flag.quote, "message_n": flag.n}


def _consent(consent: Consent) -> dict[str, Any]:
    return {
        "kind": consent.kind,
        "given": consent.given,
        "at": _moment(consent.at),
        "version": consent.version,
        "text_sha256": consent.text_sha256,
        "language": consent.language,
    }


def _expectation(session: Session) -> dict[str, Any] | None:
    shown = session.expectation
    if shown is None:
        return None
    return {
        "message_key": shown.message_key,
        "version": shown.version,
        "language": shown.language,
        "text_sha256": shown.text_sha256,
        "understood": shown.understood,
        "answer": shown.answer,
        "at": _moment(shown.at),
    }


def _unanswered(path: list[str], counted: list[Answer]) -> list[str]:
    """Questions on the path that were skipped, and those never reached when the conversation ended early."""
    skipped = [answer.step for answer in counted if answer.skipped]
    if path[-1].startswith("end."):
        return skipped
    order = [step.id for step in FLOWS["intake"].steps]
    ahead = order[order.index(path[-1]) :]
    said = {answer.step for answer in counted}
    return skipped + [step for step in ahead if step not in said and STEPS[step].stage != "review" and step.count(".") == 1]


def _said(answer: Answer | None) -> str | None:
    return None if answer is None or answer.skipped else answer.said


def _value(given: Mapping[str, Answer], step: str) -> str | None:
    answer = given.get(step)
    return None if answer is None or answer.value is None else str(answer.value)
