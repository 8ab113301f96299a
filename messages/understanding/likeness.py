"""The second reader of patients' messages: danger, and wishes that bind us by law, held against messages it learnt from.

Knows how alike is alike enough for each label; must not know words. It adds what the rules did not hear. It takes back only what two
witnesses doubt: words that tell of work, a joke, the past or a mere question, and a text unlike all that was learnt.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from messages.classifier import Compared, Likeness, spoken, telling
from messages.understanding.reading import Label

MODEL: Final = "danger"
DANGER: Final = "danger"
KINDS: Final = ("emergency", "crisis")
ENOUGH: Final = {DANGER: 0.15, "opt_out": 0.6, "delete_data": 0.3}
"""Above this a label is given. Chosen on messages of authors who saw neither rules nor weights: missing danger is the worse mistake,
stopping in vain the smaller one. `python -m benchmarks.blind` prints both sides."""
BOTH: Final = 0.5
"""Above this the other kind of danger is told as well: tablets swallowed with a goodbye are an emergency and a crisis."""
DOUBT_SURER: Final = {DANGER: 0.25, "opt_out": 0.6, "delete_data": 0.6}
"""A message with signs of doubt must be that much more alike: for a danger little, many tell an old story before the new one."""
UNLIKE: Final = {DANGER: 0.0, "opt_out": -0.5, "delete_data": -1.0, "contraindication": -0.1, "indication": -0.9}
"""Below this a text with signs of doubt is unlike the label, and what the rules heard is set aside. What that costs and saves, and how
far the measure can be trusted, stands in decision 0011."""
UNLIKE_HERE: Final = -0.2
UNLIKE_HERE_DOUBTED: Final = 0.3
"""A danger or a wish is set aside only when its own clause is unlike one too (`my chest hurts, had a stroke last year`); where the sign of
doubt stands in that clause, it may be a little like it."""
STORY: Final = 80
"""Words above which nothing is set aside: in a long story a danger is a small part of what is compared."""
SPARED: Final = "contraindication:minor"
"""An age is said or not: no likeness tells."""
LASTING: Final = frozenset(
    {"contraindication:thrombosis", "contraindication:past_malignancy", "contraindication:transplant", "contraindication:allergy"}
)
"""What was once counts for ever: a sign that a message looks back is no doubt of it."""
FEW: Final = 6
FEWER_SURER: Final = 0.6
"""A message under `FEW` words is most often an answer to a question: it must be that much more alike."""
WISHES: Final = ("opt_out", "delete_data")
"""Wishes that bind us by law. Where the rules heard one of them it is that one; who wants to be left alone may want to be erased too."""
BESIDE: Final = 0.2
"""To be told beside a wish to be left alone, a wish to be erased must be that much more alike."""
_MARK: Final = re.compile(
    r"[,.;:!?()\n]|\b(?:pero|but|mas|mais|porém|aunque|though|however|pourtant|porem|y|and|e|et|que)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.;!?\n…]")
_TURN: Final = re.compile(
    r"[.;!?\n…]|\b(?:pero|but|mas|mais|porém|porem|however|sin embargo|en realidad|en fait|actually|na verdade|now|today|tonight|"
    r"ahora|ahorita|hoy|esta noche|agora|hoje|hj|esta noite|maintenant|aujourd'?hui|ce soir|là|this time|esta vez|desta vez|cette fois|"
    r"also|también|tambien|também|tambem|tb|aussi)\b",
    re.IGNORECASE,
)
"""A sentence that ends, or a word that turns from what was or from the joke to what is now."""
_AT_ONCE: Final = re.compile(
    r"\b(?:right now|this minute|tonight|as we speak|ahora mismo|ahorita mismo|en este momento|esta noche|agora mesmo|neste momento|"
    r"esta noite|en ce moment|l[àa],? maintenant|tout de suite|ce soir|cette nuit|\d+ ?(?:min|mins|minutos?|minutes?)|media hora|"
    r"half an hour|"
    r"meia hora|demi[- ]heure)\b",
    re.IGNORECASE,
)
"""A sentence that says so of a danger is never set aside: who jokes seldom gives the time."""
SURE: Final = 1.0
"""Above this a danger is raised whatever the rules took for denied or supposed: who asks what to do now may say `if`."""
LEAST: Final = 3
"""Words of a message that is read so: one or two are an answer, and what they may mean by themselves the rules know."""


def reconsidered(
    text: str,
    heard: Sequence[Label],
    doubts: Sequence[int],
    spelt: Callable[[str], str] = str,
    unmeant: Callable[[str], Sequence[tuple[int, int]]] = lambda _: (),
) -> list[Label]:
    """The labels `heard` by rules that stand, and what the text is most like beside; danger is raised as the kind it is more like.

    `doubts` are the offsets of signs that no present danger is told; `spelt` writes a word as it is known, so that slips make nothing
    unlike; `unmeant` tells the places of dangers of a kind that are not meant: what is left beside them must be like one too.
    Reads as much as a channel carries; the rules read all.
    """
    words = len(text.split(maxsplit=STORY))
    if words < LEAST:
        return list(heard)
    message = Compared(MODEL, text)
    kept = [label for label in heard if words > STORY or not _unlike(message, label, (text, spelt), doubts)]
    few = FEWER_SURER if words < FEW else 0.0
    enough = {name: least + few + (DOUBT_SURER[name] if doubts else 0.0) for name, least in ENOUGH.items()}
    raised = _raised(text, message, {label.id for label in heard}, enough)
    if words > STORY or message.like(DANGER).score >= SURE or any(label.id in KINDS for label in heard):
        return kept + raised
    idle = {label.id for label in raised if label.id in KINDS and _idle(text, unmeant(label.id), enough[DANGER])}
    return kept + [label for label in raised if label.id not in idle]


def _idle(text: str, places: Sequence[tuple[int, int]], enough: float) -> bool:
    """Whether dangers that are not meant are all that makes the text like one."""
    rest = _beside(text, places)
    return bool(places) and (len(rest.split(maxsplit=LEAST)) < LEAST or _like(rest, DANGER) <= enough)


def _beside(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text without the clauses in which the `places` lie."""
    rest, at = [], 0
    for start, end in sorted(_clause(text, *place) for place in places):
        rest.append(text[at:start])
        at = max(at, end)
    return " ".join([*rest, text[at:]])


