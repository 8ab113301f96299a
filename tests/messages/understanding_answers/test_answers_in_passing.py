"""Answers told in passing: a figure behind a joke, a birthday soon to come, an option behind its reason; and what must stay unread."""

from datetime import date

import pytest

from messages.understanding.answers import as_json, read_answer

TODAY = date(2026, 3, 10)


def read(kind: str, language: str, said: str, options: tuple[str, ...] = (), context: str | None = None, *, multi: bool = False) -> object:
    """What is stored of an answer."""
    return as_json(read_answer(kind, said, language, options=options, multi=multi, context=context, today=TODAY), kind)


@pytest.mark.parametrize(
    ("language", "said", "kilos"),
    [
        ("en", "one ninety pounds", 86.2),
        ("en", "two oh five lbs or so", 93),
        ("en", "12 stone 10", 80.7),
        ("es", "ayer me subí a la báscula y marcó 96 kilos", 96),
        ("pt", "subi na balança e deu 81 quilos", 81),
        ("en", "stepped on the scale this morning, 181 pounds", 82.1),
        ("fr", "je suis monté sur la balance, 77 kilos, pas plus", 77),
        ("fr", "pas plus de 77 kilos", "reprompt"),
        ("es", "subí 10 kilos", "reprompt"),
    ],
)
def test_a_weight_is_read_as_it_is_said(language: str, said: str, kilos: object) -> None:
    """The word for hundred may be missing in English, and stepping on a scale changes no weight."""
    assert read("weight", language, said) == kilos


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [
        ("es", "hace año y 3 meses", 15),
        ("pt", "ano e dois meses", 14),
        ("fr", "un an pis demi", 18),
        ("fr", "deux ans pis trois mois", 27),
        ("es", "2 años y 3 meses", 27),
    ],
)
def test_a_year_without_its_number_is_one(language: str, said: str, months: int) -> None:
    """A year before months counts as one, and `pis` adds as `et` does."""
    assert read("duration", language, said) == months


@pytest.mark.parametrize(
    ("language", "said", "stored"),
    [
        ("fr", "j'vas avoir 60 le mois prochain", {"age": 59}),
        ("es", "cumplo 60 el mes que viene", {"age": 59}),
        ("en", "I turn 60 next week", {"age": 59}),
        ("pt", "faço 60 semana que vem", {"age": 59}),
        ("en", "I'll be 71 in 2 weeks", {"age": 70}),
        ("en", "I turn 60 next year", "reprompt"),
        ("es", "cumplo 60 pronto", "reprompt"),
        ("es", "86 desde enero", {"age": 86}),
        ("es", "tengo 63, ya ni sé en qué año vivo", {"age": 63}),
        ("en", "I'm from '63", {"birth_year": 1963}),
    ],
)
def test_an_age_is_told_from_the_next_birthday(language: str, said: str, stored: object) -> None:
    """An age reached within a year is one more than that of today; in a year's time it may be two."""
    assert read("age_or_birthdate", language, said) == stored


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("fr", "le vingt-et-un juin", "2026-06-21"),
        ("fr", "trente et un mai", "2026-05-31"),
        ("pt", "vinte e um de junho", "2026-06-21"),
        ("es", "treinta y un de mayo", "2026-05-31"),
        ("en", "may 2 2026... scratch that, may 9", "2026-05-09"),
        ("es", "el 2 de mayo, digo el 9 de mayo", "2026-05-09"),
        ("pt", "2 de maio, desculpa, 9 ou 10 de maio", "reprompt"),
    ],
)
def test_a_date_is_read_to_its_last_word(language: str, said: str, day: str) -> None:
    """Tens joined to a one are a day, and a date that was taken back gives way to the one behind it."""
    assert read("date", language, said, context="future_event") == day


@pytest.mark.parametrize(
    ("language", "said", "pain"),
    [
        ("fr", "neuf, pis même la nuit ça lâche pas", 9),
        ("en", "8, it does not let up", 8),
        ("pt", "era 9 antes da fisio, agora tá em 4", 4),
        ("en", "5. no who am I kidding, 8", 8),
        ("en", "not a 9", "reprompt"),
        ("fr", "c'est pas 9", "reprompt"),
    ],
)
def test_a_denial_in_another_clause_leaves_the_figure(language: str, said: str, pain: object) -> None:
    """Only what is denied in the figure's own clause leaves it open."""
    assert read("pain_0_10", language, said) == pain
