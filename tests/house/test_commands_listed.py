"""docs/commands.md tells every command by text, each as it is read, and none that is not."""

from __future__ import annotations

import re
import typing

from tests.house.checkout import ROOT
from warmline.volunteers import commands
from warmline.volunteers.command_reading import read

NOT_TEXTED_FOR_ITSELF = {commands.Label, commands.Unclear}  # an answer; and what could not be read


def examples() -> list[str]:
    """What stands in the first cells of the two tables."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page.split("\n## By text\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)
    return [example for row in rows for example in re.findall(r"`([^`]+)`", row)]


def test_every_command_is_told_and_read_as_it_is_told() -> None:
    told = {example: type(read(example)) for example in examples()}
    assert [example for example, kind in told.items() if kind is type(None)] == []
    kinds = set(typing.get_args(commands.Command)) - NOT_TEXTED_FOR_ITSELF
    assert {kind.__name__ for kind in kinds} == {kind.__name__ for kind in told.values()}
