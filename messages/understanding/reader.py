"""One message to its labels: cut, match, and have each finding weighed.

Knows the order of the work; must not know any word.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from messages.understanding.lexicon import Lexicon, load
from messages.understanding.likeness import reconsidered
from messages.understanding.reading import Label, Reading
from messages.understanding.scope import VOID, Scope
from messages.understanding.tokens import COMMA, SENTENCE, Words, cut, fold
from messages.understanding.trie import Match, Message, Symbols, matches
from messages.understanding.weighing import DANGERS, labels, settled, unmeant

_SENTENCE: Final = re.compile(r"[.;!?\n…]")
_WORD: Final = re.compile(r"[^\W\d_]+")
NAME: Final = 2
"""Words of the longest finding in a language that the message is not in: a name is the same in many, a sentence is not."""
RISK: Final = "contraindication:"
LEAD: Final = 1
"""A rule for the opening of a message may stand after so many words."""
MANY_WORDS: Final = 900
"""So many distinct words of a message may be slips of known ones; those beyond are read as they stand."""
PLAIN: Final = "price_question"
"""A message that is this from its first word to its last leaves nothing to be like anything else; the second reader is not asked."""
PASSING: Final = frozenset({"price_question", "location_question", "appointment_question", "cure_question", "go_back"})
LONG: Final = 300
STRETCH: Final = 8
"""Words from which a text is long, and how many of them in a row make a stretch that may come again."""
SHORT: Final = 24
"""Characters of what everybody types (`1`, `sí`, `no, gracias`): read once for all. What is longer is a person's own and is not kept."""


def read_message(text: str, language: str | None = None, *, for_other: bool = False) -> Reading:
    """Read any text in en, es, pt, fr or a mixture; `language` (BCP 47) is only a hint. Never raises, linear in length.

    `for_other`: the writer is known to write for somebody else, so what is told of a relative, or of him or her, is the patient's.
    """
    read = _read_once if len(text) <= SHORT else _read
    return read(text, language, for_other)


def _read(text: str, language: str | None, for_other: bool) -> Reading:  # noqa: FBT001 - a cache's key
    found = findings(text, language)
    if not found[2]:
        return Reading()
    heard = labels(*found[:2], text, found[2], for_other=for_other)
    if any(label.id == PLAIN and _is_all(label, text) for label in heard):
        return Reading(tuple(heard))
    scope, words = found[1:]
    read = reconsidered(text, heard, [words.starts[at] for at in scope.doubts], _spelt, lambda kind: unmeant(kind, found[0], scope, words))
    stands = [label for label in read if label in heard or not _belied(label, found[0], scope, read)]
    return Reading(tuple(label for label in stands if not _in_passing(label, read, text)))


def _in_passing(label: Label, read: Sequence[Label], text: str) -> bool:
    """Whether the label's words are part of a cry for help in the same sentence (`the place where you injected`, `what day it is`)."""
    dangers = [other for other in read if other.id in DANGERS] if label.id in PASSING else []
    return any(not _SENTENCE.search(text, min(label.end, other.end), max(label.start, other.start)) for other in dangers)


def _belied(label: Label, found: list[Match], scope: Scope, read: Sequence[Label]) -> bool:
    """Whether what likeness alone tells speaks of the same things and means another (a wish that we go on or keep it, an old story)."""
    if label.id == "opt_out":
        return scope.welcomes
    if label.id == "delete_data":
        return bool(scope.cues["kept"])
    if label.id != "crisis":
        return False
    return settled(found, scope) or (bool(scope.cues["threatened"]) and any(other.id == "emergency" for other in read))


def _spelt(text: str) -> str:
    """The text with doubled letters written as in the words they stand for (`warfarinaa`)."""
    return _WORD.sub(lambda word: next(iter(load().same(fold(word.group()))), word.group()), text)


_read_once: Final = lru_cache(maxsize=4_000)(_read)


def _is_all(label: Label, text: str) -> bool:
    """Whether the label's words are the whole message, but for its marks."""
    beside = text[: label.start] + text[label.end :]
    return not any(sign.isalnum() for sign in beside)


