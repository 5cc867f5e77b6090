"""French rules for risk, with their word groups."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

FILLERS = frozenset(
    """
    , serieusement vraiment juste trop tellement putain la toujours bien n franchement genre deja encore quand meme seulement
    souvent des fois parfois un peu tous en fait serieux carrement moi simplement aussi
    """.split()
)

GROUPS = {
    "veux": """
        (veux|voulais|voudrais|aimerais|souhaite|souhaiterais|prefere|prefererais|desire|peux|pourrais|dois|devrais|compte|espere|envisage)
        [ai|avais|avoir|une] [trop|grosse|une|des|l] (envie|envies|idee|idees|besoin|intention|hate) (de|d)
        (pense|penser|pensais|pensé|songe|reve|reflechis) [a|au|aux|de|d|souvent]
        (decide|prevu|choisi) (de|d)
        pret a
        prete a
    """,
    "vais": """
        (vais|va|vas)
        (suis|etais) (sur le point de|pret a|prete a|en train de)
        (finir|fini) par
    """,
    "tuer": """
        me (tuer|suicider|pendre|flinguer|noyer|empoisonner|zigouiller|buter|defenestrer|etrangler|desvivre)
        m (empoisonner|asphyxier|immoler|ouvrir les veines|oter la vie|enlever la vie|etrangler|electrocuter)
        me (tirer|mettre|coller) une balle
        me (tailler|trancher|couper|ouvrir) les (veines|poignets)
        me (jeter|balancer|foutre|lancer) ~ (fenetre|pont|train|metro|balcon|toit|rails|vide|eau|seine|voiture|camion|rer|etage|l air|eau)
        me donner la mort
        me foutre en l air
        mettre fin a (mes jours|ma vie|tout ca|tout|mon existence|mes souffrances)
        en finir [une bonne fois] [avec la vie|pour de bon|pour toujours|definitivement|avec ma vie|avec tout]
        avaler (toute la|tous mes|toutes les|tous les|la boite)
        sauter ~ (pont|fenetre|toit|vide|balcon|train|metro)
        passer a l acte
        quitter ce monde
    """,
    "cachets": """
        (cachets|cachet|medicaments|medocs|medoc|comprimes|pilules|somniferes|antidepresseurs|paracetamol|doliprane|xanax)
        (anxiolytiques|gelules|plaquettes|lexomil|plaquette|tramadol|morphine|insuline|calmants|pills)
    """,
    "arme": "(pistolet|fusil|flingue|revolver|arme|couteau|cutter|lame|rasoir|carabine|gun)",
    "corde": "(corde|ceinture|cable|drap|foulard)",
    "personne": """
        (ami|amie|frere|soeur|mere|pere|maman|papa|fils|fille|mari|femme|copain|copine|cousin|cousine|oncle|tante)
        (pote|collegue|voisin|voisine|eleve|coloc|conjoint|mec|meuf|grand pere|grand mere|ex|enfant|ado|compagnon|compagne|beau pere|niece|neveu|chef)
    """,
    "bientot": """
        (ce soir|cette nuit|aujourdhui|maintenant|tout de suite|tout a l heure|ce matin|cet aprem|demain matin)
        dans (une heure|# minutes|#few minutes|quelques minutes|un instant|un moment|la nuit|l heure|#few heures|la soiree)
        des que
        (quand|une fois que|lorsque) (ils|il|elle|tout le monde|mes parents|mon|ma) ~ (dort|dorment|dormira|partira|seront|partis|couche|endormi)
        (avant|d ici) (minuit|demain|le matin|l aube|son retour)
        (le|sous le) prochain (train|metro|rer)
        a #time
        a # heures
    """,
}

RULES = (
    Rule(
        "fr.act",
        Signal.ACT,
        """
        <bientot> ... j le (fais|ferai)
        quand (les|mes|mon|ma) ~ (dormiront|dormira|dorment|dort|partiront|partira|sera partie|sera parti|seront partis) ... j le (ferai|fais)
        aujourdhui que j (me tue|meurs|le fais)
        (reve|reves) de (me tuer|mourir|me pendre|me tirer)
        (idee|idees) de (me tuer|me suicider|mourir)
        (prepare|planifie|organise|prevois) (ma|mon) (mort|suicide)
        (disent|dit|ordonnent|crient) de me (tuer|suicider|pendre|jeter)
        danger pour moi meme
        pas en securite (avec moi|seul|seule)
        m endors (pour toujours|a jamais|definitivement)
        (m endormir|dormir) (pour toujours|a jamais)
        me tire une balle
        <tuer>
        j (me tue|me suicide|me pends|me flingue|me bute|me jette|me fous|me tire une balle|me taille les veines|en finis|saute)
        <bientot> ~ j (me tue|me suicide|me pends|meurs|en finis|me jette|saute|pars pour toujours)
        (me jette|me fous|me lance|saute) ~ (train|metro|pont|fenetre|rer|vide|toit)
        j (meurs|en finis) [avec la vie] <bientot>
        (idees|pensees|envies|ideations|pulsions|tendances) (suicidaires|suicidaire|de suicide|noires de mort)
        (suis|sens|etais|deviens) [tres] suicidaire
        <veux> [le|mon] suicide
        (pense|penser|songe|songer|arrete pas de penser) [sans cesse|tout le temps] (au|a mon|a ce) suicide
        (le suicide|me tuer|mourir|la mort) [est|c est|reste] [la|ma] (seule|unique|meilleure) (solution|issue|option|sortie)
        (seule|unique) (solution|issue|sortie|option) ~ (mourir|suicide|mort)
        (serai|sera) (mort|morte|plus de ce monde) [demain|ce soir|bientot]
        demain [matin] j (serai|suis) (mort|morte)
        j vais (mourir|crever) <bientot>
        <bientot> j vais mourir
        j veux (me suicide|suicide)
        me suicide
        commettre (un|le) suicide
        """,
        why="Nomme l'acte lui-même. Names the act itself.",
        example="je pense à me suicider",
        counter="ça me tue ces devoirs",
    ),
    Rule(
        "fr.method",
        Signal.METHOD,
        """
        (veux|voudrais|envie de) sauter
        j (prends|avale) (les|tous|tous mes|mes|toute la) ~ [<cachets>|boite]
        <bientot> j (prends|avale) ~ <cachets>
        <vais> [tout] (sauter|tout avaler|avaler|tout prendre|prendre tous|prendre toute|les avaler|les prendre|boire|me jeter|m en servir|tirer|appuyer sur la gachette)
        (une balle) dans la (tete|tempe|bouche)
        j (le|la|les) (bois|avale|prends) <bientot>
        """,
        why="Une façon de mourir, avec l'intention. A way to die.",
        example="je vais tout avaler",
        counter="je saute le petit déjeuner",
    ),
    Rule(
        "fr.wish",
        Signal.WISH,
        """
        (reprends|reprenez|emmene|prends) moi [dieu|seigneur]
        (serait|c est) un soulagement de (ne plus|n plus|mourir|partir)
        (marre|fatiguee|fatigue|epuisee|epuise|lasse) (d exister|d etre la|de tout|de vivre)
        <veux> (arreter de vivre|arreter d exister|cesser de vivre|que tout s arrete|que ca s arrete|en finir|n plus etre|plus etre en vie)
        (fermer|ferme) les yeux ... (plus|jamais) [les] (ouvrir|rouvrir)
        (m est|est|me sont) egal de (vivre|mourir)
        (egal|pareil) (de vivre ou|vivre ou) mourir
        perdu (le gout|l envie) de vivre
        <veux> (mourir|crever|mort|etre mort|etre morte|disparaitre|dormir pour toujours|cesser d exister|partir pour toujours|la mort|a la mort|m endormir pour toujours|claquer)
        <veux> (disparaitre) [pour toujours|a jamais|de ce monde|de la surface]
        <veux> [n|de|d] (plus|pas|jamais|ne plus) [jamais|etre] ~ (exister|vivre|etre la|me reveiller|etre n|etre nee|en vie|de ce monde|ouvrir les yeux)
        [veux|ai] (plus|pas) [envie] [de|d] (vivre|exister|etre en vie|etre la|etre de ce monde|continuer a vivre|rester en vie)
        (ai|veux) (plus|pas) (envie de|l envie de|le gout de|la force de) (vivre|continuer a vivre|exister|etre la)
        [jamais] (plus|jamais|pas) me reveiller
        (endormir|dormir) ... (plus|jamais|pas) ~ (reveiller|reveille)
        (si seulement|j espere|pourvu que|j prie) ~ (mourir|mourais|mort|morte|reveiller|reveille|existais|meure|creve)
        (marre|fatigue|fatiguee|assez|lasse|las|epuise|epuisee|degoute) (de vivre|de la vie|d exister|de cette vie|d etre en vie|d etre vivant|d etre vivante)
        (la vie|vivre|ma vie) [n|ca] [en] (vaut|vaux) (pas|plus) [la peine|le coup]
        (mieux|plus simple|plus facile) (mort|morte|si j etais mort|si j etais morte|d etre mort|d etre morte|si j mourais)
        (serais|serait) (mieux|plus tranquille|soulage) (mort|morte)
        (devrais|aurais du) (etre mort|etre morte|mourir|crever|jamais naitre)
        (merite) (de mourir|de crever|pas de vivre|la mort)
        (pense|penser) [souvent|tout le temps|beaucoup|sans arret] (a la mort|a mourir|a ma mort)
        (rejoindre|retrouver) (mon|ma|mes|lui|elle) ~ (mort|morte|paradis|ciel|decede|la haut|mamie|fils|fille|mere|pere|frere|mari)
        (regrette|deteste|hais) [d] (etre n|etre nee|etre en vie|vivre|exister)
        (me fiche|me fous) de (mourir|vivre)
        (laissez|laisse) moi (mourir|crever)
        """,
        why="Le souhait de mourir ou de ne plus être. A wish to be dead.",
        example="j'ai plus envie de vivre",
        counter="je meurs de faim",
    ),
    Rule(
        "fr.burden",
        Signal.BURDEN,
        """
        (trouve|vois|vois plus|trouve plus) [plus|pas|aucun] (de|aucun|d) sens (a|pour) (vivre|rien|ma vie|la vie|continuer)
        personne n (a besoin de moi|veut de moi)
        personne a besoin de moi
        (me vois|vois|ai) (aucun|pas d|plus d|plus aucun) (avenir|futur)
        (plus|aucun|pas) [d] espoir [pour moi]
        (plus|pas) la force (de|d) (vivre|continuer|me battre|rien)
        ma vie n (vaut|sert|a) (rien|a rien|plus|aucune)
        personne n s en rendrait compte
        personne n (pleurerait|viendrait|remarquera)
        si j n (etais|existais) plus
        (il|plus) [n] [me] reste [plus] rien
        (serait|seraient|vivrait|vivraient|seront|ira|irait|iraient) [tous|bien|beaucoup] (mieux|plus heureux|tranquilles|soulages) [si j|sans moi]
        mieux sans moi
        (suis|etre|suis qu) [qu] un [vrai] (fardeau|poids|boulet) [pour]
        (aucune|plus de|pas de|plus aucune|une) raison (de|d) (vivre|rester|continuer|exister|etre la|me lever)
        personne [n] (remarquerait|verrait|me regretterait|s en rendrait compte|pleurerait) [si|ma]
        je manquerais a personne
        (la|ma) vie [n] [a] [plus|pas] [aucun|plus|pas|de] ~ sens
        (pas|plus|aucun|sans) [d] (avenir|espoir|issue|futur) pour moi
        a quoi bon (vivre|continuer|rester|exister)
        pourquoi (vivre|continuer a vivre|j existe|j vis encore|rester en vie)
        (rien|personne) [ne|n] me (retient|rattache)
        (plus rien|rien) (pour|a) (quoi vivre|vivre|attendre de la vie)
        (peux|veux) plus continuer [a vivre|comme ca|a exister]
        """,
        why="Aucune raison de vivre, ou se sentir un poids. No reason to live, or a burden.",
        example="je suis un fardeau pour ma famille",
        counter="à bout de ce boulot",
    ),
    Rule(
        "fr.plan",
        Signal.PLAN,
        """
        (choisi|fixe|arrete|decide) [une|la|d une] date
        veux pas passer (l hiver|noel|l annee)
        tout est (pret|prevu|organise|en place)
        (sais|sait) (comment|exactement comment)
        (ai|fait) [deja] [un|mon|tout] (plan|prevu|planifie|organise|scenario) [pour|comment|de]
        (sais|decide|prevu|choisi) [deja|exactement] (comment|quand|ou|le jour|la date|le pont|le moyen|l endroit) [j|faire|le] [vais|faire|ferais]
        choisi [le|la|mon|l] (pont|date|jour|endroit|methode|moyen|arbre)
        (stocke|garde|accumule|mets de cote|economise|cache) [mes|des|les|tous mes] <cachets>
        combien (de|d) <cachets> ... (mourir|tuer|mortel|mortelle|mort)
        (comment|facon de|moyen de|methodes pour) (mourir|me tuer|se suicider|me suicider|se pendre|se tuer) [sans douleur]
        (achete|commande|trouve) ~ (<arme>|<corde>|poison|<cachets>) ... (pour moi|pour me|pour mourir|j le bois|maintenant)
        dose mortelle
        """,
        why="Un plan, un moyen préparé. A plan.",
        example="je mets de côté mes somnifères",
    ),
)  # fmt: skip
