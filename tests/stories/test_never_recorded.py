"""No talk is ever recorded: nothing that we say to the exchange asks for it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.stories.calling import in_a_talk
from tests.stories.handing import all_three_talk, crisis_line, leaves_them_together
from tests.stories.line import Line
from warmline import telephony
from warmline.simulator.server import ExchangeServer
from warmline.simulator.telephone import Calling

MESSAGE = "message"  # the one thing that is recorded, after consent


def test_a_talk_with_all_that_may_happen_in_it_leaves_no_recording(
    line: Line, exchange: ExchangeServer
) -> None:
    caller, peer = in_a_talk(line)
    peer.hangs_up()
    again: Calling = peer.phone.rings().picks_up().presses("1")
    caller.hears("broke off", "A peer is here")
    caller.is_with(again)
    again.hears("broke off")
    third = all_three_talk(caller, again, crisis_line(line))
    leaves_them_together(again)
    line.passes(minutes=5)
    caller.hangs_up()
    third.is_over()
    board = exchange.exchange.board
    conferences = board.conferences.all()
    assert conferences
    assert not any(one.records for one in conferences)
    assert board.recordings.all() == []


def test_nothing_in_a_request_to_the_exchange_asks_for_a_recording() -> None:
    asked = [
        f"{path.name}: {node.arg}"
        for path in sorted(Path(telephony.__path__[0]).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if path.stem != MESSAGE and isinstance(node, ast.keyword) and "record" in (node.arg or "")
    ]
    assert asked == []


def test_the_only_document_that_records_is_that_of_a_message_for_the_team() -> None:
    """Which is asked for with consent, and with nobody else on the line."""
    records = {
        path.stem
        for path in Path(telephony.__path__[0]).rglob("*.py")
        if re.search(r"response\.record\(", path.read_text("utf-8"))
    }
    assert records == {MESSAGE}
