"""What if somebody reached out at some moment: who would be offered them, by the roster as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import at_hand, finding
from warmline.flows.on_duty import on_until, volunteers_on
from warmline.ids import VolunteerId
from warmline.routing.foreseen import Foreseen, foresee
from warmline.volunteers import spoken_moments
from warmline.volunteers.local_times import NoMoment
from warmline.volunteers.shifts import Shift


@dataclass(frozen=True, slots=True)
class Then:
    """A moment, and how it would be. `until`: who is on, and until when; None where only OFF ends it."""

    at: datetime
    shifts: Sequence[Shift]
    until: Mapping[VolunteerId, datetime | None]
    everyone: Sequence[Foreseen]


def moments(desk: Desk, text: str) -> tuple[datetime, ...]:
    """The next moment that `text` means in the line's zone: two in the hour that comes twice. RefusedError if none."""
    read = spoken_moments.read(text, desk.line.zone, now=desk.clock.now())
    if isinstance(read, NoMoment):
        raise RefusedError(f"That time {read.why} (in {desk.line.zone.key}).")
    return read


def at(
    desk: Desk, moment: datetime, *, language: str = "", experience: frozenset[str] = frozenset()
) -> Then:
    """Shifts are those on then; a break, and ON for a time, end when they end; nobody is taken to be busy."""
    caller = at_hand.a_new_caller(desk, language, experience, moment)
    until, on = on_until(desk, moment), {v.id for v in volunteers_on(desk, moment)}
    return Then(
        at=moment,
        shifts=desk.store.shifts.on(moment),
        until={volunteer: ends for volunteer, ends in until.items() if volunteer in on},
        everyone=foresee(finding.everyone(desk), caller, on=on, at=moment),
    )
