"""What of the book is shown, and in which rows: filters by part, state and language, and each message laid out for four columns.

Knows the book; must not know HTML or HTTP.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bot.script_book import Book, Chapter, Passage, Text
from bot.script_book_sources import is_label

STATES: Final = ("awaiting", "changed", "approved", "stopped", "unfit", "missing")
"""What can be asked for."""
NAMES: Final = {"es": "Español", "en": "English", "pt": "Português", "fr": "Français"}
PROSE_ROWS: Final = ("why", "retry1", "first", "retry2", "second", "retry_skipped", "again")


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for; empty means all."""

    part: str = ""
    state: str = ""
    language: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str], book: Book) -> "Filters":
        """From a URL's query; what is not known counts as not asked."""
        known = {"part": {chapter.part.name for chapter in book.chapters}, "state": set(STATES), "language": set(book.languages)}
        return cls(**{name: query[name] for name, values in known.items() if query.get(name) in values})

    def languages(self, book: Book) -> tuple[str, ...]:
        """The columns shown."""
        return (self.language,) if self.language else book.languages


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a message in every language shown: `kind` is `text`, `labels` or `name`, `title` its heading's code.

    No text where a language lacks it.
    """

    title: str
    kind: str
    cells: tuple[tuple[str, tuple[Text, ...]], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How all of a message's texts in one language stand: counts by state, and by whom they were approved."""

    language: str
    awaiting: int
    changed: int
    approved: int
    by: tuple[str, ...]

    @property
    def counts(self) -> tuple[int, int, int, tuple[str, ...]]:
        """All but the language: equal where two languages stand alike."""
        return self.awaiting, self.changed, self.approved, self.by


@dataclass(frozen=True, slots=True)
class Group:
    """Messages under one heading of a chapter; `anchor` is its place on the page."""

    anchor: str
    heading: str
    note: str
    passages: tuple[Passage, ...]


def chapters(book: Book, filters: Filters) -> Iterator[tuple[Chapter, tuple[Group, ...]]]:
    """The chapters that hold something asked for, with their messages by heading."""
    for chapter in book.chapters:
        if filters.part and chapter.part.name != filters.part:
            continue
        wanted = [passage for passage in chapter.passages if shown(book, passage, filters)]
        if wanted:
            grouped = groupby(wanted, key=lambda passage: (passage.written.heading, passage.written.heading_note))
            numbered = enumerate(grouped, start=1)
            yield chapter, tuple(Group(f"book-{chapter.part.name}-{n}", *head, tuple(passages)) for n, (head, passages) in numbered)


def shown(book: Book, passage: Passage, filters: Filters) -> bool:
    """Whether any of a message's texts is in the state asked for."""
    languages = filters.languages(book)
    texts = list(book.of(passage.written.keys, languages))
    if filters.state == "missing":
        return len(texts) < len(passage.written.keys) * len(languages)
    return not filters.state or any(in_state(text, filters.state) for text in texts)


def in_state(text: Text, state: str) -> bool:
    """Whether a text is in one of `STATES`."""
    return {"stopped": bool(text.findings), "unfit": bool(text.unfit)}.get(state, text.state == state)


def rows(book: Book, passage: Passage, languages: tuple[str, ...]) -> Iterator[Row]:
    """The message line by line: the text, the answers offered, then what is said beside it."""
    keys = passage.written.keys
    if passage.key in keys:
        yield _row(book, "", "labels" if is_label(passage.key) else "text", (passage.key,), languages)
    name = f"{passage.key}.line"
    if passage.options:
        yield _row(book, "answers", "labels", passage.options, languages)
    if more := tuple(key for key in keys if is_label(key) and key not in {*passage.options, name, passage.key}):
        yield _row(book, "answers-not-now" if passage.options else "answers", "labels", more, languages)
    for attribute in PROSE_ROWS:
        if f"{passage.key}.{attribute}" in keys:
            yield _row(book, attribute.replace("_", "-"), "text", (f"{passage.key}.{attribute}",), languages)
    if name in keys:
        yield _row(book, "name", "labels", (name,), languages)


def standings(book: Book, passage: Passage, languages: tuple[str, ...]) -> tuple[Standing, ...]:
    """How a message stands in each language shown."""
    return tuple(_standing(language, tuple(book.of(passage.written.keys, [language]))) for language in languages)


def alike(stands: tuple[Standing, ...]) -> bool:
    """Whether one statement holds for every language shown."""
    return len({each.counts for each in stands}) == 1


def text_row(book: Book, key: str, languages: tuple[str, ...]) -> Row:
    """One text in the languages shown, for pages that quote it."""
    return _row(book, "", "text", (key,), languages)


def text_standings(book: Book, key: str, languages: tuple[str, ...]) -> tuple[Standing, ...]:
    """How one quoted text stands in the languages shown."""
    return tuple(_standing(language, tuple(book.of([key], [language]))) for language in languages)


def _row(book: Book, title: str, kind: str, keys: tuple[str, ...], languages: tuple[str, ...]) -> Row:
    return Row(title, kind, tuple((language, tuple(book.of(keys, [language]))) for language in languages))


def _standing(language: str, texts: tuple[Text, ...]) -> Standing:
    counts = {state: sum(text.state == state for text in texts) for state in ("awaiting", "changed", "approved")}
    given = (text.approval for text in texts if text.state == "approved" and text.approval)
    by = dict.fromkeys(f"{each.physician}, licence {each.licence}, {each.approved_at.isoformat()}" for each in given)
    return Standing(language, **counts, by=tuple(by))
