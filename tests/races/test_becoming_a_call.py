"""A peer brings in the crisis line in the very moment in which the call, or its texts, end: both know one thing afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.races.rush import at_once, hears, journal, quiet, writes
from tests.stories.calling import phone_of
from tests.stories.line import Line
from tests.stories.phoning_each_other import they_go_on_by_text, together
from warmline.flows.advance import advance
from warmline.flows.calls import menu, phoning_menu
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.routing.leg import Fate, Leg, Side
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling
from warmline.volunteers.shifts import Channel

ROUNDS = 5


def talk_of(line: Line) -> Contact:
    """The only one there is."""
    (contact,) = line.desk.store.contacts.open()
    return read(line, contact)


def read(line: Line, contact: ContactId) -> Contact:
    found = line.desk.store.contacts.get(contact)
    assert found is not None
    return found


def leg_of(line: Line, contact: Contact, side: Side) -> Leg:
    (leg,) = (leg for leg in line.desk.store.legs.of(contact.id) if leg.side is side)
    return leg


def presses_2(line: Line, leg: Leg) -> Callable[[], str]:
    desk = quiet(line.desk)
    return lambda: phoning_menu.press(desk, leg, "2")


def hung_up(line: Line, leg: Leg) -> Callable[[], str]:
    """The provider tells that this side has gone, and a worker looks at once."""
    desk, contact = quiet(line.desk), leg.contact
    assert leg.sid
    assert contact
    sid = leg.sid

    def ends() -> str:
        desk.store.legs.hear(leg, sid, "over", fate=Fate.COMPLETED, now=line.now())
        advance(desk, contact)
        return "over"

    return ends


def both(line: Line) -> tuple[Calling, Calling, Contact]:
    peer, caller = together(line)
    return peer, caller, talk_of(line)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_the_caller_hangs_up_as_the_peer_presses_2(line: Line, _: int) -> None:
    peer, caller, talk = both(line)
    at_once(
        presses_2(line, leg_of(line, talk, Side.PEER)),
        hung_up(line, leg_of(line, talk, Side.CALLER)),
    )
    caller.hangs_up()
    line.passes(seconds=5)

    peer.is_over()
    is_now = read(line, talk.id)
    assert is_now.channel is Channel.TEXT
    assert is_now.phoning is None
    assert is_now.call is None
    assert [text for text in hears(line, phone_of(caller)) if "call is over" in text]
    assert len([text for text in hears(line, phone_of(peer)) if "goes on by text" in text]) == 1
    they_go_on_by_text(line, phone_of(peer), phone_of(caller))


@pytest.mark.parametrize("_", range(ROUNDS))
def test_of_many_presses_one_makes_it_a_call(line: Line, _: int) -> None:
    peer, caller, talk = both(line)
    leg = leg_of(line, talk, Side.PEER)

    words = at_once(*[presses_2(line, leg) for _ in range(12)])

    assert words.count("consent") == 1
    assert set(words) == {"consent", "over"}  # whoever comes later is asked by the other menu
    assert journal(line, "phone_became_call") == 1
    assert menu.press(line.desk, leg, "2", shown="alone") == "consent"
    line.settles()
    caller.is_with(peer)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_words_that_come_in_that_moment_reach_the_other(line: Line, _: int) -> None:
    peer, caller, talk = both(line)
    theirs: Phone = phone_of(caller)
    at_once(
        presses_2(line, leg_of(line, talk, Side.PEER)),
        lambda: str(writes(line, theirs, "I am still scared")()),
    )
    assert [text for text in hears(line, phone_of(peer)) if "I am still scared" in text]
    assert hears(line, theirs) == []
    assert read(line, talk.id).channel is Channel.VOICE
    caller.is_with(peer)
