### Notices without content: they may leave at any time, as templates that the provider approved. Nothing about health, nobody's words.

# Said when a person wrote and the chat's reply window has closed. Must achieve: who writes, nothing of what, one word that opens. Awaiting signature.
notice-waiting =
    Tiene un mensaje del equipo de { $clinic }.
    Para leerlo, escriba ABRIR.
    .word = ABRIR

# Said when staff have planned the physician's call. Must achieve: when, by the patient's own clock; nothing of what it is about. Awaiting signature.
notice-call_planned =
    Su llamada con { $clinic } es el { $date } a las { $time }, hora de { $place }.
    Para guardarla en su calendario, abra este enlace: { $link }
    Si no puede ese día, escriba “persona”.
# Must achieve: the new hour, and that the one told before no longer holds. Awaiting signature.
notice-call_moved =
    Su llamada con { $clinic } cambia: ahora es el { $date } a las { $time }, hora de { $place }. La hora anterior ya no vale.
    Para guardarla en su calendario, abra este enlace: { $link }
    Si no puede ese día, escriba “persona”.
# Must achieve: the day is free again, and what follows. Awaiting signature.
notice-call_cancelled =
    La llamada con { $clinic } del { $date } no se va a hacer ese día.
    El equipo le escribe con una nueva fecha. No necesita hacer nada.
# The day before. Must achieve: when, and how to say no; no hurry. Awaiting signature.
reminder-call = Mañana, { $date }, a las { $time } (hora de { $place }), tiene su llamada con { $clinic }. Si no puede, escriba “persona”. Si no desea más mensajes, escriba “alto”.
# Some days after the questions, when promised files have not come. Must achieve: what is missing, how to send it, no pressing. Awaiting signature.
reminder-records = Le escribe { $clinic }. Quedaron pendientes los archivos que quería mandar. Cuando pueda, mándelos aquí, como foto o PDF. Si ya no los tiene, escriba “persona”. Si no desea más mensajes, escriba “alto”.
# Title of the entry in a calendar, read on shared phones.
calendar-call = Llamada con { $clinic }
