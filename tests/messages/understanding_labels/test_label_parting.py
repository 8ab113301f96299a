"""Leave taken from messages by meaning, wishes to be written to again, and dangers that are over, supposed or known, in every language."""

import pytest

from messages.understanding import read_message


@pytest.mark.parametrize(
    "text",
    [
        "how do I switch you off",
        "Tuesday's was the last message I wanted",
        "cero mensajes de ahora en adelante",
        "¿cómo desactivo este bot?",
        "que seja a última mensagem",
        "não autorizo novos contatos",
        "que ce soit le dernier message",
        "comment on désactive ce robot",
    ],
)
def test_leave_taken_by_meaning_is_an_opt_out(text: str) -> None:
    """Nobody needs the word stop."""
    assert "opt_out" in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "I want to get the messages again",
        "quiero volver a recibir los mensajes",
        "parei de receber os lembretes, podem voltar a mandar?",
        "je ne reçois plus vos rappels, pouvez-vous les renvoyer ?",
    ],
)
def test_a_wish_to_be_written_to_again_is_no_opt_out(text: str) -> None:
    """It speaks of messages and wants them."""
    assert "opt_out" not in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "never send me reminders again",
        "no quiero volver a recibir mensajes",
        "não quero voltar a receber mensagens",
        "ne recommencez pas à m'écrire",
    ],
)
def test_a_refusal_to_be_written_to_again_is_an_opt_out(text: str) -> None:
    """The same words refused."""
    assert "opt_out" in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "I told the other clinic to quit bugging me. You guys are fine",
        "a la otra clínica ya le dije que no me escriba más",
        "pedi pra outra clínica parar de me mandar mensagem",
        "j'ai dit à l'autre clinique d'arrêter de m'écrire",
    ],
)
def test_another_senders_messages_end_nothing_of_ours(text: str) -> None:
    """Only ours are ours to stop."""
    assert "opt_out" not in read_message(text).ids


@pytest.mark.parametrize("text", ["no hay otra", "there is no other", "não há outra", "il n'y en a pas d'autre"])
def test_there_is_no_other_asks_for_nothing(text: str) -> None:
    """It is an answer, not a question for another place."""
    assert not read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "shortness of breath was when I smoked; quit in 2014, breathing fine now",
        "la falta de aire la tenía cuando fumaba, lo dejé y respiro muy bien",
        "falta de ar eu tinha quando fumava; parei em 2016 e respiro bem",
        "l'essoufflement, c'était quand je fumais ; arrêté en 2016, je respire bien",
        "no trouble breathing, no bleeding, no fever, just a stiff neck like I've had for years",
        "se por acaso der febre alta depois da aplicação, pra onde eu corro?",
    ],
)
def test_what_is_over_or_supposed_is_no_emergency(text: str) -> None:
    """Another time of life with all well since, a list denied, a question for later."""
    assert "emergency" not in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "falta de ar eu tinha quando fumava, mas hoje voltou pior, não consigo respirar",
        "what do I do if the bleeding won't stop, it's soaking the towel",
        "no tengo fiebre pero mi papá no responde y está morado",
        "pas de fièvre mais je n'arrive plus à respirer",
    ],
)
def test_what_came_back_or_is_asked_amid_a_danger_stays_one(text: str) -> None:
    """An old story or an `if` takes nothing from what is told of now."""
    assert "emergency" in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "penicillin closes my throat, was hospitalized for it years back",
        "con la penicilina se me cierra la garganta, ya me internaron hace años por eso",
        "se eu tomo penicilina minha garganta fecha, já fui internada por isso anos atrás",
        "la pénicilline me ferme la gorge, j'ai été hospitalisée pour ça il y a des années",
    ],
)
def test_a_known_allergy_is_told_as_a_fact(text: str) -> None:
    """It is noted, and nobody is sent to an emergency room for it."""
    ids = read_message(text).ids
    assert "contraindication:allergy" in ids
    assert "emergency" not in ids


@pytest.mark.parametrize(
    "text",
    [
        "would being on a blood thinner be a problem? I'm not on one",
        "¿si tomara anticoagulantes sería problema? no los tomo",
        "se eu tomasse anticoagulante seria problema? não tomo",
        "prendre de la warfarine, ça gêne ? moi je n'en prends pas",
    ],
)
def test_what_is_asked_and_then_denied_is_no_contraindication(text: str) -> None:
    """The second sentence answers the first."""
    assert "contraindication:anticoagulant" not in read_message(text).ids


@pytest.mark.parametrize("text", ["would my warfarin be a problem? I'm not sure of the dose", "¿afecta si tomo warfarina? no estoy segura"])
def test_a_doubt_behind_the_question_denies_nothing(text: str) -> None:
    """Not sure of the dose is not off the medicine."""
    assert "contraindication:anticoagulant" in read_message(text).ids


@pytest.mark.parametrize(
    "text",
    ["baby's due in March", "traigo seis meses de panza", "tô com seis meses de barriga", "le bébé est prévu pour juin"],
)
def test_a_child_on_the_way_is_told_in_words_of_home(text: str) -> None:
    """Few say pregnant."""
    assert "contraindication:pregnancy" in read_message(text).ids
