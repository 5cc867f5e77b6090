"""The crisis lines as a process knows them: looked up now and then, and never in the way of an answer."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from warmline.clock import Clock
from warmline.errors import WarmlineError
from warmline.phone import PhoneNumber
from warmline.safety.crisis_lines import Confirmation, CrisisLines, known
from warmline.store.confirmations import Confirmations

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(seconds=30)  # so long a process may go on with what was true before


class Lookout:
    """Gives what may be told and dialled now. A change by an operator is known everywhere after LOOK_EVERY."""

    def __init__(
        self,
        confirmations: Confirmations,
        clock: Clock,
        *,
        home: str,
        by_settings: frozenset[str] = frozenset(),
        rehearsal: bool = False,
        stand_in: PhoneNumber | None = None,
    ) -> None:
        self._confirmations, self._clock = confirmations, clock
        self._home, self._by_settings = home, by_settings
        self._rehearsal, self._stand_in = rehearsal, stand_in
        self._said: Sequence[Confirmation] = ()
        self._last: tuple[datetime, CrisisLines] | None = None

    def known(self) -> CrisisLines:
        """What was known at the last look, which is made now if it was long ago. Redis may be away."""
        now, last = self._clock.now(), self._last
        if last and timedelta(0) <= now - last[0] < LOOK_EVERY:
            return last[1]
        if last:  # while one thread looks, the others go on
            self._last = (now, last[1])
        return self._look(now)

    def postpone(self) -> None:
        """Redis does not answer just now: no look for a while, so that nobody waits for one."""
        now = self._clock.now()
        self._last = (now, self._last[1] if self._last else self._as_of(now))

    def _look(self, now: datetime) -> CrisisLines:
        try:
            self._said = self._confirmations.all()
        except WarmlineError:
            log.warning("crisis lines not looked up: Redis is away")
        found, last = self._as_of(now), self._last
        if last and last[1].is_home_good and not found.is_home_good:
            log.error("THE CRISIS LINE IS CONFIRMED NO MORE AND CALLERS ARE NOT TOLD ITS NUMBER")
        self._last = (now, found)
        return found

    def _as_of(self, now: datetime) -> CrisisLines:
        lines = known(self._by_settings, self._said, now)
        return CrisisLines(self._home, lines, rehearsal=self._rehearsal, stand_in=self._stand_in)
