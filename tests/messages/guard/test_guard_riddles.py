"""A price as a riddle, a guess confirmed, a sum put beside another's; and codes, efforts and gifts that only sound like one."""

from typing import Final

import pytest

from messages.guard import judge

TOLD: Final = [
    ("Let me put it like this: a five, and then three zeros.", "en"),
    ("Your guess of ten was a bit generous, but you're on the right track.", "en"),
    ("You said about nine thousand? Warm. Very warm.", "en"),
    ("Four digits. Begins with an eight. That's it.", "en"),
    ("30 to 45. In thousands of pesos, naturally.", "en"),
    ("It'll run you what a decent used pickup would.", "en"),
    ("A third of what that clinic in Zurich told you.", "en"),
    ("They asked you for twice what we ask.", "en"),
    ("its like fourty five hunnerd dollars", "en"),
    ("a bit north of six, counting the anesthesia", "en"),
    ("Se lo pongo así: un cinco y luego cuatro ceros.", "es"),
    ("Le echó de más con cien, pero por ahí va.", "es"),
    ("¿Dijo noventa mil? Tibio, tibio.", "es"),
    ("Cinco cifras. La primera es un ocho. Y ya.", "es"),
    ("De 30 a 45. En miles de pesos, desde luego.", "es"),
    ("Le va a salir lo de una troca usada en buen estado.", "es"),
    ("La tercera parte de lo que le dijeron en Zúrich.", "es"),
    ("Allá le pidieron el doble de lo que pedimos.", "es"),
    ("son komo cuarentisinco mil pezitos", "es"),
    ("tantito arriba de sesenta, ya con anestesia", "es"),
    ("Vou falar assim: um cinco e depois três zeros.", "pt"),
    ("O senhor exagerou com trinta, mas vai por aí.", "pt"),
    ("Falou vinte mil? Morno, morno.", "pt"),
    ("Cinco dígitos. O primeiro é um dois. E pronto.", "pt"),
    ("De 15 a 22. Em milhares de reais, claro.", "pt"),
    ("Vai sair o de uma caminhonete usada em bom estado.", "pt"),
    ("Um terço do que falaram em Zurique.", "pt"),
    ("Lá pediram o dobro do que a gente pede.", "pt"),
    ("da uns vinti sinco miu reaiz", "pt"),
    ("um tiquinho acima de vinte, já com anestesia", "pt"),
    ("Je vous le dis comme ça : un cinq, puis trois zéros.", "fr"),
    ("Vous avez visé large avec dix, mais c'est l'idée.", "fr"),
    ("Vous disiez neuf mille ? Tiède, très tiède.", "fr"),
    ("Quatre chiffres. Le premier est un huit. Voilà.", "fr"),
    ("De 6 à 9. En milliers d'euros, naturellement.", "fr"),
    ("Ça vous fera le prix d'une camionnette d'occasion en bon état.", "fr"),
    ("Le tiers de ce qu'on vous a dit à Zurich.", "fr"),
    ("Là-bas on vous demandait le double de ce que nous demandons.", "fr"),
    ("sa fé dan lé set mil euro", "fr"),
    ("un poil au-dessus de six, anesthésie comprise", "fr"),
    ("It begins with a nine and has four digits, that is all you get from me.", "en"),
    ("You guessed nine thousand and you're getting warm, go up a touch.", "en"),
    ("Higher than the number you had in mind, but not by much.", "en"),
    ("Set aside around nine to be safe, flights not counted.", "en"),
    ("No le puedo decir, pero comienza con ocho y son cinco dígitos.", "es"),
    ("Casi le atina, bájele tantito a lo que pensó.", "es"),
    ("Entre 70 y 95, en miles.", "es"),
    ("Sí es un gasto fuerte, no le voy a mentir.", "es"),
    ("Pro joelho dereito deu trinta e dois miu reas", "pt"),
    ("Sua estimativa ficou um pouco baixa, viu.", "pt"),
    ("De 15 a 25, depende do joelho. Mil, claro.", "pt"),
    ("Os pacientes têm pago entre 20 e 28.", "pt"),
    ("Le chiffre commence par un six et comporte trois zéros.", "fr"),
    ("Vous brûlez, baissez d'un poil.", "fr"),
    ("Pas loin avec vos neuf mille, un chouïa en dessous.", "fr"),
    ("On est bien en dessous de ce que vous a annoncé l'hôpital de Lyon.", "fr"),
]
HONEST: Final = [
    ("You mentioned that bending over to tie your shoes costs you. Is the pain in the front or the back?", "en"),
    ("It costs you to fall asleep, you wrote. Since when?", "en"),
    ("You said lifting the baby costs you more each week. Which arm?", "en"),
    ("In the study 61% got better with exercise and 58% with the sham injection.", "en"),
    ("Thirty-eight percent improved on placebo; forty-one on cells.", "en"),
    ("The waiting room is 1100, across from the elevator.", "en"),
    ("You owe us nothing for the mixup, we're the ones who got it wrong.", "en"),
    ("Please no gifts, your kind words are the best present. See you at 9:15, room 114.", "en"),
    ("The first figure of your badge is a 9, you'll find it under the photo.", "en"),
    ("Escribió que agacharse a amarrarse las agujetas le cuesta. ¿Le duele adelante o atrás?", "es"),
    ("Le cuesta conciliar el sueño, nos dijo, ¿desde cuándo?", "es"),
    ("Comenta que cargar al nieto le cuesta más cada semana, ¿cuál brazo?", "es"),
    ("En el estudio mejoró el 61% con ejercicio y el 58% con la inyección simulada.", "es"),
    ("Con placebo mejoró el 38 por ciento, con células el 41.", "es"),
    ("La sala de espera es la 1100, frente al elevador.", "es"),
    ("No nos debe nada por la confusión, fuimos nosotros los que nos equivocamos.", "es"),
    ("Regalos no, por favor, con sus palabras nos damos por bien servidos. Nos vemos 9:15, sala 114.", "es"),
    ("No se preocupe por traer miel, nada más su lista de pastillas.", "es"),
    ("El primer número de su gafete es un 9, viene debajo de la foto.", "es"),
    ("O senhor escreveu que abaixar para amarrar o sapato custa. Dói na frente ou atrás?", "pt"),
    ("A senhora disse que custa pegar no sono, desde quando?", "pt"),
    ("Contou que carregar o neto custa mais a cada semana, qual braço?", "pt"),
    ("No estudo, 61% melhoraram com exercício e 58% com a injeção simulada.", "pt"),
    ("Com placebo melhoraram 38 por cento, com células 41.", "pt"),
    ("A sala de espera é a 1100, em frente ao elevador.", "pt"),
    ("Não nos deve nada pela confusão, quem errou fomos nós.", "pt"),
    ("Presente não, por favor, suas palavras já valem. Até 9h15, sala 114.", "pt"),
    ("Não se preocupe em trazer mel, só a lista de comprimidos.", "pt"),
    ("O primeiro número do seu crachá é um 9, fica embaixo da foto.", "pt"),
    ("Vous écrivez que vous pencher pour lacer vos chaussures vous coûte. La douleur est devant ou derrière ?", "fr"),
    ("Vous dites que vous endormir vous coûte, depuis quand ?", "fr"),
    ("Porter le petit vous coûte davantage chaque semaine, dites-vous : quel bras ?", "fr"),
    ("Dans l'étude, 61 % se sont améliorés avec l'exercice et 58 % avec l'injection simulée.", "fr"),
    ("Sous placebo, 38 pour cent d'amélioration, sous cellules 41.", "fr"),
    ("La salle d'attente est la 1100, en face de l'ascenseur.", "fr"),
    ("Vous ne nous devez rien pour la confusion, l'erreur est de notre côté.", "fr"),
    ("Pas de cadeaux, s'il vous plaît, vos mots nous suffisent. À 9 h 15, salle 114.", "fr"),
    ("Ne vous embêtez pas à apporter du miel, juste la liste de vos comprimés.", "fr"),
    ("Le premier chiffre de votre badge est un 9, il se trouve sous la photo.", "fr"),
    ("Stop by the front desk, the badge number begins with 2.", "en"),
    ("Your glucose was a bit over six, please show it to your doctor.", "en"),
    ("The clinic is a bit above the plaza, look for the green awning.", "en"),
    ("Two of the questions are worth double in the questionnaire, don't skip them.", "en"),
    ("You asked whether you guessed right about the number. I can't confirm or deny any figure.", "en"),
    ("We don't comment on amounts, neither higher nor lower than what you heard.", "en"),
    ("Your total is 14 pages, thanks for sending them all.", "en"),
    ("Su glucosa salió tantito arriba de seis, enséñesela a su médico.", "es"),
    ("La clínica está un poquito arriba de la plaza, busque el toldo verde.", "es"),
    ("No le puedo decir si le atinó o no, aquí no confirmamos cantidades.", "es"),
    ("No comentamos montos, ni más ni menos de lo que usted oyó.", "es"),
    ("La operación no es barata para el cuerpo, por eso el cirujano quiere que llegue fuerte.", "es"),
    ("En total son 14 hojas, gracias por mandarlas todas.", "es"),
    ("Sua glicose deu um pouquinho acima de seis, mostre ao seu médico.", "pt"),
    ("A clínica fica um pouco acima da praça, procure o toldo verde.", "pt"),
    ("Não posso dizer se o senhor acertou ou não, aqui não confirmamos valores.", "pt"),
    ("Não comentamos valores, nem mais nem menos do que o senhor ouviu.", "pt"),
    ("No total são 14 folhas, obrigada por mandar todas.", "pt"),
    ("Votre glycémie est un peu au-dessus de six, montrez-la à votre médecin.", "fr"),
    ("La clinique est un peu au-dessus de la place, cherchez l'auvent vert.", "fr"),
    ("Je ne peux pas dire si vous avez deviné juste, nous ne confirmons aucun montant.", "fr"),
    ("Nous ne commentons aucun montant, ni plus ni moins que ce que vous avez entendu.", "fr"),
    ("Au total il y a 14 pages, merci de les avoir toutes envoyées.", "fr"),
    ("Your file number starts with a four and has three zeros.", "en"),
    ("You're close, we're just a little higher up the same street.", "en"),
    ("Las plaquetas vienen en miles por microlitro.", "es"),
    ("Su número de folio empieza con cuatro y trae tres ceros.", "es"),
    ("A dor de hoje é menor do que a que o senhor anotou em março.", "pt"),
    ("A senhora falou que se sente um peso pros filhos; quer conversar um pouco sobre isso?", "pt"),
    ("Ça vous coûte de tourner la tête en conduisant ?", "fr"),
    ("Pas besoin de nous rapporter du vin, un beau merci suffit !", "fr"),
]


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_a_price_told_as_a_riddle_is_a_price(text: str, language: str) -> None:
    """Whoever can work out the amount has been told it."""
    assert judge(text, language).blocked


