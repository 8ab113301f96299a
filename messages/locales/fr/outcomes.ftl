### Realistic outcomes in writing, by evidence tier or by condition where the tier alone would flatten it.
### In order of likelihood, with the limit in the same message, and "keep your present treatment". No percentage, no time, no dose.
### Every text here is clinical: a physician must sign each one, with its hash, before it is used. All awaiting signature.

## By tier

# Tier strong. Must achieve: what may happen, most likely first; some see no change; it is not a cure. Awaiting signature.
outcomes-strong =
    Voici ce que l’on sait aujourd’hui. Il y a des études chez l’humain, et certaines sont très solides.
    Ce qui peut arriver, du plus au moins probable :
    - moins de douleur ou d’autres symptômes
    - de meilleurs mouvements
    - une évolution plus lente du problème
    - parfois, moins de médicaments, si votre médecin le décide
    Certaines personnes ne voient aucun changement. Ce n’est pas une guérison.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Tier moderate. Must achieve: early or mixed studies, rehabilitation, others see no change. Awaiting signature.
outcomes-moderate =
    Voici ce que l’on sait aujourd’hui. Il y a peu d’études, ou elles ne disent pas la même chose.
    Certaines personnes disent avoir moins mal et, ensuite, mieux bouger. C’est presque toujours avec de la rééducation.
    D’autres ne voient aucun changement. Ce n’est pas une guérison. Un médecin doit voir votre cas.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Tier preliminary. Must achieve: nobody knows; no benefit is to be expected. Awaiting signature.
outcomes-preliminary =
    Voici ce que l’on sait aujourd’hui. Il n’y a pas encore assez de preuves pour savoir si cela aide.
    Je ne peux pas vous annoncer d’amélioration. Ce n’est pas une guérison.
    Un médecin lira votre dossier et vous répondra par écrit.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Not on the evidence map. Must achieve: no benefit described, the case is still read by a physician. Awaiting signature.
outcomes-none =
    Ce problème n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira quand même votre dossier et vous répondra par écrit.
    Continuez avec vos médecins et votre traitement actuel.

## By condition: strong or moderate

# Must achieve: the honesty line of clinical-facts 1.1. Must not say that cartilage grows or a prosthesis is avoided. Awaiting signature.
outcomes-knee_osteoarthritis =
    Voici ce que l’on sait aujourd’hui sur l’arthrose du genou. Il y a des études chez l’humain, et certaines sont très solides.
    Le bienfait moyen est modeste, et toutes les études ne l’ont pas trouvé.
    Ce qui peut arriver, du plus au moins probable :
    - moins de douleur
    - de meilleurs mouvements
    - une évolution plus lente du problème
    - parfois, moins de médicaments, si votre médecin le décide
    Certaines personnes ne voient aucun changement. Ce n’est pas une guérison.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Must not say that a tear closes. Awaiting signature.
outcomes-rotator_cuff =
    Voici ce que l’on sait aujourd’hui sur la coiffe des rotateurs. Les études sont rares et petites.
    Certaines personnes disent avoir moins mal et, ensuite, mieux bouger l’épaule. C’est presque toujours avec de la rééducation.
    D’autres ne voient aucun changement. Ce n’est pas une guérison. Un médecin doit voir votre cas.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Must not say that a tendon is rebuilt. Awaiting signature.
outcomes-tendinopathy =
    Voici ce que l’on sait aujourd’hui sur les tendons. Il y a des études, mais avec peu de personnes.
    Certaines disent avoir moins mal et, ensuite, mieux se servir du tendon. C’est presque toujours avec de la rééducation.
    D’autres ne voient aucun changement. Ce n’est pas une guérison. Un médecin doit voir votre cas.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# An adjunct under study; the tear is the surgeon's matter. Must not say that surgery is avoided. Awaiting signature.
outcomes-ligament_meniscus_injury =
    Voici ce que l’on sait aujourd’hui sur les ligaments et les ménisques. Il y a peu d’études, ou elles ne disent pas la même chose.
    On étudie cela comme une aide, avec de la rééducation. S’il y a une déchirure, c’est à votre chirurgien de la juger.
    Certaines personnes disent avoir moins mal et, ensuite, mieux bouger. D’autres ne voient aucun changement. Ce n’est pas une guérison.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Spoken of as moderate until the physicians name the contexts. Must not say that another operation is avoided. Awaiting signature.
