### The research permission, changeable at any time by one word. Neutral, apart from care, default no.

## Research, at any time

# The word that opens this at any time, alone in a message.
research-word = recherche
research-stands_no = Pour le moment, vous ne le permettez pas.
research-stands_yes = Pour le moment, vous le permettez.
# Must achieve: how it stands now, that a no changes nothing, one plain choice. Awaiting signature.
research-change =
    Votre accord pour la recherche. { $stands }
    Dire non ne change rien à vos soins. Permettez-vous que vos données, sans votre nom, servent à des études ?
# Must achieve: noted, and the way back named. Awaiting signature.
research-given = C’est noté : vous le permettez. Vous pouvez changer d’avis quand vous voulez. Écrivez simplement “recherche”.
# Must achieve: honoured for everything from now on; care unchanged. Awaiting signature.
research-withdrawn = C’est noté : vous ne le permettez pas. Vos données n’entrent plus dans de nouvelles études. Vos soins restent les mêmes.
