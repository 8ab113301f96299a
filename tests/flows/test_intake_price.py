"""A price asked as a range, an idea or a figure gets the fixed answer at every question, is no answer to it, and the question stands."""

from dataclasses import replace

import pytest

from flows.effects import Say
from flows.engine import advance
from flows.events import TextReceived
from messages.understanding import read_message
from tests.flows.patient import AT, at, everywhere

RANGES = {
    "es": (
        "dígame un rango|más o menos en cuánto sale|deme un aproximado|un estimado nomás|como cuánto sería"
        "|cuánto me saldría más o menos|nomás un rango de precios|entre qué y qué anda|de cuánto estamos hablando"
        "|aunque sea un rango|más o menos cuánto|una idea del costo|desde cuánto|qué presupuesto necesito"
        "|un precio aproximado aunque sea|a cómo está el tratamiento|por cuánto anda la cosa|y eso en cuánto anda"
        "|ni un aproximado me puede dar?|deme una cifra|en cuánto anda saliendo|cuánto es lo mínimo"
        "|un rango aunque sea de precios|deme un tanteo"
    ),
    "en": (
        "just a ballpark|give me a range|ballpark figure please|roughly how much|a rough estimate|can you give me an estimate"
        "|what's the price range|how much more or less|just a rough number|what are we talking, thousands?|any idea of the cost"
        "|around how much|what kind of money are we talking about|give me a number|what would it run me|just tell me a range"
        "|approximately how much|what's the ballpark|starting at what price|how much on average|a range is fine"
        "|between what and what|what budget do i need|is it expensive"
    ),
    "pt": (
        "uma faixa de valor|me dá uma faixa|mais ou menos quanto fica|quanto sai mais ou menos|um valor aproximado"
        "|só uma estimativa|uma base de preço|a partir de quanto|em torno de quanto|uma ideia de preço|quanto custa em média"
        "|de quanto estamos falando|me passa uma média de valor|qual a faixa de preço|tem noção de quanto fica"
        "|quanto seria por alto|fica em quanto mais ou menos|uma faixa de preço só|de quanto a quanto|um orçamento por cima"
        "|qual o investimento|uma média de preço|é muito caro?"
    ),
    "fr": (
        "un ordre de prix|un ordre de grandeur|juste une fourchette|une fourchette de prix|à peu près combien"
        "|ça coûte combien environ|une estimation|une idée du prix|combien à la louche|dans les combien"
        "|ça tourne autour de combien|donnez-moi une fourchette|un prix approximatif|à partir de combien"
        "|quel budget faut-il prévoir|en gros combien|c'est dans quels prix|combien ça me reviendrait|un tarif approximatif"
        "|de combien à combien|un chiffre à peu près|quel ordre de prix|c'est cher ?|un budget approximatif"
    ),
}
NO_PRICE = {
    "es": "tengo buen rango de movimiento|me dijo una cifra alta|duermo un promedio de 5 horas|me cuesta subir las escaleras",
    "en": "my range of motion is fine|give me a number to call|just a range of exercises|around noon it hurts more",
    "pt": "só uma média de 5 horas|a partir de quanto tempo melhora|me custa subir a escada|boa amplitude de movimento",
    "fr": (
        "en montant l'escalier|j'ai mal en montant les marches|ça craque en montant ou en descendant|montant une pente"
        "|en montant dans le bus|une estimation du médecin m'attend"
    ),
}


@pytest.mark.parametrize("language", RANGES)
def test_a_range_is_a_price(language: str) -> None:
    """Without the word "price" too."""
    assert [words for words in RANGES[language].split("|") if not read_message(words, language).has("price_question")] == []


@pytest.mark.parametrize("language", RANGES)
def test_a_range_is_nothing_else(language: str) -> None:
    """No danger, no wish to stop, nobody asked for."""
    read = {words: read_message(words, language).ids for words in RANGES[language].split("|")}
    assert {words: ids for words, ids in read.items() if ids & {"emergency", "crisis", "opt_out", "delete_data", "human_request"}} == {}


@pytest.mark.parametrize("language", NO_PRICE)
def test_what_only_sounds_like_a_price_is_none(language: str) -> None:
    """A range of motion, an average night, climbing stairs."""
    assert [words for words in NO_PRICE[language].split("|") if read_message(words, language).has("price_question")] == []


@pytest.mark.parametrize("language", RANGES)
def test_a_range_is_refused_and_the_question_stands(language: str) -> None:
    """At every question of the intake: the fixed text, then the same question, and no answer kept."""
    moved = []
    for step, session in everywhere(language).items():
        if session.flow != "intake" or step == "language.choose":
            continue
        for words in RANGES[language].split("|"):
            after = advance(replace(session, last_at=AT), TextReceived(AT, 9, words))
            said = [effect.prompt.key for effect in after.effects if isinstance(effect, Say)]
            if (after.session.step, after.session.answers, "aside-price" in said) != (step, session.answers, True):
                moved.append((step, words, said))
    assert moved == []


def test_an_answer_beside_the_price_counts() -> None:
    """Who answers and asks in one message is answered both ways."""
    both = at("subject.age").says("58 años, ¿y más o menos en cuánto sale?")
    assert (both.answers["subject.age"].value, both.keys[0]) == (58, "aside-price")


def test_an_answer_before_the_price_is_one() -> None:
    """The question takes away only its own words."""
    assert at("subject.who").says("es para mí, dígame un rango").answers["subject.who"].value == "self"
