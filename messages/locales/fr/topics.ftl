### What seekers ask for at any time, and each therapy people ask for by name. Said beside an open question, so nothing here asks.
### The words are the clinic's philosophy in plain speech. Each text is clinical: a physician must sign it before it is used. All awaiting signature.
### `.line` names the topic in the list below the help text, at most 24 characters.

## Topics

# Must achieve: signals and their ceiling in one breath; no new tissue, no cure, nothing rebuilt at a late stage. Awaiting signature.
topic-how =
    Les cellules envoient des signaux au corps. Elles sont comme le chef de chantier, pas comme les briques.
    Ces signaux peuvent calmer l’inflammation et guider le corps dans sa propre réparation, et cet effet a un plafond.
    Les cellules ne deviennent pas un tissu neuf. Elles ne refont pas non plus un organe à un stade avancé. Ce n’est pas une guérison.
    Ce que l’on peut sentir dépend du problème, et de l’état du corps qui les reçoit.
    .line = L’action des cellules
# Must achieve: evidence differs by condition and does not carry over; one's own text comes in writing. Awaiting signature.
topic-evidence =
    Cela dépend du problème. Pour quelques-uns, il y a des études solides, et même là le bienfait peut être modeste.
    Pour d’autres, il y a peu d’études, ou elles ne disent pas la même chose.
    Pour beaucoup de ceux que la publicité met en avant, les preuves manquent ou les études sont rares.
    Ce que l’on sait d’une maladie ne dit rien d’une autre.
    Ce que l’on sait de la vôtre, vous le recevez par écrit, dans ce chat ou du médecin.
    .line = Ce que disent les études
# Must achieve: risk exists and is named; nobody denies it; why so many questions; one's own risks in writing. Awaiting signature.
topic-safety =
    Tout traitement a des risques, et celui-ci aussi. Personne ne peut vous dire qu’il n’y en a pas.
    On a vu de la fièvre, des infections et des caillots.
    C’est pourquoi je pose tant de questions de santé. Une maladie, un médicament ou une grossesse peuvent changer le risque.
    Le médecin vous explique par écrit les risques dans votre cas, avant que vous décidiez.
    .line = Risques et sécurité
# Must achieve: why there is no figure yet and when it comes; the reason for the order; no range, no hint. Awaiting signature.
topic-price =
    D’abord, un médecin lit votre dossier. Sans cela, tout chiffre serait inventé.
    Si le médecin voit que l’on peut continuer, la clinique vous remet un devis écrit, point par point.
    Vous le recevez avant de signer un consentement, et vous le lisez au calme.
    Avant la lecture du dossier, je ne donne aucun chiffre, même approché. Dans cet ordre, c’est la médecine qui décide, et non la vente.
    .line = Quand il y a un prix
# Must achieve: what a cure would mean; realistic outcomes, most likely first; both harms of a promise. Awaiting signature.
topic-promise =
    Personne ne doit vous promettre une guérison. Ce mot veut dire que la maladie finit et ne revient pas.
    Pour la plupart des maladies qui durent, aucun traitement n’y arrive aujourd’hui. Celui-ci non plus.
    Là où les études le soutiennent, voici ce qui peut arriver, du plus au moins probable :
    - moins de symptômes
    - de meilleurs mouvements
    - une évolution plus lente du problème
    - parfois, moins de médicaments, si votre médecin le décide
    Certaines personnes ne voient aucun changement.
    Une promesse a deux dangers. Une personne laisse un traitement dont elle a besoin. Ou elle va vraiment mieux, et le vit comme un échec.
    Gardez votre traitement actuel, sauf si votre médecin le change.
    .line = Pourquoi pas de promesse
# Must achieve: a physician decides, in writing, by four questions; a no can be care; no counts of people. Awaiting signature.
topic-acceptance =
    C’est un médecin qui le décide, par écrit. Moi, je ne décide rien. Le médecin regarde quatre points :
    - il y a des études publiées qui le justifient pour ce problème
    - la santé de la personne le permet
    - rien ne s’y oppose
    - la personne sait par écrit ce qu’elle peut attendre, et décide avec cela
    S’il en manque un, on ne continue pas, même si la personne le souhaite beaucoup.
    Dire non peut être le soin le plus sûr. Le médecin explique pourquoi.
    .line = Pourquoi parfois “non”
