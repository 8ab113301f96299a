### What seekers ask for at any time, and each therapy people ask for by name. Said beside an open question, so nothing here asks.
### The words are the clinic's philosophy in plain speech. Each text is clinical: a physician must sign it before it is used. All awaiting signature.
### `.line` names the topic in the list below the help text, at most 24 characters.

## Topics

# Must achieve: signals and their ceiling in one breath; no new tissue, no cure, nothing rebuilt at a late stage. Awaiting signature.
topic-how =
    Las células mandan señales al cuerpo. Se parecen al maestro de obra, no a los ladrillos.
    Esas señales pueden calmar la inflamación y guiar la reparación del propio cuerpo, y ese efecto tiene un techo.
    Las células no se convierten en tejido nuevo. Tampoco reconstruyen un órgano en etapa avanzada. No son una cura.
    Lo que puede notarse depende del problema y de cómo está el cuerpo que las recibe.
    .line = Cómo actúan las células
# Must achieve: evidence differs by condition and does not carry over; one's own text comes in writing. Awaiting signature.
topic-evidence =
    Depende del problema. En unos pocos hay estudios fuertes, y aun así la mejoría puede ser modesta.
    En otros, los estudios son pocos o no coinciden.
    En muchos de los que más se anuncian, faltan pruebas o apenas hay estudios.
    Lo que se sabe de una enfermedad no dice nada de otra.
    Lo que se sabe de la suya lo recibe por escrito, en este chat o del médico.
    .line = Qué dicen los estudios
# Must achieve: risk exists and is named; nobody denies it; why so many questions; one's own risks in writing. Awaiting signature.
topic-safety =
    Todo tratamiento tiene riesgos, y este también. Nadie puede decirle que no hay ninguno.
    Se han visto fiebre, infecciones y coágulos.
    Por eso hago tantas preguntas de salud. Una enfermedad, una medicina o un embarazo pueden cambiar el riesgo.
    El médico le explica por escrito los riesgos en su caso, antes de que usted decida.
    .line = Riesgos y seguridad
# Must achieve: why there is no figure yet and when it comes; the reason for the order; no range, no hint. Awaiting signature.
topic-price =
    Primero un médico lee su expediente. Sin eso, cualquier cifra sería inventada.
    Si el médico ve que puede seguir adelante, la clínica le entrega una cotización escrita, punto por punto.
    Usted la recibe antes de firmar un consentimiento, y la lee con calma.
    Antes de la revisión no doy cifras, tampoco aproximadas. Ese orden cuida que decida la medicina y no la venta.
    .line = Cuándo hay un precio
# Must achieve: what a cure would mean; realistic outcomes, most likely first; both harms of a promise. Awaiting signature.
topic-promise =
    Nadie debe prometerle una cura. Esa palabra quiere decir que la enfermedad termina y no vuelve.
    En la mayoría de los problemas crónicos, hoy ningún tratamiento logra eso. Este tampoco.
    Donde los estudios lo apoyan, esto es lo que puede pasar, de más a menos probable:
    - menos síntomas
    - mejor movimiento
    - un avance más lento del problema
    - en algunos casos, menos medicina, si su médico lo decide
    Algunas personas no notan ningún cambio.
    Una promesa puede dañar de dos maneras. Una persona deja un tratamiento que necesita. O mejora de verdad, y lo vive como un fracaso.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
    .line = Por qué no se promete
# Must achieve: a physician decides, in writing, by four questions; a no can be care; no counts of people. Awaiting signature.
topic-acceptance =
    Eso lo decide un médico, por escrito. Yo no decido nada. El médico revisa cuatro cosas:
    - que haya estudios publicados que lo justifiquen en ese problema
    - que la salud de la persona lo permita
    - que no haya algo que lo impida
    - que la persona conozca por escrito lo que puede esperar, y decida con eso
    Si falta una, no se sigue adelante, aunque la persona lo desee mucho.
    Decir que no puede ser la atención más segura. El médico explica su razón.
    .line = Por qué a veces es “no”
