"""What is to come: where the roster is thin, and who would be asked if somebody reached out at some moment."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from warmline.admin.api import problems
from warmline.admin.api import shifts as of_shifts
from warmline.admin.api.now import Language, Words
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.shifts import Moment, ShiftRead, utc
from warmline.flows import weeks_ahead, whatif
from warmline.flows.office import ahead as office_ahead
from warmline.flows.office.ahead import Load
from warmline.flows.whatif import Then
from warmline.routing.foreseen import Foreseen
from warmline.store.tokens import Role
from warmline.volunteers.gaps import Gap, Hour

ahead = Noun("ahead")


class GapRead(msgspec.Struct, frozen=True):
    """A shift with an open seat; the seat of someone whom no text reaches counts as open."""

    shift: ShiftRead
    missing: int
    lack: str


class ClosedRead(msgspec.Struct, frozen=True):
    """When a shift would run with nobody who can be reached: the line is closed then."""

    starts: datetime
    ends: datetime


class HourRead(msgspec.Struct, frozen=True):
    """What is to be expected of an hour: the share of those who reach out that is answered, and at once.

    `basis` says what it rests on; a language or channel of "" is any.
    """

    starts: datetime
    ends: datetime
    language: str
    channel: str
    peers: int
    open_seats: int
    answered: float
    at_once: float
    basis: str


class GapsRead(msgspec.Struct, frozen=True):
    """The days ahead, as the roster stands now."""

    times_in: str
    gaps: list[GapRead]
    closed: list[ClosedRead]
    forecast: list[HourRead]


class GapsAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far to look."""

    days: Annotated[int, Meta(ge=1, le=84)] = weeks_ahead.DAYS


class CarriedRead(msgspec.Struct, frozen=True):
    """Of a volunteer's shifts in some days."""

    hours: float
    nights: int


class LoadRead(msgspec.Struct, frozen=True):
    """What a volunteer carried in the 7 and 28 days before, and will carry in those to come."""

    volunteer: str
    name: str
    last_7: CarriedRead
    next_7: CarriedRead
    last_28: CarriedRead
    next_28: CarriedRead


class LoadsRead(msgspec.Struct, frozen=True):
    """Everyone on the roster; whoever will carry most in the week to come first."""

    volunteers: list[LoadRead]


class WhatIf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`at` is RFC 3339; or `moment`, as one says it: "sunday 02:15" in the line's zone. One of the two."""

    at: Moment | UnsetType = UNSET
    moment: Annotated[str, Meta(max_length=60)] = ""
    language: Language = ""
    experience: Words = []


class ForeseenRead(msgspec.Struct, frozen=True):
    """One volunteer then: `order` in which they are asked, or why not; `after_seconds` of waiting, where the search is to widen first."""

    volunteer: str
    name: str
    order: int | None
    after_seconds: int | None
    why_not: str | None


class ThenRead(msgspec.Struct, frozen=True):
    """A moment, the shifts then, and everyone on the roster."""

    at: datetime
    shifts: list[ShiftRead]
    could_be_asked: int
    volunteers: list[ForeseenRead]


class WhatIfRead(msgspec.Struct, frozen=True):
    """Two moments where the clocks show the time twice that night, else one."""

    times_in: str
    moments: list[ThenRead]


@ahead.at(
    "GET /gaps", "Where the weeks ahead are thin", role=Role.VIEWER, query=GapsAsked, gives=GapsRead
)
def see_gaps(asked: Asked) -> GapsRead:
    desk = asked.desk
    weeks = weeks_ahead.read(desk, days=asked.query(GapsAsked).days)
    habits = desk.store.learned.lesson().habits
    gaps = weeks.gaps()
    shown = dict(
        zip((g.shift.id for g in gaps), of_shifts.read(asked, [g.shift for g in gaps]), strict=True)
    )
    zone = desk.line.zone
    return GapsRead(
        times_in=zone.key,
        gaps=[_gap(gap, shown[gap.shift.id]) for gap in gaps],
        closed=[
            ClosedRead(span.starts.astimezone(zone), span.ends.astimezone(zone))
            for span in weeks.closed()
        ],
        forecast=[_hour(asked, hour) for hour in weeks_ahead.forecast(desk, weeks, habits)],
    )


@ahead.at(
    "GET /whatif", "Who would be asked if somebody reached out then", role=Role.VIEWER,
    query=WhatIf, gives=WhatIfRead,
)  # fmt: skip
def what_if(asked: Asked) -> WhatIfRead:
    query, desk = asked.query(WhatIf), asked.desk
    if (query.at is UNSET) == (not query.moment):
        raise problems.invalid("at", "or moment must be said, one of the two")
    with problems.as_invalid("moment"):
        moments = (
            whatif.moments(desk, query.moment) if query.at is UNSET else (utc("at", query.at),)
        )
    words = frozenset(word.lower() for word in query.experience)
    found = [whatif.at(desk, at, language=query.language, experience=words) for at in moments]
    return WhatIfRead(desk.line.zone.key, [_then(asked, then) for then in found])


@ahead.at("GET /load", "What each volunteer carries", role=Role.VIEWER, gives=LoadsRead)
def see_load(asked: Asked) -> LoadsRead:
    return LoadsRead([_load(one) for one in office_ahead.loads(asked.desk)])


def _load(one: Load) -> LoadRead:
    spans = (one.last_week, one.next_week, one.last_month, one.next_month)
    told = (CarriedRead(round(span.hours, 1), span.nights) for span in spans)
    return LoadRead(one.volunteer.id, one.volunteer.name, *told)


def _gap(gap: Gap, shift: ShiftRead) -> GapRead:
    return GapRead(shift, gap.missing, gap.lack.value)


def _hour(asked: Asked, hour: Hour) -> HourRead:
    zone = asked.desk.line.zone
    return HourRead(
        starts=hour.starts.astimezone(zone),
        ends=hour.ends.astimezone(zone),
        language=hour.group.language,
        channel=hour.group.channel,
        peers=hour.peers,
        open_seats=hour.open_seats,
        answered=round(hour.answered, 3),
        at_once=round(hour.at_once, 3),
        basis=hour.basis.value,
    )


def _then(asked: Asked, then: Then) -> ThenRead:
    return ThenRead(
        at=then.at.astimezone(asked.desk.line.zone),
        shifts=of_shifts.read(asked, list(then.shifts)),
        could_be_asked=sum(one.order is not None for one in then.everyone),
        volunteers=[_foreseen(one) for one in then.everyone],
    )


def _foreseen(one: Foreseen) -> ForeseenRead:
    return ForeseenRead(
        volunteer=one.volunteer.id,
        name=one.volunteer.name,
        order=one.order,
        after_seconds=round(one.after.total_seconds()) if one.after else None,
        why_not=one.why_not.value if one.why_not else None,
    )
