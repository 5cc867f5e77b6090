"""A whole line for stories: real Redis, real HTTP both ways, the simulated exchange, and a clock that jumps.

Web and exchange listen on real ports; the sweep and the looks that RQ would run are turned by hand until everything
has come to rest, so that a story never waits and never races. Processes and kills are for tests/chaos.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.stories.clocks import StoryClock
from warmline.flows import seating
from warmline.flows.desk import Desk
from warmline.flows.look import look
from warmline.flows.reconcile import ask_for_reconcile
from warmline.flows.sweep import sweep_once
from warmline.ids import CallerKey, ShiftId, VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Handsets, Phone
from warmline.simulator.server import ExchangeServer
from warmline.store.vault import Vault
from warmline.volunteers.claiming import Give, Take, Why
from warmline.volunteers.moments import Step
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

MAIN = "+15550100001"
SECRET = "a-key-for-stories-only"
POOL = (MAIN, "+15550100002", "+15550100003")
NEW_YORK = ZoneInfo("America/New_York")
A_WEDNESDAY = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # 10 am in New York
TURNS = (
    400  # with something to do: far more than any story needs; a line that never rests is a fault
)
LONGEST_S = 60.0  # in which the exchange comes to rest, however busy the machine
LOOK_AGAIN_S = 0.001


class Line:
    """What a story may do: have phones, have peers, let time pass."""

    def __init__(self, desk: Desk, clock: StoryClock, exchange: ExchangeServer) -> None:
        self.desk = desk
        self._clock = clock
        self._exchange = exchange
        self.phones = Handsets(exchange.url, settle=self.settles)
        self._vault = Vault((SECRET,))
        self._numbers = iter(range(200, 900))
        self.others: list[Phone] = []  # callers who matter only by being there

    def phone(self) -> Phone:
        """A phone nobody here knows."""
        return self.phones.phone(f"+15550110{next(self._numbers)}")

    def volunteer(
        self,
        name: str,
        *,
        coordinator: bool = False,
        languages: Sequence[str] = ("en",),
        experience: Sequence[str] = (),
        capacity: int = 1,
    ) -> tuple[Volunteer, Phone]:
        """Someone on the roster, not on duty."""
        phone = self.phone()
        number = PhoneNumber(phone.number)
        volunteer = Volunteer(
            id=VolunteerId(new_id("v")),
            name=name,
            key=self.desk.store.people.key_of(number),
            number=number,
            coordinator=coordinator,
            languages=frozenset(languages),
            experience=frozenset(experience),
            capacity=capacity,
        )
        word = self.desk.store.roster.add(volunteer, now=self.desk.clock.now(), plan={})
        assert word == "added"
        if coordinator:  # pages ring as well as text; a story that is about it picks up
            phone.never_answers()
        return volunteer, phone

    def peer(self, name: str, **about: object) -> Phone:
        """A volunteer who has texted ON and been told so."""
        _, phone = self.volunteer(name, **about)  # type: ignore[arg-type]
        phone.texts("ON", to=MAIN)
        phone.expects("You are on")
        return phone

    def colleague(self, name: str, **about: object) -> tuple[Volunteer, Phone]:
        """As `peer`, for a story that must also name them to the line."""
        volunteer, phone = self.volunteer(name, **about)  # type: ignore[arg-type]
        phone.texts("ON", to=MAIN)
        phone.expects("You are on")
        return volunteer, phone

    def recordings(self) -> int:
        """How many the exchange has."""
        return len(self._exchange.exchange.board.recordings.all())

    def keeps_apart(self, caller: Phone, volunteer: Volunteer) -> None:
        """A coordinator's decision: these two must not meet."""
        key = self.desk.store.people.key_of(PhoneNumber(caller.number))
        self.desk.store.people.block(key, volunteer.id, now=self.now(), plan={})

    def counted(self, name: str) -> int:
        """A counter of /metrics."""
        return self.desk.store.counts.all().get(name, 0)

    def shift(
        self,
        starts: datetime,
        ends: datetime,
        *claimed: Volunteer,
        seats: int = 1,
        quiet: bool = False,
    ) -> Shift:
        """A shift, claimed by these volunteers. `quiet`: none of them is asked, reminded, welcomed or thanked."""
        shift = Shift(ShiftId(new_id("s")), 0, starts, ends, seats=max(seats, len(claimed)))
        now = self.desk.clock.now()
        self.desk.store.shifts.add(shift, now=now)
        for volunteer in claimed:
            word, _ = seating.take(self.desk, shift.id, volunteer, plan={}, allowed=set(Why))
            assert word == "done"
            for step in Step if quiet else ():
                self.desk.store.shifts.mark(shift.id, step, volunteer.id, now=now, plan={})
        (found,) = self.desk.store.shifts.get_all([shift.id])
        return found

    def hands(self, shift: Shift, giver: Volunteer, taker: Volunteer) -> None:
        """A seat goes from one volunteer to another."""
        moves = (Give(shift.id, giver.id), Take(shift.id, taker.id))
        assert seating.hand(self.desk, moves, plan={}) == "done"

    def now(self) -> datetime:
        return self._clock.now()

    def minutes_from_now(self, minutes: float) -> datetime:
        return self.now() + timedelta(minutes=minutes)

    def settles(self) -> None:
        """Let everything that is due happen, here and at the exchange."""
        self._clock.ticks()
        self._exchange.exchange.agenda.look()
        turns, until = 0, time.monotonic() + LONGEST_S
        while turns < TURNS and time.monotonic() < until:
            # asked first: what arrives after it has rung the bell
            idle = self._exchange.exchange.is_idle()
            if sweep_once(self.desk, self._look, longest=0):
                turns += 1
            elif idle:
                return
            else:
                time.sleep(LOOK_AGAIN_S)
        raise AssertionError("the line does not come to rest")

    def passes(self, **time: float) -> None:
        """Let time pass, stopping at every moment at which something is due, here or at the exchange."""
        until = self.now() + timedelta(**time)
        while (due := self._next_moment()) and due < until:
            if due > self.now():
                self.it_is(due)
            self.settles()
        self.it_is(max(until, self.now()))
        self.settles()

    def reads_the_list(self) -> None:
        """As when a process has just started: whatever was missed is fetched from the provider."""
        ask_for_reconcile(self.desk)
        self.settles()

    def sleeps_until(self, moment: datetime) -> None:
        """Jump there in one go; for long times in which nothing happens but waiting."""
        self._clock.jump_to(moment)
        self.settles()

    def it_is(self, moment: datetime) -> None:
        """The clocks show this, and nobody has looked yet what is due."""
        self._clock.jump_to(moment)
        self._exchange.exchange.agenda.look()

    def everything_stored(self) -> dict[str, str]:
        """All keys in Redis with all that they hold."""
        redis = self.desk.store.connection
        read = {
            "string": redis.get,
            "list": lambda key: redis.lrange(key, 0, -1),
            "set": redis.smembers,
            "hash": redis.hgetall,
            "zset": lambda key: redis.zrange(key, 0, -1, withscores=True),
            "stream": redis.xrange,
        }
        return {key: str(read[redis.type(key)](key)) for key in redis.keys("*")}

    def key_of(self, phone: Phone) -> CallerKey:
        """The name by which a phone is known here."""
        return self.desk.store.people.key_of(PhoneNumber(phone.number))

    def seals_in(self, held: str) -> list[str]:
        """The sealed values in what a key holds."""
        return re.findall(r"\b[0-9a-f]{6}\.[A-Za-z0-9_-]{20,}={0,2}", held)

    def unsealed(self, sealed: str) -> str:
        return self._vault.open(sealed)

    def _next_moment(self) -> datetime | None:
        """When the line or a call has something to do again."""
        moments = self.desk.store.schedule.next_moment(), self._exchange.exchange.agenda.next_at()
        return min((moment for moment in moments if moment), default=None)

    def _look(self, keys: Sequence[str]) -> None:
        for key in keys:
            look(self.desk, key)

    def in_touch(self, caller: Phone, peer: Phone, words: str = "hello") -> None:
        """Bring a new caller and the only free peer together."""
        caller.texts(words, to=MAIN)
        caller.expects("not an emergency service")
        caller.expects("looking for a peer")
        self.takes(peer)
        peer.expects(words)
        caller.expects("is here with you")

    def takes(self, peer: Phone) -> str:
        """The peer takes the person just offered; their code."""
        offer = peer.expects("TAKE")
        code = offer.body.split("TAKE ")[1].split()[0]
        peer.texts(f"take {code}", to=MAIN)
        peer.expects("You are with")
        return code
