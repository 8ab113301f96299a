# What was told early, and what is said into a silence. Nothing here names a condition. Awaiting signature.

# Must achieve: an age told along the way counts only after a "yes".
subject-age_confirm =
    From what you wrote, I understood: { $age } years old.
    Is that the age of the person who needs care?
    .line = Age understood
    .why = Age changes what the physician must look at. I only want to be sure.
# Must achieve: nobody feels unheard; the question is asked all the same.
screening-noted = I have noted what you told me about this: { $items }. The physician will see it. I still ask, so that nothing is left out.
# Must achieve: a gentle reminder inside the reply window; nothing in it for a stranger who holds the phone.
nudge-first = Your conversation with { $clinic } is saved. You can go on whenever you like, in your own time. If you want no more messages, type “stop”.
# Must achieve: the same as a template for later; must be approved by the provider as a utility template.
nudge-later = This is { $clinic }. Your conversation is saved, and you can go on whenever you like. If you want no more messages, type “stop”.
# Must achieve: one tap is never taken for "and nothing else". Awaiting signature.
choose-more =
    I have noted: { $items }.
    Is there anything else from the list?
    .retry1 = Choose what is still missing, by number. If that is all, choose “Nothing else”.
    .retry2 = Type the numbers that are still missing, such as: 1 and 3. If that is all, type “nothing else”.
option-nothing_else = Nothing else
