### The opening: language, who is writing, privacy and consent, danger first, for whom.
### Read by people who have often been disappointed before. Plain, short, true.

## Language. Written in every language on purpose: nobody has chosen one yet. No question mark, so that one message holds one request.

language-choose =
    Bonjour. Choisissez la langue que vous lisez facilement.
    Hola. Elija el idioma que lee mejor.
    Hello. Choose the language you read best.
    Olá. Escolha o idioma que lê melhor.
    .es = Español
    .en = English
    .pt = Português
    .fr = Français
    .why = Tout ce que vous recevrez par écrit sera dans la langue choisie. Vous pourrez le lire au calme.
    .retry1 = Choisissez “Français” ou une autre langue de la liste. Choose a language from the list.
    .retry2 = Écrivez “français” pour continuer en français. Type “English” for English.
# Said when another language is asked for; in English too, so that it is read by whoever does not read this language. Its button names the language.
language-offer =
    Nous pouvons continuer dans une autre langue. Choisissez l’option.
    We can continue in another language. Choose the option.
# Said when a language is asked for that the product cannot hold a conversation in yet.
language-not_yet =
    Je ne sais pas encore parler cette langue. Nous pouvons continuer en français, en espagnol, en anglais ou en portugais.
    I cannot write in that language yet. We can continue in one of these four.

## Who is writing

# Must achieve: the reader knows that this is a machine, what it can and cannot do, that a physician reads every case, how to reach a
# person, how long it takes, and that nobody watches this chat for emergencies. No question: the next message asks. Awaiting signature.
welcome-who =
    Merci de nous écrire. Je suis l’assistant automatique de { $clinic }. Je ne suis pas une personne.
    Je peux poser des questions et transmettre vos réponses. Un médecin lit chaque dossier.
    Je ne peux pas faire de diagnostic, décider, parler de prix ni promettre un résultat.
    Il faut environ 10 minutes. Vous pouvez vous arrêter et reprendre un autre jour.
    Pour parler à quelqu’un de l’équipe, écrivez “personne” quand vous voulez.
    Ce chat ne traite pas les urgences. En cas d’urgence, appelez le numéro d’urgence.

## Privacy and consent

# Must achieve: simplified privacy notice before the first health question; necessary purposes apart from voluntary ones; where the full
# notice is; how to take the consent back; then one express consent for health data. Counsel and a physician must confirm. Awaiting signature.
consent-health_data =
    D’abord, votre vie privée (notice, version { $version }).
    { $clinic } utilise vos données pour qu’un médecin lise votre dossier. Elles servent aussi à vous répondre et à respecter la loi.
    La recherche est facultative. J’en parle plus tard, à part.
    La notice complète se demande à l’équipe : écrivez “personne”.
    Vous pouvez retirer votre accord quand vous voulez : écrivez “effacer mes données”.
    Acceptez-vous que nous utilisions vos données de santé pour que le médecin étudie votre dossier ?
    .yes = Oui, j’accepte
    .no = Je refuse
    .more = En savoir plus
    .why = Vos données de santé sont sensibles. La loi demande votre accord clair avant la première question.
    .retry1 = Choisissez “Oui, j’accepte”, “Je refuse” ou “En savoir plus”. Les trois réponses conviennent.
    .retry2 = J’ai besoin de votre décision pour continuer. Écrivez “oui” ou “non”. Si c’est non, une personne peut parler avec vous.
# Must achieve: the longer notice in plain words: what is kept, what for, who sees it, the person's rights and dates. Awaiting signature.
consent-more =
    La notice sur votre vie privée, plus en détail.
    Ce que nous gardons : ce que vous écrivez, les fichiers envoyés et vos coordonnées. Tout est chiffré.
    Pourquoi : pour qu’un médecin lise votre dossier, pour vous répondre et pour respecter la loi. Sans cela, nous ne pouvons pas étudier votre dossier.
    Facultatif : l’usage de vos données, sans votre nom, dans des études. J’en parle plus tard. Dire non ne change rien.
    Qui les voit : l’équipe de la clinique. Vos messages passent aussi par l’application de chat que vous utilisez.
    Vos droits : voir, corriger ou effacer vos données, vous opposer à leur usage et retirer votre accord. Écrivez “effacer mes données” ou “personne”. L’équipe répond en 20 jours ouvrables au plus.
# Must achieve: a "no" is respected without argument; only contact details follow; a person takes over. Awaiting signature.
consent-declined =
    C’est entendu, et merci de le dire. Je ne poserai pas de questions de santé. Vos messages sont effacés, et vos fichiers ne sont pas gardés.
    Une personne de l’équipe peut parler avec vous. Je vous demande seulement comment vous joindre.
