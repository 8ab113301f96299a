"""The small language the rules are written in, and its compilation to regular expressions over word classes.

Knows the notation; must not know which words or rules exist.

One token is one sign. `word` or `wor*` or `cur~ar`: that word; `@class`: any word of it; `( a | b c )`: one of them; `x?`: perhaps; `x+`:
once to eight times, `x*`: also never; `..N`: up to N words of the same sentence, none of them a negation; `!x`: what follows is not x;
`<!x`: what precedes is not x; `_`: no comma stands here; `^` and `$`: beginning and end of a clause; `%name`: a pattern kept under that
name.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

HARD: Final = "HQq"
"""Signs between sentences: a stop, the end of a question, the beginning of a Spanish question."""
SOFT: Final = ","
"""Sign of a comma, a colon, a dash, a new line."""
_TOKEN: Final = re.compile(r"<!|\.\.\d*|@[a-z_]+|%[a-z_]+|[()|?!+^$]|\*(?=\s|\Z)|[^\s()|?!+^$@%<]+")
_TIMES: Final = {"?": "?", "+": "{1,8}", "*": "{0,8}"}
_MAYBE: Final = {"?", "*"}


class PatternError(ValueError):
    """A pattern that cannot be read; the text names it."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled pattern: the regular expression, and signs of which every match holds at least one (None: there are no such signs).

    `anchor` are the rarest such signs, `other` the next.
    """

    regex: str
    anchor: frozenset[str] | None = None
    other: frozenset[str] | None = None


@dataclass
class Compiler:
    """Turns patterns into regular expressions.

    `charset` gives the signs of `@class` or of a word, `gap` the signs a gap may pass, `weigh` how common a sign is, `macros` the
    patterns with names, `phrases` the members of a class that are patterns.
    """

    charset: Callable[[str], str]
    gap: str
    weigh: Callable[[str], int] = lambda _: 1
    macros: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, list[str]] = field(default_factory=dict)
    _kept: dict[str, Expression] = field(default_factory=dict)

    def __call__(self, pattern: str) -> Expression:
        """One pattern compiled; raises PatternError when it cannot be read."""
        if pattern not in self._kept:
            expression, rest = self._choice(_TOKEN.findall(pattern))
            if rest:
                raise PatternError(pattern)
            self._kept[pattern] = expression
        return self._kept[pattern]

    def union(self, patterns: Iterable[str]) -> re.Pattern[str]:
        """One regular expression for any of `patterns`."""
        return re.compile("|".join(self(pattern).regex for pattern in patterns))

    def _choice(self, tokens: list[str]) -> tuple[Expression, list[str]]:
        branches = []
        while True:
            branch, tokens = self._sequence(tokens)
            branches.append(branch)
            if not tokens or tokens[0] != "|":
                break
            tokens = tokens[1:]
        return _any_of(branches), tokens

    def _sequence(self, tokens: list[str]) -> tuple[Expression, list[str]]:
        parts = []
        while tokens and tokens[0] not in {"|", ")"}:
            part, tokens = self._item(tokens)
            parts.append(part)
        anchors = [anchor for part in parts for anchor in (part.anchor, part.other) if anchor is not None]
        rarest, second = [*sorted(anchors, key=lambda anchor: sum(map(self.weigh, anchor)))[:2], None, None][:2]
        return Expression("".join(part.regex for part in parts), rarest, second), tokens

    def _item(self, tokens: list[str]) -> tuple[Expression, list[str]]:
        head, rest = tokens[0], tokens[1:]
        if head in {"!", "<!"}:
            inner, rest = self._atom(rest)
            return Expression(f"(?<!{inner.regex.removesuffix(',?')})" if head == "<!" else f"(?!{inner.regex})"), rest
        part, rest = self._atom(tokens)
        if rest and rest[0] in _TIMES:
            return Expression(f"(?:{part.regex}){_TIMES[rest[0]]}", None if rest[0] in _MAYBE else part.anchor), rest[1:]
        return part, rest

    def _atom(self, tokens: list[str]) -> tuple[Expression, list[str]]:
        head, rest = tokens[0], tokens[1:]
        if head == "(":
            inner, rest = self._choice(rest)
            if not rest or rest[0] != ")":
                raise PatternError(" ".join(tokens))
            return Expression(f"(?:{inner.regex})", inner.anchor, inner.other), rest[1:]
        return self._simple(head), rest

    def _simple(self, head: str) -> Expression:
        if head.startswith(".."):
            return Expression(f"{self.gap}{{0,{head[2:] or 3}}}?")
        if head == "^":
            return Expression(f"(?:(?<=[{HARD}{SOFT}])|\\A)")
        if head == "_":
            return Expression(f"(?<!{SOFT})")
        if head == "$":
            return Expression(f"(?=[{HARD}{SOFT}]|\\Z)")
        if head.startswith("%"):
            inner = self(self.macros[head[1:]])
            return Expression(f"(?:{inner.regex})", inner.anchor, inner.other)
        signs = self.charset(head)
        phrases = self.phrases.get(head[1:], []) if head[0] == "@" else []
        return _any_of([Expression(f"[{signs}],?", frozenset(signs)), *map(self, phrases)])


def _any_of(branches: list[Expression]) -> Expression:
    if len(branches) == 1:
        return branches[0]
    anchors = [branch.anchor for branch in branches if branch.anchor is not None]
    joined = "|".join(branch.regex for branch in branches)
    return Expression(f"(?:{joined})", frozenset().union(*anchors) if len(anchors) == len(branches) else None)


def words(pattern: str) -> set[str]:
    """The literal words of a pattern, with their `*` and `~`."""
    special = ("(", ")", "|", "?", "!", "+", "*", "^", "$", "<!", "..", "@", "%", "_")
    return {token for token in _TOKEN.findall(pattern) if not token.startswith(special)}
