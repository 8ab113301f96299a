"""What stands around a claim and takes it back: a negation of the same clause, a question, a doubt, a warning.

Knows how far each reaches, in signs; must not know what is claimed. Sources: clinical-facts 4.2 (negation bound to its own clause).
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from messages.guard.pattern import HARD, SOFT, Compiler

_REACH: Final = 22
_AND_REACH: Final = 2
_BOUNDARY: Final = re.compile(f"[{HARD}]")


class Strength(Enum):
    """What makes a phrase honest: nothing; a negation; that a call for help is free; that a laboratory measured it; "if"."""

    ALWAYS = "always"
    CLAIM = "claim"
    FREE = "free"
    BARE = "bare"
    HINT = "hint"


class Scope:
    """Reads the surroundings of a phrase in a text of signs."""

    def __init__(
        self, charset: Callable[[str], str], lists: Mapping[str, list[str]], frames: Mapping[str, list[str]], compiler: Compiler
    ) -> None:
        """`charset` gives the signs of a class, `lists` the classes that make up lists, `frames` patterns of each surrounding."""
        self._of = {
            name: frozenset(charset(f"@{name}"))
            for name in ("neg", "without", "only", "merely", "cancel", "reset", "subject", "report", "joins", "number")
        }
        self._stops = self._of["reset"] | self._of["cancel"] | self._of["only"] | self._of["merely"]
        self._listed = frozenset("".join(charset(f"@{name}") for name in lists["listed"]))
        self._carries = self._listed - frozenset("".join(charset(f"@{name}") for name in lists["things"]))
        self._links = frozenset("".join(charset(f"@{name}") for name in lists["links"]) + SOFT)
        self._frame = {name: compiler.union(patterns) for name, patterns in frames.items()}

    def takes_back(self, signs: str, start: int, end: int, strength: Strength) -> bool:
        """Whether the phrase at `start`..`end` of `signs` is denied, asked about or doubted rather than claimed. Constant time."""
        if strength is Strength.ALWAYS:
            return False
        if self.negated(signs, start) or self._frame["denied_after"].match(signs, end):
            return True
        return self._framed(signs, start, end, strength)

    def _framed(self, signs: str, start: int, end: int, strength: Strength) -> bool:
        begin, stop, asked = _sentence(signs, start, end)
        before, whole = signs[begin:start], signs[begin:stop]
        if self._frame["doubt"].search(before) or self._frame["warning"].search(whole):
            return True
        if not self._of["number"].isdisjoint(signs[start:end]) and self._frame["identifier"].search(before):
            return True
        if strength in {Strength.FREE, Strength.BARE} and self._frame["hotline"].search(whole):
            return True
        if strength is Strength.BARE and self._frame["measured"].search(before):
            return True
        sells = self._frame["sells"].search(whole) is not None and self._frame["asks_wish"].search(whole) is None
        if asked and not sells and (strength is Strength.HINT or self._frame["inquiry"].search(whole)):
            return True
        return strength is Strength.HINT and not sells and self._frame["unreal"].search(before) is not None

    def negated(self, signs: str, start: int) -> bool:
        """Whether a negation of the same clause reaches the sign at `start`: "no es una cura" yes, "no es solo una cura" no."""
        pronoun = reported = False
        for place in range(start - 1, max(-1, start - _REACH), -1):
            sign = signs[place]
            if sign in self._of["neg"]:
                return not pronoun
            if sign in self._of["without"]:
                return self._only_links(signs, place + 1, start)
            if self._ends(signs, place, start):
                return False
            if sign in self._of["report"]:
                pronoun, reported = False, True
            elif sign in self._of["subject"]:
                pronoun = not reported
        return False

    def _ends(self, signs: str, place: int, start: int) -> bool:
        """Whether no negation before `place` can reach `start`."""
        sign = signs[place]
        if sign == SOFT:
            return not (self._is_list(signs, place, start) or self._is_aside(signs, place))
        if sign in self._of["joins"] and start - place <= _AND_REACH:
            return signs[place - 1 : place] not in self._carries
        return sign in HARD or sign in self._stops

    def _only_links(self, signs: str, begin: int, end: int) -> bool:
        return all(sign in self._links or sign in self._listed for sign in signs[begin:end])

    def _is_list(self, signs: str, comma: int, start: int) -> bool:
        """Whether a comma separates members of one list, as in "no promise of cure, reversal or regrowth"."""
        return comma > 0 and (signs[comma - 1] in self._listed) and self._only_links(signs, comma + 1, start)

    def _is_aside(self, signs: str, comma: int) -> bool:
        """Whether the comma opens or closes an aside right after the negation, as in "this is not, and never was, a cure"."""
        before = signs[max(0, comma - 2) : comma]
        return any(sign in self._of["neg"] for sign in before)


def _sentence(signs: str, start: int, end: int) -> tuple[int, int, bool]:
    """Beginning and end of the sentence around a phrase, at most 60 signs either way, and whether it is a question."""
    low, high = max(0, start - 60), min(len(signs), end + 60)
    begin = max(signs.rfind(mark, low, start) for mark in HARD) + 1
    stop = _BOUNDARY.search(signs, end, high)
    asked = (stop is not None and stop.group() == "Q") or (begin > 0 and signs[begin - 1] == "q")
    return max(begin, low), stop.start() if stop else high, asked
