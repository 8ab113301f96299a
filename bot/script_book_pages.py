"""The script book, the evidence map and the register of therapies as HTML: pages of the console, or one file that stands alone.

Knows templates and what they show; must not know HTTP, accounts or who reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from bot import script_book_evidence as evidence
from bot import script_book_view as view
from bot.console import wording
from bot.console.wording import Language
from bot.script_book import WORDS_TO_MEASURE, Book, Passage, reading_state
from bot.script_book_sources import Part
from bot.script_book_usage import needs_template, purpose_of
from bot.script_book_view import Filters
from flows.protocol import Protocol
from flows.texts import SAMPLES, UNNAMED
from messages.catalog import shipped
from messages.prompt import Prompt, Variable
from messages.readability import SCALES

HERE: Final = Path(__file__).parent / "console"
STYLES: Final = ("tokens.css", "scripts.css")
READER: Final[Language] = "en"
"""The language of the pages themselves where no other is asked for; samples of variables are shown in it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the pages are for each other: paths of the console, or empty within one file. `home` (the demo) and `console` may be empty."""

    book: str = ""
    evidence: str = ""
    therapies: str = ""
    style: str = ""
    home: str = ""
    console: str = ""


def style() -> str:
    """The style sheet of all three pages."""
    return "\n".join((HERE / "static" / name).read_text("utf-8") for name in STYLES)


def book_page(book: Book, protocol: Protocol, places: Places, today: date, filters: Filters, reader: Language = READER) -> str:
    """Every text, as far as it was asked for."""
    return _render("scripts.html", places, reader, **_book(book, filters, places, protocol, reader), protocol=protocol, today=today)


def evidence_page(book: Book, protocol: Protocol, places: Places, today: date, reader: Language = READER) -> str:
    """The evidence map with what is said about each condition."""
    return _render("evidence.html", places, reader, **_evidence(book, protocol, today))


def therapies_page(book: Book, protocol: Protocol, places: Places, reader: Language = READER) -> str:
    """The register of therapies with what is said about each."""
    return _render("therapies.html", places, reader, **_therapies(book, protocol))


def whole(book: Book, protocol: Protocol, today: date, language: str = "") -> str:
    """All three in one self-contained file, without a script and without a link that leads out of it; one language, or all."""
    filters = Filters(language=language)
    shown = {
        **_evidence(book, protocol, today),
        **_therapies(book, protocol),
        **_book(book, filters, Places(), protocol, READER),
        "today": today,
    }
    return _render("scripts_whole.html", Places(), READER, inline=Markup(style()), **shown)  # noqa: S704 - our own style sheet


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(template: str, places: Places, reader: Language, **shown: Any) -> str:  # noqa: ANN401 - whatever a template shows
    def t(key: str, **variables: str | int) -> str:
        """A text of the frame, in the reader's language."""
        return wording.said(key, reader, **variables)

    def day(on: date) -> str:
        return wording.day(on, reader)

    return _pages().get_template(template).render(places=places, view=view, names=view.NAMES, reader=reader, t=t, day=day, **shown)


def _book(book: Book, filters: Filters, places: Places, protocol: Protocol, reader: Language) -> dict[str, Any]:
    return {
        "beside": lambda passage: _beside(places, protocol, cast("Passage", passage).key),
        "book": book,
        "filters": filters,
        "languages": filters.languages(book),
        "chapters": list(view.chapters(book, filters)),
        "scales": SCALES,
        "reading_state": reading_state,
        "words_to_measure": WORDS_TO_MEASURE,
        "samples": lambda passage: [(name, sample(name, reader)) for name in passage.variables],
        "part_title": lambda part: part_title(cast("Part", part), reader),
        "purpose": lambda passage: purpose_of(cast("Passage", passage).key),
        "needs_template": lambda passage: needs_template(cast("Passage", passage).key),
    }


def _evidence(book: Book, protocol: Protocol, today: date) -> dict[str, Any]:
    return {
        "book": book,
        "languages": book.languages,
        "protocol": protocol,
        "tiers": list(evidence.evidence_rows(protocol, today)),
        "protocol_overdue": protocol.review_due < today,
    }


def _therapies(book: Book, protocol: Protocol) -> dict[str, Any]:
    return {
        "book": book,
        "languages": book.languages,
        "protocol": protocol,
        "register": evidence.therapy_rows(protocol),
    }


def _beside(places: Places, protocol: Protocol, key: str) -> tuple[str, str] | None:
    """Where more stands about what a text says: a place on the evidence map or in the register, and which of the two."""
    start, _, name = key.partition("-")
    if start == "outcomes" and name in protocol.evidence:
        return f"{places.evidence}#evidence-{name}", "evidence"
    if start == "therapy" and name in protocol.therapies:
        return f"{places.therapies}#register-{name}", "register"
    return None


def part_title(part: Part, reader: Language) -> str:
    """A part's name in the reader's language; as its file is called where nobody has named it."""
    key = f"scripts-part-{part.name.replace('_', '-')}"
    return wording.said(key, reader) if wording.catalog().has(key, reader) else part.title


def sample(variable: str, reader: Language = READER) -> str:
    """A likely value of a variable, as the reader of the book sees it."""
    return _said(SAMPLES.get(variable, UNNAMED)[0], reader)


def _said(value: Variable, reader: Language) -> str:
    if isinstance(value, Prompt):
        return shipped().text(value.key, reader, value.variables)
    if isinstance(value, tuple):
        return _joined(_said(each, reader) for each in value)
    return str(value)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)
