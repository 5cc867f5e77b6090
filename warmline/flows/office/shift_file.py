"""Shifts as a spreadsheet: read, compared with what is there, brought in as one write, written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from warmline.errors import RefusedError
from warmline.flows import changing
from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.flows.office.roster_changes import TRIES
from warmline.flows.speaking import to_volunteer
from warmline.ids import ShiftId, VolunteerId, new_id
from warmline.store.effects import Effects, Outgoing
from warmline.store.imports import Seen, ShiftRow
from warmline.store.shifts import AROUND
from warmline.volunteers import bringing_in, local_times, shift_table, tables
from warmline.volunteers.bringing_in import Bringing, Entry, World
from warmline.volunteers.in_step import Differs
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shift_table import Asked
from warmline.volunteers.shifts import Shift

INSTANT = timedelta(milliseconds=1)  # as finely as the store knows the time
FACTS = ("starts", "ends", "seats", *shift_table.NEEDS, "channel")
Days = tuple[date, date]  # the first and the last


@dataclass(frozen=True, slots=True)
class Table:
    """What a file asks for, and what that rests on."""

    content: bytes
    replace: Days | None
    bringing: Bringing
    seen: Seen
    volunteers: Mapping[VolunteerId, Volunteer]


def read(desk: Desk, content: bytes, *, replace: Days | None = None) -> Table:
    """What the file asks for. RefusedError names every bad place, and nothing is changed.

    With `replace`, unclaimed shifts of those days that the file does not have go.
    """
    rows, faults = tables.read(
        content, required=shift_table.REQUIRED, optional=shift_table.OPTIONAL
    )
    everyone = finding.everyone(desk)
    versions = desk.store.seats.versions([volunteer.id for volunteer in everyone])
    who = cache(lambda name: finding.pick(name, everyone))
    asked, wrong = shift_table.read(rows, desk.line.zone, who=who)
    span = finding.span(desk, *replace) if replace else None
    world = World(
        _shifts(desk, asked, span),
        {volunteer.id: volunteer for volunteer in everyone},
        desk.limits,
        desk.line.zone,
        desk.clock.now(),
    )
    bringing = bringing_in.plan(asked, world, new_id=lambda: ShiftId(new_id("s")), replacing=span)
    tables.refuse([*faults, *wrong, *bringing.faults])
    starts = Counter(shift.starts for shift in world.shifts)
    counts = {
        (at, at): starts[at] for at in {e.after.starts for e in bringing.entries if not e.before}
    }
    if span:
        first, last = span
        counts[first, last - INSTANT] = sum(first <= shift.starts < last for shift in world.shifts)
    return Table(content, replace, bringing, Seen(versions, counts), world.volunteers)


def told(desk: Desk, table: Table) -> Iterator[str]:
    """What would change, a line for each shift."""
    same, names = 0, _names(table.volunteers.values())
    for entry in table.bringing.entries:
        if entry.differs:
            yield _told(desk, entry, names)
            yield from _notes(desk, entry, table)
        else:
            same += 1
    for shift in table.bringing.gone:
        yield f"- shift {shift.code}, {_when(desk, shift)}"
    for shift, why in table.bringing.left:
        yield f"! shift {shift.code}, {_when(desk, shift)}, stays: it {why}"
    if same:
        yield f"= {same} unchanged"


def apply(desk: Desk, table: Table) -> Table:
    """Carry it out as one write; the table as it was carried out.

    Whoever changed the roster meanwhile is heeded: the file is read anew, and may be refused.
    """
    for _ in range(TRIES):
        entries = [entry for entry in table.bringing.entries if entry.differs]
        gone = table.bringing.gone  # none of them a pattern's, which would only come back
        if not entries and not gone:
            return table
        rows = [ShiftRow(entry.before, entry.after) for entry in entries]
        rows += [ShiftRow(shift, None) for shift in gone]
        plan = {"imported": _effects(desk, entries, gone, table)}
        now = desk.clock.now()
        word = desk.store.imports.shifts(rows, seen=table.seen, now=now, plan=plan)
        if desk.settle(plan, word) == "imported":
            return table
        table = read(desk, table.content, replace=table.replace)
    raise RefusedError("The line is too busy for that just now. Please try again.")


def export(desk: Desk, shifts: Iterable[Shift]) -> str:
    """The table that `read` takes, and then asks for nothing."""
    return shift_table.write(shifts, desk.line.zone, names=_names(finding.everyone(desk)))


def _shifts(
    desk: Desk, asked: Iterable[Asked], span: tuple[datetime, datetime] | None
) -> list[Shift]:
    """Every shift that the table may be about or that may stand in its way."""
    asked = list(asked)
    coded = desk.store.shifts.get_all(
        desk.store.imports.coded(sorted({one.code for one in asked if one.code is not None}))
    )
    moments = [at for one in asked for at in (one.starts, one.ends)]
    moments += [at for shift in coded for at in (shift.starts, shift.ends)]
    moments += span or ()
    if not moments:
        return []
    return desk.store.shifts.between(min(moments) - AROUND, max(moments) + AROUND)


def _names(everyone: Iterable[Volunteer]) -> dict[VolunteerId, str]:
    """How each stands in the table: by name, or by id where a name is not theirs alone or would be read as two."""
    everyone = list(everyone)
    often = Counter(volunteer.name.casefold() for volunteer in everyone)
    ids = {str(volunteer.id) for volunteer in everyone}
    return {
        v.id: v.id
        if often[v.name.casefold()] > 1 or v.name in ids or {";", ","} & set(v.name)
        else v.name
        for v in everyone
    }


def _told(desk: Desk, entry: Entry, names: dict[VolunteerId, str]) -> str:
    before, after = entry.before, entry.after
    takers = ", ".join(sorted(names[volunteer] for volunteer in entry.takers))
    if before is None:
        needs = [f"{name} {_fact(after, name)}" for name in FACTS[3:] if _fact(after, name)]
        about = [f"{after.seats} seats", *needs, *([f"claimed by {takers}"] if takers else [])]
        return f"+ {', '.join([_when(desk, after), *about])}"
    changed = [
        f"{name} {_said(desk, before, name)} -> {_said(desk, after, name)}"
        for name in FACTS
        if _fact(before, name) != _fact(after, name)
    ]
    changed += [f"now claimed by {takers} too"] if takers else []
    return f"~ shift {before.code}, {_when(desk, before)}: {'; '.join(changed)}"


def _fact(shift: Shift, name: str) -> object:
    if name in shift_table.NEEDS:
        return " ".join(sorted(getattr(shift.needs, name)))
    if name == "channel":
        return "" if shift.channel == "any" else str(shift.channel)
    return getattr(shift, name)


def _said(desk: Desk, shift: Shift, name: str) -> str:
    fact = _fact(shift, name)
    if isinstance(fact, datetime):
        return local_times.written(fact, desk.line.zone)
    return str(fact) or "any"


def _when(desk: Desk, shift: Shift) -> str:
    return local_times.written(shift.starts, desk.line.zone)


def _notes(desk: Desk, entry: Entry, table: Table) -> Iterator[str]:
    for note in entry.notes:
        need = f" ({note.refusal.need})" if note.refusal.need else ""
        yield f"  Please note: {note.volunteer.name}: {note.refusal.why}{need}."
    for volunteer in _concerned(desk, entry, table):
        how = f"{volunteer.name} is told by text"
        if volunteer.unreachable:
            how = f"no text reaches {volunteer.name}: please tell them"
        yield f"  Please note: {how}."


def _concerned(desk: Desk, entry: Entry, table: Table) -> list[Volunteer]:
    """Who has a seat already, on a shift that would no longer be what they said yes to."""
    before = entry.before
    if before is None or before.ends <= desk.clock.now():
        return []
    if not Differs(before, entry.after).touches_claims:
        return []
    holders = (table.volunteers[v] for v in before.claimed if v in table.volunteers)
    return sorted(holders, key=lambda volunteer: (volunteer.name, volunteer.id))


def _effects(desk: Desk, entries: Iterable[Entry], gone: Iterable[Shift], table: Table) -> Effects:
    """Texts to whoever's shift is changed, a line in the journal for each change, and a look at whoever waits."""
    lines, texts = list[dict[str, str]](), list[Outgoing]()
    for entry in entries:
        lines += _lines(entry)
        for volunteer in _concerned(desk, entry, table):
            if entry.before and not volunteer.unreachable:
                words = changing.said(desk, volunteer, entry.before, entry.after)
                texts += to_volunteer(desk, volunteer, words)
    lines += [{"event": "shift_removed", "shift": shift.id} for shift in gone]
    lanes = dict.fromkeys(desk.store.keys.lane(text.recipient) for text in texts)
    return Effects(
        texts=tuple(texts),
        bell=(desk.store.keys.waiting(), *lanes),
        journal=[{**line, "by": desk.by} for line in lines],
    )


def _lines(entry: Entry) -> Iterator[dict[str, str]]:
    shift = entry.after.id
    if entry.before is None:
        yield {"event": "shift_added", "shift": shift}
    elif entry.is_otherwise:
        before = entry.before
        what = [name for name in FACTS if _fact(before, name) != _fact(entry.after, name)]
        yield {"event": "shift_changed", "shift": shift, "what": " ".join(what)}
    for volunteer in sorted(entry.takers):
        yield {"event": "claimed", "shift": shift, "volunteer": volunteer}
