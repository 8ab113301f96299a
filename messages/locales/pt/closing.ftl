### The end: research, how to be reached, the summary, what happens next.

## Research

# Must achieve: neutral, apart from everything else, default no; refusing changes nothing; the way back is named. Awaiting signature.
research-opt_in =
    Uma pergunta à parte, sobre pesquisa. Não faz parte do seu atendimento.
    Permite que seus dados, sem o seu nome, sejam usados em estudos?
    Se disser não, nada muda. Se disser sim, pode retirar quando quiser: escreva “pessoa”.
    .no = Não
    .yes = Sim, permito
    .line = Pesquisa
    .why = A lei e o respeito pedem que esta permissão seja separada. Sem resposta, vale o não.
    .retry1 = Escolha “Não” ou “Sim, permito”. As duas respostas valem.
    .retry2 = Escreva “não” ou “sim”. Na dúvida, “não” está bem, e pode mudar depois.

## How to be reached

contact-name =
    Qual é o seu nome?
    Escreva o nome que devemos usar.
    .line = Nome
    .why = É para que a equipe saiba com quem fala.
contact-reach = Como prefere que a equipe entre em contato?
    .here = Por este chat
    .phone = Por telefone
    .line = Forma de contato
    .why = Quem decide como falamos é o senhor ou a senhora.
contact-phone =
    Para que número podemos ligar?
    Comece com o sinal + e o código do país. Depois, o DDD e o número.
    .skip = Não tenho telefone
    .line = Telefone
    .why = Só é usado para falar sobre o seu caso.

## The summary

# Must achieve: plain that nothing has been sent yet and that every line can be corrected. Awaiting signature.
review-summary =
    Isto é o que o médico vai ler. Ainda não foi enviado.

    { $lines }

    Está bem assim?
    .confirm = Sim, enviar
    .change = Mudar algo
    .why = Assim pode ver o que é enviado, e corrigir antes.
    .retry1 = Escolha “Sim, enviar” se está bem. Escolha “Mudar algo” para corrigir.
    .retry2 = Escreva “enviar” ou “mudar”. Nada sai sem a sua permissão.
review-change = Que parte quer mudar?
    .why = Só mudo o que for escolhido. O resto fica igual.
review-item = Que resposta quer mudar?
    .why = Só mudo essa resposta. O resto fica igual.
# Said when only the name of the question comes as its new answer. Must achieve: nothing is lost; the new words replace all. Awaiting signature.
review-kept = O que escreveu antes continua guardado. O que escrever agora substitui tudo.

## Lines of the summary. The person's own words are kept, never echoed.

line-subject = Consulta: { $who }. Idade: { $age }
line-condition = Problema: { $conditions }
line-course = Tempo: { $duration }. Lado: { $side }
line-tried = O que já tentou: guardado com suas palavras
line-hopes = O que espera: guardado com suas palavras
line-health = Saúde, para o médico: { $items }
line-health_none = Saúde: nada marcado
line-medicines = Remédios: guardados como escreveu
line-medicines_none = Remédios: nenhum anotado
line-records = Exames: { $items }
line-habits = Hábitos: { $items }
line-habits_none = Hábitos: sem resposta
line-contact = Contato: { $reach }. Pesquisa: { $research }
value-quantity =
    { $unit ->
        [h] { $n } horas
        [hours] { $n } horas
        [days] { $n } dias
        [days_per_week] { $n } dias por semana
        [years] { $n } anos
       *[other] { $n } { $unit }
    }
value-months =
    { $n ->
        [0] menos de um mês
        [one] { $n } mês
        [12] 1 ano
        [24] 2 anos
        [36] 3 anos
        [48] 4 anos
        [60] 5 anos
        [72] 6 anos
        [84] 7 anos
        [96] 8 anos
        [108] 9 anos
        [120] 10 anos
        [144] 12 anos
        [180] 15 anos
        [240] 20 anos
        [300] 25 anos
        [360] 30 anos
        [420] 35 anos
        [480] 40 anos
       *[other] { $n } meses
    }
value-named = { $name }: { $value }
value-not_provided = sem resposta
value-not_asked = não foi perguntado
value-noted = anotado

## What happens next

# When a person answers, as the clinic aims for it: joined to "procura entrar em contato". Awaiting signature.
value-within_hours =
    { $n ->
        [one] em até { $n } hora
       *[other] em até { $n } horas
    }
value-within_days =
    { $n ->
        [one] em até { $n } dia
       *[other] em até { $n } dias
    }
# Must achieve: what happens next, by when the clinic aims for it, by whom; a reference to quote; nothing is decided; what to do if worse; keep the treatment; no hurry. Awaiting signature.
done-next =
    Obrigado. O seu caso já está com a equipe. A sua referência é { $reference }.
    O que vem agora: a equipe procura entrar em contato { $first }. Um médico lê tudo e procura responder por escrito { $decision }. Nada está decidido ainda.
    Se piorar, ligue para o número de emergência ou vá ao pronto-socorro. Ninguém vigia este chat para emergências.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
    Não tenha pressa, e converse sobre isto com o seu próprio médico.
# For those whose answers a physician must see before anything else. Must achieve: the same, without any hint of a verdict. Awaiting signature.
done-hard =
    Obrigado por responder. As perguntas terminam aqui. A sua referência é { $reference }.
    Um médico deve ver primeiro as suas respostas, e procura responder por escrito { $decision }. Antes disso, a equipe procura entrar em contato { $first }. Nada está decidido ainda.
    Se piorar, ligue para o número de emergência ou vá ao pronto-socorro. Ninguém vigia este chat para emergências.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
    Não tenha pressa, e converse sobre isto com o seu próprio médico.
# For those who left contact details only. Awaiting signature.
done-short =
    Obrigado. Uma pessoa da equipe procura entrar em contato { $first }. A sua referência é { $reference }.
    Se for uma emergência, não espere. Ligue para o número de emergência.
    Continue com o seu tratamento. Não tenha pressa, e converse sobre isto com o seu próprio médico.
# Said to a message that comes after the hand-off. Awaiting signature.
done-reply =
    Obrigado. Guardei a sua mensagem, e a equipe vai ver junto com o seu caso.
    Se for uma emergência, não espere. Ligue para o número de emergência.
