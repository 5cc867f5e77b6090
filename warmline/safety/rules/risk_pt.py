"""Portuguese rules for risk, with their word groups."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

FILLERS = frozenset(
    """
    , seriamente muito mesmo so tipo ja realmente sempre ai tao eu real serio logo tambem talvez as vezes ate la agora
    porra caralho assim de verdade simplesmente mt um pouco sei la
    """.split()
)

GROUPS = {
    "quero": """
        (quero|queria|gostaria|desejo|preciso|prefiro|preferia|pretendo|posso|podia|devia|deveria|tento)
        [to|estou|tenho|da|tava|com|tive|me] [com] [muita|tanta|uma] vontade de
        (penso|pensando|pensei|pensar|pensado|pensava|sonho) [muito|sempre|todo dia|seriamente] em
        (ideia|plano|coragem|intencao|planos|ideias|pensamentos) (de|para)
        (planejo|planejando|decidi|resolvi|considerando|imagino|imaginando|tentado a)
        (pronto|pronta) para
        tenho que
    """,
    "vou": """
        (vou|irei|ia)
        (estou|to) (prestes a|quase|para|indo)
        prestes a
    """,
    "matar": """
        me (matar|suicidar|enforcar|desviver|envenenar|afogar|esfaquear|asfixiar)
        (matar|suicidar|enforcar|envenenar) me
        (suicidar|enforcar|desviver)
        (tirar|tirando) [a|minha|a minha] [minha] [propria] vida
        (acabar|terminar) com [a] minha [propria] vida
        dar [um] fim [a|na|em] (minha|tudo|vida|mim|minha vida)
        por fim a minha vida
        dar um tiro [na|em] [minha|mim] [cabeca|mim|boca]
        cortar (os|meus|as|minhas) (pulsos|veias|pulso)
        (me jogar|me atirar|me lancar|pular|saltar) ~ (janela|ponte|predio|trem|metro|carro|onibus|andar|sacada|varanda|viaduto|penhasco|trilho|trilhos|caminhao|rio|frente)
        tomar (todos|tudo|veneno|todo o)
        partir dessa vida
    """,
    "viver": "(viver|existir|acordar|estar viva|estar vivo|estar aqui|continuar viva|continuar vivo|continuar vivendo|estar nesse mundo|seguir vivendo)",
    "remedio": """
        (remedio|remedios|comprimidos|comprimido|pilulas|rivotril|cartela|cartelas|calmantes|antidepressivos|paracetamol)
        (dipirona|medicamentos|clonazepam|diazepam|insulina|capsulas|tarja preta|soniferos|chumbinho)
    """,
    "arma": "(arma|pistola|revolver|espingarda|faca|gilete|estilete|lamina|navalha|canivete)",
    "corda": "(corda|cinto|lencol|fio|cabo)",
    "pessoa": """
        (amigo|amiga|irmao|irma|mae|pai|filho|filha|marido|esposa|esposo|namorado|namorada|primo|prima|tio|tia)
        (avo|vo|vizinho|vizinha|colega|aluno|aluna|sobrinho|sobrinha|companheiro|ex|mulher|padrasto|madrasta|cunhado|chefe|neto)
    """,
    "perto": """
        hoje [a noite|de noite]
        (essa|esta|nessa) (noite|madrugada|tarde|manha)
        agora [mesmo]
        (daqui a|em|dentro de) (pouco|uma hora|# minutos|#few minutos|uns minutos|alguns minutos|minutos)
        (assim que|quando) (todos|eles|ele|ela|meus pais|minha mae|meu pai) ~ (dormirem|dormir|sairem|sair|for|forem)
        amanha [de manha] nao
        amanha cedo
        antes de amanhecer
        as (#|#few|#time)
    """,
}

RULES = (
    Rule(
        "pt.act",
        Signal.ACT,
        """
        <perto> ... (eu vou fazer isso|vou fazer isso)
        quando (as|os|meus|minhas|meu|minha) ~ (dormirem|dormir|sairem|sair) ... (vou fazer|eu faco)
        hoje que [eu] (me mato|morro|acabo)
        (sonho|sonhos) em (me matar|morrer|dar um tiro|pular)
        ideia de (me matar|me suicidar|morrer)
        (planejando|planejo|preparando|planejei) (minha|a minha) (morte|suicidio)
        (mandam|dizem|falam|mandando|pedem) [para] [eu] me (matar|jogar|enforcar)
        perigo para mim (mesma|mesmo)
        nao me sinto (segura|seguro) (comigo|sozinha|sozinho)
        durmo para sempre
        dormir para sempre
        me dou um tiro
        <matar>
        <quero> (me|desviver|suicidio|em suicidio|me desviver)
        (me mato|me enforco|me suicido|tiro a minha vida|tiro minha vida|me jogo|pulo da)
        me mato <perto>
        <perto> ~ (me mato|me enforco|tiro a minha vida|tiro minha vida|morro|acabo com tudo|acaba|acabo com isso|vou morrer|vou me)
        (acabo|acabar|termino) com tudo [<perto>]
        (pensamentos|ideias|ideacao|vontades|impulsos) (suicidas|suicida|de suicidio)
        (sou|estou|to|me sinto) [muito] suicida
        <quero> suicidio
        (penso|pensando|paro de pensar) em suicidio
        (cometer|cometendo) suicidio
        (suicidio|me matar|morrer) [e] [a|minha] (unica|melhor) (saida|solucao|opcao)
        (unica|melhor) (saida|solucao|opcao) e (me matar|morrer|o suicidio|a morte)
        vou morrer <perto>
        <perto> [eu] nao (vou estar|estarei|vou) [mais] (viva|vivo|aqui)
        (estarei|vou estar) (morta|morto)
        pular da ponte
        """,
        why="Nomeia o ato. Names the act itself.",
        example="penso em me matar todos os dias",
        counter="vou matar aula amanhã",
    ),
    Rule(
        "pt.method",
        Signal.METHOD,
        """
        tomo (os|todos|todos os|tudo) [<remedio>]
        <perto> tomo ~ <remedio>
        <vou> (pular|me jogar|tomar tudo|tomar todos|tomar todas|beber|engolir|usar|puxar o gatilho|atirar|me cortar)
        (tiro|bala) na cabeca
        vontade de (me jogar|pular)
        tomar (tudo|todos) de uma vez
        """,
        why="Um jeito de morrer, com intenção. A way to die.",
        example="vou pular",
        counter="vou me jogar no sofá",
    ),
    Rule(
        "pt.wish",
        Signal.WISH,
        """
        (deus|senhor) ~ me leva
        me leva (deus|logo|embora)
        (seria|e) um alivio (nao estar|morrer|sumir|nao existir)
        (cansei|cansada|cansado|farta|farto) de (tudo|existir|viver|estar aqui)
        <quero> (parar de viver|deixar de viver|nao estar viva|nao estar vivo|que tudo acabe)
        (fechar|fecho) os olhos ... (nao|nunca) ~ abrir
        tanto faz (viver|morrer|se eu vivo|se eu morro|viver ou morrer)
        perdi a vontade de viver
        nao quero estar (viva|vivo)
        <quero> (morrer|estar morta|estar morto|sumir do mundo|sumir para sempre|desaparecer para sempre|desaparecer do mundo|deixar de existir|nao existir|nao acordar|nunca ter nascido|nao estar|nao ter nascido|nao viver|nao estar aqui|ir embora desse mundo|dormir para sempre|a morte|nunca mais acordar|na morte)
        <quero> dormir ... (nao|nunca) ~ acordar
        <quero> (ir embora|encontrar|ficar|ir) ~ com [meu|minha] (<pessoa>|deus) ~ [que morreu|que se foi|no ceu|la em cima]
        (nao|n) (quero|aguento|consigo|desejo|queria) [mais] [continuar] <viver> [mais]
        (nao|n) quero (mais|viver) [viver|existir] [mais]
        vontade de (morrer|sumir para sempre|sumir do mundo|nao existir|nao acordar|desaparecer para sempre)
        sem vontade de (viver|existir)
        (nao|n) (tenho|sinto) [mais] vontade de (viver|existir|estar viva|estar vivo)
        (tomara|espero|oxala|queria|rezo|peco) [que|para|a deus] [eu|nao|deus] ~ (morra|morrer|acorde|acordar|morresse|existisse|leve|me leve|nascido|morta|morto)
        (preferia|prefiro|melhor) [eu] (estar morta|estar morto|morrer|nao existir|morta|morto)
        (estaria|estou|ficaria) melhor (morto|morta)
        (seria|e) (melhor|mais facil) (morrer|sumir|se eu morresse|estar morta|estar morto|nao existir)
        (cansei|cansada|cansado|farta|farto|cheia|exausta|exausto) (de|da) (viver|vida|existir|estar viva|estar vivo)
        (odeio|detesto) (viver|estar viva|estar vivo|existir)
        nao vale a pena (viver|a vida|estar viva|continuar vivendo)
        (a|minha) vida nao vale [mais] [a pena|nada]
        (penso|pensando|penso muito) [muito|sempre|so] (na|em) (morte|morrer|minha morte)
        (mereco|merecia) morrer
        nao mereco viver
        devia (estar morta|estar morto|ter morrido)
        nao me (importo|importaria) (em|de|se) [eu] (morrer|morresse|viver)
        (sumir|desaparecer) (para sempre|do mundo|de vez da vida)
        aguento mais viver
        me deixa morrer
        """,
        why="Vontade de morrer ou de não estar. A wish to be dead.",
        example="não quero mais viver",
        counter="tô morrendo de fome",
    ),
    Rule(
        "pt.burden",
        Signal.BURDEN,
        """
        (nao|n) (encontro|acho|vejo) [mais|nenhum] (sentido|motivo|razao) [em|para|na] (viver|vida|continuar|nada|existir)
        ninguem (precisa de mim|me quer aqui)
        (nao|n) (me vejo|vejo) [no|um|nenhum] futuro
        (nao|n) (tenho|ha|tem) [mais] [nenhuma] esperanca
        (sem|nao tenho) (forca|forcas|vontade) (de|para) (viver|continuar|nada|seguir)
        minha vida nao (vale|importa|serve)
        ninguem (ia|iria|vai) (perceber|notar|chorar|sentir)
        se eu (morresse|sumisse|nao existisse|nao estivesse)
        nao (me resta|sobrou) (nada|mais nada)
        (estaria|estariam|ficaria|ficariam|viveriam|vao ficar|seriam) ~ (melhor|melhores|feliz|felizes|bem) [sem mim|se eu]
        melhor sem mim
        (sou|me sinto|ser) [so|apenas] um (peso|fardo|estorvo|encosto|lixo) [para]
        (motivo|motivos|razao|razoes) para (viver|continuar|existir|seguir|estar aqui|levantar)
        ninguem (ia|vai|iria) (sentir minha falta|sentir a minha falta|notar|perceber|ligar)
        ninguem sentiria [a] minha falta
        (vida|viver) nao (tem|faz) [mais] [nenhum] (sentido|proposito)
        (nao|n) vejo [mais|nenhum] sentido (na vida|em viver|em nada|na minha vida|em continuar)
        (nao|n) (tem|ha|vejo|existe) [mais] (saida|futuro|esperanca|jeito) para mim
        (nao|n) tenho [mais] (futuro|por que viver|para que viver|nada para viver)
        (para que|por que) (viver|continuar vivendo|eu vivo|ainda estou viva|ainda estou vivo)
        (nao|n) consigo [mais] continuar (vivendo|assim|com isso)
        nada para viver
        """,
        why="Sem motivo para viver, ou ser um peso. No reason to live, or a burden.",
        example="sou um peso pra minha família",
        counter="não vejo saída pra esse bug",
    ),
    Rule(
        "pt.plan",
        Signal.PLAN,
        """
        (escolhi|marquei|tenho) [uma|a] data
        nao quero passar (do|de|desse) (natal|ano|inverno|hoje)
        (esta|ta) tudo (pronto|planejado|preparado)
        sei como [fazer]
        (tenho|fiz|tinha) [um|o|tudo] (plano|planejado|planejei) [para|de|pronto]
        (sei|decidi|planejei|escolhi) [exatamente] (como|quando|onde|o dia|a data|a ponte) [vou|fazer|eu] [fazer|vou]
        ja sei como
        sei como [vou fazer|fazer|morrer]
        tenho (como|o jeito|os meios)
        (guardando|juntando|acumulando|escondendo) [meus|os|muito] <remedio>
        (quantos|quanto|quantas) <remedio> ... (morrer|matar|mortal|letal)
        (como|formas de|jeitos de|maneiras de) (morrer|me matar|se matar|suicidar|se suicidar) [sem dor]
        (comprei|consegui|arrumei) ~ (<arma>|<corda>|veneno|<remedio>) ... (para mim|para me|beber|tomar|agora)
        dose letal
        """,
        why="Um plano ou meios guardados. A plan.",
        example="tô guardando remédio pra tomar tudo de uma vez",
    ),
)  # fmt: skip
