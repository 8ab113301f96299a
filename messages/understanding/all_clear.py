"""Whether words say that a danger is over or never was. Data: `all_clear.toml`.

Knows whole words; must not know what follows. It is asked only where a danger was raised before, and clears nothing: a person does.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from messages.understanding.answers_text import fold

DATA: Final = Path(__file__).with_name("all_clear.toml")
BEFORE: Final = 3
"""So many words before a finding may take it back: `no estoy bien`, `if I am ok`."""
_CLAUSE: Final = re.compile(r"[.,;:!\n]|\b(?:pero|but|mas|mais)\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))
    said, denied = ("|".join(phrase.replace("*", r"\w*") for phrase in rows[name]) for name in ("said", "denied"))
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)"), re.compile(rf"(?:{denied})")


def says_all_clear(text: str) -> bool:
    """Whether `text` says so somewhere, as a statement of its own; a question is none. Reads what an answer may be long."""
    if "?" in text:
        return False
    said, denied = _patterns()
    return any(
        not any(denied.fullmatch(word) for word in clause[: found.start()].split()[-BEFORE:])
        for clause in _CLAUSE.split(fold(text))
        for found in said.finditer(clause)
    )