def findings(text: str, language: str | None = None) -> tuple[list[Match], Scope, Words]:
    """Everything in the text that might be a label, the cues around it, and the words; nothing is weighed yet."""
    lexicon = load()
    words = cut(text, lexicon.expansions, lexicon.alarming)
    if not words:
        return [], Scope(words, [], set(), []), words
    _set_apart_thanks(words, lexicon)
    exact, guessed = _symbols(words, lexicon)
    spoken = _spoken(words, lexicon, language)
    places = range(len(words))
    barriers = frozenset().union(*(lexicon.barriers.get(code, frozenset()) for code in spoken))
    closed = [words.breaks[at] >= SENTENCE or word in barriers for at, word in enumerate(words.words)]
    fresh = _fresh(words)
    found = matches(lexicon.urgent, guessed, words.breaks, closed, fresh)
    found += _of_the_language(matches(lexicon.plain, guessed, words.breaks, closed, fresh), (exact, words.breaks, closed), spoken)
    cues = matches(lexicon.clearing, exact, words.breaks, closed, places)
    cues = [m for m in cues if m.rule.label == VOID or (m.rule.language in spoken and _meant(m, text, words, lexicon, spoken))]
    found = [m for m in found if _meant(m, text, words, lexicon, spoken)]
    return found, Scope(words, cues, lexicon.light, found), words


def _of_the_language(found: list[Match], written: Message, spoken: frozenset[str]) -> list[Match]:
    """Without what a language the message is not in says in a sentence, or with a slip forgiven: `moto agora o osso` is no French.

    What the physician must look at first counts in any language.
    """
    own = [m for m in found if m.rule.language in spoken or m.rule.label.startswith(RISK)]
    names = [m for m in found if m.end - m.start <= NAME and m.rule.language not in spoken and not m.rule.label.startswith(RISK)]
    as_written = set(matches(load().plain, *written, sorted({m.start for m in names}))) if names else set()
    return [*own, *(m for m in names if m in as_written)]


def _set_apart_thanks(words: Words, lexicon: Lexicon) -> None:
    """A `please` or `thanks` at the end of a sentence stands as behind a comma: what is asked ends before it."""
    for at in range(len(words)):
        if words.words[at] in lexicon.closing and (at + 1 == len(words) or words.breaks[at + 1] > 0):
            begin = at
            while begin and words.breaks[begin] == 0 and words.words[begin - 1] in lexicon.polite:
                begin -= 1
            words.breaks[begin] = max(words.breaks[begin], COMMA)


def _symbols(words: Words, lexicon: Lexicon) -> tuple[list[Symbols], list[Symbols]]:
    """What each word may stand for: as written, and with slips forgiven; each distinct word is looked up once."""
    exact: dict[str, Symbols] = {}
    guessed: dict[str, Symbols] = {}
    for word in dict.fromkeys(words.words):
        short = word[:40]
        exact[word] = lexicon.exact(short)
        guessed[word] = lexicon.guessed(short) if len(guessed) < MANY_WORDS else exact[word]
    return [exact[w] for w in words.words], [guessed[w] for w in words.words]


def _spoken(words: Words, lexicon: Lexicon, hint: str | None) -> frozenset[str]:
    """The languages whose cues may clear something: those the message shows signs of, all when it shows none.

    Portuguese `no` means "in the": a message more Portuguese than Spanish or English is not read with their `no`.
    """
    typed = set(words.words[:MANY_WORDS])
    seen = typed.union(*(lexicon.same(word) for word in typed))
    signs = {code: 2 * len(seen & telling) for code, telling in lexicon.common.items() if code != "shared"}
    for code in [code for word in seen for code in lexicon.languages.get(word, ())]:
        signs[code] = signs.get(code, 0) + 1
    signs.pop("shared", None)
    if hint in signs and signs[hint] == max(signs.values()):
        signs[hint] += 1
    for other in ("es", "en"):
        if signs["pt"] > signs[other]:
            signs[other] = -1
    most = max(signs.values())
    return frozenset(code for code, count in signs.items() if count >= most * 0.5) | {"shared"}


def _fresh(words: Words) -> list[int]:
    """The places where findings may begin: in a long text a stretch of words already seen is not read twice."""
    seen: set[tuple[str, ...]] = set()
    fresh: list[int] = []
    for at in range(len(words)):
        stretch = tuple(words.words[at : at + STRETCH])
        if len(words) <= LONG or stretch not in seen:
            seen.add(stretch)
            fresh.append(at)
    return fresh


def _meant(match: Match, text: str, words: Words, lexicon: Lexicon, spoken: frozenset[str]) -> bool:
    """Whether the rule's own conditions hold: the whole message, its own language, capitals."""
    rule = match.rule
    if rule.own and rule.language not in spoken:
        return False
    if rule.caps and not _stands_out(text, words.starts[match.start], words.ends[match.end - 1]):
        return False
    if rule.first and match.start > LEAD and words.breaks[match.start] < SENTENCE:
        return False
    if not rule.whole:
        return True
    rest = [*words.words[: match.start], *words.words[match.end :]]
    return len(rest) <= 12 and all(word in lexicon.fillers for word in rest)


def _stands_out(text: str, start: int, end: int) -> bool:
    """Whether the words are in capitals while the message is not shouted as a whole."""
    rest = text[:start] + text[end:]
    return text[start:end].isupper() and (not rest.isupper() or not rest.strip())
