"""Reads an answer to a question: a value that may be stored once confirmed, or an honest reason to ask again.

Knows the kinds of question and which reader each has; must not know steps, catalogue texts or what an answer leads to. Pure and
deterministic; never raises, whatever the text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from messages.understanding import answers_text as text
from messages.understanding.answers_amounts import within
from messages.understanding.answers_choice import read_choice
from messages.understanding.answers_clock import slept, spell_night, spell_span, without_clock, without_nap, without_times
from messages.understanding.answers_corrected import corrected
from messages.understanding.answers_figures import of_the_patient, without_counted, without_questions
from messages.understanding.answers_lists import read_free_text, read_medicines, read_phone
from messages.understanding.answers_measures import MEASURES, Measure, read_measure, spell_clock, spell_height
from messages.understanding.answers_names import read_name
from messages.understanding.answers_offered import Choices, choices
from messages.understanding.answers_ranges import middle, told_as_one, upper
from messages.understanding.answers_reading import REFUSED, UNSURE, Read, Reading, Reason, Reprompt, is_value
from messages.understanding.answers_scales import is_score, read_days, read_hba1c, read_number, read_pain
from messages.understanding.answers_spoken import read_spoken
from messages.understanding.answers_then_now import HOURS, settle
from messages.understanding.answers_weights import read_weight
from messages.understanding.answers_yes_no import ENDED, has_ended, is_doubt, is_refusal, read_yes_no
from messages.understanding.dates_age import read_age
from messages.understanding.dates_duration import read_duration
from messages.understanding.dates_events import read_event_date
from messages.understanding.language import read_language_detail
from messages.understanding.numbers import to_digits

LANGUAGES: Final = ("es", "en", "pt", "fr")
NO_LABELS: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: its options with the texts each may be called by, and what bounds the answer."""

    options: tuple[str, ...] = ()
    labels: Mapping[str, Sequence[str]] = field(default_factory=lambda: NO_LABELS)
    multi: bool = False
    context: str | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as written, and folded for comparison."""

    text: str
    folded: str


Reader: TypeAlias = Callable[[Said, str, Question], Reading]
"""Reads what was said in one language."""


def _measured(measure: Measure, spell: Callable[[str], str] = str) -> Reader:
    return lambda said, language, _: read_measure(corrected(spell(to_digits(said.folded, language)), language), language, measure)


def _figures(digits: str, language: str) -> str:
    """A text in digits without the figures that answer nothing: in a question asked back, taken back, or of somebody else."""
    return corrected(of_the_patient(without_questions(digits), language), language)


def _scores(said: Said, language: str) -> str:
    """A text in digits without the hours told in it, and without figures that count something else: `I can't walk 3 blocks`."""
    return without_counted(_figures(without_times(to_digits(said.folded, language), language), language), language)


def _number(said: Said, language: str, question: Question) -> Reading:
    digits = _scores(said, language) if is_score(question.context) else to_digits(said.folded, language)
    return read_number(digits, language, question.context)


def _pain(said: Said, language: str, _question: Question) -> Reading:
    digits = _scores(said, language)
    return read_pain(told_as_one(settle(digits, language) or digits, language, upper), language)


def _sleep(said: Said, language: str, _question: Question) -> Reading:
    asked = without_nap(without_questions(to_digits(said.folded, language)), language)
    spelt = spell_clock(spell_span(spell_night(asked, language), language))
    told = without_clock(slept(_figures(spelt, language), language), language)
    today = settle(told, language, counted=HOURS) or told
    return read_measure(told_as_one(today, language, middle), language, MEASURES["sleep_hours"])


def _weight(said: Said, language: str, _question: Question) -> Reading:
    return read_weight(_figures(to_digits(said.folded, language), language), language)


def _choice(said: Said, language: str, question: Question) -> Reading:
    offered = choices(question.options, question.labels, language, multi=question.multi)
    reading = read_choice(said.folded, offered)
    if is_value(reading) or question.multi or not offered.numbered():
        return reading
    return _by_duration(said, language, question, offered) or reading


def _by_duration(said: Said, language: str, question: Question, offered: Choices) -> Reading | None:
    """The option whose span of time holds the one that was told in any way: `desde 2015`."""
    months = read_duration(said.folded, language, question.today)
    held = within(f"{months.value} months", offered.shown, language) if isinstance(months, Read) and is_value(months) else None
    return None if held is None else Read(offered.options[held].id)


def _yes_no(said: Said, language: str, question: Question) -> Reading:
    reading = read_spoken(said.folded, language)
    if isinstance(reading, Read):
        return reading
    if has_ended(said.folded, language):
        return Read("no", note=ENDED)
    if not question.options:
        return reading
    chosen = _choice(said, language, question)
    return Reprompt(Reason.UNCLEAR) if isinstance(chosen, Reprompt) else read_yes_no(text.fold(str(chosen.value)), "en")


READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "yes_no": _yes_no,
        "choice_of": _choice,
        "age_or_birthdate": lambda said, language, question: read_age(said.folded, language, question.today),
        "duration": lambda said, language, question: read_duration(said.folded, language, question.today),
        "date": lambda said, language, question: read_event_date(said.folded, language, question.context, question.today),
        "weight": _weight,
        "height": _measured(MEASURES["height"], spell_height),
        "waist": _measured(MEASURES["waist"]),
        "sleep_hours": _sleep,
        "pain_0_10": _pain,
        "days_per_week": lambda said, language, _: read_days(said.folded, language),
        "percent_hba1c": lambda said, language, _: read_hba1c(to_digits(said.folded, language), language),
        "number": _number,
        "name": lambda said, language, _: read_name(said.text, language),
        "phone": lambda said, language, _: read_phone(said.folded, language),
        "medicines": lambda said, language, _: read_medicines(said.text, language),
        "free_text": lambda said, _language, _question: read_free_text(said.text),
    }
)
"""Every kind of question with its reader."""

_LONG_ALLOWED: Final = frozenset({"free_text", "medicines"})
_FEW_WORDS: Final = 2
"""A choice of so few words may be in another language than the conversation's without much to prove it."""
_OWN_DOUBT: Final = frozenset({"yes_no", "choice_of", "free_text"})


