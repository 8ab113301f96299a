### The check-in after a treatment: invitation, safety first, the same questions each time, the person's own numbers.
### Nothing here judges a number. What got worse goes to a person; no text comforts or explains.

## Invitation. These two may leave months later, as templates the provider approved: no condition, no treatment, no result

# Must achieve: read on a shared phone, it tells nobody anything; no hurry; the way out is named; true before a treatment (the baseline) and after it.
# Awaiting signature.
check-in-invitation = Aqui é { $clinic }. Temos algumas perguntas curtas. Leva uns 5 minutos, quando puder. Se não quiser mais mensagens, escreva “parar”.
# Must achieve: the same once more, without pressing. Awaiting signature.
check-in-reminder = Aqui é { $clinic }. As suas perguntas continuam abertas, e é possível responder quando quiser. Se não quiser mais mensagens, escreva “parar”.

## Safety first

# Must achieve: danger is found before anything else is asked; "not sure" counts. Awaiting signature.
check_in-red_flags =
    Antes de tudo, a sua segurança. Algo disto está acontecendo agora?
    - Dor ou pressão no peito
    - Dificuldade para respirar
    - Rosto torto, braço sem força ou fala enrolada
    - Garganta ou língua inchada
    - Febre com calafrios ou confusão
    - Uma articulação quente, vermelha e inchada, com febre
    - Uma perna inchada e com dor
    - Sangramento forte
    - Desmaio
    - Pensamentos de se machucar
    .none = Não, nada disso
    .yes = Sim, algo disso
    .why = Estes sinais não podem esperar. Por isso vêm primeiro.
    .retry1 = Leia a lista e escolha uma opção. Basta um sim ou um não.
    .retry2 = Escreva “sim” se algo da lista acontece agora. Escreva “não” se nada disso acontece.
    .retry_skipped = Esta é a única pergunta que repetimos, pela sua segurança. Algo da lista está acontecendo agora? Se preferir não responder, escreva “pular” outra vez.
# Must achieve: whatever may have to do with the treatment reaches a person the same day. Awaiting signature.
check_in-since =
    Aconteceu algo disto desde a última vez que respondeu?
    Pode escolher várias.
    .hospital = Hospital ou emergência
    .infection = Febre ou uma infecção
    .new_symptom = Um sintoma novo
    .medicine_change = Outra dose ou remédio
    .why = A equipe quer saber no mesmo dia.
    .retry1 = Escolha uma ou várias opções, pelo número. Se nada aconteceu, escolha “Nenhuma destas”.
    .retry2 = Escreva os números da lista, por exemplo: 1 e 3.
# Asked only of whom it concerns. Must achieve: the person's own words, for the team. Awaiting signature.
check_in-symptom =
    Qual é o sintoma novo?
    Conte com as suas palavras: o que sente e desde quando.
    .why = A equipe lê tal como o senhor ou a senhora escreve.

## The measures: pain, activities, change. Asked in the same words each time

check_in-pain =
    Nos últimos 7 dias, quanta dor teve em média?
    Escreva um número de 0 a 10. O 0 é nenhuma dor, e o 10 é a pior que possa imaginar.
    Para pular, escreva “pular”.
    .why = O mesmo número, cada vez, mostra o que muda.
    .retry1 = Escreva um número inteiro de 0 a 10, sem vírgula. Por exemplo: 4.
    .retry2 = Pense em um dia normal desta semana. O 0 é nada, e o 10 é o pior.
check_in-name_1 =
    Qual atividade é mais difícil de fazer por causa deste problema?
    Escreva só uma, em poucas palavras. Por exemplo: “subir escadas”.
    .why = A atividade é sua escolha. Mais adiante vou perguntar pela mesma.
check_in-name_2 =
    Que outra atividade é difícil de fazer?
    Escreva só uma, em poucas palavras.
    .why = Várias atividades dizem mais do que uma.
check_in-name_3 =
    Há uma terceira atividade difícil de fazer?
    Escreva só uma, em poucas palavras.
    .why = Várias atividades dizem mais do que uma.
check_in-activity_1 =
    { $activity }: quanto consegue fazer hoje?
    Escreva um número de 0 a 10. O 0 é impossível, e o 10 é como antes do problema.
    Para pular, escreva “pular”.
    .why = Assim se vê o que consegue fazer, além da dor.
    .retry1 = Escreva um número inteiro de 0 a 10, sem vírgula. Por exemplo: 6.
    .retry2 = O 0 é impossível. O 10 é como antes do problema.
check_in-activity_2 =
    { $activity }: quanto consegue fazer hoje?
    Como antes, de 0 a 10. O 0 é impossível, e o 10 é como antes do problema.
    Para pular, escreva “pular”.
    .why = Assim se vê o que consegue fazer, além da dor.
    .retry1 = Escreva um número inteiro de 0 a 10, sem vírgula. Por exemplo: 6.
    .retry2 = O 0 é impossível. O 10 é como antes do problema.
check_in-activity_3 =
    { $activity }: quanto consegue fazer hoje?
    Como antes, de 0 a 10. O 0 é impossível, e o 10 é como antes do problema.
    Para pular, escreva “pular”.
    .why = Assim se vê o que consegue fazer, além da dor.
    .retry1 = Escreva um número inteiro de 0 a 10, sem vírgula. Por exemplo: 6.
    .retry2 = O 0 é impossível. O 10 é como antes do problema.
# Stands for an activity whose own words are not repeated.
check_in-place_1 = A primeira atividade que citou
check_in-place_2 = A segunda atividade que citou
check_in-place_3 = A terceira atividade que citou
check_in-change = Em geral, desde o tratamento, como está?
    .very_much_better = Muitíssimo melhor
    .much_better = Muito melhor
    .little_better = Um pouco melhor
    .same = Igual
    .little_worse = Um pouco pior
    .much_worse = Muito pior
    .very_much_worse = Muitíssimo pior
    .why = É a sua impressão. Não há resposta ruim.

