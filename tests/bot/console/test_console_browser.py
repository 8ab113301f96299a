"""The console in Chromium: races, live rows, the guard while typing, the decision, no script, hostile words, axe."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from bot.console import writing
from storage.messages import NewMessage
from storage.staff import StaffMember
from storage.timeline import TimelineEntry
from tests.bot.console.chromium import chromium
from tests.bot.console.hostile import HOSTILE, MARK
from tests.bot.console.people import account
from tests.bot.console.served import Served, served
from tests.bot.console.test_case import keep, photo
from tests.bot.reviewing import LETTER, QUESTIONS, brought_to, in_queue
from tests.databases import SqliteDatabases

pytestmark = [pytest.mark.browser]
SIZES = [(1280, "light"), (1280, "dark"), (840, "light"), (390, "light"), (390, "dark")]
"""A desk, the demo's frame, a phone."""
CUT_OFF = "[...document.querySelectorAll('.card, .region')].filter(each => each.scrollWidth > each.clientWidth + 1).length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def desk(sqlite_databases: SqliteDatabases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One served console for the file."""
    folder = tmp_path_factory.mktemp("desk")
    with served(sqlite_databases.fresh(folder), folder) as one:
        yield one


@pytest.fixture(scope="module")
def ana(desk: Served) -> StaffMember:
    """A coordinator."""
    return account(desk.rig, "coordinator", name="Ana Coordina")


@pytest.fixture(scope="module")
def doctor(desk: Served) -> StaffMember:
    """A physician."""
    return account(desk.rig, "physician", name="Dr. Felipe Ruiz")


def fresh(desk: Served, patient: str) -> str:
    """A case in the queue."""
    return desk.run(in_queue(desk.rig, patient))


def clean(page: Page) -> tuple[list[str], int]:
    """What axe finds, and how much wider than the window the page is, or how many of its cards cut something off."""
    found = [each["id"] for each in Axe().run(page).response["violations"]]
    wider = int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
    return found, wider or int(page.evaluate(CUT_OFF))


