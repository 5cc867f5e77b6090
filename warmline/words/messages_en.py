"""What coordinators read and hear about messages that callers left for the team."""

from __future__ import annotations


def page(code: int, seconds: int) -> str:
    return (
        f"A caller has left a message of {seconds} seconds for the team. "
        f"Text MESSAGES: we ring you and play it. Text ACK {code} to be asked no more."
    )


def will_ring(waiting: int) -> str:
    them = "it" if waiting == 1 else "them"
    return f"{_count(waiting)} for the team. We ring you now and play {them}."


def none() -> str:
    return "There is no message for the team just now."


def ask(line_name: str, waiting: int) -> str:
    """The one who picks up may be a machine, or somebody else."""
    return f"{line_name}. You asked for what was left for the team. {_count(waiting)}. To listen, press 1."


def before(waiting: int, when: str) -> str:
    more = "" if waiting == 1 else f" {waiting} are left."
    return f"This message is from {when}.{more}"


def after() -> str:
    return "To hear it again, press 2. To delete it and go on, press 1, or just wait."


def cannot_play() -> str:
    return (
        "It cannot be played just now, and it is kept. Please text MESSAGES again later. Goodbye."
    )


def no_more() -> str:
    return "There are no more messages. What you have heard is deleted. Thank you. Goodbye."


def _count(waiting: int) -> str:
    return "There is 1 message" if waiting == 1 else f"There are {waiting} messages"
