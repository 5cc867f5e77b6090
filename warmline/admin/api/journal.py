"""The journal: what was done to the roster, when, and by whom."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec import UNSET, UnsetType

from warmline.admin.api import paging, problems
from warmline.admin.api.operations import Asked, Noun
from warmline.admin.api.paging import Page
from warmline.admin.api.shifts import Moment, utc
from warmline.flows.office import history
from warmline.store.journal import Journal
from warmline.store.tokens import Role

journal = Noun("journal")


class EntryRead(msgspec.Struct, frozen=True):
    """One line: what happened, about whom by id, and `by` whom where a person changed something."""

    id: str
    at: datetime
    event: str
    about: dict[str, str]


class JournalPage(msgspec.Struct, frozen=True):
    """Lines about the roster, newest first."""

    items: list[EntryRead]
    next: str
    times_in: str


class JournalAsked(Page, frozen=True, forbid_unknown_fields=True):
    """Which part of the journal, back to `since`."""

    since: Moment | UnsetType = UNSET


@journal.at(
    "GET /journal", "What was done to the roster, newest first", role=Role.VIEWER,
    query=JournalAsked, gives=JournalPage,
)  # fmt: skip
def read_journal(asked: Asked) -> JournalPage:
    query, desk = asked.query(JournalAsked), asked.desk
    _, before = paging.after(query.cursor) if query.cursor else (0, "")
    if before and not Journal.is_entry(before):
        raise problems.invalid("cursor", "is none that this list gave")
    since = None if query.since is UNSET else utc("since", query.since)
    found, following = history.page(desk, before=before, since=since, at_most=query.limit)
    return JournalPage(
        [
            EntryRead(entry.id, entry.at.astimezone(desk.line.zone), entry.event, entry.about)
            for entry in found
        ],
        paging.cursor(0, following) if following else "",
        desk.line.zone.key,
    )