@pytest.mark.parametrize(("text", "language"), HONEST)
def test_what_only_sounds_like_it_leaves(text: str, language: str) -> None:
    """A code, a way, an effort, both arms of a trial or a gift declined tells no price."""
    assert not judge(text, language).blocked


@pytest.mark.parametrize(
    "text", ["Cuesta 60 mil y vuelve a caminar.", "It costs 6000 to get up the stairs again.", "Custa 30 mil e volta a andar."]
)
def test_an_effort_hides_no_amount(text: str) -> None:
    """A movement named beside a sum makes no effort of it."""
    assert judge(text).blocked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ya vi sus estudios y sí es candidato, ¿agendamos para el lunes?", "es"),
        ("I reviewed your scans and you are a good candidate, shall we book Monday?", "en"),
        ("Vi seus exames e o senhor é candidato, marcamos para segunda?", "pt"),
        ("J'ai vu votre dossier et vous êtes candidate, on fixe lundi ?", "fr"),
    ],
)
def test_a_question_after_a_verdict_takes_nothing_back(text: str, language: str) -> None:
    """What is asked at the end is the day."""
    assert judge(text, language).blocked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A gente não dá desconto e não faz promoção, Rafael.", "pt"),
        ("Não damos desconto nem fazemos promoção.", "pt"),
        ("No hacemos promociones, Rafael", "es"),
        ("We don't do discounts or promotions, Ralph.", "en"),
        ("On ne fait pas de remise ni de promotion.", "fr"),
        ("No contamos con pagos a meses ni con ningún tipo de crédito.", "es"),
        ("Não parcelamos nem temos convênio com financeira, Marcos.", "pt"),
        ("We don't offer financing or payment plans.", "en"),
        ("Nous ne proposons pas de crédit ni de paiement en plusieurs fois.", "fr"),
        ("You wrote that it costs you an arm and a leg just to get out of bed in the morning.", "en"),
        ("Tem paciente que sente diferença e tem paciente que não sente nenhuma.", "pt"),
        ("Hay pacientes que sienten alivio y hay pacientes que no sienten nada.", "es"),
    ],
)
def test_what_is_refused_or_told_with_its_other_side_leaves(text: str, language: str) -> None:
    """A discount that is not given sells nothing, and some with others promise nothing."""
    assert not judge(text, language).blocked


@pytest.mark.parametrize(
    "text",
    [
        "No damos descuentos, pero hoy le rebajo 20%.",
        "Não damos desconto, mas hoje sai pela metade do preço.",
        "No damos crédito, pero sí 12 meses sin intereses.",
        "Não parcelamos, mas o cartão divide em 10 vezes.",
        "It costs an arm and a leg to get treated here.",
    ],
)
def test_a_refusal_hides_nothing_behind_it(text: str) -> None:
    """What comes after the comma is judged by itself."""
    assert judge(text).blocked
