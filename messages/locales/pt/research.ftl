### The research permission, changeable at any time by one word. Neutral, apart from care, default no.

## Research, at any time

# The word that opens this at any time, alone in a message.
research-word = pesquisa
research-stands_no = Agora não há permissão.
research-stands_yes = Agora há permissão.
# Must achieve: how it stands now, that a no changes nothing, one plain choice. Awaiting signature.
research-change =
    Sua permissão para pesquisa. { $stands }
    Dizer não, não muda nada no seu atendimento. Permite que seus dados, sem o seu nome, sejam usados em estudos?
# Must achieve: noted, and the way back named. Awaiting signature.
research-given = Anotado: há permissão. Pode mudar quando quiser. Basta escrever “pesquisa”.
# Must achieve: honoured for everything from now on; care unchanged. Awaiting signature.
research-withdrawn = Anotado: não há permissão. A partir de agora, seus dados não entram em estudos novos. O atendimento continua igual.
