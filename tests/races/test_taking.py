"""Several want the same person, or the same moment: one winner, and kind words for everybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.races.rush import at_once, hears, journal, key_of, quiet, writes
from tests.races.state import WholeState
from tests.stories.line import MAIN, Line
from warmline.flows import offers
from warmline.flows.advance import advance
from warmline.flows.desk import Desk
from warmline.flows.look import look
from warmline.flows.matching import match_waiting
from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.routing.contact import Contact
from warmline.simulator.handset import Phone
from warmline.store.effects import Effects
from warmline.volunteers.roster import Volunteer

MANY = 50
ROUNDS = 3  # each race is run a few times: one run may happen to be no race


def only_contact(line: Line) -> Contact:
    (open_one,) = line.desk.store.contacts.open()
    contact = line.desk.store.contacts.get(open_one)
    assert contact is not None
    return contact


def asks_all(line: Line, volunteers: list[Volunteer]) -> Contact:
    """The one who waits is offered to all of these at the same time."""
    now = line.now()
    asked = line.desk.store.contacts.offer(
        only_contact(line),
        [v.id for v in volunteers],
        at_once=len(volunteers),
        lapses_at=now + timedelta(seconds=90),
        now=now,
        plan={str(v.id): Effects() for v in volunteers},
    )
    assert asked is not None
    assert len(asked) == len(volunteers)
    return only_contact(line)


def in_lane(desk: Desk, key: CallerKey) -> list[str]:
    """What waits to be sent to this phone."""
    listed = desk.store.connection.lrange(desk.store.keys.lane(key), 0, -1)
    texts = (desk.store.outbox.get(text) for text in listed)
    return [text.body for text in texts if text]


def test_fifty_take_one_person_and_one_gets_them(line: Line) -> None:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    everyone = [line.volunteer(f"Peer{n}")[0] for n in range(MANY)]
    contact = asks_all(line, everyone)
    desk = quiet(line.desk)

    def taker(volunteer: Volunteer) -> None:
        phone = line.phones.phone(volunteer.number.e164)
        writes(line, phone, f"TAKE {contact.code}")
        while first := desk.store.texts.first(volunteer.key):
            fresh = desk.store.roster.get(volunteer.id)
            assert fresh is not None
            offers.take(desk, *first, fresh, contact.code)

    at_once(*[lambda v=v: taker(v) for v in everyone])

    heard = {v.id: in_lane(desk, v.key) for v in everyone}
    winner = only_contact(line).peer
    assert winner is not None
    begins, words = heard.pop(winner)
    assert "You are with" in begins
    assert words == "hello"
    thanks = f"Thank you! Another peer is with {contact.alias} already."
    assert len(heard) == MANY - 1
    assert all(thanks in said for said in heard.values())
    assert all(set(said) == {thanks} for said in heard.values())
    assert journal(line, "accepted") == 1
    for volunteer in everyone:
        now = desk.store.roster.get(volunteer.id)
        assert now is not None
        assert now.offers == frozenset()
        assert len(now.talks) == (volunteer.id == winner)
    line.desk.store.connection.flushall()  # nobody needs to hear all this on a phone
    caller.expects_nothing()


@pytest.mark.parametrize("_", range(ROUNDS))
def test_pass_and_lapse_at_once_free_the_volunteer_once(line: Line, _: int) -> None:
    ada = line.peer("Ada")
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("looking for a peer")
    ada.expects("TAKE")
    contact = only_contact(line)
    line.phones.jump(timedelta(seconds=contact.policy.offer_seconds))
    passes = writes(line, ada, "PASS 1")
    at_once(passes, lambda: advance(line.desk, contact.id))

    passed, lapsed = (journal(line, event) for event in ("passed", "lapsed"))
    assert (passed, lapsed) in {(1, 0), (0, 1), (1, 1)}  # whoever misses may be asked once more
    heard = hears(line, ada)
    assert sum("has passed to others" in body for body in heard) == lapsed
    assert sum("someone else to be with" in body for body in heard) == passed
    assert sum("not open any more" in body for body in heard) == 1 - passed
    assert WholeState(line.desk).faults(line.now()) == []
    _hush(line, caller)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_both_end_a_talk_at_once_and_it_ends_once(line: Line, _: int) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    at_once(writes(line, caller, "DONE"), writes(line, ada, "DONE"))

    line.settles()
    assert journal(line, "ended") == 1
    assert line.desk.store.contacts.open() == []
    to_caller, to_ada = hears(line, caller), hears(line, ada)
    assert sum("has ended the talk" in body or "Your talk with" in body for body in to_ada) <= 1
    assert to_caller
    assert to_ada
    assert len(to_caller) == len(set(to_caller))
    assert len(to_ada) == len(set(to_ada))
    assert WholeState(line.desk).faults(line.now()) == []


@pytest.mark.parametrize("_", range(ROUNDS))
def test_two_people_and_one_free_peer_are_never_offered_beyond_their_capacity(
    line: Line, _: int
) -> None:
    desk = quiet(line.desk)
    callers = [line.phone() for _ in range(4)]
    for caller in callers:
        writes(line, caller, "hello")()
    ada, phone = line.volunteer("Ada", capacity=2)
    desk.store.roster.keep(ada.id, {}, now=line.now(), plan={}, duty="inf")
    at_once(*[lambda: match_waiting(desk)] * 8)

    now = desk.store.roster.get(ada.id)
    assert now is not None
    assert len(now.offers) == ada.capacity
    waiting = [desk.store.contacts.get(c) for c in desk.store.contacts.waiting()]
    assert {c.id for c in waiting if c and c.offered} == now.offers
    oldest = [c.id for c in waiting if c][: ada.capacity]
    assert now.offers == set(oldest)
    assert journal(line, "offered") == ada.capacity
    _hush(line, phone, *callers)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_off_and_an_offer_at_once_leave_nobody_waiting_for_someone_who_has_gone(
    line: Line, _: int
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    goes = writes(line, ada, "OFF")
    comes = writes(line, caller, "hello")
    at_once(goes, comes, lambda: match_waiting(line.desk), lambda: match_waiting(line.desk))

    line.settles()
    volunteer = line.desk.store.roster.get_all(line.desk.store.roster.all_ids())[0]
    assert volunteer.offers == frozenset()
    assert only_contact(line).offered == {}
    assert WholeState(line.desk).faults(line.now()) == []
    _hush(line, ada, caller)


def _hush(line: Line, *phones: Phone) -> None:
    """What they hear is another test's story."""
    for phone in phones:
        hears(line, phone)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_whoever_takes_one_of_two_at_once_gets_no_more_than_they_can(line: Line, _: int) -> None:
    ada, phone = line.volunteer("Ada", capacity=1)
    callers = [line.phone() for _ in range(3)]
    for caller in callers:
        writes(line, caller, "hello")()
    ids = line.desk.store.contacts.open()
    line.settles()
    for contact in ids:  # she was asked about each of them once, and was slow
        _was_asked(line, contact, ada.id)
    line.desk.store.roster.keep(ada.id, {}, now=line.now(), plan={}, duty="inf")
    desk = quiet(line.desk)
    takes = [(writes(line, phone, f"TAKE {n}")) for n in (1, 2, 3)]
    at_once(*takes, *takes, lambda: look(desk, desk.store.keys.waiting()))

    line.settles()
    now = line.desk.store.roster.get(ada.id)
    assert now is not None
    assert len(now.talks) == 1
    assert now.offers == frozenset()
    assert journal(line, "accepted") == 1
    assert WholeState(line.desk).faults(line.now()) == []
    _hush(line, phone, *callers)


def _was_asked(line: Line, contact: ContactId, volunteer: VolunteerId) -> None:
    line.desk.store.connection.hset(line.desk.store.keys.tried(contact), volunteer, "missed")
    assert key_of(line, line.phone())
