"""What was done to the roster, and by whom: the journal without what happened between people who talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from warmline.flows.desk import Desk
from warmline.store.journal import Entry

# Processes' clocks differ by little, and lines are in the order in which Redis got them.
ASIDE = timedelta(minutes=1)
MOST_READ = 5000  # lines for one page; whoever wants more asks on


def page(
    desk: Desk, *, before: str = "", since: datetime | None = None, at_most: int
) -> tuple[Sequence[Entry], str]:
    """The latest lines about the roster, newest first, and where to read on: "" at the end."""
    found: list[Entry] = []
    for read, entry in enumerate(desk.store.journal.before(before), start=1):
        if since and entry.at < since - ASIDE:
            return found, ""
        if is_of_roster(entry) and (since is None or entry.at >= since):
            found.append(entry)
        if len(found) == at_most or read == MOST_READ:
            return found, entry.id
    return found, ""


def all_since(desk: Desk, since: datetime | None) -> Iterator[Entry]:
    """Every line about the roster since then, newest first."""
    before, more = "", True
    while more:
        entries, before = page(desk, before=before, since=since, at_most=500)
        yield from entries
        more = bool(before)


def is_of_roster(entry: Entry) -> bool:
    """Whether a person changed something, or something happened to a shift or to a volunteer's duty.

    How somebody is after a shift, and who was called for help, is between them and a coordinator.
    """
    about = entry.about
    if "page" in about or entry.event == "checked_in":
        return False
    of_roster = not about.keys().isdisjoint({"by", "shift", "pattern"})
    return of_roster or ("volunteer" in about and "contact" not in about)
