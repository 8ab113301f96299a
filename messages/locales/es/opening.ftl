### The opening: language, who is writing, privacy and consent, danger first, for whom.
### Read by people who have often been disappointed before. Plain, short, true.

## Language. Written in both languages on purpose: nobody has chosen one yet. No question mark, so that one message holds one request.

language-choose =
    Hola. Elija el idioma que lee mejor.
    Hello. Choose the language you read best.
    Olá. Escolha o idioma que lê melhor.
    Bonjour. Choisissez la langue que vous lisez facilement.
    .es = Español
    .en = English
    .pt = Português
    .fr = Français
    .why = Todo lo que reciba por escrito vendrá en el idioma que elija. Así podrá leerlo con calma.
    .retry1 = Elija “Español” u otro idioma de la lista. Choose a language from the list.
    .retry2 = Escriba el nombre del idioma. Type the name of the language.
# Said when another language is asked for; in both, so that it is read whichever of them the person reads. Its button names the language.
language-offer =
    Podemos seguir en otro idioma. Elija la opción.
    We can continue in another language. Choose the option.
# Said when a language is asked for that the product cannot hold a conversation in yet.
language-not_yet =
    Todavía no puedo conversar en ese idioma. Podemos seguir en español, inglés, portugués o francés.
    I cannot write in that language yet. We can continue in one of these four.

## Who is writing

# Must achieve: the reader knows that this is a machine, what it can and cannot do, that a physician reads every case, how to reach a
# person, how long it takes, and that nobody watches this chat for emergencies. No question: the next message asks. Awaiting signature.
welcome-who =
    Gracias por escribir. Soy el asistente automático de { $clinic }. No soy una persona.
    Puedo hacerle preguntas y pasar sus respuestas. Un médico lee cada caso.
    No puedo dar diagnósticos, decidir, hablar de precios ni prometer resultados.
    Son unos 10 minutos. Puede parar y seguir otro día.
    Para hablar con alguien del equipo, escriba “persona” cuando quiera.
    Este chat no atiende urgencias. En una urgencia, llame al número de emergencias.

## Privacy and consent

# Must achieve: simplified privacy notice before the first health question; necessary purposes apart from voluntary ones; where the full
# notice is; how to take the consent back; then one express consent for health data. Counsel and a physician must confirm. Awaiting signature.
consent-health_data =
    Primero, su privacidad (aviso versión { $version }).
    { $clinic } usa sus datos para que un médico lea su caso, para responderle y para cumplir la ley.
    La investigación es voluntaria y se pregunta aparte, después.
    El aviso completo lo da el equipo: escriba “persona”.
    Puede retirar su permiso cuando quiera: escriba “borrar mis datos”.
    ¿Acepta que usemos sus datos de salud para la revisión del médico?
    .yes = Sí, acepto
    .no = No acepto
    .more = Leer más
    .why = Sus datos de salud son delicados. La ley pide su permiso claro antes de la primera pregunta.
    .retry1 = Elija “Sí, acepto”, “No acepto” o “Leer más”. Las tres respuestas están bien.
    .retry2 = Necesito su decisión para seguir. Escriba “sí” o “no”. Si dice que no, una persona puede hablar con usted.
# Must achieve: the longer notice in plain words: what is kept, what for, who sees it, the person's rights and dates. Awaiting signature.
consent-more =
    Aviso de privacidad, con más detalle.
    Qué guardamos: lo que escriba, los archivos que envíe y sus datos de contacto. Se guarda cifrado.
    Para qué: que un médico lea su caso, responderle y cumplir la ley. Sin esto no podemos revisar su caso.
    Voluntario: usar datos sin su nombre en estudios. Lo preguntaré después. Decir que no, no cambia nada.
    Quién lo ve: el equipo de la clínica. Sus mensajes pasan también por la aplicación de chat que usted usa.
    Sus derechos: ver, corregir o borrar sus datos, oponerse a su uso y retirar su permiso. Escriba “borrar mis datos” o “persona”. El equipo responde en 20 días hábiles como máximo.
# Must achieve: a "no" is respected without argument; only contact details follow; a person takes over. Awaiting signature.
consent-declined =
    Está bien, y gracias por decirlo. No haré preguntas de salud. Lo que escribió hasta ahora se borra, y sus archivos no se guardan.
    Una persona del equipo puede hablar con usted. Solo le pediré cómo comunicarnos.
