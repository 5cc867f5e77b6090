"""What the line says to coordinators."""

from __future__ import annotations

from collections.abc import Sequence


def page_backup(code: int, peer_name: str, alias: str) -> str:
    return f"{peer_name} asks for backup with {alias}. Text ACK {code} if you have it."


def page_patience(code: int, alias: str, waited: str) -> str:
    return f"{alias} has waited {waited} and no peer is free. Text ACK {code} if you have it."


def ack_thanks(what: str) -> str:
    """`what` the page was about, such as "backup for Ada"."""
    return f"Thank you, it is yours: {what}. I will page nobody else about it."


def ack_unknown() -> str:
    return (
        "That page needs no answer: somebody has it already, or it is over. "
        "Text STATUS to see how things are."
    )


def only_coordinators() -> str:
    return "Only coordinators can do that. Text MENU for what you can do."


def status(
    on: Sequence[str], waiting: Sequence[str], gaps: Sequence[str], at_risk: Sequence[str] = ()
) -> str:
    """Names and aliases as given, one line a heading; long ones are for `gsm7.split`."""
    urgent = [f"May be at risk: {', '.join(at_risk)}"] if at_risk else []
    return "\n".join(
        (
            *urgent,
            f"On: {', '.join(on) or 'nobody'}",
            f"Waiting: {', '.join(waiting) or 'nobody'}",
            f"Gaps in 24 h: {', '.join(gaps) or 'none'}",
        ),
    )
