"""The script book, the evidence map and the register as pages: who may read them, and how they hold up without a script."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.script_book_pages import style
from bot.web import make_app
from messages.prompt import LANGUAGES
from tests.bot.rig import Rig

ENGLISH = {"Accept-Language": "en"}
PAGES = ("/scripts", "/evidence-map", "/therapies")


def production(rig: Rig) -> Starlette:
    """The application as it is in production."""
    rig.parts.settings = rig.parts.settings.model_copy(update={"app_env": "production"})
    return make_app(rig.parts)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_is_open_where_nothing_is_real(rig: Rig, path: str) -> None:
    """Development and test, like the simulator."""
    answer = await rig.web.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize("path", PAGES)
async def test_in_production_a_page_does_not_exist_without_a_token(rig: Rig, path: str) -> None:
    """The same answer as for any unknown path."""
    client = TestClient(production(rig))
    for headers in ({}, {"Authorization": "Bearer nobody"}, {"Authorization": "Basic eDp5"}):
        answer, unknown = client.get(path, headers=headers), client.get("/no-such-page")
        assert (answer.status_code, answer.text) == (404, unknown.text)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("role", ["coordinator", "physician", "auditor", "admin"])
async def test_in_production_staff_read_it(rig: Rig, path: str, role: str) -> None:
    """It names no patient, so every role may."""
    headers = rig.staff(role)
    answer = TestClient(production(rig)).get(path, headers=headers)
    assert (answer.status_code, 'href="/"' in answer.text) == (200, False)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_runs_and_styles_nothing_in_line(rig: Rig, path: str) -> None:
    """Under the policy every answer carries."""
    answer = await rig.web.get(path)
    assert "style-src 'self'" in answer.headers["content-security-policy"]
    assert not any(sign in answer.text for sign in ("<style", "<script", " style=", " onclick="))
    assert (await rig.web.get("/scripts/style.css")).headers["content-type"] == "text/css; charset=utf-8"


async def test_part_state_and_language_are_chosen_in_the_url(rig: Rig) -> None:
    """So that what is shown can be sent to somebody."""
    answer = await rig.web.get("/scripts", params={"part": "emergencies", "state": "awaiting", "language": "fr"})
    assert 'id="emergency-call"' in answer.text
    assert 'id="welcome-who"' not in answer.text
    assert ('lang="fr"' in answer.text, 'class="cell" lang="es"' in answer.text) == (True, False)


async def test_a_choice_nobody_offers_shows_everything(rig: Rig) -> None:
    """And is not repeated on the page."""
    answer = await rig.web.get("/scripts", params={"part": "<b>x</b>", "state": "approved by nobody"})
    assert 'id="welcome-who"' in answer.text
    assert "<b>x</b>" not in answer.text


@pytest.mark.parametrize(
    ("path", "es", "en"),
    [
        (
            "/scripts",
            ("Libro de textos", "Parte", "espera firma", "Emergencias"),
            ("Script book", "Part", "awaiting signature", "Emergencies"),
        ),
        ("/evidence-map", ("Mapa de evidencia", "Fuentes", "Evidencia moderada"), ("Evidence map", "Sources", "Moderate evidence")),
        (
            "/therapies",
            ("Registro de terapias", "Rechazada", "¿Está caracterizada?"),
            ("Register of therapies", "Declined", "characterized?"),
        ),
    ],
)
async def test_the_frame_is_in_the_language_of_staff(rig: Rig, path: str, es: tuple[str, ...], en: tuple[str, ...]) -> None:
    """Headings, labels and states; a choice made in the console goes before what the browser asks for."""
    spanish, english = (await rig.web.get(path)).text, (await rig.web.get(path, headers=ENGLISH)).text
    chosen = (await rig.web.get(path, headers=ENGLISH | {"Cookie": "candor_language=es"})).text
    assert [words for words in es if words not in spanish or words not in chosen] == []
    assert [words for words in en if words not in english] == []
    assert en[0] not in spanish


async def test_an_empty_choice_says_so(rig: Rig) -> None:
    """Not a blank page."""
    answer = await rig.web.get("/scripts", params={"state": "approved"})
    assert "Ningún texto está en este estado." in answer.text


async def test_every_condition_shows_tier_words_sources_and_must_nots(rig: Rig) -> None:
    """The knee, as an example."""
    text = (await rig.web.get("/evidence-map", headers=ENGLISH)).text
    start = text.index('id="evidence-knee_osteoarthritis"')
    shown = text[start : text.index("</article>", start)]
    for words in (
        "spoken of as",
        "Whittle et al.",
        "that a prosthesis is avoided",
        "outcomes-knee_osteoarthritis",
        "awaiting signature",
        "review due",
    ):
        assert words in shown
    assert [language for language in LANGUAGES if f'class="cell" lang="{language}"' not in shown] == []


async def test_a_review_that_was_due_is_marked_overdue(rig: Rig) -> None:
    """By the clinic's clock."""
    assert ">vencida<" not in (await rig.web.get("/evidence-map")).text
    rig.clock.move(days=365)
    assert ">vencida<" in (await rig.web.get("/evidence-map")).text


async def test_every_therapy_shows_four_answers_and_its_words(rig: Rig) -> None:
    """Status and date too."""
    text = (await rig.web.get("/therapies", headers=ENGLISH)).text
    start = text.index('id="register-exosomes"')
    shown = text[start : text.index("</article>", start)]
    for words in ("Used as an adjunct", "as of 1 Nov 2026", "therapy-exosomes", "Is it characterized?", "regulated supply"):
        assert words in shown
    assert shown.count("<dt>") == 4


async def test_the_pages_lead_to_each_other(rig: Rig) -> None:
    """From text to condition or therapy and back, and from the demo to all."""
    book, evidence, therapies, demo = [(await rig.web.get(path)).text for path in (*PAGES, "/")]
    assert 'href="/evidence-map#evidence-lupus"' in book
    assert 'href="/therapies#register-nad"' in book
    assert 'href="/scripts#outcomes-lupus"' in evidence
    assert 'href="/scripts#therapy-nad"' in therapies
    assert [path for path in PAGES if f'href="{path}"' not in demo] == []


async def test_the_style_sheet_is_what_the_file_carries(rig: Rig) -> None:
    """One look, on the page and in the file sent by mail."""
    sheet = (await rig.web.get("/scripts/style.css")).text
    assert sheet == style()
