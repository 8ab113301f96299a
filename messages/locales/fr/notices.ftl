### Notices without content: they may leave at any time, as templates that the provider approved. Nothing about health, nobody's words.

# Said when a person wrote and the chat's reply window has closed. Must achieve: who writes, nothing of what, one word that opens. Awaiting signature.
notice-waiting =
    L’équipe de { $clinic } vous a écrit.
    Pour lire le message, écrivez OUVRIR.
    .word = OUVRIR

# Said when staff have planned the physician's call. Must achieve: when, by the patient's own clock; nothing of what it is about. Awaiting signature.
notice-call_planned =
    Votre appel avec { $clinic } est le { $date } à { $time }, heure de { $place }.
    Pour le garder dans votre calendrier, ouvrez ce lien : { $link }
    Si ce jour ne vous convient pas, écrivez “personne”.
# Must achieve: the new hour, and that the one told before no longer holds. Awaiting signature.
notice-call_moved =
    Votre appel avec { $clinic } change : il est maintenant le { $date } à { $time }, heure de { $place }. L’heure d’avant ne vaut plus.
    Pour le garder dans votre calendrier, ouvrez ce lien : { $link }
    Si ce jour ne vous convient pas, écrivez “personne”.
# Must achieve: the day is free again, and what follows. Awaiting signature.
notice-call_cancelled =
    L’appel avec { $clinic } du { $date } n’aura pas lieu ce jour-là.
    L’équipe vous écrit avec une nouvelle date. Vous n’avez rien à faire.
# The day before. Must achieve: when, and how to say no; no hurry. Awaiting signature.
reminder-call = Demain, { $date }, à { $time } (heure de { $place }), vous avez votre appel avec { $clinic }. Si vous ne pouvez pas, écrivez “personne”. Si vous ne voulez plus de messages, écrivez “arrêter”.
# Some days after the questions, when promised files have not come. Must achieve: what is missing, how to send it, no pressing. Awaiting signature.
reminder-records = Ici { $clinic }. Les fichiers que vous vouliez envoyer ne sont pas encore arrivés. Quand vous pourrez, envoyez-les ici, en photo ou en PDF. Si vous ne les avez plus, écrivez “personne”. Si vous ne voulez plus de messages, écrivez “arrêter”.
# Title of the entry in a calendar, read on shared phones.
calendar-call = Appel avec { $clinic }
