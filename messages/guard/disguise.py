"""Words under a disguise: figures for letters, masks, drawn-out letters, letters or syllables set apart, words run together.

Knows how people hide words; must not know rules. A disguise is only ever taken off towards a word of the lexicon.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, compress, product
from typing import Final

from messages.guard.lexicon import Lexicon

_FIGURES: Final = {"0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "g"}
_FIGURE: Final = str.maketrans("01345789", "oieastbg")
_VOWELS: Final = "aeiou"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DRAWN_OUT: Final = re.compile(r"(.)\1{2,}")
_DOUBLED: Final = re.compile(r"(.)\1+")
_MASK: Final = re.compile(r"[*#]+")
_MASKED: Final = re.compile(r"[*#]")
_FIGURED: Final = re.compile(r"\d")
_HEARD: Final = str.maketrans({"z": "s", "x": "s", "y": "i", "w": "u", "c": "k"})
LONGEST_WORD: Final = 40
_LONGEST_PART: Final = 9
_SHORTEST_RUN: Final = 9
_SHORTEST_HEARD: Final = 5
_MOST_FIGURES: Final = 4
_MOST_MASKS: Final = 2
_PAIR: Final = 2
_FARTHEST: Final = 3
"""Characters that may stand between letters or syllables of one word."""
_MISTYPED: Final = 7
"""Letters of a word that is recognised with one letter missing, or one more with one too many."""
_CHANGED: Final = 8
"""Letters of a word that is recognised with one letter changed or two in each other's place."""
_ENDING: Final = 2
"""Last letters of a word that tell its form: another letter there is no slip."""
_CLOSED: Final = re.compile(r"[.,;:?!)] ")
"""What closes a clause: no word goes on behind it, unless it is spelt letter by letter."""
_VOWEL: Final = re.compile(r"[aeiou]")
_BONES: Final = 5
"""Consonants of a word that is recognised without its vowels."""
_UNMISTAKABLE: Final = 8
"""Letters of a word that parts, each a word itself, do not make by chance."""
_LEAST: Final = (3, 3, 4, 5)
"""Letters a hidden word needs, by the length of the longest part it was cut into."""


def heard(word: str) -> str:
    """`word` as it sounds, for spellings such as `kura` or `resultadoz`."""
    return word.replace("qu", "k").replace("ph", "f").replace("ce", "se").replace("ci", "si").translate(_HEARD)


def _figures_read(word: str) -> Iterator[str]:
    letters = [_FIGURES.get(character, character) for character in word]
    if sum(len(choice) > 1 or choice.isdigit() for choice in letters) <= _MOST_FIGURES:
        yield from map("".join, product(*letters))


def _masks_filled(word: str) -> Iterator[str]:
    yield _MASK.sub("", word)
    parts = _MASKED.split(word)
    if len(parts) <= _MOST_MASKS + 1:
        for chosen in product(_LETTERS if len(parts) == _MOST_MASKS else _VOWELS, repeat=len(parts) - 1):
            yield "".join(a + b for a, b in zip(parts, (*chosen, ""), strict=True))


def _shortened(word: str) -> Iterator[str]:
    yield _DRAWN_OUT.sub(r"\1", word)
    yield _DRAWN_OUT.sub(r"\1\1", word)
    yield _DOUBLED.sub(r"\1", word)


def _readings(word: str) -> Iterator[str]:
    """What `word` may stand for, likeliest first; a bounded number."""
    candidates: Iterable[str] = _masks_filled(word) if _MASKED.search(word) else (word,)
    for candidate in candidates:
        for reading in _figures_read(candidate) if _FIGURED.search(candidate) else (candidate,):
            yield reading
            if _DRAWN_OUT.search(reading) or len(_DOUBLED.findall(reading)) > 1:
                yield from _shortened(reading)


def _one_less(word: str) -> list[str]:
    """`word` without one of its letters, the first excepted."""
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _changed(word: str, key: str) -> bool:
    """Whether `word` is `key` with one letter changed or two neighbours in each other's place; an ending of its own makes another word."""
    places = [at for at, (one, other) in enumerate(zip(word, key, strict=True)) if one != other]
    if len(places) == 1:
        return places[0] < len(word) - _ENDING
    first, second = places[0], places[-1]
    return second == first + 1 and len(places) == _PAIR and word[first] == key[second] and word[second] == key[first]


class _Once(dict[tuple[str, ...], bool]):
    """What `weigh` says of a row of pieces; of equal rows it is asked once."""

    def __init__(self, weigh: Callable[[tuple[str, ...]], bool]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, row: tuple[str, ...]) -> bool:
        self[row] = self._weigh(row)
        return self[row]


