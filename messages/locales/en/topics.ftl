### What seekers ask for at any time, and each therapy people ask for by name. Said beside an open question, so nothing here asks.
### The words are the clinic's philosophy in plain speech. Each text is clinical: a physician must sign it before it is used. All awaiting signature.
### `.line` names the topic in the list below the help text, at most 24 characters.

## Topics

# Must achieve: signals and their ceiling in one breath; no new tissue, no cure, nothing rebuilt at a late stage. Awaiting signature.
topic-how =
    The cells send signals to the body. Think of the foreman on a building site, not of the bricks.
    Those signals can calm inflammation and guide the body’s own repair, and that effect has a ceiling.
    The cells do not turn into new tissue. They do not rebuild an organ in a late stage of disease. They are not a cure.
    What a person may notice depends on the problem, and on the state of the body that gets them.
    .line = How the cells work
# Must achieve: evidence differs by condition and does not carry over; one's own text comes in writing. Awaiting signature.
topic-evidence =
    It depends on the problem. For a few there are strong studies, and even there the benefit may be modest.
    For others there are few studies, or they do not agree.
    For many that are advertised the most, there is little proof or none.
    What is known about one illness does not count for another.
    What is known about yours you get in writing, in this chat or from the physician.
    .line = What the studies say
# Must achieve: risk exists and is named; nobody denies it; why so many questions; one's own risks in writing. Awaiting signature.
topic-safety =
    Every treatment has risks, and so does this one. Nobody can tell you there is none.
    Fever, infections and blood clots have been seen.
    That is why I ask so many health questions. An illness, a medicine or a pregnancy can change the risk.
    The physician explains the risks in your case in writing, before you decide.
    .line = Risks and safety
# Must achieve: why there is no figure yet and when it comes; the reason for the order; no range, no hint. Awaiting signature.
topic-price =
    First a physician reads your records. Without that, any figure would be made up.
    If the physician finds that you can go ahead, the clinic gives you a written quote, item by item.
    You get it before you sign any consent, and you can read it calmly.
    Before the review I give no figures, not even rough ones. That order keeps medicine ahead of sales.
    .line = When there is a price
# Must achieve: what a cure would mean; realistic outcomes, most likely first; both harms of a promise. Awaiting signature.
topic-promise =
    Nobody should promise you a cure. That word means that the illness ends and does not come back.
    For most long-lasting problems, no treatment today does that. This one does not either.
    Where studies support it, this is what may happen, most likely first:
    - fewer symptoms
    - better movement
    - a problem that gets worse more slowly
    - for some people, less medicine, if their doctor decides so
    Some people notice no change.
    A promise can harm in two ways. A person drops a treatment they need. Or they do get better, and take it for a failure.
    Keep your present treatment unless your own doctor changes it.
    .line = Why no promises
# Must achieve: a physician decides, in writing, by four questions; a no can be care; no counts of people. Awaiting signature.
topic-acceptance =
    A physician decides that, in writing. I decide nothing. The physician checks four things:
    - published studies make it reasonable for that problem
    - the person’s health allows it
    - nothing speaks against it
    - the person knows in writing what to expect, and decides with that in mind
    If one is missing, it does not go ahead, even if the person wishes for it very much.
    Saying no can be the safer care. The physician explains why.
    .line = Why it is sometimes “no”
# Also the answer to a wish for a date. Must achieve: no date before the review, the order of things, the plan around the cells. Awaiting signature.
topic-visit =
    I do not book visits. The team sets the dates with you. Before that comes this, in order:
    - you send your records
    - a physician reads them and answers you in writing
    - if the physician finds that you can go on, you get a written quote and a summary of the plan
    - both come in a language you read well
    - then you decide with the physician and, if you wish, sign the consent
    The cells are one part of the plan. The other part works on inflammation, metabolism, movement and sleep.
    Sometimes that part starts weeks before.
    .line = The visit and the plan
# Must achieve: check-ins are part of care; what is asked; results are shown to the person; where to go when unwell. Awaiting signature.
topic-follow_up =
    Follow-up is part of the care of everyone who is treated. It comes at 1, 3, 6 and 12 months.
    Each time you are asked how you are, how much it hurts and what you can do. Also about medicines, exercise and sleep.
    Each time you see your results. The physician explains what they mean, also when nothing has changed.
    If you feel unwell between two dates, do not wait: tell the team. In an emergency, call your emergency number.
    .line = Follow-up
# Must achieve: apart from care, default no, refusing changes nothing, without the name, the way back. Awaiting signature.
topic-research =
    Research is separate from your care. If you say nothing, the answer is no.
    If you say yes, your data is used in studies without your name or anything that tells who you are.
    Saying no changes nothing in your care.
    You can take back a yes at any time. Type “person”.
    .line = Research
