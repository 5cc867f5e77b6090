"""Patterns, their days, and the line's holidays: what a coordinator changes, and what the roster makes of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from warmline.errors import RefusedError
from warmline.flows import materialise
from warmline.flows.desk import Desk
from warmline.flows.materialise import Done
from warmline.flows.office import finding
from warmline.flows.office.finding import whatever
from warmline.ids import PatternId, new_id
from warmline.store.effects import Effects
from warmline.volunteers import local_times, patterns, rules
from warmline.volunteers.patterns import Change, Pattern
from warmline.volunteers.shifts import Shift, why_no_shift
from warmline.volunteers.wishes import DayWish, Wish

Still = Callable[[Pattern], None]
TRIES = 20  # others may change a pattern at the same time, but not for ever
WHOLE = timedelta(weeks=53)  # a rule that ends within it is put on the roster whole
LONGEST_NAME = 40


def pattern(desk: Desk, name_or_id: str) -> Pattern:
    """The one pattern meant, by id or by name. RefusedError when that is none or several."""
    book = desk.store.patterns.book()
    if name_or_id in book.texts:
        return book.patterns[PatternId(name_or_id)]
    meant = " ".join(name_or_id.split()).casefold()
    found = [p for p in book.patterns.values() if p.name.casefold() == meant]
    if len(found) > 1:
        which = ", ".join(p.id for p in found)
        raise RefusedError(
            f"There are {len(found)} patterns of that name; say which by id: {which}."
        )
    if not found:
        raise RefusedError("There is no pattern of that name or id. See: warmline patterns list")
    return found[0]


def add(desk: Desk, asked: Pattern) -> tuple[Pattern, Done]:
    """Keep a new pattern and put its shifts on the roster. One that says the same already is not kept twice."""
    new = check(desk, asked)
    same = [p for p in desk.store.patterns.book().patterns.values() if _like(p) == _like(new)]
    if same:
        new = same[0]
    else:
        plan = {"kept": _causes(desk, "pattern_added", new.id)}
        desk.store.patterns.keep(new.id, new, was="", now=desk.clock.now(), plan=plan)
    return new, materialise.keep_in_step(desk, new.id, through=through(new))


def edit(
    desk: Desk, of: Pattern, wish: Wish, *, claimed_too: bool = False, still: Still = whatever
) -> tuple[Pattern, Done]:
    """Change it and its shifts; skipped and changed days that the rule gives no more are dropped. `still` may object."""

    def edited(now: Pattern) -> Pattern:
        still(now)
        new = check(desk, wish.of(now))
        return replace(
            new,
            skipped=frozenset(day for day in now.skipped if patterns.has(new, day)),
            changes={day: what for day, what in now.changes.items() if patterns.has(new, day)},
        )

    done = _keep(desk, of.id, edited, "pattern_changed", claimed_too=claimed_too)
    return desk.store.patterns.book().patterns.get(of.id, of), done


def remove(
    desk: Desk, gone: Pattern, *, claimed_too: bool = False, still: Still = whatever
) -> Done:
    """No shift comes of it any more; of those to come, the unclaimed leave. `still` may object."""
    return _keep(desk, gone.id, still, "pattern_removed", claimed_too=claimed_too)


def skip(
    desk: Desk, of: Pattern, day: date, *, again: bool = False, claimed_too: bool = False
) -> Done:
    """No shift on that day; or one `again` after all."""
    _check_day(of, day)

    def edited(now: Pattern) -> Pattern:
        return replace(now, skipped=now.skipped - {day} if again else now.skipped | {day})

    event = "pattern_day_back" if again else "pattern_day_skipped"
    return _keep(desk, of.id, edited, event, day=day, claimed_too=claimed_too)


def change(
    desk: Desk, of: Pattern, day: date, wish: DayWish | None, *, claimed_too: bool = False
) -> Done:
    """Something different on that day; None is as ever."""
    _check_day(of, day)

    def edited(now: Pattern) -> Pattern:
        others = {other: change for other, change in now.changes.items() if other != day}
        if wish is None:
            return replace(now, changes=others)
        changed = replace(now, changes={**others, day: wish.on(day, now)})
        _check_window(desk, changed, day)
        return changed

    return _keep(desk, of.id, edited, "pattern_day_changed", day=day, claimed_too=claimed_too)


def leave_out(desk: Desk, shift: Shift) -> None:
    """A shift is about to be taken off by hand: if it was made from a pattern, that shall not bring it back."""
    made = patterns.origin(shift.id)
    if made is None or made[0] not in desk.store.patterns.book().texts:
        return
    pattern, day = made
    effects = _causes(desk, "pattern_day_skipped", pattern, day=day)
    _write(desk, pattern, lambda now: replace(now, skipped=now.skipped | {day}), effects)


def keep_holiday(desk: Desk, day: date, name: str, *, claimed_too: bool = False) -> Done:
    """A day of the line's calendar; patterns that are not for holidays give no shift on it."""
    if not 1 <= len(name) <= LONGEST_NAME:
        raise RefusedError(f"A holiday's name has from 1 to {LONGEST_NAME} letters.")
    plan = {"kept": _about_holidays(desk, "holiday_added", day)}
    desk.store.patterns.keep_holiday(day, name, now=desk.clock.now(), plan=plan)
    return materialise.keep_in_step(desk, claimed_too=claimed_too, on=day)


