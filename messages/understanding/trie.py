"""Phrases in one graph of symbols, and the walk that finds them all in a message.

Knows symbols, gaps and cuts; must not know labels or languages.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, TypeAlias

from messages.understanding.phrases import END, Choice, Gap, PhraseError, Piece
from messages.understanding.tokens import SENTENCE

Symbols: TypeAlias = frozenset[str]
KEPT: Final = 4000
"""First words whose ways into the graph are kept: sets of symbols of the lexicons, nothing that a person typed."""
Message: TypeAlias = tuple[list[Symbols], list[int], list[bool]]
"""Per word its symbols, the cut before it, and whether a gap must stop at it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase of a lexicon: the label it gives, which danger or relative (`kind`), and how narrowly it is meant.

    `whole`: it is all the message says; `own`: only in a message of its own language; `caps`: only in capital letters;
    `first`: only where the message begins; `mine`: told of the writer, whoever else is named.
    """

    label: str
    kind: str
    language: str
    whole: bool = False
    own: bool = False
    caps: bool = False
    first: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A rule found at words `start` (included) to `end` (excluded)."""

    rule: Rule
    start: int
    end: int


class Node:
    """A point in the graph; `edges` by symbol, `gaps` by width, `rules` that end here."""

    __slots__ = ("edges", "gaps", "opened", "rules", "single")

    def __init__(self, *, single: bool = False) -> None:
        """`single` says that only one symbol of one node leads here, so that phrases may share it."""
        self.edges: dict[str, list[Node]] = {}
        self.gaps: list[tuple[int, Node]] = []
        self.rules: list[Rule] = []
        self.single = single
        self.opened: dict[Symbols, list[Node]] | None = None

    def opened_by(self, word: Symbols) -> "list[Node]":
        """The nodes a first word leads to; kept for the words met before, since a common word stands for thousands of symbols."""
        if self.opened is None or len(self.opened) > KEPT:
            self.opened = {}
        if word not in self.opened:
            self.opened[word] = [node for symbol in _shared(self.edges, word) for node in self.edges[symbol]]
        return self.opened[word]

    def add(self, phrase: Choice, rule: Rule) -> Iterator[str]:
        """Put a phrase into the graph that begins here; yields its symbols. Raises PhraseError when it may match nothing."""
        symbols: list[str] = []
        for node in _attached(phrase, [self], symbols):
            if node is self:
                raise PhraseError(f"a phrase of {rule.label} may be empty")
            if rule not in node.rules:
                node.rules.append(rule)
        yield from symbols


def _attached(piece: Piece, origins: list[Node], symbols: list[str]) -> list[Node]:
    """Add a piece behind each of `origins`; gives the nodes at which it ends and notes its symbols."""
    if isinstance(piece, Choice):
        ends = list(origins) if piece.optional else []
        for branch in piece.branches:
            reached = origins
            for inner in branch:
                reached = _attached(inner, reached, symbols)
            ends.extend(node for node in reached if node not in ends)
        return ends
    if isinstance(piece, Gap):
        behind = Node()
        for origin in origins:
            origin.gaps.append((piece.width, behind))
        return [behind]
    symbols.append(piece)
    return [_stepped(piece, origins)]


def _stepped(symbol: str, origins: list[Node]) -> Node:
    """The node one symbol further; a sole origin shares it with phrases that begin alike, unless rules end differently there."""
    sole = origins[0] if len(origins) == 1 else None
    shared = next((node for node in sole.edges.get(symbol, ()) if node.single), None) if sole is not None else None
    if shared is not None:
        return shared
    node = Node(single=sole is not None)
    for origin in origins:
        origin.edges.setdefault(symbol, []).append(node)
    return node


def matches(root: Node, symbols: list[Symbols], breaks: list[int], closed: list[bool], starts: Iterable[int]) -> list[Match]:
    """Every rule that begins at one of `starts`; a phrase crosses commas and line breaks, never the end of a sentence.

    `closed` marks the words that no gap may swallow: negations and turns such as `but`.
    """
    found: dict[tuple[Rule, int, int], None] = {}
    for start in starts:
        nodes = root.opened_by(symbols[start])
        if nodes:
            _follow(nodes, start, (symbols, breaks, closed), found)
    return sorted((Match(*key) for key in found), key=_place)


def _place(match: Match) -> tuple[int, int, str, str, str, bool]:
    """In the order of the words, and among those of one place by the rule: sets know no order, the same message must be read the same."""
    rule = match.rule
    return match.start, match.end, rule.label, rule.kind, rule.language, rule.whole


def _follow(nodes: list[Node], start: int, message: Message, found: dict[tuple[Rule, int, int], None]) -> None:
    """Walk on from `start`, whose word led to `nodes`; fills `found`. Level by level, each node once per level."""
    symbols, breaks, closed = message
    waiting: dict[int, dict[Node, None]] = {start + 1: dict.fromkeys(nodes)}
    at = start + 1
    while waiting:
        if at in waiting:
            here = list(waiting.pop(at))
            word = symbols[at] if at < len(symbols) and breaks[at] < SENTENCE else _NOTHING
            _leave(here, at, word, closed, waiting, ended=at >= len(symbols) or breaks[at] > 0)
            for node in here:
                for rule in node.rules:
                    found[rule, start, at] = None
        at += 1


def _leave(here: list[Node], at: int, word: Symbols, closed: list[bool], waiting: dict[int, dict[Node, None]], *, ended: bool) -> None:
    """Go on from the nodes of one level, by gaps, by the end of a clause and by every edge the word may stand for."""
    for node in here:
        edges = node.edges
        if node.gaps:
            _visit(node, at, closed, waiting, here)
        if ended and END in edges:
            here.extend(edges[END])
        if not word.isdisjoint(edges):
            level = waiting.setdefault(at + 1, {})
            for symbol in _shared(edges, word):
                level.update(dict.fromkeys(edges[symbol]))


def _shared(edges: dict[str, list[Node]], word: Symbols) -> AbstractSet[str]:
    """The edges a word may take. What is walked is the smaller of the two: a common word stands for thousands of symbols."""
    return word.intersection(edges) if len(edges) < len(word) else edges.keys() & word


def _visit(node: Node, at: int, closed: list[bool], waiting: dict[int, dict[Node, None]], here: list[Node]) -> None:
    """Let the gaps at a node swallow none to their width of words that are not closed."""
    for width, behind in node.gaps:
        here.append(behind)
        for further in range(at, min(at + width, len(closed))):
            if closed[further]:
                break
            waiting.setdefault(further + 1, {})[behind] = None


_NOTHING: Symbols = frozenset()
