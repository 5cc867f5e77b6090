"""Patterns and holidays: by which rules shifts come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from warmline.ids import PatternId
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan
from warmline.store.pattern_record import as_pattern, as_text
from warmline.store.room import Room
from warmline.volunteers.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Book:
    """All rules of one moment. Two books are equal when nothing has changed between them."""

    texts: Mapping[PatternId, str]
    holidays: Mapping[date, str]  # -> its name

    @property
    def patterns(self) -> dict[PatternId, Pattern]:
        """By name."""
        found = [as_pattern(pattern, text) for pattern, text in self.texts.items()]
        return {p.id: p for p in sorted(found, key=lambda p: (p.name.casefold(), p.id))}


class Patterns(Room):
    """The rules that the roster follows."""

    def book(self) -> Book:
        """Every pattern and every holiday."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            pipe.hgetall(self._keys.patterns()).hgetall(self._keys.holidays())
            texts, holidays = pipe.execute()
        return Book(
            {PatternId(pattern): text for pattern, text in texts.items()},
            {date.fromisoformat(day): name for day, name in sorted(holidays.items())},
        )

    def keep(
        self, pattern: PatternId, after: Pattern | None, *, was: str, now: datetime, plan: Plan
    ) -> str:
        """Write it down, or drop it, if it still is as `was` says ("" for a new one): "kept", "removed" or "moved"."""
        word: str = self._transitions.run(
            "keep_pattern",
            now=now,
            plan=plan,
            keys=[self._keys.patterns()],
            args=[pattern, was, as_text(after) if after else ""],
        )
        return word

    def keep_holiday(self, day: date, name: str, *, now: datetime, plan: Plan) -> str:
        """Give a day a name, or take it away with "": "kept", "removed" or "unknown"."""
        word: str = self._transitions.run(
            "keep_holiday",
            now=now,
            plan=plan,
            keys=[self._keys.holidays()],
            args=[day.isoformat(), name],
        )
        return word
