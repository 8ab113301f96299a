### After a physician has read the case: what the patient is told in the chat, and the page of the private letter.
### The chat never says what was decided. Nothing here summarises the physician's words.

## In the chat

# Must achieve: only that the answer is ready and where; that the link is private and ends; nothing of its content. Awaiting signature.
handoff-answer_ready =
    La réponse du médecin est prête. C’est une lettre pour vous.
    Vous pouvez la lire ici : { $link }
    Le lien est privé et dure 14 jours. Ne le partagez pas.
    Si vous avez un doute, écrivez “personne”.
# Must achieve: only that the written quote is ready; no figure, no hurry. Awaiting signature.
handoff-quote_ready =
    Votre devis écrit est prêt.
    L’équipe vous le remet et le relit avec vous. Prenez votre temps.
# Must achieve: an invitation, not an alarm; the patient decides when. Awaiting signature.
handoff-questions_ready =
    Le médecin a lu votre dossier et il lui manque quelques informations.
    Les questions sont peu nombreuses. Pour y répondre, choisissez “Continuer” ou écrivez-moi ici.
    Gardez votre traitement actuel.
# Must achieve: what happens next and by whom; nothing is decided. Awaiting signature.
handoff-questions_done =
    Merci. Le médecin a maintenant vos réponses.
    Il les lit et vous répond par écrit. Rien n’est encore décidé.
    Si votre état s’aggrave, appelez le numéro d’urgence ou allez aux urgences.

## The page of the letter

letter-title = Une lettre pour vous, de { $clinic }
# Shown before the letter is opened, so that a preview of the link shows nothing. Awaiting signature.
letter-cover =
    Cette page garde une lettre privée de votre médecin.
    Ouvrez-la quand vous serez dans un endroit calme.
letter-open = Lire la lettre
# Must achieve: present care goes on; what to do in an emergency. Awaiting signature.
letter-keep =
    Gardez votre traitement actuel, sauf si votre médecin le change.
    Si votre état s’aggrave, appelez le numéro d’urgence ou allez aux urgences.
letter-signed = { $physician }, numéro professionnel { $licence }. { $date }
value-date =
    { $month ->
        [m1] { $day } janvier { $year }
        [m2] { $day } février { $year }
        [m3] { $day } mars { $year }
        [m4] { $day } avril { $year }
        [m5] { $day } mai { $year }
        [m6] { $day } juin { $year }
        [m7] { $day } juillet { $year }
        [m8] { $day } août { $year }
        [m9] { $day } septembre { $year }
        [m10] { $day } octobre { $year }
        [m11] { $day } novembre { $year }
        [m12] { $day } décembre { $year }
       *[other] { $day } { $month } { $year }
    }
letter-ask = Si quelque chose n’est pas clair, écrivez “personne” dans le chat. L’équipe vous répond.
# Shown for a link that ended, and for one that never was. Awaiting signature.
letter-gone =
    Ce lien n’ouvre plus aucune lettre.
    Écrivez dans le chat de { $clinic }, et l’équipe vous en envoie un nouveau.
