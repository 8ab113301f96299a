### Answers that several questions share. At most 20 characters where a question has up to three of them, 24 otherwise.

option-yes = Yes
option-no = No
# "Not sure" counts as "a physician must look", never as "no".
option-unsure = Not sure
option-skip = Skip this question
option-none = None of these
option-continue = Continue
option-person = Talk with someone
option-other = Something else
option-more = Read more
option-self = For me
option-parent = My mother or father
option-partner = My partner
option-child = My son or daughter
option-relative = Another relative
option-right = Right
option-left = Left
option-both = Both
option-done = I am done
option-later = Later
option-here = In this chat
option-phone = By phone
option-confirm = Yes, send it
option-change = Change something
option-not_applicable = Not possible for me
option-neither = Neither
option-es = Español
option-en = English
option-pt = Português
option-fr = Français
