"""A crisis number is never invented, never stale, and never passes for checked when it is not."""

from __future__ import annotations

import re

import phonenumbers
import pytest

from warmline.safety.crisis_directory import DIRECTORY, NEVER_SHIP, Mark
from warmline.safety.crisis_lines import COUNTRIES, by_text, for_country, lines_of, phrase
from warmline.words import gsm7

NOBODY: frozenset[str] = frozenset()


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def test_the_home_line_is_988_by_call_and_text() -> None:
    assert phrase("US", "en", frozenset({"US"})) == "call or text 988"
    assert phrase("us", "es", frozenset({"us"})) == "llama o escribe al 988"


def test_a_number_that_nobody_confirmed_says_so() -> None:
    assert phrase("US", "en", NOBODY) == "call or text 988 (number not yet checked by us)"
    assert phrase("GB", "en", frozenset({"US"})) == (
        "call 116 123 or text SHOUT to 85258 (numbers not yet checked by us)"
    )


@pytest.mark.parametrize("iso", sorted(COUNTRIES))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_phrase_opens_with_a_verb_and_is_marked_until_confirmed(
    iso: str, language: str
) -> None:
    unconfirmed, confirmed = phrase(iso, language, NOBODY), phrase(iso, language, frozenset({iso}))
    assert confirmed.startswith(("call ", "llama "))
    assert ("not yet checked" in unconfirmed) or ("sin comprobar" in unconfirmed)
    assert "checked" not in confirmed
    assert "comprobar" not in confirmed
    assert not confirmed.endswith(".")
    assert gsm7.is_gsm7(unconfirmed)


def test_where_no_line_is_known_the_phrase_has_no_number() -> None:
    assert phrase("ZZ", "en", frozenset({"ZZ"})) == "find help at findahelpline.com"
    assert not digits(phrase("ZZ", "es", NOBODY))
    assert for_country("ZZ") is None
    assert by_text("ZZ") is None
    assert lines_of("zz") == ()


@pytest.mark.parametrize(
    ("iso", "words"),
    [("PE", "call 113 (press 5)"), ("CO", "call 106 (Bogota)"), ("CZ", "call 116 123 (hours vary)"),
     ("AU", "call 13 11 14 or text 0477 13 11 14"), ("NZ", "call or text 1737")],
)  # fmt: skip
def test_what_a_person_must_know_stands_beside_the_number(iso: str, words: str) -> None:
    assert phrase(iso, "en", frozenset({iso})) == words


@pytest.mark.parametrize(("iso", "stale"), NEVER_SHIP)
def test_a_stale_number_is_shipped_nowhere(iso: str, stale: str) -> None:
    for line in lines_of(iso):
        for number in (line.display, line.dial_e164, line.text_to):
            assert not number or not digits(number).endswith(digits(stale).lstrip("0"))


def test_988_is_not_said_to_have_a_key_three() -> None:
    assert all(line.option != "3" for line in lines_of("US"))


@pytest.mark.parametrize("line", [line for line in DIRECTORY if line.dial_e164 and line.display])
def test_a_number_to_dial_is_the_displayed_one_in_full(line: object) -> None:
    assert hasattr(line, "dial_e164")
    country, display, dial = line.country, line.display, line.dial_e164  # type: ignore[attr-defined]
    if display == "988":  # its ten-digit number, from the same row of the table
        assert dial == "+18002738255"
        return
    parsed = phonenumbers.parse(display, country)
    assert phonenumbers.is_valid_number(parsed)
    assert dial == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def test_each_row_says_where_it_is_from_and_how_sure_it_is() -> None:
    for line in DIRECTORY:
        assert re.fullmatch("[A-Z]{2}", line.country)
        assert line.name
        assert line.source
        assert line.mark in Mark
        assert line.display or line.text_to


def test_each_country_of_the_table_is_here_and_begins_with_a_line_to_call() -> None:
    table = (
        "US CA GB IE AU NZ SG BR PT ES FR MX AR CL CO PE UY EC IN JP KR TW HK CN PH MY TH ID LK NP "
        "PK DE AT CH NL BE LU IT GR DK NO SE FI IS PL CZ HU SK RO HR SI IL UA AE ZA NG KE"
    )
    assert set(table.split()) == COUNTRIES
    for iso in COUNTRIES:
        line = for_country(iso)
        assert line is not None
        assert line.display
