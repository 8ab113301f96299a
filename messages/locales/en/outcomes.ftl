### Realistic outcomes in writing, by evidence tier or by condition where the tier alone would flatten it.
### In order of likelihood, with the limit in the same message, and "keep your present treatment". No percentage, no time, no dose.
### Every text here is clinical: a physician must sign each one, with its hash, before it is used. All awaiting signature.

## By tier

# Tier strong. Must achieve: what may happen, most likely first; some see no change; it is not a cure. Awaiting signature.
outcomes-strong =
    This is what is known today. There are studies in people, some of them very well done.
    What may happen, from more to less likely:
    - less pain or other symptoms
    - better movement
    - a slower course of the problem
    - for some, less medicine, if their own doctor decides so
    Some people see no change at all. It is not a cure.
    Keep your present treatment unless your own doctor changes it.
# Tier moderate. Must achieve: early or mixed studies, rehabilitation, others see no change. Awaiting signature.
outcomes-moderate =
    This is what is known today. Studies are few, or they do not agree.
    Some people say they have less pain and, after that, move better. Mostly this is together with rehabilitation.
    Others see no change at all. It is not a cure. A physician must look at your case.
    Keep your present treatment unless your own doctor changes it.
# Tier preliminary. Must achieve: nobody knows; no benefit is to be expected. Awaiting signature.
outcomes-preliminary =
    This is what is known today. There is not enough evidence yet to say whether this helps.
    I cannot tell you to expect a benefit. It is not a cure.
    A physician will read your case and answer you in writing.
    Keep your present treatment unless your own doctor changes it.
# Not on the evidence map. Must achieve: no benefit described, the case is still read by a physician. Awaiting signature.
outcomes-none =
    This problem is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will still read your case and answer you in writing.
    Stay with your doctors and your present treatment.

## By condition: strong or moderate

# Must achieve: the honesty line of clinical-facts 1.1. Must not say that cartilage grows or a prosthesis is avoided. Awaiting signature.
outcomes-knee_osteoarthritis =
    This is what is known today about knee osteoarthritis. There are studies in people, some of them very well done.
    The average benefit is modest, and not every study found one.
    What may happen, from more to less likely:
    - less pain
    - better movement
    - a slower course of the problem
    - for some, less medicine, if their own doctor decides so
    Some people see no change at all. It is not a cure.
    Keep your present treatment unless your own doctor changes it.
# Must not say that a tear closes. Awaiting signature.
outcomes-rotator_cuff =
    This is what is known today about the rotator cuff. Studies are few and small.
    Some people say they have less pain and, after that, move the shoulder better. Mostly this is together with rehabilitation.
    Others see no change at all. It is not a cure. A physician must look at your case.
    Keep your present treatment unless your own doctor changes it.
# Must not say that a tendon is rebuilt. Awaiting signature.
outcomes-tendinopathy =
    This is what is known today about tendons. There are studies, but with few people.
    Some say they have less pain and, after that, use the tendon better. Mostly this is together with rehabilitation.
    Others see no change at all. It is not a cure. A physician must look at your case.
    Keep your present treatment unless your own doctor changes it.
# An adjunct under study; the tear is the surgeon's matter. Must not say that surgery is avoided. Awaiting signature.
outcomes-ligament_meniscus_injury =
    This is what is known today about ligaments and the meniscus. Studies are few, or they do not agree.
    It is studied as an added help, together with rehabilitation. A tear is for your surgeon to judge.
    Some people say they have less pain and, after that, move better. Others see no change at all. It is not a cure.
    Keep your present treatment unless your own doctor changes it.
# Spoken of as moderate until the physicians name the contexts. Must not say that another operation is avoided. Awaiting signature.
outcomes-post_surgical_orthopedic =
    This is what is known today. After an operation, studies cover only some cases.
    Some people say they have less pain and, after that, move better. Mostly this is together with rehabilitation.
    Others see no change at all. It is not a cure. A physician must see which operation it was and how it is going.
    Stay with your surgeon. Keep your present treatment unless your own doctor changes it.
# Nearly everybody here takes medicine that calms the immune system. Must not say that any of it can be left. Awaiting signature.
outcomes-rheumatoid_arthritis =
    This is what is known today about rheumatoid arthritis. Studies are few and small.
    Some people say they have less pain and, after that, move better. Others see no change at all. It is not a cure.
    Your medicines are important. Keep them unless your own rheumatologist changes them.
    A physician must look at your case.

