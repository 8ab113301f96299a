"""How old someone is: an age, a date of birth, or a year of birth.

Knows how people give their age and which of these cannot be; must not know what the age decides. Ages run from 1 to 120 years.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from messages.understanding.answers_corrected import corrected
from messages.understanding.answers_figures import of_the_patient, without_questions
from messages.understanding.answers_lexicon import any_of, group_phrases, table
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import either, fold, words
from messages.understanding.answers_then_now import settle
from messages.understanding.dates import Moment, find_dates, mark_months, without_repeated
from messages.understanding.dates_beside import without_beside, without_then
from messages.understanding.dates_birthdays import before_birthday, before_coming_birthday, beside_the_next, without_hopes
from messages.understanding.dates_events import without_calendar_units
from messages.understanding.dates_lasting import figures_of, without_lasting
from messages.understanding.numbers import to_digits
from messages.understanding.numbers_units import Quantity, quantities

OLDEST: Final = 120
_OPEN: Final = re.compile(r"\b\d0'?s\b|\d ?\+")
"""A decade (`60s`) or a bound (`65+`)."""
_EACH: Final = re.compile(r"\bde (\d+) (?:em|en) \1 \w+|\b(?:cada|a cada|every|each|tous les|toutes les) \d+ \w+")
"""How often something comes (`de 4 em 4 anos`), which is no age."""
_BIRTHDAY: Final = re.compile(
    r"(?<![\d@])(?P<age>\d{2,3})(?: \w+)? (?:(?P<since>depuis|desde|since)|en|in|em|last|this|au mois de|no mes de) @(?P<month>\d\d)\D*$"
)
_COMING: Final = re.compile(r"@(?P<month>\d\d)\b\W{0,3}(?P<lead>[^\d@]{1,30}?)\b(?:los |os |mes )?(?P<age>\d{2,3})\b\D*$")
"""A birthday told month first: `en mayo cumplo los 60`."""
_TENS_SPELT: Final = re.compile(r"\b(two|three|four|five|six|seven|eight|nine)[ -]oh?\b(?=\W|$)")
"""A round age spelt out: `the big six oh`."""
_TENS: Final = dict(zip(("two", "three", "four", "five", "six", "seven", "eight", "nine"), range(20, 100, 10), strict=True))
_HAD_BIRTHDAY: Final = re.compile(r"\b(?:had|have|having|got|gotten) (?:a|my|another) birthday\b")
"""A birthday that somebody had lately, which tells no year."""
_SOON: Final = re.compile(
    r"(?<!\d)(?P<age>\d{2,3})(?: (?:ans|anos|years|years old))? (?:dans|in|en|em|daqui a|dentro de) \d{1,2} "
    r"(?:mois|months?|mes(?:es)?|semaines?|weeks?|semanas?|jours?|days?|dias?)\b"
)
"""An age told with how soon it comes: `65 ans dans 2 mois`."""
_MONTH_NAMED: Final = re.compile(r"(?:\b\w+ )?@\d\d")
_SURELY_LAST_CENTURY: Final = 40
"""A year of birth in two digits above this one lies in the twentieth century, whatever today is."""
_OLDEST_IN_MONTHS: Final = 47
_PAIR: Final = 2
_YEARS: Final = frozenset({"year"})
_YOUNGEST_BARE: Final = 5
"""Below this a number alone is likelier a slip or the number of an option than an age."""


def _says(digits_text: str, language: str, section: str) -> bool:
    return any_of(language, "dates", section).search(digits_text) is not None


def _birth(moment: Moment, today: date | None) -> Reading:
    if today and (moment.is_after(today) or today.year - moment.year > OLDEST):
        return Reprompt(Reason.IMPOSSIBLE)
    if moment.precision == "day":
        return Read(moment.iso(), "birthdate")
    return Read(moment.year, "birth_year")


def _age(said: Quantity) -> Reading:
    if not 1 <= said.value <= OLDEST:
        return Reprompt(Reason.IMPOSSIBLE)
    if said.value % 0.5 or (said.value < _YOUNGEST_BARE and not said.unit):
        return Reprompt(Reason.UNCLEAR)
    return Read(int(said.value), "age")


def _short_year(digits_text: str, today: date | None) -> Reading:
    """`nací en el 70`: after a word for being born, two digits are a year; the century is certain only above this year's."""
    shorts = [int(value) for value in re.findall(r"(?<![\d.,/])(\d\d)(?![\d/]|[.,]\d)", digits_text)]
    if len(shorts) == 1 and shorts[0] > (today.year % 100 if today else _SURELY_LAST_CENTURY):
        return Read(1900 + shorts[0], "birth_year")
    return Reprompt(Reason.AMBIGUOUS_DATE)


