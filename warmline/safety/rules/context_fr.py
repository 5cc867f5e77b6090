"""French rules for harm, danger, worry about others, and for what discounts."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule("fr.harm_now", Signal.HARM_NOW, """
        (fait du mal|coupe|coupee|brule|brulee) ~ expres
        (griffe|griffee|entaille|taillade) les (bras|cuisses|jambes|poignets)
        j me (coupe|brule|scarifie|mutile|blesse|frappe) [en ce moment|maintenant|les bras|avec|encore|tous les]
        viens de me (scarifier|couper|bruler|mutiler|faire du mal)
        me suis (scarifie|scarifiee|mutile|mutilee|brule expres|coupe les bras|coupe les cuisses|coupee les bras|fait du mal)
        (ca) saigne encore
        """, why="Se fait du mal maintenant. Self-harm now.", example="je me coupe en ce moment", counter="je me suis coupé en me rasant"),
    Rule("fr.urge", Signal.URGE, """
        <veux> (me couper|me scarifier|me faire du mal|me faire mal|me bruler|me mutiler|me blesser|m automutiler)
        (automutilation|scarification|scarifications|automutiler)
        """, why="Une envie de se faire du mal. An urge.", example="j'ai envie de me faire du mal"),
    Rule("fr.attempted", Signal.ATTEMPTED, """
        tentative [de suicide]
        tentatives de suicide
        (essaye|essayer|tente|voulu) (de me tuer|de me suicider|de mourir|d en finir|mourir|de mettre fin|me tuer)
        """, why="Une tentative passée. A past attempt.", example="j'ai essayé de me tuer il y a deux ans"),
    Rule("fr.danger", Signal.DANGER, """
        (beau pere|pere|oncle|mari|copain|frere|mec|ex) ~ (abuse|me touche|m a touchee|m agresse) [de moi]
        (peur|crains) (pour ma vie|qu il me tue|que il me tue)
        (il|elle|mari|ex|pere|mec|copain|mere|on|quelqu un|ils) [va|veut|vont|menace de|essaie de|a essaye de|vient de] (me tuer|me frapper|me buter|me violer|m etrangler|me planter)
        (il|elle|mari|ex|pere|mec|copain|mere|beau pere) me (frappe|bat|tape|cogne|viole|menace|etrangle|harcele)
        (il|elle|mari|ex|pere|mec|copain|on|mere|compagnon|conjoint) m a (etranglee|frappee|frappe|battu|battue|viole|violee|etrangle|menace|cogne|tape)
        que (il|elle) me (tue|frappe|trouve)
        (ai ete|suis) (violee|viole|agressee|agresse|battue|sequestree)
        (devant|derriere) [la|ma] porte ~ avec [un|une] <arme>
        """, why="Quelqu'un lui fait du mal. In danger from someone.", example="mon mari me frappe"),
    Rule("fr.fear", Signal.FEAR, """
        [ai] peur (de lui|d elle|de mon mari|de mon pere|de mon ex|de mon copain|de rentrer)
        devient violent
        """, why="A peur de quelqu'un.", example="j'ai peur de lui"),
    Rule("fr.threat", Signal.THREAT, """
        j (vais|veux) (le|la|les) (tuer|buter|planter|flinguer)
        j (vais|veux) (tuer|buter) (mon|ma|mes) <personne>
        """, why="Parle de faire du mal à autrui.", example="je vais le tuer"),
    Rule("fr.other_done", Signal.OTHER_DONE, """
        (<personne>|il|elle) (a|vient d|vient de) (avaler|avale|pris|prendre|bu) ~ (tous|toute|plein|boite|#|trop) [ses|de|la] [<cachets>|cachets]
        <personne> ~ est sur (le|un) (toit|pont|rebord|balcon)
        s est (enferme|enfermee) ~ (avec|dans) ... (fusil|arme|couteau|pistolet|medicaments|cachets)
        dit qu il va (sauter|se tirer|se pendre)
        (se reveille pas|respire plus|repond plus|est inconscient|s endort|est inconsciente)
        dit que va sauter
        dit que (il|elle) va sauter
        s est (ouvert|coupe|taille) les veines
        """, why="Quelqu'un d'autre est peut-être en train de mourir.", example="ma mère a avalé tous ses cachets"),
    Rule("fr.other_act", Signal.OTHER_ACT, """
        [n] a plus de raison de vivre
        (achete) un fusil et dit
        (veut|va|voulait|veulent|pense|compte|menace|envie|essaie|essaye|parle|projette) [a|de|d] (se tuer|se suicider|se pendre|se foutre en l air|mettre fin a ses jours|en finir|sauter|se jeter)
        se (tue|suicide) si
        (menace) de (se|mettre)
        """, why="Quelqu'un d'autre parle de se tuer.", example="mon amie veut se tuer"),
    Rule("fr.other_harm", Signal.OTHER_HARM, """
        <personne> (veut|voudrait) (mourir|disparaitre)
        (<personne>|il|elle) se (scarifie|coupe|mutile|brule|fait du mal)
        (pense|parle|parler) [souvent] (au suicide|de suicide|de mourir|de la mort|de disparaitre|a mourir)
        (dit|veut|a dit) [que|qu] [il|elle] [veut|voudrait|aimerait|a envie de] (mourir|disparaitre|plus vivre)
        (il|elle) veut [plus] (mourir|vivre|disparaitre)
        peur [que] ~ <personne> se (fasse|tue|suicide)
        <personne> pense au suicide
        """, why="Inquiétude pour quelqu'un.", example="ma sœur se scarifie"),
    Rule("fr.loss", Signal.LOSS, """
        s est (suicide|suicidee|tue|tuee|pendu|pendue|donne la mort|foutu en l air|jete|jetee|ote la vie)
        (perdu|enterre) (mon|ma|mes|un|une|notre) <personne>
        <personne> est (mort|morte|decede|decedee|parti|partie)
        (est|sont) (mort|morte|morts|decede|decedee) (en|hier|l an|il y a|dans|d un|depuis)
        (enterrement|deuil|obseques|funerailles)
        depuis le suicide de
        """, why="Quelqu'un est mort. A loss.", example="mon cousin s'est suicidé"),
    Rule("fr.idiom", Signal.IDIOM, """
        (failli|manque) [de] (me tuer|mourir|crever)
        (couper|coupe) (les cheveux|les ongles|la barbe|le doigt)
        peur (de|du) (mourir|la mort|cancer) [d|du|de]
        (chaleur|froid|chaud) a (crever|mourir)
        (meurs|mourir|meurt|creve|crever|mort|morte|morts|meurent) (de|d) (rire|faim|soif|fatigue|honte|chaud|froid|ennui|peur|trouille|envie|sommeil|jalousie|curiosite|rires)
        (meurs|meurt|mourir) d envie [de]
        (ca|elle|il|chaleur|exam|examen|dos|boulot|devoirs) me (tue|tuent) [ces|cette|a|avec|les]
        tuer le temps
        me tue (au travail|a la tache|au boulot|a te le dire|a expliquer|a bosser)
        tues a la tache
        (chef|mere|pere|prof|patron|maman|papa|parents|copine|femme) va me tuer [si]
        a mourir (de rire|d ennui)
        plutot mourir que
        (suis|est|etais|sommes) (creve|crevee|mort|morte|creves) [de fatigue|apres|ce soir|d|aujourdhui]
        (telephone|pile|batterie|portable|ordi|voiture) [est] (mort|morte)
        en finir avec (ce|c|cette|cet|ces|les|le|mes|lui|l) (dossier|projet|devoirs|travail|boulot|exam|rapport|demenagement|histoire|relation)
        en finir avec (c|ce|cette|ces|les|le|mes) [projet]
        j saute (le|un|de|sur l) [petit|repas|joie|occasion]
        j saute dans (le|la|mon|un) (bain|douche|piscine|lit|bus|taxi|voiture)
        se pend au telephone
        sauter (le repas|de joie|sur l occasion|a la corde|le petit)
        (jete|jette|jeter) sur (le gateau|le canape|les frites)
        balle dans le pied
        (coupe|coupee|brule|brulee) (en me rasant|en cuisinant|le doigt|les cheveux|avec le four|la parole|les ongles|au doigt)
        (vivre|vis|habiter) (avec|chez|en|a|seul|seule|ici)
        (pris|prends|prendre) (mon|mes|ses) (cachet|cachets|medicament|medicaments) (et|pour|a|avant|le)
        tuez moi
        adieu (les|la|le)
        au bord (de la mer|du lac|de la plage|des larmes|de l eau|de la route)
        sur les rails du
        """, why="Expressions de tous les jours. Figures of speech.", example="je suis mort de rire"),
    Rule("fr.game", Signal.GAME, """
        (jeu|niveau|boss|perso|partie|manette|console|grenade|respawn)
        """, why="Un jeu. A game.", example="mon perso dans le jeu"),
    Rule("fr.story", Signal.STORY, """
        (film|serie|chanson|livre|roman|episode|heros|personnage|paroles|scene|piece|saison|poeme|bd|documentaire)
        """, why="Film, livre, chanson.", example="dans le film le héros se suicide"),
    Rule("fr.work", Signal.WORK, """
        (prevention|expose|memoire|article|infirmiere|infirmier|urgences|association|formation|etude|patient|affiche|actualites|benevole)
        """, why="Travail, études, actualités.", example="un exposé sur la prévention du suicide"),
    Rule("fr.laugh", Signal.LAUGH, """
        (mdr|ptdr|lol|haha|rigole|blague|jrigole|hihi|mdrr|rigolais|deconne|plaisante)
        """, why="Rit. Laughs.", example="mdr"),
    Rule("fr.trivial", Signal.TRIVIAL, """
        (devoirs|devoir|exam|examen|lundi|bac|boulot|chef|reunion|prof|bruit|regime|voisins|dossier|exercice|puzzle|vacances|projet|cuisinant|oignons|tuiles|bouchons|reparer|diabete|pharmacie)
        """, why="Le quotidien.", example="encore lundi"),
    Rule("fr.past", Signal.PAST, """
        (il y a|y a) ~ (ans|mois|longtemps|annees|des annees)
        (an|annee|mois|ete|hiver) (dernier|derniere|passe)
        avant j
        (quand|lorsque) j (etais|avais)
        (a #|a #few) ans
        depuis ~ (ans|mois|annees)
        autrefois
        """, why="Il y a longtemps. Long ago.", example="il y a dix ans"),
    Rule("fr.well", Signal.WELL, """
        (reconnaissant|reconnaissante|heureux|heureuse) d etre (en vie|la|vivant|vivante)
        (ca va|vais|suis|me sens|maintenant|aujourdhui) [j|beaucoup|bien|tres] (mieux|bien|heureux|heureuse|gueri|guerie|content|contente)
        (therapie|psy|aide|traitement) ~ (aide|aidee|sauve)
        [plus|pas] depuis ~ (ans|mois)
        pense plus (au|a)
        """, why="Ça va mieux. It is better now.", example="maintenant ça va mieux"),
    Rule("fr.again", Signal.AGAIN, """
        (recommence|recommencent|revient|reviennent|pareil|de nouveau|a nouveau|ces temps ci|encore pareil|en ce moment|ces jours ci|rechute)
        """, why="Ça recommence. It is so again.", example="ça recommence"),
    Rule("fr.weak", Signal.WEAK, """
        (en peux|peux|supporte|tiens) plus
        j abandonne
        a bout
        (plus|pas|aucun|sans) [d] espoir
        (peux|veux) plus continuer
        disparaitre
        pas d issue
        sans issue
        en finir
        (suis|sers) [a] rien
        plus la force
        marre de tout
        veux que ca (s arrete|cesse)
        """, why="Mots faibles : ils n'alertent jamais seuls.", example="j'en peux plus"),
    Rule("fr.not", Signal.NOT, "(pas|plus|jamais|aucune|aucun|sans|ni|non)", why="Une négation.", example="pas"),
    Rule("fr.not_not", Signal.NOT_NOT, """
        (peux|supporte|tiens|sais|arrete|arrive|rigole|blague|mens|plaisante|peur|vois|vaut) (pas|plus) [si|que|a]
        (pas|plus) (arreter|m empecher|d autre|de raison|de sens|la force|sur|sure|peur|juste|seulement|une blague|en peux|bien|la peine|continuer)
        en peux plus
        plus (rien|aucun|aucune|personne|jamais|tard|que)
        (personne|rien) [n] (peut|va|pourra)
        sans (moi|issue|espoir|douleur)
        """, why="Une négation qui ne nie rien.", example="j'arrête pas"),
    Rule("fr.said_by", Signal.SAID_BY, """
        (dit|dis|disait|disent|affiche|chanson|paroles|ecrit|crie|balance)
        """, why="Les mots d'un autre.", example="l'affiche dit"),
    Rule("fr.true", Signal.TRUE, """
        (ai menti|mentais|t ai menti|rigole pas|blague pas|pas une blague|suis serieux|suis serieuse|en vrai oui|plaisante pas|deconne pas)
        """, why="Revient sur un démenti. Takes it back.", example="j'ai menti"),
    Rule("fr.asked", Signal.ASKED, """
        (suicide|te suicider|te tuer|mettre fin a tes jours|te faire du mal|mourir|idees suicidaires|en finir)
        """, why="La question du pair.", example="Est-ce que tu penses au suicide ?"),
    Rule("fr.yes", Signal.YES, """
        (oui|ouais|ouep|parfois|souvent|peut etre|un peu|des fois|tout le temps|tous les jours|bof oui)
        """, why="Un oui.", example="oui"),
)  # fmt: skip
