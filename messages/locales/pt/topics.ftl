### What seekers ask for at any time, and each therapy people ask for by name. Said beside an open question, so nothing here asks.
### The words are the clinic's philosophy in plain speech. Each text is clinical: a physician must sign it before it is used. All awaiting signature.
### `.line` names the topic in the list below the help text, at most 24 characters.

## Topics

# Must achieve: signals and their ceiling in one breath; no new tissue, no cure, nothing rebuilt at a late stage. Awaiting signature.
topic-how =
    As células mandam sinais ao corpo. São como o mestre de obras, não como os tijolos.
    Esses sinais podem acalmar a inflamação e orientar a reparação natural do corpo, e esse efeito tem um teto.
    As células não viram tecido novo. Também não reconstroem um órgão em fase avançada. Não são uma cura.
    O que se pode notar depende do problema e de como está o corpo que as recebe.
    .line = Como agem as células
# Must achieve: evidence differs by condition and does not carry over; one's own text comes in writing. Awaiting signature.
topic-evidence =
    Depende do problema. Em alguns poucos há estudos fortes, e mesmo assim a melhora pode ser modesta.
    Em outros, os estudos são poucos ou não concordam.
    Em muitos dos mais anunciados, faltam provas ou quase não há estudos.
    O que se sabe de uma doença não diz nada sobre outra.
    O que se sabe da sua chega por escrito, neste chat ou pelo médico.
    .line = O que dizem os estudos
# Must achieve: risk exists and is named; nobody denies it; why so many questions; one's own risks in writing. Awaiting signature.
topic-safety =
    Todo tratamento tem riscos, e este também. Ninguém pode dizer que não há nenhum.
    Já houve febre, infecções e coágulos.
    Por isso faço tantas perguntas de saúde. Uma doença, um remédio ou uma gravidez podem mudar o risco.
    O médico explica por escrito os riscos no seu caso, antes de qualquer decisão.
    .line = Riscos e segurança
# Must achieve: why there is no figure yet and when it comes; the reason for the order; no range, no hint. Awaiting signature.
topic-price =
    Primeiro um médico lê os seus exames. Sem isso, qualquer valor seria inventado.
    Se o médico vê que é possível seguir, a clínica entrega um orçamento escrito, item por item.
    Ele chega antes de qualquer assinatura, com tempo para ler com calma.
    Antes da revisão não dou valores, nem aproximados. Nessa ordem, quem decide é a medicina, e não a venda.
    .line = Quando há um preço
# Must achieve: what a cure would mean; realistic outcomes, most likely first; both harms of a promise. Awaiting signature.
topic-promise =
    Ninguém deve prometer uma cura. Essa palavra quer dizer que a doença acaba e não volta.
    Na maioria dos problemas crônicos, hoje nenhum tratamento consegue isso. Este também não.
    Onde os estudos apoiam, isto é o que pode ocorrer, do mais ao menos provável:
    - menos sintomas
    - melhor movimento
    - um avanço mais lento do problema
    - em alguns casos, menos remédio, se o seu médico decidir
    Algumas pessoas não notam nenhuma mudança.
    Uma promessa tem dois perigos. Uma pessoa larga um tratamento de que precisa. Ou melhora mesmo, e vive isso como um fracasso.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
    .line = Por que não se promete
# Must achieve: a physician decides, in writing, by four questions; a no can be care; no counts of people. Awaiting signature.
topic-acceptance =
    Isso quem decide é um médico, por escrito. Eu não decido nada. O médico olha quatro coisas:
    - que haja estudos publicados que justifiquem o uso nesse problema
    - que a saúde da pessoa permita
    - que não haja algo que impeça
    - que a pessoa saiba por escrito o que pode esperar, e decida com isso
    Se falta uma, não se segue adiante, mesmo que a pessoa queira muito.
    Dizer não pode ser o cuidado mais seguro. O médico explica o motivo.
    .line = Por que às vezes é “não”
