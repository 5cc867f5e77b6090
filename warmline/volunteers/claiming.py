"""Whether a volunteer may take a seat, and why not: the line's rules of care, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers.limits import NIGHT_ENDS, Limits
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift


class Why(StrEnum):
    """Why a seat cannot be taken."""

    ALREADY_YOURS = "already theirs"
    OVER = "over"
    STARTED = "started already"
    FULL = "full"
    OVERLAPS = "overlaps another shift of theirs"
    UNREACHABLE = "unreachable by text"
    LANGUAGE = "a language is needed"
    EXPERIENCE = "lived experience is needed"
    TRAINING = "a training is needed that is valid on that day"
    PROBATION = "on probation, and nobody experienced has a seat"
    REST = "too little rest"
    DAY_HOURS = "too many hours in a day"
    WEEK_HOURS = "too many hours in a week"
    OVERNIGHTS = "too many nights in a week"


# What no coordinator can wave through either.
HARD = frozenset({Why.ALREADY_YOURS, Why.OVER, Why.FULL, Why.OVERLAPS})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not. `other` is the shift that is in the way, `need` what is missing, such as "es"."""

    why: Why
    other: Shift | None = None
    need: str = ""


@dataclass(frozen=True, slots=True)
class Give:
    """A seat is given back. `covered`: only if its holder still asks for cover."""

    shift: ShiftId
    volunteer: VolunteerId
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Take:
    """A seat is taken. `beside`: only if this volunteer still holds one; `at`: only if it starts and ends then."""

    shift: ShiftId
    volunteer: VolunteerId
    beside: VolunteerId | None = None
    at: tuple[datetime, datetime] | tuple[()] = ()


Move = Give | Take


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for and against a claim: their other shifts, and who has a seat on this one."""

    volunteer: Volunteer
    theirs: Sequence[Shift]  # every shift of theirs from a week before to a week after
    beside: Sequence[Volunteer]  # those who would be on it with them


def why_not(
    shift: Shift, standing: Standing, *, limits: Limits, zone: ZoneInfo, now: datetime
) -> Refusal | None:
    """The first reason against this claim by text, or None. `zone` is the line's."""
    return next(refusals(shift, standing, limits=limits, zone=zone, now=now), None)


def refusals(
    shift: Shift, standing: Standing, *, limits: Limits, zone: ZoneInfo, now: datetime
) -> Iterator[Refusal]:
    """Every reason, the hardest first."""
    volunteer = standing.volunteer
    if volunteer.id in shift.claimed:
        yield Refusal(Why.ALREADY_YOURS)
    if shift.ends <= now:
        yield Refusal(Why.OVER)
    elif shift.starts <= now and not shift.covers:  # once it runs, a seat is only covered
        yield Refusal(Why.STARTED)
    if not shift.is_gap and not shift.covers - {volunteer.id}:
        yield Refusal(Why.FULL)
    others = [other for other in standing.theirs if other.id != shift.id]
    yield from (Refusal(Why.OVERLAPS, other) for other in others if other.overlaps(shift))
    if volunteer.unreachable:
        yield Refusal(Why.UNREACHABLE)
    local = zone_of(volunteer, zone)
    yield from _unfit(shift, volunteer, standing.beside, local)
    yield from _too_much(shift, others, limits, local)


def witness(volunteer: Volunteer, beside: Iterable[Volunteer]) -> VolunteerId | None:
    """Beside whom someone on probation takes the seat; None for whoever needs nobody."""
    if not volunteer.probation:
        return None
    return next((other.id for other in beside if not other.probation), None)


def zone_of(volunteer: Volunteer, zone: ZoneInfo) -> ZoneInfo:
    """The zone they live in; `zone`, the line's, where nobody has said."""
    return ZoneInfo(volunteer.zone) if volunteer.zone else zone


def _unfit(
    shift: Shift, volunteer: Volunteer, beside: Sequence[Volunteer], zone: ZoneInfo
) -> Iterator[Refusal]:
    needs, day = shift.needs, shift.starts.astimezone(zone).date()
    for language in sorted(needs.languages - volunteer.languages):
        yield Refusal(Why.LANGUAGE, need=language)
    for experience in sorted(needs.experience - volunteer.experience):
        yield Refusal(Why.EXPERIENCE, need=experience)
    for training in sorted(needs.training):
        if volunteer.training.get(training, date.min) < day:
            yield Refusal(Why.TRAINING, need=training)
    if volunteer.probation and witness(volunteer, beside) is None:
        yield Refusal(Why.PROBATION)


def _too_much(
    shift: Shift, others: Sequence[Shift], limits: Limits, zone: ZoneInfo
) -> Iterator[Refusal]:
    apart = [other for other in others if not other.overlaps(shift)]
    for other in apart:
        first, second = sorted((shift, other), key=lambda s: s.starts)
        if _needs_rest(first, second, zone) and second.starts - first.ends < limits.rest:
            yield Refusal(Why.REST, other)
    days = _days(shift, zone)
    if any(_hours([shift, *apart], day, day, zone) > limits.day_hours for day in days):
        yield Refusal(Why.DAY_HOURS)
    weeks = {day - timedelta(days=day.weekday()) for day in days}
    for monday in sorted(weeks):
        sunday = monday + timedelta(days=6)
        if _hours([shift, *apart], monday, sunday, zone) > limits.week_hours:
            yield Refusal(Why.WEEK_HOURS)
        nights = sum(
            is_overnight(one, zone)
            for one in [shift, *apart]
            if monday <= one.starts.astimezone(zone).date() <= sunday
        )
        if is_overnight(shift, zone) and nights > limits.week_overnights:
            yield Refusal(Why.OVERNIGHTS)


def _needs_rest(first: Shift, second: Shift, zone: ZoneInfo) -> bool:
    """Two shifts of one day may follow each other; a night's rest comes between days, and after a night."""
    if first.ends == second.starts and not is_overnight(first, zone):
        return False  # one long shift, whose hours are counted as such
    same_day = first.starts.astimezone(zone).date() == second.starts.astimezone(zone).date()
    return not same_day or is_overnight(first, zone)


def is_overnight(shift: Shift, zone: ZoneInfo) -> bool:
    """Whether it touches the hours from midnight to six."""
    starts, last = (
        shift.starts.astimezone(zone),
        (shift.ends - timedelta(minutes=1)).astimezone(zone),
    )
    return starts.date() != last.date() or starts.time() < NIGHT_ENDS


def _days(shift: Shift, zone: ZoneInfo) -> list[date]:
    first = shift.starts.astimezone(zone).date()
    last = (shift.ends - timedelta(minutes=1)).astimezone(zone).date()
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _hours(shifts: Iterable[Shift], first: date, last: date, zone: ZoneInfo) -> float:
    """Hours of these shifts from the start of `first` to the end of `last`, as they pass, not as clocks show."""
    begin = datetime.combine(first, time(), zone).astimezone(UTC)
    end = datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
    spans = (min(shift.ends, end) - max(shift.starts, begin) for shift in shifts)
    return sum(max(span, timedelta()) / timedelta(hours=1) for span in spans)
