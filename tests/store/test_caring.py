"""Bands: raised by words, lowered by people, and the order of those who wait with them."""

from __future__ import annotations

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.routing.contact import Contact, Ended
from warmline.safety.reading import Band, Kind, Said, Who
from warmline.store.effects import Effects, Heard

RANK = 10**13


def raised(world: World, contact: Contact, band: Band = Band.HIGH) -> Contact:
    word = world.store.caring.raise_band(contact, band, Kind.SELF, now=NOW, plan={})
    assert word == "raised"
    return world.read(contact)


@shows("raise_band", "raised")
def test_a_band_rises_and_the_place_in_the_queue_with_it(world: World) -> None:
    contact = world.contact()
    with world.changes() as changed:
        word = world.store.caring.raise_band(
            contact, Band.HIGH, Kind.SOMEONE_ELSE, now=NOW, plan={"raised": SAID}
        )
    assert word == "raised"
    assert changed.pop("bell")[-1] == world.keys.contact(contact.id)
    assert changed == {
        f"contact:{contact.id}": {
            "band": "high",
            "band_place": "2",
            "kind": "someone else",
            "rank": "2",
            "version": "2",
        },
        "waiting": {contact.id: AT - 2 * RANK},
        "due": {f"contact:{contact.id}": AT},
        "journal": [{"event": "said"}],
    }
    care = world.read(contact).care
    assert (care.band, care.kind, care.at_risk, care.alert_is_due) == (
        Band.HIGH,
        Kind.SOMEONE_ELSE,
        True,
        True,
    )


def test_whoever_is_in_danger_goes_before_those_who_came_earlier(world: World) -> None:
    first, second, third = world.contact(), world.contact(), world.contact()
    raised(world, second)
    raised(world, third, Band.IMMINENT)
    assert world.store.contacts.waiting() == [third.id, second.id, first.id]


def test_a_moderate_band_changes_no_order(world: World) -> None:
    first, second = world.contact(), world.contact()
    raised(world, second, Band.MODERATE)
    assert world.store.contacts.waiting() == [first.id, second.id]


def test_a_talk_gets_a_band_and_no_place_to_wait(world: World) -> None:
    talk = world.talk(world.volunteer())
    assert raised(world, talk, Band.IMMINENT).rank == 3
    assert world.store.contacts.waiting() == []


@shows("raise_band", "already")
def test_nothing_lowers_a_band_by_itself(world: World) -> None:
    contact = raised(world, world.contact(), Band.HIGH)
    with world.changes() as changed:
        for band in (Band.NONE, Band.MODERATE, Band.HIGH):
            plan = {"raised": SAID}
            word = world.store.caring.raise_band(contact, band, Kind.SELF, now=NOW, plan=plan)
            assert word == "already"
    assert changed == {}


@shows("lower_band", "lowered")
def test_a_person_lowers_a_band_and_the_place_goes_back(world: World) -> None:
    contact = raised(world, world.contact(), Band.IMMINENT)
    with world.changes() as changed:
        word = world.store.caring.lower_band(
            contact, Band.MODERATE, now=NOW, plan={"lowered": SAID}
        )
    assert word == "lowered"
    assert changed.pop("bell")
    assert changed == {
        f"contact:{contact.id}": {
            "band": "moderate",
            "band_place": "1",
            "rank": "0",
            "alerted": "moderate",
            "lowered": "1",
            "version": "3",
        },
        "waiting": {contact.id: AT},
        "journal": [{"event": "said"}],
    }
    assert not world.read(contact).care.alert_is_due
    assert raised(world, world.read(contact)).care.alert_is_due


@shows("lower_band", "not_lower")
def test_a_band_is_not_raised_by_lowering_it(world: World) -> None:
    contact = raised(world, world.contact(), Band.MODERATE)
    with world.changes() as changed:
        for band in (Band.MODERATE, Band.IMMINENT):
            contact = world.read(contact)
            plan = {"not_lower": SAID}
            word = world.store.caring.lower_band(contact, band, now=NOW, plan=plan)
            assert word == "not_lower"
    assert changed["journal"] == [{"event": "said"}] * 2
    assert world.read(contact).care.band is Band.MODERATE


def test_the_last_five_texts_are_kept_sealed_and_gone_with_the_contact(world: World) -> None:
    contact = world.contact()
    for number in range(7):
        heard = Heard(contact.id, f"text {number}", by_peer=number % 2 == 1)
        world.store.contacts.keep(contact, {}, now=NOW, plan={"kept": Effects(said=(heard,))})
        contact = world.read(contact)
    assert world.store.caring.said(contact.id) == tuple(
        Said(f"text {number}", Who.PEER if number % 2 else Who.CALLER) for number in range(2, 7)
    )
    assert "text 6" not in str(world.store.connection.lrange(world.keys.said(contact.id), 0, -1))

    world.store.contacts.end(contact, Ended.BY_CALLER, now=NOW, plan={})
    assert world.store.caring.said(contact.id) == ()


def test_a_contact_that_begins_in_danger_has_its_place_from_the_start(world: World) -> None:
    first = world.contact()
    urgent = world.contact(band="imminent", band_place="3", rank="3")
    assert world.store.contacts.waiting() == [urgent.id, first.id]
