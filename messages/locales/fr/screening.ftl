### Screening: one text per row and follow-up of flows/protocol/contraindications.toml.
### Plain words, never a verdict. "No lo sé" is a full answer. All of it awaits a physician's signature.

# Said after an answer that a physician must look at. Must achieve: thanks, and no judgement at all. Awaiting signature.
ack-flag = Merci de me l’avoir dit. Le médecin doit revoir ce point.

## Asked one by one

screening-active_malignancy =
    Parlons de votre santé. “Je ne sais pas” est aussi une bonne réponse. Si vous écrivez pour une autre personne, répondez pour elle.
    Avez-vous un cancer en ce moment, un traitement contre un cancer ou des examens pour le savoir ?
    Une biopsie à venir compte aussi.
    .line = Cancer en ce moment
    .why = S’il y a un cancer, ou un doute, le médecin le regarde avant tout le reste.
screening-active_malignancy-cancer_type =
    Quel type de cancer est-ce, ou que cherche-t-on ?
    Écrivez-le comme on vous l’a dit.
    .line = Type de cancer
    .why = Chaque type de cancer est différent, et le médecin doit savoir lequel c’est.
screening-active_malignancy-treatment =
    Quel traitement recevez-vous pour le cancer, et avec quel médecin ?
    Continuez à le suivre comme on vous l’a dit.
    .line = Traitement du cancer
    .why = Le médecin veut savoir qui vous suit, et avec quel traitement.
screening-past_malignancy =
    Avez-vous déjà eu un cancer, même s’il est passé ?
    Le cancer de la peau et celui du sang comptent aussi.
    .line = Cancer dans le passé
    .why = Le temps passé depuis un cancer compte. Le médecin en juge.
screening-past_malignancy-treatment_ended =
    Quand le traitement de ce cancer a-t-il pris fin ?
    Le mois et l’année suffisent.
    .skip = Je ne sais plus
    .line = Fin du traitement
    .why = Le médecin doit savoir combien de temps a passé depuis.
screening-past_malignancy-cancer_type =
    Quel type de cancer était-ce ?
    .skip = Je ne sais pas
    .line = Cancer passé : type
    .why = Chaque type de cancer se surveille à sa façon.
screening-past_malignancy-still_on_tablets =
    Prenez-vous encore des cachets ou des piqûres contre ce cancer ?
    Par exemple : tamoxifène ou létrozole.
    .line = Contre le cancer
    .why = Ce médicament peut encore être utile. Le médecin en tient compte.
screening-uncontrolled_infection =
    Avez-vous en ce moment une infection, de la fièvre ou une plaie ouverte ?
    Répondez “oui” aussi si vous prenez un antibiotique.
    .line = Infection ou fièvre
    .why = En cas d’infection, le médecin regarde cela d’abord.
screening-uncontrolled_infection-place =
    À quel endroit du corps ?
    .skip = Je ne sais pas
    .line = Lieu de l’infection
    .why = L’endroit dit au médecin ce qu’il doit regarder.
screening-uncontrolled_infection-since =
    Depuis quand ?
    Vous pouvez écrire le jour, ou le mois et l’année.
    .skip = Je ne sais plus
    .line = Début de l’infection
    .why = Le médecin veut savoir si elle est récente ou ancienne.
    .retry1 = Écrivez une date, même approximative. Par exemple : “3 mars”.
    .retry2 = Vous pouvez aussi écrire “hier” ou “il y a deux semaines”.
screening-uncontrolled_infection-antibiotic =
    Quel antibiotique prenez-vous ?
    Écrivez-le comme sur la boîte. Si vous n’en prenez pas, écrivez “aucun”.
    .line = Antibiotique
    .why = L’antibiotique dit au médecin quel traitement vous recevez.
screening-pregnancy =
    Êtes-vous enceinte, est-ce possible, ou essayez-vous de l’être ?
    Je le demande à toute personne de 12 à 55 ans.
    .not_applicable = Cela ne me concerne pas
    .line = Grossesse
    .why = Pendant la grossesse, le médecin prend soin de deux personnes. Il doit donc le savoir.
