### Names: conditions, screening rows, parts of the conversation, lines of the summary. At most 24 characters each.
### A condition's name repeats what the person confirmed; it is never our diagnosis.

## Conditions

indication-knee_osteoarthritis = Knee osteoarthritis
indication-hip_osteoarthritis = Hip osteoarthritis
indication-rotator_cuff = Rotator cuff (shoulder)
indication-tendinopathy = Tendon problem
indication-ligament_meniscus_injury = Ligament or meniscus
indication-post_surgical_orthopedic = After an operation
indication-back_pain = Back pain
indication-rheumatoid_arthritis = Rheumatoid arthritis
indication-lupus = Lupus
indication-gvhd = Graft-versus-host
indication-ards = Severe lung failure
indication-multiple_sclerosis = Multiple sclerosis
indication-parkinson = Parkinson’s
# Kind to somebody who only wrote of a failing memory.
indication-alzheimer = Memory or Alzheimer’s
indication-als = ALS
indication-spinal_cord_injury = Spinal cord injury
indication-autism = Autism
indication-copd = COPD or emphysema
indication-heart_failure = Heart failure
indication-diabetes_type_1 = Type 1 diabetes
indication-diabetes_type_2 = Type 2 diabetes or sugar
indication-kidney_disease = Kidney disease
indication-liver_disease = Liver disease
indication-long_covid = Long COVID
indication-erectile_dysfunction = Erection problems
indication-hair_loss = Hair loss
indication-aesthetics = Skin and looks
indication-anti_aging = Aging
indication-other = Other, in your words

## Screening rows, as buttons and in the summary

row-active_malignancy = Cancer now
row-past_malignancy = Cancer before
row-uncontrolled_infection = Infection or fever
row-pregnancy = Pregnancy
row-breastfeeding = Breastfeeding
row-blood_disorder = Blood disease
row-immunomodulator = Immune medicine
row-organ_failure = Serious organ disease
row-transplant = Transplant
row-stopped_treatment = Treatment stopped
row-capacity = Can decide alone
row-thrombosis = Clot, stroke or attack
row-hiv_hbv_hcv = HIV or hepatitis
row-diabetes_control = Diabetes
row-allergy = Severe allergy
row-anticoagulant = Blood thinner, aspirin
row-steroid_long = Cortisone or prednisone
row-prior_cell_reaction = Cells, exosomes or PRP
row-recent_surgery = Operation
row-recent_joint_injection = Recent injection
row-joint_prosthesis = Joint implant or metal
row-recent_vaccine = Recent vaccine

## Parts of the conversation, said after "We go on where we left off:"

part-language = the language
part-consent = your consent
part-safety = your safety
part-subject = who this is for
part-age = how old the person is
part-inquiry = your health problem
part-screening = the health questions
part-medicines = your medicines
part-records = your records
part-host = your habits
part-outcomes = what can be expected
part-research = the question about research
part-contact = how to contact you
part-review = the summary

## Lines of the summary, as buttons of "what would you like to change"

section-subject = Who it is for
section-condition = The problem
section-course = Time and side
section-tried = What you have tried
section-hopes = What you hope for
section-health = Health questions
section-medicines = Medicines
section-records = Records
section-habits = Habits
section-contact = Contact and consents
