"""A crisis line's number is told only if somebody has called it, found it right and said so."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line


@pytest.fixture
def nothing_confirmed(environ: dict[str, str]) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""


@pytest.fixture
def a_rehearsal(environ: dict[str, str]) -> None:
    environ["WARMLINE_REHEARSAL"] = "yes"


@pytest.mark.usefixtures("nothing_confirmed")
def test_nobody_is_sent_a_number_that_nobody_confirmed(line: Line) -> None:
    caller = line.phone()

    caller.texts("hi", to=MAIN)

    greeting = caller.expects("not an emergency service", "see findahelpline.com")
    nobody_on = caller.expects("see findahelpline.com")
    assert "988" not in greeting.body + nobody_on.body


@pytest.mark.usefixtures("nothing_confirmed", "a_rehearsal")
def test_in_a_rehearsal_such_a_number_is_shown_and_says_that_nobody_checked_it(line: Line) -> None:
    caller = line.phone()

    caller.texts("hi", to=MAIN)

    caller.expects("988 (number not yet checked by us)")
    caller.expects("988 (number not yet checked by us)")
