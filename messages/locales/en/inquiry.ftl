### The inquiry: what troubles the person, in the person's own words. Nothing here names an illness the person did not name.

# Must achieve: the person tells it in own words, without hurry, and knows that a physician reads them. Awaiting signature.
inquiry-complaint =
    In your own words and in your own time: what health problem brings you here?
    You can send several messages. A physician reads them just as you write them.
    If you write for someone else, answer for that person from here on.
    .line = What troubles you
    .why = The physician wants to read your story as you tell it, not only short answers.
    .retry1 = A few words are enough. For example: “my knee has hurt for years when I walk”.
    .retry2 = Write what bothers you most, as you would tell a doctor you trust.
# Must achieve: what was understood is checked with the person before it is kept; it is no diagnosis. The second line holds side and
# time when they were told along the way; they count only after a "yes". Awaiting signature.
inquiry-condition =
    Thank you for telling me. This is what I understood:
    { $conditions }
    It is not a diagnosis. Did I get it right?
    .yes = Yes, that is it
    .no = No, something else
    .line = Problem
    .why = I would rather ask than guess. The physician gets only what you confirm.
inquiry-conditions =
    Thank you for telling me. I read more than one problem in what you wrote.
    For which of these are you looking for help? You can choose several.
    .none = None of these
    .line = Problems
    .why = This tells the physician where to begin. The others are noted too.
inquiry-diagnosis =
    What did your doctor call this problem?
    Write it as you heard it. If it has no name, or you do not know it, that is fine too.
    .skip = It has no name
    .line = Name of the problem
    .why = The name your doctor gave helps to read your case well. I cannot give it a name.
inquiry-diagnosis_confirm =
    This is what I noted: { $conditions }. Is that right?
    .yes = Yes, that is right
    .no = No, something else
    .line = Name confirmed
    .why = A name that is misread can mislead. That is why I check it with you.
inquiry-duration =
    How long have you had this problem?
    For example: “3 weeks” or “5 years”. A rough idea is fine.
    .skip = I do not remember
    .line = How long
    .why = A new problem and an old one are looked at in different ways.
inquiry-side = Which side is it on?
    .line = Side
    .why = The physician must look at the right side in your scans.
inquiry-tried =
    What have you tried so far for this problem?
    For example: medicines, physical therapy, injections or surgery. If you have tried nothing, type “nothing”.
    .line = What you have tried
    .why = What you have tried, and how it went, helps the physician understand your case.
    .retry1 = Write what you remember, in any order. For example: “pills and therapy, they helped a little”.
    .retry2 = A short list is enough. If you have tried nothing, type “nothing”.
# Must achieve: the hope is heard and kept, and nothing is promised back. Awaiting signature.
inquiry-hopes =
    What would you like to be able to do, or what would you like to change?
    There is no bad answer. The physician reads it and will tell you what is possible and what is not.
    .line = What you hope for
    .why = What you hope for matters. The physician will tell you the truth, even if it is hard to hear.
    .retry1 = It can be something small. For example: “walk to the store” or “sleep through the night”.
    .retry2 = Write it as it comes. If you do not know what to hope for, write just that.
