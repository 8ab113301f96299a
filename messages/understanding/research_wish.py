"""Whether words wish for or against the use of one's data in research, and for nothing wider. Data: `research_wish.toml`.

Knows whole words; must not know what stands now or what follows. "Take back my permission for research" ends research alone; a wish to
have everything erased is none of these, whatever else it names.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from messages.understanding.answers_text import fold

DATA: Final = Path(__file__).with_name("research_wish.toml")
BETWEEN: Final = 6
"""So many words may stand between the data, or the permission, and what they serve."""
LONGEST: Final = 40
"""Words beyond which a message is a story that only mentions it."""
Wants: TypeAlias = Literal["ends", "joins", "asks"]
_CLAUSE: Final = re.compile(r"[.,;:!?\n]+|\b(?:y|e|and|et|pero|but)\b")


@dataclass(frozen=True, slots=True)
class ResearchWish:
    """`ends` takes the permission back, `joins` would give it, `asks` may be either. `rest` is what the message says beside it, folded."""

    wants: Wants
    rest: str


def read_research_wish(text: str) -> ResearchWish | None:
    """The wish in a message in any language; None when it holds none, or wants everything erased."""
    if len(text.split()) > LONGEST:
        return None
    clauses = [clause.strip() for clause in _CLAUSE.split(fold(text)) if clause.strip()]
    about = [clause for clause in clauses if _topic().search(clause)]
    rest = ", ".join(clause for clause in clauses if clause not in about)
    if not about or _word("erase").search(rest):
        return None
    wants = next((found for words in (*about, fold(text)) if (found := _wants(words))), None)
    if "?" in text:
        wants = "asks" if wants in {"ends", "asks"} else None
    return ResearchWish(wants, rest) if wants else None


def _wants(words: str) -> Wants | None:
    """What one clause wants; not wanting to take it back is no taking back, and no giving either: it is asked."""
    against, ended = _word("against").search(words), _word("ended").search(words)
    if against and ended:
        return "asks"
    if against or ended:
        return "ends"
    return "joins" if _word("for").search(words) else None


@cache
def _rows() -> dict[str, Sequence[str]]:
    return dict(tomllib.loads(DATA.read_text(encoding="utf-8")))


def _any(*names: str) -> str:
    return "(?:" + "|".join(phrase.replace("*", r"\w*") for name in names for phrase in _rows()[name]) + ")"


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(name)}(?![\w'])")


@cache
def _topic() -> re.Pattern[str]:
    """Data or a permission and the research they serve, in this order or the other, or oneself in it."""
    gap = rf"(?:(?!{_any('apart')}\s)[\w']+\s+){{0,{BETWEEN}}}?"
    near = r"(?:(?!no\s)[\w']+\s+){0,3}?"
    served = rf"(?:(?:[dl]')?{_any('research')}|{_any('link')}\s+(?:[\w']+\s+){{0,2}}?(?:[dl]')?{_any('studies')})"
    kept = rf"{_any('mine')}\s+{gap}{served}"
    turned = rf"{_any('research', 'studies')}\s+(?:con|with|using|com|avec)\s+(?:\w+\s+)?{_any('mine')}"
    inside = rf"{_any('in_it')}\s+{near}{_any('research')}"
    before = rf"{_any('research')}\s+{_any('mine')}"
    return re.compile(rf"(?<!\w)(?:{kept}|{turned}|{inside}|{before})(?![\w'])")
