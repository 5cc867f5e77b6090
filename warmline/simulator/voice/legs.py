"""The phones that a <Dial> lets ring."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from warmline.simulator import sids
from warmline.simulator.numbers import e164
from warmline.simulator.voice.bridges import bridge
from warmline.simulator.voice.calls import Call, Direction, Doing, Report, Status
from warmline.simulator.voice.happenings import (
    HungUp,
    NotAnswered,
    Over,
    Parted,
    Ready,
    Redirected,
    Source,
)
from warmline.simulator.voice.reading import Reader, Unusable
from warmline.simulator.voice.ringing import ring
from warmline.simulator.voice.strands import Course
from warmline.simulator.voice.telling import begin, told
from warmline.simulator.voice.verbs import Place, number_in

PATIENCE_S = 30
INVALID_NUMBER, INVALID_CALLER_ID = 13224, 13214
EVENTS = "completed"


def legs_of(reader: Reader, verb: ET.Element) -> list[Call]:
    """A ringing call for each number of the <Dial>; what is no number is noted."""
    parent, exchange = reader.call, reader.exchange
    caller_id = verb.get("callerId", "") or parent.sender
    if caller_id not in exchange.numbers and caller_id not in {parent.sender, parent.to}:
        reader.note(INVALID_CALLER_ID)
        return []
    nouns = [noun for noun in verb if noun.tag == "Number"]
    if (verb.text or "").strip():
        nouns.append(verb)
    legs = []
    for noun in nouns:
        number = e164((noun.text or "").strip())
        if number is None:
            reader.note(INVALID_NUMBER)
            continue
        legs.append(_leg(reader, verb, noun, number, caller_id))
    return legs


def release(legs: list[Call], by: Call) -> None:
    """Let these phones go, if they are still ringing for or connected with `by`."""
    for leg in legs:
        leg.strand.interrupt(NotAnswered(Status.CANCELED))
        leg.strand.interrupt(Parted(by))


def _leg(reader: Reader, verb: ET.Element, noun: ET.Element, number: str, caller_id: str) -> Call:
    exchange, parent = reader.exchange, reader.call
    now = exchange.clock.now()
    leg = Call(
        sid=sids.fresh("CA"),
        sender=caller_id,
        to=number,
        handset=number,
        direction=Direction.DIAL,
        created_at=now,
        updated_at=now,
        listed_at=now,
        parent_sid=parent.sid,
        reports=_reports(reader, noun),
        timeout_s=number_in(verb, "timeout", PATIENCE_S),
        detects_machines="machineDetection" in noun.attrib,
    )
    inside = Reader(exchange, leg, reader.performers, Place.WHISPER, base=reader.base)
    whisper = reader.source(noun, "url") if noun is not verb else None
    begin(exchange, leg, _course(inside, parent, whisper))
    return leg


def _course(inside: Reader, parent: Call, whisper: Source | None) -> Course[None]:
    """Ring, hear the whisper, and be together with who dialled."""
    exchange, leg = inside.exchange, inside.call
    try:
        yield from ring(exchange, leg)
        with leg.strand.heeding(Parted, of=parent):
            leg.doing = Doing.LISTENING
            if whisper:
                yield from inside.read(whisper)
            parent.strand.interrupt(Ready(leg))
            yield from bridge(exchange, leg, parent)
    except Parted:
        pass
    except Unusable as fault:
        inside.note(fault.code)
        raise HungUp("line") from None
    except Redirected as redirected:
        parent.strand.interrupt(Over(leg))
        yield from told(Reader(exchange, leg, inside.performers), redirected.source)
    finally:
        parent.strand.interrupt(Over(leg))


def _reports(reader: Reader, noun: ET.Element) -> tuple[Report, ...]:
    source = reader.source(noun, "statusCallback") if noun.tag == "Number" else None
    if source is None:
        return ()
    events = frozenset(noun.get("statusCallbackEvent", EVENTS).split())
    return (Report(source.url, source.method, events),)