# Also the answer to a wish for a date. Must achieve: no date before the review, the order of things, the plan around the cells. Awaiting signature.
topic-visit =
    Je ne donne pas de rendez-vous. L’équipe fixe les dates avec vous. Avant, il y a ceci, dans l’ordre :
    - vous envoyez vos examens
    - un médecin les lit et vous répond par écrit
    - s’il voit que l’on peut continuer, vous recevez un devis écrit et un résumé du plan
    - les deux papiers sont dans une langue que vous lisez bien
    - ensuite, vous décidez avec le médecin et, si vous voulez, vous signez le consentement
    Les cellules sont une partie du plan. L’autre porte sur l’inflammation, le métabolisme, le mouvement et le sommeil.
    Parfois, cette partie commence des semaines avant.
    .line = La visite et le plan
# Must achieve: check-ins are part of care; what is asked; results are shown to the person; where to go when unwell. Awaiting signature.
topic-follow_up =
    Le suivi fait partie des soins de toute personne traitée. Il a lieu à 1, 3, 6 et 12 mois.
    Chaque fois, on vous demande comment vous allez, si vous avez mal et ce que vous pouvez faire. On parle aussi des médicaments, de l’exercice et du sommeil.
    Chaque fois, vous voyez vos résultats. Le médecin vous les explique, même si rien n’a changé.
    Si vous vous sentez mal entre deux dates, n’attendez pas : prévenez l’équipe. En cas d’urgence, appelez le numéro d’urgence.
    .line = Le suivi
# Must achieve: apart from care, default no, refusing changes nothing, without the name, the way back. Awaiting signature.
topic-research =
    La recherche est à part de vos soins. Si vous ne dites rien, la réponse est non.
    Si vous dites oui, vos données servent à des études sans votre nom. Rien ne dit qui vous êtes.
    Dire non ne change rien à vos soins.
    Un oui peut se retirer quand vous voulez. Écrivez “personne”.
    .line = La recherche
# Also the answer to "where are you". Must achieve: address from the team; regulation of the place, not of a treatment. Awaiting signature.
topic-clinic =
    L’équipe de { $clinic } vous envoie l’adresse et les horaires. Écrivez “personne”.
    Le lieu est au Mexique et relève de la réglementation de la COFEPRIS. Le lieu et ses avis dépendent donc des règles de cette autorité.
    Cela ne veut pas dire que l’autorité approuve un traitement.
    Les médecins signent de leur nom, avec leur numéro professionnel. Qui n’est pas médecin ne dirige pas la partie médicale, et cet assistant non plus.
    .line = Clinique et médecins

## Therapies people ask for by name: the same four questions for each, and the status of flows/protocol/therapies.toml.
## An answer that is not stated there is left to the physician, in so many words. Nothing is praised.

# Status: an adjunct for some uses. Must achieve: small studies, source and risk still to be answered, harm has been reported. Awaiting signature.
therapy-exosomes =
    Les exosomes sont de très petites particules qui portent les signaux des cellules.
    La clinique se pose quatre questions pour chaque thérapie :
    - comment elle agit : on le sait
    - études publiées pour cet usage : petites, et seulement pour certains usages
    - origine réglementée que l’on peut vérifier : le médecin doit répondre
    - risque raisonnable : le médecin doit répondre
    Avec des produits non contrôlés, on a vu des dommages graves.
    Pour le moment, la clinique s’en sert en complément dans certains cas d’orthopédie et d’esthétique.
    J’ai noté votre question. Un médecin vous répond par écrit.
# Status: certain ones, within a wider plan. Must achieve: peptides differ; a prescribed one is not stopped. Awaiting signature.
therapy-peptides =
    Il y a beaucoup de peptides, et chacun est différent.
    La clinique se pose quatre questions pour chaque thérapie :
    - comment elle agit : on le sait en partie, et cela change de l’un à l’autre
    - études publiées pour cet usage : le médecin doit répondre
    - origine réglementée que l’on peut vérifier : le médecin doit répondre, produit par produit
    - risque raisonnable : le médecin doit répondre
    Pour le moment, certains peptides peuvent faire partie d’un plan plus large.
    Si votre médecin vous en a déjà prescrit un, ne l’arrêtez pas pour cela.
    J’ai noté votre question. Un médecin vous répond par écrit.
