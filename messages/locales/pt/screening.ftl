### Screening: one text per row and follow-up of flows/protocol/contraindications.toml.
### Plain words, never a verdict. "No lo sé" is a full answer. All of it awaits a physician's signature.

# Said after an answer that a physician must look at. Must achieve: thanks, and no judgement at all. Awaiting signature.
ack-flag = Obrigado por me contar. O médico precisa avaliar isso.

## Asked one by one

screening-active_malignancy =
    Agora, a sua saúde. “Não sei” também é uma boa resposta. Se escreve por outra pessoa, responda por ela.
    Tem câncer agora, está em tratamento de câncer ou está fazendo exames para saber?
    Uma biópsia ainda por fazer também conta.
    .line = Câncer agora
    .why = Se há câncer, ou se há dúvida, o médico olha isso antes de tudo.
screening-active_malignancy-cancer_type =
    Que tipo de câncer é, ou o que estão investigando?
    Escreva do jeito que ouviu.
    .line = Tipo de câncer
    .why = Cada tipo de câncer é diferente, e o médico deve saber qual é.
screening-active_malignancy-treatment =
    Que tratamento faz para o câncer, e com que médico?
    Continue com ele como foi indicado.
    .line = Tratamento do câncer
    .why = O médico quer saber quem cuida do caso e com que tratamento.
screening-past_malignancy =
    Já teve câncer alguma vez, mesmo que já tenha passado?
    Também contam o câncer de pele e o do sangue.
    .line = Câncer antes
    .why = O tempo que passou desde um câncer importa. O médico avalia isso.
screening-past_malignancy-treatment_ended =
    Quando terminou o tratamento desse câncer?
    Bastam o mês e o ano.
    .skip = Não me lembro
    .line = Fim do tratamento
    .why = O médico precisa saber quanto tempo passou desde então.
screening-past_malignancy-cancer_type =
    Que tipo de câncer foi?
    .skip = Não sei
    .line = Câncer antes: tipo
    .why = Cada tipo de câncer é acompanhado de um jeito.
screening-past_malignancy-still_on_tablets =
    Ainda toma comprimidos ou injeções contra esse câncer?
    Por exemplo: tamoxifeno ou letrozol.
    .line = Remédio contra câncer
    .why = Esse remédio pode ainda ser preciso. O médico considera isso.
screening-uncontrolled_infection =
    Tem agora uma infecção, febre ou uma ferida aberta?
    Responda “sim” também se está tomando antibiótico.
    .line = Infecção ou febre
    .why = Com uma infecção, o médico olha isso primeiro.
screening-uncontrolled_infection-place =
    Em que parte do corpo?
    .skip = Não sei
    .line = Lugar da infecção
    .why = O lugar diz ao médico o que deve olhar.
screening-uncontrolled_infection-since =
    Desde quando?
    Pode escrever o dia, ou o mês e o ano.
    .skip = Não me lembro
    .line = Início da infecção
    .why = Para o médico importa se começou há pouco ou há muito tempo.
    .retry1 = Escreva uma data, mesmo aproximada. Por exemplo: “3 de março”.
    .retry2 = Também serve algo como “ontem” ou “há duas semanas”.
screening-uncontrolled_infection-antibiotic =
    Que antibiótico toma?
    Escreva como está na caixa. Se não toma nenhum, escreva “nenhum”.
    .line = Antibiótico
    .why = O antibiótico diz ao médico que tratamento está em curso.
screening-pregnancy =
    Está grávida, pode estar ou está tentando engravidar?
    Pergunto a todas as pessoas de 12 a 55 anos.
    .not_applicable = Não se aplica a mim
    .line = Gravidez
    .why = Na gravidez o médico cuida de duas pessoas. Por isso precisa saber.
