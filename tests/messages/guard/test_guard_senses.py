"""Everyday senses of the rules' words: what a phrase speaks of, and that the same words of a treatment stay claims."""

import pytest

from messages.guard import judge


def _stopped(texts: list[str]) -> list[str]:
    return [text for text in texts if judge(text, rules_alone=True).blocked]


def test_the_house_and_its_things_promise_nothing() -> None:
    """A car park, a fax, a form and a password are no treatment."""
    texts = [
        "The last places to park are behind the pharmacy.",
        "El milagro es que todavía sirva el fax.",
        "Pule a pergunta de cirurgias se nunca fez nenhuma.",
        "Pour régénérer votre mot de passe, touchez le lien bleu.",
        "Gardez l'inhalateur dans la poche de votre veste.",
        "You're all set for Tuesday's call at ten.",
    ]
    assert _stopped(texts) == []


def test_the_patients_own_past_is_no_claim() -> None:
    """What was removed, cured or changed years ago, by others, may be written down and asked about."""
    texts = [
        "Le quitaron un melanoma hace 6 años, ¿es correcto?",
        "Your hepatitis C was cured with Harvoni, you wrote. Do you have the last virus test?",
        "Três anos atrás, como escreveu, colocaram a placa.",
        "Vous écrivez avoir arrêté le méthotrexate en janvier. Qui vous l'a conseillé ?",
        "O neurologista trocou o remédio em março, foi o que anotei.",
        "L'IRM a éliminé une tumeur, c'est votre médecin qui l'écrit.",
    ]
    assert _stopped(texts) == []


def test_a_wound_a_finding_and_a_gauge_are_no_claims() -> None:
    """The care of a wound, what a radiologist saw and a calibrated gauge may be told."""
    texts = [
        "Para la curación del pie traiga gasas, agua y jabón neutro.",
        "La guérison de la peau prend en général une dizaine de jours.",
        "There's a spot on the kidney. It may well be harmless, but your family doctor should look.",
        "O aparelho de pressão está aferido, pode confiar na medida de 13 por 8.",
        "Chaque lot arrive avec une garantie d'origine du laboratoire.",
    ]
    assert _stopped(texts) == []


def test_offers_of_others_are_not_ours() -> None:
    """A hotel's discount, a gift that came, a cheaper bus and a road without toll are nobody's sale."""
    texts = [
        "The gift you left with the nurses can't be kept, but thank you.",
        "Sale más barato mandar el disco por correo que por mensajería.",
        "Pronto, retirei seu número da lista.",
        "La vieille route est gratuite mais ajoute bien une heure.",
        "L'essai a été financé par le fabricant, gardez-le à l'esprit.",
    ]
    assert _stopped(texts) == []


@pytest.mark.parametrize(
    "text",
    [
        "The last places for the infusions go this afternoon.",
        "Escribió que tiene esclerosis. Nosotros curamos la esclerosis.",
        "Tecido novo onde estava o menisco, em dez semanas.",
        "Appelez ça un miracle si vous voulez, ici on en voit chaque semaine.",
        "Las células son inofensivas, lo dice nuestro radiólogo.",
        "Our package deal includes the hotel.",
        "Curar la artrosis, nadie lo hace mejor que nosotros.",
        "Garantimos alívio e uma resposta rápida.",
        "D'après ce que vous dites, vous avez une hernie discale.",
    ],
)
def test_the_same_words_of_a_treatment_are_claims(text: str) -> None:
    """Beside a treatment, an offer of ours or a promise the everyday sense excuses nothing."""
    assert judge(text, rules_alone=True).blocked


@pytest.mark.parametrize(
    "text",
    [
        "Lo repartimos en el año, un poquito cada mes, ni lo va a sentir.",
        "Avec ce que vous me dites, c'est oui, le médecin n'a plus qu'à tamponner.",
        "Não existe hipótese de não funcionar num joelho como o seu.",
        "O que se passa naquela sala nem a ciência explica, é coisa lá de cima.",
        "Rose's daughter had it done here and now she never stops talking. Next up is your Michael.",
        "Your neurologist is mistaken, don't listen to him, listen to us.",
        "Suspenda el rituximab antes de volar, las células lo sustituyen.",
        "À 88 ans vous n'êtes pas admissible, je ferme le dossier.",
    ],
)
def test_roundabout_wordings_are_claims(text: str) -> None:
    """A stamp that is all the doctor does, a little each month, a science without words: the claim in other words is one."""
    assert judge(text, rules_alone=True).blocked


def test_a_word_cut_by_lines_is_put_together() -> None:
    """An order to stop whose word is broken over lines is read."""
    assert judge("Pode\npa\nrar\na insulina\nquando fizer a primeira infusão.").blocked


