"""A whole line in processes of its own, beside an exchange, with all that it writes to its logs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.cli.running import environment, until
from tests.ports import a_free_port
from warmline.embedded import EmbeddedRedis
from warmline.simulator.account import Account
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets
from warmline.simulator.server import ExchangeServer
from warmline.store.store import Store, open_store

NUMBERS = ("+15550100001", "+15550100002")
SID, TOKEN, KEY = "AC" + "0" * 32, "token-for-a-whole-line", "a-key-for-a-whole-line"


class Whole:
    """A running line."""

    def __init__(self, folder: Path, environ: dict[str, str], phones: Handsets) -> None:
        self.environ, self.phones, self.log = environ, phones, folder / "log"
        self.said = folder / "said"
        self.web = environ["WARMLINE_PUBLIC_URL"]
        with self.log.open("w") as log, self.said.open("w") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "warmline", "up"], env=environ, stdout=said, stderr=log
            )

    def is_up(self) -> bool:
        return "Warmline is up" in self.said.read_text()

    def store(self) -> Store:
        url = EmbeddedRedis(Path(self.environ["WARMLINE_DATA_DIR"])).url
        return open_store(url, line="main", secrets=(KEY,))

    def lines(self) -> list[Any]:
        """The log, each line read as JSON."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").split("\n")[:-1]]

    def events(self) -> set[str]:
        return {line["event"] for line in self.lines()}

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(timeout=30)


@contextmanager
def whole(folder: Path) -> Iterator[Whole]:
    """`warmline up` with everything there is, until the end of the test."""
    port = a_free_port()
    web = f"http://127.0.0.1:{port}"
    setup = Setup(numbers=NUMBERS, rate=0, seed=7, sms_url=f"{web}/webhooks/sms")
    with ExchangeServer(Account(SID, TOKEN), setup) as exchange:
        environ = environment(
            TWILIO_ACCOUNT_SID=SID,
            TWILIO_AUTH_TOKEN=TOKEN,
            TWILIO_API_BASE_URL=exchange.url,
            WARMLINE_PUBLIC_URL=web,
            WARMLINE_NUMBERS=",".join(NUMBERS),
            WARMLINE_SECRET_KEYS=KEY,
            WARMLINE_CRISIS_LINES_CONFIRMED="US",
            WARMLINE_DATA_DIR=str(folder / "data"),
            PORT=str(port),
        )
        phones = Handsets(exchange.url, patience=15)
        running = Whole(folder, environ, phones)
        try:
            until(running.is_up, "the line to be up", seconds=40)
            yield running
        finally:
            running.stop()
            phones.close()
