"""Seats in Redis: one winner for each, all moves of a change or none, and nothing decided on what is stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import ShiftId
from warmline.store.seats import Swap, Undo
from warmline.volunteers.claiming import Give, Move, Take

HOUR, INSTANT = timedelta(hours=1), timedelta(milliseconds=1)
TOMORROW = NOW + timedelta(days=1)


@shows("hand_seats", "done", "already_yours", "full")
def test_a_seat_has_one_winner(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift = world.shift(TOMORROW, TOMORROW + HOUR)
    with world.changes() as changed:
        assert world.hands(Take(shift.id, ada.id), plan={"done": SAID}) == "done"
    assert changed == {
        f"seats:{shift.id}": {"vada"},
        f"marks:{shift.id}": {"claimed:vada": str(AT)},
        "claims:vada": {shift.id: milliseconds(TOMORROW)},
        "volunteer:vada": changed["volunteer:vada"],
        "due": {f"shift:{shift.id}": AT},
        "journal": [{"event": "said"}],
    }
    with world.changes() as changed:
        assert world.hands(Take(shift.id, ada.id)) == "already_yours"
        assert world.hands(Take(shift.id, bo.id)) == "full"
    assert changed == {}
    assert [s.claimed for s in world.store.shifts.of(ada.id, NOW, TOMORROW + HOUR)] == [{ada.id}]
    assert world.store.shifts.of(ada.id, NOW, TOMORROW) == []


@shows("hand_seats", "not_yours", "over", "unknown")
def test_what_is_over_unknown_or_not_theirs_changes_nothing_but_is_answered(world: World) -> None:
    ada, gone = world.volunteer("Ada"), world.volunteer("Gone")
    over, running = world.shift(NOW - HOUR, NOW), world.shift(NOW - HOUR, NOW + INSTANT)
    assert (
        world.store.roster.remove(gone, world.store.shifts.all_of(gone.id), now=NOW, plan={})
        == "removed"
    )
    cases: list[tuple[list[Move], str]] = [
        ([Take(over.id, ada.id)], "over"),
        ([Take(ShiftId("sx"), ada.id)], "unknown"),
        ([Take(running.id, gone.id)], "unknown"),
        ([Give(running.id, ada.id)], "not_yours"),
    ]
    for moves, word in cases:
        with world.changes() as changed:
            assert world.hands(*moves, plan={word: SAID}) == word
        assert changed == {"journal": [{"event": "said"}]}


def test_if_one_of_several_moves_cannot_be_made_nothing_is_done_and_the_text_stays(
    world: World,
) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    over, full = world.shift(NOW - HOUR, NOW), world.shift(TOMORROW, TOMORROW + HOUR)
    free = world.shift(TOMORROW + HOUR, TOMORROW + 2 * HOUR)
    world.claims(full, bo)
    cases: list[tuple[Move, str]] = [
        (Take(over.id, ada.id), "over"),
        (Take(full.id, ada.id), "full"),
        (Take(ShiftId("sx"), ada.id), "unknown"),
        (Take(full.id, bo.id), "already_yours"),
        (Give(free.id, bo.id), "not_yours"),
    ]
    cause = world.arrives(ada.key)
    for move, word in cases:
        with world.changes() as changed:
            given = world.hands(Take(free.id, ada.id), move, plan={word: SAID}, cause=cause)
        assert given == word
        assert changed == {}


@shows("hand_seats", "moved")
@pytest.mark.parametrize("what", ["version", "beside", "cover", "swap", "undo"])
def test_nothing_is_decided_on_what_is_true_no_more(world: World, what: str) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift = world.shift(TOMORROW, TOMORROW + HOUR, seats=2)
    about: dict[str, Any] = {}
    moves: list[Move] = [Take(shift.id, ada.id)]
    match what:
        case "version":
            about["versions"] = {ada.id: "7"}
        case "beside":
            moves = [Take(shift.id, ada.id, beside=bo.id)]
        case "cover":
            world.claims(shift, bo)
            moves = [Give(shift.id, bo.id, covered=True), Take(shift.id, ada.id)]
        case "swap":
            about["swap"] = Swap(shift.id, ShiftId("sx"), bo.id)
        case "undo":
            about["undo"] = Undo(ada.id, expect="something")
    with world.changes() as changed:
        assert world.hands(*moves, plan={"done": SAID}, **about) == "moved"
    assert changed == {}


def test_two_swap_their_seats_in_one_change_and_what_was_done_about_them_is_done_anew(
    world: World,
) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    first, second = (world.shift(TOMORROW + n * HOUR, TOMORROW + (n + 1) * HOUR) for n in (0, 1))
    world.claims(first, ada)
    world.claims(second, bo)
    swap = Swap(first.id, second.id, ada.id)
    assert world.store.seats.offer_swap(swap, until=TOMORROW, now=NOW, plan={}) == "offered"
    for who in (ada, bo):
        world.store.shifts.mark(first.id, "asked", who.id, now=NOW, plan={})
    moves: list[Move] = [
        Give(first.id, ada.id),
        Give(second.id, bo.id),
        Take(first.id, bo.id),
        Take(second.id, ada.id),
    ]
    assert world.hands(*moves, swap=swap) == "done"
    assert [s.claimed for s in world.store.shifts.get_all([first.id, second.id])] == [
        {bo.id},
        {ada.id},
    ]
    assert world.store.seats.swaps(NOW) == []
    assert world.store.shifts.marks(first.id) == {"claimed:vbo": NOW}


@shows("ask_cover", "asked", "already", "stopped", "not_yours", "over", "moved")
def test_whoever_asks_for_cover_keeps_the_seat_until_someone_takes_it(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift, over = world.shift(NOW, TOMORROW), world.shift(NOW - HOUR, NOW + INSTANT)
    world.claims(shift, ada)
    world.claims(over, ada)
    ask = world.store.seats.ask_cover
    with world.changes() as changed:
        assert ask(shift.id, ada.id, now=NOW, plan={}, undo=Undo(ada.id, keep="u")) == "asked"
    assert changed[f"covers:{shift.id}"] == {"vada"}
    assert changed["undo:vada"] == "u"
    called = world.store.shifts.marks(shift.id)
    assert called["cover_called:vada"] == NOW
    assert ask(shift.id, ada.id, now=NOW, plan={}) == "already"
    assert ask(shift.id, bo.id, now=NOW, plan={}) == "not_yours"
    assert ask(over.id, ada.id, now=NOW + HOUR, plan={}) == "over"
    stale = Undo(ada.id, expect="x")
    assert ask(shift.id, ada.id, stop=True, now=NOW, plan={}, undo=stale) == "moved"
    covered: list[Move] = [Give(shift.id, ada.id, covered=True), Take(shift.id, bo.id)]
    assert world.store.shifts.get_all([shift.id])[0].covers == {ada.id}
    used = Undo(ada.id, expect="u")
    assert ask(shift.id, ada.id, stop=True, now=NOW, plan={}, undo=used) == "stopped"
    assert world.store.seats.undo(ada.id) is None
    assert "cover_called:vada" not in world.store.shifts.marks(shift.id)
    assert world.hands(*covered) == "moved"
    assert ask(shift.id, ada.id, now=NOW, plan={}) == "asked"
    assert world.hands(*covered) == "done"
    (now,) = world.store.shifts.get_all([shift.id])
    assert now.claimed == {bo.id}
    assert now.covers == frozenset()


@shows("offer_swap", "offered", "already", "taken_back", "not_yours", "moved")
def test_a_swap_is_open_until_its_time_or_until_it_is_taken_back(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    first, second = (world.shift(TOMORROW + n * HOUR, TOMORROW + (n + 1) * HOUR) for n in (0, 1))
    world.claims(first, ada)
    swap, offer = Swap(first.id, second.id, ada.id), world.store.seats.offer_swap
    about: dict[str, Any] = {"until": TOMORROW, "now": NOW, "plan": {}}
    assert offer(Swap(first.id, second.id, bo.id), **about) == "not_yours"
    assert offer(swap, undo=Undo(ada.id, keep="u"), **about) == "offered"
    assert offer(swap, **about) == "already"
    assert world.store.seats.swaps(NOW) == [swap]
    assert world.store.seats.swaps(TOMORROW) == []
    back: dict[str, Any] = {**about, "until": None}
    assert offer(swap, undo=Undo(ada.id, expect="x"), **back) == "moved"
    assert offer(swap, undo=Undo(ada.id, expect="u"), **back) == "taken_back"
    assert offer(swap, **back) == "already"
    assert offer(swap, **about) == "offered"
    world.store.seats.forget_swaps(NOW)
    assert world.store.seats.swaps(NOW) == [swap]
    world.store.seats.forget_swaps(TOMORROW)
    assert "swaps" not in world.dump()


@shows("mark_shift", "marked", "done_before", "not_yours", "unknown")
def test_what_is_done_about_a_shift_is_done_once(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift = world.shift(TOMORROW, TOMORROW + HOUR)
    world.claims(shift, ada)
    mark = world.store.shifts.mark
    about: dict[str, Any] = {"now": NOW, "plan": {"marked": SAID}}
    with world.changes() as changed:
        assert mark(shift.id, "reminded", ada.id, **about) == "marked"
    assert changed == {
        f"marks:{shift.id}": {"reminded:vada": str(AT)},
        "journal": [{"event": "said"}],
    }
    with world.changes() as changed:
        assert mark(shift.id, "reminded", ada.id, **about) == "done_before"
        assert mark(shift.id, "reminded", bo.id, **about) == "not_yours"
        assert mark(ShiftId("sx"), "reminded", None, **about) == "unknown"
    assert changed == {}
    assert mark(shift.id, "reminded", ada.id, again=True, **about) == "marked"
    assert world.store.shifts.marks(shift.id) == {"claimed:vada": NOW, "reminded:vada": NOW}


def test_what_a_text_does_about_a_shift_takes_the_text_with_it(world: World) -> None:
    ada = world.volunteer("Ada")
    shift = world.shift(TOMORROW, TOMORROW + HOUR)
    world.claims(shift, ada)
    about: dict[str, Any] = {"now": NOW, "plan": {}, "cause": world.arrives(ada.key)}
    assert world.store.shifts.mark(shift.id, "confirmed", ada.id, **about) == "marked"
    assert world.store.texts.first(ada.key) is None
    assert world.store.shifts.mark(shift.id, "confirmed", ada.id, **about) == "gone"


@shows("rest_shift", "resting", "moved")
def test_a_shift_rests_only_while_its_times_and_seats_are_as_they_were_read(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    shift = world.shift(TOMORROW, TOMORROW + HOUR, seats=2)
    world.claims(shift, ada)
    (read,), marks = world.store.shifts.get_all([shift.id]), world.store.shifts.marks(shift.id)
    rest = world.store.shifts.rest
    assert rest(read, marks, TOMORROW, now=NOW) == "resting"
    assert world.due()[f"shift:{shift.id}"] == 24 * HOUR // INSTANT

    world.claims(shift, bo)
    later = replace(read, starts=read.starts + INSTANT, ends=read.ends)
    assert rest(read, marks, TOMORROW, now=NOW) == "moved"  # Bo has come
    assert world.hands(Give(shift.id, bo.id)) == "done"
    assert rest(later, marks, TOMORROW, now=NOW) == "moved"  # another start
    assert world.due()[f"shift:{shift.id}"] == 0
    assert world.hands(Give(shift.id, ada.id)) == "done"
    assert rest(read, marks, TOMORROW, now=NOW) == "moved"  # Ada has gone
    assert world.hands(Take(shift.id, ada.id), now=NOW + INSTANT) == "done"
    assert rest(read, marks, TOMORROW, now=NOW) == "moved"  # and is back, as if she were new
    marks = world.store.shifts.marks(shift.id)
    assert rest(read, marks, None, now=NOW) == "resting"
    assert f"shift:{shift.id}" not in world.due()
    assert rest(replace(read, id=ShiftId("sx")), {}, None, now=NOW) == "moved"
