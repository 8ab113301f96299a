"""Sessions as JSON: nothing lost, nothing newer stumbled over, renamed steps found; the golden file holds every field."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.session import Answer, CheckInTalk, Consent, Expectation, Flag, Measured, Session, Told
from storage.codec import UnknownFormat, dump_session, load_session

GOLDEN = Path(__file__).parent / "golden_session.json"
AT = datetime(2026, 3, 1, 15, 0, 0, 250_000, tzinfo=UTC)
FULL = Session(
    revision="r7",
    protocol_version="2026-03",
    language="pt",
    clinic="Clínica",
    display_name="Zé",
    language_chosen=True,
    status="with_person",
    step="medicines.anticoagulant",
    visit=12,
    retries=1,
    answers=(
        Answer("pain.level", 7, "sete", 4, AT, unit="0-10", unsure=True, skipped=True, read=("severe",), late=("ou oito",)),
        Answer(
            "indication.which",
            ("knee_osteoarthritis", "other"),
            "joelho; outra coisa",
            5,
            AT,
            parts=(Told("knee_osteoarthritis", "joelho", 5), Told("other", "outra coisa", 6)),
        ),
        Answer("weight", 71.5, "71,5", 6, AT, unit="kg"),
        Answer("pregnancy", None, "prefiro não dizer", None, AT, unsure=True),
        Answer("smoker", True, "sim", 7, AT),
    ),
    superseded=(Answer("pain.level", 6, "seis", 3, AT),),
    early=(Answer("surgery", "yes", "já operei", 2, AT),),
    flags=(Flag("contraindication:anticoagulant", "hard", "free_text", "tomo varfarina", 8),),
    consents=(Consent("health_data", True, AT, "v3", "ab" * 32, "pt"),),
    expectation=Expectation("expectation-knee", "v2", "pt", "cd" * 32, True, "menos dor", AT),
    editing=True,
    country="BR",
    address_kind="phone",
    aside_counts=(("price", 2), ("cure", 1)),
    album="album-1",
    offering=("continue", "language:en"),
    acknowledged=True,
    told=(Told("a", "1", 4), Told("b", "la b", 5)),
    nudges=2,
    last_at=AT,
    release="r8",
    asked="pt:0123456789abcdef",
    reworded=True,
    pending=("host.weight",),
    asked_again=("host.weight", "medicines.list"),
    flow="check_in",
    check_in=CheckInTalk(
        "c7",
        "3m",
        "full",
        ("subir escadas", "correr"),
        (Measured("baseline", "nrs_pain", 7.5, (("pain", 7.5),)),),
        closed=True,
        tasks=("check_in_worse",),
    ),
)


def test_the_golden_session_reads_as_it_always_did() -> None:
    """What releases before this one wrote must come back whole; add to the golden file, never rewrite it."""
    assert load_session(GOLDEN.read_text("utf-8")) == FULL


def test_the_golden_session_is_what_is_written() -> None:
    """The same session gives the same text."""
    assert json.loads(dump_session(FULL)) == json.loads(GOLDEN.read_text("utf-8"))


@pytest.mark.parametrize("shape", [Session, Answer, Told, Flag, Consent, Expectation, CheckInTalk, Measured])
def test_the_golden_session_knows_every_field(shape: type[Any]) -> None:
    """A new field is not done until it stands here: the codec must be seen to carry it."""
    things = [
        FULL,
        *FULL.answers,
        *FULL.told,
        *FULL.flags,
        *FULL.consents,
        FULL.expectation,
        FULL.check_in,
        *(FULL.check_in.earlier if FULL.check_in else ()),
    ]
    mine = [thing for thing in things if isinstance(thing, shape)]
    required = [field for field in fields(shape) if field.default is not field.default_factory]
    assert mine
    for field in required:
        assert any(getattr(thing, field.name) != field.default for thing in mine), (
            f"{shape.__name__}.{field.name} is not in the golden session"
        )


def test_a_plain_session_stays_small() -> None:
    """Defaults are left out."""
    assert len(dump_session(Session("r", "p", "es"))) < 70


def test_fields_of_a_newer_release_are_passed_over() -> None:
    """While two releases run side by side."""
    raw = json.loads(dump_session(FULL))
    raw["mood"] = "new"
    raw["answers"][0]["confidence"] = 0.5
    assert load_session(json.dumps(raw)) == FULL


def test_renamed_steps_are_found() -> None:
    """At the open question and in every answer."""
    found = load_session(
        dump_session(FULL), {"medicines.anticoagulant": "medicines.thinner", "pain.level": "pain.now", "surgery": "surgery.ever"}
    )
    assert (found.step, found.answers[0].step, found.superseded[0].step, found.early[0].step) == (
        "medicines.thinner",
        "pain.now",
        "pain.now",
        "surgery.ever",
    )


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"v":2}', '{"v":1}', '{"v":1,"revision":"r","answers":[3]}'])
def test_what_is_no_session_is_refused(text: str) -> None:
    """With one error, which says nothing of the content."""
    with pytest.raises(UnknownFormat):
        load_session(text)


@given(st.text(), st.text())
def test_any_words_survive(said: str, value: str) -> None:
    """Lone surrogates and NUL too."""
    one = replace(FULL, answers=(Answer("x", value, said, 1, AT),))
    assert load_session(dump_session(one)) == one