## By condition: preliminary

# Nothing is carried over from the knee. Awaiting signature.
outcomes-hip_osteoarthritis =
    This is what is known today. What was studied in the knee does not hold for the hip.
    There are few good studies of the hip. Nobody knows yet if it helps.
    I cannot tell you to expect a benefit. It is not a cure.
    A physician will read your case and answer you in writing.
    Keep your present treatment unless your own doctor changes it.
# Only ever together with the rheumatologist. Awaiting signature.
outcomes-lupus =
    This is what is known today. In lupus, studies are small and do not agree.
    The one that compared it with a placebo found no added benefit. I cannot tell you to expect one. It is not a cure.
    A physician will read your case and answer you in writing. It would always be together with your rheumatologist.
    Keep your medicines unless your own rheumatologist changes them.
# Must not say that relapses stop. New weakness or loss of sight belongs to urgent care. Awaiting signature.
outcomes-multiple_sclerosis =
    This is what is known today. In multiple sclerosis, studies do not agree, and nobody knows yet if it helps.
    I cannot tell you to expect a benefit. It is not a cure.
    A physician will read your case and answer you in writing.
    Stay with your neurologist and your treatment. If you suddenly lose strength or sight, go to the emergency room.
# Must not say that the disease slows. Awaiting signature.
outcomes-parkinson =
    This is what is known today. In Parkinson’s, studies are small. People who got a placebo also did better.
    So nobody knows yet if it helps. I cannot tell you to expect a benefit. It is not a cure.
    A physician will read your case and answer you in writing.
    Stay with your neurologist and your present treatment.
# Spoken of as preliminary. The work on sugar, sleep, weight and movement stands first. Must not say that insulin or metformin can be left. Awaiting signature.
outcomes-diabetes_type_2 =
    This is what is known today. In type 2 diabetes, studies are small, and nobody knows yet if it helps.
    I cannot tell you to expect a benefit. It is not a cure.
    The care of sugar, sleep, weight and movement counts as much as anything else.
    Keep your insulin and your medicines unless your own doctor changes them. A physician will answer you in writing.
# Must not say that hair grows. Awaiting signature.
outcomes-hair_loss =
    This is what is known today. For hair loss there are few studies, and they are small. Serious problems with unregulated products have been seen too.
    I cannot tell you to expect a benefit.
    A physician will read your case and answer you in writing.
    Keep your present treatment unless your own doctor changes it.
# Must not say younger skin. The evidence is disclosed in writing before anything else. Awaiting signature.
outcomes-aesthetics =
    This is what is known today. For skin and looks there are very few studies.
    I cannot tell you to expect a benefit.
    A physician will read your case, and will tell you in writing what is known and what is not.
    Keep your present treatment unless your own doctor changes it.

## By condition: no benefit is described

# Must not say that a disc is rebuilt or surgery avoided. Awaiting signature.
outcomes-back_pain =
    This is what is known today. For the back and its discs, there is no evidence yet to use it in people.
    It is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your doctors and your present treatment.
# Must not say that memory comes back. Often a relative reads this. Awaiting signature.
outcomes-alzheimer =
    We know this weighs on the whole family. For memory and Alzheimer’s, studies are only beginning.
    Nobody knows yet if it helps. So I will not describe a benefit.
    A physician will read the case and answer in writing.
    Stay with the present doctors and the present treatment.
# Slow, no urgency, a person is near. Awaiting signature.
outcomes-als =
    Thank you for trusting us with this. There is no hurry.
    In ALS, a large study did not reach its goal. It is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing. If you want to talk with someone on the team, type “person”.
    Stay with your medical team and your present treatment.
# Must not speak of walking. Awaiting signature.
outcomes-spinal_cord_injury =
    This is what is known today. For spinal cord injury there are very few studies, with no group to compare.
    Nobody knows yet if it helps. So I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your rehabilitation and your doctors.
# Must not speak of speech, contact or behaviour as outcomes. Often a parent reads this. Awaiting signature.
outcomes-autism =
    Thank you for writing. In autism, a large study with cells found no advantage over a placebo.
    It is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read the case and answer in writing.
    Stay with the present doctors and the present therapies.