def _is_year_alone(digits_text: str, language: str) -> bool:
    """Whether two digits stand behind a word that only a year follows: `del 58`."""
    leads = "|".join(re.escape(fold(word)) for word in table(language)["dates"]["born_alone"])
    return re.match(rf"\W*(?:(?:{leads}) '?|')\d\d(?:\W*$| ?[,;.] +(?!\d))", digits_text) is not None


def _has_age(folded: str, language: str) -> bool:
    """Whether the answer begins with having an age, whatever is said of years behind it (`tengo 63, ya ni sé en qué año vivo`)."""
    have = either(table(language)["dates"]["have"])
    return re.match(rf"\W*(?:{have}) \d{{1,3}}\b(?! ?/)", to_digits(folded, language)) is not None


def _agree(age: float, moment: Moment, today: date | None) -> bool:
    return today is not None and 0 <= today.year - moment.year - age <= 1


def _ages(digits_text: str) -> list[Quantity]:
    found = figures_of(digits_text)
    with_years = [quantity for quantity in found if quantity.unit == "year"]
    return with_years or [quantity for quantity in found if not quantity.unit]


def _is_open(digits_text: str, folded: str, language: str) -> bool:
    """Whether an age is still to come, a bound, or a whole decade (`nací en los 60`)."""
    decade = "|".join(re.escape(fold(word)) for word in table(language)["dates"]["decade"])
    whole = re.search(rf"\b(?:{decade}) \d0\b(?! ?(?:an|de\b|yea|cum))", digits_text) is not None and not _says(
        digits_text, language, "turned"
    )
    return whole or _says(f"{digits_text} ; {folded}", language, "nearly") or _OPEN.search(folded) is not None


