### The end: research, how to be reached, the summary, what happens next.

## Research

# Must achieve: neutral, apart from everything else, default no; refusing changes nothing; the way back is named. Awaiting signature.
research-opt_in =
    Une question à part, sur la recherche. Elle ne fait pas partie de vos soins.
    Permettez-vous que vos données, sans votre nom, servent à des études ?
    Dire non ne change rien. Si vous dites oui, vous pouvez retirer votre accord quand vous voulez : écrivez “personne”.
    .no = Non
    .yes = Oui, je le permets
    .line = Recherche
    .why = La loi et le respect demandent que cet accord soit à part. Sans réponse, c’est non.
    .retry1 = Choisissez “Non” ou “Oui, je le permets”. Les deux réponses conviennent.
    .retry2 = Écrivez “non” ou “oui”. Dans le doute, “non” convient, et vous pourrez changer plus tard.

## How to be reached

contact-name =
    Comment vous appelez-vous ?
    Écrivez le nom que nous devons utiliser.
    .line = Nom
    .why = Ainsi l’équipe sait à qui elle parle.
contact-reach = Comment préférez-vous que l’équipe vous joigne ?
    .here = Par ce chat
    .phone = Par téléphone
    .line = Comment vous joindre
    .why = C’est vous qui décidez comment nous parlons.
contact-phone =
    À quel numéro pouvons-nous vous appeler ?
    Commencez par le signe + et l’indicatif du pays.
    .skip = Pas de téléphone
    .line = Téléphone
    .why = Il sert seulement à vous parler de votre dossier.

## The summary

# Must achieve: plain that nothing has been sent yet and that every line can be corrected. Awaiting signature.
review-summary =
    Voici ce que le médecin lira. Rien n’est encore envoyé.

    { $lines }

    Est-ce que cela vous va ?
    .confirm = Oui, envoyer
    .change = Changer une réponse
    .why = Vous voyez ainsi ce qui est envoyé, et vous pouvez corriger avant.
    .retry1 = Choisissez “Oui, envoyer” si tout va bien. Choisissez “Changer une réponse” pour corriger.
    .retry2 = Écrivez “envoyer” ou “changer”. Rien ne part sans votre accord.
review-change = Quelle partie voulez-vous changer ?
    .why = Je change seulement ce que vous choisissez. Le reste ne bouge pas.
review-item = Quelle réponse voulez-vous changer ?
    .why = Je change seulement cette réponse. Le reste ne bouge pas.
# Said when only the name of the question comes as its new answer. Must achieve: nothing is lost; the new words replace all. Awaiting signature.
review-kept = Ce que vous avez écrit avant reste gardé. Ce que vous écrivez maintenant remplace le tout.

## Lines of the summary. The person's own words are kept, never echoed.

line-subject = Demande : { $who }. Âge : { $age }
line-condition = Problème : { $conditions }
line-course = Durée : { $duration }. Côté : { $side }
line-tried = Déjà essayé : gardé avec vos mots
line-hopes = Vos attentes : gardées avec vos mots
line-health = Santé, pour le médecin : { $items }
line-health_none = Santé : rien de noté
line-medicines = Médicaments : gardés comme vous les avez écrits
line-medicines_none = Médicaments : aucun noté
line-records = Examens : { $items }
line-habits = Habitudes : { $items }
line-habits_none = Habitudes : sans réponse
line-contact = Contact : { $reach }. Recherche : { $research }
value-quantity =
    { $unit ->
        [h] { $n } heures
        [hours] { $n } heures
        [days] { $n } jours
        [days_per_week] { $n } jours par semaine
        [years] { $n } ans
       *[other] { $n } { $unit }
    }
value-months =
    { $n ->
        [0] moins d’un mois
        [one] { $n } mois
        [12] 1 an
        [24] 2 ans
        [36] 3 ans
        [48] 4 ans
        [60] 5 ans
        [72] 6 ans
        [84] 7 ans
        [96] 8 ans
        [108] 9 ans
        [120] 10 ans
        [144] 12 ans
        [180] 15 ans
        [240] 20 ans
        [300] 25 ans
        [360] 30 ans
        [420] 35 ans
        [480] 40 ans
       *[other] { $n } mois
    }
value-named = { $name } : { $value }
value-not_provided = sans réponse
value-not_asked = non demandé
value-noted = noté

## What happens next

# When a person answers, as the clinic aims for it: joined to "cherche à vous contacter". Awaiting signature.
value-within_hours =
    { $n ->
        [one] sous { $n } heure
       *[other] sous { $n } heures
    }
value-within_days =
    { $n ->
        [one] sous { $n } jour
       *[other] sous { $n } jours
    }
# Must achieve: what happens next, by when the clinic aims for it, by whom; a reference to quote; nothing is decided; what to do if worse; keep the treatment; no hurry. Awaiting signature.
done-next =
    Merci. Votre dossier est maintenant avec l’équipe. Votre référence est { $reference }.
    La suite : l’équipe cherche à vous contacter { $first }. Un médecin le lit en entier et cherche à vous répondre par écrit { $decision }. Rien n’est encore décidé.
    Si votre état s’aggrave, appelez le numéro d’urgence ou allez aux urgences. Personne ne surveille ce chat pour les urgences.
    Gardez votre traitement actuel, sauf si votre médecin le change.
    Prenez votre temps, et parlez-en avec votre propre médecin.
# For those whose answers a physician must see before anything else. Must achieve: the same, without any hint of a verdict. Awaiting signature.
done-hard =
    Merci d’avoir répondu. Les questions s’arrêtent ici. Votre référence est { $reference }.
    Un médecin doit d’abord voir vos réponses, et cherche à vous répondre par écrit { $decision }. Avant cela, l’équipe cherche à vous contacter { $first }. Rien n’est encore décidé.
    Si votre état s’aggrave, appelez le numéro d’urgence ou allez aux urgences. Personne ne surveille ce chat pour les urgences.
    Gardez votre traitement actuel, sauf si votre médecin le change.
    Prenez votre temps, et parlez-en avec votre propre médecin.
# For those who left contact details only. Awaiting signature.
done-short =
    Merci. Une personne de l’équipe cherche à vous contacter { $first }. Votre référence est { $reference }.
    Si c’est une urgence, n’attendez pas. Appelez le numéro d’urgence.
    Gardez votre traitement. Prenez votre temps, et parlez-en avec votre propre médecin.
# Said to a message that comes after the hand-off. Awaiting signature.
done-reply =
    Merci. J’ai gardé votre message, et l’équipe le verra avec votre dossier.
    Si c’est une urgence, n’attendez pas. Appelez le numéro d’urgence.
