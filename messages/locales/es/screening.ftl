### Screening: one text per row and follow-up of flows/protocol/contraindications.toml.
### Plain words, never a verdict. "No lo sé" is a full answer. All of it awaits a physician's signature.

# Said after an answer that a physician must look at. Must achieve: thanks, and no judgement at all. Awaiting signature.
ack-flag = Gracias por decírmelo. Esto lo debe revisar el médico.

## Asked one by one

screening-active_malignancy =
    Ahora, su salud. “No lo sé” también es una buena respuesta. Si escribe por otra persona, conteste por ella.
    ¿Tiene cáncer ahora, está en tratamiento por cáncer o le están haciendo estudios para saberlo?
    Una biopsia pendiente también cuenta.
    .line = Cáncer ahora
    .why = Si hay cáncer, o si hay duda, el médico lo revisa antes que todo lo demás.
screening-active_malignancy-cancer_type =
    ¿Qué tipo de cáncer es, o qué le están estudiando?
    Escríbalo como se lo dijeron.
    .line = Tipo de cáncer
    .why = Cada tipo de cáncer es distinto, y el médico debe saber cuál es.
screening-active_malignancy-treatment =
    ¿Qué tratamiento recibe para el cáncer, y con qué médico?
    Siga con él tal como se lo indicaron.
    .line = Tratamiento del cáncer
    .why = El médico quiere saber quién cuida de usted y con qué tratamiento.
screening-past_malignancy =
    ¿Tuvo cáncer alguna vez, aunque ya haya pasado?
    También cuentan el cáncer de piel y el de la sangre.
    .line = Cáncer antes
    .why = Importa cuánto tiempo hace de un cáncer. Eso lo valora el médico.
screening-past_malignancy-treatment_ended =
    ¿Cuándo terminó el tratamiento de ese cáncer?
    Basta con el mes y el año.
    .skip = No lo recuerdo
    .line = Fin del tratamiento
    .why = El médico necesita saber cuánto tiempo ha pasado desde entonces.
screening-past_malignancy-cancer_type =
    ¿Qué tipo de cáncer fue?
    .skip = No lo sé
    .line = Cáncer antes: tipo
    .why = Cada tipo de cáncer se vigila de manera distinta.
screening-past_malignancy-still_on_tablets =
    ¿Todavía toma o se inyecta algo contra ese cáncer?
    Por ejemplo: tamoxifeno o letrozol.
    .line = Medicina contra cáncer
    .why = Esa medicina puede seguir haciendo falta. El médico la tiene en cuenta.
screening-uncontrolled_infection =
    ¿Tiene ahora una infección, fiebre o una herida abierta?
    Conteste “sí” también si está tomando antibióticos.
    .line = Infección o fiebre
    .why = Con una infección, el médico revisa eso primero.
screening-uncontrolled_infection-place =
    ¿En qué parte del cuerpo?
    .skip = No lo sé
    .line = Lugar de la infección
    .why = El lugar le dice al médico qué debe mirar.
screening-uncontrolled_infection-since =
    ¿Desde cuándo?
    Puede escribir el día, o el mes y el año.
    .skip = No lo recuerdo
    .line = Inicio de la infección
    .why = Al médico le importa si empezó hace poco o hace mucho.
    .retry1 = Escriba una fecha, aunque sea aproximada. Por ejemplo: “3 de marzo”.
    .retry2 = También sirve algo como “ayer” o “hace dos semanas”.
screening-uncontrolled_infection-antibiotic =
    ¿Qué antibiótico toma?
    Escríbalo como viene en la caja. Si no toma ninguno, escriba “ninguno”.
    .line = Antibiótico
    .why = El antibiótico le dice al médico qué tratamiento recibe.
screening-pregnancy =
    ¿Está embarazada, podría estarlo o busca un embarazo?
    Se lo pregunto a toda persona de 12 a 55 años.
    .not_applicable = No aplica en mi caso
    .line = Embarazo
    .why = En el embarazo el médico cuida a dos personas. Por eso debe saberlo.
