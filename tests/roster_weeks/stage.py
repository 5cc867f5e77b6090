"""The line that the weeks are played on: real Redis, real HTTP both ways, the simulated exchange, a clock that jumps.

It is the line of the stories (tests/stories/line.py), with a quicker way of coming to rest: weeks have more than ten
thousand moments, and at most of them one look is all that there is to do.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.serving import make_server

from tests.stories.line import MAIN, SECRET, Line
from warmline import wiring
from warmline.app import create_app
from warmline.clock import SharedClock
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.flows.look import look
from warmline.flows.sweep import sweep, sweep_once
from warmline.simulator.account import Account
from warmline.simulator.exchange import Setup
from warmline.simulator.server import ExchangeServer

SID, TOKEN = "AC" + "0" * 32, "token-for-weeks"
TURNS = 20_000  # many of them a millisecond; a line that never rests is a fault
# between two readings of the provider's list; nothing goes missing here
SELDOM = timedelta(hours=12)


class _AfterOneTurn(threading.Event):
    """Is set when it is asked for the second time."""

    def is_set(self) -> bool:
        before = super().is_set()
        self.set()
        return before


class WeeksLine(Line):
    """A line of the stories that wastes no time on a bell that nobody rings."""

    def settles(self) -> None:
        """Let everything that is due happen, here and at the exchange."""
        schedule, store = self.desk.store.schedule, self.desk.store
        for _ in range(TURNS):
            idle = self._exchange.exchange.is_idle()  # asked first, as stories do
            if store.connection.llen(store.keys.bell()):
                sweep_once(self.desk, self._look, longest=0.01)
            elif due := schedule.take_due(self.now()):  # as the sweep does, without a wait
                self._look(due)
            elif idle:
                return
            else:
                time.sleep(0.001)  # for the exchange's own threads
        raise AssertionError("the line does not come to rest")

    def starts(self) -> None:
        """What a sweep does when it starts, up to its first turn."""
        sweep(self.desk, self._look, _AfterOneTurn())
        self.settles()

    def events(self, after: int) -> list[dict[str, Any]]:
        """What was seen on phones since the event of this number."""
        return self._exchange.exchange.events.after(after)

    def next_moment(self) -> datetime | None:
        """When the line itself has something to do next."""
        return self.desk.store.schedule.next_moment()

    def phones_next(self) -> datetime | None:
        """When the exchange itself has something to do next."""
        return self._exchange.exchange.agenda.next_at()

    def jumps_to(self, moment: datetime) -> None:
        """Make it `moment`, if it is not later already."""
        if moment > self.now():
            self._clock.jump_to(moment)


@contextmanager
def line(place: Path, begins: datetime, **settings: str) -> Iterator[WeeksLine]:
    """A line whose clock stands at `begins`; its data go into `place`."""
    clock = SharedClock(place / "clock")
    clock.jump_to(begins)
    web = make_server("127.0.0.1", 0, Flask(__name__), threaded=True)  # port 0: any that is free
    url = f"http://127.0.0.1:{web.server_port}"
    setup = Setup(numbers=(MAIN,), rate=0, seed=7, sms_url=f"{url}/webhooks/sms", loop_limit=0)
    with ExitStack() as stack:
        redis_url = stack.enter_context(EmbeddedRedis(place / "redis").running())
        threading.Thread(target=web.serve_forever, daemon=True).start()
        stack.callback(web.server_close)
        stack.callback(web.shutdown)
        exchange = stack.enter_context(ExchangeServer(Account(SID, TOKEN), setup, clock=clock))
        environ = {
            "REDIS_URL": redis_url,
            "TWILIO_ACCOUNT_SID": SID,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_API_BASE_URL": exchange.url,
            "WARMLINE_PUBLIC_URL": url,
            "WARMLINE_NUMBERS": MAIN,
            "WARMLINE_SECRET_KEYS": SECRET,
            "WARMLINE_NAME": "Maple Line",
            "WARMLINE_LANGUAGES": "en,es",
            "WARMLINE_CRISIS_LINES_CONFIRMED": "US",
            "WARMLINE_RECONCILE_SECONDS": str(SELDOM // timedelta(seconds=1)),
        } | settings
        read = Settings.read(environ)
        store = wiring.store_of(read)
        stack.callback(store.connection.close)
        store.connection.config_set("hz", 500)  # ends a short wait for the bell on time
        desk = wiring.desk_of(read, store=store, hand_over=lambda key: look(desk, key), clock=clock)
        web.app = create_app(desk, wiring.signatures_of(read))
        there = WeeksLine(desk, clock, exchange)
        stack.callback(there.phones.close)
        yield there
