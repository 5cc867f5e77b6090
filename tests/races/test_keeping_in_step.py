"""Many keep the roster in step at once while coordinators change patterns and volunteers claim: all of it agrees afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tests.races.rush import at_once, hears, journal, quiet, writes
from tests.stories.line import NEW_YORK, Line
from warmline.clock import Clock
from warmline.flows import materialise
from warmline.flows.office import finding, pattern_changes
from warmline.flows.sweep import sweep_once
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.shifts import Shift
from warmline.volunteers.wishes import Wish

ROUNDS = 4


def repeats(line: Line, rule: str = "FREQ=DAILY") -> Pattern:
    starts = datetime(2026, 3, 5, 18, tzinfo=NEW_YORK)
    pattern = pattern_changes.drafted(line.desk, starts, starts.replace(hour=22), rule=rule)
    return pattern_changes.add(line.desk, pattern)[0]


def coming(line: Line) -> list[Shift]:
    return line.desk.store.shifts.between(line.now(), finding.LAST_DAY)


def test_eight_at_once_add_every_shift_once(line: Line) -> None:
    pattern = replace(repeats(line, "FREQ=WEEKLY"), rule="FREQ=DAILY")
    for shift in coming(line):
        line.desk.store.shifts.remove(shift, now=line.now())
    was = line.desk.store.patterns.book().texts[pattern.id]
    line.desk.store.patterns.keep(pattern.id, pattern, was=was, now=line.now(), plan={})

    at_once(*[lambda: materialise.look(line.desk)] * 8)

    days = Counter(shift.day for shift in coming(line))
    assert set(days.values()) == {1}
    assert len(days) == 42  # six weeks, from tomorrow on
    codes = [shift.code for shift in coming(line)]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("claimed_too", [False, True])
def test_claims_and_changes_at_once_never_part_silently(line: Line, claimed_too: bool) -> None:
    phones = [line.volunteer(name)[1] for name in ("Ada", "Bo", "Cy", "Di")]
    for turn in range(ROUNDS):
        pattern = repeats(line, f"FREQ=DAILY;COUNT={turn + 2}")
        before = {shift.code: shift for shift in coming(line) if shift.pattern == pattern.id}
        code = max(before)
        wish = Wish(start=time(19), end=time(23))

        at_once(
            *[writes(line, phone, f"CLAIM {code}") for phone in phones],
            lambda w=wish, p=pattern: pattern_changes.edit(  # type: ignore[misc]  # mypy infers no lambda with defaults
                quiet(line.desk), p, w, claimed_too=claimed_too
            ),
            lambda: materialise.look(quiet(line.desk)),
        )
        materialise.look(line.desk)

        (after,) = [shift for shift in coming(line) if shift.code == code]
        for phone in phones:
            texts = hears(line, phone)
            told = [text for text in texts if f"Your shift {code} has changed" in text]
            if any(text.startswith(f"{code} is yours") for text in texts):
                said = "7-11 pm" if after.starts != before[code].starts else "6-10 pm"
                assert said in (told or texts)[-1], texts
            else:
                assert told == []
        assert len(after.claimed) == after.seats
        pattern_changes.remove(line.desk, pattern, claimed_too=True)
        for phone in phones:
            hears(line, phone)


def test_a_day_that_was_skipped_meanwhile_stays_so(line: Line) -> None:
    pattern = repeats(line)
    days = [date(2026, 3, day) for day in range(5, 13)]

    at_once(
        *[lambda day=day: pattern_changes.skip(line.desk, pattern, day) for day in days],
        *[lambda: materialise.look(line.desk)] * 4,
    )

    assert not {shift.day for shift in coming(line)} & set(days)
    (kept,) = line.desk.store.patterns.book().patterns.values()
    assert kept.skipped == set(days)
    assert journal(line, "pattern_day_skipped") == len(days)


def test_a_coordinator_whose_command_dies_half_way_is_finished_by_the_sweep(line: Line) -> None:
    pattern = repeats(line)
    book = line.desk.store.patterns.book()
    later = replace(pattern, first=datetime(2026, 3, 5, 19))  # noqa: DTZ001 - on the wall
    causes = pattern_changes._causes(line.desk, "pattern_changed", pattern.id)  # noqa: SLF001 - what the edit itself would journal
    line.desk.store.patterns.keep(
        pattern.id, later, was=book.texts[pattern.id], now=line.now(), plan={"kept": causes}
    )

    line.settles()

    assert {shift.starts.astimezone(NEW_YORK).hour for shift in coming(line)} == {19}
    assert sweep_once(line.desk, lambda _: None, longest=0.01) == 0


class Interrupted:
    """A clock that is asked for the time just when somebody else acts."""

    def __init__(self, clock: Clock, asked: int, act: Callable[[], object]) -> None:
        self._clock, self._left, self._act = clock, asked, act

    def now(self) -> datetime:
        self._left -= 1
        if self._left == 0:
            self._act()
        return self._clock.now()


@pytest.mark.parametrize("asked", [1, 2, 3, 4])
def test_whoever_worked_by_rules_that_changed_meanwhile_does_it_again(
    line: Line, asked: int
) -> None:
    pattern = repeats(line)
    for shift in coming(line):
        line.desk.store.shifts.remove(shift, now=line.now())
    day = date(2026, 3, 9)
    clock = Interrupted(
        line.desk.clock, asked, lambda: pattern_changes.skip(line.desk, pattern, day)
    )
    slow = replace(line.desk, clock=clock)

    materialise.keep_in_step(slow)

    assert day not in {shift.day for shift in coming(line)}
    assert len(coming(line)) == 41
