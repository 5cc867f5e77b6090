"""What comes from a spreadsheet is one write: everyone and every shift in it, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from warmline.clock import milliseconds
from warmline.ids import ShiftId, VolunteerId
from warmline.store import shift_record, volunteer_record
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan
from warmline.store.room import Room
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

PERHAPS = (
    "languages",
    "experience",
    "training",
    "channel",
    "pattern",
    "day",
)  # of a shift's fields


@dataclass(frozen=True, slots=True)
class VolunteerRow:
    """Someone as they were read, None for someone new, and as they are to be."""

    before: Volunteer | None
    after: Volunteer


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift as it was read, None for a new one, and as it is to be, None for one that goes."""

    before: Shift | None
    after: Shift | None

    @property
    def is_at_another_time(self) -> bool:
        before, after = self.before, self.after
        if before is None or after is None:
            return False
        return (before.starts, before.ends) != (after.starts, after.ends)

    @property
    def holders(self) -> Sequence[VolunteerId]:
        """Whose claims change, by a new seat or by the time of one they have."""
        if self.after is None:
            return ()
        if self.before is None or self.is_at_another_time:
            return sorted(self.after.claimed)
        return sorted(self.after.claimed - self.before.claimed)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rows rest on: everyone's version of their claims, and how many shifts start within some spans (both ends count)."""

    versions: Mapping[VolunteerId, str] = field(default_factory=dict)
    counts: Mapping[tuple[datetime, datetime], int] = field(default_factory=dict)


class Imports(Room):
    """Whole tables. Neither counts for more than the other: what has changed since it was read makes it "moved"."""

    def coded(self, codes: Sequence[int]) -> list[ShiftId]:
        """The shifts that have these codes."""
        with redis_errors():
            ids = self._redis.hmget(self._keys.shift_codes(), *map(str, codes)) if codes else []
        return [ShiftId(shift) for shift in ids if shift]

    def volunteers(self, rows: Sequence[VolunteerRow], *, now: datetime, plan: Plan) -> str:
        """Everyone, or nobody: "imported", "moved" or "reaching_out"."""
        k = self._keys
        people = [
            key for row in rows for key in (k.volunteer(row.after.id), k.person(row.after.key))
        ]
        word: str = self._transitions.run(
            "import_volunteers",
            now=now,
            plan=plan,
            keys=[k.roster(), k.coordinators(), k.experiences(), *people],
            args=[json.dumps([self._volunteer(row) for row in rows])],
        )
        return word

    def shifts(self, rows: Sequence[ShiftRow], *, seen: Seen, now: datetime, plan: Plan) -> str:
        """All of them, with their claims, or nothing: "imported" or "moved"."""
        k, keys = self._keys, dict[str, None]()
        holders = sorted({who for row in rows for who in row.holders})
        asked = {
            "volunteers": [{"key": k.volunteer(v), "version": seen.versions[v]} for v in holders],
            "counts": [
                [str(milliseconds(first)), str(milliseconds(last)), count]
                for (first, last), count in seen.counts.items()
            ],
            "shifts": [self._shift(row, keys, now) for row in rows],
        }
        word: str = self._transitions.run(
            "import_roster",
            now=now,
            plan=plan,
            keys=[k.shifts(), k.shift_codes(), *keys],
            args=[json.dumps(asked)],
        )
        return word

    def _volunteer(self, row: VolunteerRow) -> dict[str, Any]:
        after, fields = row.after, volunteer_record.as_fields(row.after)
        asked = {
            "id": after.id,
            "key": self._keys.volunteer(after.id),
            "person": self._keys.person(after.key),
            "coordinator": after.coordinator,
        }
        if row.before:
            return {**asked, "was": volunteer_record.as_fields(row.before), "fields": fields}
        number = self._vault.seal(after.number.e164)
        new = {name: value for name, value in fields.items() if value}
        return {**asked, "number": number, "fields": {**new, "key": after.key, "number": number}}

    def _shift(self, row: ShiftRow, keys: dict[str, None], now: datetime) -> dict[str, Any]:
        """What the script is asked about it; every key that it names is put into `keys`."""
        k, (before, after) = self._keys, (row.before, row.after)
        shift = after or before
        if shift is None:
            raise ValueError("a row is of some shift")
        own = [k.shift(shift.id), k.seats(shift.id), k.covers(shift.id), k.marks(shift.id)]
        asked: dict[str, Any] = {
            "id": shift.id,
            "key": k.shift(shift.id),
            "seats": k.seats(shift.id),
            "marks": k.marks(shift.id),
            "claimed": " ".join(sorted(before.claimed)) if before else "",
            "fields": _fields(after) if after else {},
            "place": [*([str(milliseconds(shift.starts))] if after else []), shift.id],
            "look": str(milliseconds(now if before or shift.claimed else shift.starts)),
            "anew": row.is_at_another_time,
            "forget": [k.none()] if after else own,
            "holders": [
                {"id": who, "key": k.volunteer(who), "claims": k.claims(who)} for who in row.holders
            ],
        }
        if before:
            asked["was"] = _fields(before)
        if not after:
            asked["gone"] = str(shift.code)
        keys |= dict.fromkeys([*own, *asked["forget"]])
        keys |= dict.fromkeys(key for h in asked["holders"] for key in (h["key"], h["claims"]))
        return asked


def _fields(shift: Shift) -> dict[str, str]:
    """What is written down of it, with "" for what is not."""
    return {**dict.fromkeys(PERHAPS, ""), **shift_record.as_fields(shift)}
