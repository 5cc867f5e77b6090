"""Shifts and refusals as a volunteer reads them: in their own zone, which is named where it is not the line's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import assert_never

from warmline.flows.desk import Desk
from warmline.volunteers.claiming import Refusal, Why, zone_of
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.words import roster_en, times

LONGEST = 306  # two segments of a text


def when(desk: Desk, volunteer: Volunteer, shift: Shift) -> str:
    """When it is, by their clock."""
    zone = zone_of(volunteer, desk.line.zone)
    span = times.span(shift.starts, shift.ends, zone)
    return span if zone.key == desk.line.zone.key else roster_en.in_time_of(span, times.place(zone))


def moment(desk: Desk, volunteer: Volunteer, at: datetime) -> str:
    """A moment by their clock."""
    zone = zone_of(volunteer, desk.line.zone)
    away = zone.key != desk.line.zone.key
    return times.moment(at, zone, now=desk.clock.now(), name_zone=away)


def line(desk: Desk, volunteer: Volunteer, shift: Shift, note: str = "") -> str:
    """It as one line of a list; whose time it is, is said below the list."""
    zone = zone_of(volunteer, desk.line.zone)
    return roster_en.listed(shift.code, times.span(shift.starts, shift.ends, zone), note)


def with_code(desk: Desk, volunteer: Volunteer, shift: Shift) -> str:
    """It with its code, in a sentence."""
    return roster_en.listed(shift.code, when(desk, volunteer, shift))


def whose_time(desk: Desk, volunteer: Volunteer) -> list[str]:
    """What stands below a list where their zone is not the line's."""
    zone = zone_of(volunteer, desk.line.zone)
    return [] if zone.key == desk.line.zone.key else [roster_en.whose_time(times.place(zone))]


def fits(lines: Iterable[str], *below: str) -> bool:
    """Whether a list and what stands below it are short enough for one text."""
    return len("\n".join([*lines, " ".join(below)])) <= LONGEST


def page(lines: Iterable[str], *below: str) -> str:
    """A list, and what stands below it."""
    return "\n".join([*lines, *filter(None, [" ".join(below)])])


def bodies(lines: Sequence[str], ending: str) -> list[str]:
    """Answers to several codes in as few texts as hold them, with the ending beside the only one or below the last."""
    if len(lines) == 1:
        return [f"{lines[0]} {ending}"]
    texts: list[list[str]] = [[]]
    for line in [*lines, ending]:
        if texts[-1] and not fits([*texts[-1], line]):
            texts.append([])
        texts[-1].append(line)
    return ["\n".join(text) for text in texts]


def refusal(desk: Desk, volunteer: Volunteer, shift: Shift, against: Refusal) -> str:
    """Why they cannot take it, in one line."""
    code, limits, other = shift.code, desk.limits, against.other or shift
    match against.why:
        case Why.ALREADY_YOURS:
            said = roster_en.already_yours(code, when(desk, volunteer, shift))
        case Why.OVER:
            said = roster_en.over(code)
        case Why.STARTED:
            said = roster_en.started(code)
        case Why.FULL:
            said = roster_en.full(code)
        case Why.OVERLAPS:
            said = roster_en.overlaps(code, other.code, when(desk, volunteer, other))
        case Why.UNREACHABLE:
            said = roster_en.unreachable(code)
        case Why.LANGUAGE:
            said = roster_en.needs_language(code, against.need)
        case Why.EXPERIENCE:
            said = roster_en.needs_experience(code, against.need)
        case Why.TRAINING:
            said = roster_en.needs_training(code, against.need)
        case Why.PROBATION:
            said = roster_en.needs_company(code)
        case Why.REST:
            about = (other.code, when(desk, volunteer, other), limits.rest_hours)
            said = roster_en.too_little_rest(code, *about)
        case Why.DAY_HOURS:
            said = roster_en.too_many_hours(code, limits.day_hours, week=False)
        case Why.WEEK_HOURS:
            said = roster_en.too_many_hours(code, limits.week_hours, week=True)
        case Why.OVERNIGHTS:
            said = roster_en.too_many_nights(code, limits.week_overnights)
        case _:
            assert_never(against.why)
    return said
