"""Spanish rules for what is happening at this moment: means at hand, a deadly place, an attempt, a last goodbye."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule(
        "es.armed",
        Signal.ARMED,
        """
        tengo (la soga|la pistola|el arma|la cuerda|el veneno) (.|y|aqui|conmigo|lista)
        (tengo|compre|consegui) las <pastillas> (.|y|aqui|listas)
        (puse|pongo|amarre|tengo) la soga
        (pastillas|frasco) ~ (en un vaso|trituradas|molidas|disueltas)
        (triture|moli|disolvi|machaque) ~ [todas] <pastillas>
        <arma> ~ (en|contra|a) [la|mi|mis|el] (mano|manos|cabeza|sien|cuello|garganta|boca|pecho|muneca|munecas|brazo|cama|piernas)
        <arma> [esta] (cargada|cargado|lista|listo)
        <arma> ... (aqui|conmigo|a mi lado|enfrente|en la cama|al lado)
        <cuerda> ~ (al|en el|alrededor del) cuello
        (puse|colgue|amarre|ate|tengo|prepare|esta) [ya] [la|una|el] <cuerda> ~ [en el techo|lista|listo|lista para|colgada|amarrada|del techo]
        <cuerda> [esta] (lista|listo|colgada|amarrada|puesta)
        <pastillas> ~ (en la mano|en las manos|en mi mano|enfrente|conmigo|aqui|a mi lado|listas|sobre la mesa|en la mesa|frente a mi|en la cama|delante)
        (tengo|agarre) [todas] [las|un frasco de|un monton de] <pastillas> ~ [en|aqui|conmigo|y me|y voy]
        tengo [la|una] (gun|pistola) in
        (veneno|frasco) ~ (en la mano|aqui|conmigo|enfrente)
        """,
        why="Los medios a mano, ahora. Means at hand.",
        example="tengo la pistola cargada aquí conmigo",
        counter="corté la cebolla con el cuchillo nuevo",
    ),
    Rule(
        "es.edge",
        Signal.EDGE,
        """
        (pierna|piernas|pies|pie) ~ (afuera|fuera|colgando|del otro lado|al vacio)
        (puente|azotea|balcon|techo) ... (agua|abajo|caer|fria|altura|lejos|alto|pierna|soltarme)
        agua ~ (cintura|cuello|pecho)
        (en|a|al|desde) [la|el|lo] (orilla|borde|cornisa|barandal|baranda|barandilla|filo|alto) [del|de la|de un] [puente|edificio|azotea|techo|balcon|precipicio|acantilado]
        (otro|del otro) lado (de la|del) (baranda|barandal|barandilla|reja|puente|valla)
        (parada|parado|sentada|sentado|acostado|acostada|estoy) ~ (en|sobre) (las vias|las vias del tren|los rieles|la cornisa)
        [en la] (azotea|techo|puente|balcon) ... (borde|orilla|mirando abajo|mirando hacia abajo|saltar|tirarme)
        """,
        why="A un paso de la muerte. One step from death.",
        example="estoy parado en la orilla del puente",
        counter="estoy en el puente, hay mucho tráfico",
    ),
    Rule(
        "es.done",
        Signal.DONE,
        """
        no quiero que (pare|deje) de sangrar
        (esperando|espero) que (haga|hagan) efecto
        frasco [esta] vacio
        (abri|prendi|deje abierto) ~ gas
        (empece|comence) a (cortarme|desangrarme) [las]
        me inyecte ~ (insulina|toda|todo|heroina|mucho)
        [me] (tome|trague) (de mas|demasiado|demasiadas)
        estoy perdiendo [mucha] (sangre|el conocimiento)
        me esta dando [mucho] sueno
        (tengo|con) las venas abiertas
        [me] (tome|trague|bebi|comi|tomado|tragado|tragarme|inyecte) ~ (todas|todo|frasco|caja|monton|muchas|#|demasiadas|punado|varias|bote|tableta entera|blister) [las|mis|de|el] ~ [<pastillas>|pastillas]
        me acabo de (tomar|tragar|cortar las venas|inyectar)
        acabo de (tomarme|tragarme|tomar|tragar|cortarme las venas)
        [me] (tome|bebi|trague) [el|un|una] (veneno|cloro|lejia|raticida|pesticida|insecticida|sobredosis)
        me (corte|abri|raje) las (venas|munecas)
        hay mucha sangre
        (estoy|sigo) sangrando ~ [mucho|a proposito]
        tuve una sobredosis [ahora|hoy]
        me dispare
        me colgue [pero]
        ya (salte|lo hice|me tome) [todo|las]
        (solo queda|ya solo) esperar
        """,
        why="Un intento en curso. An attempt under way.",
        example="me tomé un frasco entero de pastillas",
        counter="me tomé mi pastilla y me voy a dormir",
    ),
    Rule(
        "es.note",
        Signal.NOTE,
        """
        (escribi|hice|deje|termine) mi (carta|nota) [de|y|.]
        (carta|nota|cartas) (de despedida|de suicidio|suicida|de adios|para mis hijos|para mi familia|para todos)
        (escribi|deje|estoy escribiendo) [mi|la|una] (nota|carta) (de|para|a) (mi familia|mis hijos|despedida|todos|mis padres|suicidio)
        """,
        why="Una carta de despedida. A note.",
        example="dejé una carta de despedida",
    ),
    Rule(
        "es.prepared",
        Signal.PREPARED,
        """
        (regale|di|regalando|regalado|repartiendo|reparti) [todas|todo] [mis] (cosas|pertenencias|ropa|perro|gato|todo)
        (deje|arregle) todo (arreglado|listo|en orden)
        """,
        why="Deja todo en orden. Puts things in order.",
        example="regalé todas mis cosas",
    ),
    Rule(
        "es.farewell",
        Signal.FAREWELL,
        """
        [hoy|este] es [el|mi] ultimo dia de mi vida
        (es|sera) mi ultima noche
        ultimo dia de mi vida
        nadie tiene la culpa
        no es (tu|su) culpa
        cuiden (a|de) mi (hija|hijo|perro|gato|mama|familia|hijos)
        adios (para siempre|a todos|mundo|mundo cruel)
        (me despido|despedirme|quiero despedirme|queria despedirme) [de todos|de ti|para siempre]
        (diganle|dile|digan|diles) ~ (amo|quiero|ame|perdon|perdone|quise|adoro)
        [este es] (mi|el) ultimo (mensaje|dia|adios|texto)
        mi ultima (noche|vez|carta)
        <cerca> [ya] no (voy a estar|estare|existire|voy a existir) [aqui|viva|vivo|mas]
        manana [ya] no (voy a estar|estare|existo|estoy) [aqui|viva|vivo|mas]
        cuando (lean|leas|encuentren) (esto|mi cuerpo|este mensaje)
        no (me volveran|volveran|vas|van) a (ver|saber de mi)
        (perdonenme|perdoname|perdonen) [todos|por todo|por lo que voy]
        (no hay|ya no hay) vuelta atras
        me voy (para siempre|de este mundo)
        """,
        why="Una despedida para siempre. A last goodbye.",
        example="adiós para siempre",
        counter="hasta mañana, adiós",
    ),
    Rule("es.bye", Signal.BYE, """
        (adios|gracias por todo|hoy me voy|perdon por todo|ya me voy)
        """, why="Despedida común. A common goodbye.", example="gracias por todo"),
    Rule("es.final", Signal.FINAL, """
        (nadie|nada) me (puede|va a) (parar|detener|salvar)
        (ya no|no) hay (vuelta atras|marcha atras|nada que hacer)
        (adios|perdon|perdonenme|lo siento|estoy lista|estoy listo|ya lo decidi|es la ultima vez|por fin voy a descansar|voy a descansar|ya no tengo miedo|un paso)
        no (tengo|siento) [ya] miedo
        solo queria (despedirme|que alguien supiera)
        """, why="Ya soltó. Has let go.", example="nadie me puede parar"),
    Rule("es.lethal", Signal.LETHAL, """
        (pistola|revolver|escopeta|rifle|soga|navaja|hojilla|cuerda al cuello|balas|las vias|cornisa|barandal|raticida|veneno|gatillo)
        """, why="Un medio con pocos otros usos.", example="la soga"),
    Rule("es.means", Signal.MEANS, """
        (<arma>|<cuerda>|<pastillas>|veneno|sobredosis|frasco|balas)
        """, why="Nombra un medio. Names a means.", example="veneno"),
    Rule("es.place", Signal.PLACE, """
        (en|parado en|parada en|desde) [el|la|un|una] (puente|azotea|techo|balcon|cornisa|barranco|acantilado|vias)
        """, why="Un lugar alto. A high place.", example="estoy en el puente"),
    Rule("es.now", Signal.NOW, """
        <cerca>
        (estoy a punto|llego la hora|es hora|ya es hora)
        """, why="Un tiempo cercano. A time that is near.", example="esta noche"),
    Rule("es.mood", Signal.MOOD, """
        (temblando|llorando|sola|solo|alcohol|borracha|borracho|tomando|calma|tranquila|tranquilo|frio|fria|perdon|dolor|vacio|vacia|oscuro|duele|voces|cansada|cansado)
        """, why="Upset, alone or drunk: counts only beside a means or a deadly place.", example="estoy llorando"),
)  # fmt: skip