# Also the answer to a wish for a date. Must achieve: no date before the review, the order of things, the plan around the cells. Awaiting signature.
topic-visit =
    Eu não marco consultas. As datas são combinadas com a equipe. Antes vem isto, em ordem:
    - o senhor ou a senhora envia os exames
    - um médico lê e responde por escrito
    - se o médico vê que é possível seguir, chegam um orçamento escrito e um resumo do plano
    - os dois papéis vêm em um idioma que lê bem
    - depois decide com o médico e, se quiser, assina o consentimento
    As células são uma parte do plano. A outra parte trabalha a inflamação, o metabolismo, o movimento e o sono.
    Às vezes essa parte começa semanas antes.
    .line = A consulta e o plano
# Must achieve: check-ins are part of care; what is asked; results are shown to the person; where to go when unwell. Awaiting signature.
topic-follow_up =
    O acompanhamento faz parte do cuidado de quem recebe tratamento. É feito depois de 1, 3, 6 e 12 meses.
    Cada vez se pergunta como está, quanta dor tem e o que consegue fazer. Também sobre remédios, exercício e sono.
    Cada vez os resultados são mostrados. O médico explica o que querem dizer, também se nada mudou.
    Se passar mal entre uma data e outra, não espere: avise a equipe. Em uma emergência, ligue para o número de emergência.
    .line = O acompanhamento
# Must achieve: apart from care, default no, refusing changes nothing, without the name, the way back. Awaiting signature.
topic-research =
    A pesquisa é separada do seu atendimento. Se não disser nada, a resposta é não.
    Se disser sim, seus dados são usados em estudos sem o seu nome. Nada mostra quem é.
    Se disser não, nada muda no seu atendimento.
    Um sim pode ser retirado quando quiser. Escreva “pessoa”.
    .line = A pesquisa
# Also the answer to "where are you". Must achieve: address from the team; regulation of the place, not of a treatment. Awaiting signature.
topic-clinic =
    A equipe da { $clinic } informa o endereço e o horário. Escreva “pessoa”.
    O local fica no México e funciona sob a regulação da COFEPRIS. Quer dizer que o local e seus avisos estão sob as regras dessa autoridade.
    Não quer dizer que a autoridade aprove um tratamento.
    Os médicos assinam com o nome e o registro profissional. Quem não é médico não dirige a parte médica, e este assistente também não.
    .line = A clínica e os médicos

## Therapies people ask for by name: the same four questions for each, and the status of flows/protocol/therapies.toml.
## An answer that is not stated there is left to the physician, in so many words. Nothing is praised.

# Status: an adjunct for some uses. Must achieve: small studies, source and risk still to be answered, harm has been reported. Awaiting signature.
therapy-exosomes =
    Os exossomos são partículas muito pequenas que levam sinais das células.
    A clínica faz quatro perguntas sobre cada terapia:
    - como age: isso se conhece
    - estudos publicados para esse uso: pequenos, e só em alguns usos
    - origem regulada que se possa comprovar: o médico deve responder
    - risco razoável: o médico deve responder
    Com produtos sem regulação já houve danos sérios.
    Por enquanto, a clínica os usa como apoio em alguns casos de ortopedia e de estética.
    Anotei a sua pergunta. Um médico responde por escrito.
# Status: certain ones, within a wider plan. Must achieve: peptides differ; a prescribed one is not stopped. Awaiting signature.
therapy-peptides =
    Há muitos peptídeos, e cada um é diferente.
    A clínica faz quatro perguntas sobre cada terapia:
    - como age: se conhece em parte, e muda de um para outro
    - estudos publicados para esse uso: o médico deve responder
    - origem regulada que se possa comprovar: o médico deve responder, produto por produto
    - risco razoável: o médico deve responder
    Por enquanto, certos peptídeos podem ser parte de um plano mais amplo.
    Se o seu médico já receitou um, não pare por causa disto.
    Anotei a sua pergunta. Um médico responde por escrito.
