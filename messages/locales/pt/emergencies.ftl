### Danger. Fixed, short, first. A physician, and for the crisis texts a crisis professional too, must sign each one.

# Must achieve: the person calls now. Nothing is judged, nothing is asked, nobody waits for us. Awaiting signature.
emergency-call =
    Isto pode ser uma emergência. Ligue agora para { $number } ou vá ao pronto-socorro mais próximo.
    Não dirija. Não espere a nossa resposta.
    Estou avisando a nossa equipe.
# Must achieve: warm and direct; the line is named; one question only; a person will reach out; no counselling. Awaiting signature.
crisis-call =
    Obrigado por me dizer. A sua vida importa.
    Ligue agora para esta linha de ajuda: { $line }. Se está em perigo, ligue para { $number }.
    Estou pedindo a uma pessoa da equipe que entre em contato.
    Está em segurança neste momento, e há alguém por perto?
# The same where no crisis line of the country is known. No line is ever invented. Awaiting signature.
crisis-call_no_line =
    Obrigado por me dizer. A sua vida importa.
    Ligue agora para { $number } e diga o que me disse. Também pode ir ao pronto-socorro.
    Estou pedindo a uma pessoa da equipe que entre em contato.
    Está em segurança neste momento, e há alguém por perto?
# Said to every further message while the hold stands. Must achieve: the number again, the message is passed on. Awaiting signature.
emergency-held =
    A equipe já foi avisada, e passo também esta mensagem.
    Se o perigo continua, ligue para { $number } ou vá ao pronto-socorro. Não espere a nossa resposta.
# Stands in the place of the number where no country is known. Must achieve: the clinic's number first; whoever is elsewhere learns what to
# call there. Awaiting signature.
emergency-number_anywhere = { $here } (fora do México, o número local de emergência; na maioria dos celulares o { $abroad } funciona)
# Said once after the text above, where no country is known. Must achieve: the place is asked for, without holding anybody up; the answer is passed on. Awaiting signature.
emergency-where = Escreva aqui onde está agora: cidade e país. A equipe vê a sua resposta.
# Said when the patient says in a hold that it is over or was nothing. Must achieve: heard, not judged; a person still looks; the
# number again. Awaiting signature.
emergency-held_over =
    Obrigado por me dizer. Passo as suas palavras à equipe.
    Mesmo assim, uma pessoa vai ver: por este chat não posso saber se o perigo passou.
    Se voltar ou piorar, ligue para { $number } ou vá ao pronto-socorro. Não espere a nossa resposta.
# Awaiting signature.
crisis-held =
    Obrigado por continuar escrevendo. A equipe já foi avisada, e passo também esta mensagem.
    Se está em perigo, ligue agora para { $number }. Não precisa passar por isto sem ajuda.
# The same after words of despair. Awaiting signature.
crisis-held_over =
    Obrigado por me dizer como está. Passo as suas palavras à equipe.
    Mesmo assim, uma pessoa vai entrar em contato: por este chat não posso saber se o perigo passou.
    Se está em perigo, ligue agora para { $number }. Não precisa passar por isto sem ajuda.
# The first words after a person ended the hold. Must achieve: asks how the person is, and nothing else. Awaiting signature.
lifted-hello =
    Olá outra vez. Uma pessoa da equipe viu o que aconteceu.
    Como está agora?
    As perguntas podem esperar até que queira continuar.
# Said when a person ended the hold and the questions do not go on. Awaiting signature.
lifted-closed =
    Uma pessoa da equipe segue agora com o senhor ou a senhora. Aqui não faço mais perguntas.
    Se o perigo voltar, não escreva aqui. Ligue para o número de emergência.
# Said after the number when something on the danger list was tapped: thoughts of self-harm stand on it too. Awaiting signature.
crisis-also = Se pensou em se machucar, pode ligar também para esta linha: { $line }. A sua vida importa.
