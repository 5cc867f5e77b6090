"""A spreadsheet in Redis: all of it or nothing, and nothing decided on what is stale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.shows import shows
from tests.store.world import AT, MAIN, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import ShiftId, VolunteerId
from warmline.store.effects import Effects, Outgoing
from warmline.store.imports import Seen, ShiftRow, VolunteerRow
from warmline.volunteers.claiming import Give
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Needs, Shift

HOUR = timedelta(hours=1)
TOMORROW = NOW + timedelta(days=1)
IMPORTED = {"imported": SAID, "moved": SAID, "reaching_out": SAID}


def row(before: Shift | None, after: Shift | None) -> ShiftRow:
    return ShiftRow(before, after)


def imports(world: World, *rows: ShiftRow, seen: Seen | None = None) -> str:
    versions = world.store.seats.versions([VolunteerId("vada"), VolunteerId("vbo")])
    given = seen or Seen(versions)
    return world.store.imports.shifts(rows, seen=given, now=NOW, plan=IMPORTED)


def a_shift(name: str, starts: int, *, seats: int = 1, claimed: tuple[str, ...] = ()) -> Shift:
    begin = TOMORROW + starts * HOUR
    held = frozenset(VolunteerId(f"v{one}") for one in claimed)
    return Shift(ShiftId(name), 0, begin, begin + HOUR, seats, held)


@shows("import_roster", "imported")
def test_shifts_come_change_and_go_and_seats_are_taken_in_one_write(world: World) -> None:
    ada = world.volunteer("Ada")
    world.volunteer("Bo")
    kept, goes = (world.shift(TOMORROW + n * HOUR, TOMORROW + (n + 1) * HOUR) for n in (0, 1))
    new = replace(a_shift("snew", 5, claimed=("ada",)), needs=Needs(languages=frozenset({"es"})))
    empty = replace(a_shift("sempty", 7), channel=Channel.VOICE)
    changed = replace(kept, seats=2, claimed=frozenset({VolunteerId("vbo")}))
    with world.changes() as written:
        assert imports(
            world, row(None, new), row(None, empty), row(kept, changed), row(goes, None)
        ) == "imported"  # fmt: skip
    starts = {str(shift.id): milliseconds(shift.starts) for shift in (new, empty, kept)}
    assert written == {
        "shift:snew": {
            "starts": str(starts["snew"]),
            "ends": str(starts["snew"] + 3600_000),
            "seats": "1",
            "languages": "es",
            "code": "3",
        },
        "shift:sempty": {
            "starts": str(starts["sempty"]),
            "ends": str(starts["sempty"] + 3600_000),
            "seats": "1",
            "channel": "voice",
            "code": "4",
        },
        f"shift:{kept.id}": {"seats": "2"},
        f"shift:{goes.id}": dict.fromkeys(["starts", "ends", "seats", "code"]),
        "seats:snew": {"vada"},
        f"seats:{kept.id}": {"vbo"},
        "marks:snew": {"claimed:vada": str(AT)},
        f"marks:{kept.id}": {"claimed:vbo": str(AT)},
        "claims:vada": {"snew": starts["snew"]},
        "claims:vbo": {kept.id: starts[kept.id]},
        "volunteer:vada": {"claims_version": "1"},
        "volunteer:vbo": {"claims_version": "1"},
        "shifts": {"snew": starts["snew"], "sempty": starts["sempty"], goes.id: None},
        "shift_codes": {"3": "snew", "4": "sempty", "next": "4", str(goes.code): None},
        "due": {
            "shift:snew": AT,
            "shift:sempty": starts["sempty"],
            f"shift:{kept.id}": AT,
            f"shift:{goes.id}": AT,
        },
        "journal": [{"event": "said"}],
    }
    assert [s.id for s in world.store.shifts.of(ada.id, NOW, TOMORROW + 9 * HOUR)] == ["snew"]


@shows("import_roster", "moved")
@pytest.mark.parametrize(
    "what", ["a claim", "another holder", "a field", "gone", "added", "left", "counted", "known"]
)
def test_nothing_is_imported_that_rests_on_what_is_true_no_more(world: World, what: str) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift, elsewhere = (world.shift(TOMORROW + n * HOUR, TOMORROW + (n + 1) * HOUR) for n in (0, 3))
    world.claims(shift, bo)
    (shift,) = world.store.shifts.get_all([shift.id])
    after = replace(shift, seats=2, claimed=shift.claimed | {ada.id})
    new = a_shift("snew", 5)
    span = (TOMORROW, TOMORROW + 9 * HOUR)
    counts = {span: 2} if what == "counted" else {}
    seen = Seen(world.store.seats.versions([ada.id, bo.id]), counts)
    later: dict[str, Callable[[], object]] = {
        "a claim": lambda: world.claims(elsewhere, ada),
        "another holder": lambda: world.hands(Give(shift.id, bo.id)),
        "a field": lambda: imports(
            world, row(shift, replace(shift, needs=Needs(frozenset({"es"}))))
        ),
        "gone": lambda: world.store.shifts.remove(shift, now=NOW),
        "added": lambda: imports(world, row(None, new)),
        "left": lambda: world.store.roster.remove(ada, [], now=NOW, plan={}),
        "counted": lambda: world.shift(TOMORROW + 8 * HOUR, TOMORROW + 9 * HOUR),
        "known": lambda: world.store.shifts.add(new, now=NOW),
    }
    later[what]()
    with world.changes() as written:
        assert imports(world, row(None, new), row(shift, after), seen=seen) == "moved"
    assert written == {}


def test_a_shift_at_another_time_takes_its_holders_along_and_forgets_what_was_done(
    world: World,
) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(TOMORROW, TOMORROW + HOUR)
    world.claims(shift, ada)
    world.store.shifts.mark(shift.id, "reminded", ada.id, now=NOW, plan={})
    (shift,) = world.store.shifts.get_all([shift.id])
    after = replace(shift, starts=shift.starts + HOUR, ends=shift.ends + HOUR)
    assert imports(world, row(shift, after)) == "imported"
    assert world.store.shifts.of(ada.id, NOW, TOMORROW + HOUR) == []
    assert world.store.shifts.of(ada.id, NOW, TOMORROW + 2 * HOUR) == [after]
    assert world.store.shifts.marks(shift.id) == {f"claimed:{ada.id}": NOW}
    assert world.store.seats.versions([ada.id]) == {ada.id: "2"}


def test_when_half_of_the_short_codes_are_taken_longer_ones_are_given(world: World) -> None:
    codes = {str(code): f"sold{code}" for code in range(1, 5001)}
    world.store.connection.hset(world.keys.shift_codes(), mapping={**codes, "next": "9999"})
    assert imports(world, row(None, a_shift("s1", 1))) == "imported"
    assert world.store.shifts.by_code(10000) is not None


def someone(world: World, name: str) -> Volunteer:
    number = world.number()
    key = world.store.people.key_of(number)
    return Volunteer(VolunteerId(f"v{name.lower()}"), name, key, number)


def people(world: World, *rows: tuple[Volunteer | None, Volunteer]) -> str:
    listed = [VolunteerRow(before, after) for before, after in rows]
    return world.store.imports.volunteers(listed, now=NOW, plan=IMPORTED)


@shows("import_volunteers", "imported")
def test_some_come_new_and_others_change_in_one_write(world: World) -> None:
    ada = world.volunteer("Ada", experience=frozenset({"grief"}), coordinator=True)
    after = replace(ada, experience=frozenset({"sleep"}), coordinator=False, zone="Europe/London")
    new = replace(
        someone(world, "Bo"),
        experience=frozenset({"sleep"}),
        coordinator=True,
        probation=True,
        training={"safety": date(2027, 1, 31)},
    )
    with world.changes() as written:
        assert people(world, (ada, after), (None, new)) == "imported"
    assert written == {
        "volunteer:vada": {"experience": "sleep", "coordinator": None, "zone": "Europe/London"},
        "volunteer:vbo": {
            "name": "Bo",
            "coordinator": "1",
            "languages": "en",
            "experience": "sleep",
            "capacity": "1",
            "training": "safety=2027-01-31",
            "probation": "1",
            "key": new.key,
            "number": new.number.e164,
        },
        f"person:{new.key}": {"volunteer": "vbo", "number": new.number.e164},
        "roster": {"vbo": AT},
        "coordinators": {"vbo"},
        "experiences": {"grief": "0", "sleep": "2"},
        "journal": [{"event": "said"}],
    }
    assert world.again(new) == new
    assert world.seconds_to_live(world.keys.person(new.key)) == -1


@shows("import_volunteers", "moved")
@pytest.mark.parametrize("what", ["changed", "left", "came", "phone"])
def test_nobody_is_imported_when_one_of_them_is_no_more_as_they_were_read(
    world: World, what: str
) -> None:
    ada, bo = world.volunteer("Ada"), someone(world, "Bo")
    match what:
        case "changed":
            after = replace(ada, zone="Europe/London")
            assert world.store.roster.edit(after, before=ada, now=NOW, plan={}) == "edited"
        case "left":
            assert world.store.roster.remove(ada, [], now=NOW, plan={}) == "removed"
        case "came":
            assert world.store.roster.add(bo, now=NOW, plan={}) == "added"
        case "phone":
            world.volunteer("Cy", number=bo.number)
    with world.changes() as written:
        assert people(world, (None, bo), (ada, replace(ada, capacity=2))) == "moved"
    assert written == {}


@shows("import_volunteers", "reaching_out")
def test_nobody_is_imported_while_one_of_the_new_phones_is_a_callers(world: World) -> None:
    contact = world.contact()
    assert contact.caller_number
    caller = Volunteer(VolunteerId("vcy"), "Cy", contact.caller, contact.caller_number)
    with world.changes() as written:
        assert people(world, (None, someone(world, "Bo")), (None, caller)) == "reaching_out"
    assert written == {}


def test_two_thousand_shifts_with_their_claims_are_one_write(world: World) -> None:
    ada = world.volunteer("Ada")
    rows = [row(None, a_shift(f"s{n}", n, claimed=("ada",))) for n in range(2000)]
    assert imports(world, *rows) == "imported"
    assert len(world.store.shifts.all_of(ada.id)) == 2000
    assert [s.code for s in world.store.shifts.get_all([ShiftId("s1999")])] == [2000]


def test_two_thousand_volunteers_with_their_welcomes_are_one_write(world: World) -> None:
    rows = [(None, someone(world, f"n{n}")) for n in range(2000)]
    listed = [VolunteerRow(before, after) for before, after in rows]
    texts = tuple(Outgoing(a.key, a.number, MAIN, "You are a volunteer now.") for _, a in rows)
    plan = {"imported": Effects(texts, bell=tuple(world.keys.lane(a.key) for _, a in rows))}
    assert world.store.imports.volunteers(listed, now=NOW, plan=plan) == "imported"
    assert world.store.roster.size() == 2000


@shows("edit_volunteer", "moved")
def test_a_volunteer_who_was_changed_meanwhile_is_not_changed_back(world: World) -> None:
    ada = world.volunteer("Ada")
    one, other = replace(ada, capacity=2), replace(ada, zone="Europe/London")
    assert world.store.roster.edit(one, before=ada, now=NOW, plan={}) == "edited"
    with world.changes() as written:
        assert world.store.roster.edit(other, before=ada, now=NOW, plan={"edited": SAID}) == "moved"
    assert written == {}
