"""A crisis line's number is told only if somebody has called it, found it right and said so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.looking import looks_again
from warmline.flows.office.crisis_lines import confirm, withdraw


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


@pytest.mark.usefixtures("nothing_confirmed")
def test_a_line_that_is_confirmed_meanwhile_is_told_without_a_restart(line: Line) -> None:
    caller = line.phone()
    caller.texts("CRISIS", to=MAIN)
    caller.expects("findahelpline.com")

    confirm(line.desk, "US", by="Ana")
    looks_again(line)
    caller.texts("CRISIS", to=MAIN)
    caller.expects("call or text 988.")

    withdraw(line.desk, "US", by="Ana")
    looks_again(line)
    caller.texts("CRISIS", to=MAIN)
    assert "988" not in caller.expects("findahelpline.com").body


@pytest.mark.usefixtures("nothing_confirmed")
def test_after_180_days_its_number_is_told_no_more_until_it_is_called_again(line: Line) -> None:
    confirm(line.desk, "US", by="Ana")
    caller = line.phone()

    line.sleeps_until(line.now() + timedelta(days=179))
    caller.texts("CRISIS", to=MAIN)
    caller.expects("call or text 988.")

    line.sleeps_until(line.now() + timedelta(days=1))
    caller.texts("CRISIS", to=MAIN)
    caller.expects("findahelpline.com")

    confirm(line.desk, "US", by="Bo")
    looks_again(line)
    caller.texts("CRISIS", to=MAIN)
    caller.expects("call or text 988.")


def test_someone_from_elsewhere_is_told_the_line_of_their_own_country(line: Line) -> None:
    confirm(line.desk, "GB", name="116 123", by="Ana")
    looks_again(line)
    caller = line.phones.phone("+447400123456")

    caller.texts("CRISIS", to=MAIN)
    caller.expects("call 116 123.")
    caller.texts("hello", to=MAIN)
    caller.expects("In a crisis, call 116 123.")
    caller.expects("call 116 123.")

    french = line.phones.phone("+33639980123")
    french.texts("CRISIS", to=MAIN)
    french.expects("call or text 988.")  # nobody confirmed a line of France


def test_someone_in_danger_is_told_their_own_country_s_line_in_the_very_reply(line: Line) -> None:
    confirm(line.desk, "GB", name="116 123", by="Ana")
    looks_again(line)
    at_once, later = line.phones.phone("+447400123456"), line.phones.phone("+447400123457")
    later.texts("hello", to=MAIN)
    later.expects("In a crisis, call 116 123.")
    later.expects("call 116 123.")

    for caller in (at_once, later):
        caller.texts("I am going to kill myself tonight", to=MAIN)

    at_once.expects("In a crisis, call 116 123.")
    for caller in (at_once, at_once, later):
        caller.expects("call 116 123")
