### Medicines as typed, and which records exist. Nobody is told to stop or change anything here.

medicines-list =
    Quels médicaments prenez-vous en ce moment ?
    Écrivez-les comme sur la boîte, avec la dose. Les vitamines et les plantes aussi.
    Vous pouvez envoyer une photo des boîtes. Si vous ne prenez rien, écrivez “aucun”.
    .line = Médicaments
    .why = Le médecin veut voir tout ce que vous prenez. Continuez à les prendre comme on vous l’a dit.
records-which =
    Quels examens ou papiers médicaux avez-vous pour ce problème ?
    Vous pouvez en choisir plusieurs.
    .imaging = Radio ou IRM
    .laboratory = Analyses de laboratoire
    .reports = Comptes rendus médicaux
    .other = D’autres papiers
    .none = Je n’en ai aucun
    .line = Examens
    .why = Les examens montrent ce que les mots ne peuvent pas dire. Le médecin les lit avant de répondre.
    .retry1 = Choisissez ce que vous avez. Vous pouvez écrire plusieurs numéros, par exemple : 1, 2.
    .retry2 = Si vous n’avez rien, choisissez “Je n’en ai aucun”. C’est bien aussi.
# Must achieve: files are welcome here, nothing is forced, and identity or bank papers are kept out. Awaiting signature.
records-send =
    Vous pouvez les envoyer ici, en photo ou en PDF, un par un.
    À la fin, choisissez “C’est envoyé”. Pour un autre jour, choisissez “Plus tard”.
    N’envoyez ni pièce d’identité ni carte de banque.
    .done = C’est envoyé
    .later = Plus tard
    .line = Envoi des examens
    .why = Le médecin peut ainsi les lire au calme. Tout est chiffré.
