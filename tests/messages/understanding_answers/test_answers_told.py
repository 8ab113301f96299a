"""A yes or no that is told with a story: what stands at the end of it, and what leaves it open."""

import time

import pytest

from messages.understanding.answers import as_json, read_answer


def read(language: str, said: str) -> object:
    """What is printed for an answer to a yes-or-no question."""
    return as_json(read_answer("yes_no", said, language), "yes_no")


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("en", "yes. wait no that's my neighbour's prescription. so no", "no"),
        ("es", "El doctor pensó que sí, pero salió que no, así que no", "no"),
        ("pt", "sim, li a pergunta toda. a resposta é não", "no"),
        ("fr", "on a cru à une phlébite mais l'écho était normale, donc non", "no"),
        ("en", "My cardiologist checks every month, so yes", "yes"),
        ("es", "Me operaron el año pasado, así que sí", "yes"),
        ("pt", "me operaram ano passado, portanto sim", "yes"),
        ("fr", "on m'a opéré l'an dernier, donc oui", "yes"),
    ],
)
def test_what_is_concluded_last_counts(language: str, said: str, stays: str) -> None:
    """A verdict behind a word of conclusion holds over what was told before it."""
    assert read(language, said) == stays


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I really don't know, so no"),
        ("en", "if it's free, so yes"),
        ("es", "si no duele entonces sí"),
        ("es", "no sé, así que no"),
        ("pt", "se não doer então sim"),
        ("pt", "não sei, então não"),
        ("fr", "si ça fait pas mal alors oui"),
        ("fr", "je sais pas donc non"),
    ],
)
def test_a_conclusion_from_a_doubt_or_a_condition_is_asked_again(language: str, said: str) -> None:
    """Who concludes from what is not known or not yet so has not answered."""
    assert read(language, said) in {"reprompt", "unsure"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "My brother did, and so did my dad. Me personally? No."),
        ("es", "mi mamá sí tuvo, mi hermana también. Yo gracias a Dios no, me reviso cada año"),
        ("pt", "Minha esposa toma, mas é de mim que você está perguntando, né? Eu não."),
        ("fr", "ma mère en a eu un, ma tante aussi, mais moi non"),
        ("en", "everyone in my family except me"),
        ("es", "todos menos yo"),
        ("pt", "todo mundo lá em casa menos eu"),
        ("fr", "tout le monde sauf moi"),
    ],
)
def test_oneself_counts_after_others(language: str, said: str) -> None:
    """What is said of others first does not hide the no said of oneself."""
    assert read(language, said) == "no"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "my brother did. Me? not sure"),
        ("es", "mi mamá sí, yo no sé"),
        ("pt", "meu pai teve, eu não sei"),
        ("fr", "ma sœur oui, moi je sais pas"),
    ],
)
def test_a_doubt_of_oneself_after_others_is_no_verdict(language: str, said: str) -> None:
    """Not to know of oneself is neither yes nor no."""
    assert read(language, said) in {"reprompt", "unsure"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no problem, I agree"),
        ("es", "no hay ningún problema, estoy de acuerdo"),
        ("pt", "não tem problema nenhum, concordo com tudo"),
        ("fr", "non non aucun souci, j'accepte"),
        ("en", "No, I don't mind you asking. Yes, in 2018."),
        ("es", "No le voy a mentir señorita, sí"),
        ("pt", "não vou mentir, sim"),
        ("fr", "je vais pas vous mentir, oui"),
        ("en", "I can't say no: two strokes already"),
        ("es", "Para qué le digo que no, si sí"),
        ("pt", "Não posso dizer que não: tive um AVC"),
        ("fr", "je ne dirais pas non : deux infarctus"),
    ],
)
def test_a_no_of_the_telling_is_no_no(language: str, said: str) -> None:
    """A no that eases, leads to the answer or denies a denial does not stand against the yes."""
    assert read(language, said) == "yes"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no problem"),
        ("es", "no le voy a mentir"),
        ("pt", "não vou mentir"),
        ("fr", "je ne dirais pas non"),
        ("es", "no puedo decir que no"),
    ],
)
def test_a_lead_alone_is_asked_again(language: str, said: str) -> None:
    """Words about the telling with nothing told are no answer."""
    assert read(language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "my doc took me off it last spring and I don't take it anymore"),
        ("es", "el cardiólogo me la suspendió en enero y ya no tomo nada de eso"),
        ("pt", "o médico suspendeu em janeiro e não tomo mais nada disso"),
        ("fr", "j'en prends plus, le cardiologue me les a arrêtés en juin"),
        ("en", "They suspected it but every test came back clean"),
        ("es", "lo sospecharon pero salió negativo"),
        ("pt", "desconfiaram mas deu negativo"),
        ("fr", "ils ont soupçonné ça mais l'examen était négatif"),
    ],
)
def test_what_was_stopped_or_cleared_is_a_no(language: str, said: str) -> None:
    """What is no longer taken, and what was only suspected, is not so today."""
    assert read(language, said) == "no"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I don't take it anymore, now I take Eliquis"),
        ("es", "ya no tomo tanto"),
        ("pt", "não tomo mais warfarina, agora tomo xarelto"),
        ("fr", "je n'en prends plus autant"),
        ("en", "they suspected it and the biopsy came back positive"),
        ("es", "ya no tengo"),
        ("pt", "já não tenho"),
        ("fr", "j'en ai plus"),
    ],
)
def test_what_only_changed_is_asked_again(language: str, said: str) -> None:
    """Another medicine, less of it, or an illness of earlier times is no plain no."""
    assert read(language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "one doctor told me yes and another told me no so who knows"),
        ("es", "Me dijeron que a lo mejor, pero todavía no me entregan los resultados"),
        ("pt", "o médico falou uma coisa mas não sei se era isso"),
        ("fr", "j'en sais fichtre rien"),
    ],
)
def test_those_who_know_disagree_or_are_awaited(language: str, said: str) -> None:
    """Where doctors disagree or results are still out the patient does not know."""
    assert read(language, said) == "unsure"


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("en", "I'd rather not agree to that, sorry", "no"),
        ("es", "no estoy de acuerdo, no quiero que compartan mis datos", "no"),
        ("pt", "prefiro não autorizar", "no"),
        ("fr", "je préfère ne pas accepter", "no"),
        ("en", "ok, where do I sign?", "yes"),
        ("es", "de acuerdo, ¿dónde firmo?", "yes"),
        ("pt", "de acordo, onde assino?", "yes"),
        ("fr", "d'accord, je signe où ?", "yes"),
    ],
)
def test_consent_withheld_is_a_no_and_asking_to_sign_a_yes(language: str, said: str, stays: str) -> None:
    """To rather not agree is a no and not a refusal to answer; who asks where to sign agrees."""
    assert read(language, said) == stays


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "yes hello is this the clinic in cancun"),
        ("es", "sí quería preguntar el precio"),
        ("pt", "sim queria saber o preço"),
        ("fr", "oui je voulais savoir le prix"),
    ],
)
def test_a_call_is_no_yes(language: str, said: str) -> None:
    """A yes that only opens a question of one's own is no answer."""
    assert read(language, said) == "reprompt"


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("en", "cancer? no", "no"),
        ("es", "¿yo? no", "no"),
        ("pt", "grávida? não estou não", "no"),
        ("fr", "enceinte ? mdr non", "no"),
        ("en", "cancer? my mom had it", "reprompt"),
        ("es", "cáncer? mi mamá sí", "reprompt"),
        ("pt", "câncer? minha mãe teve", "reprompt"),
        ("fr", "cancer ? ma mère oui", "reprompt"),
    ],
)
def test_what_was_asked_may_be_said_again(language: str, said: str, stays: str) -> None:
    """An echo of the question before the answer asks nothing."""
    assert read(language, said) == stays


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "mi mamá la pasó mal el año pasado"),
        ("pt", "passo mal às vezes, sim"),
        ("en", "I never skip my pill, so yes"),
        ("fr", "je passe des examens demain, oui"),
    ],
)
def test_a_word_of_passing_within_a_story_refuses_nothing(language: str, said: str) -> None:
    """To pass or skip is a refusal only where it is all that is said."""
    assert not getattr(read_answer("yes_no", said, language), "refused", False)


@pytest.mark.parametrize("said", ["no cancer a, ", "yes no fever, ", "so no, my mom yes ", "my doctor another no ", "nobody yes but me "])
def test_a_long_answer_is_read_in_time(said: str) -> None:
    """However its parts repeat, an answer costs no more than a moment."""
    story = (said * 100)[:990] + " zzz"
    read("en", story)
    begun = time.process_time()
    read("en", story)
    assert time.process_time() - begun < 0.2
