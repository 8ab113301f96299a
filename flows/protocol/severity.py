"""Weighs one screening row from its answers. Knows values and dates; not steps, flags or sessions.

Answers come as a mapping: `"answer"` is the row's own (yes, no, unsure, prefer_not, not_applicable; True and False count too),
every other key is the id of a follow-up or of a fact the row hears. A value is what `flows.session.Value` holds.
"""

import calendar
import math
from collections.abc import Mapping
from datetime import date
from typing import Final

from flows.protocol.contraindication import Check, Contraindication
from flows.protocol.questions import Question
from flows.session import Severity

ANSWER: Final = "answer"
NOT_KNOWN: Final = frozenset({"", "unsure", "not_sure", "unknown", "prefer_not", "skipped"})
_OPPOSITE: Final = {"yes": "no", "no": "yes"}


def severity_of(row: Contraindication, answers: Mapping[str, object], *, today: date) -> Severity | None:
    """How much the row weighs; None when it raises no flag.

    Anything but a clear answer (silence, "not sure", an unexpected word) is never "no": it weighs `severity_unsure`.
    Follow-ups not yet answered count as unknown, so what could be hard starts hard and is only lowered by an answer.
    """
    answer = _answer_of(row, answers, today)
    if answer == row.flagged_by:
        met = (rule.severity for rule in row.rules if holds(rule.check, answers, row.follow_up(rule.check.fact), today=today))
        return next(met, row.severity_yes)
    cleared = answer == _OPPOSITE[row.flagged_by] or (answer == "not_applicable" and answer in row.options)
    return None if cleared else row.severity_unsure


def holds(check: Check, answers: Mapping[str, object], question: Question | None = None, *, today: date) -> bool:
    """Whether the check holds. On an unknown value only `unknown` holds."""
    value = answers.get(check.fact)
    known = is_known(value, question)
    if check.test == "unknown" or not known:
        return check.test == "unknown" and not known
    if check.test == "one_of":
        return any(word in check.values for word in _chosen(value))
    if check.test == "only":
        return all(word in check.values for word in _chosen(value))
    if check.test == "months_below":
        return _months_below(value, check.limit, today)
    number = _number(value)
    return number is not None and (number > check.limit if check.test == "above" else number < check.limit)


def is_known(value: object, question: Question | None = None) -> bool:
    """Whether a value was given and is a plausible answer to the question: an option it offers, a real date, a number in range."""
    chosen = _chosen(value)
    if not chosen or any(word in NOT_KNOWN for word in chosen):
        return False
    match question.kind if question else "text":
        case "choice":
            return question is not None and all(word in question.options for word in chosen)
        case "yes_no":
            return all(word in _OPPOSITE for word in chosen)
        case "date":
            return latest_day(value) is not None
        case "number":
            number = _number(value)
            return number is not None and question is not None and question.admits(number)
        case _:
            return True


def latest_day(value: object) -> date | None:
    """The last day that a date, `2023`, `2023-05` or `2023-05-12` can mean; None when it is no date.

    Doubt about a day is read as the more recent one, because recent events weigh more.
    """
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    parts = value.strip().split("-") if isinstance(value, str) else []
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
    if not (1900 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(parts[2]) if len(parts) > 2 else last
    return date(year, month, day) if 1 <= day <= last else None


def whole_months(since: date, today: date) -> int:
    """Whole calendar months from `since` to `today`; negative when `since` lies ahead."""
    months = (today.year - since.year) * 12 + today.month - since.month
    return months - (today.day < since.day)


def _answer_of(row: Contraindication, answers: Mapping[str, object], today: date) -> str:
    if ANSWER in answers or row.derived is None:
        return next(iter(_chosen(answers.get(ANSWER))), "")
    value = answers.get(row.derived.fact)
    unreadable = row.derived.test in ("above", "below") and _number(value) is None
    if unreadable or not is_known(value):
        return "unsure"
    return "yes" if holds(row.derived, answers, today=today) else "no"


def _chosen(value: object) -> tuple[str, ...]:
    """The value as lower-case words: a choice, several, or one for anything else; nothing for None."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, tuple | list | set | frozenset):
        return tuple(sorted(str(word).strip().casefold() for word in value))
    return (str(value).strip().casefold(),)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def _months_below(value: object, limit: float, today: date) -> bool:
    day = latest_day(value)
    return day is not None and whole_months(day, today) < limit


def presumed_severity(row: Contraindication, *, today: date) -> Severity:
    """The weight of a row that another fact raises (a condition, words heard) while none of its follow-ups is answered."""
    return severity_of(row, {ANSWER: row.flagged_by}, today=today) or row.severity_yes
