"""Spanish rules for risk, with their word groups."""

from __future__ import annotations

from warmline.safety.rule import Rule, Signal

FILLERS = frozenset(
    """
    , seriamente ya muy realmente solo tan pues siempre tambien quizas tal vez simplemente la verdad en serio yo bien
    neta wey guey che bueno asi nada mas ahora mucho muchas puta de verdad otra vez
    """.split()
)

GROUPS = {
    "quiero": """
        (quiero|quisiera|queria|deseo|desearia|necesito|prefiero|preferiria|gustaria|pienso|intento|debo|deberia|podria)
        (tengo|tenia|dan|siento|con|me da|me entran|sin) [muchas|tantas|unas] ganas de
        (pensando|pensado|pienso|piensa|pensar|penso) [mucho|seriamente|todo el tiempo|todos los dias] en
        (ganas|idea|deseos|ideas|pensamientos|intencion|forma|manera|plan) (de|para)
        (tengo|hay) que
        (planeo|planeando|decidi|decidido|considerando|imagino|imaginando|contemplando|dispuesto a|lista para|listo para)
        (lista|listo) para
    """,
    "voy": """
        (voy|vamos|iba) a
        (estoy|estaba) (por|a punto de|a segundos de)
        a punto de
        decidi
    """,
    "matarme": """
        (darme|pegarme) un balazo
        morir por mi mano
        hacerlo (hoy|esta noche|ahora)
        (matarme|suicidarme|ahorcarme|colgarme|desvivirme|dispararme|envenenarme|ahogarme|degollarme|electrocutarme)
        (quitarme|arrancarme) la vida
        (acabar|terminar) con (mi|esta|esta puta) vida
        (acabar|terminar) conmigo
        (pegarme|darme|meterme) un (tiro|balazo)
        (cortarme|abrirme|rajarme) (las|mis) (venas|munecas)
        (tirarme|aventarme|lanzarme|arrojarme|botarme|saltar) ~ (puente|balcon|ventana|edificio|techo|azotea|tren|metro|vias|rio|auto|carro|coche|camion|bus|piso|vacio|barranco|risco|mar)
        (tomarme|tragarme|tomar) [todas] [las|mis|todo] (pastillas|frasco|veneno|todo el frasco)
        saltar
    """,
    "vida": "(vivir|existir|despertar|despertarme|estar viva|estar vivo|estar aqui|seguir viviendo|seguir viva|seguir vivo|seguir existiendo|estar en este mundo)",
    "pastillas": """
        (pastillas|pastilla|tabletas|pildoras|somniferos|paracetamol|clonazepam|rivotril|antidepresivos|medicamentos|ibuprofeno)
        (medicinas|calmantes|tranquilizantes|diazepam|insulina|capsulas|alprazolam|remedios|comprimidos|barbituricos)
    """,
    "arma": "(pistola|arma|revolver|rifle|escopeta|cuchillo|navaja|cutter|hojilla|machete|fierro)",
    "cuerda": "(soga|cuerda|lazo|cinturon|mecate|cable|sabana)",
    "persona": """
        (amigo|amiga|hermano|hermana|mama|madre|papa|padre|hijo|hija|esposo|esposa|novio|novia|primo|prima|tio|tia)
        (abuelo|abuela|pareja|vecino|vecina|companero|companera|marido|mujer|ex|alumno|alumna|sobrino|sobrina|cunado|nieto|roomie|jefe|profe)
    """,
    "cerca": """
        hoy
        (esta|hoy en la) (noche|tarde|manana|madrugada|misma noche)
        (ahora|ahorita|ya) mismo
        ahorita
        ahora
        (en|dentro de) (un rato|unos minutos|una hora|# minutos|#few minutos|#few horas|un momento|minutos)
        en cuanto
        cuando (se duerman|se duerma|se vayan|se vaya|todos duerman|llegue|salgan|no haya nadie|me quede)
        (antes de que|antes del amanecer|a medianoche)
        manana [ya] no
        a las (#|#few|#time)
    """,
}

