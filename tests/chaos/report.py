"""The run in figures, for people."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from tests.chaos.accounts import RECOVERED_WITHIN, Account
from tests.chaos.kills import Kill, by_cell

SHOWN = 40  # faults; the first tell most


def table(kills: Sequence[Kill]) -> str:
    """One line for each step and process."""
    rows = [
        (step, process, str(len(cell)), f"{sum(k.worst for k in cell) / len(cell):.1f}",
         f"{max(k.worst for k in cell):.1f}", f"{max(k.whole_at - k.at for k in cell):.1f}")
        for step, process, cell in by_cell(kills)
    ]  # fmt: skip
    head = ("step", "process", "kills", "recovery s, mean", "worst", "longest down s")
    widths = [max(len(row[n]) for row in (head, *rows)) for n in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (head, tuple("-" * width for width in widths), *rows)
    ]
    return "\n".join(lines)


def summary(account: Account, kills: Sequence[Kill], *, seed: int, took: float) -> str:
    """What it all came to."""
    machine = f"{os.cpu_count()} cores, {_memory()} GiB, Python {platform.python_version()}"
    lines = (
        [f"{datetime.now(UTC):%Y-%m-%d}, seed {seed}, {took / 60:.1f} min on {machine}"],
        [f"kills {len(kills)}", f"texts {account.texts}", f"notices {account.notices}"],
        [
            f"lost {account.lost}",
            f"doubled {account.doubled}",
            f"misdelivered {account.misdelivered}",
            f"out of order {account.disordered}",
        ],
        [
            f"worst recovery {account.worst_recovery:.1f} s of {RECOVERED_WITHIN:.0f} s",
            f"through several kills {account.worst_through_several:.1f} s",
        ],
        [
            f"answered without Redis {account.troubles}",
            f"overtaken at the exchange or in an outage {account.overtaken}",
            f"RQ jobs left {account.leftovers['RQ job']}",
        ],
    )
    return "\n".join(" · ".join(facts) for facts in lines)


def struck(faults: Mapping[str, int]) -> str:
    """What the exchange did wrong meanwhile."""
    return "faults of the exchange: " + ", ".join(f"{kind} {n}" for kind, n in faults.items())


def verdict(account: Account) -> str:
    """What must not have happened, or that nothing of it did."""
    if not account.faults:
        return "No fault found."
    more = len(account.faults) - SHOWN
    shown = account.faults[:SHOWN] + ([f"… and {more} more"] if more > 0 else [])
    return "\n".join(["FAULTS:", *(f"  {fault}" for fault in shown)])


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
