"""What the line has learned of itself, and up to which entry of the journal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan
from warmline.store.room import Room
from warmline.volunteers.habits import Habits


@dataclass(frozen=True, slots=True)
class Lesson:
    """The habits, the journal's entry up to which they were read (the watermark), and the moment."""

    habits: Habits
    read: str = ""
    until: datetime | None = None


class Learned(Room):
    """The line's habits."""

    def lesson(self) -> Lesson:
        """As it is now; nothing was read before the first `fold`."""
        with redis_errors():
            fields: dict[str, str] = self._redis.hgetall(self._keys.habits())
        if not fields:
            return Lesson(Habits())
        sums = json.loads(fields["sums"])
        return Lesson(Habits(sums), fields["read"], moment(int(fields["until"])))

    def fold(self, before: Lesson, after: Lesson, *, now: datetime, plan: Plan) -> str:
        """Put `after` in the place of `before`: "folded", or "moved" if somebody else was quicker."""
        word: str = self._transitions.run(
            "fold_habits",
            now=now,
            plan=plan,
            keys=[self._keys.habits()],
            args=[
                f"{before.read} {milliseconds(before.until) if before.until else ''}",
                after.read,
                milliseconds(after.until or now),
                json.dumps(dict(after.habits.sums)),
            ],
        )
        return word
