### Danger. Fixed, short, first. A physician, and for the crisis texts a crisis professional too, must sign each one.

# Must achieve: the person calls now. Nothing is judged, nothing is asked, nobody waits for us. Awaiting signature.
emergency-call =
    This may be an emergency. Call { $number } now, or go to the nearest emergency room.
    Do not drive yourself. Do not wait for our reply.
    I am alerting our team.
# Must achieve: warm and direct; the line is named; one question only; a person will reach out; no counselling. Awaiting signature.
crisis-call =
    Thank you for telling me. You matter.
    Call this help line now: { $line }. If you are in danger, call { $number }.
    I am asking a person on our team to contact you.
    Are you safe right now, and is someone with you?
# The same where no crisis line of the country is known. No line is ever invented. Awaiting signature.
crisis-call_no_line =
    Thank you for telling me. You matter.
    Call { $number } now and say what you told me. You can also go to the nearest emergency room.
    I am asking a person on our team to contact you.
    Are you safe right now, and is someone with you?
# Said to every further message while the hold stands. Must achieve: the number again, the message is passed on. Awaiting signature.
emergency-held =
    The team has been alerted, and I am passing this message on too.
    If the danger goes on, call { $number } or go to the emergency room. Do not wait for our reply.
# Stands in the place of the number where no country is known. Must achieve: the clinic's number first; whoever is elsewhere learns what to
# call there. Awaiting signature.
emergency-number_anywhere = { $here } (outside Mexico, your local emergency number; { $abroad } works on most cell phones)
# Said once after the text above, where no country is known. Must achieve: the place is asked for, without holding anybody up; the answer is passed on. Awaiting signature.
emergency-where = Write here where you are now: city and country. The team sees it.
# Said when the patient says in a hold that it is over or was nothing. Must achieve: heard, not judged; a person still looks; the
# number again. Awaiting signature.
emergency-held_over =
    Thank you for telling me. I am passing your words on to the team.
    A person will still look at it: from a chat I cannot tell whether the danger is over.
    If it comes back or gets worse, call { $number } or go to the emergency room. Do not wait for our reply.
# Awaiting signature.
crisis-held =
    Thank you for writing again. The team has been alerted, and I am passing this message on too.
    If you are in danger, call { $number } now. You do not have to go through this alone.
# The same after words of despair. Awaiting signature.
crisis-held_over =
    Thank you for telling me how you are. I am passing your words on to the team.
    A person will still contact you: from a chat I cannot tell whether the danger is over.
    If you are in danger, call { $number } now. You do not have to go through this alone.
# The first words after a person ended the hold. Must achieve: asks how the person is, and nothing else. Awaiting signature.
lifted-hello =
    Hello again. A person on the team has seen what happened.
    How are you now?
    The questions can wait until you want to go on.
# Said when a person ended the hold and the questions do not go on. Awaiting signature.
lifted-closed =
    A person on the team is with you from now on. I will not ask you more questions here.
    If the danger comes back, do not write here. Call your emergency number.
# Said after the number when something on the danger list was tapped: thoughts of self-harm stand on it too. Awaiting signature.
crisis-also = If you have thought of hurting yourself, you can also call this line: { $line }. You matter.
