"""The keys of a line on one machine: made once, kept in its data directory, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def find(data_dir: Path) -> Path | None:
    """The file with the keys, if there is one."""
    path = _path(data_dir)
    return path if path.exists() else None


def make(data_dir: Path) -> Path:
    """A file with a fresh key. Of two who make it at once, the first wins and both get that one."""
    path = _path(data_dir)
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(f"{secrets.token_hex(32)}\n", encoding="ascii")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
    return path


def _path(data_dir: Path) -> Path:
    return data_dir / "secret-keys"
