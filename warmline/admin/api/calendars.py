"""Private calendar addresses, opened and closed; what they show is in admin/feed.py."""

from __future__ import annotations

from datetime import datetime

import msgspec

from warmline.admin.api import paging, problems
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.paging import Page
from warmline.flows.office import feeds
from warmline.ids import VolunteerId
from warmline.store.tokens import Role

calendars = Noun("calendars")


class CalendarRead(msgspec.Struct, frozen=True):
    """A calendar that has an address: a volunteer's, by id, or the line's."""

    calendar: str
    made: datetime
    times_in: str


class CalendarPage(msgspec.Struct, frozen=True):
    """Calendars that have an address, the oldest first."""

    items: list[CalendarRead]
    next: str


class CalendarOpened(msgspec.Struct, frozen=True):
    """A new private address, which is told this once. Whoever has it can read the calendar."""

    calendar: str
    address: str


@calendars.at(
    "GET /calendars",
    "Which calendars have an address",
    role=Role.VIEWER,
    query=Page,
    gives=CalendarPage,
)
def list_calendars(asked: Asked) -> CalendarPage:
    desk = asked.desk
    found = {feed.digest: feed for feed in desk.store.feeds.all()}
    names, following = paging.cut(list(found), asked.query(Page))
    zone = desk.line.zone
    return CalendarPage(
        [CalendarRead(found[n].whose, found[n].made.astimezone(zone), zone.key) for n in names],
        following,
    )


@calendars.at(
    "PUT /calendars/<calendar>", "Give a volunteer's or the line's calendar a new address; the one before closes",
    role=Role.COORDINATOR, gives=CalendarOpened,
)  # fmt: skip
def open_calendar(asked: Asked) -> CalendarOpened:
    whose = asked.path["calendar"]
    if whose != feeds.LINE and asked.desk.store.roster.get(VolunteerId(whose)) is None:
        raise problems.no_such("volunteer")
    return CalendarOpened(whose, feeds.open_address(asked.desk, whose))


@calendars.at("DELETE /calendars/<calendar>", "Close a calendar's address", role=Role.COORDINATOR)
def close_calendar(asked: Asked) -> None:
    whose = asked.path["calendar"]
    if whose not in {feed.whose for feed in asked.desk.store.feeds.all()}:
        raise problems.no_such("calendar")
    feeds.close_address(asked.desk, whose)
