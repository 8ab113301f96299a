"""Families of wordings in which people answer, and their neighbours that must stay unread."""

from datetime import date

import pytest

from messages.understanding.answers import as_json, read_answer

TODAY = date(2026, 3, 10)


def read(kind: str, language: str, said: str, options: tuple[str, ...] = (), context: str | None = None, *, multi: bool = False) -> object:
    """What is stored of an answer."""
    return as_json(read_answer(kind, said, language, options=options, multi=multi, context=context, today=TODAY), kind)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "no sé, perdón"),
        ("en", "not sure, sorry"),
        ("pt", "não sei, desculpe"),
        ("fr", "aucune idée, désolée"),
        ("en", "sorry, no idea"),
    ],
)
def test_an_apology_beside_a_doubt_leaves_it(language: str, said: str) -> None:
    """Who is sorry not to know does not know."""
    assert read("yes_no", language, said) == "unsure"


@pytest.mark.parametrize(("language", "said"), [("es", "no, perdón"), ("en", "no, sorry"), ("pt", "não, desculpa"), ("fr", "non, désolé")])
def test_an_apology_behind_a_no_leaves_it(language: str, said: str) -> None:
    """A no that is sorry is a no."""
    assert read("yes_no", language, said) == "no"


def test_a_slip_mended_to_the_same_answer_is_that_answer() -> None:
    """A yes typed wrong and then right is a yes."""
    assert read("yes_no", "fr", "ui (pardon, oui)") == "yes"


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "sí, perdón"), ("es", "no, perdón, sí"), ("fr", "oui, pardon, non"), ("en", "sorry, no"), ("es", "perdón, no")],
)
def test_an_apology_that_may_take_back_is_asked(language: str, said: str) -> None:
    """Where an apology could correct what was said, nothing is stored."""
    assert read("yes_no", language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "eso sí que no"), ("en", "not that I've ever had, no"), ("pt", "que nada, nunca tive"), ("fr", "pensez-vous, jamais")],
)
def test_a_lively_no_is_a_no(language: str, said: str) -> None:
    """A no is read in the idioms of each language."""
    assert read("yes_no", language, said) == "no"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "claro, sin bronca"),
        ("en", "sure, not a problem"),
        ("pt", "claro, sem problema nenhum"),
        ("fr", "bien sûr, sans problème"),
        ("pt", "claro, pode ser"),
    ],
)
def test_an_easy_yes_is_a_yes(language: str, said: str) -> None:
    """A yes with "no problem" behind it is a yes."""
    assert read("yes_no", language, said) == "yes"


@pytest.mark.parametrize("said", ["pode ser", "sim, pode ser", "tenho, pode ser"])
def test_could_be_alone_is_a_doubt(said: str) -> None:
    """The Portuguese "pode ser" agrees only behind a plain word of consent."""
    assert read("yes_no", "pt", said) == "unsure"


@pytest.mark.parametrize(
    ("language", "said", "kilos"),
    [
        ("pt", "5 arrobas, como dizia meu vô", 75),
        ("pt", "cinco arrobas e meia", 82.5),
        ("es", "seis arrobas, de las de 11,5 kilos", 69),
        ("es", "ocho arrobas, 92 kilos", 92),
    ],
)
def test_arrobas_of_a_known_size_are_kilograms(language: str, said: str, kilos: float) -> None:
    """An arroba counts where the country or the patient says how heavy it is."""
    assert read("weight", language, said) == kilos


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "peso 6 arrobas"), ("fr", "six arrobas"), ("pt", "entre 5 e 6 arrobas"), ("pt", "20 arrobas"), ("pt", "3 arrobas")],
)
def test_arrobas_in_doubt_are_asked(language: str, said: str) -> None:
    """An arroba of 11.5 or 12.5 kg, a span of them, or a weight nobody has is no weight."""
    assert read("weight", language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "kilos"), [("fr", "102, je sais c'est trop", 102), ("es", "ando en los 104, ya me pasé de tamales", 104)]
)
def test_a_bare_weight_called_too_much_is_in_kilograms(language: str, said: str, kilos: int) -> None:
    """A figure that would be little in pounds is kilograms where it is called too much."""
    assert read("weight", language, said) == kilos


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "102"), ("fr", "160, c'est trop"), ("es", "150, estoy gordo"), ("en", "102, too much")]
)
def test_a_bare_weight_that_could_be_pounds_is_asked(language: str, said: str) -> None:
    """Without its unit a figure that fits both units stays unread."""
    assert read("weight", language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [
        ("en", "a year and a quarter", 15),
        ("es", "un año y cuarto", 15),
        ("pt", "um ano e um quarto", 15),
        ("fr", "un an et quart", 15),
        ("en", "a year and a third", 16),
        ("en", "three quarters of a year", 9),
    ],
)
def test_a_part_of_a_year_is_not_lost(language: str, said: str, months: int) -> None:
    """Quarters and thirds count as halves do."""
    assert read("duration", language, said) == months


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [
        ("fr", "deux petits mois", 2),
        ("fr", "une paire d'années", 24),
        ("en", "two long years", 24),
        ("es", "un buen año", 12),
        ("es", "un mesecito", 1),
        ("pt", "faz um aninho", 12),
        ("pt", "um lustro", 60),
    ],
)
def test_a_span_is_read_beside_words_that_only_colour_it(language: str, said: str, months: int) -> None:
    """Long years, little months and diminutives last as long as any."""
    assert read("duration", language, said) == months


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [("fr", "un trimestre à peu près, trois mois", 3), ("es", "un año, doce meses", 12), ("en", "a year and a half, 18 months", 18)],
)
def test_a_span_told_twice_counts_once(language: str, said: str, months: int) -> None:
    """Two names of one span are not added up."""
    assert read("duration", language, said) == months