def test_two_people_claim_one_case(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """The losing click is told who won and when, and its table stays as it is."""
    case_id = fresh(desk, "race")
    eva = account(desk.rig, "coordinator", name="Eva Segunda")
    with desk.seen_by(browser, ana) as one, desk.seen_by(browser, eva) as two:
        for seen in (one, two):
            seen.page.goto(f"{desk.address}/queue?tab=unclaimed")
        two.page.route("**/queue/rows/*", lambda route: route.abort())
        one.page.locator(f"#case-{case_id} .claim").click()
        one.page.wait_for_url(f"**/cases/{case_id}")
        two.page.locator(f"#case-{case_id} .claim").click()
        expect(two.page.locator("#notices")).to_contain_text("Ana Coordina claimed this case on 1 Mar 2026")
        expect(two.page.locator("table.board")).to_be_visible()
        assert one.complaints == []


def test_rows_come_in_by_themselves(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """A new case waits behind a bar and moves nothing; a red flag goes in at once, with a badge; a claim elsewhere shows."""
    first = fresh(desk, "live-1")
    with desk.seen_by(browser, ana) as seen:
        page = seen.page
        page.goto(f"{desk.address}/queue?tab=unclaimed")
        rows = page.locator("tr.case").count()
        second = fresh(desk, "live-2")
        expect(page.locator("#live-new")).to_have_text("1 new. Show")
        assert page.locator("tr.case").count() == rows
        desk.run(desk.rig.simulate("live-3", text="hola"))
        desk.run(desk.rig.simulate("live-3", text="me duele mucho el pecho y no puedo respirar"))
        expect(page.locator("tr.case").first).to_contain_text("Possible emergency")
        expect(page).to_have_title(re.compile(r"^\(1\) "))
        with desk.rig.parts.database.write() as uow:
            uow.cases.claim(first, ana.staff_ref, desk.rig.clock())
            case = uow.cases.get(first)
            assert case is not None
            uow.timeline.append(case.id, TimelineEntry(desk.rig.clock(), ana.staff_ref, "claimed", "new", "claimed"))
            uow.commit()
        expect(page.locator(f"#case-{first} .owner")).to_have_text("Me")
        page.locator("#live-new").click()
        expect(page.locator(f"#case-{second}")).to_be_visible()
        assert seen.complaints == []


def test_a_lost_stream_is_said_and_asked_for(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """A yellow bar with the time of the last sign of life."""
    with desk.seen_by(browser, ana) as seen:
        seen.page.route("**/live/queue?*", lambda route: route.abort())
        seen.page.goto(f"{desk.address}/queue")
        expect(seen.page.locator("#live-lost")).to_contain_text("Live updates have not started")


def test_a_price_is_stopped_while_it_is_typed(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """One request after the last key; the phrase and what may be said; sending anyway leaves the words where they are."""
    case_id = fresh(desk, "price")
    with desk.seen_by(browser, ana) as seen:
        page, asked = seen.page, list[str]()
        page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/verdict") else None)
        page.clock.install()
        page.goto(f"{desk.address}/cases/{case_id}")
        page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))  # between two keys no time passes, however busy the machine is
        page.locator("#reply-text").press_sequentially("El tratamiento cuesta 45,000 pesos.")
        assert asked == []
        page.clock.resume()
        expect(page.locator("#verdict mark").first).to_contain_text("45,000")
        expect(page.locator("#verdict")).to_contain_text("Instead:")
        expect(page.locator("#verdict .bubble")).to_have_text("El tratamiento cuesta 45,000 pesos.")
        assert len(asked) == 1
        page.get_by_role("button", name="Send to patient").click()
        expect(page.locator("#reply-text")).to_have_value("El tratamiento cuesta 45,000 pesos.")
        expect(page.locator("#verdict mark").first).to_be_visible()


def test_a_reply_is_picked_by_slash_sent_and_taken_back(
    desk: Served, browser: Browser, ana: StaffMember, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the keyboard alone; taken back within its seconds it comes back into the box."""
    monkeypatch.setattr(writing, "UNDO", timedelta(minutes=1))  # a busy machine needs longer for two clicks than a person
    case_id = fresh(desk, "slash")
    with desk.seen_by(browser, ana) as seen:
        page = seen.page
        page.goto(f"{desk.address}/cases/{case_id}")
        page.keyboard.press("Alt+KeyL")
        expect(page.locator("#reply-text")).to_be_focused()
        page.keyboard.type("/expediente")
        expect(page.locator("#canned-list button").first).to_contain_text("Expediente recibido")
        page.keyboard.press("Enter")
        text = page.locator("#reply-text").input_value()
        assert text.startswith("Recibimos su información")
        page.get_by_role("button", name="Send to patient").click()
        page.get_by_role("button", name="Take back").click()
        expect(page.locator("#reply-text")).to_have_value(text)
        expect(page.locator(".msg.not-sent")).to_have_count(1)
        assert seen.complaints == []


def test_the_transcript_of_an_open_case_grows(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """While a reply is being typed, which stays."""
    case_id = fresh(desk, "talk")
    with desk.seen_by(browser, ana) as seen:
        seen.page.goto(f"{desk.address}/cases/{case_id}")
        seen.page.locator("#reply-text").fill("a medias")
        desk.run(desk.rig.simulate("talk", text="una cosa más"))
        expect(seen.page.locator("#transcript")).to_contain_text("una cosa más")
        expect(seen.page.locator("#reply-text")).to_have_value("a medias")


def test_a_physician_decides_and_a_coordinator_cannot(desk: Served, browser: Browser, ana: StaffMember, doctor: StaffMember) -> None:
    """Filled in, read once more as the patient will read it, signed; the other role finds no form, and no quote before the decision."""
    case_id = fresh(desk, "decide")
    with desk.seen_by(browser, ana) as seen:
        seen.page.goto(f"{desk.address}/cases/{case_id}/decision")
        expect(seen.page.locator("#decision-form")).to_have_count(0)
        seen.page.goto(f"{desk.address}/cases/{case_id}")
        expect(seen.page.locator("form.paper")).to_have_count(0)
    with desk.seen_by(browser, doctor) as seen:
        page = seen.page
        page.goto(f"{desk.address}/cases/{case_id}")
        page.keyboard.press("Alt+KeyE")
        page.wait_for_url("**/decision")
        for question in QUESTIONS:
            page.locator(f'input[name="{question}-yes"][value=yes]').check()
            page.locator(f'textarea[name="{question}-reason"]').fill("Consta.")
        page.locator("input[name=outcome][value=accepted]").check()
        page.get_by_role("button", name="Check and preview").click()
        expect(page.locator("#content .fault")).to_contain_text("Write the letter")
        expect(page.locator("#content .fault")).to_contain_text("An acceptance needs its protocol summary")
        page.locator("textarea[name=letter]").fill(LETTER)
        page.locator("textarea[name=documents_none]").fill("No trae estudios.")
        page.get_by_role("checkbox", name="With a protocol summary").check()
        page.locator("textarea[name=protocol-indication]").fill("Artrosis de rodilla")
        page.locator("select[name=protocol-route]").select_option("intra_articular")
        page.locator("textarea[name=expected_response]").fill("Menos dolor al caminar")
        page.locator("textarea[name=measurement_plan]").fill("Dolor de 0 a 10 a los 3 meses")
        page.get_by_role("button", name="Check and preview").click()
        expect(page.locator(".letter")).to_contain_text("Puedo ofrecerle un plan.")
        assert clean(page) == ([], 0)
        page.get_by_role("button", name="Sign", exact=True).click()
        page.wait_for_url(f"**/cases/{case_id}#decision")
        expect(page.locator("#decision")).to_contain_text("Signed by Dr. Felipe Ruiz, licence CED-1")
        assert [said for said in seen.complaints if "422" not in said] == []
    with desk.seen_by(browser, ana) as seen:
        seen.page.goto(f"{desk.address}/cases/{case_id}")
        expect(seen.page.locator("#decision")).to_contain_text("Puedo ofrecerle un plan.")


def test_everything_works_without_a_script(desk: Served, browser: Browser, doctor: StaffMember) -> None:
    """Queue, claim, canned text, reply, note, search, release: forms that post and lead on."""
    case_id = fresh(desk, "plain")
    with desk.seen_by(browser, doctor, scripts=False) as seen:
        page = seen.page
        page.goto(f"{desk.address}/queue?tab=unclaimed")
        page.locator(f"#case-{case_id} .claim").click()
        page.wait_for_url(f"**/cases/{case_id}")
        page.locator("#canned").select_option("received")
        page.get_by_role("button", name="Put into the reply").click()
        expect(page.locator("#reply-text")).to_have_value(re.compile("^Recibimos su información"))
        page.get_by_role("button", name="Send to patient").click()
        expect(page.locator(".msg.staff")).to_have_count(1)
        page.locator("#note").fill("solo para nosotros")
        page.get_by_role("button", name="Keep note").click()
        expect(page.locator(".note")).to_contain_text("solo para nosotros")
        page.get_by_role("button", name="Release").click()
        page.locator("#q").fill("Ana")
        page.get_by_role("button", name="Search").click()
        expect(page.locator("tr.case").first).to_be_visible()
        assert "Ana" not in page.url


def test_hostile_words_stay_words(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """In messages, name, complaint, a file's name, a note, a reply's preview: shown to the sign, none run, none made into an element."""
    case_id = fresh(desk, "hostile")
    keep(desk.rig, case_id, "cc", photo(), "image/png", "photo")
    with desk.rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        talk = uow.conversations.lock([case.conversation_id])[case.conversation_id]
        at = desk.rig.clock()
        uow.messages.append([NewMessage(talk.id, talk.take_n(), at, "patient", text) for text in HOSTILE])
        uow.conversations.save([talk])
        packet = uow.cases.packet(case)
        assert packet is not None
        packet["contact"]["name"] = "".join(HOSTILE[:40])
        packet["complaint"] = HOSTILE[1]
        uow.cases.put_packet(case, packet, at)
        for text in HOSTILE[:40]:
            uow.notes.add(case.id, text, ana.staff_ref, at)
        uow.commit()
    with desk.seen_by(browser, ana) as seen:
        page = seen.page
        for path in (f"/cases/{case_id}", "/queue?tab=unclaimed", f"/cases/{case_id}/print?transcript=1"):
            page.goto(desk.address + path)
            assert page.evaluate("window.SENTINEL") is None
            assert page.locator(f"[{MARK}]").count() == 0
        page.goto(f"{desk.address}/cases/{case_id}")
        shown = page.locator(".msg.patient p.text").evaluate_all("all => all.map(one => one.textContent)")
        assert [
            text for text in HOSTILE if text.strip() and text.replace("\r\n", "\n") not in {one.replace("\r\n", "\n") for one in shown}
        ] == []
        page.locator("#reply-text").fill(HOSTILE[0])
        expect(page.locator("#verdict .bubble")).to_have_text(HOSTILE[0])
        assert page.evaluate("window.SENTINEL") is None
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        assert seen.complaints == []


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_pages_are_accessible_and_fit(desk: Served, browser: Browser, doctor: StaffMember, width: int, scheme: str) -> None:
    """Axe finds nothing, nothing scrolls sideways, the policy is unbroken: queue, case in all parts, decision, papers, print."""
    case_id = desk.run(in_queue(desk.rig, f"axe-{width}-{scheme}"))
    paper = desk.run(brought_to(desk.rig, "accepted", f"paper-{width}-{scheme}")) if scheme == "light" else case_id
    with desk.seen_by(browser, doctor, width=width, scheme=scheme) as seen:
        for path in (
            "/queue",
            "/queue?tab=unclaimed&language=es",
            f"/cases/{paper}",
            f"/cases/{case_id}/decision",
            f"/cases/{case_id}/print",
        ):
            seen.page.goto(desk.address + path)
            assert clean(seen.page) == ([], 0), path
        seen.page.goto(f"{desk.address}/cases/{case_id}")
        for part in ("talk", "act") if width < 1000 else ():
            seen.page.locator(f"label[for=part-{part}]").click()
            assert clean(seen.page) == ([], 0), part
        seen.page.goto(f"{desk.address}/cases/{case_id}/decision")
        seen.page.locator("details:has(input[name=questions]) summary").click()
        seen.page.get_by_role("checkbox", name="Medicines", exact=True).check()
        assert clean(seen.page) == ([], 0), "ask again"
        seen.page.goto(f"{desk.address}/queue?tab=unclaimed")
        seen.page.locator("input[name=case]").first.check()
        assert clean(seen.page) == ([], 0), "several"
        seen.page.goto(f"{desk.address}/cases/{case_id}")
        seen.page.keyboard.press("?")
        expect(seen.page.locator("#keys")).to_be_visible()
        assert clean(seen.page) == ([], 0)
        assert seen.complaints == []


def test_on_a_phone_the_packet_comes_before_the_form(desk: Served, browser: Browser, doctor: StaffMember) -> None:
    """Read first, decide then; what was refused stands above both, and a link leads down to the form."""
    case_id = desk.run(in_queue(desk.rig, "packet-first"))
    with desk.seen_by(browser, doctor, width=390) as seen:
        page = seen.page
        page.goto(f"{desk.address}/cases/{case_id}/decision")
        page.get_by_role("link", name="Write the decision").click()
        page.locator("input[name=outcome][value=accepted]").check()
        page.get_by_role("button", name="Check and preview").click()
        tops = [page.locator(part).bounding_box() for part in ("#content .fault", ".decision .packet", "#decision-form")]
        places = [box["y"] for box in tops if box is not None]
        assert (len(places), places == sorted(places)) == (3, True)
        assert clean(page) == ([], 0)


@pytest.mark.parametrize("width", [840, 390])
def test_the_queue_fits_in_spanish_too(desk: Served, browser: Browser, doctor: StaffMember, width: int) -> None:
    """Its words are longer: no column is cut off, with every kind of row there."""
    desk.run(desk.rig.simulate(f"red-{width}", text="hola"))
    desk.run(desk.rig.simulate(f"red-{width}", text="me duele mucho el pecho y no puedo respirar"))
    fresh(desk, f"es-{width}")
    with desk.seen_by(browser, doctor, width=width, language="es") as seen:
        for tab in ("unclaimed", "mine", "done"):
            seen.page.goto(f"{desk.address}/queue?tab={tab}")
            assert clean(seen.page) == ([], 0), tab


def test_the_packet_prints_on_two_pages_at_most(desk: Served, browser: Browser, doctor: StaffMember) -> None:
    """A4, searchable, with who printed it; no buttons."""
    case_id = fresh(desk, "print")
    with desk.seen_by(browser, doctor) as seen:
        seen.page.goto(f"{desk.address}/cases/{case_id}/print")
        printed = PdfReader(BytesIO(seen.page.pdf(prefer_css_page_size=True)))
    words = " ".join(page.extract_text() for page in printed.pages)
    assert len(printed.pages) <= 2
    assert (round(float(printed.pages[0].mediabox.width)), "Printed by Dr. Felipe Ruiz" in words, "Back to the case" in words) == (
        595,
        True,
        False,
    )