RULES = (
    Rule(
        "es.act",
        Signal.ACT,
        """
        <cerca> ... lo (voy a hacer|hare|hago)
        cuando (mis|mi|los|las) ~ (duerman|duerma|vayan|salgan|vaya|salga) ... lo (voy a hacer|hare|hago)
        (hoy|ya) es el dia
        (sueno|fantaseo|suenos) con (matarme|morir|pegarme|colgarme|tirarme|suicidarme)
        no quiero llegar a [mi|mis|fin|navidad]
        (obsesion|idea) [fija] de (suicidarme|matarme|morir)
        (planeando|planeo|preparando|planeado) mi (muerte|suicidio|final)
        (dicen|gritan|ordenan|piden) que me (mate|suicide|ahorque|tire|muera)
        (peligro|riesgo) para mi (misma|mismo)
        no me siento (segura|seguro) (conmigo|sola|solo)
        me duermo para siempre
        (dormirme|dormir) para siempre
        me (pego|doy|voy a pegar|voy a dar) un (tiro|balazo)
        <quiero> (matarme|desvivirme|suicidarme|suicidar|ahorcarme)
        <matarme>
        me <quiero> ~ (matar|suicidar|desvivir|ahorcar|colgar|desaparecer de este mundo)
        me (quiero|voy a|vine a|puedo) ~ (matar|suicidar|desvivir|ahorcar|colgar|tirar|lanzar|aventar|arrojar|quitar la vida|disparar|pegar un tiro|dar un tiro)
        (me [voy a]|voy a) (quitar la vida|quitarme la vida|acabar conmigo)
        (me mato|me suicido|me cuelgo|me ahorco|me quito la vida|me pego un tiro|me disparo|me tiro al tren|me lanzo)
        (quiero|voy a|quisiera) (acabar|terminar) con todo
        (acabo|termino) con (todo|esto|mi vida) ~ [<cerca>]
        <cerca> (acabo|termino|se acaba|termina) [con] (todo|esto|mi vida)
        <cerca> (me muero|muero|me voy a morir|voy a morir|me voy para siempre|me mato)
        (pensamientos|ideas|ideacion|tendencias|impulsos|ganas) (suicidas|suicida|de suicidio)
        (soy|estoy|me siento|ando) [muy] suicida
        <quiero> [el|un] suicidio
        dejo de pensar en [el] (suicidio|matarme|suicidarme)
        el suicidio [es] [mi|la|lo] ~ (unica|mejor|solucion|salida|opcion)
        (cometer|cometiendo) suicidio
        voy a (morir|morirme) <cerca>
        (estare|voy a estar) (muerta|muerto) [manana|cuando]
        <cerca> ~ (estare|voy a estar) (muerta|muerto)
        <cerca> [ya] no (estare|voy a estar|estoy) [mas] (viva|vivo|aqui|en este mundo)
        <cerca> (me quito|me tiro|me cuelgo|salto)
        """,
        why="Nombra el acto mismo. Names the act itself.",
        example="quiero matarme",
        counter="este calor me está matando",
    ),
    Rule(
        "es.method",
        Signal.METHOD,
        """
        me (tomo|trago) (las|todas|todas las|todo) [<pastillas>]
        me (tomo|trago) ~ <pastillas> ... (siempre|todas|noche)
        <voy> [me] (saltar|tomarlas|tomarmelas|tomarmelo|tirarme|aventarme|tomar todas|tragarlas|tragar todo|usarla|disparar|jalar el gatillo)
        me (las|lo|la) <voy> (tomar|tragar|clavar|beber)
        me (las|lo) (voy a tomar|tomo todas|tomo todo|voy a tragar)
        me <voy> (tirar|lanzar|aventar|arrojar|cortar las venas|tomar todas|tomar todo|clavar)
        me (dan|da) ganas de (tirarme|saltar|lanzarme|aventarme)
        (un tiro|una bala|un balazo) en la (cabeza|sien|boca)
        (las tomare|las voy a tomar) ~ [todas]
        ganas de (tirarme|aventarme|lanzarme|saltar)
        """,
        why="Una manera de morir, con intención. A way to die.",
        example="me dan ganas de tirarme por la ventana",
        counter="me voy a tirar en el sofá",
    ),
    Rule(
        "es.wish",
        Signal.WISH,
        """
        (llevame|llevame ya) [dios|senor]
        dios [mio] [ya] llevame
        (seria|seria un) alivio (no estar|morir|no existir|desaparecer)
        (me canse|cansada|cansado|harto|harta) de (todo|existir|la vida|vivir|estar aqui)
        <quiero> (dejar de vivir|dejar de sufrir para siempre|ya no existir|ya no estar)
        (cerrar|cierro) los ojos ... (no|nunca|jamas) [volver] [a] (abrirlos|abrir|despertar)
        (me da|da) (igual|lo mismo) (vivir|morir|si vivo|si muero|si me muero)
        (me da lo mismo|me da igual) (estar viva|estar vivo)
        perdi las ganas de vivir
        quiero que (todo|esto) (acabe|termine|se acabe) [de una vez|para siempre]
        <quiero> (morir|morirme|estar muerta|estar muerto|dejar de existir|no existir|no despertar|no despertarme|no estar|no haber nacido|desaparecer para siempre|no estar aqui|no vivir|irme de este mundo|dormir para siempre)
        me <quiero> ~ (morir|ir de este mundo)
        <quiero> desaparecer (para|de|y no|del)
        <quiero> dormir ... no (despertar|despertarme|abrir los ojos)
        (quiero|quisiera) (ir|irme|estar|reunirme|encontrarme) con (mi|el|ella|dios) ~ [que murio|en el cielo|muerto|muerta]
        no <quiero> ~ <vida>
        no (quiero|deseo|tengo ganas de) [seguir] (viviendo|aqui|viva|vivo|existiendo) [mas]
        no (tengo|quedan|siento) ganas de <vida>
        sin ganas de (vivir|seguir|existir)
        (ojala|espero|ruego|desearia|quisiera|preferiria|pido) [que|no|me|yo|nunca|a dios] ~ (muriera|muera|morir|muriese|despertara|despierte|despertar|existiera|nacido|muerta|muerto|haber nacido|estar viva|lleve|llevara)
        me gustaria (no despertar|morir|morirme|no existir|no estar|desaparecer|dormir y)
        (seria|es) (mejor|mas facil) (desaparecer|morir|morirme|estar muerta|estar muerto|no existir|si estuviera|si me muero|si yo no)
        (estaria|estoy) mejor (muerto|muerta)
        (cansada|cansado|harta|harto) de (vivir|la vida|existir|esta vida|estar viva|estar vivo)
        (odio|detesto) (vivir|estar viva|estar vivo|mi existencia)
        vivir no (vale|tiene)
        no vale la pena (vivir|la vida|seguir viviendo)
        (la|mi) vida no vale [nada|la pena]
        (pienso|pensando|penso|piensa) [mucho|siempre|todo el tiempo] en (la muerte|morir|morirme|mi muerte|estar muerta|estar muerto|no existir)
        (merezco|mereceria) morir
        no merezco vivir
        (deberia) (estar|haber) (muerta|muerto)
        no me importaria si me muero
        no me importa (vivir|morir|morirme|si me muero|si vivo)
        no me importaria (morir|morirme|no despertar)
        no quiero vivir
        """,
        why="Deseo de morir o de no estar. A wish to be dead.",
        example="ojalá no despertara mañana",
        counter="me muero de risa",
    ),
    Rule(
        "es.burden",
        Signal.BURDEN,
        """
        no le (encuentro|hallo|veo) [mas|ningun] (sentido|motivo|razon) (a|para) (vivir|la vida|nada|seguir)
        nadie me (necesita|quiere aqui)
        no (me veo|veo) [con|ningun|un] futuro
        no (hay|tengo|me queda) [mas|ninguna] esperanza
        (todos|familia|ellos|mundo) ... mejor (sin mi|si no estoy|si me voy|cuando me vaya)
        (no|sin) (fuerzas|ganas) (de|para) (seguir|continuar|vivir|nada)
        mi vida (no vale|es inutil|no importa)
        a nadie le (importaria|importa|importo) [si]
        (encuentro|tengo|veo|quedan) [ninguna|mas] (razones|razon|motivos|motivo) para
        si yo no (estuviera|existiera)
        (no|nada) me queda (nada|aqui|por que vivir)
        (estarian|estaria|estarán|serian|viven|vivirian|estan) ~ (mejor|felices|tranquilos) [si yo no|sin mi|sin mi aqui]
        mejor sin mi
        (soy|siento que soy) [solo|nada mas que|como] ~ (carga|estorbo|peso|lastre)
        (razon|razones|motivo|motivos) para (vivir|seguir|seguir viviendo|existir|estar aqui|levantarme)
        nadie me (extranaria|va a extranar|echaria de menos|extranara|lloraria)
        nadie (notaria|se daria cuenta) si
        (vida|existencia) no tiene [ningun] (sentido|proposito|valor)
        [no] le (veo|encuentro) [ningun] sentido a (la vida|mi vida|vivir|seguir|nada)
        no hay (salida|futuro|esperanza|solucion) para mi
        no tengo (futuro|salida|por que vivir|nada por que vivir|para que vivir)
        (para que|por que) (seguir viviendo|vivo|sigo viva|sigo vivo|vivir|sigo aqui)
        nada por (lo que|que|lo cual) vivir
        no veo (salida|futuro) [a mi vida|para mi]
        (no quiero|no puedo) seguir (viviendo|con mi vida|adelante)
        """,
        why="Sin razón para vivir, o ser una carga. No reason to live, or a burden.",
        example="soy una carga para todos",
        counter="no le veo salida a este problema de matemáticas",
    ),
    Rule(
        "es.plan",
        Signal.PLAN,
        """
        [ya] tengo (fecha|dia|la fecha|el dia|el lugar)
        (elegi|escogi|puse) [una|la] fecha
        [ya] tengo todo (listo|preparado|planeado)
        (ensayando|practicando) como
        ya se como
        se como hacerlo
        (tengo|hice|tenia) ~ (plan|planeado|pensado|decidido) ~ (como|para|cuando|donde)
        (se|pense|planee|decidi|elegi) [exactamente] (como|donde|cuando) (hacerlo|lo voy a hacer|lo hare|morir|matarme|voy a hacerlo)
        tengo (como|con que|la manera|los medios)
        (guardando|juntando|acumulando|ahorrando|escondiendo) [mis|las|muchas] <pastillas>
        (cuantas|cuanto) <pastillas> ... (morir|matar|matarme|muera|mortal|letal)
        (como|formas de|maneras de|metodos para) (morir|matarme|suicidarme|quitarme la vida|matarse) [sin dolor]
        (compre|consegui) ~ (<arma>|<cuerda>|veneno|<pastillas>) ... (para mi|para matarme|para hacerlo|tomar|tomarmelo)
        dosis (letal|mortal)
        """,
        why="Un plan o una manera ya pensada. A plan, means laid by.",
        example="estoy guardando pastillas para tomarlas todas juntas",
    ),
)  # fmt: skip
