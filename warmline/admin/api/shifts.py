"""Shifts, as programs see and change them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from warmline.admin.api import needs, paging, problems
from warmline.admin.api.needs import NeedsGiven, NeedsRead
from warmline.admin.api.operations import Asked, Gives, Noun
from warmline.admin.api.paging import Page
from warmline.clock import milliseconds, moment
from warmline.flows.office import finding, shift_changes
from warmline.ids import ShiftId
from warmline.store.shift_record import as_fields
from warmline.store.tokens import Role
from warmline.volunteers.shifts import MOST_SEATS, Channel, Shift

shifts = Noun("shifts")

USUALLY_AHEAD = timedelta(days=31)
MOST_AHEAD = timedelta(days=400)

Moment = Annotated[datetime, Meta(tz=True)]
Seats = Annotated[int, Meta(ge=1, le=MOST_SEATS)]


class Holder(msgspec.Struct, frozen=True):
    """Someone who has a seat."""

    volunteer: str
    name: str
    asks_for_cover: bool


class ShiftRead(msgspec.Struct, frozen=True):
    """A window of time from `starts` until just before `ends`."""

    code: int
    id: str
    starts: datetime
    ends: datetime
    times_in: str
    seats: int
    open: int
    claimed: list[Holder]
    needs: NeedsRead
    channel: Channel
    pattern: str | None
    version: str


class ShiftPage(msgspec.Struct, frozen=True):
    """Shifts by their start."""

    items: list[ShiftRead]
    next: str


class ShiftNew(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A shift that is to be on the roster."""

    starts: Moment
    ends: Moment
    seats: Seats = 2
    needs: NeedsGiven = NeedsGiven()
    channel: Channel = Channel.ANY


class ShiftChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be otherwise; what is left out stays. Claimed shifts are changed only with `claimed_too`."""

    starts: Moment | UnsetType = UNSET
    ends: Moment | UnsetType = UNSET
    seats: Seats | UnsetType = UNSET
    needs: NeedsGiven | UnsetType = UNSET
    channel: Channel | UnsetType = UNSET
    claimed_too: bool = False


class ShiftChanged(msgspec.Struct, frozen=True):
    """The shift as it is now, or was; who was told by text, and whom no text reaches: please tell them."""

    shift: ShiftRead
    told: list[str]
    untold: list[str]
    version: str


class ShiftsAsked(Page, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """Shifts that touch the time from `from` (now) until `until` (31 days later; 400 at most)."""

    since: Moment | UnsetType = UNSET
    until: Moment | UnsetType = UNSET
    gaps: bool = False


@shifts.at(
    "GET /shifts", "Shifts of the coming days, or of any", role=Role.VIEWER,
    query=ShiftsAsked, gives=ShiftPage,
)  # fmt: skip
def list_shifts(asked: Asked) -> ShiftPage:
    query, store = asked.query(ShiftsAsked), asked.desk.store
    since, until = span(asked, query.since, query.until)
    place, name = paging.after(query.cursor) if query.cursor else (0, "")
    first = max(since, moment(place)) if place < milliseconds(finding.LAST_DAY) else since
    found = [
        shift
        for shift in store.shifts.between(first, until)
        if (milliseconds(shift.starts), shift.id) > (place, name)
        and (shift.is_gap or not query.gaps)
    ]
    part = found[: query.limit]
    more = len(found) > len(part)
    following = paging.cursor(milliseconds(part[-1].starts), part[-1].id) if more else ""
    return ShiftPage(read(asked, part), following)


@shifts.at(
    "POST /shifts", "Put a shift on the roster", role=Role.COORDINATOR,
    body=ShiftNew, gives=ShiftRead, creates=True, versioned=True,
)  # fmt: skip
def add_shift(asked: Asked) -> Gives:
    new, desk = asked.body(ShiftNew), asked.desk
    starts, ends = utc("starts", new.starts), utc("ends", new.ends)
    with problems.as_invalid("ends"):
        shift_changes.check(starts, ends, seats=new.seats, now=desk.clock.now())
    shift = shift_changes.add(
        desk, starts, ends, seats=new.seats, needs=needs.given(new.needs), channel=new.channel,
        shift_id=ShiftId(f"s{asked.once}") if asked.once else None,
    )  # fmt: skip
    return Gives(read(asked, [shift])[0], f"/shifts/{shift.code}")


@shifts.at("GET /shifts/<int:code>", "One shift", role=Role.VIEWER, gives=ShiftRead, versioned=True)
def show_shift(asked: Asked) -> ShiftRead:
    return read(asked, [find(asked)])[0]


@shifts.at(
    "PATCH /shifts/<int:code>", "Change a shift; who has a seat keeps it, and is told by text",
    role=Role.COORDINATOR, body=ShiftChange, gives=ShiftChanged, versioned=True,
)  # fmt: skip
def edit_shift(asked: Asked) -> ShiftChanged:
    shift, change = find(asked), asked.body(ShiftChange)
    _still(asked)(shift)
    wish = shift_changes.Asked(
        starts=utc("starts", change.starts) if change.starts is not UNSET else None,
        ends=utc("ends", change.ends) if change.ends is not UNSET else None,
        seats=change.seats if change.seats is not UNSET else None,
        needs=needs.given(change.needs) if change.needs is not UNSET else None,
        channel=change.channel if change.channel is not UNSET else None,
    )
    edited = shift_changes.edit(
        asked.desk, shift, wish, claimed_too=change.claimed_too, still=_still(asked)
    )
    return _changed(asked, edited)


@shifts.at(
    "DELETE /shifts/<int:code>", "Take a shift off the roster, with its claims; who had a seat is told by text",
    role=Role.COORDINATOR, gives=ShiftChanged, versioned=True,
)  # fmt: skip
def remove_shift(asked: Asked) -> ShiftChanged:
    shift = find(asked)
    _still(asked)(shift)
    return _changed(asked, shift_changes.remove(asked.desk, shift, still=_still(asked)))


def _still(asked: Asked) -> Callable[[Shift], None]:
    """412 for a shift that is not as If-Match says: asked before, and again if it has changed meanwhile."""
    return lambda shift: asked.expects(version_of(shift))


def _changed(asked: Asked, edited: shift_changes.Edited) -> ShiftChanged:
    now = asked.desk.store.shifts.get(edited.shift.id) or edited.shift
    untold = sorted(str(volunteer.id) for volunteer in edited.untold)
    told = sorted(str(volunteer) for volunteer in edited.told)
    return ShiftChanged(read(asked, [now])[0], told, untold, version_of(now))


def find(asked: Asked) -> Shift:
    """The shift whose code stands in the address."""
    found = asked.desk.store.shifts.by_code(asked.path["code"])
    if found is None:
        raise problems.no_such("shift")
    return found


def version_of(shift: Shift) -> str:
    """Changes with what a coordinator decides about a shift, and with who has its seats."""
    told = (sorted(as_fields(shift).items()), sorted(shift.claimed), sorted(shift.covers))
    return sha256(repr(told).encode()).hexdigest()[:16]


def span(
    asked: Asked, since: datetime | UnsetType, until: datetime | UnsetType
) -> tuple[datetime, datetime]:
    """The time that a list is about, as far as it may reach."""
    first = asked.desk.clock.now() if since is UNSET else utc("from", since)
    last = first + USUALLY_AHEAD if until is UNSET else utc("until", until)
    return first, min(last, first + MOST_AHEAD)


def utc(at: str, given: datetime) -> datetime:
    """The moment in UTC, like all of the store's. 422 for one that no calendar of ours has."""
    try:
        found = given.astimezone(UTC)
    except OverflowError:
        found = finding.LAST_DAY
    if not finding.FIRST_DAY <= found < finding.LAST_DAY:
        raise problems.invalid(at, "is no moment of our time")
    return found.replace(microsecond=0)


def read(asked: Asked, found: list[Shift]) -> list[ShiftRead]:
    """Shifts as they are shown, with who has a seat by name."""
    zone, desk = asked.desk.line.zone, asked.desk
    on = sorted({volunteer for shift in found for volunteer in shift.claimed})
    names = {volunteer.id: volunteer.name for volunteer in desk.store.roster.get_all(on)}
    return [
        ShiftRead(
            code=shift.code,
            id=shift.id,
            starts=shift.starts.astimezone(zone),
            ends=shift.ends.astimezone(zone),
            times_in=zone.key,
            seats=shift.seats,
            open=shift.open_seats,
            claimed=[
                Holder(one, names[one], one in shift.covers)
                for one in sorted(shift.claimed)
                if one in names
            ],
            needs=needs.read(shift.needs),
            channel=shift.channel,
            pattern=shift.pattern,
            version=version_of(shift),
        )
        for shift in found
    ]
