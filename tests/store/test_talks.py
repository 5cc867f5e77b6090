"""A peer takes a person, they talk, and it ends by name: what each transition writes, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, MAIN, NOW, SAID, SECOND, World
from warmline.clock import milliseconds
from warmline.routing.contact import Contact, Ended, State, Tried
from warmline.store.keys import CLOSED_SECONDS
from warmline.volunteers.roster import Volunteer

LATER = NOW + timedelta(seconds=60)
AT_LATER = milliseconds(LATER)
RESTED = str(AT_LATER + 120_000)


def accept(world: World, contact: Contact, peer: Volunteer) -> str:
    return world.store.contacts.accept(
        contact,
        peer.id,
        number=SECOND,
        now=LATER,
        plan={"accepted": SAID, "full": SAID, "apart": SAID},
        cause=world.arrives(peer.key),
    )


def without_cause(changed: dict[str, object]) -> dict[str, object]:
    """The changes that are not about the causing text."""
    due = changed.get("due")
    if isinstance(due, dict):
        kept = {key: at for key, at in due.items() if not key.startswith("inbox:")}
        changed = {**changed, "due": kept}
    about = ("inbox:", "text:", "sids:", "bell")
    return {key: what for key, what in changed.items() if what and not key.startswith(about)}


@shows("accept_offer", "accepted")
def test_the_first_who_takes_a_person_has_them_and_every_other_offer_is_withdrawn(
    world: World,
) -> None:
    ada, bo, cy = (world.volunteer(name) for name in ("Ada", "Bo", "Cy"))
    until = str(milliseconds(NOW + timedelta(hours=1)))
    contact = world.offered(ada, bo, cy)
    world.store.roster.keep(bo.id, {"paused_until": until, "misses": "2"}, now=NOW, plan={})
    with world.changes() as changed:
        assert accept(world, contact, bo) == "accepted"

    assert changed.pop("offers:vada", "gone") is None
    assert changed.pop("offers:vbo", "gone") is None
    assert changed.pop("offers:vcy", "gone") is None
    assert changed.pop(f"words:{contact.id}", "gone") is None
    assert without_cause(changed) == {
        f"contact:{contact.id}": {
            "state": "active",
            "peer": "vbo",
            "peer_number": SECOND.e164,
            "began": str(AT_LATER),
            "last_words": str(AT_LATER),
            "version": "3",
        },
        f"offered:{contact.id}": dict.fromkeys(("vada", "vbo", "vcy")),
        f"tried:{contact.id}": dict.fromkeys(("vada", "vcy"), "withdrawn"),
        "talks:vbo": {contact.id: SECOND.e164},
        "volunteer:vbo": {"misses": "0", "paused_until": None, "last_number": SECOND.e164},
        "waiting": {contact.id: None},
        "journal": [{"event": "said"}],
    }
    assert accept(world, contact, ada) == "moved"


@shows("accept_offer", "full")
def test_a_peer_who_has_no_place_left_takes_nobody(world: World) -> None:
    ada = world.volunteer("Ada", capacity=2)
    contact = world.offered(ada)
    for _ in range(2):
        world.store.connection.hset(world.keys.talks(ada.id), f"other{_}", MAIN.e164)
    with world.changes() as changed:
        assert accept(world, contact, ada) == "full"
    assert without_cause(changed) == {
        f"contact:{contact.id}": {"version": "3"},
        "journal": [{"event": "said"}],
    }
    assert world.read(contact).offered.keys() == {ada.id}


@shows("accept_offer", "apart")
def test_a_peer_whom_a_coordinator_keeps_apart_from_this_caller_takes_nobody(world: World) -> None:
    ada = world.volunteer("Ada")
    contact = world.offered(ada)
    world.store.people.block(contact.caller, ada.id, now=NOW, plan={})
    with world.changes() as changed:
        assert accept(world, contact, ada) == "apart"
    assert without_cause(changed) == {
        f"contact:{contact.id}": {"version": "3"},
        "journal": [{"event": "said"}],
    }


def test_whoever_was_taken_off_the_roster_takes_nobody(world: World) -> None:
    ada = world.volunteer("Ada")
    contact = world.offered(ada)
    world.store.connection.delete(world.keys.volunteer(ada.id))
    assert accept(world, contact, ada) == "full"
    assert world.store.roster.get(ada.id) is None


@shows("end_contact", "ended")
def test_a_talk_that_ends_leaves_times_and_its_name_and_the_peer_a_breathing_space(
    world: World,
) -> None:
    ada = world.volunteer("Ada")
    contact = world.talk(ada)
    with world.changes() as changed:
        word = world.store.contacts.end(contact, Ended.BY_CALLER, now=LATER, plan={"ended": SAID})
    assert word == "ended"
    assert changed == {
        f"contact:{contact.id}": {
            "state": "closed",
            "ended": "by_caller",
            "closed": str(AT_LATER),
            "caller_number": None,
            "version": "4",
        },
        f"person:{contact.caller}": {"contact": None, "last_peer": "vada"},
        "volunteer:vada": {
            "last_contact": contact.id,
            "wrapping_until": RESTED,
            "rested_since": str(AT_LATER),
        },
        "talks:vada": {contact.id: None},
        "open": {contact.id: None},
        "codes": {"1": None},
        "due": {f"contact:{contact.id}": None, "volunteer:vada": int(RESTED)},
        "journal": [{"event": "said"}],
    }
    assert 0 < world.seconds_to_live(world.keys.contact(contact.id)) <= CLOSED_SECONDS
    closed = world.read(contact)
    assert (closed.is_open, closed.ended, closed.caller_number) == (False, Ended.BY_CALLER, None)
    assert closed.closed == LATER


def test_a_wait_that_ends_frees_everyone_who_was_asked(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    contact = world.offered(ada, bo)
    world.store.contacts.leave_offer(contact, ada.id, Tried.PASSED, now=NOW, plan={})
    with world.changes() as changed:
        word = world.store.contacts.end(world.read(contact), Ended.ABANDONED, now=LATER, plan={})
    assert word == "ended"
    gone = {key for key, what in changed.items() if what is None}
    assert gone == {f"words:{contact.id}", "offers:vbo"}
    assert changed[f"offered:{contact.id}"] == {"vbo": None}
    assert changed[f"tried:{contact.id}"] == {"vada": None}
    assert changed["waiting"] == {contact.id: None}
    assert "volunteer:vbo" not in changed


def test_wishes_to_meet_again_hold_for_the_peer_they_were_about(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    contact = world.talk(ada)
    caller = contact.caller
    world.store.contacts.end(contact, Ended.BY_PEER, now=NOW, plan={})
    wished = {"wished_by_caller": "1", "wished_by_peer": "1"}
    world.store.people.keep(caller, wished, now=NOW, plan={})
    for peer, still in ((ada, True), (bo, False)):
        fresh = world.again(peer)
        world.store.roster.keep(fresh.id, {"wrapping_until": ""}, now=NOW, plan={})
        contact = world.talk(peer, contact=world.contact())
        world.store.connection.hset(world.keys.contact(contact.id), "caller", caller)
        world.store.contacts.end(world.read(contact), Ended.BY_PEER, now=NOW, plan={})
        person = world.store.people.get(caller)
        assert person.last_peer == peer.id
        assert person.wished_by_caller is person.wished_by_peer is still


@shows("requeue_contact", "requeued")
def test_a_person_whose_peer_must_leave_waits_at_the_place_they_always_had(world: World) -> None:
    ada = world.volunteer("Ada")
    contact = world.talk(ada)
    world.store.contacts.keep(contact, {"asked": "1", "shift_over": "1"}, now=NOW, plan={})
    with world.changes() as changed:
        word = world.store.contacts.requeue(
            world.read(contact), now=LATER, plan={"requeued": SAID}, words=("unheard",)
        )
    assert word == "requeued"
    assert world.keys.contact(contact.id) == changed.pop("bell")[-1]
    assert changed == {
        f"contact:{contact.id}": {
            "state": "waiting",
            "turned": str(AT_LATER),
            "peer": None,
            "peer_number": None,
            "asked": None,
            "shift_over": None,
            "version": "5",
        },
        f"tried:{contact.id}": {"vada": "left"},
        f"words:{contact.id}": [f"{AT_LATER}.0|unheard"],
        "volunteer:vada": {"wrapping_until": RESTED, "rested_since": str(AT_LATER)},
        "talks:vada": {contact.id: None},
        "waiting": {contact.id: AT},
        "due": {f"contact:{contact.id}": AT_LATER, "volunteer:vada": int(RESTED)},
        "journal": [{"event": "said"}],
    }
    waiting = world.read(contact)
    assert (waiting.state, waiting.since, waiting.looked_for_since) == (State.WAITING, NOW, LATER)
    assert world.store.contacts.requeue(waiting, now=LATER, plan={}) == "moved"


@shows("hold_words", "held")
@shows("release_words", "released")
def test_words_are_held_until_the_peer_says_for_whom_and_then_all_go(world: World) -> None:
    ada = world.volunteer("Ada", capacity=2)
    one, _ = world.talk(ada), world.talk(ada)
    plan = {"held": SAID}
    world.store.roster.hold(ada.id, "first", now=NOW, plan={}, cause=world.arrives(ada.key))
    with world.changes() as changed:
        word = world.store.roster.hold(
            ada.id, "second", now=NOW, plan=plan, cause=world.arrives(ada.key)
        )
    assert word == "held"
    assert without_cause(changed) == {
        "held:vada": ["first", "second"],
        "journal": [{"event": "said"}],
    }
    assert world.store.roster.held(ada.id) == ("first", "second")

    with world.changes() as changed:
        word = world.store.roster.release(
            ada.id,
            2,
            contact=one.id,
            version=one.version,
            fields={"last_words": str(AT_LATER), "reminded": ""},
            now=LATER,
            plan={"released": SAID},
            cause=world.arrives(ada.key),
        )
    assert word == "released"
    assert changed.pop("held:vada", "gone") is None
    assert without_cause(changed) == {
        f"contact:{one.id}": {"last_words": str(AT_LATER), "version": "4"},
        "journal": [{"event": "said"}],
    }


def test_words_held_for_people_who_are_gone_never_reach_the_next_one(world: World) -> None:
    ada = world.volunteer("Ada", capacity=2)
    first, second = world.talk(ada), world.talk(ada)
    cause = world.arrives(ada.key)
    assert world.store.roster.hold(ada.id, "for one", now=NOW, plan={}, cause=cause) == "held"
    world.store.contacts.end(first, Ended.BY_CALLER, now=NOW, plan={})
    assert world.store.roster.held(ada.id) == ("for one",)  # it may be for the other one

    world.store.contacts.requeue(second, now=NOW, plan={})
    assert world.store.roster.held(ada.id) == ()


@shows("hold_words", "moved")
def test_words_whose_talk_ended_meanwhile_are_read_anew(world: World) -> None:
    ada = world.volunteer("Ada", capacity=2)
    talk = world.talk(ada)
    cause = world.arrives(ada.key)
    world.store.contacts.end(talk, Ended.BY_CALLER, now=NOW, plan={})
    with world.changes() as changed:
        word = world.store.roster.hold(ada.id, "late", now=NOW, plan={"held": SAID}, cause=cause)
    assert word == "moved"
    assert changed == {}
