"""What may be the same person on another channel: a suggestion on both cases, for a person to confirm; nothing is merged."""

from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import in_queue
from tests.bot.rig import ANA, Rig
from tests.storage.scene import arrive


async def test_the_same_person_on_another_channel_is_a_suggestion(rig: Rig) -> None:
    """From the number they gave; nothing is merged, and nothing is suggested of a stranger's number."""
    await rig.twilio.push_text(ANA, "hola")
    with rig.parts.database.read() as uow:
        known = uow.cases.queue(statuses=["intake"], limit=1).items[0]
    case_id = await in_queue(rig, "ana")
    give_phone(rig, case_id, "+52 55 1234 5678")
    other = await in_queue(rig, "eva")
    give_phone(rig, other, "+52 55 9999 0000")
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get(f"/cases/{case_id}")
        assert f'href="/cases/{known.case_id}"' in page.text
        assert "Solo es una sugerencia" in words(page)
        assert "Solo es una sugerencia" not in words(await ana.get(f"/cases/{other}"))
        back = await ana.get(f"/cases/{known.case_id}")
        assert f'href="/cases/{case_id}"' in back.text
        assert f'href="/cases/{other}"' not in back.text


async def test_two_who_gave_one_number_are_suggested_on_both_cases(rig_on_both: Rig) -> None:
    """Also when neither writes from it; never on the same channel, where one phone may be a family's."""
    rig = rig_on_both
    one, same = [await in_queue(rig, name) for name in ("ana", "luis")]
    with rig.parts.database.write() as uow:
        there = arrive(uow, "4711").case
        uow.cases.hand_off(there, priority="routine", at=rig.clock(), due_at=None)
        uow.cases.put_packet(there, {"contact": {"phone": "5215512345678"}}, rig.clock())
        uow.commit()
    for case_id in (one, same):
        give_phone(rig, case_id, "+52 55 1234 5678")
    async with signed_in(rig, "coordinator") as ana:
        assert f'href="/cases/{there.case_id}"' in (await ana.get(f"/cases/{one}")).text
        assert f'href="/cases/{same}"' not in (await ana.get(f"/cases/{one}")).text
        assert f'href="/cases/{same}"' in (await ana.get(f"/cases/{there.case_id}")).text


def give_phone(rig: Rig, case_id: str, phone: str) -> None:
    """The packet says this number."""
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        packet = uow.cases.packet(case)
        assert packet is not None
        packet["contact"]["phone"] = phone
        uow.cases.put_packet(case, packet, rig.clock())
        uow.commit()