# Must achieve: a separate consent to be messaged about the case, with the word that ends it. Awaiting signature.
consent-messaging =
    ¿Acepta que { $clinic } le escriba por este chat sobre su caso?
    No es para publicidad. Si un día no quiere más mensajes, escriba “alto”.
    .yes = Sí, de acuerdo
    .no = No, gracias
    .why = Nadie debe recibir mensajes que no pidió. Por eso este permiso va aparte.

# Must achieve: a "no" to messages is respected without argument, and the way to a person stays open. Awaiting signature.
consent-no_messages =
    De acuerdo. No le escribiremos por este chat sobre su caso.
    Para que una persona del equipo le llame, necesito su nombre y su teléfono.

## Danger first

# Must achieve: danger happening now is found before anything else; "not sure" counts as danger. Awaiting signature.
safety-red_flags =
    Antes de seguir, su seguridad. ¿Le pasa ahora algo de esto, a usted o a la persona por quien escribe?
    - Dolor o presión en el pecho
    - Le cuesta respirar
    - La cara o un brazo sin fuerza, o habla raro
    - La garganta o la lengua hinchadas
    - Fiebre con escalofríos o confusión, después de un procedimiento
    - Una articulación caliente, roja e hinchada, con fiebre
    - Sangrado fuerte
    - Desmayo
    - Ideas de hacerse daño
    .none = No, nada de eso
    .yes = Sí, algo de eso
    .unsure = No lo sé
    .why = Si hay peligro, lo primero es la ayuda de urgencia. Las preguntas pueden esperar.
    .retry1 = Elija “No, nada de eso” solo si nada de la lista le pasa ahora. Si duda, elija “No lo sé”.
    .retry2 = Es importante para su seguridad. Si algo de la lista le pasa ahora, escriba “sí”. Si no, escriba “nada”.
    .retry_skipped = Esta es la única pregunta que repetimos, por su seguridad. ¿Le pasa ahora algo de la lista? Si prefiere no contestar, escriba “saltar” otra vez.

## For whom

subject-who = ¿Para quién es esta consulta?
    .self = Para mí
    .other = Para otra persona
    .line = Para quién es
    .why = El médico necesita saber de quién son los datos que lee.
subject-relation = ¿Quién es esa persona para usted?
    .parent = Mi madre o mi padre
    .partner = Mi pareja
    .child = Mi hijo o mi hija
    .relative = Otro familiar
    .other = Otra relación
    .line = Relación
    .why = El médico debe saber quién habla por la persona. A veces otra persona debe firmar o decidir.
subject-age_other = ¿Qué edad tiene la persona por quien escribe?
subject-age_self = ¿Qué edad tiene usted?
subject-age =
    { $question }
    Puede escribir la edad o la fecha de nacimiento.
    .line = Edad
    .why = La edad cambia lo que el médico debe revisar. Si es menor de edad, hace falta un adulto responsable.
# Must achieve: a minor's case goes to a physician together with a responsible adult; no blame, no refusal. Awaiting signature.
subject-guardian =
    Cuando se trata de un menor de edad, un médico ve primero el caso, junto con un adulto responsable.
    ¿Cómo se llama ese adulto y qué parentesco tiene?
    .line = Adulto responsable
    .why = Por un menor de edad decide su madre, su padre o su tutor. El médico habla con esa persona.
    .retry1 = Escriba el nombre y el parentesco. Por ejemplo: “Rosa López, su mamá”.
    .retry2 = Basta un nombre y quién es. Por ejemplo: “Juan, su tutor”.
# Must achieve: nobody's health is discussed behind that person's back; "no" and "not sure" go to a person. Awaiting signature.
subject-knows = ¿Esa persona sabe que usted escribe y está de acuerdo?
    .line = Está de acuerdo
    .why = Los datos de salud son de esa persona. Por eso debe saberlo y estar de acuerdo.
# Must achieve: why only contact details follow; nobody is refused, nobody is blamed. Awaiting signature.
subject-to_person =
    Gracias. En este caso, una persona del equipo debe hablar con usted primero.
    Por eso ahora solo le pido cómo localizarle. No preguntaré nada de salud.
