"""Whom to ask first to take a seat: whoever was asked least lately, has least to do that week, and is best rested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NEAR = timedelta(days=7)  # what somebody does before and after


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may take the seat, with their other shifts."""

    volunteer: Volunteer
    theirs: Sequence[Shift]


def order(candidates: Iterable[Candidate], shift: Shift) -> list[Volunteer]:
    """The first is asked first."""

    def turn(one: Candidate) -> tuple[datetime, timedelta, timedelta, str]:
        near = [s for s in one.theirs if _apart(s, shift) <= _NEAR]
        load = sum((s.length for s in near), timedelta())
        rest = min((_apart(s, shift) for s in near), default=_NEAR)
        return (one.volunteer.asked_at or _NEVER, load, -rest, one.volunteer.id)

    return [one.volunteer for one in sorted(candidates, key=turn)]


def _apart(one: Shift, other: Shift) -> timedelta:
    return max(other.starts - one.ends, one.starts - other.ends, timedelta())