class Unmasking:
    """Takes disguises off towards one lexicon, which must be complete."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Notes the beginnings of all words of `lexicon`."""
        self._lexicon = lexicon
        keys = lexicon.key | lexicon.key_stems
        self._beginnings = {key[:end] for key in keys | lexicon.split for end in range(1, len(key) + 1)}
        self._row = 2 * max(map(len, keys)) + 4
        self._openings = {word[:end] for word in lexicon.words for end in range(1, min(len(word), 18) + 1)}
        often = sorted(key for key in lexicon.mistyped if len(key) >= _MISTYPED)
        self._shortened = {shorter: key for key in often for shorter in _one_less(key)}
        self._bones = {bones: key for key in often if len(bones := _VOWEL.sub("", key)) >= _BONES}
        self._sounds = {heard(key): key for key in lexicon.key if len(key) >= _SHORTEST_HEARD - 1}

    def unmasked(self, word: str) -> str | None:
        """The hidden word of the lexicon that `word` stands for, if any."""
        if len(word) > LONGEST_WORD:
            word = _DRAWN_OUT.sub(r"\1", word)[: LONGEST_WORD + 1]
        if len(word) > LONGEST_WORD or word.isdigit():
            return None
        if not word.isalpha() or _DOUBLED.search(word):
            figured = len(word) > _LEAST[0] and not word.isalpha()
            found = self._first(word, self._lexicon.is_key) or (self._first(word, self._lexicon.words.__contains__) if figured else None)
            if found is not None:
                return found
        sounding = self._sounds.get(heard(word)) if len(word) >= _SHORTEST_HEARD - ("k" in word) else None
        return sounding or self._mistyped(word) or self._boned(word)

    def _boned(self, word: str) -> str | None:
        """The word of the lexicon whose consonants `word` is, with one vowel left at most, as in `dscnto`."""
        bones = _VOWEL.sub("", word)
        return self._bones.get(bones) if len(bones) >= max(_BONES, len(word) - 1) else None

    def _mistyped(self, word: str) -> str | None:
        """The word of the lexicon that `word` is but for one letter missing, added, changed or moved to its neighbour's place."""
        if len(word) < _MISTYPED - 1 or not word.isalpha() or not _VOWEL.search(word):
            return None
        lacking = self._shortened.get(word)
        if lacking is not None:
            return lacking
        shorter = _one_less(word)
        added = next((key for key in shorter if key in self._lexicon.mistyped), None) if len(word) > _MISTYPED else None
        return added or (self._slip(word, shorter) if len(word) >= _CHANGED else None)

    def _slip(self, word: str, shorter: list[str]) -> str | None:
        """The word of the lexicon that `word` is but for one letter changed or two in each other's place."""
        keys = (self._shortened.get(one) for one in shorter)
        return next((key for key in keys if key is not None and len(key) == len(word) and _changed(word, key)), None)

    @staticmethod
    def _first(word: str, hides: Callable[[str], bool]) -> str | None:
        return next((reading for reading in _readings(word) if reading != word and hides(reading)), None)

    def segmented(self, word: str) -> list[str] | None:
        """The words that were run together in `word`: all known, none under three letters, one of them worth hiding; or None."""
        if not _SHORTEST_RUN <= len(word) <= LONGEST_WORD:
            return None
        reached: dict[int, list[str]] = {0: []}
        for start in range(len(word) - 2):
            if start in reached:
                for end in self._word_ends(word, start):
                    reached[end] = [*reached[start], word[start:end]]
        found = reached.get(len(word), [])
        return found if len(found) > 1 and any(self._lexicon.is_key(part) and len(part) > 3 for part in found) else None

    def _word_ends(self, word: str, start: int) -> Iterator[int]:
        for end in range(start + 1, len(word) + 1):
            part = word[start:end]
            if part not in self._openings:
                return
            if end - start > 2 and part in self._lexicon.words:
                yield end

    def glued(self, pieces: list[str]) -> tuple[list[str], list[int]] | None:
        """`pieces` (words and what stands between them, in turn) with letters and syllables set apart put together again.

        The second list holds each new piece's length in the text. None when nothing was set apart. Linear: no word is longer than the
        longest of the lexicon.
        """
        letters = {piece: piece.translate(_FIGURE) for piece in set(pieces)}
        plain = [*map(letters.__getitem__, pieces)]
        found = self._found(pieces, plain, self._promising(pieces, letters))
        if not found:
            return None
        result: list[str] = []
        lengths: list[int] = []
        place = 0
        for begin, end, joined in found:
            if begin < place:
                continue
            result += [*pieces[place:begin], joined]
            lengths += [*map(len, pieces[place:begin]), sum(map(len, pieces[begin:end]))]
            place = end
            if pieces[begin + 1] == "." and place < len(pieces):
                result.append(pieces[place].removeprefix(".") or " ")
                lengths.append(len(pieces[place]))
                place += 1
        return [*result, *pieces[place:]], [*lengths, *map(len, pieces[place:])]

    def _found(self, pieces: list[str], plain: list[str], promising: list[int]) -> list[tuple[int, int, str]]:
        """Beginning, end and letters of each hidden word at one of the `promising` places. The same row of pieces is read once."""
        read: dict[tuple[str, ...], tuple[int, str] | None] = {}
        found = []
        for place in promising:
            row = tuple(pieces[place : place + self._row])
            if row not in read:
                span = self._longest(pieces, plain, place)
                read[row] = (span[1] - place, span[2]) if span else None
            hidden = read[row]
            if hidden is not None:
                found.append((place, place + hidden[0], hidden[1]))
        return found

    def _promising(self, pieces: list[str], letters: dict[str, str]) -> list[int]:
        """Where a piece and the word after the next begin, together, a word worth hiding. The same three pieces are weighed once."""
        opens = {piece for piece, plain in letters.items() if plain in self._beginnings}
        last, worth = max(len(pieces) - 4, 0), _Once(self._begin)
        rows: chain[tuple[str, ...]] = chain(
            zip(pieces, pieces[2:], pieces[4:], strict=False), zip(pieces[last:], pieces[last + 2 :], strict=False)
        )
        opening = [*map(opens.__contains__, pieces)]
        return [*compress(compress(range(len(pieces)), opening), map(worth.__getitem__, compress(rows, opening)))]

    def _begin(self, parts: tuple[str, ...]) -> bool:
        """Whether two or three pieces in a row may be the beginning of a hidden word."""
        if (parts[0] + parts[1]).isdigit():
            return parts[:2] == ("1", "0")
        plain = [part.translate(_FIGURE) for part in parts]
        pair = plain[0] + plain[1]
        if pair in self._beginnings or pair == "io":
            return len(pair) != _PAIR or self._goes_on(pair, plain)
        if len(pair) == _PAIR:
            return pair in self._openings and self._goes_on(pair, plain)
        return len(pair) > _LEAST[-1] and self._lexicon.is_key(pair)

    def _goes_on(self, pair: str, plain: list[str]) -> bool:
        """Whether two single letters are a word, or with the piece after them the beginning of one."""
        if pair == "io" or pair in self._lexicon.key or len(plain) == _PAIR:
            return True
        longer = pair + plain[2]
        return longer in self._openings or longer in self._beginnings or (len(longer) > _LEAST[-1] and self._lexicon.is_key(longer))

    def _longest(self, pieces: list[str], plain: list[str], place: int) -> tuple[int, int, str] | None:
        """Beginning, end and letters of the longest hidden word whose parts begin at `place`."""
        if pieces[place] == "1" and pieces[place + 2 : place + 5 : 2] == ["0", "0"]:
            return place, place + 5, "100"
        best, joined, spelt = None, plain[place], len(plain[place]) == 1
        for end in range(place + 2, len(pieces), 2):
            wider = spelt and len(pieces[end - 1]) > len(pieces[place + 1])
            ends = not spelt and _CLOSED.search(pieces[end - 1])
            if wider or ends or len(pieces[end - 1]) > _FARTHEST or len(plain[end]) > _LONGEST_PART:
                break
            joined += plain[end]
            spelt = spelt and len(plain[end]) == 1
            goes_on = joined in self._beginnings or (spelt and joined in self._openings)
            hidden = self._known(joined, spelt=spelt, whole=not goes_on) or self._parted(joined, plain[place : end + 1 : 2])
            if hidden and self._worth(joined, pieces[place : end + 1]):
                best = (place, end + 1, joined)
            if not goes_on:
                break
        return best or self._pair(pieces, plain, place)

    def _pair(self, pieces: list[str], plain: list[str], place: int) -> tuple[int, int, str] | None:
        """Two letters that make a word, such as `n o  r i s k`, when more stands after them than between them."""
        joined = plain[place] + plain[place + 2]
        wider = place + 3 < len(pieces) and len(pieces[place + 3]) > len(pieces[place + 1])
        return (place, place + 3, joined) if len(joined) == 2 and wider and joined in self._lexicon.key else None

    def _known(self, joined: str, *, spelt: bool, whole: bool) -> bool:
        """Whether `joined` is a word worth hiding, or any word when it is spelt letter by letter."""
        lexicon = self._lexicon
        return (
            joined in lexicon.key
            or joined in lexicon.key_stems
            or (spelt and joined in lexicon.words)
            or (whole and len(joined) > _LEAST[-1] and lexicon.is_key(joined))
        )

    def _parted(self, joined: str, parts: list[str]) -> bool:
        """Whether `joined` is a word that lines were broken in, into parts none of which is a word."""
        return joined in self._lexicon.split and not any(part in self._lexicon.words for part in parts)

    def _worth(self, joined: str, pieces: list[str]) -> bool:
        """Whether parts put together make a hidden word rather than meet by chance."""
        parts, between = pieces[::2], pieces[1::2]
        longest = max(map(len, parts))
        if len(joined) < _LEAST[min(longest, len(_LEAST) - 1)] or "".join(parts).isdigit():
            return False
        if not any(" " in mark for mark in between) or (len(joined) >= _UNMISTAKABLE and min(map(len, parts)) <= _LEAST[0]):
            return True
        return any(len(part) == 1 or part not in self._lexicon.words for part in parts)
