"""Bands that one person has reached by text or by phone, known in what they have open in the other way."""

from __future__ import annotations

from tests.store.world import AT, NOW, SAID, World
from warmline.routing.contact import Contact
from warmline.safety.reading import Band, Kind

RANK = 10**13


def known(world: World, contact: Contact, band: Band = Band.HIGH) -> Contact:
    word = world.store.caring.raise_band(contact, band, Kind.SELF, now=NOW, plan={}, beside=True)
    assert word == "raised"
    return world.read(contact)


def test_it_goes_first_and_says_whose_risk_it_is(world: World) -> None:
    contact = world.contact()
    with world.changes() as changed:
        word = world.store.caring.raise_band(
            contact, Band.HIGH, Kind.SOMEONE_ELSE, now=NOW, plan={"raised": SAID}, beside=True
        )
    assert word == "raised"
    assert changed.pop("bell")[-1] == world.keys.contact(contact.id)
    assert changed == {
        f"contact:{contact.id}": {
            "beside": "high",
            "beside_place": "2",
            "beside_kind": "someone else",
            "rank": "2",
            "version": "2",
        },
        "waiting": {contact.id: AT - 2 * RANK},
        "due": {f"contact:{contact.id}": AT},
        "journal": [{"event": "said"}],
    }
    care = world.read(contact).care
    assert (care.band, care.beside, care.known) == (Band.NONE, Band.HIGH, Band.HIGH)
    assert not care.alert_is_due


def test_nothing_lowers_it_by_itself(world: World) -> None:
    contact = known(world, world.contact(), Band.HIGH)
    with world.changes() as changed:
        for band in (Band.MODERATE, Band.HIGH):
            plan = {"raised": SAID}
            word = world.store.caring.raise_band(
                contact, band, Kind.SELF, now=NOW, plan=plan, beside=True
            )
            assert word == "already"
    assert changed == {}


def test_a_higher_rank_of_its_own_stays(world: World) -> None:
    contact = known(world, world.contact(rank="3"), Band.HIGH)
    assert contact.rank == 3
    assert world.store.contacts.waiting() == [contact.id]


def test_a_person_lowers_it_in_both_and_whoever_has_read_the_other_reads_it_again(
    world: World,
) -> None:
    text, call, third = world.contact(), world.contact(), world.contact()
    world.store.caring.raise_band(text, Band.IMMINENT, Kind.SELF, now=NOW, plan={})
    text, call = world.read(text), known(world, call, Band.IMMINENT)
    assert world.store.contacts.waiting() == [text.id, call.id, third.id]

    word = world.store.caring.lower_band(
        call, Band.MODERATE, now=NOW, plan={"lowered": SAID}, other=text.id
    )

    assert word == "lowered"
    for one, lowered in ((text, 1), (call, 0)):
        after = world.read(one)
        assert (after.rank, after.care.known, after.care.lowered) == (0, Band.MODERATE, lowered)
    refused = world.store.caring.raise_band(text, Band.HIGH, Kind.SELF, now=NOW, plan={})
    assert refused == "moved"
    assert world.store.contacts.waiting() == [text.id, call.id, third.id]
