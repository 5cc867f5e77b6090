"""Several want the same caller, or a caller goes in the very moment: one winner, and nobody in two talks."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from tests.races.phoning import GOES, Network
from tests.races.rush import at_once, journal
from tests.races.state import WholeState
from tests.stories.line import Line
from warmline.flows.look import look
from warmline.flows.matching import match_waiting
from warmline.ids import VolunteerId
from warmline.routing import hears
from warmline.routing.call import Stage
from warmline.routing.contact import Contact, Ended, State
from warmline.routing.leg import Leg
from warmline.store.effects import Effects

MANY, ROUNDS = 50, 30


@pytest.fixture
def network(line: Line) -> Network:
    return Network(line)


def afresh(network: Network) -> None:
    """The next round begins with an empty line."""
    network.store.connection.flushall()


def peer_of(network: Network, contact: Contact) -> VolunteerId | None:
    return network.read(contact.id).peer


def is_at_peace(network: Network, line: Line) -> None:
    """After all have had their look, everything agrees, and nobody is rung for nothing."""
    network.rests()
    assert WholeState(line.desk).faults(line.now()) == []


def hear(network: Network, legs: list[Leg]) -> Counter[str]:
    return Counter(type(network.hears(leg)).__name__ for leg in legs)


def test_fifty_press_1_for_one_caller_and_one_gets_them(line: Line, network: Network) -> None:
    contact = network.held(line.phone())
    everyone = network.volunteers(*[f"Peer{n}" for n in range(MANY)])
    legs = network.rings(contact, *everyone)
    words = at_once(*[network.presses(leg, "1") for leg in legs])

    assert Counter(words) == {"answered": 1, "gone": MANY - 1}
    assert hear(network, legs) == {"Room": 1, "TooLate": MANY - 1}
    winner = peer_of(network, contact)
    assert winner is not None
    for volunteer in network.store.roster.get_all([v.id for v in everyone]):
        assert volunteer.offers == frozenset()
        assert len(volunteer.talks) == (volunteer.id == winner)
    assert journal(line, "accepted") == 1
    is_at_peace(network, line)
    talk = network.read(contact.id).call
    assert talk is not None
    assert {leg.id for leg in network.live_legs(contact.id)} == {talk.leg, talk.peer_leg}


def test_1_pressed_while_the_caller_hangs_up_leaves_nobody_alone(
    line: Line, network: Network
) -> None:
    ends: Counter[str] = Counter()
    for _ in range(ROUNDS):
        afresh(network)
        contact = network.held(line.phone())
        (ada,) = network.volunteers("Ada")
        (leg,) = network.rings(contact, ada)
        gone = network.hangs_up(network.caller(contact))
        looks = network.looks(contact)
        takes, _, _ = at_once(network.presses(leg, "1"), gone, looks)
        network.rests()
        network.hears(leg)
        is_at_peace(network, line)
        fresh = network.read(contact.id)
        assert network.live_legs(contact.id) == []
        if fresh.is_open:  # nobody took them: the place is kept
            assert fresh.call is not None
            assert fresh.call.stage is Stage.DROPPED
            assert fresh.offered == {}
        else:
            assert (takes, fresh.ended) == ("answered", Ended.BY_CALLER)
        ends[str(takes)] += 1
    assert sum(ends.values()) == ROUNDS


@pytest.mark.parametrize("key", ["0", "1"])
def test_1_pressed_while_the_caller_chooses_otherwise_has_one_outcome(
    line: Line, network: Network, key: str
) -> None:
    for _ in range(ROUNDS):
        afresh(network)
        contact = network.held(line.phone())
        ada, bo = network.volunteers("Ada", "Bo")
        legs = network.rings(contact, ada, bo)
        at_once(network.presses(legs[0], "1"), network.keys(contact, key))
        fresh = network.read(contact.id)
        assert fresh.call is not None
        stage, taken = fresh.call.stage, fresh.peer == ada.id
        if key == "0":
            assert stage is (Stage.TOGETHER if taken else Stage.CRISIS)
            what = network.hears(legs[0])
            assert isinstance(what, hears.Room if taken else hears.TooLate)
        else:
            assert stage in ({Stage.TOGETHER, Stage.RINGING} if taken else {Stage.RING_BACK})
        now = network.store.roster.get(ada.id)
        assert now is not None
        assert len(now.talks) == taken
        network.rests()
        assert WholeState(line.desk).faults(line.now()) == []
        if taken or key == "0":
            assert network.read(contact.id).offered == {}


def test_1_pressed_in_the_moment_in_which_it_lapses_has_one_outcome(
    line: Line, network: Network
) -> None:
    for _ in range(ROUNDS):
        afresh(network)
        contact = network.held(line.phone())
        (ada,) = network.volunteers("Ada")
        (leg,) = network.rings(contact, ada)
        line.it_is(line.now() + contact.policy.ring_for)
        word, *_ = at_once(network.presses(leg, "1"), *[network.looks(contact)] * 2)
        fresh = network.read(contact.id)
        what = network.hears(leg)
        if word == "answered":
            assert (fresh.state, fresh.peer) == (State.ACTIVE, ada.id)
            assert isinstance(what, hears.Room)
        else:
            assert fresh.peer is None
            assert isinstance(what, GOES)
        assert journal(line, "lapsed") == (word != "answered")
        is_at_peace(network, line)


def test_1_pressed_while_the_peer_texts_off_has_one_outcome(line: Line, network: Network) -> None:
    for _ in range(ROUNDS):
        afresh(network)
        contact = network.held(line.phone())
        (ada,) = network.volunteers("Ada", on=True)
        (leg,) = network.rings(contact, ada)
        phone = line.phones.phone(ada.number.e164)
        word, _ = at_once(network.presses(leg, "1"), network.texts(phone, "OFF"))
        network.rests()
        fresh = network.read(contact.id)
        assert (fresh.peer == ada.id) == (word == "answered")
        assert isinstance(network.hears(leg), hears.Room) == (word == "answered")
        is_at_peace(network, line)


def test_1_pressed_while_the_same_peer_takes_a_text_puts_them_in_one_talk(
    line: Line, network: Network
) -> None:
    won: Counter[str] = Counter()
    for _ in range(ROUNDS):
        afresh(network)
        (ada,) = network.volunteers("Ada", capacity=2)
        contact = network.held(line.phone())
        (leg,) = network.rings(contact, ada)
        texter = line.phone()
        network.texts(texter, "hello")()
        (text,) = (c for c in network.store.contacts.open() if c != contact.id)
        asked = network.store.contacts.offer(
            network.read(text),
            [ada.id],
            at_once=1,
            lapses_at=line.now() + timedelta(seconds=90),
            now=line.now(),
            plan={str(ada.id): Effects()},
        )
        assert asked == [ada.id]
        phone = line.phones.phone(ada.number.e164)
        code = network.read(text).code
        word, _ = at_once(network.presses(leg, "1"), network.texts(phone, f"TAKE {code}"))
        network.hears(leg)
        network.rests()
        now = network.store.roster.get(ada.id)
        assert now is not None
        assert set(now.talks) == {contact.id if word == "answered" else text}
        assert now.offers == frozenset()
        won[str(word)] += 1
        is_at_peace(network, line)
        if word != "answered":
            assert [x for x in network.live_legs(contact.id) if x.volunteer] == []
    assert sum(won.values()) == ROUNDS


def test_two_callers_accepted_on_two_legs_of_one_volunteer_are_not_both_theirs(
    line: Line, network: Network
) -> None:
    for _ in range(ROUNDS):
        afresh(network)
        (ada,) = network.volunteers("Ada", capacity=3)
        legs, contacts = [], []
        for _ in range(2):
            contact = network.held(line.phone())
            legs += network.rings(contact, ada)
            contacts.append(contact)
            # never asked about two by the line itself: two legs are a fault that it must survive
            network.store.connection.delete(network.store.keys.offers(ada.id))
        for contact in contacts:
            network.store.connection.sadd(network.store.keys.offers(ada.id), contact.id)
        words = at_once(*[network.presses(leg, "1") for leg in legs])
        assert Counter(words) in ({"answered": 1, "engaged": 1}, {"answered": 1, "gone": 1})
        assert hear(network, legs) == {"Room": 1, "TooLate": 1}
        now = network.store.roster.get(ada.id)
        assert now is not None
        assert len(now.talks) == 1
        assert now.offers == frozenset()
        is_at_peace(network, line)


def test_a_call_that_is_told_twenty_times_at_once_is_taken_in_once(
    line: Line, network: Network
) -> None:
    for _ in range(3):
        afresh(network)
        arrives = network.phones(line.phone())
        assert Counter(at_once(*[arrives] * 20)) == {"opened": 1, "known": 19}
        assert len(network.store.contacts.open()) == 1
        is_at_peace(network, line)


def test_the_same_phone_on_two_calls_at_once_has_one_place_and_one_leg(
    line: Line, network: Network
) -> None:
    for _ in range(ROUNDS):
        afresh(network)
        phone = line.phone()
        words = at_once(*[network.phones(phone) for _ in range(3)])
        assert Counter(words) == {"opened": 1, "resumed": 2}
        network.rests()
        (contact,) = network.store.contacts.open()
        assert len(network.live_legs(contact)) == 1
        is_at_peace(network, line)


def test_many_looks_ring_each_free_peer_for_one_caller_the_longest_waiting_first(
    line: Line, network: Network
) -> None:
    for _ in range(3):
        afresh(network)
        contacts = []
        for _ in range(4):
            contacts.append(network.held(line.phone()))
            line.it_is(line.now() + timedelta(seconds=1))
        peers = network.volunteers("Ada", "Bo", "Cy", on=True, capacity=2)
        at_once(*[lambda: match_waiting(network.desk)] * 8)
        assert [len(network.read(c.id).offered) for c in contacts] == [1, 1, 1, 0]
        for peer in network.store.roster.get_all([p.id for p in peers]):
            assert len(peer.offers) == 1
        assert journal(line, "offered") == len(peers)
        ringing = sum(len(network.live_legs(c.id)) - 1 for c in contacts)
        assert ringing == len(peers)
        is_at_peace(network, line)


def test_two_looks_at_a_peer_who_dropped_ring_them_back_once(line: Line, network: Network) -> None:
    for _ in range(10):
        afresh(network)
        (ada,) = network.volunteers("Ada", on=True)
        contact = network.held(line.phone())
        (leg,) = network.rings(contact, ada)
        assert network.press(leg, "1") == "answered"
        network.rests()
        network.hears(leg)
        network.hangs_up(network.fresh(leg))()
        key = network.store.keys.contact(contact.id)
        at_once(*[lambda k=key: look(network.desk, k)] * 4)
        assert journal(line, "peer_dropped") == 1
        assert set(network.read(contact.id).offered) == {ada.id}
        again = [x for x in network.live_legs(contact.id) if x.volunteer == ada.id]
        assert len(again) == 1
        is_at_peace(network, line)
