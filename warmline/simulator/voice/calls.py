"""The calls that the exchange knows of, as the provider's list shows them, and what each is doing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from warmline.simulator.agenda import Plan
from warmline.simulator.voice.strands import Strand


class Status(StrEnum):
    QUEUED = "queued"
    INITIATED = "initiated"
    RINGING = "ringing"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    BUSY = "busy"
    FAILED = "failed"
    NO_ANSWER = "no-answer"
    CANCELED = "canceled"


OPEN = frozenset({Status.QUEUED, Status.INITIATED, Status.RINGING, Status.IN_PROGRESS})


class Direction(StrEnum):
    INBOUND = "inbound"
    API = "outbound-api"
    DIAL = "outbound-dial"


class Doing(StrEnum):
    """Where the voice of a call is."""

    NOTHING = "nothing"  # not answered yet, or over
    LISTENING = "listening"  # to a document
    QUEUE = "queue"
    WAITING = "waiting"  # for a conference to start
    HOLD = "hold"
    CONFERENCE = "conference"
    BRIDGE = "bridge"
    DIALLING = "dialling"  # hears another phone ring
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Report:
    """Where the customer wants to hear of something, and of which events."""

    url: str
    method: str = "POST"
    events: frozenset[str] = frozenset({"completed"})


@dataclass(slots=True, eq=False)
class Call:
    """One leg: the exchange on one end, one handset on the other."""

    sid: str
    sender: str = field(repr=False)  # as it is shown; a hidden number is not the handset's
    to: str = field(repr=False)
    handset: str = field(repr=False)
    direction: Direction
    created_at: datetime
    updated_at: datetime
    listed_at: datetime  # lists show it from then on
    status: Status = Status.QUEUED
    parent_sid: str = ""
    reports: tuple[Report, ...] = ()
    fallback_url: str = ""
    fallback_method: str = "POST"
    timeout_s: int = 60
    time_limit_s: int = 14_400
    detects_machines: bool = False
    answered_by: str = ""
    caller_id: str = ""  # what the handset shows
    started_at: datetime | None = None  # when it began to ring, or came in
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    told: int = 0  # how many reports were due so far
    doing: Doing = Doing.NOTHING
    with_sids: tuple[str, ...] = ()  # a bridge's other end
    keys_to_press: str = ""  # by its handset's habit, once somebody listens
    no_network: bool = False  # then nothing is heard and no key arrives
    speaks_until: datetime | None = None
    limit: Plan | None = None  # no call lasts for ever
    strand: Strand = field(init=False, repr=False)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_outbound(self) -> bool:
        return self.direction is not Direction.INBOUND

    def seconds(self, now: datetime) -> int:
        """How long it has been or was talked, in whole seconds."""
        if self.answered_at is None:
            return 0
        return int(((self.ended_at or now) - self.answered_at).total_seconds())


@dataclass(frozen=True, slots=True)
class Query:
    """What a list of calls is asked for. Moments are whole seconds, and both ends count."""

    to: str = ""
    sender: str = ""
    status: str = ""
    parent_sid: str = ""
    since: datetime | None = None
    until: datetime | None = None


class Calls:
    """Every call, oldest first."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Call] = {}

    def add(self, call: Call) -> None:
        self._by_sid[call.sid] = call

    def get(self, sid: str) -> Call | None:
        return self._by_sid.get(sid)

    def remove(self, call: Call) -> None:
        self._by_sid.pop(call.sid, None)

    def all(self) -> list[Call]:
        return list(self._by_sid.values())

    def of_handset(self, handset: str) -> list[Call]:
        return [call for call in self.all() if call.handset == handset]

    def matching(self, query: Query, *, now: datetime) -> list[Call]:
        """What the provider's list would show at `now`, newest first."""
        return [c for c in reversed(self.all()) if c.listed_at <= now and _fits(c, query)]

    def clear(self) -> None:
        self._by_sid.clear()


def _fits(call: Call, query: Query) -> bool:
    wanted = (
        (query.to, call.to),
        (query.sender, call.sender),
        (query.status, call.status),
        (query.parent_sid, call.parent_sid),
    )
    if any(asked and asked != found for asked, found in wanted):
        return False
    if query.since is None and query.until is None:
        return True
    if call.started_at is None:  # the filter is on the moment it began, and it has not
        return False
    started = call.started_at.replace(microsecond=0)
    return (query.since is None or started >= query.since) and (
        query.until is None or started <= query.until
    )
