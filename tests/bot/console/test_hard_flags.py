"""A hard flag on a row of the queue and at the head of a case: seen by a word and a sign, before all others."""

import re

from flows.session import Flag
from tests.bot.console.people import signed_in
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig


async def test_a_hard_flag_looks_like_no_other(rig: Rig) -> None:
    """First of all, by a word and a sign, in the row and at the head of the case; one that was cleared is no warning any more."""
    case_id = await in_queue(rig)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        raised = [("complaint", "caution"), ("contraindication:allergy", "caution"), ("price_pressure", "info")]
        flags = [Flag(name, weight, "free_text", "…", 2) for name, weight in (*raised, ("contraindication:active_malignancy", "hard"))]  # type: ignore[arg-type] # a severity
        uow.flags.add(case.id, flags, rig.clock())
        uow.commit()
    async with signed_in(rig, "coordinator") as ana:
        for path in ("/queue?tab=unclaimed", f"/cases/{case_id}"):
            page = await ana.get(path)
            hard = re.findall(r'<span class="flag hard">(.*?</strong>.*?)</span>', page.text)
            assert [re.sub(r"<[^>]+>", "", each) for each in hard] == ["■ grave · Cáncer ahora"], path
        assert re.search(r'class="flag hard">.*class="flag">', (await ana.get("/queue?tab=unclaimed")).text)
        with rig.parts.database.write() as uow:
            uow.flags.clear(case.id, "contraindication:active_malignancy", ana.member.staff_ref, rig.clock())
            uow.commit()
        assert 'class="flag hard"' not in (await ana.get(f"/cases/{case_id}")).text
