"""Long questionnaires in an interchange document: answers to their own instrument, a score a scale, and no licensed wording."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.fhir import bundle
from bot.fhir_conform import faults
from flows.protocol import load
from flows.scoring import score
from storage.check_ins import Answered
from tests.bot.test_fhir import AT, checked_in, of, told, valid
from tests.follow_up import finished


def form(measure: str, **more: Any) -> dict[str, Any]:
    """A filled form as it is kept, the last item passed over."""
    ids = load().measures[measure].item_ids
    known = {item: next((value for value in (1, 4) if load().measures[measure].group_of(item).takes(value)), None) for item in ids}
    items = {**known, ids[-1]: None}
    scored = score(load().measures[measure], items)
    told_by = {"version": scored.version, "scorer": 1, "mode": "form", "language": "es", "at": (AT + timedelta(days=6)).isoformat()}
    return {"measure": measure, "items": items, "value": scored.value, "scores": dict(scored.scores), **told_by, **more}


def with_forms(*readings: dict[str, Any], milestones: Sequence[str] = ("1m",)) -> dict[str, Any]:
    """The document of a case whose check-ins have these forms."""
    body = checked_in()
    rows = tuple(Answered(milestone, AT, {**body, "readings": [*body["readings"], *readings]}) for milestone in milestones)
    return bundle(told(finished(), check_ins=rows), AT)


@pytest.mark.parametrize("measure", [name for name, each in load().measures.items() if each.delivery == "form"])
def test_a_form_is_a_response_to_its_own_instrument(measure: str) -> None:
    """Every answer, and what was passed over as declined; valid and conforming whatever the instrument."""
    document = with_forms(form(measure))
    valid(document)
    asked = next(each for each in of(document, "Questionnaire") if each["name"] == f"candor_{measure}")
    given = next(each for each in of(document, "QuestionnaireResponse") if each["questionnaire"].startswith(f"{asked['url']}|"))
    assert [item["linkId"] for item in given["item"]] == list(load().measures[measure].item_ids)
    assert ("answer" in given["item"][-1], given["item"][-1]["extension"][0]["valueCode"]) == (False, "asked-declined")


def test_an_instruments_wording_does_not_leave() -> None:
    """Its items are told by id and range."""
    asked = next(each for each in of(with_forms(form("koos")), "Questionnaire") if each["name"] == "candor_koos")
    assert {tuple(sorted(item)) for item in asked["item"]} == {("extension", "linkId", "type")}


def test_every_scale_is_an_observation_of_the_forms_answers() -> None:
    """By its own code, on the day of the form; no code says that the instrument has a total."""
    document = with_forms(form("koos"))
    found = {each["code"]["coding"][0]["code"]: each for each in of(document, "Observation") if "koos" in str(each["code"])}
    assert list(found) == ["koos.pain", "koos.symptoms", "koos.adl", "koos.sport", "koos.qol"]
    given = next(each for each in of(document, "QuestionnaireResponse") if "koos" in each["questionnaire"])
    assert {each["derivedFrom"][0]["reference"] for each in found.values()} == {f"urn:uuid:{given['id']}"}
    assert {each["effectiveDateTime"] for each in found.values()} == {given["authored"]} == {"2026-04-08T16:00:00Z"}


def test_a_scale_without_a_score_leaves_the_others() -> None:
    """It says that there is none."""
    items = {item: None if item.startswith("P") else 1 for item in load().measures["koos"].item_ids}
    scores = dict(score(load().measures["koos"], items).scores)
    document = with_forms(form("koos", items=items, scores=scores, value=None))
    found = [each for each in of(document, "Observation") if "koos" in str(each["code"])]
    assert ["valueQuantity" in each for each in found] == [False, True, True, True, True]


def test_a_state_is_told_as_its_digits() -> None:
    """It is no quantity."""
    found = [each for each in of(with_forms(form("eq5d_5l")), "Observation") if "eq5d_5l.state" in str(each["code"])]
    assert found[0]["valueString"] == "11111"


def test_an_instrument_filled_in_twice_is_told_once_with_both_answers() -> None:
    """One questionnaire, a response for each check-in."""
    document = with_forms(form("koos"), milestones=("1m", "3m"))
    valid(document)
    asked = [each for each in of(document, "Questionnaire") if "koos" in each["name"]]
    given = [each for each in of(document, "QuestionnaireResponse") if "koos" in each["questionnaire"]]
    assert (len(asked), [each["identifier"]["value"] for each in given]) == (1, ["1m", "3m"])


def test_a_wrong_answer_of_a_form_is_caught() -> None:
    """Out of its range."""
    document = with_forms(form("koos"))
    given = next(each for each in of(document, "QuestionnaireResponse") if "koos" in each["questionnaire"])
    given["item"][3]["answer"] = [{"valueDecimal": 5}]
    assert faults(document) == ["S4: out of its range"]
