"""Figures that answer nothing: in a question asked back, of what is counted or taken (`I take 2 pills`), or of somebody else.

Knows the words that show whose a figure is and what it counts; must not know what the question measures. Where it is not plain whose
figure it is, all of them are left and the answer is asked again.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from messages.understanding.answers_lexicon import any_of, table
from messages.understanding.answers_text import either
from messages.understanding.numbers_units import quantities

_QUESTION: Final = re.compile(r"[^.!?\n\u00bf]*\?")
_FIGURE: Final = re.compile(r"\d")
_SHORT: Final = 3
"""Words up to which a question is an answer given with doubt: `un 7?`."""
_CLAUSE: Final = re.compile(r"(?<=[,;.!?])\s+|\s(?=(?:pero|but|mas|mais|y|and|e|et|while|mientras|enquanto|tandis)\b)")
_PLURAL: Final = (
    r"(?!(?:dias|jours|horas|horitas|anos|meses|mois|ans|puntos|pontos|points|menos|plus|sans|dans|depois|apres|is|was)\b)[a-z]{3,}[sx]\b"
)


@cache
def _counted(language: str) -> re.Pattern[str]:
    said = {group: either(table(language)["figures"][group]) for group in ("taken", "several", "things")}
    figure = r"\d+(?:[.,]\d+)?"
    return re.compile(
        rf"(?:\b(?:{said['taken']})(?: [^\W\d_]+){{0,2}} {figure}\b(?! ?/)(?:\s?[^\W\d_]{{4,}})?"
        rf"|\b(?:{said['several']}) {figure} {_PLURAL}"
        rf"|(?<![\d.,/]){figure} (?:{said['things']})\b)"
    )


def without_questions(digits_text: str) -> str:
    """The text without the questions asked back: `is 10 the worst?`; what was answered before one in a few words stays."""
    return _QUESTION.sub(lambda found: _answered(found[0]), digits_text)


def _answered(question: str) -> str:
    if len(re.findall(r"\w+", question)) <= _SHORT:
        return question
    head, mark, _ = question.partition(",")
    return f"{head} ;" if mark and len(re.findall(r"\w+", head)) <= _SHORT else " ; "


def without_counted(digits_text: str, language: str) -> str:
    """The text without what is taken or counted: `me tomo 3 paracetamoles`, `as 3 hérnias que eu tenho`, `after 2 surgeries`."""
    return _counted(language).sub(" ", digits_text) if _FIGURE.search(digits_text) else digits_text


@cache
def _third_person(language: str) -> re.Pattern[str]:
    """Whoever or whatever else is said to weigh or sleep: `ma valise fait`."""
    said = table(language)["figures"]
    return re.compile(rf"\b(?:{either(said['things_of'])}) [^\W\d_]+ (?:{either(said['weighs'])})\b")


def _owners(digits_text: str, language: str) -> list[tuple[int, str]]:
    """Where the writer and others are named, from left to right; a relative named as `my wife` is no word for the writer."""
    others = (*any_of(language, "figures", "kin").finditer(digits_text), *_third_person(language).finditer(digits_text))
    kin = [(found.start(), found.end(), "kin") for found in others]
    own = [(found.start(), found.end(), "own") for found in any_of(language, "figures", "own").finditer(digits_text)]
    own = [each for each in own if not any(start <= each[0] < end for start, end, _ in kin)]
    return sorted((start, owner) for start, _, owner in (*kin, *own))


def _has_kin(digits_text: str, language: str) -> bool:
    return bool(any_of(language, "figures", "kin").search(digits_text) or _third_person(language).search(digits_text))


def _is_patient(digits_text: str, language: str) -> bool:
    """Whether the writer is named as the patient; `es para mi` of `es para mi mamá` names nobody yet."""
    kin = [found.span() for found in any_of(language, "figures", "kin").finditer(digits_text)]
    told = any_of(language, "figures", "patient_own").finditer(digits_text)
    return any(not any(start < found.end() < end for start, end in kin) for found in told)


def _clauses(digits_text: str, named: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The clauses of a text; one that goes on to another person's figure without a mark is parted there: `im 63 my husband 70`."""
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(digits_text)), len(digits_text)]
    figures = [figure.start for figure in quantities(digits_text)]
    for start, end in list(pairwise(cuts)):
        within = [place for place in figures if start <= place < end]
        cuts += [at for at, _ in named if within and within[0] < at < within[-1]]
    return [(start, end) for start, end in pairwise(sorted(set(cuts))) if start < end]


def _owner(start: int, end: int, figure: int, named: list[tuple[int, str]]) -> str:
    """Whose the figure of a clause is: who is named first in it before the figure, else behind it."""
    here = [(place, owner) for place, owner in named if start <= place < end]
    before = [owner for place, owner in here if place < figure]
    return before[0] if before else here[0][1] if here else ""


@cache
def _for_kin(language: str) -> re.Pattern[str]:
    """Words that say the message is for a relative: `for my mom`, `c'est pour papa`."""
    said = table(language)["figures"]
    return re.compile(rf"(?:^\W*|[,.;] ?|\b(?:{either(said['is_for'])}) )(?:{either(said['for'])}) (?:{either(said['kin'])})\b")


def _told(digits_text: str, named: list[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """The clauses with a figure, each with whose it is; who is named in a clause without one owns the figure that follows."""
    told, led = [], ""
    for start, end in _clauses(digits_text, named):
        found = quantities(digits_text[start:end])
        owner = _owner(start, end, start + found[0].start if found else end, named)
        if found:
            told.append((start, end, owner or led))
        led = "" if found else owner or (led if re.fullmatch(r"\W*", digits_text[start:end]) else "")
    return told


def _takes_back(digits_text: str, language: str) -> bool:
    return re.search(rf"\b(?:{either(table(language)['hedges']['corrected'])})\b", digits_text) is not None


def of_the_patient(digits_text: str, language: str, *, last_is_meant: bool = False) -> str:
    """The text without the clauses of somebody else's figure, where the writer's own stands beside it; or the other way round.

    It is the other way round where the other one is named as the patient. A figure of nobody told first is the writer's. With
    `last_is_meant` a figure of the writer that stands before the other one's is in doubt, unless it is said who the patient is, or the
    other one is a husband or wife: a daughter may have begun with her own age.
    """
    if not _FIGURE.search(digits_text) or not _has_kin(digits_text, language):
        return digits_text
    itself = _is_patient(digits_text, language)
    for_kin = any_of(language, "figures", "patient_other").search(digits_text) or _for_kin(language).search(digits_text)
    other = not itself and for_kin is not None
    told = _told(digits_text, _owners(digits_text, language))
    owners = [owner for _, _, owner in told]
    if owners[:1] == [""] and not other and not _takes_back(digits_text, language):
        owners = ["own" if owner == "" else owner for owner in owners]
    if not {"kin", "own"} <= set(owners):
        return digits_text
    couple = not for_kin and any_of(language, "figures", "spouse").search(digits_text) is not None
    if last_is_meant and not itself and not other and not couple and owners[-1] != "own":
        return digits_text
    left_out = "own" if other else "kin"
    return _without(digits_text, [(start, end) for (start, end, _), owner in zip(told, owners, strict=True) if owner == left_out])


def _without(digits_text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        digits_text = f"{digits_text[:start]} ; {digits_text[end:]}"
    return digits_text