# Must not speak of easier breathing. Breathless now is an emergency. Awaiting signature.
outcomes-copd =
    Lung diseases are not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your lung doctor, your oxygen and your medicines. If you are short of breath now, call your emergency number.
# Must not speak of a stronger heart. Awaiting signature.
outcomes-heart_failure =
    This is what is known today. For the heart, a large study did not reach its main goal.
    It is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your heart doctor and your medicines.
# Must not say that dialysis is avoided. Awaiting signature.
outcomes-kidney_disease =
    Kidney diseases are not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case with care and answer you in writing.
    Stay with your kidney doctor, your dialysis if you have it, and your treatment.
# Must not say that a transplant is avoided. Awaiting signature.
outcomes-liver_disease =
    Liver diseases are not on the clinic’s evidence map. Studies are small and do not agree.
    Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your doctors and your present treatment.
# Must say that insulin stays. Awaiting signature.
outcomes-diabetes_type_1 =
    This is what is known today. In type 1 diabetes there are few studies, and nobody knows yet if it helps.
    So I will not describe a benefit. Insulin is vital: keep taking it just as you were told.
    A physician will read your case and answer you in writing.
    If your sugar is very high and you are vomiting, go to the emergency room.
# Must not speak of more energy. Awaiting signature.
outcomes-long_covid =
    Long COVID is real, and it is tiring not to be believed. But no finished study says yet if this helps.
    It is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your doctors and your present treatment.
# Private; must not speak of performance. Awaiting signature.
outcomes-erectile_dysfunction =
    Thank you for your trust. This is read in private.
    It is not on the clinic’s evidence map. Nobody knows yet if it helps, so I will not describe a benefit.
    A physician will read your case and answer you in writing. If you would rather talk in private with someone, type “person”.
    Stay with your doctors and your present treatment.
# Must not say younger or longer life. Awaiting signature.
outcomes-anti_aging =
    This is what is known today. There is no evidence that this makes anyone younger or adds years to a life.
    Nobody knows if it helps with anything, so I will not describe a benefit.
    A physician will read your case and answer you in writing.
    Stay with your doctors and your present treatment.
# Anything else; no diagnosis is guessed. Awaiting signature.
outcomes-other =
    What you describe is not on the clinic’s evidence map. Nobody knows if it helps, so I will not describe a benefit. I cannot give it a name either.
    A physician will read your words and answer you in writing.
    Stay with your doctors and your present treatment.

## No outcome in the chat at all

# Graft-versus-host disease. Must achieve: stay with the transplant team; the case is passed on as urgent. Awaiting signature.
condition-stay_with_team =
    Thank you for telling me. This is something the physician must review.
    Stay with your transplant team and your treatment, just as you were told.
    I am passing your case to the team as urgent.
# ARDS. Must achieve: this belongs to a hospital, now. Awaiting signature.
condition-hospital =
    What you describe is cared for in a hospital, not in this chat.
    If breathing is hard now, call your emergency number or go to the emergency room. If the person is in the hospital already, stay with that team.
    I am passing your case to the team as urgent.

## Check of understanding: what does the person expect. The labels are the patient's own expectation, never our claim.

# Asked after a strong or moderate text. Right: relief. Must achieve: no exam, no shame. Awaiting signature.
outcomes-check =
    I want to know if I explained it well. After what you just read, what do you expect?
    .relief = Maybe some relief
    .cure = That it goes away
    .unsure = It is not clear yet
    .line = What you understood
    .why = Nobody should decide on a mistaken idea. It is better to clear it up now.
    .again =
        Let me say it another way, because it matters.
        The cells send signals that can calm inflammation. They are not new parts, and their effect has a limit.
        Some people get some relief, others see no change, and the illness is still there. Nobody here can promise you more.
# Asked after a preliminary text or none. Right: unknown. Awaiting signature.
outcomes-unknown =
    I want to know if I explained it well. After what you just read, what did you understand?
    .unknown = Nobody knows yet
    .benefit = I will get better
    .unsure = It is not clear yet
    .line = What you understood
    .why = Nobody should decide on a mistaken idea. It is better to clear it up now.
    .again =
        Let me say it another way, because it matters.
        For your problem, nobody knows yet if this helps. It may do nothing.
        I cannot tell you that you will get better. The physician will tell you in writing what is known and what is not.
