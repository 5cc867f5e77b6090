"""<Conference>: a call waits for it to start, takes part, is held, and leaves."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import Any

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.bridges import STAR
from warmline.simulator.voice.calls import Doing, Report
from warmline.simulator.voice.conferences import Conference, Participant, State
from warmline.simulator.voice.happenings import (
    Changed,
    HungUp,
    Parted,
)
from warmline.simulator.voice.meetings import close, tell, wake
from warmline.simulator.voice.reading import Reader, Unusable
from warmline.simulator.voice.showing import show
from warmline.simulator.voice.speaking import music
from warmline.simulator.voice.strands import Course, Wait
from warmline.simulator.voice.verbs import Place

SENT_ON = "participant_updated_via_api"
KICKED = "participant_kicked"  # the provider tells it as sent on


@dataclass(slots=True)
class Room:
    """Which conference, and how to take part in it."""

    name: str
    most: int = 250
    report: Report | None = None
    records: bool = False
    manner: dict[str, Any] = field(default_factory=dict)  # of the Participant


def confer(reader: Reader, noun: ET.Element, *, star: bool) -> Course[None]:
    """Take part until the conference is over, the call leaves, or the key * is pressed."""
    yield from be_in(reader, _room(reader, noun), star=star)


def be_in(reader: Reader, room: Room, *, star: bool) -> Course[None]:
    exchange, call = reader.exchange, reader.call
    now = exchange.clock.now()
    conference = exchange.board.conferences.open(room.name, now)
    if len(conference.participants) >= min(room.most, conference.most):
        return
    me = Participant(call, now, **room.manner)
    reason = SENT_ON
    _enter(exchange, conference, me, room)
    try:
        with (
            call.strand.heeding(Changed),
            call.strand.heeding(Parted, of=conference),
        ):
            yield from _stay(reader, conference, me, star=star)
    except HungUp:
        reason = "participant_hung_up"
        raise
    finally:
        call.doing = Doing.LISTENING
        leave(exchange, conference, me, reason)


def leave(exchange: Exchange, conference: Conference, me: Participant, reason: str) -> None:
    """A participant goes, and with it the conference if it was the last or its departure ends it."""
    how = "kicked" if reason == KICKED else "left"
    if exchange.board.is_forgetting or me not in conference.participants:
        return
    conference.participants.remove(me)
    told = SENT_ON if reason == KICKED else reason
    tell(exchange, conference, "participant-leave", me, ReasonParticipantLeft=told)
    show(exchange, me.call, "left_conference", conference=conference.sid)
    if me.ends:
        close(exchange, conference, f"participant-with-end-conference-on-exit-{how}", me)
    elif not conference.participants:
        close(exchange, conference, f"last-participant-{how}", me)


def _enter(exchange: Exchange, conference: Conference, me: Participant, room: Room) -> None:
    if not conference.participants and conference.report is None:
        conference.report, conference.most = room.report, room.most
        conference.records = room.records
    conference.participants.append(me)
    facts = {"conference": conference.sid, "is_muted": me.is_muted}
    show(exchange, me.call, "joined_conference", **facts)
    tell(exchange, conference, "participant-join", me)
    if conference.may_start():
        conference.state = State.IN_PROGRESS
        conference.updated_at = exchange.clock.now()
        tell(exchange, conference, "conference-start")
        wake(conference)


def _stay(reader: Reader, conference: Conference, me: Participant, *, star: bool) -> Course[None]:
    """Hear what is to be heard; `Changed` means that this may be something else now."""
    while True:
        try:
            if me.is_held or conference.state is State.INIT:
                yield from _wait(reader, me)
            else:
                me.call.doing = Doing.CONFERENCE
                if (yield Wait(keys=star)) == STAR:
                    return
        except Changed:
            continue
        except Parted:
            return


def _wait(reader: Reader, me: Participant) -> Course[None]:
    """Music or a document, again and again."""
    me.call.doing = Doing.HOLD if me.is_held else Doing.WAITING
    url, method = (
        (me.hold_url or None, me.hold_method) if me.is_held else (me.wait_url, me.wait_method)
    )
    if url is None:
        yield from music(reader)
    if not url:
        yield Wait()
    inside = reader.elsewhere(Place.CONFERENCE)
    while True:
        try:
            yield from inside.read(reader.at(url or "", method))
        except Unusable as fault:
            inside.note(fault.code)
            yield from music(reader)


def _room(reader: Reader, noun: ET.Element) -> Room:
    said = noun.get
    source = reader.source(noun, "statusCallback")
    events = frozenset(said("statusCallbackEvent", "").split())
    manner: dict[str, Any] = {
        "label": said("participantLabel", ""),
        "is_muted": said("muted") == "true",
        "starts": said("startConferenceOnEnter") != "false",
        "ends": said("endConferenceOnExit") == "true",
        "wait_url": said("waitUrl"),
        "wait_method": said("waitMethod", "POST"),
        "coaches": said("coach", ""),
    }
    return Room(
        name=(noun.text or "").strip(),
        most=int(said("maxParticipants", "250")),
        report=Report(source.url, source.method, events) if source else None,
        records=said("record", "") in {"record-from-start", "true"},
        manner=manner,
    )
