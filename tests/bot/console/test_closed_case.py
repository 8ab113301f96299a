"""A case that ended is read by whoever held it; others prove once in a while who they are."""

from bot.console.session import STEP_UP
from tests.bot.console.people import Person, account, signed_in
from tests.bot.reviewing import DECLINED, act, decided
from tests.bot.rig import Rig

PAGES = ("", "/transcript", "/print", "/decision", "/follow-up", "/files/x", "/messages/1/why")


async def answers(person: Person, case_id: str) -> set[tuple[int, str]]:
    """How every page of a case answers: its status, and where it leads."""
    found = [await person.get(f"/cases/{case_id}{page}") for page in PAGES]
    return {(page.status_code, page.headers.get("location", "").partition("?")[0]) for page in found}


async def test_reading_an_ended_case_asks_for_a_code(rig_on_both: Rig) -> None:
    """On every page that shows a word of it; afterwards, for ten minutes, on none."""
    rig = rig_on_both
    case_id = await decided(rig, DECLINED)
    async with signed_in(rig, "coordinator") as ana:
        assert await answers(ana, case_id) == {(303, "/step-up")}
        assert (await ana.get(f"/cases/{case_id}")).headers["location"].endswith(f"next=/cases/{case_id}")
        ana.step_up()
        assert (303, "/step-up") not in await answers(ana, case_id)
        assert (await ana.get(f"/cases/{case_id}")).status_code == 200
    assert STEP_UP.total_seconds() == 600


async def test_who_held_it_and_whoever_works_on_one_that_runs_are_not_asked(rig: Rig) -> None:
    """It is the browsing of old records that is slowed, not work."""
    running = await decided(rig, patient="luis")
    doctor = account(rig, "physician")
    async with signed_in(rig, "physician", member=doctor) as mine, signed_in(rig, "coordinator") as ana:
        assert (await ana.get(f"/cases/{running}")).status_code == 200
        case_id = await decided(rig, DECLINED, patient="eva")
        with rig.parts.database.write() as uow:
            case = uow.cases.get(case_id)
            assert case is not None
            uow.claims.hand_over(case_id, case.claimed_by, doctor.staff_ref, rig.clock())
            uow.commit()
        assert (await mine.get(f"/cases/{case_id}")).status_code == 200


async def test_a_refused_look_leaves_no_trace_of_reading(rig: Rig) -> None:
    """The audit log says who read, not who was asked for a code."""
    case_id = await decided(rig, DECLINED)
    async with signed_in(rig, "coordinator") as ana:
        await answers(ana, case_id)
    with rig.parts.database.read() as uow:
        assert [entry.action for entry in uow.audit.page(0, 500) if entry.actor == ana.member.staff_ref] == []


async def test_a_program_with_a_token_reads_on(rig: Rig) -> None:
    """A token is no browser left open."""
    case_id = await decided(rig, DECLINED)
    answer = await rig.web.get(f"/api/v1/cases/{case_id}", headers=rig.staff("coordinator"))
    assert (answer.status_code, answer.json()["status"]) == (200, "declined")
    assert (await act(rig, "coordinator", case_id, "claim")).status_code == 409
