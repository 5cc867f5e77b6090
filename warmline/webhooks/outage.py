"""A web process that had to answer without Redis sees to it that nothing of that time is missed."""

from __future__ import annotations

import logging
from contextlib import suppress

from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.flows.reconcile import ask_for_reconcile

log = logging.getLogger(__name__)


class Outage:
    """Remembers that Redis was away, until it is back and a reconcile has been asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._away = True  # at the start too: texts may have come while no web process was there
        self.over()

    def noticed(self, why: TransientError | None = None) -> None:
        """The store did not take what the provider brought; `why` is None where the fault is ours."""
        self._away = True
        if why:
            self._desk.crisis_lines.postpone()
            log.error("answered without Redis", extra={"why": str(why)})

    def over(self) -> None:
        """Redis took something, or may: whatever it missed before is fetched from the provider's list.

        It is also the moment to look up the crisis lines: when Redis is away, it is too late.
        """
        self._desk.crisis_lines.known()
        if self._away:
            with suppress(TransientError):  # then the next text asks
                ask_for_reconcile(self._desk)
                self._away = False
