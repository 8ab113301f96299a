"""Somebody who holds a quote and asks the price is not told that one comes after a physician's review."""

import pytest

from tests.bot.reviewing import brought_to
from tests.bot.rig import Rig

QUOTED = "aside-price_quoted"


@pytest.mark.parametrize(("status", "key"), [("accepted", "aside-price"), ("quote_issued", QUOTED), ("treated", QUOTED)])
async def test_the_price_answer_goes_by_the_case(rig: Rig, status: str, key: str) -> None:
    """By its status at the moment it is said."""
    await brought_to(rig, status)
    await rig.simulate("ana", text="¿cuánto cuesta?")
    assert [item["message_key"] for item in await rig.screen("ana")][-1] == key
