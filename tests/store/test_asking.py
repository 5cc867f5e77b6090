"""Gaps are told once to each person, to few at a time, and what the line has learned is written once."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.ids import ShiftId, VolunteerId
from warmline.store.asking import About
from warmline.store.learned import Lesson
from warmline.volunteers.habits import Habits
from warmline.volunteers.shifts import Shift

ADA, BO, CY = (VolunteerId(name) for name in ("vada", "vbo", "vcy"))
STEP = "gap_asked"
DAYS = timedelta(days=3)
SAYS = dict.fromkeys(("told", "raised"), SAID)


def gap(world: World) -> Shift:
    return world.shift(NOW + timedelta(hours=60), NOW + timedelta(hours=64))


def asks(world: World, who: VolunteerId, *about: About, later: timedelta = timedelta()) -> str:
    now = NOW + later
    return world.store.asking.ask(
        who,
        about,
        not_since=now - DAYS,
        counted_since=now - DAYS,
        now=now,
        plan=SAYS,
    )


@shows("ask_about_shifts", "told")
def test_somebody_is_asked_about_several_shifts_in_one_write(world: World) -> None:
    one, two = gap(world), gap(world)
    with world.changes() as changed:
        assert asks(world, ADA, About(one.id, STEP, 4), About(two.id, STEP)) == "told"
    assert changed == {
        f"marks:{one.id}": {"gap_asked:vada": str(AT)},
        f"marks:{two.id}": {"gap_asked:vada": str(AT)},
        "asked_about_gaps": {"vada": AT},
        "journal": [{"event": "said"}],
    }
    assert world.store.asking.asked() == {ADA: NOW}


@shows("ask_about_shifts", "moved")
def test_nobody_is_asked_of_a_shift_twice_nor_of_anything_too_soon(world: World) -> None:
    one, two = gap(world), gap(world)
    asks(world, ADA, About(one.id, STEP))
    with world.changes() as changed:
        assert asks(world, ADA, About(two.id, STEP)) == "moved"
        assert asks(world, ADA, About(one.id, STEP), later=2 * DAYS) == "moved"
        assert asks(world, BO, About(ShiftId("snone"), STEP)) == "moved"
    assert changed == {}
    assert asks(world, ADA, About(two.id, STEP), later=2 * DAYS) == "told"


@shows("ask_about_shifts", "moved")
def test_no_more_are_asked_of_a_shift_than_may_be_in_some_days(world: World) -> None:
    one = gap(world)
    assert asks(world, ADA, About(one.id, STEP, 2)) == "told"
    assert asks(world, BO, About(one.id, STEP, 2)) == "told"
    assert asks(world, CY, About(one.id, STEP, 2)) == "moved"
    assert asks(world, CY, About(one.id, STEP, 2), later=2 * DAYS) == "told"


def test_whoever_is_only_told_is_not_counted_as_asked(world: World) -> None:
    told = world.store.asking.ask(
        ADA,
        [About(gap(world).id, "closing")],
        not_since=None,
        counted_since=NOW,
        counts=False,
        now=NOW,
        plan=SAYS,
    )
    assert told == "told"
    assert world.store.asking.asked() == {}


@shows("tell_once", "told", "told_before")
def test_a_day_s_digest_is_told_once(world: World) -> None:
    def tell(day: str) -> str:
        return world.store.asking.tell("digest:vada", day, now=NOW, plan={"told": SAID})

    with world.changes() as changed:
        assert tell("2026-03-04") == "told"
    assert changed == {"told": {"digest:vada": "2026-03-04"}, "journal": [{"event": "said"}]}
    with world.changes() as changed:
        assert tell("2026-03-04") == "told_before"
    assert changed == {}
    assert tell("2026-03-05") == "told"
    assert world.store.asking.told("digest:vada") == "2026-03-05"


@shows("raise_absence", "raised", "raised_before", "reachable", "unknown")
def test_an_absence_is_raised_once_until_they_are_back(world: World) -> None:
    ada = world.volunteer("Ada")

    def raise_it(who: VolunteerId = ada.id) -> str:
        return world.store.asking.raise_absence(who, now=NOW, plan={"raised": SAID})

    with world.changes() as changed:
        assert raise_it() == "reachable"
        assert raise_it(BO) == "unknown"
    assert changed == {}
    world.store.roster.keep(ada.id, {"unreachable": "opted_out"}, now=NOW, plan={})
    with world.changes() as changed:
        assert raise_it() == "raised"
        assert raise_it() == "raised_before"
    assert changed["journal"] == [{"event": "said"}]
    assert world.fields(ada)["absent"] == str(AT)
    world.store.roster.keep(ada.id, {"unreachable": "", "absent": ""}, now=NOW, plan={})
    world.store.roster.keep(ada.id, {"unreachable": "opted_out"}, now=NOW, plan={})
    assert raise_it() == "raised"


@shows("fold_habits", "folded", "moved")
def test_what_was_learned_is_written_once(world: World) -> None:
    learned = world.store.learned
    before = learned.lesson()
    assert before == Lesson(Habits())
    after = Lesson(Habits({"talks * *": 1.5}), "5-0", NOW)
    with world.changes() as changed:
        assert learned.fold(before, after, now=NOW, plan={"folded": SAID}) == "folded"
    assert changed["journal"] == [{"event": "said"}]
    assert learned.lesson() == after
    with world.changes() as changed:
        assert learned.fold(before, after, now=NOW, plan={"folded": SAID}) == "moved"
    assert changed == {}


def test_the_journal_is_read_on_from_where_it_was_left(world: World) -> None:
    for _ in range(3):
        world.store.transitions.run("answer_text", now=NOW, plan={"answered": SAID})
    entries = list(world.store.journal.after())
    assert [entry.event for entry in entries] == ["said"] * 3
    assert list(world.store.journal.after(entries[0].id)) == entries[1:]
    assert list(world.store.journal.after(entries[2].id)) == []