# Also the answer to "where are you". Must achieve: address from the team; regulation of the place, not of a treatment. Awaiting signature.
topic-clinic =
    The team of { $clinic } gives you the address and the hours. Type “person”.
    The facility is in Mexico and operates under COFEPRIS regulation. That means the place and its notices are under the rules of that health authority.
    It does not mean that the authority approves a treatment.
    The physicians sign with their name and license number. Staff who are not physicians do not lead the medical part. Nor does this assistant.
    .line = Clinic and physicians

## Therapies people ask for by name: the same four questions for each, and the status of flows/protocol/therapies.toml.
## An answer that is not stated there is left to the physician, in so many words. Nothing is praised.

# Status: an adjunct for some uses. Must achieve: small studies, source and risk still to be answered, harm has been reported. Awaiting signature.
therapy-exosomes =
    Exosomes are very small particles that carry signals from cells.
    The clinic asks four questions about every therapy:
    - how it acts: this is known
    - published studies for that use: small ones, and only for some uses
    - a regulated source that can be checked: the physician must answer this
    - a reasonable risk: the physician must answer this
    Serious harm has been seen with products that nobody regulates.
    At present the clinic uses them as an add-on in some orthopedic and aesthetic cases.
    I noted your question. A physician answers you in writing.
# Status: certain ones, within a wider plan. Must achieve: peptides differ; a prescribed one is not stopped. Awaiting signature.
therapy-peptides =
    There are many peptides, and each one is different.
    The clinic asks four questions about every therapy:
    - how it acts: known in part, and it differs from one to another
    - published studies for that use: the physician must answer this
    - a regulated source that can be checked: the physician must answer this, product by product
    - a reasonable risk: the physician must answer this
    At present certain peptides can be part of a wider plan.
    If your doctor already prescribed one, do not stop it because of this.
    I noted your question. A physician answers you in writing.
# Status: an adjunct in some knees. Must achieve: own blood is not the same as no risk; the physician decides. Awaiting signature.
therapy-prp =
    PRP, or platelet-rich plasma, is made from the person’s own blood.
    The clinic asks four questions about every therapy:
    - how it acts: this is known
    - published studies for that use: in part
    - a source that can be checked: yes, it is your own blood
    - a reasonable risk: the physician must answer this
    At present the clinic uses it as an add-on in some knee treatments.
    I noted your question. A physician answers you in writing.
# Status: declined as a main treatment. Must achieve: the decision as it stands, without inventing its reason. Awaiting signature.
therapy-molecular_hydrogen =
    The clinic asks four questions about every therapy. About molecular hydrogen:
    - how it acts: known in part
    - published studies for that use: the physician must answer this
    - a regulated source that can be checked: the physician must answer this
    - a reasonable risk: the physician must answer this
    At present the clinic has decided not to use it as a main treatment.
    I noted your question. A physician answers you in writing.
# Status: no decision. Must achieve: no lean either way; whoever has it prescribed elsewhere goes on with it. Awaiting signature.
therapy-plasma_exchange =
    The clinic asks four questions about every therapy. About plasma exchange:
    - how it acts: known in part
    - published studies for that use: the physician must answer this
    - a regulated source that can be checked: the physician must answer this
    - a reasonable risk: the physician must answer this
    At present the clinic has published no decision.
    If you already get it because your doctor ordered it, keep going with it.
    I noted your question. A physician answers you in writing.
# Status: several protocols declined. Must achieve: the missing evidence is named as what the clinic has not seen. Awaiting signature.
therapy-nad =
    The clinic asks four questions about every therapy. About mixes with NAD:
    - how it acts: known in part
    - published studies for that use: the clinic has seen no sound data from groups of people
    - a regulated source that can be checked: the physician must answer this
    - a reasonable risk: the physician must answer this
    At present the clinic has decided not to offer several of those mixes.
    I noted your question. A physician answers you in writing.
# Status: certain combinations declined. Some are medicines for other diseases, so none is to be stopped. Awaiting signature.
therapy-senolytics =
    The clinic asks four questions about every therapy. About senolytics:
    - how they act: known in part
    - published studies for that use: those in people do not support it yet
    - a regulated source that can be checked: the physician must answer this
    - a reasonable risk: the physician must answer this
    At present the clinic has decided not to offer certain combinations.
    Some are medicines for other illnesses. If your doctor already prescribed one, keep taking it.
    I noted your question. A physician answers you in writing.
# For every therapy without a text of its own. Must achieve: the four questions, what a no means, no verdict on it. Awaiting signature.
therapy-other =
    The clinic asks the same four questions about every therapy:
    - if it is known how it acts
    - if there are published studies for that use
    - if it comes from a regulated source that can be checked
    - if the risk is reasonable for that person
    If one answer is no, the clinic does not offer it. About the one you mention, the physician must answer all four.
    At present I cannot give you a decision. If your doctor already ordered it, do not stop it because of this.
    I noted your question. A physician answers you in writing.
