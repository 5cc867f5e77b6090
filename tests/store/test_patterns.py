"""Patterns and holidays in Redis: written once, and never over somebody else's change."""

from __future__ import annotations

# ruff: noqa: DTZ001 - a pattern's times are those of a clock on the wall
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.store.shows import shows
from tests.store.world import NOW, SAID, World
from warmline.ids import PatternId
from warmline.store.pattern_record import as_text
from warmline.volunteers.patterns import Change, Pattern
from warmline.volunteers.shifts import Channel, Needs

NIGHTS = Pattern(
    PatternId("r1"),
    "Nights",
    "FREQ=DAILY",
    datetime(2026, 3, 5, 22),
    480,
    ZoneInfo("America/New_York"),
)
RICH = replace(
    NIGHTS,
    seats=3,
    needs=Needs(frozenset({"es", "en"}), frozenset({"grief"}), frozenset({"safety"})),
    channel=Channel.VOICE,
    on_holidays=False,
    skipped=frozenset({date(2026, 12, 25), date(2026, 3, 9)}),
    changes={
        date(2026, 11, 1): Change(
            datetime(2026, 11, 1, 1, 30, fold=1), datetime(2026, 11, 1, 6), 4, Needs(), Channel.ANY
        ),
        date(2026, 11, 2): Change(seats=1),
    },
)


def keeps(world: World, after: Pattern | None, was: str = "") -> str:
    plan = {"kept": SAID, "removed": SAID}
    return world.store.patterns.keep(NIGHTS.id, after, was=was, now=NOW, plan=plan)


@shows("keep_pattern", "kept", "removed")
def test_a_pattern_is_read_as_it_was_written(world: World) -> None:
    with world.changes() as changed:
        assert keeps(world, RICH) == "kept"
    assert changed == {"patterns": {"r1": as_text(RICH)}, "journal": [{"event": "said"}]}
    book = world.store.patterns.book()
    assert book.patterns == {"r1": RICH}
    (fold,) = [c.starts.fold for c in book.patterns[NIGHTS.id].changes.values() if c.starts]
    assert fold == 1

    assert keeps(world, NIGHTS, was=book.texts[NIGHTS.id]) == "kept"
    assert world.store.patterns.book().patterns == {"r1": NIGHTS}
    assert world.store.patterns.book() != book

    with world.changes() as changed:
        assert keeps(world, None, was=as_text(NIGHTS)) == "removed"
    assert changed == {"patterns": {"r1": None}, "journal": [{"event": "said"}]}
    assert world.store.patterns.book().patterns == {}


@shows("keep_pattern", "moved")
def test_a_pattern_that_somebody_else_has_changed_stays_as_they_left_it(world: World) -> None:
    keeps(world, NIGHTS)
    keeps(world, RICH, was=as_text(NIGHTS))
    with world.changes() as changed:
        assert keeps(world, None, was=as_text(NIGHTS)) == "moved"
        assert keeps(world, NIGHTS) == "moved"
    assert changed == {}


@shows("keep_holiday", "kept", "removed", "unknown")
def test_a_holiday_has_a_name_until_it_is_removed(world: World) -> None:
    def keeps(name: str) -> str:
        plan = {"kept": SAID, "removed": SAID}
        christmas = date(2026, 12, 25)
        return world.store.patterns.keep_holiday(christmas, name, now=NOW, plan=plan)

    with world.changes() as changed:
        assert keeps("Christmas") == "kept"
    assert changed == {"holidays": {"2026-12-25": "Christmas"}, "journal": [{"event": "said"}]}
    assert world.store.patterns.book().holidays == {date(2026, 12, 25): "Christmas"}
    assert keeps("") == "removed"
    with world.changes() as changed:
        assert keeps("") == "unknown"
    assert changed == {}
    assert world.store.patterns.book().holidays == {}