screening-pregnancy-due_date =
    Para que data espera o parto?
    Se ainda não há data, pode pular a pergunta.
    .skip = Não há data
    .line = Data do parto
    .why = A data ajuda o médico a saber o que convém e quando.
    .retry1 = Escreva o mês e o ano do parto, mesmo aproximados.
    .retry2 = Também pode escrever quantas semanas faltam. Se não sabe, pule a pergunta.
screening-breastfeeding = Está amamentando agora?
    .line = Amamentação
    .why = O que a mãe recebe pode chegar ao bebê. O médico considera isso.
screening-breastfeeding-baby_age = Que idade tem o bebê?
    .line = Idade do bebê
    .why = A idade do bebê ajuda o médico a pensar no bem dos dois.
screening-blood_disorder =
    Um médico já disse que tem uma doença do sangue ou da coagulação?
    Por exemplo: plaquetas baixas, hemofilia ou trombofilia.
    .line = Doença do sangue
    .why = Uma doença do sangue pode causar sangramentos ou coágulos. O médico precisa olhar isso.
screening-blood_disorder-name =
    Que nome o seu médico deu?
    .skip = Não me lembro
    .line = Doença do sangue: nome
    .why = O nome diz ao médico que riscos deve olhar.
screening-blood_disorder-bleeding_or_clots =
    Ela já causou sangramentos ou coágulos?
    Pode escolher os dois.
    .bleeding = Sangramentos
    .clots = Coágulos
    .neither = Nenhum dos dois
    .line = Sangramento ou coágulo
    .why = Um sangramento e um coágulo se cuidam de formas diferentes.
screening-immunomodulator =
    Usa algum remédio que acalma ou baixa a imunidade, as defesas do corpo?
    Pode ser em comprimidos, injeções ou soro. Por exemplo: metotrexato ou um biológico.
    .line = Remédio da imunidade
    .why = Esses remédios mudam a resposta do corpo. O médico olha cada um. Continue com eles como foi indicado.
screening-immunomodulator-medicine =
    Qual é?
    Escreva como está na caixa.
    .skip = Não me lembro
    .line = Imunidade: qual remédio
    .why = O médico precisa saber exatamente qual é.
screening-immunomodulator-last_dose =
    Quando foi a última dose?
    .skip = Não me lembro
    .line = Imunidade: última dose
    .why = Alguns desses remédios ficam semanas no corpo.
    .retry1 = Escreva a data, mesmo aproximada. Por exemplo: “ontem” ou “10 de junho”.
    .retry2 = Bastam o mês e o ano. Por exemplo: “junho de 2026”.
screening-immunomodulator-reason =
    Para que doença usa esse remédio?
    .skip = Não sei
    .line = Imunidade: para quê
    .why = A doença que ele trata também conta para o médico.
screening-organ_failure =
    Tem uma doença grave do coração, dos pulmões, do fígado ou dos rins?
    Responda “sim” também se usa oxigênio em casa ou faz diálise.
    .line = Doença de um órgão
    .why = Esses órgãos trabalham em todo tratamento. O médico precisa saber como estão.
screening-organ_failure-organ =
    Que órgão é?
    Pode escolher vários.
    .heart = Coração
    .lung = Pulmões
    .liver = Fígado
    .kidney = Rins
    .other = Outro
    .skip = Não sei
    .line = Qual órgão
    .why = O médico olha cada órgão com exames diferentes.
screening-organ_failure-support =
    Usa oxigênio em casa ou faz diálise?
    .oxygen = Oxigênio
    .dialysis = Diálise
    .neither = Nenhum dos dois
    .line = Oxigênio ou diálise
    .why = Isto diz ao médico quanta ajuda o corpo precisa hoje.
screening-organ_failure-stage =
    Sabe em que estágio está, ou como foram os últimos exames?
    Escreva o que lembrar.
    .skip = Não sei
    .line = Estágio ou exames
    .why = Com isso o médico sabe até onde a doença avançou.
