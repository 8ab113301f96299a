"""One message to its labels: cut, match, weigh each finding by its scope and subject, keep what stands.

Knows the order of the work and `policy.toml`; must not know any word.
"""

import tomllib
from functools import lru_cache
from typing import Final

from messages.understanding.lexicon import FOLDER, Lexicon, load
from messages.understanding.reading import Label, Reading
from messages.understanding.scope import Scope
from messages.understanding.subject import Subjects
from messages.understanding.tokens import Words, cut
from messages.understanding.trie import Match, Symbols, matches

MANY_WORDS: Final = 1200
"""Longer messages are read in full for danger; for everything else only their beginning and end."""


def read_message(text: str, language: str | None = None) -> Reading:
    """Read any text in en, es, pt, fr or a mixture; `language` (BCP 47) is only a hint. Never raises, linear in length."""
    lexicon = load()
    words = cut(text, lexicon.expansions)
    if not words:
        return Reading()
    exact, guessed = _symbols(words, lexicon)
    spoken = _spoken(words, lexicon, language)
    edges = _edges(words)
    found = matches(lexicon.urgent, guessed, words.breaks, _fresh(guessed, words))
    found += matches(lexicon.plain, guessed, words.breaks, edges)
    cues = [m for m in matches(lexicon.clearing, exact, words.breaks, edges) if m.rule.language in spoken or m.rule.label == "scope:void"]
    found = [m for m in found if _meant(m, text, words, lexicon, spoken)]
    return Reading(_labels(found, Scope(words, cues), text, words))


def _symbols(words: Words, lexicon: Lexicon) -> tuple[list[Symbols], list[Symbols]]:
    """What each word may stand for: as written, and with slips forgiven; each distinct word is looked up once."""
    exact: dict[str, Symbols] = {}
    guessed: dict[str, Symbols] = {}
    for word in dict.fromkeys(words.words):
        short = word[:40]
        exact[word] = lexicon.exact(short)
        guessed[word] = exact[word] or (lexicon.guessed(short) if len(guessed) < MANY_WORDS else frozenset())
    return [exact[w] for w in words.words], [guessed[w] for w in words.words]


def _spoken(words: Words, lexicon: Lexicon, hint: str | None) -> frozenset[str]:
    """The languages whose cues may clear something: those the message shows signs of, all when it shows none.

    Portuguese `no` means "in the": a message more Portuguese than Spanish or English is not read with their `no`.
    """
    seen = set(words.words[:MANY_WORDS])
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


def _edges(words: Words) -> list[int]:
    total = len(words)
    if total <= MANY_WORDS:
        return list(range(total))
    return [*range(MANY_WORDS * 3 // 4), *range(total - MANY_WORDS // 4, total)]


def _fresh(symbols: list[Symbols], words: Words) -> list[int]:
    """All positions; in very long texts a stretch of words already seen is not read twice."""
    total = len(words)
    if total <= MANY_WORDS:
        return list(range(total))
    seen: set[tuple[str, ...]] = set()
    fresh: list[int] = []
    for at in range(total):
        if symbols[at]:
            window = tuple(words.words[at : at + 8])
            if window not in seen:
                seen.add(window)
                fresh.append(at)
    return fresh


def _meant(match: Match, text: str, words: Words, lexicon: Lexicon, spoken: frozenset[str]) -> bool:
    """Whether the rule's own conditions hold: the whole message, its own language, capitals."""
    rule = match.rule
    if rule.own and rule.language not in spoken:
        return False
    if rule.caps and not _stands_out(text, words.starts[match.start], words.ends[match.end - 1]):
        return False
    if not rule.whole:
        return True
    rest = [*words.words[: match.start], *words.words[match.end :]]
    return len(rest) <= 12 and all(word in lexicon.fillers for word in rest)


def _stands_out(text: str, start: int, end: int) -> bool:
    """Whether the words are in capitals while the message is not shouted as a whole."""
    rest = text[:start] + text[end:]
    return text[start:end].isupper() and (not rest.isupper() or not rest.strip())


@lru_cache(maxsize=1)
def _policy() -> dict[str, dict[str, str]]:
    """Per label (the longest prefix counts): the cues that clear it, and what a cue turns it into."""
    data: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "policy.toml").read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=512)
def _rule_for(label: str) -> dict[str, str]:
    fitting = [prefix for prefix in _policy() if label.startswith(prefix)]
    return _policy()[max(fitting, key=len)] if fitting else {}


def _labels(found: list[Match], scope: Scope, text: str, words: Words) -> tuple[Label, ...]:
    """Weigh every finding and keep one label per id and kind, the longest words first."""
    visible = [m for m in found if not scope.masked(m)]
    proxies = [m for m in visible if m.rule.label == "proxy" and not scope.holds("neg", m)]
    subjects = Subjects(scope, proxies)
    kept: dict[tuple[str, str], Match] = {}
    told = [m for m in visible if m.rule.label.startswith("indication:") and not scope.holds("neg", m)]
    implied = subjects.implied(told)
    if implied is not None:
        kept["proxy", ""] = implied
    for match in _widest(visible, words):
        label = _weighed(match, scope, subjects)
        key = (label, match.rule.kind)
        if label and (key not in kept or match.end - match.start > kept[key].end - kept[key].start):
            kept[key] = match
    labels = [_label(label, match, text, words) for (label, _), match in kept.items()]
    return tuple(sorted(labels, key=lambda label: (label.start, label.end, label.id)))


def _widest(found: list[Match], words: Words) -> list[Match]:
    """Drop a finding that lies inside a wider one of the same family: `cancer` inside `cancer-free`; a list keeps each part."""
    by_family: dict[str, list[Match]] = {}
    for match in found:
        by_family.setdefault(match.rule.label.split(":")[0], []).append(match)
    return [m for m in found if not any(_inside(m, w) and not _lists(w, words) for w in by_family[m.rule.label.split(":")[0]])]


def _lists(match: Match, words: Words) -> bool:
    """Whether the words enumerate: the pain in my knee, the shoulder and the back."""
    inner = range(match.start + 1, match.end)
    return any(words.breaks[at] or words.words[at] in {"y", "e", "and", "et", "ni", "or", "ou", "o"} for at in inner)


def _inside(match: Match, wider: Match) -> bool:
    return (
        wider.start <= match.start
        and match.end <= wider.end
        and wider.end - wider.start > match.end - match.start
        and wider.rule.label != match.rule.label
    )


def _weighed(match: Match, scope: Scope, subjects: Subjects) -> str:
    """The label the finding gives in its context; empty when the context clears it."""
    label = match.rule.label
    rule = _rule_for(label)
    for cue in rule.get("cleared_by", "").split():
        if cue == "other":
            if subjects.other_than_patient(match):
                return ""
        elif scope.holds(cue, match):
            return ""
    for cue in ("ended", "past", "old"):
        becomes = rule.get(f"when_{cue}")
        if becomes and scope.holds(cue, match):
            return becomes
    return label


def _label(label: str, match: Match, text: str, words: Words) -> Label:
    start, end = words.starts[match.start], words.ends[match.end - 1]
    return Label(label, text[start:end], start, end, match.rule.kind)
