"""Single answers that would do harm if they were read the wrong way."""

from datetime import date

import pytest

from messages.understanding.answers import LANGUAGES, as_json, read_answer
from messages.understanding.answers_reading import Read, Reason, Reprompt

TODAY = date(2026, 11, 20)
YES_NO = ("yes", "no", "unsure")


@pytest.mark.parametrize("said", ["sí y no", "no bueno sí", "sí, digo no", "sí, mi mamá", "no, solo aspirina", "sí pero ya no", "no sí"])
def test_an_answer_both_ways_is_neither(said: str) -> None:
    """A yes with a no in it is never stored as one of them."""
    reading = read_answer("yes_no", said, "es")
    assert isinstance(reading, Reprompt) or reading.unsure


@pytest.mark.parametrize(
    "said", ["creo que no", "que yo sepa no", "no estoy del todo segura", "nunca me lo han checado", "la verdad no sé"]
)
def test_a_hedged_no_is_a_doubt(said: str) -> None:
    """A no that is not certain is not a no."""
    assert read_answer("yes_no", said, "es") == Read("unsure", unsure=True)


@pytest.mark.parametrize("said", ["creo que no", "no sé", "no estoy segura"])
def test_a_doubt_is_no_denial_among_options(said: str) -> None:
    """Where yes and no are options, a hedged no chooses "not sure"."""
    assert read_answer("choice_of", said, "es", options=YES_NO) == Read("unsure")


def test_no_does_not_choose_an_option_that_contains_it() -> None:
    """A bare no is not "No estoy seguro"."""
    assert isinstance(read_answer("choice_of", "no", "es", options=("Rodilla", "Cadera", "No estoy seguro")), Reprompt)


def test_someone_elses_word_does_not_choose_oneself() -> None:
    """For one's mother is not for oneself, though both begin alike."""
    assert isinstance(read_answer("choice_of", "para mi mamá", "es", options=("Yo mismo", "Un amigo")), Reprompt)


def test_none_denies_only_where_none_is_offered() -> None:
    """Where "none" is an option, a no chooses it."""
    assert read_answer("choice_of", "no, nada", "es", options=("none", "yes", "unsure")) == Read("none")


@pytest.mark.parametrize("said", ["180", "150", "12", "230"])
def test_a_weight_without_a_unit_is_asked_where_both_units_fit(said: str) -> None:
    """Pounds and kilograms are not guessed."""
    assert read_answer("weight", said, "es") == Reprompt(Reason.UNIT_MISSING)


@pytest.mark.parametrize(
    "said", ["80-85 kg", "entre 80 y 85 kilos", "80 u 85", "más de 100 kilos", "antes pesaba 90 kg", "noventa y tantos kilos"]
)
def test_a_weight_that_is_not_one_number_is_asked_again(said: str) -> None:
    """A range, a bound or a former weight is no weight."""
    assert isinstance(read_answer("weight", said, "es"), Reprompt)


@pytest.mark.parametrize("said", ["03/04/2020", "3.4.2020", "11/12/2021", "03/04/20", "15/03/19"])
def test_a_day_and_a_month_that_could_change_places_are_asked(said: str) -> None:
    """An ambiguous date is never guessed."""
    assert read_answer("date", said, "es", context="past_event", today=TODAY) == Reprompt(Reason.AMBIGUOUS_DATE)


@pytest.mark.parametrize("said", ["mañana", "2031", "15/03/2027", "en 2 semanas"])
def test_a_past_event_does_not_lie_ahead(said: str) -> None:
    """What has happened cannot have happened tomorrow."""
    assert read_answer("date", said, "es", context="past_event", today=TODAY) == Reprompt(Reason.IMPOSSIBLE)


@pytest.mark.parametrize("said", ["150", "-5", "0", "2030", "1850", "31/02/1970"])
def test_an_age_nobody_has_is_asked_again(said: str) -> None:
    """Impossible ages and birth dates are not stored."""
    assert read_answer("age_or_birthdate", said, "es", today=TODAY) == Reprompt(Reason.IMPOSSIBLE)


def test_a_relative_date_needs_today() -> None:
    """Without the day of the message, nothing is counted back from it."""
    assert isinstance(read_answer("date", "hace 3 años", "es", context="past_event"), Reprompt)


def test_alone_options_are_not_combined() -> None:
    """Something together with "none" is asked again."""
    options = ("diabetes", "cancer", "none")
    assert isinstance(read_answer("choice_of", "1 y 3", "es", options=options, multi=True), Reprompt)


def test_a_number_in_the_labels_makes_a_bare_number_doubtful() -> None:
    """A 2 may be two weeks or the second option."""
    assert isinstance(read_answer("choice_of", "2", "es", options=("1 semana", "4 semanas", "2 meses")), Reprompt)


@pytest.mark.parametrize(("said", "value"), [("7", 7), ("42", None)])
def test_a_number_keeps_its_bounds(said: str, value: int | None) -> None:
    """The context gives the lowest and highest number."""
    reading = read_answer("number", said, "es", context="0..20")
    assert reading == (Read(value) if value is not None else Reprompt(Reason.OUT_OF_RANGE))


@pytest.mark.parametrize("said", ["5", "12/05", "...", "?!", "👍", "#3", "½", "- -", "٣"])
@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_figures_and_marks_are_no_words_of_ones_own(said: str, language: str | None) -> None:
    """A number or marks alone, where words were asked for, are asked again and never stored."""
    assert isinstance(read_answer("free_text", said, language), Reprompt)


@pytest.mark.parametrize("said", ["perdí 30 kilos", "bajé 40 kilos", "80 kg hace un año", "1m70"])
def test_a_change_or_a_past_weight_is_not_todays(said: str) -> None:
    """How much was lost, what was weighed once and how tall one is are no weight of today."""
    assert isinstance(read_answer("weight", said, "es"), Reprompt)


@pytest.mark.parametrize(("said", "multi"), [("1-3", False), ("3-1", True), ("1-9", True), ("1-3-4", True), ("1-", True)])
def test_a_span_that_is_not_plain_is_asked_again(said: str, *, multi: bool) -> None:
    """A hyphen means the places between only upwards, within the list, once, and where several may be chosen."""
    assert isinstance(read_answer("choice_of", said, "es", options=("a", "b", "c", "d"), multi=multi), Reprompt)


def test_a_year_in_two_digits_is_read_where_the_day_can_be_no_year() -> None:
    """`28/11/24` of a past event leaves no doubt, `15/03/19` could begin with its year."""
    assert as_json(read_answer("date", "28/11/24", "pt", context="past_event", today=TODAY), "date") == "2024-11-28"
    assert as_json(read_answer("date", "15/03/19", "pt", context="past_event", today=TODAY), "date") == "reprompt"


@pytest.mark.parametrize("said", ["kkkk", "jajaja", "haha", "mdr", "lol"])
def test_laughter_is_no_name(said: str) -> None:
    """Nobody is called by a laugh."""
    assert isinstance(read_answer("name", said, "pt"), Reprompt)
