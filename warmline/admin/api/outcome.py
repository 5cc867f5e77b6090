"""What became of the roster when its patterns or holidays were changed."""

from __future__ import annotations

import msgspec

from warmline.admin.api.operations import Asked
from warmline.flows.changing import Outcome
from warmline.flows.materialise import Done
from warmline.flows.office import shift_changes
from warmline.volunteers.in_step import Differs


class ShiftOutcome(msgspec.Struct, frozen=True):
    """A shift that was changed or removed; who was told by text, and whom no text reaches: please tell them."""

    shift: int
    told: list[str]
    untold: list[str]


class ShiftLeft(msgspec.Struct, frozen=True):
    """A shift that is not as it ought to be, and stays: because it is claimed, or for another reason."""

    shift: int
    claimed: list[str]
    why: str


class RosterDone(msgspec.Struct, frozen=True):
    """Shifts by their codes. What is `left` is changed only with `claimed_too`."""

    added: list[int]
    changed: list[ShiftOutcome]
    removed: list[ShiftOutcome]
    left: list[ShiftLeft]


def read(asked: Asked, done: Done) -> RosterDone:
    added = asked.desk.store.shifts.get_all(done.added)
    return RosterDone(
        added=[shift.code for shift in added],
        changed=[_outcome(differs, outcome) for differs, outcome in done.done if differs.after],
        removed=[_outcome(differs, outcome) for differs, outcome in done.done if not differs.after],
        left=[
            ShiftLeft(
                differs.before.code,
                sorted(differs.before.claimed),
                shift_changes.why_left(why) if why else "is claimed",
            )
            for differs, why in done.left.values()
        ],
    )


def _outcome(differs: Differs, outcome: Outcome) -> ShiftOutcome:
    untold = {volunteer.id for volunteer in outcome.who}
    told = differs.before.claimed - untold if differs.touches_claims else frozenset()
    return ShiftOutcome(differs.before.code, sorted(told), sorted(untold))
