### Screening: one text per row and follow-up of flows/protocol/contraindications.toml.
### Plain words, never a verdict. "Not sure" is a full answer. All of it awaits a physician's signature.

# Said after an answer that a physician must look at. Must achieve: thanks, and no judgement at all. Awaiting signature.
ack-flag = Thank you for telling me. This is something the physician must review.

## Asked one by one

screening-active_malignancy =
    Now, your health. “Not sure” is a good answer too. If you write for someone else, answer for that person.
    Do you have cancer now, are you being treated for it, or are you having tests to find out?
    A biopsy still to come counts too.
    .line = Cancer now
    .why = If there is cancer, or any doubt, the physician looks at that before all else.
screening-active_malignancy-cancer_type =
    What kind of cancer is it, or what is being looked into?
    Write it as you heard it.
    .line = Kind of cancer
    .why = Each kind of cancer is different, and the physician must know which one it is.
screening-active_malignancy-treatment =
    What treatment do you get for the cancer, and from which doctor?
    Stay with it just as you were told.
    .line = Cancer treatment
    .why = The physician wants to know who looks after you, and with what treatment.
screening-past_malignancy =
    Have you ever had cancer, even if it is over?
    Skin cancer and blood cancer count too.
    .line = Cancer before
    .why = The time that has passed since a cancer matters. The physician looks at that.
screening-past_malignancy-treatment_ended =
    When did the treatment of that cancer end?
    The month and the year are enough.
    .skip = I do not remember
    .line = End of treatment
    .why = The physician needs to know how much time has passed since then.
screening-past_malignancy-cancer_type =
    What kind of cancer was it?
    .skip = I do not know
    .line = Cancer before: kind
    .why = Each kind of cancer is watched in its own way.
screening-past_malignancy-still_on_tablets =
    Do you still take pills or injections against that cancer?
    For example: tamoxifen or letrozole.
    .line = Cancer medicine
    .why = You may still need that medicine. The physician takes it into account.
screening-uncontrolled_infection =
    Do you have an infection, a fever or an open wound now?
    Say “yes” too if you are taking antibiotics.
    .line = Infection or fever
    .why = With an infection, the physician looks at that first.
screening-uncontrolled_infection-place =
    Where in your body is it?
    .skip = I do not know
    .line = Place of infection
    .why = The place tells the physician what to look at.
screening-uncontrolled_infection-since =
    Since when?
    You can type the day, or the month and the year.
    .skip = I do not remember
    .line = Start of infection
    .why = It matters to the physician if it began a short or a long time ago.
    .retry1 = Type a date, even a rough one. For example: “March 3”.
    .retry2 = Something like “yesterday” or “two weeks ago” works too.
screening-uncontrolled_infection-antibiotic =
    Which antibiotic do you take?
    Write it as it stands on the box. If you take none, type “none”.
    .line = Antibiotic
    .why = The antibiotic tells the physician how you are being treated.
screening-pregnancy =
    Are you pregnant, might you be, or are you trying to be?
    I ask everyone from 12 to 55 years of age.
    .not_applicable = Not possible for me
    .line = Pregnancy
    .why = In pregnancy the physician looks after two people. That is why it matters.
screening-pregnancy-due_date =
    What is your due date?
    If there is no date yet, you can skip the question.
    .skip = There is no date
    .line = Due date
    .why = The date helps the physician know what is right, and when.
    .retry1 = Type the month and year of the birth, even a rough guess.
    .retry2 = You can also type how many weeks are left. If you do not know, skip the question.
screening-breastfeeding = Are you breastfeeding now?
    .line = Breastfeeding
    .why = What a mother is given can reach the baby. The physician takes that into account.
screening-breastfeeding-baby_age = How old is the baby?
    .line = Age of the baby
    .why = The baby’s age helps the physician weigh what matters for both of you.
screening-blood_disorder =
    Has a doctor told you that you have a disease of the blood or of clotting?
    For example: low platelets, hemophilia or a clotting disorder.
    .line = Blood disease
    .why = A blood disease can cause bleeding or clots. The physician must look at it.
