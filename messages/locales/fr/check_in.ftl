### The check-in after a treatment: invitation, safety first, the same questions each time, the person's own numbers.
### Nothing here judges a number. What got worse goes to a person; no text comforts or explains.

## Invitation. These two may leave months later, as templates the provider approved: no condition, no treatment, no result

# Must achieve: read on a shared phone, it tells nobody anything; no hurry; the way out is named; true before a treatment (the baseline) and after it.
# Awaiting signature.
check-in-invitation = Ici { $clinic }. Nous avons quelques questions courtes pour vous. Cela prend environ 5 minutes, quand vous pouvez. Si vous ne voulez plus de messages, écrivez “arrêter”.
# Must achieve: the same once more, without pressing. Awaiting signature.
check-in-reminder = Ici { $clinic }. Vos questions restent ouvertes et vous pouvez répondre quand vous voulez. Si vous ne voulez plus de messages, écrivez “arrêter”.

## Safety first

# Must achieve: danger is found before anything else is asked; "not sure" counts. Awaiting signature.
check_in-red_flags =
    Avant tout, votre sécurité. L’une de ces choses vous arrive-t-elle en ce moment ?
    - Douleur ou pression dans la poitrine
    - Difficulté à respirer
    - Visage ou bras sans force, ou parole bizarre
    - Gorge ou langue gonflée
    - Fièvre avec frissons ou confusion
    - Une articulation chaude, rouge et gonflée, avec de la fièvre
    - Une jambe gonflée et douloureuse
    - Fort saignement
    - Malaise avec perte de connaissance
    - Idées de se faire du mal
    .none = Non, rien de cela
    .yes = Oui, au moins une
    .why = Ces signes ne peuvent pas attendre. C’est pourquoi ils viennent en premier.
    .retry1 = Lisez la liste et choisissez une réponse. Un oui ou un non suffit.
    .retry2 = Écrivez “oui” si une chose de la liste arrive maintenant. Écrivez “non” si rien de cela n’arrive.
    .retry_skipped = C’est la seule question que nous posons deux fois, pour votre sécurité. Une chose de la liste arrive-t-elle maintenant ? Si vous préférez ne pas répondre, écrivez encore “passer”.
# Must achieve: whatever may have to do with the treatment reaches a person the same day. Awaiting signature.
check_in-since =
    L’une de ces choses est-elle arrivée depuis votre dernière réponse ?
    Vous pouvez en choisir plusieurs.
    .hospital = Hôpital ou urgences
    .infection = Fièvre ou infection
    .new_symptom = Une gêne nouvelle
    .medicine_change = Autre dose, médicament
    .why = L’équipe veut le savoir le jour même.
    .retry1 = Choisissez une ou plusieurs réponses, par leur numéro. Si vous n’avez rien eu de la liste, choisissez “Aucune de ces choses”.
    .retry2 = Écrivez les numéros de la liste, par exemple : 1 et 3.
# Asked only of whom it concerns. Must achieve: the person's own words, for the team. Awaiting signature.
check_in-symptom =
    Quelle est cette gêne nouvelle ?
    Racontez-la avec vos mots : ce que vous sentez, et depuis quand.
    .why = L’équipe la lit telle que vous l’écrivez.

## The measures: pain, activities, change. Asked in the same words each time

check_in-pain =
    Ces 7 derniers jours, quelle douleur avez-vous eue en moyenne ?
    Écrivez un nombre de 0 à 10. 0, c’est aucune douleur, et 10, la pire que vous puissiez imaginer.
    Pour passer, écrivez “passer”.
    .why = Le même nombre, chaque fois, montre ce qui change.
    .retry1 = Écrivez un nombre entier de 0 à 10, sans virgule. Par exemple : 4.
    .retry2 = Pensez à un jour normal de cette semaine. 0, c’est rien, et 10, c’est le pire.
check_in-name_1 =
    Quelle activité vous est la plus difficile à cause de ce problème ?
    Écrivez-en une seule, en peu de mots. Par exemple : “monter les escaliers”.
    .why = C’est vous qui choisissez l’activité. Plus tard, je vous demanderai la même.
check_in-name_2 =
    Quelle autre activité vous est difficile ?
    Écrivez-en une seule, en peu de mots.
    .why = Plusieurs activités en disent plus qu’une.
