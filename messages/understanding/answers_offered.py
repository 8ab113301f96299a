"""The options a question offers, and what follows from them alone: prepared once, for all who answer it.

Knows labels and the concepts behind them; must not know what anybody answered.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table
from messages.understanding.answers_options import Option, Words
from messages.understanding.answers_positions import read_places

LONE: Final = frozenset({"none", "unsure"})
"""Concepts of options that stand alone: nothing else may be chosen beside them."""

_SAID_ALONE: Final = frozenset("snykox")
"""Letters that alone are a yes, a no, an approval or a mark."""


@dataclass(frozen=True)
class Choices:
    """The options of one question, in the order shown, and whether several may be chosen.

    What follows from them alone is worked out once: thousands answer the same question. (No slots: that is where it is kept.)
    """

    options: tuple[Option, ...]
    language: str
    multi: bool

    def with_concept(self, concept: str) -> str | None:
        """The option of a concept, if the question has one."""
        return next((option.id for option in self.options if concept in option.concepts), None)

    def plainly_no(self) -> str | None:
        """The option that is a no and its strengthening (`No, nunca`); None where there is none, or several."""
        concepts = table("concepts")[self.language]
        noes = {text.key(phrase) for phrase in concepts["no"]}
        stronger = {text.key(phrase) for name in ("never", "none") for phrase in concepts[name]}
        found = [option.id for option in self.options if any(own[:1] in noes and own[1:] in stronger for own in option.own)]
        return found[0] if len(found) == 1 else None

    def real(self) -> list[str]:
        """The options that say something: without "none" and "not sure"."""
        return [option.id for option in self.options if not LONE & option.concepts]

    def numbered(self) -> bool:
        """Whether labels hold numbers of their own, so that a bare number could mean a label."""
        return any(word.isdigit() for option in self.options for word in option.own[0])

    @cached_property
    def letters(self) -> str:
        """The letters that stand for places: up to that of the last one, without those some other label begins with.

        None where a yes or no is asked for, which no slip of one letter may give.
        """
        if self.asks_yes_no():
            return ""
        initials = [{phrase[0][0] for phrase in option.own} for option in self.options]
        return "".join(
            letter
            for place, letter in enumerate("abcdefghij"[: len(self.options)])
            if not any(letter in found for other, found in enumerate(initials) if other != place)
        )

    def by_initial(self, letter: str) -> str | None:
        """The option a lone letter abbreviates (`F` of "Female"): the only one with a name that begins so.

        None for the letters of places, for a letter that is a word of its own, and where a yes or no is asked for.
        """
        places = "abcdefghij"[: len(self.options)]
        if self.asks_yes_no() or letter in places or letter in by_words.stop_words(self.language) or letter in _SAID_ALONE:
            return None
        found = [option.id for option in self.options if any(phrase[0].startswith(letter) for phrase in self._names(option))]
        return found[0] if len(found) == 1 else None

    def _names(self, option: Option) -> list[Words]:
        """What an option is shown as, and other single words for it: `Mujer` is an F on many forms."""
        said = table("concepts")[self.language]
        alike = [text.key(phrase) for concept in option.concepts for phrase in said[concept]]
        return [*option.own, *(phrase for phrase in alike if len(phrase) == 1)]

    @cached_property
    def ordered(self) -> bool:
        """Whether a label is itself said as a place: `Segunda` for Monday."""
        read = [read_places(" ".join(option.own[0]), self.language, len(self.options)) for option in self.options]
        return not self.numbered() and any(places is not None and places.chosen for places in read)

    @property
    def shown(self) -> list[str]:
        """The labels as they are compared."""
        return [" ".join(option.own[0]) for option in self.options]

    def asks_yes_no(self) -> bool:
        """Whether the options are a yes and a no, by whatever names."""
        return bool(self.with_concept("yes") and (self.with_concept("no") or self.with_concept("none")))

    @cached_property
    def label_words(self) -> frozenset[str]:
        """The words of the labels, and the single words that tell an option."""
        alone = {phrase[0] for option in self.options for phrase in option.telling if len(phrase) == 1}
        return frozenset(alone | {word for option in self.options for phrase in option.own for word in phrase})

    @cached_property
    def courtesies(self) -> re.Pattern[str]:
        """A greeting before an answer, and thanks after it: those that no label is made of."""
        said = [
            phrase
            for phrase in table(self.language)["politeness"]["drop"]
            if not self.label_words.issuperset(text.key(phrase)) or " " in phrase
        ]
        polite = text.either(said)
        return re.compile(rf"^(?:\W*\b(?:{polite})\b\s*[,;.!:]+\s*)+|(?:\s*[,;.!]+\s*(?:{polite})\b\W*)+$")


def choices(options: Sequence[str], labels: Mapping[str, Sequence[str]] | None, language: str, *, multi: bool) -> Choices:
    """The options of a question with their texts."""
    texts = labels or {}
    return _choices(tuple((name, tuple(texts.get(name, ()))) for name in options), language, multi)


_KIN: Final = ("parent", "partner", "child", "sibling", "mother", "father", "relative")


def _kin(texts: tuple[str, ...], name: str, counted: Counter[str], language: str) -> frozenset[str]:
    """Nearer relatives that an option for any relative stands for, where none of them has an option of its own."""
    own = by_words.option(name, texts, language).concepts
    alone = "relative" in own and not any(counted[kin] for kin in _KIN[:-1])
    return frozenset(_KIN[:-1]) if alone else frozenset()


@lru_cache(maxsize=2_000)
def _choices(named: tuple[tuple[str, tuple[str, ...]], ...], language: str, multi: bool) -> Choices:  # noqa: FBT001 - a cache's key
    known = [by_words.option(name, texts, language) for name, texts in named]
    counted = Counter(concept for option in known for concept in option.concepts)
    shared = frozenset(concept for concept, times in counted.items() if times > 1)
    known = [by_words.option(name, texts, language, shared, _kin(texts, name, counted, language)) for name, texts in named]
    return Choices(by_words.with_telling_words(tuple(known), language), language, multi)
