"""What happens in a call, told as a course of steps that waits and can be interrupted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from warmline.simulator.agenda import Plan

if TYPE_CHECKING:
    from warmline.simulator.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wait:
    """Let time pass on the exchange's clock; gives the key that was pressed, or None when it is over."""

    seconds: float | None = None  # None: until something interrupts
    keys: bool = False  # False: keys pressed meanwhile are lost


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that takes real time, such as asking a server; gives what `run` gives."""

    run: Callable[[], Any]


Course = Generator[Wait | Errand, Any, T]


class Interruption(Exception):  # noqa: N818  (not an error: something happened meanwhile)
    """What happens to a course from outside while it waits: always, or only where it heeds that."""

    always = False


class Strand:
    """Drives one course. All of it happens in turns of the switchboard."""

    def __init__(self, board: Switchboard, name: str, course: Course[None]) -> None:
        self.is_over = False
        self._heeds: list[tuple[type[Interruption], object]] = []
        self.listening: Callable[[], None] | None = None  # told when keys begin to count
        self._board = board
        self._name = name
        self._course = course
        self._step = 0
        self._wants_keys = False
        self._plan: Plan | None = None

    def begin(self) -> None:
        self._board.soon(partial(self._go, partial(self._course.send, None)))

    def interrupt(self, why: Interruption) -> None:
        """Let `why` happen to the course, after all that is happening now, if it still matters then."""
        self._board.soon(partial(self._befall, why))

    def press(self, key: str) -> None:
        """A key was pressed; it is lost if nobody listens."""
        self._board.soon(partial(self._press, key))

    @contextmanager
    def heeding(self, *kinds: type[Interruption], of: object = None) -> Iterator[None]:
        """Within this, such things (if they come from `of`) are told to the course; else they are too late."""
        heeded = [(kind, of) for kind in kinds]
        self._heeds.extend(heeded)
        try:
            yield
        finally:
            for one in heeded:
                self._heeds.remove(one)

    def drop(self) -> None:
        """Forget the course where it is."""
        self.is_over = True
        self._course.close()

    def _befall(self, why: Interruption) -> None:
        if why.always or any(
            type(why) is kind and (of is None or getattr(why, "by", None) is of)
            for kind, of in self._heeds
        ):
            self._go(partial(self._course.throw, why))

    def _press(self, key: str) -> None:
        if self._wants_keys:
            self._go(partial(self._course.send, key))

    def _go(self, move: Callable[[], Wait | Errand]) -> None:
        if self.is_over:
            return
        self._step += 1
        self._wants_keys = False
        if self._plan:
            self._plan.call_off()
            self._plan = None
        try:
            step = move()
        except StopIteration:
            self.is_over = True
        except Exception:  # nothing that happens to a call may end it unforeseen
            self.is_over = True
            log.exception("the course of a call failed")
        else:
            self._rest(step)

    def _rest(self, step: Wait | Errand) -> None:
        if isinstance(step, Errand):
            lane = "errand", self._name, self._step  # one that was overtaken holds nobody up
            self._board.lanes.put(lane, partial(self._run, step, self._step))
            return
        self._wants_keys = step.keys
        if step.seconds is not None:
            time_is_up = partial(self._go, partial(self._course.send, None))
            self._plan = self._board.later(step.seconds, time_is_up)
        if step.keys and self.listening:
            self._board.soon(self.listening)

    def _run(self, errand: Errand, step: int) -> None:
        result = errand.run()
        with self._board.turn():
            if step == self._step:
                self._go(partial(self._course.send, result))
