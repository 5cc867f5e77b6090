"""Incident records, and the text that somebody wished for."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, LATER, MAIN, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import CallerKey, ContactId
from warmline.store.journal import Entry
from warmline.store.keys import PERSON_SECONDS

C1 = ContactId("c1")
LINE = Entry("1-0", NOW, "band", {"contact": "c1", "band": "imminent"})
MORE = Entry("2-0", LATER, "acknowledged", {"contact": "c1", "volunteer": "vkit"})


@shows("add_to_incident", "added")
def test_a_record_grows_line_by_line_and_fades_long_after_its_last(world: World) -> None:
    add = world.store.incidents.add
    assert add(C1, 0, [LINE], began=NOW, again=LATER) == "added"
    assert world.due() == {"incident:c1": milliseconds(LATER) - AT}
    assert add(C1, 1, [MORE], began=NOW, again=None) == "added"
    assert world.due() == {}
    incident = world.store.incidents.get(C1)
    assert incident is not None
    assert (incident.began, incident.lines) == (NOW, (LINE, MORE))
    assert 0 < world.seconds_to_live(world.keys.incident(C1)) <= PERSON_SECONDS
    assert world.store.incidents.all_ids() == [C1]
    assert world.store.incidents.get(ContactId("c2")) is None


@shows("add_to_incident", "moved")
def test_what_two_gather_at_once_is_added_once(world: World) -> None:
    world.store.incidents.add(C1, 0, [LINE], began=NOW, again=LATER)
    with world.changes() as changed:
        assert world.store.incidents.add(C1, 0, [LINE], began=NOW, again=None) == "moved"
    assert changed == {}


def test_records_that_have_faded_are_forgotten(world: World) -> None:
    long_ago = NOW - timedelta(seconds=3 * PERSON_SECONDS)
    world.store.incidents.add(C1, 0, [LINE], began=long_ago, again=None)
    world.store.incidents.add(ContactId("c2"), 0, [LINE], began=NOW, again=None)
    assert world.store.incidents.all_ids() == ["c2"]


def _wishes(world: World) -> CallerKey:
    number = world.number()
    key = world.store.people.key_of(number)
    fields = world.store.people.follow_up_fields(LATER, number=number, sender=MAIN, language="es")
    assert world.store.people.keep(key, fields, now=NOW, plan={}) == "kept"
    wished = world.store.people.follow_up(key)
    assert wished is not None
    assert (wished.at, wished.number, wished.sender, wished.language) == (LATER, number, MAIN, "es")
    return key


@shows("send_follow_up", "sent")
def test_a_wish_is_taken_with_its_text(world: World) -> None:
    key = _wishes(world)
    plan = {"sent": SAID}
    assert world.store.people.send_follow_up(key, LATER, now=LATER, plan=plan) == "sent"
    assert world.store.people.follow_up(key) is None
    assert world.dump().get(f"person:{key}", {}) == {}


@shows("send_follow_up", "not_wished")
def test_what_is_no_longer_wished_is_not_sent(world: World) -> None:
    key, plan = _wishes(world), {"not_wished": SAID}
    send = world.store.people.send_follow_up
    assert send(key, NOW, now=LATER, plan=plan) == "not_wished"  # another moment than was read
    world.store.people.keep(key, {"opted_out": "1"}, now=NOW, plan={})
    assert send(key, LATER, now=LATER, plan=plan) == "not_wished"
    assert world.store.people.follow_up(key) is None
    assert send(CallerKey("nobody"), LATER, now=LATER, plan=plan) == "not_wished"


def test_visits_are_counted_once_each_within_a_time_and_forgotten_after_a_day(
    world: World,
) -> None:
    key, count = CallerKey("somebody"), world.store.people.count_visit
    hour, day = timedelta(hours=1), timedelta(days=1)
    assert count(key, C1, "opened", within=day, now=NOW) == 1
    assert count(key, C1, "opened", within=day, now=LATER) == 1
    assert count(key, ContactId("c2"), "left", within=hour, now=NOW) == 1
    assert count(key, ContactId("c3"), "opened", within=hour, now=NOW + 2 * hour) == 1
    assert count(key, ContactId("c4"), "opened", within=day, now=NOW + 3 * hour) == 3
    assert count(key, ContactId("c5"), "opened", within=day, now=NOW + day + hour) == 3
    assert 0 < world.seconds_to_live(world.keys.visits(key, "opened")) <= 24 * 3600
    world.store.people.erase(key, now=NOW, plan={}, cause=None, staying=())
    assert [name for name in world.dump() if name.startswith("visits")] == []
