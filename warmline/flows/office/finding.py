"""Finding who and what a coordinator means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.ids import VolunteerId
from warmline.store.effects import Effects, Outgoing
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # before any shift
LAST_DAY = datetime(9000, 1, 1, tzinfo=UTC)


def everyone(desk: Desk) -> list[Volunteer]:
    """The roster, by name."""
    everyone = desk.store.roster.get_all(desk.store.roster.all_ids())
    return sorted(everyone, key=lambda volunteer: (volunteer.name.casefold(), volunteer.id))


def pick(name_or_id: str, among: list[Volunteer]) -> Volunteer:
    """The one volunteer meant: by id, by name, or by first name. RefusedError when that is nobody or several."""
    by_id = [volunteer for volunteer in among if volunteer.id == name_or_id]
    meant = " ".join(name_or_id.split()).casefold()
    by_name = [volunteer for volunteer in among if volunteer.name.casefold() == meant]
    by_first = [volunteer for volunteer in among if volunteer.first_name.casefold() == meant]
    found = by_id or by_name or by_first
    if len(found) > 1:
        which = ", ".join(f"{volunteer.id} ({volunteer.name})" for volunteer in found)
        raise RefusedError(f"There are {len(found)} of that name; say which by id: {which}.")
    if not found:
        raise RefusedError(
            "Nobody on the roster has that name or id. See: warmline volunteers list"
        )
    return found[0]


def volunteer(desk: Desk, name_or_id: str) -> Volunteer:
    """As `pick`, among the whole roster."""
    by_id = desk.store.roster.get(VolunteerId(name_or_id))
    return by_id or pick(name_or_id, everyone(desk))


def shift(desk: Desk, code: int) -> Shift:
    """The shift with this code, or RefusedError."""
    found = desk.store.shifts.by_code(code)
    if found is None:
        raise RefusedError(f"There is no shift {code}. See: warmline shifts list")
    return found


def span(desk: Desk, first: date, last: date) -> tuple[datetime, datetime]:
    """From the beginning of the first day to the end of the last, in the line's zone."""
    if last < first:
        raise RefusedError("The last day is before the first.")
    ends = (datetime.combine(d, time(), desk.line.zone) for d in (first, last + timedelta(days=1)))
    begins, until = (moment.astimezone(UTC) for moment in ends)
    return begins, until


def whatever(_: object) -> None:
    """No objection, however a thing has changed since it was read."""


def causes(desk: Desk, event: str, *texts: Outgoing, **about: str) -> Effects:
    """What a change by a person in the office sets off: a line in the journal with who it was, its texts, and a look at whoever waits."""
    keys = desk.store.keys
    lanes = dict.fromkeys(keys.lane(text.recipient) for text in texts)
    return Effects(
        texts=texts,
        bell=(keys.waiting(), *lanes),
        journal={"event": event, **about, "by": desk.by},
    )
