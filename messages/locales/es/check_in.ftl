### The check-in after a treatment: invitation, safety first, the same questions each time, the person's own numbers.
### Nothing here judges a number. What got worse goes to a person; no text comforts or explains.

## Invitation. These two may leave months later, as templates the provider approved: no condition, no treatment, no result

# Must achieve: read on a shared phone, it tells nobody anything; no hurry; the way out is named; true before a treatment (the baseline) and after it.
# Awaiting signature.
check-in-invitation = Le escribe { $clinic }. Tenemos unas preguntas cortas para usted. Son unos 5 minutos, cuando usted pueda. Si no desea más mensajes, escriba “alto”.
# Must achieve: the same once more, without pressing. Awaiting signature.
check-in-reminder = Le escribe { $clinic }. Sus preguntas siguen abiertas y puede contestar cuando usted quiera. Si no desea más mensajes, escriba “alto”.

## Safety first

# Must achieve: danger is found before anything else is asked; "not sure" counts. Awaiting signature.
check_in-red_flags =
    Antes que nada, su seguridad. ¿Le pasa ahora algo de esto?
    - Dolor o presión en el pecho
    - Le cuesta respirar
    - La cara o un brazo sin fuerza, o habla raro
    - La garganta o la lengua hinchadas
    - Fiebre con escalofríos o confusión
    - Una articulación caliente, roja e hinchada, con fiebre
    - Una pierna hinchada con dolor
    - Sangrado fuerte
    - Desmayo
    - Ideas de hacerse daño
    .none = No, nada de eso
    .yes = Sí, algo de eso
    .why = Estas señales no pueden esperar. Por eso van primero.
    .retry1 = Lea la lista y elija una opción. Basta con un sí o un no.
    .retry2 = Escriba “sí” si le pasa algo de la lista ahora. Escriba “no” si nada de eso le pasa.
    .retry_skipped = Esta es la única pregunta que repetimos, por su seguridad. ¿Le pasa ahora algo de la lista? Si prefiere no contestar, escriba “saltar” otra vez.
# Must achieve: whatever may have to do with the treatment reaches a person the same day. Awaiting signature.
check_in-since =
    ¿Le pasó algo de esto desde la última vez que contestó?
    Puede elegir varias.
    .hospital = Hospital, urgencias
    .infection = Fiebre o infección
    .new_symptom = Una molestia nueva
    .medicine_change = Otra dosis o medicina
    .why = El equipo quiere saberlo el mismo día.
    .retry1 = Elija una o varias opciones, con su número. Si no pasó nada, elija “Ninguna de estas”.
    .retry2 = Escriba los números de la lista, por ejemplo: 1 y 3.
# Asked only of whom it concerns. Must achieve: the person's own words, for the team. Awaiting signature.
check_in-symptom =
    ¿Qué molestia nueva ha tenido?
    Cuéntelo con sus palabras: qué siente y desde cuándo.
    .why = El equipo lo lee tal como usted lo escribe.

## The measures: pain, activities, change. Asked in the same words each time

check_in-pain =
    En los últimos 7 días, ¿cuánto dolor tuvo en promedio?
    Escriba un número de 0 a 10. El 0 es nada de dolor y el 10 es el peor que pueda imaginar.
    Para saltarla, escriba “saltar”.
    .why = El mismo número, cada vez, deja ver los cambios.
    .retry1 = Escriba un número entero de 0 a 10, sin decimales. Por ejemplo: 4.
    .retry2 = Piense en un día normal de esta semana. El 0 es nada y el 10 es lo peor.
check_in-name_1 =
    ¿Qué actividad le cuesta más hacer por este problema?
    Escriba una sola, en pocas palabras. Por ejemplo: “subir escaleras”.
    .why = La actividad la elige usted. Más adelante le preguntaré por la misma.
check_in-name_2 =
    ¿Qué otra actividad le cuesta hacer?
    Escriba una sola, en pocas palabras.
    .why = Varias actividades dan una idea más completa que una.
