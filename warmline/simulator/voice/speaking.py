"""<Say>, <Play>, <Pause> and <Gather>: what a call hears, and which keys it presses meanwhile."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import partial

from warmline.simulator.voice.happenings import Source
from warmline.simulator.voice.reading import Reader
from warmline.simulator.voice.showing import hear
from warmline.simulator.voice.sounds import length_of
from warmline.simulator.voice.strands import Course, Errand, Wait
from warmline.simulator.voice.verbs import number_in

PATIENCE_S = 5  # of <Gather>
ENDLESS = "0"


def say(reader: Reader, verb: ET.Element) -> Course[None]:
    """Speak the words, as often as asked; with `loop="0"` until something else happens."""
    words = " ".join("".join(verb.itertext()).split())
    wpm = reader.exchange.board.speech_wpm
    seconds = len(words.split()) / wpm * 60 if wpm > 0 else 0.0
    yield from _repeat(reader, verb, words, seconds)


def play(reader: Reader, verb: ET.Element) -> Course[None]:
    """Play a sound. Nobody listens to it, so its address is what is heard; one that cannot be had is left out."""
    address = reader.at((verb.text or "").strip()).url
    sounds = reader.exchange.board.sounds
    if address not in sounds:
        length = yield Errand(partial(length_of, reader.exchange, reader.call, address))
        if isinstance(length, int):
            reader.note(length)
            return
        sounds[address] = length
    yield from _repeat(reader, verb, (verb.text or "").strip(), sounds[address])


def pause(reader: Reader, verb: ET.Element) -> Course[None]:
    """Be silent for a while."""
    del reader
    yield Wait(float(number_in(verb, "length", 1)))


def gather(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Take keys; without any, go on with what comes next unless the document wants to hear of that."""
    finish, most = verb.get("finishOnKey", "#"), number_in(verb, "numDigits", 0)
    digits, finished_by = "", ""
    key = yield from _until_key(_prompt(reader, verb))
    if key is None:
        key = yield Wait(number_in(verb, "timeout", PATIENCE_S), keys=True)
    while key is not None:
        if key in finish:
            finished_by = key
            break
        digits += key
        if len(digits) == most:
            break
        key = yield Wait(number_in(verb, "timeout", PATIENCE_S), keys=True)
    if not digits and verb.get("actionOnEmptyResult") != "true":
        return None
    told = {"Digits": digits, "FinishedOnKey": finished_by, "msg": "Gather End"}
    return reader.source(verb, **told) or reader.at("", verb.get("method"), **told)


def music(reader: Reader) -> Course[None]:
    """The provider's own music, for ever."""
    hear(reader.exchange, reader.call, "hold music", "Play")
    yield Wait()


def _prompt(reader: Reader, verb: ET.Element) -> Course[None]:
    for part in verb:
        if part.tag in PROMPTS:
            yield from PROMPTS[part.tag](reader, part)


PROMPTS = {"Say": say, "Play": play, "Pause": pause}


def _until_key(course: Course[None]) -> Course[str | None]:
    """The first key that is pressed while `course` goes on; it ends with that key."""
    answer = None
    while True:
        try:
            step = course.send(answer)
        except StopIteration:
            return None
        if isinstance(step, Errand):
            answer = yield step
            continue
        key = yield replace(step, keys=True)
        if key is not None:
            course.close()
            return str(key)
        answer = None


def _repeat(reader: Reader, verb: ET.Element, words: str, seconds: float) -> Course[None]:
    for _ in range(max(1, number_in(verb, "loop", 1))):
        for call in reader.listeners() if reader.listeners else [reader.call]:
            hear(reader.exchange, call, words, verb.tag, verb.get("language", ""))
        if seconds > 0:
            yield Wait(seconds)
    if verb.get("loop") == ENDLESS:
        yield Wait()


def spoken(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Perform one of the verbs that only speak."""
    yield from PROMPTS[verb.tag](reader, verb)
    return None
