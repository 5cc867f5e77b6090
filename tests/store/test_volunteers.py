"""The roster: who joins, who changes, who is on duty, who leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.shows import shows
from tests.store.world import AT, MAIN, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import VolunteerId
from warmline.store.volunteer_record import UNTIL_RESUME
from warmline.volunteers.roster import Volunteer

LATER = NOW + timedelta(hours=1)


@shows("add_volunteer", "added")
def test_someone_joins_the_roster(world: World) -> None:
    number = world.number()
    ada = Volunteer(
        id=VolunteerId("vada"),
        name="Ada Lovelace",
        key=world.store.people.key_of(number),
        number=number,
        coordinator=True,
        languages=frozenset({"en", "es"}),
        experience=frozenset({"grief", "anxiety"}),
        capacity=2,
    )
    with world.changes() as changed:
        assert world.store.roster.add(ada, now=NOW, plan={"added": SAID}) == "added"

    assert changed == {
        "volunteer:vada": {
            "name": "Ada Lovelace",
            "coordinator": "1",
            "languages": "en es",
            "experience": "anxiety grief",
            "capacity": "2",
            "key": ada.key,
            "number": number.e164,
        },
        f"person:{ada.key}": {"volunteer": "vada", "number": number.e164},
        "roster": {"vada": AT},
        "coordinators": {"vada"},
        "experiences": {"anxiety": "1", "grief": "1"},
        "journal": [{"event": "said"}],
    }
    assert world.store.roster.get(ada.id) == ada
    assert world.store.people.get(ada.key).volunteer == ada.id
    assert world.store.roster.coordinators() == world.store.roster.all_ids() == [ada.id]
    assert world.store.roster.size() == 1
    assert number.e164 not in repr(ada)


@shows("add_volunteer", "known")
def test_a_phone_belongs_to_one_volunteer(world: World) -> None:
    ada = world.volunteer("Ada")
    with world.changes() as changed:
        other = replace(ada, id=VolunteerId("vother"))
        assert world.store.roster.add(other, now=NOW, plan={"known": SAID}) == "known"
    assert changed == {}


@shows("add_volunteer", "reaching_out")
def test_nobody_joins_in_the_middle_of_reaching_out(world: World) -> None:
    contact = world.contact()
    number = contact.caller_number
    assert number is not None
    ada = Volunteer(VolunteerId("vada"), "Ada", contact.caller, number)
    with world.changes() as changed:
        assert world.store.roster.add(ada, now=NOW, plan={"added": SAID}) == "reaching_out"
    assert changed == {}


def test_a_former_caller_who_joins_is_not_forgotten_any_more(world: World) -> None:
    number = world.number()
    key = world.store.people.key_of(number)
    world.store.people.keep(key, {"language": "es"}, now=NOW, plan={})
    world.volunteer("Ada", number=number)
    assert world.seconds_to_live(world.keys.person(key)) == -1


@shows("edit_volunteer", "edited")
def test_a_coordinator_changes_what_is_known_of_a_volunteer(world: World) -> None:
    ada = world.volunteer("Ada", experience=frozenset({"grief", "anxiety"}))
    after = replace(ada, name="Ada B", experience=frozenset({"grief", "sleep"}), coordinator=True)
    with world.changes() as changed:
        assert world.store.roster.edit(after, now=NOW, plan={"edited": SAID}) == "edited"
    assert changed == {
        "volunteer:vada": {"name": "Ada B", "experience": "grief sleep", "coordinator": "1"},
        "coordinators": {"vada"},
        "experiences": {"anxiety": "0", "sleep": "1"},
        "journal": [{"event": "said"}],
    }
    assert world.store.roster.experiences() == {"grief", "sleep"}
    assert world.store.roster.edit(ada, now=NOW, plan={}) == "edited"
    assert world.store.roster.coordinators() == []
    assert world.store.roster.get(ada.id) == ada


@shows("edit_volunteer", "unknown")
@shows("keep_volunteer", "unknown")
def test_nothing_is_written_of_someone_who_is_not_on_the_roster(world: World) -> None:
    ada = Volunteer(VolunteerId("vada"), "Ada", world.volunteer("Bo").key, MAIN)
    with world.changes() as changed:
        word = world.store.roster.edit(ada, now=NOW, plan={"edited": SAID})
        assert word == "unknown"
        word = world.store.roster.keep(ada.id, {"misses": "1"}, now=NOW, plan={"kept": SAID})
        assert word == "unknown"
    assert changed == {}
    assert world.store.roster.get(ada.id) is None
    assert world.store.roster.get_all([]) == []


@shows("keep_volunteer", "kept")
def test_facts_and_duty_are_kept_together(world: World) -> None:
    ada = world.volunteer("Ada")
    for duty, until in ((str(milliseconds(LATER)), LATER), ("inf", None), ("", None)):
        world.store.roster.keep(ada.id, {"paused_until": ""}, now=NOW, plan={}, duty=duty)
        assert world.store.roster.on_by_text(NOW) == {ada.id: until}
    with world.changes() as changed:
        word = world.store.roster.keep(
            ada.id, {"off_until": str(AT)}, now=NOW, plan={"kept": SAID}, duty="off"
        )
    assert word == "kept"
    assert changed == {
        "volunteer:vada": {"off_until": str(AT)},
        "duty": {"vada": None},
        "journal": [{"event": "said"}],
    }
    assert world.again(ada).off_until == NOW


def test_duty_until_a_moment_is_over_at_that_moment(world: World) -> None:
    ada = world.volunteer("Ada")
    world.store.roster.keep(ada.id, {}, now=NOW, plan={}, duty=str(milliseconds(LATER)))
    just_before = LATER - timedelta(milliseconds=1)
    assert world.store.roster.on_by_text(just_before) == {ada.id: LATER}
    assert world.store.roster.on_by_text(LATER) == {}


def test_a_pause_without_an_end_is_read_as_one(world: World) -> None:
    ada = world.volunteer("Ada")
    world.store.roster.keep(ada.id, {"paused_until": "9007199254740991"}, now=NOW, plan={})
    assert world.again(ada).paused_until == UNTIL_RESUME


@shows("remove_volunteer", "removed")
def test_whoever_leaves_the_roster_leaves_nothing_but_a_fading_trace(world: World) -> None:
    world.volunteer("Bo")
    before = world.dump()
    ada = world.volunteer("Ada", coordinator=True, experience=frozenset({"grief"}))
    shift = world.shift(NOW, LATER)
    without_ada = world.dump()
    world.store.roster.keep(ada.id, {}, now=NOW, plan={}, duty="inf")
    world.claims(shift, ada)
    assert (
        world.store.roster.remove(
            ada, world.store.shifts.all_of(ada.id), now=NOW, plan={"removed": SAID}
        )
        == "removed"
    )

    after = world.dump()
    gone = {key for key in without_ada if key not in after}
    assert gone == {"volunteer:vada", "coordinators"}
    assert after["roster"] == before["roster"]
    assert after["experiences"] == {"grief": "0"}
    assert after["journal"] == [{"event": "said"}]
    assert "duty" not in after
    assert f"seats:{shift.id}" not in after
    assert after[f"person:{ada.key}"] == {"number": ada.number.e164}
    assert 0 < world.seconds_to_live(world.keys.person(ada.key)) <= 30 * 24 * 3600


@shows("remove_volunteer", "moved")
def test_nobody_is_removed_with_a_claim_that_was_not_looked_at(world: World) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(NOW, LATER)
    world.claims(shift, ada)
    with world.changes() as changed:
        assert world.store.roster.remove(ada, [], now=NOW, plan={"removed": SAID}) == "moved"
    assert changed == {}


@shows("remove_volunteer", "talking", "offered", "unknown")
@pytest.mark.parametrize("state", ["talking", "offered", "unknown"])
def test_nobody_is_removed_from_under_a_person(world: World, state: str) -> None:
    ada = world.volunteer("Ada")
    if state == "unknown":
        world.store.roster.remove(ada, world.store.shifts.all_of(ada.id), now=NOW, plan={})
    elif state == "talking":
        world.talk(ada)
    else:
        world.offered(ada)
    with world.changes() as changed:
        assert (
            world.store.roster.remove(
                ada, world.store.shifts.all_of(ada.id), now=NOW, plan={"removed": SAID}
            )
            == state
        )
    assert changed == {}