# Also the answer to a wish for a date. Must achieve: no date before the review, the order of things, the plan around the cells. Awaiting signature.
topic-visit =
    Yo no doy citas. Las fechas las acuerda el equipo con usted. Antes va esto, en orden:
    - usted envía sus estudios
    - un médico los lee y le responde por escrito
    - si el médico ve que se puede seguir, recibe una cotización escrita y un resumen del plan
    - los dos papeles vienen en un idioma que usted lee bien
    - después usted decide con el médico y, si quiere, firma el consentimiento
    Las células son una parte del plan. La otra trabaja la inflamación, el metabolismo, el movimiento y el sueño.
    A veces esa parte empieza semanas antes.
    .line = La visita y el plan
# Must achieve: check-ins are part of care; what is asked; results are shown to the person; where to go when unwell. Awaiting signature.
topic-follow_up =
    El seguimiento es parte de la atención de quien recibe tratamiento. Se hace al mes, y a los 3, 6 y 12 meses.
    Cada vez se le pregunta cómo está, cuánto le duele y qué puede hacer. También por sus medicinas, el ejercicio y el sueño.
    Cada vez usted ve sus resultados. El médico le explica qué significan, también si no hay cambio.
    Si se siente mal entre una fecha y otra, no la espere: avise al equipo. Si es una urgencia, llame al número de emergencias.
    .line = El seguimiento
# Must achieve: apart from care, default no, refusing changes nothing, without the name, the way back. Awaiting signature.
topic-research =
    La investigación va aparte de su atención. Si usted no dice nada, la respuesta es no.
    Si dice que sí, sus datos se usan en estudios sin su nombre ni nada que diga quién es.
    Decir que no, no cambia nada en su atención.
    Un sí se puede retirar cuando quiera. Escriba “persona”.
    .line = La investigación
# Also the answer to "where are you". Must achieve: address from the team; regulation of the place, not of a treatment. Awaiting signature.
topic-clinic =
    La dirección y el horario se los da el equipo de { $clinic }. Escriba “persona”.
    El lugar está en México y opera bajo la regulación de COFEPRIS. Quiere decir que el lugar y sus avisos están bajo las reglas de esa autoridad.
    No quiere decir que la autoridad apruebe un tratamiento.
    Los médicos firman con su nombre y su cédula profesional. Quien no es médico no dirige la parte médica, y este asistente tampoco.
    .line = La clínica y sus médicos

## Therapies people ask for by name: the same four questions for each, and the status of flows/protocol/therapies.toml.
## An answer that is not stated there is left to the physician, in so many words. Nothing is praised.

# Status: an adjunct for some uses. Must achieve: small studies, source and risk still to be answered, harm has been reported. Awaiting signature.
therapy-exosomes =
    Los exosomas son partículas muy pequeñas que llevan señales de las células.
    La clínica hace cuatro preguntas a cada terapia:
    - cómo actúa: se conoce
    - estudios publicados para ese uso: pequeños, y solo en algunos usos
    - origen regulado que se pueda comprobar: debe contestarlo el médico
    - riesgo razonable: debe contestarlo el médico
    Con productos sin regular se han visto daños serios.
    Por ahora la clínica los usa como apoyo en algunos casos de ortopedia y de estética.
    Anoté su pregunta. Un médico le responde por escrito.
# Status: certain ones, within a wider plan. Must achieve: peptides differ; a prescribed one is not stopped. Awaiting signature.
therapy-peptides =
    Hay muchos péptidos, y cada uno es distinto.
    La clínica hace cuatro preguntas a cada terapia:
    - cómo actúa: se conoce en parte, y cambia de uno a otro
    - estudios publicados para ese uso: debe contestarlo el médico
    - origen regulado que se pueda comprobar: debe contestarlo el médico, por producto
    - riesgo razonable: debe contestarlo el médico
    Por ahora ciertos péptidos pueden ser parte de un plan más amplio.
    Si su médico ya le recetó uno, no lo deje por esto.
    Anoté su pregunta. Un médico le responde por escrito.
