"""The script book for machines: one object a key. Knows the book; must not know pages."""

from typing import Any

from bot.script_book import Book, Text
from bot.script_book_sources import unindented
from bot.script_book_usage import needs_template, purpose_of, use_of
from messages.approvals import is_clinical


def listing(book: Book) -> list[dict[str, Any]]:
    """Every key in the order of the book, with its languages, variables, purpose, and whether it needs an approved template."""
    keys = [key for chapter in book.chapters for passage in chapter.passages for key in passage.written.keys]
    return [_entry(book, key) for key in keys]


def _entry(book: Book, key: str) -> dict[str, Any]:
    use, texts = use_of(key), list(book.of([key], book.languages))
    return {
        "key": key,
        "where": f"{use.where}; when {use.when}" if use.when else use.where,
        "purpose": purpose_of(key),
        "needs_template": needs_template(key),
        "clinical": is_clinical(key),
        "variables": sorted(frozenset[str]().union(*(text.variables for text in texts))),
        "languages": {text.language: _text(text) for text in texts},
    }


def _text(text: Text) -> dict[str, Any]:
    approval = text.approval if text.state == "approved" else None
    found: dict[str, Any] = {
        "text": unindented(text.source),
        "length": text.length,
        "limit": text.limit,
        "approval": text.state,
        "approved_by": None if approval is None else f"{approval.physician} ({approval.licence}), {approval.approved_at.isoformat()}",
        "guard": {"blocked": bool(text.findings), "findings": [{"rule": each.rule, "phrase": each.phrase} for each in text.findings]},
        "fits": {channel: list(faults) for channel, faults in text.fits.items()},
    }
    if text.reading is not None:
        found["readability"] = {"score": text.reading.score, "scale": text.reading.scale, "words": text.reading.words}
    return found
