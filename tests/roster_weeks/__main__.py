"""`scripts/roster-weeks`: twelve weeks of a roster in some minutes, with what came of them."""

from __future__ import annotations

import argparse
import logging
import os
import platform
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.roster_weeks import report
from tests.roster_weeks.calendar import TWELVE_WEEKS, TWO_WEEKS
from tests.roster_weeks.weeks import Outcome, play_weeks

ROOT = Path(__file__).parents[2]
PICTURE, PAGE = ROOT / "docs" / "pictures" / "roster-weeks.svg", ROOT / "docs" / "roster-weeks.md"


def main() -> int:
    """0 when everything was as it should be."""
    parser = argparse.ArgumentParser(prog="scripts/roster-weeks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="two weeks of twelve volunteers")
    parser.add_argument("--seed", type=int, default=1, help="other people, other luck")
    parser.add_argument(
        "--write", action="store_true", help="write the page and the picture in docs/"
    )
    asked = parser.parse_args()
    for noisy in ("werkzeug", "warmline"):
        # the exchange refuses whoever sent STOP
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and so end the Redis that was started
    began = time.monotonic()
    season = TWO_WEEKS if asked.short else TWELVE_WEEKS
    with tempfile.TemporaryDirectory(dir=_quick_folder()) as place:
        outcome = play_weeks(Path(place), season, seed=asked.seed, tell=_tell)
    took = time.monotonic() - began
    rows = report.figures(outcome.weeks)
    say(report.page(rows))
    say(f"played in {took:.0f} s, {_machine()}")
    for fault in outcome.faults:
        say(f"FAULT  {fault}")
    if asked.write and not outcome.faults:
        _write(outcome, rows, took)
    return 1 if outcome.faults else 0


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - a report, for whoever runs it


def _tell(words: str) -> None:
    """How far it has come, for whoever waits."""
    sys.stderr.write(f"{words}\n")


def _quick_folder() -> Path | None:
    """Where there is memory to write to, a sync to disk costs nothing; what is played is not for keeping."""
    memory = Path("/dev/shm")  # noqa: S108 - Linux's own
    return memory if memory.is_dir() and os.access(memory, os.W_OK) else None


def _machine() -> str:
    return (
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f} at the end"
    )


def _write(outcome: Outcome, rows: list[tuple[str, str]], took: float) -> None:
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(outcome.picture(rows))
    head, _, _ = PAGE.read_text().partition("<!-- figures -->")
    words = f"Played on {datetime.now(UTC):%d %B %Y} in {took / 60:.1f} minutes ({_machine()})."
    PAGE.write_text(f"{head}<!-- figures -->\n\n{words}\n\n{report.page(rows)}")


if __name__ == "__main__":
    sys.exit(main())
