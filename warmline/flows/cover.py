"""Others are asked to take a seat: COVER, a late release, nobody came. A few at a time, each once, and the first CLAIM wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.clock import milliseconds
from warmline.flows import shift_words
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply, to_volunteer
from warmline.ids import ShiftId, VolunteerId
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.store.seats import Undo
from warmline.store.shifts import AROUND
from warmline.volunteers import asking
from warmline.volunteers.asking import Candidate
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.prospects import prospect
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.undoable import Kind, Undoable
from warmline.words import roster_en, seats_en

AT_A_TIME = 3  # asked for each seat; to ask everybody at once is to teach them not to look
MORE_AFTER = timedelta(minutes=20)
URGENT = timedelta(hours=12)  # before its start: from then on quiet hours are not kept
CALLED, URGED, ASKED, LEFT = "cover_called", "cover_urgent", "cover_asked", "cover_left"


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody is sought for a shift since `at`; who was asked since then, and when."""

    shift: Shift
    at: datetime
    seats: int
    urgent: bool
    asked: Mapping[VolunteerId, datetime]


def cover(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    volunteer: Volunteer,
    code: int,
    *,
    running: bool = False,
) -> str:
    """COVER, or RELEASE of a shift that runs: others are asked; the seat stays theirs until someone claims it."""
    now, shift = desk.clock.now(), desk.store.shifts.by_code(code)
    if shift is None:
        return say(desk, cause, text, roster_en.unknown(code))
    when = shift_words.when(desk, volunteer, shift)
    asked = seats_en.running_so_cover(code) if running else seats_en.cover_asked(code, when)
    not_yours = f"{seats_en.not_yours(code)} {seats_en.see_yours()}"
    key, about = desk.store.keys.asking(shift.id), {"shift": shift.id, "volunteer": volunteer.id}
    plan = {
        "asked": Effects(
            texts=reply(text, cause, asked),
            journal={"event": "cover_asked", **about, "by": "volunteer"},
            due={key: now},
            bell=(key,),
        ),
        "already": Effects(texts=reply(text, cause, seats_en.cover_asked_already(code))),
        "not_yours": Effects(texts=reply(text, cause, not_yours)),
        "over": Effects(texts=reply(text, cause, roster_en.over(code))),
    }
    undo = Undo(volunteer.id, keep=Undoable(Kind.COVER, now, (shift.id,)).to_text())
    word = desk.store.seats.ask_cover(
        shift.id, volunteer.id, now=now, plan=plan, cause=cause, undo=undo
    )
    return desk.settle(plan, word)


def ask_others(desk: Desk, shift: Shift, *, holder: Volunteer | None, urgent: bool) -> None:
    """Ask those who may take a seat, once for each person and call. Quiet hours are kept unless it is urgent.

    `holder` is whose seat it is or was; while they have it, it is theirs until somebody claims it.
    """
    now, key = desk.clock.now(), desk.store.keys.asking(shift.id)
    begins = Effects(due={key: now})
    if holder and holder.id in shift.claimed:
        journal = {"event": "cover_asked", "shift": shift.id, "volunteer": holder.id}
        plan = {"asked": Effects(due={key: now}, journal={**journal, "by": desk.by})}
        desk.store.seats.ask_cover(shift.id, holder.id, now=now, plan=plan)
    else:
        if holder:
            desk.store.shifts.mark(shift.id, f"{LEFT}.{holder.id}", None, now=now, plan={})
        desk.store.shifts.mark(shift.id, CALLED, None, now=now, plan={"marked": begins})
    if urgent:
        desk.store.shifts.mark(shift.id, URGED, None, now=now, plan={"marked": begins})
    look_for_cover(desk, shift.id)


def prepare_call(desk: Desk, shift: Shift, holder: Volunteer) -> None:
    """A seat is about to be given back late. Until it is, this has no effect."""
    now = desk.clock.now()
    desk.store.shifts.mark(shift.id, f"{LEFT}.{holder.id}", None, now=now, plan={})
    desk.store.shifts.mark(shift.id, CALLED, None, again=True, now=now, plan={})


