"""Every key lives as long as keys.py says: nothing of a conversation stays behind."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.store.calling import held, placed, rung, told
from tests.store.world import NOW, World
from warmline.ids import MessageSid, PageId
from warmline.routing.contact import Contact, Ended, Tried
from warmline.routing.leg import Fate
from warmline.store import keys
from warmline.store.effects import Effects, Heard, Outgoing, Purpose
from warmline.store.scripts import sources
from warmline.volunteers.roster import Volunteer

# What lives as long as the line or its roster does.
STAYS = re.compile(
    r"pepper|due|bell|journal|counts|codes|page_codes|roster|coordinators|duty|experiences|"
    r"shifts|shift_codes|patterns|holidays|(volunteer|shift|seats|blocked):.*"
)


def lasting(world: World) -> set[str]:
    """Keys that neither fade nor belong to the line or the roster."""
    return {
        key
        for key in world.dump()
        if not STAYS.fullmatch(key)
        and world.seconds_to_live(world.keys.none().replace("none", key)) == -1
    }


def delivered(world: World) -> None:
    """Every text that waits is sent and arrives."""
    for key in [key for key in world.dump() if key.startswith("lane:")]:
        for text_id in world.dump()[key]:
            text = world.store.outbox.get(text_id)
            assert text is not None
            world.store.outbox.lease(text, now=NOW)
            sid = MessageSid(f"SMof{text_id}")
            world.store.outbox.note_sent(text, sid, now=NOW)
            world.store.outbox.note_status(text.id, sid, "delivered", None, now=NOW)


def converse(world: World, peer: Volunteer) -> Contact:
    """A conversation with something of everything, still open."""
    contact = world.offered(world.volunteer("Cy"), peer)
    world.store.pages.raise_page(
        PageId("p1"), {"reason": "patience", "contact": contact.id}, now=NOW, plan={}
    )
    cy = next(v for v in contact.offered if v != peer.id)
    world.store.contacts.leave_offer(contact, cy, Tried.MISSED, now=NOW, plan={})
    contact = world.read(contact)
    plan = {"kept": Effects(said=(Heard(contact.id, "a secret"),))}
    world.store.contacts.keep(contact, {}, now=NOW, plan=plan, words=("a secret",))
    contact = world.read(contact)
    number = contact.caller_number
    assert number is not None
    texts = (
        Outgoing(
            peer.key, peer.number, contact.line_number, "a secret", Purpose.TO_PEER, contact.id
        ),
        Outgoing(contact.caller, number, contact.line_number, "a secret", Purpose.TO_CALLER),
    )
    world.store.contacts.accept(
        contact,
        peer.id,
        number=contact.line_number,
        now=NOW,
        plan={"accepted": Effects(texts=texts)},
        cause=world.arrives(peer.key),
    )
    world.store.roster.hold(peer.id, "a secret", now=NOW, plan={}, cause=world.arrives(peer.key))
    return world.read(contact)


@pytest.mark.parametrize("how", Ended)
def test_after_a_conversation_nothing_stays_that_does_not_fade(world: World, how: Ended) -> None:
    ada = world.volunteer("Ada", capacity=2)
    before = lasting(world)
    contact = converse(world, ada)
    assert lasting(world) - before >= {f"contact:{contact.id}"}
    world.store.contacts.end(contact, how, now=NOW, plan={})
    world.store.pages.acknowledge(PageId("p1"), ada.id, now=NOW, plan={})
    assert world.keys.page(PageId("p1")) in world.store.schedule.take_due(NOW)  # phones fall silent
    world.store.schedule.done(world.keys.page(PageId("p1")))  # as whoever looks at it does
    delivered(world)

    assert {key for key in lasting(world) - before if not key.startswith("person:")} == set()
    assert f"person:{contact.caller}" not in lasting(world)
    assert set(world.due()) == {"volunteer:vada"}
    after = world.dump()
    assert after["codes"] == after["page_codes"] == {"next": "1"}
    kept = repr({key: what for key, what in after.items() if not key.startswith("person:v")})
    assert "hello" not in kept
    assert "secret" not in kept


@pytest.mark.parametrize("how", [Ended.BY_CALLER, Ended.ABANDONED, Ended.HANDED_OVER])
@pytest.mark.parametrize("withheld", [False, True])
def test_after_a_call_nothing_stays_that_does_not_fade(
    world: World, how: Ended, *, withheld: bool
) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    before = lasting(world)
    contact = rung(world, held(world, withheld=withheld), ada, bo)
    legs = [placed(world, leg) for leg in world.store.legs.of(contact.id) if not leg.sid]
    if how is not Ended.ABANDONED:
        assert world.store.contacts.answer(contact, ada.id, {}, now=NOW, plan={}) == "answered"
    numbers = [leg.to.e164 for leg in world.store.legs.of(contact.id) if leg.to]
    assert len(numbers) == 3 - withheld
    world.store.contacts.end(world.read(contact), how, now=NOW, plan={})
    assert lasting(world) - before == {f"leg:{leg.id}" for leg in world.store.legs.of(contact.id)}
    for leg in world.store.legs.of(contact.id):
        told(world, leg, "over", fate=Fate.COMPLETED)

    assert len(legs) == 2
    assert lasting(world) - before == set()
    world.store.schedule.done(world.keys.contact(contact.id))  # as whoever looks at it does
    assert set(world.due()) <= {"volunteer:vada"}
    numbered = {key for key, what in world.dump().items() for n in numbers if n in repr(what)}
    of_the_roster = {
        f"{kind}:{who}" for v in (ada, bo) for kind, who in (("volunteer", v.id), ("person", v.key))
    }
    assert numbered <= of_the_roster


def test_a_wait_without_anybody_leaves_nothing_either(world: World) -> None:
    contact = world.contact()
    world.store.contacts.end(contact, Ended.ABANDONED, now=NOW, plan={})
    assert lasting(world) == set()


@pytest.mark.parametrize("fate", ["delivered", "undelivered", "refused", "unheard", "again"])
def test_every_fate_of_a_text_ends_in_a_record_that_fades(world: World, fate: str) -> None:
    text, lease = world.leased()
    outbox, sid = world.store.outbox, MessageSid("SM1")
    if fate == "refused":
        outbox.put_back(text, lease.token, now=NOW, again=None, code=21610)
        outbox.settle(text.id, {}, now=NOW)
    else:
        outbox.note_sent(text, sid, now=NOW)
    if fate in {"delivered", "undelivered"}:
        outbox.note_status(text.id, sid, fate, None, now=NOW)
    if fate == "undelivered":
        outbox.settle(text.id, {}, now=NOW)
    if fate == "unheard":
        outbox.settle(text.id, {}, now=NOW, states="sending,sent,queued")
    if fate == "again":
        outbox.note_status(text.id, sid, "failed", 30003, now=NOW)
        outbox.send_again(text, now=NOW)
        delivered(world)
    assert lasting(world) == set()
    assert "due" not in world.dump()


def test_a_line_that_was_used_for_a_while_holds_no_more_than_its_roster(world: World) -> None:
    ada = world.volunteer("Ada", capacity=2)
    sizes = []
    for _ in range(5):
        contact = world.talk(world.again(ada), contact=world.contact())
        world.store.contacts.end(contact, Ended.BY_PEER, now=NOW, plan={})
        world.store.roster.keep(ada.id, {"wrapping_until": ""}, now=NOW, plan={})
        delivered(world)
        sizes.append(len(lasting(world)))
    assert set(sizes) == {1}  # Ada's own person


def test_scripts_and_keys_agree_on_how_long_a_text_s_id_is_remembered() -> None:
    literal = re.search(r'"SET", text, "", "EX", (\d+)', sources()["answer_text"])
    assert literal is not None
    assert int(literal[1]) == keys.SEEN_SECONDS
    assert timedelta(seconds=keys.SEEN_SECONDS) > timedelta(days=1)