def remove_holiday(desk: Desk, day: date) -> Done:
    """A day like any other again."""
    plan = {"removed": _about_holidays(desk, "holiday_removed", day)}
    word = desk.store.patterns.keep_holiday(day, "", now=desk.clock.now(), plan=plan)
    if word != "removed":
        raise RefusedError("There is no holiday on that day. See: warmline holidays list")
    return materialise.keep_in_step(desk)


def check(desk: Desk, asked: Pattern) -> Pattern:
    """The pattern with its rule as it is kept. RefusedError says all that is wrong with it."""
    found = patterns.read(asked)
    if isinstance(found, list):
        raise RefusedError(f"There can be no such pattern: {'; '.join(found)}.")
    today = desk.clock.now().astimezone(found.zone).date()
    coming = rules.days(found.rule, first=found.first, zone=found.zone, after=today)
    if next(coming, None) is None:
        raise RefusedError("There can be no such pattern: it would be over already.")
    return found


def through(pattern: Pattern) -> date:
    """The last day of a rule that ends before long; its first for one that goes on."""
    first = pattern.first.date()
    if not {"COUNT", "UNTIL"} & {part.partition("=")[0] for part in pattern.rule.split(";")}:
        return first
    found = rules.days(pattern.rule, first=pattern.first, zone=pattern.zone, until=first + WHOLE)
    return max(found, default=first)


def _keep(
    desk: Desk,
    of: PatternId,
    edited: Callable[[Pattern], Pattern | None],
    event: str,
    *,
    day: date | None = None,
    claimed_too: bool,
) -> Done:
    after = _write(desk, of, edited, _causes(desk, event, of, day=day))
    ahead = through(after) if after else None
    return materialise.keep_in_step(desk, of, claimed_too=claimed_too, on=day, through=ahead)


def _write(
    desk: Desk, of: PatternId, edited: Callable[[Pattern], Pattern | None], effects: Effects
) -> Pattern | None:
    for _ in range(TRIES):
        book = desk.store.patterns.book()
        if of not in book.texts:
            raise RefusedError("That pattern was removed just now.")
        after = edited(book.patterns[of])
        plan = {"kept": effects, "removed": effects}
        word = desk.store.patterns.keep(
            of, after, was=book.texts[of], now=desk.clock.now(), plan=plan
        )
        if word != "moved":
            return after
    raise RefusedError("The line is too busy for that just now. Please try again.")


def _causes(desk: Desk, event: str, of: PatternId, *, day: date | None = None) -> Effects:
    about = {"day": day.isoformat()} if day else {}
    effects = finding.causes(desk, event, pattern=of, **about)
    return replace(effects, bell=(), due={desk.store.keys.patterns(): desk.clock.now()})


def _about_holidays(desk: Desk, event: str, day: date) -> Effects:
    effects = finding.causes(desk, event, day=day.isoformat())
    return replace(effects, bell=(), due={desk.store.keys.patterns(): desk.clock.now()})


def _check_day(of: Pattern, day: date) -> None:
    if not patterns.has(of, day):
        raise RefusedError(f"The pattern {of.name} gives no shift on {day:%a %Y-%m-%d}.")


def _check_window(desk: Desk, of: Pattern, day: date) -> None:
    change, window = of.changes[day], patterns.window(of, day)
    for wall in filter(None, (change.starts, change.ends)):
        if not local_times.exists(wall, of.zone):
            raise RefusedError(f"{wall:%H:%M} {local_times.SKIPPED.why}.")
    seats = of.seats if change.seats is None else change.seats
    why = why_no_shift(window.starts, window.ends, seats=seats, now=desk.clock.now())
    if why:
        raise RefusedError(f"There can be no such shift: {why}.")


def _like(pattern: Pattern) -> Pattern:
    """All that makes two patterns the same to whoever asks for one twice."""
    return replace(pattern, id=PatternId(""), name="", skipped=frozenset(), changes={})


def drafted(
    desk: Desk, starts: datetime, ends: datetime, *, rule: str, name: str = "", **about: Any
) -> Pattern:
    """A pattern that begins with these moments, in the line's zone; not yet on the roster.

    Where the clocks show one of the two twice on the first day, the moment that was given is meant.
    """
    zone = desk.line.zone
    first, last = (at.astimezone(zone).replace(tzinfo=None) for at in (starts, ends))
    minutes = (last.replace(fold=0) - first.replace(fold=0)) // timedelta(minutes=1)
    twice = any(local_times.is_repeated(wall, zone) for wall in (first, last))
    given = {first.date(): Change(starts=first, ends=last)} if twice else {}
    days = next((p[6:] for p in rule.upper().split(";") if p.startswith("BYDAY=")), f"{first:%a}")
    return Pattern(
        id=PatternId(new_id("r")),
        name=" ".join(name.split()) or f"{days} {first:%H:%M}-{last:%H:%M}",
        rule=rule,
        first=first.replace(fold=0),
        minutes=minutes,
        zone=zone,
        changes=given,
        **about,
    )