def _from_months(found: list[Quantity]) -> list[Quantity]:
    """The whole years of a small child's age told in months: `18 meses`."""
    alone = len(found) == 1 and found[0].unit == "month" and found[0].value <= _OLDEST_IN_MONTHS
    return [replace(found[0], value=found[0].value // 12, unit="year")] if alone and found[0].value >= 12 else []


def _of_now(digits_text: str, language: str) -> str:
    """The age of today where one of earlier times stands beside it: `operado a los 50, hoy tengo 59`."""
    now = group_phrases(language, "hedges", "now").find(words(digits_text))
    others = group_phrases(language, "figures", "kin").find(words(digits_text))
    plain = now and not others and len(quantities(digits_text)) == _PAIR
    return (settle(digits_text, language, counted=_YEARS) or digits_text) if plain else digits_text


def read_age(folded: str, language: str, today: date | None) -> Reading:
    """An `age` in years, a `birthdate` or a `birth_year` (the unit says which), or why it has to be asked again."""
    folded = _TENS_SPELT.sub(lambda said: str(_TENS[said[1]]), folded) if language == "en" else folded
    folded = _of_the_last(without_questions(folded), language, today)
    soon = _SOON.search(to_digits(folded, language))
    if soon:
        return _age(Quantity(int(soon["age"]) - 1, "year", *soon.span("age")))
    told_whole = without_calendar_units(mark_months(folded, language), language)
    marked = without_beside(told_whole, language)
    dates = list(find_dates(marked, language, today, past=True))
    if not any(isinstance(moment, Moment) and moment.year for moment, _ in dates):
        told = _beside_birthday(marked, language, today)
        if told:
            return told
    plain = _without_months(marked, dates, language)
    turning = _before_next(plain) if plain and plain == corrected(plain, language) and not _says(plain, language, "turned") else None
    if turning:
        return _age(turning)
    if dates and plain is None:
        left = without_then(without_lasting(_EACH.sub(" ; ", dates[-1][1]), language), language)
        return _from_dates(without_repeated([moment for moment, _ in dates]), _beside_birth(_ages(left), left, language), today)
    own = of_the_patient(plain or marked, language, last_is_meant=True)
    own = _of_now(own, language)
    return _without_dates(without_hopes(corrected(own, language), language), folded if own == told_whole else own, language, today)


def _before_next(plain: str) -> Quantity | None:
    """The age of today where the next one stands beside it with its month: `59, 60 in June`."""
    ages = sorted(_ages(plain), key=lambda age: age.value)
    return ages[0] if len(ages) == len(("now", "next")) and ages[1].value - ages[0].value == 1 else None


def _without_months(marked: str, dates: list[tuple[Moment | Reason, str]], language: str) -> str | None:
    """The text without months that stand alone beside an age: `48, non 47, mon anniversaire n'est qu'en octobre`."""
    alone = [isinstance(moment, Moment) and not moment.year and not moment.day for moment, _ in dates]
    plain = _MONTH_NAMED.sub(" ; ", marked)
    found = _ages(plain)
    born = any_of(language, "dates", "born").search(plain)
    if not alone or not all(alone) or not found or (born and born.start() < found[-1].end):
        return None
    return plain[: born.start()] if born else plain


def _of_the_last(folded: str, language: str, today: date | None) -> str:
    """What follows a word that takes back what was said, where that is a date of birth; a year alone replaces that of the date before."""
    turns = list(re.finditer(rf"\b(?:{either(table(language)['hedges']['corrected'])})\b", folded))
    if not turns:
        return folded
    before, after = (
        [moment for moment, _ in find_dates(mark_months(part, language), language, today, past=True) if isinstance(moment, Moment)]
        for part in (folded[: turns[0].start()], folded[turns[-1].end() :])
    )
    if len(after) == 1 and after[0].year and after[0].day:
        return folded[turns[-1].end() :]
    if len(after) == 1 and after[0].precision == "year" and len(before) == 1 and before[0].year and before[0].day:
        return f"{after[0].year}-{before[0].iso()[5:]}"
    return folded


def _beside_birth(ages: list[Quantity], left: str, language: str) -> list[Quantity]:
    """Figures beside a year of birth that could be an age: none before the word for being born without its unit (`graduated in 62`)."""
    have = re.search(rf"\b(?:{either(table(language)['dates']['have'])}) \d", left)
    born = any_of(language, "dates", "born").search(left)
    return ages if have or born is None else [age for age in ages if age.unit or age.start > born.start()]


def _coming(marked: str, found: re.Match[str] | None, language: str, today: date | None) -> re.Match[str] | None:
    """A birthday still to come, told before or behind its month: `cumplo 60 en mayo`, `en mayo cumplo los 60`, `60 ans en mai prochain`."""
    coming = found or _COMING.search(marked)
    if coming is None or today is None or int(coming["month"]) == today.month:
        return None
    lead = marked[: coming.start("age")] if found else coming["lead"]
    ahead = _says(lead, language, "will_turn") or (found and _says(marked[coming.end("month") :], language, "next"))
    return coming if ahead and len(_ages(_MONTH_NAMED.sub(" ; ", marked))) == 1 else None


def _beside_birthday(marked: str, language: str, today: date | None) -> Reading | None:
    """An age told with the month of a birthday: past it is the age (`cumplí 60 en enero`), ahead one year more than it."""
    found = _BIRTHDAY.search(marked)
    nearly = _says(marked, language, "nearly")
    if found and (found["since"] or _says(marked, language, "turned")):
        return Reprompt(Reason.AMBIGUOUS) if nearly else _age(Quantity(int(found["age"]), "year", *found.span("age")))
    coming = _coming(marked, found, language, today)
    if coming:
        return _age(Quantity(int(coming["age"]) - 1, "year", *coming.span("age")))
    if "@" in marked:
        plain = _MONTH_NAMED.sub(" ; ", marked)
        told = beside_the_next(plain, language, lambda clause: _is_open(clause, clause, language))
        return _age(told) if told else None
    return None


def _without_dates(marked: str, folded: str, language: str, today: date | None) -> Reading:
    ages = _ages(marked)
    told = before_birthday(marked, language) or before_coming_birthday(marked, language)
    told = told or beside_the_next(marked, language, lambda clause: _is_open(clause, clause, language))
    if told:
        return _age(told)
    if _is_open(marked, folded, language) and quantities(marked):
        return Reprompt(Reason.AMBIGUOUS)
    if quantities(marked) and not quantities(without_lasting(marked, language)):
        return Reprompt(Reason.AMBIGUOUS)
    marked = without_lasting(marked, language)
    ages = _ages(marked)
    marked = _HAD_BIRTHDAY.sub(" ; ", marked)
    born = _says(marked, language, "born") and not _has_age(folded, language)
    if (born or _is_year_alone(marked, language)) and not any(quantity.unit for quantity in ages):
        return _short_year(marked, today)
    ages = ages or _from_months(quantities(marked))
    if not ages:
        return Reprompt(Reason.WRONG_UNIT if quantities(marked) else Reason.UNCLEAR)
    if len({quantity.value for quantity in ages}) > 1:
        return Reprompt(Reason.AMBIGUOUS)
    return _age(ages[0])


def _from_dates(dates: list[Moment | Reason], ages: list[Quantity], today: date | None) -> Reading:
    first = dates[0]
    if isinstance(first, Reason):
        return Reprompt(first)
    if len(dates) > 1 or not first.year:
        return Reprompt(Reason.AMBIGUOUS_DATE)
    ages = [age for age in ages if age.unit or age.value != first.year % 100]  # `modelo 54, 1954`
    if ages and not (len(ages) == 1 and _agree(ages[0].value, first, today)):
        return Reprompt(Reason.AMBIGUOUS)
    return _birth(first, today)
