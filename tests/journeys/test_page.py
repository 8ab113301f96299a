"""The demo in real Chromium: a whole Spanish conversation by keyboard and taps, small screens, the dark, and hostile words."""

from collections.abc import Iterator
from io import BytesIO
from time import monotonic
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, FrameLocator, Page
from playwright.sync_api import TimeoutError as TooSlow

from flows.speech import label
from messages.catalog import shipped
from tests.bot.console.chromium import chromium, page
from tests.bot.test_processes import started
from tests.journeys.patients import BY_KEY, FOLLOW_UPS, question_of, sign_of
from tests.journeys.walker import ENDS, HEALTHY
from tests.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.processes]

HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\'"><svg onload=window.pwned=1>'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo, as its command starts it."""
    port = str(free_port())
    environment = {"APP_DATA_DIR": str(tmp_path_factory.mktemp("var")), "PORT": port, "BURST_WAIT_SECONDS": "0.1", "PATH": ""}
    with started(environment, "demo"):
        yield f"http://127.0.0.1:{port}"


def bubbles(screen: Page) -> list[str]:
    """What the bot said, in order."""
    return list(screen.locator(".bubble.bot").all_inner_texts())


def open_bubbles(screen: Page) -> list[str]:
    """What the bot has said in a conversation that is there already."""
    screen.locator(".bubble.bot").last.wait_for()
    return bubbles(screen)


def open_question(screen: Page, after: int, seconds: float = 30) -> tuple[str, int]:
    """The next question or end among the bubbles after `after`, with the number of bubbles then."""
    ends = monotonic() + seconds
    while monotonic() < ends:
        said = bubbles(screen)
        key = next((found for text in reversed(said[after:]) if (found := question_of(text))), "")
        if key:
            return key, len(said)
        screen.wait_for_timeout(50)
    raise AssertionError(f"no question on the page: {bubbles(screen)[-1:]}")


def answer(screen: Page, key: str, *, by_keyboard: bool) -> None:
    """Answer one question: type words, or press the option's button with the mouse or the keyboard."""
    wanted = HEALTHY.get(key) or FOLLOW_UPS.get(key) or "[no]"
    if not wanted.startswith("["):
        screen.locator("#text").focus()
        screen.keyboard.type(wanted)
        screen.keyboard.press("Enter")
        return
    option = wanted[1:-1]
    name = shipped().text(label(BY_KEY[key], option) if key in BY_KEY else f"option-{option}", "es")
    button = screen.locator(".options").get_by_role("button", name=name, exact=True)
    button.wait_for()
    if by_keyboard:
        button.focus()
        screen.keyboard.press("Enter")
    else:
        button.click()


def converse(screen: Page, until: str = "") -> str:
    """From the first words to an end, or to the question `until`."""
    screen.locator("#text").focus()
    screen.keyboard.type("hola")
    screen.keyboard.press("Enter")
    seen = 0
    for turn in range(60):
        key, seen = open_question(screen, seen)
        if key == until or key in ENDS:
            return key
        answer(screen, key, by_keyboard=turn % 2 == 0)
    raise AssertionError("sixty turns and no end")


def console(screen: Page) -> FrameLocator:
    """The console in its frame, signed in as the demo's coordinator by one click; a used code is waited out."""
    desk = screen.frame_locator("#desk")
    for _ in range(8):
        screen.locator("#desk").evaluate("frame => { frame.src = '/login?next=/queue'; }")
        desk.get_by_role("button", name="Carla Demo").click()
        try:
            desk.get_by_role("heading", name="Queue").wait_for(timeout=10_000)
        except TooSlow:
            continue
        return desk
    raise AssertionError("not signed in")


def photo() -> bytes:
    """A small picture."""
    drawn = BytesIO()
    Image.new("RGB", (40, 30), (90, 140, 90)).save(drawn, "PNG")
    return drawn.getvalue()


def test_a_whole_conversation_reaches_the_queue(browser: Browser, address: str) -> None:
    """By keyboard and taps to the end; the packet opens in the console on the right; the browser complains of nothing."""
    with page(browser, width=1280) as seen:
        seen.page.goto(f"{address}/?patient=marta")
        assert converse(seen.page) == "done-next"
        desk = console(seen.page)
        seen.page.get_by_role("link", name="This patient’s case").click()
        desk.get_by_role("heading", name="Packet").wait_for()
        packet = desk.locator("main").inner_text()
        assert ("Knee osteoarthritis" in packet, HEALTHY["inquiry-complaint"] in packet, seen.complaints) == (True, True, [])


