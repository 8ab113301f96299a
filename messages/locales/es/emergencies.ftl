### Danger. Fixed, short, first. A physician, and for the crisis texts a crisis professional too, must sign each one.

# Must achieve: the person calls now. Nothing is judged, nothing is asked, nobody waits for us. Awaiting signature.
emergency-call =
    Esto puede ser una emergencia. Llame ahora al { $number } o vaya a urgencias en el hospital más cercano.
    No maneje usted. No espere nuestra respuesta.
    Estoy avisando a nuestro equipo.
# Must achieve: warm and direct; the line is named; one question only; a person will reach out; no counselling. Awaiting signature.
crisis-call =
    Gracias por decírmelo. Usted importa.
    Llame ahora a esta línea de ayuda: { $line }. Si está en peligro, llame al { $number }.
    Estoy pidiendo a una persona del equipo que se comunique con usted.
    ¿Está a salvo en este momento, y hay alguien con usted?
# The same where no crisis line of the country is known. No line is ever invented. Awaiting signature.
crisis-call_no_line =
    Gracias por decírmelo. Usted importa.
    Llame ahora al { $number } y diga lo que me dijo a mí. También puede ir a urgencias.
    Estoy pidiendo a una persona del equipo que se comunique con usted.
    ¿Está a salvo en este momento, y hay alguien con usted?
# Said to every further message while the hold stands. Must achieve: the number again, the message is passed on. Awaiting signature.
emergency-held =
    El equipo ya está avisado, y le paso también este mensaje.
    Si el peligro sigue, llame al { $number } o vaya a urgencias. No espere nuestra respuesta.
# Stands in the place of the number where no country is known. Must achieve: the clinic's number first; whoever is elsewhere learns what to
# call there. Awaiting signature.
emergency-number_anywhere = { $here } (fuera de México, al número local de emergencias; desde casi todos los celulares sirve el { $abroad })
# Said once after the text above, where no country is known. Must achieve: the place is asked for, without holding anybody up; the answer is passed on. Awaiting signature.
emergency-where = Escriba aquí dónde está usted ahora: ciudad y país. El equipo lo ve.
# Said when the patient says in a hold that it is over or was nothing. Must achieve: heard, not judged; a person still looks; the
# number again. Awaiting signature.
emergency-held_over =
    Gracias por decírmelo. Le paso sus palabras al equipo.
    Una persona lo revisa de todos modos: por este chat no puedo saber si el peligro ya pasó.
    Si vuelve o empeora, llame al { $number } o vaya a urgencias. No espere nuestra respuesta.
# Awaiting signature.
crisis-held =
    Gracias por seguir escribiendo. El equipo ya está avisado, y le paso también este mensaje.
    Si está en peligro, llame ahora al { $number }. No tiene que pasar por esto a solas.
# The same after words of despair. Awaiting signature.
crisis-held_over =
    Gracias por decirme cómo está. Le paso sus palabras al equipo.
    Una persona se comunica con usted de todos modos: por este chat no puedo saber si el peligro ya pasó.
    Si está en peligro, llame ahora al { $number }. No tiene que pasar por esto a solas.
# The first words after a person ended the hold. Must achieve: asks how the person is, and nothing else. Awaiting signature.
lifted-hello =
    Hola otra vez. Una persona del equipo vio lo que pasó.
    ¿Cómo está usted ahora?
    Las preguntas pueden esperar hasta que usted quiera seguir.
# Said when a person ended the hold and the questions do not go on. Awaiting signature.
lifted-closed =
    Una persona del equipo sigue ahora con usted. Aquí ya no le haré más preguntas.
    Si vuelve el peligro, no escriba aquí. Llame al número de emergencias.
# Said after the number when something on the danger list was tapped: thoughts of self-harm stand on it too. Awaiting signature.
crisis-also = Si ha pensado en hacerse daño, puede llamar también a esta línea: { $line }. Usted importa.
