"""When the causing text was taken already, or the contact has moved on, a transition writes nothing at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.world import LATER, MAIN, NOW, World
from warmline.ids import CallerKey, ContactId, MessageSid, PageId, ShiftId
from warmline.routing.blocks import Block
from warmline.routing.contact import Contact, Ended, Tried
from warmline.safety.reading import Band, Kind
from warmline.store.effects import Cause, Effects, Outgoing
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel

TEXT = Outgoing(CallerKey("somebody"), MAIN, MAIN, "hello")
ALL = Effects(texts=(TEXT,), due={"key": NOW}, bell=("key",), journal={"event": "said"})

Act = Callable[[World, Volunteer, Contact, Cause | None], object]


def _offer(w: World, v: Volunteer, c: Contact, _: Cause | None) -> object:
    plan = {str(v.id): ALL}
    return w.store.contacts.offer(c, [v.id], at_once=1, lapses_at=LATER, now=NOW, plan=plan)


def _answer(w: World, _: Volunteer, c: Contact, cause: Cause | None) -> object:
    plan = {"answered": ALL}
    return w.store.transitions.run(
        "answer_text", now=NOW, plan=plan, cause=cause, contact=c.id, version=c.version
    )


def _open(w: World, _: Volunteer, c: Contact, cause: Cause | None) -> object:
    return w.store.contacts.open_new(
        ContactId("cnew"),
        c.caller,
        now=NOW,
        plan={"opened": ALL},
        cause=_given(cause),
        fields={},
        caller_number=MAIN,
        words=("x",),
    )


def _release(w: World, v: Volunteer, c: Contact, cause: Cause | None) -> object:
    return w.store.roster.release(
        v.id,
        0,
        contact=c.id,
        version=c.version,
        fields={"x": "1"},
        now=NOW,
        plan={"released": ALL},
        cause=_given(cause),
    )


def _accept(w: World, v: Volunteer, c: Contact, cause: Cause | None) -> object:
    return w.store.contacts.accept(
        c, v.id, number=MAIN, now=NOW, plan={"accepted": ALL}, cause=_given(cause)
    )


def _leave(w: World, v: Volunteer, c: Contact, cause: Cause | None) -> object:
    plan = {"left": ALL, "not_offered": ALL}
    return w.store.contacts.leave_offer(c, v.id, Tried.PASSED, now=NOW, plan=plan, cause=cause)


MOVED: dict[str, Act] = {
    "answer_text": _answer,
    "open_contact": _open,
    "offer_contact": _offer,
    "accept_offer": _accept,
    "answer_call": lambda w, v, c, __: w.store.contacts.answer(
        c, v.id, {"x": "1"}, now=NOW, plan={"answered": ALL, "engaged": ALL}
    ),
    "leave_offer": _leave,
    "release_words": _release,
    "keep_contact": lambda w, _, c, x: w.store.contacts.keep(
        c, {"x": "1"}, now=NOW, plan={"kept": ALL}, cause=x, words=("y",)
    ),
    "rest_contact": lambda w, _, c, __: w.store.contacts.rest(c, LATER, now=NOW),
    "requeue_contact": lambda w, _, c, x: w.store.contacts.requeue(
        c, now=NOW, plan={"requeued": ALL}, cause=x
    ),
    "end_contact": lambda w, _, c, x: w.store.contacts.end(
        c, Ended.BY_PEER, now=NOW, plan={"ended": ALL}, cause=x
    ),
    "part_from_contact": lambda w, _, c, __: w.store.contacts.part(
        c, {"call_handoff": "left"}, now=NOW, plan={"parted": ALL}
    ),
    "keep_person": lambda w, _, c, x: w.store.people.keep(
        c.caller,
        {"x": "1"},
        now=NOW,
        plan={"kept": ALL},
        cause=x,
        contact=c.id,
        version=c.version,
    ),
    "change_channel": lambda w, _, c, __: w.store.contacts.change_channel(
        c, Channel.TEXT, {"x": "1"}, now=NOW, plan={"changed": ALL}
    ),
    "move_up": lambda w, _, c, __: w.store.contacts.move_up(c, LATER, 1, now=NOW),
    "raise_band": lambda w, _, c, __: w.store.caring.raise_band(
        c, Band.HIGH, Kind.SELF, now=NOW, plan={"raised": ALL}
    ),
    "lower_band": lambda w, _, c, x: w.store.caring.lower_band(
        c, Band.NONE, now=NOW, plan={"lowered": ALL, "not_lower": ALL}, cause=x
    ),
}
GONE: dict[str, Act] = {
    "answer_text": _answer,
    "open_contact": _open,
    "accept_offer": _accept,
    "leave_offer": _leave,
    "release_words": _release,
    "keep_contact": MOVED["keep_contact"],
    "requeue_contact": MOVED["requeue_contact"],
    "end_contact": MOVED["end_contact"],
    "lower_band": MOVED["lower_band"],
    "keep_person": MOVED["keep_person"],
    "erase_person": lambda w, _, __, x: w.store.people.erase(
        CallerKey("somebody"), now=NOW, plan={"erased": ALL}, cause=_given(x), staying=()
    ),
    "hold_words": lambda w, v, _, x: w.store.roster.hold(
        v.id, "words", now=NOW, plan={"held": ALL}, cause=_given(x)
    ),
    "keep_volunteer": lambda w, v, _, x: w.store.roster.keep(
        v.id, {"x": "1"}, now=NOW, plan={"kept": ALL}, cause=x, duty="inf"
    ),
    "open_page": lambda w, _, __, x: w.store.pages.raise_page(
        PageId("p1"), {"reason": "backup"}, now=NOW, plan={"opened": ALL}, cause=x
    ),
    "acknowledge_page": lambda w, v, _, x: w.store.pages.acknowledge(
        PageId("pknown"), v.id, now=NOW, plan={"acknowledged": ALL, "unknown": ALL}, cause=x
    ),
    "mark_shift": lambda w, _, __, x: w.store.shifts.mark(
        ShiftId("s1"), "confirmed", None, now=NOW, plan={"unknown": ALL}, cause=x
    ),
    "block_caller": lambda w, _, c, x: w.store.blocks.block(
        c.caller, Block(LATER, LATER, c.id), now=NOW, plan={"blocked": ALL}, cause=x
    ),
    "park_text": lambda w, _, __, x: w.store.texts.park(_given(x), now=NOW, plan={"parked": ALL}),
}


def _given(cause: Cause | None) -> Cause:
    assert cause is not None
    return cause


@pytest.fixture
def talking(world: World) -> tuple[Volunteer, Contact]:
    ada = world.volunteer("Ada", capacity=2)
    world.store.pages.raise_page(
        PageId("pknown"), {"reason": "backup", "contact": "c1"}, now=NOW, plan={}
    )
    return ada, world.talk(ada)


@pytest.mark.parametrize("name", MOVED)
def test_a_contact_that_changed_since_it_was_read_is_left_as_it_is(
    world: World, talking: tuple[Volunteer, Contact], name: str
) -> None:
    ada, contact = talking
    assert world.store.contacts.keep(contact, {}, now=NOW, plan={}) == "kept"
    cause = world.arrives(contact.caller if name == "open_contact" else ada.key)
    with world.changes() as changed:
        assert MOVED[name](world, ada, contact, cause) in {"moved", None}
    assert changed == {}


@pytest.mark.parametrize("name", GONE)
def test_a_text_that_was_taken_already_has_no_second_effect(
    world: World, talking: tuple[Volunteer, Contact], name: str
) -> None:
    ada, contact = talking
    taken, waits = world.arrives(ada.key), world.arrives(ada.key)
    world.store.transitions.run("answer_text", now=NOW, plan={"answered": Effects()}, cause=taken)
    never = Cause(MessageSid("SMnever"), CallerKey("nobody"))
    with world.changes() as changed:
        for cause in (taken, never):
            assert GONE[name](world, ada, contact, cause) == "gone"
    assert changed == {}
    first = world.store.texts.first(ada.key)
    assert first is not None
    assert first[0] == waits
