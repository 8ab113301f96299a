### Realistic outcomes in writing, by evidence tier or by condition where the tier alone would flatten it.
### In order of likelihood, with the limit in the same message, and "keep your present treatment". No percentage, no time, no dose.
### Every text here is clinical: a physician must sign each one, with its hash, before it is used. All awaiting signature.

## By tier

# Tier strong. Must achieve: what may happen, most likely first; some see no change; it is not a cure. Awaiting signature.
outcomes-strong =
    Isto é o que se sabe hoje. Há estudos em pessoas, alguns muito bem feitos.
    O que pode ocorrer, do mais ao menos provável:
    - menos dor ou outros sintomas
    - melhor movimento
    - um avanço mais lento do problema
    - em alguns casos, menos remédio, se o seu médico decidir
    Algumas pessoas não notam nenhuma mudança. Não é uma cura.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Tier moderate. Must achieve: early or mixed studies, rehabilitation, others see no change. Awaiting signature.
outcomes-moderate =
    Isto é o que se sabe hoje. Os estudos são poucos ou não concordam.
    Algumas pessoas dizem ter menos dor e, depois, se mover melhor. Quase sempre junto com reabilitação.
    Outras não notam nenhuma mudança. Não é uma cura. Um médico precisa ver o seu caso.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Tier preliminary. Must achieve: nobody knows; no benefit is to be expected. Awaiting signature.
outcomes-preliminary =
    Isto é o que se sabe hoje. Ainda não há provas suficientes para saber se isto ajuda.
    Não posso dizer que espere uma melhora. Não é uma cura.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Not on the evidence map. Must achieve: no benefit described, the case is still read by a physician. Awaiting signature.
outcomes-none =
    Este problema não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Mesmo assim, um médico vai ler o seu caso e responder por escrito.
    Continue com os seus médicos e com o seu tratamento atual.

## By condition: strong or moderate

# Must achieve: the honesty line of clinical-facts 1.1. Must not say that cartilage grows or a prosthesis is avoided. Awaiting signature.
outcomes-knee_osteoarthritis =
    Isto é o que se sabe hoje sobre a artrose no joelho. Há estudos em pessoas, alguns muito bem feitos.
    A melhora média é modesta, e nem todos os estudos a encontraram.
    O que pode ocorrer, do mais ao menos provável:
    - menos dor
    - melhor movimento
    - um avanço mais lento do problema
    - em alguns casos, menos remédio, se o seu médico decidir
    Algumas pessoas não notam nenhuma mudança. Não é uma cura.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Must not say that a tear closes. Awaiting signature.
outcomes-rotator_cuff =
    Isto é o que se sabe hoje sobre o manguito rotador. Os estudos são poucos e pequenos.
    Algumas pessoas dizem ter menos dor e, depois, mover melhor o ombro. Quase sempre junto com reabilitação.
    Outras não notam nenhuma mudança. Não é uma cura. Um médico precisa ver o seu caso.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Must not say that a tendon is rebuilt. Awaiting signature.
outcomes-tendinopathy =
    Isto é o que se sabe hoje sobre os tendões. Há estudos, mas com poucas pessoas.
    Algumas dizem ter menos dor e, depois, usar melhor o tendão. Quase sempre junto com reabilitação.
    Outras não notam nenhuma mudança. Não é uma cura. Um médico precisa ver o seu caso.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# An adjunct under study; the tear is the surgeon's matter. Must not say that surgery is avoided. Awaiting signature.
outcomes-ligament_meniscus_injury =
    Isto é o que se sabe hoje sobre ligamentos e meniscos. Os estudos são poucos ou não concordam.
    É estudado como apoio, junto com reabilitação. Se há uma ruptura, quem avalia é o seu cirurgião.
    Algumas pessoas dizem ter menos dor e, depois, se mover melhor. Outras não notam nenhuma mudança. Não é uma cura.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Spoken of as moderate until the physicians name the contexts. Must not say that another operation is avoided. Awaiting signature.
outcomes-post_surgical_orthopedic =
    Isto é o que se sabe hoje. Depois de uma operação, os estudos cobrem só alguns casos.
    Algumas pessoas dizem ter menos dor e, depois, se mover melhor. Quase sempre junto com reabilitação.
    Outras não notam nenhuma mudança. Não é uma cura. Um médico precisa ver que operação foi e como está.
    Continue com o seu cirurgião e com o seu tratamento atual, a não ser que o seu médico mude algo.
# Nearly everybody here takes medicine that calms the immune system. Must not say that any of it can be left. Awaiting signature.
outcomes-rheumatoid_arthritis =
    Isto é o que se sabe hoje sobre a artrite reumatoide. Os estudos são poucos e pequenos.
    Algumas pessoas dizem ter menos dor e, depois, se mover melhor. Outras não notam nenhuma mudança. Não é uma cura.
    Os seus remédios são importantes. Continue com eles, a não ser que o seu reumatologista mude algo.
    Um médico precisa ver o seu caso.

