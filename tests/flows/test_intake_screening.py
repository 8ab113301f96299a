"""Screening: every row of the protocol raises its flag by a yes and by a doubt; groups, follow-ups, and the polite end after a hard one."""

from datetime import date

import pytest

from flows.assessment import priority
from flows.protocol import ANSWER, load, presumed_severity, severity_of
from flows.protocol.contraindication import Contraindication
from tests.flows.patient import Patient, Reply, at, patient

TODAY = date(2026, 3, 2)
ROWS = load().contraindications
SINGLE = tuple(row for row in ROWS if row.ask == "single")
GROUPED = tuple(row for row in ROWS if row.group)
NEVER = tuple(row for row in ROWS if row.ask == "never")
NEEDS: dict[str, dict[str, Reply]] = {
    "pregnancy": {"subject.age": "30"},
    "breastfeeding": {"subject.age": "30"},
    "capacity": {"subject.who": "other"},
}
"""What must be answered before a row applies at all."""
DERIVED: dict[str, dict[str, Reply]] = {
    "minor": {"subject.age": "17"},
    "proxy": {"subject.who": "other"},
    "no_evidence_phenotype": {"inquiry.complaint": "tengo ELA"},
}
HEARD = {"desperation": "ustedes son mi última esperanza", "financial_distress": "voy a vender mi casa para pagar"}


def name(row: Contraindication) -> str:
    """A row by its id."""
    return row.id


def standing_at(row: Contraindication) -> Patient:
    """Somebody to whom the row's question is open."""
    return at(f"screening.{row.group or row.id}", NEEDS.get(row.id))


def test_every_row_is_tried_here() -> None:
    """Each row of the protocol is asked alone, in a group, derived or heard, and stands in one of the tables."""
    assert {row.id for row in NEVER} == {*DERIVED, *HEARD}
    assert len(SINGLE) + len(GROUPED) + len(NEVER) == len(ROWS)


@pytest.mark.parametrize("row", SINGLE, ids=name)
def test_a_yes_raises_the_rows_flags(row: Contraindication) -> None:
    """As heavy as the protocol says while no follow-up is answered, quoting the label tapped and its message."""
    told = standing_at(row).taps(row.flagged_by)
    raised = [told.flags[flag_id] for flag_id in row.flag_ids]
    assert {(flag.severity, flag.source, flag.n) for flag in raised} == {(presumed_severity(row, today=TODAY), "answer", told.n)}


@pytest.mark.parametrize("row", SINGLE, ids=name)
@pytest.mark.parametrize("doubt", ["no lo sé", "prefiero no decir", "no estoy segura"])
def test_a_doubt_raises_the_rows_flags(row: Contraindication, doubt: str) -> None:
    """Being unsure or unwilling to say weighs what the row says, never nothing, and is quoted."""
    told = standing_at(row).says(doubt)
    raised = [told.flags[flag_id] for flag_id in row.flag_ids]
    assert {(flag.severity, flag.quote) for flag in raised} == {(row.severity_unsure, doubt)}


@pytest.mark.parametrize("row", SINGLE, ids=name)
def test_the_reassuring_answer_raises_nothing_new(row: Contraindication) -> None:
    """No flag for a clear no."""
    asked = standing_at(row)
    assert not set(asked.replies("yes" if row.flagged_by == "no" else "no").flags) & set(row.flag_ids)


@pytest.mark.parametrize("row", GROUPED, ids=name)
def test_a_row_named_in_its_group_raises_its_flags(row: Contraindication) -> None:
    """Named by its number in the list, with all the others."""
    told = standing_at(row).replies(tuple(other.id for other in GROUPED if other.group == row.group))
    assert {told.flags[flag_id].severity for flag_id in row.flag_ids} == {presumed_severity(row, today=TODAY)}


@pytest.mark.parametrize("row", GROUPED, ids=name)
@pytest.mark.parametrize("doubt", ["no lo sé", "prefiero no decir"])
def test_a_doubt_about_a_group_flags_every_row(row: Contraindication, doubt: str) -> None:
    """Whoever is unsure about the list has cleared none of it."""
    assert standing_at(row).says(doubt).flags[row.flag_ids[0]].severity == row.severity_unsure


