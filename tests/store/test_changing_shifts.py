"""Many shifts come at once, shifts change while people claim them, and codes are used again."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import PatternId, ShiftId
from warmline.store.shifts import AT_ONCE
from warmline.volunteers.claiming import Take
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Needs, Shift

HOUR = timedelta(hours=1)
SPANISH = Needs(languages=frozenset({"es"}))


def some(count: int) -> list[Shift]:
    return [
        Shift(ShiftId(f"sr1-{n}"), 0, NOW + n * HOUR, NOW + (n + 1) * HOUR, seats=2)
        for n in range(count)
    ]


def changes(world: World, before: Shift, after: Shift) -> str:
    """As whoever read the claims just now would have it."""
    versions = world.store.seats.versions(sorted(before.claimed))
    plan = {"changed": SAID}
    return world.store.shifts.change(before, after, versions=versions, now=NOW, plan=plan)


def again(world: World, shift: Shift) -> Shift:
    found = world.store.shifts.get(shift.id)
    assert found is not None
    return found


@shows("add_shifts", "added", "known")
def test_many_shifts_come_in_one_write_and_none_comes_twice(world: World) -> None:
    first, second, third = some(3)
    world.store.shifts.add(second, now=NOW)
    with world.changes() as changed:
        word = world.store.shifts.add_some([first, second, third], now=NOW, plan={"added": SAID})
    assert word == "added"
    assert changed["shift_codes"] == {"2": first.id, "3": third.id, "next": "3"}
    assert changed["journal"] == [{"event": "said"}]
    assert [s.code for s in world.store.shifts.between(NOW, NOW + 3 * HOUR)] == [2, 1, 3]
    with world.changes() as changed:
        word = world.store.shifts.add_some([first, third], now=NOW, plan={"added": SAID})
    assert word == "known"
    assert changed == {}


def test_codes_stay_apart_also_when_there_are_more_shifts_than_short_codes(world: World) -> None:
    codes = {str(code): "sother" for code in range(1, 6000)}
    world.store.connection.hset(world.keys.shift_codes(), mapping={**codes, "next": "9998"})
    shifts = some(AT_ONCE)
    world.store.shifts.add_some(shifts, now=NOW)
    given = [again(world, shift).code for shift in shifts]
    assert len(set(given)) == AT_ONCE
    assert given[:2] == [9999, 10000]
    assert not {str(code) for code in given} & codes.keys()


@shows("change_shift", "changed")
def test_a_claimed_shift_changes_with_its_holder_s_claims(world: World) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(NOW + HOUR, NOW + 2 * HOUR)
    world.claims(shift, ada)
    world.store.shifts.mark(shift.id, "confirmed", ada.id, now=NOW, plan={})
    before = again(world, shift)
    starts = NOW + 5 * HOUR
    after = replace(
        before, starts=starts, ends=starts + HOUR, seats=3, needs=SPANISH, channel=Channel.VOICE
    )
    world.store.schedule.set(world.keys.shift(shift.id), NOW + HOUR)

    with world.changes() as changed:
        assert changes(world, before, after) == "changed"

    at = milliseconds(starts)
    fields = {"starts": str(at), "ends": str(milliseconds(starts + HOUR)), "seats": "3"}
    assert changed == {
        f"shift:{shift.id}": {**fields, "languages": "es", "channel": "voice"},
        "shifts": {shift.id: at},
        "claims:vada": {shift.id: at},
        "volunteer:vada": {"claims_version": "2"},
        f"marks:{shift.id}": {"confirmed:vada": None},
        "due": {f"shift:{shift.id}": AT},
        "journal": [{"event": "said"}],
    }
    assert again(world, shift) == after
    assert changes(world, after, before) == "changed"
    assert again(world, shift) == before


def test_what_was_asked_about_a_shift_still_counts_when_only_its_seats_change(
    world: World,
) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(NOW + HOUR, NOW + 2 * HOUR)
    world.claims(shift, ada)
    world.store.shifts.mark(shift.id, "confirmed", ada.id, now=NOW, plan={})
    before = again(world, shift)
    assert changes(world, before, replace(before, seats=2)) == "changed"
    assert "confirmed:vada" in world.store.shifts.marks(shift.id)


@shows("change_shift", "moved")
@pytest.mark.parametrize("what", ["changed", "claimed", "released", "claims", "gone"])
def test_a_shift_that_is_not_as_it_was_read_stays_as_it_is(world: World, what: str) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift = world.shift(NOW + HOUR, NOW + 2 * HOUR, seats=2)
    world.claims(shift, ada)
    read = again(world, shift)
    versions = world.store.seats.versions([ada.id])
    if what == "changed":
        changes(world, read, replace(read, seats=5))
    elif what == "claimed":
        world.claims(shift, bo)
    elif what == "released":
        world.store.shifts.remove(read, now=NOW)
        world.store.shifts.add(read, now=NOW)
    elif what == "claims":
        world.claims(world.shift(NOW + 9 * HOUR, NOW + 10 * HOUR), ada)
    else:
        world.store.shifts.remove(read, now=NOW)
    after = replace(read, starts=NOW + 9 * HOUR, ends=NOW + 10 * HOUR)
    with world.changes() as changed:
        word = world.store.shifts.change(
            read, after, versions=versions, now=NOW, plan={"changed": SAID}
        )
    assert word == "moved"
    assert changed == {}


def test_of_a_claim_and_a_change_at_once_neither_goes_unnoticed(world: World) -> None:
    people = [world.volunteer(name) for name in ("Ada", "Bo", "Cy", "Di")]
    for _ in range(10):
        shift = world.shift(NOW + HOUR, NOW + 2 * HOUR, seats=4)
        versions = world.store.seats.versions([v.id for v in people])
        start, words = threading.Barrier(len(people) + 1), []

        def claims(who: Volunteer, shift: Shift = shift, start: threading.Barrier = start) -> None:
            start.wait()
            world.store.seats.hand(
                [Take(shift.id, who.id)],
                versions=versions,  # noqa: B023 - the threads end with the turn
                now=NOW,
                plan={},
            )

        threads = [threading.Thread(target=claims, args=[who]) for who in people]
        for thread in threads:
            thread.start()
        start.wait()
        words.append(changes(world, shift, replace(shift, seats=9)))
        for thread in threads:
            thread.join()
        found = again(world, shift)
        assert len(found.claimed) == len(people)
        assert found.seats == (9 if words == ["changed"] else 4)
        world.store.shifts.remove(found, now=NOW)


def test_nobody_gets_a_seat_at_another_time_than_they_said_yes_to(world: World) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(NOW + HOUR, NOW + 2 * HOUR)
    changes(world, shift, replace(shift, ends=NOW + 3 * HOUR))
    with world.changes() as changed:
        assert world.hands(Take(shift.id, ada.id, at=(shift.starts, shift.ends))) == "moved"
    assert changed == {}
    assert world.hands(Take(shift.id, ada.id, at=(shift.starts, NOW + 3 * HOUR))) == "done"


@shows("free_codes", "freed")
def test_the_code_of_a_shift_that_is_over_serves_another(world: World) -> None:
    old, other = some(2)
    world.store.shifts.add_some([old, other], now=NOW)
    (read,) = world.store.shifts.get_all([old.id])
    with world.changes() as changed:
        world.store.shifts.free_codes([read])
        world.store.shifts.free_codes([])
    assert changed == {"shift_codes": {"1": None}}

    world.store.connection.hset(world.keys.shift_codes(), "next", "0")
    new = world.shift(NOW + HOUR, NOW + 2 * HOUR)
    assert new.code == 1
    with world.changes() as changed:
        world.store.shifts.free_codes([read])
    assert changed == {}
    assert world.store.shifts.remove(read, now=NOW) == "removed"
    assert world.store.shifts.by_code(1) == new


def test_a_shift_knows_its_pattern_and_its_day(world: World) -> None:
    day = date(2026, 3, 5)
    shift = replace(some(1)[0], pattern=PatternId("r1"), day=day)
    world.store.shifts.add(shift, now=NOW)
    read = again(world, shift)
    assert (read.pattern, read.day) == ("r1", day)
    assert changes(world, read, replace(read, pattern=None, day=None)) == "changed"
    assert (again(world, shift).pattern, again(world, shift).day) == (None, None)
