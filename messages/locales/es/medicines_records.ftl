### Medicines as typed, and which records exist. Nobody is told to stop or change anything here.

medicines-list =
    ¿Qué medicinas toma ahora?
    Escríbalas como vienen en la caja, con la dosis. También vitaminas y hierbas.
    Puede enviar una foto de las cajas. Si no toma nada, escriba “ninguna”.
    .line = Medicinas
    .why = El médico quiere ver todo lo que toma. Siga con ello tal como se lo indicaron.
records-which =
    ¿Qué estudios o papeles médicos tiene de este problema?
    Puede elegir varios.
    .imaging = Radiografía o resonancia
    .laboratory = Análisis de laboratorio
    .reports = Informes médicos
    .other = Otros papeles
    .none = No tengo ninguno
    .line = Estudios
    .why = Los estudios muestran lo que las palabras no pueden. El médico los lee antes de responder.
    .retry1 = Elija lo que tenga. Puede escribir varios números, por ejemplo: 1, 2.
    .retry2 = Si no tiene ninguno, elija “No tengo ninguno”. También está bien.
# Must achieve: files are welcome here, nothing is forced, and identity or bank papers are kept out. Awaiting signature.
records-send =
    Puede enviarlos aquí, en foto o en PDF, uno por uno.
    Cuando termine, elija “Ya los envié”. Si prefiere otro día, elija “Más tarde”.
    No envíe identificaciones ni tarjetas de banco.
    .done = Ya los envié
    .later = Más tarde
    .line = Envío de estudios
    .why = Así el médico puede leerlos con calma. Se guardan cifrados.
