"""Part `roster`: CLAIM and "who is on now" on rosters of 100, 10,000 and 100,000 shifts, and as many volunteers.

At any moment the same number of people is on: the roster grows into the past and the future, as a line's does.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench import roster, table
from tests.bench.rig import NUMBERS, SECRET, environment, folder, redis, settings
from warmline import wiring
from warmline.clock import RealClock, milliseconds
from warmline.flows.arrival import take_in
from warmline.flows.desk import Desk
from warmline.flows.inbox import read_inbox
from warmline.flows.on_duty import volunteers_on
from warmline.ids import MessageSid, ShiftId, VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.store.shifts import AT_ONCE
from warmline.store.vault import Vault
from warmline.volunteers.claiming import Give, Take
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

SIZES = (100, 10_000, 100_000)
ROUNDS, IN_A_ROUND = 15, 40
SIDE_BY_SIDE, LONG = 5, timedelta(hours=4)  # so many shifts at any moment, each of two seats


@dataclass(slots=True)
class Place:
    """A roster of one size, and what was measured on it: milliseconds, by what was done."""

    size: int
    desk: Desk
    claimers: list[Volunteer]  # each has a shift behind them, whatever the size
    took: dict[str, list[float]] = field(default_factory=dict)

    def measure(self, what: str, act: Callable[[int], object]) -> None:
        """The mean of some in a row."""
        began = time.perf_counter()
        for number in range(IN_A_ROUND):
            act(number)
        spent = (time.perf_counter() - began) / IN_A_ROUND
        self.took.setdefault(what, []).append(spent * 1000)


def run() -> bool:
    """Print the table; whether every target was kept."""
    with folder() as home, ExitStack() as stack:
        places = [stack.enter_context(_place(home, size)) for size in SIZES]
        for number in range(ROUNDS + 1):
            for place in places[number % 3 :] + places[: number % 3]:
                _round(place)
            if number == 0:  # caches warm up
                for place in places:
                    place.took.clear()
    rows: list[table.Row] = [
        [what, *(table.middle(place.took[what]) for place in places), *_growth(what, places)]
        for what in places[0].took
    ]
    table.show(
        f"A roster that grows: milliseconds, {ROUNDS} rounds of {IN_A_ROUND}, medians",
        ["what", *(f"{size:,} shifts" for size in SIZES), "10,000 / 100", "100,000 / 100"],
        rows,
    )
    table.say("")
    kept = [
        table.verdict(f"{what}, cost at {place.size:,} of that at 100", growth, 1.3)
        for what in places[0].took
        for place, growth in zip(places[1:], _growth(what, places), strict=True)
    ]
    return all(kept)


def _growth(what: str, places: list[Place]) -> list[float]:
    smallest = places[0].took[what]
    return [
        table.middle([mine / least for mine, least in zip(place.took[what], smallest, strict=True)])
        for place in places[1:]
    ]


def _round(place: Place) -> None:
    desk, now = place.desk, RealClock().now()
    on = len(volunteers_on(desk, now))
    if on != SIDE_BY_SIDE:
        raise AssertionError(f"{on} are on at {place.size} shifts, not {SIDE_BY_SIDE}")
    place.measure("who is on now", lambda _: volunteers_on(desk, now))
    shifts = _ahead(desk, now)
    who = place.claimers
    place.measure("CLAIM, the script alone", lambda n: _hand(desk, shifts[n], who[n].id))
    _give_back(desk, shifts, who)
    for shift, volunteer in zip(shifts, who, strict=True):
        take_in(desk, _claim(shift, volunteer))
    place.measure("CLAIM, from the inbox on", lambda n: read_inbox(desk, who[n].key))
    _give_back(desk, shifts, who)
    k = desk.store.keys  # no sweep runs here: what it would have taken away is taken away now
    lanes = [k.lane(volunteer.key) for volunteer in who]
    desk.store.connection.delete(k.bell(), *lanes)
    desk.store.connection.zrem(k.due(), *lanes)


def _ahead(desk: Desk, now: datetime) -> list[Shift]:
    """Shifts within the next days that have a seat to claim."""
    found = desk.store.shifts.between(now + LONG, now + timedelta(days=2))
    return [shift for shift in found if shift.starts > now][:IN_A_ROUND]


def _hand(desk: Desk, shift: Shift, volunteer: VolunteerId) -> None:
    versions = desk.store.seats.versions([volunteer])
    now = RealClock().now()
    word = desk.store.seats.hand([Take(shift.id, volunteer)], versions=versions, now=now, plan={})
    if word != "done":
        raise AssertionError(word)


def _give_back(desk: Desk, shifts: list[Shift], claimers: list[Volunteer]) -> None:
    """Everything as it was; whoever had not got what they claimed is a fault."""
    for shift, volunteer in zip(shifts, claimers, strict=True):
        versions = desk.store.seats.versions([volunteer.id])
        give = [Give(shift.id, volunteer.id)]
        word = desk.store.seats.hand(give, versions=versions, now=RealClock().now(), plan={})
        if word != "done":
            raise AssertionError(f"a CLAIM came to nothing: {word}")


def _claim(shift: Shift, volunteer: Volunteer) -> Arrived:
    return Arrived(
        sid=MessageSid(f"SM{secrets.token_hex(16)}"),
        sender=volunteer.number,
        line_number=PhoneNumber(NUMBERS[0]),
        body=f"CLAIM {shift.code}",
    )


@contextmanager
def _place(home: Path, size: int) -> Iterator[Place]:
    data_dir = home / f"shifts-{size}"
    with redis(data_dir) as (url, store):
        now = RealClock().now()
        roster.fill(store, Vault((SECRET,)), size, now_ms=milliseconds(now))
        read = settings(environment(data_dir, REDIS_URL=url, WARMLINE_MIN_REST_HOURS="0"))
        desk = wiring.desk_of(read, store=store, hand_over=lambda _: None)
        _fill(desk, store.roster.all_ids(), now)
        past = store.shifts.between(now - timedelta(days=2), now - LONG)[-IN_A_ROUND:]
        claimers = store.roster.get_all(holder for shift in past for holder in shift.claimed)
        yield Place(size, desk, claimers)


def _fill(desk: Desk, volunteers: list[VolunteerId], now: datetime) -> None:
    """As many shifts as volunteers, each claimed by one of them, half of them in the past; the next ones have small codes."""
    size, store = len(volunteers), desk.store
    first = now - LONG / 2 - LONG * (size // SIDE_BY_SIDE // 2)
    begins = (first + LONG * (place // SIDE_BY_SIDE) for place in range(size))
    shifts = [Shift(ShiftId(new_id("s")), 0, at, at + LONG, seats=2) for at in begins]
    ahead = [shift for shift in shifts if shift.ends > now]
    listed = [*ahead, *shifts[: size - len(ahead)]]
    for start in range(0, size, AT_ONCE):
        some = listed[start : start + AT_ONCE]
        assert store.shifts.add_some(some, now=now, plan={}) == "added"
        with store.connection.pipeline(transaction=False) as pipe:  # what `Seats.hand` writes
            for shift, holder in zip(some, volunteers[::-1][start : start + AT_ONCE], strict=True):
                pipe.sadd(store.keys.seats(shift.id), holder)
                pipe.zadd(store.keys.claims(holder), {shift.id: milliseconds(shift.starts)})
                pipe.hset(store.keys.volunteer(holder), "claims_version", "1")
            pipe.execute()
    store.connection.sadd(store.keys.coordinators(), *volunteers[:2])
    store.connection.zremrangebyscore(store.keys.due(), "-inf", milliseconds(now))
    store.connection.delete(store.keys.bell())
