"""The Fluent files as reviewers read them: parts, headings, comments, and each text cut into words and variables.

Knows the syntax of the files and the order in which a conversation meets them; must not know what is approved or how a page looks.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from fluent.syntax import ast, parse

from messages.catalog import LOCALES
from messages.prompt import LANGUAGES

Files: TypeAlias = Mapping[str, Mapping[str, str]]
"""Language -> file name -> source."""

ORDER: Final = (
    "opening", "early", "emergencies", "inquiry", "screening", "medicines_records", "host", "outcomes", "closing",
    "check_in", "research", "controls", "asides", "topics",
)  # fmt: skip
"""Files in the order in which a conversation meets them; others follow by name, and the names that stand in sentences come last."""
LAST: Final = ("names", "options")
REVIEWED_IN: Final = "en"
"""The language whose headings and comments are shown: reviewers share one."""
TITLES: Final = {
    "early": "What was told early, and silence",
    "host": "The body as host",
    "outcomes": "Realistic outcomes",
    "closing": "Research, contact, summary, end",
    "controls": "Beside the questions",
    "asides": "Answers at any time",
    "topics": "Topics and therapies",
    "check_in": "The check-in after a treatment",
    "research": "The research permission, at any time",
    "options": "Answers that questions share",
}
"""Parts whose file name says too little."""
LONGEST_HEADING: Final = 60
PROSE: Final = frozenset({"", "why", "retry1", "retry2", "retry_skipped", "again", "first", "second"})
NOT_PROSE: Final = ("value-", "option-", "row-", "indication-", "section-", "part-", "line-", "language-")
"""Names, labels and lines; and the choice of language, which stands in several languages at once."""

LABELS: Final = ("option-", "row-", "indication-", "section-")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text: words, the `variable` that stands there, or `choices` (when -> stretch) by a variable's value."""

    words: str = ""
    variable: str = ""
    choices: tuple[tuple[str, tuple["Segment", ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """One message as written: its heading, the reviewers' comment above it, and its keys in order (`key`, `key.why`, …)."""

    key: str
    heading: str
    heading_note: str
    comment: str
    keys: tuple[str, ...]


@dataclass(slots=True)
class Part:
    """One file: a part of the conversation, what stands at its head, its messages in order."""

    name: str
    intro: str = ""
    written: list[Written] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The name in words."""
        return TITLES.get(self.name, self.name.replace("_", " and ").capitalize())


def shipped_files() -> Files:
    """The files of every language of the product that is there."""
    folders = (LOCALES / language for language in LANGUAGES)
    return {folder.name: {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.ftl"))} for folder in folders}


def parts(files: Files) -> tuple[Part, ...]:
    """Every part in the order of the conversation; a message that only some languages have stands at the end of its part."""
    found: dict[str, Part] = {}
    seen: set[str] = set()
    for language in sorted(files, key=lambda each: each != REVIEWED_IN):
        for name, source in files[language].items():
            part = found.setdefault(name.removesuffix(".ftl"), Part(name.removesuffix(".ftl")))
            _read(part, source, seen)
    return tuple(sorted(found.values(), key=lambda part: (_place(part.name), part.name)))


def segments(source: str) -> tuple[Segment, ...]:
    """A text as `Catalog.source` gives it, cut into words and variables. Raises `ValueError` when it is not Fluent."""
    if "{" not in source:
        return (Segment(words=unindented(source)),)
    entry = parse("x =\n" + "\n".join(f"    {line}" for line in unindented(source).splitlines()) + "\n").body[0]
    if not isinstance(entry, ast.Message) or entry.value is None:
        raise ValueError("not a Fluent text")
    return _segments(entry.value)


def unindented(source: str) -> str:
    """A text of several lines without the indentation that the file format asks for."""
    return source.replace("\n    ", "\n")


def is_prose(key: str) -> bool:
    """Whether a text is read as sentences: no label, no name, no line of the summary."""
    name, _, attribute = key.partition(".")
    return attribute in PROSE and not name.startswith(NOT_PROSE)


def is_label(key: str) -> bool:
    """Whether a text is a button, a row of a list, or a name used as one."""
    name, _, attribute = key.partition(".")
    return name.startswith(LABELS) if not attribute else attribute not in PROSE


def _place(name: str) -> int:
    if name in ORDER:
        return ORDER.index(name)
    return len(ORDER) + 1 + LAST.index(name) if name in LAST else len(ORDER)


def _read(part: Part, source: str, seen: set[str]) -> None:
    heading, note = "", ""
    for entry in parse(source).body:
        content = (getattr(entry, "content", "") or "").strip()
        if isinstance(entry, ast.GroupComment):
            heading, note = _headed(content)
        elif isinstance(entry, ast.ResourceComment | ast.Comment):
            part.intro = part.intro or content
        elif isinstance(entry, ast.Message) and entry.id.name not in seen:
            seen.add(entry.id.name)
            comment = (entry.comment.content or "").strip() if entry.comment else ""
            part.written.append(Written(entry.id.name, heading, note, comment, tuple(_keys(entry))))


def _headed(content: str) -> tuple[str, str]:
    """A group comment as its heading (the first sentence, or what stands before its colon) and the rest."""
    sentence = re.split(r"[.:]?\n|\. ", content, maxsplit=1)[0]
    if len(sentence) > LONGEST_HEADING and ": " in sentence:
        sentence = sentence.partition(": ")[0]
    return sentence.rstrip(".:"), content[len(sentence) :].lstrip(".: \n")


def _keys(entry: ast.Message) -> Iterator[str]:
    if entry.value is not None:
        yield entry.id.name
    for attribute in entry.attributes:
        yield f"{entry.id.name}.{attribute.id.name}"


def _segments(pattern: ast.Pattern) -> tuple[Segment, ...]:
    return tuple(_segment(element) for element in pattern.elements)


def _segment(element: ast.TextElement | ast.Placeable) -> Segment:
    if isinstance(element, ast.TextElement):
        return Segment(words=element.value)
    inner = element.expression
    if isinstance(inner, ast.SelectExpression):
        name = inner.selector.id.name if isinstance(inner.selector, ast.VariableReference) else ""
        return Segment(variable=name, choices=tuple((_named(each), _segments(each.value)) for each in inner.variants))
    if isinstance(inner, ast.VariableReference):
        return Segment(variable=inner.id.name)
    return Segment(words=str(getattr(inner, "value", "")))


def _named(variant: ast.Variant) -> str:
    key = variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
    return "otherwise" if variant.default else str(key)
