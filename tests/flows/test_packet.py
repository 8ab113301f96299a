"""The packet a physician reads: its shape to the letter, its hashes over the exact words, and no recommendation anywhere."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from flows.packet import packet
from flows.protocol import load
from flows.speech import render
from messages.catalog import shipped
from messages.prompt import OFFERED, Prompt
from tests.flows.patient import Patient, Reply, at, patient

Severity = Literal["hard", "caution", "info"]


class Part(BaseModel):
    """Nothing more and nothing less than what is named, in the exact types."""

    model_config = ConfigDict(extra="forbid", strict=True)


class FlagShape(Part):
    """As the contract names it."""

    id: str = Field(pattern=r"^[a-z_]+(:[a-z0-9_]+)?$")
    severity: Severity
    source: Literal["answer", "free_text", "derived"]
    quote: str
    message_n: int | None


class AnswerShape(Part):
    """As the contract names it, with three fields of our own: skipped, when, and words that came late."""

    step: str = Field(pattern=r"^[a-z]+\.[a-z_]+(\.[a-z0-9_]+)?$")
    value: JsonValue
    unit: str
    said: str
    message_n: int | None
    unsure: bool
    skipped: bool
    at: str
    late: list[str]


class ConsentShape(Part):
    """As the contract names it, with the language the text was read in."""

    kind: Literal["privacy_notice", "health_data", "messaging", "research"]
    given: bool
    at: str
    version: str
    text_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    language: Literal["es", "en", "pt", "fr"]


class ExpectationShape(Part):
    """As the contract names it."""

    message_key: str = Field(pattern="^outcomes-")
    version: str
    language: Literal["es", "en", "pt", "fr"]
    text_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    understood: bool
    answer: str
    at: str


class ContactShape(Part):
    """How to reach the person."""

    name: str
    reach: str | None
    phone: str | None


class PacketShape(Part):
    """The whole packet."""

    revision: str
    protocol_version: str
    language: Literal["es", "en", "pt", "fr"]
    priority: Literal["emergency", "urgent", "routine"]
    indication: list[str]
    evidence_tier: Literal["strong", "moderate", "preliminary", "not_on_map"] | None
    complaint: str | None
    tried: str | None
    hopes: str | None
    medicines: str | None
    age: int | None
    proxy: bool
    relation: str | None
    contact: ContactShape
    flags: list[FlagShape]
    answers: list[AnswerShape]
    unanswered: list[str]
    unsure: list[str]
    corrected: list[AnswerShape]
    expectation: ExpectationShape | None
    consents: list[ConsentShape]
    protocol_signature: str


FULL: dict[str, Reply] = {
    "host.offer": "yes",
    "screening.ever": ("anticoagulant",),
    "screening.anticoagulant.medicine": "Eliquis 5 mg",
    "screening.recent": "unsure",
    "records.which": ("imaging", "laboratory"),
    "contact.reach": "phone",
    "subject.who": "other",
}
ENDS: dict[str, Patient] = {
    "nothing said": patient(),
    "first question": patient().says("hola"),
    "healthy": patient().finishes(),
    "everything told": patient().finishes(FULL),
    "hard": patient().finishes({"screening.pregnancy": "yes", "subject.age": "30"}),
    "refused": patient().finishes({"consent.health_data": "no"}),
    "minor": patient().finishes({"subject.age": "17"}),
    "emergency": at("inquiry.tried").says("me duele mucho el pecho"),
    "stopped": at("inquiry.tried").says("alto"),
    "other": patient().finishes({"inquiry.complaint": "algo raro me pasa"}),
    "corrected": at("review.summary").taps("change").taps("hopes").says("Subir escaleras").finishes(),
}


@pytest.mark.parametrize("end", ENDS)
def test_a_packet_has_exactly_its_shape(end: str) -> None:
    """However the conversation ended."""
    PacketShape.model_validate(packet(ENDS[end].session))


@pytest.mark.parametrize("end", ENDS)
def test_a_packet_is_plain_json(end: str) -> None:
    """It survives being written and read, and nothing in it is a type of ours."""
    told = packet(ENDS[end].session)
    assert json.loads(json.dumps(told, allow_nan=False)) == told


@pytest.mark.parametrize("end", ENDS)
def test_times_carry_their_zone(end: str) -> None:
    """Every time is an instant, in UTC, written with Z as everywhere in the API."""
    told = packet(ENDS[end].session)
    parts = (*told["answers"], *told["consents"], *told["corrected"])
    assert {datetime.fromisoformat(part["at"]).tzinfo for part in parts} <= {UTC}
    assert all(part["at"].endswith("Z") for part in parts)


@pytest.mark.parametrize("end", ENDS)
def test_a_packet_recommends_nothing(end: str) -> None:
    """No line of it says what to decide."""
    words = json.dumps(packet(ENDS[end].session)).lower()
    assert not [
        word for word in ("recommend", "candidate", "qualif", "eligib", "suitab", "score", "advice", "candidat", "apto") if word in words
    ]


def test_the_main_condition_comes_first_with_its_tier() -> None:
    """As the evidence map holds it."""
    told = packet(patient().finishes().session)
    assert (told["indication"], told["evidence_tier"]) == (["knee_osteoarthritis"], load().evidence["knee_osteoarthritis"].tier)


def test_an_unrecognised_condition_is_other() -> None:
    """The words are there, and no condition is made up."""
    told = packet(ENDS["other"].session)
    assert (told["indication"], told["complaint"]) == (["other"], "algo raro me pasa")


def test_words_stand_as_written() -> None:
    """Complaint, hopes and medicines are quotes, not readings."""
    told = packet(patient().finishes({"medicines.list": "  paracetamol 500mg c/8 h,  losartan"}).session)
    assert (told["complaint"], told["medicines"].strip()) == ("Tengo artrosis de rodilla", "paracetamol 500mg c/8 h,  losartan")


def test_every_flag_links_to_its_message() -> None:
    """A flag of an answer carries the words and the number of the message."""
    told = packet(ENDS["everything told"].session)
    numbers = {answer["step"]: answer["message_n"] for answer in told["answers"]}
    flag = next(flag for flag in told["flags"] if flag["id"] == "contraindication:anticoagulant")
    assert flag["message_n"] in {numbers["screening.ever"], numbers["screening.anticoagulant.medicine"]}


def test_what_was_unsure_is_listed() -> None:
    """By step, apart from the answers."""
    assert packet(ENDS["everything told"].session)["unsure"] == ["screening.recent"]


def test_what_was_skipped_is_listed_as_unanswered() -> None:
    """A skipped question is a gap the physician sees."""
    assert packet(patient().finishes({"inquiry.duration": "skip"}).session)["unanswered"] == ["inquiry.duration", "medicines.list"]


def test_what_was_never_reached_is_listed_as_unanswered() -> None:
    """An emergency in the middle leaves the rest open, from the open question on."""
    gaps = packet(ENDS["emergency"].session)["unanswered"]
    assert gaps[0] == "inquiry.tried"
    assert {"inquiry.hopes", "screening.active_malignancy", "screening.ever", "medicines.list"} <= set(gaps)


def test_answers_left_behind_are_not_in_the_packet() -> None:
    """Only the path that stands is told; what was replaced stands apart, in words."""
    told = packet(ENDS["corrected"].session)
    assert [answer["said"] for answer in told["answers"] if answer["step"] == "inquiry.hopes"] == ["Subir escaleras"]
    assert [answer["said"] for answer in told["corrected"]] == ["Caminar sin dolor"]


@pytest.mark.parametrize("language", OFFERED)
@pytest.mark.parametrize(
    ("step", "kind"), [("consent.health_data", "health_data"), ("consent.messaging", "messaging"), ("research.opt_in", "research")]
)
def test_a_consent_holds_the_hash_of_the_words_that_were_read(language: str, step: str, kind: str) -> None:
    """SHA-256 over the exact text shown, in the language it was shown in, under the version of the protocol."""
    asked = at(step, {"language.choose": language}, language_hint=language, clinic="Clínica del Río")
    shown = hashlib.sha256(asked.text.encode()).hexdigest()
    consent = next(consent for consent in packet(asked.taps("yes").session)["consents"] if consent["kind"] == kind)
    assert (consent["text_sha256"], consent["language"], consent["version"], consent["given"]) == (shown, language, load().version, True)


def test_consents_come_in_the_order_given() -> None:
    """Four kinds at three moments, each its own record."""
    kinds = [consent["kind"] for consent in packet(patient().finishes().session)["consents"]]
    assert kinds == ["privacy_notice", "health_data", "messaging", "research"]


@pytest.mark.parametrize("language", OFFERED)
def test_the_expectation_holds_the_hash_of_the_outcomes_that_were_read(language: str) -> None:
    """The text shown before the question, rendered, in its language."""
    asked = at("outcomes.check", {"language.choose": language}, language_hint=language)
    outcomes = asked.heard[0]
    told = packet(asked.taps("relief").session)["expectation"]
    assert told["text_sha256"] == hashlib.sha256(outcomes.text.encode()).hexdigest()
    assert (told["message_key"], told["language"], told["answer"], told["understood"]) == (outcomes.key, language, "relief", True)


def test_the_hash_is_of_the_text_the_catalogue_renders() -> None:
    """So that it can be recomputed from key, language and version."""
    session = patient().finishes().session
    key = packet(session)["expectation"]["message_key"]
    assert render(Prompt(key), session).text == shipped().text(key, "es", {"clinic": session.clinic})


@pytest.mark.parametrize(
    ("replies", "priority"),
    [
        ({}, "routine"),
        ({"screening.active_malignancy": "yes"}, "routine"),
        ({"screening.stopped_treatment": "yes"}, "urgent"),
        ({"inquiry.complaint": "tengo EICH, injerto contra huésped"}, "urgent"),
    ],
)
def test_the_priority_follows_the_protocol(replies: dict[str, Reply], priority: str) -> None:
    """Urgent where the signed data say so."""
    assert packet(patient().finishes(replies).session)["priority"] == priority


@pytest.mark.parametrize("words", ["me duele mucho el pecho", "ya no quiero vivir"])
def test_danger_is_an_emergency_in_the_queue(words: str) -> None:
    """Also after the hold was lifted, because the flag stays."""
    assert packet(at("inquiry.tried").says(words).session)["priority"] == "emergency"


def test_the_protocol_is_said_to_await_its_signature() -> None:
    """Nobody reads a draft for a signed one."""
    assert packet(patient().session)["protocol_signature"] == "awaiting signature"
