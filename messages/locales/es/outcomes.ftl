### Realistic outcomes in writing, by evidence tier or by condition where the tier alone would flatten it.
### In order of likelihood, with the limit in the same message, and "keep your present treatment". No percentage, no time, no dose.
### Every text here is clinical: a physician must sign each one, with its hash, before it is used. All awaiting signature.

## By tier

# Tier strong. Must achieve: what may happen, most likely first; some see no change; it is not a cure. Awaiting signature.
outcomes-strong =
    Esto es lo que se sabe hoy. Hay estudios en personas, algunos muy bien hechos.
    Lo que puede pasar, de más a menos probable:
    - menos dolor u otros síntomas
    - mejor movimiento
    - un avance más lento del problema
    - en algunos casos, menos medicina, si su médico lo decide
    Algunas personas no notan ningún cambio. No es una cura.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Tier moderate. Must achieve: early or mixed studies, rehabilitation, others see no change. Awaiting signature.
outcomes-moderate =
    Esto es lo que se sabe hoy. Los estudios son pocos o no coinciden.
    Algunas personas dicen tener menos dolor y, después, moverse mejor. Casi siempre junto con rehabilitación.
    Otras no notan ningún cambio. No es una cura. Un médico debe ver su caso.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Tier preliminary. Must achieve: nobody knows; no benefit is to be expected. Awaiting signature.
outcomes-preliminary =
    Esto es lo que se sabe hoy. Todavía no hay pruebas suficientes para saber si esto ayuda.
    No puedo decirle que espere una mejoría. No es una cura.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Not on the evidence map. Must achieve: no benefit described, the case is still read by a physician. Awaiting signature.
outcomes-none =
    Este problema no está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Aun así, un médico leerá su caso y le responderá por escrito.
    Siga con sus médicos y con su tratamiento actual.

## By condition: strong or moderate

# Must achieve: the honesty line of clinical-facts 1.1. Must not say that cartilage grows or a prosthesis is avoided. Awaiting signature.
outcomes-knee_osteoarthritis =
    Esto es lo que se sabe hoy sobre la artrosis de rodilla. Hay estudios en personas, algunos muy bien hechos.
    La mejoría promedio es modesta, y no todos los estudios la encontraron.
    Lo que puede pasar, de más a menos probable:
    - menos dolor
    - mejor movimiento
    - un avance más lento del problema
    - en algunos casos, menos medicina, si su médico lo decide
    Algunas personas no notan ningún cambio. No es una cura.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Must not say that a tear closes. Awaiting signature.
outcomes-rotator_cuff =
    Esto es lo que se sabe hoy sobre el manguito rotador. Los estudios son pocos y pequeños.
    Algunas personas dicen tener menos dolor y, después, mover mejor el hombro. Casi siempre junto con rehabilitación.
    Otras no notan ningún cambio. No es una cura. Un médico debe ver su caso.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Must not say that a tendon is rebuilt. Awaiting signature.
outcomes-tendinopathy =
    Esto es lo que se sabe hoy sobre los tendones. Hay estudios, pero con pocas personas.
    Algunas dicen tener menos dolor y, después, usar mejor el tendón. Casi siempre junto con rehabilitación.
    Otras no notan ningún cambio. No es una cura. Un médico debe ver su caso.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# An adjunct under study; the tear is the surgeon's matter. Must not say that surgery is avoided. Awaiting signature.
outcomes-ligament_meniscus_injury =
    Esto es lo que se sabe hoy sobre ligamentos y meniscos. Los estudios son pocos o no coinciden.
    Se estudia como ayuda, junto con rehabilitación. Si hay un desgarro, lo ve su cirujano.
    Algunas personas dicen tener menos dolor y, después, moverse mejor. Otras no notan ningún cambio. No es una cura.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Spoken of as moderate until the physicians name the contexts. Must not say that another operation is avoided. Awaiting signature.
outcomes-post_surgical_orthopedic =
    Esto es lo que se sabe hoy. Después de una operación, los estudios cubren solo algunos casos.
    Algunas personas dicen tener menos dolor y, después, moverse mejor. Casi siempre junto con rehabilitación.
    Otras no notan ningún cambio. No es una cura. Un médico debe ver qué operación fue y cómo va.
    Siga con su cirujano y con su tratamiento actual, salvo que su médico lo cambie.
# Nearly everybody here takes medicine that calms the immune system. Must not say that any of it can be left. Awaiting signature.
outcomes-rheumatoid_arthritis =
    Esto es lo que se sabe hoy sobre la artritis reumatoide. Los estudios son pocos y pequeños.
    Algunas personas dicen tener menos dolor y, después, moverse mejor. Otras no notan ningún cambio. No es una cura.
    Sus medicinas son importantes. Siga con ellas, salvo que su reumatólogo las cambie.
    Un médico debe ver su caso.

## By condition: preliminary

