"""The axis of time on a chart: as far apart as the check-ins were."""

import pytest

from bot.time_axis import months, places


@pytest.mark.parametrize(("milestone", "expected"), [("baseline", -1), ("baseline_again", -1), ("1m", 1), ("12m", 12)])
def test_a_milestone_stands_at_its_month(milestone: str, expected: float) -> None:
    """What was asked before the treatment lies before it."""
    assert months(milestone) == expected


def test_a_year_is_as_long_as_its_months() -> None:
    """From six months to twelve is three times as far as from one to three."""
    at = places(["baseline", "1m", "3m", "6m", "12m"])
    assert (at[0], at[-1], round((at[4] - at[3]) / (at[2] - at[1]), 6)) == (0, 1, 3)


def test_one_alone_stands_at_the_beginning() -> None:
    """So does a chart with nothing yet."""
    assert (places(["3m"]), places([])) == ((0.0,), ())


def test_what_tells_no_time_has_no_place() -> None:
    """A wrong name is named, not drawn somewhere."""
    with pytest.raises(ValueError, match="someday"):
        months("someday")
