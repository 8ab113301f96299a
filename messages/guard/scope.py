"""What stands around a claim and takes it back: a negation of the same clause, a question, a doubt, a warning.

Knows how far each reaches, in signs; must not know what is claimed. Sources: clinical-facts 4.2 (negation bound to its own clause).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import Final

from messages.guard.pattern import HARD, SOFT, Compiler
from messages.guard.signs import NEUTRAL

_REACH: Final = 22
_AND_REACH: Final = 2
_TOPIC_REACH: Final = 14
_ASIDE: Final = 10
_DENIAL: Final = 2
_CITED_REACH: Final = 40
"""Signs before and after words in quotation marks among which the writer keeps them at a distance."""
"""Signs before a warning among which a negation takes the warning back: "that is no lie"."""
_CLASSES: Final = (
    "neg",
    "without",
    "only",
    "merely",
    "cancel",
    "reset",
    "subject",
    "report",
    "joins",
    "number",
    "nor",
    "nobody",
    "exists",
    "but",
    "nothing",
)
_BOUNDARY: Final = re.compile(f"[{HARD}]")


class Strength(Enum):
    """What makes a phrase honest: nothing; a negation; that a call for help is free; that a laboratory measured it; "if"."""

    ALWAYS = "always"
    CLAIM = "claim"
    FREE = "free"
    BARE = "bare"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about.

    A `sale` no advice to ask a physician excuses, and the `amount` or plan of one no report; what is `told` of one person or one licence is
    honest beside its other half. What speaks of present `care` is honest beside the harm of leaving it.
    """

    sale: bool = False
    amount: bool = False
    told: bool = False
    care: bool = False


_PLAIN: Final = About()
_PAIRS: Final = (
    ("counterfactual", "all_would"),
    ("capacity", "other_matter"),
    ("neither", "nor_either"),
    ("words_like", "do_not_belong"),
)
"""Frames of what stands before a phrase and of what stands after it, which take it back together: "if it were a miracle, all would"."""


