"""What an operator may see of those who reach out, and of who could answer them."""

from __future__ import annotations

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line


def test_those_who_reach_out_are_seen_by_alias_without_number_or_words(
    line: Line, operator: Operator
) -> None:
    ada, caller = line.peer("Ada Byron"), line.phone()
    line.in_touch(caller, ada, "my secret words")

    (row,) = operator.reads("contacts", "list")
    shown = operator.reads("contacts", "show", row["id"])

    assert (row["state"], row["peer"], row["waited"]) == ("active", "Ada", "under a minute")
    assert shown["alias"] == row["alias"]
    for said in (operator.does("contacts", "list").out, str(shown), str(row)):
        assert "secret" not in said
        assert caller.number[-4:] not in said

    caller.texts("done", to=MAIN)
    caller.expects()
    ada.expects()
    caller.expects("AGAIN")
    assert operator.reads("contacts", "list") == []
    assert operator.reads("contacts", "show", row["id"])["ended"] == "by_caller"
    assert "no such contact" in operator.is_refused("contacts", "show", "1")


def test_a_volunteer_kept_from_a_caller_is_not_offered_them_until_that_is_undone(
    line: Line, operator: Operator
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("looking for a peer")
    ada.expects("TAKE")

    operator.does("contacts", "block", "1", "Ada")
    bo = line.peer("Bo")
    bo.expects("TAKE")
    ada.expects_nothing()
    assert operator.reads("contacts", "show", "1")["kept_from"] == ["Ada"]

    operator.does("contacts", "unblock", "1", "Ada")
    assert operator.reads("contacts", "show", "1")["kept_from"] == []
    assert "not kept from" in operator.is_refused("contacts", "unblock", "1", "Ada")


def test_now_says_who_could_answer_in_which_order_and_why_others_could_not(
    line: Line, operator: Operator
) -> None:
    line.peer("Rested")
    line.peer("Able", experience=("grief",))
    line.peer("Luz", languages=("es",))
    paused = line.peer("Paused")
    paused.texts("PAUSE 30", to=MAIN)
    paused.expects("Paused until")
    line.volunteer("Off")

    def told(*options: str) -> list[tuple[str, int | None, str | None]]:
        rows = operator.reads("now", *options)
        return [(row["name"], row["order"], row["why_not"]) for row in rows]

    cannot = [("Off", None, "not on duty"), ("Paused", None, "paused")]
    later = "comes later as the search widens"
    rows = told()
    assert sorted(rows[:2]) == sorted([(rows[0][0], 1, None), (rows[1][0], 2, None)])
    assert {name for name, _, _ in rows[:2]} == {"Able", "Rested"}
    assert rows[2:] == [("Luz", None, later), *cannot]
    assert told("--experience", "Grief")[0] == ("Able", 1, None)
    assert told("--language", "es") == [
        ("Luz", 1, None),
        ("Able", None, later),
        ("Rested", None, later),
        *cannot,
    ]


def test_now_says_so_when_nobody_could_answer(line: Line, operator: Operator) -> None:
    line.volunteer("Ada")

    assert operator.does("now").err == "Nobody could answer just now.\n"
    assert operator.does("volunteers", "remove", "Ada").exit_code == 0
    assert operator.does("now").out == "Nobody is on the roster.\n"
