"""The line's holidays: days on which some patterns give no shift."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from warmline.admin.api import outcome, paging, problems
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.outcome import RosterDone
from warmline.admin.api.paging import Page
from warmline.flows.office import pattern_changes
from warmline.store.tokens import Role

holidays = Noun("holidays")


class HolidayRead(msgspec.Struct, frozen=True):
    """A day, and what it is called."""

    day: date
    name: str


class HolidayPage(msgspec.Struct, frozen=True):
    """Holidays, the earliest first."""

    items: list[HolidayRead]
    next: str


class HolidayName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the day is called. Claimed shifts leave it only with `claimed_too`."""

    name: Annotated[str, Meta(min_length=1, max_length=pattern_changes.LONGEST_NAME)]
    claimed_too: bool = False


@holidays.at(
    "GET /holidays", "The line's holidays", role=Role.VIEWER, query=Page, gives=HolidayPage
)
def list_holidays(asked: Asked) -> HolidayPage:
    found = {
        day.isoformat(): name for day, name in asked.desk.store.patterns.book().holidays.items()
    }
    days, following = paging.cut(list(found), asked.query(Page))
    return HolidayPage(
        [HolidayRead(date.fromisoformat(day), found[day]) for day in days], following
    )


@holidays.at(
    "PUT /holidays/<day>", "Make a day a holiday, or call it something else",
    role=Role.COORDINATOR, body=HolidayName, gives=RosterDone,
)  # fmt: skip
def keep_holiday(asked: Asked) -> RosterDone:
    given, day = asked.body(HolidayName), day_of(asked)
    name, too = " ".join(given.name.split()), given.claimed_too
    with problems.as_invalid("name"):
        return outcome.read(
            asked, pattern_changes.keep_holiday(asked.desk, day, name, claimed_too=too)
        )


@holidays.at(
    "DELETE /holidays/<day>", "A day like any other again", role=Role.COORDINATOR, gives=RosterDone
)
def remove_holiday(asked: Asked) -> RosterDone:
    day = day_of(asked)
    if day not in asked.desk.store.patterns.book().holidays:
        raise problems.no_such("holiday")
    return outcome.read(asked, pattern_changes.remove_holiday(asked.desk, day))


def day_of(asked: Asked) -> date:
    """The day that stands in the address, such as 2026-12-25."""
    text: str = asked.path["day"]
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise problems.no_such("day") from None
    if day.isoformat() != text:  # other ways of ISO 8601 to write it, such as 20261225
        raise problems.no_such("day")
    return day
