"""What a shift would be to a volunteer, in which order shifts are shown, and who is asked first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.routing.people import a_volunteer
from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers import asking
from warmline.volunteers.asking import Candidate
from warmline.volunteers.claiming import Give, Take, Why
from warmline.volunteers.limits import Limits
from warmline.volunteers.prospects import (
    NEAR,
    Prospect,
    is_sought,
    neediest_first,
    prospect,
    without,
)
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.undoable import UNDO_WITHIN, Kind, Undoable

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ADA, BO, CY = (a_volunteer(name) for name in ("Ada", "Bo", "Cy"))


def a_shift(
    *claimed: Volunteer,
    starts: datetime = NOW + 2 * DAY,
    seats: int = 1,
    covers: Sequence[Volunteer] = (),
    code: int = 1,
    **about: Any,
) -> Shift:
    return Shift(
        ShiftId(f"s{code}"),
        code,
        starts,
        starts + 2 * HOUR,
        seats,
        frozenset(v.id for v in claimed),
        frozenset(v.id for v in covers),
        **about,
    )


def for_ada(shift: Shift, *holders: Volunteer, ada: Volunteer = ADA) -> Prospect:
    known = {holder.id: holder for holder in holders}
    return prospect(shift, ada, (), known, limits=Limits(), zone=NEW_YORK, now=NOW)


def test_a_free_seat_is_simply_taken() -> None:
    found = for_ada(a_shift(BO, seats=2), BO)
    assert found.against is None
    (take,) = found.moves(ADA.id)
    assert isinstance(take, Take)
    assert (take.shift, take.volunteer, take.beside) == ("s1", ADA.id, None)


def test_whoever_asks_for_cover_is_relieved_before_a_free_seat_is_filled() -> None:
    found = for_ada(a_shift(BO, CY, seats=3, covers=[CY]), BO, CY)
    assert found.relieved == CY.id
    give, take = found.moves(ADA.id)
    assert give == Give(ShiftId("s1"), CY.id, covered=True)
    assert isinstance(take, Take)
    assert (take.shift, take.volunteer) == ("s1", ADA.id)


def test_once_it_runs_only_a_seat_that_asks_for_cover_can_be_taken() -> None:
    running = NOW - HOUR
    assert for_ada(a_shift(BO, seats=1, starts=running, covers=[BO]), BO).relieved == BO.id
    assert for_ada(a_shift(BO, seats=2, starts=running, covers=[BO]), BO).relieved == BO.id
    refused = for_ada(a_shift(BO, seats=2, starts=running), BO).against
    assert refused is not None
    assert refused.why is Why.STARTED


def test_who_is_on_probation_is_not_left_alone_by_the_one_they_would_relieve() -> None:
    new = a_volunteer("Ada", probation=True)
    alone = for_ada(a_shift(BO, covers=[BO]), BO, ada=new)
    assert alone.against is not None
    assert alone.against.why is Why.PROBATION
    beside = for_ada(a_shift(BO, seats=2, covers=[BO]), BO, ada=new)
    assert (beside.against, beside.relieved, beside.beside) == (None, None, BO.id)


def test_a_seat_that_was_given_back_is_open() -> None:
    full = a_shift(BO, covers=[BO])
    assert without(full, BO.id).is_gap
    assert without(full, BO.id).covers == frozenset()
    assert is_sought(full)
    assert not is_sought(a_shift(BO))
    assert is_sought(a_shift())


def test_what_is_near_and_has_nobody_comes_first() -> None:
    near_empty = a_shift(starts=NOW + NEAR, code=1)
    near_covered = a_shift(BO, covers=[BO], starts=NOW + 2 * DAY, code=2)
    near_half = a_shift(BO, seats=2, starts=NOW + DAY, code=3)
    far_empty = a_shift(starts=NOW + NEAR + HOUR, code=4)
    far_third = a_shift(BO, seats=3, starts=NOW + 9 * DAY, code=5)
    shifts = [far_third, near_half, far_empty, near_empty, near_covered]

    assert [shift.code for shift in neediest_first(shifts, NOW)] == [2, 1, 4, 5, 3]


def candidate(name: str, *others: Shift, asked_at: datetime | None = None) -> Candidate:
    return Candidate(a_volunteer(name, asked_at=asked_at), others)


def test_who_was_asked_least_lately_has_least_to_do_and_is_best_rested_is_asked_first() -> None:
    shift = a_shift()
    people = [
        candidate("Asked", asked_at=NOW - DAY),
        candidate("Busy", a_shift(starts=NOW - DAY), a_shift(starts=NOW + 5 * DAY)),
        candidate("Near", a_shift(starts=NOW + DAY)),
        candidate("Far", a_shift(starts=NOW - 2 * DAY)),
        candidate("Free", a_shift(starts=NOW + 20 * DAY)),
        candidate("Earlier", asked_at=NOW - 3 * DAY),
    ]
    order = [volunteer.name for volunteer in asking.order(people, shift)]
    assert order == ["Free", "Far", "Near", "Busy", "Earlier", "Asked"]
    assert [v.name for v in asking.order(people[::-1], shift)] == order


@given(
    st.sampled_from(Kind),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # hypothesis adds the zone
    st.lists(st.sampled_from(["s1", "s2", "s3"]), min_size=1, max_size=3, unique=True),
)
def test_what_can_be_undone_is_read_back_as_it_was_written(
    kind: Kind, at: datetime, shifts: list[str]
) -> None:
    whole = at.replace(microsecond=0)
    ids = tuple(map(ShiftId, shifts))
    done = Undoable(kind, whole, ids, {ids[0]: VolunteerId("v1")}, "s1>s2>v1")
    assert Undoable.from_text(done.to_text()) == done
    assert done.is_fresh(whole + UNDO_WITHIN - timedelta(milliseconds=1))
    assert not done.is_fresh(whole + UNDO_WITHIN)
