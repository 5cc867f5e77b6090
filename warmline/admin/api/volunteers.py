"""Volunteers, as programs see and change them."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from warmline.admin.api import paging, problems
from warmline.admin.api.operations import Asked, Gives, Noun
from warmline.admin.api.paging import Page
from warmline.admin.api.problems import Fault, ProblemError
from warmline.flows.desk import Desk
from warmline.flows.office import roster_changes
from warmline.ids import VolunteerId
from warmline.phone import PhoneNumber
from warmline.store.tokens import Role
from warmline.store.volunteer_record import UNTIL_RESUME, as_fields
from warmline.volunteers.particulars import LONGEST_NAME, MOST_AT_ONCE, Particulars
from warmline.volunteers.roster import Volunteer

volunteers = Noun("volunteers")

Name = Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME)]
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}$", examples=["es"])]
Word = Annotated[str, Meta(min_length=2, max_length=24, examples=["anxiety"])]
Capacity = Annotated[int, Meta(ge=1, le=MOST_AT_ONCE, description="People at once.")]
Zone = Annotated[str, Meta(max_length=64, description="IANA name; empty for the line's own.")]
Training = Annotated[
    dict[Word, date], Meta(description="Each to the last day on which it is valid.")
]
Phone = Annotated[str, Meta(min_length=3, max_length=30, examples=["+15550110201"])]


class VolunteerRead(msgspec.Struct, frozen=True):
    """A volunteer. `number` is shown to admins only; `paused_until` in the year 9000 is until RESUME."""

    id: str
    name: str
    number: str | None
    coordinator: bool
    languages: list[str]
    experience: list[str]
    capacity: int
    zone: str
    training: dict[str, date]
    probation: bool
    unreachable: str | None
    paused_until: datetime | None
    wrapping_up_until: datetime | None
    talking_with: int
    offered: int
    missed_in_a_row: int
    times_in: str
    version: str


class VolunteerPage(msgspec.Struct, frozen=True):
    """Volunteers in the order in which they came to the roster."""

    items: list[VolunteerRead]
    next: str


class VolunteerNew(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone who is to be on the roster, and who is welcomed by text."""

    name: Name
    number: Phone
    coordinator: bool = False
    languages: Annotated[
        list[Language], Meta(max_length=20, description="[]: the line's own.")
    ] = []
    experience: Annotated[list[Word], Meta(max_length=50)] = []
    capacity: Capacity = 1
    zone: Zone = ""
    training: Training = {}
    probation: bool = False


class VolunteerChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be otherwise; what is left out stays."""

    name: Name | UnsetType = UNSET
    coordinator: bool | UnsetType = UNSET
    languages: Annotated[list[Language], Meta(min_length=1, max_length=20)] | UnsetType = UNSET
    experience: Annotated[list[Word], Meta(max_length=50)] | UnsetType = UNSET
    capacity: Capacity | UnsetType = UNSET
    zone: Zone | UnsetType = UNSET
    training: Training | UnsetType = UNSET
    probation: bool | UnsetType = UNSET


@volunteers.at(
    "GET /volunteers", "Everyone on the roster", role=Role.VIEWER, query=Page, gives=VolunteerPage
)
def list_volunteers(asked: Asked) -> VolunteerPage:
    ids, following = paging.cut(asked.desk.store.roster.all_ids(), asked.query(Page))
    found = asked.desk.store.roster.get_all(VolunteerId(one) for one in ids)
    return VolunteerPage([_read(asked, one) for one in found], following)


@volunteers.at(
    "POST /volunteers", "Put someone on the roster", role=Role.COORDINATOR,
    body=VolunteerNew, gives=VolunteerRead, creates=True, versioned=True,
)  # fmt: skip
def add_volunteer(asked: Asked) -> Gives:
    new, desk = asked.body(VolunteerNew), asked.desk
    said = _particulars(
        Particulars("", languages=frozenset({desk.line.language})),
        {name: value for name, value in msgspec.structs.asdict(new).items() if name != "number"}
        | ({"languages": UNSET} if not new.languages else {}),
    )
    number = _number(desk, new.number)
    known = VolunteerId(f"v{asked.once}") if asked.once else None
    volunteer = roster_changes.add(desk, said, number, volunteer_id=known)
    return Gives(_read(asked, volunteer), f"/volunteers/{volunteer.id}")


@volunteers.at(
    "GET /volunteers/<volunteer>",
    "One volunteer",
    role=Role.VIEWER,
    gives=VolunteerRead,
    versioned=True,
)
def show_volunteer(asked: Asked) -> VolunteerRead:
    return _read(asked, find(asked))


@volunteers.at(
    "PATCH /volunteers/<volunteer>", "Change what is known of a volunteer", role=Role.COORDINATOR,
    body=VolunteerChange, gives=VolunteerRead, versioned=True,
)  # fmt: skip
def edit_volunteer(asked: Asked) -> VolunteerRead:
    before = find(asked)
    asked.expects(version_of(before))
    change = msgspec.structs.asdict(asked.body(VolunteerChange))
    after = _particulars(Particulars.of(before), change)
    return _read(asked, roster_changes.edit(asked.desk, before, after))


@volunteers.at(
    "DELETE /volunteers/<volunteer>", "Take a volunteer off the roster, with their claims",
    role=Role.COORDINATOR, versioned=True,
)  # fmt: skip
def remove_volunteer(asked: Asked) -> None:
    volunteer = find(asked)
    asked.expects(version_of(volunteer))
    roster_changes.remove(asked.desk, volunteer)


def find(asked: Asked) -> Volunteer:
    """The volunteer whose id stands in the address."""
    found = asked.desk.store.roster.get(VolunteerId(asked.path["volunteer"]))
    if found is None:
        raise problems.no_such("volunteer")
    return found


def version_of(volunteer: Volunteer) -> str:
    """Changes with whatever a coordinator may change, and with nothing else."""
    return sha256(repr(sorted(as_fields(volunteer).items())).encode()).hexdigest()[:16]


def _particulars(start: Particulars, said: dict[str, Any]) -> Particulars:
    given = {name: value for name, value in said.items() if value is not UNSET}
    for field in ("languages", "experience"):
        if field in given:
            given[field] = frozenset(word.lower() for word in given[field])
    if "name" in given:
        given["name"] = " ".join(given["name"].split())
    after = dataclasses.replace(start, **given)
    if faults := [Fault(field, why) for field, why in after.faults()]:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "That cannot be.", faults=faults)
    return after


def _number(desk: Desk, text: str) -> PhoneNumber:
    with problems.as_invalid("number"):
        return roster_changes.number(desk, text)


def _read(asked: Asked, volunteer: Volunteer) -> VolunteerRead:
    now, zone = asked.desk.clock.now(), asked.desk.line.zone

    def ahead(moment: datetime | None) -> datetime | None:
        if moment is None or moment <= now:
            return None
        return moment if moment >= UNTIL_RESUME else moment.astimezone(zone)

    return VolunteerRead(
        id=volunteer.id,
        name=volunteer.name,
        number=volunteer.number.e164 if asked.shows_numbers else None,
        coordinator=volunteer.coordinator,
        languages=sorted(volunteer.languages),
        experience=sorted(volunteer.experience),
        capacity=volunteer.capacity,
        zone=volunteer.zone,
        training=dict(volunteer.training),
        probation=volunteer.probation,
        unreachable=volunteer.unreachable or None,
        paused_until=ahead(volunteer.paused_until),
        wrapping_up_until=ahead(volunteer.wrapping_until),
        talking_with=len(volunteer.talks),
        offered=len(volunteer.offers),
        missed_in_a_row=volunteer.misses,
        times_in=zone.key,
        version=version_of(volunteer),
    )
