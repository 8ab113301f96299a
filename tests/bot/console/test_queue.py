"""The queue over HTTP: who sees what, in which order, and who takes a case; all of it as forms that need no script."""

import re
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from bot.console import labels
from bot.console.queue_view import FLAGS
from bot.console.wording import LANGUAGES
from flows.protocol import load
from flows.session import Flag
from tests.bot.console.people import account, signed_in
from tests.bot.reviewing import brought_to, in_queue
from tests.bot.rig import Rig, running


def rows(answer: httpx.Response) -> list[str]:
    """The cases on a page, in order."""
    return re.findall(r'<tr id="case-([0-9a-f]{32})"', answer.text)


def words(answer: httpx.Response) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


async def test_a_row_tells_the_case_but_not_the_name(rig: Rig) -> None:
    """Complaint, condition, age, language, channel, completeness and deadline; the name stands inside the case alone."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        page, case = await ana.get("/queue?tab=unclaimed"), await ana.get(f"/cases/{case_id}")
        name = re.search(r"<h1><bdi>([^<]+)</bdi>", case.text)
        assert rows(page) == [case_id]
        assert name
        assert name[1] not in page.text
        told = words(page)
        for part in ("vence en 24 h", "Simulador", "ES", "sin archivos", "años", "Nuevo"):
            assert part in told, part
        assert page.headers["cache-control"] == "no-store"


async def test_red_flags_come_first_whatever_their_age(rig: Rig) -> None:
    """Then the nearest deadline."""
    calm = await in_queue(rig, "ana")
    rig.clock.move(hours=1)
    await rig.simulate("luis", text="hola")
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    red = await rig.case_of("luis")
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get("/queue")
        assert rows(page) == [red, calm]
        assert 'data-group="red"' in page.text
        assert "Posible emergencia" in words(page)


@pytest.mark.parametrize("role", ["auditor", "admin"])
async def test_other_roles_have_no_queue(rig: Rig, role: str) -> None:
    """Nor its rows, its search, its stream, or a case."""
    case_id = await in_queue(rig)
    async with signed_in(rig, role) as one:
        for path in ("/queue", f"/queue/rows/{case_id}", "/live/queue", f"/cases/{case_id}", f"/cases/{case_id}/transcript"):
            assert (await one.get(path)).status_code == 403, path
        assert (await one.post("/queue/search", {"q": "ana"})).status_code == 403


async def test_filters_stand_in_the_address_and_codes_nobody_knows_are_not_asked(rig: Rig) -> None:
    """So that a link can be shared."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        for query, found in {
            "tab=unclaimed&channel=simulator&language=es&status=new&due=today": 0,
            "tab=unclaimed&channel=simulator&language=es&status=new": 1,
            "tab=unclaimed&language=fr": 0,
            "tab=unclaimed&due=none": 0,
            "tab=unclaimed&owner=nobody": 1,
            "tab=<script>&language=../../x&due=yesterday": 1,
        }.items():
            page = await ana.get(f"/queue?{query}")
            assert (rows(page), "<script>" in page.text) == ([case_id][:found], False), query


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("flag=contraindication:unknown", "se muestra sin ello: Señal."),
        ("status=gone&due=yesterday", "se muestra sin ello: Etapa, Plazo."),
        ("flag=complaint", ""),
        ("", ""),
    ],
)
async def test_a_link_that_asks_for_what_nobody_knows_says_so(rig: Rig, query: str, told: str) -> None:
    """The list that is not narrowed is not taken for the one that was meant."""
    await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get(f"/queue?tab=unclaimed&{query}")
        assert (told in words(page), "se muestra sin ello" in words(page)) == (True, bool(told))


async def test_a_flag_can_be_asked_for(rig: Rig) -> None:
    """By its code."""
    case_id, other = await in_queue(rig, "ana"), await in_queue(rig, "eva")
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.flags.add(case.id, [Flag("complaint", "caution", "free_text", "no me gusta", 2)], rig.clock())
        uow.commit()
    async with signed_in(rig, "coordinator") as ana:
        assert rows(await ana.get("/queue?tab=unclaimed&flag=complaint")) == [case_id]
        assert set(rows(await ana.get("/queue?tab=unclaimed"))) == {case_id, other}


