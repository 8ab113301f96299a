"""The engine: a text's signs against the compiled rules, in every reading of the text.

Knows how rules, lexicon and scope are put together; must not know any language.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from messages.building import built
from messages.guard.characters import fold, offsets, runs_backwards, starts
from messages.guard.lexicon import Lexicon, languages, read
from messages.guard.pattern import HARD, SOFT, Compiler, Expression, words
from messages.guard.scope import About, Scope, Strength
from messages.guard.senses import Found, Senses
from messages.guard.signs import PIECE, Alphabet

RULES: Final = ("price", "discount", "urgency", "financing", "cure", "reversal", "regeneration", "guarantee", "miracle", "no_risk",
                "testimonial", "stop_care", "verdict", "authority")  # fmt: skip
"""Ids of the rules, in the order findings of one place are given."""
LONGEST: Final = 128
"""Signs of the longest window a sentence is read in; no rule spans half of it."""
_SEEN_BEFORE: Final = 32
_COMMON_WEIGHT: Final = 40
_REPLY: Final = 20
"""Signs of the next sentence that may take back or confirm what was asked or reported in this one."""
_SENTENCE: Final = re.compile(f"[^{HARD}]+")
ENOUGH: Final = 50
"""Findings after which a text is blocked without looking for more."""
ENOUGH_LONG: Final = 5
"""The same for a text of more than `LONG` signs, which is no message."""
LONG: Final = 4096
_ASKED_AND_DENIED: Final = "rhetorical"
"""The class of the sign that stands for the question mark in "Risks? None."."""
_DENIES: Final = "no_risk"
"""The rule whose claims are denials themselves: "No risk? No." takes nothing back."""
_SALES: Final = frozenset({"price", "discount", "urgency", "financing"})
_QUOTATION_MARK: Final = '"'
_LONGEST_QUOTATION: Final = 40
"""Pieces between the marks of a quotation that may be a phrase."""
_TOLD: Final = frozenset({"testimonial", "authority"})
"""Rules whose claims tell of one person, or of one licence: true, until more is made of it."""
_MONEY: Final = frozenset({"price", "financing"})
"""Rules whose phrases tell the reader an amount or a plan, whoever is quoted."""
_CARE: Final = "stop_care"
"""The rule whose phrases speak of the present treatment, which may be told with the harm of leaving it."""
_HARMLESS: Final = {"price": "effort", "discount": "refused_discount", "financing": "refused_financing", _CARE: "kept"}
"""The context by which a clause is known that uses the words of a rule and breaks it nowhere."""
_ABOUT: Final = {rule: About(sale=rule in _SALES, amount=rule in _MONEY, told=rule in _TOLD, care=rule == _CARE) for rule in RULES}
_IN_THE: Final = "no_"
"""Portuguese "no" (em + o), which no text can spell: the rules may name it, and it denies nothing."""
_FIRM: Final = _MONEY | {_CARE}
"""Rules whose phrases are firm: an amount told or a treatment left does harm in whatever text it stands."""
_DOLLAR_LETTER: Final = re.compile(r"\$(?=[a-z]{2})|(?<=[a-z])\$(?=[a-z])|(?<=[a-z]{3})\$")
_EURO_LETTER: Final = re.compile(r"(?<=[a-z])€(?=[a-z€])|(?<=[a-z]€)€(?![0-9])")
_ROUND_FIGURE: Final = re.compile(r"(?<![a-z0-9])[1-9][0-9.,]*o[o0-9]*(?![a-wyz])")
_INITIALS: Final = re.compile(r"(?<![a-z0-9.])([a-z])\.([a-z])\.(?=[\s,]|\Z)")
_STROKE_LETTER: Final = re.compile(r"(?<=[a-z0-9])[|!](?=[a-z0-9])|[|!](?=[a-z]{3})")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that breaks `rule`: places in the original text. One that is `firm` needs no second reader's opinion."""

    rule: str
    start: int
    end: int
    firm: bool = True


@dataclass(slots=True)
class _Search:
    """One pattern of a rule, compiled when it is first needed."""

    rule: str
    strength: Strength
    expression: Expression
    _compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.expression.regex)
        return self._compiled


def _patterns(rules: dict[str, Any]) -> Iterator[tuple[str, Strength, str]]:
    """Every rule's patterns with their strength: the common ones and each language's idioms."""
    sources = [rules, *(data["idioms"] for data in languages().values())]
    for rule in RULES:
        for strength in Strength:
            for source in sources:
                for pattern in source.get(rule, {}).get(strength.value, []):
                    yield rule, strength, pattern


