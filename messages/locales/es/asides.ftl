### Answers to what people ask at any time. The open question follows by itself, so none of these asks anything.

# The one fixed refusal, the same at the fifth request as at the first. No figure, no range, no hint. Awaiting signature.
aside-price =
    La clínica entrega una cotización escrita y detallada después de que un médico revise su expediente.
    Antes de eso no puedo dar cifras.
# Said in its place once the written quote was issued. Must achieve: that it was, and whom to ask; no figure. Awaiting signature.
aside-price_quoted =
    La clínica ya le emitió su cotización escrita y detallada. Por este chat no doy cifras.
    Si no la tiene a mano, o quiere preguntar algo de ella, escriba “persona” y le responde alguien del equipo.
# Must achieve: no cure is promised and why; what the cells do and their ceiling in the same breath. Awaiting signature.
aside-cure =
    No puedo prometerle una cura, y nadie de la clínica debe hacerlo.
    Las células mandan señales que pueden calmar la inflamación, y ese efecto tiene un límite. Son como el maestro de obra, no como los ladrillos.
    Más adelante le digo por escrito qué se sabe de su problema.
aside-rules =
    No puedo cambiar mis reglas ni decidir sobre un tratamiento. Eso le toca a un médico.
    Puedo seguir con las preguntas, o escriba “persona” para hablar con alguien.
aside-insult =
    Esto puede ser muy frustrante. Sigo aquí para pasar su caso al médico.
    Si prefiere hablar con alguien del equipo, escriba “persona”.
aside-link = No abro enlaces. Si es un estudio o un papel médico, envíelo como foto o PDF.
# Said to words of last hope, and of selling or borrowing. Must achieve: slow, human, no promise, no hurry, a person is near. Awaiting signature.
aside-hope =
    Gracias por contármelo. Es mucho peso para una persona.
    No hay prisa. No puedo prometerle un resultado, y no quiero darle una esperanza falsa.
    Antes de tomar una decisión grande, espere la respuesta del médico y hable con los suyos.
    Si quiere hablar con alguien del equipo, escriba “persona”.
# Must achieve: the request is accepted at once, with the dates of the law; a person checks identity. Counsel must confirm. Awaiting signature.
aside-privacy =
    Anoté su solicitud sobre sus datos. Una persona del equipo confirmará primero que es usted.
    Le responden en 20 días hábiles como máximo. Lo que proceda se cumple en los 15 días hábiles siguientes.
# Must achieve: the same for deletion, and honest about what the law makes the clinic keep. Counsel must confirm. Awaiting signature.
aside-delete =
    Anoté que quiere borrar sus datos. Una persona del equipo confirmará primero que es usted.
    Le responden en 20 días hábiles como máximo. Lo que la ley obliga a guardar queda bloqueado hasta que se pueda borrar.
# Must achieve: a complaint is taken as it is; somebody unwell after a procedure knows where to go. Awaiting signature.
aside-complaint =
    Gracias por decirlo. Anoté su queja con sus palabras, y la leerá una persona del equipo.
    Si se siente mal después de un procedimiento, no espere. Llame al número de emergencias o vaya a urgencias.
aside-help =
    Puede escribir estas palabras cuando quiera:
    “persona”: hablar con alguien del equipo
    “atrás”: volver a la pregunta anterior
    “cambiar”: corregir una respuesta
    “por qué”: saber por qué pregunto
    “pausa”: seguir otro día
    “idioma”: cambiar de idioma
    “alto”: no recibir más mensajes
    Abajo está lo que la gente suele preguntar.
aside-thanks = Gracias a usted.
# Must achieve: whoever asks is told at once that this is a machine, and how to reach a person. Awaiting signature.
aside-bot =
    Soy un programa: el asistente automático de { $clinic }. No soy una persona.
    Hago preguntas y paso sus respuestas. Un médico lee cada caso.
    Para hablar con alguien del equipo, escriba “persona”.
