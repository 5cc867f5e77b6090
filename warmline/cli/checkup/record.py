"""Is Redis fit to be the record, and is what it holds readable by us and by nobody else?"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from warmline.cli import secret_keys
from warmline.cli.checkup.finding import Finding, advice, fine, mend
from warmline.config import Settings
from warmline.errors import PermanentError, TransientError
from warmline.flows.desk import Desk
from warmline.phone import PhoneNumber

OLDEST = (6, 2)
_PROBE = PhoneNumber("+15550100")  # belongs to nobody
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def look(desk: Desk, settings: Settings, *, embedded: bool) -> Iterator[Finding]:
    try:
        yield from _redis(desk)
        yield from _seals(desk)
    except TransientError as away:
        yield mend("Redis", str(away), "Start it, or correct REDIS_URL.")
    yield from _files(settings.data_dir, embedded=embedded)


def _redis(desk: Desk) -> Iterator[Finding]:
    version = desk.store.version()
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < OLDEST:
        yield mend("Redis", f"is {version}", "Use Redis 6.2 or later, or Valkey.")
    else:
        yield fine("Redis", f"answers, and speaks as {version}")
    faults = desk.store.durability()
    for fault in faults:
        how, _, do = fault.partition(": ")
        yield mend("durability", how, do)
    match desk.store.fsync():
        case "always":
            if not faults:
                yield fine("durability", "what was answered for is on the disk")
        case None:
            yield advice(
                "durability",
                "Redis does not say when it writes to its disk",
                "See in its settings that appendfsync is always.",
            )
        case other:
            yield mend(
                "durability",
                f"appendfsync is {other}: the last second may be lost with the machine",
                "Set appendfsync always in Redis.",
            )


def _seals(desk: Desk) -> Iterator[Finding]:
    what = "secret keys"
    try:
        desk.store.people.key_of(_PROBE)
        desk.store.roster.get_all(desk.store.roster.all_ids())
    except PermanentError as sealed:
        do = "Put the key that was first before back into WARMLINE_SECRET_KEYS, behind the new one."
        yield mend(what, str(sealed), do)
    else:
        yield fine(what, "open what is kept")


def _files(data_dir: Path, *, embedded: bool) -> Iterator[Finding]:
    paths = [secret_keys.find(data_dir), data_dir / "redis" if embedded else None]
    there = [path for path in paths if path and path.exists()]
    open_ones = [path.name for path in there if path.stat().st_mode & _OTHERS]
    for name in open_ones:
        yield mend(
            "data directory",
            f"others on this machine may look into {name}",
            f"chmod go-rwx on {name} in WARMLINE_DATA_DIR.",
        )
    if there and not open_ones:
        yield fine("data directory", "is open to its owner only")
