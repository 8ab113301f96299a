### La bandeja: pestañas, filtros, columnas y palabras para códigos. Solo la lee el equipo.
queue-unknown = Este enlace pide algo que la lista no conoce; se muestra sin ello:
queue-title = Bandeja
queue-tabs = Partes de la bandeja
queue-tab-needs_me = Me toca
queue-tab-unclaimed = Sin tomar
queue-tab-mine = Míos
queue-tab-waiting = Espera al paciente
queue-tab-check_ins = Seguimiento
queue-tab-done = Terminados
queue-empty-needs_me = Nada espera por usted.
queue-empty-unclaimed = Todos los casos tienen a alguien.
queue-empty-mine = No tiene ningún caso.
queue-empty-waiting = Ningún caso espera a su paciente.
queue-empty-check_ins = Nadie está en seguimiento.
queue-empty-done = Todavía no ha terminado ningún caso.
queue-none-found = Ningún caso coincide.
queue-age = { $n } años
queue-unfinished = { $n } contestadas, cuestionario sin terminar
queue-files =
    { $n ->
        [0] sin archivos
        [one] 1 archivo
       *[other] { $n } archivos
    }
search = Buscar
search-label = Referencia o nombre
search-hint = Referencia o nombre
search-told = Se buscó en { $looked } nombres.
search-part = Los casos más antiguos no; búsquelos por referencia.
search-short = Escriba al menos dos letras.
search-back = Volver a la bandeja
filters = Filtrar
filters-on = con filtro
filter-status = Etapa
filter-owner = A cargo de
filter-channel = Canal
filter-language = Idioma
filter-flag = Señal
filter-due = Plazo
filter-due-overdue = Vencido
filter-due-today = Hasta el final de hoy
filter-due-none = Sin plazo
filter-apply = Mostrar
filter-clear = Mostrar todo
any = Cualquiera
any-one = Cualquiera
views = Vistas guardadas
view-name = Nombre de esta vista
view-save = Guardar vista
view-remove = Quitar esta vista
col-flags = Señales
col-case = Caso
col-waiting = Espera
col-deadline = Plazo
col-stage = Etapa
col-file = Canal y expediente
col-owner = A cargo de
group-red = Señales de alarma
group-urgent_dated = Urgentes
group-urgent_undated = Urgentes, sin plazo en curso
group-dated = Por plazo
group-undated = Sin plazo en curso
group-done = Terminados
claim = Tomar
claim-stale = sin avance { $span }
owner-me = Yo
owner-nobody = Nadie
older = Más antiguos
live-new = { $n } nuevos. Mostrar
live-changed = Este caso cambió. Mostrar
live-lost = Se detuvo la actualización en vivo, la última a las { $at }. La página pregunta cada 15 segundos.
live-never = La actualización en vivo no ha empezado. La página pregunta cada 15 segundos.
time-min = { $n } min
time-h = { $n } h
time-d = { $n } d
time-h-min = 1 h { $n } min
time-moment = menos de 1 min
time-ago = hace { $span }
due-in = vence en { $span }
due-late = vencido hace { $span }
due-by = a más tardar el { $at }
due-open = solo horario de atención
due-none = sin plazo
due-paused = en pausa: espera al paciente
queue-hours = Los plazos de rutina cuentan solo el horario de atención: { $hours }. Los casos urgentes y las emergencias cuentan todas las horas.
weekday-mon = lun
weekday-tue = mar
weekday-wed = mié
weekday-thu = jue
weekday-fri = vie
weekday-sat = sáb
weekday-sun = dom
priority-emergency = Emergencia
priority-urgent = Urgente
priority-routine = Normal
channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-simulator = Simulador
tongue-es = Español
tongue-en = Inglés
tongue-pt = Portugués
tongue-fr = Francés
status-intake = Contestando preguntas
status-new = Nuevo
status-claimed = Tomado
status-physician_review = Revisión médica
status-needs_information = Falta información
status-accepted = Aceptado para un plan
status-quote_issued = Cotización entregada
status-protocol_summary_given = Resumen de protocolo entregado
status-consent_signed = Consentimiento firmado
status-treated = Tratado
status-follow_up = Seguimiento
status-declined = No aceptado
status-deferred = Aplazado
status-withdrawn_by_patient = Terminado por el paciente
status-emergency_hold = Detenido por emergencia
status-closed = Cerrado
flag-emergency = Posible emergencia
flag-crisis = Crisis: habla de hacerse daño
flag-minor = Paciente menor de edad
flag-proxy = Escribe por otra persona
flag-human_requested = Pidió hablar con una persona
flag-complaint = Queja
flag-price_pressure = Pidió precios varias veces
flag-cure_expectation = Espera una cura
flag-desperation = Palabras de última esperanza
flag-financial_distress = Vendería o pediría prestado
flag-stopped_other_care = Dejó otro tratamiento
flag-late_infection = Señales de infección tardía
flag-answer_corrected = Corrigió una respuesta
flag-says_safe = Dice que el peligro ya pasó
flag-could_not_process = Un mensaje no se pudo procesar
flag-no_evidence_phenotype = Sin evidencia publicada para este problema
flag-safety_unanswered = No contestó la pregunta sobre peligro
flag-not_understood = No se entendió
flag-document_language_to_confirm = Confirmar idioma de los documentos
flag-delete_data = Pide borrar sus datos
flag-privacy_request = Pide algo sobre sus datos
flag-emerging_therapy = Preguntó por
flag-check_in = En la consulta de seguimiento
cue-worse = empeoró:
cue-medicine_alone = cambió una medicina por su cuenta

several = Varios casos a la vez
several-count = Marcados: { $n }
several-pick = Marcar el caso { $reference }
several-all = Marcar todos los de esta página
several-done =
    { $n ->
        [0] No se cambió ningún caso.
        [one] Se cambió 1 caso.
       *[other] Se cambiaron { $n } casos.
    }
several-failed =
    { $n ->
        [one] 1 no se pudo:
       *[other] { $n } no se pudieron:
    }
label = Etiqueta
label-put-on = Poner
label-take-off = Quitar
label-call_back = Devolver la llamada
label-waits_for_records = Espera estudios
label-interpreter = Necesita intérprete
label-travels = Viaja hasta aquí
label-second_opinion = Segunda opinión
label-talk_about_it = Comentarlo en el equipo
refused-none-ticked = Marque al menos un caso.
refused-labelled-already = El caso ya tiene esta etiqueta.
refused-not-labelled = El caso no tiene esta etiqueta.

sound-on = Sonido para casos urgentes: sí
sound-off = Sonido para casos urgentes: no
sound-hint = Un sonido breve cuando entra un caso urgente o una emergencia. Solo para usted, en cualquier equipo.
sound-kept = El navegador no deja sonar nada hasta que haga clic una vez en esta página.
