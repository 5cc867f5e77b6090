"""Before, during and after a shift: whatever is due is done, once, and the next look is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.flows import cover, paging
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.flows.seating import people
from warmline.flows.shift_words import moment, when
from warmline.flows.speaking import Texts, to_volunteer
from warmline.ids import ShiftId, VolunteerId
from warmline.store.effects import Effects
from warmline.volunteers.moments import AWAKE_AFTER, Around, Due, Quiet, Step, moments
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.words import seats_en
from warmline.words import shift_moments_en as words

ROUNDS = 20  # a step may bring about the next one, but not for ever
INSTANT = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is due around a shift, and who comes before and after it."""

    around: Around
    before: list[Shift]  # those that end as it starts
    after: list[Shift]  # those that run when it ends


def shift_comes(desk: Desk, shift_id: ShiftId) -> None:
    """Take every step that is due. Safe to run twice, also at the same time."""
    for _ in range(ROUNDS):
        now = desk.clock.now()
        scene = _scene(desk, shift_id, now)
        if scene is None:
            desk.store.schedule.done(desk.store.keys.shift(shift_id))
            return
        around = scene.around
        due, then = moments(around, Quiet(desk.limits, desk.line.zone), now=now)
        for step in due:
            _take(desk, scene, step, now)
        if not due and desk.store.shifts.rest(around.shift, around.marks, then, now=now) != "moved":
            return


def _scene(desk: Desk, shift_id: ShiftId, now: datetime) -> _Scene | None:
    shift = desk.store.shifts.get(shift_id)
    if shift is None:
        return None
    near = desk.store.shifts.between(shift.starts - INSTANT, shift.ends + INSTANT)
    before = [other for other in near if other.ends == shift.starts]
    after = [other for other in near if other.id != shift.id and other.on(shift.ends)]
    going_on = [other for other in after if other.starts == shift.ends]
    by_text = desk.store.roster.on_by_text(now)
    around = Around(
        shift=shift,
        holders=people(desk, shift),
        coordinators=paging.reachable(desk, now),
        marks=desk.store.shifts.marks(shift_id),
        from_another=_claimed(before),
        to_another=_claimed(going_on),
        staying=frozenset(v for v, until in by_text.items() if not until or until > shift.ends),
    )
    return _Scene(around, before, after)


def _claimed(shifts: Iterable[Shift]) -> frozenset[VolunteerId]:
    return frozenset(volunteer for shift in shifts for volunteer in shift.claimed)


def _take(desk: Desk, scene: _Scene, due: Due, now: datetime) -> None:
    """The mark and its texts are one write. What lies outside it is done first, and does no harm twice."""
    shift, holder = scene.around.shift, due.holder
    if due.step is Step.COVER_URGED:
        cover.ask_others(desk, shift, holder=holder, urgent=True)
    elif due.step is Step.CAME:
        _call_cover_off(desk, scene.around, holder, now)
    journal = {"event": str(due.step), "shift": shift.id, "volunteer": holder.id}
    if due.coordinator:
        journal["told"] = due.coordinator.id
    plan = {"marked": Effects(texts=_texts(desk, scene, due, now), journal=journal)}
    word = desk.store.shifts.mark(shift.id, due.mark, holder.id, now=now, plan=plan)
    desk.settle(plan, word)


def _texts(desk: Desk, scene: _Scene, due: Due, now: datetime) -> Texts:
    if due.step in {Step.UNCONFIRMED, Step.UNREACHABLE, Step.ALONE, Step.CAME}:
        told = (due.coordinator,) if due.coordinator else scene.around.coordinators
        return _to_coordinators(desk, told, scene.around.shift, due.holder, due.step)
    body = _words(desk, scene, due, now)
    texts = to_volunteer(desk, due.holder, body) if body else ()
    if due.step is Step.MISSED:
        told = scene.around.coordinators
        texts += _to_coordinators(desk, told, scene.around.shift, due.holder, due.step)
    return texts


def _words(desk: Desk, scene: _Scene, due: Due, now: datetime) -> str:
    """What the holder is told."""
    shift, holder, name = scene.around.shift, due.holder, due.holder.first_name
    begins = moment(desk, holder, shift.starts)
    match due.step:
        case Step.ASKED:
            return words.asked(shift.code, begins)
        case Step.ASKED_AGAIN:
            return words.asked_again(shift.code, begins)
        case Step.REMINDED:
            sure = scene.around.is_confirmed(holder.id)
            return words.reminded(shift.code, begins, confirmed=sure)
        case Step.WELCOMED:
            return _welcome(desk, scene, holder, now)
        case Step.MISSED:
            return words.missed(name)
        case Step.HANDED_OVER:
            return words.handed_over(name, _names(desk, _claimed(scene.after), holder))
        case Step.THANKED:
            told = scene.around.done(Step.HANDED_OVER, holder.id) or now > shift.ends + AWAKE_AFTER
            next_ones = [] if told else _names(desk, _claimed(scene.after), holder)
            return words.thanked(name, next_ones)
        case _:
            return ""


def _welcome(desk: Desk, scene: _Scene, holder: Volunteer, now: datetime) -> str:
    around = scene.around
    on = {one.id: one.first_name for one in volunteers_on(desk, now) if one.id != holder.id}
    before = _names(desk, _claimed(scene.before) - on.keys(), holder)
    backup = [one.first_name for one in around.coordinators if one.id != holder.id]
    return words.welcomed(
        holder.first_name,
        sorted(on.values()),
        before,
        len(desk.store.contacts.waiting()),
        backup[0] if backup else None,
        heard=around.is_there(holder),
    )


def _names(desk: Desk, volunteers: Iterable[VolunteerId], but: Volunteer) -> list[str]:
    """First names of those of them who can be reached."""
    found = desk.store.roster.get_all(sorted(set(volunteers) - {but.id}))
    return sorted(volunteer.first_name for volunteer in found if not volunteer.unreachable)


def _to_coordinators(
    desk: Desk, told: Iterable[Volunteer], shift: Shift, holder: Volunteer, step: Step
) -> Texts:
    texts: Texts = ()
    for coordinator in told:
        if coordinator.id == holder.id:
            continue
        name, begins = holder.first_name, moment(desk, coordinator, shift.starts)
        match step:
            case Step.UNCONFIRMED:
                body = words.unconfirmed(name, shift.code, begins)
            case Step.UNREACHABLE:
                body = words.unreachable(name, shift.code, begins)
            case Step.ALONE:
                body = words.alone(name, shift.code, begins)
            case Step.MISSED:
                body = words.no_show(name, shift.code, begins)
            case _:
                body = words.came(name, shift.code)
        texts += to_volunteer(desk, coordinator, body)
    return texts


def _call_cover_off(desk: Desk, around: Around, holder: Volunteer, now: datetime) -> None:
    """Whoever has come after all keeps the seat, unless they had asked for cover themselves."""
    shift, called = around.shift, around.done(cover.CALLED, holder.id)
    missed = around.done(Step.MISSED, holder.id)
    if not called or not missed or called < missed:
        return
    asked = cover.asked_in(desk, cover.call_for(desk, shift, now))
    texts: Texts = ()
    for one in asked:
        news = seats_en.no_longer_needed(shift.code, when(desk, one, shift))
        texts += to_volunteer(desk, one, news)
    plan = {"stopped": Effects(texts=texts)}
    word = desk.store.seats.ask_cover(shift.id, holder.id, stop=True, now=now, plan=plan)
    desk.settle(plan, word)
