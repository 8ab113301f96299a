### Danger. Fixed, short, first. A physician, and for the crisis texts a crisis professional too, must sign each one.

# Must achieve: the person calls now. Nothing is judged, nothing is asked, nobody waits for us. Awaiting signature.
emergency-call =
    Cela peut être une urgence. Appelez maintenant le { $number }, ou allez aux urgences les plus proches.
    Ne conduisez pas. N’attendez pas notre réponse.
    Je préviens notre équipe.
# Must achieve: warm and direct; the line is named; one question only; a person will reach out; no counselling. Awaiting signature.
crisis-call =
    Merci de me le dire. Votre vie compte.
    Appelez maintenant cette ligne d’aide : { $line }. Si vous êtes en danger, appelez le { $number }.
    Je demande à une personne de l’équipe de vous contacter.
    Êtes-vous en sécurité en ce moment, et y a-t-il quelqu’un avec vous ?
# The same where no crisis line of the country is known. No line is ever invented. Awaiting signature.
crisis-call_no_line =
    Merci de me le dire. Votre vie compte.
    Appelez maintenant le { $number }, et dites ce que vous m’avez dit. Vous pouvez aussi aller aux urgences.
    Je demande à une personne de l’équipe de vous contacter.
    Êtes-vous en sécurité en ce moment, et y a-t-il quelqu’un avec vous ?
# Said to every further message while the hold stands. Must achieve: the number again, the message is passed on. Awaiting signature.
emergency-held =
    L’équipe est déjà prévenue, et je lui transmets aussi ce message.
    Si le danger continue, appelez le { $number } ou allez aux urgences. N’attendez pas notre réponse.
# Stands in the place of the number where no country is known. Must achieve: the clinic's number first; whoever is elsewhere learns what to
# call there. Awaiting signature.
emergency-number_anywhere = { $here } (hors du Mexique, le numéro d’urgence local ; le { $abroad } marche sur presque tous les portables)
# Said once after the text above, where no country is known. Must achieve: the place is asked for, without holding anybody up; the answer is passed on. Awaiting signature.
emergency-where = Écrivez ici où vous êtes maintenant : ville et pays. L’équipe voit votre réponse.
# Said when the patient says in a hold that it is over or was nothing. Must achieve: heard, not judged; a person still looks; the
# number again. Awaiting signature.
emergency-held_over =
    Merci de me le dire. Je transmets vos mots à l’équipe.
    Une personne regarde quand même : par ce chat, je ne peux pas savoir si le danger est passé.
    Si cela revient ou s’aggrave, appelez le { $number } ou allez aux urgences. N’attendez pas notre réponse.
# Awaiting signature.
crisis-held =
    Merci de continuer à écrire. L’équipe est déjà prévenue, et je lui transmets aussi ce message.
    Si vous êtes en danger, appelez maintenant le { $number }. Vous n’avez pas à traverser cela sans aide.
# The same after words of despair. Awaiting signature.
crisis-held_over =
    Merci de me dire comment vous allez. Je transmets vos mots à l’équipe.
    Une personne vous contacte quand même : par ce chat, je ne peux pas savoir si le danger est passé.
    Si vous êtes en danger, appelez maintenant le { $number }. Vous n’avez pas à traverser cela sans aide.
# The first words after a person ended the hold. Must achieve: asks how the person is, and nothing else. Awaiting signature.
lifted-hello =
    Bonjour à nouveau. Une personne de l’équipe a vu ce qui s’est passé.
    Comment allez-vous maintenant ?
    Les questions peuvent attendre que vous vouliez continuer.
# Said when a person ended the hold and the questions do not go on. Awaiting signature.
lifted-closed =
    Une personne de l’équipe s’occupe maintenant de vous. Ici, je ne pose plus de questions.
    Si le danger revient, n’écrivez pas ici. Appelez le numéro d’urgence.
# Said after the number when something on the danger list was tapped: thoughts of self-harm stand on it too. Awaiting signature.
crisis-also = Si vous avez pensé à vous faire du mal, vous pouvez aussi appeler cette ligne : { $line }. Vous comptez.