screening-blood_disorder-name =
    What did your doctor call it?
    .skip = I do not remember
    .line = Blood disease: name
    .why = The name tells the physician which risks to look at.
screening-blood_disorder-bleeding_or_clots =
    Has it caused bleeding or clots?
    You can choose both.
    .bleeding = Bleeding
    .clots = Clots
    .neither = Neither
    .line = Bleeding or clots
    .why = Bleeding and clots are cared for in different ways.
screening-immunomodulator =
    Do you use a medicine that calms or lowers your immune system?
    It may be pills, injections or infusions. For example: methotrexate or a biologic.
    .line = Immune medicine
    .why = These medicines change how the body responds. The physician looks at them. Keep taking them as you were told.
screening-immunomodulator-medicine =
    Which one is it?
    Write it as it stands on the box.
    .skip = I do not remember
    .line = Immune medicine: which
    .why = The physician must know exactly which one it is.
screening-immunomodulator-last_dose =
    When was the last dose?
    .skip = I do not remember
    .line = Immune: last dose
    .why = Some of these medicines stay in the body for weeks.
    .retry1 = Type the date, even a rough one. For example: “yesterday” or “June 10”.
    .retry2 = The month and the year are enough. For example: “June 2026”.
screening-immunomodulator-reason =
    What illness is it for?
    .skip = I do not know
    .line = Immune: what for
    .why = The illness it treats matters to the physician too.
screening-organ_failure =
    Do you have a serious disease of the heart, lungs, liver or kidneys?
    Say “yes” too if you use oxygen at home or dialysis.
    .line = Serious organ disease
    .why = These organs do work in every treatment. The physician must know how they are.
screening-organ_failure-organ =
    Which organ is it?
    You can choose several.
    .heart = Heart
    .lung = Lungs
    .liver = Liver
    .kidney = Kidneys
    .other = Another one
    .skip = I do not know
    .line = Which organ
    .why = The physician looks at each organ with its own tests.
screening-organ_failure-support =
    Do you use oxygen at home or dialysis?
    .oxygen = Oxygen
    .dialysis = Dialysis
    .neither = Neither
    .line = Oxygen or dialysis
    .why = This tells the physician how much help the body needs today.
screening-organ_failure-stage =
    Do you know the stage, or how your last tests came out?
    Write what you remember.
    .skip = I do not know
    .line = Stage or tests
    .why = It tells the physician how far the disease has come.
screening-transplant = Have you had a transplant of an organ, a cornea or bone marrow?
    .line = Transplant
    .why = A transplant and its medicines need special care. The physician must know.
screening-transplant-which =
    Which transplant was it?
    You can choose several.
    .organ = An organ
    .cornea = A cornea
    .bone_marrow = Bone marrow
    .other = Another one
    .skip = I do not know
    .line = Transplant: which
    .why = Each transplant is cared for in its own way.
screening-transplant-when =
    In which year was it?
    .skip = I do not remember
    .line = Transplant: year
    .why = The time since a transplant matters to the physician.
    .retry1 = Type the year in numbers. For example: 2018.
    .retry2 = A rough year is fine. For example: “around 2018”.
screening-transplant-medicine =
    What medicines do you take for the transplant?
    Write them as they stand on the box.
    .line = Transplant: medicines
    .why = Those medicines protect the transplant. The physician must know them.
# Must achieve: somebody who left other care, or means to, is found the same day, without blame. Awaiting signature.
screening-stopped_treatment =
    Have you stopped, or do you plan to stop, a treatment your doctor gave you?
    You can say so freely. Nobody here judges.
    .line = Treatment stopped
    .why = Stopping a treatment can do harm. If so, the team wants to talk with you soon.
screening-stopped_treatment-which =
    Which treatment is it?
    Before you change anything, talk with the doctor who gave it to you.
    .line = Which treatment
    .why = For some treatments it is important to talk with you today.
screening-stopped_treatment-since =
    When did you stop it, or when do you plan to?
    .skip = I do not know
    .line = Treatment: when
    .why = The days without treatment matter to the physician.
    .retry1 = Type a date, even a rough one. For example: “two weeks ago”.
    .retry2 = The month is enough. For example: “in March”.
