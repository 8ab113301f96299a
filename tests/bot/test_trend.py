"""The picture of a person's own numbers: a readable PNG, in the person's words, the same for the same numbers."""

import io
import json

import pytest
from PIL import Image

from bot.channels.base import Outgoing
from bot.trend import LARGER, SMALLEST, WIDTH, picture, with_picture
from messages.prompt import OFFERED
from storage.outbox import Claim, Recipient
from tests.storage.scene import NOW

SERIES = json.dumps({"nrs_pain": [["baseline", 8], ["1m", 6], ["12m", 4]], "psfs": [["baseline", 3.3], ["1m", 5.7]]})


def claim(channel: str = "telegram", series: str = SERIES) -> Claim:
    """A text of numbers on its way out."""
    who = Recipient(1, channel, "bot", "telegram_user", "7", None, None, None, None, None)
    told = (("trend", series),)
    return Claim(1, "l", "s", 1, 1, "reply", "check_in-results", "es", "Dolor: 4", (), told, "", 0, NOW, None, 1, False, 0, who)


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


async def test_only_where_it_can_be_shown_is_it_drawn() -> None:
    """Telegram gets it; WhatsApp cannot show it, and a text without numbers has none."""
    text = Outgoing("s", "7", "check_in-results", "es", "Dolor: 4")
    assert (await with_picture(text, claim())).image is not None
    assert (await with_picture(text, claim("whatsapp"))).image is None
    assert (await with_picture(text, claim(series=""))).image is None
