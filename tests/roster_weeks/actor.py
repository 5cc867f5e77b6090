"""A volunteer with a phone: reads what the line texts, and answers by text as their habits have it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tests.roster_weeks.calendar import part_of_day
from tests.roster_weeks.cast import Member
from tests.roster_weeks.play import Play
from tests.stories.line import NEW_YORK
from warmline.volunteers.shifts import Shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WAKES, SLEEPS = 8, 22  # o'clock where they live; they answer nothing at night but on a shift
STEPS_IN = 0.35  # a coordinator, when the line would be closed
OVERSLEPT = 0.4  # of those who had not come, once they are asked where they are


@dataclass(slots=True)
class Seat:
    """A seat that they have, as far as they know, and what will come of it."""

    code: int
    starts: datetime
    ends: datetime
    comes: bool = True


@dataclass(slots=True)
class Actor:
    """`seats` is what the line's own texts told them, by code."""

    play: Play
    member: Member
    chance: Random
    seats: dict[int, Seat] = field(default_factory=dict)
    talking: bool = False
    silent: bool = False  # they texted STOP
    asked_for_list: bool = False

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.member.zone) if self.member.zone else NEW_YORK

    @property
    def now(self) -> datetime:
        return self.play.now

    def texts(self, body: str) -> None:
        self.play.texts(self.member.number, body)

    def later(self, minutes: float, body: str) -> None:
        """Text this after a while, or in the morning if that would be at night; unless they have texted STOP by then."""
        moment = self.now + timedelta(minutes=self.chance.expovariate(1 / minutes))
        self.play.at(self._awake(moment), lambda: None if self.silent else self.texts(body))

    def reads(self, body: str) -> None:
        """The first thing that a text is."""
        for pattern, answer in READS:
            if match := pattern.search(body):
                answer(self, match)
                return
        if self.talking:  # a caller's words
            self._texts_in(30, 120, "I hear you. That sounds heavy. What helps a little?")

    def wants(self, shift: Shift) -> bool:
        """Whether they would like this one: free then, and not too much for one week."""
        if shift.ends <= self.now + HOUR / 2 or part_of_day(shift.starts) not in self.member.free:
            return False
        week = [s for s in self.seats.values() if abs(s.starts - shift.starts) < timedelta(days=4)]
        return len(week) < self.member.habits.wants

    def looks_for_shifts(self) -> None:
        """Once or twice a week: what is open?"""
        self.play.soon(DAY * self.chance.uniform(3, 8), self.looks_for_shifts)
        if not self.silent and self._sleepless(self.now):
            self.asked_for_list = True
            self.texts("SHIFTS")

    def stops(self) -> None:
        self.silent = True
        self.texts("STOP")

    def starts_again(self) -> None:
        self.silent = False
        self.texts("START")

    def _sleepless(self, moment: datetime) -> bool:
        return WAKES <= moment.astimezone(self.zone).hour < SLEEPS

    def _awake(self, moment: datetime) -> datetime:
        on = any(s.starts - HOUR <= moment <= s.ends + HOUR for s in self.seats.values())
        if on or self._sleepless(moment):
            return moment
        local = moment.astimezone(self.zone)
        day = local if local.hour < WAKES else local + DAY
        return day.replace(hour=WAKES, minute=self.chance.randrange(5, 59))

    def _texts_in(self, least: float, most: float, body: str) -> None:
        self.play.soon(
            timedelta(seconds=self.chance.uniform(least, most)), lambda: self.texts(body)
        )

    # --- what their texts are

    def got(self, seen: re.Match[str]) -> None:
        """A seat is theirs, and life decides what will come of it."""
        for code in map(int, IS_YOURS.findall(seen.string)):
            shift = self.play.line.desk.store.shifts.by_code(code)  # as they put it in their diary
            if shift is None:
                continue
            seat = self.seats[code] = Seat(code, shift.starts, shift.ends)
            self._fate(seat)

    def _fate(self, seat: Seat) -> None:
        habits, chance = self.member.habits, self.chance
        draws: tuple[tuple[float, Callable[[], None]], ...] = (
            (habits.stays_away, lambda: self._will_not_come(seat)),
            (habits.leaves_late, lambda: self._gives_back(seat, chance.uniform(1, 20), "RELEASE")),
            (habits.releases, lambda: self._gives_back(seat, chance.uniform(40, 160), "RELEASE")),
            (habits.asks_cover, lambda: self._gives_back(seat, chance.uniform(5, 72), "COVER")),
            (habits.swaps, lambda: self._swaps(seat)),
        )
        draw = chance.random()
        for likely, act in draws:
            if draw < likely:
                act()
                break
            draw -= likely

    def is_welcomed(self, seen: re.Match[str]) -> None:
        """Whoever is there says so if asked; now and then somebody had only overslept."""
        if "Text ON" in seen.string and self._is_here():
            self._texts_in(30, 420, "ON")

    def is_missed(self, _seen: re.Match[str]) -> None:
        if self._is_here() or self.chance.random() < OVERSLEPT:
            self._texts_in(60, 900, "ON")

    def is_on(self, _seen: re.Match[str]) -> None:
        """On outside any shift, so until they say OFF: somebody else had the seat by then."""
        self._texts_in(20, 90, "OFF")

    def _will_not_come(self, seat: Seat) -> None:
        seat.comes = False

    def _gives_back(self, seat: Seat, hours: float, word: str) -> None:
        moment = seat.starts - timedelta(hours=hours)
        if moment <= self.now:
            return

        def act() -> None:
            if self.seats.get(seat.code) is seat and not self.silent:
                self.texts(f"{word} {seat.code}")

        self.play.at(self._awake(moment), act)

    def _swaps(self, seat: Seat) -> None:
        """They have heard from a friend which shift the friend has."""

        def act() -> None:
            near = self.play.line.desk.store.shifts.between(
                seat.starts - 3 * DAY, seat.ends + 3 * DAY
            )
            theirs = [s for s in near if self.wants(s) and s.claimed and s.code not in self.seats]
            if theirs and self.seats.get(seat.code) is seat and not self.silent:
                self.texts(f"SWAP {seat.code} {self.chance.choice(theirs).code}")

        self.play.at(self._awake(self.now + HOUR * self.chance.uniform(2, 20)), act)

    def lost(self, seen: re.Match[str]) -> None:
        self.seats.pop(int(seen[1]), None)

    def swapped(self, seen: re.Match[str]) -> None:
        self.seats.pop(int(seen[2]), None)
        self.got(seen)

    def asked_to_swap(self, seen: re.Match[str]) -> None:
        if self.chance.random() < 0.5:
            self.later(self.member.habits.minutes, seen[1])

    def asked_to_confirm(self, seen: re.Match[str]) -> None:
        seat = self.seats.get(int(seen[1]))
        if seat and seat.comes and self.chance.random() >= self.member.habits.forgets:
            self.later(self.member.habits.minutes, f"CONFIRM {seen[1]}")

    def sees_list(self, seen: re.Match[str]) -> None:
        """What SHIFTS shows; whatever suits is claimed."""
        asked, self.asked_for_list = self.asked_for_list, False
        found = self._shifts(LISTED.findall(seen.string))
        if not asked or self.chance.random() < 0.1:
            return
        if liked := [shift for shift in found if self.wants(shift)][:1]:
            self.later(3, f"CLAIM {liked[0].code}")
        elif "MORE" in seen.string and self.chance.random() < 0.7:
            self.asked_for_list = True
            self.later(2, "MORE")

    def called(self, seen: re.Match[str]) -> None:
        """Somebody is needed: for one shift or for one of several."""
        named = self._shifts(LISTED.findall(seen.string) or CLAIM.findall(seen.string))
        liked = [shift for shift in named if self.wants(shift)]
        if liked and self.chance.random() < self.member.habits.answers_calls:
            self.later(self.member.habits.minutes, f"CLAIM {liked[0].code}")

    def steps_in(self, seen: re.Match[str]) -> None:
        """A coordinator would rather take a shift than close the line, now and then."""
        if self.chance.random() < STEPS_IN:
            self.later(self.member.habits.minutes, f"CLAIM {seen[1]}")

    def offered(self, seen: re.Match[str]) -> None:
        if self._is_here() and self.chance.random() < 0.95:
            word = "TAKE" if self.chance.random() < 0.96 else "PASS"
            self._texts_in(8, 50, f"{word} {seen[1]}")

    def begins(self, _seen: re.Match[str]) -> None:
        self.talking = True
        length = timedelta(minutes=max(4.0, self.chance.gauss(24, 9)))
        self.play.soon(length, lambda: self.texts("DONE") if self.talking else None)

    def ended(self, _seen: re.Match[str]) -> None:
        self.talking = False

    def _is_here(self) -> bool:
        return any(s.comes and s.starts <= self.now <= s.ends for s in self.seats.values())

    def how_are_you(self, _seen: re.Match[str]) -> None:
        if self.chance.random() < 0.8:
            self.later(8, self.chance.choices("123", (85, 12, 3))[0])

    def acknowledges(self, seen: re.Match[str]) -> None:
        self._texts_in(20, 200, f"ACK {seen[1]}")

    def _shifts(self, codes: list[str]) -> list[Shift]:
        found = (self.play.line.desk.store.shifts.by_code(int(code)) for code in codes)
        return [shift for shift in found if shift]


