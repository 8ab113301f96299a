### Names: conditions, screening rows, parts of the conversation, lines of the summary. At most 24 characters each.
### A condition's name repeats what the person confirmed; it is never our diagnosis.

## Conditions

indication-knee_osteoarthritis = Arthrose du genou
indication-hip_osteoarthritis = Arthrose de la hanche
indication-rotator_cuff = Coiffe des rotateurs
indication-tendinopathy = Tendinite ou tendinose
indication-ligament_meniscus_injury = Ligament ou ménisque
indication-post_surgical_orthopedic = Après une opération
indication-back_pain = Mal de dos
indication-rheumatoid_arthritis = Polyarthrite rhumatoïde
indication-lupus = Lupus
indication-gvhd = Greffon contre l’hôte
indication-ards = Poumons (SDRA)
indication-multiple_sclerosis = Sclérose en plaques
indication-parkinson = Parkinson
# Kind to somebody who only wrote of a failing memory.
indication-alzheimer = Mémoire ou Alzheimer
indication-als = SLA (Charcot)
indication-spinal_cord_injury = Lésion de la moelle
indication-autism = Autisme
indication-copd = BPCO ou emphysème
indication-heart_failure = Insuffisance cardiaque
indication-diabetes_type_1 = Diabète de type 1
indication-diabetes_type_2 = Diabète type 2 (sucre)
indication-kidney_disease = Maladie des reins
indication-liver_disease = Maladie du foie
indication-long_covid = COVID long
indication-erectile_dysfunction = Troubles de l’érection
indication-hair_loss = Chute de cheveux
indication-aesthetics = Peau et esthétique
indication-anti_aging = Vieillissement
indication-other = Autre, avec vos mots

## Screening rows, as buttons and in the summary

row-active_malignancy = Cancer en ce moment
row-past_malignancy = Cancer dans le passé
row-uncontrolled_infection = Infection ou fièvre
row-pregnancy = Grossesse
row-breastfeeding = Allaitement
row-blood_disorder = Maladie du sang
row-immunomodulator = Médicament immunitaire
row-organ_failure = Maladie d’un organe
row-transplant = Greffe
row-stopped_treatment = Traitement arrêté
row-capacity = Décide par elle-même
row-thrombosis = Caillot, AVC, infarctus
row-hiv_hbv_hcv = VIH ou hépatite
row-diabetes_control = Diabète
row-allergy = Allergie grave
row-anticoagulant = Anticoagulant, aspirine
row-steroid_long = Cortisone ou prednisone
row-prior_cell_reaction = Cellules, exosomes, PRP
row-recent_surgery = Opération
row-recent_joint_injection = Injection récente
row-joint_prosthesis = Prothèse, vis ou plaque
row-recent_vaccine = Vaccin récent

## Parts of the conversation, said after "Nous reprenons là où nous en étions :"

part-language = la langue
part-consent = votre accord
part-safety = votre sécurité
part-subject = pour qui est la demande
part-age = l’âge
part-inquiry = votre problème de santé
part-screening = les questions de santé
part-medicines = vos médicaments
part-records = vos examens
part-host = vos habitudes
part-outcomes = ce que l’on peut attendre
part-research = la question sur la recherche
part-contact = vos coordonnées
part-review = le résumé

## Lines of the summary, as buttons of "what would you like to change"

section-subject = Pour qui
section-condition = Le problème
section-course = Durée et côté
section-tried = Déjà essayé
section-hopes = Vos attentes
section-health = Questions de santé
section-medicines = Médicaments
section-records = Examens
section-habits = Habitudes
section-contact = Contact et accords
