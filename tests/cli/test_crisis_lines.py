"""An operator calls the crisis lines, says that they are right, and sees what callers are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line
from tests.stories.looking import looks_again
from warmline.safety.crisis_directory import directory

NO_NUMBER = "call your local crisis line (see findahelpline.com) or emergency number"


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    """A line that people can reach, of which nobody has confirmed anything."""
    return environ | {
        "WARMLINE_CRISIS_LINES_CONFIRMED": "",
        "WARMLINE_REHEARSAL": "no",
        "WARMLINE_RECONCILE_SECONDS": "600",
    }


def rows(operator: Operator, country: str) -> dict[str, Mapping[str, Any]]:
    listed = operator.reads("crisis-lines", "list", "--country", country)
    return {f"{row['line']} {row['call'] or row['text']}": row for row in listed}


def journal(operator: Operator) -> list[Mapping[str, Any]]:
    return [line for line in operator.reads("journal") if "crisis_line" in line["event"]]


def test_every_line_of_the_directory_is_listed_with_its_source_and_standing(
    line: Line, operator: Operator
) -> None:
    listed = operator.reads("crisis-lines", "list")

    assert len(listed) == len(directory())
    assert {row["standing"] for row in listed} == {"unconfirmed"}
    us = rows(operator, "us")["988 Lifeline 988"]
    assert (us["dialled"], us["text"]) == ("+18002738255", "988")
    assert (us["source"], us["mark"]) == ("988lifeline.org", "S")
    assert "Crisis Text Line" in operator.does("crisis-lines", "list", "--country", "US").out


def test_a_country_is_confirmed_with_a_name_and_a_last_day(line: Line, operator: Operator) -> None:
    assert "NOBODY HAS CALLED" in operator.is_refused("crisis-lines", "check")

    said = operator.does("crisis-lines", "confirm", "us", "--by", "Ana Ruiz").out

    assert "US 988 Lifeline: call 988, text 988, dialled at +18002738255. Confirmed" in said
    assert "Callers of US are told: call or text 988" in said
    row = rows(operator, "US")["988 Lifeline 988"]
    assert (row["standing"], row["by"]) == ("confirmed", "Ana Ruiz")
    assert row["until"].startswith("2026-08-31")  # 180 days after 4 March
    told = [(entry["event"], entry["about"]["by"]) for entry in journal(operator)]
    assert told == [("crisis_line_confirmed", "Ana Ruiz")] * 2
    operator.does("crisis-lines", "check")


def test_one_line_alone_is_confirmed_by_its_name_or_its_number(
    line: Line, operator: Operator
) -> None:
    operator.does("crisis-lines", "confirm", "US", "--line", "crisis text line", "--by", "Ana")
    operator.does("crisis-lines", "confirm", "DE", "--line", "116 123", "--by", "Ana")

    assert rows(operator, "US")["988 Lifeline 988"]["standing"] == "unconfirmed"
    assert rows(operator, "US")["Crisis Text Line HOME to 741741"]["standing"] == "confirmed"
    assert rows(operator, "DE")["TelefonSeelsorge 116 123"]["standing"] == "confirmed"
    assert rows(operator, "DE")["TelefonSeelsorge 0800 111 0 111"]["standing"] == "unconfirmed"


def test_a_number_that_the_operator_knows_better_takes_the_place_of_ours_until_withdrawn(
    line: Line, operator: Operator
) -> None:
    new = "55 5259 8122"
    said = operator.does(
        "crisis-lines", "confirm", "MX", "--line", "SAPTEL", "--number", new, "--by", "Ana"
    ).out
    assert f"MX SAPTEL: call {new}, dialled at +525552598122" in said
    assert "is yours, not the directory's" in said

    operator.does("crisis-lines", "confirm", "MX", "--line", "SAPTEL", "--by", "Bo")  # renewed
    row = rows(operator, "MX")[f"SAPTEL {new}"]
    assert (row["by"], row["own_number"]) == ("Bo", True)

    operator.does("crisis-lines", "withdraw", "MX", "--line", "SAPTEL", "--by", "Ana")
    assert rows(operator, "MX")["SAPTEL 55 5259 8121"]["standing"] == "unconfirmed"
    assert journal(operator)[0]["event"] == "crisis_line_withdrawn"
    assert "Nobody has confirmed it" in operator.is_refused(
        "crisis-lines", "withdraw", "MX", "--line", "SAPTEL", "--by", "Ana"
    )


def test_a_line_that_we_do_not_know_may_be_the_operator_s_own(
    line: Line, operator: Operator
) -> None:
    said = operator.does(
        "crisis-lines", "confirm", "MT", "--line", "Island line", "--number", "1579", "--by", "Ana"
    ).out

    assert "A line of your own" in said
    assert "Callers of MT are told: call 1579" in said


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["XX", "--by", "Ana"], "ISO code of two letters"),
        (["MT", "--by", "Ana"], "No crisis line of MT is known to us"),
        (["MT", "--by", "Ana", "--number", "1579"], "give yours a --line NAME"),
        (["US", "--by", "Ana", "--line", "Nobody"], "There are: 988 Lifeline (988), Crisis Text"),
        (["US", "--by", " "], "--by must be 1 to 40 characters"),
        (["US", "--by", "Ana", "--number", "1-800-273-8255"], "Say for which line"),
        (["US", "--by", "Ana", "--line", "988", "--number", "911"], "That is an emergency number."),
        (["KR", "--by", "Ana", "--number", "1393"], "known to be out of date"),
        (["US", "--by", "Ana", "--line", "988", "--number", "12"], "as people dial it"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_with_the_reason(
    line: Line, operator: Operator, words: list[str], why: str
) -> None:
    assert why in operator.is_refused("crisis-lines", "confirm", *words)
    assert journal(operator) == []


def test_what_callers_are_given_is_shown_in_each_language_by_text_and_aloud(
    line: Line, operator: Operator
) -> None:
    before = operator.does("crisis-lines", "test", "US").out
    assert "US 988 Lifeline: call 988, text 988, dialled at +18002738255: unconfirmed" in before
    assert f"For help in a crisis, {NO_NUMBER}." in before
    assert "nothing: no number that can be dialled is confirmed" in before

    operator.does("crisis-lines", "confirm", "US", "--by", "Ana")

    after = operator.does("crisis-lines", "test", "US").out
    caller = line.phone()
    caller.texts("CRISIS", to=MAIN)
    looks_again(line)
    caller.texts("CRISIS", to=MAIN)
    caller.expects(NO_NUMBER)  # the line had not looked yet
    assert caller.expects("988").body in after
    for said in ("Para recibir ayuda en una crisis, llama o escribe al 988.", "call or text 9 8 8"):
        assert said in after
    assert after.endswith("+18002738255\n")


def test_in_a_rehearsal_a_stand_in_is_dialled_and_that_is_said(
    line: Line, operator: Operator
) -> None:
    operator.environ |= {"WARMLINE_REHEARSAL": "yes", "WARMLINE_FALLBACK_NUMBER": "+15550100401"}

    said = operator.does("crisis-lines", "test", "US").out

    assert "call or text 988 (number not yet checked by us)" in said
    assert "+15550100401\n  This is a rehearsal" in said
