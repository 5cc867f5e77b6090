"""Seats on shifts, given to volunteers and taken back."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from warmline.admin.api import paging, problems
from warmline.admin.api import shifts as of_shifts
from warmline.admin.api import volunteers as of_volunteers
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.paging import Page
from warmline.admin.api.problems import ProblemError
from warmline.admin.api.shifts import Moment
from warmline.flows.office import claims as listed
from warmline.flows.office import shift_changes
from warmline.flows.office.claims import Claim
from warmline.ids import VolunteerId
from warmline.store.tokens import Role

claims = Noun("claims")


class Against(msgspec.Struct, frozen=True):
    """A rule of care that speaks against a claim, and that a coordinator may wave through."""

    why: str
    need: str


class ClaimRead(msgspec.Struct, frozen=True):
    """A volunteer's seat on a shift."""

    shift: int
    volunteer: str
    name: str
    against: list[Against]


class ClaimListed(msgspec.Struct, frozen=True):
    """A volunteer's seat on a shift, and when that is."""

    shift: int
    starts: datetime
    ends: datetime
    volunteer: str
    name: str
    asks_for_cover: bool


class ClaimPage(msgspec.Struct, frozen=True):
    """Claims by the shifts' start."""

    items: list[ClaimListed]
    next: str
    times_in: str


class ClaimsAsked(Page, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """On shifts that touch the time from `from` (now) until `until` (31 days later; 400 at most); of one volunteer, by id, or of all."""

    since: Moment | UnsetType = UNSET
    until: Moment | UnsetType = UNSET
    volunteer: Annotated[str, Meta(max_length=40)] = ""


@claims.at(
    "GET /claims", "Who has a seat when", role=Role.VIEWER, query=ClaimsAsked, gives=ClaimPage
)
def list_claims(asked: Asked) -> ClaimPage:
    query, desk = asked.query(ClaimsAsked), asked.desk
    who = desk.store.roster.get(VolunteerId(query.volunteer)) if query.volunteer else None
    if query.volunteer and who is None:
        raise problems.invalid("volunteer", "is nobody on the roster")
    start, end = of_shifts.span(asked, query.since, query.until)
    found = {
        f"{one.shift.id}.{one.volunteer.id}": one
        for one in listed.between(desk, start, end, volunteer=who)
    }
    names, following = paging.cut(list(found), query)
    return ClaimPage([_listed(asked, found[name]) for name in names], following, desk.line.zone.key)


@claims.at(
    "PUT /shifts/<int:code>/claims/<volunteer>", "Give a seat to a volunteer",
    role=Role.COORDINATOR, gives=ClaimRead,
)  # fmt: skip
def add_claim(asked: Asked) -> ClaimRead:
    shift, volunteer = of_shifts.find(asked), of_volunteers.find(asked)
    against = shift_changes.claim(asked.desk, shift, volunteer)
    told = [Against(one.why.value, one.need) for one in against]
    return ClaimRead(shift.code, volunteer.id, volunteer.name, told)


@claims.at(
    "DELETE /shifts/<int:code>/claims/<volunteer>", "Take a volunteer's seat back",
    role=Role.COORDINATOR,
)  # fmt: skip
def remove_claim(asked: Asked) -> None:
    shift, volunteer = of_shifts.find(asked), of_volunteers.find(asked)
    if volunteer.id not in shift.claimed:
        raise ProblemError(HTTPStatus.NOT_FOUND, "They have no seat on that shift.")
    shift_changes.release(asked.desk, shift, volunteer)


def _listed(asked: Asked, one: Claim) -> ClaimListed:
    zone, shift = asked.desk.line.zone, one.shift
    return ClaimListed(
        shift=shift.code,
        starts=shift.starts.astimezone(zone),
        ends=shift.ends.astimezone(zone),
        volunteer=one.volunteer.id,
        name=one.volunteer.name,
        asks_for_cover=one.asks_for_cover,
    )
