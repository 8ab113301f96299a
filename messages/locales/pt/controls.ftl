### What is said beside the questions: pausing, stopping, people, files, answers that were not understood.
### The open question is said again after most of these, so none of them asks anything. Nobody is ever blamed for a typing slip.

## Pause, stop, return

control-paused =
    Está bem, fazemos uma pausa. Tudo ficou guardado.
    Quando quiser seguir, escreva aqui e voltamos para a mesma pergunta.
# Said when there is nothing to go back to, or nothing to change yet.
control-first = Ainda não há uma resposta anterior.
# Must achieve: the wish is obeyed at once, nothing is asked, the way back is named, other care goes on. Awaiting signature.
control-stopped =
    Está bem. Não vai receber mais mensagens da { $clinic } neste chat. Obrigado pelo tempo que nos deu.
    Se um dia quiser voltar, escreva “continuar”.
    Siga com o seu tratamento e com o seu médico.
control-stopped_reply =
    O seu pedido foi não receber mais mensagens da { $clinic }, e respeitamos isso.
    Se quiser voltar, escreva “continuar”.
    Este chat não atende emergências. Em uma emergência, ligue para o número de emergência.
# Must achieve: that messages may come again, and the way out. Awaiting signature.
control-messages_again =
    Está bem. A partir de agora, a { $clinic } pode voltar a escrever neste chat.
    Se não quiser mais mensagens, escreva “parar”.
control-restart = Está bem, vamos recomeçar.
resume-context = Continuamos de onde paramos: { $part }.

## A person

# Must achieve: the person knows that a human was told, that no hour is promised, and what to do in an emergency. Awaiting signature.
person-requested =
    Já avisei a equipe: uma pessoa vai escrever por aqui. Não sei dizer a hora exata.
    Enquanto isso, podemos seguir com as perguntas, se quiser.
    Se for uma emergência, não espere. Ligue para o número de emergência.
person-waiting =
    A sua mensagem ficou guardada para a equipe. Uma pessoa vai responder.
    Se for uma emergência, não espere. Ligue para o número de emergência.
person-noted = Recebido. Uma pessoa da equipe vai ler e responder.
person-not_understood =
    Não consegui entender a resposta, e a culpa não é sua. Guardei suas palavras como foram escritas.
    Já avisei a equipe para que uma pessoa ajude. Enquanto isso, podemos seguir, se quiser.

## Messages out of turn

stale-option = Essa pergunta já ficou para trás. Se quer mudar essa resposta, escreva “mudar”.
late-noted = Obrigado. Juntei isso ao que contou antes.
edited-noted = Vi que corrigiu uma mensagem. Guardei as duas versões para o médico. Se isso muda uma resposta, escreva “mudar”.

## Files. Said when a file arrives; it is checked afterwards.

media-photo = Obrigado, a sua foto chegou. Se não der para guardar, aviso aqui.
media-pdf = Obrigado, o seu PDF chegou. Se não der para guardar, aviso aqui.
media-document = O seu arquivo chegou. Se não der para guardar, aviso aqui.
media-voice =
    O seu áudio chegou. Eu não posso ouvir.
    Escreva aqui o mais importante. Se for uma emergência, ligue já para o número de emergência.
media-video =
    O seu vídeo chegou. Eu não posso ver.
    Escreva aqui o mais importante, ou envie uma foto.
media-too_large = Esse arquivo é grande demais e não foi guardado. Pode enviar uma foto ou um PDF menor.
media-not_allowed = Esse tipo de arquivo não pode ser guardado aqui. Pode enviar fotos ou arquivos PDF.
media-unreadable = Esse arquivo não abre, e não foi guardado. Pode enviar uma foto clara ou um PDF sem senha.
media-unavailable = Não consegui receber esse arquivo inteiro. Pode enviar outra vez quando quiser.
unreadable-sticker = Chegou uma imagem que não posso ler. Escreva a sua resposta com palavras.
unreadable-location =
    Chegou uma localização. Aqui não posso usar.
    Se está em perigo, ligue já para o número de emergência.
