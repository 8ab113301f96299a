### The opening: language, who is writing, privacy and consent, danger first, for whom.
### Read by people who have often been disappointed before. Plain, short, true.

## Language. Written in every language on purpose: nobody has chosen one yet. No question mark, so that one message holds one request.

language-choose =
    Olá. Escolha o idioma que lê melhor.
    Hola. Elija el idioma que lee mejor.
    Hello. Choose the language you read best.
    Bonjour. Choisissez la langue que vous lisez facilement.
    .es = Español
    .en = English
    .pt = Português
    .fr = Français
    .why = Tudo o que receber por escrito virá no idioma que escolher. Assim poderá ler com calma.
    .retry1 = Escolha “Português” ou outro idioma da lista. Choose a language from the list.
    .retry2 = Escreva “português” para continuar em português. Type “English” for English.
# Said when another language is asked for; in English too, so that it is read by whoever does not read this language. Its button names the language.
language-offer =
    Podemos continuar em outro idioma. Escolha a opção.
    We can continue in another language. Choose the option.
# Said when a language is asked for that the product cannot hold a conversation in yet.
language-not_yet =
    Ainda não sei conversar nesse idioma. Podemos continuar em português, espanhol, inglês ou francês.
    I cannot write in that language yet. We can continue in one of these four.

## Who is writing

# Must achieve: the reader knows that this is a machine, what it can and cannot do, that a physician reads every case, how to reach a
# person, how long it takes, and that nobody watches this chat for emergencies. No question: the next message asks. Awaiting signature.
welcome-who =
    Obrigado por escrever. Sou o assistente automático da { $clinic }. Não sou uma pessoa.
    Posso fazer perguntas e passar suas respostas. Um médico lê cada caso.
    Não posso dar diagnósticos, decidir, falar de preços nem prometer resultados.
    Leva uns 10 minutos. Pode parar e continuar outro dia.
    Para falar com alguém da equipe, escreva “pessoa” quando quiser.
    Este chat não atende emergências. Em uma emergência, ligue para o número de emergência.

## Privacy and consent

# Must achieve: simplified privacy notice before the first health question; necessary purposes apart from voluntary ones; where the full
# notice is; how to take the consent back; then one express consent for health data. Counsel and a physician must confirm. Awaiting signature.
consent-health_data =
    Primeiro, a sua privacidade (aviso, versão { $version }).
    A { $clinic } usa seus dados para que um médico leia o seu caso. Também para responder e para cumprir a lei.
    A pesquisa é voluntária. Pergunto sobre ela depois, à parte.
    O aviso completo está com a equipe: escreva “pessoa”.
    Pode retirar a sua permissão quando quiser: escreva “apagar meus dados”.
    Concorda que usemos seus dados de saúde para que o médico estude o caso?
    .yes = Sim, concordo
    .no = Não concordo
    .more = Ler mais
    .why = Seus dados de saúde são delicados. A lei pede a sua permissão clara antes da primeira pergunta.
    .retry1 = Escolha “Sim, concordo”, “Não concordo” ou “Ler mais”. As três respostas valem.
    .retry2 = Preciso da sua decisão para continuar. Escreva “sim” ou “não”. Se disser não, uma pessoa pode conversar com o senhor ou a senhora.
# Must achieve: the longer notice in plain words: what is kept, what for, who sees it, the person's rights and dates. Awaiting signature.
consent-more =
    Aviso de privacidade, com mais detalhes.
    O que guardamos: o que escrever, os arquivos que enviar e seus dados de contato. Tudo fica criptografado.
    Para quê: um médico ler o seu caso, responder e cumprir a lei. Sem isso não podemos estudar o seu caso.
    Voluntário: usar dados sem o seu nome em estudos. Pergunto depois. Se disser não, nada muda.
    Quem vê: a equipe da clínica. Suas mensagens também passam pelo aplicativo de mensagens que usa.
    Seus direitos: ver, corrigir ou apagar seus dados, opor-se ao uso e retirar a permissão. Escreva “apagar meus dados” ou “pessoa”. A equipe responde em até 20 dias úteis.
# Must achieve: a "no" is respected without argument; only contact details follow; a person takes over. Awaiting signature.
consent-declined =
    Está bem, e obrigado por dizer. Não vou fazer perguntas de saúde. O que foi escrito até agora é apagado, e os arquivos não ficam guardados.
    Uma pessoa da equipe pode conversar com o senhor ou a senhora. Só vou pedir seus dados de contato.
