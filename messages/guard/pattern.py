"""The small language the rules are written in, and its compilation to regular expressions over word classes.

Knows the notation; must not know which words or rules exist.

One token is one sign. `word` or `wor*` or `cur~ar`: that word; `@class`: any word of it; `( a | b c )`: one of them; `x?`: perhaps; `x+`: once to
eight times, `x*`: also never; `..N`: up to N words of the same sentence, none of them a negation; `!x`: what follows is not x; `<!x`: what precedes is not x;
`^` and `$`: beginning and end of a clause; `%name`: a pattern kept under that name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

HARD: Final = "HQq"
"""Signs between sentences: a stop, the end of a question, the beginning of a Spanish question."""
SOFT: Final = ","
"""Sign of a comma, a colon, a dash, a new line."""
_TOKEN: Final = re.compile(r"<!|\.\.\d*|@[a-z_]+|%[a-z_]+|[()|?!+^$]|\*(?=\s|\Z)|[^\s()|?!+^$@%<]+")

_TIMES: Final = {"?": "?", "+": "{1,8}", "*": "{0,8}"}


class PatternError(ValueError):
    """A pattern that cannot be read; the text names it."""


@dataclass
class Compiler:
    """Turns patterns into regular expressions.

    `charset` gives the signs of `@class` or of a word, `gap` the signs a gap may pass, `phrases` the members of a class that are patterns.
    """

    charset: Callable[[str], str]
    gap: str
    macros: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, list[str]] = field(default_factory=dict)

    def __call__(self, pattern: str) -> str:
        """The regular expression of one pattern; raises PatternError."""
        tokens = _TOKEN.findall(pattern)
        expression, rest = self._choice(tokens)
        if rest:
            raise PatternError(pattern)
        return expression

    def _choice(self, tokens: list[str]) -> tuple[str, list[str]]:
        branches = []
        while True:
            branch, tokens = self._sequence(tokens)
            branches.append(branch)
            if not tokens or tokens[0] != "|":
                break
            tokens = tokens[1:]
        return (branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"), tokens

    def _sequence(self, tokens: list[str]) -> tuple[str, list[str]]:
        parts = []
        while tokens and tokens[0] not in {"|", ")"}:
            part, tokens = self._item(tokens)
            parts.append(part)
        return "".join(parts), tokens

    def _item(self, tokens: list[str]) -> tuple[str, list[str]]:
        head, rest = tokens[0], tokens[1:]
        if head in {"!", "<!"}:
            inner, rest = self._atom(rest)
            if head == "<!":
                return f"(?<!{inner.removesuffix(',?')})", rest
            return f"(?!{inner})", rest
        part, rest = self._atom(tokens)
        if rest and rest[0] in _TIMES:
            return f"(?:{part}){_TIMES[rest[0]]}", rest[1:]
        return part, rest

    def _atom(self, tokens: list[str]) -> tuple[str, list[str]]:
        head, rest = tokens[0], tokens[1:]
        if head == "(":
            inner, rest = self._choice(rest)
            if not rest or rest[0] != ")":
                raise PatternError(" ".join(tokens))
            return f"(?:{inner})", rest[1:]
        if head.startswith(".."):
            return f"{self.gap}{{0,{head[2:] or 3}}}?", rest
        if head.startswith("%"):
            return f"(?:{self(self.macros[head[1:]])})", rest
        if head in {"^", "$"}:
            return (f"(?:(?<=[{HARD}{SOFT}])|\\A)" if head == "^" else f"(?=[{HARD}{SOFT}]|\\Z)"), rest
        phrases = self.phrases.get(head[1:], []) if head[0] == "@" else []
        return self._any_of(f"[{self.charset(head)}],?", phrases), rest

    def _any_of(self, single: str, phrases: list[str]) -> str:
        return f"(?:{'|'.join([single, *map(self, phrases)])})" if phrases else single


def words(pattern: str) -> set[str]:
    """The literal words of a pattern, with their `*` and `~`."""
    special = ("(", ")", "|", "?", "!", "+", "*", "^", "$", "<!", "..", "@", "%")
    return {token for token in _TOKEN.findall(pattern) if not token.startswith(special)}