outcomes-post_surgical_orthopedic =
    Voici ce que l’on sait aujourd’hui. Après une opération, les études portent sur quelques cas seulement.
    Certaines personnes disent avoir moins mal et, ensuite, mieux bouger. C’est presque toujours avec de la rééducation.
    D’autres ne voient aucun changement. Ce n’est pas une guérison. Un médecin doit voir quelle opération c’était, et où vous en êtes.
    Continuez avec votre chirurgien et votre traitement actuel, sauf si votre médecin le change.
# Nearly everybody here takes medicine that calms the immune system. Must not say that any of it can be left. Awaiting signature.
outcomes-rheumatoid_arthritis =
    Voici ce que l’on sait aujourd’hui sur la polyarthrite rhumatoïde. Les études sont rares et petites.
    Certaines personnes disent avoir moins mal et, ensuite, mieux bouger. D’autres ne voient aucun changement. Ce n’est pas une guérison.
    Vos médicaments sont importants. Gardez-les, sauf si votre rhumatologue les change.
    Un médecin doit voir votre cas.

## By condition: preliminary

# Nothing is carried over from the knee. Awaiting signature.
outcomes-hip_osteoarthritis =
    Voici ce que l’on sait aujourd’hui. Ce que l’on a étudié au genou ne vaut pas pour la hanche.
    Pour la hanche, il y a peu de bonnes études. On ne sait pas encore si cela aide.
    Je ne peux pas vous annoncer d’amélioration. Ce n’est pas une guérison.
    Un médecin lira votre dossier et vous répondra par écrit.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Only ever together with the rheumatologist. Awaiting signature.
outcomes-lupus =
    Voici ce que l’on sait aujourd’hui. Pour le lupus, les études sont petites et ne disent pas la même chose.
    Celle qui a comparé avec un placebo n’a pas trouvé d’avantage. Je ne peux pas vous annoncer d’amélioration. Ce n’est pas une guérison.
    Un médecin lira votre dossier et vous répondra par écrit. Ce serait toujours avec votre rhumatologue.
    Gardez vos médicaments, sauf si votre rhumatologue les change.
# Must not say that relapses stop. New weakness or loss of sight belongs to urgent care. Awaiting signature.
outcomes-multiple_sclerosis =
    Voici ce que l’on sait aujourd’hui. Pour la sclérose en plaques, les études ne disent pas la même chose. On ne sait pas encore si cela aide.
    Je ne peux pas vous annoncer d’amélioration. Ce n’est pas une guérison.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec votre neurologue et votre traitement. Si vous perdez d’un coup de la force ou de la vue, allez aux urgences.
# Must not say that the disease slows. Awaiting signature.
outcomes-parkinson =
    Voici ce que l’on sait aujourd’hui. Pour Parkinson, les études sont petites. Ceux qui recevaient un placebo allaient mieux aussi.
    On ne sait donc pas encore si cela aide. Je ne peux pas vous annoncer d’amélioration. Ce n’est pas une guérison.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec votre neurologue et votre traitement actuel.
# Spoken of as preliminary. The work on sugar, sleep, weight and movement stands first. Must not say that insulin or metformin can be left. Awaiting signature.
outcomes-diabetes_type_2 =
    Voici ce que l’on sait aujourd’hui. Pour le diabète de type 2, les études sont petites. On ne sait pas encore si cela aide.
    Je ne peux pas vous annoncer d’amélioration. Ce n’est pas une guérison.
    Le soin du sucre, du sommeil, du poids et du mouvement compte autant que le reste.
    Gardez votre insuline et vos médicaments, sauf si votre médecin les change. Un médecin vous répondra par écrit.
