"""How large a piece may grow, and where the time comes from."""

from __future__ import annotations

import re
from pathlib import Path

from tests.house.checkout import ROOT, modules, scripts

OWN_CLOCK = re.compile(r"\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.(time|time_ns)\(")


def too_long(files: list[Path], most: int) -> list[str]:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    return [
        f"{file.relative_to(ROOT)}: {length} lines"
        for file, length in lengths.items()
        if length > most
    ]


def test_a_module_fits_on_a_few_screens() -> None:
    assert too_long(modules(), 250) == []


def test_a_test_file_tells_one_story() -> None:
    assert too_long(sorted((ROOT / "tests").rglob("*.py")), 300) == []


def test_a_script_is_one_transition() -> None:
    assert too_long(scripts(), 45) == []


def test_what_all_tests_rely_on_can_be_read_at_a_glance() -> None:
    assert too_long([ROOT / "tests" / "conftest.py"], 80) == []


def test_only_the_clock_knows_the_time() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in modules()
        if file != ROOT / "warmline" / "clock.py"
        for match in OWN_CLOCK.finditer(file.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in modules()
        if not re.match(r'"""[^\n]+[.!?:]("""|\n)', file.read_text(encoding="utf-8"))
    ]

    assert silent == []
