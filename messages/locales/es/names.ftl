### Names: conditions, screening rows, parts of the conversation, lines of the summary. At most 24 characters each.
### A condition's name repeats what the person confirmed; it is never our diagnosis.

## Conditions

indication-knee_osteoarthritis = Artrosis de rodilla
indication-hip_osteoarthritis = Artrosis de cadera
indication-rotator_cuff = Manguito rotador
indication-tendinopathy = Tendinitis o tendinosis
indication-ligament_meniscus_injury = Ligamento o menisco
indication-post_surgical_orthopedic = Después de una operación
indication-back_pain = Dolor de espalda
indication-rheumatoid_arthritis = Artritis reumatoide
indication-lupus = Lupus
indication-gvhd = Injerto contra huésped
indication-ards = Pulmón grave (SDRA)
indication-multiple_sclerosis = Esclerosis múltiple
indication-parkinson = Parkinson
# Kind to somebody who only wrote of a failing memory.
indication-alzheimer = Memoria o Alzheimer
indication-als = ELA
indication-spinal_cord_injury = Lesión de la médula
indication-autism = Autismo
indication-copd = EPOC o enfisema
indication-heart_failure = Insuficiencia cardíaca
indication-diabetes_type_1 = Diabetes tipo 1
indication-diabetes_type_2 = Diabetes tipo 2 o azúcar
indication-kidney_disease = Enfermedad del riñón
indication-liver_disease = Enfermedad del hígado
indication-long_covid = COVID persistente
indication-erectile_dysfunction = Disfunción eréctil
indication-hair_loss = Caída del cabello
indication-aesthetics = Piel y estética
indication-anti_aging = Envejecimiento
indication-other = Otro, en sus palabras

## Screening rows, as buttons and in the summary

row-active_malignancy = Cáncer ahora
row-past_malignancy = Cáncer antes
row-uncontrolled_infection = Infección o fiebre
row-pregnancy = Embarazo
row-breastfeeding = Lactancia
row-blood_disorder = Enfermedad de la sangre
row-immunomodulator = Medicina de defensas
row-organ_failure = Enfermedad de un órgano
row-transplant = Trasplante
row-stopped_treatment = Tratamiento dejado
row-capacity = Decide por sí misma
row-thrombosis = Coágulo o infarto
row-hiv_hbv_hcv = VIH o hepatitis
row-diabetes_control = Diabetes
row-allergy = Alergia grave
row-anticoagulant = Anticoagulante, aspirina
row-steroid_long = Cortisona o prednisona
row-prior_cell_reaction = Células, exosomas o PRP
row-recent_surgery = Operación
row-recent_joint_injection = Inyección reciente
row-joint_prosthesis = Prótesis, clavos o placa
row-recent_vaccine = Vacuna reciente

## Parts of the conversation, said after "Seguimos donde nos quedamos:"

part-language = el idioma
part-consent = su permiso
part-safety = su seguridad
part-subject = para quién es la consulta
part-age = la edad
part-inquiry = su problema de salud
part-screening = las preguntas de salud
part-medicines = sus medicinas
part-records = sus estudios
part-host = sus hábitos
part-outcomes = lo que se puede esperar
part-research = la pregunta sobre investigación
part-contact = sus datos de contacto
part-review = el resumen

## Lines of the summary, as buttons of "what would you like to change"

section-subject = Para quién es
section-condition = El problema
section-course = Tiempo y lado
section-tried = Lo que ha probado
section-hopes = Lo que espera
section-health = Preguntas de salud
section-medicines = Medicinas
section-records = Estudios
section-habits = Hábitos
section-contact = Contacto y permisos
