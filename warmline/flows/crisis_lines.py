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
        self._was_good = True  # so that the first look tells if it is not

    def known(self) -> CrisisLines:
        """What was known at the last look, which is made now if it was long ago. Redis may be away."""
        now, last = self._clock.now(), self._last
        if last and timedelta(0) <= now - last[0] < LOOK_EVERY:
            return last[1]
        if last:  # while one thread looks, the others go on
            self._last = (now, last[1])
        return self._look(now)

    def afresh(self) -> CrisisLines:
        """What is known at this moment, for operators. TransientError when Redis is away."""
        self._said = self._confirmations.all()
        return self._as_of(self._clock.now())

    def postpone(self) -> None:
        """Redis does not answer just now: no look for a while, so that nobody waits for one."""
        now = self._clock.now()
        self._last = (now, self._last[1] if self._last else self._as_of(now))

    def _look(self, now: datetime) -> CrisisLines:
        try:
            found = self.afresh()
        except WarmlineError:
            found = self._as_of(now)
        else:
            self._tell(found)
        self._last = (now, found)
        return found

    def _tell(self, found: CrisisLines) -> None:
        """Say loudly, once, that callers get no number: at the start of a process, or when the last day is over."""
        if self._was_good and not found.is_home_good:
            facts = {"country": self._home, "do": "warmline doctor"}
            log.error("NOBODY HAS CONFIRMED THE CRISIS LINE: CALLERS GET NO NUMBER", extra=facts)
        self._was_good = found.is_home_good

    def _as_of(self, now: datetime) -> CrisisLines:
        lines = known(self._by_settings, self._said, now)
        return CrisisLines(self._home, lines, rehearsal=self._rehearsal, stand_in=self._stand_in)
