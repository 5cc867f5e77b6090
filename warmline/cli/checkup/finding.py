"""What a look has found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    FINE = "fine"
    ADVICE = "advice"  # the line works; this would make it better
    MEND = "mend"  # someone may be left without an answer


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at, how it is, and what to do about it where something is to be done."""

    what: str
    verdict: Verdict
    how: str
    do: str = ""


def fine(what: str, how: str) -> Finding:
    return Finding(what, Verdict.FINE, how)


def advice(what: str, how: str, do: str) -> Finding:
    return Finding(what, Verdict.ADVICE, how, do)


def mend(what: str, how: str, do: str) -> Finding:
    return Finding(what, Verdict.MEND, how, do)
