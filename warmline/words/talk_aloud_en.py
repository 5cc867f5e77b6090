"""What a caller hears of the line around a talk, in English."""

from __future__ import annotations


class TalkEnglish:
    """As `Talk` says."""

    def moment(self) -> str:
        return "Your peer will be with you again in a moment."

    def peer_dropped(self) -> str:
        return "Your peer's call broke off. Please stay. We are ringing them again, and others if need be."

    def crisis_line_gone(self, crisis: str) -> str:
        return (
            "The call with the crisis line has ended. You are with us again, and next in line. "
            f"To reach them yourself, {crisis}."
        )

    def ended_by_peer(self) -> str:
        return (
            "Your peer has ended this call. Thank you for talking with us. "
            "You are welcome to call or text again. Take care."
        )

    def ended_for_now(self, crisis: str) -> str:
        return (
            "Your peer has ended this call. You can call again another time. "
            f"If you need somebody now, {crisis}. Goodbye."
        )
