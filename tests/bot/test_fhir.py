"""Interchange documents: valid FHIR as an independent library reads it, answers that answer their questions, and a wrong one caught."""

import copy
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fhir.resources.R4B.bundle import Bundle

from bot.check_in_body import check_in_body
from bot.commands.fhir import fhir
from bot.fhir import PRIORITIES, STATUSES, Told, bundle
from bot.fhir_answers import MASKED, response
from bot.fhir_conform import faults
from bot.fhir_questionnaire import questionnaire
from flows import handoff
from flows.books import FLOWS, STEPS
from flows.effects import CheckInEnded
from flows.packet import packet
from flows.session import Session
from storage.cases import Case
from storage.check_ins import Answered
from storage.database import Database
from storage.models_cases import PRIORITIES as KNOWN_PRIORITIES
from tests.bot.followed import answers, followed
from tests.bot.rig import Rig
from tests.bot.test_api import call, held_case
from tests.conftest import DATA_KEY
from tests.flows.patient import Patient, Reply, everywhere, patient
from tests.follow_up import finished

AT = datetime(2026, 4, 2, 16, 0, tzinfo=UTC)
CASE = Case(1, "c" * 32, 1, 1, "p" * 32, "telegram", "es", "new", "routine", (), "", "", None, 1, "r1", "p1", 1, AT, AT, AT, None, None)
ILL: Mapping[str, Reply] = {
    "subject.age": "3 de mayo de 1961",
    "medicines.list": "warfarina, ácido fólico",
    "host.offer": "yes",
    "contact.reach": "phone",
    "contact.name": "Zafiro Quetzal",
    "contact.phone": "+52 55 1234 0099",
    "research.opt_in": "yes",
}
"""Somebody with a medicine of concern, who tells much."""
LIVES: Mapping[str, Mapping[str, Reply]] = {
    "healthy": {},
    "ill": ILL,
    "for another": {"subject.who": "other", "inquiry.condition": "no", "inquiry.duration": "3 meses"},
    "with a hard flag": {"screening.immunomodulator": "yes"},
    "refuses": {"consent.health_data": "no"},
}


@cache
def lived(life: str) -> Session:
    """One whole intake."""
    return patient(display_name="").finishes(LIVES[life]).session


@cache
def checked_in(kind: str = "full") -> dict[str, Any]:
    """One whole check-in as it is kept; every question that may be skipped is, but pain."""
    opened = everywhere()["check_in.red_flags"]
    assert opened.check_in is not None
    one = Patient(replace(opened, check_in=replace(opened.check_in, kind=kind))).finishes({"check_in.pain": "4"})
    return check_in_body(next(effect for effect in one.effects if isinstance(effect, CheckInEnded)))


def told(session: Session, **more: Any) -> Told:
    """A case of this intake with two check-ins."""
    check_ins = (Answered("2d", AT, checked_in("safety")), Answered("1m", AT, checked_in()))
    return replace(Told(CASE, packet(session), session.consents, check_ins, "Regeneris"), **more)


