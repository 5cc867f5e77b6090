"""Whether a number that an operator gives for a crisis line may stand for one."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from warmline.phone import PhoneNumber, is_emergency, is_in_use, is_premium, parse
from warmline.safety.crisis_directory import NEVER_SHIP

_WRITTEN = re.compile(r"\+?\*?\d[\d \-]{1,18}\d", re.ASCII)
_SHORT = re.compile(r"\*?\d{3,6}", re.ASCII)
# some networks bring these to the police in any country
_EVERYWHERE = frozenset({"911", "112", "999"})


class Fault(StrEnum):
    """Why it may not; the value is what an operator reads."""

    UNREADABLE = "Write it as people dial it: digits, with spaces or hyphens between them."
    EMERGENCY = (
        "That is an emergency number. Warmline never dials one, and names no crisis line by it."
    )
    STALE = "That number is known to be out of date."
    OUR_OWN = "That is a number of this line: calls would go round in a circle."
    PREMIUM = "Calls to that number cost extra."
    ELSEWHERE = (
        "No number in that country looks like this. Is a digit missing, or is it another country's?"
    )


def judge(number: str, *, country: str, ours: Collection[PhoneNumber]) -> Fault | None:
    """What is wrong with it, or None."""
    bare = re.sub(r"[ \-]", "", number)
    if not _WRITTEN.fullmatch(number):
        return Fault.UNREADABLE
    if bare in _EVERYWHERE or is_emergency(bare, country=country):
        return Fault.EMERGENCY
    if any(
        _digits(stale.number) == _digits(number) for stale in NEVER_SHIP if stale.country == country
    ):
        return Fault.STALE
    if parse(number, country=country) in ours:
        return Fault.OUR_OWN
    if _SHORT.fullmatch(bare):
        return None
    if is_premium(number, country=country):
        return Fault.PREMIUM
    if not is_in_use(number, country=country):
        return Fault.ELSEWHERE
    return None


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
