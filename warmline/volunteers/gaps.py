"""Where the weeks ahead are thin: open seats, hours with nobody, and how many of those who reach out would be answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from warmline.ids import VolunteerId
from warmline.volunteers.erlang import HOUR, Load, erlang_a
from warmline.volunteers.habits import Basis, Group, Habits
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Shift

People = Mapping[VolunteerId, Volunteer]
THRESHOLD = timedelta(seconds=60)  # "at once", as the forecast counts it


class Lack(StrEnum):
    """What a shift lacks."""

    SEATS = "open seats"
    ANYBODY = "nobody"
    REACHABLE = "nobody who can be reached"


@dataclass(frozen=True, slots=True)
class Gap:
    """A shift with an open seat; the seat of someone whom no text reaches counts as open."""

    shift: Shift
    here: frozenset[VolunteerId]  # who has a seat and can be reached

    @property
    def missing(self) -> int:
        return self.shift.seats - len(self.here)

    @property
    def lack(self) -> Lack:
        if self.here:
            return Lack.SEATS
        return Lack.REACHABLE if self.shift.claimed else Lack.ANYBODY


@dataclass(frozen=True, slots=True)
class Span:
    """`[starts, ends)`."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour, or the part of it that shifts cover: who is there, and what share of a group would be answered."""

    starts: datetime
    ends: datetime
    group: Group
    shifts: tuple[Shift, ...]
    seats: int
    open_seats: int  # at its thinnest, the seats of those whom no text reaches among them
    peers: int  # reachable ones who speak the language
    answered: float
    at_once: float  # of all, within THRESHOLD
    basis: Basis


def reachable(people: Iterable[Volunteer]) -> frozenset[VolunteerId]:
    """Whom texts reach."""
    return frozenset(volunteer.id for volunteer in people if not volunteer.unreachable)


def gaps(shifts: Iterable[Shift], reached: Collection[VolunteerId]) -> list[Gap]:
    """The shifts that lack somebody, in the order in which they come."""
    found = (Gap(shift, shift.claimed & frozenset(reached)) for shift in shifts)
    return sorted((gap for gap in found if gap.missing > 0), key=lambda gap: gap.shift.starts)


def closed(shifts: Sequence[Shift], reached: Collection[VolunteerId]) -> list[Span]:
    """When a shift would run and nobody who can be reached has a seat on any: the line is closed then."""
    cuts = sorted({at for shift in shifts for at in (shift.starts, shift.ends)})
    spans: list[Span] = []
    for starts, ends in pairwise(cuts):
        running = [shift for shift in shifts if shift.on(starts)]
        if not running or any(shift.claimed & frozenset(reached) for shift in running):
            continue
        if spans and spans[-1].ends == starts:
            spans[-1] = replace(spans[-1], ends=ends)
        else:
            spans.append(Span(starts, ends))
    return spans


def groups(shifts: Iterable[Shift], languages: Iterable[str]) -> list[Group]:
    """What is told apart: the line's languages, and text from voice where shifts do."""
    apart = any(shift.channel is not Channel.ANY for shift in shifts)
    channels = (str(Channel.TEXT), str(Channel.VOICE)) if apart else ("",)
    return [Group(language, channel) for channel in channels for language in languages]


def forecast(
    shifts: Sequence[Shift],
    people: People,
    habits: Habits,
    *,
    among: Sequence[Group],
    zone: ZoneInfo,
    wrap_up: timedelta,
) -> list[Hour]:
    """Every hour that a shift touches, for each group: the hours of the clock in `zone`, as they pass."""
    hours: list[Hour] = []
    for starts, ends, running in _hours(shifts, zone):
        for group in among:
            theirs = [shift for shift in running if _serves(shift, group)]
            if theirs:
                # what is supposed is not added up
                known = habits.basis_of_arrivals is Basis.LEARNED
                beside = among if known else [group]
                loads = {g: habits.load(starts, g, zone=zone, wrap_up=wrap_up) for g in beside}
                hours.append(_hour(Span(starts, ends), group, theirs, people, loads, habits.basis))
    return hours


def _hours(
    shifts: Sequence[Shift], zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime, list[Shift]]]:
    if not shifts:
        return
    at, last = min(s.starts for s in shifts), max(s.ends for s in shifts)
    coming, running = sorted(shifts, key=lambda shift: shift.starts), list[Shift]()
    local = at.astimezone(zone)
    at = at.astimezone(UTC) - timedelta(minutes=local.minute, seconds=local.second)
    while at < last:
        until = at + HOUR
        while coming and coming[0].starts < until:
            running.append(coming.pop(0))
        running = [shift for shift in running if shift.ends > at]
        if running:
            starts = max(at, min(shift.starts for shift in running))
            yield starts, min(until, max(shift.ends for shift in running)), list(running)
        at = until


def _hour(
    span: Span,
    group: Group,
    shifts: Sequence[Shift],
    people: People,
    loads: Mapping[Group, Load],
    basis: Basis,
) -> Hour:
    """The mean over the pieces into which starts and ends of shifts cut the hour; its thinnest piece says who is there."""
    inside = {at for shift in shifts for at in (shift.starts, shift.ends)}
    cuts = sorted({span.starts, span.ends} | {at for at in inside if span.starts < at < span.ends})
    answered = at_once = weight = 0.0
    peers, seats, empty = list[int](), list[int](), list[int]()
    for starts, ends in pairwise(cuts):
        running = [shift for shift in shifts if shift.on(starts)]
        if not running:
            continue
        present = [people[v] for v in set().union(*(s.claimed for s in running)) if v in people]
        present = [volunteer for volunteer in present if not volunteer.unreachable]
        speaking = [volunteer for volunteer in present if _speaks(volunteer, group)]
        served = erlang_a(_shared(group, loads, present), _at_once(speaking), within=THRESHOLD)
        share = (ends - starts) / HOUR
        answered, at_once = answered + share * served.answered, at_once + share * served.within
        weight += share
        peers.append(len(speaking))
        seats.append(sum(shift.seats for shift in running))
        empty.append(seats[-1] - len(present))
    return Hour(
        span.starts, span.ends, group, tuple(shifts), max(seats), max(0, *empty),
        min(peers), answered / weight, at_once / weight, basis,
    )  # fmt: skip


def _shared(group: Group, loads: Mapping[Group, Load], present: Sequence[Volunteer]) -> Load:
    """What falls to those who speak the group's language: its own people, and their part of all others they can serve."""
    load = loads[group]
    per_hour = load.per_hour
    for other, theirs in loads.items():
        speaking = [volunteer for volunteer in present if _speaks(volunteer, other)]
        if other != group and other.channel == group.channel and speaking:
            both = [volunteer for volunteer in speaking if _speaks(volunteer, group)]
            per_hour += theirs.per_hour * _at_once(both) / _at_once(speaking)
    return replace(load, per_hour=per_hour)


def _serves(shift: Shift, group: Group) -> bool:
    return not group.channel or shift.channel in {Channel.ANY, Channel(group.channel)}


def _speaks(volunteer: Volunteer, group: Group) -> bool:
    return not group.language or group.language in volunteer.languages


def _at_once(volunteers: Iterable[Volunteer]) -> int:
    """With how many people they talk at once."""
    return sum(volunteer.capacity for volunteer in volunteers)
