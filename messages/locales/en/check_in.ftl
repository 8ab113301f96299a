### The check-in after a treatment: invitation, safety first, the same questions each time, the person's own numbers.
### Nothing here judges a number. What got worse goes to a person; no text comforts or explains.

## Invitation. These two may leave months later, as templates the provider approved: no condition, no treatment, no result

# Must achieve: read on a shared phone, it tells nobody anything; no hurry; the way out is named; true before a treatment (the baseline) and after it.
# Awaiting signature.
check-in-invitation = This is { $clinic }. We have a few short questions for you. It takes about 5 minutes, whenever you can. If you want no more messages, type “stop”.
# Must achieve: the same once more, without pressing. Awaiting signature.
check-in-reminder = This is { $clinic }. Your questions are still open, and you can answer whenever you like. If you want no more messages, type “stop”.

## Safety first

# Must achieve: danger is found before anything else is asked; "not sure" counts. Awaiting signature.
check_in-red_flags =
    First of all, your safety. Is any of this happening to you now?
    - Chest pain or pressure
    - Trouble breathing
    - Face or arm weak, or odd speech
    - Swelling of the throat or tongue
    - Fever with chills or confusion
    - A hot, red, swollen joint with fever
    - A swollen, painful leg
    - Heavy bleeding
    - Fainting
    - Thoughts of hurting yourself
    .none = No, none of these
    .yes = Yes, some of it
    .why = These signs cannot wait. That is why they come first.
    .retry1 = Read the list and choose an answer. A yes or a no is enough.
    .retry2 = Type “yes” if any of the list is happening now. Type “no” if none of it is.
    .retry_skipped = This is the one question we ask twice, for your safety. Is anything on the list happening now? If you would rather not answer, type “skip” again.
# Must achieve: whatever may have to do with the treatment reaches a person the same day. Awaiting signature.
check_in-since =
    Has any of this happened since you last answered?
    You can choose several.
    .hospital = Hospital or emergency
    .infection = Fever or an infection
    .new_symptom = A new complaint
    .medicine_change = Another dose or medicine
    .why = The team wants to know the same day.
    .retry1 = Choose one or more answers, by number. If none of it happened, choose “None of these”.
    .retry2 = Type the numbers from the list, such as: 1 and 3.
# Asked only of whom it concerns. Must achieve: the person's own words, for the team. Awaiting signature.
check_in-symptom =
    What is the new complaint?
    Tell it in your own words: what you feel, and since when.
    .why = The team reads it just as you write it.

## The measures: pain, activities, change. Asked in the same words each time

check_in-pain =
    In the last 7 days, how much pain did you have on average?
    Type a number from 0 to 10. 0 is no pain, and 10 is the worst you can imagine.
    To skip it, type “skip”.
    .why = The same number each time shows what changes.
    .retry1 = Type a whole number from 0 to 10, with no decimals. For example: 4.
    .retry2 = Think of a usual day this week. 0 is none, and 10 is the worst.
check_in-name_1 =
    Which activity is hardest for you because of this problem?
    Write only one, in a few words. For example: “climbing stairs”.
    .why = You choose the activity. Later I will ask about the same one.
check_in-name_2 =
    Which other activity is hard for you?
    Write only one, in a few words.
    .why = Several activities tell more than one.
check_in-name_3 =
    Is there a third activity that is hard for you?
    Write only one, in a few words.
    .why = Several activities tell more than one.
check_in-activity_1 =
    { $activity }: how well can you do this today?
    Type a number from 0 to 10. 0 means you cannot, and 10 means as before the problem.
    To skip it, type “skip”.
    .why = This shows what you can do, beside the pain.
    .retry1 = Type a whole number from 0 to 10, with no decimals. For example: 6.
    .retry2 = 0 means you cannot do it. 10 means as before the problem.
check_in-activity_2 =
    { $activity }: how well can you do this today?
    As before, from 0 to 10. 0 means you cannot, and 10 means as before the problem.
    To skip it, type “skip”.
    .why = This shows what you can do, beside the pain.
    .retry1 = Type a whole number from 0 to 10, with no decimals. For example: 6.
    .retry2 = 0 means you cannot do it. 10 means as before the problem.
check_in-activity_3 =
    { $activity }: how well can you do this today?
    As before, from 0 to 10. 0 means you cannot, and 10 means as before the problem.
    To skip it, type “skip”.
    .why = This shows what you can do, beside the pain.
    .retry1 = Type a whole number from 0 to 10, with no decimals. For example: 6.
    .retry2 = 0 means you cannot do it. 10 means as before the problem.
# Stands for an activity whose own words are not repeated.
check_in-place_1 = The first activity you named
check_in-place_2 = The second activity you named
check_in-place_3 = The third activity you named
check_in-change = Overall, since the treatment, how are you?
    .very_much_better = Very much better
    .much_better = Much better
    .little_better = A little better
    .same = The same
    .little_worse = A little worse
    .much_worse = Much worse
    .very_much_worse = Very much worse
    .why = It is your own impression. No answer is bad.

