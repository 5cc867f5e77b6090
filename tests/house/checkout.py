"""The files of this checkout, as the house rules look at them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked() -> list[Path]:
    """Every file that a clone would have, and that is still there."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=True
    ).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    """The tracked files that are text, each with its content."""
    for path in tracked():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def modules() -> list[Path]:
    """Every Python file of the package."""
    return sorted((ROOT / "warmline").rglob("*.py"))


def scripts() -> list[Path]:
    """Every Lua file of the package."""
    return sorted((ROOT / "warmline").rglob("*.lua"))
