"""Texts around a call: what a peer on the phone is answered, and what coordinators read of a handoff."""

from __future__ import annotations


def press_for_handoff(alias: str) -> str:
    return (
        f"Ask {alias} if the crisis line may join you. Then press * and 2 on your phone: "
        "1 if they agree, 2 if not now, 3 if a life is in danger."
    )


def press_to_part(alias: str) -> str:
    return f"The crisis line is with {alias} and you. Press * and 3 to leave them together, * and 2 to let it go."


def on_the_phone(alias: str) -> str:
    return f"You are on the phone with {alias}, so I sent them nothing. Press * for the menu. BACKUP asks a coordinator in."


def page_danger(code: int, peer: str, alias: str) -> str:
    return (
        f"URGENT: {peer} wants to ring the crisis line for {alias} without their consent: a life is in danger. "
        f"To agree, text ALLOW {code} and why. ACK {code} if you will talk with {peer} first."
    )


def page_failed(code: int, alias: str, who: str) -> str:
    """`who` is with them, as a sentence."""
    return f"The crisis line could not be brought in for {alias}. {who} Text ACK {code} if you have it."


def allowed(alias: str) -> str:
    return (
        f"Thank you. The crisis line is being rung for {alias}. Your reason is kept with the call."
    )


def allow_without_number(alias: str) -> str:
    return f"Thank you. The crisis line cannot be rung for {alias}: no number is confirmed. Please talk with their peer."


def allow_and_why(code: int) -> str:
    return (
        f"Please say why, in a few words: ALLOW {code} and your reason. It is kept with the call."
    )


def allow_is_over() -> str:
    return "There is nothing left to allow: they agreed, or the call has gone on without it."


def allow_needs_another() -> str:
    return "You are with them yourself, so somebody else has to agree. I keep asking the others."