# Must achieve: a separate consent to be messaged about the case, with the word that ends it. Awaiting signature.
consent-messaging =
    Acceptez-vous que { $clinic } vous écrive par ce chat au sujet de votre dossier ?
    Ce n’est pas de la publicité. Si un jour vous ne voulez plus de messages, écrivez “arrêter”.
    .yes = Oui, c’est d’accord
    .no = Non, merci
    .why = Personne ne doit recevoir des messages sans les avoir demandés. C’est pourquoi cet accord est à part.

# Must achieve: a "no" to messages is respected without argument, and the way to a person stays open. Awaiting signature.
consent-no_messages =
    C’est entendu. Nous ne vous écrirons pas dans ce chat au sujet de votre dossier.
    Pour qu’une personne de l’équipe vous appelle, il me faut votre nom et votre téléphone.

## Danger first

# Must achieve: danger happening now is found before anything else; "not sure" counts as danger. Awaiting signature.
safety-red_flags =
    Avant de continuer, votre sécurité. L’une de ces choses arrive-t-elle en ce moment, à vous ou à la personne concernée ?
    - Douleur ou pression dans la poitrine
    - Difficulté à respirer
    - Visage ou bras sans force, ou parole bizarre
    - Gorge ou langue gonflée
    - Fièvre avec frissons ou confusion, après une intervention
    - Une articulation chaude, rouge et gonflée, avec de la fièvre
    - Fort saignement
    - Malaise avec perte de connaissance
    - Idées de se faire du mal
    .none = Non, rien de cela
    .yes = Oui, au moins une
    .unsure = Je ne sais pas
    .why = S’il y a un danger, les secours passent avant tout. Les questions peuvent attendre.
    .retry1 = Choisissez “Non, rien de cela” seulement si rien de la liste n’arrive maintenant. Dans le doute, choisissez “Je ne sais pas”.
    .retry2 = C’est important pour votre sécurité. Si une chose de la liste arrive maintenant, écrivez “oui”. Sinon, écrivez “rien”.
    .retry_skipped = C’est la seule question que nous posons deux fois, pour votre sécurité. Une chose de la liste arrive-t-elle maintenant ? Si vous préférez ne pas répondre, écrivez encore “passer”.

## For whom

subject-who = Pour qui est cette demande ?
    .self = Pour moi
    .other = Pour un proche
    .line = Pour qui
    .why = Le médecin doit savoir à qui sont les données qu’il lit.
subject-relation = Qui est cette personne pour vous ?
    .parent = Ma mère ou mon père
    .partner = Conjoint ou conjointe
    .child = Mon fils ou ma fille
    .relative = Quelqu’un de la famille
    .other = Un autre lien
    .line = Votre lien
    .why = Le médecin doit savoir qui parle pour la personne. Parfois, quelqu’un d’autre doit signer ou décider.
subject-age_other = Quel âge a la personne concernée ?
subject-age_self = Quel âge avez-vous ?
subject-age =
    { $question }
    Vous pouvez écrire l’âge ou la date de naissance.
    .line = Âge
    .why = L’âge change ce que le médecin doit regarder. Pour un mineur, il faut un adulte responsable.
# Must achieve: a minor's case goes to a physician together with a responsible adult; no blame, no refusal. Awaiting signature.
subject-guardian =
    Pour un mineur, un médecin voit d’abord le dossier, avec un adulte responsable.
    Comment s’appelle cet adulte, et quel est son lien avec le mineur ?
    .line = Adulte responsable
    .why = Pour un mineur, c’est la mère, le père ou le tuteur qui décide. Le médecin parle avec cette personne.
    .retry1 = Écrivez le nom et le lien. Par exemple : “Rose Martin, sa mère”.
    .retry2 = Un nom et le lien suffisent. Par exemple : “Jean, son tuteur”.
# Must achieve: nobody's health is discussed behind that person's back; "no" and "not sure" go to a person. Awaiting signature.
subject-knows = Cette personne sait-elle que vous écrivez, et est-elle d’accord ?
    .line = Son accord
    .why = Les données de santé sont à cette personne. Elle doit donc le savoir et être d’accord.
# Must achieve: why only contact details follow; nobody is refused, nobody is blamed. Awaiting signature.
subject-to_person =
    Merci. Dans ce cas, une personne de l’équipe doit d’abord parler avec vous.
    Je vous demande donc seulement comment vous joindre. Je ne poserai pas de questions de santé.