screening-pregnancy-due_date =
    ¿Para qué fecha espera el parto?
    Si todavía no hay fecha, puede saltar la pregunta.
    .skip = No hay fecha
    .line = Fecha del parto
    .why = La fecha le ayuda al médico a saber qué conviene y cuándo.
    .retry1 = Escriba el mes y el año del parto, aunque sea un cálculo.
    .retry2 = También puede escribir cuántas semanas faltan. Si no lo sabe, salte la pregunta.
screening-breastfeeding = ¿Está dando pecho ahora?
    .line = Lactancia
    .why = Lo que recibe la madre puede llegar al bebé. El médico lo tiene en cuenta.
screening-breastfeeding-baby_age = ¿Qué edad tiene el bebé?
    .line = Edad del bebé
    .why = La edad del bebé ayuda al médico a valorar la lactancia.
screening-blood_disorder =
    ¿Le ha dicho un médico que tiene una enfermedad de la sangre o de la coagulación?
    Por ejemplo: plaquetas bajas, hemofilia o trombofilia.
    .line = Enfermedad de la sangre
    .why = Una enfermedad de la sangre puede causar sangrados o coágulos. El médico debe revisarla.
screening-blood_disorder-name =
    ¿Cómo la llamó su médico?
    .skip = No lo recuerdo
    .line = Nombre: sangre
    .why = El nombre le dice al médico qué riesgos debe mirar.
screening-blood_disorder-bleeding_or_clots =
    ¿Le ha causado sangrados o coágulos?
    Puede elegir las dos cosas.
    .bleeding = Sangrados
    .clots = Coágulos
    .neither = Ni una ni otra
    .line = Sangrados o coágulos
    .why = Un sangrado y un coágulo se cuidan de forma distinta.
screening-immunomodulator =
    ¿Usa alguna medicina que calma o baja las defensas del cuerpo?
    Puede ser en pastillas, inyecciones o sueros. Por ejemplo: metotrexato o un biológico.
    .line = Medicina de defensas
    .why = Estas medicinas cambian la respuesta del cuerpo. El médico las revisa. Siga con ellas tal como se las indicaron.
screening-immunomodulator-medicine =
    ¿Cuál es?
    Escríbala como viene en la caja.
    .skip = No lo recuerdo
    .line = Defensas: cuál
    .why = El médico debe saber exactamente cuál es.
screening-immunomodulator-last_dose =
    ¿Cuándo fue la última dosis?
    .skip = No lo recuerdo
    .line = Defensas: última dosis
    .why = Algunas de estas medicinas duran semanas en el cuerpo.
    .retry1 = Escriba la fecha, aunque sea aproximada. Por ejemplo: “ayer” o “10 de junio”.
    .retry2 = Basta con el mes y el año. Por ejemplo: “junio de 2026”.
screening-immunomodulator-reason =
    ¿Para qué enfermedad la usa?
    .skip = No lo sé
    .line = Defensas: para qué
    .why = La enfermedad que trata también cuenta para el médico.
screening-organ_failure =
    ¿Tiene una enfermedad grave del corazón, los pulmones, el hígado o los riñones?
    Conteste “sí” también si usa oxígeno en casa o diálisis.
    .line = Enfermedad de un órgano
    .why = Estos órganos trabajan en todo tratamiento. El médico debe saber cómo están.
screening-organ_failure-organ =
    ¿De qué órgano se trata?
    Puede elegir varios.
    .heart = Corazón
    .lung = Pulmones
    .liver = Hígado
    .kidney = Riñones
    .other = Otro
    .skip = No lo sé
    .line = Qué órgano
    .why = El médico mira cada órgano con estudios distintos.
screening-organ_failure-support =
    ¿Usa oxígeno en casa o diálisis?
    .oxygen = Oxígeno
    .dialysis = Diálisis
    .neither = Ninguno de los dos
    .line = Oxígeno o diálisis
    .why = Esto le dice al médico cuánta ayuda necesita el cuerpo hoy.
screening-organ_failure-stage =
    ¿Sabe en qué etapa está, o cómo salieron sus últimos estudios?
    Escriba lo que recuerde.
    .skip = No lo sé
    .line = Etapa o estudios
    .why = Con esto el médico sabe qué tan avanzada está la enfermedad.
