"""What a peer is told about their notes."""

from __future__ import annotations


def kept(alias: str) -> str:
    return (
        f"Your note on {alias} is kept, for coordinators only. I sent {alias} nothing. "
        "If it was meant for them, please write it again without NOTE in front."
    )


def how() -> str:
    return "To keep a note on a talk, text NOTE and your words in one text. Only coordinators can read it."


def about_nobody() -> str:
    return (
        "There is no talk that this note could be kept with: notes can be added for a day after it. "
        "I kept nothing and sent nobody anything."
    )
