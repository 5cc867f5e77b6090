"""What two who talk by text read and hear when they phone each other through the line; by language for the caller."""

from __future__ import annotations

from types import MappingProxyType
from typing import Protocol


class ToCaller(Protocol):
    """Texts to the caller, and what they hear; one method each."""

    def question(self) -> str:
        """Their peer would like to phone."""

    def asked(self) -> str:
        """They wished it, and their peer is asked."""

    def rings_soon(self) -> str:
        """Both said yes."""

    def not_now(self) -> str:
        """It cannot be, or did not come about."""

    def over(self) -> str:
        """The call is over, and the texts go on."""

    def picked_up(self) -> str:
        """Aloud: whoever picks up is asked to press 1; nothing of what we are is said."""

    def joining(self) -> str:
        """Aloud: they come together."""

    def goodbye(self) -> str:
        """Aloud: the texts go on."""


class _English:
    def question(self) -> str:
        return (
            "Your peer would like to talk by phone. Your number stays hidden from them. "
            "To agree, text CALL and we ring you. If not, just go on writing."
        )

    def asked(self) -> str:
        return (
            "I am asking your peer. If they can, we ring you. Your number stays hidden from them."
        )

    def rings_soon(self) -> str:
        return "We ring you in a moment, from this number. Press 1 when you pick up."

    def not_now(self) -> str:
        return "A phone call did not work out just now. Your peer is still here by text."

    def over(self) -> str:
        return "The call is over. You can go on writing here with your peer."

    def picked_up(self) -> str:
        return "Hello. This is the call that you agreed to. To take it, press 1. If not now, just hang up."

    def joining(self) -> str:
        return "Your peer is here with you now."

    def goodbye(self) -> str:
        return "The call is over. You can go on by text. Take care."


class _Spanish:
    def question(self) -> str:
        return (
            "La persona que te acompaña quiere hablar contigo por voz. No va a ver tu numero. "
            "Si quieres, escribe LLAMAR y te llamamos. Si no, sigue escribiendo."
        )

    def asked(self) -> str:
        return "Le pregunto a quien te acompaña. Si puede, te llamamos. No va a ver tu numero."

    def rings_soon(self) -> str:
        return "Te llamamos en un momento. Cuando contestes, marca 1."

    def not_now(self) -> str:
        return "La llamada no pudo ser ahora. La persona que te acompaña sigue contigo por texto."

    def over(self) -> str:
        return "La llamada ha acabado. Puedes seguir escribiendo."

    def picked_up(self) -> str:
        return "Hola. Esta es la llamada que aceptaste. Para hablar, marca 1. Si ahora no, cuelga."

    def joining(self) -> str:
        return "Ya está contigo la persona que te acompaña."

    def goodbye(self) -> str:
        return "La llamada terminó. Puedes seguir por texto. Cuídate."


_TO_CALLER: MappingProxyType[str, ToCaller] = MappingProxyType({"en": _English(), "es": _Spanish()})


def to_caller(language: str | None) -> ToCaller:
    """In this language; English where it is not spoken here."""
    return _TO_CALLER.get((language or "en").lower()[:2], _TO_CALLER["en"])


def asked_caller(alias: str) -> str:
    """To the peer who texted CALL."""
    return f"I am asking {alias} whether they want to talk by phone. Numbers stay hidden. Please go on writing meanwhile."


def asks_for_call(alias: str, code: int) -> str:
    """To a peer whose caller wishes it."""
    return (
        f"{alias} would like to talk by phone. Numbers stay hidden. To agree, text CALL {code} "
        "and we ring you both. If not, just go on writing."
    )


def rings(alias: str) -> str:
    return f"We ring you now, and then {alias}. Press 1 when you pick up."


def no_yes_yet(alias: str) -> str:
    return f"{alias} has not said yes to a phone call. That is all right: you are still together by text."


def did_not_work(alias: str) -> str:
    return f"The phone call with {alias} did not come about. You are still together by text."


def over(alias: str) -> str:
    return f"The phone call with {alias} is over. Your talk goes on by text; DONE ends it."


def no_texts_any_more(alias: str) -> str:
    return f"{alias} texted STOP: no text reaches them any more. Your call goes on. When it is over, so is your talk."


def on_the_phone_already() -> str:
    return "You are on the phone already. CALL works again when that is over."


def they_phone_already(alias: str) -> str:
    return f"{alias} is on the phone with us already. You are still together by text."


def no_number(alias: str) -> str:
    return f"{alias} cannot be phoned from here. You are still together by text."


def nobody() -> str:
    return "CALL rings the person you are texting with. You are with nobody just now."


def pick_up(line_name: str, alias: str) -> str:
    """Aloud, to the peer."""
    return f"{line_name}. Your call with {alias}. To begin, press 1."


def ringing(alias: str) -> str:
    return f"We are ringing {alias} now. Please stay on."


def menu(alias: str) -> str:
    """Aloud, behind *: the keys mean what they mean in every call."""
    return (
        f"To go back to {alias}, press 1. To bring in the crisis line, press 2. "
        "To end the call and go on by text, press 3. "
        "To end it all because of abuse, press 4. For a coordinator, press 5."
    )


def crisis_offered(alias: str) -> str:
    return f"{alias} is sent the crisis line's number by text, and a coordinator is asked. Back to {alias}."


def coordinator_asked(alias: str) -> str:
    return f"A coordinator is asked to help you. {alias} does not hear of it. Back to {alias}."


def coordinator_asked_before(alias: str) -> str:
    return (
        f"A coordinator was asked in this call already. To ask again, text BACKUP. Back to {alias}."
    )


def no_coordinator(alias: str) -> str:
    return (
        "No coordinator is reachable now. Star and 2 sends them the crisis line's number. "
        f"You do not have to carry this alone. Back to {alias}."
    )


def all_over(alias: str) -> str:
    return f"Your talk with {alias} is over. Goodbye."


def goodbye(alias: str) -> str:
    return f"The call with {alias} is over. Your talk goes on by text. Goodbye."
