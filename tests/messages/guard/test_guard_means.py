"""Prices put against what people live on, and whose decision an operation is, alike in every language."""

import pytest

from messages.guard import judge


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Let's say the equivalent of two months' rent, not more.", "en"),
        ("Digamos el equivalente a dos meses de renta, no más.", "es"),
        ("Digamos o equivalente a dois meses de aluguel, não mais.", "pt"),
        ("Disons deux loyers, pas davantage.", "fr"),
        ("Même avec une petite retraite ça passe, ce n'est vraiment pas ruineux.", "fr"),
    ],
)
def test_a_price_in_rents_or_by_a_pension_is_a_price(text: str, language: str) -> None:
    """What people live on tells an amount."""
    assert judge(text, language).blocked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Whether you have the operation or not is between you and your surgeon; we stay out of it.", "en"),
        ("Si se opera o deja de operarse lo decide usted con su ortopedista.", "es"),
        ("Quem opera ou deixa de operar é assunto seu com o ortopedista.", "pt"),
        ("Se faire opérer ou non, c'est entre vous et votre chirurgien.", "fr"),
        ("Don't stop the prednisone on your own, Mr. Fuller. Your rheumatologist is the one to adjust it.", "en"),
        ("La diferencia con el grupo placebo no fue significativa.", "es"),
    ],
)
def test_who_decides_and_what_differs_may_be_said(text: str, language: str) -> None:
    """Left to the own doctor, nothing is stopped; a difference in a study is no payment."""
    assert not judge(text, language).blocked


def test_a_balance_still_tells_a_plan_of_payment() -> None:
    """The rest paid by card is a plan."""
    assert judge("Da el enganche hoy y la diferencia con la tarjeta.", "es").blocked
