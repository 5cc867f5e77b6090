"""What the exchange does wrong all the while."""

from __future__ import annotations

from collections.abc import Iterable

from warmline.simulator.handset import Handsets

EVERYWHERE: tuple[tuple[str, dict[str, object]], ...] = (
    ("webhook_duplicate", {"probability": 0.05}),
    ("webhook_delay", {"probability": 0.03, "ms": 300}),
    ("callback_lose", {"probability": 0.05}),
    ("callback_duplicate", {"probability": 0.05}),
    ("callback_reorder", {"probability": 0.05, "ms": 300}),
    ("rest_refuse", {"probability": 0.01}),
    ("rest_error", {"probability": 0.01}),
    ("rest_busy", {"probability": 0.01, "operation": "create"}),
    ("rest_timeout", {"probability": 0.02, "ms": 100, "operation": "create"}),
    ("rest_error", {"probability": 0.03, "operation": "calls.create"}),
    ("rest_timeout", {"probability": 0.04, "ms": 100, "operation": "calls.create"}),
    ("rest_timeout", {"probability": 0.05, "ms": 100, "operation": "calls.update"}),
    ("rest_error", {"probability": 0.03, "operation": "calls.update"}),
    ("rest_busy", {"probability": 0.03, "operation": "calls.update"}),
    ("list_lag", {"probability": 0.25, "ms": 1000}),
)
# These break the order of a person's texts before the line sees them, so only a few phones have them:
# for all others every overtaking is a fault of ours.
FOR_SOME: tuple[tuple[str, dict[str, object]], ...] = (
    ("webhook_reorder", {"probability": 0.05, "ms": 400}),
    ("webhook_lose", {"probability": 0.03}),
)


def begin(handsets: Handsets, some: Iterable[str], callers: Iterable[str]) -> None:
    """Let it go wrong from now on; `some` who text, and these who phone, have the worst network."""
    for number in [*some, *callers]:
        for kind, how in FOR_SOME:
            handsets.goes_wrong(kind, number=number, **how)
    for kind, how in EVERYWHERE:
        handsets.goes_wrong(kind, **how)


def struck(handsets: Handsets) -> dict[str, int]:
    """How often each kind of fault has struck since they were switched on."""
    totals: dict[str, int] = {}
    for fault in handsets.get("faults"):
        totals[fault["kind"]] = totals.get(fault["kind"], 0) + fault["struck"]
    return totals
