"""People who text the line: when they do, what they say, and how long they wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from tests.roster_weeks.calendar import Season
from tests.roster_weeks.play import Play
from tests.stories.line import NEW_YORK
from warmline.flows.desk import Desk
from warmline.flows.on_duty import volunteers_on
from warmline.volunteers.gaps import forecast
from warmline.volunteers.habits import Group

# How many in a hundred of a day's callers write in which hour of New York.
BY_HOUR = (3, 2, 2, 1, 1, 1, 1, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 5, 8, 10, 11, 9, 7, 4)
PATIENCE = 9.0  # minutes, in the mean, until somebody texts DONE before anyone is there
IF_NOBODY = 2.0  # the same, once they know that nobody is
OPENING = ("hello", "is anyone there?", "I could use someone to talk to", "hi, rough night")


@dataclass(slots=True)
class Visit:
    """One person, once: how it went."""

    at: datetime
    open: bool  # somebody was on whom they could have reached
    predicted: float | None = None  # how likely they were to be answered, as the line reckoned
    answered: datetime | None = None
    told_nobody: bool = False  # they were told that nobody is here, and what else there is
    told_looking: bool = False
    gave_up: datetime | None = None
    heard: list[str] = field(default_factory=list, repr=False)


@dataclass(slots=True)
class Caller:
    """Writes, waits for a while, talks when someone is there."""

    play: Play
    number: str
    chance: Random
    visits: list[Visit]

    def writes(self) -> None:
        desk, now = self.play.line.desk, self.play.now
        self.visits.append(Visit(now, bool(volunteers_on(desk, now)), _predicted(desk, now)))
        self.play.texts(self.number, self.chance.choice(OPENING))
        self._waits(PATIENCE)

    def reads(self, body: str) -> None:
        visit = self.visits[-1]
        visit.heard.append(body)
        if "No peer is here" in body:
            visit.told_nobody = True
            self._waits(IF_NOBODY)
        visit.told_looking |= "looking for a peer" in body
        if "here with you now" in body or "is here now if you would" in body:
            visit.answered = visit.answered or self.play.now
            wait = timedelta(seconds=self.chance.uniform(20, 90))
            self.play.soon(wait, lambda: self.play.texts(self.number, "it has been a long week"))

    def _waits(self, minutes: float) -> None:
        visit = self.visits[-1]
        patience = timedelta(minutes=self.chance.expovariate(1 / minutes))
        self.play.soon(patience, lambda: self._gives_up(visit))

    def _gives_up(self, visit: Visit) -> None:
        if not visit.answered and not visit.gave_up and visit is self.visits[-1]:
            visit.gave_up = self.play.now
            self.play.texts(self.number, "DONE")


def _predicted(desk: Desk, now: datetime) -> float | None:
    """The line's own forecast for this hour, from what it has learned so far."""
    shifts = desk.store.shifts.on(now)
    people = {who.id: who for who in desk.store.roster.get_all(desk.store.roster.all_ids())}
    hours = forecast(
        shifts,
        people,
        desk.store.learned.lesson().habits,
        among=[Group("en")],
        zone=desk.line.zone,
        wrap_up=desk.policy.wrap_up,
    )
    return next((hour.answered for hour in hours if hour.starts <= now < hour.ends), None)


def callers(play: Play, season: Season, *, seed: int) -> list[Caller]:
    """Everyone who will write, each with their first moment on the agenda."""
    chance, found = Random(f"{seed} callers"), list[Caller]()
    day = season.first_shift
    while day < season.ends:
        for _ in range(_poisson(chance, season.calls_a_day)):
            hour = chance.choices(range(24), BY_HOUR)[0]
            moment = day.replace(hour=hour, minute=chance.randrange(60), tzinfo=NEW_YORK)
            number = f"+1555014{len(found):04}"
            caller = Caller(play, number, Random(f"{seed} {number}"), [])
            play.players[number] = caller
            play.at(moment, caller.writes)
            found.append(caller)
        day += timedelta(days=1)
    return found


def _poisson(chance: Random, mean: float) -> int:
    """How many, when on average so many come."""
    count, passed = 0, chance.expovariate(mean)
    while passed < 1:
        count, passed = count + 1, passed + chance.expovariate(mean)
    return count
