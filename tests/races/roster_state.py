"""The roster, read at one moment of rest, and where it disagrees with itself or with its journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from warmline.ids import ShiftId, VolunteerId
from warmline.store.store import Store
from warmline.volunteers.shifts import Shift

Seat = tuple[ShiftId, VolunteerId]


def faults_of_roster(store: Store, *, from_the_start: Sequence[Seat] = ()) -> list[str]:
    """In words; none where all is well. `from_the_start`: seats that were taken without a line in the journal."""
    ids = [ShiftId(s) for s in store.connection.zrange(store.keys.shifts(), 0, -1)]
    shifts = {shift.id: shift for shift in store.shifts.get_all(ids)}
    theirs = {who: set(store.shifts.all_of(who)) for who in store.roster.all_ids()}
    return [
        *(
            f"{shift.id} has more claims than seats"
            for shift in shifts.values()
            if _too_many(shift)
        ),
        *_two_at_once(shifts, theirs),
        *_sides_differ(shifts, theirs),
        *_unaccounted(store, shifts, from_the_start),
    ]


def _too_many(shift: Shift) -> bool:
    return len(shift.claimed) > shift.seats or not shift.covers <= shift.claimed


def _two_at_once(
    shifts: dict[ShiftId, Shift], theirs: dict[VolunteerId, set[ShiftId]]
) -> Iterator[str]:
    for who, held in theirs.items():
        in_order = sorted((shifts[s] for s in held if s in shifts), key=lambda s: s.starts)
        for first, second in pairwise(in_order):
            if first.overlaps(second):
                yield f"{who} has {first.id} and {second.id} at once"


def _sides_differ(
    shifts: dict[ShiftId, Shift], theirs: dict[VolunteerId, set[ShiftId]]
) -> Iterator[str]:
    seats = {(shift.id, who) for shift in shifts.values() for who in shift.claimed}
    claims = {(shift, who) for who, held in theirs.items() for shift in held}
    for shift, who in seats ^ claims:
        yield f"{who} and {shift} do not agree that {who} has a seat"


def _unaccounted(
    store: Store, shifts: dict[ShiftId, Shift], from_the_start: Sequence[Seat]
) -> Iterator[str]:
    """Replay the journal: claimed and released come to the seats there are."""
    balance: Counter[Seat] = Counter(from_the_start)
    for _, entry in store.connection.xrange(store.keys.journal()):
        seat = (ShiftId(entry.get("shift", "")), VolunteerId(entry.get("volunteer", "")))
        match entry.get("event"):
            case "claimed":
                balance[seat] += 1
            case "released":
                balance[seat] -= 1
            case "shift_removed":
                balance = Counter({s: n for s, n in balance.items() if s[0] != seat[0]})
    held = {(shift.id, who) for shift in shifts.values() for who in shift.claimed}
    for seat in balance.keys() | held:
        if balance[seat] != (seat in held):
            yield f"the journal has {balance[seat]} claims of {seat}, the roster {int(seat in held)}"