def test_a_month_brings_the_next_check_in(browser: Browser, address: str) -> None:
    """One button, and the treated patient of the stories is asked how she is; the clock on the page says so."""
    with page(browser, width=1280) as seen:
        seen.page.goto(f"{address}/?patient=rosa")
        before = len(open_bubbles(seen.page))
        seen.page.get_by_role("button", name="+1 month").click()
        seen.page.locator(".options").get_by_role("button", name="Seguir").wait_for()
        assert (len(bubbles(seen.page)) > before, seen.complaints) == (True, [])


def test_a_photo_is_sent_and_thanked_for(browser: Browser, address: str) -> None:
    """Chosen in the file dialogue; the bubble shows it and the bot says that it arrived."""
    with page(browser, width=1280) as seen:
        seen.page.goto(f"{address}/?patient=foto")
        converse(seen.page, until="consent-messaging")
        seen.page.set_input_files("#file", {"name": "rodilla.png", "mimeType": "image/png", "buffer": photo()})
        seen.page.locator(".bubble.bot", has_text=sign_of("media-photo")).wait_for()
        assert (seen.page.locator(".bubble.patient", has_text="photo").count(), seen.complaints) == (1, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_is_accessible_and_fits(browser: Browser, address: str, width: int, scheme: str) -> None:
    """With a conversation on it: no finding of axe, no complaint, no sideways scrolling, the field to type in is in sight."""
    with page(browser, width=width, scheme=scheme) as seen:
        seen.page.goto(f"{address}/?patient=fits-{width}-{scheme}")
        converse(seen.page, until="consent-health_data")
        found = [(each["id"], each["nodes"][0]["html"][:120]) for each in Axe().run(seen.page).response["violations"]]
        wider = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        field = seen.page.locator("#text").bounding_box()
        assert field is not None
        assert (found, wider, field["x"] >= 0, field["x"] + field["width"] <= width, seen.complaints) == ([], 0, True, True, [])


def test_the_dark_is_dark(browser: Browser, address: str) -> None:
    """The page follows the scheme the person has chosen."""
    shades = []
    for scheme in ("light", "dark"):
        with page(browser, width=800, scheme=scheme) as seen:
            seen.page.goto(f"{address}/?patient=shade")
            shades.append(seen.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)"))
    light, dark = (sum(shade) for shade in shades)
    assert (light > 3 * 180, dark < 3 * 80) == (True, True)


def test_hostile_words_stay_words(browser: Browser, address: str) -> None:
    """As name, text, caption and file name, on the patient's side and in the packet: shown as typed, never run."""
    with page(browser, width=1280) as seen:
        seen.page.goto(f"{address}/?patient={quote(HOSTILE.replace('/', ''))}")
        converse(seen.page, until="inquiry-complaint")
        before = len(bubbles(seen.page))
        seen.page.fill("#text", f"artrosis de rodilla {HOSTILE}")
        seen.page.keyboard.press("Enter")
        open_question(seen.page, before)
        seen.page.set_input_files("#file", {"name": f"{HOSTILE.replace('/', '')}.png", "mimeType": "image/png", "buffer": photo()})
        seen.page.locator(".bubble.bot", has_text=sign_of("media-photo")).wait_for()
        seen.page.fill("#text", f"quiero hablar con una persona {HOSTILE}")
        seen.page.keyboard.press("Enter")
        seen.page.locator(".bubble.bot", has_text=sign_of("person-requested")).wait_for()
        desk = console(seen.page)
        seen.page.get_by_role("link", name="This patient’s case").click()
        desk.get_by_role("heading", name="Packet").wait_for()
        assert desk.locator("body").evaluate("() => window.pwned") is None
        assert seen.page.evaluate("window.pwned") is None
        assert (HOSTILE in "\n".join(seen.page.locator(".bubble.patient").all_inner_texts()), seen.complaints) == (True, [])


def test_new_patient_begins_an_empty_screen(browser: Browser, address: str) -> None:
    """A fresh name, nothing of the last conversation, the cursor in the field."""
    with page(browser, width=1280) as seen:
        seen.page.goto(f"{address}/?patient=first")
        converse(seen.page, until="consent-health_data")
        seen.page.get_by_role("button", name="New patient").click()
        assert (seen.page.locator(".bubble").count(), "first" in seen.page.url) == (0, False)
        assert seen.page.evaluate("document.activeElement.id") == "text"
