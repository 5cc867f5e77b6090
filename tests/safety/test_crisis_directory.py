"""A crisis number is never invented, never stale, and its source is told."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import phonenumbers
import pytest

from warmline.phone import dialable, is_emergency
from warmline.safety.crisis_directory import (
    NEVER_SHIP,
    CrisisLine,
    DirectoryError,
    Stale,
    directory,
    read,
)
from warmline.safety.crisis_lines import rows_of
from warmline.words import gsm7

TABLE = (
    "US CA GB IE AU NZ SG BR PT ES FR MX AR CL CO PE UY EC IN JP KR TW HK CN PH MY TH ID LK NP "
    "PK DE AT CH NL BE LU IT GR DK NO SE FI IS PL CZ HU SK RO HR SI IL UA AE ZA NG KE"
)
HEAD = (
    "country\tname\tdisplay\tdial_e164\tdial_via\ttext_to\ttext_keyword\tpress\thours\tzone\tarea\t"
    "languages\tcost\taudience\tother\tsource\tmark\tas_of\tstatus"
)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def a_table(**cells: str) -> str:
    usual = {
        "country": "US", "name": "A line", "display": "55 12 34", "mark": "K",
        "as_of": "2026-11-22", "status": "unconfirmed",
    } | cells  # fmt: skip
    return f"{HEAD}\n" + "\t".join(usual.get(name, "") for name in HEAD.split("\t")) + "\n"


def test_each_country_of_the_table_is_here_and_begins_with_a_line_for_everyone_to_call() -> None:
    assert {line.country for line in directory()} == set(TABLE.split())
    for iso in TABLE.split():
        assert rows_of(iso)[0].display
        assert not rows_of(iso)[0].audience


def test_988_is_dialled_at_its_ten_digits_and_has_no_key_to_press() -> None:
    row = rows_of("us")[0]
    assert (row.display, row.text_to, row.dial_e164, row.dial) == ("988", "988", "", "+18002738255")
    assert not any(line.press for line in rows_of("US"))


@pytest.mark.parametrize("stale", [stale for stale in NEVER_SHIP if stale.number])
def test_a_stale_number_is_shipped_nowhere(stale: Stale) -> None:
    for line in rows_of(stale.country):
        for number in (line.display, line.dial_e164, line.dial_via, line.text_to, line.other):
            assert not number or not digits(number).endswith(digits(stale.number).lstrip("0"))


def test_a_line_that_has_closed_is_not_shipped() -> None:
    assert "NEDA helpline" in next(s.why for s in NEVER_SHIP if "NEDA" in s.why)
    assert not [line for line in directory() if "NEDA" in line.name]


@pytest.mark.parametrize("line", [line for line in directory() if line.dial_e164])
def test_a_number_to_dial_is_the_displayed_one_in_full(line: CrisisLine) -> None:
    parsed = phonenumbers.parse(line.display, line.country)
    assert phonenumbers.is_valid_number(parsed)
    assert line.dial_e164 == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@pytest.mark.parametrize("line", [line for line in directory() if line.dial])
def test_what_is_dialled_is_an_ordinary_number_and_never_an_emergency_service(
    line: CrisisLine,
) -> None:
    found = dialable(line.dial, country=line.country)
    assert found
    assert found.e164 == line.dial
    assert not is_emergency(line.dial_local, country=line.country)


@pytest.mark.parametrize("line", directory())
def test_what_a_person_is_told_fits_a_text_and_says_when_and_where(line: CrisisLine) -> None:
    told = f"{line.display}{line.area}{line.text_to}{line.text_keyword}{line.press}"
    assert gsm7.is_gsm7(told)
    assert not line.zone or ZoneInfo(line.zone).key == line.zone


def test_a_row_that_is_right_is_read() -> None:
    (line,) = read(a_table(text_to="741741", text_keyword="HOME", languages="en es"))
    assert line.languages == ("en", "es")
    assert line.dial_local == "551234"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"country": "us"}, "line 2: country will not do"),
        ({"name": ""}, "line 2: name will not do"),
        ({"display": "+1988"}, "line 2: display will not do"),
        ({"dial_e164": "988"}, "line 2: dial_e164 will not do"),
        ({"status": "confirmed"}, "line 2: status will not do"),
        ({"mark": "X"}, "line 2: mark will not do"),
        ({"name": "A line "}, "line 2: name will not do"),
        ({"hours": "16-21"}, "has a zone where it has hours"),
        ({"display": ""}, "has a number to call or to text"),
        ({"text_keyword": "HOME"}, "has a keyword only for a text"),
        ({"dial_e164": "+12125550100", "dial_via": "+12125550101"}, "is dialled at one number"),
    ],
)
def test_a_row_that_will_not_do_stops_the_reading(wrong: dict[str, str], why: str) -> None:
    with pytest.raises(DirectoryError, match=re.escape(why)):
        read(a_table(**wrong))


def test_a_table_that_lost_a_column_or_says_a_number_twice_is_not_read() -> None:
    with pytest.raises(DirectoryError, match="first line"):
        read(a_table().replace("\tcost", "", 1))
    with pytest.raises(DirectoryError, match="18 cells for 19"):
        read(a_table().removesuffix("\tunconfirmed\n"))
    with pytest.raises(DirectoryError, match="line 3: the same number twice"):
        read(a_table() + a_table(name="B").split("\n")[1])
