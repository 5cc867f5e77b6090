"""Once a day the weeks ahead are looked at: gaps are told to those who could fill them and to coordinators, before they hurt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from warmline.flows import filling, learning, weeks_ahead
from warmline.flows.desk import Desk
from warmline.flows.filling import when
from warmline.flows.speaking import to_volunteer
from warmline.flows.weeks_ahead import DAYS, Weeks
from warmline.store.asking import About
from warmline.store.effects import Effects
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.gaps import Gap, Span
from warmline.volunteers.habits import Basis, Habits
from warmline.volunteers.roster import Volunteer
from warmline.words import gaps_en, times

DIGEST_FROM = time(10)  # by the line's clock: few are asleep, and the day is young
HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
CLOSING, EMPTY = "closing_told", "empty_told"
WORST = 3  # hours that the digest names
IN_ONE_TEXT = 3  # shifts


def look_ahead(desk: Desk) -> None:
    """At every full hour: what is near, and from ten on, once a day, learn and send the digest."""
    now = desk.clock.now()
    desk.store.schedule.set(desk.store.keys.gaps(), now - _past_the_hour(desk, now) + HOUR)
    weeks = _look(desk)
    if now.astimezone(desk.line.zone).time() >= DIGEST_FROM:
        _send_digest(desk, weeks)
    filling.ask(desk, weeks)


def look_near(desk: Desk) -> None:
    """Something has changed for which nobody should wait until the next full hour."""
    desk.store.schedule.done(desk.store.keys.gaps_near())
    filling.ask(desk, _look(desk))


def _look(desk: Desk) -> Weeks:
    weeks = weeks_ahead.read(desk)
    for coordinator in _awake(desk, weeks):
        _tell_closing(desk, weeks, coordinator)
    return weeks


def arm(desk: Desk) -> None:
    """Have the weeks ahead looked at, now and every hour. For processes that start."""
    desk.store.schedule.look_at(desk.store.keys.gaps(), desk.clock.now())


def _past_the_hour(desk: Desk, now: datetime) -> timedelta:
    local = now.astimezone(desk.line.zone)
    return local - local.replace(minute=0, second=0, microsecond=0)


def _awake(desk: Desk, weeks: Weeks) -> list[Volunteer]:
    """The coordinators who are not to be left in peace just now; the others are told at a later hour."""
    limits, zone = desk.limits, desk.line.zone
    return [c for c in weeks.coordinators if not limits.is_quiet(weeks.now, zone_of(c, zone))]


def _tell_closing(desk: Desk, weeks: Weeks, coordinator: Volunteer) -> None:
    """A day at least before a shift on which nobody has a seat, and whether the line is closed then: once for each shift."""
    until = _too_late_at_next(desk, weeks.now)
    spans = [span for span in weeks.closed() if span.starts < until]
    nobody = [gap for gap in weeks.gaps() if not gap.here and gap.shift.starts < until]
    closing = [gap for gap in nobody if any(_meet(span, gap) for span in spans)]
    beside = [gap for gap in nobody if gap not in closing]
    for step, gaps in ((CLOSING, closing), (EMPTY, beside)):
        mark = f"{step}:{coordinator.id}"
        untold = [gap for gap in gaps if mark not in desk.store.shifts.marks(gap.shift.id)]
        for first in range(0, len(untold), IN_ONE_TEXT):
            some = untold[first : first + IN_ONE_TEXT]
            theirs = [span for span in spans if any(_meet(span, gap) for gap in some)]
            _tell_of(desk, weeks, coordinator, some, theirs)


def _meet(span: Span, gap: Gap) -> bool:
    return span.starts < gap.shift.ends and gap.shift.starts < span.ends


def _too_late_at_next(desk: Desk, now: datetime) -> datetime:
    """A day after the next time that it is ten: what begins before that must be told today, also of the small hours."""
    ten = timedelta(hours=DIGEST_FROM.hour)
    last_ten = (now.astimezone(desk.line.zone).replace(tzinfo=None) - ten).date()
    return datetime.combine(last_ten + 2 * A_DAY, DIGEST_FROM, desk.line.zone)


def _tell_of(
    desk: Desk, weeks: Weeks, coordinator: Volunteer, gaps: Sequence[Gap], spans: Sequence[Span]
) -> None:
    """The line will be closed during `spans`; without any, others are on beside these shifts."""
    if spans:
        step, event = CLOSING, "closing_told"
        times_closed = [when(desk, span.starts, span.ends) for span in spans]
        body = gaps_en.will_close(times_closed, [gap.shift.code for gap in gaps])
    else:
        step, event = EMPTY, "empty_told"
        begun = [(g.shift.code, when(desk, g.shift.starts, g.shift.ends)) for g in gaps]
        body = gaps_en.will_be_empty([f"{code} {at}" for code, at in begun])
    shifts = " ".join(gap.shift.id for gap in gaps)
    journal = {"event": event, "volunteer": coordinator.id, "shifts": shifts}
    plan = {"told": Effects(texts=to_volunteer(desk, coordinator, body), journal=journal)}
    word = desk.store.asking.ask(
        coordinator.id,
        [About(gap.shift.id, step) for gap in gaps],
        not_since=None,
        counted_since=weeks.now,
        counts=False,
        now=weeks.now,
        plan=plan,
    )
    desk.settle(plan, word)


def _send_digest(desk: Desk, weeks: Weeks) -> None:
    """The same to every coordinator, once a day, unless there is nothing to tell."""
    day = weeks.now.astimezone(desk.line.zone).date().isoformat()
    habits, gaps = learning.learn(desk), weeks.gaps()
    untold = [c for c in _awake(desk, weeks) if desk.store.asking.told(f"gaps:{c.id}") != day]
    if not gaps or not untold:
        return
    body = _digest(desk, weeks, habits)
    for coordinator in untold:
        journal = {"event": "gaps_told", "volunteer": coordinator.id, "gaps": str(len(gaps))}
        plan = {"told": Effects(texts=to_volunteer(desk, coordinator, body), journal=journal)}
        word = desk.store.asking.tell(f"gaps:{coordinator.id}", day, now=weeks.now, plan=plan)
        desk.settle(plan, word)


def _digest(desk: Desk, weeks: Weeks, habits: Habits) -> str:
    closed = [span.starts.astimezone(desk.line.zone).date() for span in weeks.closed()]
    return gaps_en.digest(
        len(weeks.gaps()),
        _worst(desk, weeks, habits),
        [times.day(day) for day in sorted(set(closed))],
        days=DAYS,
        guessed=habits.basis is Basis.DEFAULT,
    )


def _worst(desk: Desk, weeks: Weeks, habits: Habits) -> list[str]:
    """The thinnest hours that would not be closed, one of each shift, the worst first."""
    hours = [hour for hour in weeks_ahead.forecast(desk, weeks, habits) if hour.peers]
    open_ones = {gap.shift.id for gap in weeks.gaps() if gap.here}
    thinnest: dict[str, tuple[float, datetime, str]] = {}
    for hour in hours:
        for shift in hour.shifts:
            if shift.id not in open_ones:
                continue
            words = gaps_en.worst_hour(
                shift.code, when(desk, hour.starts, hour.ends), hour.answered
            )
            found = (round(hour.answered, 4), hour.starts, words)
            thinnest[shift.id] = min(found, thinnest.get(shift.id, found))
    return [words for _, _, words in sorted(thinnest.values())[:WORST]]
