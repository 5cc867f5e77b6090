"""What coordinators hear when the line rings them: what kind of help is needed, and nobody's name, words or number.

Whoever picks up may be a machine or somebody else in the house, so nothing of a person is said; the text that went
before says whom it is about.
"""

from __future__ import annotations

_WHY = {
    "imminent": "A life may be in danger.",
    "danger": "A life may be in danger.",
    "high": "Somebody may be in danger.",
    "blocked": "Somebody may be in danger.",
    "nobody_on": "Somebody may need a person soon.",
    "silent": "Somebody in danger may be waiting.",
    "stopped": "We may have lost somebody in danger.",
    "writes_in_danger": "A life may be in danger.",
    "writes_again": "Somebody in danger may be waiting.",
    "left": "We may have lost somebody in danger.",
    "undelivered": "We may have lost somebody in danger.",
    "backup": "A peer asks for you beside them.",
    "handoff": "A peer offers the crisis line.",
    "handoff_failed": "The crisis line did not answer.",
    "crisis_asked": "Somebody wants the crisis line.",
    "not_put_through": "Somebody could not reach the crisis line.",
}


def page(line_name: str, reason: str) -> str:
    """Said before they press, so not much longer than a whisper to a peer; `reason` as in `ladder.Reason`."""
    why = _WHY.get(reason, "Our text says why.")
    return f"{line_name} needs a coordinator. {why} To say you have it, press 1. If not, press 2."


def yours() -> str:
    return "Thank you. It is yours. Our text says who it is about. Goodbye."


def somebody_has_it() -> str:
    return "Thank you for picking up. Somebody has it already. Goodbye."


def cannot() -> str:
    return "All right. Thank you for telling us. We go on asking. Goodbye."


def ask_to_listen(line_name: str, alias: str) -> str:
    return f"{line_name}: to listen to the call with {alias}, press 1. Nobody will hear you. If not, press 2."


def listening(alias: str) -> str:
    return f"You are listening to the call with {alias}. To stop, hang up."


def nothing_to_hear() -> str:
    return "All right. There is nothing to listen to now. Goodbye."
