"""What the package imports is what it says it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.house.checkout import ROOT, modules

COMPANIONS = {"werkzeug": "flask", "urllib3": "requests"}  # promised by the one they come with
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(requirement: str) -> str:
    """The bare name in a requirement such as `gunicorn[gevent]>=23`."""
    return re.split(r"[^\w-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def imported() -> set[str]:
    """The packages, not of Python itself, that some module imports."""
    names: set[str] = set()
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"warmline"}


def test_every_import_is_of_something_asked_for() -> None:
    asked_for = {plain(requirement) for requirement in PROJECT["dependencies"]}
    offered = packages_distributions()

    needed = {plain(offered[name][0]) for name in imported()}

    assert {COMPANIONS.get(name, name) for name in needed} <= asked_for


def test_every_pin_is_checked_by_hash() -> None:
    for name in ("run", "dev"):
        pins = (ROOT / "constraints" / f"{name}.txt").read_text(encoding="utf-8")
        for pin in re.split(r"^(?=[a-z])", pins, flags=re.MULTILINE)[1:]:
            assert "--hash=sha256:" in pin, pin.splitlines()[0]


def test_what_serves_is_pinned_the_same_for_those_who_develop() -> None:
    serving, developing = (
        set(re.findall(r"^([a-z0-9-]+)(?:\[.*?\])?==(\S+)", text, re.MULTILINE))
        for text in (
            (ROOT / "constraints" / f"{name}.txt").read_text(encoding="utf-8")
            for name in ("run", "dev")
        )
    )

    assert serving <= developing
