### What is said beside the questions: pausing, stopping, people, files, answers that were not understood.
### The open question is said again after most of these, so none of them asks anything. Nobody is ever blamed for a typing slip.

## Pause, stop, return

control-paused =
    C’est entendu, nous faisons une pause. Tout est gardé.
    Pour reprendre, écrivez-moi ici. Nous repartirons de la même question.
# Said when there is nothing to go back to, or nothing to change yet.
control-first = Il n’y a pas encore de réponse précédente.
# Must achieve: the wish is obeyed at once, nothing is asked, the way back is named, other care goes on. Awaiting signature.
control-stopped =
    C’est entendu. Vous ne recevrez plus de messages de { $clinic } dans ce chat. Merci pour votre temps.
    Si un jour vous voulez reprendre, écrivez “continuer”.
    Continuez avec votre traitement et votre médecin.
control-stopped_reply =
    Vous avez demandé de ne plus recevoir de messages de { $clinic }, et nous le respectons.
    Si vous voulez reprendre, écrivez “continuer”.
    Ce chat ne traite pas les urgences. En cas d’urgence, appelez le numéro d’urgence.
# Must achieve: that messages may come again, and the way out. Awaiting signature.
control-messages_again =
    C’est entendu. Dès maintenant, { $clinic } peut de nouveau vous écrire dans ce chat.
    Si vous ne voulez plus de messages, écrivez “stop”.
control-restart = C’est entendu, nous recommençons.
resume-context = Nous reprenons là où nous en étions : { $part }.

## A person

# Must achieve: the person knows that a human was told, that no hour is promised, and what to do in an emergency. Awaiting signature.
person-requested =
    L’équipe est prévenue : une personne vous écrira ici. Je ne peux pas vous dire l’heure exacte.
    En attendant, nous pouvons continuer les questions, si vous voulez.
    Si c’est une urgence, n’attendez pas. Appelez le numéro d’urgence.
person-waiting =
    Votre message est gardé pour l’équipe. Une personne va vous répondre.
    Si c’est une urgence, n’attendez pas. Appelez le numéro d’urgence.
person-noted = Bien reçu. Une personne de l’équipe lira votre message et vous répondra.
person-not_understood =
    Je n’ai pas réussi à comprendre votre réponse, et ce n’est pas votre faute. J’ai gardé vos mots tels quels.
    L’équipe est prévenue, pour qu’une personne vous aide. En attendant, nous pouvons continuer, si vous voulez.

## Messages out of turn

stale-option = Cette question est déjà passée. Pour changer cette réponse, écrivez “changer”.
late-noted = Merci. Je l’ai ajouté à ce que vous aviez raconté.
edited-noted = J’ai vu que vous avez corrigé un message. J’ai gardé les deux versions pour le médecin. Si cela change une réponse, écrivez “changer”.

## Files. Said when a file arrives; it is checked afterwards.

media-photo = Merci, votre photo est arrivée. Si on ne peut pas la garder, je vous le dirai ici.
media-pdf = Merci, votre PDF est arrivé. Si on ne peut pas le garder, je vous le dirai ici.
media-document = Votre fichier est arrivé. Si on ne peut pas le garder, je vous le dirai ici.
media-voice =
    Votre message vocal est arrivé. Je ne peux pas l’écouter.
    Écrivez ici le plus important. Si c’est une urgence, appelez tout de suite le numéro d’urgence.
media-video =
    Votre vidéo est arrivée. Je ne peux pas la voir.
    Écrivez ici le plus important, ou envoyez une photo.
media-too_large = Ce fichier est trop gros, et il n’a pas été gardé. Vous pouvez envoyer une photo ou un PDF plus petit.
media-not_allowed = On ne peut pas garder ici ce type de fichier. Vous pouvez envoyer des photos ou des PDF.
media-unreadable = Ce fichier ne s’ouvre pas, et il n’a pas été gardé. Vous pouvez envoyer une photo nette, ou un PDF sans mot de passe.
media-unavailable = Je n’ai pas reçu ce fichier en entier. Vous pouvez l’envoyer encore une fois quand vous voulez.
unreadable-sticker = Une image est arrivée, et je ne peux pas la lire. Écrivez votre réponse avec des mots.
unreadable-location =
    Une position est arrivée. Ici, je ne peux pas m’en servir.
    Si vous êtes en danger, appelez tout de suite le numéro d’urgence.