check_in-name_3 =
    ¿Hay una tercera actividad que le cueste hacer?
    Escriba una sola, en pocas palabras.
    .why = Varias actividades dan una idea más completa que una.
check_in-activity_1 =
    { $activity }: ¿cuánto lo puede hacer hoy?
    Escriba un número de 0 a 10. El 0 es que no puede y el 10 es como antes del problema.
    Para saltarla, escriba “saltar”.
    .why = Así se ve qué puede hacer, además del dolor.
    .retry1 = Escriba un número entero de 0 a 10, sin decimales. Por ejemplo: 6.
    .retry2 = El 0 es que no puede hacerlo. El 10 es como antes del problema.
check_in-activity_2 =
    { $activity }: ¿cuánto lo puede hacer hoy?
    Otra vez de 0 a 10. El 0 es que no puede y el 10 es como antes del problema.
    Para saltarla, escriba “saltar”.
    .why = Así se ve qué puede hacer, además del dolor.
    .retry1 = Escriba un número entero de 0 a 10, sin decimales. Por ejemplo: 6.
    .retry2 = El 0 es que no puede hacerlo. El 10 es como antes del problema.
check_in-activity_3 =
    { $activity }: ¿cuánto lo puede hacer hoy?
    Otra vez de 0 a 10. El 0 es que no puede y el 10 es como antes del problema.
    Para saltarla, escriba “saltar”.
    .why = Así se ve qué puede hacer, además del dolor.
    .retry1 = Escriba un número entero de 0 a 10, sin decimales. Por ejemplo: 6.
    .retry2 = El 0 es que no puede hacerlo. El 10 es como antes del problema.
# Stands for an activity whose own words are not repeated.
check_in-place_1 = La primera actividad que nombró
check_in-place_2 = La segunda actividad que nombró
check_in-place_3 = La tercera actividad que nombró
check_in-change = En general, desde el tratamiento, ¿cómo está?
    .very_much_better = Muchísimo mejor
    .much_better = Mucho mejor
    .little_better = Un poco mejor
    .same = Igual
    .little_worse = Un poco peor
    .much_worse = Mucho peor
    .very_much_worse = Muchísimo peor
    .why = Es su impresión, en sus palabras. No hay respuesta mala.

## The plan around the treatment, medicine

check_in-plan =
    En los últimos 7 días, ¿pudo seguir su plan?
    El plan es la rehabilitación, dormir y moverse.
    .all = Sí, con casi todo
    .part = Con una parte
    .none = Esta semana no
    .not_planned = No me dieron un plan
    .why = Lo que rodea al tratamiento también cuenta. Nadie le va a reclamar.
check_in-plan_hard = ¿Qué le costó más?
    .rehab = La rehabilitación
    .sleep = Dormir bien
    .movement = Moverme
    .several = Varias cosas
    .why = Así el equipo sabe con qué ayudarle.
check_in-medicine = ¿Qué cambió en sus medicinas?
    .less = Tomo menos
    .more = Tomo más
    .stopped = Ya no tomo alguna
    .new = Tomo otra
    .why = El médico necesita saberlo. Los cambios los decide usted con su médico.
check_in-medicine_by = ¿Quién decidió ese cambio?
    .own_doctor = Mi médico
    .clinic = El médico de aquí
    .self = Yo
    .other = Alguien más
    .why = Ayuda al médico a entender el cambio. Se pregunta sin juzgar.

## The end. Own numbers with their direction and earlier values, never a verdict

# Must achieve: the numbers and what up and down mean, nothing about what they say of the treatment. Awaiting signature.
check_in-results =
    Gracias. Estos son sus números:

    { $lines }

    Un médico los lee. Lo que significan se lo dice el médico.
    Siga con su tratamiento y con su médico.
