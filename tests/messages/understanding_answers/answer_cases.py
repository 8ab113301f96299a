"""The answers written down beside the tests, with what each has to be read as."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from messages.understanding.answers import as_json, read_answer
from messages.understanding.language import read_language

HERE: Final = Path(__file__).parent
TODAY: Final = date(2026, 11, 20)
NEAR: Final = 0.1
"""Figures converted from other units are compared to one decimal."""


@dataclass(frozen=True)
class Case:
    """One answer: the question it answers, its words and the JSON value it must become."""

    kind: str
    language: str
    text: str
    expected: Any
    question: dict[str, Any] = field(default_factory=dict)

    def got(self) -> object:
        """What the reader makes of it."""
        if self.kind == "language":
            return read_language(self.text)
        return as_json(read_answer(self.kind, self.text, self.language, today=TODAY, **self.question), self.kind)

    def is_right(self) -> bool:
        """Whether that is what was expected."""
        got = self.got()
        if isinstance(self.expected, float | int) and isinstance(got, float | int):
            return abs(got - self.expected) <= NEAR
        return bool(got == self.expected)

    def is_wrong(self) -> bool:
        """Whether a value other than the expected one would be stored."""
        return not self.is_right() and self.got() not in {"reprompt", "unsure", "unclear"} if self._hashable() else not self.is_right()

    def _hashable(self) -> bool:
        return isinstance(self.got(), str | int | float)


def _load(folder: str, prefix: str) -> Iterator[dict[str, Any]]:
    for path in sorted((HERE / folder).glob(f"{prefix}*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def yes_no(folder: str) -> list[Case]:
    """Answers to yes-or-no questions."""
    return [
        Case("yes_no", language, text, expected)
        for table in _load(folder, "yes_no")
        for language, groups in table.items()
        for expected, texts in groups.items()
        for text in texts
    ]


def choices(folder: str) -> list[Case]:
    """Choices of one or several options."""
    return [
        Case("choice_of", each["language"], text, expected, {key: each[key] for key in ("options", "labels", "multi") if key in each})
        for table in _load(folder, "choice")
        for each in table["set"]
        for text, expected in each["cases"]
    ]


def values(folder: str, prefix: str) -> list[Case]:
    """Measures, dates, names and lists."""
    found = []
    for table in _load(folder, prefix):
        for name, languages in table.items():
            if name == "today":
                continue
            question = {"context": name} if name.endswith("_event") else {}
            kind = "date" if question else name
            found += [Case(kind, language, text, said, question) for language, rows in languages.items() for text, said in rows["cases"]]
    return found


def languages(folder: str) -> list[Case]:
    """First messages, whose language is asked for."""
    return [
        Case("language", language, text, language)
        for table in _load(folder, "language")
        for language, texts in table.items()
        for text in texts
    ]


def groups(folder: str) -> dict[str, list[Case]]:
    """All answers of a folder by the group they are measured in."""
    weights = [case for case in values(folder, "measures") if case.kind == "weight"]
    return {
        "yes_no": yes_no(folder),
        "weight": weights,
        "other_measures": [case for case in values(folder, "measures") if case.kind != "weight"],
        "choice": choices(folder),
        "dates": values(folder, "dates"),
        "names_and_lists": values(folder, "names_lists"),
        "language": languages(folder),
    }
