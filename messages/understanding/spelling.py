"""Misspelt words: which known word may have been meant. May only raise a label, so cues that clear one never see a guess.

Knows letters and a vocabulary; must not know labels.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz.distance import OSA

SHORTEST: Final = 6
LONG: Final = 10
"""Words under six letters must be right; from six on one slip is forgiven, from ten on two."""

_RUN: Final = re.compile(r"(.)\1+", re.DOTALL)
_HEARD_AS: Final = str.maketrans("vzcw", "bsku", "h")


def squeeze(word: str) -> str:
    """The word with every run of one letter written once: `ayudaaa` and `aayuda` become `ayuda`."""
    return _RUN.sub(r"\1", word)


def sound(word: str) -> str:
    """A rough key under which words heard alike meet (b/v, s/z/c, silent h, qu/k, ll/y)."""
    plain = squeeze(word.replace("ll", "y").replace("qu", "k").replace("ph", "f").replace("ch", "x"))
    for front in "eiy":
        plain = plain.replace("c" + front, "s" + front).replace("g" + front, "j" + front)
    return plain.translate(_HEARD_AS)


def _deletes(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


class Spelling:
    """Finds the vocabulary's words near an unknown one by shared deletions: a few dictionary look-ups per word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Index `vocabulary` (folded words)."""
        self._near: dict[str, list[str]] = defaultdict(list)
        self._heard: dict[str, list[str]] = defaultdict(list)
        for word in vocabulary:
            if len(word) >= SHORTEST - 1:
                self._heard[sound(word)].append(word)
            if len(word) >= SHORTEST:
                for key in _deletes(word):
                    self._near[key].append(word)

    def alike(self, word: str) -> tuple[str, ...]:
        """The known words heard like `word`."""
        return tuple(self._heard.get(sound(word), ()))

    def meant(self, word: str) -> tuple[str, ...]:
        """The nearest known words: heard alike, else one slip away, else (long words) two; none when nothing is near."""
        if len(word) < SHORTEST - 1:
            return ()
        heard = self._heard.get(sound(word))
        if heard:
            return tuple(heard)
        if len(word) < SHORTEST:
            return ()
        near = {known: OSA.distance(word, known) for key in _deletes(word) for known in self._near.get(key, ())}
        allowed = {known: slips for known, slips in near.items() if slips <= (2 if min(len(word), len(known)) >= LONG else 1)}
        best = min(allowed.values(), default=0)
        return tuple(sorted(known for known, slips in allowed.items() if slips == best and known[0] == word[0]))
