### Answers that several questions share. At most 20 characters where a question has up to three of them, 24 otherwise.

option-yes = Oui
option-no = Non
# "Not sure" counts as "a physician must look", never as "no".
option-unsure = Je ne sais pas
option-skip = Passer la question
option-none = Aucune de ces choses
option-continue = Continuer
option-person = Parler à quelqu’un
option-other = Autre chose
option-more = En savoir plus
option-self = Pour moi
option-parent = Ma mère ou mon père
option-partner = Conjoint ou conjointe
option-child = Mon fils ou ma fille
option-relative = Quelqu’un de la famille
option-right = À droite
option-left = À gauche
option-both = Les deux côtés
option-done = J’ai terminé
option-later = Plus tard
option-here = Par ce chat
option-phone = Par téléphone
option-confirm = Oui, envoyer
option-change = Changer une réponse
option-not_applicable = Cela ne me concerne pas
option-neither = Aucun des deux
option-es = Español
option-en = English
option-pt = Português
option-fr = Français
