"""Whether words name an illness or only say where it hurts. Data: `named.toml`.

Knows beginnings of words; must not know what follows. A pain in a knee is no arthrosis until somebody has called it so
(`clinical-facts` 1.28: a diagnosis is never guessed from symptoms).
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from messages.understanding.answers_text import fold

DATA: Final = Path(__file__).with_name("named.toml")
LONGEST: Final = 4000
"""Characters looked at; a longer story has named its illness by then."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {indication: re.compile(rf"\b(?:{'|'.join(map(re.escape, starts))})") for indication, starts in rows.items()}


def names_illness(indication: str, text: str) -> bool:
    """Whether `text` holds a word that names this condition; always so for conditions that pain alone cannot suggest."""
    pattern = _patterns().get(indication)
    return pattern is None or any(pattern.search(fold(text[start : start + 1000])) for start in range(0, min(len(text), LONGEST), 1000))