screening-pregnancy-due_date =
    Quelle est la date prévue de la naissance ?
    S’il n’y a pas encore de date, vous pouvez passer la question.
    .skip = Pas encore de date
    .line = Date de la naissance
    .why = La date aide le médecin à savoir ce qui convient, et quand.
    .retry1 = Écrivez le mois et l’année de la naissance, même sans certitude.
    .retry2 = Vous pouvez aussi écrire combien de semaines il reste. Si vous ne savez pas, passez la question.
screening-breastfeeding = Allaitez-vous en ce moment ?
    .line = Allaitement
    .why = Ce que la mère reçoit peut arriver au bébé. Le médecin en tient compte.
screening-breastfeeding-baby_age = Quel âge a le bébé ?
    .line = Âge du bébé
    .why = L’âge du bébé aide le médecin à penser au bien des deux.
screening-blood_disorder =
    Un médecin vous a-t-il parlé d’une maladie du sang ou de la coagulation ?
    Par exemple : plaquettes basses, hémophilie ou thrombophilie.
    .line = Maladie du sang
    .why = Une maladie du sang peut causer des saignements ou des caillots. Le médecin doit la regarder.
screening-blood_disorder-name =
    Quel nom votre médecin lui a-t-il donné ?
    .skip = Je ne sais plus
    .line = Maladie du sang : nom
    .why = Le nom dit au médecin quels risques regarder.
screening-blood_disorder-bleeding_or_clots =
    A-t-elle causé des saignements ou des caillots ?
    Vous pouvez choisir les deux.
    .bleeding = Saignements
    .clots = Caillots
    .neither = Ni l’un ni l’autre
    .line = Saignements, caillots
    .why = Un saignement et un caillot ne se soignent pas de la même façon.
screening-immunomodulator =
    Prenez-vous un médicament qui calme ou baisse les défenses du corps ?
    En cachets, en piqûres ou en perfusion. Par exemple : méthotrexate ou biothérapie.
    .line = Médicament immunitaire
    .why = Ces médicaments changent la réponse du corps. Le médecin les regarde. Continuez à les prendre comme on vous l’a dit.
screening-immunomodulator-medicine =
    Lequel est-ce ?
    Écrivez-le comme sur la boîte.
    .skip = Je ne sais plus
    .line = Immunité : lequel
    .why = Le médecin doit savoir exactement lequel c’est.
screening-immunomodulator-last_dose =
    À quand remonte la dernière dose ?
    .skip = Je ne sais plus
    .line = Immunité : dernière dose
    .why = Certains de ces médicaments restent des semaines dans le corps.
    .retry1 = Écrivez la date, même approximative. Par exemple : “hier” ou “10 juin”.
    .retry2 = Le mois et l’année suffisent. Par exemple : “juin 2026”.
screening-immunomodulator-reason =
    Pour quelle maladie le prenez-vous ?
    .skip = Je ne sais pas
    .line = Immunité : pour quoi
    .why = La maladie qu’il soigne compte aussi pour le médecin.
screening-organ_failure =
    Avez-vous une maladie grave du cœur, des poumons, du foie ou des reins ?
    Répondez “oui” aussi si vous avez de l’oxygène chez vous ou une dialyse.
    .line = Maladie d’un organe
    .why = Ces organes travaillent dans tout traitement. Le médecin doit savoir comment ils vont.
screening-organ_failure-organ =
    Quel organe est-ce ?
    Vous pouvez en choisir plusieurs.
    .heart = Cœur
    .lung = Poumons
    .liver = Foie
    .kidney = Reins
    .other = Un autre
    .skip = Je ne sais pas
    .line = Quel organe
    .why = Le médecin regarde chaque organe avec d’autres examens.
screening-organ_failure-support =
    Avez-vous de l’oxygène à la maison ou une dialyse ?
    .oxygen = Oxygène
    .dialysis = Dialyse
    .neither = Aucun des deux
    .line = Oxygène ou dialyse
    .why = Cela dit au médecin de quelle aide le corps a besoin aujourd’hui.
screening-organ_failure-stage =
    Savez-vous à quel stade c’est, ou ce que disaient les derniers examens ?
    Écrivez ce dont vous vous souvenez.
    .skip = Je ne sais pas
    .line = Stade ou examens
    .why = Le médecin sait ainsi jusqu’où va la maladie.
screening-transplant = Avez-vous reçu une greffe d’organe, de cornée ou de moelle osseuse ?
    .line = Greffe
    .why = Une greffe et ses médicaments demandent un soin particulier. Le médecin doit le savoir.