# Nothing is carried over from the knee. Awaiting signature.
outcomes-hip_osteoarthritis =
    Esto es lo que se sabe hoy. Lo que se ha estudiado en la rodilla no cuenta para la cadera.
    En la cadera hay pocos estudios buenos. Todavía no se sabe si ayuda.
    No puedo decirle que espere una mejoría. No es una cura.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Only ever together with the rheumatologist. Awaiting signature.
outcomes-lupus =
    Esto es lo que se sabe hoy. En el lupus los estudios son pequeños y no coinciden.
    El que comparó con un placebo no encontró ventaja. No puedo decirle que espere una mejoría. No es una cura.
    Un médico leerá su caso y le responderá por escrito. Siempre será junto con su reumatólogo.
    Siga con sus medicinas, salvo que su reumatólogo las cambie.
# Must not say that relapses stop. New weakness or loss of sight belongs to urgent care. Awaiting signature.
outcomes-multiple_sclerosis =
    Esto es lo que se sabe hoy. En la esclerosis múltiple los estudios no coinciden, y todavía no se sabe si ayuda.
    No puedo decirle que espere una mejoría. No es una cura.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su neurólogo y con su tratamiento. Si de pronto pierde fuerza o visión, vaya a urgencias.
# Must not say that the disease slows. Awaiting signature.
outcomes-parkinson =
    Esto es lo que se sabe hoy. En el Parkinson los estudios son pequeños. También mejoró quien recibió un placebo.
    Por eso todavía no se sabe si ayuda. No puedo decirle que espere una mejoría. No es una cura.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su neurólogo y con su tratamiento actual.
# Spoken of as preliminary. The work on sugar, sleep, weight and movement stands first. Must not say that insulin or metformin can be left. Awaiting signature.
outcomes-diabetes_type_2 =
    Esto es lo que se sabe hoy. En la diabetes tipo 2 los estudios son pequeños, y todavía no se sabe si ayuda.
    No puedo decirle que espere una mejoría. No es una cura.
    El cuidado del azúcar, el sueño, el peso y el movimiento cuenta tanto como lo demás.
    Siga con su insulina y sus medicinas, salvo que su médico las cambie. Un médico le responderá por escrito.
# Must not say that hair grows. Awaiting signature.
outcomes-hair_loss =
    Esto es lo que se sabe hoy. Para la caída del cabello hay pocos estudios, y son pequeños. También se han visto problemas serios con productos sin control.
    No puedo decirle que espere una mejoría.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
# Must not say younger skin. The evidence is disclosed in writing before anything else. Awaiting signature.
outcomes-aesthetics =
    Esto es lo que se sabe hoy. Para la piel y la estética hay muy pocos estudios.
    No puedo decirle que espere una mejoría.
    Un médico leerá su caso. Le dirá por escrito qué se sabe y qué no.
    Siga con su tratamiento actual, salvo que su médico lo cambie.

## By condition: no benefit is described

# Must not say that a disc is rebuilt or surgery avoided. Awaiting signature.
outcomes-back_pain =
    Esto es lo que se sabe hoy. Para la espalda y los discos todavía no hay pruebas para usarlo en personas.
    No está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con sus médicos y con su tratamiento actual.
# Must not say that memory comes back. Often a relative reads this. Awaiting signature.
outcomes-alzheimer =
    Sabemos que esto pesa en toda la familia. Con la memoria y el Alzheimer los estudios apenas empiezan.
    Todavía no se sabe si ayuda. Por eso no voy a hablarle de beneficios.
    Un médico leerá el caso y responderá por escrito.
    Sigan con sus médicos y con el tratamiento actual.
# Slow, no urgency, a person is near. Awaiting signature.
outcomes-als =
    Gracias por confiarnos esto. No hay prisa.
    En la ELA, un estudio grande no logró lo que buscaba. No está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito. Si quiere hablar con alguien del equipo, escriba “persona”.
    Siga con su equipo médico y con su tratamiento actual.
# Must not speak of walking. Awaiting signature.
outcomes-spinal_cord_injury =
    Esto es lo que se sabe hoy. En las lesiones de la médula hay muy pocos estudios, sin grupo para comparar.
    Todavía no se sabe si ayuda. Por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su rehabilitación y con sus médicos.
# Must not speak of speech, contact or behaviour as outcomes. Often a parent reads this. Awaiting signature.
outcomes-autism =
    Gracias por escribir. En el autismo, un estudio grande con células no encontró ventaja frente a un placebo.
    No está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá el caso y responderá por escrito.
    Sigan con sus médicos y con sus terapias actuales.
# Must not speak of easier breathing. Breathless now is an emergency. Awaiting signature.
outcomes-copd =
    Las enfermedades del pulmón no están en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su neumólogo, su oxígeno y sus medicinas. Si le falta el aire ahora, llame al número de emergencias.
