"""What the line does when a caller's words alarm it: policy as data, and what has been noticed and done for one contact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.routing.policy import Policy
from warmline.safety.reading import Band, Kind

AT_RISK = Band.HIGH  # from here on silence, leaving and texts that do not arrive are worth a page


class Act(StrEnum):
    """One thing that may follow from a band (WARMLINE_BAND_MODERATE and its sisters)."""

    NOTE = "note"  # the peer sees a quiet note with a prompt how to ask
    FIRST = "first"  # the person goes before all who wait at a lower band
    CRISIS = "crisis"  # the crisis line in the very reply
    PAGE = "page"  # coordinators are asked, one after another
    REPAGE = "repage"  # all of them again and again, until one has it
    GUIDE = "guide"  # the peer is told what to do, step by step
    INCIDENT = "incident"  # a record is kept of what was done, and afterwards the peer is asked how they are


_PLACES = {
    Band.NONE: 0,
    Band.MODERATE: 0,
    Band.HIGH: 2,
    Band.IMMINENT: 3,
}  # 1 is an interrupted talk


@dataclass(frozen=True, slots=True)
class Care:
    """What was noticed about a contact, and how far that has been seen to."""

    band: Band = Band.NONE
    kind: Kind = Kind.SELF
    alerted: Band = Band.NONE  # coordinators have been asked, as far as this band asks for it
    unread: bool = False  # texts cannot be read for risk just now
    lowered: int = 0  # how often a person has lowered the band
    owed_since: datetime | None = None  # the caller's first text that their peer has not answered
    silence_paged: bool = False
    before: Band = Band.NONE  # they left at this band within the day before this contact
    # the same person has reached this one in what they have open in the other way
    beside: Band = Band.NONE
    beside_kind: Kind = Kind.SELF

    @property
    def at_risk(self) -> bool:
        return self.band.rank >= AT_RISK.rank

    @property
    def known(self) -> Band:
        """The highest that anything says of this person."""
        return max(self.band, self.beside, self.before, key=lambda band: band.rank)

    @property
    def alert_is_due(self) -> bool:
        return self.band.rank > self.alerted.rank


class Why(StrEnum):
    """Why a person judges that someone is not as much at risk as the line took them for."""

    SAFE = "safe"  # they have said so, and it is believed
    COMPANY = "company"  # somebody is with them now
    MISREAD = "misread"  # their words meant something else


def lowered_to(why: Why) -> Band:
    """What remains: of a misreading nothing, else what a peer should know."""
    return Band.NONE if why is Why.MISREAD else Band.MODERATE


def acts(policy: Policy, band: Band) -> frozenset[Act]:
    """What this line does at this band."""
    chosen: Mapping[Band, str] = {
        Band.MODERATE: policy.at_moderate,
        Band.HIGH: policy.at_high,
        Band.IMMINENT: policy.at_imminent,
    }
    return frozenset(Act(word) for word in chosen.get(band, "").split())


def place(policy: Policy, band: Band) -> int:
    """The rank in the queue that a band gives."""
    return _PLACES[band] if Act.FIRST in acts(policy, band) else 0


def silence_ends(care: Care, policy: Policy) -> datetime | None:
    """When a peer's silence towards someone at risk is worth a page; None while none is owed an answer."""
    if not care.at_risk or care.silence_paged or care.owed_since is None:
        return None
    return care.owed_since + timedelta(seconds=policy.at_risk_silence_seconds)
