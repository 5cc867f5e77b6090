"""How long a document is read aloud, verb by verb."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from warmline.telephony import voice
from warmline.words import aloud


def words(document: str, *, once: bool = False) -> list[str]:
    """What a voice says; `once`: only up to the end of the first <Gather>, as the rest repeats it."""
    return [verb.text or "" for verb in _verbs(document, once=once) if verb.tag == "Say"]


def seconds(document: str, *, once: bool = False) -> float:
    """With the pauses and sounds in it, and the breath at the end of a round."""
    return sum(map(_of, _verbs(document, once=once)))


def _of(verb: ET.Element) -> float:
    match verb.tag:
        case "Say":
            return aloud.seconds(verb.text or "")
        case "Pause":
            return float(verb.get("length", "1"))
        case "Play":
            return voice.PLAYS_FOR * int(verb.get("loop", "1"))
        case "Gather" if verb.get("timeout") == str(voice.BREATH):
            return voice.BREATH
        case _:
            return 0.0


def _verbs(document: str, *, once: bool) -> Iterator[ET.Element]:
    for verb in ET.fromstring(document):  # noqa: S314 - our own
        yield verb
        yield from verb
        if once and verb.tag == "Gather":
            return
