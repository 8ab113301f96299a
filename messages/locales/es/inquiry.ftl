### The inquiry: what troubles the person, in the person's own words. Nothing here names an illness the person did not name.

# Must achieve: the person tells it in own words, without hurry, and knows that a physician reads them. Awaiting signature.
inquiry-complaint =
    Cuénteme con sus palabras, sin prisa: ¿por qué problema de salud nos escribe?
    Puede escribir varios mensajes. Un médico los lee tal como usted los escribe.
    Si escribe por otra persona, conteste por ella de aquí en adelante.
    .line = Qué le pasa
    .why = El médico quiere leer su historia como usted la cuenta, no solo respuestas cortas.
    .retry1 = Unas pocas palabras bastan. Por ejemplo: “me duele la rodilla al caminar desde hace años”.
    .retry2 = Escriba lo que más le molesta, como se lo diría a su médico de confianza.
# Must achieve: what was understood is checked with the person before it is kept; it is no diagnosis. The second line holds side and
# time when they were told along the way; they count only after a "yes". Awaiting signature.
inquiry-condition =
    Gracias por contarlo. Esto entendí de lo que escribió:
    { $conditions }
    No es un diagnóstico. ¿Lo entendí bien?
    .yes = Sí, es eso
    .no = No, es otra cosa
    .line = Problema
    .why = Prefiero preguntar antes que suponer. El médico recibe solo lo que usted confirme.
inquiry-conditions =
    Gracias por contarlo. Leí más de un problema en lo que escribió.
    ¿Por cuáles de estos busca ayuda? Puede elegir varios.
    .none = Ninguno de estos
    .line = Problemas
    .why = Así el médico sabe por cuál empezar. Los demás también quedan anotados.
inquiry-diagnosis =
    ¿Cómo le llamó su médico a este problema?
    Escríbalo como se lo dijeron. Si no tiene nombre o no lo sabe, también está bien.
    .skip = No tiene nombre
    .line = Nombre del problema
    .why = El nombre que dio su médico ayuda a leer bien su caso. Yo no puedo ponerle nombre.
inquiry-diagnosis_confirm =
    Esto anoté: { $conditions }. ¿Es correcto?
    .yes = Sí, es correcto
    .no = No, es otra cosa
    .line = Nombre confirmado
    .why = Un nombre mal escrito puede confundir. Por eso lo confirmo con usted.
inquiry-duration =
    ¿Desde hace cuánto tiempo tiene este problema?
    Por ejemplo: “3 semanas” o “5 años”. Un cálculo aproximado está bien.
    .skip = No lo recuerdo
    .line = Desde cuándo
    .why = Un problema nuevo y uno de muchos años se miran de forma distinta.
inquiry-side = ¿De qué lado es?
    .line = Lado
    .why = El médico debe mirar el lado correcto en los estudios.
inquiry-tried =
    ¿Qué ha probado hasta ahora para este problema?
    Por ejemplo: medicinas, terapia física, inyecciones o cirugía. Si no ha probado nada, escriba “nada”.
    .line = Lo que ha probado
    .why = Lo que ya probó, y cómo le fue, ayuda al médico a entender su caso.
    .retry1 = Escriba lo que recuerde, en el orden que quiera. Por ejemplo: “pastillas y terapia, ayudaron poco”.
    .retry2 = Una lista corta basta. Si no ha probado nada, escriba “nada”.
# Must achieve: the hope is heard and kept, and nothing is promised back. Awaiting signature.
inquiry-hopes =
    ¿Qué le gustaría poder hacer, o qué le gustaría que cambiara?
    No hay respuesta mala. El médico lo lee y le dirá qué es posible y qué no.
    .line = Lo que espera
    .why = Lo que usted espera importa. El médico le responderá con la verdad, aunque no sea lo que se quisiera oír.
    .retry1 = Puede ser algo pequeño. Por ejemplo: “caminar al mercado” o “dormir toda la noche”.
    .retry2 = Escríbalo como le salga. Si no sabe qué espera, escriba eso mismo.
