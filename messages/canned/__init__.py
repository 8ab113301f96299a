"""Canned replies: sentences staff start from, one file per language, with gaps that are filled before anyone reads them.

Knows texts, their kind and their gaps; must not know who may send them. Nothing here is sent by itself: a person picks it, may change
it, and it passes the guard like any typed text. A reply of the kind `clinical` is a physician's to send.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["logistics", "clinical"]
Needs: TypeAlias = Literal["", "quote", "review"]
"""What must have happened before a reply is true: a written quote was recorded, a physician has the case. Empty: nothing."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
GAPS: Final = frozenset({"clinic", "name", "staff"})
"""What may stand in braces: the clinic, the patient as they want to be called, the person who writes."""
_GAP: Final = re.compile(r"\{(\w+)\}")
_PARTS: Final = re.compile(r"\{\w+\}")
_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Canned:
    """One reply in one language. `title` is what staff search by."""

    id: str
    kind: Kind
    title: str
    text: str
    needs: Needs = ""

    def filled(self, known: Mapping[str, str]) -> str:
        """The text with its gaps filled. Raises KeyError for a gap that is not known."""
        return _GAP.sub(lambda gap: known[gap[1]], self.text)


@cache
def canned(language: str) -> tuple[Canned, ...]:
    """Every reply of a language, in the order of the file. Raises FileNotFoundError for a language we do not speak."""
    data = tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))
    return tuple(Canned(name, row["kind"], row["title"], row["text"], row.get("needs", "")) for name, row in data.items())


def holds(text: str, one: Canned) -> bool:
    """Whether a text says this reply, whatever fills its gaps and stands around it."""
    return _wording(one.text).search(" ".join(text.split())) is not None


@cache
def _wording(text: str) -> re.Pattern[str]:
    """The words of a reply, each gap a few words long."""
    return re.compile(".{0,80}?".join(map(re.escape, _PARTS.split(" ".join(text.split())))), re.IGNORECASE)


def gaps(text: str) -> frozenset[str]:
    """The gaps of a text."""
    return frozenset(_GAP.findall(text))
