# What was told early, and what is said into a silence. Nothing here names a condition. Awaiting signature.

# Must achieve: an age told along the way counts only after a "yes".
subject-age_confirm =
    Pelo que foi escrito, entendi: { $age } anos.
    Essa é a idade da pessoa que busca atendimento?
    .line = Idade entendida
    .why = A idade muda o que o médico precisa rever. Só quero ter certeza.
# Must achieve: nobody feels unheard; the question is asked all the same.
screening-noted = Já anotei o que foi contado sobre isto: { $items }. O médico vai ver. Mesmo assim pergunto, para não deixar nada de fora.
# Must achieve: a gentle reminder inside the reply window; nothing in it for a stranger who holds the phone.
nudge-first = Sua conversa com { $clinic } continua guardada. É possível continuar quando quiser, sem pressa. Se não quiser mais mensagens, escreva “parar”.
# Must achieve: the same as a template for later; must be approved by the provider as a utility template.
nudge-later = Aqui é { $clinic }. Sua conversa continua guardada, e é possível continuar quando quiser. Se não quiser mais mensagens, escreva “parar”.
# Must achieve: one tap is never taken for "and nothing else". Awaiting signature.
choose-more =
    Anotei: { $items }.
    Há mais alguma coisa da lista?
    .retry1 = Escolha o que ainda falta da lista, pelo número. Se já é tudo, escolha “Nada mais”.
    .retry2 = Escreva os números que faltam, por exemplo: 1 e 3. Se já é tudo, escreva “nada mais”.
option-nothing_else = Nada mais
