"""Every rule at its cut points, and the tricky answers the clinic's rules name."""

from collections.abc import Mapping
from datetime import date

import pytest

from flows.protocol import ANSWER, Check, load, severity_of
from flows.protocol.severity import holds, latest_day, whole_months

TODAY = date(2026, 11, 15)
LOAD = {"treatment": "taking_now", "last_load": "undetectable"}
MILD = {"to": ("latex",), "reaction": ("rash",)}


def weigh(name: str, **answers: object) -> str | None:
    """The weight of a row that was answered yes, on the day of the test."""
    return severity_of(load().contraindication(name), {ANSWER: "yes", **answers}, today=TODAY)


CUTS: list[tuple[str, Mapping[str, object], str | None]] = [
    ("past_malignancy", {}, "hard"),
    ("past_malignancy", {"treatment_ended": "unsure"}, "hard"),
    ("past_malignancy", {"treatment_ended": "2021-11-15"}, "caution"),
    ("past_malignancy", {"treatment_ended": "2021-11-16"}, "hard"),
    ("past_malignancy", {"treatment_ended": date(2021, 11, 15)}, "caution"),
    ("past_malignancy", {"treatment_ended": "2021-11"}, "hard"),
    ("past_malignancy", {"treatment_ended": "2021-10"}, "caution"),
    ("past_malignancy", {"treatment_ended": "2021"}, "hard"),
    ("past_malignancy", {"treatment_ended": "2020"}, "caution"),
    ("past_malignancy", {"treatment_ended": "2012", "still_on_tablets": "yes"}, "caution"),
    ("past_malignancy", {"treatment_ended": "2031"}, "hard"),
    ("past_malignancy", {"treatment_ended": "a while ago"}, "hard"),
    ("past_malignancy", {"treatment_ended": "2021-13"}, "hard"),
    ("thrombosis", {}, "hard"),
    ("thrombosis", {"happened": "2026-05-15"}, "caution"),
    ("thrombosis", {"happened": "2026-05-16"}, "hard"),
    ("thrombosis", {"happened": "2026-05"}, "hard"),
    ("thrombosis", {"happened": "2026-04"}, "caution"),
    ("thrombosis", {"happened": "2015", "route": "intravenous"}, "hard"),
    ("thrombosis", {"happened": "2015", "route": ("intrathecal",)}, "hard"),
    ("thrombosis", {"happened": "2015", "route": "intra_articular"}, "caution"),
    ("diabetes_control", {}, "caution"),
    ("diabetes_control", {"hba1c": 8.5}, "info"),
    ("diabetes_control", {"hba1c": 8.51}, "caution"),
    ("diabetes_control", {"hba1c": 8.4}, "info"),
    ("diabetes_control", {"hba1c": 7}, "info"),
    ("diabetes_control", {"hba1c": "unsure"}, "caution"),
    ("diabetes_control", {"hba1c": "7"}, "caution"),
    ("diabetes_control", {"hba1c": 2.9}, "caution"),
    ("diabetes_control", {"hba1c": float("nan")}, "caution"),
    ("diabetes_control", {"hba1c": True}, "caution"),
    ("hiv_hbv_hcv", LOAD, "caution"),
    ("hiv_hbv_hcv", {**LOAD, "treatment": "completed"}, "caution"),
    ("hiv_hbv_hcv", {**LOAD, "treatment": "none"}, "hard"),
    ("hiv_hbv_hcv", {**LOAD, "treatment": "unsure"}, "hard"),
    ("hiv_hbv_hcv", {**LOAD, "last_load": "unsure"}, "hard"),
    ("hiv_hbv_hcv", {**LOAD, "last_load": "detectable"}, "hard"),
    ("hiv_hbv_hcv", {"treatment": "taking_now"}, "hard"),
    ("allergy", MILD, "caution"),
    ("allergy", {**MILD, "to": ("dmso",)}, "hard"),
    ("allergy", {**MILD, "to": ("latex", "animal_protein")}, "hard"),
    ("allergy", {**MILD, "to": "human_albumin"}, "hard"),
    ("allergy", {**MILD, "to": ("other", "unsure")}, "hard"),
    ("allergy", {**MILD, "reaction": ("rash", "anaphylaxis")}, "hard"),
    ("allergy", {"to": ("latex",)}, "hard"),
    ("allergy", {**MILD, "to": ("moonlight",)}, "hard"),
    ("prior_cell_reaction", {"reaction": "no"}, "info"),
    ("prior_cell_reaction", {"reaction": False}, "info"),
    ("prior_cell_reaction", {"reaction": "yes"}, "hard"),
    ("prior_cell_reaction", {"reaction": "unsure"}, "hard"),
    ("prior_cell_reaction", {}, "hard"),
    ("anticoagulant", {}, "caution"),
    ("anticoagulant", {"route": "intravenous"}, "caution"),
    ("anticoagulant", {"route": "intrathecal"}, "hard"),
    ("immunomodulator", {}, "hard"),
    ("immunomodulator", {"medicine": ("Plaquenil",)}, "caution"),
    ("immunomodulator", {"medicine": ("hydroxychloroquine", "methotrexate")}, "hard"),
    ("immunomodulator", {"medicine": "unsure"}, "hard"),
    ("proxy", {"agrees": "yes"}, "caution"),
    ("proxy", {"agrees": "no"}, "hard"),
    ("proxy", {"agrees": "unsure"}, "hard"),
    ("proxy", {}, "hard"),
    ("steroid_long", {}, "caution"),
    ("recent_surgery", {}, "caution"),
    ("recent_joint_injection", {}, "caution"),
    ("joint_prosthesis", {}, "caution"),
    ("recent_vaccine", {}, "caution"),
    ("pregnancy", {}, "hard"),
    ("stopped_treatment", {}, "hard"),
]