def read_answer(
    kind: str,
    said: str,
    language: str | None,
    *,
    options: Sequence[str] = (),
    labels: Mapping[str, Sequence[str]] | None = None,
    multi: bool = False,
    context: str | None = None,
    today: date | None = None,
) -> Reading:
    """What `said` means as an answer to a question of `kind` (a key of `READERS`, else ValueError).

    `language` is the conversation's (`en es pt fr`), None when unknown. `options` are ids in the order shown, `labels` the texts each
    may be called by; with `multi` several may be chosen and the value is a tuple. `context`: `past_event` or `future_event` for a date,
    `low..high` for a number. `today` is the day of the message where the person is; without it no relative date is read.
    Values: `yes no unsure`; kg, cm, months, hours, percent as numbers (see `Read.unit`); a date as ISO text of its precision.
    """
    if kind not in READERS:
        raise ValueError(f"no reader for answers of kind {kind!r}")
    said = text.sound(said)
    if not text.fold(said[: text.LONGEST_ANSWER]):
        return Reprompt(Reason.EMPTY)
    answer = Said(said, text.bounded(said))
    if not answer.folded and kind not in _LONG_ALLOWED:
        return Reprompt(Reason.UNCLEAR)
    question = Question(tuple(options), labels or NO_LABELS, multi, context, today)
    if language in LANGUAGES:
        return _in_own_or_other(kind, answer, str(language), question)
    return _in_any(kind, answer, LANGUAGES, question)


def _shown(option: str, question: Question) -> str:
    return text.fold(" , ".join(question.labels.get(option, (option,))))


def _in_one(kind: str, answer: Said, language: str, question: Question) -> Reading:
    if kind not in _OWN_DOUBT and is_refusal(answer.folded, language):
        dated = READERS[kind](answer, language, question) if kind == "date" else REFUSED
        return dated if is_value(dated) else REFUSED  # `el sábado que pasó` passes nothing over
    if kind not in _OWN_DOUBT and is_doubt(to_digits(answer.folded, language), language):
        return UNSURE
    reading = READERS[kind](answer, language, question)
    if kind == "choice_of" and isinstance(reading, Reprompt):
        declining = [name for name in question.options if is_refusal(_shown(name, question), language)]
        if len(declining) == 1 and is_refusal(answer.folded, language):
            return Read((declining[0],) if question.multi else declining[0])
        return REFUSED if is_refusal(answer.folded, language) else UNSURE if is_doubt(answer.folded, language) else reading
    return reading


def _in_own_or_other(kind: str, answer: Said, language: str, question: Question) -> Reading:
    """The reading in the conversation's language; when it gives none and the words are surely of another language, in that one."""
    own = _in_one(kind, answer, language, question)
    if isinstance(own, Read) or own.reason not in {Reason.UNCLEAR, Reason.NOT_A_CHOICE, Reason.UNIT_MISSING}:
        return own
    guess, sure = read_language_detail(answer.text)
    short = kind == "choice_of" and not question.multi and len(answer.folded.split()) <= _FEW_WORDS
    if not (sure or short) or guess == language or guess not in LANGUAGES:
        return own
    other = _in_one(kind, answer, guess, question)
    return other if isinstance(other, Read) else own


def _in_any(kind: str, answer: Said, languages: Sequence[str], question: Question) -> Reading:
    """Without a language: the reading in the language of the words, or the one on which all languages that find any agree."""
    guess, sure = read_language_detail(answer.text)
    if sure and guess in LANGUAGES:
        return _in_one(kind, answer, guess, question)
    readings = [_in_one(kind, answer, language, question) for language in languages]
    found = dict.fromkeys(reading for reading in readings if isinstance(reading, Read))
    if len(found) > 1:
        return Reprompt(Reason.AMBIGUOUS)
    return next(iter(found), readings[0])


def as_json(reading: Reading, kind: str) -> object:
    """A reading as `understand answer` prints it: the value, `reprompt`, or for `yes_no` also `unsure`."""
    if kind == "yes_no" and isinstance(reading, Read):
        return reading.value if not reading.refused else "unsure"
    if isinstance(reading, Reprompt) or reading.unsure or reading.refused:
        return "reprompt"
    if kind == "age_or_birthdate":
        return {reading.unit: reading.value}
    return list(reading.value) if isinstance(reading.value, tuple) else reading.value
