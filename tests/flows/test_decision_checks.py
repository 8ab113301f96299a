"""A draft compared with itself and with its case: what contradicts is a fault or is named, and what is named is confirmed."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from flows.decision import QUESTIONS, Candidacy, Draft, FlagResolved, Protocol, Question, Reason, Route, as_words
from flows.decision_checks import BARS, DENIES, RAISED_BY, faults, to_confirm, warnings
from flows.protocol import load

TODAY = date(2026, 3, 2)
YES, NO = Candidacy(yes=True, reason="Consta."), Candidacy(yes=False, reason="No consta.")
ACCEPTED = Draft(
    "accepted",
    dict.fromkeys(QUESTIONS, YES),
    (),
    "Carta.",
    documents=("Resonancia",),
    protocol=Protocol("Artrosis", "intra_articular", 1),
    expected_response=("Menos dolor",),
    measurement_plan=("KOOS a 3 meses",),
)
CANCER = "contraindication:active_malignancy"


def resolved(resolution: str, note: str = "", flag: str = CANCER) -> Draft:
    """An acceptance with one flag resolved so."""
    return replace(ACCEPTED, flags=(FlagResolved(flag, resolution, note),))  # type: ignore[arg-type] # one of the resolutions


def warned(draft: Draft, *standing: str, hard: tuple[str, ...] = ()) -> set[str]:
    """The warnings that name a contradiction."""
    found = warnings(draft, weight_kg=80.0, standing_flags=standing, tier="strong", hard_flags=hard)
    return {code for code in found if code.startswith(("hard_", "four_", "reason_", "contraindication_"))}


def declined(*reasons: str, no: Question | None = None) -> Draft:
    """A decline for these reasons, with one no among the four answers, or none."""
    answers: dict[str, Candidacy] = {question: NO if question == no else YES for question in QUESTIONS}
    return replace(ACCEPTED, outcome="declined", protocol=None, answers=answers, reasons=reasons)


def test_a_hard_flag_that_stands_cannot_be_accepted() -> None:
    """Clinical facts 8.1: yes to the third question means that none bars; a note changes nothing of it."""
    for note in ("", "Lo vio su oncólogo"):
        assert list(faults(resolved("stands", note), TODAY, None, {CANCER})) == [f"hard_flag_stands:{CANCER}"]


@pytest.mark.parametrize(
    ("draft", "hard"),
    [
        (resolved("cleared", "Benigno"), {CANCER}),
        (resolved("stands"), set[str]()),
        (resolved("stands", flag="emergency"), {"emergency"}),
        (replace(resolved("stands"), outcome="declined", protocol=None, reasons=("active_malignancy",)), {CANCER}),
    ],
    ids=["cleared", "a caution", "no contraindication", "declined"],
)
def test_nothing_else_about_a_flag_is_a_fault(draft: Draft, hard: set[str]) -> None:
    """A flag that was cleared, a caution, an alarm, and any flag of a decline."""
    assert list(faults(draft, TODAY, None, hard)) == []


@pytest.mark.parametrize("hard", [(), (CANCER,)])
def test_a_yes_beside_a_contraindication_that_stands_is_confirmed(hard: tuple[str, ...]) -> None:
    """A decline too may be signed so; of an acceptance a hard flag is no line to tick but a fault."""
    code = f"contraindication_stands:{CANCER}"
    accepted, refused = resolved("stands", "Lo vio su oncólogo"), replace(declined("not_fit", no="fitness"), flags=resolved("stands").flags)
    assert warned(accepted, CANCER, hard=hard) == (set() if hard else {code})
    assert (warned(refused, CANCER, hard=hard), to_confirm((code,))) == ({code}, (code,))


def test_a_no_beside_a_contraindication_that_stands_fits() -> None:
    """As does a flag the third question is not about."""
    no = replace(declined("active_malignancy", no="contraindications_cleared"), flags=resolved("stands").flags)
    assert (warned(no, CANCER), warned(resolved("stands", flag="proxy"), "proxy")) == (set(), set())


def test_asking_for_more_while_all_is_yes_is_confirmed() -> None:
    """Four yeses leave nothing to ask; one left open does."""
    asks = Draft("needs_information", ACCEPTED.answers, (), "", questions=("host.weight",))
    some = replace(asks, answers={"evidence": YES})
    assert (warned(asks), to_confirm(warned(asks)), warned(some)) == (
        {"four_yes_needs_information"},
        ("four_yes_needs_information",),
        set(),
    )


def test_an_acceptance_that_clears_a_hard_flag_says_why() -> None:
    """Without a word it is named; with a word it is not."""
    silent = warned(resolved("cleared"), CANCER, hard=(CANCER,))
    assert (silent, to_confirm(silent)) == ({f"hard_flag_cleared_without_note:{CANCER}"}, ())
    assert warned(resolved("cleared", "Benigno"), CANCER, hard=(CANCER,)) == set()


def test_a_decline_that_says_yes_four_times_is_named() -> None:
    """With its reason, which says no, and which no flag of the case says."""
    assert warned(declined("active_malignancy")) == {
        "four_yes_declined",
        "reason_contradicts_answer:active_malignancy",
        "reason_without_flag:active_malignancy",
    }


def test_a_decline_that_fits_its_case_is_not_named() -> None:
    """The flag stands, and the third answer is no."""
    assert warned(declined("active_malignancy", no="contraindications_cleared"), CANCER) == set()


def test_a_reason_whose_flag_is_cleared_in_the_same_breath_is_named() -> None:
    """Then nothing of the case says it any more."""
    draft = replace(declined("active_malignancy", no="contraindications_cleared"), flags=(FlagResolved(CANCER, "cleared", "Benigno"),))
    assert warned(draft, CANCER) == {"reason_without_flag:active_malignancy"}


@pytest.mark.parametrize("reason", sorted(set(get_args(Reason)) - {"other_medical"}))
def test_every_reason_says_no_to_one_question(reason: str) -> None:
    """Where that answer is yes it is named; where it is no it is not."""
    others = [question for question in QUESTIONS if question != DENIES[reason]]
    code = f"reason_contradicts_answer:{reason}"
    assert code in warned(declined(reason, no=others[0]))
    assert code not in warned(declined(reason, no=DENIES[reason]))


def test_reasons_are_raised_by_rows_that_exist() -> None:
    """Each row is one of the screening, and raises a flag of its name."""
    raised = {flag for row in load().contraindications for flag in row.flag_ids}
    assert {BARS + row for rows in RAISED_BY.values() for row in rows} - raised == set()


def dosed(total: float, weight: float | None, route: Route = "intravenous") -> tuple[set[str], float | None]:
    """What is said of a whole dose, and the dose per kilogram that goes on record."""
    draft = replace(ACCEPTED, protocol=Protocol("Lupus", route, 1, million_total=total))
    found = warnings(draft, weight_kg=weight, standing_flags=(), tier="strong")
    return {code for code in found if code.startswith(("dose", "weight"))}, as_words(draft, weight_kg=weight)["protocol"]["million_per_kg"]


OUTSIDE = "dose_outside_1_to_2_million_per_kg"


@pytest.mark.parametrize(
    ("total", "weight", "found", "per_kg"),
    [
        (20000.0, 60.0, {OUTSIDE}, 333.33),
        (59.0, 60.0, {OUTSIDE}, 0.98),
        (60.0, 60.0, set(), 1.0),
        (120.0, 60.0, set(), 2.0),
        (123.0, 61.3, set(), 2.01),
        (124.0, 61.3, {OUTSIDE}, 2.02),
        (100.0, None, {"dose_per_kg_missing", "weight_missing"}, None),
    ],
)
def test_a_whole_dose_is_weighed_by_the_recorded_weight(total: float, weight: float | None, found: set[str], per_kg: float | None) -> None:
    """Rounding to a whole million is none outside; without a weight that is said, for nothing can be compared."""
    assert dosed(total, weight) == (found, per_kg)


def test_a_whole_dose_into_a_joint_is_not_weighed() -> None:
    """There a dose per kilogram says nothing, on record neither."""
    assert dosed(20000.0, 60.0, "intra_articular") == (set(), None)


@pytest.mark.parametrize(
    ("route", "indications", "found"),
    [
        ("intravenous", ("knee_osteoarthritis",), True),
        ("intrathecal", ("rotator_cuff", "ligament_meniscus_injury"), True),
        ("intra_articular", ("knee_osteoarthritis",), False),
        ("intravenous", ("knee_osteoarthritis", "lupus"), False),
        ("intravenous", ("lupus",), False),
        ("intravenous", (), False),
    ],
)
def test_a_systemic_route_for_joints_alone_is_pointed_out(route: Route, indications: tuple[str, ...], found: bool) -> None:  # noqa: FBT001 - a row of the table
    """Whoever has another condition as well, or none that is known, may be meant for it."""
    draft = replace(ACCEPTED, protocol=Protocol("Artrosis", route, 1, million_per_kg=1.5))
    told = warnings(draft, weight_kg=80.0, standing_flags=(), tier="strong", indications=indications)
    assert ("systemic_route_for_joint" in told) is found