check_in-name_3 =
    Y a-t-il une troisième activité qui vous est difficile ?
    Écrivez-en une seule, en peu de mots.
    .why = Plusieurs activités en disent plus qu’une.
check_in-activity_1 =
    { $activity } : à quel point pouvez-vous le faire maintenant ?
    Écrivez un nombre de 0 à 10. 0, c’est impossible, et 10, c’est autant qu’avant le problème.
    Pour passer, écrivez “passer”.
    .why = On voit ainsi ce que vous pouvez faire, à côté de la douleur.
    .retry1 = Écrivez un nombre entier de 0 à 10, sans virgule. Par exemple : 6.
    .retry2 = 0, c’est impossible. 10, c’est autant qu’avant le problème.
check_in-activity_2 =
    { $activity } : à quel point pouvez-vous le faire maintenant ?
    Encore de 0 à 10. 0, c’est impossible, et 10, c’est autant qu’avant le problème.
    Pour passer, écrivez “passer”.
    .why = On voit ainsi ce que vous pouvez faire, à côté de la douleur.
    .retry1 = Écrivez un nombre entier de 0 à 10, sans virgule. Par exemple : 6.
    .retry2 = 0, c’est impossible. 10, c’est autant qu’avant le problème.
check_in-activity_3 =
    { $activity } : à quel point pouvez-vous le faire maintenant ?
    Encore de 0 à 10. 0, c’est impossible, et 10, c’est autant qu’avant le problème.
    Pour passer, écrivez “passer”.
    .why = On voit ainsi ce que vous pouvez faire, à côté de la douleur.
    .retry1 = Écrivez un nombre entier de 0 à 10, sans virgule. Par exemple : 6.
    .retry2 = 0, c’est impossible. 10, c’est autant qu’avant le problème.
# Stands for an activity whose own words are not repeated.
check_in-place_1 = La première activité que vous avez nommée
check_in-place_2 = La deuxième activité que vous avez nommée
check_in-place_3 = La troisième activité que vous avez nommée
check_in-change = Dans l’ensemble, depuis le traitement, comment allez-vous ?
    .very_much_better = Énormément mieux
    .much_better = Beaucoup mieux
    .little_better = Un peu mieux
    .same = Pareil
    .little_worse = Un peu moins bien
    .much_worse = Beaucoup moins bien
    .very_much_worse = Énormément moins bien
    .why = C’est votre impression. Il n’y a pas de mauvaise réponse.

## The plan around the treatment, medicine

check_in-plan =
    Ces 7 derniers jours, avez-vous pu suivre votre plan ?
    Le plan, c’est la rééducation, le sommeil et le mouvement.
    .all = Oui, presque tout
    .part = Une partie
    .none = Pas cette semaine
    .not_planned = Je n’ai pas de plan
    .why = Ce qui entoure le traitement compte aussi. Personne ne vous fera de reproche.
check_in-plan_hard = Qu’est-ce qui a été le plus difficile ?
    .rehab = La rééducation
    .sleep = Bien dormir
    .movement = Bouger
    .several = Plusieurs choses
    .why = Ainsi, l’équipe sait en quoi vous aider.
check_in-medicine = Qu’est-ce qui a changé dans vos médicaments ?
    .less = J’en prends moins
    .more = J’en prends plus
    .stopped = Je n’en prends plus un
    .new = J’en prends un autre
    .why = Le médecin a besoin de le savoir. Les changements se décident avec votre médecin.
check_in-medicine_by = Qui a décidé ce changement ?
    .own_doctor = Mon médecin
    .clinic = Le médecin d’ici
    .self = Moi
    .other = Une autre personne
    .why = Cela aide le médecin à comprendre le changement. On le demande sans juger.

## The end. Own numbers with their direction and earlier values, never a verdict

# Must achieve: the numbers and what up and down mean, nothing about what they say of the treatment. Awaiting signature.
check_in-results =
    Merci. Voici vos chiffres :

    { $lines }

    Un médecin les lit. C’est au médecin de dire ce qu’ils signifient.
    Gardez votre traitement et votre médecin.
