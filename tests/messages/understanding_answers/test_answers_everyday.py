"""Everyday ways to answer that strangers used, and their neighbours that must stay unread."""

from datetime import date

import pytest

from messages.understanding.answers import LANGUAGES, as_json, read_answer

TODAY = date(2026, 3, 10)


def read(kind: str, language: str, said: str, options: tuple[str, ...] = (), context: str | None = None, *, multi: bool = False) -> object:
    """What is stored of an answer."""
    return as_json(read_answer(kind, said, language, options=options, multi=multi, context=context, today=TODAY), kind)


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("es", "puse que no pero ya revisé la caja y sí, es lo que tomo", "yes"),
        ("en", "I said no on the form but truth is yes, half a pack", "yes"),
        ("fr", "je croyais que non mais en relisant l'ordonnance, si", "yes"),
        ("pt", "achava que sim, mas não", "no"),
        ("en", "I thought yes but my doctor says no", "no"),
    ],
)
def test_what_was_thought_before_gives_way(language: str, said: str, stays: str) -> None:
    """Of an earlier belief and what follows the word for but, the latter is the answer."""
    assert read("yes_no", language, said) == stays


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "creía que sí pero no sé"),
        ("en", "I said yes, but only to one"),
        ("es", "creía que no"),
        ("fr", "je croyais que oui mais peut-être"),
    ],
)
def test_an_earlier_belief_alone_is_no_answer(language: str, said: str) -> None:
    """Where nothing certain follows what was thought before, nothing is stored."""
    assert read("yes_no", language, said) in {"reprompt", "unsure"}


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("en", "yes wait no. I misread that. no I don't have one", "no"),
        ("pt", "Sim. Ops, respondi errado, é não", "no"),
        ("es", "sí... ay perdón, estaba leyendo otra pregunta. A esta le pongo que no", "no"),
        ("en", "yess sorry fat fingers YES", "yes"),
        ("es", "sí, me equivoqué", "reprompt"),
        ("fr", "non, je me suis trompé", "reprompt"),
    ],
)
def test_a_slip_owned_up_to_is_read_by_what_follows(language: str, said: str, stays: str) -> None:
    """Who says that they erred is read by the answer behind it, and asked where there is none."""
    assert read("yes_no", language, said) == stays


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("en", "Nope. My brother does but I don't", "no"),
        ("es", "mi hermana no pero yo sí", "yes"),
        ("pt", "meu pai tem, mas eu não", "no"),
        ("fr", "mon frère oui mais moi non", "no"),
        ("es", "sí, mi mamá", "reprompt"),
        ("es", "mi mamá sí", "reprompt"),
    ],
)
def test_a_relative_is_told_from_oneself(language: str, said: str, stays: str) -> None:
    """A relative's yes or no is none of the patient's."""
    assert read("yes_no", language, said) == stays


@pytest.mark.parametrize("said", ["o remédio não sei", "na próstata", "o médico disse isso"])
def test_an_article_is_no_yes_and_no_no(said: str) -> None:
    """The Portuguese articles "o" and "na" say neither yes nor no."""
    assert read("yes_no", "pt", said) in {"reprompt", "unsure"}


@pytest.mark.parametrize(("language", "said"), [("en", "if my doctor wants, yes"), ("pt", "se precisar, sim"), ("fr", "si besoin, oui")])
def test_a_yes_on_a_condition_is_asked(language: str, said: str) -> None:
    """A condition before a yes makes it none for certain."""
    assert read("yes_no", language, said) in {"reprompt", "unsure"}


