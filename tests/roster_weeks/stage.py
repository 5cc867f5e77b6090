"""The line that the weeks are played on: real Redis, real HTTP both ways, the simulated exchange, a clock that jumps.

It is the line of the stories (tests/stories/line.py); what is added steps through weeks and looks at what was seen.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.serving import make_server

from tests.stories.clocks import StillClock
from tests.stories.line import MAIN, SECRET, Line
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.flows.look import look
from warmline.flows.sweep import sweep
from warmline.safety import reading
from warmline.safety.model import by_table
from warmline.simulator.account import Account
from warmline.simulator.exchange import Setup
from warmline.simulator.server import ExchangeServer

SID, TOKEN = "AC" + "0" * 32, "token-for-weeks"
# between two readings of the provider's list; nothing goes missing here
SELDOM = timedelta(hours=12)


class _AfterOneTurn(threading.Event):
    """Is set when it is asked for the second time."""

    def is_set(self) -> bool:
        before = super().is_set()
        self.set()
        return before


class WeeksLine(Line):
    """A line of the stories that steps from moment to moment."""

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
    clock = StillClock(place / "clock")
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
        desk = wiring.desk_of(read, store=store, hand_over=lambda key: look(desk, key), clock=clock)
        desk = replace(desk, read=partial(reading.read, by=by_table()))  # weeks of texts, sooner
        web.app = create_app(desk, wiring.signatures_of(read))
        there = WeeksLine(desk, clock, exchange)
        stack.callback(there.phones.close)
        yield there
