"""Seats on shifts, given to volunteers and taken back."""

from __future__ import annotations

from http import HTTPStatus

import msgspec

from warmline.admin.api import shifts as of_shifts
from warmline.admin.api import volunteers as of_volunteers
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.problems import ProblemError
from warmline.flows.office import shift_changes
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
