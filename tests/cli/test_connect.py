"""Pointing the line's numbers at this deployment."""

from __future__ import annotations

from tests.cli.operator import Operator
from tests.stories.line import MAIN, POOL, Line

ELSEWHERE = "https://elsewhere.example.org/sorry"


SORRY = "https://elsewhere.example.org/calls"


def pointed(line: Line) -> dict[str, tuple[str, ...]]:
    """Where each number brings its texts, its calls, its texts when that fails, its calls, and their ends."""
    return {
        number.number.e164: (
            number.sms_url,
            number.voice_url,
            number.sms_fallback_url,
            number.voice_fallback_url,
            number.status_url,
        )
        for number in line.desk.provider.numbers()
    }


def test_all_numbers_are_pointed_here_with_retries(line: Line, operator: Operator) -> None:
    here = operator.environ["WARMLINE_PUBLIC_URL"]
    operator.does("connect", "--fallback", "")

    said = operator.does("connect", "--fallback", ELSEWHERE, "--voice-fallback", SORRY)

    retries = "#ct=2000&rt=4000&rc=2&rp=all"
    ours = (
        f"{here}/webhooks/sms{retries}",
        f"{here}/webhooks/voice{retries}",
        ELSEWHERE,
        SORRY,
        f"{here}/webhooks/voice/status{retries}",
    )
    assert pointed(line) == dict.fromkeys(POOL, ours)
    assert f"  fallback: nowhere -> {ELSEWHERE}" in said.out
    assert f"  fallback for calls: nowhere -> {SORRY}" in said.out
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")


def test_a_fallback_that_is_set_stays_and_can_be_taken_away(line: Line, operator: Operator) -> None:
    operator.does("connect", "--fallback", ELSEWHERE, "--voice-fallback", SORRY)
    operator.does("connect")
    assert pointed(line)[MAIN][2:4] == (ELSEWHERE, SORRY)

    operator.does("connect", "--fallback", "", "--voice-fallback", "")
    assert pointed(line)[MAIN][2:4] == ("", "")


def test_a_dry_run_changes_nothing(line: Line, operator: Operator) -> None:
    before = pointed(line)

    said = operator.does("connect", "--fallback", ELSEWHERE, "--dry-run")

    assert f"-> {ELSEWHERE}" in said.out
    assert said.out.endswith("Nothing was changed.\n")
    assert pointed(line) == before


def test_with_a_number_of_someone_else_nothing_is_changed(line: Line, operator: Operator) -> None:
    before = pointed(line)
    operator.environ["WARMLINE_NUMBERS"] = f"{MAIN},+15550100099"

    refused = operator.is_refused("connect", "--fallback", ELSEWHERE)

    assert "Not in the Twilio account: +15550100099" in refused
    assert pointed(line) == before


def test_a_fallback_must_be_an_address_and_should_be_elsewhere(
    line: Line, operator: Operator
) -> None:
    assert "must be an address" in operator.is_refused("connect", "--fallback", "sorry.html")

    here = operator.environ["WARMLINE_PUBLIC_URL"]
    assert "on the same host" in operator.does("connect", "--fallback", f"{here}/x").err


def test_a_line_whose_crisis_line_nobody_confirmed_is_not_let_loose_on_people(
    line: Line, operator: Operator
) -> None:
    operator.environ |= {"WARMLINE_CRISIS_LINES_CONFIRMED": "", "WARMLINE_REHEARSAL": "no"}
    before = pointed(line)

    refused = operator.is_refused("connect")

    assert "NOBODY HAS CALLED THE CRISIS LINE" in refused
    assert "warmline crisis-lines confirm US --by NAME" in refused
    assert pointed(line) == before
    operator.does("connect", "--dry-run")
    operator.does("crisis-lines", "confirm", "US", "--by", "Ana")
    operator.does("connect")
    assert pointed(line) != before


def test_a_rehearsal_is_connected_without_it(line: Line, operator: Operator) -> None:
    before = pointed(line)
    operator.environ |= {"WARMLINE_CRISIS_LINES_CONFIRMED": "", "WARMLINE_REHEARSAL": "no"}
    operator.does("connect", "--rehearsal")
    assert pointed(line) != before

    operator.environ["WARMLINE_REHEARSAL"] = "yes"
    operator.does("connect")
    del operator.environ["TWILIO_API_BASE_URL"]  # but real numbers only with the word for it
    assert "NOBODY HAS CALLED" in operator.is_refused("connect")


def test_a_token_that_is_not_let_in_is_told(line: Line, operator: Operator) -> None:
    operator.environ["TWILIO_AUTH_TOKEN"] = "wrong"

    assert "the provider refused" in operator.is_refused("connect")
