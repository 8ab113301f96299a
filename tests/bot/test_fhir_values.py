"""What stands in an answer is of its question's type: a quantity is a number with a unit, a date one of the calendar, words are words."""

from typing import Any

import pytest

from bot.fhir_conform import VALUES, faults

UNIT = {"value": 82, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"}


def said(kind: str, value: Any) -> list[str]:
    """The faults of one answer to one question of this type."""
    asked = {"resourceType": "Questionnaire", "url": "q", "version": "1", "item": [{"linkId": "a", "type": kind}]}
    answer = {"linkId": "a", "answer": [{VALUES[kind]: value}]}
    given = {"resourceType": "QuestionnaireResponse", "id": "r", "questionnaire": "q|1", "item": [answer]}
    return faults({"entry": [{"resource": asked}, {"resource": given}]})


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(("quantity", UNIT), ("quantity", {"value": 7.5, "unit": "h"}), ("quantity", {"value": 3}), ("text", "palabras")),
        *(("date", "2025"), ("date", "2025-03"), ("date", "2024-02-29"), ("string", "Ana"), ("decimal", 0)),
    ],
)
def test_a_value_of_its_type_conforms(kind: str, value: Any) -> None:
    """As they leave."""
    assert said(kind, value) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(("quantity", 82), ("quantity", {"unit": "kg"}), ("quantity", {"value": "82"}), ("quantity", {"value": True})),
        *(("quantity", {"value": 82, "code": "kg"}), ("quantity", {"value": 82, "unit": ""}), ("quantity", {**UNIT, "said": "mucho"})),
        *(("quantity", {"value": float("nan")}), ("decimal", float("inf")), ("decimal", None)),
        *(("date", "3/2025"), ("date", "2025-02-30"), ("date", "2025-3"), ("date", 2025), ("date", "2025-03-01T10:00")),
        *(("text", ""), ("text", 4), ("string", None), ("string", " ")),
    ],
)
def test_a_value_of_another_type_is_a_fault(kind: str, value: Any) -> None:
    """Named by its question."""
    assert [fault.partition(":")[0] for fault in said(kind, value)] == ["a"]


def test_words_for_a_choice_are_a_fault_and_no_crash() -> None:
    """Whatever stands where a code should."""
    asked = {"linkId": "a", "type": "choice", "answerOption": [{"valueCoding": {"system": "s", "code": "c"}}]}
    given = {"linkId": "a", "answer": [{"valueCoding": "c"}]}
    questionnaire = {"resourceType": "Questionnaire", "url": "q", "version": "1", "item": [asked]}
    response = {"resourceType": "QuestionnaireResponse", "id": "r", "questionnaire": "q|1", "item": [given]}
    assert faults({"entry": [{"resource": questionnaire}, {"resource": response}]}) == ["a: not one of its options"]
