"""Incident records: what was done about people in danger, by id; each reading is written into the record."""

from __future__ import annotations

from datetime import datetime

import msgspec

from warmline.admin.api import paging, problems
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.paging import Page
from warmline.flows import incidents as records
from warmline.ids import ContactId
from warmline.store.tokens import Role

incidents = Noun("incidents")


class LineRead(msgspec.Struct, frozen=True):
    """One thing that happened, about whom by id; rules by name, never words."""

    at: datetime
    event: str
    about: dict[str, str]


class IncidentRead(msgspec.Struct, frozen=True):
    """The record of one contact, oldest line first."""

    contact: str
    began: datetime
    times_in: str
    timeline: list[LineRead]


class IncidentPage(msgspec.Struct, frozen=True):
    """Contacts with a record, the latest first."""

    items: list[str]
    next: str


@incidents.at(
    "GET /incidents", "Which contacts have an incident record", role=Role.COORDINATOR,
    query=Page, gives=IncidentPage,
)  # fmt: skip
def list_incidents(asked: Asked) -> IncidentPage:
    ids, following = paging.cut(asked.desk.store.incidents.all_ids(), asked.query(Page))
    return IncidentPage([str(one) for one in ids], following)


@incidents.at(
    "GET /incidents/<contact>", "One record; that it was read is written into it",
    role=Role.COORDINATOR, gives=IncidentRead,
)  # fmt: skip
def show_incident(asked: Asked) -> IncidentRead:
    found = records.read(asked.desk, ContactId(asked.path["contact"]))
    if found is None:
        raise problems.no_such("incident record")
    zone = asked.desk.line.zone
    return IncidentRead(
        found.contact,
        found.began.astimezone(zone),
        zone.key,
        [LineRead(one.at.astimezone(zone), one.event, one.about) for one in found.lines],
    )
