"""What patients ask about their own data is in sight of staff, with the day of the answer, until somebody says that it was given."""

import pytest

from bot.apply import ARCO_DAYS
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import rows, words
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig

ERASE = "quiero borrar mis datos"
RIGHTS = "quiero ejercer mis derechos ARCO"
BY = "a más tardar el dom 29 mar"
"""28 days after the rig's first of March: the twenty working days that the patient was told."""


@pytest.mark.parametrize(("said", "flag", "told"), [(ERASE, "delete_data", "Pide borrar"), (RIGHTS, "privacy_request", "Pide algo")])
async def test_a_request_about_ones_data_stands_in_the_queue_and_on_the_case(rig: Rig, said: str, flag: str, told: str) -> None:
    """With its day, the patient's words, and a filter that finds it; answered, it is gone, and asked anew it stands anew."""
    case_id = await in_queue(rig)
    await rig.simulate("ana", text=said)
    async with signed_in(rig, "coordinator") as ana:
        found = await ana.get(f"/queue?tab=unclaimed&flag={flag}")
        page = words(await ana.get(f"/cases/{case_id}"))
        assert (rows(found), told in words(found), BY in words(found)) == ([case_id], True, True)
        assert (told in page, BY in page, said in page) == (True, True, True)
        assert (await ana.post(f"/cases/{case_id}/data-request")).status_code == 422
        assert (await ana.post(f"/cases/{case_id}/data-request", {"sure": "1"})).status_code == 303
        assert (await ana.post(f"/cases/{case_id}/data-request", {"sure": "1"})).status_code == 409
        assert rows(await ana.get(f"/queue?tab=unclaimed&flag={flag}")) == []
        assert "respondió sobre sus datos" in words(await ana.get(f"/cases/{case_id}"))
        await rig.simulate("ana", text=said)
        assert rows(await ana.get(f"/queue?tab=unclaimed&flag={flag}")) == [case_id]


async def test_a_request_that_is_late_says_so(rig: Rig) -> None:
    """By how much, in the place of its day."""
    await in_queue(rig)
    await rig.simulate("ana", text=ERASE)
    rig.clock.move(days=ARCO_DAYS.days + 3)
    async with signed_in(rig, "coordinator") as ana:
        row = words(await ana.get("/queue?tab=unclaimed"))
        assert ("Pide borrar sus datos" in row, BY in row) == (True, False)


async def test_who_asks_for_erasure_before_the_questions_have_ended_is_seen_as_well(rig: Rig) -> None:
    """The answer is promised there too, and no lane shows a case in `intake`."""
    await rig.simulate("ana", text="hola")
    await rig.simulate("ana", text=ERASE)
    case_id = await rig.case_of("ana")
    async with signed_in(rig, "coordinator") as ana:
        assert rows(await ana.get("/queue?tab=unclaimed")) == [case_id]