# Must achieve: a separate consent to be messaged about the case, with the word that ends it. Awaiting signature.
consent-messaging =
    Aceita que a { $clinic } escreva por este chat sobre o seu caso?
    Não é para publicidade. Se um dia não quiser mais mensagens, escreva “parar”.
    .yes = Sim, pode escrever
    .no = Não quero mensagens
    .why = Ninguém deve receber mensagens que não pediu. Por isso esta permissão é pedida à parte.

# Must achieve: a "no" to messages is respected without argument, and the way to a person stays open. Awaiting signature.
consent-no_messages =
    Está bem. Não vamos escrever neste chat sobre o seu caso.
    Para uma pessoa da equipe ligar, preciso do seu nome e do seu telefone.

## Danger first

# Must achieve: danger happening now is found before anything else; "not sure" counts as danger. Awaiting signature.
safety-red_flags =
    Antes de continuar, a sua segurança. Algo disto está acontecendo agora, com o senhor, a senhora ou a pessoa por quem escreve?
    - Dor ou pressão no peito
    - Dificuldade para respirar
    - Rosto torto, braço sem força ou fala enrolada
    - Garganta ou língua inchada
    - Febre com calafrios ou confusão, depois de um procedimento
    - Uma articulação quente, vermelha e inchada, com febre
    - Sangramento forte
    - Desmaio
    - Pensamentos de se machucar
    .none = Não, nada disso
    .yes = Sim, algo disso
    .unsure = Não sei
    .why = Se há perigo, primeiro vem o socorro. As perguntas podem esperar.
    .retry1 = Escolha “Não, nada disso” só se nada da lista está acontecendo agora. Na dúvida, escolha “Não sei”.
    .retry2 = É importante para a sua segurança. Se algo da lista está acontecendo agora, escreva “sim”. Se não, escreva “nada”.
    .retry_skipped = Esta é a única pergunta que repetimos, pela sua segurança. Algo da lista está acontecendo agora? Se preferir não responder, escreva “pular” outra vez.

## For whom

subject-who = Para quem é esta consulta?
    .self = Para mim
    .other = Para outra pessoa
    .line = Para quem é
    .why = O médico precisa saber de quem são os dados que lê.
subject-relation = Quem é essa pessoa para o senhor ou a senhora?
    .parent = Minha mãe ou meu pai
    .partner = Parceiro ou parceira
    .child = Meu filho ou minha filha
    .relative = Outro parente
    .other = Outra relação
    .line = Relação
    .why = O médico precisa saber quem fala pela pessoa. Às vezes, outra pessoa deve assinar ou decidir.
subject-age_other = Qual é a idade da pessoa por quem escreve?
subject-age_self = Qual é a sua idade?
subject-age =
    { $question }
    Pode escrever a idade ou a data de nascimento.
    .line = Idade
    .why = A idade muda o que o médico deve olhar. Se for menor de idade, é preciso um adulto responsável.
# Must achieve: a minor's case goes to a physician together with a responsible adult; no blame, no refusal. Awaiting signature.
subject-guardian =
    No caso de um menor de idade, um médico vê tudo primeiro, junto com um adulto responsável.
    Qual é o nome desse adulto, e qual é o parentesco?
    .line = Adulto responsável
    .why = Por um menor de idade decide a mãe, o pai ou o tutor. O médico fala com essa pessoa.
    .retry1 = Escreva o nome e o parentesco. Por exemplo: “Rosa Lopes, mãe dele”.
    .retry2 = Basta um nome e quem é. Por exemplo: “João, o tutor”.
# Must achieve: nobody's health is discussed behind that person's back; "no" and "not sure" go to a person. Awaiting signature.
subject-knows = Essa pessoa sabe desta conversa e está de acordo?
    .line = Está de acordo
    .why = Os dados de saúde são dessa pessoa. Por isso ela deve saber e estar de acordo.
# Must achieve: why only contact details follow; nobody is refused, nobody is blamed. Awaiting signature.
subject-to_person =
    Obrigado. Neste caso, uma pessoa da equipe precisa conversar primeiro com o senhor ou a senhora.
    Por isso agora só peço seus dados de contato. Não vou perguntar nada de saúde.