## The plan around the treatment, medicine

check_in-plan =
    In the last 7 days, were you able to follow your plan?
    The plan is your rehab, sleep and moving about.
    .all = Yes, nearly all of it
    .part = Part of it
    .none = Not this week
    .not_planned = I was given no plan
    .why = What goes around the treatment counts too. Nobody will scold you.
check_in-plan_hard = What was hardest?
    .rehab = Rehab
    .sleep = Sleeping well
    .movement = Moving about
    .several = Several things
    .why = So the team knows what to help you with.
check_in-medicine = What changed in your medicines?
    .less = I take less
    .more = I take more
    .stopped = I no longer take one
    .new = I take another one
    .why = The physician needs to know. Changes are for you and your own doctor to decide.
check_in-medicine_by = Who decided that change?
    .own_doctor = My own doctor
    .clinic = The physician here
    .self = I did
    .other = Another person
    .why = It helps the physician to understand the change. It is asked without judging.

## The end. Own numbers with their direction and earlier values, never a verdict

# Must achieve: the numbers and what up and down mean, nothing about what they say of the treatment. Awaiting signature.
check_in-results =
    Thank you. These are your numbers:

    { $lines }

    A physician reads them. What they mean is for the physician to say.
    Keep to your treatment and your own doctor.
check_in-line_nrs_pain = Pain: { $now } of 10. Lower is better. Before: { $earlier }.
check_in-line_nrs_pain_first = Pain: { $now } of 10. Lower is better.
check_in-line_psfs = Your activities: { $now } of 10. Higher is better. Before: { $earlier }.
check_in-line_psfs_first = Your activities: { $now } of 10. Higher is better.
# Must achieve: why an earlier figure is missing, or differs from what was shown then. Awaiting signature.
check_in-line_same_activities = Before and now, only the same activities are compared.
check_in-line_change = Your answer about the change: { $answer }.
# An earlier value and when it was.
check_in-was = { $value } ({ $when })
check_in-at_baseline = before the treatment
check_in-at_baseline_again = before the treatment
check_in-at_2d = at 2 days
check_in-at_14d = at 2 weeks
check_in-at_1m = at 1 month
check_in-at_3m = at 3 months
check_in-at_6m = at 6 months
check_in-at_12m = at 12 months
# Must achieve: thanks, and what to do if it gets worse. Awaiting signature.
check_in-thanks =
    Thank you. Your answers are with the team.
    If you get worse, call the emergency number or go to an emergency room. Nobody watches this chat for emergencies.
# Must achieve: a person looks at it; no explanation, no comfort, and what to do meanwhile. Awaiting signature.
check_in-person_reads =
    A person on the team will read this and get in touch with you.
    If you get worse, do not wait. Call the emergency number or go to an emergency room.
# Must achieve: the wish is obeyed at once; the team may call once, so that nobody is lost. Awaiting signature.
check_in-stopped =
    All right. You will get no more reminders from { $clinic } in this chat.
    A person on the team may call you, so that we stay in touch.
    Keep to your treatment and your own doctor.
part-check_in = your check-in

## Words in the picture

check_in-chart_nrs_pain = Pain, 0 to 10. Lower is better
check_in-chart_psfs = Your activities, 0 to 10. Higher is better

## The form on a page

# Must achieve: that a few questions wait on a page, where, and that the link is private and ends; no condition named. Awaiting signature.
check_in-form =
    There are a few more questions about how you are. They are on a page, one by one.
    You can open it here: { $link }
    The link is private and lasts 14 days. Keep it to yourself.
    If you would rather have a call, write “person”.
form-title = A few questions from { $clinic }
# Shown before the first item, so that a preview of the link shows nothing. Awaiting signature.
form-cover =
    It is one question a screen. You can stop and go on later with the same link.
    You can leave any question unanswered.
form-begin = Begin
form-continue = Go on where I left
form-place = Question { $n } of { $total }
form-next = Save and go on
form-finish = Save and finish
form-back = Back
form-skip = Leave unanswered
form-saved = Each answer is saved when you go on to the next.
form-choose = Choose an answer, or leave the question unanswered.
# Must achieve: whoever cannot begin knows why, and whom to ask. Awaiting signature.
form-cookies =
    The questions could not be opened in this browser.
    Allow cookies for this page and press the button again.
    If you cannot, write to the team in the chat.
# Must achieve: it is kept and a person reads it; no verdict. Awaiting signature.
form-done =
    Thank you. Your answers are saved.
    The team reads them. You can close this page.
    If you get worse, call the emergency number or go to an emergency room.
# Shown for a link that ended, and for one that never was. Awaiting signature.
form-gone =
    This link does not open a page any more.
    Write in the chat of { $clinic }, and the team sends you a new one.
