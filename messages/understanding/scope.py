"""What the words around a finding do to it: negated, past, feared, asked about, only a figure of speech.

Knows cues and their reach; must not know what a finding is for. Cues come from the lexicons, never from guesses at spelling.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from messages.understanding.tokens import COMMA, LINE, Words
from messages.understanding.trie import Match

REACH: Final = {"bare": 8, "neg": 6, "neglist": 24, "past": 5, "hyp": 10, "if": 10, "fear": 8, "ask": 12, "quit": 6, "old": 7, "usual": 10}
"""How many words a cue that stands before a finding reaches forward."""
ACROSS_COMMAS: Final = frozenset({"neglist", "hyp", "if", "ask", "usual"})
OPENING: Final = 4
"""A finding asked about as an effect (`is chest pain one of the side effects`) begins within so many words of its sentence."""
TURNS: Final = frozenset({"y", "and", "e", "et", "pero", "but", "mas", "mais", "porem"})
ADVERSE: Final = frozenset(
    {"pero", "but", "mas", "mais", "porem", "aunque", "although", "though", "however", "pourtant", "embora", "except", "sauf"}
)
VOID: Final = "scope:void"
"""Words that look like a negation and are none (`not only`); read in every language."""
GOES_ON: Final = "scope:goon"
BEGINS_AGAIN: Final = "scope:again"
REFUSED: Final = "scope:refused"
"""Words that refuse what a wish to be written to again asks for (`do not send me any again`)."""
OR: Final = frozenset({"or", "nor", "ni", "o", "ou", "nem"})
MEDICAL: Final = ("indication:", "contraindication:", "emergency", "cue:", "sign:")
DENIALS: Final = frozenset({"no", "not", "nao", "n", "sin", "without", "sem", "nunca", "never", "ya"})
NEGATIONS: Final = ("bare", "neg", "neglist")
DATED: Final = frozenset({"old", "chronic"})
OWN: Final = ("emergency", "crisis", "sign:")
AGAIN: Final = ("again", "elsewhere")
LEAD: Final = 2
SETTLED: Final = 2
"""How many sentences on it may be said that all is well since (`I gasped when I smoked; quit in 2016. I breathe fine now`)."""
ANYWHERE: Final = frozenset({"ended", "dead", "off", "tested", "jest"})
"""Cues that hold for the whole sentence, on either side of the finding."""


class Scope:
    """All cues of one message, asked finding by finding."""

    def __init__(self, words: Words, cues: list[Match], light: set[str], found: list[Match]) -> None:
        """Sort the cues by name and number the sentences, a line being one; `light` words and findings may stand after a bare negation."""
        self.cues: dict[str, list[Match]] = defaultdict(list)
        self._masks: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        void = [cue for cue in cues if cue.rule.label == VOID]
        refused = [cue for cue in cues if cue.rule.label == REFUSED]
        for cue in cues:
            if any(_voids(other, cue) for other in void) or _owned(cue, found) or _refused(cue, refused):
                continue
            if cue.rule.label.startswith("mask:"):
                families = tuple(cue.rule.label[5:].split("+"))
                for at in range(cue.start, cue.end):
                    self._masks[at].append(families)
            else:
                self.cues[cue.rule.label.removeprefix("scope:")].append(cue)
        self._breaks, self._words, self._light = words.breaks, words.words, light
        self._findings = [match for match in found if match.rule.label.startswith(MEDICAL)]
        self.sentence = _numbered(words.breaks, LINE)
        self._adverse = max((at for at, word in enumerate(words.words) if word in ADVERSE), default=0)
        self._ways: dict[str, Callable[[Match], bool]] = {
            "over": self._is_over,
            "settled": self.settled,
            "disclaimed": self._disclaimed,
            "effect": self._named_as_effect,
        }
        self._asked_at, self._asked = words.asked, {self.sentence[at] for at in words.asked}

    def holds(self, name: str, match: Match) -> bool:
        """Whether the cue `name` governs the finding."""
        if name == "question":
            return self.sentence[match.start] in self._asked
        if name in DATED:
            return any(self._dates(cue, match) for cue in self.cues[name]) or (name == "old" and self._dated_after(match))
        if name == "yearsago":
            return any(self._dates(cue, match) for cue in self.cues[name]) and not self.cues["lately"] and not self._told_twice(match)
        if name in ANYWHERE:
            return self._anywhere(name, match)
        if name in self._ways:
            return self._ways[name](match)
        if name == "usual":
            return self._before(name, match) and not self._told(match)
        if name == "neg":
            return any(self._before(kind, match) for kind in NEGATIONS) or self._after(match)
        return self._before(name, match) or (name == "past" and self._dated_after(match))

    def masked(self, match: Match) -> bool:
        """Whether the finding lies on a figure of speech or a longer expression that means something else."""
        family = match.rule.label if not match.rule.label.startswith("sign:") else "emergency"
        if family == "opt_out" and any(
            cue.start < match.end and match.start < cue.end for name in self._welcomes for cue in self.cues[name]
        ):
            return True
        return any(family.startswith(families) for at in range(match.start, match.end) for families in self._masks.get(at, ()))

    @property
    def doubts(self) -> list[int]:
        """The words with which the message looks back, asks ahead, or tells of work, a film or a joke; they alone clear nothing.

        `A year ago` within `since a year ago` looks back on nothing: it goes on.
        """
        goes_on = {at for recent in self.cues["recent"] for at in range(recent.start + 1, recent.end)}
        return [cue.start for cue in self.cues["doubt"] if cue.start not in goes_on]

    @property
    def goes_on(self) -> bool:
        """Whether the message asks us to go on writing (`keep them coming`), and neither threatens nor is weary of it."""
        return bool(self.cues["goon"]) and not self.cues["threat"]

    def _lies_on_welcome(self, match: Match) -> bool:
        return any(cue.start < match.end and match.start < cue.end for name in self._welcomes for cue in self.cues[name])

    @property
    def _welcomes(self) -> tuple[str, ...]:
        """The cues under which a word of ending messages is none: a wish to go on or to begin again, and another sender's messages."""
        return ("goon", *AGAIN) if self.goes_on else AGAIN

    @property
    def welcomes(self) -> bool:
        """Whether the message wants ours, or speaks of the messages of others."""
        return any(self.cues[name] for name in self._welcomes)

    def near(self, name: str, start: int, end: int) -> Match | None:
        """The first cue `name` that begins within words `start` to `end`."""
        return next((cue for cue in self.cues[name] if start <= cue.start <= end), None)

    def _dated_after(self, match: Match) -> bool:
        """Whether a clause of its own, at most one sentence on, says when it was (`I choked once. That was in 1991`)."""
        here = self.sentence[match.start]
        return any(cue.start >= match.end and here <= self.sentence[cue.start] <= here + 1 for cue in self.cues["thatwas"])

    def _anywhere(self, name: str, match: Match) -> bool:
        here = self.sentence[match.start]
        return any(self.sentence[cue.start] == here and not self._elsewhere(cue, match) for cue in self.cues[name])

    def _elsewhere(self, cue: Match, match: Match) -> bool:
        """Whether a comma and something else part them.

        Another finding does (`arthritis of the knee, bowel cancer in 2011, cured since`); where the cue stands first, a word of the
        writer (`my dad died of cancer, I come for my back`).
        """
        start, end = sorted((match, cue), key=lambda found: found.start)
        begin = next((at for at in range(start.end, end.start + 1) if self._breaks[at] >= COMMA), None)
        if begin is None:
            return False
        if match.start < cue.start:
            return any(begin <= other.start and other.end <= cue.start for other in self._findings)
        return any(begin <= word.start <= match.start for word in self.cues["self"])

    def _told(self, match: Match) -> bool:
        """Whether the sentence says that it is so, and not only asks: a time, or a figure (`39 of fever`)."""
        here = self.sentence[match.start]
        timed = any(self.sentence[cue.start] == here for cue in self.cues["recent"])
        return timed or any(word.isdigit() and self.sentence[at] == here for at, word in enumerate(self._words))

    def _named_as_effect(self, match: Match) -> bool:
        """Whether the sentence opens with the finding and goes on to call it an effect, without a word of who has it."""
        here = self.sentence[match.start]
        named = any(
            match.end <= cue.start <= match.end + OPENING and self.sentence[cue.start] == here and not self._cut(match.end, cue.start)
            for cue in self.cues["effect"]
        )
        opens = match.start < OPENING or self.sentence[match.start - OPENING] != here
        owned = any(
            self.sentence[cue.start] == here and cue.start <= match.start for name in ("self", "stop", "other") for cue in self.cues[name]
        )
        return named and opens and not owned and not self._told(match)

    def _dates(self, cue: Match, match: Match) -> bool:
        """Whether a time long past stands close by, in the same statement, and nothing says that it goes on."""
        if self.sentence[cue.start] != self.sentence[match.start]:
            return False
        if cue.start < match.start:
            between = range(cue.end, match.start)
            dated = len(between) <= REACH["old"] and not self._stopped("old", cue, match)
        else:
            between = range(match.end, cue.start)
            dated = len(between) <= REACH["old"] and not self._cut(match.end, cue.start) and not self._turned(between)
        low, high = min(cue.start, match.start), max(cue.end, match.end)
        return dated and not any(low <= now.start <= high for now in self.cues["recent"])

    def _is_over(self, match: Match) -> bool:
        """Whether it belongs to another time of life by what stands beside it, and all is said to be well since."""
        here = self.sentence[match.start]
        times = [cue for cue in self.cues["erstwhile"] if self.sentence[cue.start] == here]
        near = [cue for cue in times if match.end - 1 <= cue.start <= match.end + LEAD or 0 <= match.start - cue.end <= REACH["old"]]
        return any(self._well_since(max(cue, match, key=lambda told: told.end)) for cue in near)

    def settled(self, match: Match) -> bool:
        """Whether a date long past stands right behind it or before it, and all is said to be well since."""
        here = self.sentence[match.start]
        behind = any(0 <= cue.start - match.end <= LEAD and self.sentence[cue.start] == here for cue in self.cues["old"])
        return (behind or self.holds("old", match)) and self._well_since(match)

    def _well_since(self, told: Match) -> bool:
        """Whether the same or one of the next sentences says that all is well, and nothing is set against it."""
        here = self.sentence[told.start]
        return any(max(told.end, self._adverse) <= well.start and self.sentence[well.start] <= here + SETTLED for well in self.cues["well"])

    @property
    def well_end(self) -> int:
        """Behind the last words that say that all is well since."""
        return max((well.end for well in self.cues["well"]), default=0)

    def _disclaimed(self, match: Match) -> bool:
        """Whether it is asked about and then denied (`would a blood thinner be a problem? I am not on one`)."""
        here = self.sentence[match.start]
        return here in self._asked and any(cue.start >= match.end and self.sentence[cue.start] == here + 1 for cue in self.cues["notone"])

    def _told_twice(self, match: Match) -> bool:
        """Whether the same is told again in a breath of its own, which may be newer (`operated years ago, and surgery in March`)."""
        for other in self._findings:
            if other.rule.label == match.rule.label:
                first, second = sorted((match, other), key=lambda found: found.start)
                if TURNS.intersection(self._words[first.end : second.start]) or any(self._breaks[first.end : second.start + 1]):
                    return True
        return False

    def _lightly(self, start: int, end: int) -> bool:
        """Whether only light words, or other things denied in the same breath (`no cancer or diabetes`), stand between."""
        heavy = [at for at in range(start, end) if self._words[at] not in self._light and self._words[at] not in OR]
        listed = [range(match.start, match.end) for match in self._findings if start <= match.start and match.end <= end]
        return all(any(at in place for place in listed) for at in heavy)

    def _goes_on(self, cue: Match, match: Match) -> bool:
        """Whether what is told in the past began just now, or another statement begins before the finding."""
        now = any(self.sentence[recent.start] == self.sentence[match.start] for recent in self.cues["recent"])
        at_once = any(behind.start == match.end for behind in self.cues["now"])
        return now or at_once or self._turned(range(cue.end, match.start))

    def _turned(self, between: range) -> bool:
        return any(self._words[at] in TURNS for at in between)

    def _before(self, name: str, match: Match) -> bool:
        """Whether a cue reaches forward to the finding; a past may be the finding's own verb (`had a seizure`)."""
        reach = REACH[name]
        return any(
            cue.start < match.start + (name == "past")
            and not (name in NEGATIONS and self._shared(cue, match))
            and match.start - cue.end <= reach
            and self.sentence[cue.start] == self.sentence[match.start]
            and (name != "bare" or self._lightly(cue.end, match.start))
            and not self._stopped(name, cue, match)
            and not (name == "past" and self._goes_on(cue, match))
            and (name in ACROSS_COMMAS or not self._cut(cue.end, match.start))
            for cue in self.cues[name]
        )

    def _replies(self, cue: Match, match: Match) -> bool:
        """Whether the cue stands in the finding's sentence, or answers it where it was a question (`pregnant? no`)."""
        asked = match.end - 1 in self._asked_at and cue.start == match.end
        return asked or self.sentence[cue.start] == self.sentence[match.end - 1]

    def _shared(self, cue: Match, match: Match) -> bool:
        """Whether the word that negates is the finding's own: `he is not` and `not breathing`, `ne veux plus` and `veux plus vivre`."""
        inner = range(match.start, cue.end)
        return bool(inner) and (cue.rule.language == "fr" or any(self._words[at] in DENIALS for at in inner))

    def _cut(self, start: int, end: int) -> bool:
        return any(self._breaks[at] >= COMMA for at in range(start, end + 1))

    def _stopped(self, name: str, cue: Match, match: Match) -> bool:
        """Whether a new statement begins between cue and finding; a lone verb right after a negation belongs to it."""
        return any(
            cue.end <= stop.start <= match.start
            and not (stop.start == cue.end and not self._breaks[stop.start] and (name not in NEGATIONS or _belongs(stop)))
            for stop in self.cues["stop"]
        )

    def _after(self, match: Match) -> bool:
        """`diabetes no tengo`, `embarazada: no`; but `takes apixaban and no she never had cancer` goes on to something else."""
        return any(
            match.end <= cue.start <= match.end + 1
            and self._replies(cue, match)
            and not self._turned(range(match.end, cue.start))
            and (self._closes(cue) or match.end - 1 in self._asked_at or not self._cut(match.end, cue.start))
            for cue in self.cues["after"]
        )

    def _closes(self, cue: Match) -> bool:
        """Whether nothing follows the cue in its clause: `pregnant, no` answers, `my knee hurts, no diabetes` goes on."""
        return cue.end >= len(self._breaks) or self._breaks[cue.end] > 0