# Must not speak of a stronger heart. Awaiting signature.
outcomes-heart_failure =
    Esto es lo que se sabe hoy. En el corazón, un estudio grande no logró su meta principal.
    No está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con su cardiólogo y con sus medicinas.
# Must not say that dialysis is avoided. Awaiting signature.
outcomes-kidney_disease =
    Las enfermedades del riñón no están en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso con cuidado y le responderá por escrito.
    Siga con su nefrólogo, con su diálisis si la tiene y con su tratamiento.
# Must not say that a transplant is avoided. Awaiting signature.
outcomes-liver_disease =
    Las enfermedades del hígado no están en el mapa de evidencia de la clínica. Los estudios son pequeños y no coinciden.
    Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con sus médicos y con su tratamiento actual.
# Must say that insulin stays. Awaiting signature.
outcomes-diabetes_type_1 =
    Esto es lo que se sabe hoy. En la diabetes tipo 1 hay pocos estudios, y todavía no se sabe si ayuda.
    Por eso no voy a hablarle de beneficios. La insulina es vital: siga con ella tal como se la indicaron.
    Un médico leerá su caso y le responderá por escrito.
    Si tiene el azúcar muy alta con vómito, vaya a urgencias.
# Must not speak of more energy. Awaiting signature.
outcomes-long_covid =
    El COVID persistente es real, y cansa que no le crean a uno. Pero todavía no hay estudios terminados que digan si esto ayuda.
    No está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con sus médicos y con su tratamiento actual.
# Private; must not speak of performance. Awaiting signature.
outcomes-erectile_dysfunction =
    Gracias por la confianza. Esto se lee en privado.
    No está en el mapa de evidencia de la clínica. Nadie sabe todavía si ayuda, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito. Si prefiere hablarlo a solas con alguien, escriba “persona”.
    Siga con sus médicos y con su tratamiento actual.
# Must not say younger or longer life. Awaiting signature.
outcomes-anti_aging =
    Esto es lo que se sabe hoy. No hay pruebas de que esto haga a nadie más joven ni le alargue la vida.
    Nadie sabe si ayuda en algo, y por eso no voy a hablarle de beneficios.
    Un médico leerá su caso y le responderá por escrito.
    Siga con sus médicos y con su tratamiento actual.
# Anything else; no diagnosis is guessed. Awaiting signature.
outcomes-other =
    Lo que usted cuenta no está en el mapa de evidencia de la clínica. Nadie sabe si ayuda, y por eso no voy a hablarle de beneficios. Tampoco puedo ponerle un nombre.
    Un médico leerá sus palabras y le responderá por escrito.
    Siga con sus médicos y con su tratamiento actual.

## No outcome in the chat at all

# Graft-versus-host disease. Must achieve: stay with the transplant team; the case is passed on as urgent. Awaiting signature.
condition-stay_with_team =
    Gracias por decírmelo. Esto lo debe revisar el médico.
    Siga con su equipo de trasplante y con su tratamiento, tal como se lo indicaron.
    Paso su caso al equipo como urgente.
# ARDS. Must achieve: this belongs to a hospital, now. Awaiting signature.
condition-hospital =
    Lo que cuenta se atiende en un hospital, no en este chat.
    Si a la persona le cuesta respirar ahora, llame al número de emergencias o vaya a urgencias. Si ya está en el hospital, siga con ese equipo.
    Paso su caso al equipo como urgente.

## Check of understanding: what does the person expect. The labels are the patient's own expectation, never our claim.

# Asked after a strong or moderate text. Right: relief. Must achieve: no exam, no shame. Awaiting signature.
outcomes-check =
    Quiero saber si me expliqué bien. Con lo que acaba de leer, ¿qué espera usted?
    .relief = Quizá mejore algo
    .cure = Que se me quite todo
    .unsure = No me quedó claro
    .line = Lo que entendió
    .why = Nadie debe decidir con una idea equivocada. Es mejor aclararlo ahora.
    .again =
        Se lo digo de otra forma, porque importa.
        Las células mandan señales que pueden calmar la inflamación. No son piezas nuevas, y su efecto tiene un límite.
        Algunas personas sienten alivio, otras no notan nada, y la enfermedad sigue ahí. Nadie aquí puede prometerle más que eso.
# Asked after a preliminary text or none. Right: unknown. Awaiting signature.
outcomes-unknown =
    Quiero saber si me expliqué bien. Con lo que acaba de leer, ¿qué entendió usted?
    .unknown = Aún no se sabe
    .benefit = Que voy a mejorar
    .unsure = No me quedó claro
    .line = Lo que entendió
    .why = Nadie debe decidir con una idea equivocada. Es mejor aclararlo ahora.
    .again =
        Se lo digo de otra forma, porque importa.
        En su problema nadie sabe todavía si esto ayuda. Puede no pasar nada.
        Yo no puedo decirle que va a mejorar. El médico le dirá por escrito lo que se sabe y lo que no.
