"""Only what somebody confirmed is told or dialled, for the caller's country and in the caller's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from warmline.phone import PhoneNumber
from warmline.safety.crisis_directory import directory
from warmline.safety.crisis_lines import (
    GOOD_FOR,
    Confirmation,
    CrisisLines,
    Standing,
    key_of,
    known,
    rows_of,
)

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
COUNTRIES = sorted({line.country for line in directory()})
NO_NUMBER = "call your local crisis line (see findahelpline.com) or emergency number"
A_HANDSET = PhoneNumber("+15550100401")


def confirmed(country: str, place: int = 0, number: str = "", **more: object) -> Confirmation:
    """Somebody confirmed this row of a country today."""
    row = rows_of(country)[place]
    said = Confirmation(
        country=country,
        key=key_of(row),
        name=row.name,
        as_it_stood=row.as_it_stands,
        by="Sam",
        at=NOW,
        number=number,
    )
    return replace(said, **more)  # type: ignore[arg-type]


def lines(
    home: str,
    *said: Confirmation,
    settings: Iterable[str] = (),
    now: datetime = NOW,
    rehearsal: bool = False,
    stand_in: PhoneNumber | None = None,
) -> CrisisLines:
    found = known(frozenset(settings), said, now)
    return CrisisLines(home, found, rehearsal=rehearsal, stand_in=stand_in)


def standing(of: CrisisLines, country: str, place: int = 0) -> Standing:
    return of.of(country)[place].standing


def test_the_home_line_is_told_once_somebody_confirmed_it() -> None:
    assert lines("US", confirmed("US")).in_a_text("en") == "call or text 988"
    assert lines("US", confirmed("US")).in_a_text("es") == "llama o escribe al 988"
    assert lines("US", settings={"US"}).in_a_text("en") == "call or text 988"


@pytest.mark.parametrize("home", [*COUNTRIES, "ZZ"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_unless_confirmed_no_number_is_told_or_dialled(home: str, language: str) -> None:
    for country in (None, "US", home):
        for said in (
            lines(home).in_a_text(language, country),
            lines(home).aloud(language, country),
        ):
            assert not any(letter.isdigit() for letter in said)
    assert lines(home).in_a_text("en") == NO_NUMBER
    assert lines(home).number() is None
    assert not lines(home).is_home_good


@pytest.mark.parametrize("home", COUNTRIES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_in_a_rehearsal_it_is_shown_marked_and_still_not_dialled(home: str, language: str) -> None:
    unsure, sure = lines(home, rehearsal=True), lines(home, settings={home})
    for said in (unsure.in_a_text(language), unsure.aloud(language)):
        assert ("not yet checked" in said) or ("sin comprobar" in said)
    for said in (sure.in_a_text(language), sure.aloud(language)):
        assert said.startswith(("call ", "llama "))
        assert not said.endswith(".")
        assert "check" not in said
        assert "comprobar" not in said
    assert unsure.number() is None


def test_a_rehearsal_dials_a_stand_in_and_never_the_real_line() -> None:
    assert lines("US", rehearsal=True, stand_in=A_HANDSET).number() == A_HANDSET
    both = lines("US", settings={"US"}, rehearsal=True, stand_in=A_HANDSET)
    assert both.number() == A_HANDSET
    assert lines("US", settings={"US"}, stand_in=A_HANDSET).number() == PhoneNumber("+18002738255")


@pytest.mark.parametrize(
    ("country", "english", "spanish"),
    [
        ("US", "call or text 9 8 8", "llama o escribe al 9 8 8"),
        ("GB", "call 1 1 6, 1 2 3 or text the word SHOUT to 8 5 2 5 8",
         "llama al 1 1 6, 1 2 3 o escribe la palabra SHOUT al 8 5 2 5 8"),
        ("CL", "call star 4 1 4 1", "llama al asterisco 4 1 4 1"),
        ("PE", "call 1 1 3, press 5", "llama al 1 1 3, marca 5"),
    ],
)  # fmt: skip
def test_a_voice_says_digit_by_digit_and_no_symbol(
    country: str, english: str, spanish: str
) -> None:
    found = lines(country, settings={country})
    assert (found.aloud("en"), found.aloud("es")) == (english, spanish)


@pytest.mark.parametrize(
    ("country", "words"),
    [("PE", "call 113 (press 5)"), ("CO", "call 106 (Bogota)"), ("CZ", "call 116 123 (hours vary)"),
     ("AU", "call 13 11 14 or text 0477 13 11 14"), ("NZ", "call or text 1737")],
)  # fmt: skip
def test_what_a_person_must_know_stands_beside_the_number(country: str, words: str) -> None:
    assert lines(country, settings={country}).in_a_text("en") == words


def test_a_line_with_hours_says_them() -> None:
    inochi = lines("JP", confirmed("JP", 1))
    assert inochi.in_a_text("en") == "call 0120-783-556 (16 to 21 h)"
    assert inochi.in_a_text("es") == "llama al 0120-783-556 (de 16 a 21 h)"


def test_of_several_lines_only_the_confirmed_ones_are_told() -> None:
    assert lines("US", confirmed("US", 1)).in_a_text("en") == "text HOME to 741741"
    assert not lines("US", confirmed("US", 1)).is_home_good
    assert lines("GB", confirmed("GB")).in_a_text("en") == "call 116 123"


def test_a_caller_from_elsewhere_is_told_their_own_line_or_else_the_home_line() -> None:
    found = lines("US", confirmed("US"), confirmed("GB"))
    assert found.in_a_text("en", "GB") == "call 116 123"
    assert found.in_a_text("en", "gb") == "call 116 123"
    assert found.in_a_text("en", "FR") == "call or text 988"
    assert found.in_a_text("en", None) == "call or text 988"


def test_a_line_that_speaks_the_caller_s_language_comes_first() -> None:
    japan = lines("JP", settings={"JP"})
    assert japan.in_a_text("en") == "call 0800-300-8355"  # TELL, in English
    assert japan.in_a_text("es") == "llama al 0120-279-338"


def test_a_line_for_some_is_not_told_to_everyone() -> None:
    youth = lines("CA", confirmed("CA", 1), confirmed("CA", 2))
    assert youth.in_a_text("en") == NO_NUMBER
    assert youth.number() is None


def test_another_line_of_the_country_is_dialled_where_the_first_cannot_be() -> None:
    assert lines("NO", settings={"NO"}).number() == PhoneNumber("+4722400040")
    assert lines("GB", settings={"GB"}).number() is None


def test_nobody_is_put_through_to_another_country_s_line_while_their_own_is_known() -> None:
    found = lines("US", confirmed("US"), confirmed("GB"), confirmed("NO", 1))
    assert found.number() == found.number("FR") == PhoneNumber("+18002738255")
    assert found.number("NO") == PhoneNumber("+4722400040")
    assert found.number("GB") is None  # 116 123 is dialled by themselves


def test_a_confirmation_is_good_for_180_days_and_reminds_in_its_last_thirty() -> None:
    said, day = confirmed("US"), timedelta(days=1)
    ends = NOW + GOOD_FOR

    assert standing(lines("US", said, now=ends - 31 * day), "US") is Standing.CONFIRMED
    assert standing(lines("US", said, now=ends - 30 * day), "US") is Standing.EXPIRES_SOON
    assert lines("US", said, now=ends - timedelta(seconds=1)).is_home_good
    over = lines("US", said, now=ends)
    assert standing(over, "US") is Standing.EXPIRED
    assert over.in_a_text("en") == NO_NUMBER
    assert over.number() is None


def test_one_by_the_settings_has_no_date_and_does_not_expire() -> None:
    later = lines("US", confirmed("US"), settings={"US"}, now=NOW + 2 * GOOD_FOR)
    assert standing(later, "US") is Standing.BY_THE_SETTINGS
    assert later.in_a_text("en") == "call or text 988"


def test_a_row_that_changed_since_has_not_been_confirmed() -> None:
    found = lines("US", confirmed("US", as_it_stood="US | 988 Lifeline | 988 | something else"))
    assert standing(found, "US") is Standing.CHANGED
    assert found.in_a_text("en") == NO_NUMBER


def test_an_operator_s_number_takes_the_place_of_ours_and_what_belonged_to_ours_goes() -> None:
    found = lines("PE", confirmed("PE", number="0800 00 113"))
    assert found.in_a_text("en") == "call 0800 00 113"
    mexico = lines("MX", confirmed("MX", 1, number="55 5259 8122"))
    assert mexico.number() == PhoneNumber("+525552598122")
    us = lines("US", confirmed("US", number="1-800-273-8255"))
    assert us.in_a_text("en") == "call 1-800-273-8255"
    assert us.aloud("en") == "call 1, 8 0 0, 2 7 3, 8 2 5 5"
    assert us.number() == PhoneNumber("+18002738255")
    assert lines("US", confirmed("US", number="1311")).number() is None
    assert len(mexico.of("MX")) == len(rows_of("MX"))


def test_a_line_of_the_operator_s_own_serves_a_country_that_we_know_nothing_of() -> None:
    own = Confirmation(
        country="MT", key="own", name="Own line", as_it_stood="", by="Sam", at=NOW, number="1579"
    )
    assert lines("MT", own).in_a_text("en") == "call 1579"
    assert lines("MT", own).is_home_good
    assert lines("MT", own, now=NOW + GOOD_FOR).in_a_text("en") == NO_NUMBER
