"""A yes or no as people speak: taken back in the same breath, so only at times, said to somebody dear, or beside a wish not to talk.

Knows how such words stand around a yes or no; the words are data (`[spoken]` in `answers/*.toml`): `turning` takes back what was said,
`softly` does so only right before a yes or no, `at_times` and `once` say how often, `always` is a yes told by it, `over` tells that
something ended, unless `still` says that it goes on in another way; `dear` is whom one speaks to, `unwilling` with a word of `speaking`
behind it tells a dislike of talking, which is no "no"; `echo_yes echo_no` are answers in the verb of the question,
`contrary` is a yes against a no. Must not know what was asked.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import any_of, table
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import either
from messages.understanding.answers_told import letters_of_told, read_told
from messages.understanding.answers_yes_no import NO, YES, is_refusal

_BEFORE: Final = re.compile(r"[,;]*[01YNVynkwdho][01YNVynkwdho,;]{0,11}")
"""Letters of what may be taken back: a yes or no in few words, and nothing asked, doubted or set against it."""
_VERDICT: Final = re.compile(r"[,;]*(?:[01YNV]|SY|S0)")
_SAID_AGAIN: Final = re.compile(r"[01YNV]")
_DETAILED: Final = 3
"""Words from which on a verdict is told with more to it."""
_LONGEST_NO: Final = 6
"""Words beyond which what follows a correction may deny something else than what was asked."""
_OPEN: Final = frozenset("ULRk?cZ")
_AGAINST: Final = {YES: frozenset("ULRk?cZ0NVXKzp"), NO: frozenset("ULRk?cZ1YXKzpDo%Q")}
"""Letters that leave an answer in the verb of the question open where they stand behind it."""
_MOST_TURNS: Final = 6
_DENYING: Final = ("no ", "not ", "não ", "nem ", "pas ", "rien ", "nothing", "nada")
_LEAD: Final = 3
"""Words that may stand before how often something is so."""


@cache
def _plainly(language: str) -> str:
    said = table(language)["told"]
    own = [phrase for group in ("plain_yes", "plain_no", "self_yes", "self_no", "never") for phrase in said[group]]
    return either([*own, *table(language)["spoken"]["verdicts"]])


@cache
def _turns(language: str) -> re.Pattern[str]:
    said, verdicts = table(language), set(table(language)["spoken"]["verdicts"])
    sure = [*said["yes_no"]["correction"], *said["spoken"]["turning"]]
    sure = [phrase for phrase in sure if not verdicts.intersection(phrase.split())]
    softly = either(said["spoken"]["softly"])
    return re.compile(rf"\b(?:{either(sure)})\b[\s,.;:!]*|\b(?:{softly})[\s,.;:!]+(?=(?:{_plainly(language)})\b)")


@cache
def _dear(language: str) -> re.Pattern[str]:
    said = table(language)["spoken"]
    return re.compile(rf"\b({either(said['verdicts'])}),? (?:{either(said['dear'])})(?=\s*(?:[,.;!]|$))")


@cache
def _unwilling(language: str) -> re.Pattern[str]:
    """A clause that says one would not talk, or not here: `isso não gosto de falar por mensagem`."""
    said = table(language)["spoken"]
    return re.compile(rf"[^,.;!?]*\b(?:{either(said['unwilling'])})\b[^,.;!?]{{0,40}}\b(?:{either(said['speaking'])})\b[^,.;!?]*")


@cache
def _contrary(language: str) -> re.Pattern[str]:
    said = table(language)["spoken"]["contrary"]
    return re.compile(rf"^\W*(?:{either(said)})(?=\s*(?:[,.;!]|$))" if said else r"(?!)")


@cache
def _excuse(language: str) -> re.Pattern[str]:
    """An apology that an answer ends in: `si, j'en ai, excusez-moi`."""
    said = either(table(language)["yes_no"]["apology"]).replace(r"\-", "[ -]")
    return re.compile(rf"[\s,.;]+(?:{said})\W*$")


@cache
def _softened(language: str) -> re.Pattern[str]:
    """A degree that an answer begins with, and a word for but behind it: `um pouquinho só, mas`."""
    said = table(language)["yes_no"]
    degree = either(each for each in said["degree"] if not each.startswith(_DENYING))
    only, but = either(said["only"]), either(said["contrast"])
    return re.compile(rf"^\W*(?:{degree})(?: (?:{only}))?,?(?: (?:{but}))?(?= )")


@cache
def _echo(language: str, group: str) -> re.Pattern[str]:
    said = table(language)["spoken"][group]
    return re.compile(rf"\W*(?:{either(said)})\b" if said else r"(?!)")


def read_spoken(folded: str, language: str) -> Reading:
    """Folded text read as `read_told` does, and where that gives nothing, as people speak."""
    left = _unwilling(language).sub(" ", folded)
    if left != folded and not is_refusal(folded, language):
        beside = read_told(left, language)
        return beside if isinstance(beside, Read) and beside.value == YES else Reprompt(Reason.UNCLEAR)
    plain = _dear(language).sub(r"\1", folded)
    told = _told(plain, language)
    return told or _turned(plain, language) or _at_times(plain, language) or _always(plain, language) or read_told(plain, language)


def _told(folded: str, language: str) -> Read | None:
    """What is told, in a yes or no or in the verb of the question: `I sure do, been taking it for years`, `faço sim, toda semana`."""
    told = read_told(folded, language)
    if isinstance(told, Read):
        return told
    for group, value in (("echo_yes", YES), ("echo_no", NO)):
        found = _echo(language, group).match(folded)
        if found and not _AGAINST[value].intersection(letters_of_told(folded[found.end() :], language)):
            return Read(value)
    return None


def _always(folded: str, language: str) -> Read | None:
    """A yes told by how often it is so: `every single day of my life`, `todo santo dia`; only where nothing is denied or asked."""
    often = any_of(language, "spoken", "always").search(folded)
    letters = letters_of_told(any_of(language, "spoken", "always").sub(" ", folded), language) if often else ""
    few = often is not None and len(folded[: often.start()].split()) <= _LEAD and len(folded[often.end() :].split()) <= _LONGEST_NO
    return Read(YES) if few and not _AGAINST[YES].intersection(letters) else None


def _turned(folded: str, language: str) -> Read | None:
    """What follows the last word that takes back the yes or no before it: `no... bueno sí, una vez`, `yes, no sorry, no I don't`."""
    turns = list(_turns(language).finditer(folded))
    for turn in reversed(turns[-_MOST_TURNS:]):
        told = _verdict(_contrary(language).sub("oui", folded[turn.end() :]), language)
        if told and _BEFORE.fullmatch(letters_of_told(folded[: turn.start()], language)):
            return told
    return None


def _verdict(behind: str, language: str) -> Read | None:
    """A yes or no that begins with the very word for it, is said twice or with more to it, and leaves nothing open.

    A bare one (`no, wait, yes`) is asked again: what is stored must not hang on a slip.
    """
    behind = _excuse(language).sub("", behind)
    letters = letters_of_told(behind, language)
    echoed = any(_echo(language, group).match(behind) for group in ("echo_yes", "echo_no"))
    said = re.findall(r"[^\W\d_]+", any_of(language, "spoken", "at_times").sub(" ", behind))
    sure = echoed or len(_SAID_AGAIN.findall(letters)) > 1 or len(said) >= _DETAILED
    if not (echoed or _VERDICT.match(letters)) or not sure or _OPEN.intersection(letters):
        return None
    told = _told(behind, language) or _at_times(behind, language)
    if told is None or told.value not in {YES, NO}:
        return None
    return told if told.value == YES or len(re.findall(r"\w+", behind)) <= _LONGEST_NO else None


def _at_times(folded: str, language: str) -> Read | None:
    """A yes of some days, or of one: `a veces sí, más cuando hace frío`; of some days only where nothing is denied beside it."""
    some_days = any_of(language, "spoken", "at_times").sub(" ", folded)
    left = _softened(language).sub(" ", any_of(language, "spoken", "once").sub(" ", some_days))
    told = _told(left.strip(" ,;."), language) if left != folded else None
    denied = some_days != folded and (_AGAINST[YES] - {"?"}).intersection(letters_of_told(left, language))
    return told if told and told.value == YES and not denied else None
