"""Danger cues and numbers, the register of therapies, and the host factors, walked."""

import pytest

from flows.protocol import Cue, HostFactor, Numbers, Therapy, load

CUES = {
    "chest_pain": "emergency", "stroke_fast": "emergency", "breathing": "emergency", "anaphylaxis": "emergency", "sepsis": "emergency",
    "hot_joint": "emergency", "dvt_pe": "emergency", "meningitis": "emergency", "bleeding": "emergency", "faint": "emergency",
    "seizure": "emergency", "glucose": "emergency", "violence_abuse": "emergency", "suicide_self_harm": "crisis",
    "late_infection": "same_day",
}  # fmt: skip
NUMBERS = [
    ("MX", "911", "800 911 2000"), ("US", "911", "988"), ("CA", "911", "988"), ("ES", "112", "024"), ("BR", "192", "188"),
    ("CO", "123", "106"), ("AR", "107", "0800 999 0091"), ("CL", "131", "*4141"), ("GB", "999", "116 123"), ("FR", "15", "3114"),
    ("PT", "112", "1411"), ("PE", "106", "113"), ("DE", "112", None), ("IT", "112", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), CUES.items())
def test_every_danger_is_known_with_its_class(name: str, kind: str) -> None:
    """Each danger of the clinic's rules has a cue of the right class."""
    assert load().cues[name].kind == kind


@pytest.mark.parametrize("cue", load().cues.values(), ids=lambda cue: cue.id)
def test_every_cue_is_described(cue: Cue) -> None:
    """Each cue says what it means and where it comes from; a crisis is never put in question."""
    assert cue.describes
    assert cue.source
    assert not (cue.kind == "crisis" and cue.check_question)


@pytest.mark.parametrize(("country", "emergency", "crisis"), NUMBERS)
def test_every_country_has_its_numbers(country: str, emergency: str, crisis: str | None) -> None:
    """The number to call, and the crisis line where one is known."""
    numbers = load().emergency_numbers(country)
    assert numbers.known
    assert numbers.emergency == emergency
    assert (numbers.crisis_line.number if numbers.crisis_line else None) == crisis


@pytest.mark.parametrize("country", ["", "ZZ", "Atlantis", "  "])
def test_an_unknown_country_gets_112_and_911_and_no_invented_line(country: str) -> None:
    """Where the country is unknown, 112 and 911 are given and no crisis line is made up."""
    numbers = load().emergency_numbers(country)
    assert (numbers.known, numbers.emergency, numbers.emergency_also, numbers.crisis_line) == (False, "112", ("911",), None)


def test_a_country_is_found_in_any_case() -> None:
    """Lower case and blanks around the code do not hide a number."""
    assert load().emergency_numbers(" mx ") is load().emergency_numbers("MX")


@pytest.mark.parametrize("numbers", load().numbers, ids=lambda numbers: ",".join(numbers.countries) or "unknown")
def test_a_line_said_to_be_always_open_was_checked(numbers: Numbers) -> None:
    """Nobody is told that a line answers day and night unless somebody looked it up."""
    assert all(line.checked_on for line in numbers.crisis if line.always_open)


def test_unchecked_numbers_are_listed() -> None:
    """What still has to be looked up can be shown to the operator."""
    assert load().emergency_numbers("MX").to_confirm == ("55 5259 8121",)
    assert load().emergency_numbers("FR").to_confirm == ()


def test_the_register_states_the_clinics_decisions() -> None:
    """Each therapy stands as the clinic's philosophy decided it."""
    assert {name: therapy.status for name, therapy in load().therapies.items()} == {
        "exosomes": "used_as_adjunct",
        "peptides": "part_of_plan",
        "prp": "used_as_adjunct",
        "molecular_hydrogen": "declined",
        "plasma_exchange": "no_decision",
        "nad": "declined",
        "senolytics": "declined",
        "other": "no_decision",
    }


@pytest.mark.parametrize("therapy", load().therapies.values(), ids=lambda therapy: therapy.id)
def test_every_therapy_answers_the_four_questions(therapy: Therapy) -> None:
    """Four answers in order, each with its reason, and a date on the decision."""
    assert [name for name, _ in therapy.framework] == ["mechanism", "evidence", "supply", "risk"]
    assert all(framed.note for _, framed in therapy.framework)
    assert therapy.as_of <= load().review_due


def test_at_most_eight_host_factors_are_asked_in_order() -> None:
    """The chat asks the eight planned factors, the rest is left to the physician."""
    assert [factor.id for factor in load().asked_host_factors] == [
        "weight", "height", "sleep_hours", "activity", "rehab", "smoking_alcohol", "pain_meds", "stress_mood",
    ]  # fmt: skip


@pytest.mark.parametrize("factor", load().host_factors, ids=lambda factor: factor.id)
def test_every_host_factor_is_skippable_and_says_why(factor: HostFactor) -> None:
    """Nobody must answer, and the reason for asking is written down."""
    assert factor.skippable
    assert factor.why


@pytest.mark.parametrize(
    ("name", "value", "unit", "stored"),
    [
        ("weight", 25, "kg", 25), ("weight", 24.9, "kg", None), ("weight", 300, "kg", 300), ("weight", 300.1, "kg", None),
        ("weight", 165, "lb", 74.84), ("height", 1.7, "m", 170), ("height", 5.5, "ft", 167.64), ("height", 67, "in", 170.18),
        ("sleep_hours", 24, "h", 24), ("sleep_hours", 24.5, "h", None), ("activity", 7, "days/week", 7), ("activity", 8, "days/week", None),
        ("weight", 70, "stone", None),
    ],
)  # fmt: skip
def test_quantities_are_stored_in_one_unit_within_their_range(name: str, value: float, unit: str, stored: float | None) -> None:
    """Pounds become kilograms, feet become centimetres, and the implausible becomes nothing."""
    quantity = next(factor.question.quantity for factor in load().host_factors if factor.id == name)
    assert quantity is not None
    found = quantity.stored(value, unit)
    assert (found if found is None else round(found, 2)) == stored


def test_hba1c_is_understood_in_both_units() -> None:
    """69 mmol/mol is about 8.5 percent (IFCC to NGSP master equation)."""
    question = load().contraindication("diabetes_control").follow_up("hba1c")
    assert question is not None
    assert question.quantity is not None
    assert round(question.quantity.stored(69, "mmol/mol") or 0, 1) == 8.5
