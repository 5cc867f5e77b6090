"""A script's words are the same in its header, in the Python around it and in the tests; Redis 6.2 knows all it asks."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, modules, scripts
from tests.house.test_lua import GIVEN, PRELUDE, TRANSITIONS, header, name, promised
from tests.store.test_refusals import GONE, MOVED

SHOWN = re.compile(r"@shows\(([^)]*)\)")
CALLED = re.compile(r'redis\.p?call\("(\w+)"')

# Every command that the line may use, all of them older than Redis 6.2 or of that version.
KNOWN_TO_6_2 = frozenset(
    "BLPOP CONFIG DEL EXISTS EXPIRE GET HDEL HEXISTS HGET HGETALL HINCRBY HKEYS HLEN HMGET HSET HSETNX HVALS INCR INFO LINDEX LLEN "
    "LPOP LRANGE LREM LTRIM PERSIST PING RPUSH SADD SCARD SET SISMEMBER SMEMBERS SREM XADD XLEN XRANGE XREVRANGE ZADD "
    "ZCARD ZCOUNT ZRANGE ZRANGEBYSCORE ZREM ZRANK ZREMRANGEBYSCORE ZSCORE".split()
)
# Options that came later, where the command itself is old (redis.io, "History" of each command).
TOO_NEW = (
    r'"EXPIRE(AT)?"[^\n]*"(NX|XX|GT|LT)"',
    r'"SET"[^\n]*"NX"[^\n]*"GET"',
    r"\.expire(at)?\([^)]*\b(nx|xx|gt|lt)=",
    r"\.set\([^)]*\bnx=[^)]*\bget=",
)
COMMANDS = {"DELETE": "DEL", "CONFIG_GET": "CONFIG"}  # where the client has another name for it
CLIENTS = re.compile(r"^(self\._redis|self\.connection|pipe|connection)\b")
OF_DUTY = {"inf", "off"}  # what a parameter of Roster.keep may be
NOT_COMMANDS = {"close", "execute", "pipeline", "register_script"}


def given(path: Path) -> set[str]:
    """The words that a script's own code gives."""
    text = path.read_text(encoding="utf-8")
    return set(GIVEN.findall(text.removeprefix(header(text))))


@cache  # a second for the whole package
def functions() -> list[tuple[ast.FunctionDef, frozenset[object]]]:
    """Every function of the package, and the constants in it."""
    return [
        (node, frozenset(part.value for part in ast.walk(node) if isinstance(part, ast.Constant)))
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


def wrappers(script: str) -> list[ast.FunctionDef]:
    """The functions that run a script."""
    return [function for function, constants in functions() if script in constants]


@pytest.mark.parametrize("path", TRANSITIONS, ids=name)
def test_whoever_runs_a_script_says_which_words_it_gives(path: Path) -> None:
    found = wrappers(path.stem)
    assert found
    allowed = promised(path.read_text("utf-8")) | promised(PRELUDE.read_text("utf-8"))
    for wrapper in found:
        if wrapper.returns is None or ast.unparse(wrapper.returns) not in {"str", "Lease"}:
            continue  # it turns the words into something else
        told = set(re.findall(r'"(\w+)"', ast.get_docstring(wrapper) or "")) - OF_DUTY
        assert given(path) <= told | {"moved", "gone"}
        assert told <= allowed


def test_every_word_of_every_script_is_shown_by_a_test() -> None:
    shown: dict[str, set[str]] = {}
    for file in sorted((ROOT / "tests" / "store").glob("test_*.py")):
        for marks in SHOWN.findall(file.read_text(encoding="utf-8")):
            script, *words = re.findall(r'"(\w+)"', marks)
            shown.setdefault(script, set()).update(words)
    for script in MOVED:
        shown.setdefault(script, set()).add("moved")
    for script in GONE:
        shown.setdefault(script, set()).add("gone")

    unshown = {
        path.stem: sorted(missing)
        for path in TRANSITIONS
        if (missing := promised(path.read_text("utf-8")) - shown.get(path.stem, set()))
    }
    assert unshown == {}
    assert {path.stem for path in TRANSITIONS} == shown.keys()


@pytest.mark.parametrize("path", scripts(), ids=name)
def test_a_script_asks_only_what_redis_6_2_knows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(CALLED.findall(text)) <= KNOWN_TO_6_2
    assert [option for option in TOO_NEW if re.search(option, text)] == []


def test_the_store_asks_only_what_redis_6_2_knows() -> None:
    asked: set[str] = set()
    for module in modules():
        text = module.read_text(encoding="utf-8")
        if ROOT / "warmline" / "store" not in module.parents:
            continue
        assert [option for option in TOO_NEW if re.search(option, text)] == []
        for node in ast.walk(ast.parse(text)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and CLIENTS.match(ast.unparse(node.func.value))
            ):
                asked.add(node.func.attr)
    assert {COMMANDS.get(c.upper(), c.upper()) for c in asked - NOT_COMMANDS} <= KNOWN_TO_6_2
    assert "BLPOP" in KNOWN_TO_6_2
    assert "blpop" in asked


@pytest.mark.skipif(shutil.which("luacheck") is None, reason="there is no luacheck here")
def test_luacheck_has_nothing_to_say() -> None:
    checked = subprocess.run(
        ["luacheck", "--quiet", "--no-color", "warmline"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
