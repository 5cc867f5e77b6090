"""Who was asked and told of gaps, so that everyone hears of each of them once, and nobody too often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import ShiftId, VolunteerId
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan
from warmline.store.room import Room


@dataclass(frozen=True, slots=True)
class About:
    """A shift that someone is texted of, the step that is marked, and how many people may be texted: 0 for any number."""

    shift: ShiftId
    step: str
    most: int = 0


class Asking(Room):
    """What was told to whom."""

    def asked(self) -> dict[VolunteerId, datetime]:
        """When each volunteer was last asked about gaps."""
        with redis_errors():
            rows = self._redis.zrange(self._keys.asked_about_gaps(), 0, -1, withscores=True)
        return {VolunteerId(v): moment(int(at)) for v, at in rows}

    def ask(
        self,
        volunteer: VolunteerId,
        shifts: Sequence[About],
        *,
        not_since: datetime | None,
        counted_since: datetime,
        counts: bool = True,
        now: datetime,
        plan: Plan,
    ) -> str:
        """Text one person about these shifts, each of them once for a step: "told", or "moved".

        "moved" when they were texted of one of them before, have been asked after `not_since` (None: whenever it was), or
        when as many others as may be were texted of one after `counted_since`. `counts`: they are asked for something.
        """
        k = self._keys
        word: str = self._transitions.run(
            "ask_about_shifts",
            now=now,
            plan=plan,
            keys=[
                k.asked_about_gaps(),
                *(key for one in shifts for key in (k.shift(one.shift), k.marks(one.shift))),
            ],
            args=[
                volunteer,
                "" if not_since is None else milliseconds(not_since),
                milliseconds(counted_since),
                "1" if counts else "",
                *(part for one in shifts for part in (one.step, one.most)),
            ],
        )
        return word

    def told(self, what: str) -> str | None:
        """Which one of them was told last."""
        with redis_errors():
            which: str | None = self._redis.hget(self._keys.told(), what)
        return which

    def tell(self, what: str, which: str, *, now: datetime, plan: Plan) -> str:
        """Tell somebody something once, such as the digest of a day: "told" or "told_before"."""
        word: str = self._transitions.run(
            "tell_once", now=now, plan=plan, keys=[self._keys.told()], args=[what, which]
        )
        return word

    def raise_absence(self, volunteer: VolunteerId, *, now: datetime, plan: Plan) -> str:
        """Tell once that someone with seats is not reachable any more: "raised", "raised_before", "reachable", "unknown"."""
        word: str = self._transitions.run(
            "raise_absence", now=now, plan=plan, keys=[self._keys.volunteer(volunteer)]
        )
        return word
