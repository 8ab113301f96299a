### The opening: language, who is writing, privacy and consent, danger first, for whom.
### Read by people who have often been disappointed before. Plain, short, true.

## Language. Written in both languages on purpose: nobody has chosen one yet. No question mark, so that one message holds one request.

language-choose =
    Hello. Choose the language you read best.
    Hola. Elija el idioma que lee mejor.
    Olá. Escolha o idioma que lê melhor.
    Bonjour. Choisissez la langue que vous lisez facilement.
    .es = Español
    .en = English
    .pt = Português
    .fr = Français
    .why = Everything you get in writing will come in the language you choose. That way you can read it with care.
    .retry1 = Choose “English” or another language from the list. Elija un idioma de la lista.
    .retry2 = Type the name of the language. Escriba el nombre del idioma.
# Said when another language is asked for; in both, so that it is read whichever of them the person reads. Its button names the language.
language-offer =
    We can continue in another language. Choose the option.
    Podemos seguir en otro idioma. Elija la opción.
# Said when a language is asked for that the product cannot hold a conversation in yet.
language-not_yet =
    I cannot write in that language yet. We can continue in English, Spanish, Portuguese or French.
    Todavía no puedo conversar en ese idioma. Podemos seguir en uno de estos cuatro.

## Who is writing

# Must achieve: the reader knows that this is a machine, what it can and cannot do, that a physician reads every case, how to reach a
# person, how long it takes, and that nobody watches this chat for emergencies. No question: the next message asks. Awaiting signature.
welcome-who =
    Thank you for writing. I am the automated assistant of { $clinic }. I am not a person.
    I can ask questions and pass on your answers. A physician reads every case.
    I cannot diagnose, decide or talk about prices. I cannot promise a result.
    It takes about 10 minutes. You can stop and go on another day.
    To talk with someone on the team, type “person” at any time.
    This chat is not for emergencies. In an emergency, call your emergency number.

## Privacy and consent

# Must achieve: simplified privacy notice before the first health question; necessary purposes apart from voluntary ones; where the full
# notice is; how to take the consent back; then one express consent for health data. Counsel and a physician must confirm. Awaiting signature.
consent-health_data =
    First, your privacy (notice version { $version }).
    { $clinic } uses your data so that a physician can read your case, to answer you, and to follow the law.
    Research is voluntary. I ask about it later, on its own.
    The team can give you the full notice: type “person”.
    You can take back your consent at any time: type “delete my data”.
    Do you agree that we use your health data for the physician’s review?
    .yes = Yes, I agree
    .no = No, I do not
    .more = Read more
    .why = Health data are private. The law asks for your clear consent before the first question.
    .retry1 = Choose “Yes, I agree”, “No, I do not” or “Read more”. All three answers are fine.
    .retry2 = I need your decision to go on. Type “yes” or “no”. If you say no, a person can talk with you.
# Must achieve: the longer notice in plain words: what is kept, what for, who sees it, the person's rights and dates. Awaiting signature.
consent-more =
    Privacy notice, in more detail.
    What we keep: what you write, the files you send, and how to contact you. It is stored encrypted.
    What for: so that a physician can read your case, to answer you, and to follow the law. Without this we cannot review your case.
    Voluntary: the use of data without your name in studies. I will ask later. Saying no changes nothing.
    Who sees it: the clinic’s team. Your messages also pass through the chat app you use.
    Your rights: to see, correct or delete your data, to object, and to take back your consent. Type “delete my data” or “person”. The team answers within 20 business days.
# Must achieve: a "no" is respected without argument; only contact details follow; a person takes over. Awaiting signature.
consent-declined =
    That is fine, and thank you for telling me. I will not ask about your health. What you wrote so far is erased, and your files are not kept.
    A person on the team can talk with you. I will only ask how to contact you.
# Must achieve: a separate consent to be messaged about the case, with the word that ends it. Awaiting signature.
consent-messaging =
    May { $clinic } write to you in this chat about your case?
    It is not for advertising. If you want no more messages one day, type “stop”.
    .yes = Yes, that is fine
    .no = No, thank you
    .why = Nobody gets messages they did not ask for. That is why this consent stands on its own.

# Must achieve: a "no" to messages is respected without argument, and the way to a person stays open. Awaiting signature.
consent-no_messages =
    All right. We will not write to you in this chat about your case.
    For a person from the team to call you, I need your name and your phone number.

## Danger first

# Must achieve: danger happening now is found before anything else; "not sure" counts as danger. Awaiting signature.
safety-red_flags =
    Before we go on, your safety. Is any of this happening now, to you or to the person you are writing for?
    - Chest pain or pressure
    - Trouble breathing
    - Face or arm weak, or odd speech
    - Swelling of the throat or tongue
    - Fever with chills or confusion after a procedure
    - A hot, red, swollen joint with fever
    - Heavy bleeding
    - Fainting
    - Thoughts of hurting yourself
    .none = No, none of these
    .yes = Yes, some of it
    .unsure = Not sure
    .why = If there is danger, urgent help comes first. The questions can wait.
    .retry1 = Choose “No, none of these” only if nothing on the list is happening now. If in doubt, choose “Not sure”.
    .retry2 = This is about your safety. If anything on the list is happening now, type “yes”. If not, type “none”.
    .retry_skipped = This is the one question we ask twice, for your safety. Is anything on the list happening now? If you would rather not answer, type “skip” again.

## For whom

subject-who = Who is this inquiry for?
    .self = For me
    .other = For someone else
    .line = Who it is for
    .why = The physician needs to know whose details these are.
subject-relation = Who is this person to you?
    .parent = My mother or father
    .partner = My partner
    .child = My son or daughter
    .relative = Another relative
    .other = Someone else
    .line = Relation
    .why = The physician must know who speaks for the person. Sometimes someone else has to sign or decide.
subject-age_other = How old is the person you are writing for?
subject-age_self = How old are you?
subject-age =
    { $question }
    You can type the age or the date of birth.
    .line = Age
    .why = Age changes what the physician must look at. For a minor, an adult in charge is needed.
# Must achieve: a minor's case goes to a physician together with a responsible adult; no blame, no refusal. Awaiting signature.
subject-guardian =
    For a minor, a physician looks at the case first, together with an adult in charge.
    What is that adult’s name, and how are they related?
    .line = Adult in charge
    .why = A parent or guardian decides for a minor. The physician talks with that person.
    .retry1 = Type the name and who it is. For example: “Rosa López, his mother”.
    .retry2 = One name and who it is are enough. For example: “John, her guardian”.
# Must achieve: nobody's health is discussed behind that person's back; "no" and "not sure" go to a person. Awaiting signature.
subject-knows = Does this person know that you are writing, and agree to it?
    .line = Agrees to this
    .why = Health details belong to that person. So they must know and agree.
# Must achieve: why only contact details follow; nobody is refused, nobody is blamed. Awaiting signature.
subject-to_person =
    Thank you. Here, a person from the team needs to talk with you first.
    So I only ask for your contact details. I will not ask about health.
