"""Every screening row, walked: what it asks, what it raises, and that not knowing is never no."""

from datetime import date

import pytest

from flows.protocol import ANSWER, Contraindication, applies, load, presumed_severity, severity_of

ROWS = load().contraindications
TODAY = date(2026, 11, 15)
RANK = {None: 0, "info": 1, "caution": 2, "hard": 3}
SINGLE = [
    "active_malignancy", "past_malignancy", "uncontrolled_infection", "pregnancy", "breastfeeding", "blood_disorder",
    "immunomodulator", "organ_failure", "transplant", "stopped_treatment", "capacity",
]  # fmt: skip
NOT_AN_ANSWER: tuple[object, ...] = (None, "", "unsure", "prefer_not", "not_sure", "skipped", "maybe", 7, ("unsure",), ())
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)


@every_row
def test_not_knowing_weighs_what_the_row_says(row: Contraindication) -> None:
    """Silence, "not sure" and anything unexpected weigh severity_unsure, which is caution at least."""
    assert {severity_of(row, {ANSWER: value}, today=TODAY) for value in NOT_AN_ANSWER} == {row.severity_unsure}
    assert RANK[row.severity_unsure] >= RANK["caution"]


@every_row
def test_an_unasked_row_is_not_cleared(row: Contraindication) -> None:
    """A row about which nothing at all is known weighs severity_unsure."""
    assert severity_of(row, {}, today=TODAY) == row.severity_unsure


@every_row
def test_the_reassuring_answer_raises_nothing(row: Contraindication) -> None:
    """A clear no, or yes where yes reassures, raises no flag, whatever follow-ups linger from before."""
    clear: object = "no" if row.flagged_by == "yes" else "yes"
    assert severity_of(row, {ANSWER: clear}, today=TODAY) is None
    assert severity_of(row, {ANSWER: clear == "yes"}, today=TODAY) is None


@every_row
def test_unanswered_follow_ups_never_lighten(row: Contraindication) -> None:
    """With the flag raised and nothing else known, a row weighs at least its plain weight."""
    severity = severity_of(row, {ANSWER: row.flagged_by}, today=TODAY)
    assert RANK[severity] >= RANK[row.severity_yes]
    assert severity == presumed_severity(row, today=TODAY)


@every_row
def test_not_applicable_counts_only_where_it_is_offered(row: Contraindication) -> None:
    """The answer "does not apply" clears a row only if the row offers it."""
    expected = None if "not_applicable" in row.options else row.severity_unsure
    assert severity_of(row, {ANSWER: "not_applicable"}, today=TODAY) == expected


@every_row
def test_follow_ups_are_few_and_described(row: Contraindication) -> None:
    """At most three follow-ups, each with words for the reviewer."""
    assert len(row.follow_ups) <= 3
    assert all(question.asks for question in row.follow_ups)
    assert row.asks
    assert row.source


@every_row
def test_asked_rows_have_a_follow_up(row: Contraindication) -> None:
    """Whoever answers yes is asked at least one thing the physician needs."""
    assert row.follow_ups or row.ask == "never"


@every_row
def test_rows_never_asked_apply_to_nobody(row: Contraindication) -> None:
    """Derived and heard rows are not part of the questions."""
    if row.ask == "never":
        assert not applies(row, age=None, subject="")


@every_row
def test_nobody_unknown_is_spared(row: Contraindication) -> None:
    """With age, subject and condition unknown, every row that is asked at all is asked."""
    assert applies(row, age=None, subject="") is (row.ask != "never")


def test_the_hard_items_are_asked_one_by_one() -> None:
    """The single rows are the ones planned, in their order."""
    assert [row.id for row in ROWS if row.ask == "single"] == SINGLE


def test_two_groups_ask_the_rest() -> None:
    """The grouped rows are the ones planned, in their order."""
    assert [row.id for row in load().members("ever")] == [
        "thrombosis", "hiv_hbv_hcv", "diabetes_control", "allergy", "anticoagulant", "steroid_long", "prior_cell_reaction",
    ]  # fmt: skip
    assert [row.id for row in load().members("recent")] == [
        "recent_surgery", "recent_joint_injection", "joint_prosthesis", "recent_vaccine",
    ]  # fmt: skip


def test_a_group_fits_a_list_message() -> None:
    """With "none of these" and "not sure" a group stays within the ten rows of a WhatsApp list."""
    assert all(len(load().members(group.id)) + 2 <= 10 for group in load().groups)


def test_rows_stand_in_asking_order() -> None:
    """Contraindications come in rising order, and screening mixes rows and groups by it."""
    assert [row.order for row in ROWS] == sorted(row.order for row in ROWS)
    assert [each.id for each in load().screening] == [*SINGLE, "ever", "recent"]


@pytest.mark.parametrize(
    ("age", "subject", "answer", "most"),
    [(60, "self", "no", 10), (30, "self", "not_applicable", 11), (30, "self", "no", 12), (60, "other", "no", 11)],
)
def test_a_healthy_adult_is_quick(age: int, subject: str, answer: str, most: int) -> None:
    """Nobody healthy is asked more screening questions than these."""
    rows = [row for row in ROWS if row.ask == "single" and applies(row, age=age, subject=subject, answers={"pregnancy": answer})]
    assert len(rows) + len(load().groups) == most


@pytest.mark.parametrize(("age", "asked"), [(11, False), (12, True), (55, True), (56, False), (55.9, True), (None, True)])
def test_pregnancy_is_asked_from_12_to_55(age: float | None, asked: bool) -> None:  # noqa: FBT001 - a column of the table
    """Pregnancy and breast-feeding are asked at the ages they can happen, and when the age is unknown."""
    assert applies(load().contraindication("pregnancy"), age=age, subject="self") is asked
    assert applies(load().contraindication("breastfeeding"), age=age, subject="self") is asked


@pytest.mark.parametrize(("answer", "asked"), [("not_applicable", False), ("no", True), ("unsure", True), ("yes", True)])
def test_breastfeeding_follows_pregnancy(answer: str, asked: bool) -> None:  # noqa: FBT001 - a column of the table
    """Only "does not apply" to pregnancy spares the question about breast-feeding."""
    assert applies(load().contraindication("breastfeeding"), age=30, subject="self", answers={"pregnancy": answer}) is asked


@pytest.mark.parametrize(("subject", "asked"), [("self", False), ("other", True), ("", True)])
def test_capacity_is_asked_about_another_person(subject: str, asked: bool) -> None:  # noqa: FBT001 - a column of the table
    """Whether the person can decide alone is asked of whoever writes for them."""
    assert applies(load().contraindication("capacity"), age=40, subject=subject) is asked


def test_a_stopped_treatment_is_urgent() -> None:
    """It raises both flags, an urgent case and a call the same day."""
    row = load().contraindication("stopped_treatment")
    assert (row.priority, row.ticket) == ("urgent", "same_day_call")
    assert row.flag_ids == ("contraindication:stopped_treatment", "stopped_other_care")
    assert [other.id for other in ROWS if other.priority == "urgent"] == ["stopped_treatment"]


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("minor", ("contraindication:minor", "minor")),
        ("proxy", ("proxy",)),
        ("desperation", ("desperation",)),
        ("financial_distress", ("financial_distress",)),
        ("steroid_long", ("contraindication:steroid_long",)),
    ],
)
def test_flags_are_named_as_the_packet_shows_them(name: str, flags: tuple[str, ...]) -> None:
    """The bare flags of the packet stand where planned, everything else is prefixed."""
    assert load().contraindication(name).flag_ids == flags
