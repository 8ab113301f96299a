### El grupo del personal en Telegram: una referencia, una prioridad, una hora y un enlace. Nada de salud, ningún nombre de paciente.
group-new =
    Nuevo caso { $ref }. Prioridad: { $priority }. Espera desde { $since }, plazo { $due }.
    { $link }
group-emergency =
    URGENCIA: el caso { $ref } está detenido y espera a una persona desde { $since }.
    { $link }
group-alarm =
    URGENCIA sin acuse: el caso { $ref } espera a una persona ahora.
    { $link }
group-take = Lo tomo
group-saw = Lo vi
group-taken = lo tomó { $name }
group-over = ya no espera
group-reminder =
    El caso { $ref } vence el { $due } y nadie lo ha tomado. Prioridad: { $priority }.
    { $link }
group-reminder-held =
    El caso { $ref } vence el { $due }. Lo tiene { $name }. Prioridad: { $priority }.
    { $link }
group-escalated =
    El plazo del caso { $ref } pasó el { $due } sin que nadie actuara. Prioridad: { $priority }.
    { $link }
group-escalated-named =
    { $name }: el plazo del caso { $ref } pasó el { $due } sin que nadie actuara. Prioridad: { $priority }.
    { $link }
group-escalated-you =
    El caso { $ref } necesita a una persona y su plazo pasó el { $due }. Se le avisa a usted porque nadie ha actuado.
    { $link }
group-priority-emergency = urgencia
group-priority-urgent = urgente
group-priority-routine = normal

group-claimed = El caso es suyo.
group-seen = Gracias. El aviso ya no se repite.
group-not-paired = Esta cuenta no está unida a nadie del personal. Pida un código en la consola, en «Mi cuenta».
group-not-allowed = Su función no permite esto, o el caso ya no existe.
group-not-possible = Ahora no es posible. Abra el caso en la consola.
group-held-by-another = Ya lo tiene { $name }.
group-no-alarm-waiting = Alguien ya acusó este aviso.
group-paired = { $name }: esta cuenta queda unida a usted.
group-code-unknown = Este código no vale o ya venció. Pida otro en la consola.

pairing = Telegram del personal
pairing-lead = Con su cuenta de Telegram unida puede tomar casos desde el grupo del personal. La cuenta sola no da permiso alguno: valen su función y que siga en el personal.
pairing-open = Unir o separar
pairing-make = Crear un código
pairing-code = Su código, se muestra una vez y vale 15 minutos
pairing-how = Escriba al bot de la clínica, en privado:
pairing-paired = Su cuenta de Telegram está unida.
pairing-not-paired = Ninguna cuenta de Telegram está unida.
pairing-undo = Separar la cuenta
pairing-none = Esta clínica no tiene un grupo del personal en Telegram.
audited-staff-paired = Unió su cuenta de Telegram
audited-staff-unpaired = Separó su cuenta de Telegram
audited-staff-pairing-code-made = Se creó un código para unir Telegram
audited-case-escalated = Plazo vencido: se avisó a la persona nombrada
