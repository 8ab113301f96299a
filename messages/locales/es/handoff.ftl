### After a physician has read the case: what the patient is told in the chat, and the page of the private letter.
### The chat never says what was decided. Nothing here summarises the physician's words.

## In the chat

# Must achieve: only that the answer is ready and where; that the link is private and ends; nothing of its content. Awaiting signature.
handoff-answer_ready =
    Ya llegó la respuesta del médico. Es una carta para usted.
    Puede leerla aquí: { $link }
    El enlace es privado y dura 14 días. No lo comparta.
    Si tiene dudas, escriba “persona”.
# Must achieve: only that the written quote is ready; no figure, no hurry. Awaiting signature.
handoff-quote_ready =
    Ya tenemos su presupuesto por escrito.
    El equipo se lo entrega y lo revisa con usted. Tómese su tiempo.
# Must achieve: an invitation, not an alarm; the patient decides when. Awaiting signature.
handoff-questions_ready =
    El médico leyó su caso y le faltan algunos datos.
    Son pocas preguntas. Cuando quiera contestarlas, elija “Seguir” o escríbame aquí.
    Siga con su tratamiento actual.
# Must achieve: what happens next and by whom; nothing is decided. Awaiting signature.
handoff-questions_done =
    Gracias. El médico ya tiene sus respuestas.
    Las lee y le responde por escrito. Todavía no hay nada decidido.
    Si se pone peor, llame al número de emergencias o vaya a urgencias.

## The page of the letter

letter-title = Una carta para usted, de { $clinic }
# Shown before the letter is opened, so that a preview of the link shows nothing. Awaiting signature.
letter-cover =
    Esta página guarda una carta privada de su médico.
    Ábrala cuando esté en un lugar tranquilo.
letter-open = Leer la carta
# Must achieve: present care goes on; what to do in an emergency. Awaiting signature.
letter-keep =
    Siga con su tratamiento actual, salvo que su médico lo cambie.
    Si se pone peor, llame al número de emergencias o vaya a urgencias.
letter-signed = { $physician }, cédula profesional { $licence }. { $date }
value-date =
    { $month ->
        [m1] { $day } de enero de { $year }
        [m2] { $day } de febrero de { $year }
        [m3] { $day } de marzo de { $year }
        [m4] { $day } de abril de { $year }
        [m5] { $day } de mayo de { $year }
        [m6] { $day } de junio de { $year }
        [m7] { $day } de julio de { $year }
        [m8] { $day } de agosto de { $year }
        [m9] { $day } de septiembre de { $year }
        [m10] { $day } de octubre de { $year }
        [m11] { $day } de noviembre de { $year }
        [m12] { $day } de diciembre de { $year }
       *[other] { $day } { $month } { $year }
    }
letter-ask = Si algo no queda claro, escriba “persona” en el chat. El equipo le responde.
# Shown for a link that ended, and for one that never was. Awaiting signature.
letter-gone =
    Este enlace ya no abre ninguna carta.
    Escriba en el chat de { $clinic } y el equipo le envía uno nuevo.
