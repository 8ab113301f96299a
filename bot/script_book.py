"""The script book: every text in every language beside where it is said, how long and how hard it is, the guard's verdict, who approved it.

Knows texts, the flow and the ledger of approvals; must not know HTML, HTTP or who may read it. Needs no database and no keys.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from bot.script_book_sources import Files, Part, Segment, Written, is_label, is_prose, parts, segments, shipped_files
from bot.script_book_usage import Use, use_of
from flows.books import STEPS as ASKED
from flows.steps import Step
from flows.texts import CLINIC, fillings, labels, question_messages
from messages.approvals import Approval, Standing, is_clinical, shipped_ledger, standing
from messages.catalog import Catalog, MissingText, shipped
from messages.guard import Finding, judge
from messages.limits import (
    CHANNELS,
    WHATSAPP_BUTTON_LABEL,
    WHATSAPP_BUTTONS,
    WHATSAPP_KEYBOARD_TEXT,
    WHATSAPP_ROW_LABEL,
    WHATSAPP_TEXT,
    faults,
    units,
)
from messages.prompt import Message
from messages.readability import SCALES, Measure, measure

State: TypeAlias = Literal["approved", "changed", "awaiting", "unneeded"]
"""`unneeded`: the text says nothing of medicine and needs no signature."""
WORDS_TO_MEASURE: Final = 60
"""A formula says little about a text of fewer words."""
STEPS: Final[Mapping[str, Step]] = {step.key: step for step in ASKED.values()}


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one language. `length` and `limit` in UTF-16 units, of what leaves with likely values; `fits` per channel."""

    key: str
    language: str
    source: str
    segments: tuple[Segment, ...]
    length: int
    limit: int
    state: State
    approval: Approval | None
    findings: tuple[Finding, ...]
    fits: Mapping[str, tuple[str, ...]]
    reading: Measure | None

    @property
    def variables(self) -> frozenset[str]:
        """The variables it uses."""
        return frozenset(_variables(self.segments))

    @property
    def unfit(self) -> tuple[str, ...]:
        """Every fault of length, with its channel."""
        return tuple(f"{channel}: {fault}" for channel, found in self.fits.items() for fault in found)


@dataclass(frozen=True, slots=True)
class Passage:
    """One message of the conversation with all that belongs to it; `options` are the keys of the labels shown, in order."""

    written: Written
    use: Use
    variables: tuple[str, ...]
    options: tuple[str, ...]

    @property
    def key(self) -> str:
        """The message's key."""
        return self.written.key


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the conversation."""

    part: Part
    passages: tuple[Passage, ...]
    readings: Mapping[str, Measure]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole: chapters in the order of the conversation, and every text by (key, language)."""

    languages: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    texts: Mapping[tuple[str, str], Text]
    readings: Mapping[str, Measure]

    def of(self, keys: Iterable[str], languages: Iterable[str]) -> Iterator[Text]:
        """The texts that exist under these keys in these languages."""
        wanted = tuple(languages)
        return (self.texts[key, language] for key in keys for language in wanted if (key, language) in self.texts)

    def count(self, state: State, language: str) -> int:
        """How many texts of a language stand so."""
        return sum(text.state == state for text in self.texts.values() if text.language == language)


def build(catalog: Catalog, files: Files, ledger: Sequence[Approval]) -> Book:
    """The book over a catalogue, the files it was made from, and the approvals; takes a second or two."""
    languages = catalog.languages
    keys = sorted(frozenset[str]().union(*(catalog.keys(language) for language in languages)))
    standings = {(each.key, each.language): each for each in standing(catalog, ledger, keys, languages)}
    texts = {place: _text(catalog, *place, each) for place, each in standings.items()}
    chapters = tuple(_chapter(part, catalog, texts) for part in parts(files))
    return Book(languages, chapters, texts, readings(texts.values()))


@cache
def shipped_book() -> Book:
    """The book of this release, made once a process."""
    return build(shipped(), shipped_files(), shipped_ledger())


def readings(texts: Iterable[Text]) -> Mapping[str, Measure]:
    """The readability of texts taken together, by language; only of what is read as sentences."""
    prose: dict[str, list[str]] = {}
    for text in texts:
        if is_prose(text.key):
            prose.setdefault(text.language, []).append(text.source)
    return {language: measure(found, language) for language, found in prose.items()}


def reading_state(reading: Measure, language: str) -> Literal["aim", "limit", "over"]:
    """Whether a set meets its aim, only its limit, or neither."""
    scale = SCALES[language]
    if scale.within(reading.score, scale.aim):
        return "aim"
    return "limit" if scale.within(reading.score, scale.limit) else "over"


def _variables(stretch: Iterable[Segment]) -> Iterator[str]:
    for segment in stretch:
        if segment.variable:
            yield segment.variable
        for _, inner in segment.choices:
            yield from _variables(inner)


@cache
def button_labels() -> frozenset[str]:
    """The keys of labels that some question shows among up to three, as buttons."""
    return frozenset(key for step in STEPS.values() if len(shown := labels(step)) <= WHATSAPP_BUTTONS for key in shown)


def _chapter(part: Part, catalog: Catalog, texts: Mapping[tuple[str, str], Text]) -> Chapter:
    passages = tuple(_passage(written, catalog) for written in part.written)
    keys = {key for written in part.written for key in written.keys}
    return Chapter(part, passages, readings(text for text in texts.values() if text.key in keys))


def _passage(written: Written, catalog: Catalog) -> Passage:
    used = (catalog.variables(key, language) for key in written.keys for language in catalog.languages if catalog.has(key, language))
    step = STEPS.get(written.key)
    return Passage(
        written, use_of(written.key), tuple(sorted(frozenset[str]().union(*used))), tuple(dict.fromkeys(labels(step))) if step else ()
    )


def _text(catalog: Catalog, key: str, language: str, stands: Standing) -> Text:
    source = catalog.source(key, language)
    messages = list(_messages(catalog, key, language)) or [Message(key, language, source)]
    longest = max(messages, key=lambda message: units(message.text))
    length, limit = units(longest.text), _limit(key)
    found = (finding for message in messages for finding in judge(message.text, language).findings)
    reading = measure([source], language) if is_prose(key) else None
    return Text(
        key=key,
        language=language,
        source=source,
        segments=segments(source),
        length=length,
        limit=limit,
        state=stands.state if is_clinical(key) else "unneeded",
        approval=stands.approval,
        findings=tuple(dict.fromkeys(found)),
        fits=_fits(longest, length, limit),
        reading=reading if reading and reading.words >= WORDS_TO_MEASURE else None,
    )


def _limit(key: str) -> int:
    if is_label(key):
        return WHATSAPP_BUTTON_LABEL if key in button_labels() else WHATSAPP_ROW_LABEL
    return WHATSAPP_KEYBOARD_TEXT if key in STEPS else WHATSAPP_TEXT


def _fits(message: Message, length: int, limit: int) -> Mapping[str, tuple[str, ...]]:
    fits = {channel: faults(message, channel) for channel in CHANNELS}
    if is_label(message.key) and length > limit:
        fits["whatsapp"] += (f"label is {length} long, at most {limit}",)
    return fits


def _messages(catalog: Catalog, key: str, language: str) -> Iterator[Message]:
    """What this text leaves as: a question with its options, anything else alone, once for each filling of its variables."""
    step = STEPS.get(key)
    try:
        if step is not None:
            yield from question_messages(catalog, step, language)
        else:
            for filling in fillings(catalog.variables(key, language)):
                yield Message(key, language, catalog.text(key, language, {"clinic": CLINIC, **filling}))
    except MissingText:
        return