@pytest.mark.parametrize("row", [row for row in NEVER if row.derived], ids=name)
def test_a_derived_row_raises_its_flags(row: Contraindication) -> None:
    """Its answer follows from another question."""
    assert set(row.flag_ids) <= set(patient().finishes(DERIVED[row.id]).flags)


@pytest.mark.parametrize("row", [row for row in NEVER if not row.derived], ids=name)
def test_a_row_only_heard_raises_its_flags(row: Contraindication) -> None:
    """Words of last hope or of selling a house are never asked for, and never lost."""
    told = at("inquiry.hopes").says(HEARD[row.id])
    assert [(told.flags[flag_id].severity, told.flags[flag_id].source) for flag_id in row.flag_ids] == [("caution", "free_text")]


@pytest.mark.parametrize(
    ("said", "flag", "severity"),
    [
        ("tomo metrotexato", "contraindication:immunomodulator", "hard"),
        ("tomo Eliquis", "contraindication:anticoagulant", "caution"),
        ("me van a hacer una biopsia", "contraindication:active_malignancy", "hard"),
        ("estoy buscando embarazo", "contraindication:pregnancy", "hard"),
        ("dejé la quimio para venir con ustedes", "contraindication:stopped_treatment", "hard"),
        ("dejé la quimio para venir con ustedes", "stopped_other_care", "hard"),
        ("tengo EPOC y oxígeno en casa", "contraindication:organ_failure", "hard"),
    ],
)
def test_what_is_told_in_free_words_is_flagged(said: str, flag: str, severity: str) -> None:
    """Wherever it is said, with the patient's own words."""
    told = at("inquiry.tried").says(said).flags[flag]
    assert (told.severity, told.source, told.quote in said) == (severity, "free_text", True)


@pytest.mark.parametrize("said", ["no tengo cáncer, pero mi mamá sí", "soy Cáncer", "tengo miedo al cáncer"])
def test_what_is_not_the_patients_is_not_flagged(said: str) -> None:
    """A relative's illness, a zodiac sign and a fear raise nothing."""
    assert "contraindication:active_malignancy" not in at("inquiry.tried").says(said).flags


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "me salió una bolita con pus donde me inyectaron"),
        ("en", "there is pus where they did the injection three weeks ago"),
        ("pt", "saiu um caroço com pus onde aplicaram a injeção"),
        ("fr", "il y a du pus là où on m'a fait la piqûre"),
    ],
)
def test_signs_of_a_late_infection_call_for_a_person_the_same_day(language: str, said: str) -> None:
    """No number is shown for them, but a ticket is opened, the flag stands with the patient's words, and the case is urgent."""
    told = at("inquiry.tried", {"language.choose": language}, language_hint=language).says(said)
    assert ("OpenTicket" in told.kinds, told.flags["late_infection"].quote in said, priority(told.session)) == (True, True, "urgent")


def test_a_stopped_treatment_calls_for_a_person_the_same_day() -> None:
    """Told in free words it opens a ticket at once."""
    assert "OpenTicket" in at("inquiry.tried").says("dejé la quimio para venir con ustedes").kinds


def test_a_flag_is_acknowledged_once_without_a_verdict() -> None:
    """The first serious answer is thanked for; the second is not commented on."""
    first = at("screening.past_malignancy", {"screening.active_malignancy": "unsure"})
    assert first.session.acknowledged
    assert "ack-flag" not in first.taps("unsure").keys


def test_none_of_a_group_clears_it() -> None:
    """It is a clear answer."""
    assert not at("screening.ever").taps("none").flags


@pytest.mark.parametrize("said", ["1 y ninguna", "ninguna y 5", "1, 8", "8, 2"])
def test_none_with_something_is_asked_again(said: str) -> None:
    """It cannot be both, so nothing is stored."""
    asked = at("screening.ever").says(said)
    assert (asked.session.step, "screening.ever" in asked.answers) == ("screening.ever", False)


def test_none_with_a_doubt_is_a_doubt() -> None:
    """Doubt wins over denial."""
    assert at("screening.ever").says("ninguna, no sé").answers["screening.ever"].unsure


