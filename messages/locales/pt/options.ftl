### Answers that several questions share. At most 20 characters where a question has up to three of them, 24 otherwise.

option-yes = Sim
option-no = Não
# "Not sure" counts as "a physician must look", never as "no".
option-unsure = Não sei
option-skip = Pular esta pergunta
option-none = Nenhuma destas
option-continue = Continuar
option-person = Falar com alguém
option-other = Outra coisa
option-more = Ler mais
option-self = Para mim
option-parent = Minha mãe ou meu pai
option-partner = Parceiro ou parceira
option-child = Meu filho ou minha filha
option-relative = Outro parente
option-right = Direito
option-left = Esquerdo
option-both = Os dois
option-done = Já terminei
option-later = Mais tarde
option-here = Por este chat
option-phone = Por telefone
option-confirm = Sim, enviar
option-change = Mudar algo
option-not_applicable = Não se aplica a mim
option-neither = Nenhum dos dois
option-es = Español
option-en = English
option-pt = Português
option-fr = Français