screening-transplant = Já fez um transplante de órgão, de córnea ou de medula óssea?
    .line = Transplante
    .why = Um transplante e seus remédios pedem um cuidado especial. O médico precisa saber.
screening-transplant-which =
    Que transplante foi?
    Pode escolher vários.
    .organ = De um órgão
    .cornea = De córnea
    .bone_marrow = De medula óssea
    .other = Outro
    .skip = Não sei
    .line = Transplante: qual
    .why = Cada transplante se cuida de um jeito.
screening-transplant-when =
    Em que ano foi?
    .skip = Não me lembro
    .line = Transplante: ano
    .why = O tempo desde um transplante importa para o médico.
    .retry1 = Escreva o ano em números. Por exemplo: 2018.
    .retry2 = Um ano aproximado já serve. Por exemplo: “mais ou menos em 2018”.
screening-transplant-medicine =
    Que remédios toma por causa do transplante?
    Escreva como estão na caixa.
    .line = Transplante: remédios
    .why = Esses remédios protegem o transplante. O médico precisa conhecê-los.
# Must achieve: somebody who left other care, or means to, is found the same day, without blame. Awaiting signature.
screening-stopped_treatment =
    Parou, ou pensa em parar, algum tratamento que o seu médico receitou?
    Pode dizer com confiança. Aqui ninguém julga.
    .line = Tratamento parado
    .why = Parar um tratamento pode fazer mal. Se for o caso, a equipe quer conversar logo.
screening-stopped_treatment-which =
    Que tratamento é?
    Antes de fazer uma mudança, fale com o médico que receitou.
    .line = Qual tratamento
    .why = Em alguns tratamentos, pode ser importante conversar ainda hoje.
screening-stopped_treatment-since =
    Quando parou, ou quando pensa em parar?
    .skip = Não sei
    .line = Tratamento: quando
    .why = Os dias sem tratamento importam para o médico.
    .retry1 = Escreva uma data, mesmo aproximada. Por exemplo: “há duas semanas”.
    .retry2 = Basta o mês. Por exemplo: “em março”.
screening-capacity = Essa pessoa pode entender e decidir por si?
    .line = Pode decidir
    .why = Cada pessoa decide sobre o próprio corpo. Se precisa de ajuda, o médico deve saber quem ajuda.
screening-capacity-representative =
    Quem decide com ela ou por ela, e qual é o parentesco?
    .line = Quem ajuda a decidir
    .why = O médico vai falar também com essa pessoa.

## Asked together. The body lists the items in full, because the buttons are short.

# Must achieve: nine answers in one glance; several may be chosen; HIV and hepatitis are named without shame. Awaiting signature.
screening-ever =
    Tem ou já teve alguma destas coisas?
    - Coágulo na perna ou no pulmão, derrame (AVC) ou infarto
    - HIV, hepatite B ou C, ou HTLV. É sigiloso, e muitas pessoas em tratamento são avaliadas como todas
    - Diabetes
    - Alergia grave
    - Anticoagulante, ou aspirina todos os dias
    - Cortisona ou prednisona pela boca, ou em injeção nos últimos 3 meses
    - Um tratamento anterior com células, exossomos ou PRP
    Pode escolher várias.
    .none = Nenhuma destas
    .line = Saúde, agora ou antes
    .why = Cada uma muda algo do que o médico deve cuidar. Aqui não se decide nada.
    .retry1 = Escolha as que tem ou já teve. Pode escrever vários números, por exemplo: 1, 5.
    .retry2 = Se não tem nenhuma, escolha “Nenhuma destas”. Na dúvida, escolha “Não sei”.
screening-thrombosis-happened =
    Quando foi a última vez que teve o coágulo, o derrame ou o infarto?
    Bastam o mês e o ano.
    .skip = Não me lembro
    .line = Coágulo: quando
    .why = O médico precisa saber quanto tempo passou.
