"""The small language in which phrases are written in the lexicon files, parsed into a tree.

    me duele (mucho|bastante)   alternatives of one or more words      [el]     may be missing
    respir*                     any word that starts so                @chest   a named set of words
    ... ..5                     up to three / five words between       # #minor #year   a number, one under 18, a year
    $                           end of a clause            a & b    both in any order, close together (`&6`: how close)

Knows syntax only; must not know labels.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

END: Final = "$"
_LEX = re.compile(r"\.\.\d+|\.\.\.|[()\[\]|$]|@[a-z_]+|#[a-z]*|[a-z0-9]+\*?|[\u2600-\U0001FAFF]")


@dataclass(frozen=True, slots=True)
class Gap:
    """Any words, none up to `width`."""

    width: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several branches; `optional` means none of them may stand there either."""

    branches: tuple[tuple["Piece", ...], ...]
    optional: bool = False


Piece: TypeAlias = str | Gap | Choice
"""A symbol a word may carry (`pecho`, `respir*`, `#`, or a merged set `@(a|b)`), a gap, or a choice."""


class PhraseError(ValueError):
    """A phrase in a lexicon file cannot be read; says the phrase and why."""


def parse(phrase: str, classes: Mapping[str, str]) -> Choice:
    """The tree of a folded `phrase`. Raises PhraseError on a wrong bracket or an unknown class."""
    lexemes = _LEX.findall(phrase)
    tree, rest = _alternatives(lexemes, 0, classes)
    if rest != len(lexemes) or not lexemes:
        raise PhraseError(f"empty or unbalanced: {phrase}")
    return tree


def _alternatives(lexemes: list[str], at: int, classes: Mapping[str, str]) -> tuple[Choice, int]:
    """The choice from position `at` to a closing bracket or the end."""
    branches: list[list[Piece]] = [[]]
    while at < len(lexemes) and lexemes[at] not in ")]":
        if lexemes[at] == "|":
            branches.append([])
            at += 1
            continue
        piece, at = _piece(lexemes, at, classes)
        branches[-1].append(piece)
    return Choice(_merged([tuple(branch) for branch in branches if branch])), at


def _piece(lexemes: list[str], at: int, classes: Mapping[str, str]) -> tuple[Piece, int]:
    lexeme = lexemes[at]
    if lexeme in {"(", "["}:
        inner, close = _alternatives(lexemes, at + 1, classes)
        if close >= len(lexemes) or lexemes[close] != {"(": ")", "[": "]"}[lexeme]:
            raise PhraseError(f"unbalanced bracket after {' '.join(lexemes[: at + 1])}")
        return Choice(inner.branches, lexeme == "["), close + 1
    if lexeme.startswith(".."):
        return Gap(3 if lexeme == "..." else int(lexeme[2:])), at + 1
    if lexeme.startswith("@"):
        return _class(lexeme[1:], classes), at + 1
    return lexeme, at + 1


def _class(name: str, classes: Mapping[str, str]) -> Choice:
    if name not in classes:
        raise PhraseError(f"unknown class @{name}")
    return _alternatives(_LEX.findall(classes[name]), 0, classes)[0]


def _merged(branches: list[tuple[Piece, ...]]) -> tuple[tuple[Piece, ...], ...]:
    """Branches of one word become one symbol `@(a|b)`, so that wide sets cost one look-up."""
    flat = [inner for branch in branches for inner in _opened(branch)]
    words = sorted({word for branch in flat if _is_word(branch) for word in members(str(branch[0]))})
    others = tuple(dict.fromkeys(branch for branch in flat if not _is_word(branch)))
    if not words:
        return others
    return ((words[0] if len(words) == 1 else f"@({'|'.join(words)})",), *others)


def _opened(branch: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """A branch that is only another choice gives its branches."""
    only = branch[0] if len(branch) == 1 else None
    if isinstance(only, Choice) and not only.optional:
        yield from only.branches
    else:
        yield branch


def _is_word(branch: tuple[Piece, ...]) -> bool:
    return len(branch) == 1 and isinstance(branch[0], str) and branch[0] != END


def members(symbol: str) -> tuple[str, ...]:
    """The words a symbol stands for: itself, or the members of a merged set."""
    return tuple(symbol[2:-1].split("|")) if symbol.startswith("@(") else (symbol,)