screening-transplant-which =
    Quelle greffe était-ce ?
    Vous pouvez en choisir plusieurs.
    .organ = D’un organe
    .cornea = De cornée
    .bone_marrow = De moelle osseuse
    .other = Une autre
    .skip = Je ne sais pas
    .line = Greffe : laquelle
    .why = Chaque greffe se suit à sa façon.
screening-transplant-when =
    En quelle année était-ce ?
    .skip = Je ne sais plus
    .line = Greffe : année
    .why = Le temps passé depuis une greffe compte pour le médecin.
    .retry1 = Écrivez l’année en chiffres. Par exemple : 2018.
    .retry2 = Un ordre d’idée suffit. Par exemple : “vers 2018”.
screening-transplant-medicine =
    Quels médicaments prenez-vous pour la greffe ?
    Écrivez-les comme sur la boîte.
    .line = Greffe : médicaments
    .why = Ces médicaments protègent la greffe. Le médecin doit les connaître.
# Must achieve: somebody who left other care, or means to, is found the same day, without blame. Awaiting signature.
screening-stopped_treatment =
    Avez-vous arrêté, ou pensez-vous arrêter, un traitement donné par votre médecin ?
    Vous pouvez le dire en confiance. Ici, personne ne juge.
    .line = Traitement arrêté
    .why = Arrêter un traitement peut faire du mal. Dans ce cas, l’équipe veut vous parler bientôt.
screening-stopped_treatment-which =
    Quel traitement est-ce ?
    Avant tout changement, parlez avec le médecin qui l’a prescrit.
    .line = Quel traitement
    .why = Pour certains traitements, il est important de vous parler aujourd’hui.
screening-stopped_treatment-since =
    Quand l’avez-vous arrêté, ou quand pensez-vous le faire ?
    .skip = Je ne sais pas
    .line = Traitement : quand
    .why = Les jours sans traitement comptent pour le médecin.
    .retry1 = Écrivez une date, même approximative. Par exemple : “il y a deux semaines”.
    .retry2 = Le mois suffit. Par exemple : “en mars”.
screening-capacity = Cette personne peut-elle comprendre et décider par elle-même ?
    .line = Peut décider
    .why = Chacun décide pour son corps. S’il faut de l’aide, le médecin doit savoir qui l’apporte.
screening-capacity-representative =
    Qui décide avec elle ou pour elle, et quel est leur lien ?
    .line = Qui aide à décider
    .why = Le médecin parlera aussi avec cette personne.

## Asked together. The body lists the items in full, because the buttons are short.

# Must achieve: nine answers in one glance; several may be chosen; HIV and hepatitis are named without shame. Awaiting signature.
screening-ever =
    Avez-vous, ou avez-vous déjà eu, l’une de ces choses ?
    - Caillot dans la jambe ou le poumon, AVC (attaque cérébrale) ou infarctus
    - VIH, hépatite B ou C, ou HTLV. C’est confidentiel, et beaucoup de dossiers de personnes traitées sont lus comme les autres
    - Diabète
    - Allergie grave
    - Anticoagulant, ou aspirine tous les jours
    - Cortisone ou prednisone en cachets, ou en piqûre ces 3 derniers mois
    - Un traitement passé avec des cellules, des exosomes ou du PRP
    Vous pouvez en choisir plusieurs.
    .none = Aucune de ces choses
    .line = Santé passée et actuelle
    .why = Chacune change un point auquel le médecin doit veiller. Rien ne se décide ici.
    .retry1 = Choisissez ce que vous avez ou avez eu. Vous pouvez écrire plusieurs numéros, par exemple : 1, 5.
    .retry2 = Si vous n’avez rien, choisissez “Aucune de ces choses”. Dans le doute, choisissez “Je ne sais pas”.
screening-thrombosis-happened =
    Quand avez-vous eu le caillot, l’AVC ou l’infarctus pour la dernière fois ?
    Le mois et l’année suffisent.
    .skip = Je ne sais plus
    .line = Caillot : quand
    .why = Le médecin doit savoir combien de temps a passé.