async def test_the_losing_click_says_who_won_and_when(rig: Rig) -> None:
    """As a page, or as a fragment that replaces nothing."""
    case_id = await in_queue(rig)
    async with AsyncExitStack() as both:
        ana = await both.enter_async_context(signed_in(rig, "coordinator", member=account(rig, "coordinator", name="Ana")))
        eva = await both.enter_async_context(signed_in(rig, "coordinator", member=account(rig, "coordinator", name="Eva")))
        won = await ana.post(f"/cases/{case_id}/claim")
        lost = await eva.post(f"/cases/{case_id}/claim", None, **{"HX-Request": "true"})
        assert (won.status_code, won.headers["location"]) == (303, f"/cases/{case_id}")
        assert (lost.status_code, lost.headers["hx-retarget"]) == (409, "#notices")
        assert "Ana tomó este caso el 1 mar 2026, 09:00" in words(lost)
        assert f'<a href="/cases/{case_id}">' in lost.text


async def test_the_losing_page_leads_to_the_case_and_the_queue(rig: Rig) -> None:
    """And says who has it: the case can be read whoever holds it. So does every step that comes too late."""
    case_id = await in_queue(rig)
    async with AsyncExitStack() as all_three:
        ana, eva, luz = [
            await all_three.enter_async_context(signed_in(rig, role, member=account(rig, role, name=name)))
            for role, name in (("coordinator", "Ana"), ("coordinator", "Eva"), ("physician", "Luz"))
        ]
        await ana.post(f"/cases/{case_id}/claim")
        rig.clock.move(hours=1)
        late = [await one.post(f"/cases/{case_id}/claim") for one in (eva, luz)]
        await luz.post(f"/cases/{case_id}/take", {"holder": ana.member.staff_ref})
        late += [await eva.post(f"/cases/{case_id}/take", {"holder": ana.member.staff_ref}), await ana.post(f"/cases/{case_id}/release")]
        for page, holder in zip(late, ("Ana", "Ana", "Luz", "Luz"), strict=True):
            assert page.status_code == 409
            assert f'href="/cases/{case_id}">Abrir el caso</a>' in page.text
            assert 'href="/queue">A la bandeja</a>' in page.text
            assert holder in words(page)
        assert (await eva.get(f"/cases/{case_id}")).status_code == 200


