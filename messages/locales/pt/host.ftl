### The body as host: sleep, movement, weight, habits. Optional, never commented on, no advice follows.

# Must achieve: says why these questions matter, without promising anything, and that all may be skipped. Awaiting signature.
host-offer =
    Faltam só algumas perguntas curtas, sobre peso, sono, movimento e hábitos.
    Tudo isso influi em como o corpo responde. Por isso o médico também olha.
    São opcionais. Podemos seguir com elas?
    .yes = Sim
    .skip = Prefiro pular
    .line = Hábitos
    .why = O plano em volta de um tratamento importa tanto quanto o tratamento. Por isso pergunto.
host-weight =
    Qual é o seu peso?
    Pode ser em quilos ou em libras.
    .line = Peso
    .why = O médico usa o peso em seus cálculos. Ninguém vai comentar.
host-height =
    Qual é a sua altura?
    Por exemplo: “1,65”.
    .line = Altura
    .why = O médico lê a altura junto com o peso. Ninguém mais precisa dela.
host-sleep_hours = Quantas horas dorme em uma noite normal?
    .line = Horas de sono
    .why = O sono influi em como o corpo responde.
host-activity =
    Em uma semana normal, em quantos dias se mexe por meia hora ou mais?
    Andar, cuidar da casa e trabalhar também contam.
    .line = Dias com movimento
    .why = O médico quer saber qual é o ponto de partida. Não há número ruim.
host-rehab = Já fez fisioterapia para este problema?
    .now = Sim, agora
    .past_year = Sim, no último ano
    .earlier = Sim, há mais tempo
    .never = Não, nunca
    .line = Fisioterapia
    .why = Em joelhos, ombros e lesões, a reabilitação faz parte do plano.
host-smoking_alcohol =
    Usa alguma destas coisas? Aqui ninguém julga.
    Pode escolher várias.
    .tobacco_now = Cigarro ou vape, agora
    .tobacco_past = Cigarro, antes
    .alcohol_often = Álcool quase todo dia
    .other_drugs = Outras drogas
    .none = Nada disso
    .line = Cigarro e álcool
    .why = O cigarro e o álcool influem em como o corpo responde. Só o médico lê.
host-pain_meds =
    O que toma para a dor em uma semana normal, e quantas vezes?
    Se não toma nada, escreva “nada”.
    .line = Remédios de dor
    .why = Mostra ao médico quanta dor há hoje, e como é tratada.
host-stress_mood = Como tem estado o seu ânimo nas últimas semanas?
    .good = Bom
    .up_and_down = Com altos e baixos
    .low = Em baixa
    .very_low = Muito baixo
    .line = Ânimo
    .why = A dor e o ânimo afetam um ao outro. Se está muito difícil, uma pessoa pode conversar com o senhor ou a senhora.

## Kept for the physician's own interview; worded here in case the clinic asks them in the chat.

host-waist =
    Quanto mede a sua cintura?
    Por exemplo: “95 cm”.
    .line = Cintura
    .why = A gordura da cintura tem relação com a inflamação. Ninguém vai comentar.
host-glucose = Um médico já falou em alguma destas coisas sobre o seu açúcar?
    .diabetes = Diabetes
    .prediabetes = Pré-diabetes
    .insulin_resistance = Resistência à insulina
    .none = Nenhuma
    .line = Açúcar
    .why = O açúcar no sangue influi em como o corpo responde.
host-inflammation =
    Tem alguma doença inflamatória, ou problemas na gengiva?
    Escreva o que souber.
    .line = Inflamação
    .why = A inflamação em outra parte do corpo também conta.
host-food =
    Come em horários certos, ou o seu peso mudou nos últimos meses?
    Escreva com suas palavras.
    .line = Comida
    .why = A comida faz parte do plano que o médico olha.
