"""What lies years back is not "recent": an injection, an operation, a vaccine; whatever may be newer is, and is quoted with its time."""

import pytest

from messages.understanding import read_message

YEARS_AGO = [
    ("es", "Fisioterapia y una infiltración hace un año"),
    ("es", "me infiltraron la rodilla hace 2 años"),
    ("en", "physio and a knee injection a year ago"),
    ("en", "I had surgery ten years ago"),
    ("pt", "fisioterapia e uma infiltração há um ano"),
    ("pt", "fui operado há 10 anos"),
    ("fr", "kiné et une infiltration il y a un an"),
    ("fr", "opéré il y a dix ans"),
]
MAYBE_NEWER = [
    ("es", "una infiltración hace un mes", "infiltración hace un mes"),
    ("es", "infiltración hace un año y otra el mes pasado", "infiltración hace un año y otra el mes pasado"),
    ("es", "hace un año que me infiltran la rodilla", "infiltran la rodilla"),
    ("es", "me operaron hace 2 años y me van a operar otra vez", "me van a operar otra vez"),
    ("en", "a shot in the knee a year ago and another last week", "shot in the knee a year ago and another last week"),
    ("en", "had surgery 2 years ago and having surgery soon", "had surgery 2 years ago and having surgery soon"),
    ("es", "me operaron hace 2 años y me operan en marzo", "me operaron hace 2 años y me operan en marzo"),
    ("pt", "infiltração há um ano e outra na semana passada", "infiltração há um ano e outra na semana passada"),
    ("fr", "une infiltration il y a trois mois", "infiltration il y a trois mois"),
]


def recent(text: str, language: str) -> list[str]:
    """The words read as something recent."""
    return [label.quote for label in read_message(text, language).labels if label.id.startswith("cue:recent_")]


@pytest.mark.parametrize(("language", "text"), YEARS_AGO)
def test_what_lies_years_back_is_not_recent(language: str, text: str) -> None:
    """In every language alike."""
    assert recent(text, language) == []


@pytest.mark.parametrize(("language", "text", "quote"), MAYBE_NEWER)
def test_what_may_be_newer_is_kept_with_its_time(language: str, text: str, quote: str) -> None:
    """The physician reads when it was, not a word by itself."""
    assert recent(text, language) == [quote]