def _voids(other: Match, cue: Match) -> bool:
    """Whether words that are no negation hold the cue; `do not stop` that begins a wish to go on is part of it."""
    if cue.rule.label.startswith("mask:"):
        return False
    return other is not cue and other.start <= cue.start < other.end and (cue.rule.label != GOES_ON or other.start < cue.start)


def _refused(cue: Match, refused: list[Match]) -> bool:
    """Whether a wish to be written to again is part of its own refusal."""
    return cue.rule.label == BEGINS_AGAIN and any(other.start <= cue.start < other.end for other in refused)


def _owned(cue: Match, found: list[Match]) -> bool:
    """Whether a word that negates is part of a danger (`cannot breathe and my chest hurts`), and so negates nothing after it."""
    return cue.rule.label.removeprefix("scope:") in NEGATIONS and any(
        match.rule.label.startswith(OWN) and match.start <= cue.start < match.end - 1 for match in found
    )


def _belongs(verb: Match) -> bool:
    """Whether a verb right after a negation is the negated one: `no me duele` is, `no i have` answers first and then goes on."""
    return verb.end - verb.start == 1 or verb.rule.language in {"es", "pt"}


def _numbered(breaks: list[int], strength: int) -> list[int]:
    """For each word the number of its sentence."""
    numbers: list[int] = []
    current = 0
    for cut in breaks:
        current += cut >= strength
        numbers.append(current)
    return numbers
