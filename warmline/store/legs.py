"""Legs: each placed once, in one hand at a time, and told of by the provider in any order."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.clock import milliseconds, moment
from warmline.ids import CallSid, ContactId, LegId, PageId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.leg import Fate, Leg, LegState, Side, inbound_leg
from warmline.store.connection import redis_errors
from warmline.store.keys import LEG_SECONDS
from warmline.store.room import Room
from warmline.store.scripts import LOOK_AFTER_NEWS

LOOK_AFTER_LEAVING = timedelta(seconds=5)  # whoever left a room has been sent elsewhere, or hung up

LEASE = timedelta(seconds=6)  # longer than a REST call may take
PLACING_TAKES = timedelta(seconds=5.5)  # at most: the provider's client gives up then


@dataclass(frozen=True, slots=True)
class InHand:
    """`word` is what the leg needs: place, doubt, obey, tell, check, busy, later, spared or over."""

    word: str
    token: str
    place_before: datetime  # later, an answer might come after the lease has run out


class Legs(Room):
    """Every side of every call."""

    def get(self, leg: LegId) -> Leg | None:
        """A leg as it is now, or None when it is long over."""
        with redis_errors():
            fields: dict[str, str] = self._redis.hgetall(self._keys.leg(leg))
        return self._as_leg(leg, fields) if "state" in fields else None

    def of(self, whose: ContactId | PageId) -> list[Leg]:
        """Every leg of a contact or a page that is still remembered, by id."""
        with redis_errors():
            ids = [LegId(leg) for leg in self._redis.smembers(self._keys.legs(whose))]
        return self.get_all(sorted(ids))

    def get_all(self, legs: Iterable[LegId]) -> list[Leg]:
        """These legs, as far as they are remembered."""
        wanted = list(legs)
        if not wanted:
            return []
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for leg in wanted:
                pipe.hgetall(self._keys.leg(leg))
            found = pipe.execute()
        return [
            self._as_leg(leg, fields)
            for leg, fields in zip(wanted, found, strict=True)
            if "state" in fields
        ]

    def lease(self, leg: LegId, *, now: datetime) -> InHand:
        """Take it in hand: "place", "doubt", "obey", "tell", "check", "busy", "later", "spared" or "over"."""
        token = secrets.token_hex(8)
        word: str = self._scripts.run(
            "lease_leg",
            [self._keys.leg(leg), self._keys.due()],
            [milliseconds(now), milliseconds(now + LEASE), token, LEG_SECONDS],
        )
        return InHand(word, token, now + LEASE - PLACING_TAKES)

    def leave(
        self,
        leg: LegId,
        token: str,
        how: str = "",
        *,
        order: str = "",
        look: datetime,
        sid: CallSid | None = None,
    ) -> str:
        """Done with it for now: "left", "ordered", "not_yours" or "over". `how` is `again`, `obeyed`, `told` or nothing.

        A `sid` that another leg has does not become this one's.
        """
        word: str = self._scripts.run(
            "leave_leg",
            [self._keys.leg(leg), self._keys.due(), self._call(sid)],
            [token, how, order, milliseconds(look), sid or "", LEG_SECONDS, leg],
        )
        return word

    def hear(
        self,
        leg: Leg,
        sid: CallSid,
        told: str,
        *,
        fate: Fate | None = None,
        conference: str = "",
        now: datetime,
    ) -> str:
        """The provider tells of it (placed, rang, answered, joined, left or over): "news", "known" or "unknown"."""
        k = self._keys
        look = now + (LOOK_AFTER_LEAVING if told == "left" else LOOK_AFTER_NEWS)
        whose = k.contact(leg.contact) if leg.contact else None
        whose = whose or (k.page(leg.page) if leg.page else k.leg(leg.id))
        word: str = self._scripts.run(
            "hear_of_leg",
            [k.leg(leg.id), k.due(), k.bell(), whose, self._call(sid)],
            [
                sid,
                told,
                fate or "",
                milliseconds(now),
                milliseconds(look),
                LEG_SECONDS,
                conference,
                leg.id,
            ],
        )
        return word

    def unknown(self, sids: Sequence[CallSid]) -> list[CallSid]:
        """Those of these calls that are no leg's."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for sid in sids:
                pipe.exists(self._keys.call(sid))
            found = pipe.execute()
        return [sid for sid, known in zip(sids, found, strict=True) if not known]

    def named(self, sid: CallSid) -> Leg | None:
        """The leg that this call of the provider's is, whoever phoned whom, or None."""
        with redis_errors():
            placed: str | None = self._redis.get(self._keys.call(sid))
        return self.get(LegId(placed) if placed else inbound_leg(sid))

    def _call(self, sid: CallSid | None) -> str:
        return self._keys.call(sid) if sid else self._keys.none()

    def _as_leg(self, leg: LegId, fields: dict[str, str]) -> Leg:
        def when(name: str) -> datetime | None:
            return moment(int(fields[name])) if name in fields else None

        return Leg(
            id=leg,
            side=Side(fields["side"]),
            state=LegState(fields["state"]),
            sender=PhoneNumber(fields["from"]),
            to=PhoneNumber(self._vault.open(fields["to"])) if "to" in fields else None,
            contact=ContactId(fields["contact"]) if "contact" in fields else None,
            volunteer=VolunteerId(fields["volunteer"]) if "volunteer" in fields else None,
            page=PageId(fields["page"]) if "page" in fields else None,
            sid=CallSid(fields["sid"]) if "sid" in fields else None,
            rings_for=int(fields.get("rings_for", 20)),
            order=fields.get("order", ""),
            tell=fields.get("tell", ""),
            conference=fields.get("conference", ""),
            attempts=int(fields.get("attempts", 0)),
            tried=when("tried"),
            rang=when("rang"),
            answered=when("answered"),
            joined=when("joined"),
            pressed=fields.get("pressed", ""),
            fate=Fate(fields["fate"]) if "fate" in fields else None,
        )