screening-capacity = Can this person understand and decide on their own?
    .line = Can decide alone
    .why = Each person decides about their own body. If help is needed, the physician must know who gives it.
screening-capacity-representative =
    Who decides with or for this person, and how are they related?
    .line = Who helps to decide
    .why = The physician will talk with that person too.

## Asked together. The body lists the items in full, because the buttons are short.

# Must achieve: nine answers in one glance; several may be chosen; HIV and hepatitis are named without shame. Awaiting signature.
screening-ever =
    Do you have any of these, or have you had them before?
    - A clot in the leg or lung, a stroke or a heart attack
    - HIV, hepatitis B or C, or HTLV. It is private, and many treated people are reviewed like anyone else
    - Diabetes
    - A severe allergy
    - A blood thinner, or aspirin every day
    - Cortisone or prednisone by mouth, or an injection in the last 3 months
    - An earlier treatment with cells, exosomes or PRP
    You can choose several.
    .none = None of these
    .line = Health, now or before
    .why = Each one changes something the physician must watch. Nothing is decided here.
    .retry1 = Choose those you have or had. You can type several numbers, for example: 1, 5.
    .retry2 = If you have none, choose “None of these”. If in doubt, choose “Not sure”.
screening-thrombosis-happened =
    When did you last have the clot, the stroke or the heart attack?
    The month and the year are enough.
    .skip = I do not remember
    .line = Clot: when
    .why = The physician needs to know how much time has passed.
screening-thrombosis-event =
    Which of these was it?
    You can choose several.
    .leg_clot = Clot in the leg
    .lung_clot = Clot in the lung
    .stroke = Stroke
    .heart_attack = Heart attack
    .other = Something else
    .skip = I do not know
    .line = Clot: which
    .why = Each of them is cared for in its own way.
screening-hiv_hbv_hcv-which =
    Which of these is it? Your answer is private.
    You can choose several.
    .hiv = HIV
    .hepatitis_b = Hepatitis B
    .hepatitis_c = Hepatitis C
    .htlv = HTLV
    .line = HIV, hepatitis: which
    .why = The physician looks at each one by itself. Nobody else needs to know.
screening-hiv_hbv_hcv-treatment = Have you been treated for it?
    .taking_now = Yes, I take it now
    .completed = Yes, it is finished
    .none = No, not yet
    .line = HIV, hepatitis: care
    .why = Many treated people are reviewed like anyone else. That is why I ask.
screening-hiv_hbv_hcv-last_load =
    How did your last viral load come out?
    .undetectable = Undetectable
    .detectable = Detectable
    .line = Viral load
    .why = The viral load tells the physician how well the virus is held down.
screening-diabetes_control-hba1c =
    What was your last A1c (HbA1c)?
    For example: 7.2. If you do not know it, you can skip the question.
    .skip = I do not know
    .line = A1c
    .why = That number shows how your blood sugar has been in the last few months.
screening-diabetes_control-medicine =
    What medicines do you use for diabetes?
    Write them as they stand on the box. If you use none, type “none”.
    .line = Diabetes: medicines
    .why = The physician must know the medicines you use.
screening-allergy-to =
    What are you severely allergic to?
    You can choose several.
    .dmso = DMSO
    .human_albumin = Human albumin
    .animal_protein = Cow or pig products
    .antibiotics = Antibiotics
    .anesthetics = Anesthesia
    .latex = Latex
    .contrast = Contrast dye
    .other = Something else
    .line = Allergy: to what
    .why = Some of these are used in treatments. The physician must keep you from harm.
screening-allergy-reaction =
    What happened with the allergy?
    It is severe if your throat closed, you fainted or you went to the emergency room. You can choose several.
    .anaphylaxis = It was severe
    .rash = Rash or itching
    .other = Something else
    .line = Allergy: what happened
    .why = An allergy can be mild or severe. The physician must know how it was.
screening-allergy-details =
    Which product was it, and when?
    Write it as you remember it.
    .skip = I do not remember
    .line = Allergy: details
    .why = The exact name helps the physician avoid that product.
