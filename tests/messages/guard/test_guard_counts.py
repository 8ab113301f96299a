"""Numbers that count no money, and words of the house that only sound like selling."""

from itertools import product

import pytest

from messages.catalog import shipped
from messages.guard import judge
from messages.prompt import OFFERED

MILESTONES = ("baseline", "1m", "3m", "6m", "12m")
VALUES = ("0", "1", "5", "7.5", "10")
LINES = ("nrs_pain", "psfs")


@pytest.mark.parametrize(("language", "line"), list(product(OFFERED, LINES)))
def test_a_persons_own_numbers_leave_at_every_milestone(language: str, line: str) -> None:
    """Each value beside every earlier one: what was measured is told, in every language."""
    texts = shipped()
    at = [texts.text(f"check_in-at_{name}", language) for name in MILESTONES]
    for value, count in product(VALUES, range(1, len(at) + 1)):
        earlier = ", ".join(f"{value} ({when})" for when in at[:count])
        told = texts.text(f"check_in-line_{line}", language, {"now": value, "earlier": earlier})
        assert not judge(texts.text("check_in-results", language, {"lines": told}), language).blocked, told


@pytest.mark.parametrize(
    "text",
    [
        "Dolor de 0 a 10 al mes, a los 3 y a los 6 meses.",
        "Hoy solo abrimos hasta las 2.",
        "La ley le garantiza pedir copia de su expediente.",
        "Su colesterol total aparece en 212.",
        "You went from 2,100 steps a day to about 2,600.",
        "The last slot of the day is at 5:40.",
        "Pacemakers change which scan is safe.",
        "It must have cost you a lot of effort to gather those records.",
        "Recebi 214 imagens no total, e todas abriram.",
        "Sinto muito por tudo o que o senhor passou.",
        "La réduction de votre fracture date de trois semaines.",
        "Votre score total est de 45 sur 100.",
    ],
)
def test_what_counts_no_money_leaves(text: str) -> None:
    """Scores, steps, images, opening hours, rights: the text says what is counted or meant."""
    assert not judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "Son 500 al mes.",
        "Pagaría 5 mil al mes.",
        "El total es de 45 000, con diez sesiones.",
        "Hoy solo, abrimos con descuento.",
        "Le garantizamos resultados, por ley.",
        "Last slot at this price.",
        "Sin riesgo: nuestro tratamiento es seguro y sin resonancia.",
        "Para su dolor son 50 dólares al mes.",
        "Nenhum outro faz milagre, só o nosso tratamento faz milagre.",
    ],
)
def test_a_price_or_a_promise_beside_such_words_is_stopped(text: str) -> None:
    """The everyday sense holds only where nothing sells."""
    assert judge(text).blocked
