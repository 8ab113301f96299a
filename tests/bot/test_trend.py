"""The picture of a person's own numbers: a readable PNG, in the person's words, the same for the same numbers."""

import io
import json

import pytest
from PIL import Image

from bot.trend import LARGER, SMALLEST, WIDTH, picture
from messages.prompt import OFFERED

SERIES = json.dumps({"nrs_pain": [["baseline", 8], ["1m", 6], ["12m", 4]], "psfs": [["baseline", 3.3], ["1m", 5.7]]})


@pytest.mark.parametrize("language", OFFERED)
def test_the_picture_is_a_png_of_a_phones_width(language: str) -> None:
    """One panel a measure, in every language."""
    image = Image.open(io.BytesIO(picture(SERIES, language)))
    assert (image.format, image.size[0]) == ("PNG", WIDTH)
    assert image.size[1] > WIDTH / 2


def test_letters_are_large_enough() -> None:
    """At least 16 pixels, as read on a phone."""
    assert min(SMALLEST, LARGER) >= 16


def test_equal_numbers_give_an_equal_picture() -> None:
    """No time and no chance in it; another number is another picture."""
    assert picture(SERIES, "es") == picture(SERIES, "es")
    assert picture(SERIES, "es") != picture(SERIES.replace("4", "5"), "es")
