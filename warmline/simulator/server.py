"""An exchange that listens: start it in a test or in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from warmline.clock import Clock, RealClock
from warmline.simulator.account import Account
from warmline.simulator.app import create_app
from warmline.simulator.exchange import Exchange, Setup
from warmline.simulator.page.cast import DEFAULT, Person
from warmline.simulator.wire import WireServer

LOOPBACK = "127.0.0.1"


class ExchangeServer:
    """An exchange with its HTTP server. `start` it, ask it at `url`, `stop` it."""

    def __init__(
        self,
        account: Account,
        setup: Setup,
        *,
        clock: Clock | None = None,
        host: str = LOOPBACK,
        port: int = 0,
        people: Sequence[Person] = DEFAULT,
    ) -> None:
        self.exchange = Exchange(account, clock or RealClock(), setup)
        self._server = WireServer((host, port), create_app(self.exchange, people))
        self.exchange.url = f"http://{host}:{self._server.port}"

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return self.exchange.url

    def start(self) -> Self:
        """Begin to listen and to work; returns at once."""
        self.exchange.start()
        self._server.start()
        return self

    def stop(self) -> None:
        """Hang up on everybody and stop."""
        self.exchange.stop()
        self._server.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
