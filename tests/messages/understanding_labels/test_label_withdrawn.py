"""Permission that is withdrawn, wishes to go on, and words that only sound like a danger, alike in every language."""

import pytest

from messages.understanding import read_message


@pytest.mark.parametrize(
    "text",
    [
        "I revoke the consent I gave to be contacted",
        "Retiro mi autorización para que me escriban",
        "Cancelo a permissão que dei pra me contatarem",
        "Je retire mon consentement à être contacté",
    ],
)
def test_consent_for_contact_withdrawn_is_an_opt_out(text: str) -> None:
    """It ends the messages and erases nothing."""
    ids = read_message(text).ids
    assert "opt_out" in ids
    assert "delete_data" not in ids


@pytest.mark.parametrize(
    "text",
    [
        "make it like I never existed in your files",
        "como si nunca me hubiera registrado",
        "façam como se eu nunca tivesse me cadastrado",
        "comme si je ne m'étais jamais inscrit",
    ],
)
def test_to_have_never_been_there_is_to_be_erased(text: str) -> None:
    """As if one had never come."""
    assert "delete_data" in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "don't stop sending the reminders",
        "sigan mandándome los recordatorios, me sirven",
        "pode continuar mandando as mensagens",
        "ne cessez pas de m'envoyer les messages",
    ],
)
def test_a_wish_to_go_on_is_no_opt_out(text: str) -> None:
    """Whoever asks us to write speaks of messages too."""
    assert "opt_out" not in read_message(text).ids


@pytest.mark.parametrize(
    "text", ["no me interesa que me sigan escribiendo", "keep texting me and I will report you, I'm sick of your texts"]
)
def test_a_refusal_or_a_threat_is_no_wish_to_go_on(text: str) -> None:
    """The same words under a refusal or a threat end the messages."""
    assert "opt_out" in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "He says he is going to kill me tonight, I'm hiding",
        "me está golpeando, dijo que me va a matar, estoy encerrada en el baño",
        "ele disse que vai me matar, tô trancada no banheiro",
        "Il me frappe, il a dit qu'il allait me tuer, je suis enfermée",
    ],
)
def test_a_threat_by_somebody_else_is_an_emergency_and_no_crisis(text: str) -> None:
    """Who is threatened does not wish to die."""
    ids = read_message(text).ids
    assert "emergency" in ids
    assert "crisis" not in ids


@pytest.mark.parametrize(
    "text",
    [
        "I took the whole bottle of tylenol, tell my kids I love them",
        "Me acabo de tragar dos cajas de clonazepam porque ya no puedo más",
        "tomei o vidro inteiro de comprimidos, fala pros meus filhos que eu amo eles",
        "j'ai avalé tous mes comprimés, dites à mes enfants que je les aime",
    ],
)
def test_tablets_swallowed_with_a_farewell_are_both_dangers(text: str) -> None:
    """The body is in danger, and so is the wish to live."""
    assert {"emergency", "crisis"} <= read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "if this fails too I won't be around to see the new year",
        "si esto falla no me quedo a ver el otro año",
        "se não der certo eu não fico pra ver o fim do ano não",
        "si ça échoue je ne reste pas pour voir la fin de l'année",
    ],
)
def test_not_to_be_there_to_see_a_day_is_a_crisis(text: str) -> None:
    """A wish to die behind a date."""
    assert "crisis" in read_message(text).ids


def test_a_sentence_is_no_finding_of_a_language_it_is_not_in() -> None:
    """Portuguese words that are spelt almost like French ones say nothing in French."""
    assert "indication:spinal_cord_injury" not in read_message("Caí de moto agora, o osso do braço tá pra fora", "pt").ids


def test_an_appointment_in_the_same_sentence_as_a_danger_is_part_of_it() -> None:
    """Who no longer knows what day it is asks for no date, but a price asked in a sentence of its own stands."""
    assert "appointment_question" not in read_message("40 of fever, shivering like mad and I don't know what day it is").ids
    assert "price_question" in read_message("cuanto cuesta? oigan no puedo respirar bien").ids
