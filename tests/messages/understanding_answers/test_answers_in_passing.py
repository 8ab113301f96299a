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


KNEES = {
    "en": ("Left knee", "Right knee", "Both knees"),
    "es": ("Rodilla izquierda", "Rodilla derecha", "Ambas rodillas"),
    "pt": ("Joelho esquerdo", "Joelho direito", "Os dois joelhos"),
    "fr": ("Genou gauche", "Genou droit", "Les deux genoux"),
}
DAYS = {
    "en": ("Tuesday", "Thursday"),
    "es": ("Martes", "Jueves"),
    "pt": ("Terça", "Quinta"),
    "fr": ("Mardi", "Jeudi"),
}
SMOKING = {
    "en": ("Never smoked", "Former smoker", "Current smoker"),
    "es": ("Nunca he fumado", "Exfumador", "Fumo actualmente"),
    "pt": ("Nunca fumei", "Ex-fumante", "Fumo atualmente"),
    "fr": ("Jamais fumé", "Ancien fumeur", "Fumeur"),
}
LASTED = {
    "en": ("Less than 6 months", "6 months to 2 years", "More than 2 years"),
    "es": ("Menos de 6 meses", "De 6 meses a 2 años", "Más de 2 años"),
    "pt": ("Menos de 6 meses", "De 6 meses a 2 anos", "Mais de 2 anos"),
    "fr": ("Moins de 6 mois", "De 6 mois à 2 ans", "Plus de 2 ans"),
}
JOINTS = {
    "en": ("Knees", "Hips", "Hands"),
    "es": ("Rodillas", "Caderas", "Manos"),
    "pt": ("Joelhos", "Quadris", "Mãos"),
    "fr": ("Genoux", "Hanches", "Mains"),
}


@pytest.mark.parametrize(
    ("language", "said", "place"),
    [
        ("en", "left... wait, right", 1),
        ("es", "la izquierda, perdón, la derecha", 1),
        ("pt", "esquerdo, ops, direito", 1),
        ("fr", "gauche, pardon, droit", 1),
        ("pt", "os dois doem, mas o direito mais", 2),
        ("en", "both really, right is worse", 2),
        ("pt", "o direito, o esquerdo ainda aguenta", 1),
        ("fr", "le droit, le gauche tient encore", 1),
    ],
)
def test_an_option_taken_back_or_still_well_is_not_chosen(language: str, said: str, place: int) -> None:
    """What stands behind a correction counts, and of two sides the one that still holds does not."""
    assert read("choice_of", language, said, KNEES[language]) == KNEES[language][place]


@pytest.mark.parametrize("said", ["both, but the left is fine", "left or right, sorry, right or left"])
def test_both_with_one_taken_out_is_asked(said: str) -> None:
    """Of both with one of them well again none is stored, nor of two that are corrected to two."""
    assert read("choice_of", "en", said, KNEES["en"]) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Thursday would be better, Tuesdays I work"),
        ("es", "el jueves porque el martes trabajo"),
        ("pt", "quinta é melhor, terça eu trabalho"),
        ("fr", "jeudi plutôt, le mardi j'ai la kiné"),
    ],
)
def test_a_day_asked_for_is_chosen_whatever_is_told_of_the_other(language: str, said: str) -> None:
    """A wish or its reason makes the first clause the whole choice."""
    assert read("choice_of", language, said, DAYS[language]) == DAYS[language][1]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Tuesday please, or Thursday"), ("fr", "mardi svp, jeudi aussi"), ("es", "mejor el martes, y el jueves")],
)
def test_two_days_asked_for_are_asked_again(language: str, said: str) -> None:
    """A second wish leaves none for certain."""
    assert read("choice_of", language, said, DAYS[language]) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "place"),
    [
        ("en", "I quit back in '09, used to do two packs a day", 1),
        ("es", "lo dejé hace 10 años, fumaba dos cajetillas", 1),
        ("pt", "parei em 2010, fumava um maço por dia", 1),
        ("fr", "j'ai arrêté en 2010, je fumais un paquet par jour", 1),
        ("es", "nunca lo dejé", 2),
        ("pt", "nunca parei", 2),
        ("fr", "j'ai jamais arrêté", 2),
    ],
)
def test_a_habit_is_told_from_its_end(language: str, said: str, place: int) -> None:
    """Who quit is a former smoker whatever they smoked, and who never quit did not never smoke."""
    assert read("choice_of", language, said, SMOKING[language]) == SMOKING[language][place]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "all my life"), ("es", "toda la vida"), ("pt", "desde criança"), ("fr", "depuis toujours")]
)
def test_a_lifetime_is_the_longest_span(language: str, said: str) -> None:
    """What has always been there lies in the span without an end."""
    assert read("choice_of", language, said, LASTED[language]) == LASTED[language][2]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "knees and hands, nothing else"),
        ("es", "rodillas y manos, de las caderas no tengo nada"),
        ("pt", "joelhos e mãos, só isso"),
        ("fr", "genoux et mains, les hanches j'ai rien"),
    ],
)
def test_several_are_read_to_their_end(language: str, said: str) -> None:
    """Words that end a list, and what nothing is wrong with, choose nothing."""
    assert read("choice_of", language, said, JOINTS[language], multi=True) == [JOINTS[language][0], JOINTS[language][2]]


@pytest.mark.parametrize(
    ("language", "options", "said", "chosen"),
    [
        ("en", ("Had therapy", "In therapy now", "Never had therapy"), "never been, never heard of it", "Never had therapy"),
        ("es", ("Sí, he ido", "Estoy yendo", "Nunca he hecho terapia"), "nunca fui a eso, ni sé qué es", "Nunca he hecho terapia"),
        ("es", ("Para mí", "Para mi hijo/a", "Para mi pareja"), "pa mi chamaco, tiene autismo", "Para mi hijo/a"),
        ("es", ("Diabetes tipo 1", "Diabetes tipo 2"), "tipo 2, el de los grandes", "Diabetes tipo 2"),
        ("en", ("Left", "Right", "Center"), "neither left nor right, its dead center", "Center"),
    ],
)
def test_an_option_is_told_by_a_part_of_its_label(language: str, options: tuple[str, ...], said: str, chosen: str) -> None:
    """The never of a label, one of its two endings, its numbered end and the rest after two denials choose it."""
    assert read("choice_of", language, said, options) == chosen


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("es", "claro, si no no estaría aquí", "yes"),
        ("en", "yes, otherwise I wouldn't be here", "yes"),
        ("pt", "claro, senão não tava aqui", "yes"),
        ("fr", "évidemment, sinon je serais pas là", "yes"),
        ("en", "that's a hard no from me", "no"),
        ("es", "un no rotundo", "no"),
        ("pt", "um não bem grande", "no"),
        ("fr", "un non catégorique", "no"),
        ("pt", "não, eu não concordo com isso", "no"),
        ("pt", "Não. Opa, corrigindo: sim!", "yes"),
        ("es", "no.. ay perdón, sí, le piqué mal con el dedo", "yes"),
        ("fr", "oui euh pardon non, j'avais mal lu", "no"),
        ("pt", "até onde eu sei, não", "unsure"),
        ("en", "as far as I'm aware no", "unsure"),
        ("es", "si no, no", "reprompt"),
        ("en", "otherwise I would", "reprompt"),
        ("es", "no, solo aspirina", "reprompt"),
    ],
)
def test_a_yes_or_no_is_read_beside_its_reason(language: str, said: str, stays: str) -> None:
    """What else would follow, how firm it is and a slip owned up to leave an answer plain; a condition alone is none."""
    assert read("yes_no", language, said) == stays
