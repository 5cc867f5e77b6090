"""Portuguese rules for what is happening at this moment: means at hand, a deadly place, an attempt, a last goodbye."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "pt.armed",
        Signal.ARMED,
        """
        (tenho|estou com|comprei) (os|todos os) comprimidos (.|e|aqui|comigo)
        (tenho|estou com) (a corda|a arma|o veneno) (.|e|aqui|comigo|pronta)
        (coloquei|amarrei|pendurei|preparei|passei) a corda
        (amassei|triturei|dissolvi|misturei) [todos] [os|meus] <remedio>
        <remedio> ~ num copo
        <arma> ~ (na|no|contra|em) [minha] (mao|maos|cabeca|pescoco|garganta|boca|pulso|peito|cama|colo)
        <arma> ~ (carregada|carregado|engatilhada|pronta)
        <arma> ... (aqui|comigo|do meu lado|na minha frente|ao lado)
        <corda> ~ (no pescoco|pronta|amarrada|pendurada|no teto|esta pronta|no quarto)
        <remedio> ~ (na mao|nas maos|na minha frente|na minha mao|aqui|comigo|do meu lado|na mesa|separados|na cama)
        (copo|veneno) ~ (na mao|na minha frente|aqui)
        """,
        why="Os meios à mão, agora. Means at hand.",
        example="tô com a corda no pescoço",
        counter="cortei a cebola com a faca nova",
    ),
    Rule(
        "pt.edge",
        Signal.EDGE,
        """
        (perna|pernas|pes|pe) ~ (para fora|fora|pendurada|penduradas|do outro lado)
        (ponte|sacada|telhado|viaduto) ... (agua|la embaixo|perna|alto|altura|fria|me soltar)
        agua ~ (cintura|pescoco|peito)
        (no|na|em cima do|em cima da|a beira do|a beira da|sobre o|pulei|passei|atravessei) (parapeito|beirada|beira|grade|muro do predio|mureta|guarda corpo|peitoril)
        (parapeito|beirada) [do|da|de]
        em cima (da|do) (ponte|predio|telhado|viaduto|parapeito|trilho)
        (deitado|deitada|sentado|sentada|em pe) (no|nos|na|sobre os) (trilho|trilhos|linha do trem|parapeito|beirada)
        (ponte|predio|telhado|sacada|viaduto) ... (olhando para baixo|passei a grade|na beirada|pular)
        (do outro lado|passei) da (grade|mureta)
        """,
        why="A um passo da morte. One step from death.",
        example="estou em cima da ponte",
        counter="tô na ponte, trânsito parado",
    ),
    Rule(
        "pt.done",
        Signal.DONE,
        """
        tomei (os|todos os|aqueles) comprimidos
        nao quero que pare de sangrar
        esperando fazer efeito
        (cartela|vidro|caixa) [esta] (vazia|vazio)
        (abri|liguei|deixei aberto) ~ gas
        (comecei|comecando) a (cortar|abrir) (os|meus) pulsos
        (injetei|apliquei) ~ (insulina|toda|tudo|heroina)
        (perdendo|perdi) [muito] (sangue|a consciencia)
        tomei (demais|muito|tudo)
        (tomei|engoli|bebi|tomado|injetei|ingeri) ~ (todos|todas|tudo|cartela|cartelas|vidro|frasco|caixa|monte|muito|muitos|#|inteira|inteiro|varios|punhado|pote|demais) [de|os|a|o] [meus|inteira|inteiro] [<remedio>]
        (tomei|bebi|engoli) [o|um|muito] (veneno|chumbinho|agua sanitaria|alvejante|soda|raticida|overdose)
        (cortei|abri) [os|meus|as|minhas] (pulsos|pulso|veias)
        [nao para de] sangrar muito
        (estou|to) sangrando [muito|de proposito]
        muito sangue
        (tive|tomei) uma overdose [agora|hoje]
        acabei de (tomar|engolir|cortar os pulsos|beber)
        so esperar
        (me enforquei|atirei em mim)
        pulei ~ (ponte|predio|janela|sacada|viaduto|andar|telhado|trilho)
        ficando (tonta|tonto|com sono)
        """,
        why="Uma tentativa em curso. An attempt under way.",
        example="tomei um vidro inteiro de comprimidos",
        counter="tomei meu remédio e vou dormir",
    ),
    Rule("pt.note", Signal.NOTE, """
        (escrevi|deixei|terminei) minha carta [e|.]
        (carta|cartas|bilhete|video) (de despedida|de suicidio|de adeus|para minha familia|para meus filhos)
        (escrevi|deixei) [a|uma|minha|um] (carta|bilhete) [na mesa|para|de]
        """, why="Uma carta de despedida. A note.", example="escrevi a carta de despedida"),
    Rule("pt.prepared", Signal.PREPARED, """
        (dei|doei|distribui) [todas] [as] minhas coisas
        (dei|doei) meu (cachorro|gato)
        """, why="Põe as coisas em ordem.", example="dei minhas coisas"),
    Rule("pt.farewell", Signal.FAREWELL, """
        ultimo dia da minha vida
        minha ultima noite
        (nao e|ninguem tem) [sua|a] culpa
        (cuida|cuidem) (da|do|dos) (minha|meu|meus) (filha|filho|cachorro|mae|filhos|familia)
        adeus (para sempre|a todos|mundo|mundo cruel)
        (me despeco|me despedir) [de todos|de voces|de vc]
        (fala|diz|digam|falem|diga) ~ (para|a|que) [meu|minha|meus|o|a] ~ (amo|amava|perdao|desculpa)
        [essa e] minha ultima (mensagem|noite|vez|carta)
        meu ultimo (dia|adeus|recado)
        amanha [eu] nao (vou estar|estarei|estou|vou) [mais] [aqui|viva|vivo]
        (me perdoem|me perdoa) [todos|por tudo]
        quando (voces|alguem|vc|voce) (lerem|ler|encontrarem|achar)
        (vou|vou embora) (para sempre|desse mundo|dessa vida)
        (nao|nunca) (vao|vai) mais (me ver|ouvir falar de mim)
        nao chama ninguem
        """, why="Um último adeus. A last goodbye.", example="adeus para sempre", counter="tchau e boa noite"),
    Rule("pt.bye", Signal.BYE, """
        (adeus|obrigada por tudo|obrigado por tudo|desculpa por tudo|e hoje|hoje acaba)
        ja decidi
        """, why="Um adeus comum. A common goodbye.", example="adeus"),
    Rule("pt.final", Signal.FINAL, """
        (ninguem|nada) (vai|pode) me (parar|impedir|salvar|segurar)
        (nao tem|sem) volta
        (adeus|perdao|me perdoa|me perdoem|desculpa|ja decidi|estou pronta|estou pronto|vou descansar|nao tenho mais medo|um passo|acabou a dor)
        """, why="Já soltou. Has let go.", example="ninguém vai me parar"),
    Rule("pt.lethal", Signal.LETHAL, """
        (arma carregada|pistola|revolver|espingarda|corda|gilete|navalha|veneno|chumbinho|parapeito|trilhos|gatilho|balas)
        """, why="Um meio com poucos outros usos.", example="a corda"),
    Rule("pt.means", Signal.MEANS, """
        (<arma>|<corda>|<remedio>|veneno|overdose|balas)
        """, why="Nomeia um meio. Names a means.", example="veneno"),
    Rule("pt.place", Signal.PLACE, """
        (na|no|numa|num|da) (ponte|telhado|viaduto|sacada|laje|terraco|penhasco|trilhos)
        """, why="Um lugar alto. A high place.", example="tô na ponte"),
    Rule("pt.now", Signal.NOW, """
        <perto>
        chegou a hora
        """, why="Um tempo próximo. A time that is near.", example="hoje à noite"),
    Rule("pt.mood", Signal.MOOD, """
        (tremendo|chorando|sozinha|sozinho|bebendo|bebado|bebada|calma|calmo|frio|fria|perdao|dor|vazio|vazia|escuro|doi|vozes|cansada|cansado)
        """, why="Upset, alone or drunk: counts only beside a means or a deadly place.", example="tô chorando"),
)  # fmt: skip
