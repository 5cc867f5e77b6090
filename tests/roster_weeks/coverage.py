"""Who was there in every half hour of every shift: they had a seat, and something was heard of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.roster_weeks.cast import Member
from tests.roster_weeks.ledger import Ledger
from tests.roster_weeks.picture import Cover, HalfHour
from tests.roster_weeks.play import Said
from tests.stories.line import NEW_YORK
from warmline.ids import VolunteerId
from warmline.volunteers.shifts import Shift

HALF = timedelta(minutes=30)
HEARD_SINCE = timedelta(minutes=75)  # before the start, as the line itself takes it


@dataclass(frozen=True, slots=True)
class Presence:
    """How many of a shift's peers were there in one of its half hours."""

    shift: Shift
    at: datetime
    there: int
    claimed: int


class Coverage:
    """Reads the ledger and all that was said."""

    def __init__(self, ledger: Ledger, said: list[Said], people: Iterable[Member]) -> None:
        self._ledger = ledger
        self._wrote: dict[VolunteerId, list[datetime]] = defaultdict(list)
        ids = {member.number: member.id for member in people}
        self._ending: dict[datetime, list[Shift]] = defaultdict(list)
        for shift in ledger.shifts.values():
            self._ending[shift.ends].append(shift)
        for one in said:
            if not one.by_line and one.phone in ids:
                self._wrote[ids[one.phone]].append(one.at)

    def presences(self, since: datetime, until: datetime) -> Iterator[Presence]:
        """Of every shift that starts within."""
        for shift in sorted(self._ledger.shifts.values(), key=lambda shift: shift.starts):
            if since <= shift.starts < until:
                halves = int((shift.ends - shift.starts) / HALF)
                yield from (self._presence(shift, shift.starts + n * HALF) for n in range(halves))

    def halves(self, since: datetime, until: datetime) -> list[HalfHour]:
        """The same for the picture, where shifts that run beside each other are one."""
        seats, there = defaultdict[datetime, int](int), defaultdict[datetime, int](int)
        for presence in self.presences(since, until):
            seats[presence.at] += presence.shift.seats
            there[presence.at] += min(presence.there, presence.shift.seats)
        found: dict[tuple[object, int], HalfHour] = {}
        for at, wanted in sorted(seats.items()):
            local = at.astimezone(NEW_YORK)
            place = local.hour * 2 + local.minute // 30
            cover = Cover.FULL if there[at] >= wanted else Cover.SHORT if there[at] else Cover.EMPTY
            found[local.date(), place] = HalfHour(local.date(), place, cover)
        return list(found.values())

    def _presence(self, shift: Shift, at: datetime) -> Presence:
        """Whoever had the seat at the end of the half hour counts, if they had been heard of by then."""
        until = at + HALF
        holders = {
            t.volunteer
            for t in self._ledger.tenures[shift.id]
            if t.since < until and (t.until is None or t.until >= until)
        }
        there = [who for who in holders if self._heard(who, shift, until)]
        return Presence(shift, at, len(there), len(holders))

    def _heard(self, who: VolunteerId, shift: Shift, until: datetime) -> bool:
        wrote = self._wrote[who]
        before = [s for s in self._ending[shift.starts] if who in self._ledger.holders(s)]
        since = min(s.starts for s in (shift, *before)) - HEARD_SINCE  # two in a row are one
        place = bisect_left(wrote, since)
        return place < len(wrote) and wrote[place] <= until