def call_for(desk: Desk, shift: Shift, now: datetime) -> Call | None:
    """The call that is open for this shift: for those who ask for cover, and for a seat given back late."""
    marks = desk.store.shifts.marks(shift.id)
    theirs = {v: marks[f"{CALLED}:{v}"] for v in shift.covers if f"{CALLED}:{v}" in marks}
    begun = [*theirs.values()]
    seats = len(theirs)
    if shift.is_gap and shift.starts > now and f"{CALLED}:" in marks:
        begun.append(marks[f"{CALLED}:"])
        seats += shift.open_seats
    if not begun or shift.ends <= now:
        return None
    urged = marks.get(f"{URGED}:")
    at = max([*begun, *([urged] if urged else [])])
    prefix = f"{ASKED}.{milliseconds(at)}."
    asked = {
        VolunteerId(mark.removeprefix(prefix).rstrip(":")): when
        for mark, when in marks.items()
        if mark.startswith(prefix)
    }
    left = {
        VolunteerId(mark.removeprefix(f"{LEFT}.").rstrip(":")): datetime.fromtimestamp(
            0, now.tzinfo
        )
        for mark in marks
        if mark.startswith(f"{LEFT}.")
    }
    urgent = bool(urged) or shift.starts - now <= URGENT
    return Call(shift, at, seats, urgent, {**left, **asked})


def look_for_cover(desk: Desk, shift_id: ShiftId) -> None:
    """Ask the next few, if somebody is still sought, and see when to look again."""
    now, key = desk.clock.now(), desk.store.keys.asking(shift_id)
    shift = desk.store.shifts.get(shift_id)
    call = call_for(desk, shift, now) if shift else None
    if call is None:
        desk.store.schedule.done(key)
        again = desk.store.shifts.get(shift_id)
        if again and call_for(desk, again, now):  # it began just then
            desk.store.schedule.look_at(key, now)
        return
    ready, next_quiet_ends = _who_may(desk, call, now)
    recent = [at for at in call.asked.values() if now - at < MORE_AFTER]
    room = max(0, AT_A_TIME * call.seats - len(recent))
    for volunteer in ready[:room]:
        _ask(desk, call, volunteer, now)
    moments = [next_quiet_ends] if next_quiet_ends else []
    if ready[room:]:
        moments.append(min([*recent, now]) + MORE_AFTER)
    if moments:
        desk.store.schedule.set(key, min(moments))
    else:
        desk.store.schedule.done(key)


def _who_may(desk: Desk, call: Call, now: datetime) -> tuple[list[Volunteer], datetime | None]:
    """Who may be asked now, in their order; and when the first of the others may be, whose quiet hours it is."""
    shift, everyone = call.shift, desk.store.roster.get_all(desk.store.roster.all_ids())
    holders = {one.id: one for one in everyone}
    ready: list[Candidate] = []
    waits: list[datetime] = []
    for volunteer in everyone:
        if volunteer.id in shift.claimed or volunteer.id in call.asked:
            continue
        if not _may(desk, shift, volunteer, (), holders, now):
            continue  # most are sorted out before their shifts are read
        theirs = desk.store.shifts.of(volunteer.id, shift.starts - AROUND, shift.ends + AROUND)
        if not _may(desk, shift, volunteer, theirs, holders, now):
            continue
        zone = zone_of(volunteer, desk.line.zone)
        if not call.urgent and desk.limits.is_quiet(now, zone):
            waits.append(min(desk.limits.quiet_is_over(now, zone), shift.starts - URGENT))
        else:
            ready.append(Candidate(volunteer, theirs))
    return asking.order(ready, shift), min(waits, default=None)


def _may(
    desk: Desk,
    shift: Shift,
    volunteer: Volunteer,
    theirs: Sequence[Shift],
    holders: Mapping[VolunteerId, Volunteer],
    now: datetime,
) -> bool:
    limits, zone = desk.limits, desk.line.zone
    found = prospect(shift, volunteer, theirs, holders, limits=limits, zone=zone, now=now)
    return found.against is None


def _ask(desk: Desk, call: Call, volunteer: Volunteer, now: datetime) -> None:
    shift = call.shift
    words = seats_en.someone_needed(shift.code, shift_words.when(desk, volunteer, shift))
    plan = {
        "marked": Effects(
            texts=to_volunteer(desk, volunteer, words),
            journal={"event": "cover_wanted", "shift": shift.id, "volunteer": volunteer.id},
        )
    }
    step = f"{ASKED}.{milliseconds(call.at)}.{volunteer.id}"
    word = desk.store.shifts.mark(shift.id, step, None, now=now, plan=plan)
    if desk.settle(plan, word) == "marked":
        fields = {"asked_at": str(milliseconds(now))}
        desk.store.roster.keep(volunteer.id, fields, now=now, plan={})


def asked_in(desk: Desk, call: Call | None) -> list[Volunteer]:
    """Who was asked in this call, and so is to hear when it is off."""
    if call is None:
        return []
    early = [v for v, at in call.asked.items() if at >= call.at]
    return desk.store.roster.get_all(sorted(early))
