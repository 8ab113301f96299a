"""What is told in passing: a height, a blade or a rattling breath; jokes of being killed, what others have, and other senders."""

import pytest

from messages.understanding import read_message

DANGER = {"emergency", "crisis"}

DANGERS = {
    "en": (
        *("im on the 12th floor balcony looking down, itd be quick", "sitting on the roof looking down, one step and its over"),
        *("im hurting myself with the razor again", "i went back to cutting myself last monday", "i picked up the razor again"),
        *(
            "his sugar was 32 and he wont answer me, just snoring weird",
            "she doesnt respond, only gurgling",
            "my husband is snoring real strange and wont wake up",
        ),
        *(
            "my husband will kill me, he has a knife",
            "i want to shoot myself",
            "my wife is going to kill me, she locked the door and has a gun",
        ),
    ),
    "es": (
        *("aqui en el balcon del piso 12 mirando para abajo, seria rapido", "estoy en la azotea viendo hacia abajo, un paso y se acaba"),
        *("volví a cortarme con la navaja desde el lunes", "me estoy lastimando con el rastrillo otra vez", "otra vez me corto los brazos"),
        *(
            "el azúcar le salió en 32 y ya no me contesta, sólo ronca raro",
            "no reacciona, nomás ronca feo",
            "ronca muy raro y no despierta",
        ),
        *("mi marido me va a matar, trae un cuchillo", "quiero darme un tiro"),
    ),
    "pt": (
        *("tô aqui na sacada do 12º olhando pra baixo, ia ser rapidinho", "na varanda do prédio olhando para baixo, era só um passo"),
        *("voltei a me cortar com a gilete", "tô me machucando com a lâmina desde segunda", "me cortei de novo nos braços"),
        *("a glicose deu 32 e ele não responde", "não responde mais, só ronca estranho", "tá roncando muito estranho e não acorda"),
        *("meu marido vai me matar, ele tá com uma faca", "quero dar um tiro na cabeça", "tô morrendo, não consigo respirar"),
    ),
    "fr": (
        *("sur le balcon du 12e je regarde en bas, ce serait rapide", "assis sur le rebord je regarde le vide, un pas et c'est fini"),
        *("je me refais du mal avec le rasoir depuis lundi", "j'ai recommencé à me couper les bras", "je me suis refait du mal hier soir"),
        *("son sucre est à 1,8 et il répond plus", "elle réagit plus, elle ronfle bizarre", "il ronfle vraiment drôle et se réveille pas"),
    ),
}
HARMLESS = {
    "en": (
        *("this form is so long i want to shoot myself in the foot lmao", "my wife is gonna kill me if im late for dinner"),
        *(
            "my grandkids will kill me if i miss the game",
            "my husband snores real loud",
        ),
        *("if one day i have chest pain ill call 911, right now nothing at all", "my mother in law would kill me if i forget the birthday"),
    ),
    "es": (
        *(
            "mi suegra me va a matar si llego tarde a comer",
            "mis nietos me van a matar si me pierdo el partido",
            "mi mujer me mata si olvido el aniversario",
        ),
        *("mi esposo ronca mucho de noche", "me muero de ganas de volver a bailar"),
        *("con esta dieta es como darme un tiro en el pie", "si un día me duele el pecho llamo al 911, pero ahorita nada"),
    ),
    "pt": (
        *(
            "minha sogra vai me matar se eu chegar tarde no almoço",
            "meus netos vão me matar se eu perder o jogo",
            "minha mulher me mata se eu esquecer o aniversário",
        ),
        *("tô morrendo de vontade de jogar bola de novo", "morro de vergonha de falar disso", "meu marido ronca muito alto"),
        *("isso é dar um tiro no pé", "se um dia eu tiver dor no peito eu ligo pro 192, agora nada"),
    ),
    "fr": (
        *("mes petits-enfants vont me tuer si je rate le match", "ma belle-mère va me tuer si j'arrive en retard au souper"),
        *("ma femme me tue si j'oublie l'anniversaire", "mon mari ronfle très fort la nuit"),
        *(
            "si un jour j'ai mal à la poitrine j'appellerai le 15, mais là rien du tout",
            "ma cousine s'est suicidée ya 20 ans, moi je vais bien, le moral est bon",
        ),
    ),
}
NAMED = (
    ("en", "shred what you got on me", "delete_data"),
    ("en", "burn everything you have on me", "delete_data"),
    ("fr", "détruisez tout ce que vous avez sur moi", "delete_data"),
    ("es", "rompan todo lo que tengan de mí", "delete_data"),
    ("pt", "rasguem tudo o que vocês têm de mim", "delete_data"),
    ("es", "borre mi número joven, no me interesa", "opt_out"),
    ("en", "lose my number, not interested", "opt_out"),
    ("pt", "apaga meu número moço, não tenho interesse", "opt_out"),
    ("fr", "effacez mon numéro, ça m'intéresse pas", "opt_out"),
    ("es", "ya no quiero recibir sus mensajes", "opt_out"),
    ("fr", "arrêtez de m'envoyer vos infos", "opt_out"),
    ("pt", "coração muito fraco, insuficiência avançada", "contraindication:organ_failure"),
    ("es", "tengo insuficiencia cardiaca avanzada", "contraindication:organ_failure"),
    ("fr", "insuffisance avancée du coeur", "contraindication:organ_failure"),
    ("en", "im hooked to the machine mon wed fri cause my kidneys quit", "contraindication:organ_failure"),
    ("es", "me conectan a la máquina lunes miércoles y viernes", "contraindication:organ_failure"),
    ("pt", "fico ligado na máquina segunda quarta e sexta", "contraindication:organ_failure"),
    ("fr", "branché à la machine lundi mercredi vendredi", "contraindication:organ_failure"),
    ("en", "they have me on zarelto cause i had a clot in my calf last spring", "contraindication:thrombosis"),
    ("es", "tuve un coágulo en la pantorrilla en primavera", "contraindication:thrombosis"),
    ("pt", "tive um coágulo na panturrilha ano passado", "contraindication:thrombosis"),
    ("fr", "j'ai eu un caillot dans le mollet au printemps", "contraindication:thrombosis"),
    ("en", "had a lump in my breast taken out and six rounds of chemo back in 09, done with that", "contraindication:past_malignancy"),
    ("pt", "uso anticoagulante e meu irmão também", "contraindication:anticoagulant"),
    ("fr", "j'ai été greffé du rein", "contraindication:transplant"),
    ("es", "me dializan tres veces por semana", "contraindication:organ_failure"),
    ("pt", "que robozinho ruim, não entende nada do que eu falo", "complaint"),
)
UNNAMED = (
    ("pt", "quem usa anticoagulante é meu irmão, eu não uso", "contraindication:anticoagulant"),
    ("es", "quien toma anticoagulante es mi hermano, yo no", "contraindication:anticoagulant"),
    ("fr", "celui qui prend du coumadin c'est mon frère, moi j'en prends pas", "contraindication:anticoagulant"),
    ("fr", "mon chum a été greffé du rein, moi j'ai encore les deux miens", "contraindication:transplant"),
    ("en", "my brother had a kidney transplant, i still have both of mine", "contraindication:transplant"),
    ("es", "mi vecino está trasplantado del riñón, yo tengo los dos", "contraindication:transplant"),
    ("pt", "meu vizinho é transplantado do rim, eu tenho os dois", "contraindication:transplant"),
    ("fr", "mon voisin est dialysé, pauvre lui, moi mes reins sont corrects", "contraindication:organ_failure"),
    ("en", "my neighbor is on dialysis poor guy, my kidneys are fine", "contraindication:organ_failure"),
    ("es", "mi vecino está en diálisis, mis riñones están bien", "contraindication:organ_failure"),
    ("pt", "meu vizinho faz diálise, meus rins estão bons", "contraindication:organ_failure"),
    ("en", "my youngest is 34 so the pregnant question made me laugh", "contraindication:pregnancy"),
    ("es", "la pregunta del embarazo me dio risa, tengo 70", "contraindication:pregnancy"),
    ("pt", "a pergunta da gravidez me fez rir, tenho 70", "contraindication:pregnancy"),
    ("fr", "la question si je suis enceinte m'a fait rire", "contraindication:pregnancy"),
    ("es", "tengo miedo de que me tengan que dializar algún día", "contraindication:organ_failure"),
    ("en", "im scared i will end up on dialysis some day", "contraindication:organ_failure"),
    ("pt", "tenho medo de acabar na diálise um dia", "contraindication:organ_failure"),
    ("fr", "j'ai peur de finir en dialyse un jour", "contraindication:organ_failure"),
    ("es", "ya no quiero recibir cortisona, me sube de peso", "opt_out"),
    ("en", "i dont want to get cortisone shots any more", "opt_out"),
    ("pt", "não quero mais receber cortisona", "opt_out"),
    ("fr", "je veux plus recevoir de cortisone, ça me fait gonfler", "opt_out"),
    ("fr", "arrêtez pas de m'envoyer vos infos, j'adore ça", "opt_out"),
    ("es", "al banco sí le dije que ya no me hablara, a ustedes sí los quiero recibir", "opt_out"),
    ("es", "dejen de mandarme promociones", "price_question"),
    ("en", "i paid a heavy price for playing college ball", "price_question"),
    ("pt", "paguei caro por jogar bola sem preparo", "price_question"),
    ("fr", "j'ai payé le prix fort pour mes années de hockey", "price_question"),
    ("fr", "en rémission d'un lymphome depuis 12 ans, plus aucun suivi", "complaint"),
    ("fr", "j'avais 15 ans quand j'ai commencé à l'usine, j'en ai 70", "complaint"),
    ("fr", "je laisse tomber, plus besoin de me relancer", "complaint"),
    ("en", "im nursing my 4 month old and my hair is coming out", "proxy"),
    ("en", "are there any real studies on this", "human_request"),
    ("fr", "en pleine chimio, encore 4 cures", "cure_question"),
)


