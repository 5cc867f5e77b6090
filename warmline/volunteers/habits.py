"""What the line has learned of itself: who reaches out when, how long a talk takes, how long people wait before they leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.volunteers.erlang import HOUR, Load

HALVED_AFTER = timedelta(weeks=4)  # what was seen then counts half as much as what is seen now
WEEK_HOURS = 7 * 24
LONGEST_WAIT = timedelta(hours=1)  # of a phone that was put away, no more is known than that
STEP = timedelta(minutes=15)  # every zone's hours begin on one

# Before the line knows itself (facts.md, "Own arithmetic").
USUAL_TALK, USUAL_PATIENCE, USUAL_PER_HOUR = timedelta(minutes=20), timedelta(minutes=3), 1.0

ENOUGH_WEEKS, ENOUGH_ARRIVALS = 2.0, 50.0
ENOUGH_TALKS, ENOUGH_LEFT = 30.0, 20.0
EVERY_HOUR_ALIKE = (
    2.0  # so many weeks' worth of the mean hour weigh against what one hour has shown
)
FEWEST_TOLD = 10  # a smaller count might tell of someone


class Basis(StrEnum):
    """What a figure rests on."""

    LEARNED = "learned"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Group:
    """Those who share a language and reach out in the same way; "" is any."""

    language: str = ""
    channel: str = ""

    @property
    def wider(self) -> tuple[Group, ...]:
        """This group, then those that hold it."""
        groups = (self, Group(self.language), Group("", self.channel), Group())
        return tuple(dict.fromkeys(groups))


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody reached out."""

    at: datetime
    group: Group


@dataclass(frozen=True, slots=True)
class Ended:
    """A contact ended: what it took of a peer, or how long nobody came. None where that tells nothing."""

    group: Group
    talked: timedelta | None
    waited: timedelta | None
    left: bool  # while still waiting


@dataclass(frozen=True, slots=True)
class Habits:
    """Sums of what was seen, old weeks faded: their names and their weights."""

    sums: Mapping[str, float] = field(default_factory=dict)
    _hours: float = field(init=False, repr=False, compare=False)  # asked for at every hour

    def __post_init__(self) -> None:
        hours = sum(self._sum("seen", hour) for hour in range(WEEK_HOURS))
        object.__setattr__(self, "_hours", hours)

    def load(self, at: datetime, group: Group, *, zone: ZoneInfo, wrap_up: timedelta) -> Load:
        """What is to be expected of the hour that `at` lies in."""
        return Load(
            self.per_hour(at, group, zone=zone), self.talk(group, wrap_up), self.patience(group)
        )

    def per_hour(self, at: datetime, group: Group, *, zone: ZoneInfo) -> float:
        """How many of this group reach out in that hour of the week."""
        if self.basis_of_arrivals is Basis.DEFAULT:
            return USUAL_PER_HOUR * self._share(group)
        hour = hour_of_week(at, zone)
        seen, came = self._sum("seen", hour), self._sum("came", hour)
        mean = self._arrivals / self._hours
        return (came + EVERY_HOUR_ALIKE * mean) / (seen + EVERY_HOUR_ALIKE) * self._share(group)

    def talk(self, group: Group, wrap_up: timedelta) -> timedelta:
        """How long a peer is taken by one person, with the breathing space after it."""
        for wider in group.wider:
            if (count := self._of("talks", wider)) >= ENOUGH_TALKS:
                return timedelta(seconds=self._of("talked", wider) / count) + wrap_up
        return USUAL_TALK

    def patience(self, group: Group) -> timedelta:
        """How long people wait on average before they leave: all waits over all who left, since most are answered first."""
        for wider in group.wider:
            if (count := self._of("left", wider)) >= ENOUGH_LEFT:
                return timedelta(seconds=self._of("waited", wider) / count)
        return USUAL_PATIENCE

    @property
    def basis_of_arrivals(self) -> Basis:
        enough = self._hours >= ENOUGH_WEEKS * WEEK_HOURS and self._arrivals >= ENOUGH_ARRIVALS
        return Basis.LEARNED if enough else Basis.DEFAULT

    @property
    def basis_of_talks(self) -> Basis:
        return Basis.LEARNED if self._of("talks", Group()) >= ENOUGH_TALKS else Basis.DEFAULT

    @property
    def basis_of_patience(self) -> Basis:
        return Basis.LEARNED if self._of("left", Group()) >= ENOUGH_LEFT else Basis.DEFAULT

    @property
    def basis(self) -> Basis:
        """Learned, once all three are."""
        parts = {self.basis_of_arrivals, self.basis_of_talks, self.basis_of_patience}
        return Basis.LEARNED if parts == {Basis.LEARNED} else Basis.DEFAULT

    def told(self) -> dict[str, str]:
        """How much each figure rests on, for exports: no count below ten leaves the line."""
        counts = {
            "arrivals": self._arrivals,
            "talks": self._of("talks", Group()),
            "left": self._of("left", Group()),
        }
        return {
            name: str(round(count)) if count >= FEWEST_TOLD else f"fewer than {FEWEST_TOLD}"
            for name, count in counts.items()
        }

    def _share(self, group: Group) -> float:
        """Of all who reach out; everyone, or nobody, where too few were seen to tell."""
        if group == Group() or self._arrivals < ENOUGH_ARRIVALS:
            return 1.0
        return min(1.0, self._of("opened", group) / self._arrivals)

    @property
    def _arrivals(self) -> float:
        return self._of("opened", Group())

    def _of(self, what: str, group: Group) -> float:
        return self.sums.get(_named(what, group), 0.0)

    def _sum(self, what: str, hour: int) -> float:
        return self.sums.get(f"{what} {hour}", 0.0)


