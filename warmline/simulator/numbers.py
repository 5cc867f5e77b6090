"""The numbers that the account owns, and where each is pointed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from warmline.phone import parse
from warmline.simulator import sids

_PLAIN = re.compile(r"\+1[2-9]\d{9}")  # made-up numbers too
QUEUE_S = 36_000.0  # ten hours of sending: 36,000 segments on a long code


@dataclass(slots=True)
class OwnedNumber:
    """One number: its webhooks, and how fast it may send."""

    number: str
    created_at: datetime
    rate: float = 1.0  # segments a second, a long code's; 0 sends at once
    queue_s: float = QUEUE_S
    sms: bool = True  # False: a number bought for voice only
    friendly_name: str = ""
    sms_url: str = ""
    sms_method: str = "POST"
    sms_fallback_url: str = ""
    sms_fallback_method: str = "POST"
    voice_url: str = ""
    voice_method: str = "POST"
    voice_fallback_url: str = ""
    voice_fallback_method: str = "POST"
    status_callback: str = ""
    status_callback_method: str = "POST"
    updated_at: datetime | None = None
    free_at: datetime | None = None  # when the queue before it will have been sent

    @property
    def sid(self) -> str:
        return sids.lasting("PN", self.number)


def e164(said: str) -> str | None:
    """A number as the provider writes it, or None if it is none."""
    if _PLAIN.fullmatch(said):
        return said
    parsed = parse(said, country="US")
    return parsed.e164 if parsed else None


class Numbers:
    """All owned numbers, by number or by sid."""

    def __init__(self, numbers: list[OwnedNumber]) -> None:
        self._by_number = {owned.number: owned for owned in numbers}

    def __contains__(self, number: str) -> bool:
        return number in self._by_number

    def get(self, number: str) -> OwnedNumber | None:
        return self._by_number.get(number)

    def by_sid(self, sid: str) -> OwnedNumber | None:
        return next((owned for owned in self.all() if owned.sid == sid), None)

    def add(self, owned: OwnedNumber) -> None:
        self._by_number[owned.number] = owned

    def all(self) -> list[OwnedNumber]:
        return list(self._by_number.values())