screening-thrombosis-event =
    Qual destas coisas foi?
    Pode escolher várias.
    .leg_clot = Coágulo na perna
    .lung_clot = Coágulo no pulmão
    .stroke = Derrame (AVC)
    .heart_attack = Infarto
    .other = Outra
    .skip = Não sei
    .line = Coágulo: qual
    .why = Cada uma se cuida de um jeito.
screening-hiv_hbv_hcv-which =
    Qual destas é? A sua resposta é sigilosa.
    Pode escolher várias.
    .hiv = HIV
    .hepatitis_b = Hepatite B
    .hepatitis_c = Hepatite C
    .htlv = HTLV
    .line = HIV ou hepatite: qual
    .why = O médico olha cada uma em separado. Ninguém mais precisa saber.
screening-hiv_hbv_hcv-treatment = Já fez tratamento para isso?
    .taking_now = Sim, faço agora
    .completed = Sim, já terminei
    .none = Não, nenhum
    .line = HIV, hepatite: cuidado
    .why = Muitas pessoas em tratamento são avaliadas como todas. Por isso pergunto.
screening-hiv_hbv_hcv-last_load =
    Qual foi o resultado da sua última carga viral?
    .undetectable = Indetectável
    .detectable = Detectável
    .line = Carga viral
    .why = A carga viral diz ao médico se o vírus está controlado.
screening-diabetes_control-hba1c =
    Quanto deu a sua última hemoglobina glicada (HbA1c)?
    Por exemplo: 7,2. Se não sabe, pode pular a pergunta.
    .skip = Não sei
    .line = Hemoglobina glicada
    .why = Esse número mostra como esteve o açúcar nos últimos meses.
screening-diabetes_control-medicine =
    Que remédios usa para o diabetes?
    Escreva como estão na caixa. Se não usa nenhum, escreva “nenhum”.
    .line = Diabetes: remédios
    .why = O médico precisa conhecer os remédios que usa.
screening-allergy-to =
    A que tem alergia grave?
    Pode escolher várias.
    .dmso = DMSO
    .human_albumin = Albumina humana
    .animal_protein = Algo de boi ou de porco
    .antibiotics = Antibióticos
    .anesthetics = Anestesia
    .latex = Látex
    .contrast = Contraste de exame
    .other = Outra coisa
    .line = Alergia: a quê
    .why = Algumas dessas coisas são usadas nos tratamentos. O médico deve evitar um dano.
screening-allergy-reaction =
    O que aconteceu com a alergia?
    É grave se a garganta fechou, se desmaiou ou se foi ao pronto-socorro. Pode escolher várias.
    .anaphylaxis = Foi uma reação grave
    .rash = Manchas ou coceira
    .other = Outra coisa
    .line = Alergia: o que houve
    .why = Uma alergia pode ser leve ou grave. O médico precisa saber como foi.
screening-allergy-details =
    Com que produto foi, e quando?
    Escreva como se lembra.
    .skip = Não me lembro
    .line = Alergia: detalhes
    .why = O nome exato ajuda o médico a evitar esse produto.
screening-anticoagulant-medicine =
    Que anticoagulante ou aspirina toma, e de quantos miligramas?
    Escreva como está na caixa. Continue tomando como foi indicado.
    .skip = Não me lembro
    .line = Anticoagulante: qual
    .why = Com esse remédio, é mais fácil sangrar. O médico precisa saber qual é.
screening-anticoagulant-reason =
    Para que doença foi receitado?
    .skip = Não sei
    .line = Anticoagulante: motivo
    .why = O motivo diz ao médico por que esse remédio é importante no seu caso.
screening-steroid_long-medicine =
    Que cortisona ou prednisona usa, e de quantos miligramas?
    Escreva como está na caixa. Se foi uma injeção, diga isso.
    .skip = Não me lembro
    .line = Cortisona: qual
    .why = A cortisona muda como as defesas trabalham. O médico considera isso.
