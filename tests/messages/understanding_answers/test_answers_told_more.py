"""A yes or no told beside others, behind an excuse, or by who would have to know."""

from datetime import date

import pytest

from messages.understanding.answers import as_json, read_answer
from messages.understanding.answers_reading import Read
from messages.understanding.answers_yes_no import ENDED


def read(language: str, said: str) -> object:
    """What is printed for an answer to a yes-or-no question."""
    return as_json(read_answer("yes_no", said, language), "yes_no")


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("fr", "moi oui, ma femme non", "yes"),
        ("fr", "oui comme toute la famille du côté de mon père", "yes"),
        ("en", "same as my dad had, so yes", "yes"),
        ("pt", "na minha família toda tem, menos eu", "no"),
        ("es", "mi comadre sí, la pobre, a mí todavía no me ha tocado", "no"),
    ],
)
def test_what_others_have_beside_what_one_has(language: str, said: str, meant: str) -> None:
    """Of a patient and another the patient's own yes or no counts, and likening it to theirs changes nothing."""
    assert read(language, said) == meant


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("es", "disculpe la tardanza andaba en misa. No, no es mi caso.", "no"),
        ("pt", "desculpa a hora, saí do plantão agora. Não tenho não.", "no"),
        ("es", "no me haga esas preguntas tan temprano, sí, sí tengo", "yes"),
    ],
)
def test_an_excuse_is_not_the_answer(language: str, said: str, meant: str) -> None:
    """An apology for writing late, or a joke about the question, leads to the answer behind it."""
    assert read(language, said) == meant


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "My daughter would know, she sorts out my pills."),
        ("fr", "le généraliste dit oui, le spécialiste dit non, allez comprendre"),
        ("es", "en una de esas sí, la doctora me lo explicó muy rápido y no le agarré la onda"),
        ("en", "maybe?? they did a test and never rang me back"),
    ],
)
def test_what_others_would_have_to_say_is_a_doubt(language: str, said: str) -> None:
    """Where somebody else knows, or two who know differ, the patient does not know."""
    assert read(language, said) == "unsure"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "j'ai pas mes lunettes, vous pouvez remettre la question"),
        ("es", "no traigo mis lentes"),
        ("en", "no, only aspirin"),
        ("en", "I haven't been spared"),
    ],
)
def test_a_no_to_something_else_is_asked_again(language: str, said: str) -> None:
    """Lacking one's glasses denies nothing, nor does a no with a medicine that may matter."""
    assert read(language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "not anymore, used to but I quit back in 09"),
        ("en", "used to, gave that up ages ago"),
        ("en", "no longer"),
        ("es", "ya no señorita, lo deje hace como 10 años"),
        ("es", "No. Bueno antes si, de joven, pero horita ya nada de nada"),
        ("es", "antes sí pero ya no"),
        ("pt", "parei faz 12 anos graças a deus, hoje nao mais"),
        ("pt", "antes sim, agora não mais"),
        ("fr", "Plus maintenant, j'ai arrete y a 8 ans"),
        ("fr", "avant oui mais j'ai arrêté"),
    ],
)
def test_what_has_ended_is_a_no_with_a_note(language: str, said: str) -> None:
    """A yes of earlier times that is over is a "no" that says so."""
    assert read_answer("yes_no", said, language) == Read("no", note=ENDED)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I quit but started again"),
        ("en", "I quit smoking but I vape now"),
        ("es", "lo dejé pero volví"),
        ("es", "ya no tomo alcohol pero sí fumo"),
        ("es", "ya no aguanto el dolor"),
        ("es", "antes fumaba"),
        ("pt", "parei mas voltei"),
        ("pt", "não aguento mais"),
        ("fr", "j'ai arrêté mais j'ai repris"),
        ("fr", "j'en prends plus autant qu'avant"),
        ("fr", "avant oui"),
    ],
)
def test_what_may_go_on_is_asked_again(language: str, said: str) -> None:
    """What began anew, goes on in another way or cannot be borne any more has not ended."""
    assert read(language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Oh lord every single day of my life"),
        ("en", "well off and on I guess so yeah some days worse than others"),
        ("en", "a little bit yes mostly in the mornings when I get up"),
        ("en", "why yes I do and its no fun let me tell you"),
        ("en", "all the time honey"),
        ("es", "uy si y bastante no se imagina"),
        ("es", "poquito pero si"),
        ("es", "todo el santo día"),
        ("es", "casi todas las noches sí"),
        ("pt", "um pouquinho só, mas sinto"),
        ("pt", "todo santo dia minha filha"),
        ("pt", "quase toda noite, sim"),
        ("fr", "non enfin si, si j'en ai, excusez moi"),
        ("fr", "un petit peu oui quand je reste assis trop longtemps"),
        ("fr", "presque chaque nuit oui ça me réveille"),
    ],
)
def test_a_yes_by_degree_or_frequency(language: str, said: str) -> None:
    """How much or how often something is so tells that it is."""
    assert read(language, said) == "yes"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "not all the time"),
        ("es", "no todo el tiempo"),
        ("pt", "não o tempo todo"),
        ("fr", "pas tout le temps"),
        ("en", "on and off"),
    ],
)
def test_a_frequency_denied_is_no_yes(language: str, said: str) -> None:
    """What is denied of always leaves sometimes or never open."""
    assert read(language, said) != "yes"


