"""A Redis of our own: one per data directory, durable, joined by whoever comes second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import redis

import warmline
from warmline.embedded import EmbeddedRedis
from warmline.errors import RefusedError


def client(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, decode_responses=True)


def pid_of(url: str) -> int:
    with client(url) as connection:
        return int(connection.info("server")["process_id"])


def wait_until(server: EmbeddedRedis) -> None:
    deadline = time.monotonic() + 10
    while not server.answers():
        assert time.monotonic() < deadline, "the server did not come up"
        time.sleep(0.01)


def test_it_is_there_and_is_gone_afterwards(tmp_path: Path) -> None:
    server = EmbeddedRedis(tmp_path)

    with server.running():
        assert server.answers()

    assert not server.answers()


def test_it_writes_every_command_to_disk_forgets_nothing_and_opens_no_port(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
        told = connection.config_get(
            "append*", "maxmemory-policy", "port", "save", "unixsocketperm"
        )

    assert told["appendonly"] == "yes"
    assert told["appendfsync"] == "always"
    assert told["maxmemory-policy"] == "noeviction"
    assert told["port"] == "0"
    assert told["save"] == ""
    assert told["unixsocketperm"] == "700"


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
        connection.set("shift", "claimed")

    with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
        assert connection.get("shift") == "claimed"


def test_what_was_written_is_there_after_the_server_was_killed(tmp_path: Path) -> None:
    server = EmbeddedRedis(tmp_path)
    with server.running() as url, client(url) as connection:
        for number in range(100):
            connection.rpush("texts", number)
        os.kill(pid_of(url), signal.SIGKILL)

    with server.running() as url, client(url) as connection:
        assert connection.llen("texts") == 100


def test_a_last_command_half_written_does_not_keep_it_from_starting(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
        connection.set("shift", "claimed")
    (written,) = tmp_path.glob("redis/appendonlydir/*.incr.aof")
    with written.open("ab") as file:
        file.write(b"*3\r\n$3\r\nSET\r\n$5\r\nshi")

    with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
        assert connection.get("shift") == "claimed"


def test_the_second_to_come_joins_and_the_last_to_leave_stops_it(tmp_path: Path) -> None:
    first, second = EmbeddedRedis(tmp_path).running(), EmbeddedRedis(tmp_path).running()
    url = first.__enter__()
    pid = pid_of(url)
    assert pid_of(second.__enter__()) == pid

    first.__exit__(None, None, None)
    assert pid_of(url) == pid

    second.__exit__(None, None, None)
    assert not EmbeddedRedis(tmp_path).answers()


def test_many_who_come_at_once_share_one_server(tmp_path: Path) -> None:
    together = threading.Barrier(10)
    pids: list[int] = []

    def come() -> None:
        together.wait()
        with EmbeddedRedis(tmp_path).running() as url:
            pids.append(pid_of(url))
            together.wait()

    threads = [threading.Thread(target=come) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(pids) == 10
    assert len(set(pids)) == 1
    assert not EmbeddedRedis(tmp_path).answers()


def test_many_who_come_and_go_never_meet_a_server_that_is_going_down(tmp_path: Path) -> None:
    faults: list[Exception] = []

    def come_and_go() -> None:
        try:
            for _ in range(5):
                with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
                    connection.incr("visits")
        except Exception as fault:  # noqa: BLE001 - a thread's fault must reach the assertion
            faults.append(fault)

    threads = [threading.Thread(target=come_and_go) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
        assert connection.get("visits") == "25"


def test_a_data_directory_deep_in_the_tree_gets_a_short_private_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("a-long-name" * 10)
    with EmbeddedRedis(deep).running() as url:
        socket = Path(url.removeprefix("unix://"))
        assert len(str(socket)) < 100
        assert socket.parent.stat().st_mode & 0o777 == 0o700
        with EmbeddedRedis(deep).running() as same:
            assert same == url
    socket.parent.rmdir()

    with EmbeddedRedis(deep).running() as elsewhere:
        assert elsewhere != url
    Path(elsewhere.removeprefix("unix://")).parent.rmdir()


def test_only_its_owner_may_look_into_the_data(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path).running():
        assert (tmp_path / "redis").stat().st_mode & 0o777 == 0o700


def test_a_reserved_directory_is_refused_to_a_second_line(tmp_path: Path) -> None:
    with (
        EmbeddedRedis(tmp_path).reserved(),
        pytest.raises(RefusedError, match="Another warmline"),
        EmbeddedRedis(tmp_path).reserved(),
    ):
        pytest.fail("two lines had the same data")


def test_a_command_in_a_reserved_directory_waits_for_the_lines_own_server_and_leaves_it_running(
    tmp_path: Path,
) -> None:
    server = EmbeddedRedis(tmp_path)
    visited = threading.Event()

    def visit() -> None:
        with EmbeddedRedis(tmp_path).running() as url, client(url) as connection:
            connection.ping()
        visited.set()

    with server.reserved():
        visitor = threading.Thread(target=visit)
        visitor.start()
        assert not visited.wait(0.2), "the visitor started a server of its own"
        with subprocess.Popen(server.supervised_command) as ours:
            visitor.join()
            assert visited.is_set()
            assert pid_of(server.url) == ours.pid
            ours.terminate()


def test_a_server_left_behind_by_a_killed_command_is_taken_down_by_the_next_line(
    tmp_path: Path,
) -> None:
    command = (
        "import os, sys; from pathlib import Path; from warmline.embedded import EmbeddedRedis\n"
        f"with EmbeddedRedis(Path({str(tmp_path)!r})).running(): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", command], check=False)
    server = EmbeddedRedis(tmp_path)
    assert server.answers()

    with server.reserved():
        assert not server.answers()


def test_a_second_server_never_touches_the_data_of_the_first(tmp_path: Path) -> None:
    server = EmbeddedRedis(tmp_path)
    with subprocess.Popen(server.supervised_command) as first:
        wait_until(server)
        with subprocess.Popen(server.supervised_command) as second:
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(0.5)
            assert pid_of(server.url) == first.pid

            first.kill()
            first.wait()
            wait_until(server)
            assert pid_of(server.url) == second.pid
            second.terminate()


def test_a_loopback_port_is_opened_when_asked_for(tmp_path: Path, free_port: int) -> None:
    with (
        EmbeddedRedis(tmp_path, port=free_port).running(),
        redis.Redis(host="127.0.0.1", port=free_port) as connection,
    ):
        assert connection.ping()


def test_where_there_is_no_server_program_it_is_said_what_to_do() -> None:
    command = "from warmline.embedded.binary import find_server; find_server()"
    bare = {"PYTHONPATH": str(Path(warmline.__file__).parents[1]), "PATH": "/nowhere"}

    told = subprocess.run(  # -S: without the packages of .venv
        [sys.executable, "-S", "-c", command], env=bare, capture_output=True, text=True, check=False
    )

    assert "set REDIS_URL" in told.stderr