@pytest.mark.parametrize("said", ["1, 5", "1 y 5", "5 1", "trombosis y anticoagulante"])
def test_several_of_a_group_are_taken_together(said: str) -> None:
    """In the order of the list, and each gets its follow-ups."""
    told = at("screening.ever").says(said)
    assert told.answers["screening.ever"].value == ("thrombosis", "anticoagulant")
    met = told.finishes().asked
    assert {"screening.thrombosis.happened", "screening.anticoagulant.medicine"} <= set(met)
    assert "screening.allergy.to" not in met


@pytest.mark.parametrize("row", [*SINGLE, *GROUPED], ids=name)
def test_follow_ups_come_only_when_needed(row: Contraindication) -> None:
    """Every follow-up after a yes, none after the reassuring answer."""
    follow_ups = {f"screening.{row.id}.{question.id}" for question in row.follow_ups}
    named: Reply = (row.id,) if row.group else row.flagged_by
    told = patient().finishes({**NEEDS.get(row.id, {}), f"screening.{row.group or row.id}": named})
    clear = patient().finishes(NEEDS.get(row.id))
    assert (follow_ups <= set(told.asked), follow_ups & set(clear.asked)) == (True, set())


@pytest.mark.parametrize("row", SINGLE, ids=name)
def test_a_doubt_is_not_examined_further(row: Contraindication) -> None:
    """Follow-ups of something nobody is sure of are not asked; the flag stands."""
    follow_ups = {f"screening.{row.id}.{question.id}" for question in row.follow_ups}
    assert not follow_ups & set(patient().finishes({**NEEDS.get(row.id, {}), f"screening.{row.id}": "unsure"}).asked)


@pytest.mark.parametrize(
    ("replies", "flag", "severity"),
    [
        ({"screening.past_malignancy": "yes", "screening.past_malignancy.treatment_ended": "2012"}, "past_malignancy", "caution"),
        ({"screening.past_malignancy": "yes", "screening.past_malignancy.treatment_ended": "marzo de 2024"}, "past_malignancy", "hard"),
        ({"screening.past_malignancy": "yes", "screening.past_malignancy.treatment_ended": "skip"}, "past_malignancy", "hard"),
        ({"screening.ever": ("diabetes_control",), "screening.diabetes_control.hba1c": "6.5"}, "diabetes_control", "info"),
        ({"screening.ever": ("diabetes_control",), "screening.diabetes_control.hba1c": "9.1"}, "diabetes_control", "caution"),
        ({"screening.ever": ("diabetes_control",), "screening.diabetes_control.hba1c": "no sé"}, "diabetes_control", "caution"),
        ({"screening.ever": ("allergy",), "screening.allergy.to": ("dmso",)}, "allergy", "hard"),
    ],
)
def test_follow_ups_change_the_weight(replies: dict[str, Reply], flag: str, severity: str) -> None:
    """A follow-up lowers or keeps what the yes weighed, and an unknown one never lowers it."""
    assert patient().finishes(replies).flags[f"contraindication:{flag}"].severity == severity


@pytest.mark.parametrize("row", [row for row in SINGLE if row.severity_yes == "hard"], ids=name)
def test_a_hard_item_ends_politely_without_outcomes(row: Contraindication) -> None:
    """The remaining safety questions and contact are asked; habits, outcomes and research are not, and no verdict is spoken."""
    told = patient().finishes({**NEEDS.get(row.id, {}), f"screening.{row.id}": row.flagged_by})
    assert told.keys == ("done-hard",)
    assert not {"host.offer", "outcomes.check", "outcomes.unknown", "research.opt_in"} & set(told.asked)
    assert {"screening.ever", "screening.recent", "medicines.list", "contact.reach", "review.summary"} <= set(told.asked)


def test_a_caution_changes_nothing_of_the_path() -> None:
    """Only hard items shorten the conversation."""
    assert "outcomes.check" in patient().finishes({"screening.ever": ("anticoagulant",)}).asked


@pytest.mark.parametrize("row", [*SINGLE, *GROUPED], ids=name)
def test_silence_on_a_row_weighs_as_much_as_doubt(row: Contraindication) -> None:
    """The protocol itself reads an answer that never came as unsure."""
    assert severity_of(row, {}, today=TODAY) == severity_of(row, {ANSWER: "unsure"}, today=TODAY) == row.severity_unsure
