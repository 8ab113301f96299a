### What is said beside the questions: pausing, stopping, people, files, answers that were not understood.
### The open question is said again after most of these, so none of them asks anything. Nobody is ever blamed for a typing slip.

## Pause, stop, return

control-paused =
    De acuerdo, hacemos una pausa. Todo quedó guardado.
    Cuando quiera seguir, escríbame aquí y retomamos en la misma pregunta.
# Said when there is nothing to go back to, or nothing to change yet.
control-first = Todavía no hay una respuesta anterior.
# Must achieve: the wish is obeyed at once, nothing is asked, the way back is named, other care goes on. Awaiting signature.
control-stopped =
    De acuerdo. No recibirá más mensajes de { $clinic } en este chat. Gracias por el tiempo que nos dio.
    Si un día quiere retomar, escriba “seguir”.
    Siga con su tratamiento y con su médico.
control-stopped_reply =
    Usted pidió no recibir más mensajes de { $clinic }, y lo respetamos.
    Si quiere retomar, escriba “seguir”.
    Este chat no atiende urgencias. En una urgencia, llame al número de emergencias.
# Must achieve: that messages may come again, and the way out. Awaiting signature.
control-messages_again =
    De acuerdo. Desde ahora { $clinic } le puede volver a escribir por este chat.
    Si no desea más mensajes, escriba “alto”.
control-restart = De acuerdo, volvemos a empezar.
resume-context = Seguimos donde nos quedamos: { $part }.

## A person

# Must achieve: the person knows that a human was told, that no hour is promised, and what to do in an emergency. Awaiting signature.
person-requested =
    Ya avisé al equipo: una persona le escribirá por aquí. No sé decirle la hora exacta.
    Mientras tanto podemos seguir con las preguntas, si quiere.
    Si es una urgencia, no espere. Llame al número de emergencias.
person-waiting =
    Su mensaje quedó guardado para el equipo. Una persona le va a responder.
    Si es una urgencia, no espere. Llame al número de emergencias.
person-noted = Recibido. Una persona del equipo lo leerá y le responderá.
person-not_understood =
    No logré entender su respuesta, y eso no es culpa suya. Guardé sus palabras tal como las escribió.
    Ya avisé al equipo para que una persona le ayude. Mientras tanto podemos seguir, si quiere.

## Messages out of turn

stale-option = Esa pregunta ya quedó atrás. Si quiere cambiar esa respuesta, escriba “cambiar”.
late-noted = Gracias. Lo agregué a lo que contó antes.
edited-noted = Vi que corrigió un mensaje. Guardé las dos versiones para el médico. Si cambia una respuesta, escriba “cambiar”.

## Files. Said when a file arrives; it is checked afterwards.

media-photo = Gracias, llegó su foto. Si no se puede guardar, se lo diré aquí.
media-pdf = Gracias, llegó su PDF. Si no se puede guardar, se lo diré aquí.
media-document = Llegó su archivo. Si no se puede guardar, se lo diré aquí.
media-voice =
    Llegó su nota de voz. Yo no puedo escucharla.
    Escriba aquí lo más importante. Si es una urgencia, llame ya al número de emergencias.
media-video =
    Llegó su video. Yo no puedo verlo.
    Escriba aquí lo más importante, o envíe una foto.
media-too_large = Ese archivo es demasiado grande y no se guardó. Puede enviar una foto o un PDF más pequeño.
media-not_allowed = Ese tipo de archivo no se puede guardar aquí. Puede enviar fotos o archivos PDF.
media-unreadable = Ese archivo no se puede abrir, y no se guardó. Puede enviar una foto clara o un PDF sin contraseña.
media-unavailable = No pude recibir ese archivo completo. Puede enviarlo otra vez cuando quiera.
unreadable-sticker = Llegó una imagen que no puedo leer. Escriba su respuesta con palabras.
unreadable-location =
    Llegó una ubicación. Aquí no la puedo usar.
    Si está en peligro, llame ya al número de emergencias.
