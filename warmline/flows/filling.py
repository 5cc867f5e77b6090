"""Those who could fill the gaps are asked: in turn, few at a time, and not in their quiet hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.flows import cover, shift_words
from warmline.flows.desk import Desk
from warmline.flows.speaking import to_volunteer
from warmline.flows.weeks_ahead import Weeks
from warmline.ids import ShiftId, VolunteerId
from warmline.store.asking import About
from warmline.store.effects import Effects
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.fair_asking import (
    FOR_EACH_SEAT,
    NOT_AGAIN_FOR,
    URGENT,
    Ask,
    Candidate,
    Need,
    choose,
)
from warmline.volunteers.gaps import Gap
from warmline.volunteers.load import MONTH, carried
from warmline.volunteers.prospects import prospect
from warmline.volunteers.roster import Volunteer
from warmline.words import gaps_en, times

ASKED, URGED = "gap_asked", "gap_urged"
Marks = Mapping[ShiftId, Mapping[str, datetime]]


def ask(desk: Desk, weeks: Weeks) -> None:
    """Ask whoever's turn it is; those who are left in peace just now are asked at a later hour."""
    ahead = [gap for gap in weeks.gaps() if gap.shift.starts > weeks.now]
    marks = {gap.shift.id: desk.store.shifts.marks(gap.shift.id) for gap in ahead}
    gaps = {gap.shift.id: gap for gap in ahead if not _is_called(gap, marks, weeks.now)}
    needs = [_need(desk, weeks, gap, marks[shift]) for shift, gap in gaps.items()]
    could = frozenset[VolunteerId]().union(*(need.could for need in needs if need.room))
    asked = desk.store.asking.asked()
    candidates = [
        _candidate(desk, weeks, weeks.people[volunteer], asked.get(volunteer))
        for volunteer in weeks.reached & could
    ]
    for chosen in choose(needs, filter(None, candidates), weeks.now):
        _ask(desk, weeks, chosen, gaps)


def _is_called(gap: Gap, marks: Marks, now: datetime) -> bool:
    """Whether others are being asked already, by a late release or an urgent call for cover (see `cover`)."""
    theirs = marks[gap.shift.id]
    near = gap.shift.starts - now <= cover.URGENT
    return f"{cover.CALLED}:" in theirs or (
        near and any(m.startswith(cover.CALLED) for m in theirs)
    )


def _candidate(
    desk: Desk, weeks: Weeks, volunteer: Volunteer, asked: datetime | None
) -> Candidate | None:
    zone = zone_of(volunteer, desk.line.zone)
    if desk.limits.is_quiet(weeks.now, zone):
        return None
    hours = carried(weeks.of(volunteer.id), weeks.now - MONTH, weeks.now + MONTH, zone).hours
    last = max(filter(None, (asked, volunteer.asked_at)), default=None)
    return Candidate(volunteer.id, hours, last)


def _need(desk: Desk, weeks: Weeks, gap: Gap, theirs: Mapping[str, datetime]) -> Need:
    """Whoever was asked about it before is not asked again, but once more when it is near."""
    shift, urgent = gap.shift, gap.shift.starts - weeks.now <= URGENT
    step = URGED if urgent else ASKED
    lately = [
        mark
        for mark, at in theirs.items()
        if mark.startswith(f"{step}:") and weeks.now - at < NOT_AGAIN_FOR
    ]
    could = frozenset(
        volunteer.id
        for volunteer in weeks.people.values()
        if f"{step}:{volunteer.id}" not in theirs and _may_take(desk, weeks, gap, volunteer)
    )
    room = max(0, FOR_EACH_SEAT * gap.missing - len(lately))
    return Need(shift.id, shift.starts, room, not gap.here, could)


def _may_take(desk: Desk, weeks: Weeks, gap: Gap, volunteer: Volunteer) -> bool:
    found = prospect(
        gap.shift,
        volunteer,
        weeks.of(volunteer.id),
        weeks.people,
        limits=desk.limits,
        zone=desk.line.zone,
        now=weeks.now,
    )
    return found.against is None


def _ask(desk: Desk, weeks: Weeks, chosen: Ask, gaps: Mapping[ShiftId, Gap]) -> None:
    volunteer = weeks.people[chosen.volunteer]
    lines = []
    for shift in chosen.shifts:
        line = shift_words.line(desk, volunteer, gaps[shift].shift)
        alone = shift in chosen.urgent and not gaps[shift].here
        lines.append(gaps_en.else_closed(line) if alone else line)
    body = shift_words.page([gaps_en.could_you(lines)], *shift_words.whose_time(desk, volunteer))
    journal = {"event": "gap_asked", "volunteer": volunteer.id, "shifts": " ".join(chosen.shifts)}
    plan = {"told": Effects(texts=to_volunteer(desk, volunteer, body), journal=journal)}
    word = desk.store.asking.ask(
        volunteer.id,
        [
            About(
                shift,
                URGED if shift in chosen.urgent else ASKED,
                FOR_EACH_SEAT * gaps[shift].missing,
            )
            for shift in chosen.shifts
        ],
        not_since=None if chosen.urgent else weeks.now - NOT_AGAIN_FOR,
        counted_since=weeks.now - NOT_AGAIN_FOR,
        now=weeks.now,
        plan=plan,
    )
    desk.settle(plan, word)


def when(desk: Desk, starts: datetime, ends: datetime) -> str:
    """For coordinators: by the line's clock."""
    return times.span(starts, ends, desk.line.zone)
