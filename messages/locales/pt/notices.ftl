### Notices without content: they may leave at any time, as templates that the provider approved. Nothing about health, nobody's words.

# Said when a person wrote and the chat's reply window has closed. Must achieve: who writes, nothing of what, one word that opens. Awaiting signature.
notice-waiting =
    Há uma mensagem da equipe da { $clinic } para o senhor ou a senhora.
    Para ler, escreva ABRIR.
    .word = ABRIR
