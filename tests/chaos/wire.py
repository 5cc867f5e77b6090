"""What happened on the phones of those who call, as the exchange told of it: kept until the account is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

HANDS = frozenset({"call_placed", "call_rings", "call_answered", "call_ended"})
SIGNS = frozenset(
    {"heard", "queued", "unqueued", "joined_conference", "left_conference", "bridged", "left"}
    | {"recording_started"}
)
OUTBOUND, INBOUND = "outbound", "inbound"
TWO = 2

Spans = Sequence[tuple[float, float]]


@dataclass(slots=True)
class Company:
    """Some time in one room, or on one bridge, with somebody else who can be heard."""

    with_sid: str
    began: float
    ended: float | None = None


@dataclass(slots=True)
class OnTheLine:
    """One call of one handset."""

    sid: str
    handset: str
    way: str
    parent: str = ""  # the call whose document dialled this one
    rang: float | None = None
    answered: float | None = None
    ended: float | None = None
    status: str = ""
    ended_by: str = ""
    room: str = ""
    is_muted: bool = False
    records: float | None = None  # since when what they say is recorded
    signs: list[tuple[float, bool]] = field(default_factory=list)  # when, and not silent from then
    company: list[Company] = field(default_factory=list)
    words: list[tuple[float, str]] = field(default_factory=list)  # all that was heard, and when

    @property
    def heard(self) -> str:
        """The last words."""
        return self.words[-1][1] if self.words else ""

    @property
    def talks(self) -> bool:
        return self.answered is not None and self.ended is None

    @property
    def has_company(self) -> bool:
        return any(company.ended is None for company in self.company)

    def was_told(self, piece: str) -> list[float]:
        """When these words were heard."""
        return [at for at, words in self.words if piece in words]

    def alone(self) -> Spans:
        """When somebody was on this call, and with nobody."""
        if self.answered is None or self.ended is None:
            return []
        begins = Counter(company.began for company in self.company)
        ends = Counter(company.ended for company in self.company if company.ended is not None)
        there, edges = 0, [(self.answered, False)]
        for at in sorted({*begins, *ends}):
            there += begins[at] - ends[at]
            edges.append((at, there > 0))
        spans = pairwise([*edges, (self.ended, True)])
        return [(at, until) for (at, company), (until, _) in spans if not company]


@dataclass(frozen=True, slots=True)
class Crowd:
    """More than two in one room, whether they are heard or not."""

    at: float
    sids: Sequence[str]


class Wire:
    """Every call that there was, by the provider's name for it, and who was in which room with whom."""

    def __init__(self) -> None:
        self.calls: dict[str, OnTheLine] = {}
        self._open: dict[str, dict[str, OnTheLine]] = {}  # by handset
        self._rooms: dict[str, list[str]] = {}
        self.crowds: list[Crowd] = []

    def follow(self, event: dict[str, Any]) -> OnTheLine | None:
        """Take one event in; the call that it is about, if it is about one."""
        kind, sid = event["kind"], event.get("sid", "")
        if kind not in HANDS | SIGNS:
            return None
        at = datetime.fromisoformat(event["at"]).timestamp()
        call = self.calls.get(sid) or self._new(event)
        match kind:
            case "call_rings":
                call.rang = at
            case "call_answered":
                call.answered = at
            case "call_ended":
                call.ended, call.status, call.ended_by = at, event["status"], event["by"]
                self._open[call.handset].pop(sid, None)
            case "heard":
                call.words.append((at, event["words"]))
            case "recording_started":
                call.records = at
            case "joined_conference":
                call.is_muted = event.get("is_muted", False)
                self._joins(call, event["conference"], at)
            case "left_conference":
                self._leaves(call, event["conference"], at)
            case "bridged":
                call.company.append(Company(event["with_sid"], at))
            case "left":
                self._part(call, event["with_sid"], at)
        call.signs.append((at, call.has_company))
        if parent := self.calls.get(call.parent):  # who hears the other phone ring
            parent.signs.append((at, parent.has_company or kind == "call_rings"))
        return call

    def open_on(self, handset: str) -> list[OnTheLine]:
        """The calls of a handset that are not over."""
        return list(self._open.get(handset, {}).values())

    def of(self, handset: str) -> list[OnTheLine]:
        """Every call of a handset."""
        return [call for call in self.calls.values() if call.handset == handset]

    def told(self, handset: str, piece: str) -> list[float]:
        """When these words were heard on this phone."""
        return [at for call in self.of(handset) for at in call.was_told(piece)]

    def _new(self, event: dict[str, Any]) -> OnTheLine:
        way = INBOUND if event["kind"] == "call_placed" else OUTBOUND
        call = OnTheLine(event["sid"], event["handset"], way, event.get("parent", ""))
        self.calls[call.sid] = call
        self._open.setdefault(call.handset, {})[call.sid] = call
        return call

    def _joins(self, call: OnTheLine, room: str, at: float) -> None:
        there = self._rooms.setdefault(room, [])
        for sid in there:
            other = self.calls[sid]
            if call.is_muted or other.is_muted:  # nobody has company in whom they cannot hear
                continue
            call.company.append(Company(sid, at))
            other.company.append(Company(call.sid, at))
            other.signs.append((at, True))
        there.append(call.sid)
        call.room = room
        if len(there) > TWO:
            self.crowds.append(Crowd(at, tuple(there)))

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
