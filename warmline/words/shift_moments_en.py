"""What the line says to volunteers and coordinators before, during and after a shift.

A `when` is written by `times.moment`, on the clock of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Sequence

NAMES = 3  # said in full; a longer list ends with how many more there are


# --- before


def asked(code: int, when: str) -> str:
    return (
        f"Shift {code}, {when}, is yours. Will you be there? "
        f"Text CONFIRM {code}, or RELEASE {code} if you cannot."
    )


def asked_again(code: int, when: str) -> str:
    return (
        f"Please tell me about shift {code}, {when}: "
        f"CONFIRM {code} if you will be there, RELEASE {code} if you cannot."
    )


def reminded(code: int, when: str, *, confirmed: bool) -> str:
    if confirmed:
        return f"Your shift {code} begins {when}. Thank you for being there."
    return f"Your shift {code} begins {when}. Text CONFIRM {code}, or RELEASE {code} if you cannot."


def confirmed(code: int, when: str) -> str:
    return f"Thank you! I count on you for shift {code}, {when}."


def confirm_which(shifts: Sequence[tuple[int, str]]) -> str:
    """Each code with its `when`."""
    asks = [f"CONFIRM {code} for {when}" for code, when in shifts]
    return f"Which one? Text {' or '.join(asks[:NAMES])}."


def nothing_to_confirm() -> str:
    return "There is nothing to confirm just now. Text MINE for your shifts."


def confirm_not_yours(code: int) -> str:
    return f"Shift {code} is not one of yours. Text MINE for your shifts."


def confirm_over(code: int) -> str:
    return f"Shift {code} is over already. Text MINE for your shifts."


# --- during


def welcomed(
    name: str,
    beside: Sequence[str],
    before: Sequence[str],
    waiting: int,
    backup: str | None,
    *,
    heard: bool,
) -> str:
    """`beside` and `before` are first names; a volunteer of whom nothing was heard is asked to say so."""
    parts = [f"Welcome, {name}. Your shift has begun."]
    parts.append(f"With you: {names(beside)}." if beside else "Nobody else is on just now.")
    if before:
        parts.append(f"You take over from {names(before)}.")
    parts.append({0: "Nobody waits.", 1: "1 person waits."}.get(waiting, f"{waiting} people wait."))
    parts.append(f"For backup: {backup}." if backup else "No coordinator can be reached just now.")
    if not heard:
        parts.append("Text ON when you are here.")
    return " ".join(parts)


def missed(name: str) -> str:
    return (
        f"We miss you, {name}. Your shift has begun. Text ON when you are here. "
        "Meanwhile I ask others to step in."
    )


# --- after


def handed_over(name: str, next_ones: Sequence[str]) -> str:
    return (
        f"Your shift is over, {name}. {_takes_over(next_ones)} "
        "Your open talk can go on, or be handed on; nobody new comes to you."
    )


def thanked(name: str, next_ones: Sequence[str]) -> str:
    """`next_ones`: who takes over, where that was not said before."""
    over = f" {_takes_over(next_ones)}" if next_ones else ""
    return (
        f"Thank you for your shift, {name}.{over} "
        "How are you after that? 1 fine, 2 so-so, 3 call me"
    )


def fine() -> str:
    return "That is good to hear. Rest well."


def so_so() -> str:
    return (
        "Thank you for saying so. Some talks stay with you: be kind to yourself tonight. "
        "Text 3 if you would like a call."
    )


def call_me() -> str:
    return "Thank you for saying so. I am asking a coordinator to call you."


def call_me_nobody(crisis: str) -> str:
    return (
        "Thank you for saying so. No coordinator can be reached just now; I keep trying. "
        f"If that is too long to wait, {crisis}."
    )


def call_acknowledged(name: str) -> str:
    return f"{name} has seen that you would like a call, and will be in touch with you."


# --- to coordinators


def unconfirmed(name: str, code: int, when: str) -> str:
    return (
        f"{name} has not confirmed shift {code}, {when}. The seat stays theirs; "
        "you may want to ask how things are."
    )


def unreachable(name: str, code: int, when: str) -> str:
    return f"No text reaches {name}, who has shift {code}, {when}. Please count it as a gap."


def alone(name: str, code: int, when: str) -> str:
    return (
        f"{name} is on probation, and nobody experienced has a seat beside them on shift {code}, {when}. "
        "Can you find someone?"
    )


def no_show(name: str, code: int, when: str) -> str:
    return (
        f"Nothing was heard of {name}, whose shift {code} began {when}. "
        "I asked where they are, and ask others to cover."
    )


def came(name: str, code: int) -> str:
    return f"{name} is here now for shift {code}."


def page_check_in(code: int, name: str) -> str:
    return f"{name} asks for a call after a shift. Text ACK {code} if you have it."


def names(people: Sequence[str]) -> str:
    """ "Bo", "Bo and Cy", "Bo, Cy, Di and 2 more"."""
    if len(people) > NAMES:
        return f"{', '.join(people[:NAMES])} and {len(people) - NAMES} more"
    return " and ".join(filter(None, [", ".join(people[:-1]), people[-1]])) if people else "nobody"


def _takes_over(next_ones: Sequence[str]) -> str:
    if not next_ones:
        return "Nobody takes over."
    return f"{names(next_ones)} {'takes' if len(next_ones) == 1 else 'take'} over."
