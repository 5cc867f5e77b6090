"""What volunteers and coordinators hear when the line rings them; never a caller's number."""

from __future__ import annotations


class SpokenToPeers:
    """In English, as all that they read. `whisper` and `rung_back` are said before they press: ten seconds at most."""

    def whisper(self, line_name: str, alias: str, waited: str) -> str:
        waits = f"has waited {waited}" if waited else "would like to talk"
        return f"{line_name}. {alias} {waits}. To answer, press 1. To pass, press 2."

    def rung_back(self, line_name: str, alias: str) -> str:
        return (
            f"{line_name}. Your call with {alias} broke off. To go on, press 1. To pass, press 2."
        )

    def too_late(self) -> str:
        return "Thank you for picking up. Somebody is with them already, or they have hung up. Goodbye."

    def passed(self) -> str:
        return "All right. Somebody else will be asked. Goodbye."

    def together(self, alias: str) -> str:
        return f"You are with {alias}. For the menu, press star."

    def may_be_at_risk(self) -> str:
        """Said after the press, to whoever has taken them, and to nobody else."""
        return "They may be at risk. A text from us says more."

    def ringing_them(self, alias: str) -> str:
        return f"We are ringing {alias} back now. Please stay on."

    def caller_gone(self) -> str:
        return "They did not pick up. Thank you for being there. Goodbye."

    def talk_over(self) -> str:
        return "They have hung up. Thank you for being there. Take a moment for yourself. Goodbye."
