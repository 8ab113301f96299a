"""What staff read of the safety question of a check-in."""

import pytest

from bot.console.follow_up_view import cues

SINCE = {"step": "check_in.since", "value": ["new_symptom"], "unit": "", "said": "3"}


@pytest.mark.parametrize(
    ("symptom", "read"),
    [
        ({"value": "me zumban los oídos", "said": "me zumban los oídos"}, "Una molestia nueva: «me zumban los oídos»"),
        ({"value": None, "said": "saltar"}, "Una molestia nueva"),
    ],
)
def test_a_new_complaint_is_read_in_the_patients_words(symptom: dict[str, object], read: str) -> None:
    """Beside the option chosen; nothing where it was left out."""
    assert cues([SINCE, {"step": "check_in.symptom", "unit": "", **symptom}], "es") == read
