"""How many of those who reach out are answered: Erlang A, where people leave when they have waited long enough.

Arrivals are Poisson, talks and patience exponential, peers alike, the first to come is the first to be answered: M/M/n+M.
States and waits follow C. Palm, "Research on telephone traffic carried by full availability groups" (Tele 1, 1957); the density
of the wait that is offered follows F. Baccelli and G. Hebuterne, "On queues with impatient customers" (Performance '81), as
written by S. Zeltyn and A. Mandelbaum, "Call centers with impatient customers" (Queueing Systems 51, 2005), section 4.
With endless patience this is Erlang C (A. K. Erlang, 1917), which `erlang_c` gives in closed form.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

HOUR = timedelta(hours=1)
NEGLIGIBLE = 1e-18  # a state so rare, against the likeliest, that no sum notices it
PANELS = (
    400  # of Simpson's rule over the peak of the density; its error is far below any estimate's
)
FAR = 40.0  # exp(-40) is nothing, and so is what lies forty standard deviations away
HALVINGS = 30


@dataclass(frozen=True, slots=True)
class Load:
    """What an hour brings. `talk` is how long a peer is taken by one person, `patience` how long people wait on average."""

    per_hour: float
    talk: timedelta
    patience: timedelta


@dataclass(frozen=True, slots=True)
class Served:
    """Shares of those who reach out, from 0 to 1, and the mean wait of all of them, in seconds (`inf` where it has no end)."""

    answered: float
    within: float  # answered, and before the threshold
    waits: float  # not answered at once
    mean_wait: float

    @property
    def abandoned(self) -> float:
        """Those who left, having waited as long as they could."""
        return 1.0 - self.answered


ALL_ANSWERED = Served(answered=1.0, within=1.0, waits=0.0, mean_wait=0.0)


def erlang_a(load: Load, peers: int, *, within: timedelta) -> Served:
    """What becomes of those who reach out when `peers` can each talk with one person at a time."""
    if load.per_hour <= 0:
        return ALL_ANSWERED
    if peers <= 0:
        return Served(answered=0.0, within=0.0, waits=1.0, mean_wait=load.patience.total_seconds())
    if load.talk <= timedelta():
        return ALL_ANSWERED
    if load.patience <= timedelta():
        return _erlang_b(load, peers)
    arriving, leaving = load.per_hour / HOUR.total_seconds(), 1 / load.patience.total_seconds()
    serving = peers / load.talk.total_seconds()
    answered, idle = _shares(arriving, serving, leaving, peers)
    soon = _Offered(arriving, serving, leaving).share_within(within.total_seconds())
    abandoned = 1.0 - answered
    return Served(answered, idle + (answered - idle) * soon, 1.0 - idle, abandoned / leaving)


def erlang_c(load: Load, peers: int, *, within: timedelta) -> Served:
    """As `erlang_a` where nobody ever leaves. Once more come than can be answered, the wait grows without end."""
    if load.per_hour <= 0 or load.talk <= timedelta():
        return ALL_ANSWERED
    busy = load.per_hour * (load.talk / HOUR)
    if peers <= busy:
        return Served(answered=peers / busy, within=0.0, waits=1.0, mean_wait=math.inf)
    blocked = _blocked(busy, peers)
    waits = blocked / (1 - (busy / peers) * (1 - blocked))
    spare = (peers - busy) / load.talk.total_seconds()
    late = waits * math.exp(-spare * within.total_seconds())
    return Served(answered=1.0, within=1.0 - late, waits=waits, mean_wait=waits / spare)


def _erlang_b(load: Load, peers: int) -> Served:
    """Nobody waits at all: whoever is not answered at once has left (Erlang's loss formula)."""
    blocked = _blocked(load.per_hour * (load.talk / HOUR), peers)
    return Served(1.0 - blocked, 1.0 - blocked, blocked, 0.0)


def _blocked(busy: float, peers: int) -> float:
    """Erlang B by its recursion, which neither overflows nor cancels: B(n) = aB(n-1) / (n + aB(n-1))."""
    blocked = 1.0
    for number in range(1, peers + 1):
        blocked = busy * blocked / (number + busy * blocked)
    return blocked


def _shares(arriving: float, serving: float, leaving: float, peers: int) -> tuple[float, float]:
    """Who is answered at all, and who is answered at once.

    The chances of a birth-death process, each against the likeliest one, so that none of them overflows.
    """
    if (arriving - serving) / leaving > FAR * math.sqrt(arriving / leaving):
        return serving / arriving, 0.0  # somebody always waits

    def ends(number: int) -> float:  # rate at which one of `number` people is done or leaves
        return min(number, peers) * (serving / peers) + max(0, number - peers) * leaving

    likeliest = int(arriving / (serving / peers))
    if likeliest >= peers:
        likeliest = peers + int((arriving - serving) / leaving)
    free, waiting, total = 0.0, 0.0, 0.0
    for number, chance in _chances(likeliest, arriving, ends):
        total += chance
        free += chance if number < peers else 0.0
        waiting += (number - peers) * chance if number > peers else 0.0
    idle, abandoned = free / total, leaving * waiting / total / arriving
    return max(idle, 1.0 - abandoned), idle


def _chances(
    likeliest: int, arriving: float, ends: Callable[[int], float]
) -> Iterator[tuple[int, float]]:
    chance, number = 1.0, likeliest
    while chance > NEGLIGIBLE:
        yield number, chance
        if number == 0:
            break
        chance *= ends(number) / arriving
        number -= 1
    chance, number = arriving / ends(likeliest + 1), likeliest + 1
    while chance > NEGLIGIBLE:
        yield number, chance
        number += 1
        chance *= arriving / ends(number)


@dataclass(frozen=True, slots=True)
class _Offered:
    """The wait that someone with endless patience would have, for those who do wait. Its density at x seconds goes as

    exp(arriving * H(x) - serving * x), with H(x) = (1 - exp(-leaving * x)) / leaving.
    """

    arriving: float
    serving: float
    leaving: float

    def share_within(self, seconds: float) -> float:
        """Of those who wait and are answered, the share whose turn comes by then."""
        first, last = self._where_it_matters()
        if seconds <= first:
            return 0.0
        if seconds >= last:
            return 1.0
        height = self._log(self._peak())

        def still_there(wait: float) -> float:
            return math.exp(self._log(wait) - height)

        by_then, after = _simpson(still_there, first, seconds), _simpson(still_there, seconds, last)
        return by_then / (by_then + after)

    def _log(self, wait: float) -> float:
        """Of the density, and of still being there by then."""
        came = -self.arriving * math.expm1(-self.leaving * wait) / self.leaving
        return came - (self.serving + self.leaving) * wait

    def _peak(self) -> float:
        falls = self.serving + self.leaving
        return max(0.0, math.log(self.arriving / falls) / self.leaving)

    def _where_it_matters(self) -> tuple[float, float]:
        """From where to where the density is not negligible, found by halves."""
        peak = self._peak()
        height = self._log(peak)
        step = 1 / (self.serving + self.leaving + self.arriving)
        while self._log(peak + step) > height - FAR:
            step *= 2
        low, high = peak, peak + step
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._log(middle) > height - FAR else (low, middle)
        return max(0.0, 2 * peak - high), high


def _simpson(curve: Callable[[float], float], first: float, last: float) -> float:
    step = (last - first) / PANELS

    def weighted() -> Iterator[float]:
        for place in range(PANELS + 1):
            weight = 1 if place in {0, PANELS} else 4 if place % 2 else 2
            yield weight * curve(first + place * step)

    return math.fsum(weighted()) * step / 3
