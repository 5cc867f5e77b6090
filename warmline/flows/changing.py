"""A shift becomes what it ought to be, and whoever has a seat on it is told by text in the same write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from warmline.flows import shift_words
from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.flows.seating import people
from warmline.flows.speaking import to_volunteer
from warmline.ids import VolunteerId
from warmline.store.effects import Outgoing
from warmline.volunteers.in_step import Differs
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Shift
from warmline.words import patterns_en


class Change(StrEnum):
    """What came of it."""

    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"  # it is not as it was read: read again and decide anew
    TOO_FEW_SEATS = "has more claims than there would be seats"
    CLASHES = "would overlap another shift of theirs"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`who`: whose other shift is in the way, or everybody whom no text reaches and who must be told otherwise."""

    change: Change
    who: tuple[Volunteer, ...] = ()


def bring(desk: Desk, differs: Differs) -> Outcome:
    """Make the shift what it ought to be. Holders keep their seats, unless it goes."""
    before, after = differs.before, differs.after
    versions = desk.store.seats.versions(sorted(before.claimed))  # before their shifts are read
    holders = people(desk, before)
    if len(holders) < len(before.claimed):
        return Outcome(Change.MOVED)
    if after and len(before.claimed) > after.seats:
        return Outcome(Change.TOO_FEW_SEATS)
    if after and (clashing := tuple(v for v in holders if _clashes(desk, v, after))):
        return Outcome(Change.CLASHES, clashing)
    concerned = holders if differs.touches_claims and before.ends > desk.clock.now() else []
    told = [v for v in concerned if not v.unreachable]
    texts = [text for v in told for text in to_volunteer(desk, v, said(desk, v, before, after))]
    word = _write(desk, before, after, versions=versions, texts=texts)
    untold = tuple(v for v in concerned if v.unreachable)
    return Outcome(Change(word), untold if word != "moved" else ())


def _write(
    desk: Desk,
    before: Shift,
    after: Shift | None,
    *,
    versions: Mapping[VolunteerId, str],
    texts: list[Outgoing],
) -> str:
    now, shifts = desk.clock.now(), desk.store.shifts
    event = "shift_changed" if after else "shift_removed"
    effects = finding.causes(desk, event, *texts, shift=before.id)
    if not before.claimed:  # nobody waits for what nobody was to answer
        effects = replace(effects, bell=())
    if after is None:
        word = shifts.remove(before, now=now, plan={"removed": effects})
        return "removed" if word == "unknown" else word
    return shifts.change(before, after, versions=versions, now=now, plan={"changed": effects})


def _clashes(desk: Desk, volunteer: Volunteer, after: Shift) -> bool:
    theirs = desk.store.shifts.of(volunteer.id, after.starts, after.ends)
    return any(other.id != after.id and other.overlaps(after) for other in theirs)


def said(desk: Desk, volunteer: Volunteer, before: Shift, after: Shift | None) -> str:
    """What someone with a seat is told."""
    was = shift_words.when(desk, volunteer, before)
    if after is None:
        return patterns_en.shift_taken_off(before.code, was)
    if (before.starts, before.ends) != (after.starts, after.ends):
        now = shift_words.when(desk, volunteer, after)
        return patterns_en.shift_moved(before.code, was, now)
    return patterns_en.shift_asks_for_more(before.code, was, _further_needs(before, after))


def _further_needs(before: Shift, after: Shift) -> list[str]:
    found = [
        patterns_en.need(kind.removesuffix("s"), word)
        for kind in ("languages", "experience", "training")
        for word in sorted(getattr(after.needs, kind) - getattr(before.needs, kind))
    ]
    if after.channel not in {before.channel, Channel.ANY}:
        found.append(patterns_en.by_channel(after.channel))
    return found
