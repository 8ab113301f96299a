### The end: research, how to be reached, the summary, what happens next.

## Research

# Must achieve: neutral, apart from everything else, default no; refusing changes nothing; the way back is named. Awaiting signature.
research-opt_in =
    A separate question, about research. It is not part of your care.
    May your data, without your name, be used in studies?
    Saying no changes nothing. If you say yes, you can take it back at any time: type “person”.
    .no = No
    .yes = Yes, they may
    .line = Research
    .why = The law and respect ask that this consent stands on its own. If you do not answer, it is a no.
    .retry1 = Choose “No” or “Yes, they may”. Both answers are fine.
    .retry2 = Type “no” or “yes”. If in doubt, “no” is fine, and you can change it later.

## How to be reached

contact-name =
    What is your name?
    Write it the way you want us to use it.
    .line = Name
    .why = So that the team knows who they are talking with.
contact-reach = How would you like the team to contact you?
    .here = In this chat
    .phone = By phone
    .line = How to contact you
    .why = You decide where we write or call.
contact-phone =
    Which number may we call?
    Include the area code. From outside Mexico, start with + and the country code.
    .skip = I have no phone
    .line = Phone
    .why = It is used only to talk with you about your case.

## The summary

# Must achieve: plain that nothing has been sent yet and that every line can be corrected. Awaiting signature.
review-summary =
    This is what the physician will read. Nothing has been sent yet.

    { $lines }

    Is it right?
    .confirm = Yes, send it
    .change = Change something
    .why = You see what is sent, and you can correct it first.
    .retry1 = Choose “Yes, send it” if it is right. Choose “Change something” to correct it.
    .retry2 = Type “send” or “change”. Nothing leaves without your word.
review-change = Which part would you like to change?
    .why = I change only what you choose. The rest stays as it is.
review-item = Which answer would you like to change?
    .why = I change only that answer. The rest stays as it is.
# Said when only the name of the question comes as its new answer. Must achieve: nothing is lost; the new words replace all. Awaiting signature.
review-kept = What you wrote before is still kept. What you write now replaces all of it.

## Lines of the summary. The person's own words are kept, never echoed.

line-subject = Inquiry: { $who }. Age: { $age }
line-condition = Problem: { $conditions }
line-course = Time: { $duration }. Side: { $side }
line-tried = What you have tried: kept in your words
line-hopes = What you hope for: kept in your words
line-health = Health, for the physician: { $items }
line-health_none = Health: nothing marked
line-medicines = Medicines: kept as you wrote them
line-medicines_none = Medicines: none noted
line-records = Records: { $items }
line-habits = Habits: { $items }
line-habits_none = Habits: not answered
line-contact = Contact: { $reach }. Research: { $research }
value-quantity =
    { $unit ->
        [h] { $n } hours
        [hours] { $n } hours
        [days] { $n } days
        [days_per_week] { $n } days a week
        [years] { $n } years
       *[other] { $n } { $unit }
    }
value-months =
    { $n ->
        [0] less than a month
        [one] { $n } month
        [12] 1 year
        [24] 2 years
        [36] 3 years
        [48] 4 years
        [60] 5 years
        [72] 6 years
        [84] 7 years
        [96] 8 years
        [108] 9 years
        [120] 10 years
        [144] 12 years
        [180] 15 years
        [240] 20 years
        [300] 25 years
        [360] 30 years
        [420] 35 years
        [480] 40 years
       *[other] { $n } months
    }
value-named = { $name }: { $value }
value-not_provided = no answer
value-not_asked = not asked
value-noted = noted

## What happens next

# When a person answers, as the clinic aims for it: joined to "aims to contact you". Awaiting signature.
value-within_hours =
    { $n ->
        [one] within { $n } hour
       *[other] within { $n } hours
    }
value-within_days =
    { $n ->
        [one] within { $n } day
       *[other] within { $n } days
    }
# Must achieve: what happens next, by when the clinic aims for it, by whom; a reference to quote; nothing is decided; what to do if worse; keep the treatment; no hurry. Awaiting signature.
done-next =
    Thank you. Your case is now with the team. Your reference is { $reference }.
    What happens next: the team aims to contact you { $first }. A physician reads all of it and aims to answer you in writing { $decision }. Nothing is decided yet.
    If you get worse, call your emergency number or go to the emergency room. Nobody watches this chat for emergencies.
    Keep your present treatment unless your own doctor changes it.
    Take your time, and talk this over with your own doctor.
# For those whose answers a physician must see before anything else. Must achieve: the same, without any hint of a verdict. Awaiting signature.
done-hard =
    Thank you for answering. My questions end here. Your reference is { $reference }.
    A physician must see your answers first, and aims to answer you in writing { $decision }. Before that, the team aims to contact you { $first }. Nothing is decided yet.
    If you get worse, call your emergency number or go to the emergency room. Nobody watches this chat for emergencies.
    Keep your present treatment unless your own doctor changes it.
    Take your time, and talk this over with your own doctor.
# For those who left contact details only. Awaiting signature.
done-short =
    Thank you. A person on the team aims to contact you { $first }. Your reference is { $reference }.
    If it is an emergency, do not wait. Call your emergency number.
    Keep your treatment. Take your time, and talk this over with your own doctor.
# Said to a message that comes after the hand-off. Awaiting signature.
done-reply =
    Thank you. I saved your message, and the team will see it with your case.
    If it is an emergency, do not wait. Call your emergency number.
