"""RELEASE: seats are given back; late, the others are asked at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from warmline.flows import cover, may_take, shift_words
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.store.seats import Undo
from warmline.volunteers.claiming import Give
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.undoable import Kind, Undoable
from warmline.words import roster_en

LATE = timedelta(hours=24)  # before the start: nobody finds such a gap by chance


def release(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, codes: Sequence[int]
) -> str:
    """Each is answered, and all that are theirs are given back in one write. One that runs is covered instead."""
    now = desk.clock.now()
    versions = desk.store.seats.versions([volunteer.id])
    shifts = may_take.by_codes(desk, codes)
    given: list[Shift] = []
    lines: list[str] = []
    for code in codes:
        shift = shifts.get(code)
        if shift is None:
            lines.append(roster_en.unknown(code))
        elif volunteer.id not in shift.claimed:
            lines.append(roster_en.not_yours(code))
        elif shift.ends <= now:
            lines.append(roster_en.over(code))
        elif shift.starts <= now and len(codes) == 1:
            return cover.cover(desk, cause, text, volunteer, code, running=True)
        elif shift.starts <= now:
            lines.append(roster_en.running_so_cover_asks(code))
        else:
            given.append(shift)
            lines.append(roster_en.released(code, shift_words.when(desk, volunteer, shift)))
    if not given:
        return say(desk, cause, text, "\n".join(lines))
    late = [shift for shift in given if shift.starts - now < LATE]
    for shift in late:
        cover.prepare_call(desk, shift, volunteer)
    ending = [roster_en.others_asked()] if late else []
    ending.append(roster_en.thanks_for_saying())
    answer = ("\n" if len(lines) > 1 else " ").join([*lines, " ".join(ending)])
    asking = [desk.store.keys.asking(shift.id) for shift in late]
    plan = {
        "done": Effects(
            texts=reply(text, cause, answer),
            journal=[released(shift, volunteer) for shift in given],
            due=dict.fromkeys(asking, now),
            bell=tuple(asking),
        )
    }
    if len(given) == 1:  # else its word leaves the text, and it is decided anew
        gone = reply(text, cause, roster_en.unknown(given[0].code))
        plan |= {word: Effects(texts=gone) for word in ("unknown", "not_yours", "over")}
    undoable = Undoable(Kind.RELEASE, now, tuple(shift.id for shift in given))
    word = desk.store.seats.hand(
        [Give(shift.id, volunteer.id) for shift in given],
        versions=versions,
        now=now,
        plan=plan,
        cause=cause,
        undo=Undo(volunteer.id, keep=undoable.to_text()),
    )
    return desk.settle(plan, word)


def released(shift: Shift, volunteer: Volunteer) -> dict[str, str]:
    """The line of it in the journal."""
    about = {"shift": shift.id, "volunteer": volunteer.id}
    return {"event": "released", **about, "by": "volunteer"}