async def test_who_may_not_read_the_case_is_not_led_to_it(rig: Rig) -> None:
    """A refusal of role, or of a case there is none of, names no way there."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "auditor") as auditor, signed_in(rig, "coordinator") as ana:
        refused = await auditor.post(f"/cases/{case_id}/claim"), await ana.post(f"/cases/{'0' * 32}/claim")
        assert [page.status_code for page in refused] == [403, 404]
        assert not [page for page in refused if "Abrir el caso" in page.text]


async def test_claim_release_and_hand_over(rig: Rig) -> None:
    """Handing over needs a note, which the next holder reads; the giver holds it no more."""
    case_id = await in_queue(rig)
    eva = account(rig, "physician", name="Dra. Eva")
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "physician", member=eva) as doctor:
        await ana.post(f"/cases/{case_id}/claim")
        assert rows(await ana.get("/queue?tab=mine")) == [case_id]
        assert (await ana.post(f"/cases/{case_id}/hand-over", {"to": eva.staff_ref, "note": ""})).status_code == 409
        given = await ana.post(f"/cases/{case_id}/hand-over", {"to": eva.staff_ref, "note": "Llamó la hija, pide cita."})
        assert (given.status_code, given.headers["location"]) == (303, "/queue")
        assert (await ana.post(f"/cases/{case_id}/release")).status_code == 409
        assert rows(await doctor.get("/queue?tab=mine")) == [case_id]
        assert "Llamó la hija, pide cita." in words(await doctor.get(f"/cases/{case_id}"))
        await doctor.post(f"/cases/{case_id}/release")
        assert rows(await doctor.get("/queue?tab=mine")) == []


async def test_an_idle_claim_can_be_taken_and_the_log_says_so(rig: Rig) -> None:
    """After half an hour without an act of the holder; any act of theirs keeps it."""
    case_id = await in_queue(rig)
    holder = account(rig, "coordinator", name="Ana")
    async with signed_in(rig, "coordinator", member=holder) as ana, signed_in(rig, "coordinator") as eva:
        await ana.post(f"/cases/{case_id}/claim")
        rig.clock.move(minutes=29)
        assert (await eva.post(f"/cases/{case_id}/take", {"holder": holder.staff_ref})).status_code == 409
        await ana.post(f"/cases/{case_id}/wait")
        rig.clock.move(minutes=29)
        assert (await eva.post(f"/cases/{case_id}/take", {"holder": holder.staff_ref})).status_code == 409
        rig.clock.move(minutes=2)
        assert "sin avance 31 min" in words(await eva.get(f"/cases/{case_id}"))
        assert (await eva.post(f"/cases/{case_id}/take", {"holder": holder.staff_ref})).status_code == 303
        assert (await eva.post(f"/cases/{case_id}/take", {"holder": holder.staff_ref})).status_code == 409
        assert rows(await eva.get("/queue?tab=mine")) == [case_id]
    with rig.parts.database.read() as uow:
        told = [(entry.actor, entry.detail.get("reason")) for entry in uow.audit.page(0, 500) if entry.action == "case.taken_over"]
        assert told == [(eva.member.staff_ref, holder.staff_ref)]


async def test_search_finds_names_without_putting_them_in_an_address(rig: Rig) -> None:
    """By any part of the name, without accents, and by the reference; one letter is too little."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        name = re.search(r"<h1><bdi>([^<]+)</bdi> <span class=\"mono quiet\">(\w+)<", (await ana.get(f"/cases/{case_id}")).text)
        assert name
        for wanted in (name[1].upper(), name[1][:4], name[2]):
            found = await ana.post("/queue/search", {"q": wanted})
            assert (found.status_code, rows(found)) == (200, [case_id]), wanted
        assert rows(await ana.post("/queue/search", {"q": "zzzz"})) == []
        assert "al menos dos letras" in words(await ana.post("/queue/search", {"q": "a"}))
    with rig.parts.database.read() as uow:
        searched = [entry for entry in uow.audit.page(0, 500) if entry.action == "queue.searched"]
        assert len(searched) == 4
        assert all(name[1] not in str(entry.detail) for entry in searched)


async def test_views_are_saved_per_person(rig: Rig) -> None:
    """A name and codes; removed by their owner."""
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "coordinator") as eva:
        saved = await ana.post("/queue/views", {"name": "Francés <b>hoy</b>", "query": "tab=unclaimed&language=fr&x=<i>"})
        assert saved.headers["location"] == "/queue?tab=unclaimed&language=fr"
        page = (await ana.get("/queue")).text
        assert "Francés &lt;b&gt;hoy&lt;/b&gt;" in page
        assert "Francés" not in (await eva.get("/queue")).text.replace("Francés</option>", "")
        view = re.search(r"/queue/views/([0-9a-f]{32})/remove", page)
        assert view
        await eva.post(f"/queue/views/{view[1]}/remove")
        assert view[1] in (await ana.get("/queue")).text
        await ana.post(f"/queue/views/{view[1]}/remove")
        assert view[1] not in (await ana.get("/queue")).text


async def test_needs_me_depends_on_the_role(rig: Rig) -> None:
    """A coordinator acts on acceptances, a physician on reviews."""
    accepted, review = await brought_to(rig, "accepted", "ana"), await in_queue(rig, "eva")
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "physician") as doctor:
        await ana.post(f"/cases/{review}/claim")
        await ana.post(f"/cases/{review}/request-review")
        free(rig, accepted)
        assert rows(await ana.get("/queue")) == [accepted]
        assert rows(await doctor.get("/queue")) == [review]


def free(rig: Rig, case_id: str) -> None:
    """The physician who decided lets the case go."""
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.cases.release(case_id, case.claimed_by, rig.clock())
        uow.commit()


