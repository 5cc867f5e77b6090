"""What callers hear in English when nobody comes, or when they choose something else than to wait."""

from __future__ import annotations


class ChoicesEnglish:
    """As `Choices` says."""

    def trying_others(self) -> str:
        return "No peer is here right now. We are trying to reach somebody else for you. Please stay on the line."

    def putting_outside(self) -> str:
        return (
            "Nobody of ours can be reached right now. We are calling people for you who are there at this hour. "
            "If nobody answers, you come back here."
        )

    def outside_failed(self, crisis: str) -> str:
        return f"Nobody answered there. You are back with us, and keep your place. In a crisis, {crisis}. Again: {crisis}."

    def will_ring_back_later(self, opening: str | None) -> str:
        due = f" We expect the next peer {opening}." if opening else ""
        return (
            f"We are sorry: nobody can be reached right now.{due} Your place is kept. "
            "We will try to ring you when a peer is free. You can hang up now."
        )

    def nobody_at_all(self, opening: str | None, crisis: str) -> str:
        due = f" We expect the next peer {opening}." if opening else ""
        return (
            f"We are sorry: nobody can be reached right now.{due} You can call again at any time. "
            f"If you need somebody now, {crisis}. Again: {crisis}."
        )

    def crisis_line_failed(self, crisis: str, *, texted: bool) -> str:
        sent = " We have sent it to you as a text too." if texted else ""
        return (
            "The crisis line did not answer. You are back with us, and your place is kept. "
            f"You can reach it yourself: {crisis}. Again: {crisis}.{sent}"
        )

    def crisis_number(self, crisis: str, *, texted: bool) -> str:
        sent = " We have sent this to you as a text too." if texted else ""
        return f"We cannot put you through from here. In a crisis, {crisis}. Again: {crisis}.{sent}"

    def not_now(self) -> str:
        return "All right. We will try once more later. Your place is kept. Goodbye."

    def will_text(self) -> str:
        return (
            "Thank you. We go on by text, and you keep your place. You get a text from us in a moment. "
            "You can hang up now."
        )

    def cannot_text(self) -> str:
        return "We cannot send texts to your number. You can stay on the line. You keep your place."

    def ask_consent(self) -> str:
        return (
            "You can leave a message of up to two minutes for our team. It is recorded. Only the team hears it. "
            "It is deleted when it was heard, or after seven days. If you agree, press 1. To go back, press 2."
        )

    def speak(self) -> str:
        return "Please speak after the tone. When you have finished, press any key."

    def nothing_recorded(self) -> str:
        return "We did not hear anything, and nothing is kept. You are back in line."

    def no_message(self) -> str:
        return "All right. Nothing is recorded. You are back in line."

    def message_left(self) -> str:
        return "Thank you. Our team will listen to it. You can call or text again at any time. Take care."
