"""Phones and clocks while nothing here can be settled: Redis is away, or nobody works behind the web process."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling

PROVIDER_WAITS = 15  # seconds for an answer to its webhook


def comes(line: Line, happened: Callable[[], bool]) -> None:
    """Nothing can be settled while Redis is away: let time pass until it is so."""
    deadline = time.monotonic() + PROVIDER_WAITS
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)
        line.it_is(line.now() + timedelta(seconds=0.05))


def seen(phone: Phone) -> dict[str, Any]:
    """The phone as it is at this moment."""
    return dict(phone.exchange.get(f"handsets/{quote(phone.number)}/calls", after=0))


def heard(phone: Phone) -> str:
    return " ".join(entry["words"] for entry in seen(phone)["heard"])


def is_with(phone: Phone, other: str) -> bool:
    return any(other == one["number"] for call in seen(phone)["calls"] for one in call["with"])


def while_it_is_away(line: Line, **time_passes: float) -> None:
    """The clocks go on, second by second, and nobody here can look at anything."""
    for _ in range(int(timedelta(**time_passes).total_seconds())):
        line.it_is(line.now() + timedelta(seconds=1))
        time.sleep(0.05)


def phones(line: Line, caller: Phone) -> Calling:
    """The caller phones the line, and nobody waits for anything to come to rest."""
    said = {"from": caller.number, "to": MAIN}
    sid = str(line.phones.call("POST", "calls", json=said)["sid"])
    return caller.callings.setdefault(sid, Calling(caller, sid))
