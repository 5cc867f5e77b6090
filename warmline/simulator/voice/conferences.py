"""Conferences and who is in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from warmline.simulator import sids
from warmline.simulator.voice.calls import Call, Doing, Report

FEWEST = 2  # below which a conference does not start


class State(StrEnum):
    INIT = "init"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"


@dataclass(slots=True, eq=False)
class Participant:
    """One call in a conference, and how it takes part."""

    call: Call
    joined_at: datetime
    label: str = ""
    is_muted: bool = False
    is_held: bool = False
    hold_url: str = ""
    hold_method: str = "POST"
    starts: bool = True
    ends: bool = False
    wait_url: str | None = None  # None: the provider's own music; "": silence
    wait_method: str = "POST"
    coaches: str = ""  # the sid of the call that alone hears it

    def is_heard_by(self, other: Participant) -> bool:
        """Whether `other` hears what is said here."""
        if self.is_muted or self.is_held or other.is_held:
            return False
        return not self.coaches or self.coaches == other.call.sid


@dataclass(slots=True, eq=False)
class Conference:
    sid: str
    name: str
    created_at: datetime
    updated_at: datetime
    most: int = 250
    state: State = State.INIT
    report: Report | None = None  # the first participant's; nobody else's counts
    sequence: int = 0
    participants: list[Participant] = field(default_factory=list)
    reason: str = ""
    ended_by: str = ""
    records: bool = False

    def find(self, name: str) -> Participant | None:
        """The participant with this call or this label."""
        return next(
            (one for one in self.participants if name in {one.call.sid, one.label or None}), None
        )

    def may_start(self) -> bool:
        return (
            self.state is State.INIT
            and len(self.participants) >= FEWEST
            and any(one.starts for one in self.participants)
        )


class Conferences:
    """Every conference; a name is free again when the one that had it is over."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Conference] = {}

    def open(self, name: str, now: datetime) -> Conference:
        """The conference of this name that is not over, or a new one."""
        for known in self._by_sid.values():
            if known.name == name and known.state is not State.COMPLETED:
                return known
        made = Conference(sids.fresh("CF"), name, now, now)
        self._by_sid[made.sid] = made
        return made

    def get(self, sid: str) -> Conference | None:
        return self._by_sid.get(sid)

    def of(self, call: Call) -> tuple[Conference, Participant] | None:
        """The conference that this call is in."""
        for conference in self._by_sid.values():
            for one in conference.participants:
                if one.call is call:
                    return conference, one
        return None

    def all(self) -> list[Conference]:
        return list(self._by_sid.values())

    def clear(self) -> None:
        self._by_sid.clear()


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody else on the line with a call."""

    call: Call
    hears: bool  # what is said in the call
    is_heard: bool


def company(conferences: Conferences, call: Call, bridged: list[Call]) -> list[Company]:
    """With whom a call is connected at this moment."""
    if call.no_network:
        return []
    if found := conferences.of(call):
        conference, me = found
        if conference.state is not State.IN_PROGRESS or call.doing is not Doing.CONFERENCE:
            return []
        others = [one for one in conference.participants if one is not me]
        return [
            Company(one.call, me.is_heard_by(one), one.is_heard_by(me))
            for one in others
            if not one.call.no_network
        ]
    return [Company(other, hears=True, is_heard=True) for other in bridged if not other.no_network]
