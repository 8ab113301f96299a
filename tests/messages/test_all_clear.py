"""Words that say a danger is over or never was, told from words that say the opposite, in four languages."""

import pytest

from messages.understanding.all_clear import says_all_clear

OVER = {
    "es": (
        "ya estoy bien|falsa alarma|no fue nada|no era nada, ya se me pasó|ya me siento mejor|fue un susto nada más|perdón, me equivoqué"
        "|todo bien, no se preocupe|ya no me duele|era broma|ya pasó|no es una emergencia"
        "|lo apreté por error|si ya estoy bien|no ya estoy bien"
    ),
    "en": (
        "I'm fine now|false alarm|it was nothing|sorry, pressed the wrong button|im okay now thanks|I feel much better now|it passed"
        "|it went away, don't worry|I was just kidding|everything is fine|not an emergency"
        "|nothing serious, sorry|he's fine now|it's over now"
    ),
    "pt": (
        "já estou bem|foi alarme falso|não foi nada|já passou|estou melhor agora|foi só um susto|cliquei errado, desculpe|tô bem"
        "|tudo bem, não se preocupe|estava brincando|não é emergência|me sinto melhor|foi engano|já não dói|não era nada grave"
    ),
    "fr": (
        "je vais bien maintenant|fausse alerte|ce n'était rien|c'est passé|je vais mieux|c’était une erreur, désolée|je me suis trompé"
        "|tout va bien|ça va mieux|rien de grave|c'était pour rire|ne vous inquiétez pas, ça va bien|ce n’est pas une urgence"
        "|je me sens bien"
    ),
}
NOT_OVER = {
    "es": "no estoy bien|ya no estoy bien|no me siento bien|¿estoy bien?|cuando esté bien le aviso|no es falsa alarma|sigo mal",
    "en": "I'm not fine|I am not ok|it's not a false alarm|I don't feel better|am I ok?|I want to be fine|nobody answers|help me",
    "pt": "não estou bem|não me sinto melhor|nunca estou bem|não é alarme falso|socorro|quando estiver bem",
    "fr": "je ne vais pas bien|ça ne va pas mieux|ce n'est pas une fausse alerte|ça va pas bien|aidez-moi|je ne me sens pas bien",
}


@pytest.mark.parametrize("language", OVER)
def test_over_is_heard(language: str) -> None:
    """However it is said."""
    assert [words for words in OVER[language].split("|") if not says_all_clear(words)] == []


@pytest.mark.parametrize("language", NOT_OVER)
def test_the_opposite_is_not_taken_for_it(language: str) -> None:
    """A denial, a wish, a question and a cry for help say no such thing."""
    assert [words for words in NOT_OVER[language].split("|") if says_all_clear(words)] == []


@pytest.mark.parametrize("text", ["", "x" * 100_000, "no " * 50_000, "estoy bien " * 20_000])
def test_any_text_can_be_asked(text: str) -> None:
    """Long and empty ones too."""
    assert says_all_clear(text) in {True, False}
