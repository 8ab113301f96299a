# What was told early, and what is said into a silence. Nothing here names a condition. Awaiting signature.

# Must achieve: an age told along the way counts only after a "yes".
subject-age_confirm =
    D’après votre message, j’ai compris : { $age } ans.
    Est-ce l’âge de la personne qui a besoin de soins ?
    .line = Âge compris
    .why = L’âge change ce que le médecin doit regarder. Je veux seulement en être sûr.
# Must achieve: nobody feels unheard; the question is asked all the same.
screening-noted = J’ai noté ce que vous m’avez dit à ce sujet : { $items }. Le médecin le verra. Je pose quand même la question, pour ne rien oublier.
# Must achieve: a gentle reminder inside the reply window; nothing in it for a stranger who holds the phone.
nudge-first = Votre conversation avec { $clinic } est gardée. Vous pouvez continuer quand vous voulez, sans hâte. Si vous ne voulez plus de messages, écrivez “arrêter”.
# Must achieve: the same as a template for later; must be approved by the provider as a utility template.
nudge-later = Ici { $clinic }. Votre conversation est gardée et vous pouvez continuer quand vous voulez. Si vous ne voulez plus de messages, écrivez “arrêter”.
# Must achieve: one tap is never taken for "and nothing else". Awaiting signature.
choose-more =
    J’ai noté : { $items }.
    Y a-t-il autre chose dans la liste ?
    .retry1 = Choisissez ce qui manque encore, par son numéro. Si c’est tout, choisissez “Rien d’autre”.
    .retry2 = Écrivez les numéros qui manquent, par exemple : 1 et 3. Si c’est tout, écrivez “rien d’autre”.
option-nothing_else = Rien d’autre
