"""Where one server keeps its things."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

LONGEST_SOCKET = 100  # bytes; macOS takes 104 with the end mark, Linux 108


class Place:
    """The folder of one data directory's server. Every process that names it finds the same files."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir.absolute()
        self.home = self.data_dir / "redis"
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket = self._find_socket()
        self.log = self.home / "redis.log"
        # Held by the server itself, as long as it lives.
        self.server_lock = self.home / "server.lock"
        # Shared by all commands that are using the server.
        self.users_lock = self.home / "users.lock"
        # Held by a `warmline up` that runs the server itself.
        self.line_lock = self.home / "line.lock"

    def _find_socket(self) -> Path:
        """In the folder where its path is short enough, else in a private temporary one noted there."""
        usual = self.home / "redis.sock"
        if len(os.fsencode(usual)) <= LONGEST_SOCKET:
            return usual
        note = self.home / "socket.path"
        if not note.exists() or not _is_ours_alone(_read(note).parent):
            folder = tempfile.mkdtemp(prefix="warmline-", dir="/tmp")  # TMPDIR may be as long
            draft = self.home / f"socket.path.{os.getpid()}"
            draft.write_text(f"{folder}/redis.sock", encoding="utf-8")
            draft.replace(note)
        return _read(note)

    def clear(self) -> None:
        """Remove what the server wrote (one of Redis 6 writes a file, a later one a folder)."""
        shutil.rmtree(self.home / "appendonlydir", ignore_errors=True)
        (self.home / "appendonly.aof").unlink(missing_ok=True)
        self.log.unlink(missing_ok=True)

    def last_words(self) -> str:
        """The last line of the server's log, for someone who wonders why it did not start."""
        try:
            return self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-1]
        except (OSError, IndexError):
            return f"it wrote nothing to {self.log}"


def _read(note: Path) -> Path:
    return Path(note.read_text(encoding="utf-8"))


def _is_ours_alone(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