# Status: an adjunct in some knees. Must achieve: own blood is not the same as no risk; the physician decides. Awaiting signature.
therapy-prp =
    El PRP, o plasma rico en plaquetas, se prepara con la sangre de la propia persona.
    La clínica hace cuatro preguntas a cada terapia:
    - cómo actúa: se conoce
    - estudios publicados para ese uso: en parte
    - origen que se pueda comprobar: sí, es su propia sangre
    - riesgo razonable: debe contestarlo el médico
    Por ahora la clínica lo usa como apoyo en algunos tratamientos de rodilla.
    Anoté su pregunta. Un médico le responde por escrito.
# Status: declined as a main treatment. Must achieve: the decision as it stands, without inventing its reason. Awaiting signature.
therapy-molecular_hydrogen =
    La clínica hace cuatro preguntas a cada terapia. Sobre el hidrógeno molecular:
    - cómo actúa: se conoce en parte
    - estudios publicados para ese uso: debe contestarlo el médico
    - origen regulado que se pueda comprobar: debe contestarlo el médico
    - riesgo razonable: debe contestarlo el médico
    Por ahora la clínica decidió no usarlo como tratamiento principal.
    Anoté su pregunta. Un médico le responde por escrito.
# Status: no decision. Must achieve: no lean either way; whoever has it prescribed elsewhere goes on with it. Awaiting signature.
therapy-plasma_exchange =
    La clínica hace cuatro preguntas a cada terapia. Sobre el recambio de plasma:
    - cómo actúa: se conoce en parte
    - estudios publicados para ese uso: debe contestarlo el médico
    - origen regulado que se pueda comprobar: debe contestarlo el médico
    - riesgo razonable: debe contestarlo el médico
    Por ahora la clínica no tiene una decisión publicada.
    Si ya lo recibe porque su médico lo indicó, siga con él.
    Anoté su pregunta. Un médico le responde por escrito.
# Status: several protocols declined. Must achieve: the missing evidence is named as what the clinic has not seen. Awaiting signature.
therapy-nad =
    La clínica hace cuatro preguntas a cada terapia. Sobre las mezclas con NAD:
    - cómo actúa: se conoce en parte
    - estudios publicados para ese uso: la clínica no ha visto datos confiables en grupos de personas
    - origen regulado que se pueda comprobar: debe contestarlo el médico
    - riesgo razonable: debe contestarlo el médico
    Por ahora la clínica decidió no ofrecer varias de esas mezclas.
    Anoté su pregunta. Un médico le responde por escrito.
# Status: certain combinations declined. Some are medicines for other diseases, so none is to be stopped. Awaiting signature.
therapy-senolytics =
    La clínica hace cuatro preguntas a cada terapia. Sobre los senolíticos:
    - cómo actúan: se conoce en parte
    - estudios publicados para ese uso: los que hay en personas todavía no los apoyan
    - origen regulado que se pueda comprobar: debe contestarlo el médico
    - riesgo razonable: debe contestarlo el médico
    Por ahora la clínica decidió no ofrecer ciertas combinaciones.
    Algunas son medicinas que se usan en otras enfermedades. Si su médico ya le recetó una, siga con ella.
    Anoté su pregunta. Un médico le responde por escrito.
# For every therapy without a text of its own. Must achieve: the four questions, what a no means, no verdict on it. Awaiting signature.
therapy-other =
    La clínica hace las mismas cuatro preguntas a cada terapia:
    - si se conoce cómo actúa
    - si hay estudios publicados para ese uso
    - si viene de un origen regulado que se pueda comprobar
    - si el riesgo es razonable para esa persona
    Si una respuesta es no, la clínica no la ofrece. Sobre la que usted menciona, el médico debe contestar las cuatro.
    Por ahora no puedo darle una decisión. Si su médico ya se la indicó, no la deje por esto.
    Anoté su pregunta. Un médico le responde por escrito.