class Scope:
    """Reads the surroundings of a phrase in a text of signs."""

    def __init__(
        self, charset: Callable[[str], str], lists: Mapping[str, list[str]], frames: Mapping[str, list[str]], compiler: Compiler
    ) -> None:
        """`charset` gives the signs of a class, `lists` the classes that make up lists, `frames` patterns of each surrounding."""
        self._of = {name: frozenset(charset(f"@{name}")) for name in _CLASSES}
        self._stops = self._of["reset"] | self._of["cancel"] | self._of["only"] | self._of["merely"]
        self._listed = frozenset("".join(charset(f"@{name}") for name in lists["listed"]))
        self._carries = self._listed - frozenset("".join(charset(f"@{name}") for name in lists["things"]))
        self._links = frozenset("".join(charset(f"@{name}") for name in lists["links"]) + SOFT)
        self._frame = {name: compiler.union(patterns) for name, patterns in frames.items()}

    def takes_back(self, signs: str, start: int, end: int, strength: Strength, after: str = "", about: About = _PLAIN) -> bool:
        """Whether the phrase at `start`..`end` of `signs` is denied, asked about or doubted rather than claimed. Constant time.

        `after` is the beginning of the next sentence: "A cure? No.", and "You read that it cures. That is wrong."
        """
        if about.amount and self._declined(signs, start, end, after):
            return True
        if strength is Strength.ALWAYS:
            return False
        asked = _sentence(signs, start, end)[2]
        if asked and after and self._frame["affirms"].match(after):
            return False
        if self.negated(signs, start) or self._frame["denied_after"].match(signs, end):
            return True
        if not about.amount and self._set_right(signs, start, end, after, strength, told=about.told):
            return True
        if (about.care and self._harms(signs, start, end)) or self._paired(signs, start, end, after):
            return True
        return self._framed(signs, start, end, strength, sale=about.sale) or (bool(after) and self._rebutted(signs, start, end, after))

    def _declined(self, signs: str, start: int, end: int, after: str) -> bool:
        """Whether the writer refuses to say an amount: "I cannot tell you whether it is more", "You name it; no figures here"."""
        begin, stop, asked = _sentence(signs, start, end)
        before = signs[begin:start]
        if self._frame["amount_unknown"].search(before.rpartition(SOFT)[2]):
            return True
        named = asked or self._frame["hearsay"].search(signs[begin:stop]) or self._frame["doubt"].search(before)
        return bool(named) and any(self._frame["amount_declined"].match(part) for part in (signs[end:stop], after))

    def _harms(self, signs: str, start: int, end: int) -> bool:
        """Whether the same clause goes on to tell the harm, as in "stopping it suddenly can cost you the kidney"."""
        return self._frame["harms"].match(signs[end : _sentence(signs, start, end)[1]].partition(SOFT)[0]) is not None

    def _paired(self, signs: str, start: int, end: int, after: str) -> bool:
        """Whether the words before the phrase and those after it, a semicolon between them or none, take it back together."""
        begin, stop, asked = _sentence(signs, start, end)
        rest = signs[end:stop] + (after if signs[stop - 1 : stop] == SOFT else "")
        return not asked and any(
            self._frame[led].search(signs[begin:start]) and self._frame[followed].match(rest) for led, followed in _PAIRS
        )

    def _set_right(self, signs: str, start: int, end: int, after: str, strength: Strength, *, told: bool) -> bool:
        """Whether what follows the phrase refuses it, sets the report of it right, or names the outcome of others beside it.

        The next sentence does so behind a semicolon only: behind a full stop another writer may have begun.
        """
        begin, stop, asked = _sentence(signs, start, end)
        rest = signs[end:stop]
        if not asked and rest[:1] == SOFT and self._frame["refused"].match(rest, 1):
            return True
        if self._frame["hearsay"].search(signs[begin:stop]) and self._frame["rebuts_here"].search(rest) and not self._stands_by(rest):
            return True
        softened = ["declines", "mixed"] if strength is Strength.HINT else ["mixed"] if told else []
        parts = (rest, after) if rest[-1:] == SOFT else (rest,)
        return any(self._frame[name].match(part) for name in softened for part in parts)

    def keeps_apart(self, signs: str, opened: int, closed: int, *, amount: bool = False) -> bool:
        """Whether the words in quotation marks at `opened`..`closed` are somebody else's, and the writer does not stand by them.

        An `amount` is kept apart only by a refusal to say one.
        """
        begin = max([opened - _CITED_REACH, *(signs.rfind(mark, 0, opened) for mark in HARD)]) + 1
        stops = [stop.end() for stop in islice(_BOUNDARY.finditer(signs, closed, closed + _CITED_REACH), 3) if stop.start() > closed]
        around = signs[max(begin, 0) : opened] + SOFT + signs[closed : stops[1] if len(stops) > 1 else closed + _CITED_REACH]
        frame = self._frame["amount_declined" if amount else "distances"]
        return frame.search(around) is not None and not self._stands_by(around)

    def _rebutted(self, signs: str, start: int, end: int, after: str) -> bool:
        """Whether the next sentence answers a question with no, or sets a report right."""
        begin, stop, asked = _sentence(signs, start, end)
        whole = signs[begin:stop]
        said_no = self._frame["denies"].match(after.partition(SOFT)[0]) or self._frame["denies_apart"].match(after)
        if asked and (self._frame["offer_declined"].match(after) or (said_no and not self._sells(whole))):
            return True
        reported = self._frame["hearsay"].search(whole) is not None
        return reported and self._frame["rebuts"].match(after) is not None and not self._stands_by(after)

    def _stands_by(self, signs: str) -> bool:
        """Whether the writer stands by what somebody else said."""
        return self._frame["endorses"].search(signs) is not None

    def challenges(self, after: str) -> bool:
        """Whether the next sentence asks who said so, or calls it untrue."""
        return self._frame["challenges"].match(after) is not None

    def _sells(self, whole: str) -> bool:
        return self._frame["sells"].search(whole) is not None and self._frame["asks_wish"].search(whole) is None

    def _but(self, signs: str, begin: int, start: int) -> int:
        """Where the last ", but" before the phrase stands, for nothing before it takes the phrase back; -1 when there is none."""
        return max((place for place in range(begin + 1, start) if signs[place] in self._of["but"] and signs[place - 1] == SOFT), default=-1)

    def _warned(self, signs: str, begin: int, stop: int) -> bool:
        """Whether the sentence warns of the claim or calls it untrue; "that is no lie" does neither."""
        return any(
            self._of["neg"].isdisjoint(signs[max(begin, warning.start() - _DENIAL) : warning.start()])
            for warning in self._frame["warning"].finditer(signs, begin, stop)
        )

    def _led_to(self, before: str, strength: Strength) -> bool:
        """Whether what stands before the phrase puts it in doubt, or says what is free for all."""
        if self._frame["doubt"].search(before) or self._frame["leads"].search(before.replace(SOFT, NEUTRAL)):
            return True
        return strength is Strength.FREE and self._frame["community"].search(before) is not None

    def _framed(self, signs: str, start: int, end: int, strength: Strength, *, sale: bool) -> bool:
        begin, stop, asked = _sentence(signs, start, end)
        begin = max(begin, self._but(signs, begin, start))
        before, whole = signs[begin:start], signs[begin:stop]
        if self._led_to(before, strength) or self._warned(signs, begin, stop):
            return True
        if (not sale or strength is Strength.FREE) and self._frame["advice"].search(whole) is not None:
            return True
        if self._frame["topic"].search(before) and not self._of["neg"].isdisjoint(signs[end : min(stop, end + _TOPIC_REACH)]):
            return True
        if not self._of["number"].isdisjoint(signs[start:end]) and self._frame["identifier"].search(before):
            return True
        if strength in {Strength.FREE, Strength.BARE} and self._frame["hotline"].search(whole):
            return True
        if strength is Strength.BARE and self._frame["measured"].search(before):
            return True
        sells = self._sells(whole)
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
                return sign == SOFT and not pronoun and self._over_aside(signs, place)
            if sign in self._of["report"]:
                pronoun, reported = False, True
            elif sign in self._of["subject"]:
                pronoun = not reported
        return False

    def _ends(self, signs: str, place: int, start: int) -> bool:
        """Whether no negation before `place` can reach `start`."""
        sign = signs[place]
        if sign == SOFT:
            return not (self._is_list(signs, place, start) or self._is_aside(signs, place) or self._let_alone(signs, place))
        if sign in self._of["joins"] and start - place <= _AND_REACH:
            return signs[place - 1 : place] not in self._carries
        return sign in HARD or sign in self._stops

    def _only_links(self, signs: str, begin: int, end: int) -> bool:
        return all(sign in self._links or sign in self._listed for sign in signs[begin:end])

    def _is_list(self, signs: str, comma: int, start: int) -> bool:
        """Whether a comma separates members of one list, as in "no promise of cure, reversal or regrowth"."""
        return comma > 0 and (signs[comma - 1] in self._listed) and self._only_links(signs, comma + 1, start)

    def _let_alone(self, signs: str, comma: int) -> bool:
        """Whether the comma opens "much less" or "or ever", which carry the negation on."""
        return self._frame["let_alone"].match(signs, comma + 1) is not None

    def _over_aside(self, signs: str, comma: int) -> bool:
        """Whether the comma closes an aside after a negation, as in "nobody, neither here nor elsewhere, can promise that"."""
        opened = signs.rfind(SOFT, max(0, comma - _ASIDE), comma)
        if opened <= 0 or any(mark in signs[opened:comma] for mark in HARD):
            return False
        before, aside = signs[max(0, opened - 3) : opened], signs[opened + 1 : comma]
        denied = any(sign in self._of["neg"] for sign in before) and before[-1] in self._of["nobody"] | self._of["exists"]
        return denied or aside[:1] in self._of["nor"]

    def _is_aside(self, signs: str, comma: int) -> bool:
        """Whether the comma opens or closes an aside right after the negation, as in "this is not, and never was, a cure"."""
        before = signs[max(0, comma - 2) : comma]
        return any(sign in self._of["neg"] for sign in before) and before[-1] not in self._of["nothing"]


def _sentence(signs: str, start: int, end: int) -> tuple[int, int, bool]:
    """Beginning and end of the sentence around a phrase, at most 60 signs either way, and whether it is a question."""
    low, high = max(0, start - 60), min(len(signs), end + 60)
    begin = max(signs.rfind(mark, low, start) for mark in HARD) + 1
    stop = _BOUNDARY.search(signs, end, high)
    asked = (stop is not None and stop.group() == "Q") or (begin > 0 and signs[begin - 1] == "q")
    return max(begin, low), stop.start() if stop else high, asked
