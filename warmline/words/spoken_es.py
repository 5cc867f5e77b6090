"""What callers hear in Spanish: with all its accents, which a voice reads and a text cannot afford."""

from __future__ import annotations


class SpokenSpanish:
    """As `Spoken` says. Tutea, for warmth; "una persona de apoyo" for a peer of any gender."""

    def choose(self, key: int) -> str:
        return f"Para español, oprime {key}."

    def welcome(self, line_name: str) -> str:
        return (
            f"Hola, esta es {line_name}. Puedes hablar con una persona de apoyo, preparada, que pasó por momentos "
            "difíciles. No somos un servicio de emergencia. Para la línea de crisis, oprime 0 cuando quieras."
        )

    def welcome_listened(self, line_name: str) -> str:
        return (
            f"Hola, esta es {line_name}. Puedes hablar con una persona de apoyo preparada. Coordinación "
            "puede escuchar para ayudarle. No somos un servicio de emergencia. "
            "Para la línea de crisis, oprime 0 cuando quieras."
        )

    def welcome_back(self) -> str:
        return "Hola de nuevo. Te hemos guardado tu lugar."

    def looking(self) -> str:
        return "Buscamos ahora a una persona de apoyo para ti. Por favor, no cuelgues."

    def place(self, place: int) -> str:
        if place == 1:
            return "Eres la siguiente persona."
        antes = "hay una persona" if place == 2 else f"hay {place - 1} personas"  # noqa: PLR2004 - one before them
        return f"Antes de ti {antes}."

    def ringing(self) -> str:
        return "Sigues en la línea. Está sonando el teléfono de una persona de apoyo para ti."

    def all_with_others(self, peers: int) -> str:
        here = "Hay una persona" if peers == 1 else f"Hay {peers} personas"
        free = "que ahora no está libre" if peers == 1 else "y ahora ninguna está libre"
        return f"Sigues en la línea. {here} de apoyo {free}. Seguimos intentando."

    def nobody_on(self, opening: str | None) -> str:
        due = f" Esperamos a alguien {opening}." if opening else ""
        return f"Ahora mismo no hay nadie de turno.{due} Puedes esperar, o elegir otra cosa."

    def choices(self) -> str:
        return (
            "Puedes seguir esperando. Para que te llamemos sin perder tu lugar, oprime 1. "
            "Para seguir por mensajes de texto, oprime 2. Para la línea de crisis, oprime 0."
        )

    def choices_when_nobody_is_on(self) -> str:
        return (
            "Para que te llamemos cuando haya alguien, oprime 1. Para seguir por mensajes de texto, oprime 2. "
            "Para dejar un mensaje al equipo, oprime 3."
        )

    def calm_choice(self) -> str:
        return (
            "Para oír un ejercicio corto que ayuda a calmarse, oprime 4. "
            "Para la línea de crisis, oprime 0."
        )

    def patience(self) -> str:
        return (
            "Lamentamos que esperes tanto. Todavía nadie está libre. "
            "Para la línea de crisis, oprime 0. Para que te llamemos, oprime 1. Para seguir por texto, oprime 2."
        )

    def cannot_ring_back(self) -> str:
        return (
            "No nos llega tu número, y no podemos llamarte. Puedes seguir en la línea. "
            "No pierdes tu lugar."
        )

    def exercise(self) -> tuple[str, ...]:
        return (
            (
                "Probemos algo tranquilo, a tu ritmo. Busca cinco cosas que puedas ver, "
                "o que sepas que están cerca de ti."
            ),
            "Ahora busca cuatro cosas que puedas sentir. Quizá los pies en el suelo, o la ropa, o el aire.",
            "Ahora escucha. Busca tres sonidos. Pueden ser fuertes o suaves, cerca o lejos.",
            "Ahora busca dos olores, o piensa en dos olores que te gustan.",
            "Ahora respira una vez despacio, como te haga bien.",
            "Gracias por probarlo. Sigues en la línea, y te hemos guardado tu lugar.",
        )

    def nobody_looks(self) -> str:
        return (
            "Lo sentimos: algo falla en nuestro lado y ahora no podemos encontrar a una persona de apoyo. "
            "Te pasamos con alguien más."
        )

    def nobody_looks_and_no_fallback(self, crisis: str) -> str:
        return (
            "Lo sentimos: algo falla en nuestro lado y ahora no podemos encontrar a una persona de apoyo. "
            f"Si necesitas a alguien ya, {crisis}."
        )

    def away_for_a_moment(self) -> str:
        return "Lo sentimos: algo falla ahora en nuestro lado. Por favor, no cuelgues. Lo intentamos otra vez."

    def joining(self) -> str:
        return "Una persona de apoyo ya está contigo."

    def putting_through(self) -> str:
        return "Llamamos ahora a la línea de crisis para ti. Si nadie contesta, vuelves aquí."

    def crisis_number(self, crisis: str) -> str:
        return f"Desde aquí no podemos pasarte. En una crisis, {crisis}. Otra vez: {crisis}."

    def crisis_line_failed(self, crisis: str) -> str:
        return (
            "La línea de crisis no contestó. Estás de nuevo en la línea y no pierdes tu lugar. "
            f"En una crisis, {crisis}."
        )

    def will_ring_back(self) -> str:
        return (
            "Gracias. Trataremos de llamarte cuando alguien esté libre. No pierdes tu lugar. "
            "Ya puedes colgar."
        )

    def rung_back(self) -> str:
        return "Hola. Pediste que te llamáramos. Para hablar ahora, oprime 1. Si no es buen momento, oprime 2."

    def goodbye(self) -> str:
        return "Gracias por llamar. Puedes volver a llamar o escribir. Cuídate."

    def trouble_putting_through(self) -> str:
        return (
            "Lo sentimos: algo falla en nuestro lado. Llamamos a alguien más para ti. "
            "Por favor, no cuelgues."
        )

    def trouble(self, crisis: str) -> str:
        return (
            "Lo sentimos: algo falla en nuestro lado y ahora no podemos encontrar a una persona de apoyo. "
            f"Si necesitas a alguien ya, {crisis}. Otra vez: {crisis}."
        )

    def trouble_over(self, crisis: str) -> str:
        return (
            f"Si todavía necesitas a alguien, {crisis}. Otra vez: {crisis}. "
            "También puedes volver a llamarnos más tarde. Cuídate."
        )

    def one_moment(self) -> str:
        return "Un momento, por favor. Algo falla ahora en nuestro lado. Lo intentamos otra vez."

    def trouble_for_whom_we_rang(self, crisis: str) -> str:
        return (
            "Lo sentimos: algo falla en nuestro lado y no podemos conectar esta llamada. "
            f"Si necesitas a alguien ya, {crisis}. Adiós."
        )
