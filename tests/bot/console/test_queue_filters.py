"""What the queue can be asked for: every flag that stands in it, once, and only people who may hold a case."""

import re
from collections import Counter

from flows.session import Flag
from tests.bot.console.people import account, signed_in
from tests.bot.console.test_queue import rows, words
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig


def choices(page: str, name: str) -> list[str]:
    """The options of a filter, in words."""
    return re.findall(r"<option[^>]*>([^<]*)</option>", page.split(f'<select name="{name}">')[1].split("</select>", maxsplit=1)[0])


async def test_a_flag_is_offered_once_and_one_that_is_in_the_queue_is_found(rig: Rig) -> None:
    """Also what was not understood, and a language that somebody has to confirm; a minor's two ids are one choice and one mark."""
    case_id, other = await in_queue(rig), await in_queue(rig, "eva")
    with rig.parts.database.write() as uow:
        case, young = uow.cases.get(case_id), uow.cases.get(other)
        assert case is not None
        assert young is not None
        asked = ("not_understood", "document_language_to_confirm", "emerging_therapy:nad")
        uow.flags.add(case.id, [Flag(each, "info", "derived", "", None) for each in asked], rig.clock())
        uow.flags.add(young.id, [Flag(each, "hard", "derived", "", None) for each in ("minor", "contraindication:minor")], rig.clock())
        uow.commit()
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get("/queue")
        offered = Counter(choices(page.text, "flag"))
        assert ([word for word, count in offered.items() if count > 1], "Paciente menor de edad" in offered) == ([], True)
        for flag in asked:
            assert rows(await ana.get(f"/queue?tab=unclaimed&flag={flag}")) == [case_id], flag
        for flag in ("minor", "contraindication:minor"):
            assert rows(await ana.get(f"/queue?tab=unclaimed&flag={flag}")) == [other], flag
        assert words(await ana.get(f"/queue/rows/{other}")).count("Paciente menor de edad") == 1


async def test_only_who_may_hold_a_case_is_offered_as_its_holder(rig: Rig) -> None:
    """Neither an auditor nor an administrator."""
    people = {role: account(rig, role, name=f"Somebody {role}") for role in ("admin", "auditor", "physician")}
    async with signed_in(rig, "coordinator") as ana:
        offered = choices((await ana.get("/queue")).text, "owner")
        assert {role for role, one in people.items() if one.name in offered} == {"physician"}