screening-transplant = ¿Le han hecho un trasplante de órgano, de córnea o de médula ósea?
    .line = Trasplante
    .why = Un trasplante y sus medicinas necesitan un cuidado especial. El médico debe saberlo.
screening-transplant-which =
    ¿Qué trasplante fue?
    Puede elegir varios.
    .organ = De un órgano
    .cornea = De córnea
    .bone_marrow = De médula ósea
    .other = Otro
    .skip = No lo sé
    .line = Trasplante: cuál
    .why = Cada trasplante se cuida de manera distinta.
screening-transplant-when =
    ¿En qué año fue?
    .skip = No lo recuerdo
    .line = Trasplante: año
    .why = El tiempo desde un trasplante le importa al médico.
    .retry1 = Escriba el año con números. Por ejemplo: 2018.
    .retry2 = Un año aproximado está bien. Por ejemplo: “como en 2018”.
screening-transplant-medicine =
    ¿Qué medicinas toma por el trasplante?
    Escríbalas como vienen en la caja.
    .line = Trasplante: medicinas
    .why = Esas medicinas protegen el trasplante. El médico debe conocerlas.
# Must achieve: somebody who left other care, or means to, is found the same day, without blame. Awaiting signature.
screening-stopped_treatment =
    ¿Ha dejado, o piensa dejar, algún tratamiento que le dio su médico?
    Puede decirlo con confianza. Aquí nadie juzga.
    .line = Tratamiento dejado
    .why = Dejar un tratamiento puede hacer daño. Si pasa, el equipo quiere hablar pronto con usted.
screening-stopped_treatment-which =
    ¿Qué tratamiento es?
    Antes de hacer un cambio, hable con el médico que se lo dio.
    .line = Qué tratamiento
    .why = Según el tratamiento, puede ser importante hablar con usted hoy.
screening-stopped_treatment-since =
    ¿Cuándo lo dejó, o cuándo piensa dejarlo?
    .skip = No lo sé
    .line = Tratamiento: cuándo
    .why = Los días sin tratamiento le importan al médico.
    .retry1 = Escriba una fecha, aunque sea aproximada. Por ejemplo: “hace dos semanas”.
    .retry2 = Basta con el mes. Por ejemplo: “en marzo”.
screening-capacity = ¿Puede esa persona entender y decidir por sí misma?
    .line = Puede decidir
    .why = Cada persona decide sobre su cuerpo. Si necesita ayuda, el médico debe saber quién la da.
screening-capacity-representative =
    ¿Quién decide con ella o por ella, y qué parentesco tienen?
    .line = Quién ayuda a decidir
    .why = El médico hablará también con esa persona.

## Asked together. The body lists the items in full, because the buttons are short.

# Must achieve: nine answers in one glance; several may be chosen; HIV and hepatitis are named without shame. Awaiting signature.
screening-ever =
    ¿Le pasa o le ha pasado alguna de estas cosas?
    - Coágulo en la pierna o el pulmón, derrame cerebral o infarto
    - VIH, hepatitis B o C, o HTLV. Es privado, y muchas personas en tratamiento se revisan como todas
    - Diabetes
    - Alergia grave
    - Anticoagulante, o aspirina todos los días
    - Cortisona o prednisona tomada, o inyectada en los últimos 3 meses
    - Un tratamiento anterior con células, exosomas o PRP
    Puede elegir varias.
    .none = Ninguna de estas
    .line = Salud, ahora o antes
    .why = Cada una cambia algo de lo que el médico debe cuidar. Aquí no se decide nada.
    .retry1 = Elija las que sí le pasan o le han pasado. Puede escribir varios números, por ejemplo: 1, 5.
    .retry2 = Si no le pasa ninguna, elija “Ninguna de estas”. Si duda, elija “No lo sé”.
screening-thrombosis-happened =
    ¿Cuándo fue la última vez que tuvo el coágulo, el derrame o el infarto?
    Basta con el mes y el año.
    .skip = No lo recuerdo
    .line = Coágulo: cuándo
    .why = El médico necesita saber cuánto tiempo ha pasado.
