"""What the package imports is what it says it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.house.checkout import ROOT, modules

COMPANIONS = {"werkzeug": "flask", "urllib3": "requests"}  # promised by the one they come with
ENCODER = ROOT / "warmline" / "safety" / "encoder.py"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(requirement: str) -> str:
    """The bare name in a requirement such as `gunicorn[gevent]>=23`."""
    return re.split(r"[^\w-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def imported(some: Iterable[Path]) -> set[str]:
    """The packages, not of Python itself, that one of these modules imports, by the name they are installed by."""
    names: set[str] = set()
    for module in some:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    offered = packages_distributions()
    from_elsewhere = names - set(sys.stdlib_module_names) - {"warmline"}
    needed = {plain(offered[name][0]) for name in from_elsewhere}
    return {COMPANIONS.get(name, name) for name in needed}


def test_every_import_is_of_something_asked_for() -> None:
    asked_for = {plain(requirement) for requirement in PROJECT["dependencies"]}

    assert imported(path for path in modules() if path != ENCODER) <= asked_for


def test_only_the_encoder_imports_what_its_extra_brings() -> None:
    extra = {plain(requirement) for requirement in PROJECT["optional-dependencies"]["reader"]}

    assert imported([ENCODER]) == extra


def test_every_pin_is_checked_by_hash() -> None:
    for name in ("run", "reader", "weights", "dev"):
        pins = (ROOT / "constraints" / f"{name}.txt").read_text(encoding="utf-8")
        for pin in re.split(r"^(?=[a-z])", pins, flags=re.MULTILINE)[1:]:
            assert "--hash=sha256:" in pin, pin.splitlines()[0]


def test_what_serves_is_pinned_the_same_for_those_who_develop() -> None:
    serving, with_encoder, developing = (
        set(re.findall(r"^([a-z0-9-]+)(?:\[.*?\])?==(\S+)", text, re.MULTILINE))
        for text in (
            (ROOT / "constraints" / f"{name}.txt").read_text(encoding="utf-8")
            for name in ("run", "reader", "dev")
        )
    )

    assert serving < with_encoder <= developing
