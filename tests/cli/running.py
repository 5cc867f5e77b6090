"""Running `warmline` in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType
from typing import Self

WITHOUT_ENCODER = Path(__file__).parents[1] / "without_encoder"
NAMES_OF_OURS = ("WARMLINE_", "TWILIO_", "REDIS_URL", "HOST", "PORT")


def environment(**ours: str) -> dict[str, str]:
    """This process's environment with exactly these settings of ours."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(NAMES_OF_OURS)}
    return {**rest, "PYTHONPATH": str(WITHOUT_ENCODER), **ours}


def a_line(data_dir: Path, port: int) -> dict[str, str]:
    """Settings that are enough to start; its provider is a port where nobody listens."""
    return environment(
        TWILIO_ACCOUNT_SID="AC" + "0" * 32,
        TWILIO_AUTH_TOKEN="made-up",
        TWILIO_API_BASE_URL="http://127.0.0.1:9",
        WARMLINE_PUBLIC_URL=f"http://127.0.0.1:{port}",
        WARMLINE_NUMBERS="+15550100001",
        WARMLINE_DATA_DIR=str(data_dir),
        PORT=str(port),
    )


def warmline(*arguments: str, environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "warmline", *arguments],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


class Running:
    """A `warmline up` of the test's own."""

    def __init__(self, data_dir: Path, port: int) -> None:
        self._data_dir, self._port = data_dir, port
        self._said = data_dir.with_suffix(".said")
        with self._said.open("w") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "warmline", "up"],
                env=a_line(data_dir, port),
                stdout=said,
                stderr=subprocess.DEVNULL,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.tell(signal.SIGINT)
        self.tell(signal.SIGINT)
        self.exit_code()

    def said(self) -> str:
        return self._said.read_text()

    def is_up(self) -> bool:
        return "Warmline is up" in self.said()

    def pids(self) -> dict[str, int]:
        found: dict[str, int] = json.loads((self._data_dir / "processes.json").read_text())
        return found

    def is_ready(self) -> bool:
        """Does it answer that it can take texts?"""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=1)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def tell(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def exit_code(self) -> int:
        return self._process.wait(timeout=30)


def until(it_is_so: Callable[[], bool], what: str, *, seconds: float = 20) -> None:
    """Wait for it."""
    deadline = time.monotonic() + seconds
    while not it_is_so():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.01)
