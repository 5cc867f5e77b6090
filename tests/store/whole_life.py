"""The whole life of a line's store, through every room of it, for any kind of Redis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.store.world import LATER, NOW, SAID, World
from warmline.ids import MessageSid, PageId, PatternId, ShiftId, TokenId
from warmline.routing.contact import Contact, Ended, Tried
from warmline.store.answers import Begun, Kept
from warmline.store.effects import Effects
from warmline.store.feeds import Feed
from warmline.store.imports import Seen, ShiftRow, VolunteerRow
from warmline.store.outbox import LEASE
from warmline.store.tokens import Role, Token
from warmline.volunteers import patterns
from warmline.volunteers.claiming import Give
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

PAGE = PageId("p1")


def live(world: World) -> None:
    """Two people meet, part and are forgotten, with all that can happen between."""
    contact = _two_meet(world)
    _texts_leave(world)
    _help_is_called(world, contact)
    _they_part(world, contact)
    _shifts_come_and_go(world)
    _patterns_come_and_go(world)
    _programs_come_and_go(world)
    _time_passes(world)


def _two_meet(world: World) -> Contact:
    store = world.store
    ada, bo, cy = (world.volunteer(name, capacity=2) for name in ("Ada", "Bo", "Cy"))
    assert store.roster.edit(replace(ada, coordinator=True), now=NOW, plan={}) == "edited"
    assert store.roster.keep(bo.id, {"misses": "0"}, now=NOW, plan={}, duty="inf") == "kept"
    assert store.roster.on_by_text(NOW) == {bo.id: None}
    contact = world.offered(ada, bo, cy)
    left = store.contacts.leave_offer(contact, cy.id, Tried.PASSED, now=NOW, plan={"left": SAID})
    assert left == "left"
    contact = world.read(contact)
    assert store.contacts.rest(contact, LATER, now=NOW) == "resting"
    accepted = store.contacts.accept(
        contact,
        bo.id,
        number=contact.line_number,
        now=NOW,
        plan={"accepted": SAID},
        cause=world.arrives(bo.key),
    )
    assert accepted == "accepted"
    contact = world.read(contact)
    assert store.contacts.requeue(contact, now=NOW, plan={}, words=("again",)) == "requeued"
    store.roster.keep(bo.id, {"wrapping_until": ""}, now=NOW, plan={})
    contact = world.talk(bo, contact=world.read(contact))
    cause = world.arrives(bo.key)
    assert store.roster.hold(bo.id, "held", now=NOW, plan={}, cause=cause) == "held"
    released = store.roster.release(
        bo.id,
        1,
        contact=contact.id,
        version=contact.version,
        fields={},
        now=NOW,
        plan={},
        cause=world.arrives(bo.key),
    )
    assert released == "released"
    assert len(store.roster.get_all([ada.id, bo.id, cy.id])) == 3
    contact = world.read(contact)
    assert store.contacts.keep(contact, {"asked": "1"}, now=NOW, plan={}, words=("x",)) == "kept"
    assert store.contacts.words(contact.id) == ("x",)
    found = store.contacts.by_code(contact.code)
    assert found is not None
    return found


def _texts_leave(world: World) -> None:
    outbox = world.store.outbox
    text, lease = world.leased()
    assert outbox.look_again(text, lease.token, NOW + LEASE) == "looking"
    again = outbox.lease(text, now=NOW + LEASE)
    assert (lease.word, again.word) == ("leased", "unsure")
    assert outbox.put_back(text, again.token, now=NOW, again=NOW, code=None) == "put_back"
    assert outbox.lease(text, now=NOW).word == "leased"
    assert outbox.note_sent(text, MessageSid("SM1"), now=NOW) == "noted"
    assert outbox.known_sids(text.recipient) == {"SM1"}
    assert outbox.note_status(text.id, MessageSid("SM1"), "failed", 30003, now=NOW) == "noted"
    assert outbox.send_again(text, now=NOW) == "queued"
    assert outbox.note_status(text.id, MessageSid("SM2"), "failed", 30003, now=NOW) == "noted"
    assert outbox.settle(text.id, {"settled": SAID}, now=NOW) == "settled"


def _help_is_called(world: World, contact: Contact) -> None:
    pages = world.store.pages
    fields = {"reason": "backup", "contact": contact.id}
    assert pages.raise_page(PAGE, fields, now=NOW, plan={"opened": SAID}) == "opened"
    (raised,) = pages.open()
    page = pages.get(raised)
    assert page is not None
    assert pages.send(page, next_round=LATER, now=NOW, plan={"sent": SAID}) == "sent"
    (ada, *_) = world.store.roster.coordinators()
    assert pages.acknowledge(PAGE, ada, now=NOW, plan={"acknowledged": SAID}) == "acknowledged"


def _they_part(world: World, contact: Contact) -> None:
    store, caller = world.store, contact.caller
    ended = store.contacts.end(
        contact, Ended.BY_PEER, now=NOW, plan={"ended": SAID}, cause=world.arrives(caller)
    )
    assert ended == "ended"
    assert store.people.keep(caller, {"language": "es"}, now=NOW, plan={}) == "kept"
    assert contact.peer is not None
    store.people.block(caller, contact.peer, now=NOW, plan={})
    erased = store.people.erase(
        caller,
        now=NOW,
        plan={"erased": Effects()},
        cause=world.arrives(caller),
        staying=("opted_out",),
    )
    assert erased == "erased"
    for sid in store.people.to_erase(caller):
        store.people.erased(caller, sid)
    unread = world.arrives(caller, "unreadable")
    assert store.texts.stumble(unread.sid) == 1
    assert store.texts.park(unread, now=NOW, plan={"parked": SAID}) == "parked"
    assert store.texts.parked() == 1


def _programs_come_and_go(world: World) -> None:
    tokens, feeds, answers = world.store.tokens, world.store.feeds, world.store.answers
    token = Token(TokenId("k1"), "a screen", Role.VIEWER, "d", NOW, LATER)
    assert tokens.keep(token, now=NOW, plan={"kept": SAID}) == "kept"
    assert tokens.all() == [tokens.get(token.id)]
    assert tokens.failed(NOW) == 1
    assert tokens.forget(token.id, now=NOW, plan={"forgotten": SAID}) == "forgotten"
    for digest in ("first", "second"):
        assert feeds.keep(Feed(digest, "line", NOW), now=NOW, plan={"kept": SAID}) == "kept"
    assert [feed.digest for feed in feeds.all()] == ["second"]
    assert feeds.revisions("line", {"s1": "aa"}, now=NOW)[0].sequence == 0
    assert feeds.forget("line", now=NOW, plan={}) == "forgotten"
    assert answers.begin("a") is Begun.NOW
    answers.keep("a", kept := Kept("q", 200, {}, "{}"))
    assert answers.begin("a") == kept
    answers.forget("a")
    assert next(world.store.journal.before()).event == "said"


def _shifts_come_and_go(world: World) -> None:
    shifts = world.store.shifts
    (ada, bo, cy) = world.store.roster.get_all(world.store.roster.all_ids())
    shift = world.shift(NOW, NOW + timedelta(hours=1))
    world.claims(shift, bo)
    assert [on.claimed for on in shifts.on(NOW)] == [{bo.id}]
    assert shifts.claimed_after(NOW - timedelta(hours=1))[0].starts == NOW
    assert world.hands(Give(shift.id, bo.id)) == "done"
    world.claims(shift, ada)
    assert (
        world.store.roster.remove(
            ada, world.store.shifts.all_of(ada.id), now=NOW, plan={"removed": SAID}
        )
        == "removed"
    )
    assert shifts.remove(shifts.get(shift.id) or shift, now=NOW) == "removed"
    _a_spreadsheet_comes(world, cy)
    assert (
        world.store.roster.remove(cy, world.store.shifts.all_of(cy.id), now=NOW, plan={})
        == "removed"
    )


def _a_spreadsheet_comes(world: World, cy: Volunteer) -> None:
    store, held = world.store, frozenset({cy.id})
    new = Shift(ShiftId("simported"), 0, NOW, NOW + timedelta(hours=1), 1, held)
    rows, seen = [ShiftRow(None, new)], Seen(store.seats.versions([cy.id]))
    assert store.imports.shifts(rows, seen=seen, now=NOW, plan={"imported": SAID}) == "imported"
    assert world.hands(Give(new.id, cy.id)) == "done"
    gone = [ShiftRow(shift, None) for shift in store.shifts.get_all([new.id])]
    assert store.imports.shifts(gone, seen=Seen(), now=NOW, plan={}) == "imported"
    again = [VolunteerRow(cy, replace(cy, zone="Europe/London"))]
    assert store.imports.volunteers(again, now=NOW, plan={"imported": SAID}) == "imported"


def _patterns_come_and_go(world: World) -> None:
    store, said = world.store, {"kept": SAID, "removed": SAID, "added": SAID, "changed": SAID}
    wall = datetime(2026, 3, 5, 22)  # noqa: DTZ001 - as a clock on the wall shows it
    zone = ZoneInfo("America/New_York")
    pattern = Pattern(PatternId("r1"), "Nights", "FREQ=DAILY", wall, 480, zone)
    assert store.patterns.keep(pattern.id, pattern, was="", now=NOW, plan=said) == "kept"
    holiday = date(2026, 12, 25)
    assert store.patterns.keep_holiday(holiday, "Christmas", now=NOW, plan=said) == "kept"
    book = store.patterns.book()
    assert (book.patterns, list(book.holidays)) == ({pattern.id: pattern}, [holiday])
    days = patterns.windows(pattern, date(2026, 3, 5), date(2026, 3, 9))
    shifts = [patterns.shift(pattern, window) for window in days]
    assert store.shifts.add_some(shifts, now=NOW, plan=said) == "added"
    first, *others = store.shifts.outlines(NOW, NOW + timedelta(weeks=1))
    assert len(others) == 4
    later = replace(first, seats=9)
    assert store.shifts.change(first, later, versions={}, now=NOW, plan=said) == "changed"
    store.shifts.free_codes([later])
    assert store.shifts.by_code(later.code) is None
    for shift in (later, *others):
        assert store.shifts.remove(shift, now=NOW) == "removed"
    assert store.patterns.keep_holiday(holiday, "", now=NOW, plan=said) == "removed"
    was = book.texts[pattern.id]
    assert store.patterns.keep(pattern.id, None, was=was, now=NOW, plan=said) == "removed"


def _time_passes(world: World) -> None:
    store = world.store
    store.schedule.set("key", NOW)
    store.schedule.look_at("key", NOW)
    assert "key" in store.schedule.take_due(NOW)
    assert store.schedule.overdue(NOW, timedelta(0)) == 0
    assert store.schedule.next_moment() is not None
    store.schedule.done("key")
    store.schedule.ring("key")
    assert store.schedule.wait_for_bell(1.0)[-1] == "key"
    assert store.schedule.wait_for_bell(0.01) == []
    store.counts.add("things")
    assert store.counts.all() == {"things": 1}
    store.move_watermark(5, first=True)
    store.move_watermark(9, first=True)
    assert store.watermark() == 5