screening-thrombosis-event =
    Laquelle de ces choses était-ce ?
    Vous pouvez en choisir plusieurs.
    .leg_clot = Caillot dans la jambe
    .lung_clot = Caillot dans le poumon
    .stroke = AVC
    .heart_attack = Infarctus
    .other = Une autre
    .skip = Je ne sais pas
    .line = Caillot : lequel
    .why = Chacune se soigne à sa façon.
screening-hiv_hbv_hcv-which =
    De laquelle s’agit-il ? Votre réponse est confidentielle.
    Vous pouvez en choisir plusieurs.
    .hiv = VIH
    .hepatitis_b = Hépatite B
    .hepatitis_c = Hépatite C
    .htlv = HTLV
    .line = VIH, hépatite : laquelle
    .why = Le médecin regarde chacune à part. Personne d’autre n’a besoin de le savoir.
screening-hiv_hbv_hcv-treatment = Avez-vous reçu un traitement pour cela ?
    .taking_now = Oui, en ce moment
    .completed = Oui, il est terminé
    .none = Non, aucun
    .line = VIH, hépatite : soins
    .why = Beaucoup de dossiers de personnes traitées sont lus comme les autres. C’est pourquoi je demande.
screening-hiv_hbv_hcv-last_load =
    Quel était le résultat de votre dernière charge virale ?
    .undetectable = Indétectable
    .detectable = Détectable
    .line = Charge virale
    .why = La charge virale dit au médecin si le virus est bien contrôlé.
screening-diabetes_control-hba1c =
    Quel était le chiffre de votre dernière hémoglobine glyquée (HbA1c) ?
    Par exemple : 7,2. Si vous ne savez pas, vous pouvez passer la question.
    .skip = Je ne sais pas
    .line = Hémoglobine glyquée
    .why = Ce chiffre montre comment allait le sucre ces derniers mois.
screening-diabetes_control-medicine =
    Quels médicaments prenez-vous pour le diabète ?
    Écrivez-les comme sur la boîte. Si vous n’en prenez pas, écrivez “aucun”.
    .line = Diabète : médicaments
    .why = Le médecin doit connaître les médicaments que vous prenez.
screening-allergy-to =
    À quoi êtes-vous gravement allergique ?
    Vous pouvez en choisir plusieurs.
    .dmso = DMSO
    .human_albumin = Albumine humaine
    .animal_protein = Produit de vache ou porc
    .antibiotics = Antibiotiques
    .anesthetics = Anesthésie
    .latex = Latex
    .contrast = Produit de contraste
    .other = Autre chose
    .line = Allergie : à quoi
    .why = Certaines de ces choses servent dans les traitements. Le médecin doit vous protéger.
screening-allergy-reaction =
    Que s’est-il passé avec l’allergie ?
    C’est grave si la gorge s’est fermée, en cas d’évanouissement ou de passage aux urgences. Vous pouvez en choisir plusieurs.
    .anaphylaxis = C’était grave
    .rash = Boutons, démangeaisons
    .other = Autre chose
    .line = Allergie : les faits
    .why = Une allergie peut être légère ou grave. Le médecin doit savoir comment c’était.
screening-allergy-details =
    Avec quel produit était-ce, et quand ?
    Écrivez ce dont vous vous souvenez.
    .skip = Je ne sais plus
    .line = Allergie : détails
    .why = Le nom exact aide le médecin à éviter ce produit.
screening-anticoagulant-medicine =
    Quel anticoagulant ou quelle aspirine prenez-vous, et combien de milligrammes ?
    Écrivez-le comme sur la boîte. Continuez à le prendre comme on vous l’a dit.
    .skip = Je ne sais plus
    .line = Anticoagulant : lequel
    .why = Avec ce médicament, on saigne plus facilement. Le médecin doit savoir lequel c’est.
screening-anticoagulant-reason =
    Pour quelle maladie vous l’a-t-on donné ?
    .skip = Je ne sais pas
    .line = Anticoagulant : motif
    .why = Le motif dit au médecin pourquoi ce médicament compte pour vous.
screening-steroid_long-medicine =
    Quelle cortisone ou prednisone prenez-vous, et combien de milligrammes ?
    Écrivez-la comme sur la boîte. Si c’était une piqûre, dites-le.
    .skip = Je ne sais plus
    .line = Cortisone : laquelle
    .why = La cortisone change le travail des défenses. Le médecin en tient compte.
