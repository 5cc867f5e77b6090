"""The roster: volunteers, who is on duty, and what each of them is doing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import ContactId, ShiftId, VolunteerId
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.room import Room
from warmline.store.volunteer_record import as_fields, as_volunteer
from warmline.volunteers.roster import Volunteer


class Roster(Room):
    """Volunteers and coordinators."""

    # --- reading

    def get(self, volunteer: VolunteerId) -> Volunteer | None:
        """One volunteer as they are now."""
        return next(iter(self.get_all([volunteer])), None)

    def get_all(self, volunteers: Iterable[VolunteerId]) -> list[Volunteer]:
        """These volunteers, in one round trip; whoever was removed meanwhile is left out."""
        k, ids = self._keys, list(volunteers)
        if not ids:
            return []
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for volunteer in ids:
                pipe.hgetall(k.volunteer(volunteer)).hgetall(k.talks(volunteer)).smembers(
                    k.offers(volunteer)
                )
            answers = pipe.execute()
        rows = zip(ids, answers[0::3], answers[1::3], answers[2::3], strict=True)
        return [
            as_volunteer(v, fields, talks, offers, self._vault)
            for v, fields, talks, offers in rows
            if fields
        ]

    def all_ids(self) -> list[VolunteerId]:
        """Everyone on the roster, in the order in which they were added."""
        with redis_errors():
            return [VolunteerId(v) for v in self._redis.zrange(self._keys.roster(), 0, -1)]

    def size(self) -> int:
        with redis_errors():
            return int(self._redis.zcard(self._keys.roster()))

    def coordinators(self) -> list[VolunteerId]:
        with redis_errors():
            return sorted(VolunteerId(v) for v in self._redis.smembers(self._keys.coordinators()))

    def on_by_text(self, now: datetime) -> dict[VolunteerId, datetime | None]:
        """Who texted ON, and until when (None: until OFF)."""
        with redis_errors():
            rows = self._redis.zrange(
                self._keys.duty(), f"({milliseconds(now)}", "+inf", byscore=True, withscores=True
            )
        return {
            VolunteerId(v): None if until == float("inf") else moment(int(until))
            for v, until in rows
        }

    def experiences(self) -> frozenset[str]:
        """Lived experience that someone on the roster has."""
        with redis_errors():
            counted: dict[str, str] = self._redis.hgetall(self._keys.experiences())
        return frozenset(name for name, count in counted.items() if int(count) > 0)

    def held(self, volunteer: VolunteerId) -> tuple[str, ...]:
        """Words of this peer that are held until they say for whom."""
        with redis_errors():
            sealed = self._redis.lrange(self._keys.held(volunteer), 0, -1)
        return tuple(self._vault.open(words) for words in sealed)

    # --- changing

    def add(self, volunteer: Volunteer, *, now: datetime, plan: Plan) -> str:
        """Put someone on the roster: "added", "known" (the phone is on it already) or "reaching_out"."""
        k = self._keys
        number = self._vault.seal(volunteer.number.e164)
        said = {name: value for name, value in as_fields(volunteer).items() if value}
        fields = {**said, "key": volunteer.key, "number": number}
        word: str = self._transitions.run(
            "add_volunteer",
            now=now,
            plan=plan,
            keys=[
                k.person(volunteer.key),
                k.volunteer(volunteer.id),
                k.roster(),
                k.coordinators(),
                k.experiences(),
            ],
            args=[
                volunteer.id,
                json.dumps(fields),
                json.dumps({"number": number}),
                "1" if volunteer.coordinator else "0",
                *sorted(volunteer.experience),
            ],
        )
        return word

    def edit(
        self, after: Volunteer, *, before: Volunteer | None = None, now: datetime, plan: Plan
    ) -> str:
        """Write what a coordinator says about a volunteer: "edited", "unknown", "moved" if they are not as `before`."""
        k = self._keys
        word: str = self._transitions.run(
            "edit_volunteer",
            now=now,
            plan=plan,
            keys=[k.volunteer(after.id), k.coordinators(), k.experiences()],
            args=[
                after.id,
                json.dumps(as_fields(after)),
                "1" if after.coordinator else "0",
                json.dumps(as_fields(before) if before else {}),
            ],
        )
        return word

    def remove(
        self, volunteer: Volunteer, claimed: Sequence[ShiftId], *, now: datetime, plan: Plan
    ) -> str:
        """Take someone off, with their claims: "removed", "talking", "offered", "unknown"; "moved" if `claimed` are not all."""
        k = self._keys
        word: str = self._transitions.run(
            "remove_volunteer",
            now=now,
            plan=plan,
            keys=[
                k.person(volunteer.key),
                k.volunteer(volunteer.id),
                k.roster(),
                k.coordinators(),
                k.experiences(),
                k.duty(),
                k.talks(volunteer.id),
                k.offers(volunteer.id),
                k.held(volunteer.id),
                k.claims(volunteer.id),
                k.undo(volunteer.id),
                *(key for s in claimed for key in (k.shift(s), k.seats(s), k.covers(s))),
            ],
            args=[volunteer.id, len(claimed), *sorted(volunteer.experience)],
        )
        return word

    def keep(
        self,
        volunteer: VolunteerId,
        fields: Mapping[str, str],
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        duty: str = "",
    ) -> str:
        """Write facts ("" removes one): "kept", "unknown" or "gone".

        `duty` is unix ms or "inf", "off", or "" for no change.
        """
        k = self._keys
        word: str = self._transitions.run(
            "keep_volunteer",
            now=now,
            plan=plan,
            cause=cause,
            keys=[k.volunteer(volunteer), k.duty()],
            args=[volunteer, json.dumps(dict(fields)), duty],
        )
        return word

    def hold(
        self, volunteer: VolunteerId, words: str, *, now: datetime, plan: Plan, cause: Cause
    ) -> str:
        """Hold a peer's words until they say for whom: "held", "gone" or "moved"."""
        word: str = self._transitions.run(
            "hold_words",
            now=now,
            plan=plan,
            cause=cause,
            keys=[self._keys.held(volunteer), self._keys.talks(volunteer)],
            args=[self._vault.seal(words)],
        )
        return word

    def release(
        self,
        volunteer: VolunteerId,
        count: int,
        *,
        contact: ContactId,
        version: str,
        fields: Mapping[str, str],
        now: datetime,
        plan: Plan,
        cause: Cause,
    ) -> str:
        """Let the held words go, all `count` of them: "released", "moved" or "gone"."""
        word: str = self._transitions.run(
            "release_words",
            now=now,
            plan=plan,
            cause=cause,
            contact=contact,
            version=version,
            keys=[self._keys.held(volunteer)],
            args=[count, json.dumps(dict(fields))],
        )
        return word
