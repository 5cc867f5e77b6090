"""Who gets an answer, judged by the number alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.phone import PhoneNumber
from warmline.routing import fraud_prone
from warmline.routing.senders import Kind, Ordinary, Unanswered, judge

LINE = PhoneNumber("+15550000001")
OWN = frozenset({LINE})


@pytest.mark.parametrize(
    "number",
    ["+15550001234", "+12025550123", "+447911123456", "+61412345678", "+525512345678",
     "+34612345678", "+491701234567", "+353861234567", "+919876543210"],
)  # fmt: skip
def test_an_ordinary_number_is_answered(number: str) -> None:
    assert judge(number, OWN, "US") == Ordinary(PhoneNumber(number))


@pytest.mark.parametrize(
    "written", ["5550001234", "(555) 000-1234", "555.000.1234", " +15550001234 "]
)
def test_a_number_in_home_writing_is_understood(written: str) -> None:
    assert judge(written, OWN, "US") == Ordinary(PhoneNumber("+15550001234"))


@pytest.mark.parametrize(
    ("sender", "kind"),
    [
        ("+15550000001", Kind.OUR_OWN_NUMBER), ("555 000 0001", Kind.OUR_OWN_NUMBER),
        ("12345", Kind.SHORT_CODE), ("741741", Kind.SHORT_CODE), ("+85258", Kind.SHORT_CODE),
        ("ACME", Kind.ALPHANUMERIC), ("Bank24", Kind.ALPHANUMERIC),
        ("anonymous", Kind.UNKNOWN), ("Restricted", Kind.UNKNOWN), ("", Kind.UNKNOWN),
        ("UNAVAILABLE", Kind.UNKNOWN), ("+266696687", Kind.UNKNOWN), ("+7378742833", Kind.UNKNOWN),
        ("+86282452253", Kind.UNKNOWN), ("+8656696", Kind.UNKNOWN), ("+2562533", Kind.UNKNOWN),
        ("+19005551234", Kind.PREMIUM), ("+491801234567", Kind.PREMIUM),
        ("+979123456789", Kind.PREMIUM), ("+80812345678", Kind.PREMIUM),
        ("+881612345678", Kind.TOLL_FRAUD_PRONE), ("+870773123456", Kind.TOLL_FRAUD_PRONE),
        ("+22245123456", Kind.TOLL_FRAUD_PRONE), ("+998901234567", Kind.TOLL_FRAUD_PRONE),
        ("+5351234567", Kind.TOLL_FRAUD_PRONE),
        ("whatsapp:+15550001234", Kind.MALFORMED), ("+1555000123", Kind.MALFORMED),
        ("+1555000123456", Kind.MALFORMED), ("+447911123456789", Kind.MALFORMED), ("+99912345678", Kind.MALFORMED),
        ("()()()()()", Kind.MALFORMED), ("0" * 15, Kind.MALFORMED), ("+15550001234;x", Kind.MALFORMED),
        ("someone@example.org", Kind.MALFORMED), ("!!!", Kind.MALFORMED),
    ],
)  # fmt: skip
def test_no_answer_goes_where_it_would_reach_nobody(sender: str, kind: Kind) -> None:
    assert judge(sender, OWN, "US") == Unanswered(kind)


def test_a_line_answers_its_own_country_whatever_the_list_says() -> None:
    kenyan = "+254712345678"
    assert judge(kenyan, OWN, "US") == Unanswered(Kind.TOLL_FRAUD_PRONE)
    assert judge(kenyan, OWN, "KE") == Ordinary(PhoneNumber(kenyan))
    assert judge(kenyan, OWN, "US", served=frozenset({"KE"})) == Ordinary(PhoneNumber(kenyan))


def test_calling_codes_do_not_hide_one_another() -> None:
    codes = {*fraud_prone.COUNTRIES, *fraud_prone.GLOBAL_NETWORKS, *fraud_prone.PREMIUM_SERVICES}
    assert not [(a, b) for a in codes for b in codes if a != b and a.startswith(b)]


@given(st.text())
def test_any_sender_is_judged_without_fault(sender: str) -> None:
    judge(sender, OWN, "US")


@given(st.from_regex(r"\+[1-9][0-9]{3,15}", fullmatch=True))
def test_whoever_is_answered_has_a_whole_number(sender: str) -> None:
    judged = judge(sender, OWN, "US")
    if isinstance(judged, Ordinary):
        assert judged.number.e164 == sender
