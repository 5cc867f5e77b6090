"""Shifts in Redis: who is on at which moment, and one winner for each seat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import ShiftId
from warmline.volunteers.claiming import Give
from warmline.volunteers.shifts import LONGEST, Shift

HOUR, INSTANT = timedelta(hours=1), timedelta(milliseconds=1)
NEW_YORK = ZoneInfo("America/New_York")


@shows("add_shifts", "added")
def test_a_shift_gets_a_code_and_whoever_waits_is_looked_at_when_it_starts(world: World) -> None:
    shift = Shift(ShiftId("s1"), 0, NOW + HOUR, NOW + 2 * HOUR, seats=2)
    starts, ends = milliseconds(shift.starts), milliseconds(shift.ends)
    with world.changes() as changed:
        world.store.shifts.add(shift, now=NOW, plan={"added": SAID})

    assert changed == {
        "shift:s1": {"starts": str(starts), "ends": str(ends), "seats": "2", "code": "1"},
        "shifts": {"s1": starts},
        "shift_codes": {"1": "s1", "next": "1"},
        "due": {"shift:s1": starts},
        "journal": [{"event": "said"}],
    }
    found = world.store.shifts.by_code(1)
    assert found == Shift(ShiftId("s1"), 1, shift.starts, shift.ends, 2)
    assert world.store.shifts.by_code(2) is None
    assert world.store.shifts.get_all([]) == []


def test_a_seat_claimed_in_the_middle_of_a_shift_counts_at_once(world: World) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(NOW - HOUR, NOW + HOUR)
    world.claims(shift, ada)
    assert world.due()[f"shift:{shift.id}"] <= 0


@shows("remove_shift", "removed", "unknown", "moved")
def test_a_shift_that_is_taken_off_leaves_nothing(world: World) -> None:
    ada = world.volunteer("Ada")
    before = world.dump()
    shift = world.shift(NOW, NOW + HOUR)
    world.claims(shift, ada)
    with world.changes() as changed:
        assert world.store.shifts.remove(shift, now=NOW, plan={"removed": SAID}) == "moved"
    assert changed == {}
    (claimed,) = world.store.shifts.get_all([shift.id])
    assert world.store.shifts.remove(claimed, now=NOW) == "removed"
    volunteer = {**before["volunteer:vada"], "claims_version": "2"}
    assert world.dump() == {**before, "shift_codes": {"next": "1"}, "volunteer:vada": volunteer}
    with world.changes() as changed:
        assert world.store.shifts.remove(claimed, now=NOW, plan={"removed": SAID}) == "unknown"
    assert changed == {}


def test_nobody_loses_a_seat_that_was_claimed_while_a_shift_was_taken_off(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift = world.shift(NOW, NOW + HOUR, seats=2)
    world.claims(shift, ada)
    (read,) = world.store.shifts.get_all([shift.id])
    assert world.hands(Give(shift.id, ada.id)) == "done"
    world.claims(shift, bo)
    assert world.store.shifts.remove(read, now=NOW) == "moved"


@shows("add_shifts", "known")
def test_a_shift_that_is_there_already_stays_as_it_is(world: World) -> None:
    shift = world.shift(NOW, NOW + HOUR)
    with world.changes() as changed:
        assert world.store.shifts.add(replace(shift, seats=9), now=NOW) == "known"
    assert changed == {}


def test_at_the_very_end_a_shift_is_over_and_the_next_has_begun(world: World) -> None:
    first = world.shift(NOW, NOW + HOUR).id
    second = world.shift(NOW + HOUR, NOW + 2 * HOUR).id

    def on(at: datetime) -> list[str]:
        return [shift.id for shift in world.store.shifts.on(at)]

    assert on(NOW - INSTANT) == []
    assert on(NOW) == on(NOW + HOUR - INSTANT) == [first]
    assert on(NOW + HOUR) == [second]
    assert on(NOW + 2 * HOUR) == []
    touching = [s.id for s in world.store.shifts.between(NOW + HOUR, NOW + 3 * HOUR)]
    assert touching == [second]
    assert [s.id for s in world.store.shifts.between(NOW - HOUR, NOW)] == []


def test_the_longest_shift_is_on_until_its_last_moment(world: World) -> None:
    night = world.shift(NOW - LONGEST, NOW)
    assert world.store.shifts.on(NOW - INSTANT) == [night]
    assert world.store.shifts.on(NOW) == []


def local(*when: int) -> datetime:
    return datetime(*when, tzinfo=NEW_YORK)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        (local(2026, 3, 4, 22), local(2026, 3, 5, 6), 8),  # an ordinary night, across midnight
        (local(2026, 3, 7, 22), local(2026, 3, 8, 6), 7),  # the clocks go forward at two
        (local(2026, 10, 31, 22), local(2026, 11, 1, 6), 9),  # the clocks go back at two
    ],
)
def test_a_night_is_on_from_its_local_start_to_its_local_end(
    world: World, starts: datetime, ends: datetime, hours: int
) -> None:
    shift = world.shift(starts.astimezone(UTC), ends.astimezone(UTC))
    assert shift.ends - shift.starts == hours * HOUR
    for at, is_on in (
        (starts.astimezone(UTC) - INSTANT, False),
        (starts, True),
        (local(starts.year, starts.month, starts.day, 23, 59), True),
        (ends.astimezone(UTC) - INSTANT, True),
        (ends, False),
    ):
        assert bool(world.store.shifts.on(at)) is is_on


def test_the_hour_that_comes_twice_is_two_hours_of_a_shift(world: World) -> None:
    once = datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK)
    twice = once.replace(fold=1)
    shift = world.shift(once.astimezone(UTC), twice.astimezone(UTC))
    assert shift.ends - shift.starts == HOUR
    assert world.store.shifts.on(once) == [shift]
    assert world.store.shifts.on(twice) == []


def test_the_shifts_to_come_that_someone_has_claimed_are_told_from_the_next_one(
    world: World,
) -> None:
    ada = world.volunteer("Ada")
    now_on, empty, claimed = (world.shift(NOW + n * HOUR, NOW + (n + 1) * HOUR) for n in range(3))

    def after(moment: datetime) -> list[ShiftId]:
        return [shift.id for shift in world.store.shifts.claimed_after(moment)]

    assert after(NOW) == []
    for shift in (now_on, claimed):
        world.claims(shift, ada)
    assert not empty.claimed
    assert after(NOW) == [claimed.id]
    assert after(NOW - INSTANT) == [now_on.id, claimed.id]
    assert after(NOW + 2 * HOUR) == []
    assert milliseconds(NOW) == AT
