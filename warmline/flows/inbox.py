"""A person's texts are read one after another, each until it has had its effect."""

from __future__ import annotations

import logging

from warmline.flows.caller_writes import caller_writes
from warmline.flows.desk import Desk
from warmline.flows.volunteer_writes import volunteer_writes
from warmline.ids import CallerKey

log = logging.getLogger(__name__)

AT_ONCE = (
    200  # reads of one inbox in one go; whoever writes faster than that waits for the next look
)


def read_inbox(desk: Desk, sender: CallerKey) -> None:
    """Let every text of this sender have its effect, in order. Safe to run twice, also at the same time.

    A text whose effect met a world that had just moved is simply read again.
    """
    for _ in range(AT_ONCE):
        first = desk.store.texts.first(sender)
        if first is None:
            return
        cause, text = first
        person = desk.store.people.get(sender)
        story = volunteer_writes if person.volunteer else caller_writes
        word = story(desk, cause, text, person)
        log.info("text read", extra={"sid": cause.sid, "story": story.__name__, "word": word})
