"""Codes of a case in the words of staff: flags, statuses, questions, values as read.

Knows both catalogues (the patients' texts name questions and conditions, the console's the rest); must not know pages. A code nobody has
words for is shown as it is, so that nothing is ever hidden.
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Final

from bot.console import wording
from bot.console.wording import Language
from flows.books import STEPS
from flows.protocol import load
from flows.session import Session
from flows.speech import label, variables
from messages.catalog import shipped
from messages.prompt import Prompt

RED: Final = frozenset({"emergency", "crisis"})
"""Flags that stop everything else."""
MONTHS: Final = 12
"""From so many months on a length is told in years."""
_ITSELF: Final = frozenset({"language.choose", "contact.name", "contact.phone"})


def word(kind: str, code: str, language: Language) -> str:
    """The console's word for a code, such as `status-new`; the code itself, readable, where there is none."""
    key = f"{kind}-{code.replace(':', '-')}"
    return wording.said(key, language) if wording.catalog().has(key, language) else code.replace("_", " ").replace(":", ": ")


def flag(flag_id: str, language: Language) -> str:
    """A flag in words."""
    start, _, rest = flag_id.partition(":")
    if start == "contraindication":
        for key in (f"row-{rest}", f"flag-{rest}"):
            if shipped().has(key, language):
                return shipped().text(key, language)
        return word("flag", rest, language)
    if start == "emerging_therapy":
        return f"{word('flag', start, language)}: {word('therapy', rest, language)}"
    if start == "check_in":
        milestone, _, cue = rest.partition(":")
        return f"{word('flag', start, language)} ({word('milestone', milestone, language)}): {_cue(cue, language)}"
    return word("flag", flag_id, language)


def reason(code: str, language: Language) -> str:
    """Why something was done, decided or ended; a contraindication has its flag's words, a milestone and a day their own."""
    if code.startswith("contraindication:"):
        return flag(code, language)
    if wording.catalog().has(f"milestone-{code}", language):
        return word("milestone", code, language)
    return _day(code, language) or word("reason", code, language)


def _day(code: str, language: Language) -> str:
    """A code that is a calendar day, as people write it; empty for any other."""
    try:
        return wording.day(date.fromisoformat(code), language) if len(code) == len("2026-03-30") else ""
    except ValueError:
        return ""


def _cue(cue: str, language: Language) -> str:
    """What a treated person told at a check-in: the option chosen, what got worse, or a medicine changed alone."""
    what, _, measure = cue.partition(":")
    for key in (f"check_in-since.{what}", f"option-{what}"):
        if shipped().has(key, language):
            return shipped().text(key, language)
    return " ".join(each for each in (word("cue", what, language), measure and _measure(measure, language)) if each)


def _measure(measure_id: str, language: Language) -> str:
    """An instrument in the console's words, else by its own title."""
    known = load().measures.get(measure_id)
    own = f"measure-{measure_id}"
    return known.title if known and not wording.catalog().has(own, language) else word("measure", measure_id, language)


def condition(code: str, language: Language) -> str:
    """A condition's name."""
    key = f"indication-{code}"
    return shipped().text(key, language) if shipped().has(key, language) else code.replace("_", " ")


def step(step_id: str, language: Language) -> str:
    """What a question is about, in a few words."""
    name = step_id.replace(".", "-")
    if shipped().has(f"{name}.line", language):
        return shipped().text(f"{name}.line", language)
    own = f"step-{name}"
    return wording.said(own, language) if wording.catalog().has(own, language) else step_id.replace("_", " ").replace(".", ": ")


def question(step_id: str, session: Session, language: Language, clinic: str) -> str:
    """The question in full, as this patient would be asked it, on one line. Raises KeyError for a step there is none of."""
    asked = STEPS[step_id]
    said = shipped().render(Prompt(asked.key, variables(asked, session)), language, {"clinic": clinic})
    lines = [" ".join(line.split()) for line in said.text.replace("\n- ", "\n· ").splitlines() if line.strip()]
    ended = [line if line.endswith((".", ":", "?", ",", ";")) or after.startswith("· ") else f"{line}." for line, after in pairwise(lines)]
    return " ".join((*ended, *lines[-1:]))


def value(answer: Mapping[str, Any], language: Language) -> str:
    """How an answer was read: the option chosen, or the quantity with its unit; empty for free words, which are their own reading."""
    read, asked = answer["value"], STEPS.get(answer["step"])
    if read is None or answer.get("skipped"):
        return ""
    if isinstance(read, list):
        return ", ".join(_option(asked, str(each), language) for each in read)
    if answer["unit"]:
        return _quantity(read, answer["unit"], language)
    if isinstance(read, bool):
        return word("answer", "yes" if read else "no", language)
    if asked is not None and asked.asks.options:
        return _option(asked, str(read), language)
    return "" if answer["step"] in _ITSELF or str(read) == answer["said"] else str(read)


def chosen(answer: Mapping[str, Any]) -> bool:
    """Whether an answer is one of a question's options: its reading is the option's name, not something a machine worked out."""
    asked = STEPS.get(answer["step"])
    return isinstance(answer["value"], list) or (asked is not None and bool(asked.asks.options) and not answer["unit"])


def _option(asked: Any, option: str, language: Language) -> str:  # noqa: ANN401 - a step of the flow, or None for one long gone
    key = label(asked, option) if asked is not None else f"option-{option}"
    return shipped().text(key, language) if shipped().has(key, language) else option.replace("_", " ")


def _quantity(read: float | str, unit: str, language: Language) -> str:
    """A quantity with its unit; full years of months as years, the rest beside them: `3 years`, `1 year 6 months`."""
    if unit != "months" or not isinstance(read, int | float) or read < MONTHS or read != int(read):
        return f"{_number(read)} {word('unit', unit, language)}"
    years, months = divmod(int(read), MONTHS)
    told = [wording.said("years-long", language, n=years), *([wording.said("months-long", language, n=months)] if months else [])]
    return " ".join(told)


def _number(read: float | str) -> str:
    return f"{read:g}" if isinstance(read, int | float) else str(read)
