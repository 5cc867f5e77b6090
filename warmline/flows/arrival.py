"""A text arrives: judged by its sender, kept once, in one write."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace

from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.routing import senders
from warmline.routing.arrived import Arrived

log = logging.getLogger(__name__)


def take_in(desk: Desk, text: Arrived) -> str:
    """Keep a text so that it will have its effect: "received", "known", or why its sender gets no answer.

    Raises TransientError when Redis is away: then nothing is kept here, and reconcile will find it.
    """
    line = desk.line
    match senders.judge(
        text.sender.e164, frozenset(line.numbers), line.country, served=line.served
    ):
        case senders.Unanswered(kind):
            with suppress(TransientError):  # no answer is owed, so a count may be missed
                if desk.store.texts.leave_unanswered(text.sid):
                    desk.store.counts.add(f"unanswered_{kind}")
            log.info("text left unanswered", extra={"kind": kind})
            return kind
        case senders.Ordinary(number):
            desk.steps.reach("arrived")
            sender = desk.store.people.key_of(number)
            new = desk.store.texts.receive(
                replace(text, sender=number), sender, now=desk.clock.now()
            )
            desk.steps.reach("received")
            return "received" if new else "known"
