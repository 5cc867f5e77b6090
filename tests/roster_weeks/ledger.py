"""Every change of seats, replayed from the journal, held against the seats there are and against the rules of care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.roster_weeks.play import Play, Said
from tests.stories.line import NEW_YORK
from warmline.clock import moment
from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers.limits import Limits
from warmline.volunteers.shifts import Shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LOOKS_AHEAD = timedelta(weeks=3)
GONE = {"shift_removed", "shift_retired"}  # with whatever claims they had


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal."""

    at: datetime
    event: str
    about: dict[str, str]


@dataclass(slots=True)
class Tenure:
    """For how long someone has had a seat; `until` is None while they have it."""

    volunteer: VolunteerId
    since: datetime
    until: datetime | None = None


@dataclass(slots=True)
class Ledger:
    """`seats` is what the journal says; `faults` what cannot be."""

    play: Play
    limits: Limits
    zones: dict[VolunteerId, ZoneInfo]
    lines: list[Line] = field(default_factory=list)
    seats: dict[ShiftId, set[VolunteerId]] = field(default_factory=lambda: defaultdict(set))
    tenures: dict[ShiftId, list[Tenure]] = field(default_factory=lambda: defaultdict(list))
    shifts: dict[ShiftId, Shift] = field(default_factory=dict)  # as they were last seen
    faults: list[str] = field(default_factory=list)
    _read: str = "-"
    _compared: datetime | None = None

    def looks(self, _heard: list[Said]) -> None:
        """After each step: what has changed; once a day all of it."""
        touched = set[ShiftId]()
        for line in self._fresh():
            self.lines.append(line)
            touched |= self._replay(line)
        self._compare(touched)
        now = self.play.now
        if self._compared is None or now - self._compared >= DAY:
            self._compared = now
            ahead = self.play.line.desk.store.shifts.between(now - DAY, now + LOOKS_AHEAD)
            self._compare(set(self.seats) | {shift.id for shift in ahead})

    def fault(self, what: str) -> None:
        self.faults.append(f"{self.play.now.astimezone(NEW_YORK):%a %d %b %H:%M}: {what}")

    def theirs(self, volunteer: VolunteerId) -> list[Shift]:
        """Shifts that are theirs, by the journal."""
        return [self.shifts[s] for s, held in self.seats.items() if volunteer in held]

    def holders(self, shift: Shift) -> set[VolunteerId]:
        """Who had a seat to its end, or has one."""
        return {t.volunteer for t in self.tenures[shift.id] if t.until is None}

    def _fresh(self) -> Iterator[Line]:
        store = self.play.line.desk.store
        rows = store.connection.xrange(store.keys.journal(), min=self._read)
        for name, fields in rows:
            self._read = f"({name}"
            about = {key: value for key, value in fields.items() if key not in {"at", "event"}}
            yield Line(moment(int(fields["at"])), fields["event"], about)

    def _replay(self, line: Line) -> set[ShiftId]:
        """The shift whose seats this line changes."""
        shift, volunteer = ShiftId(line.about.get("shift", "")), line.about.get("volunteer", "")
        held, who = self.seats[shift], VolunteerId(volunteer)
        if line.event == "claimed":
            if who in held:
                self.fault(f"{who} claimed {shift} twice")
            held.add(who)
            self.tenures[shift].append(Tenure(who, line.at))
        elif line.event == "released":
            if who not in held:
                self.fault(f"{who} released {shift}, which was not theirs")
            held.discard(who)
            for tenure in self.tenures[shift]:
                if tenure.volunteer == who and tenure.until is None:
                    tenure.until = line.at
        elif line.event in GONE:
            self.seats.pop(shift)
        else:
            return set()
        return {shift}

    def _compare(self, touched: set[ShiftId]) -> None:
        found = {shift.id: shift for shift in self.play.line.desk.store.shifts.get_all(touched)}
        self.shifts |= found
        for shift_id in touched:
            held, shift = self.seats.get(shift_id, set()), found.get(shift_id)
            there = shift.claimed if shift else frozenset()
            if held != there:
                self.fault(
                    f"the journal gives {shift_id} to {sorted(held)}, the seats to {sorted(there)}"
                )
            if shift and len(there) > shift.seats:
                self.fault(f"{len(there)} claims for {shift.seats} seats of {shift_id}")
            for volunteer in there:
                self._check_care(volunteer)

    def _check_care(self, volunteer: VolunteerId) -> None:
        """No overlap, enough rest, not too much: as anybody would reckon it with a calendar in hand."""
        theirs = sorted(self.theirs(volunteer), key=lambda shift: shift.starts)
        zone = self.zones[volunteer]
        for first, second in pairwise(theirs):
            if second.starts < first.ends:
                self.fault(f"{volunteer} has {first.id} and {second.id} at once")
            nights = _is_night(first, zone)
            apart = first.starts.astimezone(zone).date() != second.starts.astimezone(zone).date()
            on_end = first.ends == second.starts and not nights
            if (apart or nights) and not on_end and second.starts - first.ends < self.limits.rest:
                self.fault(f"{volunteer} has no rest between {first.id} and {second.id}")
        hours, weeks, nights_in = _sums(theirs, zone)
        for day, spent in hours.items():
            if spent > self.limits.day_hours:
                self.fault(f"{volunteer} has {spent:g} hours on {day}")
        for week, spent in weeks.items():
            if spent > self.limits.week_hours:
                self.fault(f"{volunteer} has {spent:g} hours in the week of {week}")
        for week, count in nights_in.items():
            if count > self.limits.week_overnights:
                self.fault(f"{volunteer} has {count} nights in the week of {week}")


def _is_night(shift: Shift, zone: ZoneInfo) -> bool:
    """Minute by minute would be the same: some of it lies between midnight and six."""
    return any(
        (shift.starts + n * HOUR / 2).astimezone(zone).hour < 6 for n in range(_halves(shift))
    )


def _sums(
    shifts: list[Shift], zone: ZoneInfo
) -> tuple[dict[date, float], dict[date, float], dict[date, int]]:
    """Hours by day, hours by week, nights by week, counted in half hours as they pass."""
    days, weeks, nights = (
        defaultdict[date, float](float),
        defaultdict[date, float](float),
        defaultdict[date, int](int),
    )
    for shift in shifts:
        for n in range(_halves(shift)):
            day = (shift.starts + n * HOUR / 2).astimezone(zone).date()
            days[day] += 0.5
            weeks[day - timedelta(days=day.weekday())] += 0.5
        if _is_night(shift, zone):
            first = shift.starts.astimezone(zone).date()
            nights[first - timedelta(days=first.weekday())] += 1
    return days, weeks, nights


def _halves(shift: Shift) -> int:
    return int((shift.ends - shift.starts) / (HOUR / 2))
