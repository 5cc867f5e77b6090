"""Spanish rules for harm, danger, worry about others, and for what discounts."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

RULES = (
    Rule("es.harm_now", Signal.HARM_NOW, """
        me (lastime|corte|queme|golpee) ~ a proposito
        me (arane|rasgune) los (brazos|brazo)
        me estoy (cortando|quemando|lastimando|golpeando|haciendo dano)
        me (corte|queme|rasgune|lastime) [otra vez|de nuevo|anoche|hoy] [los|las|el|la|mis|mi] (brazos|brazo|piernas|pierna|muslos|muslo|piel|otra vez|de nuevo|anoche|a proposito)
        me acabo de (cortar|quemar|lastimar)
        acabo de (cortarme|quemarme|lastimarme)
        [no puedo] (dejar|dejo) de cortarme
        """, why="Se hace daño ahora. Self-harm now.", example="me estoy cortando", counter="me corté el dedo con el cuchillo cocinando"),
    Rule("es.urge", Signal.URGE, """
        <quiero> (cortarme|lastimarme|hacerme dano|quemarme|herirme|golpearme|danarme)
        me (quiero|dan ganas de) (cortar|lastimar|hacer dano|quemar)
        (autolesionarme|autolesiones|autolesion|autolesionandome)
        me (corto|quemo|lastimo) [los|las|el|la] (brazos|piernas|brazo|piel|muslos|cuando|para)
        """, why="Ganas de hacerse daño. An urge.", example="quiero hacerme daño"),
    Rule("es.attempted", Signal.ATTEMPTED, """
        (intente|trate de|he intentado|quise) (suicidarme|matarme|quitarme la vida|morir|ahorcarme|acabar con mi vida)
        intento de suicidio
        me (tome|tomé) ~ pastillas
        """, why="Un intento pasado. A past attempt.", example="intenté suicidarme el año pasado"),
    Rule("es.danger", Signal.DANGER, """
        (padrastro|tio|padre|papa|novio|marido|esposo|ex|hermano|jefe) ~ (abusa|abuso|me toca|me toco|me viola|me golpea|me pega) [de mi]
        temo por mi vida
        miedo de que me (mate|pegue|golpee|encuentre)
        me (quiere|quieren|va a|van a|amenaza con|amenazo con|intento|trata de|trato de) (matar|pegar|golpear|violar|lastimar|apunalar)
        (me esta|me estan|esta|sigue) (pegando|golpeando|persiguiendo|ahorcando|amenazando|golpeandome|pegandome)
        (me (pega|pego|golpea|golpeo|viola|violo|violaron|ahorco|amenazo|abusa|abuso|abusaron|apunalo))
        (fui|me) (violada|violado|abusada|abusado)
        (esta|afuera|puerta) ~ (afuera|fuera) ~ con [un|una|el] (<arma>|arma)
        amenaza de muerte
        """, why="Alguien le hace daño. In danger from someone.", example="mi marido me está pegando"),
    Rule("es.fear", Signal.FEAR, """
        (tengo|le tengo) miedo (de|a) (el|ella|mi <persona>|volver a casa)
        se pone (violento|violenta|agresivo)
        """, why="Miedo de alguien. Afraid of someone.", example="se pone violento"),
    Rule("es.threat", Signal.THREAT, """
        (quiero|voy a) matar a (mi|el|ella|todos|alguien) [<persona>]
        """, why="Habla de hacer daño a otro.", example="voy a matar a mi jefe"),
    Rule("es.other_done", Signal.OTHER_DONE, """
        <persona> se (corto|abrio) las venas
        (<persona>|el|ella) se [acaba de] (tomo|trago|tomar|corto|disparo|colgo) ~ (todas|todo|frasco|pastillas|venas|muchas|#|monton|veneno)
        se (encerro|metio) ~ (bano|cuarto|habitacion|con) ... (pistola|arma|cuchillo|pastillas|navaja|soga)
        (no despierta|no respira|no reacciona|esta inconsciente)
        <persona> ~ esta en (el|la) (techo|azotea|puente|balcon)
        (dice|dijo) que se va a (tirar|lanzar|aventar)
        """, why="Otra persona puede estar muriendo.", example="mi mamá se tomó todas sus pastillas"),
    Rule("es.other_act", Signal.OTHER_ACT, """
        [no] tiene por que vivir
        (compro|tiene) [una] pistola y (dice|quiere)
        se (quiere|va a|queria|quieren|puede|intento|trato de|vaya a) (matar|suicidar|ahorcar|colgar|quitar la vida|tirar|desvivir)
        (quiere|queria|piensa|planea|intento|amenaza con|trato de|va a) (suicidarse|matarse|quitarse la vida|ahorcarse|desvivirse)
        se (mata|suicida) si [lo|la|yo]
        si [lo|la] (dejo|deja|termino) se mata
        """, why="Otra persona habla de quitarse la vida.", example="mi amiga se quiere matar"),
    Rule("es.other_harm", Signal.OTHER_HARM, """
        <persona> [se] (quiere|quiera) morir
        se quiere morir
        <persona> ~ se (corta|lastima|hace dano|autolesiona|esta cortando)
        (piensa|habla|hablaba|pensando|publica) ~ (en|de|del|sobre) [el|la] (suicidio|morir|morirse|muerte|suicidarse|matarse|desaparecer)
        (dice|dijo|siente) que [ya] no quiere (vivir|estar aqui|seguir|existir)
        (dice|dijo) que (quiere|quisiera) (morir|morirse|desaparecer)
        (miedo|preocupa|preocupada|preocupado|temo) ~ que ~ [<persona>] se (haga dano|mate|suicide|lastime|quite)
        """, why="Preocupa otra persona.", example="mi hermana se corta los brazos"),
    Rule("es.loss", Signal.LOSS, """
        se (suicido|mato|ahorco|colgo|quito la vida|disparo)
        (perdi|perdimos) a (mi|mis|un|una|nuestro|nuestra) <persona> [por|en|a causa] ~ [suicidio]
        (murio|fallecio|fallecieron|murieron|enterramos|funeral|velorio)
        <persona> (murio|fallecio)
        despues del suicidio de
        """, why="Alguien ha muerto. A loss.", example="mi primo se quitó la vida"),
    Rule("es.idiom", Signal.IDIOM, """
        me mato de [la] risa
        (casi|por poco) me (mato|muero|mata)
        (cortarme|cortar) (el pelo|el cabello|las unas|la barba|el dedo)
        miedo (de|a) (morir|morirme|la muerte) [de]
        miedo a que me muera
        morir de (covid|cancer|un infarto|viejo|vieja)
        (muero|muere|morir|morirme|morirse|morimos|muriendo|murio|morí) (de|del) (risa|hambre|sueno|frio|calor|verguenza|miedo|susto|ganas|cansancio|aburrimiento|amor|envidia|pena|nervios|sed|ternura|dolor de cabeza|curiosidad|antojo)
        (muero|morir|morirme) por [un|una|verte|ver|ir|el|la|conocer]
        (muerto|muerta) (de|del) (hambre|sueno|miedo|cansancio|risa|frio|calor|susto|verguenza|cansada)
        matar (el tiempo|la|el hambre|las horas|dos pajaros|al despertador|un rato|la curiosidad)
        me (mata|matan|esta matando|estan matando) [la|el|los|las|este|esta|de]
        (mama|papa|jefe|profe|jefa|madre|padre|esposo|novia|novio) me (va a matar|mata) [si|cuando]
        (desvivo|desvive|desviven|desvivirse|desvivo) por
        se desvive
        ni muerta
        mato por
        (tirar|tiro|tirarme|tirare) (en|al) [el|la] (sofa|sillon|cama|piso a dormir|paracaidas)
        (tiro|balazo) en el pie
        (acabar|terminar) con (esta relacion|el|ella|mi novio|mi novia|esto y|el trabajo|la tarea)
        cuelgo (porque|el telefono|la ropa)
        me cuelgo (viendo|con|hablando|en)
        (vivir|vivo) (con|en|sola|solo|lejos|cerca)
        saltar (la cuerda|en la cama|al agua|de alegria)
        (me tome|tomarme|tomar|tome|por) (mi|la|las|mis) (pastilla|pastillas|medicina) (y|de la|del|para|por)
        me corte (el dedo|el pelo|el cabello|las unas|afeitandome|cocinando|con papel)
        (estoy|ando|quede) (muerta|muerto) [que|del|de|hoy]
        matenme
        """, why="Dichos de todos los días. Figures of speech.", example="me muero de risa"),
    Rule("es.game", Signal.GAME, """
        (juego|nivel|partida|jefe final|videojuego|granada|jugando|consola|fase)
        """, why="Un juego. A game.", example="me mataron en el mismo nivel"),
    Rule("es.story", Signal.STORY, """
        (pelicula|peli|serie|novela|cancion|libro|capitulo|personaje|protagonista|obra|letra|escena|documental|temporada|poema)
        """, why="Cine, libros, canciones.", example="en la serie la chica se suicida"),
    Rule("es.work", Signal.WORK, """
        (prevencion|tarea|ensayo|tesis|noticia|noticias|enfermera|enfermero|paciente|hospital|charla|curso|taller|investigacion|articulo|capacitacion|cartel|linea)
        """, why="Trabajo, estudio, noticias.", example="una tarea sobre la prevención del suicidio"),
    Rule("es.laugh", Signal.LAUGH, """
        (jaja|jajaja|jajajaja|jeje|jejeje|xd|broma|bromeando|jsjs|ajaja|jajaj)
        """, why="Se ríe. Laughs.", example="es broma"),
    Rule("es.trivial", Signal.TRIVIAL, """
        (tarea|examen|trabajo|lunes|dieta|trafico|ruido|calor|jefe|matematicas|examenes|informe|profe|clase|reunion|cocinando|cebolla|viaje|sofa|presion|colesterol)
        """, why="Cosas de todos los días.", example="odio los lunes"),
    Rule("es.past", Signal.PAST, """
        (antes|hace) (queria|#|#few|anos|mucho|tiempo|unos)
        hace ~ (anos|meses|tiempo)
        (ano|mes|verano) pasado
        (cuando|a los) (era|tenia|#|#few)
        (llevo|llevaba) ~ (anos|meses) sin
        """, why="Hace tiempo. Long ago.", example="hace años"),
    Rule("es.well", Signal.WELL, """
        (agradezco|agradecido|agradecida|feliz de) [estar|seguir] (viva|vivo|aqui)
        (estoy|me siento|ahora|hoy|soy|ando) [ya|muy|mucho] (mejor|bien|feliz|recuperada|recuperado|contenta|contento|agradecida)
        (terapia|tratamiento|ayuda) ~ (ayudo|salvo|sirvio)
        [ya] no (pienso|quiero) [mas] en
        (llevo|hace) ~ (anos|meses) (sin|que no)
        """, why="Está mejor. It is better now.", example="ahora estoy mejor"),
    Rule("es.again", Signal.AGAIN, """
        (otra vez|de nuevo|igual|volver|vuelvo|vuelve|volviendo|regresan|estos dias|ultimamente|todavia|sigo)
        """, why="Otra vez. It is so again.", example="otra vez me siento igual"),
    Rule("es.weak", Signal.WEAK, """
        no (puedo|aguanto|soporto|doy) mas
        me rindo
        no [le] veo salida
        no hay salida
        (sin|no tengo|no hay) esperanza
        no puedo seguir [asi]
        no vale la pena [seguir]
        (todo|esto) (se acabo|se termino)
        desaparecer
        no quiero (seguir|continuar|estar aqui)
        (acabar|terminar) con (todo|esto)
        no sirvo para nada
        (mi vida|la vida) es un (infierno|asco)
        no le importo a nadie
        """, why="Palabras débiles: nunca alertan solas.", example="no puedo más"),
    Rule("es.not", Signal.NOT, "(no|nunca|jamas|ni|tampoco|sin)", why="Un no.", example="no"),
    Rule("es.not_not", Signal.NOT_NOT, """
        no (puedo|dejo|paro|aguanto|soporto|se|tengo miedo|hay|veo|estoy segura|estoy seguro|es|era|me importa|doy|vale|le veo) [de|mas|si|otra|que]
        (no|sin) (mas|otra|vuelta|salida|esperanza)
        no solo
        no [es] (broma|bromeo|mentira)
        nadie me va a detener
        """, why="Un no que no niega nada.", example="no puedo más"),
    Rule("es.said_by", Signal.SAID_BY, """
        (dice|dijo|dicen|cartel|cancion|letra|escribieron|grito|poster|me puso)
        """, why="Palabras de otro.", example="el cartel dice"),
    Rule("es.true", Signal.TRUE, """
        (te menti|menti|mentia|les menti|mentira|no era broma|no es broma|es en serio|la verdad es que si|hablo en serio)
        """, why="Se desdice. Takes it back.", example="te mentí"),
    Rule("es.asked", Signal.ASKED, """
        (suicidarte|suicidio|matarte|quitarte la vida|hacerte dano|morir|morirte|suicidas|acabar con tu vida)
        """, why="La pregunta del par.", example="¿Estás pensando en suicidarte?"),
    Rule("es.yes", Signal.YES, """
        (si|sip|claro|aveces|siempre|talvez|mucho|puede|bastante)
        (a veces|tal vez|un poco|creo que si|todo el tiempo|todos los dias)
        """, why="Un sí.", example="sí"),
)  # fmt: skip
