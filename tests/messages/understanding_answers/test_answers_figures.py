"""Which figure, date or name of several is the answer; and what must stay unread beside it."""

from datetime import date

import pytest

from messages.understanding.answers import as_json, read_answer

TODAY = date(2026, 3, 10)


def read(kind: str, language: str, said: str, options: tuple[str, ...] = (), context: str | None = None, *, multi: bool = False) -> object:
    """What is stored of an answer."""
    return as_json(read_answer(kind, said, language, options=options, multi=multi, context=context, today=TODAY), kind)


@pytest.mark.parametrize(
    ("kind", "language", "said", "stored"),
    [
        ("weight", "es", "mi mujer pesa 60, yo 82", 82),
        ("weight", "pt", "eu 82, minha mulher 60", 82),
        ("weight", "fr", "mon fils fait 20 kg, moi 70 kg", 70),
        ("sleep_hours", "en", "my wife 8, me 5", 5),
        ("pain_0_10", "fr", "mon mari dirait 5, moi je dis 8", 8),
        ("duration", "en", "my mom had it 20 years, me 2 years", 24),
        ("age_or_birthdate", "es", "mi marido tiene 70 y yo 68", {"age": 68}),
        ("pain_0_10", "en", "I told my wife it was a 6 but it's an 8", 8),
    ],
)
def test_a_relatives_figure_is_not_the_writers(kind: str, language: str, said: str, stored: object) -> None:
    """Of two figures the one of the writer is meant where somebody else's stands beside it."""
    assert read(kind, language, said) == stored


@pytest.mark.parametrize(
    ("language", "said", "age"),
    [
        ("en", "Me? 44. But Mom's the patient, she's 78", 78),
        ("es", "es para mi mamá, ella tiene 78 años, yo 50", 78),
        ("pt", "eu tenho 38 mas quem vai tratar é minha mãe, ela tem 67", 67),
        ("fr", "j'ai 45 ans mais c'est maman la patiente, elle a 79 ans", 79),
        ("es", "mi marido 70 y yo 68, es para mí", 68),
    ],
)
def test_the_patients_age_is_meant_where_the_patient_is_named(language: str, said: str, age: int) -> None:
    """Who writes for another tells both ages; who is the patient decides."""
    assert read("age_or_birthdate", language, said) == {"age": age}


@pytest.mark.parametrize("said", ["tengo 54 y mi hijo 20", "I'm 45, mom is 79"])
def test_an_own_age_told_first_is_asked_again(said: str) -> None:
    """A daughter may have begun with her own age: without a word of who the patient is neither is taken."""
    assert read("age_or_birthdate", "en" if "mom" in said else "es", said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "ya tengo 15 años con la diabetes"),
        ("en", "I taught third grade for 38 years"),
        ("pt", "25 anos de estrada"),
        ("fr", "j'ai travaillé 42 ans"),
        ("en", "I was 38 when the accident happened"),
    ],
)
def test_years_that_something_lasts_are_no_age(language: str, said: str) -> None:
    """How long, and how old somebody once was, is no age of today."""
    assert read("age_or_birthdate", language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "stored"),
    [
        ("en", "I take 2 Aleve every 4 hours for it", "reprompt"),
        ("es", "me tomo 3 paracetamoles al día", "reprompt"),
        ("pt", "com as 3 hérnias que eu tenho, boto um 8", 8),
        ("fr", "le 10 c'est le pire ou le mieux ?", "reprompt"),
        ("es", "¿el 10 es lo más fuerte?", "reprompt"),
    ],
)
def test_what_is_counted_or_asked_is_no_pain(language: str, said: str, stored: object) -> None:
    """Pills, hernias and the top of a scale that is asked about are not how much it hurts."""
    assert read("pain_0_10", language, said) == stored


@pytest.mark.parametrize(
    ("kind", "language", "said", "stored"),
    [
        ("sleep_hours", "en", "six or seven", 6.5),
        ("sleep_hours", "fr", "six, sept heures", 6.5),
        ("sleep_hours", "pt", "entre 5 e 6", 5.5),
        ("sleep_hours", "es", "6 u 8", "reprompt"),
        ("duration", "es", "15 o 16 meses", 15.5),
        ("duration", "en", "1 to 5 years", "reprompt"),
        ("pain_0_10", "pt", "6 ou 7", 7),
        ("pain_0_10", "en", "8 and a half", 9),
        ("pain_0_10", "es", "de 4 a 9", "reprompt"),
        ("weight", "es", "80 u 85 kilos", "reprompt"),
        ("age_or_birthdate", "en", "54 or 55", "reprompt"),
    ],
)
def test_two_neighbouring_figures_are_one(kind: str, language: str, said: str, stored: object) -> None:
    """Between neighbours the middle is taken, of pain the worse; a wide range, a weight and an age are asked again."""
    assert read(kind, language, said) == stored