screening-anticoagulant-medicine =
    Which blood thinner or aspirin do you take, and how many milligrams?
    Write it as it stands on the box. Keep taking it as you were told.
    .skip = I do not remember
    .line = Blood thinner: which
    .why = With this medicine people bleed more easily. The physician must know which one it is.
screening-anticoagulant-reason =
    What illness was it given for?
    .skip = I do not know
    .line = Blood thinner: reason
    .why = The reason tells the physician why that medicine matters to you.
screening-steroid_long-medicine =
    Which cortisone or prednisone do you use, and how many milligrams?
    Write it as it stands on the box. If it was an injection, say so.
    .skip = I do not remember
    .line = Cortisone: which
    .why = Cortisone changes how the immune system works. The physician takes that into account.
screening-steroid_long-since =
    Since when do you use it, or when was the injection?
    .skip = I do not remember
    .line = Cortisone: when
    .why = The length of use matters to the physician.
    .retry1 = Type a date, even a rough one. For example: “January 2026”.
    .retry2 = The month and the year are enough, or something like “two months ago”.
screening-prior_cell_reaction-reaction =
    Did you have a reaction, an infection or a lump after it?
    .line = Cells: reaction
    .why = An earlier reaction is something the physician must look at with care.
screening-prior_cell_reaction-product =
    What were you given, where and when?
    Write what you know.
    .skip = I do not know
    .line = Cells: what and when
    .why = The product and the date help the physician understand what happened.
screening-prior_cell_reaction-what_happened =
    How did it go afterwards?
    Tell it in your own words.
    .line = Cells: how it went
    .why = What came after is worth knowing for the physician, good or bad.
screening-recent =
    Do any of these apply to you?
    - An operation in the last 6 weeks, or one that is planned
    - An injection into the joint that troubles you, in the last 6 months
    - An artificial joint, screws or plates where the problem is
    - A vaccine in the last 4 weeks
    You can choose several.
    .none = None of these
    .line = Health, recent
    .why = What happened lately can change the timing. The physician looks at that.
    .retry1 = Choose those that apply. You can type several numbers, for example: 1, 3.
    .retry2 = If none applies, choose “None of these”. If in doubt, choose “Not sure”.
screening-recent_surgery-operation =
    Which operation was it, or which one is planned?
    .line = Operation: which
    .why = The physician must know what was done and if something is still to come.
screening-recent_surgery-when =
    When was it, or when is it planned?
    .skip = I do not know
    .line = Operation: when
    .why = The body needs time after an operation.
    .retry1 = Type a date, even a rough one. For example: “May 5”.
    .retry2 = Something like “three weeks ago” or “next month” works too.
screening-recent_joint_injection-product =
    What was injected?
    You can choose several.
    .cortisone = Cortisone
    .hyaluronic_acid = Hyaluronic acid
    .prp = PRP (plasma)
    .cells = Cells
    .other = Something else
    .line = Injection: what
    .why = What was injected may still be in the joint.
screening-recent_joint_injection-when =
    When was the last injection?
    The month and the year are enough.
    .skip = I do not remember
    .line = Injection: when
    .why = The physician needs to know how much time has passed.
screening-joint_prosthesis-place =
    Where is it, and what was put in?
    For example: “right knee, artificial joint”.
    .line = Implant: where
    .why = Metal and artificial joints change what can be done in that place.
screening-joint_prosthesis-when =
    When was it put in?
    The year is enough.
    .skip = I do not remember
    .line = Implant: when
    .why = The physician needs to know how long it has been there.
screening-recent_vaccine-name =
    Which vaccine was it?
    .skip = I do not remember
    .line = Vaccine: which
    .why = Some vaccines hold live viruses, and the physician must know.
screening-recent_vaccine-when =
    When did you get it?
    .skip = I do not remember
    .line = Vaccine: when
    .why = The physician counts the weeks since the vaccine.
    .retry1 = Type the day, even a rough one. For example: “October 2”.
    .retry2 = Something like “two weeks ago” works too.