@pytest.mark.parametrize(("name", "answers", "severity"), CUTS)
def test_each_rule_at_its_cut_points(name: str, answers: Mapping[str, object], severity: str | None) -> None:
    """A raised row weighs what its rules say on both sides of each limit."""
    assert weigh(name, **answers) == severity


@pytest.mark.parametrize(
    ("age", "severity"), [(17, "hard"), (17.9, "hard"), (18, None), (0, "hard"), (90, None), (None, "hard"), ("17", "hard")]
)
def test_a_minor_is_under_eighteen(age: object, severity: str | None) -> None:
    """Seventeen is a minor, eighteen is not, and an unknown age counts as one."""
    assert severity_of(load().contraindication("minor"), {"age": age}, today=TODAY) == severity


@pytest.mark.parametrize(("subject", "severity"), [("self", None), ("other", "hard"), (None, "caution")])
def test_writing_for_another_follows_from_the_subject(subject: str | None, severity: str | None) -> None:
    """Writing for another raises the flag, hard until the person is known to agree."""
    assert severity_of(load().contraindication("proxy"), {"subject": subject}, today=TODAY) == severity


@pytest.mark.parametrize(("speak_as", "severity"), [("none", "hard"), ("preliminary", None), ("strong", None), (None, "hard")])
def test_no_evidence_follows_from_the_map(speak_as: str | None, severity: str | None) -> None:
    """A condition of which no benefit may be described needs a physician's written answer."""
    assert severity_of(load().contraindication("no_evidence_phenotype"), {"speak_as": speak_as}, today=TODAY) == severity


@pytest.mark.parametrize(("answer", "severity"), [("yes", None), ("no", "hard"), ("unsure", "hard"), (None, "hard")])
def test_capacity_is_flagged_by_a_no(answer: str | None, severity: str | None) -> None:
    """Here yes is the reassuring answer."""
    assert severity_of(load().contraindication("capacity"), {ANSWER: answer}, today=TODAY) == severity


def test_every_rule_was_tried_both_ways() -> None:
    """The table above reaches, for each row with rules, both a rule that holds and none."""
    for row in load().contraindications:
        if row.rules:
            assert len({severity for name, _, severity in CUTS if name == row.id}) >= 2, row.id


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2023", date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 28)),
        ("2023-02-10", date(2023, 2, 10)),
        (" 2023-02-10 ", date(2023, 2, 10)),
        (date(2020, 1, 2), date(2020, 1, 2)),
        ("2023-02-30", None),
        ("1899", None),
        ("20231", None),
        ("2023-", None),
        ("2023-1-1-1", None),
        ("", None),
        (2023, None),
        (None, None),
    ],
)
def test_a_vague_date_is_read_as_its_last_day(said: object, day: date | None) -> None:
    """Doubt about the day counts as more recent; what is no date is none."""
    assert latest_day(said) == day


@pytest.mark.parametrize(
    ("since", "today", "months"),
    [
        (date(2021, 11, 15), date(2026, 11, 14), 59),
        (date(2021, 11, 15), date(2026, 11, 15), 60),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2026, 12, 1), date(2026, 11, 15), -1),
    ],
)
def test_months_are_whole_calendar_months(since: date, today: date, months: int) -> None:
    """A month counts once its day has come; the future counts below zero."""
    assert whole_months(since, today) == months


@pytest.mark.parametrize("kind", ["one_of", "only", "above", "below", "months_below"])
def test_an_unknown_fact_meets_only_the_unknown_check(kind: str) -> None:
    """No check but `unknown` holds on a value nobody gave."""
    check = Check("fact", kind, ("unsure",), 5.0)  # type: ignore[arg-type] # parametrized over the literal's words
    assert not any(holds(check, {"fact": value}, today=TODAY) for value in (None, "", "unsure", ()))
