### Notices without content: they may leave at any time, as templates that the provider approved. Nothing about health, nobody's words.

# Said when a person wrote and the chat's reply window has closed. Must achieve: who writes, nothing of what, one word that opens. Awaiting signature.
notice-waiting =
    You have a message from the team at { $clinic }.
    To read it, type OPEN.
    .word = OPEN

# Said when staff have planned the physician's call. Must achieve: when, by the patient's own clock; nothing of what it is about. Awaiting signature.
notice-call_planned =
    Your call with { $clinic } is on { $date } at { $time }, { $place } time.
    To keep it in your calendar, open this link: { $link }
    If that day does not work for you, type “person”.
# Must achieve: the new hour, and that the one told before no longer holds. Awaiting signature.
notice-call_moved =
    Your call with { $clinic } has moved: it is now on { $date } at { $time }, { $place } time. The earlier time no longer holds.
    To keep it in your calendar, open this link: { $link }
    If that day does not work for you, type “person”.
# Must achieve: the day is free again, and what follows. Awaiting signature.
notice-call_cancelled =
    The call with { $clinic } on { $date } will not take place that day.
    The team writes to you with a new date. You do not need to do anything.
# The day before. Must achieve: when, and how to say no; no hurry. Awaiting signature.
reminder-call = Tomorrow, { $date }, at { $time } ({ $place } time), you have your call with { $clinic }. If you cannot, type “person”. If you want no more messages, type “stop”.
# Some days after the questions, when promised files have not come. Must achieve: what is missing, how to send it, no pressing. Awaiting signature.
reminder-records = This is { $clinic }. The files you wanted to send have not come yet. When you can, send them here, as a photo or PDF. If you no longer have them, type “person”. If you want no more messages, type “stop”.
# Title of the entry in a calendar, read on shared phones.
calendar-call = Call with { $clinic }
