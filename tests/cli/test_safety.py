"""`warmline safety read`, which needs neither Redis nor settings."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner

from warmline.cli.commands import commands


def read(*lines: str, conversation: bool = False) -> list[dict[str, Any]]:
    asked = ["safety", "read", *(["--conversation"] if conversation else [])]
    result = CliRunner(env={}).invoke(commands, asked, input="\n".join(lines) + "\n")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_text_gets_one_object_with_its_band_and_reasons() -> None:
    told = read("I'm going to kill myself tonight", "this exam is killing me", "")

    assert [each["band"] for each in told] == ["imminent", "none", "none"]
    assert "kill myself" in " ".join(told[0]["reasons"])
    assert "figure of speech" in " ".join(told[1]["reasons"]) or told[1]["reasons"] == []


def test_texts_stand_for_themselves() -> None:
    assert [each["band"] for each in read("i want to end my life", "tonight")] == ["high", "none"]


def test_unless_they_are_one_conversation() -> None:
    told = read("i want to end my life", "peer: when?", "tonight", conversation=True)

    assert [each["band"] for each in told] == ["high", "none", "imminent"]


def test_what_is_no_text_at_all_gets_an_answer_too() -> None:
    result = CliRunner().invoke(commands, ["safety", "read"], input=b"\xff\xfe\x00 \xc3\n")

    assert json.loads(result.stdout)["band"] == "none"
