### After a physician has read the case: what the patient is told in the chat, and the page of the private letter.
### The chat never says what was decided. Nothing here summarises the physician's words.

## In the chat

# Must achieve: only that the answer is ready and where; that the link is private and ends; nothing of its content. Awaiting signature.
handoff-answer_ready =
    A resposta do médico está pronta. É uma carta dirigida ao senhor ou à senhora.
    A leitura é aqui: { $link }
    O link é privado e dura 14 dias. Não compartilhe com ninguém.
    Se tiver dúvidas, escreva “pessoa”.
# Must achieve: only that the written quote is ready; no figure, no hurry. Awaiting signature.
handoff-quote_ready =
    O seu orçamento por escrito está pronto.
    A equipe entrega o documento e revê tudo em conjunto. Não tenha pressa.
# Must achieve: an invitation, not an alarm; the patient decides when. Awaiting signature.
handoff-questions_ready =
    O médico leu o seu caso e precisa de mais alguns dados.
    São poucas perguntas. Quando quiser responder, escolha “Continuar” ou escreva aqui.
    Continue com o seu tratamento atual.
# Must achieve: what happens next and by whom; nothing is decided. Awaiting signature.
handoff-questions_done =
    Obrigado. O médico já tem as suas respostas.
    Ele lê tudo e responde por escrito. Nada está decidido ainda.
    Se piorar, ligue para o número de emergência ou vá ao pronto-socorro.

## The page of the letter

letter-title = Uma carta da { $clinic }
# Shown before the letter is opened, so that a preview of the link shows nothing. Awaiting signature.
letter-cover =
    Esta página guarda uma carta privada do seu médico.
    Abra quando estiver em um lugar tranquilo.
letter-open = Ler a carta
# Must achieve: present care goes on; what to do in an emergency. Awaiting signature.
letter-keep =
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
    Se piorar, ligue para o número de emergência ou vá ao pronto-socorro.
letter-signed = { $physician }, registro profissional { $licence }. { $date }
value-date =
    { $month ->
        [m1] { $day } de janeiro de { $year }
        [m2] { $day } de fevereiro de { $year }
        [m3] { $day } de março de { $year }
        [m4] { $day } de abril de { $year }
        [m5] { $day } de maio de { $year }
        [m6] { $day } de junho de { $year }
        [m7] { $day } de julho de { $year }
        [m8] { $day } de agosto de { $year }
        [m9] { $day } de setembro de { $year }
        [m10] { $day } de outubro de { $year }
        [m11] { $day } de novembro de { $year }
        [m12] { $day } de dezembro de { $year }
       *[other] { $day } { $month } { $year }
    }
letter-ask = Se algo não estiver claro, escreva “pessoa” no chat. A equipe responde.
# Shown for a link that ended, and for one that never was. Awaiting signature.
letter-gone =
    Este link já não abre nenhuma carta.
    Escreva no chat da { $clinic }, e a equipe envia um novo.
