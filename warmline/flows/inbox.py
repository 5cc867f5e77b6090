"""A person's texts are read one after another, each until it has had its effect."""

from __future__ import annotations

import logging
import traceback

from warmline.errors import TransientError
from warmline.flows.caller_writes import caller_writes
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.flows.volunteer_writes import volunteer_writes
from warmline.ids import CallerKey
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause, Effects
from warmline.words import callers

log = logging.getLogger(__name__)

AT_ONCE = 200  # reads of one inbox in one go; whoever writes faster waits for the next look
STUMBLES = 5  # looks, four seconds apart, that a text may fail before it is set aside


def read_inbox(desk: Desk, sender: CallerKey) -> None:
    """Let every text of this sender have its effect, in order. Safe to run twice, at once too.

    A text whose effect met a world that had just moved is simply read again. One over which the
    program itself stumbles is tried again later; at last it is set aside and its sender answered,
    so that the next ones go on.
    """
    for _ in range(AT_ONCE):
        first = desk.store.texts.first(sender)
        if first is None:
            return
        cause, text = first
        try:
            word = _read(desk, cause, text)
        except TransientError:
            raise
        except Exception as fault:  # noqa: BLE001  # whatever it is, the next texts must not wait
            if not _set_aside(desk, cause, text, fault):
                return
            continue
        log.info("text read", extra={"sid": cause.sid, "word": word})


def _read(desk: Desk, cause: Cause, text: Arrived) -> str:
    desk.steps.reach("read")
    person = desk.store.people.get(cause.sender)
    story = volunteer_writes if person.volunteer else caller_writes
    return story(desk, cause, text, person)


def _set_aside(desk: Desk, cause: Cause, text: Arrived, fault: Exception) -> bool:
    """Whether the text was parked. A fault's words may hold what was written: only its place is logged."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    places = [f"{frame.name}:{frame.lineno}" for frame in frames]
    facts = {"sid": cause.sid, "fault": type(fault).__name__, "places": places}
    log.error("a story failed", extra=facts)
    if desk.store.texts.stumble(cause.sid) < STUMBLES:
        return False
    language = desk.line.language
    sorry = callers(language).service_trouble(desk.line.crisis(language, text.sender.country))
    plan = {"parked": Effects(texts=reply(text, cause, sorry), journal={"event": "parked"})}
    desk.settle(plan, desk.store.texts.park(cause, now=desk.clock.now(), plan=plan))
    return True
