"""Locks on files, which the system lets go of whatever way their holder ends."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

POLL_SECONDS = 0.002


def take(path: Path, *, alone: bool, patience: float) -> int | None:
    """An open file that holds the lock until it is closed, or None when others kept it for `patience` seconds.

    A child that inherits the file holds the lock too.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if convert(file, alone=alone, patience=patience):
        return file
    os.close(file)
    return None


def convert(file: int, *, alone: bool, patience: float) -> bool:
    """Make the lock on an open file an exclusive or a shared one. Says whether that came to be."""
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(POLL_SECONDS)
        else:
            return True


def is_held_alone(path: Path) -> bool:
    """Does someone hold the lock exclusively?"""
    file = take(path, alone=False, patience=0)
    if file is None:
        return True
    os.close(file)
    return False
