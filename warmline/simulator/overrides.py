"""Connection overrides: how patient a webhook is, as the fragment of its address says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, urldefrag


class On(StrEnum):
    """What a retry policy may name."""

    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"
    CONNECT = "ct"
    READ = "rt"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds and counts of one webhook address. The defaults are the provider's."""

    connect_s: float = 5.0
    read_s: float = 15.0
    total_s: float = 15.0  # retries included
    retries: int = 1
    retry_on: frozenset[On] = frozenset({On.CONNECT})


def split(url: str) -> tuple[str, Patience]:
    """The address to ask, and the patience that its fragment tells. Nonsense counts as absent."""
    address, fragment = urldefrag(url)
    said = {name: values[-1] for name, values in parse_qs(fragment).items()}
    default = Patience()
    return address, Patience(
        connect_s=_within(said.get("ct"), 100, 10_000, default.connect_s * 1000) / 1000,
        read_s=_within(said.get("rt"), 100, 15_000, default.read_s * 1000) / 1000,
        total_s=_within(said.get("tt"), 100, 15_000, default.total_s * 1000) / 1000,
        retries=int(_within(said.get("rc"), 0, 5, default.retries)),
        retry_on=_policy(said.get("rp")) or default.retry_on,
    )


def _within(said: str | None, least: int, most: int, default: float) -> float:
    if said is None or not said.isdecimal() or not least <= int(said) <= most:
        return default
    return int(said)


def _policy(said: str | None) -> frozenset[On]:
    named = (said or "").split(",")
    return frozenset(On) if "all" in named else frozenset(on for on in On if on in named)