@pytest.mark.parametrize(
    ("language", "said", "options", "expected"),
    [
        ("pt", "o joelho nao, esse ta bom, é o ombro", ("joelho", "quadril", "ombro"), "ombro"),
        ("en", "the knee no, that one is fine, it's the shoulder", ("knee", "hip", "shoulder"), "shoulder"),
        ("en", "not the left one thats the good one", ("left", "right", "both"), "right"),
        ("en", "english is fine, my spanish is rusty", ("English", "Spanish"), "reprompt"),
        ("en", "where my arm hooks on, cant reach up to the cabinet", ("knee", "hip", "shoulder"), "shoulder"),
        ("fr", "moi tout seul comme un grand", ("moi-même", "un proche"), "moi-même"),
    ],
)
def test_the_option_told_instead(language: str, said: str, options: tuple[str, ...], expected: str) -> None:
    """What is denied first is not chosen; what is named instead is."""
    assert as_json(read_answer("choice_of", said, language, options=options), "choice_of") == expected


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("en", "just turned the big six oh last month", {"age": 60}),
        ("en", "54 no sorry 55 I keep forgetting I had a birthday", {"age": 55}),
        ("en", "my birthday is in 55", {"birth_year": 1955}),
        ("fr", "de 48, je suis un vieux de la vieille", {"birth_year": 1948}),
        ("fr", "65 ans dans deux mois donc 64", {"age": 64}),
        ("es", "cumplo 60 en 2 meses", {"age": 59}),
        ("pt", "faço 70 daqui a 3 meses", {"age": 69}),
    ],
)
def test_an_age_told_sideways(language: str, said: str, expected: dict[str, int]) -> None:
    """A coming birthday is not yet had, one that was had tells no year, and a year behind a word for from is no age."""
    found = read_answer("age_or_birthdate", said, language, today=date(2026, 11, 20))
    assert as_json(found, "age_or_birthdate") == expected


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("en", "this is walter jankowski calling from toledo", "Walter Jankowski"),
        ("es", "habla Lety Cárdenas me recomendo la señora Alma", "Lety Cárdenas"),
        ("pt", "aqui é a Marta Souza moro em Recife", "Marta Souza"),
        ("fr", "Luc Roy j'habite à Laval", "Luc Roy"),
        ("es", "Juan de la Cruz", "Juan de la Cruz"),
    ],
)
def test_a_name_with_where_its_bearer_is(language: str, said: str, expected: str) -> None:
    """Where somebody calls from or lives is no part of the name."""
    assert as_json(read_answer("name", said, language), "name") == expected
