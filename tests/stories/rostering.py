"""Stories about shifts: shifts with needs and seats, people with zones and trainings, and what the journal says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.stories.line import MAIN, NEW_YORK, Line
from warmline.flows import seating
from warmline.ids import ShiftId, new_id
from warmline.simulator.handset import Phone
from warmline.volunteers.claiming import Why
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Needs, Shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def at(day: int, hour: int, minute: int = 0, *, month: int = 3, year: int = 2026) -> datetime:
    """A time on New York's clocks; stories begin on Wednesday 4 March 2026 at 10 am."""
    return datetime(year, month, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


def in_zone(zone: str, year: int, month: int, day: int, hour: int, fold: int = 0) -> datetime:
    wall = datetime(year, month, day, hour, tzinfo=ZoneInfo(zone), fold=fold)
    return wall.astimezone(UTC)


def posted(
    line: Line,
    starts: datetime,
    hours: float = 4,
    *claimed: Volunteer,
    seats: int | None = None,
    languages: Sequence[str] = (),
    training: Sequence[str] = (),
    experience: Sequence[str] = (),
) -> Shift:
    """A shift on the roster, claimed by these; who claimed is left in peace until the story says otherwise."""
    needs = Needs(frozenset(languages), frozenset(experience), frozenset(training))
    size = max(1, len(claimed)) if seats is None else seats
    ends = starts + timedelta(hours=hours)
    shift = Shift(ShiftId(new_id("s")), 0, starts, ends, size, needs=needs)
    line.desk.store.shifts.add(shift, now=line.now())
    for volunteer in claimed:
        word, _ = seating.take(line.desk, shift.id, volunteer, plan={}, allowed=set(Why))
        assert word == "done"
    return now_is(line, shift)


def now_is(line: Line, shift: Shift) -> Shift:
    """The shift as it is on the roster now."""
    found = line.desk.store.shifts.get(shift.id)
    assert found is not None
    return found


def someone(line: Line, name: str, **about: Any) -> tuple[Volunteer, Phone]:
    """A volunteer of whom more is known: zone, training, probation."""
    simple = {"coordinator", "languages", "experience", "capacity"}
    volunteer, phone = line.volunteer(name, **{k: v for k, v in about.items() if k in simple})
    return becomes(line, volunteer, **{k: v for k, v in about.items() if k not in simple}), phone


def becomes(line: Line, volunteer: Volunteer, **about: Any) -> Volunteer:
    """A coordinator changes what is known of them."""
    after = replace(volunteer, **about)
    assert line.desk.store.roster.edit(after, now=line.now(), plan={}) == "edited"
    found = line.desk.store.roster.get(volunteer.id)
    assert found is not None
    return found


def says(phone: Phone, words: str, *pieces: str) -> str:
    """They text it, and this is the answer."""
    phone.texts(words, to=MAIN)
    return phone.expects(*pieces).body


def journal(line: Line, *events: str) -> list[tuple[str, str, str]]:
    """Event, volunteer and who did it, in order."""
    entries = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    lines = [fields for _, fields in entries]
    return [
        (one["event"], one.get("volunteer", ""), one.get("by", ""))
        for one in lines
        if one.get("event") in (events or ("claimed", "released"))
    ]