@pytest.mark.parametrize(("language", "said"), [(language, said) for language, texts in DANGERS.items() for said in texts])
def test_a_danger_told_in_passing_is_heard(language: str, said: str) -> None:
    """A height looked down from, a blade taken up again, a breath that rattles; and a threat that is none of the jokes."""
    assert {label.id for label in read_message(said, language).labels} & DANGER


@pytest.mark.parametrize(("language", "said"), [(language, said) for language, texts in HARMLESS.items() for said in texts])
def test_a_joke_or_a_supposed_case_is_no_danger(language: str, said: str) -> None:
    """Being killed for coming late, a shot in the foot, what would be done some day, a death long ago."""
    assert not {label.id for label in read_message(said, language).labels} & DANGER


@pytest.mark.parametrize(("language", "said", "label"), NAMED)
def test_what_is_told_sideways_is_named(language: str, said: str, label: str) -> None:
    """Everyday words for an illness, an erasure or a farewell."""
    assert label in {found.id for found in read_message(said, language).labels}


@pytest.mark.parametrize(("language", "said", "label"), UNNAMED)
def test_what_belongs_to_others_is_not_the_writers(language: str, said: str, label: str) -> None:
    """Another's illness, a fear, a treatment refused, another sender, a figure of speech."""
    assert label not in {found.id for found in read_message(said, language).labels}