@pytest.mark.parametrize(
    ("kind", "language", "said", "stays"),
    [
        ("weight", "es", "80 kilos, digo 85", 85),
        ("duration", "es", "dos años, más bien tres", 36),
        ("weight", "fr", "76 non pardon 67 kilos", 67),
        ("weight", "pt", "69 kg\n96* desculpa, digitei trocado", 96),
        ("duration", "en", "I'd say five years. No wait, six", 72),
        ("age_or_birthdate", "fr", "j'ai 96 ans... oups 69 plutôt", {"age": 69}),
        ("pain_0_10", "en", "I said 6 to my doctor but its an 8", 8),
    ],
)
def test_a_corrected_amount_is_the_last_one(kind: str, language: str, said: str, stays: object) -> None:
    """Of two figures with a correction between them, or behind the second, the one that was meant is read."""
    assert read(kind, language, said) == stays


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [("duration", "es", "2 años, o 3"), ("weight", "en", "180 lbs or 190, sorry"), ("pain_0_10", "fr", "6, pardon, 7 ou 9")],
)
def test_two_amounts_that_correct_nothing_are_asked(kind: str, language: str, said: str) -> None:
    """Two figures joined by "or" are two answers, whatever is said around them."""
    assert read(kind, language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [
        ("es", "no llega al medio año, son 5 meses", 5),
        ("en", "started when I was 52, I'm 64 now", 144),
        ("pt", "começou com 40 e hoje tô com 52", 144),
        ("pt", "8 semanas... dois meses então", 2),
        ("en", "a solid decade", 120),
        ("es", "no llega a 5 años", "reprompt"),
        ("es", "más de un año, menos de dos", "reprompt"),
    ],
)
def test_a_span_told_in_a_roundabout_way_is_read(language: str, said: str, months: object) -> None:
    """Two ages, a bound with the exact span beside it and a span rounded up are read; a bound alone is not."""
    assert read("duration", language, said) == months


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("en", "first Monday in April", "2026-04-06"),
        ("es", "el último viernes de mayo", "2026-05-29"),
        ("pt", "primeira segunda-feira de abril", "2026-04-06"),
        ("fr", "le deuxième mardi de mai", "2026-05-12"),
        ("es", "de hoy en ocho", "2026-03-17"),
        ("fr", "lundi en huit", "2026-03-23"),
        ("pt", "na sexta que vem", "2026-03-13"),
        ("pt", "de hoje a duas semanas", "2026-03-24"),
    ],
)
def test_a_day_counted_by_weeks_is_read(language: str, said: str, day: str) -> None:
    """A weekday of a month, a week from today and a weekday of next week are days."""
    assert read("date", language, said, context="future_event") == day


@pytest.mark.parametrize(
    ("language", "said", "age"),
    [
        ("pt", "Oitenta e cinco, se Deus quiser chego aos cem", 85),
        ("en", "I feel like 80 but I am 65", 65),
        ("es", "cumplo 60 en mayo, o sea tengo 59", 59),
        ("fr", "j'aurai 70 ans en juin", 69),
        ("pt", "quase 60, mas por enquanto 59", 59),
    ],
)
def test_the_age_of_today_is_told_from_others(language: str, said: str, age: int) -> None:
    """An age hoped for, felt or still to come is not the age of today."""
    assert read("age_or_birthdate", language, said) == {"age": age}


def test_an_age_reached_this_month_is_asked() -> None:
    """In the month of a birthday it may have been or still be to come."""
    assert read("age_or_birthdate", "es", "cumplo 60 en marzo") == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "kilos"),
    [
        ("en", "a buck eighty lol. pounds obviously", 81.6),
        ("fr", "79 à peu près, à un kilo près", 79),
        ("es", "siempre pesé 80 pero ahorita ando en 74", 74),
        ("en", "150lb last time they weighed me", 68),
        ("en", "140 pounds at home, 145 at the doctor", "reprompt"),
        ("es", "80 kilos, no sé si 82", "reprompt"),
        ("en", "if I was healthy I would be 150 lbs", "reprompt"),
        ("es", "si no fuera por el embarazo pesaría 60 kilos", "reprompt"),
        ("en", "170. not kilos, pounds", "reprompt"),
    ],
)
def test_a_weight_of_today_is_told_from_others(language: str, said: str, kilos: object) -> None:
    """A weight takes its unit from where it stands; of two near ones, or on a condition, none is stored."""
    assert read("weight", language, said) == kilos


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("es", "jose luis ramirez pa servirle", "Jose Luis Ramirez"),
        ("fr", "bonjour, Sandrine Lefèvre à l'appareil", "Sandrine Lefèvre"),
        ("pt", "Cleide Souza com Z viu", "Cleide Souza"),
        ("fr", "BENALI Karim", "Karim Benali"),
        ("es", "ROSALVA ORTIZ con b de burro, Rosalba", "reprompt"),
    ],
)
def test_a_name_is_read_without_the_courtesies_behind_it(language: str, said: str, name: str) -> None:
    """A courtesy, a spelling hint or a surname written first is no part of the name; a hint it does not fit is asked."""
    assert read("name", language, said) == name


