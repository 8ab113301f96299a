### Medicines as typed, and which records exist. Nobody is told to stop or change anything here.

medicines-list =
    Que remédios toma agora?
    Escreva como está na caixa, com a dose. Vale também para vitaminas e ervas.
    Pode enviar uma foto das caixas. Se não toma nada, escreva “nenhum”.
    .line = Remédios
    .why = O médico quer ver tudo o que toma. Continue tomando como foi indicado.
records-which =
    Que exames ou papéis médicos tem deste problema?
    Pode escolher vários.
    .imaging = Raio-X ou ressonância
    .laboratory = Exames de laboratório
    .reports = Relatórios médicos
    .other = Outros papéis
    .none = Não tenho nenhum
    .line = Exames
    .why = Os exames mostram o que as palavras não podem. O médico lê todos antes de responder.
    .retry1 = Escolha o que tiver. Pode escrever vários números, por exemplo: 1, 2.
    .retry2 = Se não tem exames, escolha “Não tenho nenhum”. Também está bem.
# Must achieve: files are welcome here, nothing is forced, and identity or bank papers are kept out. Awaiting signature.
records-send =
    Pode enviar aqui, em foto ou em PDF, um por um.
    Quando terminar, escolha “Já enviei”. Se preferir outro dia, escolha “Mais tarde”.
    Não envie documento de identidade nem cartão de banco.
    .done = Já enviei
    .later = Mais tarde
    .line = Envio de exames
    .why = Assim o médico pode ler com calma. Tudo fica criptografado.
