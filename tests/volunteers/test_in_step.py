"""What brings shifts into step with a pattern, and what is never touched without a coordinator's word."""

# ruff: noqa: DTZ001 - a pattern's times are those of a clock on the wall

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from warmline.ids import PatternId, ShiftId, VolunteerId
from warmline.volunteers import in_step, patterns
from warmline.volunteers.in_step import Roster, Steps
from warmline.volunteers.patterns import Change, Pattern
from warmline.volunteers.shifts import Needs, Shift

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)  # a Monday, 10 am in New York
TODAY, UNTIL = date(2026, 11, 23), date(2026, 12, 6)  # two weeks
ADA = frozenset({VolunteerId("vada")})
DAILY = Pattern(PatternId("r1"), "Evenings", "FREQ=DAILY", datetime(2026, 11, 1, 18), 240, NEW_YORK)


def asked(pattern: Pattern, there: Iterable[Shift] = (), **about: Any) -> Steps:
    return in_step.steps(pattern, Roster(there), **{"until": UNTIL, "now": NOW, **about})


def made(pattern: Pattern = DAILY) -> list[Shift]:
    """The shifts of a pattern as they are on the roster, with codes."""
    return [replace(shift, code=n) for n, shift in enumerate(asked(pattern).add, start=1)]


def claimed(shifts: Sequence[Shift], *places: int) -> list[Shift]:
    return [
        replace(shift, claimed=ADA) if place in places else shift
        for place, shift in enumerate(shifts)
    ]


def test_what_is_missing_is_added_up_to_the_last_day() -> None:
    steps = asked(DAILY)
    assert [shift.day for shift in steps.add] == [TODAY + timedelta(days=n) for n in range(14)]
    assert not steps.at_once
    assert not steps.claimed
    assert not steps.there


def test_in_step_there_is_nothing_to_do() -> None:
    assert asked(DAILY, made()) == Steps()


def test_a_night_that_runs_still_is_added_and_one_that_is_over_is_not() -> None:
    running = replace(DAILY, first=datetime(2026, 11, 1, 22), minutes=13 * 60)  # until 11 am
    assert asked(running).add[0].day == TODAY - timedelta(days=1)
    over = replace(running, minutes=12 * 60)
    assert asked(over).add[0].day == TODAY


def test_unclaimed_shifts_follow_their_pattern_at_once() -> None:
    later = replace(DAILY, first=datetime(2026, 11, 1, 19))
    steps = asked(later, made())
    assert not steps.add
    assert not steps.claimed
    first = steps.at_once[0]
    assert first.after is not None
    assert (first.before.code, first.after.code) == (1, 1)
    assert first.after.starts - first.before.starts == timedelta(hours=1)
    assert len(steps.at_once) == 14


def test_days_that_the_pattern_gives_no_more_are_taken_off() -> None:
    mondays = replace(DAILY, rule="FREQ=WEEKLY;BYDAY=MO")
    steps = asked(mondays, made())
    assert {differs.after for differs in steps.at_once} == {None}
    assert len(steps.at_once) == 12


def test_claims_are_left_as_they_are_and_told_of() -> None:
    there = claimed(made(), 0, 3)
    later = asked(replace(DAILY, first=datetime(2026, 11, 1, 19)), there)
    assert [differs.before for differs in later.claimed] == [there[0], there[3]]
    assert all(differs.after and differs.after.claimed == ADA for differs in later.claimed)
    assert len(later.at_once) == 12
    gone = in_step.steps_without(there, NOW)
    assert [differs.before for differs in gone.claimed] == [there[0], there[3]]


def test_a_further_seat_touches_no_claim_and_one_too_few_does() -> None:
    two = claimed(made(), 0)
    assert asked(replace(DAILY, seats=3), two).claimed == ()
    assert asked(replace(DAILY, seats=1), two).claimed == ()
    full = [replace(two[0], claimed=ADA | {VolunteerId("vbo")}), *two[1:]]
    assert [d.before.code for d in asked(replace(DAILY, seats=1), full).claimed] == [1]
    needy = replace(DAILY, needs=Needs(languages=frozenset({"es"})))
    assert len(asked(needy, two).claimed) == 1