def _frames(rules: dict[str, Any]) -> dict[str, list[str]]:
    names = rules["frames"]
    return {name: [*names[name], *(pattern for data in languages().values() for pattern in data["frames"].get(name, []))] for name in names}


class Engine:
    """Everything compiled once; judging keeps no state of the text."""

    def __init__(self) -> None:
        """Reads the data files; raises PatternError, KeyError or re.error when a rule cannot be compiled."""
        rules = read("rules")
        patterns, frames = list(_patterns(rules)), _frames(rules)
        self._alphabet = Alphabet(
            _lexicon(rules, [pattern for _, _, pattern in patterns] + [pattern for some in frames.values() for pattern in some])
        )
        self._common = frozenset(rules["lists"]["common"])
        compiler = Compiler(
            self._signs_of, f"[^{HARD}{self._signs_of('@neg')}]", self._weigh, rules["macros"], self._alphabet.lexicon.phrases
        )
        self._anchored: defaultdict[str, list[int]] = defaultdict(list)
        self.searches = [_Search(rule, strength, compiler(pattern)) for rule, strength, pattern in patterns]
        for number, search in enumerate(self.searches):
            for sign in search.expression.anchor or ():
                self._anchored[sign].append(number)
        self._scope = Scope(self._signs_of, rules["lists"], frames, compiler)
        self._senses = Senses(rules["senses"], compiler)
        self._alone = compiler.union([rules["price"]["alone"]])
        context = rules["context"]
        self._emergency, self._care_today = (compiler.union(context[name]) for name in ("emergency", "care_today"))
        self._harmless = {rule: compiler.union(context[name]) for rule, name in _HARMLESS.items()}
        denials = self._signs_of("@denial") + self._signs_of("@neg")
        self._asked = re.compile(f"(?<=[{self._signs_of('@asked_away')}])Q(?=[{denials}][^{HARD}{SOFT}]{{0,2}}(?:[{HARD}{SOFT}]|\\Z))")
        self._tag = re.compile(f"(?<={SOFT}[{self._signs_of('@tag')}])Q")
        self._rhetorical = self._signs_of(f"@{_ASKED_AND_DENIED}")
        self._sold = set(self._signs_of("@sold_thing"))
        self._places = set(self._signs_of("@place") + self._signs_of("@price")) - set(self._signs_of("@opening"))
        self._no, self._in_the = self._alphabet.encode(["no", _IN_THE])
        self._tells = {language: set(self._signs_of(f"@marker_{language}")) for language in languages()}

    def _signs_of(self, head: str) -> str:
        return self._alphabet.charset(head[1:] if head[0] == "@" else f"={fold(head)}")

    def _weigh(self, sign: str) -> int:
        return _COMMON_WEIGHT if self._common & self._alphabet.classes(sign) else 1

    def hits(self, text: str, language: str | None) -> list[Hit]:
        """The phrases of `text` that break a rule, in order of place; at most `ENOUGH` per reading of the text."""
        found: dict[tuple[str, int, int], Hit] = {}
        folded = fold(text)
        for pieces, lengths in self._readings(folded):
            begins: list[int] = []
            for search, first, last in self._in_pieces(pieces, language):
                begins = begins or (starts(pieces) if lengths is None else _sums(lengths))
                place = search.rule, begins[first], begins[last + 1]
                firm = lengths is not None or search.strength is Strength.ALWAYS or search.rule in _FIRM
                found[place] = Hit(*place, firm or (place in found and found[place].firm))
        if not found and len(folded) <= LONGEST and self._is_an_amount(folded):
            return [Hit("price", 0, len(text))]
        if runs_backwards(text) and not found:
            return [Hit(hit.rule, 0, len(text)) for hit in self.hits(text.replace("\u202e", "")[::-1], language)]
        return _placed(sorted(found.values(), key=lambda hit: (hit.start, RULES.index(hit.rule))), text)

    def _is_an_amount(self, folded: str) -> bool:
        """Whether the whole text is a number that may be a price, with nothing that says of what."""
        return self._alone.fullmatch("".join(sign for sign in self._read(folded) if sign not in HARD + SOFT)) is not None

    def harmless(self, rule: str, clause: str) -> bool:
        """Whether a clause speaks of what the rule is about and breaks it nowhere: it bids to go on with the present treatment, say."""
        return rule in self._harmless and self._harmless[rule].search(self._read(fold(clause))) is not None

    def _read(self, folded: str) -> str:
        """The signs of a folded text as it is written."""
        return "".join(self._alphabet.encode(PIECE.findall(folded)))

    def _readings(self, folded: str) -> Iterator[tuple[list[str], list[int] | None]]:
        """The text as written, and with letters set apart put together, when there are any."""
        if "$" in folded:
            folded = _DOLLAR_LETTER.sub("s", folded)
        if "o" in folded and _ROUND_FIGURE.search(folded):
            folded = _ROUND_FIGURE.sub(lambda figures: figures.group().replace("o", "0"), folded)
        if "€" in folded:
            folded = _EURO_LETTER.sub("e", folded)
        if "!" in folded or "|" in folded:
            folded = _STROKE_LETTER.sub("i", folded)
        if "." in folded:
            folded = _INITIALS.sub(r"\1\2  ", folded)
        pieces = PIECE.findall(folded)
        yield pieces, None
        together = self._alphabet.unmasking.glued(pieces)
        if together is not None:
            yield together

    def put_together(self, folded: str) -> str | None:
        """The folded text with letters set apart put together; None when there are none."""
        together = self._alphabet.unmasking.glued(PIECE.findall(folded))
        return None if together is None else "".join(together[0])

    def _in_pieces(self, pieces: list[str], language: str | None) -> Iterator[tuple[_Search, int, int]]:
        """Search, first and last piece of each phrase that counts."""
        encoded = self._alphabet.encode(pieces)
        signs = self._without_portuguese_no("".join(encoded), language)
        signs = self._asked.sub(self._rhetorical, self._tag.sub("H", signs)) if "Q" in signs else signs
        begins: list[int] = []
        marks: list[int] | None = None
        enough = ENOUGH if len(signs) < LONG else ENOUGH_LONG
        for search, start, end in islice(self._in_signs(signs, enough), enough):
            if self._calls_for_help(search, signs, start, end):
                continue
            begins = begins or starts(encoded)
            first, last = bisect_right(begins, start) - 1, bisect_right(begins, end - 1) - 1
            marks = quotations(pieces) if marks is None else marks
            if marks and self._cited(signs, begins, marks, (first, last), amount=search.rule in _MONEY):
                continue
            yield search, first, last

    def _cited(self, signs: str, begins: list[int], marks: list[int], span: tuple[int, int], *, amount: bool) -> bool:
        """Whether the pieces of `span` stand in quotation marks, or over one of them, and are kept at a distance."""
        first, last = span
        place = bisect_right(marks, first)
        place += place % 2 == 0
        if not 0 < place < len(marks) or marks[place - 1] > last:
            return False
        return marks[place] - marks[place - 1] <= _LONGEST_QUOTATION and self._scope.keeps_apart(
            signs, begins[marks[place - 1]], begins[marks[place] + 1], amount=amount
        )

    def _calls_for_help(self, search: _Search, signs: str, start: int, end: int) -> bool:
        """Whether haste or "free" in a text that calls for help, or a sentence that sends to a doctor, is of the help, not of a place."""
        if search.rule != "urgency" and search.strength is not Strength.FREE:
            return False
        begin = max(signs.rfind(mark, 0, start) for mark in HARD) + 1
        if not (self._emergency.search(signs) or self._care_today.search(signs, begin, end + _SEEN_BEFORE)):
            return False
        around = signs[max(begin, start - _SEEN_BEFORE) : end + 1]
        return self._sold.isdisjoint(around) and self._places.isdisjoint(signs[start:end])

    def _in_signs(self, signs: str, enough: int) -> Iterator[tuple[_Search, int, int]]:
        """Search, beginning and end of each phrase that counts, at most `enough` a window.

        What was said before in the same words is not read again.
        """
        judged: dict[tuple[str, str, int, int], list[tuple[_Search, int, int]]] = {}
        for offset, window, low, high, after in windows(signs):
            key = window, after, low, high
            if key not in judged:
                judged[key] = list(islice((hit for hit in self._in_window(window, after) if low <= hit[1] < high), enough))
            yield from ((search, start + offset, end + offset) for search, start, end in judged[key])

    def _in_window(self, window: str, after: str) -> Iterator[tuple[_Search, int, int]]:
        anchored, present = self._anchored, set(window)
        senses: dict[str, list[Found]] = {}
        for number in sorted({number for sign in present if sign in anchored for number in anchored[sign]}):
            search, place = self.searches[number], 0
            if search.expression.other is not None and search.expression.other.isdisjoint(present):
                continue
            while (match := search.compiled.search(window, place)) is not None:
                start, end = match.start(), match.start() + len(match.group().rstrip(SOFT))
                reply = after if search.rule != _DENIES or self._scope.challenges(after) else ""
                counts = end > start and not self._scope.takes_back(window, start, end, search.strength, reply, _ABOUT[search.rule])
                if counts:
                    senses[search.rule] = senses[search.rule] if search.rule in senses else self._senses.found(search.rule, window)
                    counts = not any(sense.holds(start, end) for sense in senses[search.rule])
                if counts:
                    yield search, start, end
                place = max(end if counts else 0, start + 1)

    def _without_portuguese_no(self, signs: str, language: str | None) -> str:
        """Portuguese `no` means "in the": where the text is Portuguese it is no negation."""
        if self._no not in signs:
            return signs
        votes = {tag: sum(map(signs.count, tells)) for tag, tells in self._tells.items()}
        best = max(votes, key=lambda tag: (votes[tag], tag == language))
        return signs.replace(self._no, self._in_the) if best == "pt" and votes[best] else signs


