### The body as host: sleep, movement, weight, habits. Optional, never commented on, no advice follows.

# Must achieve: says why these questions matter, without promising anything, and that all may be skipped. Awaiting signature.
host-offer =
    Quedan unas preguntas cortas sobre peso, sueño, movimiento y hábitos.
    Todo eso influye en cómo responde el cuerpo. Por eso el médico lo mira también.
    Son opcionales. ¿Las contestamos?
    .yes = Sí
    .skip = Prefiero saltarlas
    .line = Hábitos
    .why = El plan alrededor de un tratamiento importa tanto como el tratamiento. Por eso se pregunta.
host-weight =
    ¿Cuánto pesa?
    Puede ser en kilos o en libras.
    .line = Peso
    .why = El médico usa el peso en sus cálculos. Nadie va a opinar sobre él.
host-height =
    ¿Cuánto mide?
    Por ejemplo: “1.65”.
    .line = Estatura
    .why = El médico la lee junto con el peso. A nadie más le hace falta.
host-sleep_hours = ¿Cuántas horas duerme en una noche normal?
    .line = Horas de sueño
    .why = El sueño influye en cómo responde el cuerpo.
host-activity =
    En una semana normal, ¿cuántos días se mueve al menos media hora?
    Caminar, las labores de la casa y el trabajo también cuentan.
    .line = Días con movimiento
    .why = El médico quiere saber desde dónde parte. No hay número malo.
host-rehab = ¿Ha hecho terapia física para este problema?
    .now = Sí, ahora
    .past_year = Sí, este último año
    .earlier = Sí, hace más tiempo
    .never = No, nunca
    .line = Terapia física
    .why = En rodillas, hombros y lesiones, la rehabilitación es parte del plan.
host-smoking_alcohol =
    ¿Usa alguna de estas cosas? Se pregunta sin juzgar.
    Puede elegir varias.
    .tobacco_now = Tabaco o vapeo, ahora
    .tobacco_past = Tabaco, antes
    .alcohol_often = Alcohol casi diario
    .other_drugs = Otras drogas
    .none = Nada de esto
    .line = Tabaco y alcohol
    .why = El tabaco y el alcohol influyen en cómo responde el cuerpo. Es solo para el médico.
host-pain_meds =
    ¿Qué toma para el dolor en una semana normal, y cuántas veces?
    Si no toma nada, escriba “nada”.
    .line = Medicina del dolor
    .why = Así el médico sabe cuánto dolor hay hoy y con qué lo maneja.
host-stress_mood = ¿Cómo ha estado su ánimo en las últimas semanas?
    .good = Bien
    .up_and_down = Con altas y bajas
    .low = Bajo
    .very_low = Muy bajo
    .line = Ánimo
    .why = El dolor y el ánimo se afectan uno al otro. Si está muy mal, una persona puede hablar con usted.

## Kept for the physician's own interview; worded here in case the clinic asks them in the chat.

host-waist =
    ¿Cuánto mide su cintura?
    Por ejemplo: “95 cm”.
    .line = Cintura
    .why = La grasa de la cintura se relaciona con la inflamación. Nadie va a opinar sobre la suya.
host-glucose = ¿Le han dicho alguna de estas cosas sobre su azúcar?
    .diabetes = Diabetes
    .prediabetes = Prediabetes
    .insulin_resistance = Resistencia a insulina
    .none = Ninguna
    .line = Azúcar
    .why = El azúcar en la sangre influye en cómo responde el cuerpo.
host-inflammation =
    ¿Tiene alguna enfermedad inflamatoria, o problemas en las encías?
    Escriba lo que sepa.
    .line = Inflamación
    .why = La inflamación en otra parte del cuerpo también cuenta.
host-food =
    ¿Come a sus horas, o ha cambiado de peso en los últimos meses?
    Escríbalo con sus palabras.
    .line = Comida
    .why = La comida es parte del plan que mira el médico.
