"""Asks the encoder about those pieces of a text for which it can matter; without the encoder, the table's scores stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

Scores = tuple[float, float, float]  # for moderate, high and imminent
Encoder = Callable[[Sequence[str], Sequence[str]], Scores]

MOST = 3  # pieces of a text: each takes fifty times as long as all else together
# A table's score for an alert below which the encoder is not asked: it changes nothing in the texts held out, and half
# of all ordinary texts are spared.
FROM = -0.7


@dataclass(frozen=True, slots=True)
class Scored:
    """A piece of a text with its scores, and what of that for an alert is the encoder's."""

    scores: Scores
    piece: Sequence[str]
    added: float = 0.0


@cache
def installed() -> tuple[Encoder | None, str]:
    """The encoder, loaded with the first text; or None, with the reason in an operator's words."""
    try:
        encoder: Encoder = import_module("warmline.safety.encoder").load()
    except ImportError as missing:
        return None, f"{missing.name} is not installed"
    except Exception as broken:  # noqa: BLE001 - what is broken must not keep rules and table from reading
        return None, f"it cannot be loaded ({type(broken).__name__})"
    return encoder, ""


def second_look(scored: Sequence[Scored], question: Sequence[str], ask: Encoder) -> list[Scored]:
    """The scores with what the encoder adds to them or takes from them, for the highest pieces."""
    by_height = sorted(scored, key=lambda each: each.scores[0], reverse=True)
    highest = [each for each in by_height[:MOST] if each.scores[0] > FROM]
    return [
        *(_with(each, ask(each.piece, question)) for each in highest),
        *by_height[len(highest) :],
    ]


def _with(each: Scored, added: Scores) -> Scored:
    one, two, three = (here + more for here, more in zip(each.scores, added, strict=True))
    return Scored((one, two, three), each.piece, added[0])
