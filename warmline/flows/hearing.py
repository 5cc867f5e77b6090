"""A caller's text is read for risk, beside its delivery and never in its way."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Event, Thread

from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.ids import ContactId, MessageSid
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.safety import reading
from warmline.safety.model import weights
from warmline.safety.reading import LOOKS_BACK, LOOKS_INTO, Reading, Said
from warmline.store.effects import Heard

log = logging.getLogger(__name__)

WAITS = 1.0  # seconds for the rules to be there; then the text goes on without having been read
STARTS_WITHIN = 5.0  # seconds that a worker gives them before its first text
NOT_READ = "texts_not_read"  # a counter of /metrics


class NotReadyError(Exception):
    """The rules are not loaded yet."""


class Reader:
    """Reads texts by what a thread loads when a worker starts, so that no text waits for them.

    Where nobody asked for that, they are loaded with the first text. The encoder comes after them, and no text waits for it: those of
    its second are read without.
    """

    def __init__(
        self,
        load: Callable[[], object] = reading.get_ready,
        *,
        then: Callable[[], object] = weights,
        waits: float = WAITS,
        starts_within: float = STARTS_WITHIN,
    ) -> None:
        self._load, self._then = load, then
        self._waits, self._starts_within = waits, starts_within
        self._asked, self._ready = Event(), Event()

    def get_ready(self) -> None:
        """Load the rules, beside all else; wait for them, but not for ever."""
        self._asked.set()
        Thread(target=self._get_ready, name="rulebook", daemon=True).start()
        self._ready.wait(self._starts_within)

    def _get_ready(self) -> None:
        self._load()
        self._ready.set()
        self._then()

    def __call__(self, text: str, before: Sequence[Said]) -> Reading:
        """The reading. NotReadyError when the rules do not come in time."""
        if not self._asked.is_set():
            self._get_ready()
        if not self._ready.wait(self._waits):
            raise NotReadyError
        return reading.read(text, before)


def get_ready(desk: Desk) -> None:
    """Have the rules loaded before the first text comes."""
    if isinstance(desk.read, Reader):
        desk.read.get_ready()


def hear(desk: Desk, sid: MessageSid, text: Arrived, contact: Contact | None) -> Reading | None:
    """What a caller's text says of risk; None when it could not be read, whatever the reason: the text goes on."""
    try:
        before = desk.store.caring.said(contact.id) if contact else ()
        return desk.read(text.body, before[-LOOKS_BACK:])
    except TransientError:
        raise
    except Exception as fault:  # noqa: BLE001 - its words may hold the caller's, so only its name is told
        log.error("a text was not read for risk", extra={"sid": sid, "fault": type(fault).__name__})  # noqa: TRY400 - a traceback may quote the text
        desk.store.counts.add(NOT_READ)
        return None


def remembered(contact: ContactId, text: Arrived, *, by_peer: bool = False) -> tuple[Heard, ...]:
    """What of a text is kept for reading the next one."""
    words = text.body.strip()[-2 * LOOKS_INTO :]
    return (Heard(contact, words, by_peer=by_peer),) if words else ()
