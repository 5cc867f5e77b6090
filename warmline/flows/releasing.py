"""RELEASE: seats are given back; late, the others are asked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from warmline.flows import cover, may_take, shift_words
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.ids import VolunteerId
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.store.seats import Undo
from warmline.volunteers.claiming import Give
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.undoable import Kind, Undoable
from warmline.words import roster_en, seats_en

LATE = timedelta(hours=24)  # before the start: nobody finds such a gap by chance


def release(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, codes: Sequence[int]
) -> str:
    """Each is answered, and all that are theirs are given back in one write. One that runs is covered instead."""
    now, versions = desk.clock.now(), desk.store.seats.versions([volunteer.id])
    shifts = may_take.by_codes(desk, codes)
    given: list[Shift] = []
    lines: list[str] = []
    for code in codes:
        shift = shifts.get(code)
        why_not = _why_not(shift, code, volunteer, now)
        if why_not is None and shift and shift.starts > now:
            given.append(shift)
            why_not = seats_en.released(code, shift_words.when(desk, volunteer, shift))
        elif why_not is None and len(codes) == 1:
            return cover.cover(desk, cause, text, volunteer, code, running=True)
        lines.append(why_not or seats_en.running_so_cover_asks(code))
    if not given:
        return say(desk, cause, text, *shift_words.bodies(lines, seats_en.see_yours()))
    return _give(desk, cause, text, volunteer, given, lines, versions)


def _why_not(shift: Shift | None, code: int, volunteer: Volunteer, now: datetime) -> str | None:
    if shift is None:
        return roster_en.unknown(code)
    if volunteer.id not in shift.claimed:
        return seats_en.not_yours(code)
    return roster_en.over(code) if shift.ends <= now else None


def _give(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    volunteer: Volunteer,
    given: Sequence[Shift],
    lines: Sequence[str],
    versions: Mapping[VolunteerId, str],
) -> str:
    now = desk.clock.now()
    late = [shift for shift in given if shift.starts - now < LATE]
    for shift in late:
        cover.prepare_call(desk, shift, volunteer)
    asking = [desk.store.keys.asking(shift.id) for shift in late]
    ending = [*([seats_en.others_asked()] if late else []), seats_en.thanks_for_saying()]
    plan = {
        "done": Effects(
            texts=reply(text, cause, *shift_words.bodies(lines, " ".join(ending))),
            journal=[_line(shift, volunteer) for shift in given],
            due=dict.fromkeys(asking, now),
            bell=tuple(asking),
        )
    }
    if len(given) == 1:  # else its word leaves the text, and it is decided anew
        gone = reply(text, cause, roster_en.unknown(given[0].code))
        plan |= {word: Effects(texts=gone) for word in ("unknown", "not_yours", "over")}
    undoable = Undoable(Kind.RELEASE, now, tuple(shift.id for shift in given))
    moves = [Give(shift.id, volunteer.id) for shift in given]
    undo = Undo(volunteer.id, keep=undoable.to_text())
    word = desk.store.seats.hand(
        moves, versions=versions, now=now, plan=plan, cause=cause, undo=undo
    )
    return desk.settle(plan, word)


def _line(shift: Shift, volunteer: Volunteer) -> dict[str, str]:
    about = {"shift": shift.id, "volunteer": volunteer.id}
    return {"event": "released", **about, "by": "volunteer"}