screening-thrombosis-event =
    ¿Cuál de estas fue?
    Puede elegir varias.
    .leg_clot = Coágulo en la pierna
    .lung_clot = Coágulo en el pulmón
    .stroke = Derrame cerebral
    .heart_attack = Infarto
    .other = Otra
    .skip = No lo sé
    .line = Coágulo: cuál
    .why = Cada una se cuida de forma distinta.
screening-hiv_hbv_hcv-which =
    ¿Cuál de estas es? Su respuesta es privada.
    Puede elegir varias.
    .hiv = VIH
    .hepatitis_b = Hepatitis B
    .hepatitis_c = Hepatitis C
    .htlv = HTLV
    .line = VIH o hepatitis: cuál
    .why = El médico revisa cada una por separado. Nadie más necesita saberlo.
screening-hiv_hbv_hcv-treatment = ¿Ha recibido tratamiento para eso?
    .taking_now = Sí, lo tomo ahora
    .completed = Sí, ya lo terminé
    .none = No, ninguno
    .line = VIH, hepatitis: cuidado
    .why = Muchas personas en tratamiento se revisan como todas. Por eso lo pregunto.
screening-hiv_hbv_hcv-last_load =
    ¿Cómo salió su última carga viral?
    .undetectable = Indetectable
    .detectable = Detectable
    .line = Carga viral
    .why = La carga viral le dice al médico qué tan controlado está el virus.
screening-diabetes_control-hba1c =
    ¿Cuánto salió su última hemoglobina glicosilada (HbA1c)?
    Por ejemplo: 7.2. Si no la sabe, puede saltar la pregunta.
    .skip = No lo sé
    .line = Hemoglobina glicosilada
    .why = Ese número muestra cómo ha estado el azúcar en los últimos meses.
screening-diabetes_control-medicine =
    ¿Qué medicinas usa para la diabetes?
    Escríbalas como vienen en la caja. Si no usa ninguna, escriba “ninguna”.
    .line = Diabetes: medicinas
    .why = El médico debe conocer las medicinas que usa.
screening-allergy-to =
    ¿A qué tiene alergia grave?
    Puede elegir varias.
    .dmso = DMSO
    .human_albumin = Albúmina humana
    .animal_protein = Algo de vaca o de cerdo
    .antibiotics = Antibióticos
    .anesthetics = Anestesia
    .latex = Látex
    .contrast = Medio de contraste
    .other = Otra cosa
    .line = Alergia: a qué
    .why = Algunas de estas cosas se usan en los tratamientos. El médico debe evitarle un daño.
screening-allergy-reaction =
    ¿Qué le pasó con la alergia?
    Es grave si se le cerró la garganta, se desmayó o fue a urgencias. Puede elegir varias.
    .anaphylaxis = Fue una reacción grave
    .rash = Ronchas o comezón
    .other = Otra cosa
    .line = Alergia: qué pasó
    .why = Una alergia puede ser leve o grave. El médico debe saber cómo fue.
screening-allergy-details =
    ¿Con qué producto fue y cuándo?
    Escríbalo como lo recuerde.
    .skip = No lo recuerdo
    .line = Alergia: detalles
    .why = El nombre exacto ayuda al médico a evitar ese producto.
screening-anticoagulant-medicine =
    ¿Qué anticoagulante o aspirina toma, y de cuántos miligramos?
    Escríbalo como viene en la caja. Siga tomándolo como se lo indicaron.
    .skip = No lo recuerdo
    .line = Anticoagulante: cuál
    .why = Con esta medicina se sangra más fácilmente. El médico debe saber cuál es.
screening-anticoagulant-reason =
    ¿Para qué enfermedad se lo dieron?
    .skip = No lo sé
    .line = Anticoagulante: motivo
    .why = El motivo le dice al médico por qué esa medicina es importante para usted.
screening-steroid_long-medicine =
    ¿Qué cortisona o prednisona usa, y de cuántos miligramos?
    Escríbala como viene en la caja. Si fue una inyección, dígalo así.
    .skip = No lo recuerdo
    .line = Cortisona: cuál
    .why = La cortisona cambia cómo trabajan las defensas. El médico la tiene en cuenta.
