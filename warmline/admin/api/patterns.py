"""Patterns: the rules by which shifts come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TypeVar

from msgspec import UNSET, UnsetType

from warmline.admin.api import needs, outcome, paging, problems
from warmline.admin.api.holidays import day_of
from warmline.admin.api.needs import NeedsGiven
from warmline.admin.api.operations import Asked, Gives, Noun
from warmline.admin.api.paging import Page
from warmline.admin.api.pattern_shapes import (
    ClaimedToo,
    DayGiven,
    PatternChange,
    PatternDone,
    PatternNew,
    PatternPage,
    PatternRead,
    read,
    version_of,
)  # fmt: skip
from warmline.admin.api.shifts import utc
from warmline.flows.materialise import Done
from warmline.flows.office import pattern_changes
from warmline.ids import PatternId
from warmline.store.tokens import Role
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.shifts import Needs
from warmline.volunteers.wishes import DayWish, Wish

patterns = Noun("patterns")
Value = TypeVar("Value")


@patterns.at("GET /patterns", "All patterns", role=Role.VIEWER, query=Page, gives=PatternPage)
def list_patterns(asked: Asked) -> PatternPage:
    found = asked.desk.store.patterns.book().patterns
    ids, following = paging.cut(list(found), asked.query(Page))
    return PatternPage([read(found[PatternId(one)]) for one in ids], following)


@patterns.at(
    "POST /patterns", "Have a shift come back by a rule", role=Role.COORDINATOR,
    body=PatternNew, gives=PatternDone, creates=True, versioned=True,
)  # fmt: skip
def add_pattern(asked: Asked) -> Gives:
    new, desk = asked.body(PatternNew), asked.desk
    drafted = pattern_changes.drafted(
        desk, utc("starts", new.starts), utc("ends", new.ends), rule=new.rule, name=new.name,
        seats=new.seats, needs=needs.given(new.needs), channel=new.channel, on_holidays=new.on_holidays,
    )  # fmt: skip
    with problems.as_invalid("rule"):
        pattern, done = pattern_changes.add(desk, drafted)
    return Gives(_done(asked, pattern, done), f"/patterns/{pattern.id}")


@patterns.at(
    "GET /patterns/<pattern>", "One pattern", role=Role.VIEWER, gives=PatternRead, versioned=True
)
def show_pattern(asked: Asked) -> PatternRead:
    return read(_find(asked))


@patterns.at(
    "PATCH /patterns/<pattern>", "Change a pattern and the shifts to come of it",
    role=Role.COORDINATOR, body=PatternChange, gives=PatternDone, versioned=True,
)  # fmt: skip
def edit_pattern(asked: Asked) -> PatternDone:
    before, change = _find(asked), asked.body(PatternChange)
    _still(asked)(before)
    wish = Wish(
        name=_said(change.name),
        rule=_said(change.rule),
        start=_time(change.starts_at),
        end=_time(change.ends_at),
        seats=_said(change.seats),
        needs=_needs(change.needs),
        channel=_said(change.channel),
        on_holidays=_said(change.on_holidays),
    )
    with problems.as_invalid("rule"):
        pattern_changes.check(asked.desk, wish.of(before))
    _, done = pattern_changes.edit(
        asked.desk, before, wish, claimed_too=change.claimed_too, still=_still(asked)
    )
    return _done(asked, before, done)


@patterns.at(
    "DELETE /patterns/<pattern>", "Remove a pattern, and those of its shifts to come that nobody has claimed",
    role=Role.COORDINATOR, query=ClaimedToo, gives=PatternDone, versioned=True,
)  # fmt: skip
def remove_pattern(asked: Asked) -> PatternDone:
    pattern, claimed_too = _find(asked), asked.query(ClaimedToo).claimed_too
    _still(asked)(pattern)
    done = pattern_changes.remove(asked.desk, pattern, claimed_too=claimed_too, still=_still(asked))
    return _done(asked, pattern, done)


@patterns.at(
    "PUT /patterns/<pattern>/days/<day>", "Something different on one day of the pattern",
    role=Role.COORDINATOR, body=DayGiven, gives=PatternDone,
)  # fmt: skip
def change_day(asked: Asked) -> PatternDone:
    pattern, day, given = _find(asked), day_of(asked), asked.body(DayGiven)
    desk, too = asked.desk, given.claimed_too
    if given.skip:
        done = pattern_changes.skip(desk, pattern, day, claimed_too=too)
    else:
        wish = DayWish(
            start=_time(given.starts_at),
            end=_time(given.ends_at),
            seats=_said(given.seats),
            needs=_needs(given.needs),
            channel=_said(given.channel),
        )
        if day in pattern.skipped:
            pattern_changes.skip(desk, pattern, day, again=True, claimed_too=too)
        done = pattern_changes.change(desk, pattern, day, wish, claimed_too=too)
    return _done(asked, pattern, done)


@patterns.at(
    "DELETE /patterns/<pattern>/days/<day>", "The day as ever", role=Role.COORDINATOR,
    query=ClaimedToo, gives=PatternDone,
)  # fmt: skip
def day_as_ever(asked: Asked) -> PatternDone:
    pattern, day, too = _find(asked), day_of(asked), asked.query(ClaimedToo).claimed_too
    if day in pattern.skipped:
        pattern_changes.skip(asked.desk, pattern, day, again=True, claimed_too=too)
    done = pattern_changes.change(asked.desk, pattern, day, None, claimed_too=too)
    return _done(asked, pattern, done)


def _find(asked: Asked) -> Pattern:
    found = asked.desk.store.patterns.book().patterns.get(PatternId(asked.path["pattern"]))
    if found is None:
        raise problems.no_such("pattern")
    return found


def _still(asked: Asked) -> Callable[[Pattern], None]:
    """412 for a pattern that is not as If-Match says: asked before, and again in the moment of writing."""
    return lambda pattern: asked.expects(version_of(pattern))


def _said(value: Value | UnsetType) -> Value | None:
    return None if value is UNSET else value


def _time(on_clock: str | UnsetType) -> time | None:
    return None if on_clock is UNSET else time.fromisoformat(on_clock)


def _needs(asked: NeedsGiven | UnsetType) -> Needs | None:
    return None if asked is UNSET else needs.given(asked)


def _done(asked: Asked, pattern: Pattern, done: Done) -> PatternDone:
    now = asked.desk.store.patterns.book().patterns.get(pattern.id, pattern)
    return PatternDone(read(now), outcome.read(asked, done), version_of(now))
