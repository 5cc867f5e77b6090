"""French rules for what is happening at this moment: means at hand, a deadly place, an attempt, a last goodbye."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "fr.armed",
        Signal.ARMED,
        """
        <arme> ~ (sur|contre|a) [le|la|mon|ma] (poignet|poignets|gorge|tempe|cou|coeur|ventre|bras|veines)
        j ai (les|tous les) <cachets> (.|et|ici|avec moi|prets)
        j ai (la corde|le fusil|le flingue|le pistolet|la lame) (.|et|ici|avec moi|prete|dans)
        (mis|passe|attache|accroche|noue|installe) la corde
        (ecrase|dilue|melange) [tous|toutes] [mes|les] <cachets>
        <cachets> ~ dans (un|mon) verre
        <arme> ~ (dans la main|dans les mains|sur la tempe|contre|sous la gorge|sur la gorge|a la main|dans ma main|sur mon poignet|a cote de moi|devant moi)
        <arme> ~ (charge|chargee)
        <corde> ~ (autour du cou|dans les mains|au cou|est prete|est attachee|accrochee|attachee|au plafond|est accrochee)
        <cachets> ~ (devant moi|dans la main|dans les mains|sont prets|etales|a cote de moi|sur la table|sur le lit|alignes|ici)
        [j] (vide|aligne|etale) ~ (boites|boite|cachets|<cachets>) ~ [devant moi]
        (boites|boite) ~ (devant moi|vides|dans la main)
        """,
        why="Les moyens à portée de main. Means at hand.",
        example="j'ai la corde autour du cou",
        counter="faut que je passe prendre mes cachets à la pharmacie",
    ),
    Rule(
        "fr.edge",
        Signal.EDGE,
        """
        (jambe|jambes|pieds|pied) ~ (dehors|dans le vide|de l autre cote|par dessus)
        (pont|balcon|toit|fenetre) ... (jambe|en bas|l eau|haut|froide|lacher)
        marche (vers|sur|jusqu) ~ (voie|voies|rails|pont|falaise)
        eau ~ (taille|cou|poitrine)
        (sur|au bord|a cote|derriere|par dessus|enjambe|passe|monte sur|au) ~ (parapet|rebord|rambarde|garde corps|balustrade|corniche|rails|voies)
        (toit|pont|falaise|balcon|immeuble|fenetre) ~ (au bord|regarde en bas|regarde le vide|vide sous|sauter|face au vide|dans le vide)
        au bord (du|de la|d un) (toit|pont|falaise|vide|quai|balcon|precipice)
        (allonge|assis|debout|couche|couchee|assise|allongee) sur les (rails|voies)
        """,
        why="À un pas du vide. One step from death.",
        example="je suis sur le parapet du pont",
        counter="je suis sur le pont, il y a des bouchons",
    ),
    Rule(
        "fr.done",
        Signal.DONE,
        """
        ai (pris|avale) (les|tous les) <cachets>
        (veux|voudrais) pas que ca s arrete de saigner
        attends que ca (fasse effet|agisse)
        (boite|boites|plaquettes) (vide|vides)
        (ouvert|allume|laisse) ~ gaz
        (commence|commencer) a me (couper|taillader|trancher|ouvrir) les (veines|poignets)
        (injecte|pique) ~ (insuline|heroine|tout|toute|trop)
        (avale|pris) trop [de|tous]
        (perds|perdu) [beaucoup de] (sang|connaissance)
        (avale|pris|gobe|ingere|bu|ai pris|prends) ~ (toute|tous|toutes|tout|boite|boites|plaquettes|plaquette|plein|#|trop|une poignee|all|la bouteille) ~ [<cachets>|boite|mes|la|de]
        (avale|pris|gobe|ingere) #few (boites|plaquettes|tubes) [de]
        viens (d avaler|de prendre|d ingurgiter|de boire|de m ouvrir|de me couper les veines)
        (bu|avale) [de la|du|l|la] (javel|poison|eau de javel|deboucheur|antigel|mort aux rats|produit)
        (fait|fais|en) [une] (overdose|od)
        me suis (ouvert|coupe|taille|tranche) les (veines|poignets)
        me suis (pendu|pendue|tire une balle|empoisonne)
        (saigne|sang) ~ (beaucoup|partout|expres|plein|pas)
        commence a (m endormir|partir|perdre connaissance|voir flou)
        c est trop tard [maintenant]
        """,
        why="Une tentative en cours. An attempt under way.",
        example="j'ai avalé toute la boîte de paracétamol",
        counter="j'ai pris mon cachet et je vais dormir",
    ),
    Rule(
        "fr.note",
        Signal.NOTE,
        """
        (ma|mes) (lettre|lettres) (est|sont) (ecrite|ecrites|prete|pretes|finie)
        (ecrit|fini|laisse) ma lettre [et|.]
        (lettre|lettres|mot|message|video) (d adieu|d adieux|de suicide|pour mes enfants|pour ma famille)
        (ecrit|laisse|redige) [ma|mes|une|un|des|mon|la] (lettre|lettres|mot|testament) [d adieu|a ma famille|pour tous|pour eux]
        """,
        why="Une lettre d'adieu. A note.",
        example="j'ai écrit mes lettres d'adieu",
    ),
    Rule("fr.prepared", Signal.PREPARED, """
        (donne|distribue) [toutes|tous] (mes affaires|mon chat|mon chien|mes biens|toutes mes affaires|mes trucs)
        """, why="Met ses affaires en ordre.", example="j'ai donné toutes mes affaires"),
    Rule("fr.farewell", Signal.FAREWELL, """
        dernier (soir|jour|matin) [de ma vie]
        (derniere|dernier) (nuit|heure|soiree) [de ma vie|ici|sur terre]
        (de ta|votre|de votre|ta) faute
        (occupez|prenez soin) [vous] de (mon|ma|mes) (chat|chien|fille|fils|enfants|famille|mere)
        adieu (a tous|tout le monde|le monde|pour toujours|monde cruel|et merci|mes amis)
        (dites|dis) [bien] a [mon|ma|mes] <personne> ... (aime|aimais|pardon|desole|desolee)
        (dites|dis) (leur|lui) ~ (aime|aimais|pardon|desole)
        [c est] mon dernier (message|soir|jour|texto|adieu|mot)
        ma derniere (nuit|soiree|heure|journee)
        (pardonnez|pardonne) moi [tous|pour]
        demain [matin] ~ (plus la|plus de ce monde|serai plus|plus vivant|plus vivante)
        (serai|serais) plus (la|de ce monde|en vie|vivant|vivante) [demain|ce soir]
        (pars|partir|m en vais) (pour toujours|pour de bon|rejoindre|definitivement)
        quand (vous|tu) (lirez|liras|lira) (ca|ceci|ce message|c message)
        (entendrez|entendras|verrez|reverrez) plus
        (prevenez|appelez|appelle) personne
        j regarde en bas
        """, why="Un dernier adieu. A last goodbye.", example="adieu à tous", counter="adieu les vacances"),
    Rule("fr.bye", Signal.BYE, """
        (adieu|merci pour tout|au revoir)
        (c est|tout est) (decide|fini)
        c est pour <bientot>
        """, why="Un au revoir. A common goodbye.", example="adieu"),
    Rule("fr.final", Signal.FINAL, """
        (personne|rien) [n] [peut|pourra] (m arreter|me sauver|m en empecher|me retenir)
        (pas de|aucun|plus de) retour
        (pardon|adieu|desole|desolee|enfin la paix|un pas|plus peur|suis pret|suis prete|j ai decide|merci pour tout|c est fini|tout sera fini|plus rien a perdre)
        """, why="A lâché prise. Has let go.", example="personne peut m'arrêter"),
    Rule("fr.lethal", Signal.LETHAL, """
        (pistolet|fusil|flingue|revolver|carabine|corde|rasoir|lame|parapet|rails|javel|cartouches|gachette|poison)
        """, why="Un moyen sans guère d'autre usage.", example="le fusil"),
    Rule("fr.means", Signal.MEANS, """
        (<arme>|<corde>|<cachets>|poison|javel|overdose|boites)
        """, why="Nomme un moyen. Names a means.", example="poison"),
    Rule("fr.place", Signal.PLACE, """
        sur (le|un|l|mon) (toit|pont|balcon|viaduc|quai|falaise)
        """, why="Un lieu élevé. A high place.", example="je suis sur le toit"),
    Rule("fr.now", Signal.NOW, """
        <bientot>
        (c est l heure|sur le point)
        """, why="Un temps proche. A time that is near.", example="ce soir"),
    Rule("fr.mood", Signal.MOOD, """
        (tremble|pleure|seule|seul|alcool|vodka|ivre|bourre|calme|froid|pardon|douleur|vide|noir|mal|voix|fatigue|fatiguee|desespere)
        """, why="Upset, alone or drunk: counts only beside a means or a deadly place.", example="je tremble"),
)  # fmt: skip
