### The inquiry: what troubles the person, in the person's own words. Nothing here names an illness the person did not name.

# Must achieve: the person tells it in own words, without hurry, and knows that a physician reads them. Awaiting signature.
inquiry-complaint =
    Racontez avec vos mots, sans vous presser : pour quel problème de santé nous écrivez-vous ?
    Vous pouvez envoyer plusieurs messages. Un médecin les lit tels que vous les écrivez.
    Si vous écrivez pour une autre personne, répondez pour elle à partir d’ici.
    .line = Ce qui se passe
    .why = Le médecin veut lire votre histoire comme vous la racontez, et pas seulement des réponses courtes.
    .retry1 = Quelques mots suffisent. Par exemple : “j’ai mal au genou quand je marche, depuis des années”.
    .retry2 = Écrivez ce qui vous gêne le plus, comme vous le diriez à un médecin de confiance.
# Must achieve: what was understood is checked with the person before it is kept; it is no diagnosis. The second line holds side and
# time when they were told along the way; they count only after a "yes". Awaiting signature.
inquiry-condition =
    Merci de l’avoir raconté. Voici ce que j’ai compris :
    { $conditions }
    Ce n’est pas un diagnostic. Ai-je bien compris ?
    .yes = Oui, c’est cela
    .no = Non, autre chose
    .line = Problème
    .why = Je préfère demander plutôt que supposer. Le médecin reçoit seulement ce que vous confirmez.
inquiry-conditions =
    Merci de l’avoir raconté. J’ai lu plus d’un problème dans vos mots.
    Pour lesquels cherchez-vous de l’aide ? Vous pouvez en choisir plusieurs.
    .none = Aucun de ceux-ci
    .line = Problèmes
    .why = Le médecin sait ainsi par où commencer. Les autres sont notés aussi.
inquiry-diagnosis =
    Quel nom votre médecin a-t-il donné à ce problème ?
    Écrivez-le comme vous l’avez entendu. S’il n’a pas de nom, ou si vous ne savez pas, c’est bien aussi.
    .skip = Il n’a pas de nom
    .line = Nom du problème
    .why = Le nom qu’emploie votre médecin aide à bien lire le dossier. Moi, je ne peux pas nommer le problème.
inquiry-diagnosis_confirm =
    Voici ce que j’ai noté : { $conditions }. Est-ce exact ?
    .yes = Oui, c’est exact
    .no = Non, autre chose
    .line = Nom confirmé
    .why = Un nom mal lu peut tromper. C’est pourquoi je vérifie avec vous.
inquiry-duration =
    Depuis combien de temps avez-vous ce problème ?
    Par exemple : “3 semaines” ou “5 ans”. Un ordre d’idée suffit.
    .skip = Je ne sais plus
    .line = Depuis quand
    .why = On ne regarde pas de la même façon un problème nouveau et un problème ancien.
inquiry-side = De quel côté est-ce ?
    .line = Côté
    .why = Le médecin doit regarder le bon côté sur les images.
inquiry-tried =
    Qu’avez-vous déjà essayé pour ce problème ?
    Par exemple : médicaments, rééducation, piqûres ou opération. Si vous n’avez rien essayé, écrivez “rien”.
    .line = Déjà essayé
    .why = Ce que vous avez essayé, et l’effet que cela a eu, aide le médecin à comprendre.
    .retry1 = Écrivez ce dont vous vous souvenez, dans l’ordre que vous voulez. Par exemple : “des cachets et de la kiné, un peu mieux”.
    .retry2 = Une courte liste suffit. Si vous n’avez rien essayé, écrivez “rien”.
# Must achieve: the hope is heard and kept, and nothing is promised back. Awaiting signature.
inquiry-hopes =
    Qu’aimeriez-vous pouvoir faire, ou voir changer ?
    Il n’y a pas de mauvaise réponse. Le médecin vous dira ce qui est possible et ce qui ne l’est pas.
    .line = Vos attentes
    .why = Ce que vous espérez compte. Le médecin vous dira la vérité, même si elle est dure à entendre.
    .retry1 = Cela peut être une petite chose. Par exemple : “aller au marché à pied” ou “dormir toute la nuit”.
    .retry2 = Écrivez comme cela vient. Si vous ne savez pas quoi espérer, écrivez-le aussi.
