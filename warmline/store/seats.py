"""Seats: who gives one back, who takes one, who asks for cover, who offers a swap. Redis decides."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import ShiftId, VolunteerId
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.room import Room
from warmline.volunteers.claiming import Give, Move


@dataclass(frozen=True, slots=True)
class Swap:
    """Whoever offers gives their seat on one shift for a seat on another."""

    given: ShiftId
    wanted: ShiftId
    by: VolunteerId

    @property
    def name(self) -> str:
        return f"{self.given}>{self.wanted}>{self.by}"

    @classmethod
    def named(cls, name: str) -> Swap:
        given, wanted, by = name.split(">")
        return cls(ShiftId(given), ShiftId(wanted), VolunteerId(by))


@dataclass(frozen=True, slots=True)
class Undo:
    """What is kept for UNDO: `keep` replaces it, `expect` must be what is kept still (and is used up)."""

    of: VolunteerId
    keep: str = ""
    expect: str = ""


class Seats(Room):
    """The claims on shifts. Every change may be brought about by a text, which is taken by the same write."""

    def versions(self, volunteers: Sequence[VolunteerId]) -> dict[VolunteerId, str]:
        """How often each one's claims have changed. Read it before their shifts, and `hand` refuses what is stale."""
        with redis_errors(), self._redis.pipeline(transaction=False) as pipe:
            for volunteer in volunteers:
                pipe.hget(self._keys.volunteer(volunteer), "claims_version")
            return dict(zip(volunteers, (v or "0" for v in pipe.execute()), strict=True))

    def hand(
        self,
        moves: Sequence[Move],
        *,
        versions: Mapping[VolunteerId, str],
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        undo: Undo | None = None,
        swap: Swap | None = None,
    ) -> str:
        """All moves in their order, or none: "done", or why not; of several, why one cannot be made, and the text stays.

        "unknown", "over", "full", "already_yours", "not_yours"; "moved" when a volunteer's claims have changed since
        `versions` was read, the shift is at another time, or the cover, the swap, the undo or the one beside is there no more: read again and decide anew.
        """
        k = self._keys
        keys = [k.swaps() if swap else k.none(), k.undo(undo.of) if undo else k.none()]
        listed: list[dict[str, object]] = []
        for move in moves:
            shift, who = move.shift, move.volunteer
            keys += [k.shift(shift), k.seats(shift), k.covers(shift), k.marks(shift)]
            keys += [k.claims(who), k.volunteer(who)]
            about = {"shift": shift, "volunteer": who, "version": versions[who]}
            if isinstance(move, Give):
                listed.append({**about, "give": True, "covered": move.covered})
            else:
                at = "-".join(str(milliseconds(moment)) for moment in move.at)
                listed.append({**about, "beside": move.beside or "", **({"at": at} if at else {})})
        word: str = self._transitions.run(
            "hand_seats",
            now=now,
            plan=plan,
            cause=cause,
            keys=keys,
            args=[json.dumps(listed), swap.name if swap else "", *_said(undo)],
        )
        return word

    def ask_cover(
        self,
        shift: ShiftId,
        volunteer: VolunteerId,
        *,
        stop: bool = False,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        undo: Undo | None = None,
    ) -> str:
        """Ask others to take the seat, or stop asking: "asked", "stopped", "already", "not_yours", "over" or "moved"."""
        k = self._keys
        word: str = self._transitions.run(
            "ask_cover",
            now=now,
            plan=plan,
            cause=cause,
            keys=[
                k.shift(shift),
                k.seats(shift),
                k.covers(shift),
                k.undo(volunteer),
                k.marks(shift),
            ],
            args=[volunteer, "stop" if stop else "ask", *_said(undo)],
        )
        return word

    def offer_swap(
        self,
        swap: Swap,
        *,
        until: datetime | None,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        undo: Undo | None = None,
    ) -> str:
        """Offer it until then; None takes it back: "offered", "taken_back", "already", "not_yours" or "moved"."""
        k = self._keys
        word: str = self._transitions.run(
            "offer_swap",
            now=now,
            plan=plan,
            cause=cause,
            keys=[k.swaps(), k.seats(swap.given), k.undo(swap.by)],
            args=[swap.by, swap.name, milliseconds(until) if until else "", *_said(undo)],
        )
        return word

    def swaps(self, now: datetime) -> list[Swap]:
        """The swaps that may be agreed to now, the oldest offers last."""
        with redis_errors():
            rows: dict[str, str] = self._redis.hgetall(self._keys.swaps())
        live = sorted((moment(int(until)), name) for name, until in rows.items())
        return [Swap.named(name) for until, name in live if until > now][::-1]

    def swap_until(self, swap: Swap) -> datetime | None:
        """Until when it may be agreed to; None when it is on offer no more. A passed moment is one that lapsed."""
        with redis_errors():
            until = self._redis.hget(self._keys.swaps(), swap.name)
        return moment(int(until)) if until else None

    def forget_swaps(self, now: datetime) -> None:
        """Drop those that nobody agreed to in time."""
        with redis_errors():
            rows: dict[str, str] = self._redis.hgetall(self._keys.swaps())
            if late := [name for name, until in rows.items() if moment(int(until)) <= now]:
                self._redis.hdel(self._keys.swaps(), *late)

    def undo(self, volunteer: VolunteerId) -> str | None:
        """What UNDO would take back, as it was given to `Undo.keep`."""
        with redis_errors():
            kept: str | None = self._redis.get(self._keys.undo(volunteer))
        return kept


def _said(undo: Undo | None) -> tuple[str, str]:
    return (undo.keep, undo.expect) if undo else ("", "")
