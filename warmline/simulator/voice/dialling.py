"""<Dial>: other phones, a queue or a conference, and what the document does afterwards."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import timedelta

from warmline.simulator.voice.bridges import STAR, bridge
from warmline.simulator.voice.calls import Call, Doing
from warmline.simulator.voice.conferring import confer
from warmline.simulator.voice.happenings import (
    Dequeued,
    HungUp,
    Joined,
    Over,
    Parted,
    Ready,
    Source,
    TimeIsUp,
)
from warmline.simulator.voice.legs import legs_of, release
from warmline.simulator.voice.queues import Queue
from warmline.simulator.voice.reading import Reader
from warmline.simulator.voice.strands import Course, Wait
from warmline.simulator.voice.verbs import number_in

PATIENCE_S, LONGEST_S = 30, 14_400


def dial(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Connect the call, and go on with the action when that is over."""
    board, strand = reader.exchange.board, reader.call.strand
    told: dict[str, str] = {}
    limit = board.later(
        number_in(verb, "timeLimit", LONGEST_S), lambda: strand.interrupt(TimeIsUp())
    )
    try:
        with strand.heeding(TimeIsUp):
            yield from _connected(reader, verb, told)
    except TimeIsUp:
        pass
    except HungUp:
        reader.tell(reader.source(verb, **told))
        raise
    finally:
        limit.call_off()
    return reader.source(verb, **told)


def _connected(reader: Reader, verb: ET.Element, told: dict[str, str]) -> Course[None]:
    """Be connected until that ends. `told` says at every moment what the action would be told."""
    noun = next(iter(verb), None)
    if noun is not None and noun.tag == "Conference":
        told["DialCallStatus"] = "answered"
        yield from confer(reader, noun, star=_star(verb))
    elif noun is not None and noun.tag == "Queue":
        yield from _dial_queue(reader, verb, noun, told)
    else:
        yield from _dial_numbers(reader, verb, told)


def _dial_numbers(reader: Reader, verb: ET.Element, told: dict[str, str]) -> Course[None]:
    """Let phones ring, and be together with the first that is there."""
    legs = legs_of(reader, verb)
    told |= {"DialCallStatus": "no-answer" if legs else "failed", "DialBridged": "false"}
    reader.call.doing = Doing.DIALLING
    try:
        with reader.call.strand.heeding(Ready, Over):
            first = yield from _first_of(legs, verb, told)
        if first is not None:
            release([leg for leg in legs if leg is not first], by=reader.call)
            yield from _together(reader, verb, first, told)
    finally:
        release(legs, by=reader.call)


def _first_of(legs: list[Call], verb: ET.Element, told: dict[str, str]) -> Course[Call | None]:
    """The first phone that is there; None if none will be any more."""
    waiting = set(legs)
    while waiting:
        try:
            if (yield Wait(keys=_star(verb))) == STAR:
                told["DialCallStatus"] = "canceled"
                return None
        except Over as over:
            if over.by in waiting:
                waiting.remove(over.by)
                told |= {"DialCallStatus": over.by.status.value, "DialCallSid": over.by.sid}
        except Ready as ready:
            if ready.by in waiting:
                return ready.by
    return None


def _dial_queue(
    reader: Reader, verb: ET.Element, noun: ET.Element, told: dict[str, str]
) -> Course[None]:
    """Take the next caller of a queue; wait for one if there is none."""
    queue = reader.exchange.board.queues.named((noun.text or "").strip())
    told |= {"DialCallStatus": "no-answer", "DequeueResult": "error"}
    if queue is None:
        return
    told |= {"DequeueResult": "timeout", "DequeueQueueSid": queue.sid}
    reader.call.doing = Doing.DIALLING
    taken: list[Call] = []
    queue.dialled_by.append(reader.call)
    try:
        with reader.call.strand.heeding(Ready, Over, Joined):
            first = yield from _next_of(reader, verb, noun, queue, taken)
        if first is not None:
            told["DequeueResult"] = "bridged"
            yield from _together(reader, verb, first, told)
    finally:
        queue.dialled_by.remove(reader.call)
        for call in taken:
            call.strand.interrupt(Parted(reader.call))


def _next_of(
    reader: Reader, verb: ET.Element, noun: ET.Element, queue: Queue, taken: list[Call]
) -> Course[Call | None]:
    """The caller who waits longest, once they have heard the whisper; None if nobody comes in time."""
    clock = reader.exchange.clock
    until = clock.now() + timedelta(seconds=number_in(verb, "timeout", PATIENCE_S))
    while True:
        _take(reader, queue, noun, taken)
        left = max(0.0, (until - clock.now()).total_seconds())
        try:
            key = yield Wait(None if taken else left, keys=_star(verb))
        except Joined:
            continue
        except Over as over:
            if over.by in taken:
                taken.clear()
            continue
        except Ready as ready:
            if ready.by in taken:
                return ready.by
            continue
        if key in {None, STAR}:
            return None


def _take(reader: Reader, queue: Queue, noun: ET.Element, taken: list[Call]) -> None:
    member = queue.first()
    if taken or member is None:
        return
    member.is_leaving = True
    taken.append(member.call)
    whisper = reader.source(noun, "url", QueueSid=queue.sid, DequeingCallSid=reader.call.sid)
    member.call.strand.interrupt(Dequeued(reader.call, whisper))


def _together(reader: Reader, verb: ET.Element, other: Call, told: dict[str, str]) -> Course[None]:
    """Be together with `other` until either goes or the key * is pressed."""
    clock = reader.exchange.clock
    since = clock.now()
    told |= {"DialCallStatus": "completed", "DialCallSid": other.sid, "DialBridged": "true"}
    try:
        with reader.call.strand.heeding(Over, of=other):
            yield from bridge(reader.exchange, reader.call, other, star=_star(verb))
    finally:
        told["DialCallDuration"] = str(int((clock.now() - since).total_seconds()))


def _star(verb: ET.Element) -> bool:
    return verb.get("hangupOnStar") == "true"
