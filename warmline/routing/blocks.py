"""The ladder for abuse: a boundary, a warning, a kind ending with a tag, and at last a block that ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.ids import ContactId

TAGS_WORTH_A_LOOK = 3
TAGS_COUNT_FOR = timedelta(days=90)
SAID_AGAIN_AFTER = timedelta(days=1)  # how often somebody who is blocked is told where help is


class Term(StrEnum):
    """How long a block lasts; there is none without an end."""

    DAY = "24h"
    WEEK = "7d"
    MONTH = "30d"

    @property
    def length(self) -> timedelta:
        return timedelta(days={Term.DAY: 1, Term.WEEK: 7, Term.MONTH: 30}[self])


@dataclass(frozen=True, slots=True)
class Block:
    """A coordinator's decision that somebody is not put through to a peer for a while."""

    until: datetime
    review: datetime  # when a coordinator is asked to look at it again, half way
    contact: ContactId  # what it was about
    told: datetime | None = None  # when they last heard of it, and of the crisis line
    appealed: bool = False

    def holds(self, now: datetime) -> bool:
        return now < self.until

    def says_so_again(self, now: datetime) -> bool:
        """One text a day names the crisis line; more would be a quarrel."""
        return self.told is None or now - self.told >= SAID_AGAIN_AFTER