@pytest.mark.parametrize(("language", "said"), [("es", "un año y trece meses"), ("es", "desde la pandemia"), ("en", "a few long years")])
def test_a_span_nobody_can_count_is_asked(language: str, said: str) -> None:
    """Spans that do not fit together, or begin nowhere, stay unread."""
    assert read("duration", language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "age"),
    [
        ("en", "two months shy of 80", 79),
        ("es", "me faltan dos meses para los 80", 79),
        ("pt", "faltam dois meses para eu fazer 80", 79),
        ("fr", "à deux mois de mes 80 ans", 79),
        ("es", "treinta y nueve, casi cuarenta pero aún no", 39),
        ("fr", "J'ai 52 ans, bientôt à la retraite j'espère", 52),
    ],
)
def test_the_age_of_today_is_read_beside_the_next_one(language: str, said: str, age: int) -> None:
    """A birthday still to come does not hide the age of today."""
    assert read("age_or_birthdate", language, said) == {"age": age}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "just shy of 80"), ("en", "52, soon"), ("fr", "bientôt 52 ans"), ("es", "casi 40, pero todavía no")]
)
def test_an_age_still_to_come_is_asked(language: str, said: str) -> None:
    """An age that is only near is not stored."""
    assert read("age_or_birthdate", language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "born"),
    [
        ("en", "Christmas day 1948", {"birthdate": "1948-12-25"}),
        ("pt", "25/12/1949, no dia de Natal", {"birthdate": "1949-12-25"}),
        ("fr", "la veille de Noël 1950", {"birthdate": "1950-12-24"}),
        ("es", "soy modelo 54 jaja, 1954", {"birth_year": 1954}),
    ],
)
def test_a_birth_told_twice_or_by_a_feast_is_read(language: str, said: str, born: dict[str, object]) -> None:
    """A named day is a date, and a date said twice is one."""
    assert read("age_or_birthdate", language, said) == born


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("en", "the 22nd of this month", "2026-03-22"),
        ("es", "el mes que viene, el 5", "2026-04-05"),
        ("pt", "dia 5 do mês que vem", "2026-04-05"),
        ("fr", "le 22 de ce mois", "2026-03-22"),
    ],
)
def test_a_day_of_a_month_near_today_is_read(language: str, said: str, day: str) -> None:
    """A day beside "this" or "next month" is that day."""
    assert read("date", language, said, context="future_event") == day


@pytest.mark.parametrize("said", ["the 31st of last month", "the 3rd of last month or the 4th", "the 22nd of this month"])
def test_a_day_that_cannot_have_been_is_asked(said: str) -> None:
    """A day the month lacks, one of two, or one ahead is no past date."""
    assert read("date", "en", said, context="past_event") == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "hours"),
    [
        ("en", "asleep at 11pm, up at 6am every day", 7),
        ("pt", "durmo às 23h, acordo às 6h", 7),
        ("fr", "couché à 23h, debout à 6h", 7),
        ("es", "me duermo a las 11, me levanto a las 6", 7),
        ("es", "seis horas y cuarto", 6.25),
    ],
)
def test_a_night_by_the_clock_is_its_hours(language: str, said: str, hours: float) -> None:
    """Bedtime and rising told apart by a comma give the hours between."""
    assert read("sleep_hours", language, said) == hours


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("es", "juan carlos peña", "Juan Carlos Peña"),
        ("fr", "mon nom : Marc d'Aubigny", "Marc d'Aubigny"),
        ("en", "my name: Bob Lee", "Bob Lee"),
    ],
)
def test_a_name_is_read_behind_its_label_and_with_its_tilde(language: str, said: str, name: str) -> None:
    """Peña is a surname, and "my name" only leads to one."""
    assert read("name", language, said) == name


