"""<Redirect>, <Hangup>, <Reject> and <Leave>: where a document goes on, or that it does not."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from warmline.simulator.voice.calls import Status
from warmline.simulator.voice.happenings import HungUp, Left, NotAnswered, Source
from warmline.simulator.voice.reading import Reader
from warmline.simulator.voice.strands import Course

BY_LINE = "line"


def redirect(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Go on with another document."""
    yield from ()
    return reader.at((verb.text or "").strip(), verb.get("method"))


def hangup(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """End the call."""
    del reader, verb
    yield from ()
    raise HungUp(BY_LINE)


def reject(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Do not answer; a call that was answered is ended."""
    del verb
    yield from ()
    if reader.call.answered_at is None:
        raise NotAnswered(Status.BUSY)
    raise HungUp(BY_LINE)


def leave(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Leave the queue that this document is the music of."""
    del reader, verb
    yield from ()
    raise Left
