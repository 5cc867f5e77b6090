"""The journal, read back."""

from __future__ import annotations

from itertools import islice

from tests.store.world import NOW, World
from warmline.ids import CallerKey
from warmline.store.effects import Effects


def written(world: World, count: int) -> None:
    for number in range(count):
        plan = {"answered": Effects(journal={"event": "said", "number": str(number)})}
        world.store.transitions.run("answer_text", now=NOW, plan=plan)


def test_an_empty_journal_has_no_lines(world: World) -> None:
    assert list(world.store.journal.before()) == []


def test_lines_come_newest_first_and_on_from_any_of_them(world: World) -> None:
    written(world, 3)
    lines = list(world.store.journal.before())

    assert [line.about for line in lines] == [{"number": n} for n in ("2", "1", "0")]
    assert {(line.event, line.at) for line in lines} == {("said", NOW)}
    assert list(world.store.journal.before(lines[1].id)) == lines[2:]


def test_a_long_journal_is_read_only_as_far_as_someone_looks(world: World) -> None:
    written(world, 1001)
    latest = world.store.journal.before()

    assert [line.about["number"] for line in islice(latest, 501, 503)] == ["499", "498"]
    assert len(list(world.store.journal.before())) == 1001


def test_what_is_no_line_is_told_apart(world: World) -> None:
    written(world, 1)
    (line,) = world.store.journal.before()

    assert world.store.journal.is_entry(line.id)
    for strange in ("", "-", "+", "(1-0", "1-0 ", "٣-٣", CallerKey("x")):
        assert not world.store.journal.is_entry(strange)
