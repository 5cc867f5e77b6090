"""Shifts as a table: what is written down is read back and asks for nothing; what a row asks for is weighed."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from warmline.errors import RefusedError
from warmline.ids import CallerKey, PatternId, ShiftId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.volunteers import bringing_in, shift_table, tables
from warmline.volunteers.bringing_in import Bringing, World
from warmline.volunteers.limits import Limits
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Needs, Shift

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ZONES = [ZoneInfo(name) for name in ("America/New_York", "Europe/London", "Asia/Kathmandu")]
VOLUNTEERS = {
    VolunteerId(f"v{n}"): Volunteer(
        VolunteerId(f"v{n}"), name, CallerKey(f"k{n}"), PhoneNumber("+15550110009")
    )
    for n, name in enumerate(("Ada", "Bo", "José García", "Eve; Adam", "O'Neill, Shaun"))
}

words = st.frozensets(st.text("abcdéñ1_", min_size=2, max_size=5), max_size=2)
needs = st.builds(
    Needs, st.frozensets(st.sampled_from(["en", "es", "fra"]), max_size=2), words, words
)
# in two weeks of 2026 when clocks change, in both hours that come twice
starts = st.sampled_from([datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 10, 31, tzinfo=UTC)])


@st.composite
def rosters(draw: st.DrawFn) -> list[Shift]:
    """Shifts with claims that may be: for each one's own half of the days, so that nobody has two at once."""
    shifts: list[Shift] = []
    for code in range(1, draw(st.integers(1, 6)) + 1):
        begin = draw(starts) + draw(st.integers(0, 2880)) * MINUTE
        free = [v for v in VOLUNTEERS if not any(_clash(v, begin, shift) for shift in shifts)]
        claimed = draw(st.frozensets(st.sampled_from(free), max_size=3)) if free else frozenset()
        shifts.append(
            Shift(
                id=ShiftId(f"s{code}"),
                code=code,
                starts=begin,
                ends=begin + draw(st.integers(1, 1440)) * MINUTE,
                seats=max(1, len(claimed)) + draw(st.integers(0, 2)),
                claimed=claimed,
                needs=draw(needs),
                channel=draw(st.sampled_from(Channel)),
                pattern=draw(st.sampled_from([None, PatternId("p1")])),
            )
        )
    return shifts


def _clash(volunteer: VolunteerId, begin: datetime, shift: Shift) -> bool:
    return volunteer in shift.claimed and abs(shift.starts - begin) <= timedelta(days=2)


def who(name: str) -> Volunteer:
    for volunteer in VOLUNTEERS.values():
        if name in (volunteer.id, volunteer.name):
            return volunteer
    raise RefusedError(f"nobody is called {name}")


def brings(table: str, there: list[Shift], zone: ZoneInfo) -> Bringing:
    rows, faults = tables.read(
        table.encode(), required=shift_table.REQUIRED, optional=shift_table.OPTIONAL
    )
    asked, wrong = shift_table.read(rows, zone, who=who)
    assert [*faults, *wrong] == []
    ids = (ShiftId(f"snew{n}") for n in itertools.count())
    world = World(there, VOLUNTEERS, Limits(), zone, NOW)
    return bringing_in.plan(asked, world, new_id=lambda: next(ids))


def names() -> dict[VolunteerId, str]:
    return {v.id: v.id if {";", ","} & set(v.name) else v.name for v in VOLUNTEERS.values()}


@given(rosters(), st.sampled_from(ZONES))
def test_what_is_exported_asks_for_nothing_when_it_is_imported(
    shifts: list[Shift], zone: ZoneInfo
) -> None:
    found = brings(shift_table.write(shifts, zone, names=names()), shifts, zone)
    assert found.faults == ()
    assert [entry.before for entry in found.entries] == shifts
    assert not any(entry.differs for entry in found.entries)


@given(rosters(), st.sampled_from(ZONES))
def test_on_a_line_that_has_none_of_them_the_same_shifts_come(
    shifts: list[Shift], zone: ZoneInfo
) -> None:
    found = brings(shift_table.write(shifts, zone, names=names()), [], zone)
    assert found.faults == ()

    def facts(shift: Shift) -> tuple[object, ...]:
        return (shift.starts, shift.ends, shift.seats, shift.claimed, shift.needs, shift.channel)

    assert [facts(entry.after) for entry in found.entries] == [facts(shift) for shift in shifts]
    assert len({entry.after.id for entry in found.entries}) == len(shifts)


@st.composite
def crowded(draw: st.DrawFn) -> list[Shift]:
    """Short shifts of one evening, whose claims may be; each takes seats as it comes."""
    shifts: list[Shift] = []
    for code in range(1, draw(st.integers(1, 3)) + 1):
        begin = NOW + draw(st.integers(1, 4)) * 60 * MINUTE
        shift = Shift(ShiftId(f"s{code}"), code, begin, begin + 90 * MINUTE, 2)
        asked = draw(st.frozensets(st.sampled_from(list(VOLUNTEERS)[:3]), max_size=2))
        free = (v for v in asked if not any(v in s.claimed and s.overlaps(shift) for s in shifts))
        shifts.append(replace(shift, claimed=frozenset(free)))
    return shifts


@given(crowded(), crowded())
def test_whatever_is_brought_in_nobody_has_two_at_once_and_no_seat_has_two_holders(
    there: list[Shift], wanted: list[Shift]
) -> None:
    found = brings(shift_table.write(wanted, ZONES[0], names=names()), there, ZONES[0])
    final = {shift.id: shift for shift in there} | {e.after.id: e.after for e in found.entries}
    twice = any(
        first.overlaps(second) and first.claimed & second.claimed
        for first, second in itertools.combinations(final.values(), 2)
    )
    too_many = any(len(shift.claimed) > shift.seats for shift in final.values())
    assert bool(found.faults) == (twice or too_many)
    for shift in there:
        assert shift.claimed <= final[shift.id].claimed


def test_a_shift_of_a_pattern_is_changed_by_its_pattern_only() -> None:
    begin = NOW + timedelta(days=1)
    shift = Shift(ShiftId("s1"), 1, begin, begin + timedelta(hours=2), 1, pattern=PatternId("p1"))
    more = brings(
        "code,start,end,seats\n1,2026-03-05 15:00,2026-03-05 17:00,2\n", [shift], ZoneInfo("UTC")
    )
    assert [str(fault) for fault in more.faults] == [
        "line 2: shift 1 comes from a pattern: change that day of it"
    ]
    table = "code,start,end,seats,claimed\n1,2026-03-05 15:00,2026-03-05 17:00,1,Ada\n"
    claimed = brings(table, [shift], ZoneInfo("UTC"))
    assert claimed.faults == ()
    assert claimed.entries[0].takers == {VolunteerId("v0")}


def test_more_claims_than_one_write_should_hold_are_refused() -> None:
    days = [date(2026, 4, 1) + timedelta(days=n) for n in range(1001)]
    rows = [f"{day} 18:00,{day} 19:00,5,{'; '.join(VOLUNTEERS)}" for day in days]
    table = "\n".join(["start,end,seats,claimed", *rows])
    assert [str(fault) for fault in brings(table, [], ZoneInfo("UTC")).faults] == [
        "line 1002, column claimed: are too many: at most 5,000 new claims are imported at once"
    ]
