"""The processes that are measured: started, looked at, and stopped again."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.store.store import Store, open_store

ROOT = Path(__file__).parents[2]
ACCOUNT, TOKEN = "AC" + "b" * 32, "token-for-the-bench"
NUMBERS = ("+15550100001", "+15550100002", "+15550100003")
PUBLIC_URL = "https://bench.example"
SECRET = "a-key-for-the-bench-only"
START_SECONDS = 30.0


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """The environment of a line: defaults wherever there are any, whatever the caller's own says."""
    data_dir.mkdir(parents=True, exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TWILIO_", "WARMLINE_", "REDIS_URL"))
    }
    return kept | {
        "PYTHONPATH": str(ROOT),
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "WARMLINE_PUBLIC_URL": PUBLIC_URL,
        "WARMLINE_NUMBERS": ",".join(NUMBERS),
        "WARMLINE_DATA_DIR": str(data_dir),
        "WARMLINE_SECRET_KEYS": SECRET,
        **more,
    }


def settings(environ: Mapping[str, str]) -> Settings:
    """What a process in this environment would read."""
    return Settings.read(environ)


@contextmanager
def folder() -> Iterator[Path]:
    """A fresh folder on the checkout's own disk (a temporary one may be in memory, where a sync costs nothing)."""
    place = ROOT / "var" / "bench" / str(os.getpid())
    place.mkdir(parents=True)
    yield place
    shutil.rmtree(place, ignore_errors=True)  # after a failure it stays, with the logs in it


@contextmanager
def redis(data_dir: Path) -> Iterator[tuple[str, Store]]:
    """An embedded Redis as `warmline up` runs it, append-only file synced always, and a store upon it."""
    with EmbeddedRedis(data_dir).running() as url:
        store = open_store(url, line="main", secrets=(SECRET,))
        try:
            yield url, store
        finally:
            store.connection.close()


@contextmanager
def running(
    command: Sequence[str], environ: Mapping[str, str], *, ready: Callable[[], bool]
) -> Iterator[subprocess.Popen[bytes]]:
    """A process and whatever it starts, from when it is ready until the block ends."""
    with Path(environ["WARMLINE_DATA_DIR"], "bench.log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=dict(environ), stdout=log, stderr=log, start_new_session=True
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[2:4]} did not start: {log.name}")
            time.sleep(0.02)
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End it kindly, then for certain, with all that it started."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listening(port: int) -> Callable[[], bool]:
    """Something to ask whether anybody listens there."""

    def ask() -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", port)) == 0

    return ask


def family(pid: int) -> list[int]:
    """A process and all its descendants (Linux only; elsewhere the process alone)."""
    found = [pid]
    for one in found:
        children = Path(f"/proc/{one}/task/{one}/children")
        if children.exists():
            found += [int(child) for child in children.read_text().split()]
    return found


def memory(pid: int) -> tuple[float, float]:
    """MiB resident, and MiB when shared pages are counted once among those who share them."""
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    if not rollup.exists():
        return 0.0, 0.0
    facts = {line.split(":")[0]: line.split() for line in rollup.read_text().splitlines()[1:]}
    return int(facts["Rss"][1]) / 1024, int(facts["Pss"][1]) / 1024


def busy(pid: int) -> float:
    """Seconds of processor time that it has used."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def python(*arguments: str) -> list[str]:
    """A command of this very Python."""
    return [sys.executable, *arguments]
