### The body as host: sleep, movement, weight, habits. Optional, never commented on, no advice follows.

# Must achieve: says why these questions matter, without promising anything, and that all may be skipped. Awaiting signature.
host-offer =
    Il reste quelques questions courtes, sur le poids, le sommeil, le mouvement et les habitudes.
    Tout cela joue sur la réponse du corps. Le médecin le regarde donc aussi.
    Elles sont facultatives. Voulez-vous y répondre ?
    .yes = Oui
    .skip = Je préfère passer
    .line = Habitudes
    .why = Ce qui entoure un traitement compte autant que le traitement. C’est pourquoi je demande.
host-weight =
    Combien pesez-vous ?
    En kilos ou en livres, comme vous voulez.
    .line = Poids
    .why = Le médecin se sert du poids pour ses calculs. Personne ne fera de remarque.
host-height =
    Combien mesurez-vous ?
    Par exemple : “1,65 m”.
    .line = Taille
    .why = Le médecin lit la taille avec le poids. Personne d’autre n’en a besoin.
host-sleep_hours = Combien d’heures dormez-vous dans une nuit normale ?
    .line = Heures de sommeil
    .why = Le sommeil joue sur la réponse du corps.
host-activity =
    Dans une semaine normale, combien de jours bougez-vous une demi-heure ou plus ?
    La marche, le ménage et le travail comptent aussi.
    .line = Jours en mouvement
    .why = Le médecin veut savoir d’où vous partez. Il n’y a pas de mauvais chiffre.
host-rehab = Avez-vous fait de la rééducation (kiné) pour ce problème ?
    .now = Oui, en ce moment
    .past_year = Oui, dans l’année
    .earlier = Oui, il y a plus d’un an
    .never = Non, jamais
    .line = Rééducation, kiné
    .why = Le plan comprend la rééducation pour les genoux, les épaules et les blessures.
host-smoking_alcohol =
    Qu’est-ce qui vous concerne ? Ici, personne ne juge.
    Vous pouvez en choisir plusieurs.
    .tobacco_now = Je fume ou je vapote
    .tobacco_past = J’ai fumé avant
    .alcohol_often = Alcool quasi quotidien
    .other_drugs = D’autres drogues
    .none = Rien de tout cela
    .line = Tabac et alcool
    .why = Le tabac et l’alcool jouent sur la réponse du corps. Seul le médecin le lit.
host-pain_meds =
    Que prenez-vous contre la douleur dans une semaine normale, et combien de fois ?
    Si vous ne prenez rien, écrivez “rien”.
    .line = Contre la douleur
    .why = Le médecin voit ainsi combien vous avez mal, et ce que vous prenez.
host-stress_mood = Comment va votre moral depuis quelques semaines ?
    .good = Bien
    .up_and_down = Des hauts et des bas
    .low = Plutôt bas
    .very_low = Très bas
    .line = Moral
    .why = La douleur et le moral vont ensemble. Si c’est très dur, une personne peut parler avec vous.

## Kept for the physician's own interview; worded here in case the clinic asks them in the chat.

host-waist =
    Quel est votre tour de taille ?
    Par exemple : “95 cm”.
    .line = Tour de taille
    .why = La graisse du ventre est liée à l’inflammation. Personne ne fera de remarque.
host-glucose = Au sujet du sucre, un médecin vous a-t-il parlé de l’une de ces choses ?
    .diabetes = Diabète
    .prediabetes = Prédiabète
    .insulin_resistance = Résistance à l’insuline
    .none = Aucune
    .line = Sucre
    .why = Le sucre dans le sang joue sur la réponse du corps.
host-inflammation =
    Avez-vous une maladie inflammatoire, ou des soucis de gencives ?
    Écrivez ce que vous savez.
    .line = Inflammation
    .why = Une inflammation ailleurs dans le corps compte aussi.
host-food =
    Mangez-vous à heures fixes, ou votre poids a-t-il changé ces derniers mois ?
    Écrivez-le avec vos mots.
    .line = Repas
    .why = Les repas font partie du plan que regarde le médecin.