# Must not say that hair grows. Awaiting signature.
outcomes-hair_loss =
    Voici ce que l’on sait aujourd’hui. Pour la chute de cheveux, les études sont rares et petites. On a vu aussi des problèmes graves avec des produits non contrôlés.
    Je ne peux pas vous annoncer d’amélioration.
    Un médecin lira votre dossier et vous répondra par écrit.
    Gardez votre traitement actuel, sauf si votre médecin le change.
# Must not say younger skin. The evidence is disclosed in writing before anything else. Awaiting signature.
outcomes-aesthetics =
    Voici ce que l’on sait aujourd’hui. Pour la peau et l’esthétique, il y a très peu d’études.
    Je ne peux pas vous annoncer d’amélioration.
    Un médecin lira votre dossier. Il vous dira par écrit ce que l’on sait et ce que l’on ne sait pas.
    Gardez votre traitement actuel, sauf si votre médecin le change.

## By condition: no benefit is described

# Must not say that a disc is rebuilt or surgery avoided. Awaiting signature.
outcomes-back_pain =
    Voici ce que l’on sait aujourd’hui. Pour le dos et les disques, il n’y a pas encore de preuves pour un usage chez l’humain.
    Ce problème n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec vos médecins et votre traitement actuel.
# Must not say that memory comes back. Often a relative reads this. Awaiting signature.
outcomes-alzheimer =
    Nous savons que cela pèse sur toute la famille. Pour la mémoire et Alzheimer, les études ne font que commencer.
    On ne sait pas encore si cela aide. Je ne parlerai donc pas de bienfaits.
    Un médecin lira le dossier et répondra par écrit.
    Continuez avec les médecins et le traitement actuels.
# Slow, no urgency, a person is near. Awaiting signature.
outcomes-als =
    Merci de nous confier cela. Rien ne presse.
    Pour la SLA, une grande étude n’a pas atteint son but. Cette maladie n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit. Si vous voulez parler à quelqu’un de l’équipe, écrivez “personne”.
    Continuez avec votre équipe médicale et votre traitement actuel.
# Must not speak of walking. Awaiting signature.
outcomes-spinal_cord_injury =
    Voici ce que l’on sait aujourd’hui. Pour les lésions de la moelle, il y a très peu d’études, sans groupe pour comparer.
    On ne sait pas encore si cela aide. Je ne parlerai donc pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec votre rééducation et vos médecins.
# Must not speak of speech, contact or behaviour as outcomes. Often a parent reads this. Awaiting signature.
outcomes-autism =
    Merci de nous écrire. Pour l’autisme, une grande étude avec des cellules n’a pas fait mieux qu’un placebo.
    L’autisme n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira le dossier et répondra par écrit.
    Continuez avec les médecins et les thérapies actuels.
# Must not speak of easier breathing. Breathless now is an emergency. Awaiting signature.
outcomes-copd =
    Les maladies des poumons ne sont pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec votre pneumologue, votre oxygène et vos médicaments. Si l’air vous manque maintenant, appelez le numéro d’urgence.
# Must not speak of a stronger heart. Awaiting signature.
outcomes-heart_failure =
    Voici ce que l’on sait aujourd’hui. Pour le cœur, une grande étude n’a pas atteint son but principal.
    Ce problème n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec votre cardiologue et vos médicaments.
# Must not say that dialysis is avoided. Awaiting signature.
outcomes-kidney_disease =
    Les maladies des reins ne sont pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier avec soin et vous répondra par écrit.
    Continuez avec votre néphrologue, votre dialyse si vous en avez une, et votre traitement.
# Must not say that a transplant is avoided. Awaiting signature.
outcomes-liver_disease =
    Les maladies du foie ne sont pas sur la carte des preuves de la clinique. Les études sont petites et ne disent pas la même chose.
    Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec vos médecins et votre traitement actuel.
# Must say that insulin stays. Awaiting signature.
outcomes-diabetes_type_1 =
    Voici ce que l’on sait aujourd’hui. Pour le diabète de type 1, il y a peu d’études. On ne sait pas encore si cela aide.
    Je ne parlerai donc pas de bienfaits. L’insuline est vitale : continuez-la comme elle a été prescrite.
    Un médecin lira votre dossier et vous répondra par écrit.
    Si votre sucre est très haut et que vous vomissez, allez aux urgences.
