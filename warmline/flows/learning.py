"""Once a day the line learns of itself from its journal: who reached out when, and how long things took."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from warmline.flows.desk import Desk
from warmline.routing import contact
from warmline.store.effects import Effects
from warmline.store.journal import Entry
from warmline.store.learned import Lesson
from warmline.volunteers import habits
from warmline.volunteers.habits import Ended, Group, Habits, Opened

OFTEN_ENOUGH = timedelta(hours=20)  # so that it comes once a day, though not to the minute
LEFT = frozenset({contact.Ended.ABANDONED, contact.Ended.OPTED_OUT, contact.Ended.ERASED})


def learn(desk: Desk) -> Habits:
    """What the line knows of itself now, with what the journal has brought since the last time."""
    now, before = desk.clock.now(), desk.store.learned.lesson()
    if before.until and now - before.until < OFTEN_ENOUGH:
        return before.habits
    entries = list(desk.store.journal.after(before.read))
    since = before.until or (entries[0].at if entries else now)
    known = habits.learn(before.habits, _seen(entries), since=since, until=now, zone=desk.line.zone)
    after = Lesson(known, entries[-1].id if entries else before.read, now)
    plan = {"folded": Effects(journal={"event": "learned"})}
    word = desk.store.learned.fold(before, after, now=now, plan=plan)
    return known if desk.settle(plan, word) == "folded" else desk.store.learned.lesson().habits


def _seen(entries: list[Entry]) -> Iterator[Opened | Ended]:
    for entry in entries:
        if "language" not in entry.about:  # something else, or older than what is read here
            continue
        group = Group(entry.about["language"], entry.about.get("channel", ""))
        if entry.event == "opened":
            yield Opened(entry.at, group)
        elif entry.event == "ended":
            talked = _length(entry, "talked")
            left = talked is None and entry.about.get("how") in LEFT
            yield Ended(group, talked, _length(entry, "waited"), left=left)


def _length(entry: Entry, name: str) -> timedelta | None:
    return timedelta(seconds=int(entry.about[name])) if name in entry.about else None