## The plan around the treatment, medicine

check_in-plan =
    Nos últimos 7 dias, conseguiu seguir o seu plano?
    O plano é a reabilitação, dormir e se mexer.
    .all = Sim, quase todo
    .part = Uma parte
    .none = Esta semana não
    .not_planned = Não recebi um plano
    .why = O que está em volta do tratamento também conta. Ninguém vai cobrar.
check_in-plan_hard = O que foi mais difícil?
    .rehab = A reabilitação
    .sleep = Dormir bem
    .movement = Me mexer
    .several = Várias coisas
    .why = Assim a equipe sabe em que ajudar.
check_in-medicine = O que mudou nos seus remédios?
    .less = Tomo menos
    .more = Tomo mais
    .stopped = Já não tomo algum
    .new = Tomo outro
    .why = O médico precisa saber. As mudanças se decidem com o seu médico.
check_in-medicine_by = Quem decidiu essa mudança?
    .own_doctor = Meu médico
    .clinic = O médico daqui
    .self = Eu
    .other = Alguém mais
    .why = Ajuda o médico a entender a mudança. A pergunta é feita sem julgar.

## The end. Own numbers with their direction and earlier values, never a verdict

# Must achieve: the numbers and what up and down mean, nothing about what they say of the treatment. Awaiting signature.
check_in-results =
    Obrigado. Estes são os seus números:

    { $lines }

    Um médico lê os números. O que significam, quem diz é o médico.
    Continue com o seu tratamento e com o seu médico.
check_in-line_nrs_pain = Dor: { $now } de 10. Menos é melhor. Antes: { $earlier }.
check_in-line_nrs_pain_first = Dor: { $now } de 10. Menos é melhor.
check_in-line_psfs = Suas atividades: { $now } de 10. Mais é melhor. Antes: { $earlier }.
check_in-line_psfs_first = Suas atividades: { $now } de 10. Mais é melhor.
# Must achieve: why an earlier figure is missing, or differs from what was shown then. Awaiting signature.
check_in-line_same_activities = Antes e agora, só se comparam as mesmas atividades.
check_in-line_change = Sua resposta sobre a mudança: { $answer }.
# An earlier value and when it was.
check_in-was = { $value } ({ $when })
check_in-at_baseline = antes do tratamento
check_in-at_baseline_again = antes do tratamento
check_in-at_2d = aos 2 dias
check_in-at_14d = às 2 semanas
check_in-at_1m = com 1 mês
check_in-at_3m = com 3 meses
check_in-at_6m = com 6 meses
check_in-at_12m = com 12 meses
# Must achieve: thanks, and what to do if it gets worse. Awaiting signature.
check_in-thanks =
    Obrigado. Suas respostas já estão com a equipe.
    Se piorar, ligue para o número de emergência ou vá ao pronto-socorro. Ninguém vigia este chat para emergências.
# Must achieve: a person looks at it; no explanation, no comfort, and what to do meanwhile. Awaiting signature.
check_in-person_reads =
    Uma pessoa da equipe vai ler isto e entrar em contato.
    Se piorar, não espere. Ligue para o número de emergência ou vá ao pronto-socorro.
# Must achieve: the wish is obeyed at once; the team may call once, so that nobody is lost. Awaiting signature.
check_in-stopped =
    Está bem. Não haverá mais lembretes de { $clinic } neste chat.
    Para não perder o seu acompanhamento, uma pessoa da equipe pode ligar.
    Continue com o seu tratamento e com o seu médico.
part-check_in = o seu acompanhamento

## Words in the picture

check_in-chart_nrs_pain = Dor, de 0 a 10. Menos é melhor
check_in-chart_psfs = Suas atividades, de 0 a 10. Mais é melhor

## The form on a page

# Must achieve: that a few questions wait on a page, where, and that the link is private and ends; no condition named. Awaiting signature.
check_in-form =
    Há mais algumas perguntas sobre como o senhor ou a senhora está. Estão em uma página, uma por vez.
    Pode abri-la aqui: { $link }
    O link é privado e dura 14 dias. Não o compartilhe.
    Se prefere uma ligação, escreva “pessoa”.
form-title = Algumas perguntas da { $clinic }
# Shown before the first item, so that a preview of the link shows nothing. Awaiting signature.
form-cover =
    É uma pergunta por tela. Pode parar e continuar depois com o mesmo link.
    Pode deixar qualquer pergunta sem resposta.
form-begin = Começar
form-continue = Continuar de onde parei
form-place = Pergunta { $n } de { $total }
form-next = Salvar e continuar
form-finish = Salvar e terminar
form-back = Voltar
form-skip = Deixar sem resposta
form-saved = Cada resposta é salva ao passar para a seguinte.
form-choose = Escolha uma resposta, ou deixe a pergunta sem resposta.
# Must achieve: whoever cannot begin knows why, and whom to ask. Awaiting signature.
form-cookies =
    Não foi possível abrir as perguntas neste navegador.
    Permita os cookies para esta página e toque de novo no botão.
    Se não conseguir, escreva para a equipe na conversa.
# Must achieve: it is kept and a person reads it; no verdict. Awaiting signature.
form-done =
    Obrigado. Suas respostas estão salvas.
    A equipe as lê. Pode fechar esta página.
    Se piorar, ligue para o número de emergência ou vá ao pronto-socorro.
# Shown for a link that ended, and for one that never was. Awaiting signature.
form-gone =
    Este link já não abre nenhuma página.
    Escreva no chat da { $clinic }, e a equipe envia um novo.