def _unlike(message: Compared, label: Label, said: tuple[str, Callable[[str], str]], doubts: Sequence[int]) -> bool:
    """Whether what a rule heard is set aside: the whole message is unlike it, and for a danger or a wish its own clause as well."""
    text, spelt = said
    head = DANGER if label.id in KINDS else label.id.split(":")[0]
    near = [at for at in doubts if label.id not in KINDS or _of_one_piece(text, label, at)]
    if not near or label.id in LASTING or head not in UNLIKE or label.id == SPARED:
        return False
    if max(message.like(head).score, _like(spelt(text), head)) >= UNLIKE[head]:
        return False
    if head not in (DANGER, *WISHES):
        return len(text.split(maxsplit=FEW)) >= FEW
    if head == DANGER and _at_once(text, label):
        return False
    start, end = _clause(text, label.start, label.end)
    clause, doubted = text[start:end], any(start <= at < end for at in near)
    if not doubted and len(clause.split(maxsplit=FEW)) < FEW:
        return False
    return _like(spelt(clause), head) < (UNLIKE_HERE_DOUBTED if doubted else UNLIKE_HERE)


def _at_once(text: str, label: Label) -> bool:
    """Whether the sentence of the label's words says that it is now."""
    start = max((mark.end() for mark in _SENTENCE.finditer(text, 0, label.start)), default=0)
    behind = _SENTENCE.search(text, label.end)
    return _AT_ONCE.search(text, start, behind.start() if behind else len(text)) is not None


def _of_one_piece(text: str, label: Label, doubt: int) -> bool:
    """Whether nothing turns between the sign of doubt and the label's words: what a sentence before was a joke or long ago is none now."""
    start, end = (label.end, doubt) if doubt >= label.end else (doubt, label.end)
    return _TURN.search(text, start, end) is None


def _like(text: str, head: str) -> float:
    return Compared(MODEL, text).like(head).score


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """From the mark before the words to the mark behind them."""
    before = [mark.end() for mark in _MARK.finditer(text, 0, start)]
    behind = _MARK.search(text, end)
    return (before[-1] if before else 0), (behind.start() if behind else len(text))


def _raised(text: str, message: Compared, heard: set[str], enough: dict[str, float]) -> list[Label]:
    """What the text is most like of what was not `heard` in it."""
    asked = WISHES if heard.isdisjoint(WISHES) else WISHES[1:] if "delete_data" not in heard else ()
    enough = enough if asked == WISHES else {**enough, "delete_data": enough["delete_data"] + BESIDE}
    wishes = ((name, message.like(name)) for name in asked)
    given = [_label(text, name, found) for name, found in wishes if found.score > enough[name]]
    if not heard.isdisjoint(KINDS):
        return [_label(text, name, message.like(name)) for name in KINDS if name not in heard and message.like(name).score > BOTH] + given
    danger = message.like(DANGER)
    if danger.score <= enough[DANGER]:
        return given
    kind = max(KINDS, key=lambda one: message.like(one).score)
    other = next(one for one in KINDS if one != kind)
    both = [_label(text, other, danger)] if message.like(other).score > BOTH else []
    return [_label(text, kind, danger), *both, *given]


def weighed(label_id: str, quote: str) -> tuple[str, ...]:
    """What of the words weighed most towards a label that was given here, heaviest first, each once: for whoever asks why."""
    head = DANGER if label_id in KINDS else label_id
    return tuple(dict.fromkeys(said for name, _ in telling(MODEL, head, quote) if (said := spoken(name))))


def _label(text: str, name: str, found: Likeness) -> Label:
    quote = text[found.start : found.end].strip()
    start = text.index(quote, found.start)
    return Label(name, quote, start, start + len(quote))