screening-steroid_long-since =
    Depuis quand la prenez-vous, ou quand était la piqûre ?
    .skip = Je ne sais plus
    .line = Cortisone : quand
    .why = La durée compte pour le médecin.
    .retry1 = Écrivez une date, même approximative. Par exemple : “janvier 2026”.
    .retry2 = Le mois et l’année suffisent, ou quelque chose comme “il y a deux mois”.
screening-prior_cell_reaction-reaction =
    Avez-vous eu ensuite une réaction, une infection ou une boule ?
    .line = Cellules : réaction
    .why = Une réaction passée est un point que le médecin doit regarder avec soin.
screening-prior_cell_reaction-product =
    Qu’avez-vous reçu, à quel endroit et quand ?
    Écrivez ce que vous savez.
    .skip = Je ne sais pas
    .line = Cellules : quoi, quand
    .why = Le produit et la date aident le médecin à comprendre ce qui s’est passé.
screening-prior_cell_reaction-what_happened =
    Comment cela s’est-il passé ensuite ?
    Racontez-le avec vos mots.
    .line = Cellules : la suite
    .why = Ce qui est venu ensuite est utile au médecin, que ce soit bon ou mauvais.
screening-recent =
    L’une de ces choses vous concerne-t-elle ?
    - Une opération ces 6 dernières semaines, ou une opération prévue
    - Une piqûre dans l’articulation qui vous gêne, ces 6 derniers mois
    - Prothèse, vis ou plaque à l’endroit du problème
    - Un vaccin ces 4 dernières semaines
    Vous pouvez en choisir plusieurs.
    .none = Aucune de ces choses
    .line = Santé récente
    .why = Ce qui est récent peut changer le calendrier. Le médecin en juge.
    .retry1 = Choisissez ce qui vous concerne. Vous pouvez écrire plusieurs numéros, par exemple : 1, 3.
    .retry2 = Si rien ne vous concerne, choisissez “Aucune de ces choses”. Dans le doute, choisissez “Je ne sais pas”.
screening-recent_surgery-operation =
    Quelle opération était-ce, ou laquelle est prévue ?
    .line = Opération : laquelle
    .why = Le médecin doit savoir ce qui a été opéré, et ce qui reste à faire.
screening-recent_surgery-when =
    Quand était-ce, ou pour quand est-elle prévue ?
    .skip = Je ne sais pas
    .line = Opération : quand
    .why = Le corps a besoin de temps après une opération.
    .retry1 = Écrivez une date, même approximative. Par exemple : “5 mai”.
    .retry2 = Vous pouvez aussi écrire “il y a trois semaines” ou “le mois prochain”.
screening-recent_joint_injection-product =
    Que vous a-t-on injecté ?
    Vous pouvez en choisir plusieurs.
    .cortisone = Cortisone
    .hyaluronic_acid = Acide hyaluronique
    .prp = PRP (plasma)
    .cells = Cellules
    .other = Autre chose
    .line = Injection : quoi
    .why = Ce qui a été injecté peut être encore dans l’articulation.
screening-recent_joint_injection-when =
    Quand était la dernière injection ?
    Le mois et l’année suffisent.
    .skip = Je ne sais plus
    .line = Injection : quand
    .why = Le médecin doit savoir combien de temps a passé.
screening-joint_prosthesis-place =
    Où est-ce, et que vous a-t-on posé ?
    Par exemple : “genou droit, prothèse”.
    .line = Prothèse : où
    .why = Le métal et les prothèses changent ce que l’on peut faire à cet endroit.
screening-joint_prosthesis-when =
    Quand l’a-t-on posée ?
    L’année suffit.
    .skip = Je ne sais plus
    .line = Prothèse : quand
    .why = Le médecin doit savoir depuis quand elle est là.
screening-recent_vaccine-name =
    Quel vaccin était-ce ?
    .skip = Je ne sais plus
    .line = Vaccin : lequel
    .why = Certains vaccins portent des virus vivants, et le médecin doit le savoir.
screening-recent_vaccine-when =
    Quand l’avez-vous reçu ?
    .skip = Je ne sais plus
    .line = Vaccin : quand
    .why = Le médecin compte les semaines depuis le vaccin.
    .retry1 = Écrivez le jour, même sans certitude. Par exemple : “2 octobre”.
    .retry2 = Vous pouvez aussi écrire “il y a deux semaines”.
