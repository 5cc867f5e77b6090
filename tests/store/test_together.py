"""Two on the phone: a peer parts, an announcement waits for its leg, a place is kept for whoever rings again."""

from __future__ import annotations

from datetime import timedelta

from tests.store.calling import again, held, leg_to, placed, rung, told
from tests.store.shows import shows
from tests.store.world import AT, LATER, NOW, World
from warmline.clock import milliseconds
from warmline.ids import ContactId, LegId
from warmline.routing.call import CALLER, CRISIS_LINE, Call, Handoff, Stage
from warmline.routing.contact import Contact, Ended
from warmline.routing.leg import Fate, Tell
from warmline.store.call_record import as_call, as_fields
from warmline.store.effects import Announcement, Effects
from warmline.volunteers.roster import Volunteer


def on_the_phone(world: World) -> tuple[Contact, Volunteer]:
    ada = world.volunteer("Ada")
    contact = rung(world, held(world), ada)
    leg = placed(world, leg_to(world, contact, ada.id))
    call = Call(Stage.TOGETHER, "r1", peer_leg=leg.id, handoff=Handoff.THREE, since=NOW)
    plan = {"answered": Effects()}
    word = world.store.contacts.answer(contact, ada.id, as_fields(call), now=NOW, plan=plan)
    assert word == "answered"
    return world.read(contact), ada


@shows("part_from_contact", "parted")
def test_a_peer_who_parts_is_free_after_a_breathing_space_and_the_two_go_on(world: World) -> None:
    contact, ada = on_the_phone(world)
    assert contact.call
    left = Call(Stage.TOGETHER, "r1", peer_leg=contact.call.peer_leg, handoff=Handoff.LEFT)
    plan = {"parted": Effects(journal={"event": "said"})}
    with world.changes() as changed:
        word = world.store.contacts.part(contact, as_fields(left), now=NOW, plan=plan)
    assert word == "parted"
    ends = AT + contact.policy.wrap_up_seconds * 1000
    assert changed["talks:vada"] == {contact.id: None}
    volunteer = changed["volunteer:vada"]
    assert volunteer["wrapping_until"] == str(ends)
    assert volunteer["rested_since"] == str(AT)
    assert changed["due"]["volunteer:vada"] == ends
    fresh = world.read(contact)
    assert fresh.is_open
    assert fresh.peer == ada.id
    assert fresh.call
    assert fresh.call.handoff is Handoff.LEFT
    with world.changes() as changed:  # parted twice, they rest once
        assert world.store.contacts.part(fresh, as_fields(left), now=LATER, plan={}) == "parted"
    assert "volunteer:vada" not in changed


def test_an_announcement_waits_for_its_leg_and_goes_with_it(world: World) -> None:
    contact, ada = on_the_phone(world)
    leg = leg_to(world, contact, ada.id)
    plan = {"kept": Effects(legs=(Announcement(leg.id, Tell.FAILED),))}
    assert world.store.contacts.keep(contact, {}, now=NOW, plan=plan) == "kept"
    assert again(world, leg).tell == Tell.FAILED
    assert world.due()[f"leg:{leg.id}"] == 0
    assert told(world, leg, "over", fate=Fate.COMPLETED) == "news"
    assert again(world, leg).tell == ""


def test_whoever_comes_back_into_the_room_is_told_at_once(world: World) -> None:
    contact, ada = on_the_phone(world)
    leg = leg_to(world, contact, ada.id)
    plan = {"kept": Effects(legs=(Announcement(leg.id, Tell.THREE),))}
    assert world.store.contacts.keep(contact, {}, now=NOW, plan=plan) == "kept"
    world.store.legs.lease(leg.id, now=NOW)
    assert told(world, leg, "joined", conference="CF1", now=LATER) == "news"
    assert world.due()[f"leg:{leg.id}"] == milliseconds(LATER) - AT
    assert again(world, leg).conference == "CF1"


def test_whoever_left_a_room_is_soon_asked_after(world: World) -> None:
    contact, ada = on_the_phone(world)
    leg = leg_to(world, contact, ada.id)
    assert told(world, leg, "joined", conference="CF1") == "news"
    assert told(world, leg, "left", conference="CF1") == "known"
    assert again(world, leg).joined is None
    assert world.due()[f"leg:{leg.id}"] == 5_000


def test_a_handoff_is_read_as_it_was_written() -> None:
    call = Call(
        Stage.TOGETHER, "r1", handoff=Handoff.ASKED, handoff_since=NOW, handoffs=2, consent=CALLER,
        told_length=True, lost=CRISIS_LINE,
    )  # fmt: skip
    assert as_call(as_fields(call)) == call


def test_whoever_rings_again_after_a_call_that_broke_off_goes_before_those_who_wait(
    world: World,
) -> None:
    first = held(world, at=NOW - timedelta(minutes=5))
    later = held(world)
    score = world.store.connection.zscore(world.keys.waiting(), later.id)
    assert score == AT
    world.store.contacts.end(later, Ended.BY_CALLER, now=NOW, plan={})
    word = world.store.contacts.open_call(
        ContactId("cagain"), later.caller, leg=LegId("iagain"), now=NOW, plan={}, caller_number=None,
        fields={"channel": "voice", "line_number": "+15550100001", "alias": "Fern",
                "language": "en", "policy": "{}", "rank": "1"},
    )  # fmt: skip
    assert word == "opened"
    assert world.store.contacts.waiting() == ["cagain", first.id]
