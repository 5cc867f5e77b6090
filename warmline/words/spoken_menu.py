"""What a peer hears in the middle of a call: the menu behind *, and news of the crisis line, heard by nobody else."""

from __future__ import annotations


def menu(alias: str) -> str:
    return (
        f"To go back to {alias}, press 1. To bring in the crisis line, press 2. "
        "To end the call kindly, press 3. To end it because of abuse, and take a break, press 4."
    )


def menu_while_it_rings(alias: str) -> str:
    return f"The crisis line is being rung. To go back to {alias}, press 1. To stop ringing it, press 2."


def menu_of_three(alias: str) -> str:
    return (
        f"To go back, press 1. To let the crisis line go and stay with {alias}, press 2. "
        f"If somebody is there, and {alias} agrees to go on with them, press 3, and they stay together."
    )


def consent(alias: str) -> str:
    """Asking comes first; star goes back for it, and the same way leads here again."""
    return (
        f"Please ask {alias} first, and stay with them. To go and ask now, press star. "
        "If they agree, press 1. If not now, press 2. "
        "If they have not agreed, but a life is in danger, press 3."
    )


def back(alias: str) -> str:
    return f"Back to {alias}."


def not_now(alias: str) -> str:
    return f"All right. The crisis line is not rung. Back to {alias}."


def let_go(alias: str) -> str:
    return f"The crisis line is let go. Back to {alias}."


def rings(alias: str) -> str:
    return f"The crisis line is being rung. Please keep talking with {alias}. You will hear when it picks up."


def asked(alias: str) -> str:
    return (
        "Without their consent it takes two people. We are asking a coordinator now. "
        f"Please stay with {alias}. You will hear what they say."
    )


def allowed() -> str:
    return "A coordinator has agreed. The crisis line is being rung now."


def three() -> str:
    return (
        "The crisis line has picked up. Please say in a sentence who is here. "
        "When they get on well, press star and 3."
    )


def failed() -> str:
    return "The crisis line did not answer. Please stay. We are asking a coordinator to help you."


def gone() -> str:
    return "The crisis line has hung up. Please stay. We are asking a coordinator to help you."


def no_number() -> str:
    return (
        "We cannot ring the crisis line from here: its number is not confirmed. "
        "Please stay. We are asking a coordinator to help you."
    )


def not_allowed_yet() -> str:
    return (
        "No coordinator has answered yet. We keep asking. If a life is in danger, "
        "ask them, or somebody near them, to call the emergency number."
    )


def listens() -> str:
    return "A coordinator is about to listen to this call, to be there for you. They say nothing."


def nobody_there() -> str:
    return (
        "If nobody is there at the crisis line yet, you can let it go. To do so, press star and 2."
    )


def length(minutes: int) -> str:
    return f"You have talked for {minutes} minutes. It may be time to look for a good end. Nothing ends by itself."


def left(alias: str) -> str:
    return (
        f"Thank you for bringing them together. {alias} goes on with the crisis line. "
        "Take a moment for yourself. Goodbye."
    )


def ended_kindly(alias: str) -> str:
    return f"Thank you for being there. {alias} hears a kind goodbye. Take a moment for yourself. Goodbye."


def ended_for_abuse(minutes: int) -> str:
    return (
        f"The call is over. You need not explain. You have a break of {minutes} minutes now. "
        "To come back sooner, text RESUME. Thank you. Goodbye."
    )
