"""Someone reaches out, waits, and is offered: what each transition writes, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, LAPSES, LATER, MAIN, NOW, SAID, World
from warmline.clock import milliseconds, moment
from warmline.ids import ContactId
from warmline.routing.contact import State, Tried
from warmline.routing.policy import Policy
from warmline.store.effects import Effects
from warmline.store.keys import PERSON_SECONDS
from warmline.store.sids import short
from warmline.volunteers.roster import Volunteer


@shows("open_contact", "opened")
def test_a_contact_begins_with_a_code_a_place_and_its_first_words(world: World) -> None:
    number = world.number()
    caller = world.store.people.key_of(number)
    cause = world.arrives(caller)
    fields = {"line_number": MAIN.e164, "alias": "Fern", "language": "en", "policy": "{}"}
    with world.changes() as changed:
        word = world.store.contacts.open_new(
            ContactId("c1"),
            caller,
            now=NOW,
            plan={"opened": SAID},
            cause=cause,
            fields=fields,
            caller_number=number,
            words=("hello", "a link"),
        )

    assert word == "opened"
    assert changed == {
        "contact:c1": {
            **fields,
            "caller": caller,
            "caller_number": number.e164,
            "code": "1",
            "version": "1",
            "state": "waiting",
            "opened": str(AT),
            "since": str(AT),
        },
        "words:c1": [f"{AT}.0|hello", f"{AT}.1|a link"],
        f"person:{caller}": {"contact": "c1", "greeted": "1"},
        "waiting": {"c1": AT},
        "open": {"c1": AT},
        "codes": {"1": "c1", "next": "1"},
        "due": {"contact:c1": AT + 2000, f"inbox:{caller}": None},
        "journal": [{"event": "said"}],
        f"inbox:{caller}": None,
        f"text:{short(cause.sid)}": "",
    }
    assert 0 < world.seconds_to_live(world.keys.person(caller)) <= PERSON_SECONDS
    contact = world.read(ContactId("c1"))
    assert contact.caller_number == number
    assert contact.policy == Policy()
    assert world.store.contacts.words(contact.id) == ("hello", "a link")
    assert world.store.contacts.open() == world.store.contacts.waiting() == ["c1"]


def test_codes_are_given_in_turn_and_a_code_in_use_is_passed_over(world: World) -> None:
    first, second = world.contact(), world.contact()
    world.store.connection.hset(world.keys.codes(), "next", 9999)
    third = world.contact()

    assert [c.code for c in (first, second, third)] == [1, 2, 3]
    found = world.store.contacts.by_code(2)
    assert found is not None
    assert found.id == second.id
    assert world.store.contacts.by_code(4) is None


@shows("keep_contact", "kept")
def test_new_facts_and_words_are_kept_in_order(world: World) -> None:
    contact = world.contact()
    with world.changes() as changed:
        word = world.store.contacts.keep(
            contact,
            {"told_nobody": "1", "language": ""},
            now=NOW,
            plan={"kept": SAID},
            words=("more",),
        )
    assert word == "kept"
    assert changed == {
        f"contact:{contact.id}": {"told_nobody": "1", "language": None, "version": "2"},
        f"words:{contact.id}": [f"{AT}.0|hello", f"{AT}.0|more"],
        "journal": [{"event": "said"}],
    }


@shows("rest_contact", "resting")
def test_a_resting_contact_is_looked_at_again_at_its_moment(world: World) -> None:
    contact = world.contact()
    with world.changes() as changed:
        assert world.store.contacts.rest(contact, LATER, now=NOW) == "resting"
    assert changed == {"due": {f"contact:{contact.id}": LAPSES}}


def offer(
    world: World, contact: ContactId, *volunteers: Volunteer, at_once: int = 2
) -> list[str] | None:
    asked = world.store.contacts.offer(
        world.read(contact),
        [v.id for v in volunteers],
        at_once=at_once,
        lapses_at=LATER,
        now=NOW,
        plan={v.id: Effects(journal={"asked": v.name}) for v in volunteers},
    )
    return None if asked is None else [str(v) for v in asked]


def test_the_first_few_who_still_can_are_asked_best_first(world: World) -> None:
    contact = world.contact().id
    ada, bo, cy, di = (world.volunteer(name) for name in ("Ada", "Bo", "Cy", "Di"))
    world.talk(bo)
    with world.changes() as changed:
        assert offer(world, contact, bo, ada, di, cy) == ["vada", "vdi"]

    assert changed == {
        f"contact:{contact}": {"state": "offered", "version": "2"},
        f"offered:{contact}": {"vada": str(LAPSES), "vdi": str(LAPSES)},
        "offers:vada": {contact},
        "offers:vdi": {contact},
        "journal": [{"asked": "Ada"}, {"asked": "Di"}],
    }
    assert world.read(contact).offered == {ada.id: LATER, di.id: LATER}


@shows("offer_contact", "nobody")
def test_nobody_is_asked_who_is_busy_resting_off_or_out_of_reach(world: World) -> None:
    contact = world.contact().id
    names = ("Busy", "Asked", "Paused", "Wrapping", "Off", "Stopped", "Gone")
    busy, asked, paused, wrapping, off, stopped, gone = (world.volunteer(n) for n in names)
    world.talk(busy)
    world.offered(asked)
    soon = str(milliseconds(NOW + timedelta(milliseconds=1)))
    for volunteer, fields in (
        (paused, {"paused_until": soon}),
        (wrapping, {"wrapping_until": soon}),
        (off, {"off_until": soon}),
        (stopped, {"unreachable": "opted_out"}),
    ):
        assert world.store.roster.keep(volunteer.id, fields, now=NOW, plan={}) == "kept"
    assert (
        world.store.roster.remove(gone, world.store.shifts.all_of(gone.id), now=NOW, plan={})
        == "removed"
    )
    with world.changes() as changed:
        everyone = (busy, asked, paused, wrapping, off, stopped, gone)
        assert offer(world, contact, *everyone, at_once=9) == []
    assert changed == {}


def test_nobody_is_asked_whom_a_coordinator_has_just_set_apart(world: World) -> None:
    contact, ada = world.contact(), world.volunteer("Ada")
    world.store.people.block(contact.caller, ada.id, now=NOW, plan={})
    assert offer(world, contact.id, ada) == []


def test_a_rest_that_ends_this_very_moment_is_over(world: World) -> None:
    contact, ada = world.contact().id, world.volunteer("Ada")
    ended = dict.fromkeys(("paused_until", "wrapping_until", "off_until"), str(AT))
    world.store.roster.keep(ada.id, ended, now=NOW, plan={})
    assert offer(world, contact, ada) == ["vada"]


def test_whoever_takes_several_is_asked_until_all_their_places_are_spoken_for(
    world: World,
) -> None:
    ada = world.volunteer("Ada", capacity=2)
    world.talk(ada)
    assert offer(world, world.contact().id, ada) == ["vada"]
    assert offer(world, world.contact().id, ada) == []
    assert len(world.again(ada).offers) == len(world.again(ada).talks) == 1


def test_an_offer_puts_no_earlier_look_off(world: World) -> None:
    contact, ada = world.contact(), world.volunteer("Ada")
    patience_ends = NOW + timedelta(seconds=20)
    world.store.contacts.rest(contact, patience_ends, now=NOW)
    offer(world, contact.id, ada)
    assert world.due()[f"contact:{contact.id}"] == 20_000


@shows("leave_offer", "left")
def test_whoever_passes_is_free_and_the_person_keeps_the_place(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    contact = world.offered(ada, bo)
    with world.changes() as changed:
        word = world.store.contacts.leave_offer(
            contact, ada.id, Tried.PASSED, now=NOW, plan={"left": SAID}
        )
    assert word == "left"
    assert changed == {
        f"contact:{contact.id}": {"version": "3"},
        f"offered:{contact.id}": {"vada": None},
        f"tried:{contact.id}": {"vada": "passed"},
        "offers:vada": None,
        "due": {f"contact:{contact.id}": AT},
        "journal": [{"event": "said"}],
    }
    assert world.read(contact).state is State.OFFERED

    world.store.contacts.leave_offer(world.read(contact), bo.id, Tried.PASSED, now=LATER, plan={})
    assert world.read(contact).state is State.WAITING
    assert world.read(contact).since == NOW
    assert world.store.contacts.waiting() == [contact.id]


@shows("leave_offer", "paused")
def test_three_misses_in_a_row_pause_a_volunteer(world: World) -> None:
    ada = world.volunteer("Ada")
    plan = {"left": Effects(journal={"event": "left"}), "paused": SAID}
    for _ in range(2):
        contact = world.offered(ada)
        word = world.store.contacts.leave_offer(contact, ada.id, Tried.MISSED, now=NOW, plan=plan)
        assert word == "left"
    contact = world.offered(ada)
    with world.changes() as changed:
        word = world.store.contacts.leave_offer(contact, ada.id, Tried.MISSED, now=NOW, plan=plan)
    assert word == "paused"
    assert changed["volunteer:vada"] == {"misses": "0", "paused_until": "9007199254740991"}
    assert changed["journal"] == [{"event": "said"}]
    resting = world.again(ada).paused_until
    assert resting is not None
    assert resting > NOW + timedelta(days=365 * 1000)


def test_a_line_may_choose_that_no_number_of_misses_pauses(world: World) -> None:
    ada = world.volunteer("Ada")
    for _ in range(5):
        contact = world.offered(ada, contact=world.contact(policy=Policy(misses_that_pause=0)))
        word = world.store.contacts.leave_offer(contact, ada.id, Tried.MISSED, now=NOW, plan={})
        assert word == "left"
    assert world.again(ada).misses == 5


@shows("leave_offer", "not_offered")
def test_nobody_leaves_an_offer_twice(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    contact = world.offered(ada)
    with world.changes() as changed:
        word = world.store.contacts.leave_offer(
            contact, bo.id, Tried.MISSED, now=NOW, plan={"not_offered": SAID}
        )
    assert word == "not_offered"
    assert changed == {
        f"contact:{contact.id}": {"version": "3"},
        "journal": [{"event": "said"}],
    }


def test_an_offer_that_outlived_its_volunteer_lapses_without_a_trace_of_them(world: World) -> None:
    ada = world.volunteer("Ada")
    contact = world.offered(ada)
    world.store.connection.delete(world.keys.volunteer(ada.id), world.keys.offers(ada.id))
    word = world.store.contacts.leave_offer(contact, ada.id, Tried.MISSED, now=NOW, plan={})

    assert word == "left"
    assert world.store.roster.get(ada.id) is None
    assert moment(AT) == NOW
