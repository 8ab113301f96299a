"""Scope: what takes a claim back, and what only seems to."""

import pytest

from messages.guard import judge


@pytest.mark.parametrize(
    "text",
    [
        "No es una cura.",
        "This is not, and never was, a cure.",
        "Não prometemos cura, reversão nem regeneração.",
        "Nous refusons de promettre une guérison.",
        "La palabra cura no la usamos.",
        "A cure is not what we offer.",
        "This is not\na cure.",
        "¿Le han dicho que está curado?",
        "Whether it cures anything, nobody knows.",
        "Si alguien le promete una cura, desconfíe.",
        "Nobody can guarantee results.",
        "Sin promesas de cura.",
        "Solo su médico puede suspender su medicina.",
        "A physician decides whether you are a candidate.",
        "La dor no joelho não tem cura hoje.",
    ],
)
def test_what_is_taken_back_leaves(text: str) -> None:
    """A denial, a question, a doubt or a warning bound to the claim lets it pass."""
    assert not judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "No es solo una cura.",
        "This is not just a cure.",
        "Não é só uma cura.",
        "Ce n'est pas seulement une guérison.",
        "No es cirugía. Cura la artritis.",
        "No surgery, we cure arthritis.",
        "No espere más para curarse.",
        "No duele y cura la artritis.",
        "We won't stop until you are cured.",
        "No se preocupe, la curamos.",
        "Nobody cures arthritis better than us, we cure it.",
        "Sin cirugía curamos su rodilla.",
        "¿Quiere curarse?",
        "Did you know stem cells cure arthritis?",
        "O tratamento no joelho cura a artrose.",
        "There is no doubt: it is a cure.",
        "No es caro.",
        "Call 911. We cure arthritis.",
        "Ya no necesitará su medicina.",
    ],
)
def test_what_only_seems_taken_back_is_stopped(text: str) -> None:
    """A negation of something else, of another clause, or of "only" does not cover a claim."""
    assert judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "Our price es 25 mil pesos",
        "Le garantizamos good results",
        "Stem cells curan la artrosis",
        "Vous serez cured",
        "Hay discount para usted",
        "O tratamento é FDA approved",
    ],
)
@pytest.mark.parametrize("language", ["en", "es", "pt", "fr", "de", None])
def test_every_language_is_judged_in_every_text(text: str, language: str | None) -> None:
    """The language named is a hint: a price or a promise of another language is found all the same."""
    assert judge(text, language).blocked


@pytest.mark.parametrize(
    "text", ["Call 911 now.", "Llame ya al 911.", "Ligue agora para o 192.", "Appelez vite le 112.", "Dial 988, it is free."]
)
def test_calls_for_help_are_not_sales(text: str) -> None:
    """Haste and "free" in a call for help are neither urgency nor discount."""
    assert not judge(text).blocked


def test_help_does_not_excuse_a_price() -> None:
    """A number to call in the same text makes no price pass."""
    assert {finding.rule for finding in judge("Call 911. The treatment is $5,000.").findings} == {"price"}


@pytest.mark.parametrize(
    "text", ["Risks? None.", "Risks? None whatsoever.", "¿Riesgos? Ninguno.", "Efeitos colaterais? Zero.", "Des risques ? Aucun."]
)
def test_a_question_that_denies_itself_is_a_claim(text: str) -> None:
    """A question answered with "none" in the next sentence says that there is no risk."""
    assert "no_risk" in {finding.rule for finding in judge(text).findings}


@pytest.mark.parametrize("text", ["Is it a cure? No.", "Tem riscos? Tem.", "Y a-t-il des risques ? Oui, comme toujours."])
def test_a_question_answered_honestly_leaves(text: str) -> None:
    """The same form leaves when the answer denies a cure or admits a risk."""
    assert not judge(text).blocked


@pytest.mark.parametrize(
    "text", ["Call 911. Only two spots left.", "Llame al 911. La primera sesión es gratis.", "Ligue 192. Só restam duas vagas."]
)
def test_a_call_for_help_excuses_no_sale(text: str) -> None:
    """Haste about a place and a session for free are sales, whatever number to call stands in the same text."""
    assert judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "What would you like to do again: dance, garden?",
        "¿Qué le gustaría volver a hacer: bailar, nadar?",
        "O que gostaria de voltar a fazer: dançar?",
    ],
)
def test_asking_for_a_wish_is_no_pitch(text: str) -> None:
    """A question about what a person hopes for promises nothing."""
    assert not judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "Une remise ? Je ne traite ni des prix ni des offres.",
        "Nadie, ni aquí ni en ningún otro lado, puede prometerle que va a dejar el bastón.",
        "You read that stem cells cure blindness. That has not been shown.",
        "Errata: ontem escrevi que as células “recuperam” a cartilagem. Não há comprovação disso.",
        "Sobre parcelamento, não é assunto deste chat.",
        "Não existe, até onde sabemos, terapia que devolva a cartilagem perdida.",
        "“Sem risco nenhum”? Quem falou isso para a senhora?",
    ],
)
def test_a_denial_further_away_takes_back(text: str) -> None:
    """An answer, a correction in the next sentence, an aside and a topic set in front let a claim pass."""
    assert not judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "Le cartilage repousse-t-il ? Oui, chez tout le monde.",
        "Who says arthritis can't be cured? Not our patients.",
        "No es mentira: se cura.",
        "É bem baratinho, viu?",
        "El médico decide, pero yo ya le digo que usted es candidata.",
        "Aquí se cura, pregúntele a quien quiera.",
        "Tenemos los mejores precios, pregunte a su doctor.",
    ],
)
def test_what_only_looks_like_a_denial_further_away_is_stopped(text: str) -> None:
    """A yes, a question that scoffs, a denied denial, a tag, a "but" and advice beside a sale excuse nothing."""
    assert judge(text).blocked


@pytest.mark.parametrize(
    "text",
    ["Cuesta 45 000", "El costo es de 120 000.", "It costs 4 500, all told.", "Fica em 45 000", "Ça coûte 45 000.", "45 000"],
)
def test_an_amount_whose_thousands_stand_apart_is_one_number(text: str) -> None:
    """Also where its last word, alone, is where people in Australia call for help."""
    assert judge(text).blocked


@pytest.mark.parametrize("text", ["In Australia, call 000 now.", "Camine 10 000 pasos al día.", "Une dose de 50 000 000 de cellules."])
def test_a_number_that_calls_or_counts_is_no_amount(text: str) -> None:
    """However its thousands are written."""
    assert not judge(text).blocked