unreadable-contact = Llegó una tarjeta de contacto. No la puedo leer. Escriba el dato con palabras.
unreadable-empty = Llegó un mensaje sin texto. Escriba su respuesta con palabras.
unreadable-other = Llegó algo que no puedo leer. Escríbalo con palabras, o envíe una foto o un PDF.

## Answers that were not understood. First and second time in different words; the wanted answer and an example; never "wrong".

retry-choice_of =
    .first = Elija una de las opciones, o escriba su número.
    .second = Me ayuda más una de estas opciones. Basta con escribir el número, por ejemplo: 1.
retry-free_text =
    .first = Escríbalo con sus palabras. Una frase corta basta.
    .second = No hace falta que quede perfecto. Escriba lo primero que quiera que sepa el médico.
retry-age_or_birthdate =
    .first = Escriba la edad en años, por ejemplo: 58. O la fecha de nacimiento, por ejemplo: 14 de mayo de 1967.
    .second = Me basta un número con la edad. Por ejemplo: 58.
retry-duration =
    .first = Escriba un número y si son días, semanas, meses o años. Por ejemplo: “8 meses”.
    .second = Un tiempo aproximado está bien. Por ejemplo: “como 5 años”.
retry-date =
    .first = Escriba el mes y el año. Por ejemplo: “marzo de 2023”.
    .second = Si solo recuerda el año, basta. Por ejemplo: 2023.
retry-medicines =
    .first = Escriba los nombres como vienen en la caja. Por ejemplo: “metformina 850, losartán 50”.
    .second = También puede enviar una foto de las cajas. Si no toma nada, escriba “ninguna”.
retry-weight =
    .first = Escriba el peso con su unidad. Por ejemplo: “72 kilos” o “160 libras”.
    .second = Basta con un cálculo. Por ejemplo: “unos 70 kilos”.
retry-height =
    .first = Escriba la estatura. Por ejemplo: “1.65” o “165 cm”.
    .second = Una medida aproximada está bien. Por ejemplo: “como 1.70”.
retry-sleep_hours =
    .first = Escriba cuántas horas duerme en una noche normal. Por ejemplo: 6.
    .second = Un número aproximado basta. Por ejemplo: “entre 5 y 6 horas”.
retry-days_per_week =
    .first = Escriba un número de 0 a 7. Por ejemplo: 3.
    .second = Piense en una semana normal y escriba los días. Por ejemplo: “2 días”, o “ninguno”.
retry-percent_hba1c =
    .first = Escriba el número que viene en su estudio de laboratorio. Por ejemplo: 7.2.
    .second = Suele ser un número entre 4 y 15, y se llama hemoglobina glicosilada. Si no lo tiene a mano, puede saltar la pregunta.
retry-number =
    .first = Escriba un número. Por ejemplo: 4.
    .second = Basta un número aproximado, escrito con cifras. Por ejemplo: 10.
retry-pain_0_10 =
    .first = Escriba un número de 0 a 10. Por ejemplo: 4.
    .second = El 0 es nada de dolor. El 10 es el peor que pueda imaginar.
retry-name =
    .first = Escriba el nombre como quiere que le llamemos. Por ejemplo: “Carmen Ruiz”.
    .second = Basta el nombre de pila. Por ejemplo: “Carmen”.
retry-phone =
    .first = Escriba el teléfono con lada. Por ejemplo: “55 1234 5678”.
    .second = Escriba solo los números. Si es de otro país, empiece con el signo + y el código. Por ejemplo: “+1 210 555 0100”.
retry-third =
    Guardé lo que escribió, y el equipo lo verá.
    Puede intentarlo otra vez con otras palabras. O escriba “persona”, y alguien le ayuda.

## Why do you ask

why-step = Es para que el médico entienda mejor su caso. Si prefiere no contestar, dígalo así.
