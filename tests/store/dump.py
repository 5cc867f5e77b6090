"""All that a Redis holds, in a form that two moments can be compared in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from warmline.store.vault import Vault

_SEALED = re.compile(r"(\d+\.\d+[|<])?([0-9a-f]{6}\.[A-Za-z0-9_=-]{38,})")  # after a place or not

Dump = Mapping[str, Any]


def dump(connection: Any, vault: Vault, prefix: str) -> Dump:
    """Every key, without its line's prefix, and its value; sealed values are shown open."""

    def opened(value: str) -> str:
        found = _SEALED.fullmatch(value)
        return (found[1] or "") + vault.open(found[2]) if found else value

    readers: dict[str, Callable[[str], Any]] = {
        "string": lambda key: opened(connection.get(key)),
        "hash": lambda key: {n: opened(v) for n, v in connection.hgetall(key).items()},
        "list": lambda key: [opened(value) for value in connection.lrange(key, 0, -1)],
        "set": lambda key: set(connection.smembers(key)),
        "zset": lambda key: {
            name.removeprefix(prefix): int(score) if score < float("inf") else "inf"
            for name, score in connection.zrange(key, 0, -1, withscores=True)
        },
        "stream": lambda key: [
            {name: value for name, value in entry.items() if name != "at"}
            for _, entry in connection.xrange(key)
        ],
    }
    return {
        key.removeprefix(prefix): readers[connection.type(key)](key)
        for key in sorted(connection.scan_iter(count=1000))
    }


def difference(before: Dump, after: Dump) -> dict[str, Any]:
    """What changed, by key: of a hash or zset the fields (None: gone), of a stream what came, else the new value."""
    changed: dict[str, Any] = {}
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        if isinstance(was or now, dict):
            was, now = was or {}, now or {}
            changed[key] = {
                name: now.get(name) for name in {*was, *now} if was.get(name) != now.get(name)
            }
        elif key == "journal":
            changed[key] = list(now or [])[len(was or []) :]
        else:
            changed[key] = now
    return changed
