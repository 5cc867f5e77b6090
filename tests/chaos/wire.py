"""What happened on the phones of those who call, as the exchange told of it: kept until the account is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

HANDS = frozenset({"call_placed", "call_rings", "call_answered", "call_ended"})
SIGNS = frozenset({"heard", "queued", "unqueued", "joined_conference", "left_conference"})
OUTBOUND, INBOUND = "outbound", "inbound"
WILL_RING = "We will try to ring you"


@dataclass(slots=True)
class Company:
    """Some time in one room with somebody else in it."""

    with_sid: str
    began: float
    ended: float | None = None


@dataclass(slots=True)
class OnTheLine:
    """One call of one handset."""

    sid: str
    handset: str
    way: str
    rang: float | None = None
    answered: float | None = None
    ended: float | None = None
    status: str = ""
    ended_by: str = ""
    room: str = ""
    signs: list[tuple[float, bool]] = field(default_factory=list)  # when, and in company from then
    company: list[Company] = field(default_factory=list)
    heard: str = ""  # the last words

    @property
    def talks(self) -> bool:
        return self.answered is not None and self.ended is None

    @property
    def has_company(self) -> bool:
        return bool(self.company) and self.company[-1].ended is None


class Wire:
    """Every call that there was, by the provider's name for it, and who was in which room with whom."""

    def __init__(self) -> None:
        self.calls: dict[str, OnTheLine] = {}
        self._open: dict[str, dict[str, OnTheLine]] = {}  # by handset
        self._rooms: dict[str, list[str]] = {}
        self.promised: dict[str, list[float]] = {}  # when somebody heard that we will ring them
        self.crowds: list[str] = []  # rooms of more than two, in words

    def follow(self, event: dict[str, Any]) -> OnTheLine | None:
        """Take one event in; the call that it is about, if it is about one."""
        kind, sid = event["kind"], event.get("sid", "")
        if kind not in HANDS | SIGNS:
            return None
        at = datetime.fromisoformat(event["at"]).timestamp()
        call = self.calls.get(sid)
        if call is None:
            way = INBOUND if kind == "call_placed" else OUTBOUND
            call = self.calls[sid] = OnTheLine(sid, event["handset"], way)
            self._open.setdefault(call.handset, {})[sid] = call
        match kind:
            case "call_rings":
                call.rang = at
            case "call_answered":
                call.answered = at
            case "call_ended":
                call.ended, call.status, call.ended_by = at, event["status"], event["by"]
                self._open[call.handset].pop(sid, None)
            case "heard":
                call.heard = event["words"]
                if WILL_RING in call.heard:
                    self.promised.setdefault(call.handset, []).append(at)
            case "joined_conference":
                self._joins(call, event["conference"], at)
            case "left_conference":
                self._leaves(call, event["conference"], at)
        call.signs.append((at, call.has_company))
        return call

    def open_on(self, handset: str) -> list[OnTheLine]:
        """The calls of a handset that are not over."""
        return list(self._open.get(handset, {}).values())

    def _joins(self, call: OnTheLine, room: str, at: float) -> None:
        there = self._rooms.setdefault(room, [])
        for sid in there:
            other = self.calls[sid]
            call.company.append(Company(sid, at))
            other.company.append(Company(call.sid, at))
            other.signs.append((at, True))
        there.append(call.sid)
        call.room = room
        if len(there) > 2:
            self.crowds.append(", ".join(self.calls[sid].handset for sid in there))

    def _leaves(self, call: OnTheLine, room: str, at: float) -> None:
        there = self._rooms.get(room, [])
        if call.sid in there:
            there.remove(call.sid)
        call.room = ""
        self._part(call, None, at)
        for sid in there:
            self._part(self.calls[sid], call.sid, at)

    def _part(self, call: OnTheLine, other: str | None, at: float) -> None:
        for company in call.company:
            if company.ended is None and other in {None, company.with_sid}:
                company.ended = at
        call.signs.append((at, call.has_company))
