### Notices without content: they may leave at any time, as templates that the provider approved. Nothing about health, nobody's words.

# Said when a person wrote and the chat's reply window has closed. Must achieve: who writes, nothing of what, one word that opens. Awaiting signature.
notice-waiting =
    Há uma mensagem da equipe da { $clinic } para o senhor ou a senhora.
    Para ler, escreva ABRIR.
    .word = ABRIR

# Said when staff have planned the physician's call. Must achieve: when, by the patient's own clock; nothing of what it is about. Awaiting signature.
notice-call_planned =
    A chamada com a { $clinic } é em { $date } às { $time }, hora de { $place }.
    Para guardar no calendário, abra este link: { $link }
    Se não puder nesse dia, escreva “pessoa”.
# Must achieve: the new hour, and that the one told before no longer holds. Awaiting signature.
notice-call_moved =
    A chamada com a { $clinic } mudou: agora é em { $date } às { $time }, hora de { $place }. O horário anterior não vale mais.
    Para guardar no calendário, abra este link: { $link }
    Se não puder nesse dia, escreva “pessoa”.
# Must achieve: the day is free again, and what follows. Awaiting signature.
notice-call_cancelled =
    A chamada com a { $clinic } de { $date } não vai acontecer nesse dia.
    A equipe escreve com uma nova data. Não é preciso fazer nada.
# The day before. Must achieve: when, and how to say no; no hurry. Awaiting signature.
reminder-call = Amanhã, { $date }, às { $time } (hora de { $place }), o senhor ou a senhora tem a chamada com a { $clinic }. Se não puder, escreva “pessoa”. Se não quiser mais mensagens, escreva “parar”.
# Some days after the questions, when promised files have not come. Must achieve: what is missing, how to send it, no pressing. Awaiting signature.
reminder-records = Aqui é a { $clinic }. Faltam os arquivos que o senhor ou a senhora queria mandar. Quando puder, mande aqui, como foto ou PDF. Se não os tem mais, escreva “pessoa”. Se não quiser mais mensagens, escreva “parar”.
# Title of the entry in a calendar, read on shared phones.
calendar-call = Chamada com a { $clinic }
