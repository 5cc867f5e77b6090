"""The layers hold, and each contract that keeps them catches what it forbids."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

PLANTED = {  # contract: (a file, an import that it must not have)
    "Layers": ("volunteers/commands.py", "from warmline import wiring"),
    "Only the store talks to Redis": ("flows/desk.py", "import redis"),
    "The domain does no I/O": ("routing/matching.py", "import logging"),
    "Only the edges know Flask": ("flows/desk.py", "import flask"),
    "A phone knows nothing of our insides": ("simulator/sids.py", "from warmline import words"),
    "Settings are read in one place": ("flows/desk.py", "from warmline import config"),
    "Only telephony and the simulated exchange know Twilio": ("flows/desk.py", "import twilio"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package in a place where faults can be planted."""
    shutil.copytree(
        ROOT / "warmline", tmp_path / "warmline", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def verdict(place: Path) -> dict[str, str]:
    """What import-linter says of each contract: KEPT or BROKEN."""
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [linter, "--no-cache"], cwd=place, capture_output=True, text=True, check=False
    ).stdout
    return {
        name: word
        for line in told.splitlines()
        for name in contracts()
        for word in ("KEPT", "BROKEN")
        if line.startswith(f"{name} {word}")
    }


def contracts() -> list[str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in config["tool"]["importlinter"]["contracts"]]


def test_as_it_stands_every_contract_is_kept(copy: Path) -> None:
    assert verdict(copy) == dict.fromkeys(contracts(), "KEPT")


def test_every_contract_has_a_fault_planted_here() -> None:
    assert sorted(PLANTED) == sorted(contracts())


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_import_breaks_its_contract(copy: Path, contract: str) -> None:
    file, fault = PLANTED[contract]
    with (copy / "warmline" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{fault}\n")

    assert verdict(copy)[contract] == "BROKEN"


def test_a_new_room_must_be_given_its_place_among_the_layers(copy: Path) -> None:
    (copy / "warmline" / "attic.py").write_text('"""A room nobody planned."""\n', encoding="utf-8")

    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 1
    assert "warmline.attic" in told.stdout
