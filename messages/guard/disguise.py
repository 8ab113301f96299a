"""Words under a disguise: figures for letters, masks, drawn-out letters, letters or syllables set apart, words run together.

Knows how people hide words; must not know rules. A disguise is only ever taken off towards a word of the lexicon.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from messages.guard.lexicon import Lexicon

_FIGURES: Final = {"0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "g"}
_VOWELS: Final = "aeiou"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DRAWN_OUT: Final = re.compile(r"(.)\1{2,}")
_DOUBLED: Final = re.compile(r"(.)\1+")
_MASK: Final = re.compile(r"[*#]+")
_SOUNDS: Final = (("k", "c"), ("k", "qu"), ("z", "s"), ("s", "z"), ("ph", "f"), ("vv", "w"), ("x", "s"), ("w", "u"), ("y", "i"))
LONGEST_WORD: Final = 40
_SHORTEST_RUN: Final = 9
_LEAST: Final = (3, 3, 4, 5)
"""Letters a hidden word needs, by the length of the longest part it was cut into."""


def _figures_read(word: str) -> Iterator[str]:
    letters = [_FIGURES.get(character, character) for character in word]
    if sum(len(choice) > 1 for choice in letters) <= 4:
        yield from map("".join, product(*letters))


def _masks_filled(word: str) -> Iterator[str]:
    yield _MASK.sub("", word)
    parts = re.split(r"[*#]", word)
    fill = _LETTERS if len(parts) == 2 else _VOWELS
    if len(parts) <= 3:
        for chosen in product(fill, repeat=len(parts) - 1):
            yield "".join(a + b for a, b in zip(parts, (*chosen, ""), strict=True))


def _shortened(word: str) -> Iterator[str]:
    yield _DRAWN_OUT.sub(r"\1", word)
    yield _DRAWN_OUT.sub(r"\1\1", word)
    yield _DOUBLED.sub(r"\1", word)


def readings(word: str) -> Iterator[str]:
    """What `word` may stand for, likeliest first; a bounded number."""
    candidates = [word]
    if "*" in word or "#" in word:
        candidates = list(_masks_filled(word))
    if any(character.isdigit() for character in word):
        candidates = [reading for candidate in candidates for reading in _figures_read(candidate)]
    for candidate in candidates[:80]:
        yield candidate
        if _DRAWN_OUT.search(candidate) or len(_DOUBLED.findall(candidate)) > 1:
            yield from _shortened(candidate)
    for sound, spelling in _SOUNDS:
        if sound in word and len(word) >= 4:
            yield word.replace(sound, spelling)


def unmasked(word: str, lexicon: Lexicon) -> str | None:
    """The hidden word of the lexicon that `word` stands for, if any."""
    if len(word) > LONGEST_WORD:
        word = _DRAWN_OUT.sub(r"\1", word)
    if len(word) > LONGEST_WORD or word.isdigit():
        return None
    return next((reading for reading in readings(word) if reading != word and lexicon.is_key(reading)), None)


def segmented(word: str, lexicon: Lexicon) -> list[str] | None:
    """The words that were run together in `word`: all known, none under three letters, one of them worth hiding; or None."""
    if not _SHORTEST_RUN <= len(word) <= LONGEST_WORD:
        return None
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(3, len(word) + 1):
        for start in range(max(0, end - 18), end - 2):
            before, last = best[start], word[start:end]
            if before is not None and (last in lexicon.words or (end - start > 5 and lexicon.is_key(last))):
                best[end] = [*before, last]
                break
    found = best[-1]
    return found if found and len(found) > 1 and any(lexicon.is_key(part) and len(part) > 3 for part in found) else None


def glued(pieces: list[str], lexicon: Lexicon) -> tuple[list[str], list[int]] | None:
    """`pieces` (words and what stands between them, in turn) with letters and syllables set apart put together again.

    The second list holds each new piece's length in the text. None when nothing was set apart. Linear: a word is at most 18 letters.
    """
    result: list[str] = []
    lengths: list[int] = []
    place, changed = 0, False
    while place < len(pieces):
        end, joined = _longest(pieces, place, lexicon)
        result.append(joined)
        lengths.append(sum(map(len, pieces[place:end])))
        changed = changed or end > place + 1
        place = end
    return (result, lengths) if changed else None


def _longest(pieces: list[str], place: int, lexicon: Lexicon) -> tuple[int, str]:
    """The end of the longest hidden word that begins at `place`, and that word; the piece itself when there is none."""
    joined, best = pieces[place], (place + 1, pieces[place])
    if not joined[0].isalnum() or len(joined) > 9:
        return best
    unknown, count, shortest = joined not in lexicon.words, 1, len(joined)
    for end in range(place + 2, min(place + 36, len(pieces)), 2):
        if len(pieces[end - 1]) > 3 or len(joined) > 18:
            break
        part = pieces[end]
        joined += part
        count += 1
        unknown = unknown or len(part) == 1 or part not in lexicon.words
        shortest = min(shortest, len(part))
        if unknown and _worth(joined, count, pieces[place:end + 1:2], lexicon):
            best = (end + 1, joined)
    return best


def _worth(joined: str, count: int, parts: list[str], lexicon: Lexicon) -> bool:
    """Whether parts put together make a hidden word rather than meet by chance."""
    if joined.isdigit():
        return joined == "100" and len(parts) == 3
    if len(joined) < _LEAST[min(3, max(map(len, parts)))]:
        return False
    if len(joined) == 3:
        return joined in lexicon.key
    if any(len(part) > 1 for part in parts) and joined not in lexicon.key and unmasked(joined, lexicon) is None:
        return False
    return count <= len(joined) and (joined in lexicon.key or unmasked(joined, lexicon) is not None or (max(map(len, parts)) == 1 and lexicon.is_key(joined)))
