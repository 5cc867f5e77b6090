"""What happens before, during and after a shift: which steps are due now, and when to look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.ids import VolunteerId
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.limits import Limits
from warmline.volunteers.roster import HEARD_AGAIN, Volunteer
from warmline.volunteers.shifts import Shift

A_WEEK, A_DAY, AN_HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)
ASK_AGAIN = timedelta(hours=6)  # before the start, for whoever has not confirmed
TELL_COORDINATORS = timedelta(hours=2)  # before the start, that somebody still has not
NO_SHOW = timedelta(minutes=10)  # after the start, or after the welcome if that came late
WORTH_COVERING = timedelta(minutes=15)  # nobody is called in for less
AWAKE_AFTER = timedelta(minutes=15)  # of a shift's or a talk's end: still awake by their own choice
TALKING = timedelta(minutes=5)  # until a thank-you is thought of again, while a talk goes on
ANSWERED_WITHIN = timedelta(hours=12)  # how long a check-in stands open
BEFORE_QUIET = timedelta(hours=1)  # what would come in the quiet hours comes so long before them
TOLD_BEFORE_QUIET = timedelta(minutes=30)  # and coordinators hear of it after those it is about
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

CLAIMED, CONFIRMED = "claimed", "confirmed"  # marks that claims and answers leave


class Step(StrEnum):
    """What is done once for whoever has a seat; the name is that of its mark."""

    ASKED = "asked"  # will you be there?
    ASKED_AGAIN = "asked_again"
    UNCONFIRMED = "unconfirmed"  # a coordinator is told
    UNREACHABLE = "unreachable"  # a coordinator is told
    ALONE = "alone"  # on probation, with nobody experienced beside them: a coordinator is told
    REMINDED = "reminded"
    WELCOMED = "welcomed"
    MISSED = "missed"  # they are asked where they are, and all coordinators are told
    COVER_URGED = "cover_urged"  # others are asked, at any hour
    CAME = "came"  # late, but they came
    HANDED_OVER = "handed_over"  # who takes over, for whoever is still talking
    THANKED = "thanked"  # and asked how they are


@dataclass(frozen=True, slots=True)
class Around:
    """A shift, and all that decides what is due around it, as it was read at one moment."""

    shift: Shift
    holders: Sequence[Volunteer]
    coordinators: Sequence[Volunteer]  # those who can be reached
    marks: Mapping[str, datetime]
    from_another: frozenset[VolunteerId] = frozenset()  # whose other shift ends as this one starts
    to_another: frozenset[VolunteerId] = frozenset()  # whose next shift starts as this one ends
    staying: frozenset[VolunteerId] = frozenset()  # who texted ON for longer than it lasts

    def done(self, step: str, holder: VolunteerId) -> datetime | None:
        return self.marks.get(f"{step}:{holder}")

    def claimed_at(self, holder: VolunteerId) -> datetime:
        return self.done(CLAIMED, holder) or LONG_AGO

    def is_confirmed(self, holder: VolunteerId) -> bool:
        """They said so, or claimed it so late that the claim says it."""
        late = self.claimed_at(holder) > self.shift.starts - A_DAY
        return late or self.done(CONFIRMED, holder) is not None

    def is_missing(self, holder: VolunteerId) -> bool:
        """They were called a no-show, and have not come since."""
        return self.done(Step.MISSED, holder) is not None and not self.done(Step.CAME, holder)

    def is_alone(self, holder: Volunteer) -> bool:
        """They are on probation, and whoever was to be beside them has gone or cannot be reached."""
        sure = (one for one in self.holders if not one.probation and not one.unreachable)
        return holder.probation and not holder.unreachable and next(sure, None) is None

    def is_there(self, holder: Volunteer) -> bool:
        """Something was heard of them since an hour before the start, or they are talking."""
        since = self.shift.starts - AN_HOUR - HEARD_AGAIN
        heard = holder.heard is not None and holder.heard >= since
        return heard or bool(holder.talks) or holder.id in self.from_another


@dataclass(frozen=True, slots=True)
class Due:
    """A step to take now for a holder; `coordinator` where it is one of them who is told."""

    step: Step
    holder: Volunteer
    coordinator: Volunteer | None = None

    @property
    def mark(self) -> str:
        return f"{self.step}:{self.coordinator.id}" if self.coordinator else self.step


@dataclass(frozen=True, slots=True)
class Quiet:
    """Whose phone is left in peace when: the line's quiet hours, on each one's own clock."""

    limits: Limits
    zone: ZoneInfo  # the line's

    def kept(self, at: datetime, told: Volunteer, *, since: datetime, lead: timedelta) -> datetime:
        """`at`, or `lead` before the quiet hours that it falls into, or their end if that is before `since`."""
        zone = zone_of(told, self.zone)
        if not self.limits.is_quiet(at, zone):
            return at
        before = self.limits.quiet_began(at, zone) - lead
        return before if before >= since else self.limits.quiet_is_over(at, zone)

    def is_over(self, at: datetime, told: Volunteer) -> datetime:
        return self.limits.quiet_is_over(at, zone_of(told, self.zone))


@dataclass(frozen=True, slots=True)
class _Window:
    """A step that has its sense from one moment to another."""

    due: Due
    opens: datetime
    closes: datetime
    # whose quiet hours are kept, and who must be reachable; None for neither
    told: Volunteer | None
    awake_until: datetime = LONG_AGO


def moments(around: Around, quiet: Quiet, *, now: datetime) -> tuple[list[Due], datetime | None]:
    """The steps that are due, and the next moment at which one may be; None when there is no more to come.

    What makes no sense any more is left out. Taken again after its steps were marked, it gives none of them.
    """
    due, later = list[Due](), [around.shift.starts]
    for holder in around.holders:
        for window in _windows(around, holder, quiet, now):
            at = _taken_at(window, quiet, now)
            if at is None or at >= window.closes:
                continue
            if at > now:
                later.append(at)
            elif window.told is None or not window.told.unreachable:
                due.append(window.due)
    return due, min((at for at in later if at > now), default=None)


def _taken_at(window: _Window, quiet: Quiet, now: datetime) -> datetime | None:
    if now < window.opens:
        return window.opens
    if window.told is None or now < window.awake_until:
        return now
    return quiet.is_over(now, window.told)


def _windows(around: Around, holder: Volunteer, quiet: Quiet, now: datetime) -> Iterator[_Window]:
    """The steps for one holder that have not been taken."""
    for window in (
        *_before(around, holder, quiet),
        *_told(around, holder, quiet, now),
        *_during(around, holder, now),
        *_after(around, holder, now),
    ):
        if not around.done(window.due.mark, holder.id):
            yield window


def _before(around: Around, holder: Volunteer, quiet: Quiet) -> Iterator[_Window]:
    """Each ends when the next one begins, so that they never come in a burst."""
    starts, since = around.shift.starts, around.claimed_at(holder.id)

    def at(ahead: timedelta) -> datetime:
        return quiet.kept(starts - ahead, holder, since=since, lead=BEFORE_QUIET)

    asked, again, reminded = at(A_DAY), at(ASK_AGAIN), at(AN_HOUR)
    if not around.is_confirmed(holder.id):
        yield _Window(Due(Step.ASKED, holder), asked, again, holder)
        yield _Window(Due(Step.ASKED_AGAIN, holder), again, reminded, holder)
    if reminded > since and holder.id not in around.from_another:
        yield _Window(Due(Step.REMINDED, holder), reminded, starts, holder)


def _told(around: Around, holder: Volunteer, quiet: Quiet, now: datetime) -> Iterator[_Window]:
    """What coordinators are told of a holder: ahead of time, and once the shift has begun at any hour."""
    starts, since = around.shift.starts, around.claimed_at(holder.id)
    for coordinator in around.coordinators:
        if coordinator.id == holder.id:
            continue

        def at(ahead: timedelta, told: Volunteer = coordinator) -> datetime:
            return quiet.kept(starts - ahead, told, since=since, lead=TOLD_BEFORE_QUIET)

        if holder.unreachable:
            due = Due(Step.UNREACHABLE, holder, coordinator)
            kept_for = coordinator if now < starts else None
            yield _Window(due, at(A_DAY), around.shift.ends, kept_for)
        elif not around.is_confirmed(holder.id):
            due = Due(Step.UNCONFIRMED, holder, coordinator)
            yield _Window(due, at(TELL_COORDINATORS), starts, coordinator)
        if around.is_alone(holder):
            due = Due(Step.ALONE, holder, coordinator)
            opens = max(since, starts - A_WEEK)
            yield _Window(due, opens, around.shift.ends, coordinator if now < starts else None)


def _during(around: Around, holder: Volunteer, now: datetime) -> Iterator[_Window]:
    """From the start on a holder is awake by their own choice, and a call for cover is urgent."""
    ends, begins = around.shift.ends, max(around.shift.starts, around.claimed_at(holder.id))
    yield _Window(Due(Step.WELCOMED, holder), begins, ends, holder, ends)
    worth_it = ends - WORTH_COVERING
    missed = around.done(Step.MISSED, holder.id)
    if not around.is_there(holder):
        given = around.done(Step.WELCOMED, holder.id) or max(begins, now)
        yield _Window(Due(Step.MISSED, holder), given + NO_SHOW, worth_it, holder, ends)
    if missed and holder.heard and holder.heard > missed:
        yield _Window(Due(Step.CAME, holder), missed, ends, None)
    elif missed and around.is_missing(holder.id):
        yield _Window(Due(Step.COVER_URGED, holder), missed, worth_it, None)
    elif holder.unreachable:
        yield _Window(Due(Step.COVER_URGED, holder), begins + NO_SHOW, worth_it, None)


def _after(around: Around, holder: Volunteer, now: datetime) -> Iterator[_Window]:
    """A thank-you waits until their talks are over; whoever goes straight on gets it after the next shift."""
    ends = around.shift.ends
    if holder.id in around.to_another or around.is_missing(holder.id):
        return
    talking = bool(holder.talks)
    if talking and holder.id not in around.staying:
        awake = ends + AWAKE_AFTER
        yield _Window(Due(Step.HANDED_OVER, holder), ends, awake, holder, awake)
    opens = max(ends, now + TALKING) if talking and now >= ends else ends
    awake = max(ends, holder.rested_since or ends) + AWAKE_AFTER
    yield _Window(Due(Step.THANKED, holder), opens, ends + ANSWERED_WITHIN, holder, awake)
