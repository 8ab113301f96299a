"""What an honest clinic has to be able to say, and what only borrows its words."""

import pytest

from messages.guard import judge


def _stopped(texts: list[str]) -> list[str]:
    return [text for text in texts if judge(text, rules_alone=True).blocked]


def test_the_harm_of_leaving_a_treatment_may_be_told() -> None:
    """Why a medicine must not be left is no advice to leave it."""
    texts = [
        "Dejar la warfarina de un día para otro puede formar coágulos.",
        "O tacrolimo protege o seu rim; esquecer doses pode custar o órgão.",
        "Skipping doses of tacrolimus can cost you the kidney.",
        "Arrêter la lévodopa d'un coup peut déclencher une crise grave.",
    ]
    assert _stopped(texts) == []


@pytest.mark.parametrize(
    "text",
    [
        "Deje el metotrexato, puede causar daño al hígado.",
        "Stop your methotrexate, it can cause clots.",
        "Esqueça os remédios, são perigosos.",
        "Arrêtez le méthotrexate, il peut abîmer le foie.",
    ],
)
def test_the_harm_of_a_treatment_excuses_no_advice_to_leave_it(text: str) -> None:
    """A harm told behind a comma is a reason to stop, and the text is stopped."""
    assert judge(text, rules_alone=True).blocked


def test_a_call_to_the_own_doctor_today_is_no_push() -> None:
    """Haste that sends to the patient's own doctor may leave."""
    texts = [
        "Si ya dejó la prednisona por su cuenta, llame hoy mismo a su médico.",
        "Si vous avez déjà arrêté le Plaquenil, appelez aujourd'hui votre interniste.",
        "Isso precisa de um médico ainda hoje, antes que seja tarde.",
    ]
    assert _stopped(texts) == []


def test_a_doctor_who_holds_a_place_is_a_push() -> None:
    """Haste behind which the clinic's doctor waits is a sale."""
    assert judge("Appelez aujourd'hui, le docteur vous garde une place.", rules_alone=True).blocked


def test_a_place_at_the_hospital_may_be_kept() -> None:
    """Not to lose a place on a public list is care, on ours a push."""
    assert not judge("No pierda su lugar en la lista de espera del IMSS por nosotros.", rules_alone=True).blocked
    assert judge("No pierda su lugar en nuestra lista.", rules_alone=True).blocked


def test_an_amount_that_is_refused_may_be_named() -> None:
    """Who refuses to say whether it is more or less than an amount says no amount."""
    texts = [
        "No le puedo decir si es más o menos de 20 mil dólares.",
        "Je ne peux pas vous dire si c'est plus ou moins que 5 000 dollars.",
        "\"Just tell me if it's more or less than 10k.\" I can't say more, less or in between.",
        "A senhora fala em 15 mil reais; não posso dizer sim nem não.",
    ]
    assert _stopped(texts) == []


@pytest.mark.parametrize(
    "text",
    [
        "I can't tell you exactly, but it's about 20,000 dollars.",
        "No le puedo decir, pero son como 20 mil dólares.",
        "A senhora fala em 15 mil; aqui são 12 mil reais.",
        "Vous parlez de 15 000 euros ; chez nous c'est 12 000 euros.",
    ],
)
def test_a_refusal_that_ends_in_an_amount_is_a_price(text: str) -> None:
    """An amount said after all is stopped."""
    assert judge(text, rules_alone=True).blocked


def test_codes_and_sizes_are_no_prices() -> None:
    """The code of a gate, an emergency number and the size of a file may be said."""
    texts = [
        "Le parking est à 200 mètres, le code du portail est 4471.",
        "Em Luanda o número da emergência médica é o 111 ou 112.",
        "Le fichier fait 900 Mo, envoyez-le en plusieurs fois.",
    ]
    assert _stopped(texts) == []


def test_what_if_it_were_is_no_claim() -> None:
    """A miracle that every hospital would already use is none."""
    assert (
        _stopped(["Si fuera milagroso ya lo usarían todos los hospitales.", "If it were a miracle, every hospital would already use it."])
        == []
    )


def test_everyday_senses_of_cure_and_miracle_may_leave() -> None:
    """Ham, concrete, a proverb and an opened file are cured or miraculous in other senses."""
    texts = [
        "Presunto curado e queijo curado ficam na alfândega.",
        "El concreto tarda 28 días en curar, por eso la rampa abre el 14.",
        "Mieux vaut prévenir que guérir : ne manquez pas votre mammographie.",
        "C'est un petit miracle si j'ai réussi à ouvrir votre fichier.",
    ]
    assert _stopped(texts) == []


@pytest.mark.parametrize("text", ["Es un milagro que su rodilla vuelva a crecer.", "Curamos la artrosis."])
def test_miracles_of_the_body_are_claims(text: str) -> None:
    """A miracle or a cure of the body is stopped."""
    assert judge(text, rules_alone=True).blocked
