### The inquiry: what troubles the person, in the person's own words. Nothing here names an illness the person did not name.

# Must achieve: the person tells it in own words, without hurry, and knows that a physician reads them. Awaiting signature.
inquiry-complaint =
    Conte com suas palavras, sem pressa: por qual problema de saúde nos escreve?
    Pode mandar várias mensagens. Um médico lê tudo do jeito que foi escrito.
    Se escreve por outra pessoa, responda por ela daqui em diante.
    .line = O que acontece
    .why = O médico quer ler a sua história como é contada, não só respostas curtas.
    .retry1 = Poucas palavras bastam. Por exemplo: “meu joelho dói há anos quando ando”.
    .retry2 = Escreva o que mais incomoda, como diria a um médico de confiança.
# Must achieve: what was understood is checked with the person before it is kept; it is no diagnosis. The second line holds side and
# time when they were told along the way; they count only after a "yes". Awaiting signature.
inquiry-condition =
    Obrigado por contar. Foi isto que entendi:
    { $conditions }
    Não é um diagnóstico. Entendi bem?
    .yes = Sim, é isso
    .no = Não, é outra coisa
    .line = Problema
    .why = Prefiro perguntar a supor. O médico recebe só o que for confirmado aqui.
inquiry-conditions =
    Obrigado por contar. Li mais de um problema no que escreveu.
    Para quais destes busca ajuda? Pode escolher vários.
    .none = Nenhum destes
    .line = Problemas
    .why = Assim o médico sabe por qual começar. Os outros também ficam anotados.
inquiry-diagnosis =
    Que nome o seu médico deu a este problema?
    Escreva do jeito que ouviu. Se não tem nome, ou se não sabe, tudo bem também.
    .skip = Não tem nome
    .line = Nome do problema
    .why = O nome que o seu médico deu ajuda a ler bem o caso. Eu não posso dar um nome.
inquiry-diagnosis_confirm =
    Anotei isto: { $conditions }. Está certo?
    .yes = Sim, está certo
    .no = Não, é outra coisa
    .line = Nome confirmado
    .why = Um nome mal lido pode confundir. Por isso confirmo antes de seguir.
inquiry-duration =
    Há quanto tempo tem este problema?
    Por exemplo: “3 semanas” ou “5 anos”. Um tempo aproximado já serve.
    .skip = Não me lembro
    .line = Há quanto tempo
    .why = Um problema novo e um de muitos anos são vistos de formas diferentes.
inquiry-side = De que lado é?
    .line = Lado
    .why = O médico deve olhar o lado certo nos exames.
inquiry-tried =
    O que já tentou até agora para este problema?
    Por exemplo: remédios, fisioterapia, injeções ou cirurgia. Se não tentou nada, escreva “nada”.
    .line = O que já tentou
    .why = O que já tentou, e como foi, ajuda o médico a entender o caso.
    .retry1 = Escreva o que lembrar, na ordem que quiser. Por exemplo: “comprimidos e fisioterapia, ajudaram pouco”.
    .retry2 = Uma lista curta basta. Se não tentou nada, escreva “nada”.
# Must achieve: the hope is heard and kept, and nothing is promised back. Awaiting signature.
inquiry-hopes =
    O que gostaria de poder fazer, ou o que gostaria que mudasse?
    Não há resposta ruim. O médico lê e vai dizer o que é possível e o que não é.
    .line = O que espera
    .why = O que espera é importante. O médico vai responder com a verdade, mesmo que seja dura de ouvir.
    .retry1 = Pode ser algo pequeno. Por exemplo: “ir a pé ao mercado” ou “dormir a noite toda”.
    .retry2 = Escreva como vier. Se não sabe o que espera, escreva isso mesmo.
