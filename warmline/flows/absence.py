"""A volunteer with seats can no longer be reached: coordinators hear of it at once, and others may take the seats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from warmline.flows import cover, shift_words
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_volunteer
from warmline.ids import VolunteerId
from warmline.store.effects import Effects
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.fair_asking import URGENT
from warmline.volunteers.moments import Due, Step
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.words import gaps_en

AT_ONCE_FOR = timedelta(days=7)  # later shifts come up in the daily look
AHEAD = timedelta(days=60)
ASKED_FOR_THEM = "absent"  # marks a seat for which the line asked cover, not its holder


def see_to_seats(desk: Desk, volunteer_id: VolunteerId) -> None:
    """After anything about a volunteer has changed. Safe to run twice."""
    volunteer = desk.store.roster.get(volunteer_id)
    if volunteer is None:
        return
    if volunteer.unreachable:
        _raise(desk, volunteer)
    elif volunteer.absent:
        _welcome_back(desk, volunteer)


def _raise(desk: Desk, volunteer: Volunteer) -> None:
    now = desk.clock.now()
    theirs = [s for s in desk.store.shifts.of(volunteer.id, now, now + AHEAD) if s.ends > now]
    soon = [shift for shift in theirs if shift.starts <= now + AT_ONCE_FOR]
    if soon and volunteer.absent is None:
        told, quiet_until = _whom_to_tell(desk, soon, now)
        if quiet_until and not told:  # nothing is so near that it could not wait for the morning
            desk.store.schedule.look_at(desk.store.keys.volunteer(volunteer.id), quiet_until)
            return
        _tell(desk, volunteer, soon, told, now)
    for shift in theirs:
        if volunteer.id not in shift.covers:
            _ask_cover(desk, volunteer, shift, now)
        if shift.starts - now <= cover.URGENT:
            cover.ask_others(desk, shift, holder=volunteer, urgent=True)


def _whom_to_tell(
    desk: Desk, shifts: Sequence[Shift], now: datetime
) -> tuple[list[Volunteer], datetime | None]:
    """All coordinators, whatever the hour, when a shift is near; else those who are awake, and when the first other is."""
    near = any(shift.starts - now <= URGENT for shift in shifts)
    told, awake = list[Volunteer](), list[datetime]()
    for coordinator in desk.store.roster.get_all(desk.store.roster.coordinators()):
        over = desk.limits.quiet_is_over(now, zone_of(coordinator, desk.line.zone))
        if coordinator.unreachable:
            continue
        if near or over <= now:
            told.append(coordinator)
        else:
            awake.append(over)
    return told, min(awake, default=None)


def _tell(
    desk: Desk,
    volunteer: Volunteer,
    shifts: Sequence[Shift],
    coordinators: Sequence[Volunteer],
    now: datetime,
) -> None:
    texts: Texts = ()
    for coordinator in coordinators:
        lines = [shift_words.line(desk, coordinator, shift) for shift in shifts]
        words = gaps_en.cannot_be_reached(volunteer.first_name, lines)
        texts += to_volunteer(desk, coordinator, words)
        known = Due(Step.UNREACHABLE, volunteer, coordinator).mark  # not told again a day before
        for shift in shifts:
            desk.store.shifts.mark(shift.id, known, volunteer.id, now=now, plan={})
    journal = {"event": "absence_raised", "volunteer": volunteer.id, "seats": str(len(shifts))}
    effects = Effects(texts=texts, journal=journal, bell=(desk.store.keys.gaps_near(),))
    plan = {"raised": effects}
    desk.settle(plan, desk.store.asking.raise_absence(volunteer.id, now=now, plan=plan))


def _ask_cover(desk: Desk, volunteer: Volunteer, shift: Shift, now: datetime) -> None:
    """The seat is theirs still, and anybody's who claims it."""
    desk.store.shifts.mark(shift.id, ASKED_FOR_THEM, volunteer.id, again=True, now=now, plan={})
    journal = {"event": "cover_asked", "shift": shift.id, "volunteer": volunteer.id, "by": desk.by}
    plan = {"asked": Effects(journal=journal)}
    desk.settle(plan, desk.store.seats.ask_cover(shift.id, volunteer.id, now=now, plan=plan))


def _welcome_back(desk: Desk, volunteer: Volunteer) -> None:
    """What nobody has taken meanwhile is theirs alone again; what they asked cover for themselves, others are asked for still."""
    now = desk.clock.now()
    for shift in desk.store.shifts.of(volunteer.id, now, now + AHEAD):
        asked_for_them = f"{ASKED_FOR_THEM}:{volunteer.id}" in desk.store.shifts.marks(shift.id)
        if volunteer.id in shift.covers and asked_for_them and shift.ends > now:
            about = {"shift": shift.id, "volunteer": volunteer.id, "by": desk.by}
            plan = {"stopped": Effects(journal={"event": "cover_stopped", **about})}
            word = desk.store.seats.ask_cover(shift.id, volunteer.id, stop=True, now=now, plan=plan)
            desk.settle(plan, word)
    plan = {"kept": Effects()}
    desk.store.roster.keep(volunteer.id, {"absent": ""}, now=now, plan=plan)
