"""An offered swap: those who could agree are asked, each once and not in their quiet hours, until it lapses."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from warmline.clock import milliseconds
from warmline.flows import may_take, shift_words
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_volunteer
from warmline.ids import VolunteerId
from warmline.store.effects import Effects
from warmline.store.seats import Swap
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.prospects import Prospect, without
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.words import seats_en

ASKED = "swap_asked"  # the mark on the shift that is given


def look_at_swap(desk: Desk, name: str) -> None:
    """Ask those who could agree, each once and not in their quiet hours; let it lapse when its time is over."""
    now, key, swap = desk.clock.now(), desk.store.keys.swap(name), Swap.named(name)
    until, other = desk.store.seats.swap_until(swap), desk.store.roster.get(swap.by)
    given, wanted = desk.store.shifts.get(swap.given), desk.store.shifts.get(swap.wanted)
    if until is None or other is None:
        desk.store.schedule.done(key)
    elif until <= now or given is None or wanted is None or other.id not in given.claimed:
        _lapse(desk, swap, other, given, wanted)
    else:
        moments = [until]
        for volunteer in who_could(desk, other, given, wanted):
            zone = zone_of(volunteer, desk.line.zone)
            if desk.limits.is_quiet(now, zone):
                moments.append(desk.limits.quiet_is_over(now, zone))
            else:
                _ask(desk, volunteer, other, swap, given, wanted, until)
        desk.store.schedule.set(key, min(moments))


def _ask(
    desk: Desk,
    volunteer: Volunteer,
    other: Volunteer,
    swap: Swap,
    given: Shift,
    wanted: Shift,
    until: datetime,
) -> None:
    words = seats_en.swap_wanted(
        other.first_name,
        shift_words.with_code(desk, volunteer, given),
        shift_words.with_code(desk, volunteer, wanted),
        f"SWAP {wanted.code} {given.code}",
        shift_words.moment(desk, volunteer, until),
    )
    about = {"shift": swap.given, "wanted": swap.wanted, "volunteer": volunteer.id}
    plan = {
        "marked": Effects(
            texts=to_volunteer(desk, volunteer, words), journal={"event": "swap_asked", **about}
        )
    }
    step = f"{_step(swap, until)}{volunteer.id}"
    now = desk.clock.now()
    desk.settle(plan, desk.store.shifts.mark(given.id, step, None, now=now, plan=plan))


def asked_for(desk: Desk, swap: Swap) -> list[Volunteer]:
    """Who was asked to agree to this offer."""
    until = desk.store.seats.swap_until(swap)
    if until is None:
        return []
    step = _step(swap, until)
    marks = desk.store.shifts.marks(swap.given)
    asked = [VolunteerId(m.removeprefix(step).rstrip(":")) for m in marks if m.startswith(step)]
    return desk.store.roster.get_all(sorted(asked))


def _step(swap: Swap, until: datetime) -> str:
    return f"{ASKED}.{milliseconds(until)}.{swap.wanted}.{swap.by}."


def _lapse(
    desk: Desk, swap: Swap, other: Volunteer, given: Shift | None, wanted: Shift | None
) -> None:
    now, key = desk.clock.now(), desk.store.keys.swap(swap.name)
    zone = zone_of(other, desk.line.zone)
    if desk.limits.is_quiet(now, zone):  # nothing hangs on it: it can be agreed to no more
        desk.store.schedule.set(key, desk.limits.quiet_is_over(now, zone))
        return
    words: Texts = ()
    if given and wanted and other.id in given.claimed:
        lapsed = seats_en.swap_lapsed(given.code, wanted.code)
        words = to_volunteer(desk, other, lapsed)
    about = {"shift": swap.given, "wanted": swap.wanted, "volunteer": swap.by}
    plan = {
        "taken_back": Effects(
            texts=words, journal={"event": "swap_lapsed", **about}, due={key: None}
        ),
        "already": Effects(due={key: None}),
    }
    word = desk.store.seats.offer_swap(swap, until=None, now=now, plan=plan)
    desk.settle(plan, word)


def could(
    desk: Desk, volunteer: Volunteer, gives: Shift, gets: Shift, other: Volunteer
) -> Prospect:
    """What it would be to them, if their own seat and that of the other were given back already."""
    free = replace(without(gets, other.id), covers=frozenset())  # nobody else's seat is meant
    (found,) = may_take.prospects(desk, volunteer, [free], gone=gives)
    return found


def who_could(desk: Desk, other: Volunteer, given: Shift, wanted: Shift) -> list[Volunteer]:
    """Those with a seat on `wanted` who could take `given` in its place."""
    holders = desk.store.roster.get_all(sorted(wanted.claimed - given.claimed))
    return [one for one in holders if could(desk, one, wanted, given, other).against is None]
