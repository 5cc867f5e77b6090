"""What callers hear in Spanish when nobody comes, or when they choose something else than to wait."""

from __future__ import annotations


class ChoicesSpanish:
    """As `Choices` says."""

    def trying_others(self) -> str:
        return (
            "Ahora no hay nadie de apoyo aquí. Estamos buscando a otra persona para ti. "
            "Por favor, no cuelgues."
        )

    def putting_outside(self) -> str:
        return (
            "Ahora nadie de nuestro equipo puede atender. Estamos llamando a personas que atienden a esta hora. "
            "Si nadie contesta, vuelves aquí."
        )

    def outside_failed(self, crisis: str) -> str:
        return (
            f"Allí nadie contestó. Estás de nuevo con nosotros y guardamos tu lugar. "
            f"En una crisis, {crisis}. Otra vez: {crisis}."
        )

    def will_ring_back_later(self, opening: str | None) -> str:
        due = f" Esperamos a la próxima persona {opening}." if opening else ""
        return (
            f"Lo sentimos: ahora nadie puede atender.{due} Guardamos tu lugar. "
            "Trataremos de llamarte cuando haya alguien. Ya puedes colgar."
        )

    def nobody_at_all(self, opening: str | None, crisis: str) -> str:
        due = f" Esperamos a la próxima persona {opening}." if opening else ""
        return (
            f"Lo sentimos: ahora nadie puede atender.{due} Puedes llamar otra vez cuando quieras. "
            f"Si necesitas a alguien ahora, {crisis}. Otra vez: {crisis}."
        )

    def crisis_line_failed(self, crisis: str, *, texted: bool) -> str:
        sent = " También te lo enviamos por mensaje de texto." if texted else ""
        return (
            "La línea de crisis no contestó. Estás de nuevo con nosotros y guardamos tu lugar. "
            f"Así la encuentras: {crisis}. Otra vez: {crisis}.{sent}"
        )

    def crisis_number(self, crisis: str, *, texted: bool) -> str:
        sent = " También te lo enviamos por mensaje de texto." if texted else ""
        return (
            f"Desde aquí no podemos comunicarte. En una crisis, {crisis}. Otra vez: {crisis}.{sent}"
        )

    def not_now(self) -> str:
        return "Está bien. Trataremos de llamarte otra vez más tarde. Guardamos tu lugar. Adiós."

    def will_text(self) -> str:
        return (
            "Gracias. Seguimos por mensajes de texto y guardamos tu lugar. "
            "En un momento recibes un mensaje nuestro. Ya puedes colgar."
        )

    def cannot_text(self) -> str:
        return (
            "No podemos enviar mensajes de texto a tu número. Puedes seguir en la línea. "
            "Guardamos tu lugar."
        )

    def ask_consent(self) -> str:
        return (
            "Puedes dejar un mensaje de hasta dos minutos para nuestro equipo. Se graba. Solo el equipo lo oye. "
            "Se borra después de oírlo, o a los siete días. Si estás de acuerdo, oprime 1. Para volver, oprime 2."
        )

    def speak(self) -> str:
        return "Por favor, habla después del tono. Cuando termines, oprime cualquier tecla."

    def nothing_recorded(self) -> str:
        return "No oímos nada y no guardamos nada. Estás de nuevo en la fila."

    def no_message(self) -> str:
        return "Está bien. No se graba nada. Estás de nuevo en la fila."

    def message_left(self) -> str:
        return "Gracias. Nuestro equipo lo va a oír. Puedes llamar o escribir otra vez cuando quieras. Cuídate."
