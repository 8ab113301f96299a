"""The guard reads every free word of a decision: no amount of money anywhere, no promise in what the patient is handed."""

from dataclasses import fields, is_dataclass
from itertools import count
from typing import Any

import pytest

from bot.decision_words import unsayable, words_of
from flows.decision import QUESTIONS, Adjunct, Candidacy, Draft, FlagResolved, Protocol
from tests.bot.console.people import signed_in
from tests.bot.console.test_case import SIGNED
from tests.bot.console.test_queue import words
from tests.bot.reviewing import ACCEPTED, act, in_queue
from tests.bot.rig import Rig

CODES = frozenset({"outcome", "reasons", "route", "resolution", "id", "follow_up_on", "questions"})
"""Fields that hold codes and days, never a free word."""
MONEY = "Cuesta 200 dólares."
PROMISE = "Le garantizo que se va a curar."


def full() -> Draft:
    """A decision with another word in every field."""
    number = count()

    def word() -> str:
        return f"palabra{next(number)}"

    protocol = Protocol(word(), "intravenous", 1, None, None, word(), word(), word(), (Adjunct(word(), word()),), word(), word(), 2)
    answers: dict[str, Candidacy] = {question: Candidacy(yes=True, reason=word()) for question in QUESTIONS}
    told: dict[str, Any] = {name: word() for name in ("documents_none", "would_change", "condition", "referral", "reason_text")}
    told |= {name: (word(), word()) for name in ("documents", "expected_response", "measurement_plan")}
    return Draft("accepted", answers, (), word(), flags=(FlagResolved("minor", "stands", word()),), protocol=protocol, **told)


def free_words(part: Any) -> set[str]:
    """Every string of a draft that is no code, whatever fields a draft may have one day."""
    if isinstance(part, str):
        return {part}
    if is_dataclass(part):
        return set().union(*(free_words(getattr(part, field.name)) for field in fields(part) if field.name not in CODES))
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, tuple) else ()
    return set().union(*map(free_words, inner))


def test_no_field_of_free_words_is_left_out() -> None:
    """A field added to a decision is red here until the guard reads it."""
    draft = full()
    read = [each.text for each in words_of(draft)]
    assert (set(read), len(read)) == (free_words(draft), len(free_words(draft)))


def test_promises_are_stopped_where_the_patient_reads_and_nowhere_else() -> None:
    """A colleague may be told what the patient hopes for."""
    handed = Draft("accepted", {}, (), "Carta.", expected_response=(PROMISE,))
    record = Draft("accepted", {}, (), "Carta.", would_change=PROMISE)
    found = unsayable(handed, "es")
    assert found is not None
    assert {each.field for each in found.findings} == {"expected_response"}
    assert unsayable(record, "es") is None


def test_a_protocol_may_say_what_to_stop_before_it() -> None:
    """A physician's own instruction, and not for a letter."""
    stop = "Deje de tomar su medicamento una semana antes."
    protocol = Protocol("Artrosis", "intra_articular", 1, first=stop)
    assert unsayable(Draft("accepted", {}, (), "Carta.", protocol=protocol), "es") is None
    found = unsayable(Draft("accepted", {}, (), stop), "es")
    assert found is not None
    assert found.findings[0].rule == "stop_care"


BODIES: dict[str, dict[str, Any]] = {
    "answers.fitness.reason": {"answers": {**ACCEPTED["answers"], "fitness": {"yes": True, "reason": MONEY}}},
    "flags.note": {"flags": [{"id": "minor", "resolution": "stands", "note": MONEY}]},
    "documents_none": {"documents": [], "documents_none": MONEY},
    **{name: {name: [MONEY]} for name in ("documents", "expected_response", "measurement_plan")},
    **{name: {name: MONEY} for name in ("would_change", "condition", "referral", "reason_text", "patient_text")},
    "protocol.rehabilitation_after": {
        "protocol": {"indication": "x", "route": "intravenous", "sessions": 1, "million_per_kg": 1, "rehabilitation_after": MONEY},
    },
}


@pytest.mark.parametrize("field", BODIES)
async def test_an_amount_is_refused_by_name_of_its_field(rig: Rig, field: str) -> None:
    """By the API, with the rule, the phrase and the field; nothing is written."""
    case_id = await in_queue(rig)
    answer = await act(rig, "physician", case_id, "decision", {**ACCEPTED, **BODIES[field]})
    told = answer.json()
    assert (answer.status_code, told["rule"], told["guard_rule"]) == (422, "guard", "price")
    assert {each["field"] for each in told["findings"]} == {field}
    assert ("Amounts" in told["detail"]) == (field != "patient_text")


async def test_the_form_says_where_the_amount_stands(rig: Rig) -> None:
    """At both presses; what was typed is kept."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        for step in ("confirm", "sign"):
            answer = await doctor.decides(case_id, {**SIGNED, "measurement_plan": MONEY, "step": step})
            assert answer.status_code == 422
            told = words(answer).partition("Todavía no se puede firmar: ")[2]
            assert told.startswith("Plan de medición: Cuesta 200 (precio). Las cantidades nunca se guardan")
            assert MONEY in answer.text
