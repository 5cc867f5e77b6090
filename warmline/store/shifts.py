"""Shifts and the claims on their seats."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from types import MappingProxyType

from warmline.clock import milliseconds, moment
from warmline.ids import ShiftId, VolunteerId
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan
from warmline.store.room import Room
from warmline.volunteers.shifts import LONGEST, Shift

NOTHING_ELSE: Plan = MappingProxyType({})


class Shifts(Room):
    """The windows of time that volunteers hold seats in."""

    def get_all(self, shifts: Iterable[ShiftId]) -> list[Shift]:
        """These shifts, in one round trip."""
        k, ids = self._keys, list(shifts)
        if not ids:
            return []
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for shift in ids:
                pipe.hgetall(k.shift(shift)).smembers(k.seats(shift))
            answers = pipe.execute()
        rows = zip(ids, answers[0::2], answers[1::2], strict=True)
        return [
            Shift(
                id=shift,
                code=int(fields["code"]),
                starts=moment(int(fields["starts"])),
                ends=moment(int(fields["ends"])),
                seats=int(fields["seats"]),
                claimed=frozenset(VolunteerId(v) for v in claimed),
            )
            for shift, fields, claimed in rows
            if fields
        ]

    def between(self, start: datetime, end: datetime) -> list[Shift]:
        """Shifts that touch `[start, end)`, by their start."""
        with redis_errors():
            ids = self._redis.zrange(
                self._keys.shifts(),
                milliseconds(start - LONGEST),
                f"({milliseconds(end)}",
                byscore=True,
            )
        return [shift for shift in self.get_all(ShiftId(s) for s in ids) if shift.ends > start]

    def on(self, at: datetime) -> list[Shift]:
        """Shifts that are running."""
        return [shift for shift in self.between(at, moment(milliseconds(at) + 1)) if shift.on(at)]

    def next_start(self, after: datetime) -> datetime | None:
        """When the next shift starts that someone has claimed a seat in, within about the next hundred."""
        with redis_errors():
            ids = self._redis.zrange(
                self._keys.shifts(),
                f"({milliseconds(after)}",
                "+inf",
                byscore=True,
                offset=0,
                num=100,
            )
        return next((s.starts for s in self.get_all(ShiftId(i) for i in ids) if s.claimed), None)

    def by_code(self, code: int) -> Shift | None:
        with redis_errors():
            shift = self._redis.hget(self._keys.shift_codes(), str(code))
        return next(iter(self.get_all([ShiftId(shift)])), None) if shift else None

    def add(self, shift: Shift, *, now: datetime, plan: Plan = NOTHING_ELSE) -> None:
        """Put a shift on the roster; it gets its code there."""
        k = self._keys
        fields = {
            "starts": str(milliseconds(shift.starts)),
            "ends": str(milliseconds(shift.ends)),
            "seats": str(shift.seats),
        }
        self._transitions.run(
            "add_shift",
            now=now,
            plan=plan,
            keys=[k.shift(shift.id), k.shifts(), k.shift_codes()],
            args=[shift.id, json.dumps(fields), milliseconds(shift.starts)],
        )

    def remove(self, shift: ShiftId, *, now: datetime, plan: Plan = NOTHING_ELSE) -> str:
        """Take it off, with its claims: "removed" or "unknown"."""
        k = self._keys
        word: str = self._transitions.run(
            "remove_shift",
            now=now,
            plan=plan,
            keys=[k.shift(shift), k.shifts(), k.shift_codes(), k.seats(shift)],
            args=[shift],
        )
        return word

    def claim(
        self,
        shift: ShiftId,
        volunteer: VolunteerId,
        *,
        now: datetime,
        plan: Plan = NOTHING_ELSE,
    ) -> str:
        """One seat for one volunteer: "claimed", "already_yours", "full", "over" or "unknown"."""
        k = self._keys
        word: str = self._transitions.run(
            "claim_shift",
            now=now,
            plan=plan,
            keys=[k.shift(shift), k.seats(shift), k.volunteer(volunteer)],
            args=[volunteer],
        )
        return word

    def release(
        self,
        shift: ShiftId,
        volunteer: VolunteerId,
        *,
        now: datetime,
        plan: Plan = NOTHING_ELSE,
    ) -> str:
        """Give it back: "released" or "not_yours"."""
        word: str = self._transitions.run(
            "release_shift", now=now, plan=plan, keys=[self._keys.seats(shift)], args=[volunteer]
        )
        return word
