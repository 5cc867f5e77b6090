"""`./scripts/bench [part …]`: all parts, or those named."""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys

from tests.bench import (
    alarm,
    back,
    claims,
    held,
    memory,
    patterns,
    safety,
    servers,
    table,
    talk,
    webhook,
)

PARTS = {
    "webhook": webhook.run,
    "calls": webhook.calls,
    "accept": held.accept,
    "rush": held.rush,
    "journey": talk.journey,
    "burst": talk.burst,
    "memory": memory.run,
    "servers": servers.run,
    "back": back.run,
    "safety": safety.run,
    "roster": claims.run,
    "patterns": patterns.run,
    "alarm": alarm.alarm,
}


def main() -> int:
    """0 when every target was kept."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[[], *PARTS], help=", ".join(PARTS))
    wanted = parser.parse_args().part or list(PARTS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and so end all that was started
    table.say(
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f} at the start"
    )
    kept = [PARTS[part]() for part in wanted]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