check_in-line_nrs_pain = Dolor: { $now } de 10. Menos es mejor. Antes: { $earlier }.
check_in-line_nrs_pain_first = Dolor: { $now } de 10. Menos es mejor.
check_in-line_psfs = Sus actividades: { $now } de 10. Más es mejor. Antes: { $earlier }.
check_in-line_psfs_first = Sus actividades: { $now } de 10. Más es mejor.
# Must achieve: why an earlier figure is missing, or differs from what was shown then. Awaiting signature.
check_in-line_same_activities = Antes y ahora se comparan solo las mismas actividades.
check_in-line_change = Su respuesta sobre el cambio: { $answer }.
# An earlier value and when it was.
check_in-was = { $value } ({ $when })
check_in-at_baseline = antes del tratamiento
check_in-at_baseline_again = antes del tratamiento
check_in-at_2d = a los 2 días
check_in-at_14d = a las 2 semanas
check_in-at_1m = al mes
check_in-at_3m = a los 3 meses
check_in-at_6m = a los 6 meses
check_in-at_12m = a los 12 meses
# Must achieve: thanks, and what to do if it gets worse. Awaiting signature.
check_in-thanks =
    Gracias. Sus respuestas ya están con el equipo.
    Si se pone peor, llame al número de emergencias o vaya a urgencias. Nadie vigila este chat para urgencias.
# Must achieve: a person looks at it; no explanation, no comfort, and what to do meanwhile. Awaiting signature.
check_in-person_reads =
    Una persona del equipo va a leer esto y se va a comunicar con usted.
    Si se pone peor, no espere. Llame al número de emergencias o vaya a urgencias.
# Must achieve: the wish is obeyed at once; the team may call once, so that nobody is lost. Awaiting signature.
check_in-stopped =
    De acuerdo. No recibirá más recordatorios de { $clinic } en este chat.
    Para no perder su seguimiento, una persona del equipo puede llamarle.
    Siga con su tratamiento y con su médico.
part-check_in = su seguimiento

## Words in the picture

check_in-chart_nrs_pain = Dolor, de 0 a 10. Menos es mejor
check_in-chart_psfs = Sus actividades, de 0 a 10. Más es mejor

## The form on a page

# Must achieve: that a few questions wait on a page, where, and that the link is private and ends; no condition named. Awaiting signature.
check_in-form =
    Hay unas preguntas más sobre cómo está. Se contestan en una página, una por una.
    Puede abrirla aquí: { $link }
    El enlace es privado y dura 14 días. No lo comparta.
    Si prefiere que le llamemos, escriba “persona”.
form-title = Unas preguntas de { $clinic }
# Shown before the first item, so that a preview of the link shows nothing. Awaiting signature.
form-cover =
    Es una pregunta por pantalla. Puede parar y seguir después con el mismo enlace.
    Puede dejar cualquier pregunta sin contestar.
form-begin = Empezar
form-continue = Seguir donde quedé
form-place = Pregunta { $n } de { $total }
form-next = Guardar y seguir
form-finish = Guardar y terminar
form-back = Volver
form-skip = Dejar sin contestar
form-saved = Cada respuesta se guarda al pasar a la siguiente.
form-choose = Elija una respuesta, o deje la pregunta sin contestar.
# Must achieve: whoever cannot begin knows why, and whom to ask. Awaiting signature.
form-cookies =
    El cuestionario no se pudo abrir en este navegador.
    Permita las cookies para esta página y pulse otra vez el botón.
    Si no puede, escriba al equipo en el chat.
# Must achieve: it is kept and a person reads it; no verdict. Awaiting signature.
form-done =
    Gracias. Sus respuestas están guardadas.
    El equipo las lee. Puede cerrar esta página.
    Si se pone peor, llame al número de emergencias o vaya a urgencias.
# Shown for a link that ended, and for one that never was. Awaiting signature.
form-gone =
    Este enlace ya no abre ninguna página.
    Escriba en el chat de { $clinic } y el equipo le envía uno nuevo.
