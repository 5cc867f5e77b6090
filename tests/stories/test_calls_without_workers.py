"""Nobody works behind the web process: whoever waits hears so, and is put through to somebody else."""

from __future__ import annotations

import pytest

from tests.stories.line import Line
from tests.stories.phoning import how_it_ended
from tests.stories.unsettled import comes, heard, is_with, phones, while_it_is_away

FALLBACK = "+15550110099"


@pytest.fixture
def environ(environ: dict[str, str], request: pytest.FixtureRequest) -> dict[str, str]:
    """With a fallback number, unless a story says otherwise."""
    number = getattr(request, "param", FALLBACK)
    confirmed = "US" if number else ""
    settings = {"WARMLINE_FALLBACK_NUMBER": number, "WARMLINE_CRISIS_LINES_CONFIRMED": confirmed}
    return {**environ, **settings}


def test_who_waits_is_told_and_put_through_and_that_end_has_a_name(line: Line) -> None:
    helper, caller, ada = line.phones.phone(FALLBACK), line.phone(), line.peer("Ada")
    helper.answers()

    calling = phones(line, caller)
    while not is_with(caller, FALLBACK) and line.now() < line.minutes_from_now(2):
        while_it_is_away(line, seconds=1)
        if "cannot reach a peer" in heard(caller):
            comes(line, lambda: is_with(caller, FALLBACK))

    said = heard(caller)
    assert said.index("looking for a peer") < said.index("we cannot reach a peer for you now")
    line.settles()
    ada.does_not_ring()
    calling.is_with(helper).hangs_up()
    line.passes(minutes=1)
    assert how_it_ended(line) == "put_through"


@pytest.mark.parametrize("environ", [""], indirect=True)
def test_where_nobody_can_be_dialled_the_way_to_help_is_said_again_and_again(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    calling = phones(line, caller)
    while_it_is_away(line, seconds=200)

    assert heard(caller).count("call your local emergency number") >= 2
    line.settles()
    ada.rings().picks_up().presses("1")
    ada.is_on_the_line().is_with(calling)
    calling.hangs_up()
    ada.expects("ended the talk")


def test_who_is_looked_after_is_never_told_so(line: Line) -> None:
    caller = line.phone()
    ada = line.peer("Ada")
    ada.never_answers()
    calling = caller.calls("+15550100001")

    for _ in range(6):
        line.passes(seconds=9)

    assert "something is wrong on our side" not in calling.hears("Maple Line")
    calling.hangs_up()


def test_when_the_provider_takes_no_calls_of_ours_they_are_told_and_put_through_all_the_same(
    line: Line,
) -> None:
    ada, caller, helper = line.peer("Ada"), line.phone(), line.phones.phone(FALLBACK)
    helper.answers()
    line.phones.goes_wrong("rest_error", operation="calls.create", status=503)

    calling = caller.calls("+15550100001")
    line.passes(seconds=45)

    calling.hears("looking for a peer", "we cannot reach a peer for you now")
    calling.is_with(helper)
    line.phones.goes_right()
    line.passes(seconds=30)
    ada.does_not_ring()
    calling.is_with(helper).hangs_up()
    line.passes(minutes=1)
    assert how_it_ended(line) == "put_through"
    ada.expects_nothing()
