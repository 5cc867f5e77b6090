"""What operators and monitors see of calls: where each caller is, and how calls ended."""

from __future__ import annotations

from typing import Any

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line


def only(operator: Operator) -> dict[str, Any]:
    rows: list[dict[str, Any]] = operator.reads("contacts", "list")
    assert len(rows) == 1
    return rows[0]


def test_a_call_is_seen_held_ringing_and_together(line: Line, operator: Operator) -> None:
    calling = line.phone().calls(MAIN)
    calling.hears("Maple Line")
    assert (only(operator)["channel"], only(operator)["stage"]) == ("voice", "held")
    held = line.desk.store.counts.figures(line.now(), grace=line.now() - line.now())
    assert held.calls == {"held": 1}
    assert held.longest_held_since is not None

    ada = line.peer("Ada")
    ring = ada.rings()
    assert only(operator)["stage"] == "rings"
    ring.picks_up().presses("1")
    assert only(operator)["stage"] == "together"

    calling.hangs_up()
    ada.expects("ended the talk")
    assert line.counted("call_ended_by_caller") == 1


def test_a_conversation_is_seen_without_a_stage_until_they_phone(
    line: Line, operator: Operator
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    assert (only(operator)["channel"], only(operator)["stage"]) == ("text", None)

    caller.texts("CALL", to=MAIN)
    caller.expects("asking your peer")
    ada.expects("CALL")

    assert only(operator)["stage"] == "phoning_asked_peer"
    line.passes(minutes=6)
    caller.expects("did not work out")