## By condition: preliminary

# Nothing is carried over from the knee. Awaiting signature.
outcomes-hip_osteoarthritis =
    Isto é o que se sabe hoje. O que foi estudado no joelho não vale para o quadril.
    No quadril há poucos estudos bons. Ainda não se sabe se ajuda.
    Não posso dizer que espere uma melhora. Não é uma cura.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Only ever together with the rheumatologist. Awaiting signature.
outcomes-lupus =
    Isto é o que se sabe hoje. No lúpus os estudos são pequenos e não concordam.
    O que comparou com um placebo não encontrou vantagem. Não posso dizer que espere uma melhora. Não é uma cura.
    Um médico vai ler o seu caso e responder por escrito. Tudo seria sempre junto com o seu reumatologista.
    Continue com os seus remédios, a não ser que o seu reumatologista mude algo.
# Must not say that relapses stop. New weakness or loss of sight belongs to urgent care. Awaiting signature.
outcomes-multiple_sclerosis =
    Isto é o que se sabe hoje. Na esclerose múltipla os estudos não concordam, e ainda não se sabe se ajuda.
    Não posso dizer que espere uma melhora. Não é uma cura.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu neurologista e com o seu tratamento. Se de repente perder força ou visão, vá ao pronto-socorro.
# Must not say that the disease slows. Awaiting signature.
outcomes-parkinson =
    Isto é o que se sabe hoje. No Parkinson os estudos são pequenos. Também melhorou quem recebeu um placebo.
    Por isso ainda não se sabe se ajuda. Não posso dizer que espere uma melhora. Não é uma cura.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu neurologista e com o seu tratamento atual.
# Spoken of as preliminary. The work on sugar, sleep, weight and movement stands first. Must not say that insulin or metformin can be left. Awaiting signature.
outcomes-diabetes_type_2 =
    Isto é o que se sabe hoje. No diabetes tipo 2 os estudos são pequenos, e ainda não se sabe se ajuda.
    Não posso dizer que espere uma melhora. Não é uma cura.
    O cuidado com açúcar, sono, peso e movimento conta tanto quanto o resto.
    Continue com a sua insulina e os seus remédios, a não ser que o seu médico mude algo. Um médico vai responder por escrito.
# Must not say that hair grows. Awaiting signature.
outcomes-hair_loss =
    Isto é o que se sabe hoje. Para a queda de cabelo há poucos estudos, e são pequenos. Também já houve problemas sérios com produtos sem controle.
    Não posso dizer que espere uma melhora.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.
# Must not say younger skin. The evidence is disclosed in writing before anything else. Awaiting signature.
outcomes-aesthetics =
    Isto é o que se sabe hoje. Para a pele e a estética há bem poucos estudos.
    Não posso dizer que espere uma melhora.
    Um médico vai ler o seu caso. Vai dizer por escrito o que se sabe e o que não se sabe.
    Continue com o seu tratamento atual, a não ser que o seu médico mude algo.

## By condition: no benefit is described

# Must not say that a disc is rebuilt or surgery avoided. Awaiting signature.
outcomes-back_pain =
    Isto é o que se sabe hoje. Para as costas e os discos ainda não há provas para o uso em pessoas.
    Não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com os seus médicos e com o seu tratamento atual.
# Must not say that memory comes back. Often a relative reads this. Awaiting signature.
outcomes-alzheimer =
    Sabemos que isto pesa em toda a família. Para a memória e o Alzheimer os estudos estão só no começo.
    Ainda não se sabe se ajuda. Por isso não vou falar de benefícios.
    Um médico vai ler o caso e responder por escrito.
    Continuem com os médicos e com o tratamento atual.
# Slow, no urgency, a person is near. Awaiting signature.
outcomes-als =
    Obrigado por confiar isto a nós. Não há pressa.
    Na ELA, um estudo grande não atingiu a meta. Não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito. Se quiser falar com alguém da equipe, escreva “pessoa”.
    Continue com a sua equipe médica e com o seu tratamento atual.
# Must not speak of walking. Awaiting signature.
outcomes-spinal_cord_injury =
    Isto é o que se sabe hoje. Nas lesões da medula há bem poucos estudos, e sem grupo para comparar.
    Ainda não se sabe se ajuda. Por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com a sua reabilitação e com os seus médicos.
# Must not speak of speech, contact or behaviour as outcomes. Often a parent reads this. Awaiting signature.
outcomes-autism =
    Obrigado por escrever. No autismo, um estudo grande com células não encontrou vantagem sobre um placebo.
    Não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o caso e responder por escrito.
    Continuem com os médicos e com as terapias atuais.
# Must not speak of easier breathing. Breathless now is an emergency. Awaiting signature.
outcomes-copd =
    As doenças do pulmão não estão no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu pneumologista, o seu oxigênio e os seus remédios. Se tem falta de ar agora, ligue para o número de emergência.
