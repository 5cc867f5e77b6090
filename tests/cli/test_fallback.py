"""What a second host answers while this deployment cannot be reached."""

from __future__ import annotations

from tests.cli.operator import Operator
from tests.stories.line import MAIN, Line
from warmline.simulator.voice.verbs import faults_of

FALLBACK = "+15550100099"


def test_calls_hear_the_truth_and_somebody_is_dialled_in_every_language(
    line: Line, operator: Operator
) -> None:
    operator.environ |= {"WARMLINE_FALLBACK_NUMBER": FALLBACK, "WARMLINE_LANGUAGES": "en,es"}

    printed = operator.does("fallback").out

    assert faults_of(printed) == []
    assert "something is wrong on our side" in printed
    assert "algo falla en nuestro lado" in printed
    assert f'callerId="{MAIN}"' in printed
    assert f"<Number>{FALLBACK}</Number>" in printed
    assert printed.count("9 8 8") == 4


def test_it_needs_no_server_of_ours(line: Line, operator: Operator) -> None:
    here = operator.environ["WARMLINE_PUBLIC_URL"]

    assert here not in operator.does("fallback", "calls").out
    assert "/webhooks/" not in operator.does("fallback", "calls").out


def test_without_anybody_to_dial_the_way_to_help_is_read_twice(
    line: Line, operator: Operator
) -> None:
    operator.environ |= {"WARMLINE_CRISIS_LINES_CONFIRMED": "", "WARMLINE_REHEARSAL": "no"}

    printed = operator.does("fallback").out

    assert "<Dial" not in printed
    assert printed.count("call your local emergency number") == 2


def test_texts_are_answered_with_the_crisis_line(line: Line, operator: Operator) -> None:
    printed = operator.does("fallback", "texts").out

    assert "<Message>" in printed
    assert "call or text 988" in printed
