"""The evidence map, walked: tiers and how the bot may speak, as the clinic's philosophy and the draft rules put them."""

import pytest

from flows.protocol import Indication, load

MAP = {
    "knee_osteoarthritis": ("strong", "strong"),
    "hip_osteoarthritis": ("not_on_map", "preliminary"),
    "rotator_cuff": ("moderate", "moderate"),
    "tendinopathy": ("moderate", "moderate"),
    "ligament_meniscus_injury": ("moderate", "moderate"),
    "post_surgical_orthopedic": ("strong", "moderate"),
    "back_pain": ("not_on_map", "none"),
    "rheumatoid_arthritis": ("moderate", "moderate"),
    "lupus": ("preliminary", "preliminary"),
    "gvhd": ("strong", "none"),
    "ards": ("strong", "none"),
    "multiple_sclerosis": ("moderate", "preliminary"),
    "parkinson": ("preliminary", "preliminary"),
    "alzheimer": ("preliminary", "none"),
    "als": ("not_on_map", "none"),
    "spinal_cord_injury": ("preliminary", "none"),
    "autism": ("not_on_map", "none"),
    "copd": ("not_on_map", "none"),
    "heart_failure": ("not_on_map", "none"),
    "diabetes_type_2": ("moderate", "preliminary"),
    "diabetes_type_1": ("preliminary", "none"),
    "long_covid": ("not_on_map", "none"),
    "kidney_disease": ("not_on_map", "none"),
    "liver_disease": ("not_on_map", "none"),
    "erectile_dysfunction": ("not_on_map", "none"),
    "hair_loss": ("not_on_map", "preliminary"),
    "aesthetics": ("preliminary", "preliminary"),
    "anti_aging": ("preliminary", "none"),
    "other": ("not_on_map", "none"),
}
every_indication = pytest.mark.parametrize("row", load().evidence.values(), ids=lambda row: row.id)


def test_every_tier_stands_as_reviewed() -> None:
    """Tier and speak_as of every condition are the reviewed ones; a change must be made here too."""
    assert {name: (row.tier, row.speak_as) for name, row in load().evidence.items()} == MAP


@every_indication
def test_no_condition_is_spoken_of_above_its_tier(row: Indication) -> None:
    """The bot never speaks higher than the tier; off the map, at most that nothing can be said yet."""
    order = ("none", "preliminary", "moderate", "strong")
    assert order.index(row.speak_as) <= max(order.index("preliminary"), order.index(row.tier) if row.tier in order else 0)


@every_indication
def test_every_condition_has_what_a_reviewer_needs(row: Indication) -> None:
    """A due date, a measure, something never to be said; sources carry a year and a finding."""
    assert row.review_due == load().review_due
    assert row.measures
    assert row.must_not
    assert all(1990 <= source.year <= 2026 and source.finds and source.cite for source in row.sources)
    assert row.sources or row.id == "other"


@every_indication
def test_provisional_tiers_put_a_question_to_the_physicians(row: Indication) -> None:
    """Where the philosophy names no condition, the file says what the physicians must settle."""
    assert not row.provisional or row.asks_physicians


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("gvhd", {"transplant", "immunomodulator", "past_malignancy"}),
        ("heart_failure", {"organ_failure"}),
        ("kidney_disease", {"organ_failure"}),
        ("liver_disease", {"organ_failure"}),
        ("alzheimer", {"capacity"}),
        ("knee_osteoarthritis", set()),
    ],
)
def test_some_conditions_raise_flags_by_themselves(name: str, flags: set[str]) -> None:
    """The condition alone is reason enough for these rows."""
    assert set(load().evidence[name].always_flags) == flags


@pytest.mark.parametrize(
    ("name", "rows"),
    [("autism", {"minor", "proxy"}), ("alzheimer", {"capacity", "proxy"}), ("liver_disease", {"hiv_hbv_hcv"}), ("copd", {"organ_failure"})],
)
def test_some_conditions_need_rows_settled(name: str, rows: set[str]) -> None:
    """These rows must be answered before a case with the condition is handed over."""
    assert set(load().evidence[name].always_checks) == rows


@pytest.mark.parametrize(
    ("name", "policy", "priority"),
    [("gvhd", "none_in_chat", "urgent"), ("ards", "emergency_route", "urgent"), ("knee_osteoarthritis", "normal", "routine")],
)
def test_some_outcomes_are_not_described_in_chat(name: str, policy: str, priority: str) -> None:
    """Graft-versus-host disease goes to a person the same day, ARDS to the danger text."""
    assert (load().evidence[name].outcome_text, load().evidence[name].priority) == (policy, priority)


def test_the_knee_carries_its_honesty_line() -> None:
    """Strong evidence is never shown without saying how modest the average benefit is."""
    assert "modest" in load().evidence["knee_osteoarthritis"].also_say


@pytest.mark.parametrize(
    ("name", "joint", "sides"),
    [
        ("knee_osteoarthritis", "knee", True),
        ("hip_osteoarthritis", "hip", True),
        ("rotator_cuff", "shoulder", True),
        ("tendinopathy", "", True),
        ("ligament_meniscus_injury", "knee", True),
        ("lupus", "", False),
    ],
)
def test_joints_ask_for_the_side(name: str, joint: str, sides: bool) -> None:  # noqa: FBT001 - a column of the table
    """Left, right or both is asked where it matters."""
    assert (load().evidence[name].joint, load().evidence[name].sides) == (joint, sides)


def test_cancer_inside_other_is_flagged() -> None:
    """Somebody who asks about cancer itself is flagged, never treated as a request."""
    assert {tag.id: tag.flags for tag in load().other_tags}["cancer"] == ("active_malignancy",)
