"""Portuguese rules for harm, danger, worry about others, and for what discounts."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule("pt.harm_now", Signal.HARM_NOW, """
        me (machuquei|cortei|queimei) ~ de proposito
        (arranhei|cortei) (meus|os|meu) (bracos|braco)
        [estou|to] me (cortando|queimando|machucando|ferindo|mutilando|arranhando)
        me (cortei|queimei|machuquei|arranhei) (de novo|ontem|hoje|outra vez|de proposito|os bracos|o braco|as pernas|toda|todo)
        acabei de me (cortar|queimar|machucar)
        (cortei|queimei) [minha|meu|meus|minhas|o|os] (perna|braco|bracos|pernas|coxa|coxas) ~ [de proposito|com isqueiro|de novo]
        nao paro de me cortar
        """, why="Se machuca agora. Self-harm now.", example="tô me cortando", counter="cortei o cabelo e odiei"),
    Rule("pt.urge", Signal.URGE, """
        <quero> (me cortar|me machucar|me ferir|me queimar|me mutilar|me arranhar|me bater)
        vontade de (me cortar|me machucar|me ferir|me queimar)
        (automutilacao|automutilar|me automutilo|me automutilar)
        me (corto|machuco|queimo) [quando|para|todo]
        """, why="Vontade de se machucar. An urge.", example="quero me machucar"),
    Rule("pt.attempted", Signal.ATTEMPTED, """
        (tentei|ja tentei|tentado|quis) (me matar|me suicidar|suicidio|tirar minha vida|morrer|me enforcar|acabar com minha vida)
        tentativa de suicidio
        tomei ~ remedio demais
        """, why="Uma tentativa passada. A past attempt.", example="tentei me matar ano passado"),
    Rule("pt.danger", Signal.DANGER, """
        (padrasto|pai|tio|marido|namorado|irmao|ex|avo) ~ (abusa|abusou|me toca|me tocou|me estupra|me bate) [de mim]
        (temo|medo) pela minha vida
        medo (de|que) [ele|que ele] me mate
        (quer|vai|querem|vao|ameaca|ameacou|tentou|tenta) [de] me (matar|bater|estuprar|machucar|esfaquear|espancar)
        (me (bate|bateu|espanca|espancou|estupra|estuprou|enforcou|ameaca|ameacou|agride|agrediu|abusa|abusou|esfaqueou))
        (fui|sou) (estuprada|estuprado|abusada|abusado|agredida|espancada|agredido)
        (esta|ta) [me] (batendo|espancando|perseguindo|ameacando)
        (esta|ta) ~ (aqui|la) fora ~ com [uma|a] (arma|faca|<arma>)
        """, why="Alguém lhe faz mal. In danger from someone.", example="meu marido me bateu"),
    Rule("pt.fear", Signal.FEAR, """
        (tenho|com) medo (dele|dela|do meu marido|do meu pai|de voltar)
        fica (violento|agressivo)
        """, why="Medo de alguém.", example="tenho medo dele"),
    Rule("pt.threat", Signal.THREAT, """
        (quero|vou) matar (meu|minha|ele|ela|todo mundo|alguem) [<pessoa>]
        """, why="Fala de ferir alguém.", example="vou matar meu chefe"),
    Rule("pt.other_done", Signal.OTHER_DONE, """
        (<pessoa>|ele|ela) [acabou de] (tomou|engoliu|tomar|bebeu|cortou) ~ (todos|tudo|veneno|cartela|#|monte|muito|pulsos|chumbinho) [os|de] [<remedio>|remedios]
        se (trancou|fechou) ~ (no|na|com) ... (arma|faca|pistola|remedios|corda)
        (nao acorda|nao respira|passando mal|esta inconsciente|desmaiou|nao responde)
        <pessoa> ~ (esta|ta) (no|na) (telhado|ponte|sacada|parapeito|laje)
        (disse|falou|diz) que vai (pular|se jogar)
        """, why="Outra pessoa pode estar morrendo.", example="meu irmão tomou veneno"),
    Rule("pt.other_act", Signal.OTHER_ACT, """
        nao tem motivo para viver
        comprou uma arma e (diz|disse|quer)
        (quer|vai|queria|ameaca|ameacou|pensa em|tentou|planeja|pensando em|pode) se (matar|suicidar|enforcar|jogar|desviver)
        (quer|vai|pensa em|tentou) (tirar a propria vida|cometer suicidio)
        se (mata|suicida) se eu
        """, why="Outra pessoa fala em se matar.", example="minha amiga quer se matar"),
    Rule("pt.other_harm", Signal.OTHER_HARM, """
        <pessoa> (quer|queria) morrer
        dizendo que (quer|queria) (morrer|sumir|se matar)
        (<pessoa>|ele|ela) se (corta|machuca|mutila|queima|cortando)
        <pessoa> ~ (pensa|fala|falando|pensando|falou) ~ (em|de|sobre|na) [o|a] (suicidio|morrer|morte|se matar|sumir)
        (fala|diz|disse|falou) que nao quer [mais] (viver|estar aqui|existir)
        (fala|diz|disse|falou) que (quer|queria) (morrer|sumir|desaparecer)
        medo ~ que ~ [<pessoa>] ... se (mate|machuque|corte|suicide)
        """, why="Preocupação com alguém.", example="minha irmã se corta"),
    Rule("pt.loss", Signal.LOSS, """
        se (matou|suicidou|enforcou|jogou)
        tirou a propria vida
        (perdi|perdemos) [o|a] (meu|minha|um|uma|nosso|nossa) <pessoa>
        (morreu|faleceu|enterramos|velorio|luto|funeral)
        depois do suicidio
        """, why="Alguém morreu. A loss.", example="meu avô se matou"),
    Rule("pt.idiom", Signal.IDIOM, """
        quase (me matei|morri|me mato)
        (cortar|cortei) (o cabelo|as unhas|o dedo|a barba|meu cabelo)
        medo de (morrer|que eu morra) [de]
        (calor|frio) de matar
        (morro|morrendo|morri|morrer|morre|morreu|morta|morto|morrem) (de|do|da) (rir|fome|sono|frio|calor|vergonha|medo|susto|saudade|vontade|tedio|cansaco|cansada|amor|inveja|sede|preguica|curiosidade|fofura|raiva|ciume|dor de cabeca)
        matar (aula|a saudade|a fome|saudade|o tempo|a sede|tempo|a vontade|a curiosidade|dois coelhos)
        (matando|matei|mata|matar) (o tempo|a fome|aula|saudade|a saudade|dois coelhos|tempo|de rir)
        [esta|ta|estao|vai|vao|calor|prova|costas] me (matando|mata|matam) [de|se]
        (esta|estao) me matando
        (mae|pai|chefe|professor|professora|mulher|marido|namorada) [vai] me (mata|matar) [se]
        me matar (de estudar|de trabalhar|de rir|na academia|estudando)
        nem (morta|morto)
        (estou|to|fiquei) (morta|morto) [hoje|com|de|que]
        (morta|morto) com
        (jogar|joguei|jogo) (no|na) (sofa|cama|rede|piscina)
        me jogar (no|na) (sofa|cama|rede|piscina)
        tiro no pe
        acabar com (esse|essa|este|isso|o|ele|ela) (namoro|relatorio|trabalho|e entregar)
        acabar com (isso|esse|essa)
        de matar
        (morar|viver|moro) (com|em|longe|perto|sozinha|sozinho)
        (pular|pulei) (corda|carnaval|o cafe|na piscina)
        (tomei|tomar|comprar) (meu|meus|o|os) (remedio|remedios) (e|do|da|de|para|hoje)
        cortei (o cabelo|o dedo|as unhas|a cebola|o pao)
        sumir no (feriado|fim de semana|carnaval)
        me mata
        """, why="Jeitos de falar. Figures of speech.", example="tô morrendo de fome"),
    Rule("pt.game", Signal.GAME, """
        (jogo|fase|chefao|partida|granada|jogando|videogame|nivel)
        """, why="Um jogo. A game.", example="na mesma fase do jogo"),
    Rule("pt.story", Signal.STORY, """
        (filme|serie|novela|musica|livro|episodio|personagem|letra|peca|cena|temporada|poema|documentario)
        """, why="Filme, livro, música.", example="no filme o cara se mata"),
    Rule("pt.work", Signal.WORK, """
        (prevencao|trabalho|tcc|redacao|artigo|noticia|enfermeira|enfermeiro|hospital|paciente|palestra|pesquisa|cartaz|setembro amarelo|curso|plantao)
        """, why="Trabalho, estudo, notícias.", example="um trabalho sobre prevenção ao suicídio"),
    Rule("pt.laugh", Signal.LAUGH, """
        (kkk|kk|kkkk|kkkkk|rs|rsrs|haha|hahaha|brincadeira|brincando|zoando)
        """, why="Ri. Laughs.", example="brincadeira"),
    Rule("pt.trivial", Signal.TRIVIAL, """
        (prova|trabalho|segunda|dieta|transito|barulho|calor|namoro|chefe|materia|relatorio|aula|emprego|bug|reuniao|celular|feriado|cebola|sofa|pressao|colesterol|viagem)
        """, why="Coisas do dia a dia.", example="segunda de novo"),
    Rule("pt.past", Signal.PAST, """
        (anos|meses|tempo) atras
        (ano|mes|verao) passado
        (antes|antigamente) [eu] (queria|pensava|tentei)
        (quando|aos) (eu era|tinha|eu tinha|#|#few|era)
        faz ~ (anos|meses) que
        """, why="Há muito tempo. Long ago.", example="anos atrás"),
    Rule("pt.well", Signal.WELL, """
        (agradeco|grata|grato|feliz) (por|de) estar (viva|vivo|aqui)
        (estou|to|me sinto|hoje|agora|sou) [estou|to|sou|muito] (melhor|bem|feliz|recuperada|recuperado|grata|grato)
        (terapia|tratamento|ajuda) ~ (ajudou|salvou)
        (nao|n) penso mais em
        faz ~ (anos|meses) que nao
        """, why="Está melhor. It is better now.", example="agora tô melhor"),
    Rule("pt.again", Signal.AGAIN, """
        (de novo|outra vez|igual|voltando|voltou|voltaram|ultimamente|esses dias|ainda)
        """, why="De novo. It is so again.", example="tá tudo voltando"),
    Rule("pt.weak", Signal.WEAK, """
        (nao|n) (aguento|suporto|consigo) mais
        desisto
        (nao|n) (vejo|tem|ha) [mais] saida
        (sem|perdi a|nao tenho) esperanca
        (nao|n) vale a pena [continuar]
        (sumir|desaparecer)
        acabou
        acabar com (isso|tudo)
        (nao|n) (queria|quero) estar aqui
        (nao|n) sirvo para nada
        minha vida e um (inferno|lixo)
        """, why="Palavras fracas: nunca alertam sozinhas.", example="não aguento mais"),
    Rule("pt.not", Signal.NOT, "(nao|nunca|jamais|nem|sem)", why="Um não.", example="nao"),
    Rule("pt.not_not", Signal.NOT_NOT, """
        (nao|n) (consigo|paro|aguento|sei|tenho medo|suporto|vejo|tem|ha|vale|e|era|estou bem|to bem|me importo) [mais|de|se|que|parar]
        (nao|sem) (so|mais|saida|esperanca|volta)
        (nao|n) (brinco|minto|era brincadeira)
        ninguem vai me (parar|impedir)
        """, why="Um não que não nega nada.", example="não consigo parar"),
    Rule("pt.said_by", Signal.SAID_BY, """
        (disse|diz|dizem|cartaz|musica|letra|escreveram|gritou|falou|falava)
        """, why="Palavras de outra pessoa.", example="o cartaz diz"),
    Rule("pt.true", Signal.TRUE, """
        (menti|eu mentia|te menti|e mentira|nao era brincadeira|nao e brincadeira|falo serio|e serio|nao era nao|to falando serio)
        """, why="Volta atrás. Takes it back.", example="eu menti"),
    Rule("pt.asked", Signal.ASKED, """
        (suicidio|suicidar|se matar|te matar|morrer|tirar sua vida|se machucar|acabar com a sua vida)
        """, why="A pergunta de quem escuta.", example="Você está pensando em se matar?"),
    Rule("pt.yes", Signal.YES, """
        (sim|uhum|aham|claro|sempre|talvez|penso|muito)
        (as vezes|um pouco|acho que sim|o tempo todo|todo dia)
        """, why="Um sim.", example="sim"),
)  # fmt: skip
