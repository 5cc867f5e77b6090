"""What can happen to a call while it waits for something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from warmline.simulator.voice.calls import Call, Status
from warmline.simulator.voice.strands import Interruption


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from: an address with what it is told, or the document itself."""

    url: str = ""
    method: str = "POST"
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    document: str | None = field(default=None, repr=False)
    kind: str = "call_webhook"  # for the log


@dataclass
class HungUp(Interruption):
    """The call is over: its handset hung up, or lost its network, or the customer ended it."""

    by: str = "handset"
    always = True


@dataclass
class Redirected(Interruption):
    """The customer wants the call to go on with another document."""

    source: Source
    always = True


class PickedUp(Interruption):
    """The handset answers."""


@dataclass
class NotAnswered(Interruption):
    """The call will not be answered any more."""

    status: Status


@dataclass
class Ready(Interruption):
    """The other end of a <Dial> is there, and has heard what it was to hear first."""

    by: Call


@dataclass
class Over(Interruption):
    """The other end of a <Dial> is gone."""

    by: Call


@dataclass
class Parted(Interruption):
    """Whoever this call was connected with has gone, or its conference is over."""

    by: object


class Changed(Interruption):
    """How the call takes part in its conference has changed."""


@dataclass
class Dequeued(Interruption):
    """Somebody has dialled the queue, and this call is next."""

    by: Call
    whisper: Source | None


class Left(Interruption):
    """<Leave>: the call leaves its queue."""


class Joined(Interruption):
    """Somebody has joined the queue that this call has dialled."""


class TimeIsUp(Interruption):
    """A <Dial> has lasted for as long as it may."""


class Spoke(Interruption):
    """The handset's owner says something."""
