### The staff's group on Telegram: a reference, a priority, a time and a link. Nothing of health, no name of a patient.
group-new =
    New case { $ref }. Priority: { $priority }. Waiting since { $since }, due { $due }.
    { $link }
group-emergency =
    EMERGENCY: case { $ref } is on hold and has been waiting for a person since { $since }.
    { $link }
group-alarm =
    EMERGENCY not acknowledged: case { $ref } waits for a person now.
    { $link }
group-take = I take it
group-saw = I have seen it
group-taken = taken by { $name }
group-over = waits no more
group-reminder =
    Case { $ref } is due { $due } and nobody has taken it. Priority: { $priority }.
    { $link }
group-reminder-held =
    Case { $ref } is due { $due }. { $name } holds it. Priority: { $priority }.
    { $link }
group-escalated =
    The deadline of case { $ref } passed { $due } and nobody acted. Priority: { $priority }.
    { $link }
group-escalated-named =
    { $name }: the deadline of case { $ref } passed { $due } and nobody acted. Priority: { $priority }.
    { $link }
group-escalated-you =
    Case { $ref } needs a person and its deadline passed { $due }. You are told because nobody has acted.
    { $link }
group-priority-emergency = emergency
group-priority-urgent = urgent
group-priority-routine = routine

group-claimed = The case is yours.
group-seen = Thank you. The alarm is repeated no more.
group-not-paired = This account belongs to nobody on the staff. Make a code in the console, under “My account”.
group-not-allowed = Your role does not allow this, or the case is no more.
group-not-possible = This is not possible now. Open the case in the console.
group-held-by-another = { $name } has it already.
group-no-alarm-waiting = Somebody has acknowledged this alarm already.
group-paired = { $name }: this account is yours now.
group-code-unknown = This code does not count, or has expired. Make another one in the console.

pairing = Telegram for staff
pairing-lead = With your Telegram account paired you can take cases from the staff's group. The account alone grants nothing: your role counts, and that you are still on the staff.
pairing-open = Pair or unpair
pairing-make = Make a code
pairing-code = Your code, shown once, valid for 15 minutes
pairing-how = Write to the clinic's bot, in private:
pairing-paired = Your Telegram account is paired.
pairing-not-paired = No Telegram account is paired.
pairing-undo = Unpair the account
pairing-none = This clinic has no group of the staff on Telegram.
audited-staff-paired = Paired a Telegram account
audited-staff-unpaired = Unpaired a Telegram account
audited-staff-pairing-code-made = A code for pairing Telegram was made
audited-case-escalated = Deadline passed: the named person was told
