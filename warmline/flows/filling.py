"""Those who could fill the gaps are asked: in turn, few at a time, and not in their quiet hours."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
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
from warmline.words import gaps_en, times

ASKED, URGED = "gap_asked", "gap_urged"
Marks = Mapping[ShiftId, Mapping[str, datetime]]


def ask(desk: Desk, weeks: Weeks) -> None:
    """Ask whoever's turn it is; those who are left in peace just now are asked at a later hour."""
    candidates = _candidates(desk, weeks)
    ahead = [gap for gap in weeks.gaps() if gap.shift.starts > weeks.now and candidates]
    marks = {gap.shift.id: desk.store.shifts.marks(gap.shift.id) for gap in ahead}
    gaps = {gap.shift.id: gap for gap in ahead if not _is_called(gap, marks, weeks.now)}
    needs = [_need(desk, weeks, gap, marks[shift]) for shift, gap in gaps.items()]
    for chosen in choose(needs, candidates, weeks.now):
        _ask(desk, weeks, chosen, gaps)


def _is_called(gap: Gap, marks: Marks, now: datetime) -> bool:
    """Whether others are being asked already, by a late release or an urgent call for cover (see `cover`)."""
    theirs = marks[gap.shift.id]
    near = gap.shift.starts - now <= cover.URGENT
    return f"{cover.CALLED}:" in theirs or (
        near and any(m.startswith(cover.CALLED) for m in theirs)
    )


def _candidates(desk: Desk, weeks: Weeks) -> list[Candidate]:
    """Those who can be reached, and are not left in peace just now."""
    asked, found = desk.store.asking.asked(), []
    for volunteer in (weeks.people[v] for v in weeks.reached):
        zone = zone_of(volunteer, desk.line.zone)
        if not desk.limits.is_quiet(weeks.now, zone):
            span = weeks.now - MONTH, weeks.now + MONTH
            hours = carried(weeks.of(volunteer.id), *span, zone).hours
            last = max(filter(None, (asked.get(volunteer.id), volunteer.asked_at)), default=None)
            found.append(Candidate(volunteer.id, hours, last))
    return found


def _need(desk: Desk, weeks: Weeks, gap: Gap, theirs: Mapping[str, datetime]) -> Need:
    """Whoever was asked about it before is not asked again, but once more when it is near."""
    shift, urgent = gap.shift, gap.shift.starts - weeks.now <= URGENT
    step = URGED if urgent else ASKED
    lately = [
        mark
        for mark, at in theirs.items()
        if mark.startswith(f"{step}:") and weeks.now - at < NOT_AGAIN_FOR
    ]
    room = max(0, FOR_EACH_SEAT * gap.missing - len(lately))
    could = _Could(desk, weeks, gap, step, frozenset(theirs))
    return Need(shift.id, shift.starts, room, not gap.here, could)


@dataclass(frozen=True, slots=True)
class _Could(Container[VolunteerId]):
    """Who may take a seat and was not asked about it. The rules of care cost the most: they are gone through only when it matters."""

    desk: Desk
    weeks: Weeks
    gap: Gap
    step: str
    marks: frozenset[str]

    def __contains__(self, volunteer: object) -> bool:
        one = self.weeks.people[VolunteerId(str(volunteer))]
        if f"{self.step}:{one.id}" in self.marks:
            return False
        found = prospect(
            self.gap.shift,
            one,
            self.weeks.of(one.id),
            self.weeks.people,
            limits=self.desk.limits,
            zone=self.desk.line.zone,
            now=self.weeks.now,
        )
        return found.against is None


def _ask(desk: Desk, weeks: Weeks, chosen: Ask, gaps: Mapping[ShiftId, Gap]) -> None:
    volunteer = weeks.people[chosen.volunteer]
    lines = []
    for shift in chosen.shifts:
        line = shift_words.line(desk, volunteer, gaps[shift].shift)
        alone = shift in chosen.urgent and weeks.closes(gaps[shift])
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