# Must not speak of more energy. Awaiting signature.
outcomes-long_covid =
    Le COVID long est réel, et c’est dur quand personne ne vous croit. Mais aucune étude terminée ne dit encore si cela aide.
    Il n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec vos médecins et votre traitement actuel.
# Private; must not speak of performance. Awaiting signature.
outcomes-erectile_dysfunction =
    Merci de votre confiance. Ceci reste confidentiel.
    Ce problème n’est pas sur la carte des preuves de la clinique. Personne ne sait encore si cela aide, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit. Pour en parler à quelqu’un en privé, écrivez “personne”.
    Continuez avec vos médecins et votre traitement actuel.
# Must not say younger or longer life. Awaiting signature.
outcomes-anti_aging =
    Voici ce que l’on sait aujourd’hui. Rien ne prouve que cela rende plus jeune ou allonge la vie.
    Personne ne sait si cela aide en quoi que ce soit, donc je ne parlerai pas de bienfaits.
    Un médecin lira votre dossier et vous répondra par écrit.
    Continuez avec vos médecins et votre traitement actuel.
# Anything else; no diagnosis is guessed. Awaiting signature.
outcomes-other =
    Ce que vous décrivez n’est pas sur la carte des preuves de la clinique. Personne ne sait si cela aide, donc je ne parlerai pas de bienfaits. Je ne peux pas non plus lui donner un nom.
    Un médecin lira vos mots et vous répondra par écrit.
    Continuez avec vos médecins et votre traitement actuel.

## No outcome in the chat at all

# Graft-versus-host disease. Must achieve: stay with the transplant team; the case is passed on as urgent. Awaiting signature.
condition-stay_with_team =
    Merci de me l’avoir dit. Le médecin doit revoir ce point.
    Restez avec votre équipe de greffe et gardez votre traitement, comme on vous l’a dit.
    Je transmets votre dossier à l’équipe comme urgent.
# ARDS. Must achieve: this belongs to a hospital, now. Awaiting signature.
condition-hospital =
    Ce que vous décrivez se soigne à l’hôpital, pas dans ce chat.
    Si la personne respire mal maintenant, appelez le numéro d’urgence ou allez aux urgences. Si elle est déjà à l’hôpital, restez avec cette équipe.
    Je transmets votre dossier à l’équipe comme urgent.

## Check of understanding: what does the person expect. The labels are the patient's own expectation, never our claim.

# Asked after a strong or moderate text. Right: relief. Must achieve: no exam, no shame. Awaiting signature.
outcomes-check =
    Je veux savoir si j’ai bien expliqué. Avec ce que vous venez de lire, qu’attendez-vous ?
    .relief = Peut-être un mieux
    .cure = Que tout disparaisse
    .unsure = Ce n’est pas clair
    .line = Ce que vous avez compris
    .why = Personne ne doit décider sur un malentendu. Mieux vaut l’éclaircir maintenant.
    .again =
        Je le dis autrement, car c’est important.
        Les cellules envoient des signaux qui peuvent calmer l’inflammation. Ce ne sont pas des pièces neuves, et leur effet a une limite.
        Certaines personnes ont moins mal, d’autres ne sentent rien, et la maladie est toujours là. Personne ici ne peut vous promettre plus.
# Asked after a preliminary text or none. Right: unknown. Awaiting signature.
outcomes-unknown =
    Je veux savoir si j’ai bien expliqué. Avec ce que vous venez de lire, qu’avez-vous compris ?
    .unknown = Personne ne le sait
    .benefit = Que j’irai mieux
    .unsure = Ce n’est pas clair
    .line = Ce que vous avez compris
    .why = Personne ne doit décider sur un malentendu. Mieux vaut l’éclaircir maintenant.
    .again =
        Je le dis autrement, car c’est important.
        Pour votre problème, personne ne sait encore si cela aide. Il se peut qu’il ne se passe rien.
        Je ne peux pas vous dire que vous irez mieux. Le médecin vous dira par écrit ce que l’on sait et ce que l’on ne sait pas.
