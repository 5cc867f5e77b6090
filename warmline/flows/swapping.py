"""SWAP: one's own seat for somebody's; every holder who could is asked, and the first to agree has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from warmline.flows import may_take, shift_words
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply, to_volunteer
from warmline.flows.swap_asking import could, who_could
from warmline.ids import VolunteerId
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.store.seats import Swap, Undo
from warmline.volunteers.claiming import Give, Move
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.undoable import Kind, Undoable
from warmline.words import roster_en, seats_en

LAPSES = timedelta(hours=48)


def swap(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, given: int, wanted: int
) -> str:
    """Offer one's own seat for another, or agree to what somebody offered."""
    now = desk.clock.now()
    shifts = may_take.by_codes(desk, (given, wanted))
    if why := _why_none(given, wanted, shifts, volunteer, now):
        return say(desk, cause, text, why)
    mine, theirs = shifts[given], shifts[wanted]
    offered = [
        one
        for one in desk.store.seats.swaps(now)[::-1]  # the oldest first
        if (one.given, one.wanted) == (theirs.id, mine.id) and one.by in theirs.claimed
    ]
    if offered:
        return _agree(desk, cause, text, volunteer, offered, mine, theirs)
    return _offer(desk, cause, text, volunteer, mine, theirs)


def _why_none(
    given: int, wanted: int, shifts: dict[int, Shift], volunteer: Volunteer, now: datetime
) -> str | None:
    for code in (given, wanted):
        if code not in shifts:
            return roster_en.unknown(code)
        if shifts[code].starts <= now:
            return roster_en.over(code) if shifts[code].ends <= now else roster_en.started(code)
    if volunteer.id not in shifts[given].claimed:
        return seats_en.swap_not_yours(given)
    if volunteer.id in shifts[wanted].claimed:
        return seats_en.swap_both_yours()
    if not shifts[wanted].claimed:
        return seats_en.swap_for_nobody(wanted)
    return None


def _offer(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, mine: Shift, theirs: Shift
) -> str:
    now = desk.clock.now()
    holders = desk.store.roster.get_all(sorted(theirs.claimed))
    mine_for_theirs = [could(desk, volunteer, mine, theirs, holder).against for holder in holders]
    if mine_for_theirs and (against := mine_for_theirs[0]) and all(mine_for_theirs):
        return say(desk, cause, text, shift_words.refusal(desk, volunteer, theirs, against))
    swap = Swap(mine.id, theirs.id, volunteer.id)
    offered_already = seats_en.swap_offered_already(mine.code, theirs.code)
    if swap in desk.store.seats.swaps(now):
        return say(desk, cause, text, offered_already)
    if not who_could(desk, volunteer, mine, theirs):
        return say(desk, cause, text, seats_en.swap_fits_nobody(mine.code, theirs.code))
    until = min(now + LAPSES, mine.starts, theirs.starts)
    said = shift_words.moment(desk, volunteer, until)
    key = desk.store.keys.swap(swap.name)
    about = {"shift": mine.id, "wanted": theirs.id, "volunteer": volunteer.id, "by": "volunteer"}
    plan = {
        "offered": Effects(
            texts=reply(text, cause, seats_en.swap_offered(mine.code, theirs.code, said)),
            journal={"event": "swap_offered", **about},
            due={key: now},
            bell=(key,),
        ),
        "already": Effects(texts=reply(text, cause, offered_already)),
        "not_yours": Effects(texts=reply(text, cause, seats_en.swap_not_yours(mine.code))),
    }
    undoable = Undoable(Kind.SWAP, now, (mine.id, theirs.id), swap=swap.name)
    undo = Undo(volunteer.id, keep=undoable.to_text())
    word = desk.store.seats.offer_swap(
        swap, until=until, now=now, plan=plan, cause=cause, undo=undo
    )
    return desk.settle(plan, word)


def _agree(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    volunteer: Volunteer,
    offered: Sequence[Swap],
    mine: Shift,
    theirs: Shift,
) -> str:
    """The first of these offers that can be; the rules of care hold for both as if the given seats were gone."""
    versions = desk.store.seats.versions([volunteer.id, *(one.by for one in offered)])
    others = {one.id: one for one in desk.store.roster.get_all([one.by for one in offered])}
    why = ""
    for one in offered:
        if one.by not in others:
            continue
        other = others[one.by]
        i_get = could(desk, volunteer, mine, theirs, other)
        they_get = could(desk, other, theirs, mine, volunteer)
        if i_get.against is None and they_get.against is None:
            moves: list[Move] = [Give(mine.id, volunteer.id), Give(theirs.id, other.id)]
            moves += [*i_get.moves(volunteer.id), *they_get.moves(other.id)]
            both = (volunteer, other)
            return _swap(desk, cause, text, both, one, (mine, theirs), moves, versions)
        if i_get.against:
            why = why or shift_words.refusal(desk, volunteer, theirs, i_get.against)
        elif they_get.against:
            for_them = shift_words.refusal(desk, other, mine, they_get.against)
            why = why or seats_en.swap_not_for_them(other.first_name, for_them)
    return say(desk, cause, text, why) if why else "moved"


def _swap(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    both: tuple[Volunteer, Volunteer],
    offered: Swap,
    shifts: tuple[Shift, Shift],
    moves: Sequence[Move],
    versions: Mapping[VolunteerId, str],
) -> str:
    """Four moves in one write, of which both are told."""
    now, (volunteer, other), (mine, theirs) = desk.clock.now(), both, shifts
    when, their_when = (
        shift_words.when(desk, volunteer, theirs),
        shift_words.when(desk, other, mine),
    )
    for_me = seats_en.swapped(other.first_name, theirs.code, when, mine.code)
    for_them = seats_en.swapped(volunteer.first_name, mine.code, their_when, theirs.code)
    plan = {
        "done": Effects(
            texts=(*reply(text, cause, for_me), *to_volunteer(desk, other, for_them)),
            journal=[_line(move) for move in moves],
            due={desk.store.keys.swap(offered.name): None},
        )
    }
    undoable = Undoable(Kind.SWAPPED, now, (mine.id, theirs.id), swap=offered.name)
    word = desk.store.seats.hand(
        moves,
        versions=versions,
        now=now,
        plan=plan,
        cause=cause,
        undo=Undo(volunteer.id, keep=undoable.to_text()),
        swap=offered,
    )
    return desk.settle(plan, word)


def _line(move: Move) -> dict[str, str]:
    event = "released" if isinstance(move, Give) else "claimed"
    about = {"shift": move.shift, "volunteer": move.volunteer}
    return {"event": event, **about, "how": "swap", "by": "volunteer"}
