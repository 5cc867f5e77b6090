"""Whatever volunteers and coordinators do to the roster, in whatever order: what must be so is so whenever it rests."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.races.machine import plays
from tests.races.roster_state import faults_of_roster
from tests.races.rush import at_once, writes
from tests.stories.line import MAIN, Line
from tests.stories.rostering import at, posted
from warmline.errors import RefusedError
from warmline.flows.office import shift_changes, shift_file
from warmline.ids import ShiftId
from warmline.volunteers import local_times
from warmline.volunteers.shifts import Shift

NAMES = ("Ada", "Bo", "Cy")
# Three overlap, and one of them has room for two; one follows upon another; one is soon.
HOURS = ((10, 18, 4, 1), (10, 20, 4, 2), (10, 21, 2, 1), (10, 22, 2, 1), (5, 12, 2, 1))

people = st.integers(0, len(NAMES) - 1)
codes = st.integers(1, len(HOURS) + 1)
by_code = st.sampled_from(["CLAIM"] * 6 + ["RELEASE", "COVER", "CONFIRM"])
plain = st.sampled_from(["UNDO", "UNDO", "MINE", "SHIFTS", "MORE", "STOP", "START", "1", "3"])


class AnyRoster(RuleBasedStateMachine):
    """Three volunteers on simulated phones, a coordinator at the command line, a spreadsheet, and time."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line, self.desk = line, line.desk
        self.desk.store.connection.flushall()
        line.phones.reset()
        self.everyone = [line.volunteer(name) for name in NAMES]
        for day, hour, hours, seats in HOURS:
            posted(line, at(day, hour), hours, seats=seats)
        self._rests()

    # --- what people do

    @rule(who=people, verb=by_code, code=codes)
    def a_volunteer_asks(self, who: int, verb: str, code: int) -> None:
        self._texts(who, f"{verb} {code}")

    @rule(who=people, other=people, code=codes)
    def two_ask_at_once(self, who: int, other: int, code: int) -> None:
        phones = {self.everyone[one][1].number: self.everyone[one][1] for one in (who, other)}
        at_once(*[writes(self.line, phone, f"CLAIM {code}") for phone in phones.values()])
        self._rests()

    @rule(who=people, first=codes, second=codes)
    def a_volunteer_offers_a_swap_or_agrees(self, who: int, first: int, second: int) -> None:
        self._texts(who, f"SWAP {first} {second}")

    @rule(who=people, other=people, first=codes, second=codes)
    def two_swap(self, who: int, other: int, first: int, second: int) -> None:
        self._texts(who, f"SWAP {first} {second}")
        self._texts(other, f"SWAP {second} {first}")

    @rule(who=people, says=plain)
    def a_volunteer_says(self, who: int, says: str) -> None:
        self._texts(who, says)

    @rule(who=people, code=codes, gives=st.booleans())
    def a_coordinator_decides(self, who: int, code: int, gives: bool) -> None:
        volunteer, _ = self.everyone[who]
        change = shift_changes.claim if gives else shift_changes.release
        if shift := self.desk.store.shifts.by_code(code):
            with suppress(RefusedError):
                change(self.desk, shift, volunteer)
        self._rests()

    @rule(who=people, code=codes, seats=st.integers(1, 2), day=st.integers(9, 11))
    def a_spreadsheet_comes(self, who: int, code: int, seats: int, day: int) -> None:
        new = at(day, 18)
        shift = self.desk.store.shifts.by_code(code)
        starts, ends = (shift.starts, shift.ends) if shift else (new, new + timedelta(hours=3))
        zone = self.desk.line.zone
        row = [local_times.written(moment, zone) for moment in (starts, ends)]
        table = f"start,end,seats,claimed\n{','.join(row)},{seats},{NAMES[who]}\n"
        with suppress(RefusedError):
            shift_file.apply(self.desk, shift_file.read(self.desk, table.encode()))
        self._rests()

    @rule(hours=st.sampled_from([1, 5, 30]))
    def time_passes(self, hours: int) -> None:
        self.line.passes(hours=hours)
        self._rests()

    @rule(hours=st.sampled_from([2, 26]))
    def everything_slept(self, hours: int) -> None:
        self.line.phones.jump(timedelta(hours=hours))
        self._rests()

    # --- what must be so

    @invariant()
    def the_roster_agrees_with_itself_and_with_its_journal(self) -> None:
        assert faults_of_roster(self.desk.store) == []

    @invariant()
    def no_seat_is_lost(self) -> None:
        shifts = self._shifts()
        assert len(shifts) >= len(HOURS)
        assert all(shift.seats >= 1 for shift in shifts)

    @invariant()
    def nothing_is_left_over(self) -> None:
        keys = self.desk.store.keys
        for name in ("lane", "inbox"):
            assert (
                list(self.desk.store.connection.scan_iter(match=f"{keys.none()[:-4]}{name}:*"))
                == []
            )

    # --- how it is told

    def _texts(self, who: int, body: str) -> None:
        self.everyone[who][1].texts(body, to=MAIN)
        self._rests()

    def _shifts(self) -> list[Shift]:
        store = self.desk.store
        ids = store.connection.zrange(store.keys.shifts(), 0, -1)
        return store.shifts.get_all(ShiftId(shift) for shift in ids)

    def _rests(self) -> None:
        self.line.settles()


@pytest.mark.timeout(900)
def test_whatever_is_done_to_the_roster_it_stays_true(line: Line) -> None:
    class OnThisLine(AnyRoster):
        def __init__(self) -> None:
            super().__init__(line)

    try:
        run_state_machine_as_test(OnThisLine, settings=plays(examples=8, steps=20))
    finally:
        line.phones.reset()  # what they were told is other tests' story
