"""What the line says to volunteers about being on duty, help, and the roster."""

from __future__ import annotations

from collections.abc import Sequence


def on_duty(until: str | None) -> str:
    """`until` as `times.moment` writes it."""
    return f"You are on{f' until {until}' if until else ''}. Thank you! Text OFF or PAUSE any time."


def off_duty() -> str:
    return "You are off. Thank you for being here today."


def off_duty_but_talking(aliases: Sequence[str]) -> str:
    return (
        f"You are off for new people. You are still with {_all(aliases)}: "
        "text DONE when you finish, or BACKUP if you must go."
    )


def off_duty_on_the_phone(alias: str) -> str:
    """Whoever just hangs up is rung back, so that is no way to end it."""
    return (
        f"You are off for new people. You are on the phone with {alias}: "
        "when it is time to end it, press * and 3. BACKUP asks a coordinator."
    )


def already_on(until: str | None = None) -> str:
    return f"You are on already{f', until {until}' if until else ''}. Thank you!"


def already_off() -> str:
    return "You are off already. Text ON when you would like to be here."


def paused(until: str) -> str:
    return f"Paused until {until}. No offers until then. Text RESUME to come back sooner."


def resumed() -> str:
    return "Welcome back. You may get offers again."


def menu() -> str:
    return (
        "ON, ON 90 (min), OFF\n"
        "PAUSE 30, RESUME\n"
        "TAKE 7, PASS 7\n"
        "DONE: end a talk\n"
        "CALL: phone them\n"
        "BACKUP: a coordinator\n"
        "HANDOFF: crisis line\n"
        "TAG ABUSE: end it\n"
        "NOTE ...\n"
        "AGAIN: same person\n"
        "SHIFTS, MORE, MINE, CLAIM, RELEASE, COVER 12, SWAP 12 15, CONFIRM, UNDO\n"
        "All else goes to whoever you are with. 7: hello is for 7."
    )


def coordinator_menu_extra() -> str:
    return (
        "For coordinators:\nACK 5: you have page 5\nSTATUS: who is on, who waits, open shifts\n"
        "MESSAGES: we ring you and play what callers left\nCALM 7 SAFE, BLOCK 7 7D"
    )


def welcome(line_name: str) -> str:
    """The confirmation that recurring texts need (CTIA, in domain.md section 4)."""
    return (
        f"You are now a volunteer of {line_name}. This number texts you people to talk with and "
        "news of shifts, as often as you are ON. Msg & data rates may apply. "
        "MENU for commands, HELP for help, STOP to get no texts."
    )


def stopped() -> str:
    """Where the exchange leaves the answer to STOP to us."""
    return "You will get no more texts from me, and you are off. Text START to come back."


def still_stopped() -> str:
    return "You texted STOP, so I offer you nobody. Text START first, then ON."


def missed_your_phone() -> str:
    return (
        "I could not reach your phone for a while, so you are off. "
        "Text ON when you would like to be here."
    )


def back_from_stop() -> str:
    return (
        "Welcome back. After STOP I could not text you, so you were off. "
        "Text ON when you would like to be offered people again."
    )


def backup_asked() -> str:
    return "I am asking a coordinator to join you. Stay with them as well as you can."


def backup_nobody() -> str:
    return (
        "No coordinator is reachable now. HANDOFF offers the person the crisis line. "
        "You do not have to carry this alone."
    )


def backup_acknowledged(name: str) -> str:
    return f"{name} has seen your call for backup and will be in touch with you."


def handoff_offered(alias: str) -> str:
    return f"I told {alias} how to reach the crisis line. It is their choice. Stay if you can."


def handoff_nobody() -> str:
    return "You are not with anyone right now, so there is nobody to offer the crisis line to."


def _all(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "someone"
