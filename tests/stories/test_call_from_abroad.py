"""A caller from another country is told of the crisis line there, and is put through to no other."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {"WARMLINE_CRISIS_LINES_CONFIRMED": "US,GB", "WARMLINE_COUNTRIES_SERVED": "GB"}


def test_0_from_abroad_names_the_line_of_the_callers_country(line: Line) -> None:
    caller = line.phones.phone("+447400123456")
    calling = caller.calls(MAIN)
    calling.hears("press 0 at any time")

    calling.presses("0")

    calling.hears("1 1 6")
    caller.expects("116 123")
    calling.is_held()
    calling.hangs_up()
    line.passes(minutes=3)
