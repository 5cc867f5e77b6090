"""The courses that calls take: which verb is performed by what, and what comes before the first document."""

from __future__ import annotations

from collections.abc import Mapping

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice import (
    conferring,
    dialling,
    holding,
    recording,
    speaking,
    turning,
)
from warmline.simulator.voice.calls import Call
from warmline.simulator.voice.happenings import Redirected, Source
from warmline.simulator.voice.reading import Performer, Reader
from warmline.simulator.voice.ringing import ring
from warmline.simulator.voice.strands import Course
from warmline.simulator.voice.telling import begin, told

PERFORMERS: Mapping[str, Performer] = {
    "Say": speaking.spoken,
    "Play": speaking.spoken,
    "Pause": speaking.spoken,
    "Gather": speaking.gather,
    "Enqueue": holding.enqueue,
    "Leave": turning.leave,
    "Dial": dialling.dial,
    "Record": recording.record,
    "Redirect": turning.redirect,
    "Reject": turning.reject,
    "Hangup": turning.hangup,
}


def set_out(exchange: Exchange, call: Call, first: Source, queue_s: float = 0.0) -> None:
    """Let a call begin: one from a handset is told to the customer, one to a handset rings first."""
    begin(exchange, call, _course(exchange, call, first, queue_s))


def join(exchange: Exchange, call: Call, room: conferring.Room, queue_s: float) -> None:
    """Let a call begin that goes into a conference once it is answered."""
    begin(exchange, call, _into(exchange, call, room, queue_s))


def _course(exchange: Exchange, call: Call, first: Source, queue_s: float) -> Course[None]:
    if call.is_outbound:
        yield from ring(exchange, call, queue_s)
    yield from told(Reader(exchange, call, PERFORMERS), first)


def _into(exchange: Exchange, call: Call, room: conferring.Room, queue_s: float) -> Course[None]:
    yield from ring(exchange, call, queue_s)
    reader = Reader(exchange, call, PERFORMERS)
    try:
        yield from conferring.be_in(reader, room, star=False)
    except Redirected as redirected:
        yield from told(reader, redirected.source)
