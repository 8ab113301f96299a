"""Answers as people speak them: taken back, so only at times, to a dear one, beside what somebody else has, or what is feared."""

from datetime import date

import pytest

from messages.understanding.answers import as_json, read_answer

TODAY = date(2026, 3, 10)
JOINTS = {
    "en": ("Knee", "Hip", "Shoulder"),
    "es": ("Rodilla", "Cadera", "Hombro"),
    "pt": ("Joelho", "Quadril", "Ombro"),
    "fr": ("Genou", "Hanche", "Épaule"),
}
TRIED = {
    "en": ("Pain pills", "Physical therapy", "Injections", "Surgery"),
    "es": ("Pastillas", "Fisioterapia", "Inyecciones", "Cirugía"),
    "pt": ("Remédios", "Fisioterapia", "Infiltração", "Cirurgia"),
    "fr": ("Médicaments", "Kinésithérapie", "Infiltrations", "Chirurgie"),
}


def read(kind: str, language: str, said: str, *, context: str | None = None) -> object:
    """What is printed for an answer given on the day of these tests."""
    return as_json(read_answer(kind, said, language, context=context, today=TODAY), kind)


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("en", "now and then I do yeah mostly when it rains", "yes"),
        ("es", "a veces si, mas cuando hace frio", "yes"),
        ("pt", "vez ou outra sim, quando faz frio", "yes"),
        ("fr", "ça m'arrive oui surtout le matin", "yes"),
        ("en", "I sure do, been taking it since my husband passed", "yes"),
        ("pt", "sinto sim minha filha, principalmente de noite", "yes"),
        ("es", "no... bueno si, una vez, si me la hicieron", "yes"),
        ("fr", "non, attendez, si, j'en prends un", "yes"),
        ("pt", "não minha filha, nunca", "no"),
        ("en", "no wait yes", "reprompt"),
        ("en", "no. sorry I didn't understand", "reprompt"),
        ("pt", "isso nao gosto de falar por mensagem", "reprompt"),
        ("es", "eso no me gusta hablarlo por aquí", "reprompt"),
        ("en", "i don't like to talk about that here", "reprompt"),
    ],
)
def test_a_yes_or_no_as_it_is_spoken(language: str, said: str, meant: str) -> None:
    """A yes of some days is a yes, a bare flip is asked again, and a dislike of talking about it is no no."""
    assert read("yes_no", language, said) == meant


@pytest.mark.parametrize(
    ("language", "said", "age"),
    [
        ("en", "seventy two my wife is 69", 72),
        ("en", "i'm 65, wife 60", 65),
        ("es", "tengo 65 y mi esposo 70", 65),
        ("pt", "eu 65 e minha esposa 60", 65),
        ("fr", "moi 65 et ma femme 60", 65),
        ("en", "for my mom, 86, I'm 57", 86),
        ("fr", "c'est pour maman, 86 ans, moi j'en ai 57", 86),
        ("es", "en mayo cumplo los 60", 59),
        ("fr", "en mai j'aurai 60 ans", 59),
        ("pt", "63 não 64, fiz em janeiro", 64),
        ("es", "cincuenta y ocho perdon cincuenta y nueve que los cumpli en febrero", 59),
        ("pt", "minha esposa tem 58 e eu sou dez anos mais velho, 68", 68),
        ("en", "eleven years ago i turned sixty, so seventy one now", 71),
        ("en", "just turned 64 on sunday, all 11 grandkids came", 64),
    ],
)
def test_an_age_beside_other_figures(language: str, said: str, age: int) -> None:
    """The age of the patient is read, not a difference, a count, an earlier age or somebody else's."""
    assert read("age_or_birthdate", language, said) == {"age": age}


