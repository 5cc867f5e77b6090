"""Shifts: what is on the roster, and who is on when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from types import MappingProxyType

from warmline.clock import milliseconds, moment
from warmline.ids import ShiftId, VolunteerId
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Effects, Plan
from warmline.store.room import Room
from warmline.store.shift_record import as_fields, as_shift
from warmline.volunteers.shifts import LONGEST, Shift

NOTHING_ELSE: Plan = MappingProxyType({})
AT_ONCE = 500  # shifts in one write: Redis is busy with them for a few milliseconds
AROUND = timedelta(days=9)  # whatever may count in the weeks that a shift touches, in any zone


class Shifts(Room):
    """The windows of time that volunteers hold seats in."""

    # --- reading

    def get(self, shift: ShiftId) -> Shift | None:
        return next(iter(self.get_all([shift])), None)

    def get_all(self, shifts: Iterable[ShiftId]) -> list[Shift]:
        """These shifts, in one round trip."""
        k, ids = self._keys, list(shifts)
        if not ids:
            return []
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for shift in ids:
                pipe.hgetall(k.shift(shift)).smembers(k.seats(shift)).smembers(k.covers(shift))
            answers = pipe.execute()
        rows = zip(ids, answers[0::3], answers[1::3], answers[2::3], strict=True)
        return [
            as_shift(shift, fields, claimed, covers)
            for shift, fields, claimed, covers in rows
            if fields
        ]

    def between(self, start: datetime, end: datetime) -> list[Shift]:
        """Shifts that touch `[start, end)`, by their start."""
        return [s for s in self.get_all(self._ids_between(start, end)) if s.ends > start]

    def outlines(self, start: datetime, end: datetime) -> list[Shift]:
        """As `between`, but as if nobody had claimed any: a third of the reading, for a whole roster."""
        ids, found = self._ids_between(start, end), list[dict[str, str]]()
        for some in range(0, len(ids), AT_ONCE):
            with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
                for shift in ids[some : some + AT_ONCE]:
                    pipe.hgetall(self._keys.shift(shift))
                found += pipe.execute()
        shifts = (
            as_shift(s, fields, (), ()) for s, fields in zip(ids, found, strict=True) if fields
        )
        return [shift for shift in shifts if shift.ends > start]

    def _ids_between(self, start: datetime, end: datetime) -> list[ShiftId]:
        first, last = milliseconds(start - LONGEST), f"({milliseconds(end)}"
        with redis_errors():
            ids = self._redis.zrange(self._keys.shifts(), first, last, byscore=True)
        return [ShiftId(shift) for shift in ids]

    def on(self, at: datetime) -> list[Shift]:
        """Shifts that are running."""
        return [shift for shift in self.between(at, moment(milliseconds(at) + 1)) if shift.on(at)]

    def of(self, volunteer: VolunteerId, start: datetime, end: datetime) -> list[Shift]:
        """Shifts that this volunteer has a seat on and that touch `[start, end)`, by their start."""
        with redis_errors():
            ids = self._redis.zrange(
                self._keys.claims(volunteer),
                milliseconds(start - LONGEST),
                f"({milliseconds(end)}",
                byscore=True,
            )
        return [shift for shift in self.get_all(ShiftId(s) for s in ids) if shift.ends > start]

    def all_of(self, volunteer: VolunteerId) -> list[ShiftId]:
        """Every shift that this volunteer has a seat on, also those that are over."""
        with redis_errors():
            return [ShiftId(s) for s in self._redis.zrange(self._keys.claims(volunteer), 0, -1)]

    def claimed_after(self, after: datetime) -> list[Shift]:
        """Those of about the next hundred shifts that someone has claimed a seat in, by their start."""
        with redis_errors():
            ids = self._redis.zrange(
                self._keys.shifts(),
                f"({milliseconds(after)}",
                "+inf",
                byscore=True,
                offset=0,
                num=100,
            )
        return [s for s in self.get_all(ShiftId(i) for i in ids) if s.claimed]

    def by_code(self, code: int) -> Shift | None:
        with redis_errors():
            shift = self._redis.hget(self._keys.shift_codes(), str(code))
        return self.get(ShiftId(shift)) if shift else None

    def marks(self, shift: ShiftId) -> dict[str, datetime]:
        """What was done about a shift, `step:volunteer id`, and when."""
        with redis_errors():
            rows: dict[str, str] = self._redis.hgetall(self._keys.marks(shift))
        return {mark: moment(int(at)) for mark, at in rows.items()}

    # --- changing

    def add(self, shift: Shift, *, now: datetime, plan: Plan = NOTHING_ELSE) -> str:
        """Put a shift on the roster, where it gets its code: "added", or "known" if it is there already."""
        return self.add_some([shift], now=now, plan=plan)

    def add_some(self, shifts: Sequence[Shift], *, now: datetime, plan: Plan = NOTHING_ELSE) -> str:
        """Put shifts on the roster, AT_ONCE at most: "added", or "known" if all of them are there already."""
        k = self._keys
        listed = [
            {"id": s.id, "starts": fields["starts"], "fields": list(chain(*fields.items()))}
            for s in shifts
            if (fields := as_fields(s))
        ]
        word: str = self._transitions.run(
            "add_shifts",
            now=now,
            plan=plan,
            keys=[k.shifts(), k.shift_codes(), *(k.shift(s.id) for s in shifts)],
            args=[json.dumps(listed)],
        )
        return word

    def change(
        self,
        before: Shift,
        after: Shift,
        *,
        versions: Mapping[VolunteerId, str],
        now: datetime,
        plan: Plan,
    ) -> str:
        """Give a shift other times, seats or needs: "changed", or "moved" if it is not as in `before` any more.

        `versions` are those of everyone who has a seat on it, read before their other shifts were.
        """
        k, holders = self._keys, sorted(before.claimed)
        was, fields = as_fields(before), as_fields(after)
        names = {*was, *fields}
        asked = {
            "was": {name: was.get(name, "") for name in names},
            "fields": {name: fields.get(name, "") for name in names},
            "holders": [{"id": v, "version": versions[v]} for v in holders],
            "anew": (before.starts, before.ends) != (after.starts, after.ends),
        }
        word: str = self._transitions.run(
            "change_shift",
            now=now,
            plan=plan,
            keys=[
                k.shift(before.id),
                k.shifts(),
                k.seats(before.id),
                k.marks(before.id),
                *(key for v in holders for key in (k.claims(v), k.volunteer(v))),
            ],
            args=[before.id, json.dumps(asked)],
        )
        return word

    def remove(self, shift: Shift, *, now: datetime, plan: Plan = NOTHING_ELSE) -> str:
        """Take it off, with its claims: "removed", "unknown", or "moved" if `shift` has other claims by now."""
        k, claimed = self._keys, sorted(shift.claimed)
        word: str = self._transitions.run(
            "remove_shift",
            now=now,
            plan=plan,
            keys=[
                k.shift(shift.id),
                k.shifts(),
                k.shift_codes(),
                k.seats(shift.id),
                k.covers(shift.id),
                k.marks(shift.id),
                *(key for v in claimed for key in (k.claims(v), k.volunteer(v))),
            ],
            args=[shift.id, *claimed],
        )
        return word

    def free_codes(self, over: Sequence[Shift]) -> None:
        """Shifts to come may have the codes of these."""
        for start in range(0, len(over), AT_ONCE):
            some = over[start : start + AT_ONCE]
            args = list(chain.from_iterable((s.id, str(s.code)) for s in some))
            self._scripts.run("free_codes", [self._keys.shift_codes()], args)

    def mark(
        self,
        shift: ShiftId,
        step: str,
        volunteer: VolunteerId | None,
        *,
        again: bool = False,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
    ) -> str:
        """Do a step once for a shift, or for one who has a seat on it.

        "marked", "done_before", "not_yours", "unknown" or "gone".
        """
        k = self._keys
        word: str = self._transitions.run(
            "mark_shift",
            now=now,
            plan=plan,
            cause=cause,
            keys=[k.shift(shift), k.marks(shift), k.seats(shift)],
            args=[f"{step}:{volunteer or ''}", volunteer or "", "1" if again else ""],
        )
        return word

    def rest(
        self,
        shift: Shift,
        marks: Mapping[str, datetime],
        until: datetime | None,
        *,
        now: datetime,
    ) -> str:
        """Look again at `until`, or never, unless its times or seats have changed since: "resting" or "moved"."""
        k = self._keys
        since = {v: marks.get(f"claimed:{v}") for v in shift.claimed}
        word: str = self._transitions.run(
            "rest_shift",
            now=now,
            plan={"resting": Effects(due={k.shift(shift.id): until})},
            keys=[k.shift(shift.id), k.seats(shift.id), k.marks(shift.id)],
            args=[
                milliseconds(shift.starts),
                milliseconds(shift.ends),
                json.dumps({v: str(milliseconds(at)) if at else "" for v, at in since.items()}),
            ],
        )
        return word