IS_YOURS = re.compile(r"\b(\d+) is yours(?: instead of [^:]+)?[:,]")
LISTED = re.compile(r"^(\d+):? [A-Z][a-z]{2} \d", re.MULTILINE)
CLAIM = re.compile(r"CLAIM (\d+)")
READS: tuple[tuple[re.Pattern[str], Callable[[Actor, re.Match[str]], None]], ...] = (
    (re.compile(r"TAKE (\d+) or PASS"), Actor.offered),
    (re.compile(r"ACK (\d+)"), Actor.acknowledges),
    (re.compile(r"^You are with .+ now\."), Actor.begins),
    (re.compile(r"ended|closed the talk|talk is closed|going on with another"), Actor.ended),
    (re.compile(r"Your shift has begun\. (?:With|Nobody)"), Actor.is_welcomed),
    (re.compile(r"^We miss you"), Actor.is_missed),
    (re.compile(r"^You are on\. Thank you"), Actor.is_on),
    (re.compile(r"text (SWAP \d+ \d+)"), Actor.asked_to_swap),
    (re.compile(r"have swapped: (\d+) is yours, .+, and (\d+) is theirs"), Actor.swapped),
    (re.compile(r"CONFIRM (\d+)"), Actor.asked_to_confirm),
    (IS_YOURS, Actor.got),
    (re.compile(r"has taken (\d+) from you"), Actor.lost),
    (re.compile(r"(\d+) is no longer yours"), Actor.lost),
    (re.compile(r"CLAIM \d+ takes it"), Actor.sees_list),
    (re.compile(r"^Could you take|^Someone is needed"), Actor.called),
    (re.compile(r"^The line will be closed.*CLAIM of shift (\d+)", re.DOTALL), Actor.steps_in),
    (re.compile(r"1 fine.*3 call me", re.DOTALL), Actor.how_are_you),
)
