"""Running the server, so that one data directory never has two."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warmline.embedded import locks
from warmline.embedded.binary import find_server
from warmline.embedded.place import Place
from warmline.errors import PermanentError, RefusedError

ANSWER_SECONDS = 1.0
START_SECONDS = 60.0  # a large append-only file takes a while to read back
STOP_SECONDS = 30.0
HURRY_SECONDS = (
    10.0  # how long a starting line waits for the commands that are at the data just now
)


class EmbeddedRedis:
    """The server of one data directory, whichever process runs it: a command for a moment, or `warmline up`."""

    def __init__(self, data_dir: Path, *, port: int = 0) -> None:
        """`port`, where given, is opened on the loopback as well, for tools that know no Unix socket."""
        self._place = Place(data_dir)
        self._port = port

    @property
    def url(self) -> str:
        return f"unix://{self._place.socket}"

    @property
    def supervised_command(self) -> tuple[str, ...]:
        """What a supervisor runs while it holds `reserved`: it takes the server's lock and becomes the server."""
        return (
            sys.executable,
            "-m",
            "warmline.embedded",
            str(self._place.data_dir),
            str(self._port),
        )

    def answers(self) -> bool:
        """Is the server up, with its data read?"""
        return self._ask(b"PING\r\n", ANSWER_SECONDS).startswith(b"+PONG")

    @contextmanager
    def running(self) -> Iterator[str]:
        """Join the server, or start it, and give its address. The last to leave stops it again."""
        users = locks.take(self._place.users_lock, alone=False, patience=STOP_SECONDS)
        if users is None:
            raise PermanentError(
                "A warmline is about to start or to stop here, and does not come to an end."
            )
        started = False
        try:
            deadline = time.monotonic() + START_SECONDS
            while not self.answers():
                if started and not locks.is_held_alone(self._place.server_lock):
                    raise PermanentError(f"Redis did not start: {self._place.last_words()}")
                if time.monotonic() > deadline:
                    raise PermanentError(
                        f"Redis takes too long to start: {self._place.last_words()}"
                    )
                started = started or self._start()
                time.sleep(locks.POLL_SECONDS)
            yield self.url
        finally:
            last = locks.convert(users, alone=True, patience=0)
            if last and not locks.is_held_alone(self._place.line_lock):
                self._stop()
            os.close(users)

    @contextmanager
    def reserved(self) -> Iterator[str]:
        """Keep the data directory for a server that a supervisor runs, and give the address it will have.

        RefusedError when another line has it.
        """
        line = locks.take(self._place.line_lock, alone=True, patience=ANSWER_SECONDS)
        if line is None:
            raise RefusedError(
                f"Another warmline is using {self._place.data_dir}. Stop that one first."
            )
        try:
            users = locks.take(self._place.users_lock, alone=True, patience=HURRY_SECONDS)
            if users is None:
                raise RefusedError(
                    f"A warmline command is still using {self._place.data_dir}. Wait for its end."
                )
            self._stop()  # one left behind by a command that was killed
            os.close(users)
            yield self.url
        finally:
            os.close(line)

    def forget(self) -> None:
        """Throw the data away. RefusedError while another line has it."""
        with self.reserved():
            self._place.clear()

    def become(self) -> None:
        """Turn this process into the server. Does not come back."""
        lock = locks.take(self._place.server_lock, alone=True, patience=STOP_SECONDS)
        if (
            lock is None
        ):  # patience, because a killed server's child may be at the file for a moment more
            raise RefusedError(f"Another Redis server is using {self._place.home}.")
        os.set_inheritable(lock, True)  # noqa: FBT003 - it takes no keyword; the server keeps the lock open
        command = self._command()
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted

    def _start(self) -> bool:
        """Start the server, unless another process runs it or is about to."""
        if locks.is_held_alone(self._place.line_lock):
            return False
        lock = locks.take(self._place.server_lock, alone=True, patience=0)
        if lock is None:
            return False
        try:
            subprocess.run(  # by a shell that ends at once: the server may outlive this process
                ["/bin/sh", "-c", '"$@" &', "sh", *self._command()],
                check=True,
                stdin=subprocess.DEVNULL,
                pass_fds=[lock],
                start_new_session=True,  # Ctrl-C at a command is not meant for it
            )
        finally:
            os.close(lock)  # the server's copy goes on holding it
        return True

    def _stop(self) -> None:
        self._ask(b"SHUTDOWN NOSAVE\r\n", STOP_SECONDS)  # no snapshot: the file is whole as it is
        lock = locks.take(self._place.server_lock, alone=True, patience=STOP_SECONDS)
        if lock is None:
            raise PermanentError(f"Redis did not stop: {self._place.last_words()}")
        os.close(lock)

    def _ask(self, command: bytes, patience: float) -> bytes:
        """The first bytes of the answer; empty when nobody is there."""
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(patience)
            try:
                line.connect(str(self._place.socket))
                line.sendall(command)
                return line.recv(64)
            except OSError:
                return b""

    def _command(self) -> list[str]:
        told = {
            "dir": str(self._place.home),
            "logfile": str(self._place.log),
            "unixsocket": str(self._place.socket),
            "unixsocketperm": "700",
            "port": str(self._port),
            "bind": "127.0.0.1",
            "appendonly": "yes",
            "appendfsync": "always",  # what a webhook answered 200 for must be on the disk
            "aof-load-truncated": "yes",  # a last command half written was answered to nobody
            "save": "",
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
        }
        return [
            str(find_server()),
            *(word for name, value in told.items() for word in (f"--{name}", value)),
        ]