def of(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The resources of a kind."""
    return [entry["resource"] for entry in document["entry"] if entry["resource"]["resourceType"] == kind]


def references(value: Any) -> set[str]:
    """Every reference below a value."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if not isinstance(value, dict):
        return set()
    own = {value["reference"]} if isinstance(value.get("reference"), str) else set()
    return own | set().union(*map(references, value.values()))


def valid(document: dict[str, Any]) -> None:
    """Valid for the library, every reference leads to an entry, every id stands once, every answer answers its question."""
    Bundle.model_validate(copy.deepcopy(document))
    urls = [entry["fullUrl"] for entry in document["entry"]]
    assert len(urls) == len(set(urls))
    assert references(document) <= set(urls)
    assert faults(document) == []


@pytest.mark.parametrize("life", LIVES)
def test_a_document_is_valid_whatever_was_told(life: str) -> None:
    """With all its answers to all its questions."""
    document = bundle(told(lived(life)), AT)
    valid(document)
    given = {item["linkId"] for one in of(document, "QuestionnaireResponse") for group in one["item"] for item in group["item"]}
    assert {answer["step"] for answer in packet(lived(life))["answers"]} <= given


@pytest.mark.parametrize("language", ["es", "en", "pt", "fr"])
def test_a_document_speaks_the_patients_language(language: str) -> None:
    """The questions are told in the words they were asked in, and valid in each."""
    document = bundle(told(finished(language), case=replace(CASE, language=language)), AT)
    valid(document)
    assert {one["language"] for one in of(document, "Questionnaire")} == {language}


def test_every_kind_of_resource_is_there() -> None:
    """Patient, both questionnaires with their answers, consents, flags, the hand-off, scores."""
    session = lived("ill")
    document = bundle(told(session), AT)
    counts = {kind: len(of(document, kind)) for kind in ("Patient", "Questionnaire", "QuestionnaireResponse", "Consent", "Flag", "Task")}
    flags = packet(session)["flags"]
    assert flags
    assert counts == {
        "Patient": 1,
        "Questionnaire": 2,
        "QuestionnaireResponse": 3,
        "Consent": len(session.consents),
        "Flag": len(flags),
        "Task": 1,
    }
    assert of(document, "Observation")


def sample(step_id: str, value: Any) -> dict[str, Any]:
    """An answer as the packet holds it."""
    return {"step": step_id, "value": value, "unit": "", "said": "palabras", "unsure": False, "skipped": False}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_answer_to_every_question_conforms(step: Any) -> None:
    """Each option of each choice, and an answer of each other kind."""
    flow = next(name for name, each in FLOWS.items() if step in each.steps)
    asked, person = questionnaire(flow, "es", "Regeneris"), {"id": "x"}
    other: dict[str, Any] = {"date": "2025-03", "medicines": ("metformina", "ibuprofeno"), "age_or_birthdate": 61}
    numbers = {"duration", "weight", "height", "sleep_hours", "percent_hba1c", "pain_0_10", "number", "days_per_week"}
    values = step.asks.options or [4 if step.asks.kind in numbers else other.get(step.asks.kind, "palabras")]
    if step.asks.offer == "recognised":
        values = ["knee_osteoarthritis", "none"]
    for value in values:
        given = response(asked, flow, person, "n", AT, [sample(step.id, (value,) if step.asks.multi else value)])
        assert faults({"entry": [{"resource": asked}, {"resource": given}]}) == []
        assert [item["linkId"] for group in given["item"] for item in group["item"]] == [step.id]


def item_of(document: dict[str, Any], step: str) -> dict[str, Any]:
    """The answered item of a step."""
    items = [item for one in of(document, "QuestionnaireResponse") for group in one["item"] for item in group["item"]]
    return next(item for item in items if item["linkId"] == step)


WRONG: Mapping[str, tuple[str, Any]] = {
    "an option nobody offers": ("subject.who", [{"valueCoding": {"system": "urn:candor:option:subject.who", "code": "everyone"}}]),
    "the option of another question": ("subject.who", [{"valueCoding": {"system": "urn:candor:option:inquiry.side", "code": "left"}}]),
    "words for a choice": ("subject.who", [{"valueString": "para mí"}]),
    "two answers to one question": ("check_in.pain", [{"valueDecimal": 3}, {"valueDecimal": 4}]),
    "a pain of eleven": ("check_in.pain", [{"valueDecimal": 11}]),
    "a number in words": ("check_in.pain", [{"valueDecimal": "4"}]),
    "no answer and no reason": ("check_in.pain", []),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_planted_wrong_answer_is_caught(wrong: str) -> None:
    """Named by its question, never by what it says."""
    document = bundle(told(finished()), AT)
    assert faults(document) == []
    step, planted = WRONG[wrong]
    item_of(document, step)["answer"] = planted
    found = faults(document)
    assert found
    assert {fault.partition(":")[0] for fault in found} == {step}
    assert "everyone" not in str(found)


def test_a_planted_wrong_item_is_caught() -> None:
    """One that nobody asked, one in another's group, one twice, answers without their questionnaire."""
    document = bundle(told(finished()), AT)
    intake = of(document, "QuestionnaireResponse")[0]
    group, other = intake["item"][0], intake["item"][1]
    for planted in ({"linkId": "subject.shoe_size", "answer": [{"valueDecimal": 43}]}, other["item"][0], group["item"][0]):
        group["item"].append(planted)
        assert faults(document)
        group["item"].pop()
    assert faults(document) == []
    intake["questionnaire"] = "urn:candor:questionnaire:other|1"
    assert faults(document) == [f"{intake['id']}: its questionnaire is not here"]


def test_a_person_is_an_opaque_identifier() -> None:
    """Neither name nor number stands anywhere; that they were told does, as masked."""
    document = bundle(told(lived("ill")), AT)
    written = json.dumps(document, ensure_ascii=False)
    assert [word for word in ("Zafiro", "Quetzal", "12340099", "1234 0099") if word in written] == []
    masked = item_of(document, "contact.name")
    assert ("answer" in masked, masked["extension"][0]["valueCode"]) == (False, "masked")
    assert set(STEPS) >= MASKED
    assert of(document, "Patient")[0]["identifier"] == [{"system": "urn:candor:patient", "value": CASE.patient_ref}]


def test_a_birth_date_is_told_only_where_it_is_known() -> None:
    """An age in years is no date."""
    known, unknown = (of(bundle(told(lived(life)), AT), "Patient")[0] for life in ("ill", "healthy"))
    assert (known["birthDate"], "birthDate" in unknown) == ("1961-05-03", False)


def test_a_skip_is_told_as_a_skip() -> None:
    """Declined, not empty and not invented."""
    skipped = item_of(bundle(told(lived("healthy")), AT), "medicines.list")
    assert (skipped["extension"][0]["valueCode"], "answer" in skipped) == ("asked-declined", False)


def test_a_rating_tells_what_was_rated() -> None:
    """The activity in the person's own words, which only the first check-in asks for."""
    document = bundle(told(finished()), AT)
    assert [item_of(document, f"check_in.activity_{place}")["text"] for place in (1, 2, 3)] == ["subir escaleras", "dormir", "caminar"]


def test_every_consent_stands_as_it_was_given() -> None:
    """The latest of a kind is active or rejected, an earlier one inactive."""
    session = lived("ill")
    research = next(consent for consent in session.consents if consent.kind == "research")
    both = (*session.consents, replace(research, given=False))
    found = [each for each in of(bundle(told(session, consents=both), AT), "Consent") if each["scope"]["coding"][0]["code"] == "research"]
    assert [(each["status"], each["provision"]["type"]) for each in found] == [("inactive", "permit"), ("rejected", "deny")]


def test_a_cleared_flag_is_inactive() -> None:
    """And keeps the words it was raised by."""
    seen = dict(packet(lived("ill")))
    seen["flags"] = [{**seen["flags"][0], "quote": "tomo warfarina", "cleared_by": "s1"}, *seen["flags"][1:]]
    flags = of(bundle(told(lived("ill"), packet=seen), AT), "Flag")
    assert (flags[0]["status"], flags[0]["code"]["text"]) == ("inactive", "tomo warfarina")
    assert {flag["status"] for flag in flags[1:]} <= {"active"}


def test_a_score_is_an_observation_of_its_answers() -> None:
    """With its value and what it is derived from; without a score it says so."""
    body = checked_in()
    empty = {**body, "readings": [{**body["readings"][0], "value": None}]}
    document = bundle(told(finished(), check_ins=(Answered("1m", AT, body), Answered("3m", AT, empty))), AT)
    valid(document)
    pain = [each for each in of(document, "Observation") if each["code"]["coding"][0]["code"] == "nrs_pain"]
    assert (pain[0]["valueQuantity"]["value"], "valueQuantity" in pain[1], "dataAbsentReason" in pain[1]) == (4.0, False, True)
    responses = {f"urn:uuid:{each['id']}": each["identifier"]["value"] for each in of(document, "QuestionnaireResponse")[1:]}
    assert [responses[each["derivedFrom"][0]["reference"]] for each in pain] == ["1m", "3m"]


def test_every_status_and_priority_has_its_task() -> None:
    """None is missing, and each is a status the library knows."""
    assert set(STATUSES) == set(handoff.STATUSES)
    assert set(PRIORITIES) == set(KNOWN_PRIORITIES)
    for status in STATUSES:
        valid(bundle(Told(replace(CASE, status=status), {}, (), (), "Regeneris"), AT))


def test_answers_of_another_release_are_counted() -> None:
    """A step that is no more cannot be told, and is not lost silently."""
    seen = dict(packet(finished()))
    seen["answers"] = [*seen["answers"], sample("subject.shoe_size", "43")]
    document = bundle(told(finished(), packet=seen), AT)
    valid(document)
    assert of(document, "QuestionnaireResponse")[0]["extension"][0]["valueInteger"] == 1


async def test_the_route_gives_the_document_and_leaves_its_audit_rows(rig: Rig) -> None:
    """As FHIR's own media type; the look and the export are both noted."""
    case_id = await held_case(rig)
    answer = await call(rig, "physician", "GET", f"/cases/{case_id}/fhir")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/fhir+json")
    valid(answer.json())
    assert of(answer.json(), "Flag")
    with rig.parts.database.read() as uow:
        rows = [(entry.action, dict(entry.detail)) for entry in uow.audit.page(0, 500) if entry.object == case_id]
    assert rows[-2:] == [("case.read", {}), ("case.exported", {"format": "fhir-r4"})]


def test_the_command_prints_the_document(database: Database, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the check-ins of the case, on both databases; an unknown case is said, and the look is noted."""
    given = {"APP_ENV": "test", "DATABASE_URL": database_url, "APP_DATA_DIR": str(tmp_path / "data"), "APP_DATA_KEYS": DATA_KEY}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with database.write() as uow:
        one = followed(uow, "ana", finished())
        uow.cases.put_packet(one.case, packet(finished()), AT)
        answers(uow, one, checked_in())
        uow.commit()
    done = CliRunner().invoke(fhir, [one.case.case_id])
    assert done.exit_code == 0
    document = json.loads(done.output)
    valid(document)
    assert of(document, "Task")[0]["businessStatus"]["coding"][0]["code"] == "treated"
    assert (len(of(document, "QuestionnaireResponse")), bool(of(document, "Observation"))) == (2, True)
    with database.read() as uow:
        assert [(entry.actor, entry.action) for entry in uow.audit.page(0, 500)][-1] == ("operator", "case.exported")
    assert CliRunner().invoke(fhir, ["unknown"]).exit_code == 1
