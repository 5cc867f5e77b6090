"""What a line says of crisis lines, and whom it dials when nothing else can answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from warmline.phone import PhoneNumber
from warmline.routing.line import Line
from warmline.safety.crisis_lines import CrisisLines, known

CONFIRMED = CrisisLines("US", known(frozenset({"US"}), (), datetime(2026, 6, 1, tzinfo=UTC)))
LINE = Line(
    name="Maple Line",
    numbers=(PhoneNumber("+15550100001"),),
    country="US",
    zone=ZoneInfo("America/New_York"),
    crisis_lines=lambda: CONFIRMED,
)
OPERATOR = PhoneNumber("+12125550123")


def test_it_says_the_same_by_text_and_aloud() -> None:
    assert LINE.crisis("en") == "call or text 988"
    assert LINE.crisis("en", "FR") == "call or text 988"
    assert LINE.crisis_aloud("es") == "llama o escribe al 9 8 8"


def test_nothing_of_three_digits_is_ever_dialled() -> None:
    assert LINE.crisis_number() == PhoneNumber("+18002738255")


def test_the_operator_s_number_comes_before_the_crisis_line_as_the_last_to_answer() -> None:
    assert LINE.fallback_number == PhoneNumber("+18002738255")
    assert replace(LINE, fallback=OPERATOR).fallback_number == OPERATOR
    nothing = CrisisLines("US", known(frozenset(), (), datetime(2026, 6, 1, tzinfo=UTC)))
    assert replace(LINE, crisis_lines=lambda: nothing).fallback_number is None
