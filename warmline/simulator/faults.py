"""What goes wrong on purpose, by chance that a seed repeats."""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Each names where it strikes and what it does; `ms` and `status` say how much."""

    WEBHOOK_LOSE = "webhook_lose"  # never sent: only the message list knows of the text
    WEBHOOK_DUPLICATE = "webhook_duplicate"  # sent twice
    WEBHOOK_DELAY = "webhook_delay"  # comes `ms` later, and what follows waits behind it
    WEBHOOK_REORDER = "webhook_reorder"  # comes `ms` later, and what follows overtakes it
    CALLBACK_LOSE = "callback_lose"
    CALLBACK_DUPLICATE = "callback_duplicate"
    CALLBACK_REORDER = "callback_reorder"  # comes `ms` later, after what should follow it
    REST_REFUSE = "rest_refuse"  # closed without an answer, and nothing done
    REST_TIMEOUT = "rest_timeout"  # done, but no answer: closed after `ms`
    REST_ERROR = "rest_error"  # `status` (500) and nothing done
    REST_BUSY = "rest_busy"  # 429 and nothing done
    REST_SLOW = "rest_slow"  # answers after `ms`
    LIST_LAG = "list_lag"  # a new message is in lists only after `ms`


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong with a probability, at most `count` times."""

    kind: Kind
    id: int = 0
    probability: float = 1.0
    count: int | None = None  # how many times it may still strike; None is for ever
    number: str | None = None  # only texts from or to this number
    operation: str | None = None  # such as create, or calls.create; None is every one
    ms: int = 1000
    status: int = 500
    struck: int = 0

    def concerns(self, kind: Kind, numbers: tuple[str, ...], operation: str | None) -> bool:
        """Whether it could strike here."""
        return (
            self.kind is kind
            and self.count != 0
            and (self.number is None or self.number in numbers)
            and (self.operation is None or self.operation in _names(operation))
        )


def _names(operation: str | None) -> tuple[str, ...]:
    """What an operation may be called: `calls.create` is also simply `create`."""
    return (operation, operation.rpartition(".")[2]) if operation else ()


class Faults:
    """The faults switched on now."""

    def __init__(self, seed: int, tell: Callable[[Fault], None]) -> None:
        self._seed = seed
        self._chance = random.Random(seed)  # noqa: S311  (repeatable, not secret)
        self._faults: list[Fault] = []
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._tell = tell

    def strike(self, kind: Kind, *numbers: str, operation: str | None = None) -> Fault | None:
        """The fault that strikes here and now, if one does; it counts as struck."""
        if not self._faults:
            return None
        with self._lock:
            for fault in self._faults:
                if not fault.concerns(kind, numbers, operation):
                    continue
                if self._chance.random() >= fault.probability:
                    continue
                fault.struck += 1
                if fault.count is not None:
                    fault.count -= 1
                break
            else:
                return None
        self._tell(fault)
        return fault

    def add(self, fault: Fault) -> Fault:
        fault.id = next(self._ids)
        with self._lock:
            self._faults = [*self._faults, fault]
        return fault

    def remove(self, fault_id: int) -> None:
        with self._lock:
            self._faults = [fault for fault in self._faults if fault.id != fault_id]

    def all(self) -> list[Fault]:
        return list(self._faults)

    def clear(self) -> None:
        """Switch all off, and begin the seed's chances anew."""
        with self._lock:
            self._faults = []
            self._chance.seed(self._seed)
