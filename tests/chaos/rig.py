"""A whole line as `warmline up` runs it, beside an exchange of its own, with a hand on every process."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import requests

from warmline.embedded import EmbeddedRedis
from warmline.simulator.handset import Handsets
from warmline.store.store import Store, open_store

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_ENCODER = ROOT / "tests" / "without_encoder"
SID, TOKEN, KEY = "AC" + "0" * 32, "token-for-chaos", "a-key-for-chaos-only"
NUMBERS = ("+15550100001", "+15550100002", "+15550100003")
WORKERS = 2
START_SECONDS = 60.0
PAGE_REPEAT_SECONDS = 20
RECONCILE_SECONDS = (
    15  # how soon a text is found whose webhook the exchange lost, no kill being about
)


class Rig:
    """Processes by name as the supervisor tells them: redis, web, worker-1, worker-2, sweep."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self.orders = folder / "steps"
        self.orders.mkdir(parents=True)
        self._data = folder / "data"
        self._logs = folder
        self._line: subprocess.Popen[bytes] | None = None
        self._exchange, address = self._start_exchange(port := _free_port(), seed)
        self.handsets = Handsets(address)
        self.environ = self._make_environ(port, address)
        self._redis = EmbeddedRedis(self._data)

    # --- the line

    def up(self) -> None:
        """Start `warmline up`; do not wait for it."""
        with (self._logs / "line.log").open("ab") as log:
            self._line = subprocess.Popen(
                [sys.executable, "-m", "warmline", "up"],
                env=self.environ,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def pids(self) -> dict[str, int]:
        """Who runs, by name; empty while there is no line."""
        try:
            told: dict[str, int] = json.loads((self._data / "processes.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {name: pid for name, pid in told.items() if name != "reaper" and _lives(pid)}

    def is_whole(self) -> bool:
        """Does every process run, and do Redis and the web answer?"""
        return (
            len(self.pids()) == 1 + 3 + WORKERS and self._redis.answers() and self.web_answers()
        )  # the supervisor; redis, web and sweep; the workers

    def redis_answers(self) -> bool:
        return self._redis.answers()

    def web_answers(self) -> bool:
        """Does something listen where webhooks go?"""
        try:
            with socket.create_connection(("127.0.0.1", int(self.environ["PORT"])), timeout=1):
                return True
        except OSError:
            return False

    def wait_until_whole(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self.is_whole():
            if time.monotonic() > deadline:
                raise RuntimeError("the line does not start: see line.log")
            time.sleep(0.05)

    @property
    def command_environ(self) -> Mapping[str, str]:
        """For an operator's command that uses the line's Redis, and starts none where that is away."""
        return {**self.environ, "REDIS_URL": self._redis.url}

    def store(self) -> Store:
        """The line's own store, to put people on the roster and to see what is left at the end."""
        return open_store(self._redis.url, line="main", secrets=(KEY,))

    def recordings(self) -> list[str]:
        """What the exchange keeps of what was said."""
        api = f"{self.environ['TWILIO_API_BASE_URL']}/2010-04-01/Accounts/{SID}/Recordings.json"
        answer = requests.get(api, params={"PageSize": "1000"}, auth=(SID, TOKEN), timeout=10)
        return [str(one["sid"]) for one in answer.json()["recordings"]]

    # --- the end

    def close(self) -> None:
        """End everything, whatever state it is in."""
        if self._line:
            self._line.send_signal(signal.SIGTERM)
            try:
                self._line.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self._line.kill()
                self._line.wait()
        self.handsets.close()
        self._exchange.terminate()
        self._exchange.wait(timeout=20)

    def bury_line(self) -> None:
        """Take leave of a supervisor that was killed."""
        if self._line:
            self._line.wait(timeout=20)

    def _start_exchange(self, port: int, seed: int) -> tuple[subprocess.Popen[str], str]:
        numbers = [word for number in NUMBERS for word in ("--number", number)]
        ours = f"http://127.0.0.1:{port}/webhooks"
        patient = "#ct=2000&rt=4000&rc=2&rp=all"  # as `warmline connect` sets it
        with (self._logs / "exchange.log").open("ab") as log:
            exchange = subprocess.Popen(
                [
                    sys.executable, "-m", "warmline.simulator", "--port", "0",
                    "--account-sid", SID, "--auth-token", TOKEN, "--sms-url", f"{ours}/sms{patient}",
                    "--voice-url", f"{ours}/voice{patient}",
                    "--status-callback", f"{ours}/voice/status",
                    "--calls-per-second", "0",
                    "--rate", "0", "--loop-limit", "0", "--seed", str(seed), *numbers,
                ],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )  # fmt: skip
        assert exchange.stdout
        return exchange, exchange.stdout.readline().strip()

    def _make_environ(self, port: int, exchange: str) -> Mapping[str, str]:
        strange = ("WARMLINE_", "TWILIO_", "REDIS_URL", "RQ_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
        return kept | {
            "PYTHONPATH": str(WITHOUT_ENCODER),
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "TWILIO_ACCOUNT_SID": SID,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_API_BASE_URL": exchange,
            "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "WARMLINE_NUMBERS": ",".join(NUMBERS),
            "WARMLINE_DATA_DIR": str(self._data),
            "WARMLINE_SECRET_KEYS": KEY,
            "WARMLINE_WORKERS": str(WORKERS),
            "WARMLINE_WRAP_UP_SECONDS": "0",
            "WARMLINE_QUIET_HOURS": "0-0",
            "WARMLINE_CRISIS_LINES_CONFIRMED": "US",
            "WARMLINE_FALLBACK_NUMBER": "+15550110999",
            "WARMLINE_LISTENING_IN": "yes",
            "WARMLINE_PAGE_REPEAT_SECONDS": str(PAGE_REPEAT_SECONDS),
            "WARMLINE_RECONCILE_SECONDS": str(RECONCILE_SECONDS),
            "WARMLINE_FAILPOINTS": str(self.orders),
        }


@contextmanager
def rig(folder: Path, *, seed: int) -> Iterator[Rig]:
    """A line and an exchange, and nothing of either left behind."""
    running = Rig(folder, seed=seed)
    try:
        running.up()
        running.wait_until_whole()
        yield running
    finally:
        running.close()


def kill(pid: int) -> None:
    """SIGKILL, to a process or (with a minus sign) to a group."""
    with suppress(ProcessLookupError):
        if pid < 0:
            os.killpg(-pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGKILL)


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
