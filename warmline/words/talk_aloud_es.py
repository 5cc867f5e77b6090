"""What a caller hears of the line around a talk, in Spanish."""

from __future__ import annotations


class TalkSpanish:
    """As `Talk` says."""

    def moment(self) -> str:
        return "Tu persona de apoyo vuelve contigo en un momento."

    def peer_dropped(self) -> str:
        return (
            "Se cortó la llamada de tu persona de apoyo. No cuelgues. "
            "La llamamos otra vez, y si hace falta a otras personas."
        )

    def crisis_line_gone(self, crisis: str) -> str:
        return (
            "La llamada con la línea de crisis terminó. Estás otra vez con nosotros y eres la próxima persona. "
            f"Para llamarles tú, {crisis}."
        )

    def ended_by_peer(self) -> str:
        return (
            "Tu persona de apoyo terminó esta llamada. Gracias por hablar con nosotros. "
            "Puedes volver a llamar o escribir. Cuídate."
        )

    def ended_for_now(self, crisis: str) -> str:
        return (
            "Tu persona de apoyo terminó esta llamada. Puedes llamar otra vez más adelante. "
            f"Si necesitas a alguien ya, {crisis}. Adiós."
        )
