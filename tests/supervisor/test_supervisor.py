"""Whichever process dies comes back, and none is left behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.supervisor.crew import PATIENCE, Crew, is_alive, until

WORKS = 'echo "$$" >> "$NOTES"; exec sleep 60'
HAS_A_CHILD = 'sleep 60 & echo "$!" >> "$NOTES"; wait'
HAS_A_CHILD_IN_ANOTHER_GROUP = 'set -m; sleep 60 & echo "$!" >> "$NOTES"; wait'
STUBBORN = "trap '' TERM; echo here >> \"$NOTES\"; while :; do sleep 1; done"
NOTES_ITS_END = 'trap \'echo %s-stopped >> "$NOTES"; exit\' TERM; echo %s >> "$NOTES"; while :; do sleep 0.05; done'

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a process of its parent's death"
)

Start = Callable[..., Crew]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    crews: list[Crew] = []

    def start(*stages: dict[str, str], grace: float = 1) -> Crew:
        crews.append(Crew(tmp_path, *stages, grace=grace))
        return crews[-1]

    yield start
    for crew in crews:
        crew.tell(signal.SIGINT)
        crew.tell(signal.SIGINT)
        crew.exit_code()


def numbers(notes: list[str]) -> list[int]:
    return [int(word) for word in notes if word.isdigit()]


def all_gone(*pids: int) -> Callable[[], bool]:
    return lambda: not any(is_alive(pid) for pid in pids)


def some_number_noted(crew: Crew) -> int:
    return until(lambda: numbers(crew.notes.read_text().split()), "a number in the notes")[0]


def test_a_child_that_is_killed_is_back(start: Start) -> None:
    crew = start({"worker": WORKS})
    first = crew.pid("worker")

    for _ in range(3):
        os.kill(first, signal.SIGKILL)
        first = crew.another_pid("worker", than=first)


def test_the_others_go_on_when_one_dies(start: Start) -> None:
    crew = start({"web": WORKS, "worker": WORKS})
    web, worker = crew.pid("web"), crew.pid("worker")

    os.kill(worker, signal.SIGKILL)
    crew.another_pid("worker", than=worker)

    assert crew.pid("web") == web


def test_a_child_that_fails_at_its_start_is_tried_again_but_not_in_a_frenzy(start: Start) -> None:
    crew = start({"broken": 'echo "$$" >> "$NOTES"; exit 3'})

    until(lambda: len(numbers(crew.notes.read_text().split())) >= 3, "three tries")
    time.sleep(2)

    assert len(numbers(crew.notes.read_text().split())) < 10


def test_the_next_stage_waits_until_the_one_before_is_ready(start: Start) -> None:
    slow = 'sleep 0.5; echo store-is-ready >> "$NOTES"; exec sleep 60'
    crew = start({"store": slow}, {"web": 'echo web >> "$NOTES"; exec sleep 60'})

    assert crew.noted("web") == ["store-is-ready", "web"]


def test_when_asked_to_stop_it_stops_the_last_stage_first_and_leaves_in_peace(start: Start) -> None:
    crew = start(
        {"store": NOTES_ITS_END.replace("%s", "store")}, {"web": NOTES_ITS_END.replace("%s", "web")}
    )
    crew.noted("store", "web")
    pids = crew.pids()

    crew.tell(signal.SIGTERM)

    assert crew.exit_code() == 0
    assert [note for note in crew.noted() if "stopped" in note] == ["web-stopped", "store-stopped"]
    assert all_gone(*pids.values())()
    assert crew.pids() == {}


def test_a_child_that_will_not_stop_is_made_to(start: Start) -> None:
    crew = start({"stubborn": STUBBORN})
    crew.noted("here")
    pid = crew.pid("stubborn")

    crew.tell(signal.SIGTERM)

    assert crew.exit_code() == 0
    assert not is_alive(pid)


def test_asked_twice_it_makes_haste(start: Start) -> None:
    crew = start({"stubborn": STUBBORN}, grace=PATIENCE * 2)
    crew.noted("here")

    crew.tell(signal.SIGINT)
    time.sleep(0.1)
    crew.tell(signal.SIGINT)

    assert crew.exit_code() == 0  # or else it would still wait


@pytest.mark.parametrize(
    "script", [HAS_A_CHILD, HAS_A_CHILD_IN_ANOTHER_GROUP], ids=["same group", "another group"]
)
def test_when_it_is_killed_nobody_stays_behind(start: Start, script: str) -> None:
    crew = start({"store": WORKS}, {"web": script, "stubborn": STUBBORN})
    crew.noted("here")
    grandchildren = until(lambda: numbers(crew.notes.read_text().split()), "the grandchild")
    pids = crew.pids()

    crew.tell(signal.SIGKILL)

    until(all_gone(*pids.values(), *grandchildren), "everyone to be gone")


def test_its_reaper_may_be_killed_too_and_is_replaced(start: Start) -> None:
    crew = start({"stubborn": STUBBORN})
    crew.noted("here")
    stubborn, reaper = crew.pid("stubborn"), crew.pid("reaper")

    os.kill(reaper, signal.SIGKILL)
    another = crew.another_pid("reaper", than=reaper)
    crew.tell(signal.SIGKILL)

    until(all_gone(stubborn, another), "everyone to be gone")


@linux_only
def test_even_when_it_and_its_reaper_are_killed_at_once_the_children_are_told(start: Start) -> None:
    crew = start({"worker": WORKS})
    worker, reaper = crew.pid("worker"), crew.pid("reaper")

    crew.tell(signal.SIGSTOP)
    os.kill(reaper, signal.SIGKILL)
    crew.tell(signal.SIGKILL)

    until(all_gone(worker), "the worker to be gone")


def test_a_killed_child_takes_its_own_children_along(start: Start) -> None:
    crew = start({"web": HAS_A_CHILD})
    grandchild = some_number_noted(crew)

    os.kill(crew.pid("web"), signal.SIGKILL)

    until(all_gone(grandchild), "the grandchild to be gone")


@linux_only
def test_even_those_that_had_left_its_group(start: Start) -> None:
    crew = start({"worker": HAS_A_CHILD_IN_ANOTHER_GROUP})
    grandchild = some_number_noted(crew)

    os.kill(crew.pid("worker"), signal.SIGKILL)

    until(all_gone(grandchild), "the grandchild to be gone")
