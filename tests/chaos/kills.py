"""Who is killed where, one after another, while everybody talks."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from tests.chaos.rig import WORKERS, Rig, kill
from warmline.rehearsal import STEPS

PROCESSES = ("web", "worker", "sweep", "redis")
WHOLE_LINE = "supervisor"
ANY_MOMENT = "any moment"
USUAL = tuple(step for step in STEPS if step not in {"asked", "reconciled", "message_deleted"})
OF_CALLS = frozenset(
    {
        "call_received", "leg_leased", "leg_placed", "leg_noted", "leg_told", "key_pressed",
        "call_answered", "leg_obeyed", "page_raised", "menu_pressed", "announced", "outside_told",
        "phone_pressed", "peer_knows", "listens", "message_kept", "message_deleted",
    }
)  # fmt: skip
WHERE = {  # which process comes by each step
    "arrived": "web",
    "received": "web",
    "called_back": "web",
    "rung": "sweep",
    "queued": "sweep",
    "call_received": "web",
    "key_pressed": "web",
    "call_answered": "web",
    "leg_told": "web",
    "menu_pressed": "web",
    "outside_told": "web",
    "phone_pressed": "web",
    "peer_knows": "web",
    "listens": "web",
    "message_kept": "web",
}
NOT_REACHED_SECONDS = 6.0
RARELY_REACHED_SECONDS = 30.0  # what people do on the phone comes by more seldom
TRIES = 3
SEEN_AFTER = 0.1  # seconds; a process that was just killed may still look alive


@dataclass(slots=True)
class Kill:
    """One process that was killed, and when the line was whole again."""

    step: str
    process: str
    at: float = 0.0
    whole_at: float = 0.0
    worst: float = 0.0  # seconds from then until the last text sent before was out
    tries: int = 0


class Phase(Enum):
    RESTING = auto()
    ARMED = auto()
    DOWN = auto()


def plan(
    kills: int,
    *,
    rare: bool,
    calls: bool = True,
    only: Sequence[str] = (),
    chance: random.Random,
) -> list[Kill]:
    """Every step with every process, evenly, and some at any moment; in no order. Unless `rare`, those of calls with two each."""
    known = only or (STEPS if rare else USUAL)
    steps = [step for step in known if calls or step not in OF_CALLS]
    matrix = [
        Kill(step, process)
        for step in steps
        for process in PROCESSES
        if rare or step not in OF_CALLS or process in {WHERE.get(step, "worker"), "redis"}
    ]
    others = () if only else (*PROCESSES, WHOLE_LINE)
    loose = [Kill(ANY_MOMENT, process) for process in others]
    round_of_all = [*matrix, *loose]
    planned: list[Kill] = []
    while len(planned) < kills:
        chance.shuffle(round_of_all)
        planned += [Kill(kill.step, kill.process) for kill in round_of_all]
    return planned


@dataclass(slots=True)
class Killer:
    """Takes one step at each `turn`; `is_calm` says whether every text sent before a moment is out."""

    rig: Rig
    planned: list[Kill]
    chance: random.Random
    patience: Sequence[
        float
    ]  # seconds that it waits for calm before it strikes again, one of these
    done: list[Kill] = field(default_factory=list)
    given_up: list[Kill] = field(default_factory=list)
    outages: list[tuple[float, float]] = field(default_factory=list)  # of Redis
    _phase: Phase = Phase.RESTING
    _since: float = 0.0
    _waits: float = 0.0
    _pids: dict[str, int] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        return not self.planned and self._phase is Phase.RESTING

    def turn(self, is_calm: Callable[[float], bool]) -> None:
        match self._phase:
            case Phase.RESTING if self.planned:
                waited = time.time() - self._since > self._waits
                if (waited or is_calm(self._since)) and self.rig.is_whole():
                    self._begin(self.planned[0])
            case Phase.ARMED:
                self._see_whether_taken(self.planned[0])
            case Phase.DOWN:
                self._see_whether_whole(self.planned[0])
            case _:
                pass

    def _begin(self, kill_: Kill) -> None:
        self._pids = self.rig.pids()
        self._since = time.time()
        kill_.tries += 1
        victims = self._victims(kill_)
        if kill_.step == ANY_MOMENT:
            for victim in victims:
                kill(int(victim))
            self._struck(kill_, self._since)
            return
        draft = self.rig.orders / "draft"
        draft.write_text(" ".join(victims), encoding="ascii")
        draft.rename(self.rig.orders / kill_.step)
        self._phase = Phase.ARMED

    def _victims(self, kill_: Kill) -> list[str]:
        """Whom to kill: whoever comes by, where it is their own step, or that process beside it."""
        own = kill_.step != ANY_MOMENT and WHERE.get(kill_.step, "worker") == kill_.process
        if own and self.chance.random() < 0.7:
            return ["self"]
        if kill_.process == "web":
            return [str(-self._pids["web"])]
        if kill_.process == "worker":
            chosen = self.chance.choice(([1], [2], range(1, WORKERS + 1)))
            return [str(self._pids[f"worker-{number}"]) for number in chosen]
        return [str(self._pids[kill_.process])]

    def _see_whether_taken(self, kill_: Kill) -> None:
        for taken in self.rig.orders.glob("*.taken"):
            at = taken.stat().st_ctime  # when it was taken; we may have been busy since
            taken.unlink()
            self._struck(kill_, at)
            return
        patience = RARELY_REACHED_SECONDS if kill_.step in OF_CALLS else NOT_REACHED_SECONDS
        if time.time() - self._since > patience:
            try:
                (self.rig.orders / kill_.step).rename(self.rig.orders / "withdrawn")
            except FileNotFoundError:
                return  # taken at this very moment
            self.planned.pop(0)
            (self.planned if kill_.tries < TRIES else self.given_up).append(kill_)
            self._phase, self._since = Phase.RESTING, time.time()

    def _struck(self, kill_: Kill, at: float) -> None:
        kill_.at = at
        self._phase = Phase.DOWN
        if kill_.process == WHOLE_LINE:
            self.rig.bury_line()
            self.rig.up()

    def _see_whether_whole(self, kill_: Kill) -> None:
        if time.time() - kill_.at < SEEN_AFTER or not self.rig.is_whole():
            return
        kill_.whole_at = time.time()
        if kill_.process in {"redis", WHOLE_LINE}:
            self.outages.append((kill_.at, kill_.whole_at))
        self.done.append(self.planned.pop(0))
        self._waits = self.chance.choice(self.patience)
        self._phase, self._since = Phase.RESTING, time.time()


def by_cell(kills: Sequence[Kill]) -> Iterator[tuple[str, str, list[Kill]]]:
    """The kills of each step and process, in the order in which a text passes the steps."""
    for step in (*STEPS, ANY_MOMENT):
        for process in (*PROCESSES, WHOLE_LINE):
            cell = [kill for kill in kills if (kill.step, kill.process) == (step, process)]
            if cell:
                yield step, process, cell
