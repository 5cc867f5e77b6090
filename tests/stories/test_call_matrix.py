"""Every way of ringing, every fate of a leg, every wish of a caller: a few here, as many as one likes by `scripts/call-matrix`."""

from __future__ import annotations

import os
import random

import pytest

from tests.stories.line import Line
from tests.stories.matrix import Cell, Does, Player, Wishes, cells

EVERY_CELL = sorted(cells(), key=str)
# from which on, and up to which: "8" are the first eight, "2900:" all but the first 2,900, ":" all of them
FIRST, _, LAST = os.environ.get("WARMLINE_CALL_MATRIX", "8").rpartition(":")
SHUFFLED = random.Random(4).sample(EVERY_CELL, len(EVERY_CELL))
PLAYED = SHUFFLED[int(FIRST or 0) : int(LAST) if LAST else None]
STAYS = {Wishes.WAITS, Wishes.PRESSES_9, Wishes.LEAVES_TOGETHER}


@pytest.fixture
def environ(environ: dict[str, str], request: pytest.FixtureRequest) -> dict[str, str]:
    cell: Cell = request.node.callspec.params["cell"]
    return environ | {"WARMLINE_RINGS_AT_ONCE": str(cell.at_once)}


@pytest.mark.parametrize("cell", PLAYED, ids=str)
def test_whatever_phones_and_callers_do_it_ends_by_name_and_nobody_is_left(
    line: Line, cell: Cell
) -> None:
    player = Player(line, cell)
    player.play()
    if Does.PRESSES in cell.volunteers and cell.caller in STAYS:
        assert player.met, "somebody would have talked with them"
    if Does.PRESSES not in cell.volunteers and Does.LATE not in cell.volunteers:
        assert not player.met
