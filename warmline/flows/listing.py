"""SHIFTS, MORE and MINE: what a volunteer may take, a few at a time, and what is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from warmline.flows import may_take, shift_words
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.volunteers.prospects import neediest_first
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift
from warmline.words import roster_en

NOTHING = 0  # no shift has this code: they looked, and MORE is a command though there was none


def shifts(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """The few that they may take, what is near and empty first."""
    return _show(desk, cause, text, volunteer, ())


def more(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """The next ones after those that were shown. What was claimed meanwhile is not shown."""
    shown = [code for code in volunteer.shown if code != NOTHING]
    return _show(desk, cause, text, volunteer, shown)


def mine(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """Their own shifts, the next one first."""
    now = desk.clock.now()
    theirs = desk.store.shifts.of(volunteer.id, now, now + 2 * may_take.AHEAD)
    if not theirs:
        return say(desk, cause, text, roster_en.none_yours())
    swaps = {s.given: s.wanted for s in desk.store.seats.swaps(now) if s.by == volunteer.id}
    wanted = {shift.id: shift.code for shift in desk.store.shifts.get_all(swaps.values())}
    below = [roster_en.how_to_change(theirs[0].code), *shift_words.whose_time(desk, volunteer)]
    lines: list[str] = []
    for shift in theirs:
        note = roster_en.asks_cover() if volunteer.id in shift.covers else ""
        if (other := swaps.get(shift.id)) and other in wanted:
            note = roster_en.swap_open(wanted[other])
        line = shift_words.line(desk, volunteer, shift, note)
        if not shift_words.fits([*lines, line], *below, roster_en.and_later(len(theirs))):
            below.insert(0, roster_en.and_later(len(theirs) - len(lines)))
            break
        lines.append(line)
    return say(desk, cause, text, shift_words.page(lines, *below))


def _show(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, shown: Sequence[int]
) -> str:
    now = desk.clock.now()
    sought = neediest_first(may_take.sought(desk, now), now)
    found = may_take.prospects(desk, volunteer, sought)
    theirs_to_take = [one.shift for one in found if one.against is None]
    others = [one.shift for one in found if one.against and volunteer.id not in one.shift.claimed]
    ahead = [shift for shift in theirs_to_take if shift.code not in shown]
    if shown and not ahead:
        return say(desk, cause, text, roster_en.no_more())
    closed = [roster_en.not_for_you(len(others), others[0].code)] if others and not shown else []
    if not ahead:
        said = [*closed] or [roster_en.nothing_open()]
        return _kept(desk, cause, text, volunteer, (NOTHING,), " ".join(said))
    lines, codes = _page(desk, volunteer, ahead, closed)
    return _kept(desk, cause, text, volunteer, (*shown, *codes), "\n".join(lines))


def _page(
    desk: Desk, volunteer: Volunteer, ahead: Sequence[Shift], closed: Sequence[str]
) -> tuple[list[str], list[int]]:
    """As many as fit, with what stands below them; and their codes."""
    zone = shift_words.whose_time(desk, volunteer)
    room = [roster_en.how_to_claim(ahead[0].code, more=True), *closed, *zone]
    lines: list[str] = []
    for shift in ahead:
        line = shift_words.line(desk, volunteer, shift, _note(shift))
        if not shift_words.fits([*lines, line], *room):
            break
        lines.append(line)
    how = roster_en.how_to_claim(ahead[0].code, more=len(lines) < len(ahead))
    codes = [shift.code for shift in ahead[: len(lines)]]
    return [shift_words.page(lines, how, *closed, *zone)], codes


def _note(shift: Shift) -> str:
    return roster_en.seats_open(shift.open_seats) if shift.is_gap else roster_en.wants_cover()


def _kept(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    volunteer: Volunteer,
    shown: Sequence[int],
    answer: str,
) -> str:
    """Answer, and remember what they have seen."""
    plan = {"kept": Effects(texts=reply(text, cause, answer))}
    fields = {"shown": " ".join(map(str, shown))}
    now = desk.clock.now()
    word = desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)
