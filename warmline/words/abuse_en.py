"""What the line says to peers and coordinators about talks that hurt the peer."""

from __future__ import annotations


def boundary_said(alias: str) -> str:
    return (
        f"I told {alias} what this line is for, and what it is not. SAY WARNING is the next step; "
        "TAG ABUSE ends the talk. You decide, and need not explain."
    )


def warning_said(alias: str) -> str:
    return f"I warned {alias} that the talk will end if this goes on. TAG ABUSE ends it."


def tagged(alias: str, minutes: int) -> str:
    return (
        f"I ended the talk with {alias} kindly and noted it. You have a break of {minutes} minutes; "
        "RESUME ends it. If it stays with you, BACKUP or a coordinator will listen."
    )


def page_abuse(code: int, alias: str, times: int) -> str:
    return (
        f"Peers have ended {times} talks with {alias} for abuse in 90 days. "
        f"You decide whether a block is right. Text ACK {code} if you will look at it."
    )


def page_appeal(code: int, alias: str) -> str:
    return f"{alias} is blocked and asks to be let in again. Text ACK {code} if you look at it."


def page_review(code: int, alias: str) -> str:
    return f"Half of {alias}'s block is over: is it still right? Text ACK {code} if you look at it."


def page_blocked(code: int, alias: str) -> str:
    return (
        f"{alias} is blocked, wrote that they may be in danger, and was let through. "
        f"Text ACK {code} if you have it."
    )


def blocked(alias: str, until: str) -> str:
    return f"{alias} is blocked until {until}, has been told so, and can appeal. In danger they get through."


def no_such_talk(code: int) -> str:
    return f"Nobody with the code {code} is here just now. Text STATUS to see who is."


def calmed(alias: str, band: str) -> str:
    return f"Noted: {alias} is {band} now, and waits in that place. What they write is still read."


def not_lower(alias: str) -> str:
    return f"{alias} is no higher than that already."