def _lexicon(rules: dict[str, Any], patterns: list[str]) -> Lexicon:
    """The words of every language and of the patterns."""
    lexicon = Lexicon()
    lexicon.mark_keys(rules["lists"]["keys"], rules["lists"]["mistyped"], rules["lists"]["split"])
    sensed = [pattern for entry in rules["senses"] for name in ("over", "around", "unless") for pattern in entry.get(name, ())]
    every = [*patterns, *sensed, *rules["macros"].values(), *(phrase for phrases in lexicon.phrases.values() for phrase in phrases)]
    for word in {word for pattern in every for word in words(pattern)}:
        lexicon.add([word], f"={fold(word)}")
    lexicon.add([_IN_THE], "=no")
    return lexicon


def quotations(pieces: list[str]) -> list[int]:
    """The places of the quotation marks among `pieces`, an opening one and a closing one in turn."""
    marks = {piece: piece.count(_QUOTATION_MARK) for piece in set(pieces) if _QUOTATION_MARK in piece}
    return [place for place, piece in enumerate(pieces) if piece in marks for _ in range(marks[piece])] if marks else []


def windows(signs: str) -> Iterator[tuple[int, str, int, int, str]]:
    """The sentences of `signs`, each as a window that begins with `q` when it is a question and ends with `H`.

    Gives its offset, the window, where phrases in it must begin to count, and the beginning of the next sentence: a long sentence is
    read in overlapping windows, so that none is longer than `LONGEST`, and each phrase counts once, where what stands before it can be
    seen.
    """
    spans = [sentence.span() for sentence in _SENTENCE.finditer(signs)]
    for (start, stop), (follows, ends) in zip(spans, [*spans[1:], (len(signs), len(signs))], strict=False):
        after = signs[follows : min(ends + 1, follows + _REPLY)]
        mark = "q" if signs[stop : stop + 1] == "Q" or (start and signs[start - 1] == "q") else "H"
        for begin in range(start, max(stop - _SEEN_BEFORE, start + 1), LONGEST // 2):
            low = 0 if begin == start else _SEEN_BEFORE
            high = low + LONGEST // 2 + (_SEEN_BEFORE if begin == start else 0)
            yield begin - 1, f"{mark}{signs[begin : min(stop, begin + LONGEST)]}H", low + 1, high + 1, after


def _sums(lengths: list[int]) -> list[int]:
    places = [0]
    for length in lengths:
        places.append(places[-1] + length)
    return places


def _placed(hits: list[Hit], text: str) -> list[Hit]:
    """Hits with places in the folded text, moved to the original; those inside another of the same rule are dropped."""
    if not hits:
        return []
    places = offsets(text, max(hit.end for hit in hits))
    kept: list[Hit] = []
    for hit in hits:
        start, end = places[hit.start], places[hit.end - 1] + 1
        if not any(other.rule == hit.rule and other.start <= start and end <= other.end for other in kept):
            kept.append(Hit(hit.rule, start, end, hit.firm))
    return kept


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The one engine of this process, compiled at first use."""
    return built("guard", Engine)
