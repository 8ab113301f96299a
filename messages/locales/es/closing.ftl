### The end: research, how to be reached, the summary, what happens next.

## Research

# Must achieve: neutral, apart from everything else, default no; refusing changes nothing; the way back is named. Awaiting signature.
research-opt_in =
    Una pregunta aparte, sobre investigación. No es parte de su atención.
    ¿Permite que sus datos, sin su nombre, se usen en estudios?
    Decir que no, no cambia nada. Si dice que sí, puede retirarlo cuando quiera: escriba “persona”.
    .no = No
    .yes = Sí, lo permito
    .line = Investigación
    .why = La ley y el respeto piden que este permiso vaya aparte. Si no contesta, la respuesta es no.
    .retry1 = Elija “No” o “Sí, lo permito”. Las dos respuestas están bien.
    .retry2 = Escriba “no” o “sí”. Si tiene dudas, “no” está bien, y puede cambiarlo después.

## How to be reached

contact-name =
    ¿Cómo se llama usted?
    Escriba el nombre que quiere que usemos.
    .line = Nombre
    .why = Es para que el equipo sepa con quién habla.
contact-reach = ¿Cómo prefiere que el equipo se comunique con usted?
    .here = Por este chat
    .phone = Por teléfono
    .line = Cómo comunicarnos
    .why = Usted decide cómo nos comunicamos.
contact-phone =
    ¿A qué número le llamamos?
    Escríbalo con lada. Si es de otro país, empiece con el signo +.
    .skip = No tengo teléfono
    .line = Teléfono
    .why = Solo se usa para hablar con usted sobre su caso.

## The summary

# Must achieve: plain that nothing has been sent yet and that every line can be corrected. Awaiting signature.
review-summary =
    Esto es lo que leerá el médico. Todavía no se ha enviado.

    { $lines }

    ¿Está bien así?
    .confirm = Sí, enviar
    .change = Cambiar algo
    .why = Así usted ve lo que se envía, y puede corregirlo antes.
    .retry1 = Elija “Sí, enviar” si está bien. Elija “Cambiar algo” para corregir.
    .retry2 = Escriba “enviar” o “cambiar”. Nada sale sin su permiso.
review-change = ¿Qué parte quiere cambiar?
    .why = Solo cambio lo que usted elija. Lo demás queda igual.
review-item = ¿Qué respuesta quiere cambiar?
    .why = Solo cambio esa respuesta. Lo demás queda igual.
# Said when only the name of the question comes as its new answer. Must achieve: nothing is lost; the new words replace all. Awaiting signature.
review-kept = Lo que escribió antes sigue guardado. Lo que escriba ahora lo reemplaza completo.

## Lines of the summary. The person's own words are kept, never echoed.

line-subject = Consulta: { $who }. Edad: { $age }
line-condition = Problema: { $conditions }
line-course = Tiempo: { $duration }. Lado: { $side }
line-tried = Lo que ha probado: guardado con sus palabras
line-hopes = Lo que espera: guardado con sus palabras
line-health = Salud, para el médico: { $items }
line-health_none = Salud: nada marcado
line-medicines = Medicinas: guardadas como las escribió
line-medicines_none = Medicinas: ninguna anotada
line-records = Estudios: { $items }
line-habits = Hábitos: { $items }
line-habits_none = Hábitos: sin contestar
line-contact = Contacto: { $reach }. Investigación: { $research }
value-quantity =
    { $unit ->
        [h] { $n } horas
        [hours] { $n } horas
        [days] { $n } días
        [days_per_week] { $n } días por semana
        [years] { $n } años
       *[other] { $n } { $unit }
    }
value-months =
    { $n ->
        [0] menos de un mes
        [one] { $n } mes
        [12] 1 año
        [24] 2 años
        [36] 3 años
        [48] 4 años
        [60] 5 años
        [72] 6 años
        [84] 7 años
        [96] 8 años
        [108] 9 años
        [120] 10 años
        [144] 12 años
        [180] 15 años
        [240] 20 años
        [300] 25 años
        [360] 30 años
        [420] 35 años
        [480] 40 años
       *[other] { $n } meses
    }
value-named = { $name }: { $value }
value-not_provided = sin respuesta
value-not_asked = no se preguntó
value-noted = anotado

## What happens next

# When a person answers, as the clinic aims for it: joined to "procura comunicarse con usted". Awaiting signature.
value-within_hours =
    { $n ->
        [one] en menos de { $n } hora
       *[other] en menos de { $n } horas
    }
value-within_days =
    { $n ->
        [one] en menos de { $n } día
       *[other] en menos de { $n } días
    }
# Must achieve: what happens next, by when the clinic aims for it, by whom; a reference to quote; nothing is decided; what to do if worse; keep the treatment; no hurry. Awaiting signature.
done-next =
    Gracias. Su caso ya está con el equipo. Su referencia es { $reference }.
    Lo que sigue: el equipo procura comunicarse con usted { $first }. Un médico lo lee completo y procura responderle por escrito { $decision }. Todavía no hay nada decidido.
    Si se pone peor, llame al número de emergencias o vaya a urgencias. Nadie vigila este chat para urgencias.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
    Tómese su tiempo, y hable de esto con su propio médico.
# For those whose answers a physician must see before anything else. Must achieve: the same, without any hint of a verdict. Awaiting signature.
done-hard =
    Gracias por contestar. Aquí terminan las preguntas. Su referencia es { $reference }.
    Un médico debe ver primero sus respuestas, y procura responderle por escrito { $decision }. Antes, el equipo procura comunicarse con usted { $first }. Todavía no hay nada decidido.
    Si se pone peor, llame al número de emergencias o vaya a urgencias. Nadie vigila este chat para urgencias.
    Siga con su tratamiento actual, salvo que su médico lo cambie.
    Tómese su tiempo, y hable de esto con su propio médico.
# For those who left contact details only. Awaiting signature.
done-short =
    Gracias. Una persona del equipo procura comunicarse con usted { $first }. Su referencia es { $reference }.
    Si es una urgencia, no espere. Llame al número de emergencias.
    Siga con su tratamiento. Tómese su tiempo, y hable de esto con su propio médico.
# Said to a message that comes after the hand-off. Awaiting signature.
done-reply =
    Gracias. Guardé su mensaje, y el equipo lo verá junto con su caso.
    Si es una urgencia, no espere. Llame al número de emergencias.
