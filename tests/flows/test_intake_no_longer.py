"""Somebody who is asked yes or no and says "not any more" has answered, and has not asked to be left alone."""

import pytest

from flows.books import STEPS
from flows.engine import advance
from flows.events import TextReceived
from tests.flows.patient import AT, at, everywhere

NO_LONGER = {
    "es": ("ya no", "pues ya no", "ya no, gracias", "ahora ya no", "ya no doctora", "no, ya no"),
    "en": ("not any more", "not anymore", "not anymore, no", "no longer", "I stopped"),
    "pt": ("já não", "não mais", "mais não", "já não, obrigada", "parei"),
    "fr": ("plus maintenant", "non, plus maintenant", "plus du tout", "j'ai arrêté", "plus aujourd'hui"),
}
CLOSED = [name for name, step in STEPS.items() if {"yes", "no"} <= set(step.asks.options) and step.stage not in {"consent", "check_in"}]


@pytest.mark.parametrize("language", NO_LONGER)
def test_no_longer_is_asked_on_and_ends_nothing(language: str) -> None:
    """It is a yes of earlier times and a no of today, so the choices are shown again: nobody is withdrawn by it."""
    sessions, strayed = everywhere(language), []
    for step in CLOSED:
        for words in NO_LONGER[language]:
            after = advance(sessions[step], TextReceived(AT, 9, words)).session
            if (after.status, after.step, after.retries) != ("open", step, 1):
                strayed.append((step, words, after.status))
    assert strayed == []


@pytest.mark.parametrize("words", ["alto", "ya no quiero recibir mensajes", "ya no me escriban", "no more messages"])
def test_a_wish_to_stop_is_obeyed_at_a_closed_question(words: str) -> None:
    """Whoever says more than "no longer" is heard."""
    assert at("screening.immunomodulator").says(words).session.status == "stopped"


def test_no_longer_elsewhere_is_a_wish_to_stop() -> None:
    """Where no yes or no is asked, nothing else can be meant."""
    assert at("inquiry.duration").says("ya no").session.status == "stopped"
