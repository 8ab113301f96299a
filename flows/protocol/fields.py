"""Reads one TOML table field by field and writes down every fault, so a broken file is refused with all its faults at once.

Knows TOML's types and nothing of medicine.
"""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

Word = TypeVar("Word", bound=str)
Kind = TypeVar("Kind")


class Table:
    """One table being read. Fields are taken out one by one; `finish` names whatever nobody took."""

    def __init__(self, where: str, raw: Mapping[str, object], faults: list[str]) -> None:
        self.where = where
        self._left = dict(raw)
        self._faults = faults

    def fault(self, key: str, what: str) -> None:
        """Write down that the field `key` is wrong, and how."""
        self._faults.append(f"{self.where}: {key}: {what}")

    def has(self, key: str) -> bool:
        """Whether the field is present and not yet taken."""
        return key in self._left

    @property
    def empty(self) -> bool:
        """Whether nothing is left in it."""
        return not self._left

    def _take(self, key: str, kind: type[Kind]) -> Kind | None:
        if key not in self._left:
            self.fault(key, "missing")
            return None
        value = self._left.pop(key)
        # A bool is an int in Python, never in a protocol; a date-time is a date in Python, never a calendar day here.
        exact = type(value) is kind or (kind is object and not isinstance(value, bool))
        if not exact or not isinstance(value, kind):
            self.fault(key, f"must be {kind.__name__}, is {type(value).__name__}")
            return None
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Words that are not blank; with a default the field may be absent."""
        if default is not None and not self.has(key):
            return default
        found = self._take(key, str)
        if found is not None and not found.strip():
            self.fault(key, "blank")
        return found or ""

    def choice(self, key: str, allowed: tuple[Word, ...], default: Word | None = None) -> Word:
        """One of the allowed words."""
        if default is not None and not self.has(key):
            return default
        found = self._take(key, str)
        for word in allowed:
            if word == found:
                return word
        if found is not None:
            self.fault(key, f"{found!r} is none of {', '.join(allowed)}")
        return allowed[0]

    def number(self, key: str, default: float | None = None) -> float:
        """A finite whole or decimal number."""
        if default is not None and not self.has(key):
            return default
        found = self._take(key, object)
        if isinstance(found, int) or (isinstance(found, float) and abs(found) < float("inf")):
            return float(found)
        if found is not None:
            self.fault(key, "must be a number")
        return 0.0

    def slot(self, key: str) -> str:
        """Words that may be blank: a place to be filled in later."""
        return (self._take(key, str) or "").strip()

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers; absent means none."""
        found = (self._take(key, list) or []) if self.has(key) else []
        numbers = tuple(float(each) for each in found if isinstance(each, int | float) and not isinstance(each, bool))
        if len(numbers) != len(found):
            self.fault(key, "holds something that is not a number")
        return numbers

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        if default is not None and not self.has(key):
            return default
        return self._take(key, int) or 0

    def truth(self, key: str, *, default: bool | None = None) -> bool:
        """True or false."""
        if default is not None and not self.has(key):
            return default
        return bool(self._take(key, bool))

    def day(self, key: str) -> date:
        """A calendar day."""
        return self._take(key, date) or date.min

    def words(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of words without blanks or repeats; absent means none unless required."""
        if not required and not self.has(key):
            return ()
        found = self._take(key, list) or []
        words = tuple(word for word in found if isinstance(word, str) and word.strip())
        if len(words) != len(found):
            self.fault(key, "holds something that is not a word")
        if len(set(words)) != len(words):
            self.fault(key, "names the same thing twice")
        if required and not words:
            self.fault(key, "is empty")
        return words

    def table(self, key: str) -> "Table":
        """A table inside this one; absent means an empty one."""
        raw = self._take(key, dict) if self.has(key) else {}
        return Table(f"{self.where}: {key}", raw or {}, self._faults)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, each named by its `id` (or its place) in later faults; absent means none."""
        found = (self._take(key, list) or []) if self.has(key) else []
        if not all(isinstance(raw, dict) for raw in found):
            self.fault(key, "holds something that is not a table")
        rows = [raw for raw in found if isinstance(raw, dict)]
        return tuple(Table(f"{self.where}: {raw.get('id', f'{key} {n}')}", raw, self._faults) for n, raw in enumerate(rows, 1))

    def finish(self) -> None:
        """Every field that nobody asked for is a fault: a typing error must not silently change the protocol."""
        for key in self._left:
            self.fault(key, "unknown field")


def repeated(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Ids that stand more than once, in order of first appearance."""
    return tuple(dict.fromkeys(name for name in ids if ids.count(name) > 1))
