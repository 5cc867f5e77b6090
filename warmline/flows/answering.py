"""A text whose only effect is its answer."""

from __future__ import annotations

from collections.abc import Mapping

from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.words import carrier


def answers_stop(desk: Desk, text: Arrived) -> bool:
    """Whether STOP is ours to confirm: the operator says so, or it was written so that the exchange took no notice."""
    network = bool(text.opt_out) or carrier.is_of_the_network(text.body)
    return desk.line.says_goodbye_to_stop or not network


_NOTHING: Mapping[str, str] = {}


def say(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    *bodies: str,
    journal: Mapping[str, str] = _NOTHING,
) -> str:
    """Answer and be done with it: "answered" or "gone"."""
    plan = {"answered": Effects(texts=reply(text, cause, *bodies), journal=journal)}
    word = desk.store.transitions.run("answer_text", now=desk.clock.now(), plan=plan, cause=cause)
    return desk.settle(plan, word)