@pytest.mark.parametrize(("language", "said"), [("es", "me da pena"), ("es", "qué pena"), ("fr", "mon nom"), ("en", "my name")])
def test_a_label_or_shyness_is_no_name(language: str, said: str) -> None:
    """Nothing is stored where no name was told."""
    assert read("name", language, said) == "reprompt"


SINGLE = [
    ("en", ("Male", "Female", "Prefer not to say"), "F", "Female"),
    ("fr", ("Femme", "Homme", "Autre"), "un mec", "Homme"),
    ("es", ("Izquierda", "Derecha", "Ambas"), "D", "Derecha"),
    ("es", ("Por la mañana", "Por la tarde", "Por la noche"), "después de comer, como a las 4", "Por la tarde"),
    ("pt", ("Manhã", "Tarde", "Noite"), "depois do almoço", "Tarde"),
    ("es", ("Soltero(a)", "Casado(a)", "Viudo(a)"), "mi esposo ya falleció", "Viudo(a)"),
    ("pt", ("Solteiro(a)", "Divorciado(a)", "Viúvo(a)"), "me separei no papel ano passado", "Divorciado(a)"),
    ("fr", ("Constante", "Intermittente"), "ça va et ça vient", "Intermittente"),
    ("en", ("Constant", "Intermittent"), "not all the time", "Intermittent"),
    ("en", ("Email", "Phone call", "Text"), "just ring me", "Phone call"),
    ("es", ("Llamada telefónica", "WhatsApp", "Correo electrónico"), "por emeil mejor", "Correo electrónico"),
    ("pt", ("Sozinho", "Acompanhado"), "vou com minha esposa", "Acompanhado"),
    ("en", ("Working", "Retired", "Student"), "hung up my boots 2 years ago, living off my pension", "Retired"),
]


@pytest.mark.parametrize(("language", "options", "said", "chosen"), SINGLE)
def test_an_option_is_found_by_what_is_meant(language: str, options: tuple[str, ...], said: str, chosen: str) -> None:
    """Other words for an option, or its initial, choose it."""
    assert read("choice_of", language, said, options) == chosen


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("Hombre", "Mujer", "Otro"), "M"),
        (("Soltero(a)", "Casado(a)", "Viudo(a)"), "esposa"),
        (("Soltero(a)", "Casado(a)", "Viudo(a)"), "mi mamá falleció"),
        (("Solo", "Acompañado"), "no voy con mi esposa"),
        (("Sedentario", "Moderado"), "no soy sedentario"),
        (("Por la mañana", "Por la tarde"), "a las 4"),
    ],
)
def test_an_option_only_brushed_is_not_chosen(options: tuple[str, ...], said: str) -> None:
    """A letter of two options, a part of a longer saying or a denied phrase chooses nothing."""
    assert read("choice_of", "es", said, options) == "reprompt"


SEVERAL = [
    ("es", ("Resonancia", "Radiografía", "Ninguno"), "tengo rx y la resonancia", ["Resonancia", "Radiografía"]),
    ("pt", ("Fisioterapia", "Cirurgia", "Remédios"), "fisio e comprimido", ["Fisioterapia", "Remédios"]),
    (
        "en",
        ("Physiotherapy", "Injections", "Surgery"),
        "physio, cortisone shots, then they operated",
        ["Physiotherapy", "Injections", "Surgery"],
    ),
    ("fr", ("Marche", "Escaliers", "La nuit"), "en marchant et au lit quand je dors", ["Marche", "La nuit"]),
    ("en", ("Walking", "Stairs", "Sitting"), "only going up and down steps", ["Stairs"]),
    (
        "fr",
        ("Chirurgie", "Médicaments", "Marche", "Repos"),
        "les quatre, j'ai tout essayé",
        ["Chirurgie", "Médicaments", "Marche", "Repos"],
    ),
]


@pytest.mark.parametrize(("language", "options", "said", "chosen"), SEVERAL)
def test_several_options_are_found_by_what_is_meant(language: str, options: tuple[str, ...], said: str, chosen: list[str]) -> None:
    """Each clause of an answer may choose in its own words, and "up and down" is one thing."""
    assert read("choice_of", language, said, options, multi=True) == chosen


def test_a_clause_joined_to_a_choice_is_not_dropped() -> None:
    """What "and" adds to a choice may be one more, so a part of the answer is not stored alone."""
    assert read("choice_of", "en", "physio and some weird tea stuff", ("Physiotherapy", "Surgery"), multi=True) == "reprompt"


def test_out_of_ten_is_read_as_it_is_spoken() -> None:
    """Outta is out of."""
    assert read("pain_0_10", "en", "7 outta 10") == 7