# Status: an adjunct in some knees. Must achieve: own blood is not the same as no risk; the physician decides. Awaiting signature.
therapy-prp =
    O PRP, ou plasma rico em plaquetas, é preparado com o sangue da própria pessoa.
    A clínica faz quatro perguntas sobre cada terapia:
    - como age: isso se conhece
    - estudos publicados para esse uso: em parte
    - origem que se possa comprovar: sim, é o seu próprio sangue
    - risco razoável: o médico deve responder
    Por enquanto, a clínica o usa como apoio em alguns tratamentos de joelho.
    Anotei a sua pergunta. Um médico responde por escrito.
# Status: declined as a main treatment. Must achieve: the decision as it stands, without inventing its reason. Awaiting signature.
therapy-molecular_hydrogen =
    A clínica faz quatro perguntas sobre cada terapia. Sobre o hidrogênio molecular:
    - como age: se conhece em parte
    - estudos publicados para esse uso: o médico deve responder
    - origem regulada que se possa comprovar: o médico deve responder
    - risco razoável: o médico deve responder
    Por enquanto, a clínica decidiu não usá-lo como tratamento principal.
    Anotei a sua pergunta. Um médico responde por escrito.
# Status: no decision. Must achieve: no lean either way; whoever has it prescribed elsewhere goes on with it. Awaiting signature.
therapy-plasma_exchange =
    A clínica faz quatro perguntas sobre cada terapia. Sobre a troca de plasma:
    - como age: se conhece em parte
    - estudos publicados para esse uso: o médico deve responder
    - origem regulada que se possa comprovar: o médico deve responder
    - risco razoável: o médico deve responder
    Por enquanto, a clínica não tem uma decisão publicada.
    Se já faz essa troca porque o seu médico indicou, continue com ela.
    Anotei a sua pergunta. Um médico responde por escrito.
# Status: several protocols declined. Must achieve: the missing evidence is named as what the clinic has not seen. Awaiting signature.
therapy-nad =
    A clínica faz quatro perguntas sobre cada terapia. Sobre as misturas com NAD:
    - como agem: se conhece em parte
    - estudos publicados para esse uso: a clínica não viu dados confiáveis em grupos de pessoas
    - origem regulada que se possa comprovar: o médico deve responder
    - risco razoável: o médico deve responder
    Por enquanto, a clínica decidiu não oferecer várias dessas misturas.
    Anotei a sua pergunta. Um médico responde por escrito.
# Status: certain combinations declined. Some are medicines for other diseases, so none is to be stopped. Awaiting signature.
therapy-senolytics =
    A clínica faz quatro perguntas sobre cada terapia. Sobre os senolíticos:
    - como agem: se conhece em parte
    - estudos publicados para esse uso: os que há em pessoas ainda não apoiam
    - origem regulada que se possa comprovar: o médico deve responder
    - risco razoável: o médico deve responder
    Por enquanto, a clínica decidiu não oferecer certas combinações.
    Algumas são remédios usados em outras doenças. Se o seu médico já receitou um deles, continue tomando.
    Anotei a sua pergunta. Um médico responde por escrito.
# For every therapy without a text of its own. Must achieve: the four questions, what a no means, no verdict on it. Awaiting signature.
therapy-other =
    A clínica faz as mesmas quatro perguntas sobre cada terapia:
    - se é conhecido como age
    - se há estudos publicados para esse uso
    - se vem de uma origem regulada que se possa comprovar
    - se o risco é razoável para essa pessoa
    Se uma resposta é não, a clínica não a oferece. Sobre a terapia que citou, o médico deve responder às quatro.
    Por enquanto não posso dar uma decisão. Se o seu médico já a indicou, não pare por causa disto.
    Anotei a sua pergunta. Um médico responde por escrito.
