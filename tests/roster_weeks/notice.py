"""Gaps and empty shifts: who was told of them, and when. A gap that nobody heard of in time is a fault."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.roster_weeks.cast import Member
from tests.roster_weeks.coverage import Presence
from tests.roster_weeks.ledger import Ledger
from tests.roster_weeks.play import Said
from warmline.flows import seating
from warmline.ids import ShiftId
from warmline.volunteers import claiming
from warmline.volunteers.shifts import Shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AHEAD = timedelta(days=14)  # how far the line looks
STOOD = timedelta(hours=26)  # so long that the line must have looked at it, whatever the hour
URGENT = timedelta(hours=48)  # before a start; further ahead people are asked in turn
# a seat given back later than that before the start is too late for a text
IN_TIME = timedelta(minutes=10)
A_NIGHT = timedelta(hours=12)  # of quiet hours, and the look after it
LOOKED_AT = timedelta(minutes=70)  # every hour is looked at
EARLIEST = timedelta(hours=60)
HALF = timedelta(minutes=30)
ASKED = re.compile(r"^(?:Could you take|Someone is needed for)")
LISTED = re.compile(r"^(\d+):? [A-Z][a-z]{2} \d", re.MULTILINE)
CALLED = re.compile(r"CLAIM (\d+)")
CLOSING = re.compile(r"^The line will be closed.*CLAIM of shift ([\d, ]+)", re.DOTALL)
DIGEST = re.compile(r"^Next \d+ days: (\d+) shifts? ha")
OF_SHIFT = re.compile(r"shift (\d+)\b|^(\d+):? [A-Z][a-z]{2} \d", re.MULTILINE)


@dataclass(slots=True)
class Gap:
    """A shift that lacked somebody, from when until when, and who heard of it first."""

    shift: Shift
    since: datetime
    until: datetime | None = None
    asked: datetime | None = None  # a volunteer, whether they would
    told: datetime | None = None  # a coordinator

    @property
    def open_at_start(self) -> bool:
        return self.until is None or self.until >= self.shift.starts


@dataclass(slots=True)
class Notice:
    """Follows every gap from its beginning to its end."""

    ledger: Ledger
    people: dict[str, Member]  # by number
    gaps: list[Gap] = field(default_factory=list)
    coordinators_told: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    calls: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    _open: dict[ShiftId, Gap] = field(default_factory=dict)
    _judged: set[tuple[int, str]] = field(default_factory=set)

    def looks(self, heard: list[Said]) -> None:
        now = self.ledger.play.now
        for said in heard:
            if said.by_line and said.phone in self.people:
                self._hears(said, self.people[said.phone])
        for shift in self.ledger.shifts.values():
            if shift.starts - AHEAD <= now:
                self._follow(shift, now)

    def _hears(self, said: Said, member: Member) -> None:
        for code in _asked_about(said.body):
            self.calls[code].append(said.at)
            for gap in self._open.values():
                if gap.shift.code == code:
                    gap.asked = gap.asked or said.at
        if not member.coordinator:
            return
        for code in _told_of(said.body):
            self.coordinators_told[code].append(said.at)
        if DIGEST.search(said.body):
            for gap in self._open.values():
                gap.told = gap.told or said.at
        for gap in self._open.values():
            if gap.shift.code in _told_of(said.body):
                gap.told = gap.told or said.at

    def empty_since(self, shift: Shift) -> datetime | None:
        """Since when nobody had a seat when it began; None if somebody had."""
        tenures = self.ledger.tenures[shift.id]
        if any(
            t.until is None or t.until > shift.starts for t in tenures if t.since < shift.starts
        ):
            return None
        long_ago = shift.starts - AHEAD
        return max((t.until for t in tenures if t.until), default=long_ago)

    def _follow(self, shift: Shift, now: datetime) -> None:
        gap = self._open.get(shift.id)
        lacks = len(self.ledger.seats.get(shift.id, ())) < shift.seats
        if shift.starts <= now:
            if gap:
                gap.until = shift.starts
                self._ends(gap)
        elif lacks and gap is None:
            self._open[shift.id] = Gap(shift, now)
        elif gap and not lacks:
            gap.until = now
            self._ends(gap)
        elif gap:
            if now - gap.since > STOOD and gap.told is None:
                self._judge(gap, "told")
            if shift.starts - now < URGENT - STOOD and now - gap.since > STOOD:
                self._judge(gap, "asked")

    def _ends(self, gap: Gap) -> None:
        """A gap that nobody could hear of in time, or that was filled before anybody needed to, is none."""
        del self._open[gap.shift.id]
        stood = (gap.until or gap.shift.starts) - gap.since
        if gap.open_at_start and stood > IN_TIME:
            self._judge(gap, "told")
            self._judge(gap, "asked")
        if gap.open_at_start or stood > STOOD:
            self.gaps.append(gap)

    def _judge(self, gap: Gap, what: str) -> None:
        """It stood for so long, or its shift begins: a coordinator, and somebody who could take it, must have heard."""
        code = gap.shift.code
        if (code, what) in self._judged:
            return
        self._judged.add((code, what))
        if what == "told" and gap.told is None:
            self.ledger.fault(f"no coordinator heard that shift {code} has an open seat")
        if what == "asked" and gap.asked is None and (could := [*self._who_could(gap.shift)]):
            self.ledger.fault(f"nobody was asked about shift {code}; {could[:4]} could take it")

    def _who_could(self, shift: Shift) -> Iterator[str]:
        """As it was just before the start, if it has come to that."""
        desk = self.ledger.play.line.desk
        now = min(self.ledger.play.now, shift.starts - timedelta(minutes=1))
        fresh = desk.store.shifts.get(shift.id) or shift
        for volunteer in desk.store.roster.get_all(desk.store.roster.all_ids()):
            standing = seating.standing(desk, fresh, volunteer)
            zone = desk.line.zone
            if not claiming.why_not(fresh, standing, limits=desk.limits, zone=zone, now=now):
                yield volunteer.id


def without_notice(presences: Iterable[Presence], notice: Notice) -> Iterator[str]:
    """Shifts that ran with nobody there and no coordinator told of it in time."""
    said = set[ShiftId]()
    for presence in presences:
        shift, since = presence.shift, presence.shift.starts - EARLIEST
        if presence.there or (presence.claimed and presence.at == shift.starts):
            continue  # a no-show is noticed ten minutes in
        told = [at for at in notice.coordinators_told[shift.code] if at >= since]
        empty = notice.empty_since(shift)
        due = _notice_due(shift, empty) if empty else presence.at + HALF
        if shift.id not in said and not any(at <= due for at in told):
            said.add(shift.id)
            yield f"{shift.code} ({shift.starts:%d %b %H:%M} UTC) ran empty, and nobody had said so by {due:%d %b %H:%M}"


def _notice_due(shift: Shift, empty: datetime) -> datetime:
    """A day before; where the last one left later than that, in the morning after; and in any case before the start."""
    return max(shift.starts - DAY, min(empty + A_NIGHT, shift.starts), empty + LOOKED_AT)


def _asked_about(body: str) -> list[int]:
    if not ASKED.search(body):
        return []
    return [int(code) for code in LISTED.findall(body) or CALLED.findall(body)]


def _told_of(body: str) -> list[int]:
    """The shifts that a text to a coordinator is about."""
    if closing := CLOSING.search(body):
        return [int(code) for code in re.findall(r"\d+", closing[1])]
    return [int(one or other) for one, other in OF_SHIFT.findall(body)]
