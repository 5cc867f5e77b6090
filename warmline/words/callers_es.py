"""What the line says to callers in Spanish.

GSM-7 has é, ñ, ¿ and ¡ but not á, í, ó, ú: one of those cuts a segment from 160 characters to 70, so
a greeting would cost and arrive as five pieces. We choose words that do not need them, and where
none is natural write the word without its accent, as carriers' own Spanish texts do.
"""

from __future__ import annotations


class Spanish:
    """Tutea, for warmth; "una persona de apoyo" for a peer of any gender."""

    def greeting(self, line_name: str, crisis: str, privacy_url: str | None) -> str:
        privacy = f" Privacidad: {privacy_url}" if privacy_url else ""
        return (
            f"Hola, somos {line_name}: gente preparada que escucha, no un servicio de "
            f"emergencia. En una crisis, {crisis}. No ven tu numero; BORRAR borra tus textos."
            f"{privacy} STOP para salir."
        )

    def finding_someone(self) -> str:
        return (
            "Buscamos ahora a una persona de apoyo para ti. Puede tardar unos minutos. "
            "Puedes seguir escribiendo: va a recibir tus mensajes."
        )

    def nobody_on(self, opening: str | None, crisis: str) -> str:
        due = f" Esperamos a alguien {opening}." if opening else ""
        return (
            f"Gracias por escribir. Ahora mismo no hay nadie de turno.{due} "
            f"Te escribiremos cuando haya alguien. Si no puedes esperar, {crisis}."
        )

    def still_waiting(self, crisis: str) -> str:
        return (
            "Nadie se ha desocupado y seguimos buscando. No pierdes tu lugar. "
            f"Si prefieres no esperar, {crisis}. "
            "Escribe ADIOS para dejar de esperar o CRISIS para ver otra vez la linea de crisis."
        )

    def peer_is_here(self, name: str) -> str:
        return (
            f"{name} ya te acompaña. Contesta por este mismo chat. "
            "Escribe ADIOS cuando quieras terminar."
        )

    def peer_is_here_after_wait(self, name: str, since: str) -> str:
        return (
            f"Nos escribiste {since}. {name} ya puede hablar contigo si quieres: "
            "contesta a este mensaje. Si no, escribe ADIOS."
        )

    def peer_left_keep_place(self) -> str:
        return (
            "Perdona, la persona que te acompañaba tuvo que irse. No pierdes tu lugar: "
            "ya buscamos a alguien. Puedes seguir escribiendo."
        )

    def silence_question(self) -> str:
        return (
            "¿Sigues ahi? No hay prisa. Escribe lo que sea para seguir, o ADIOS para terminar. "
            "Si no recibimos nada, cerraremos por ahora."
        )

    def peer_quiet_question(self) -> str:
        return (
            "Tu persona de apoyo no ha escrito y se lo recordamos. ¿Sigues ahi? "
            "Escribe algo para seguir o ADIOS para terminar. Si no, cerraremos por ahora."
        )

    def closed_for_silence(self, crisis: str) -> str:
        return (
            "No hemos recibido nada de ti y cerramos por ahora. "
            f"Puedes escribirnos cuando quieras. Si necesitas a alguien ya, {crisis}."
        )

    def closed_unanswered(self, crisis: str) -> str:
        return (
            "Lo sentimos: nadie pudo estar contigo desde que escribiste y dejamos de buscar por ahora. "
            f"Escribe de nuevo cuando quieras. Si necesitas a alguien ya, {crisis}."
        )

    def now_by_text(self) -> str:
        return "Seguimos por texto, como pediste por teléfono. Conservas tu lugar. Puedes escribirnos ahora."

    def tried_to_ring(self) -> str:
        return "Pediste una llamada. Llamamos varias veces sin encontrarte. Puedes llamar o escribir cuando quieras."

    def ended_by_peer(self) -> str:
        return (
            "La persona de apoyo ha terminado la charla. Gracias por tu confianza. "
            "Puedes volver a escribir cuando quieras."
        )

    def ended_by_you(self) -> str:
        return "Gracias por hablar con nosotros. Puedes volver a escribir cuando quieras. Cuidate."

    def ask_again_offer(self) -> str:
        return (
            "Si quieres hablar con la misma persona la vez que viene, escribe OTRA VEZ. "
            "No es seguro, pero lo intentaremos."
        )

    def noted_again(self) -> str:
        return (
            "Gracias, lo apuntamos. La vez que viene preguntaremos por la misma persona. "
            "Si no puede, buscaremos a alguien distinto."
        )

    def shift_ending_question(self) -> str:
        return (
            "El turno de la persona que te acompaña termina pronto. "
            "Escribe MAS para seguir con alguien distinto, o ADIOS para terminar."
        )

    def moving_on(self) -> str:
        return "De acuerdo. Buscamos ahora a alguien para ti. Puedes seguir escribiendo."

    def picture_not_passed(self) -> str:
        return (
            "Perdona, por aqui no se pueden pasar fotos ni archivos. "
            "Tus palabras llegan bien: puedes contarlo con palabras si quieres."
        )

    def not_delivered(self) -> str:
        return (
            "Tu mensaje no pudo llegar a tu persona de apoyo. "
            "Por favor, escribe de nuevo, quiza con otras palabras."
        )

    def deleted(self) -> str:
        return (
            "Hemos borrado tus mensajes y hacemos borrar las copias de la empresa telefonica. "
            "Para borrarlos de tu aparato, hazlo ahi mismo."
        )

    def crisis(self, crisis: str) -> str:
        return (
            f"Para recibir ayuda en una crisis, {crisis}. Si peligra una vida ahora, llama al "
            "numero de emergencias de tu zona. Puedes seguir escribiendo aqui."
        )

    def glad_you_told_us(self, crisis: str) -> str:
        return (
            f"Gracias por contarnos esto. No tienes que llevarlo a solas: {crisis}. "
            "Si una vida corre peligro ahora, llama al numero de emergencias. "
            "Tambien puedes seguir escribiendo aqui."
        )

    def about_someone_else(self, crisis: str) -> str:
        return (
            f"Gracias por contarnos de esa persona. Para saber que hacer ahora, {crisis}. "
            "Si una vida corre peligro, llama al numero de emergencias."
        )

    def nobody_can_come(self, crisis: str) -> str:
        return (
            "Gracias por contarnos esto. Te decimos la verdad: ahora nadie puede estar contigo aqui. "
            f"Por favor, {crisis}. Si una vida corre peligro, llama a emergencias. Seguimos buscando."
        )

    def boundary(self) -> str:
        return (
            "De parte de la linea: aqui te escuchamos y hablamos de como estas. "
            "No podemos tener charla sexual ni aceptar insultos. Asi puedes seguir."
        )

    def warning(self) -> str:
        return (
            "De parte de la linea: lo que escribes hace daño a quien te escucha. "
            "Si sigue asi, esta charla se acaba. Preferimos seguir escuchando."
        )

    def ended_for_abuse(self, crisis: str) -> str:
        return (
            "Esta charla ha terminado por como iba. Puedes escribir otra vez otro dia. "
            f"Si necesitas ayuda ahora, {crisis}."
        )

    def blocked(self, until: str, crisis: str) -> str:
        return (
            f"No podemos pasarte con nadie aqui hasta {until}. Si crees que es un error, "
            f"escribe APELAR y lo miraremos. Si necesitas ayuda ahora, {crisis}."
        )

    def appeal_noted(self) -> str:
        return "Gracias. Lo miraremos de nuevo. Quizas no podamos responderte aqui."

    def follow_up_offer(self) -> str:
        return (
            "Si quieres que te escribamos mañana para saber como estas, escribe MAÑANA. "
            "Si no, no hace falta nada."
        )

    def follow_up_noted(self) -> str:
        return "Gracias. Te escribiremos mañana. Puedes escribir antes cuando quieras."

    def follow_up(self, crisis: str) -> str:
        return (
            "Nos pediste que te escribieramos hoy. Como estas? Escribe aqui si quieres hablar. "
            f"Si es dificil ahora, {crisis}. No escribiremos otra vez por nuestra cuenta."
        )

    def crisis_offered(self, crisis: str) -> str:
        return (
            "La persona que te acompaña cree que una linea de crisis te puede ayudar ahora. "
            f"Si quieres, {crisis}. La eleccion es tuya, "
            "y puedes seguir hablando aqui de todos modos."
        )

    def crisis_by_text(self, crisis: str) -> str:
        return f"No pudimos mantener a la linea de crisis en tu llamada. Si los necesitas, {crisis}. Puedes llamarnos otra vez."

    def opt_out_confirmation(self, crisis: str) -> str:
        return (
            "No te enviaremos nada desde ahora. "
            f"Si necesitas ayuda, {crisis}. Para volver, escribe START."
        )

    def opted_in_again(self) -> str:
        return "Hola de nuevo. Desde ahora te llegan nuestros mensajes. Escribe cuando quieras."

    def language_changed(self) -> str:
        return "De acuerdo, te escribiremos en español. For English, text ENGLISH."

    def service_trouble(self, crisis: str) -> str:
        return (
            "Tu mensaje nos ha llegado, pero ahora nuestro sistema tiene problemas "
            f"y la respuesta puede tardar. Si necesitas a alguien ya, {crisis}."
        )

    def abandoned_goodbye(self) -> str:
        return "De acuerdo, ya no buscamos a nadie. Puedes escribir cuando quieras. Cuidate mucho."