# Status: an adjunct in some knees. Must achieve: own blood is not the same as no risk; the physician decides. Awaiting signature.
therapy-prp =
    Le PRP, ou plasma riche en plaquettes, se prépare avec le sang de la personne elle-même.
    La clinique se pose quatre questions pour chaque thérapie :
    - comment elle agit : on le sait
    - études publiées pour cet usage : en partie
    - origine que l’on peut vérifier : oui, c’est votre propre sang
    - risque raisonnable : le médecin doit répondre
    Pour le moment, la clinique s’en sert en complément dans certains traitements du genou.
    J’ai noté votre question. Un médecin vous répond par écrit.
# Status: declined as a main treatment. Must achieve: the decision as it stands, without inventing its reason. Awaiting signature.
therapy-molecular_hydrogen =
    La clinique se pose quatre questions pour chaque thérapie. Pour l’hydrogène moléculaire :
    - comment elle agit : on le sait en partie
    - études publiées pour cet usage : le médecin doit répondre
    - origine réglementée que l’on peut vérifier : le médecin doit répondre
    - risque raisonnable : le médecin doit répondre
    Pour le moment, la clinique a décidé de ne pas s’en servir comme traitement principal.
    J’ai noté votre question. Un médecin vous répond par écrit.
# Status: no decision. Must achieve: no lean either way; whoever has it prescribed elsewhere goes on with it. Awaiting signature.
therapy-plasma_exchange =
    La clinique se pose quatre questions pour chaque thérapie. Pour l’échange de plasma :
    - comment elle agit : on le sait en partie
    - études publiées pour cet usage : le médecin doit répondre
    - origine réglementée que l’on peut vérifier : le médecin doit répondre
    - risque raisonnable : le médecin doit répondre
    Pour le moment, la clinique n’a pas publié de décision.
    Si votre médecin vous l’a déjà prescrit, continuez.
    J’ai noté votre question. Un médecin vous répond par écrit.
# Status: several protocols declined. Must achieve: the missing evidence is named as what the clinic has not seen. Awaiting signature.
therapy-nad =
    La clinique se pose quatre questions pour chaque thérapie. Pour les mélanges avec du NAD :
    - comment ils agissent : on le sait en partie
    - études publiées pour cet usage : la clinique n’a pas vu de données fiables sur des groupes de personnes
    - origine réglementée que l’on peut vérifier : le médecin doit répondre
    - risque raisonnable : le médecin doit répondre
    Pour le moment, la clinique a décidé de ne pas proposer plusieurs de ces mélanges.
    J’ai noté votre question. Un médecin vous répond par écrit.
# Status: certain combinations declined. Some are medicines for other diseases, so none is to be stopped. Awaiting signature.
therapy-senolytics =
    La clinique se pose quatre questions pour chaque thérapie. Pour les sénolytiques :
    - comment ils agissent : on le sait en partie
    - études publiées pour cet usage : celles faites chez l’humain ne le soutiennent pas encore
    - origine réglementée que l’on peut vérifier : le médecin doit répondre
    - risque raisonnable : le médecin doit répondre
    Pour le moment, la clinique a décidé de ne pas proposer certains mélanges.
    Certains sont des médicaments pour d’autres maladies. Si votre médecin vous en a déjà prescrit un, continuez.
    J’ai noté votre question. Un médecin vous répond par écrit.
# For every therapy without a text of its own. Must achieve: the four questions, what a no means, no verdict on it. Awaiting signature.
therapy-other =
    La clinique se pose les mêmes quatre questions pour chaque thérapie :
    - si l’on sait comment elle agit
    - s’il y a des études publiées pour cet usage
    - si elle vient d’une origine réglementée que l’on peut vérifier
    - si le risque est raisonnable pour cette personne
    Si une réponse est non, la clinique ne la propose pas. Pour celle que vous citez, le médecin doit répondre aux quatre.
    Pour le moment, je n’ai pas de décision à vous dire. Si votre médecin l’a déjà prescrite, ne l’arrêtez pas pour cela.
    J’ai noté votre question. Un médecin vous répond par écrit.
