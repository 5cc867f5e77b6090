"""`warmline up`: the whole line on one machine, whatever dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import Running, a_line, environment, until, warmline
from tests.ports import a_free_port
from tests.supervisor.crew import is_alive

OURS = ("redis", "web", "worker-1", "sweep")


@pytest.fixture
def line(tmp_path: Path, free_port: int) -> Iterator[Running]:
    with Running(tmp_path / "data", free_port) as running:
        until(running.is_up, "the line to be up")
        yield running


def replaced(line: Running, name: str, killed: int) -> Callable[[], bool]:
    return lambda: line.pids().get(name, killed) != killed


def test_it_runs_everything_and_when_asked_to_stop_nothing_stays(line: Running) -> None:
    assert line.is_ready()
    pids = line.pids()
    assert set(OURS) <= set(pids)

    line.tell(signal.SIGTERM)

    assert line.exit_code() == 0
    assert not any(is_alive(pid) for pid in pids.values())


def test_whichever_process_is_killed_is_back(line: Running) -> None:
    for name in OURS:
        # a worker ends without its Redis
        until(lambda: set(OURS) <= set(line.pids()), "all to run")
        killed = line.pids()[name]
        os.kill(killed, signal.SIGKILL)
        until(replaced(line, name, killed), name)

    until(line.is_ready, "the line to be ready again")


def test_when_it_is_killed_nothing_stays_and_it_can_be_started_again_at_once(
    line: Running, tmp_path: Path, free_port: int
) -> None:
    pids = line.pids()
    keys = (tmp_path / "data" / "secret-keys").read_text()

    line.tell(signal.SIGKILL)
    line.exit_code()
    with Running(tmp_path / "data", free_port) as again:
        until(lambda: not any(is_alive(pid) for pid in pids.values()), "all to be gone")
        until(again.is_up, "the line to be up again")
        assert (tmp_path / "data" / "secret-keys").read_text() == keys


def test_a_second_one_on_the_same_data_or_the_same_port_is_refused(
    line: Running, tmp_path: Path, free_port: int
) -> None:
    same_port = warmline("up", environ=a_line(tmp_path / "other", free_port))
    assert same_port.returncode == 1
    assert f"Port {free_port}" in same_port.stderr

    same_data = warmline("up", environ=a_line(tmp_path / "data", a_free_port()))
    assert same_data.returncode == 1
    assert "Another warmline" in same_data.stderr

    assert line.is_ready()


def test_all_that_is_missing_is_told_at_once_and_nothing_starts(tmp_path: Path) -> None:
    told = warmline("up", environ=environment(WARMLINE_DATA_DIR=str(tmp_path), PORT="many"))

    assert told.returncode == 1
    for name in (
        "TWILIO_ACCOUNT_SID",
        "TWILIO_AUTH_TOKEN",
        "WARMLINE_PUBLIC_URL",
        "WARMLINE_NUMBERS",
        "PORT",
    ):
        assert name in told.stderr
    assert "Traceback" not in told.stderr


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    warmline("up", environ=environment(WARMLINE_DATA_DIR=str(tmp_path / "data")))

    keys = tmp_path / "data" / "secret-keys"
    assert keys.stat().st_mode & 0o777 == 0o600
    assert len(keys.read_text().strip()) == 64


def test_one_process_by_itself_asks_for_a_redis(tmp_path: Path, free_port: int) -> None:
    lone = {**a_line(tmp_path, free_port), "WARMLINE_SECRET_KEYS": "a key of many letters"}

    for command in ("web", "work", "sweep"):
        told = warmline(command, environ=lone)
        assert told.returncode == 1
        assert "REDIS_URL" in told.stderr
        assert "Traceback" not in told.stderr


def test_wrong_usage_has_an_exit_code_of_its_own() -> None:
    assert warmline("sing", environ=environment()).returncode == 2
    assert warmline("up", "--loud", environ=environment()).returncode == 2
    assert warmline("--version", environ=environment()).returncode == 0
