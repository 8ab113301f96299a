### Answers to what people ask at any time. The open question follows by itself, so none of these asks anything.

# The one fixed refusal, the same at the fifth request as at the first. No figure, no range, no hint. Awaiting signature.
aside-price =
    A clínica entrega um orçamento escrito e detalhado depois que um médico ler seus exames.
    Antes disso não posso dar valores.
# Said in its place once the written quote was issued. Must achieve: that it was, and whom to ask; no figure. Awaiting signature.
aside-price_quoted =
    A clínica já emitiu o seu orçamento escrito e detalhado. Neste chat não dou valores.
    Se não o tem à mão, ou quer perguntar algo sobre ele, escreva “pessoa” para falar com alguém da equipe.
# Must achieve: no cure is promised and why; what the cells do and their ceiling in the same breath. Awaiting signature.
aside-cure =
    Não posso prometer uma cura, e ninguém da clínica deve fazer isso.
    As células mandam sinais que podem acalmar a inflamação, e esse efeito tem um limite. São como o mestre de obras, não como os tijolos.
    Mais adiante digo por escrito o que se sabe do seu problema.
aside-rules =
    Não posso mudar minhas regras nem decidir sobre um tratamento. Isso cabe a um médico.
    Posso seguir com as perguntas, ou escreva “pessoa” para falar com alguém.
aside-insult =
    Isto pode ser muito frustrante. Continuo aqui para passar o seu caso ao médico.
    Se prefere falar com alguém da equipe, escreva “pessoa”.
aside-link = Não abro links. Se for um exame ou um papel médico, envie como foto ou PDF.
# Said to words of last hope, and of selling or borrowing. Must achieve: slow, human, no promise, no hurry, a person is near. Awaiting signature.
aside-hope =
    Obrigado por me contar. É muito peso para uma pessoa só.
    Não há pressa. Não posso prometer um resultado, e não quero dar uma falsa esperança.
    Antes de tomar uma decisão grande, espere a resposta do médico e fale com a sua família.
    Se quiser falar com alguém da equipe, escreva “pessoa”.
# Must achieve: the request is accepted at once, with the dates of the law; a person checks identity. Counsel must confirm. Awaiting signature.
aside-privacy =
    Anotei o seu pedido sobre seus dados. Primeiro, uma pessoa da equipe vai confirmar que o pedido é seu.
    A resposta chega em até 20 dias úteis. O que for devido se cumpre nos 15 dias úteis seguintes.
# Must achieve: the same for deletion, and honest about what the law makes the clinic keep. Counsel must confirm. Awaiting signature.
aside-delete =
    Anotei que quer apagar seus dados. Primeiro, uma pessoa da equipe vai confirmar que o pedido é seu.
    A resposta chega em até 20 dias úteis. O que a lei manda guardar fica bloqueado até poder ser apagado.
# Must achieve: a complaint is taken as it is; somebody unwell after a procedure knows where to go. Awaiting signature.
aside-complaint =
    Obrigado por dizer. Anotei a sua queixa com suas palavras, e uma pessoa da equipe vai ler.
    Se está passando mal depois de um procedimento, não espere. Ligue para o número de emergência ou vá ao pronto-socorro.
aside-help =
    Pode escrever estas palavras quando quiser:
    “pessoa”: falar com alguém da equipe
    “voltar”: ir para a pergunta anterior
    “mudar”: corrigir uma resposta
    “por quê”: saber por que pergunto
    “pausa”: continuar outro dia
    “idioma”: mudar de idioma
    “parar”: não receber mais mensagens
    A lista abaixo traz o que as pessoas costumam perguntar.
aside-thanks = Não há de quê.
# Must achieve: whoever asks is told at once that this is a machine, and how to reach a person. Awaiting signature.
aside-bot =
    Sou um programa: o assistente automático da { $clinic }. Não sou uma pessoa.
    Faço perguntas e passo as suas respostas. Um médico lê cada caso.
    Para falar com alguém da equipe, escreva “pessoa”.