check_in-line_nrs_pain = Douleur : { $now } sur 10. Moins, c’est mieux. Avant : { $earlier }.
check_in-line_nrs_pain_first = Douleur : { $now } sur 10. Moins, c’est mieux.
check_in-line_psfs = Vos activités : { $now } sur 10. Plus, c’est mieux. Avant : { $earlier }.
check_in-line_psfs_first = Vos activités : { $now } sur 10. Plus, c’est mieux.
# Must achieve: why an earlier figure is missing, or differs from what was shown then. Awaiting signature.
check_in-line_same_activities = Avant et maintenant, seules les mêmes activités sont comparées.
check_in-line_change = Votre réponse sur le changement : { $answer }.
# An earlier value and when it was.
check_in-was = { $value } ({ $when })
check_in-at_baseline = avant le traitement
check_in-at_baseline_again = avant le traitement
check_in-at_2d = à 2 jours
check_in-at_14d = à 2 semaines
check_in-at_1m = à 1 mois
check_in-at_3m = à 3 mois
check_in-at_6m = à 6 mois
check_in-at_12m = à 12 mois
# Must achieve: thanks, and what to do if it gets worse. Awaiting signature.
check_in-thanks =
    Merci. Vos réponses sont avec l’équipe.
    Si cela s’aggrave, appelez le numéro d’urgence ou allez aux urgences. Personne ne surveille ce chat pour les urgences.
# Must achieve: a person looks at it; no explanation, no comfort, and what to do meanwhile. Awaiting signature.
check_in-person_reads =
    Une personne de l’équipe va lire ceci et prendre contact avec vous.
    Si cela s’aggrave, n’attendez pas. Appelez le numéro d’urgence ou allez aux urgences.
# Must achieve: the wish is obeyed at once; the team may call once, so that nobody is lost. Awaiting signature.
check_in-stopped =
    C’est entendu. Vous ne recevrez plus de rappels de { $clinic } dans ce chat.
    Pour ne pas perdre votre suivi, une personne de l’équipe peut vous appeler.
    Gardez votre traitement et votre médecin.
part-check_in = votre suivi

## Words in the picture

check_in-chart_nrs_pain = Douleur, de 0 à 10. Moins, c’est mieux
check_in-chart_psfs = Vos activités, de 0 à 10. Plus, c’est mieux

## The form on a page

# Must achieve: that a few questions wait on a page, where, and that the link is private and ends; no condition named. Awaiting signature.
check_in-form =
    Il y a encore quelques questions sur votre état. Elles sont sur une page, une par une.
    Vous pouvez l’ouvrir ici : { $link }
    Le lien est privé et dure 14 jours. Ne le partagez pas.
    Si vous préférez un appel, écrivez “personne”.
form-title = Quelques questions de { $clinic }
# Shown before the first item, so that a preview of the link shows nothing. Awaiting signature.
form-cover =
    C’est une question par écran. Vous pouvez arrêter et reprendre plus tard avec le même lien.
    Vous pouvez laisser une question sans réponse.
form-begin = Commencer
form-continue = Reprendre où j’en étais
form-place = Question { $n } sur { $total }
form-next = Enregistrer et continuer
form-finish = Enregistrer et terminer
form-back = Retour
form-skip = Laisser sans réponse
form-saved = Chaque réponse est enregistrée quand vous passez à la suivante.
form-choose = Choisissez une réponse, ou laissez la question sans réponse.
# Must achieve: whoever cannot begin knows why, and whom to ask. Awaiting signature.
form-cookies =
    Les questions n’ont pas pu s’ouvrir dans ce navigateur.
    Autorisez les cookies pour cette page et appuyez de nouveau sur le bouton.
    Si vous n’y arrivez pas, écrivez à l’équipe dans la conversation.
# Must achieve: it is kept and a person reads it; no verdict. Awaiting signature.
form-done =
    Merci. Vos réponses sont enregistrées.
    L’équipe les lit. Vous pouvez fermer cette page.
    Si votre état s’aggrave, appelez le numéro d’urgence ou allez aux urgences.
# Shown for a link that ended, and for one that never was. Awaiting signature.
form-gone =
    Ce lien n’ouvre plus aucune page.
    Écrivez dans le chat de { $clinic }, et l’équipe vous en envoie un nouveau.
