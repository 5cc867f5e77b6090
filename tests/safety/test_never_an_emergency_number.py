"""Nothing that the line dials by itself is an emergency service: every number of the directory is gone through."""

from __future__ import annotations

from datetime import UTC, datetime

import phonenumbers
import pytest
from phonenumbers import shortnumberinfo

from warmline.safety.crisis_directory import CrisisLine, directory
from warmline.safety.crisis_lines import CrisisLines, known, with_number

EMERGENCY = {"911", "112", "999", "000", "110", "111", "113", "117", "118", "119", "190", "933"}
NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
DIALLED = [line for line in directory() if line.dial]
COUNTRIES = sorted({line.country for line in directory()})


def is_an_emergency_number(e164: str, country: str) -> bool:
    parsed = phonenumbers.parse(e164)
    digits = e164.removeprefix("+")
    national = phonenumbers.national_significant_number(parsed)
    return (
        {digits, national} & EMERGENCY != set()
        or shortnumberinfo.is_emergency_number(national, country)
        or shortnumberinfo.connects_to_emergency_number(national, country)
    )


@pytest.mark.parametrize("number", sorted(EMERGENCY))
def test_the_check_itself_knows_an_emergency_number(number: str) -> None:
    assert is_an_emergency_number(f"+1{number}", "US") or is_an_emergency_number(
        f"+44{number}", "GB"
    )


@pytest.mark.parametrize("line", DIALLED, ids=lambda line: f"{line.country}-{line.dial[-4:]}")
def test_no_crisis_line_is_dialled_by_a_short_number_or_an_emergency_number(
    line: CrisisLine,
) -> None:
    assert line.dial.startswith("+")
    assert not is_an_emergency_number(line.dial, line.country)
    national = phonenumbers.national_significant_number(phonenumbers.parse(line.dial))
    assert len(national) >= 6


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_a_line_at_home_there_would_dial_is_none_either(country: str) -> None:
    lines = CrisisLines(country, known(frozenset({country}), (), NOW))
    number = lines.number()
    assert number is None or not is_an_emergency_number(number.e164, country)


@pytest.mark.parametrize("number", ["911", "112", "999", "988"])
def test_an_operator_cannot_have_one_dialled_either(number: str) -> None:
    assert with_number(DIALLED[0], number).dial == ""