@pytest.mark.parametrize(
    ("kind", "language", "said", "value"),
    [
        ("weight", "en", "13 stone 4, sorry im english, been in ohio 30 years", 84.4),
        ("weight", "pt", "era 110 antes da bariatrica agora 79", 79),
        ("weight", "es", "80 kg y mi esposo 90 kg", 80),
        ("weight", "pt", "emagreci 10 quilos, tô com 68", 68),
        ("weight", "en", "201 pounds, my bad shoulder is the left one", 91.2),
        ("duration", "pt", "dois anos não três", 36),
        ("duration", "es", "cuatro años, no, ya van para seis, si, seis años", 72),
        ("duration", "en", "9 months, actually no it was before Dad's funeral so 11 months", 11),
        ("sleep_hours", "fr", "au lit 8 heures, mais dormir, 5", 5),
    ],
)
def test_a_figure_mended_or_told_beside_another(kind: str, language: str, said: str, value: float) -> None:
    """Of two figures the one that was meant to stay is read."""
    assert read(kind, language, said) == value


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("en", "April 3rd, they moved it from march 27", "2026-04-03"),
        ("es", "me la pasaron del 27 de marzo al 3 de abril", "2026-04-03"),
        ("pt", "3 de abril, antes era 27 de março", "2026-04-03"),
        ("fr", "le 3 avril au lieu du 27 mars", "2026-04-03"),
    ],
)
def test_a_date_that_was_moved(language: str, said: str, meant: str) -> None:
    """The date an appointment was moved to holds, whichever of the two is told first."""
    assert read("date", language, said, context="future_event") == meant


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("en", "its Earlene Hutchins hon", "Earlene Hutchins"),
        ("es", "me llamo jose luis pero me dicen pepe", "Jose Luis"),
        ("pt", "Maria das Dores minha filha", "Maria das Dores"),
        ("fr", "Bernard Petit, mais appelez-moi Nanard", "Bernard Petit"),
    ],
)
def test_a_name_before_a_nickname_or_a_dear_word(language: str, said: str, name: str) -> None:
    """Neither what somebody is called besides nor whom one speaks to is part of a name."""
    assert read("name", language, said) == name


@pytest.mark.parametrize(
    ("language", "said", "place"),
    [
        ("en", "the first, no, the third, I cant raise my arm", 2),
        ("es", "la primera no no la tercera", 2),
        ("pt", "a 2 aliás a 3", 2),
        ("fr", "la 1 euh non la 3", 2),
        ("en", "hip, no, shoulder", 2),
        ("fr", "c'est ma rotule qui craque", 0),
        ("es", "me truena la choquezuela", 0),
    ],
)
def test_a_choice_taken_back_or_told_by_a_near_word(language: str, said: str, place: int) -> None:
    """The choice told last stays, and a part of a joint tells the joint."""
    options = JOINTS[language]
    assert as_json(read_answer("choice_of", said, language, options=options), "choice_of") == options[place]


@pytest.mark.parametrize(
    ("language", "said", "places"),
    [
        ("en", "tylenol and then a shot in the knee that lasted 2 weeks. no therapy", (0, 2)),
        ("es", "pastillas y fisio, a la cirugía le tengo miedo", (0, 1)),
        ("pt", "fiz fisio 20 sessoes e tomei remedio, injeção eu tenho medo", (0, 1)),
        ("fr", "du doliprane, du kiné, pas d'opération", (0, 1)),
    ],
)
def test_what_is_feared_was_not_tried(language: str, said: str, places: tuple[int, ...]) -> None:
    """A medicine's own name tells pain pills, and what is feared or refused is no choice."""
    options = TRIED[language]
    got = as_json(read_answer("choice_of", said, language, options=options, multi=True), "choice_of")
    assert got == [options[place] for place in places]


def test_one_medicine_is_not_another() -> None:
    """A pain medicine's name chooses no other medicine."""
    got = read_answer("choice_of", "ibuprofen", "en", options=("Aspirin", "Warfarin"), multi=True)
    assert as_json(got, "choice_of") == "reprompt"