@pytest.mark.parametrize(
    ("language", "said", "hours"),
    [
        ("es", "me despierto como a las 3", "reprompt"),
        ("es", "anoche me dormí a las 12", "reprompt"),
        ("pt", "dirijo 14 horas e durmo 4 na boleia", 4),
        ("en", "8 hours in bed but only 5 asleep", 5),
        ("en", "In bed by 9, don't fall asleep till midnight, and I'm awake at 6:30", 6.5),
        ("pt", "Da meia-noite às seis e meia", 6.5),
        ("es", "seis por la noche y media hora de siesta", 6),
        ("fr", "Avant je faisais mes 9 heures, maintenant j'en fais 6", 6),
    ],
)
def test_hours_slept_are_not_hours_of_the_clock(language: str, said: str, hours: object) -> None:
    """Hours of the clock, at the wheel, in bed and in a nap are not those slept at night."""
    assert read("sleep_hours", language, said) == hours


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [
        ("es", "La espalda hace 6 años y sané. La rodilla, que es por la que les escribo, dos meses", 2),
        ("fr", "J'ai mal depuis 3 ans, et depuis 3 semaines je boite", 36),
        ("pt", "tenho 62 anos, essa dor só apareceu de 4 meses pra cá", 4),
        ("es", "Tengo 54 años", "reprompt"),
        ("fr", "un quart de siècle", 300),
        ("es", "empezó ayer", 0.03),
    ],
)
def test_how_long_is_that_of_the_complaint(language: str, said: str, months: object) -> None:
    """An age, what is over and since when it is worse are not how long it has lasted."""
    assert read("duration", language, said) == months


@pytest.mark.parametrize(
    ("language", "said", "context", "day"),
    [
        ("es", "era el 20 de marzo pero ya me la movieron al 27", "future_event", "2026-03-27"),
        ("fr", "prévu le 5 mai, reporté au 12", "future_event", "2026-05-12"),
        ("pt", "quinta da semana que vem", "future_event", "2026-03-19"),
        ("es", "el lunes de la semana pasada", "past_event", "2026-03-02"),
        ("en", "Next Tuesday, the 17th", "future_event", "2026-03-17"),
        ("en", "Friday the 14th", "future_event", "reprompt"),
        ("pt", "dia 20 agora", "future_event", "2026-03-20"),
        ("en", "the 15th", "past_event", "reprompt"),
        ("en", "had it done in Nov 2022", "past_event", "2022-11"),
        ("pt", "operei em 2014, no mês de agosto", "past_event", "2014-08"),
        ("en", "2015 and again 2019", "past_event", "reprompt"),
    ],
)
def test_the_date_that_holds_is_read(language: str, said: str, context: str, day: str) -> None:
    """A date put off holds as it was put off; a weekday is that of the week named, and has to fit its day."""
    assert read("date", language, said, context=context) == day


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("en", "Tom Okafro. Typo sorry, Tom Okafor", "Tom Okafor"),
        ("pt", "Quem escreve é a Camila, a filha. O nome da paciente é Terezinha Alves", "Terezinha Alves"),
        ("es", "todos me dicen don Beto pero en los papeles soy Norberto Salas", "Norberto Salas"),
        ("fr", "Lefebvre, prénom Odile", "Odile Lefebvre"),
        ("pt", "João Batista de Souza Filho", "João Batista de Souza Filho"),
        ("es", "soy diabética", "reprompt"),
        ("es", "Ana Pérez, hija de Luis Pérez", "Ana Pérez"),
        ("es", "Pedro Casado", "Pedro Casado"),
    ],
)
def test_the_name_that_is_meant_is_read(language: str, said: str, name: str) -> None:
    """Of several names the one typed anew, of the patient or on the papers is meant; a state is no name."""
    assert read("name", language, said) == name


def test_a_relatives_allergy_is_not_chosen() -> None:
    """What a relative has is left out where the writer's own is told beside it."""
    options = ("Latex", "Iode", "Aspirine", "Aucune allergie")
    assert read("choice_of", "fr", "ma fille est allergique au latex, moi c'est l'iode", options, multi=True) == ["Iode"]


@pytest.mark.parametrize(
    ("said", "chosen"),
    [("ya probé todas y nada funcionó", ["A1", "B1"]), ("no todas", "reprompt"), ("todos los días me duele", "reprompt")],
)
def test_all_of_a_list_is_told_within_a_sentence(said: str, chosen: object) -> None:
    """All of them is all, whatever follows; every day and not all are not."""
    assert read("choice_of", "es", said, ("A1", "B1"), multi=True) == chosen


@pytest.mark.parametrize(
    ("said", "chosen"), [("the right is better, the left hurts", "reprompt"), ("it was left before, I prefer right", "Right")]
)
def test_what_is_better_is_not_wished_for(said: str, chosen: str) -> None:
    """A side that is better is no side preferred."""
    assert read("choice_of", "en", said, ("Right", "Left", "Both")) == chosen