unreadable-contact = Chegou um cartão de contato. Não posso ler. Escreva o dado com palavras.
unreadable-empty = Chegou uma mensagem sem texto. Escreva a sua resposta com palavras.
unreadable-other = Chegou algo que não posso ler. Escreva com palavras, ou envie uma foto ou um PDF.

## Answers that were not understood. First and second time in different words; the wanted answer and an example; never "wrong".

retry-choice_of =
    .first = Escolha uma das opções, ou escreva o número dela.
    .second = Uma destas opções me ajuda mais. Basta escrever o número, por exemplo: 1.
retry-free_text =
    .first = Escreva com suas palavras. Uma frase curta basta.
    .second = Não precisa ficar perfeito. Escreva a primeira coisa que quer que o médico saiba.
retry-age_or_birthdate =
    .first = Escreva a idade em anos, por exemplo: 58. Ou a data de nascimento, por exemplo: 14 de maio de 1967.
    .second = Basta um número com a idade. Por exemplo: 58.
retry-duration =
    .first = Escreva um número e se são dias, semanas, meses ou anos. Por exemplo: “8 meses”.
    .second = Um tempo aproximado já serve. Por exemplo: “uns 5 anos”.
retry-date =
    .first = Escreva o mês e o ano. Por exemplo: “março de 2023”.
    .second = Se só lembra o ano, já basta. Por exemplo: 2023.
retry-medicines =
    .first = Escreva os nomes como estão na caixa. Por exemplo: “metformina 850, losartana 50”.
    .second = Também pode enviar uma foto das caixas. Se não toma nada, escreva “nenhum”.
retry-weight =
    .first = Escreva o peso com a unidade. Por exemplo: “72 quilos” ou “160 libras”.
    .second = Um cálculo aproximado basta. Por exemplo: “uns 70 quilos”.
retry-height =
    .first = Escreva a altura. Por exemplo: “1,65” ou “165 cm”.
    .second = Uma medida aproximada já serve. Por exemplo: “uns 1,70”.
retry-sleep_hours =
    .first = Escreva quantas horas dorme em uma noite normal. Por exemplo: 6.
    .second = Um número aproximado basta. Por exemplo: “umas 6 horas”.
retry-days_per_week =
    .first = Escreva um número de 0 a 7. Por exemplo: 3.
    .second = Pense em uma semana normal e escreva os dias. Por exemplo: “2 dias”, ou “nenhum”.
retry-percent_hba1c =
    .first = Escreva o número que está no exame de laboratório. Por exemplo: 7,2.
    .second = Costuma ser um número entre 4 e 15, e se chama hemoglobina glicada. Se não tem à mão, pode pular a pergunta.
retry-number =
    .first = Escreva um número. Por exemplo: 4.
    .second = Basta um número aproximado, em algarismos. Por exemplo: 10.
retry-pain_0_10 =
    .first = Escreva um número de 0 a 10. Por exemplo: 4.
    .second = O 0 é nenhuma dor. O 10 é a pior que possa imaginar.
retry-name =
    .first = Escreva o nome que devemos usar. Por exemplo: “Carmen Ruiz”.
    .second = Basta o primeiro nome. Por exemplo: “Carmen”.
retry-phone =
    .first = Escreva o telefone com o código do país e o DDD. Por exemplo: “+55 11 91234 5678”.
    .second = Escreva só os números. Comece com o sinal +. Por exemplo: “+52 55 1234 5678”.
retry-third =
    Guardei o que escreveu, e a equipe vai ver.
    Pode tentar outra vez com outras palavras. Ou escreva “pessoa”, e alguém ajuda.

## Why do you ask

why-step = É para que o médico entenda melhor o seu caso. Se prefere não responder, é só dizer.