async def test_waiting_for_the_patient_is_a_tab_of_its_own(rig: Rig) -> None:
    """And no deadline runs meanwhile."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/claim")
        await ana.post(f"/cases/{case_id}/wait")
        waiting = await ana.get("/queue?tab=waiting")
        assert rows(waiting) == [case_id]
        assert "en pausa: espera al paciente" in words(waiting)
        assert rows(await ana.get("/queue")) == []
        rig.clock.move(hours=2)
        await rig.simulate("ana", text="ya lo tengo")
        assert rows(await ana.get("/queue?tab=waiting")) == []
        assert rows(await ana.get("/queue")) == [case_id]


async def test_ended_cases_are_under_done(rig: Rig) -> None:
    """Nowhere else."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/close", {"reason": "timing"})
        assert rows(await ana.get("/queue?tab=done")) == [case_id]
        assert rows(await ana.get("/queue?tab=unclaimed")) == []


async def test_every_look_is_an_audit_row(rig: Rig) -> None:
    """The queue, a case, a file that is not there."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        for path in ("/queue", f"/cases/{case_id}", f"/cases/{case_id}/print", f"/queue/rows/{case_id}"):
            assert (await ana.get(path)).status_code == 200, path
        with rig.parts.database.read() as uow:
            seen = [entry.action for entry in uow.audit.page(0, 500) if entry.actor == ana.member.staff_ref]
        assert seen == ["queue.read", "case.read", "case.read", "case.printed", "queue.read"]


async def test_pages_of_the_queue_follow_each_other(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a link, each case once; a made-up place in the list is refused."""
    monkeypatch.setattr("bot.console.queue.PAGE", 1)
    wanted = []
    for patient in ("ana", "eva", "luz"):
        wanted.append(await in_queue(rig, patient))
        rig.clock.move(minutes=1)
    async with signed_in(rig, "coordinator") as ana:
        found, path = [], "/queue?tab=unclaimed"
        while path:
            page = await ana.get(path)
            found += rows(page)
            more = re.search(r'href="([^"]+)" rel="next"', page.text)
            path = more[1].replace("&amp;", "&") if more else ""
        assert found == wanted
        assert (await ana.get("/queue?cursor=nonsense")).status_code == 422


async def test_deadlines_tell_how_late_they_are(rig: Rig) -> None:
    """In words, with the exact moment and its zone beside it."""
    await in_queue(rig)
    rig.clock.move(hours=26)
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get("/queue?tab=unclaimed")
        assert "vencido hace 2 h" in words(page)
        assert "CST (America/Mexico_City)" in page.text
        assert rows(await ana.get("/queue?tab=unclaimed&due=overdue"))


async def test_an_intake_that_was_broken_off_is_not_called_complete(rig: Rig) -> None:
    """Lifted into the queue after a few answers: how many there are, and that there are more to come."""
    await rig.simulate("luis", text="hola")
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    async with signed_in(rig, "coordinator") as ana:
        assert (await ana.post(f"/cases/{case_id}/lift", {"reason": "called"})).status_code == 303
        told = words(await ana.get("/queue?tab=unclaimed"))
        assert ("cuestionario sin terminar" in told, re.findall(r"\b(\d+)/\1\b", told)) == (True, [])


async def test_a_deadline_in_opening_hours_says_the_day_it_means(sqlite_url: str, tmp_path: Path) -> None:
    """23 hours of opening are days of the calendar; in the queue and in the case."""
    async with running(sqlite_url, tmp_path, clinic_hours="mon-fri 09:00-18:00") as rig:
        case_id = await in_queue(rig)
        async with signed_in(rig, "coordinator") as ana:
            for path in ("/queue?tab=unclaimed", f"/cases/{case_id}"):
                assert "a más tardar el mié 4 mar, 15:00" in words(await ana.get(path)), path


async def test_a_stranger_is_led_to_the_door(rig: Rig) -> None:
    """And back to where they wanted."""
    answer = await rig.web.get("/queue?tab=mine")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/queue%3Ftab%3Dmine")


def test_every_contraindication_of_the_protocol_can_be_asked_for_in_words() -> None:
    """A row added to the protocol is a filter of the queue, with a name in both languages."""
    raised = {flag for row in load().contraindications for flag in row.flag_ids if flag.startswith("contraindication:")}
    assert raised <= set(FLAGS)
    assert len(set(FLAGS)) == len(FLAGS)
    unnamed = {flag for flag in raised for language in LANGUAGES if flag.partition(":")[2].replace("_", " ") == labels.flag(flag, language)}
    assert {flag for flag in unnamed if "_" in flag} == set()
