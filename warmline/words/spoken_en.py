"""What is read aloud in English: short, slow, at about grade 6; the key comes after what it does."""

from __future__ import annotations


class SpokenEnglish:
    """One sentence a method; `crisis` and `crisis_line` are read as they stand."""

    def welcome(self, line_name: str) -> str:
        return (
            f"Hello. This is {line_name}. You will talk with a peer: a trained volunteer who has been there. "
            "We are not an emergency service. To be put through to the crisis line, press 0 at any time."
        )

    def welcome_back(self) -> str:
        return "Welcome back. We have kept your place."

    def looking(self) -> str:
        return (
            "We are ringing our peers now. Please stay on the line. If you would rather be rung back, press 1, "
            "and you keep your place."
        )

    def place(self, place: int) -> str:
        if place == 1:
            return "You are next."
        return (
            f"There are {place - 1} people before you."
            if place > 2
            else "There is one person before you."
        )

    def still_here(self) -> str:
        return "You are still in line. Somebody will be with you as soon as a peer is free."

    def nobody_on(self, opening: str | None) -> str:
        due = f" The next peer is due {opening}." if opening else ""
        return (
            f"Thank you for calling. No peer is here right now.{due} To be rung back when somebody is, press 1. "
            "To be put through to the crisis line, press 0."
        )

    def joining(self) -> str:
        return "A peer is here with you now."

    def putting_through(self) -> str:
        return "We are putting you through to the crisis line now. If it does not work, you will be back here."

    def crisis_number(self, crisis: str) -> str:
        return f"We cannot put you through from here. In a crisis, {crisis}. Again: {crisis}."

    def crisis_line_failed(self, crisis: str) -> str:
        return f"The crisis line did not answer. You are back in line, and your place is kept. In a crisis, {crisis}."

    def will_ring_back(self) -> str:
        return "Thank you. We will ring you as soon as a peer is free. You keep your place. You can hang up now."

    def cannot_ring_back(self) -> str:
        return "Your number does not reach us, so we cannot ring you. Please stay on the line: you keep your place."

    def rung_back(self) -> str:
        return "Hello. You asked to be rung back. To be connected, press 1. If this is not a good time, press 2."

    def peer_had_to_go(self) -> str:
        return "Your peer's line has dropped. Please stay: somebody will be with you soon."

    def goodbye(self) -> str:
        return "Thank you for calling. You can call or text any time. Take care."

    def trouble(self, crisis: str) -> str:
        return f"We are sorry: something is wrong on our side. We are putting you through to people who can help. In a crisis, {crisis}."


class SpokenToPeers:
    """What volunteers and coordinators hear; they never hear a caller's number."""

    def whisper(self, line_name: str, alias: str, waited: str) -> str:
        return (
            f"This is {line_name}. {alias} would like to talk, and has waited {waited}. "
            "To take the call, press 1. To pass, press 2."
        )

    def rung_back(self, line_name: str, alias: str) -> str:
        return f"This is {line_name}. Your call with {alias} broke off. To go on, press 1. To let somebody else go on, press 2."

    def too_late(self) -> str:
        return "Thank you for picking up. Somebody is with them already, or they have hung up. Goodbye."

    def passed(self) -> str:
        return "All right, somebody else will be rung. Goodbye."

    def together(self, alias: str) -> str:
        return f"You are with {alias}. For the menu, press star."

    def ringing_them(self, alias: str) -> str:
        return f"We are ringing {alias} back now. Please stay on."

    def caller_gone(self) -> str:
        return "They did not pick up. Thank you for being there. Goodbye."

    def talk_over(self) -> str:
        return "They have hung up. Thank you for being there. Take a moment for yourself. Goodbye."
