"""What an operator can set about people at risk: what each band does, and who outside hears when nobody answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from warmline.config.reader import Reader

ACTS = "note|first|crisis|page|repage|guide|incident"  # routing.care.Act says what each is
LEAST_SECRET = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """docs/escalation.md tells the meaning of each."""

    at_moderate: str
    at_high: str
    at_imminent: str
    silence_seconds: int
    often: int
    alarm_url: str = field(repr=False)
    alarm_secret: str = field(repr=False)
    heartbeat_url: str = field(repr=False)

    @classmethod
    def read(cls, read: Reader) -> Self:
        """As set in the environment; faults are the reader's to tell."""
        alarm_url = read.url("WARMLINE_ALARM_URL", schemes=("https", "http"))
        return cls(
            at_moderate=_acts(read, "WARMLINE_BAND_MODERATE", "note"),
            at_high=_acts(read, "WARMLINE_BAND_HIGH", "note first crisis page"),
            at_imminent=_acts(
                read, "WARMLINE_BAND_IMMINENT", "guide first crisis page repage incident"
            ),
            silence_seconds=read.whole("WARMLINE_AT_RISK_SILENCE_SECONDS", 180),
            often=read.whole("WARMLINE_CONTACTS_A_DAY_NOTED", 6, least=2),
            alarm_url=alarm_url,
            alarm_secret=read.check(
                "WARMLINE_ALARM_SECRET",
                read.secret(
                    "WARMLINE_ALARM_SECRET",
                    missing="it signs what is sent to WARMLINE_ALARM_URL" if alarm_url else "",
                ),
                lambda secret: len(secret) >= LEAST_SECRET,
                f"be {LEAST_SECRET} characters long at least",
            ),
            heartbeat_url=read.url("WARMLINE_HEARTBEAT_URL", schemes=("https", "http")),
        )


def _acts(read: Reader, name: str, usual: str) -> str:
    told = read.matching(
        name,
        usual,
        rf"nothing|({ACTS})( ({ACTS}))*",
        f"be words of {ACTS.replace('|', ', ')}, or nothing",
    )
    return "" if told == "nothing" else told