def hour_of_week(at: datetime, zone: ZoneInfo) -> int:
    """0 for the hour after Monday's midnight, by the clock in `zone`."""
    local = at.astimezone(zone)
    return local.weekday() * 24 + local.hour


def learn(
    habits: Habits,
    seen: Iterable[Opened | Ended],
    *,
    since: datetime,
    until: datetime,
    zone: ZoneInfo,
) -> Habits:
    """The habits with what was seen from `since` to `until`, when what was known before has faded by as much."""
    faded = 0.5 ** ((until - since) / HALVED_AFTER)
    sums = {name: weight * faded for name, weight in habits.sums.items()}

    def add(name: str, weight: float) -> None:
        sums[name] = sums.get(name, 0.0) + weight

    for step in _steps(since, until):
        add(f"seen {hour_of_week(step, zone)}", STEP / HOUR)
    for one in seen:
        if isinstance(one, Opened):
            add(f"came {hour_of_week(one.at, zone)}", 1.0)
        for group in one.group.wider:
            for what, weight in _weights(one):
                add(_named(what, group), weight)
    return Habits(sums)


def _weights(one: Opened | Ended) -> Iterator[tuple[str, float]]:
    if isinstance(one, Opened):
        yield "opened", 1.0
        return
    if one.talked is not None:
        yield "talks", 1.0
        yield "talked", one.talked.total_seconds()
    if one.waited is not None:
        yield "waited", min(one.waited, LONGEST_WAIT).total_seconds()
        yield "left", 1.0 if one.left and one.waited < LONGEST_WAIT else 0.0


def _steps(since: datetime, until: datetime) -> Iterator[datetime]:
    """The starts of all quarters of an hour in `[since, until)`."""
    first = datetime.fromtimestamp(
        -(-since.timestamp() // STEP.total_seconds()) * STEP.total_seconds(), UTC
    )
    while first < until:
        yield first
        first += STEP


def _named(what: str, group: Group) -> str:
    return f"{what} {group.language or '*'} {group.channel or '*'}"