screening-steroid_long-since =
    Desde quando usa, ou quando foi a injeção?
    .skip = Não me lembro
    .line = Cortisona: quando
    .why = O tempo de uso importa para o médico.
    .retry1 = Escreva uma data, mesmo aproximada. Por exemplo: “janeiro de 2026”.
    .retry2 = Bastam o mês e o ano, ou algo como “há dois meses”.
screening-prior_cell_reaction-reaction =
    Depois disso, teve uma reação, uma infecção ou um caroço?
    .line = Células: reação
    .why = Uma reação anterior é algo que o médico deve olhar com cuidado.
screening-prior_cell_reaction-product =
    O que foi aplicado, em que lugar e quando?
    Escreva o que souber.
    .skip = Não sei
    .line = Células: o quê, quando
    .why = O produto e a data ajudam o médico a entender o que aconteceu.
screening-prior_cell_reaction-what_happened =
    Como foi depois?
    Conte com suas palavras.
    .line = Células: como foi
    .why = O que veio depois é valioso para o médico, bom ou ruim.
screening-recent =
    Alguma destas coisas vale para o seu caso?
    - Uma operação nas últimas 6 semanas, ou uma já marcada
    - Uma injeção na articulação que incomoda, nos últimos 6 meses
    - Prótese, pinos, parafusos ou placa no lugar do problema
    - Uma vacina nas últimas 4 semanas
    Pode escolher várias.
    .none = Nenhuma destas
    .line = Saúde, há pouco tempo
    .why = O que houve há pouco pode mudar os tempos. O médico avalia isso.
    .retry1 = Escolha as que valem no seu caso. Pode escrever vários números, por exemplo: 1, 3.
    .retry2 = Se nenhuma vale, escolha “Nenhuma destas”. Na dúvida, escolha “Não sei”.
screening-recent_surgery-operation =
    Que operação foi, ou qual está marcada?
    .line = Operação: qual
    .why = O médico precisa saber o que foi operado e se falta algo.
screening-recent_surgery-when =
    Quando foi, ou para quando está marcada?
    .skip = Não sei
    .line = Operação: quando
    .why = O corpo precisa de tempo depois de uma operação.
    .retry1 = Escreva uma data, mesmo aproximada. Por exemplo: “5 de maio”.
    .retry2 = Também serve algo como “há três semanas” ou “no mês que vem”.
screening-recent_joint_injection-product =
    O que foi injetado?
    Pode escolher várias.
    .cortisone = Cortisona
    .hyaluronic_acid = Ácido hialurônico
    .prp = PRP (plasma)
    .cells = Células
    .other = Outra coisa
    .line = Injeção: o quê
    .why = O que foi injetado pode ainda estar na articulação.
screening-recent_joint_injection-when =
    Quando foi a última injeção?
    Bastam o mês e o ano.
    .skip = Não me lembro
    .line = Injeção: quando
    .why = O médico precisa saber quanto tempo passou.
screening-joint_prosthesis-place =
    Em que lugar está, e o que foi colocado?
    Por exemplo: “joelho direito, prótese”.
    .line = Prótese: onde
    .why = O metal e as próteses mudam o que se pode fazer nesse lugar.
screening-joint_prosthesis-when =
    Quando foi colocada?
    Basta o ano.
    .skip = Não me lembro
    .line = Prótese: quando
    .why = O médico precisa saber há quanto tempo está ali.
screening-recent_vaccine-name =
    Que vacina foi?
    .skip = Não me lembro
    .line = Vacina: qual
    .why = Algumas vacinas levam vírus vivos, e o médico precisa saber.
screening-recent_vaccine-when =
    Quando tomou a vacina?
    .skip = Não me lembro
    .line = Vacina: quando
    .why = O médico conta as semanas desde a vacina.
    .retry1 = Escreva o dia, mesmo aproximado. Por exemplo: “2 de outubro”.
    .retry2 = Também serve algo como “há duas semanas”.
