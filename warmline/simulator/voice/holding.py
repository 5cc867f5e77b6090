"""<Enqueue>: a caller waits in a queue, hears its music, and leaves it one way or another."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from warmline.simulator.voice.bridges import bridge
from warmline.simulator.voice.calls import Doing, Status
from warmline.simulator.voice.happenings import (
    Dequeued,
    HungUp,
    Joined,
    Left,
    Over,
    Parted,
    Ready,
    Redirected,
    Source,
)
from warmline.simulator.voice.queues import Member, Queue
from warmline.simulator.voice.reading import Reader, Unusable
from warmline.simulator.voice.showing import show
from warmline.simulator.voice.speaking import music
from warmline.simulator.voice.strands import Course, Wait
from warmline.simulator.voice.verbs import Place


def enqueue(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Wait in the queue; then the action is asked, if there is one."""
    board, now = reader.exchange.board, reader.exchange.clock.now()
    queue = board.queues.open((verb.text or "").strip(), now)
    if verb.get("maxQueueSize", "").isdecimal() and not queue.members:
        queue.most = int(verb.get("maxQueueSize", ""))
    if queue.is_full:
        return reader.source(verb, QueueResult="queue-full")
    member = Member(reader.call, now)
    queue.members.append(member)
    show(reader.exchange, reader.call, "queued")
    for dialling in queue.dialled_by:
        dialling.strand.interrupt(Joined())
    result = ""
    try:
        with reader.call.strand.heeding(Dequeued):
            result = yield from _waited(reader, verb, queue, member)
    except HungUp:
        result = "bridged" if member.is_leaving else "hangup"
        reader.tell(_action(reader, verb, queue, member, result))
        raise
    except Redirected:
        result = "redirected-from-bridged" if member.is_leaving else "redirected"
        reader.tell(_action(reader, verb, queue, member, result), Status.IN_PROGRESS)
        raise
    return _action(reader, verb, queue, member, result)


def _waited(reader: Reader, verb: ET.Element, queue: Queue, member: Member) -> Course[str]:
    """Wait until the call leaves the queue; says how."""
    try:
        yield from _held(reader, verb, queue, member)
    except Left:
        return "leave"
    except Unusable as fault:
        reader.note(fault.code)
        return "error"
    except Dequeued as dequeued:
        queue.leave(member, reader.exchange.clock.now())
        yield from _bridged(reader, dequeued)
        return "bridged"
    finally:
        queue.leave(member, reader.exchange.clock.now())
    return "leave"


def _held(reader: Reader, verb: ET.Element, queue: Queue, member: Member) -> Course[None]:
    """Hear what is to be heard in the queue, again and again."""
    reader.call.doing = Doing.QUEUE
    reader.call.doing = Doing.QUEUE
    if "waitUrl" not in verb.attrib:
        yield from music(reader)
    if not verb.get("waitUrl"):
        yield Wait()
    inside = reader.elsewhere(Place.QUEUE, lambda: _facts(reader, queue, member))
    while True:
        yield from inside.read(reader.source(verb, "waitUrl"))
        reader.call.doing = Doing.QUEUE


def _bridged(reader: Reader, dequeued: Dequeued) -> Course[None]:
    """Hear the whisper, and be together with who dialled the queue until one of them goes."""
    call, other = reader.call, dequeued.by
    try:
        with call.strand.heeding(Parted, of=other):
            if dequeued.whisper:
                yield from reader.elsewhere(Place.QUEUE_WHISPER).read(dequeued.whisper)
            other.strand.interrupt(Ready(call))
            yield from bridge(reader.exchange, call, other)
    except Unusable as fault:
        reader.note(fault.code)
    except Parted:
        pass
    finally:
        other.strand.interrupt(Over(call))


def _facts(reader: Reader, queue: Queue, member: Member) -> dict[str, str]:
    waited = (reader.exchange.clock.now() - member.since).total_seconds()
    return {
        "QueueSid": queue.sid,
        "QueuePosition": str(queue.position(member)),
        "QueueTime": str(int(waited)),
        "AvgQueueTime": str(queue.average_s()),
        "CurrentQueueSize": str(len(queue.members)),
    }


def _action(
    reader: Reader, verb: ET.Element, queue: Queue, member: Member, result: str
) -> Source | None:
    waited = str(int((reader.exchange.clock.now() - member.since).total_seconds()))
    show(reader.exchange, reader.call, "unqueued", result=result)
    return reader.source(verb, QueueResult=result, QueueSid=queue.sid, QueueTime=waited)
