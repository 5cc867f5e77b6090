"""Announcements: something is said into a conference, to everybody or to one, while the talk goes on."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from warmline.simulator import sids
from warmline.simulator.exchange import Exchange
from warmline.simulator.voice import speaking
from warmline.simulator.voice.calls import Call
from warmline.simulator.voice.conferences import Conference, Participant
from warmline.simulator.voice.happenings import Source
from warmline.simulator.voice.meetings import tell
from warmline.simulator.voice.reading import Performer, Reader, Unusable
from warmline.simulator.voice.strands import Course, Strand
from warmline.simulator.voice.turning import redirect
from warmline.simulator.voice.verbs import Place


def _go_on(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """With another document, for whoever still hears it: nobody goes on talking to somebody who has left the room."""
    if reader.listeners and not reader.listeners():
        return None
    return (yield from redirect(reader, verb))


PERFORMERS: Mapping[str, Performer] = {
    "Say": speaking.spoken,
    "Play": speaking.spoken,
    "Pause": speaking.spoken,
    "Redirect": _go_on,
}


def announce(
    exchange: Exchange, conference: Conference, source: Source, one: Participant | None = None
) -> None:
    """Say what is at `source`; it is fetched once, and nobody's call is interrupted by it."""
    board = exchange.board
    crier = Strand(board, sids.fresh("AN"), _course(exchange, conference, source, one))
    board.criers = [*(known for known in board.criers if not known.is_over), crier]
    crier.begin()


def _course(
    exchange: Exchange, conference: Conference, source: Source, one: Participant | None
) -> Course[None]:
    def listeners() -> list[Call]:
        meant = [one] if one else conference.participants
        return [each.call for each in meant if each in conference.participants]

    if not listeners():
        return
    facts = {"ConferenceSid": conference.sid, "FriendlyName": conference.name}
    reader = Reader(exchange, listeners()[0], PERFORMERS, Place.CONFERENCE, lambda: facts)
    reader.listeners = listeners
    try:
        yield from reader.read(source)
    except Unusable as fault:
        reader.note(fault.code)
    if listeners():
        tell(exchange, conference, "announcement-end", one, AnnounceUrl=source.url)
