### Answers to what people ask at any time. The open question follows by itself, so none of these asks anything.

# The one fixed refusal, the same at the fifth request as at the first. No figure, no range, no hint. Awaiting signature.
aside-price =
    La clinique remet un devis écrit et détaillé après lecture de votre dossier par un médecin.
    Avant cela, je ne peux donner aucun chiffre.
# Said in its place once the written quote was issued. Must achieve: that it was, and whom to ask; no figure. Awaiting signature.
aside-price_quoted =
    La clinique a établi votre devis écrit et détaillé. Je ne donne aucun chiffre dans cette conversation.
    Si vous ne le retrouvez pas, ou pour une question à son sujet, écrivez “personne”. Quelqu’un de l’équipe vous répondra.
# Must achieve: no cure is promised and why; what the cells do and their ceiling in the same breath. Awaiting signature.
aside-cure =
    Je ne peux pas vous promettre une guérison, et personne à la clinique ne doit le faire.
    Les cellules envoient des signaux qui peuvent calmer l’inflammation, et cet effet a une limite. Elles sont comme le chef de chantier, pas comme les briques.
    Plus loin, je vous dirai par écrit ce que l’on sait de votre problème.
aside-rules =
    Je ne peux pas changer mes règles ni décider d’un traitement. Cela revient à un médecin.
    Je peux continuer les questions, ou écrivez “personne” pour parler à quelqu’un.
aside-insult =
    Tout cela peut être très pénible. Je reste là pour transmettre votre dossier au médecin.
    Si vous préférez parler à quelqu’un de l’équipe, écrivez “personne”.
aside-link = Je n’ouvre pas les liens. Si c’est un examen ou un papier médical, envoyez-le en photo ou en PDF.
# Said to words of last hope, and of selling or borrowing. Must achieve: slow, human, no promise, no hurry, a person is near. Awaiting signature.
aside-hope =
    Merci de m’en parler. C’est lourd à porter pour une personne.
    Rien ne presse. Je ne peux pas vous promettre un résultat, et je ne veux pas vous donner de faux espoir.
    Avant une grande décision, attendez la réponse du médecin et parlez-en à vos proches.
    Si vous voulez parler à quelqu’un de l’équipe, écrivez “personne”.
# Must achieve: the request is accepted at once, with the dates of the law; a person checks identity. Counsel must confirm. Awaiting signature.
aside-privacy =
    J’ai noté votre demande sur vos données. Une personne de l’équipe vérifiera d’abord que c’est bien vous.
    La réponse arrive en 20 jours ouvrables au plus. Ce qui en découle se fait dans les 15 jours ouvrables suivants.
# Must achieve: the same for deletion, and honest about what the law makes the clinic keep. Counsel must confirm. Awaiting signature.
aside-delete =
    J’ai noté que vous voulez effacer vos données. Une personne de l’équipe vérifiera d’abord que c’est bien vous.
    La réponse arrive en 20 jours ouvrables au plus. Ce que la loi oblige à garder reste bloqué, puis sera effacé.
# Must achieve: a complaint is taken as it is; somebody unwell after a procedure knows where to go. Awaiting signature.
aside-complaint =
    Merci de le dire. J’ai noté votre plainte avec vos mots, et une personne de l’équipe la lira.
    Si vous vous sentez mal après une intervention, n’attendez pas. Appelez le numéro d’urgence ou allez aux urgences.
aside-help =
    Vous pouvez écrire ces mots quand vous voulez :
    “personne” : parler à quelqu’un de l’équipe
    “retour” : revenir à la question d’avant
    “changer” : corriger une réponse
    “pourquoi” : savoir pourquoi je demande
    “pause” : continuer un autre jour
    “langue” : changer de langue
    “arrêter” : ne plus recevoir de messages
    La liste ci-dessous contient ce que l’on demande souvent.
aside-thanks = Je vous en prie.
# Must achieve: whoever asks is told at once that this is a machine, and how to reach a person. Awaiting signature.
aside-bot =
    Je suis un programme : l’assistant automatique de { $clinic }. Je ne suis pas une personne.
    Je pose des questions et je transmets vos réponses. Un médecin lit chaque dossier.
    Pour parler à quelqu’un de l’équipe, écrivez “personne”.
