"""What operators are told matches what there is."""

from __future__ import annotations

import re

from tests.house.checkout import ROOT
from warmline.config import settings

GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
SECRETS = {name for name in settings.names() if f"{name}_FILE" in settings.names()}


def test_every_setting_stands_in_the_guide_and_none_that_is_not_there() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)`", GUIDE, re.MULTILINE))
    by_file = {f"{name}_FILE" for name in SECRETS}

    assert told == settings.names() - by_file


def test_secrets_are_marked_in_the_guide() -> None:
    marked = set(re.findall(r"^\| `([A-Z_]+)` \\\*", GUIDE, re.MULTILINE))

    assert marked == SECRETS


def test_every_script_that_the_guide_names_is_there() -> None:
    for script in re.findall(r"\./scripts/(\w+)", GUIDE):
        assert (ROOT / "scripts" / script).stat().st_mode & 0o111
