"""Who is asked to fill the gaps: fairly, few at a time, and nobody more often than a person likes to be asked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from warmline.ids import ShiftId, VolunteerId

NOT_AGAIN_FOR = timedelta(days=3)  # but for urgent gaps
URGENT = timedelta(hours=48)  # before a shift begins
FOR_EACH_SEAT = 4  # people; those who were asked in the last three days count
IN_ONE_TEXT = 3  # shifts
FAIR_FOR = timedelta(days=14)  # whoever was asked since then comes after all who were not


@dataclass(frozen=True, slots=True)
class Need:
    """A gap: how many more people may be asked about it, and who could take it and has not been asked."""

    shift: ShiftId
    starts: datetime
    room: int
    nobody: bool  # has a seat on it
    could: Container[VolunteerId]

    def urgent(self, now: datetime) -> bool:
        return self.starts - now <= URGENT


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may be texted now: hours of shifts around now, and when they were last asked."""

    volunteer: VolunteerId
    hours: float
    asked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One text to one person."""

    volunteer: VolunteerId
    shifts: tuple[ShiftId, ...]
    urgent: frozenset[ShiftId]  # of those


def choose(needs: Iterable[Need], candidates: Iterable[Candidate], now: datetime) -> list[Ask]:
    """Who is asked about what, at most IN_ONE_TEXT shifts each: first those who were not asked for long, least loaded first."""
    order = sorted(candidates, key=lambda candidate: _turn(candidate, now))
    chosen: dict[VolunteerId, list[Need]] = {}
    for need in sorted(
        needs, key=lambda need: (not need.urgent(now), not need.nobody, need.starts)
    ):
        for candidate in islice(_who(need, order, chosen, now), need.room):
            chosen.setdefault(candidate.volunteer, []).append(need)
    return [
        Ask(
            volunteer,
            tuple(need.shift for need in sorted(theirs, key=lambda need: need.starts)),
            frozenset(need.shift for need in theirs if need.urgent(now)),
        )
        for volunteer, theirs in chosen.items()
    ]


def _who(
    need: Need,
    order: Sequence[Candidate],
    chosen: Mapping[VolunteerId, Sequence[Need]],
    now: datetime,
) -> Iterator[Candidate]:
    """Whether they could is asked last, and of no more people than are needed."""
    for candidate in order:
        if len(chosen.get(candidate.volunteer, ())) >= IN_ONE_TEXT:
            continue
        if not need.urgent(now) and lately_asked(candidate, NOT_AGAIN_FOR, now):
            continue
        if candidate.volunteer in need.could:
            yield candidate


def _turn(candidate: Candidate, now: datetime) -> tuple[float, float, str]:
    """Those not asked for long by their hours; after them the others, by when they were asked."""
    if candidate.asked and lately_asked(candidate, FAIR_FOR, now):
        return candidate.asked.timestamp(), candidate.hours, candidate.volunteer
    return 0.0, candidate.hours, candidate.volunteer


def lately_asked(candidate: Candidate, since: timedelta, now: datetime) -> bool:
    """Whether they were asked within that time."""
    return candidate.asked is not None and now - candidate.asked < since