def test_a_phrase_in_a_very_honest_text_is_not_believed() -> None:
    """A phrase that stands in a sentence, and a text, much like honest ones means something else; what is signed is read strictly."""
    text = "Leave the cane at the scanner door, metal can't go in."
    assert judge(text, rules_alone=True).blocked
    assert not judge(text).blocked


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for telling me. You matter. There is no risk at all. A person will still contact you.",
        "Siga con su tratamiento actual, salvo que su médico lo cambie. Le garantizamos mejoría. Si no hay fecha, salte la pregunta.",
        "Continue com o seu tratamento atual. Pode parar a insulina. Um médico lê tudo e responde por escrito.",
        "Apportez vos examens mardi, buvez de l'eau, et à 88 ans vous n'êtes pas admissible, je ferme le dossier.",
    ],
)
def test_a_promise_between_honest_sentences_is_believed(text: str) -> None:
    """Honest sentences around a promise excuse nothing."""
    assert judge(text).blocked


@pytest.mark.parametrize(
    "text",
    ["4500", "4500.00", "Sí, 4500", "about 4500", "from 4500", "4500 each", "3500-4000", "uns 4500", "environ 4500", "4500 ou 5000"],
)
def test_a_number_that_stands_alone_is_a_price(text: str) -> None:
    """To whoever has just asked for one; what it is of has to be said."""
    assert [finding.rule for finding in judge(text).findings] == ["price"]


@pytest.mark.parametrize("text", ["911", "988", "2026", "112", "+52 55 1234 5678", "12:30", "45", "Habitación 204", "4500 pasos"])
def test_numbers_that_call_date_or_count_are_none(text: str) -> None:
    """Numbers for help, years, telephones, hours, small numbers and what is counted."""
    assert judge(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "La dosis es de 120 millones de células.",
        "La dosis total es de 120 millones.",
        "Your dose is 120 million cells in total.",
        "Recibiría 100 millones de células en total.",
        "La dosis es de 1.5 millones por kilo.",
        "A dose é de 90 milhões de células.",
        "La dose est de 80 millions de cellules.",
    ],
)
def test_a_dose_is_counted_in_cells(text: str) -> None:
    """What a physician must name in a protocol is no amount of money."""
    assert judge(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "La dosis cuesta 120 millones de pesos",
        "La dosis: 120 millones de pesos",
        "The dose is 12 million pesos",
        "La dosis es de 120 millones, en pesos",
        "The dose is 4500",
        "Son 120 millones de células por 4500",
        "Dosis de 120 millones de células por 45 mil",
    ],
)
def test_the_price_of_a_dose_stays_a_price(text: str) -> None:
    """Whatever else is counted beside it."""
    assert "price" in {finding.rule for finding in judge(text).findings}


@pytest.mark.parametrize(
    "text", ["Perfecto", "ok, lo veo", "Hasta luego", "No se preocupe", "👍 😀 . ? ... - R", "/", "See you soon", "À bientôt", "Até logo"]
)
def test_a_text_of_a_few_words_is_like_nothing(text: str) -> None:
    """Only the rules judge it: likeness needs something to compare."""
    assert judge(text).findings == ()


def test_a_shops_warranty_and_a_greeting_promise_nothing() -> None:
    """Of a stick, a walker or a chair; of a holiday wished back."""
    texts = [
        "A nota da bengala é para acionar a garantia da loja, guarde com você.",
        "Your walker's warranty is with the store, not us.",
        "La andadera trae garantía de fábrica, ellos se la cambian.",
        "La garantie du fauteuil roulant est chez le fabricant.",
        "Bonne Saint-Jean à vous aussi !",
        "Feliz Navidad a usted también.",
    ]
    assert _stopped(texts) == []


def test_what_lacks_without_a_medicine_is_no_advice_to_leave_it() -> None:
    """In each language, and a dose by its number is no price."""
    texts = [
        "Retome o contato com o seu endocrinologista ainda hoje; sem insulina o senhor pode passar muito mal.",
        "Sin la insulina puede ponerse grave: llame hoy a su médico.",
        "Without your insulin you could get very ill: call your doctor today.",
        "A metformina é de 850, duas vezes ao dia, certo?",
        "La metformina es de 850, dos veces al día, ¿verdad?",
    ]
    assert _stopped(texts) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Hay tres personas preguntando por su día, dígame que sí.", "urgency"),
        ("There are two other people waiting for your spot.", "urgency"),
        ("Tem outras pessoas esperando a sua vaga.", "urgency"),
        ("Deux autres personnes attendent votre créneau.", "urgency"),
        ("There's a medical lender we work with out of Phoenix.", "financing"),
        ("Trabajamos con una financiera que le aprueba al momento.", "financing"),
        ("Mal não faz, isso eu afirmo.", "no_risk"),
        ("Daño no le hace, se lo aseguro.", "no_risk"),
        ("Votre spécialiste vous les donne par habitude.", "stop_care"),
        ("Su doctor se las receta por costumbre.", "stop_care"),
        ("Notre garantie de guérison est écrite.", "guarantee"),
        ("Nossa cura do joelho é conhecida.", "cure"),
    ],
)
def test_pressure_loans_harmlessness_and_doubt_are_heard(text: str, rule: str) -> None:
    """Said in everyday words, in every language."""
    assert rule in {finding.rule for finding in judge(text, rules_alone=True).findings}