screening-steroid_long-since =
    ¿Desde cuándo la usa, o cuándo fue la inyección?
    .skip = No lo recuerdo
    .line = Cortisona: cuándo
    .why = El tiempo de uso le importa al médico.
    .retry1 = Escriba una fecha, aunque sea aproximada. Por ejemplo: “enero de 2026”.
    .retry2 = Basta con el mes y el año, o algo como “hace dos meses”.
screening-prior_cell_reaction-reaction =
    ¿Tuvo después una reacción, una infección o una bolita?
    .line = Células: reacción
    .why = Una reacción anterior es algo que el médico debe mirar con cuidado.
screening-prior_cell_reaction-product =
    ¿Qué le pusieron, en qué lugar y cuándo?
    Escriba lo que sepa.
    .skip = No lo sé
    .line = Células: qué y cuándo
    .why = El producto y la fecha ayudan al médico a entender qué pasó.
screening-prior_cell_reaction-what_happened =
    ¿Cómo le fue después?
    Cuéntelo con sus palabras.
    .line = Células: cómo le fue
    .why = Lo que pasó después es valioso para el médico, haya sido bueno o malo.
screening-recent =
    ¿Le pasa alguna de estas cosas?
    - Una operación en las últimas 6 semanas, o una ya planeada
    - Una inyección en la articulación que le molesta, en los últimos 6 meses
    - Prótesis, clavos, tornillos o placa en el lugar del problema
    - Una vacuna en las últimas 4 semanas
    Puede elegir varias.
    .none = Ninguna de estas
    .line = Salud, hace poco
    .why = Lo que pasó hace poco puede cambiar los tiempos. Eso lo valora el médico.
    .retry1 = Elija las que sí le pasan. Puede escribir varios números, por ejemplo: 1, 3.
    .retry2 = Si no le pasa ninguna, elija “Ninguna de estas”. Si duda, elija “No lo sé”.
screening-recent_surgery-operation =
    ¿Qué operación fue, o cuál está planeada?
    .line = Operación: cuál
    .why = El médico debe saber qué se operó y si hay algo pendiente.
screening-recent_surgery-when =
    ¿Cuándo fue, o para cuándo está planeada?
    .skip = No lo sé
    .line = Operación: cuándo
    .why = El cuerpo necesita tiempo después de una operación.
    .retry1 = Escriba una fecha, aunque sea aproximada. Por ejemplo: “5 de mayo”.
    .retry2 = También sirve algo como “hace tres semanas” o “el mes que viene”.
screening-recent_joint_injection-product =
    ¿Qué le inyectaron?
    Puede elegir varias.
    .cortisone = Cortisona
    .hyaluronic_acid = Ácido hialurónico
    .prp = PRP (plasma)
    .cells = Células
    .other = Otra cosa
    .line = Inyección: qué
    .why = Lo que ya se inyectó puede seguir en la articulación.
screening-recent_joint_injection-when =
    ¿Cuándo fue la última inyección?
    Basta con el mes y el año.
    .skip = No lo recuerdo
    .line = Inyección: cuándo
    .why = El médico necesita saber cuánto tiempo ha pasado.
screening-joint_prosthesis-place =
    ¿En qué lugar está y qué le pusieron?
    Por ejemplo: “rodilla derecha, prótesis”.
    .line = Prótesis: dónde
    .why = El metal y las prótesis cambian lo que se puede hacer en ese lugar.
screening-joint_prosthesis-when =
    ¿Cuándo se la pusieron?
    Basta con el año.
    .skip = No lo recuerdo
    .line = Prótesis: cuándo
    .why = El médico necesita saber cuánto tiempo lleva ahí.
screening-recent_vaccine-name =
    ¿Qué vacuna fue?
    .skip = No lo recuerdo
    .line = Vacuna: cuál
    .why = Algunas vacunas llevan virus vivos, y el médico debe saberlo.
screening-recent_vaccine-when =
    ¿Cuándo se la pusieron?
    .skip = No lo recuerdo
    .line = Vacuna: cuándo
    .why = El médico cuenta las semanas desde la vacuna.
    .retry1 = Escriba el día, aunque sea aproximado. Por ejemplo: “2 de octubre”.
    .retry2 = También sirve algo como “hace dos semanas”.