# Must not speak of a stronger heart. Awaiting signature.
outcomes-heart_failure =
    Isto é o que se sabe hoje. No coração, um estudo grande não atingiu a meta principal.
    Não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com o seu cardiologista e com os seus remédios.
# Must not say that dialysis is avoided. Awaiting signature.
outcomes-kidney_disease =
    As doenças dos rins não estão no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso com cuidado e responder por escrito.
    Continue com o seu nefrologista, com a diálise, se faz, e com o seu tratamento.
# Must not say that a transplant is avoided. Awaiting signature.
outcomes-liver_disease =
    As doenças do fígado não estão no mapa de evidências da clínica. Os estudos são pequenos e não concordam.
    Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com os seus médicos e com o seu tratamento atual.
# Must say that insulin stays. Awaiting signature.
outcomes-diabetes_type_1 =
    Isto é o que se sabe hoje. No diabetes tipo 1 há poucos estudos, e ainda não se sabe se ajuda.
    Por isso não vou falar de benefícios. A insulina é vital: continue com ela como foi indicado.
    Um médico vai ler o seu caso e responder por escrito.
    Se o açúcar está muito alto e há vômito, vá ao pronto-socorro.
# Must not speak of more energy. Awaiting signature.
outcomes-long_covid =
    A COVID longa é real, e cansa quando ninguém acredita. Mas ainda não há estudos terminados que digam se isto ajuda.
    Não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com os seus médicos e com o seu tratamento atual.
# Private; must not speak of performance. Awaiting signature.
outcomes-erectile_dysfunction =
    Obrigado pela confiança. Isto é lido com sigilo.
    Não está no mapa de evidências da clínica. Ninguém sabe ainda se ajuda, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito. Se prefere falar a sós com alguém, escreva “pessoa”.
    Continue com os seus médicos e com o seu tratamento atual.
# Must not say younger or longer life. Awaiting signature.
outcomes-anti_aging =
    Isto é o que se sabe hoje. Não há provas de que isto deixe alguém mais jovem nem alongue a vida.
    Ninguém sabe se ajuda em algo, e por isso não vou falar de benefícios.
    Um médico vai ler o seu caso e responder por escrito.
    Continue com os seus médicos e com o seu tratamento atual.
# Anything else; no diagnosis is guessed. Awaiting signature.
outcomes-other =
    O que descreve não está no mapa de evidências da clínica. Ninguém sabe se ajuda, e por isso não vou falar de benefícios. Também não posso dar um nome ao problema.
    Um médico vai ler suas palavras e responder por escrito.
    Continue com os seus médicos e com o seu tratamento atual.

## No outcome in the chat at all

# Graft-versus-host disease. Must achieve: stay with the transplant team; the case is passed on as urgent. Awaiting signature.
condition-stay_with_team =
    Obrigado por me contar. O médico precisa avaliar isso.
    Continue com a sua equipe de transplante e com o tratamento, como foi indicado.
    Passo o seu caso à equipe como urgente.
# ARDS. Must achieve: this belongs to a hospital, now. Awaiting signature.
condition-hospital =
    O que descreve se trata em um hospital, não neste chat.
    Se a pessoa respira com dificuldade agora, ligue para o número de emergência ou vá ao pronto-socorro. Se já está no hospital, continue com essa equipe.
    Passo o seu caso à equipe como urgente.

## Check of understanding: what does the person expect. The labels are the patient's own expectation, never our claim.

# Asked after a strong or moderate text. Right: relief. Must achieve: no exam, no shame. Awaiting signature.
outcomes-check =
    Quero saber se expliquei bem. Com o que acabou de ler, o que espera?
    .relief = Talvez algum alívio
    .cure = Que tudo passe
    .unsure = Não ficou claro
    .line = O que entendeu
    .why = Ninguém deve decidir com base em um engano. É melhor esclarecer agora.
    .again =
        Digo de outra forma, porque é importante.
        As células mandam sinais que podem acalmar a inflamação. Não são peças novas, e o efeito tem um limite.
        Algumas pessoas sentem alívio, outras não notam nada, e a doença continua ali. Ninguém aqui pode prometer mais do que isso.
# Asked after a preliminary text or none. Right: unknown. Awaiting signature.
outcomes-unknown =
    Quero saber se expliquei bem. Com o que acabou de ler, o que entendeu?
    .unknown = Ainda não se sabe
    .benefit = Que vou melhorar
    .unsure = Não ficou claro
    .line = O que entendeu
    .why = Ninguém deve decidir com base em um engano. É melhor esclarecer agora.
    .again =
        Digo de outra forma, porque é importante.
        No seu problema ninguém sabe ainda se isto ajuda. Pode não acontecer nada.
        Eu não posso dizer que vai melhorar. O médico vai dizer por escrito o que se sabe e o que não se sabe.
