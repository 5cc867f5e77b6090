"""Whatever callers, volunteers and the network do with calls, and in whatever order: nobody is lost, and nobody is in two talks.

Hypothesis plays a few people with phones; the provider's part is played by hand. After every step all has its look,
and then everything stored must agree with itself. A place never goes back, and nobody waits without a next moment.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.races.machine import plays
from tests.races.phoning import Network
from tests.races.state import WholeState
from tests.stories.line import Line
from warmline.flows.calls import holding
from warmline.flows.calls.ringing_back import is_a_good_hour
from warmline.flows.on_duty import volunteers_on
from warmline.ids import CallSid, ContactId
from warmline.phone import PhoneNumber
from warmline.routing import hears
from warmline.routing.leg import Fate, Leg, Side
from warmline.routing.matching import rank
from warmline.routing.next_call_step import may_be_taken
from warmline.volunteers.shifts import Channel

RUNS = 4  # at most, until everything has happened once
HAPPENED: Counter[str] = Counter()
CALLERS, CAPACITIES = 3, (1, 2, 3)

callers = st.integers(0, CALLERS - 1)
peers = st.integers(0, len(CAPACITIES) - 1)
fates = st.sampled_from([Fate.BUSY, Fate.NO_ANSWER, Fate.FAILED, Fate.COMPLETED])


class AnyCall(RuleBasedStateMachine):
    """Callers and volunteers on phones, at a real line and a network played by hand."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        line.desk.store.connection.flushall()
        self.line, self.network, self.store = line, Network(line), line.desk.store
        self.phones = [line.phones.phone(f"+1555012000{n}") for n in range(CALLERS)]
        self.calls: list[CallSid] = []
        self.places: dict[ContactId, datetime] = {}
        self.volunteers = [
            line.volunteer(f"Peer{n}", capacity=capacity)[0]
            for n, capacity in enumerate(CAPACITIES)
        ]
        for volunteer in self.volunteers:
            self.store.roster.keep(volunteer.id, {}, now=line.now(), plan={}, duty="inf")
        self.network.rests()

    # --- callers

    @rule(who=callers)
    def a_caller_rings(self, who: int) -> None:
        sid = self.network.sid()
        self.calls.append(sid)
        assert self.network.arrives(sid, self.phones[who]) in {"opened", "resumed"}
        self.network.rests()

    @rule(who=callers, back=st.booleans(), breaks=st.booleans())
    def a_caller_is_taken(self, who: int, *, back: bool, breaks: bool) -> None:
        """By whoever is rung; a few of the other rules seldom get so far. `back`: they are rung back for it."""
        rested = dict.fromkeys(("unreachable", "paused_until", "wrapping_until", "off_until"), "")
        for volunteer in self.volunteers:
            now = self.line.now()
            self.store.roster.keep(volunteer.id, rested, now=now, plan={}, duty="inf")
        self.store.schedule.ring(self.store.keys.waiting())
        self.network.rests()
        if not self._legs(who, Side.CALLER):
            self.a_caller_rings(who)
        if back:
            self.a_caller_presses(who, "1")
            self.time_passes(12)
        for peer in range(len(CAPACITIES)):
            self.a_volunteer_picks_up_and_presses(peer, "1")
        if back:
            self.a_caller_is_rung_back(who, picks_up=True, fate=Fate.COMPLETED)
            self.a_caller_presses(who, "1")
        if breaks:
            for peer in range(len(CAPACITIES)):
                self.a_volunteer_s_call_breaks_off(peer)

    @rule(who=callers)
    def the_provider_tells_of_an_old_call_again(self, who: int) -> None:
        legs = [leg for leg in self._legs(who, Side.CALLER) if leg.sid]
        if legs and legs[0].sid:
            word = self.network.arrives(legs[0].sid, self.phones[who])
            assert word in {"known", "resumed"}
        self.network.rests()

    @rule(who=callers, key=st.sampled_from(["0", "1", "2", "9", ""]))
    def a_caller_presses(self, who: int, key: str) -> None:
        for leg in self._legs(who, Side.CALLER):
            if leg.answered:
                self._caller_presses(leg, key)
        self.network.rests()

    @rule(who=callers)
    def a_caller_hangs_up(self, who: int) -> None:
        for leg in self._legs(who, Side.CALLER):
            if leg.answered:
                self.network.over(leg, Fate.COMPLETED)
        self.network.rests()

    @rule(who=callers, picks_up=st.booleans(), fate=fates)
    def a_caller_is_rung_back(self, who: int, *, picks_up: bool, fate: Fate) -> None:
        for leg in self._legs(who, Side.CALLER):
            if leg.sid and not leg.answered:
                if picks_up:
                    self.network.told(leg.id, "answered")
                else:
                    self.network.over(leg, fate)
        self.network.rests()

    # --- volunteers

    @rule(who=peers, key=st.sampled_from(["1", "1", "1", "2", "9"]))
    def a_volunteer_picks_up_and_presses(self, who: int, key: str) -> None:
        for leg in self._rings(who):
            self.network.told(leg.id, "answered")
            if isinstance(self.network.hears(leg), hears.Whisper):
                self.network.press(self.network.fresh(leg), key)
                self.network.hears(leg)
        self.network.rests()

    @rule(who=peers, fate=fates)
    def a_volunteer_s_phone_is_not_answered(self, who: int, fate: Fate) -> None:
        for leg in self._rings(who):
            self.network.over(leg, fate)
        self.network.rests()

    @rule(who=peers)
    def a_volunteer_s_call_breaks_off(self, who: int) -> None:
        for leg in self._of(who):
            if leg.answered:
                self.network.over(leg, Fate.COMPLETED)
        self.network.rests()

    @rule(
        who=peers,
        says=st.sampled_from(
            ["ON", "OFF", "PAUSE 10", "RESUME", "PASS", "TAKE", "DONE", "STOP", "START"]
        ),
    )
    def a_volunteer_writes(self, who: int, says: str) -> None:
        phone = self.line.phones.phone(self.volunteers[who].number.e164)
        self.network.texts(phone, says)()
        self.network.rests()

    @rule(who=callers, says=st.sampled_from(["hello", "DONE", "DELETE", "STOP", "START"]))
    def a_caller_writes(self, who: int, says: str) -> None:
        self.network.texts(self.phones[who], says)()
        self.network.rests()

    # --- time

    @rule(seconds=st.sampled_from([1, 9, 31, 46, 125, 200, 400]))
    def time_passes(self, seconds: int) -> None:
        """With a look at every moment at which something is due."""
        until = self.line.now() + timedelta(seconds=seconds)
        while (due := self.store.schedule.next_moment()) and due < until:
            self.line.it_is(max(due, self.line.now()))
            self.network.rests()
        self.line.it_is(until)
        self.network.rests()

    # --- what must be so

    @invariant()
    def everything_agrees(self) -> None:
        assert WholeState(self.line.desk).faults(self.line.now()) == []

    @invariant()
    def no_place_goes_back(self) -> None:
        for contact_id in self.store.contacts.open():
            contact = self.network.read(contact_id)
            assert contact.since <= self.places.get(contact_id, contact.since)
            # an earlier one: of the call that goes on by text
            self.places[contact_id] = contact.since

    @invariant()
    def nobody_who_waits_is_passed_over(self) -> None:
        """Those who wait are in the order of their ranks, and of their places where these are the same."""
        waiting = [self.network.read(contact) for contact in self.store.contacts.waiting()]
        order = [(-contact.rank, contact.since) for contact in waiting]
        assert order == sorted(order)

    @invariant()
    def whoever_is_free_is_rung_for_whoever_waits(self) -> None:
        """Nobody listens to sounds while a peer who may take them does nothing."""
        now, desk = self.line.now(), self.network.desk
        for contact_id in self.store.contacts.waiting():
            contact = self.network.read(contact_id)
            if contact.channel is Channel.VOICE and contact.call and not contact.offered:
                if not may_be_taken(contact.call, now) or not is_a_good_hour(desk, contact, now):
                    continue
                on = [v for v in volunteers_on(desk, now) if not v.talks and not v.offers]
                free = rank(on, contact, blocked=frozenset(), now=now)
                assert free == (), f"{contact_id} waits, and {free} would be there"

    def teardown(self) -> None:
        entries = self.store.connection.xrange(self.store.keys.journal())
        HAPPENED.update(fields.get("event", "") for _, fields in entries)

    # --- how it is told

    def _caller_presses(self, leg: Leg, key: str) -> None:
        contact = self.network.read(leg.contact) if leg.contact else None
        match hears.heard_by(leg, contact):
            case hears.Hold():
                holding.press(self.network.desk, leg, key)
            case hears.AskRungBack():
                self.network.press(leg, key)
            case _:
                return
        self.network.hears(leg)

    def _legs(self, who: int, side: Side) -> list[Leg]:
        """The live legs of this caller."""
        key = self.store.people.key_of(PhoneNumber(self.phones[who].number))
        person = self.store.people.get(key)
        if person.call is None:
            return []
        return [leg for leg in self.network.live_legs(person.call) if leg.side is side]

    def _of(self, who: int) -> list[Leg]:
        """The live legs of this volunteer."""
        return [
            leg
            for contact in self.store.contacts.open()
            for leg in self.network.live_legs(contact)
            if leg.volunteer == self.volunteers[who].id
        ]

    def _rings(self, who: int) -> list[Leg]:
        return [leg for leg in self._of(who) if leg.sid and not leg.answered]


@pytest.mark.timeout(900)
def test_whatever_happens_to_calls_the_line_stays_true(line: Line) -> None:
    class OnThisLine(AnyCall):
        def __init__(self) -> None:
            super().__init__(line)

    deep = {"opened", "offered", "accepted", "ring_back", "rung_back", "peer_dropped", "dropped"}
    try:
        for _ in range(RUNS):
            # people choose at random too: a run is not repeatable
            often = plays(examples=12, steps=25, phases=[Phase.generate])
            run_state_machine_as_test(OnThisLine, settings=often)
            if deep <= HAPPENED.keys():
                break
    finally:
        line.phones.reset()
    assert deep <= HAPPENED.keys()  # a machine that never gets there proves nothing