def test_what_has_begun_is_left_as_it_is() -> None:
    running = replace(made()[0], starts=NOW - timedelta(hours=1))
    gone = replace(DAILY, skipped=frozenset({TODAY}))
    assert asked(gone, [running, *made()[1:]]) == Steps()
    assert in_step.steps_without([running], NOW) == Steps()
    morning = replace(DAILY, first=datetime(2026, 11, 1, 9))  # today's would have begun by now
    assert TODAY not in {differs.before.day for differs in asked(morning, made()).at_once}


def test_shifts_beyond_the_last_day_are_kept_in_step_too() -> None:
    far = made()
    steps = asked(replace(DAILY, seats=4), far, until=TODAY)
    assert len(steps.at_once) == 14
    assert steps.add == ()
    assert asked(DAILY, far, until=TODAY) == Steps()


def test_what_is_there_already_from_elsewhere_is_not_added_again() -> None:
    by_hand = replace(made()[2], id=ShiftId("sother"), pattern=None, day=None, seats=7)
    steps = asked(DAILY, [by_hand])
    assert steps.there == (by_hand,)
    assert len(steps.add) == 13
    for_others = replace(by_hand, needs=Needs(languages=frozenset({"es"})))
    assert len(asked(DAILY, [for_others]).add) == 14


def test_it_says_where_the_clocks_change() -> None:
    night = replace(DAILY, first=datetime(2026, 11, 1, 1, 30))
    found = in_step.steps(night, Roster(()), until=date(2027, 3, 20), now=NOW)
    assert found.moved == set()
    odd = replace(night, first=datetime(2026, 11, 1, 2, 30))
    found = in_step.steps(odd, Roster(()), until=date(2027, 3, 20), now=NOW)
    assert found.moved == {date(2027, 3, 14)}


RULES = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=DAILY;INTERVAL=3"]
)
DAYS = st.dates(TODAY, UNTIL)
PATTERNS = st.builds(
    replace,
    st.just(DAILY),
    rule=RULES,
    first=st.datetimes(datetime(2026, 10, 1), datetime(2026, 12, 1)),
    minutes=st.integers(1, 24 * 60),
    seats=st.integers(1, 4),
    skipped=st.frozensets(DAYS, max_size=3),
    changes=st.dictionaries(DAYS, st.builds(Change, seats=st.integers(1, 4)), max_size=3),
    on_holidays=st.booleans(),
)


@given(before=PATTERNS, after=PATTERNS, holds=st.sets(st.integers(0, 13)), holiday=DAYS)
def test_once_in_step_it_stays_so_and_no_claim_is_lost(
    before: Pattern, after: Pattern, holds: set[int], holiday: date
) -> None:
    roster = {shift.id: shift for shift in claimed(made(before), *holds)}
    promised = {shift.id: shift for shift in roster.values() if shift.claimed}

    steps = asked(after, roster.values(), holidays={holiday})
    roster |= {shift.id: shift for shift in steps.add}
    for differs in steps.at_once:
        roster.pop(differs.before.id)
        if differs.after:
            roster[differs.after.id] = differs.after

    again = asked(after, roster.values(), holidays={holiday})
    assert (again.add, again.at_once, again.claimed) == ((), (), steps.claimed)
    for shift in promised.values():
        kept = roster[shift.id]
        assert (kept.starts, kept.ends, kept.claimed) == (shift.starts, shift.ends, shift.claimed)
    wanted = patterns.windows(after, TODAY, UNTIL, holidays={holiday})
    free = [s for s in roster.values() if not s.claimed and s.starts > NOW]
    assert {s.day for s in free if s.day and s.day <= UNTIL} <= {w.day for w in wanted}
