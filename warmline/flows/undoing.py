"""UNDO: a volunteer takes back their latest change to the roster, within five minutes; whoever was told hears of it."""

from __future__ import annotations

from warmline.flows import cover, may_take, shift_words, swap_asking
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, reply, to_volunteer
from warmline.ids import ShiftId, VolunteerId
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.store.seats import Swap, Undo
from warmline.volunteers.claiming import HARD, Give, Move, Take
from warmline.volunteers.prospects import without
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.undoable import Kind, Undoable
from warmline.words import roster_en, seats_en


def undo(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """Back to how it was, if it is not too late and nobody else has come between."""
    kept = desk.store.seats.undo(volunteer.id)
    done = Undoable.from_text(kept) if kept else None
    if kept is None or done is None or not done.is_fresh(desk.clock.now()):
        return say(desk, cause, text, seats_en.nothing_to_undo())
    back = Undo(volunteer.id, expect=kept)
    match done.kind:
        case Kind.CLAIM:
            return _claim(desk, cause, text, volunteer, done, back)
        case Kind.RELEASE:
            return _release(desk, cause, text, volunteer, done, back)
        case Kind.COVER:
            return _cover(desk, cause, text, volunteer, done, back)
        case Kind.SWAP:
            return _swap(desk, cause, text, volunteer, Swap.named(done.swap), back)
        case Kind.SWAPPED:
            return say(desk, cause, text, seats_en.swap_stands())


def _claim(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, done: Undoable, back: Undo
) -> str:
    now, before = desk.clock.now(), done.relieved
    versions = desk.store.seats.versions(sorted({volunteer.id, *before.values()}))
    shifts = [s for s in desk.store.shifts.get_all(done.shifts) if volunteer.id in s.claimed]
    if not shifts:
        return say(desk, cause, text, seats_en.nothing_to_undo())
    if begun := [shift for shift in shifts if shift.starts <= now and shift.id not in before]:
        return say(desk, cause, text, seats_en.running_so_cover_asks(begun[0].code))
    moves: list[Move] = []
    told: Texts = ()
    for shift in shifts:
        moves.append(Give(shift.id, volunteer.id))
        if holder := desk.store.roster.get(before[shift.id]) if shift.id in before else None:
            again, words = _back_to(desk, volunteer, holder, shift)
            moves += again
            told += words
    asking = [desk.store.keys.asking(shift.id) for shift in shifts]
    answer = seats_en.undone_claim([shift.code for shift in shifts])
    plan = {
        "done": Effects(
            texts=(*reply(text, cause, answer), *told),
            journal=[_line(move) for move in moves],
            due=dict.fromkeys(asking, now),  # whoever was sought before is sought again
            bell=tuple(asking),
        ),
        **_too_late(text, cause, moves),
    }
    word = desk.store.seats.hand(
        moves, versions=versions, now=now, plan=plan, cause=cause, undo=back
    )
    return desk.settle(plan, word)


def _back_to(
    desk: Desk, volunteer: Volunteer, holder: Volunteer, shift: Shift
) -> tuple[list[Move], Texts]:
    """The seat goes back to whoever had asked for cover, unless they have something else on by now."""
    when = shift_words.when(desk, holder, shift)
    (theirs,) = may_take.prospects(desk, holder, [without(shift, volunteer.id)])
    if theirs.against and theirs.against.why in HARD:
        words = seats_en.cover_given_back_free(shift.code, when, volunteer.first_name)
        return [], to_volunteer(desk, holder, words)
    words = seats_en.cover_given_back(shift.code, when, volunteer.first_name)
    at = (shift.starts, shift.ends)
    return [Take(shift.id, holder.id, at=at)], to_volunteer(desk, holder, words)


def _release(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, done: Undoable, back: Undo
) -> str:
    now = desk.clock.now()
    versions = desk.store.seats.versions([volunteer.id])
    found = may_take.prospects(desk, volunteer, desk.store.shifts.get_all(done.shifts))
    gone = [one.shift for one in found if one.against and one.against.why in HARD]
    free = [one.shift for one in found if one.shift.is_gap and one.shift not in gone]
    late = [seats_en.taken_meanwhile(one.code) for one in gone]
    if not free:
        return say(desk, cause, text, "\n".join(late or [seats_en.nothing_to_undo()]))
    moves: list[Move] = [
        Take(shift.id, volunteer.id, at=(shift.starts, shift.ends)) for shift in free
    ]
    told: Texts = ()
    for shift in free:
        if shift.open_seats == 1 and not shift.covers:
            told += _no_longer_needed(desk, shift)
    answer = " ".join([seats_en.undone_release([shift.code for shift in free]), *late])
    plan = {
        "done": Effects(
            texts=(*reply(text, cause, answer), *told), journal=[_line(move) for move in moves]
        ),
        **_too_late(text, cause, moves, seats_en.taken_meanwhile(free[0].code)),
    }
    word = desk.store.seats.hand(
        moves, versions=versions, now=now, plan=plan, cause=cause, undo=back
    )
    return desk.settle(plan, word)


def _cover(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, done: Undoable, back: Undo
) -> str:
    now, shift = desk.clock.now(), desk.store.shifts.get(done.shifts[0])
    if shift is None:
        return say(desk, cause, text, seats_en.nothing_to_undo())
    alone = not shift.is_gap and shift.covers <= {volunteer.id}
    told = _no_longer_needed(desk, shift) if alone else ()
    about = {"shift": shift.id, "volunteer": volunteer.id, "by": "volunteer"}
    nothing = Effects(texts=reply(text, cause, seats_en.nothing_to_undo()))
    taken = Effects(texts=reply(text, cause, seats_en.taken_meanwhile(shift.code)))
    plan = {
        "stopped": Effects(
            texts=(*reply(text, cause, seats_en.undone_cover(shift.code)), *told),
            journal={"event": "cover_stopped", **about},
        ),
        "already": nothing,
        "not_yours": taken,
        "over": Effects(texts=reply(text, cause, roster_en.over(shift.code))),
    }
    word = desk.store.seats.ask_cover(
        shift.id, volunteer.id, stop=True, now=now, plan=plan, cause=cause, undo=back
    )
    return desk.settle(plan, word)


def _swap(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, swap: Swap, back: Undo
) -> str:
    codes = {s.id: s for s in desk.store.shifts.get_all([swap.given, swap.wanted])}
    given, wanted = codes.get(swap.given), codes.get(swap.wanted)
    if given is None or wanted is None:
        return say(desk, cause, text, seats_en.nothing_to_undo())
    off = seats_en.swap_called_off(volunteer.first_name, given.code, wanted.code)
    told = [t for one in swap_asking.asked_for(desk, swap) for t in to_volunteer(desk, one, off)]
    agreed = volunteer.id in wanted.claimed and volunteer.id not in given.claimed
    about = {"shift": swap.given, "wanted": swap.wanted, "volunteer": volunteer.id}
    done = seats_en.undone_swap(given.code, wanted.code)
    too_late = seats_en.swap_stands() if agreed else seats_en.nothing_to_undo()
    plan = {
        "taken_back": Effects(
            texts=(*reply(text, cause, done), *told),
            journal={"event": "swap_taken_back", **about, "by": "volunteer"},
            due={desk.store.keys.swap(swap.name): None},
        ),
        "already": Effects(texts=reply(text, cause, too_late)),
    }
    word = desk.store.seats.offer_swap(
        swap, until=None, now=desk.clock.now(), plan=plan, cause=cause, undo=back
    )
    return desk.settle(plan, word)


def _no_longer_needed(desk: Desk, shift: Shift) -> Texts:
    call = cover.call_for(desk, shift, desk.clock.now())
    return tuple(
        told
        for one in cover.asked_in(desk, call)
        for told in to_volunteer(
            desk,
            one,
            seats_en.no_longer_needed(shift.code, shift_words.when(desk, one, shift)),
        )
    )


def _too_late(
    text: Arrived, cause: Cause, moves: list[Move], answer: str | None = None
) -> dict[str, Effects]:
    """What is said when one move cannot be made; of several, all is decided anew."""
    if len(moves) > 1:
        return {}
    said = Effects(texts=reply(text, cause, answer or seats_en.nothing_to_undo()))
    return dict.fromkeys(("unknown", "over", "full", "already_yours", "not_yours"), said)


def _line(move: Move) -> dict[str, str]:
    event = "released" if isinstance(move, Give) else "claimed"
    about: dict[str, ShiftId | VolunteerId] = {"shift": move.shift, "volunteer": move.volunteer}
    return {"event": event, **about, "how": "undo", "by": "volunteer"}
