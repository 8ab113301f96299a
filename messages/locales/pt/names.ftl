### Names: conditions, screening rows, parts of the conversation, lines of the summary. At most 24 characters each.
### A condition's name repeats what the person confirmed; it is never our diagnosis.

## Conditions

indication-knee_osteoarthritis = Artrose no joelho
indication-hip_osteoarthritis = Artrose no quadril
indication-rotator_cuff = Manguito rotador
indication-tendinopathy = Tendinite ou tendinose
indication-ligament_meniscus_injury = Ligamento ou menisco
indication-post_surgical_orthopedic = Depois de uma operação
indication-back_pain = Dor nas costas
indication-rheumatoid_arthritis = Artrite reumatoide
indication-lupus = Lúpus
indication-gvhd = Doença do enxerto (DECH)
indication-ards = Pulmão grave (SDRA)
indication-multiple_sclerosis = Esclerose múltipla
indication-parkinson = Parkinson
# Kind to somebody who only wrote of a failing memory.
indication-alzheimer = Memória ou Alzheimer
indication-als = ELA
indication-spinal_cord_injury = Lesão da medula
indication-autism = Autismo
indication-copd = DPOC ou enfisema
indication-heart_failure = Insuficiência cardíaca
indication-diabetes_type_1 = Diabetes tipo 1
indication-diabetes_type_2 = Diabetes tipo 2 (açúcar)
indication-kidney_disease = Doença dos rins
indication-liver_disease = Doença do fígado
indication-long_covid = COVID longa
indication-erectile_dysfunction = Disfunção erétil
indication-hair_loss = Queda de cabelo
indication-aesthetics = Pele e estética
indication-anti_aging = Envelhecimento
indication-other = Outro, com suas palavras

## Screening rows, as buttons and in the summary

row-active_malignancy = Câncer agora
row-past_malignancy = Câncer antes
row-uncontrolled_infection = Infecção ou febre
row-pregnancy = Gravidez
row-breastfeeding = Amamentação
row-blood_disorder = Doença do sangue
row-immunomodulator = Remédio da imunidade
row-organ_failure = Doença de um órgão
row-transplant = Transplante
row-stopped_treatment = Tratamento parado
row-capacity = Decide por si
row-thrombosis = Coágulo, AVC ou infarto
row-hiv_hbv_hcv = HIV ou hepatite
row-diabetes_control = Diabetes
row-allergy = Alergia grave
row-anticoagulant = Anticoagulante, aspirina
row-steroid_long = Cortisona ou prednisona
row-prior_cell_reaction = Células, exossomos, PRP
row-recent_surgery = Operação
row-recent_joint_injection = Injeção recente
row-joint_prosthesis = Prótese, pino ou placa
row-recent_vaccine = Vacina recente

## Parts of the conversation, said after "Continuamos de onde paramos:"

part-language = o idioma
part-consent = a sua permissão
part-safety = a sua segurança
part-subject = para quem é a consulta
part-age = quantos anos a pessoa tem
part-inquiry = o seu problema de saúde
part-screening = as perguntas de saúde
part-medicines = os seus remédios
part-records = os seus exames
part-host = os seus hábitos
part-outcomes = o que se pode esperar
part-research = a pergunta sobre pesquisa
part-contact = os seus dados de contato
part-review = o resumo

## Lines of the summary, as buttons of "what would you like to change"

section-subject = Para quem é
section-condition = O problema
section-course = Tempo e lado
section-tried = O que já tentou
section-hopes = O que espera
section-health = Perguntas de saúde
section-medicines = Remédios
section-records = Exames
section-habits = Hábitos
section-contact = Contato e permissões