PARTS = {
    "en": ("Morning", "Afternoon", "Evening"),
    "es": ("Mañana", "Tarde", "Noche"),
    "pt": ("Manhã", "Tarde", "Noite"),
    "fr": ("Matin", "Après-midi", "Soir"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_hour_chooses_the_part_of_the_day(language: str) -> None:
    """Eight in the evening is the evening, and eight alone is neither."""
    assert read("choice_of", language, "20:30", PARTS[language]) == PARTS[language][2]
    assert read("choice_of", language, "8:30", PARTS[language]) == "reprompt"


@pytest.mark.parametrize("said", ["not after 8pm", "not before 10am", "any time but 9am"])
def test_an_hour_that_is_ruled_out_chooses_nothing(said: str) -> None:
    """What does not suit is no choice."""
    assert read("choice_of", "en", said, PARTS["en"]) == "reprompt"


OFTEN = ("Todo dia", "Algumas vezes por semana", "Raramente", "Nunca")
SMOKING = ("Never smoked", "Former smoker", "Current smoker")
PERSON = ("Myself", "My parent", "My child", "My spouse")
KNEES = ("Right knee", "Left knee", "Both")


@pytest.mark.parametrize(
    ("language", "options", "said", "chosen"),
    [
        ("pt", OFTEN, "faço caminhada segunda, quarta e sexta", "Algumas vezes por semana"),
        ("en", ("Daily", "Weekly", "Monthly"), "used to be daily, now once a month", "Monthly"),
        ("en", SMOKING, "half a pack when I was young, quit in 99", "Former smoker"),
        ("pt", ("Joelho direito", "Joelho esquerdo", "Os dois"), "ambos, o esquerdo começou depois mas agora dói igual", "Os dois"),
        ("en", KNEES, "it's my right one, left one got replaced in 2020", "Right knee"),
        ("es", ("Yo soy el paciente", "Un familiar", "Un amigo"), "para mi mamá", "Un familiar"),
        ("pt", ("Menos de 6 meses", "De 6 meses a 2 anos", "Mais de 2 anos"), "desde 2015", "Mais de 2 anos"),
        ("es", ("Caminar mejor", "Evitar una cirugía"), "lo que quiero es que no me metan cuchillo", "Evitar una cirugía"),
    ],
)
def test_an_option_is_chosen_by_what_is_meant(language: str, options: tuple[str, ...], said: str, chosen: str) -> None:
    """Days, earlier times, what is well again and spans of time choose as people mean them."""
    assert read("choice_of", language, said, options) == chosen


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (SMOKING, "a pack a day until 2010"),
        (SMOKING, "my husband still smokes, I never did"),
        (PERSON, "my son is filling this in for me"),
        (PERSON, "me and my wife"),
        (KNEES, "right knee, injured left in 2001"),
    ],
)
def test_what_is_over_or_anothers_is_not_chosen(options: tuple[str, ...], said: str) -> None:
    """A habit that ended, a relative's habit, a helper and two sides in two sentences choose nothing."""
    assert read("choice_of", "en", said, options) == "reprompt"


@pytest.mark.parametrize(
    ("language", "options", "said", "chosen"),
    [
        ("pt", ("Mãos", "Ombros", "Coluna", "Joelhos"), "as mão, os ombro e os joelho. coluna tá 100%", ["Mãos", "Ombros", "Joelhos"]),
        ("en", ("Neck", "Shoulders", "Back", "Knees"), "neck & back. shoulders and knees are fine surprisingly", ["Neck", "Back"]),
        ("pt", ("Raio-X", "Ressonância", "Nenhum"), "tenho raio x, a ressonância perdi", ["Raio-X"]),
        ("en", ("X-ray", "MRI", "None yet"), "I haven't had any MRI but I have the x-ray", ["X-ray"]),
    ],
)
def test_what_is_well_or_gone_is_not_chosen(language: str, options: tuple[str, ...], said: str, chosen: list[str]) -> None:
    """A part that is well, a record that is lost and one never made are left out."""
    assert read("choice_of", language, said, options, multi=True) == chosen


@pytest.mark.parametrize(
    ("language", "said", "hours"),
    [
        ("es", "me acuesto a las 11 y a las 5 ya estoy parada", 6),
        ("pt", "cinco, acordo umas 3 vezes mas somando dá cinco", 5),
        ("es", "cuatro horitas si bien me va", 4),
        ("en", "up at 6, bed at 11 and at 3 I wake", "reprompt"),
    ],
)
def test_a_night_is_told_from_how_often_it_breaks(language: str, said: str, hours: object) -> None:
    """Times of waking are no hours, and of three times of day no span is made."""
    assert read("sleep_hours", language, said) == hours
