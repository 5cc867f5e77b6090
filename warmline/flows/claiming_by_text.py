"""CLAIM: a volunteer takes seats, by code or by the time at which a shift starts."""

from __future__ import annotations

from collections.abc import Sequence

from warmline.flows import may_take, shift_words
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, reply, to_volunteer
from warmline.ids import VolunteerId
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.store.seats import Undo
from warmline.volunteers.claiming import Move, zone_of
from warmline.volunteers.prospects import Prospect, neediest_first
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.volunteers.spoken_times import Spoken
from warmline.volunteers.undoable import Kind, Undoable
from warmline.words import roster_en, seats_en

TOLD_OF = 3  # refusals, where several shifts were meant and none can be taken


def claim(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, codes: Sequence[int]
) -> str:
    """Each is answered, and all that can be are taken, in one write."""
    versions = desk.store.seats.versions([volunteer.id])
    shifts = may_take.by_codes(desk, codes)
    taken: list[Prospect] = []
    lines: dict[int, str] = {}
    for code in codes:
        if code not in shifts:
            lines[code] = roster_en.unknown(code)
            continue
        besides = [prospect.shift for prospect in taken]
        (found,) = may_take.prospects(desk, volunteer, [shifts[code]], besides=besides)
        if found.against:
            lines[code] = shift_words.refusal(desk, volunteer, found.shift, found.against)
        else:
            taken.append(found)
            lines[code] = ""
    if not taken:
        return say(
            desk, cause, text, *shift_words.bodies([*lines.values()], roster_en.see_others())
        )
    return _take(desk, cause, text, volunteer, taken, lines, dict(versions))


def claim_spoken(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, when: Spoken
) -> str:
    """The one shift that is meant; where that is not certain, the choices."""
    now, zone = desk.clock.now(), zone_of(volunteer, desk.line.zone)
    ahead = desk.store.shifts.between(now, now + may_take.AHEAD)
    fits = [s for s in ahead if when.fits(s.starts, zone=zone, now=now)]
    meant = sorted(fits, key=lambda s: (s.starts, s.code))
    found = may_take.prospects(desk, volunteer, meant)
    open_to_them = [one.shift for one in found if one.against is None]
    if len(meant) == 1 or len(open_to_them) == 1:
        (only,) = open_to_them or meant
        return claim(desk, cause, text, volunteer, [only.code])
    if meant and not open_to_them:
        return claim(desk, cause, text, volunteer, [shift.code for shift in meant[:TOLD_OF]])
    heading = roster_en.which_shift()
    if not meant:
        heading = roster_en.no_shift_then()
        sought = neediest_first(may_take.sought(desk, now), now)
        others = may_take.prospects(desk, volunteer, sought)
        open_to_them = [one.shift for one in others if one.against is None]
        heading += f" {roster_en.open_then()}" if open_to_them else ""
    return say(desk, cause, text, _choices(desk, volunteer, heading, open_to_them))


def _choices(desk: Desk, volunteer: Volunteer, heading: str, shifts: Sequence[Shift]) -> str:
    lines, below = [heading], shift_words.whose_time(desk, volunteer)
    for shift in shifts:
        line = shift_words.line(desk, volunteer, shift)
        if not shift_words.fits([*lines, line], *below):
            break
        lines.append(line)
    return shift_words.page(lines, *(below if len(lines) > 1 else []))


def _take(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    volunteer: Volunteer,
    taken: Sequence[Prospect],
    lines: dict[int, str],
    versions: dict[VolunteerId, str],
) -> str:
    now, relieved = desk.clock.now(), {one.shift.id: one.relieved for one in taken if one.relieved}
    before = {who.id: who for who in desk.store.roster.get_all(sorted({*relieved.values()}))}
    versions |= desk.store.seats.versions([*before])
    moves: list[Move] = [move for one in taken for move in one.moves(volunteer.id)]
    told: Texts = ()
    for one in taken:
        holder = before.get(one.relieved) if one.relieved else None
        lines[one.shift.code] = _yours(desk, volunteer, one.shift, holder)
        told += _found(desk, volunteer, one.shift, holder)
    answer = shift_words.bodies([*lines.values()], roster_en.thanks_undo())
    done = Effects(texts=(*reply(text, cause, *answer), *told), journal=_journal(volunteer, taken))
    plan = {"done": done}
    if len(moves) == 1:  # else its word leaves the text, and it is decided anew
        plan |= _too_late(cause, text, lines, taken[0].shift.code)
    undoable = Undoable(Kind.CLAIM, now, tuple(one.shift.id for one in taken), relieved)
    undo = Undo(volunteer.id, keep=undoable.to_text())
    word = desk.store.seats.hand(
        moves, versions=versions, now=now, plan=plan, cause=cause, undo=undo
    )
    return desk.settle(plan, word)


def _yours(desk: Desk, volunteer: Volunteer, shift: Shift, holder: Volunteer | None) -> str:
    when = shift_words.when(desk, volunteer, shift)
    if holder is None:
        return roster_en.claimed(shift.code, when)
    return roster_en.claimed_for(shift.code, when, holder.first_name)


def _found(desk: Desk, volunteer: Volunteer, shift: Shift, holder: Volunteer | None) -> Texts:
    """Whoever asked for cover hears that they have it, whatever the hour: they may be on their way."""
    if holder is None:
        return ()
    when = shift_words.when(desk, holder, shift)
    words = seats_en.cover_found(shift.code, when, volunteer.first_name)
    return to_volunteer(desk, holder, words)


def _too_late(cause: Cause, text: Arrived, lines: dict[int, str], code: int) -> dict[str, Effects]:
    """What is said when somebody else was quicker."""
    plan: dict[str, Effects] = {}
    said = {"full": roster_en.full, "over": roster_en.over, "unknown": roster_en.unknown}
    for word, sentence in said.items():
        after = {**lines, code: sentence(code)}
        answer = shift_words.bodies([*after.values()], roster_en.see_others())
        plan[word] = Effects(texts=reply(text, cause, *answer))
    return plan


def _journal(volunteer: Volunteer, taken: Sequence[Prospect]) -> list[dict[str, str]]:
    journal: list[dict[str, str]] = []
    for one in taken:
        about = {"shift": one.shift.id, "by": "volunteer"}
        if one.relieved:
            covered = {"event": "released", "volunteer": one.relieved, **about}
            journal.append({**covered, "covered_by": volunteer.id})
        journal.append({"event": "claimed", "volunteer": volunteer.id, **about})
    return journal
