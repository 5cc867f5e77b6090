"""Many at once: threads that start together, and what everyone heard afterwards."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from tests.stories.line import MAIN, Line
from warmline.flows.desk import Desk
from warmline.flows.inbox import read_inbox
from warmline.ids import CallerKey, MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.simulator.handset import Phone

T = TypeVar("T")
_sids = itertools.count(1)


def at_once(*acts: Callable[[], T]) -> list[T]:
    """Start all together; what each gave. The first failure is raised."""
    barrier = threading.Barrier(len(acts))

    def start(act: Callable[[], T]) -> T:
        barrier.wait(10)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [running.result(60) for running in [pool.submit(start, act) for act in acts]]


def writes(line: Line, phone: Phone, body: str, *, to: str = MAIN) -> Callable[[], None]:
    """A text of this phone lies in its inbox; what reads it."""
    number = PhoneNumber(phone.number)
    key = line.desk.store.people.key_of(number)
    sid = MessageSid(f"SM{next(_sids):032x}")
    text = Arrived(sid, number, PhoneNumber(to), body)
    assert line.desk.store.texts.receive(text, key, now=line.now())
    return lambda: read_inbox(line.desk, key)


def key_of(line: Line, phone: Phone) -> CallerKey:
    return line.desk.store.people.key_of(PhoneNumber(phone.number))


def hears(line: Line, phone: Phone) -> list[str]:
    """Everything that came to this phone since it was last asked."""
    line.settles()
    return [phone.expects().body for _ in phone.waiting()]


def quiet(desk: Desk) -> Desk:
    """The same desk, whose texts wait in their lanes until somebody looks."""
    return replace(desk, hand_over=lambda _: None)


def journal(line: Line, event: str) -> int:
    """How often something happened."""
    entries = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    return sum(fields.get("event") == event for _, fields in entries)