unreadable-contact = Une fiche de contact est arrivée. Je ne peux pas la lire. Écrivez les détails avec des mots.
unreadable-empty = Un message sans texte est arrivé. Écrivez votre réponse avec des mots.
unreadable-other = Je ne peux pas lire ce qui est arrivé. Écrivez-le avec des mots, ou envoyez une photo ou un PDF.

## Answers that were not understood. First and second time in different words; the wanted answer and an example; never "wrong".

retry-choice_of =
    .first = Choisissez une des options, ou écrivez son numéro.
    .second = Une de ces options m’aide davantage. Le numéro suffit, par exemple : 1.
retry-free_text =
    .first = Écrivez-le avec vos mots. Une phrase courte suffit.
    .second = Ce n’est pas grave si ce n’est pas parfait. Écrivez ce que le médecin doit savoir en premier.
retry-age_or_birthdate =
    .first = Écrivez l’âge en années, par exemple : 58. Ou la date de naissance, par exemple : 14 mai 1967.
    .second = Un seul nombre suffit pour l’âge. Par exemple : 58.
retry-duration =
    .first = Écrivez un nombre, et si ce sont des jours, semaines, mois ou années. Par exemple : “8 mois”.
    .second = Un ordre d’idée suffit. Par exemple : “environ 5 ans”.
retry-date =
    .first = Écrivez le mois et l’année. Par exemple : “mars 2023”.
    .second = Si vous ne savez que l’année, cela suffit. Par exemple : 2023.
retry-medicines =
    .first = Écrivez les noms comme sur la boîte. Par exemple : “metformine 850, losartan 50”.
    .second = Vous pouvez aussi envoyer une photo des boîtes. Si vous ne prenez rien, écrivez “aucun”.
retry-weight =
    .first = Écrivez le poids avec son unité. Par exemple : “72 kilos” ou “160 livres”.
    .second = Un ordre d’idée suffit. Par exemple : “environ 70 kilos”.
retry-height =
    .first = Écrivez la taille. Par exemple : “1,65 m” ou “165 cm”.
    .second = Un ordre d’idée suffit. Par exemple : “environ 1,70 m”.
retry-sleep_hours =
    .first = Écrivez combien d’heures vous dormez dans une nuit normale. Par exemple : 6.
    .second = Un ordre d’idée suffit. Par exemple : “environ 6 heures”.
retry-days_per_week =
    .first = Écrivez un nombre de 0 à 7. Par exemple : 3.
    .second = Pensez à une semaine normale, et écrivez les jours. Par exemple : “2 jours”, ou “aucun”.
retry-percent_hba1c =
    .first = Écrivez le nombre qui est sur l’analyse de sang. Par exemple : 7,2.
    .second = C’est le plus souvent un nombre de 4 à 15, appelé hémoglobine glyquée. Si vous ne l’avez pas, vous pouvez passer la question.
retry-number =
    .first = Écrivez un nombre. Par exemple : 4.
    .second = Un ordre d’idée suffit, en chiffres. Par exemple : 10.
retry-pain_0_10 =
    .first = Écrivez un nombre de 0 à 10. Par exemple : 4.
    .second = 0, c’est aucune douleur. 10, c’est la pire que vous puissiez imaginer.
retry-name =
    .first = Écrivez le nom que nous devons utiliser. Par exemple : “Carmen Ruiz”.
    .second = Le prénom suffit. Par exemple : “Carmen”.
retry-phone =
    .first = Écrivez le numéro avec l’indicatif du pays. Par exemple : “+33 6 12 34 56 78”.
    .second = Écrivez seulement les chiffres. Commencez par le signe +. Par exemple : “+52 55 1234 5678”.
retry-third =
    J’ai gardé ce que vous avez écrit, et l’équipe le verra.
    Vous pouvez essayer encore avec d’autres mots. Ou écrivez “personne”, et quelqu’un vous aide.

## Why do you ask

why-step = C’est pour que le médecin comprenne mieux votre cas. Si vous préférez ne pas répondre, dites-le.
