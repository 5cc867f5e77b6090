"""Sounds that are played: fetched once, and only to know how long they last."""

from __future__ import annotations

from warmline.simulator.delivery import Ask, send
from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call

UNKNOWN_S = 10.0  # of what is no WAV
WRONG_TYPE = 12300
TOO_LARGE = 11750  # for a document; a sound may be
_CHUNK = 8  # bytes of a chunk's name and size
_RATE_AT, _WORD = 8, 4  # where the bytes a second stand in a chunk of format


def length_of(exchange: Exchange, call: Call, url: str) -> float | int:
    """How many seconds a sound lasts, or (a whole number) the provider's error if it cannot be had."""
    answer = send(exchange, Ask(url, {}, "sound", call.sid, "GET"))
    if answer.error_code not in {None, TOO_LARGE}:
        return answer.error_code or WRONG_TYPE
    if not answer.content_type.startswith("audio/"):
        return WRONG_TYPE
    return _of_wav(answer.body) or UNKNOWN_S


def _of_wav(sound: bytes) -> float:
    """Seconds of a WAV of any coding, by its header; 0 if it is none."""
    if sound[:4] != b"RIFF" or sound[8:12] != b"WAVE":
        return 0.0
    at, rate = 12, 0
    while at + _CHUNK <= len(sound):
        name = sound[at : at + _WORD]
        size = int.from_bytes(sound[at + _WORD : at + _CHUNK], "little")
        if name == b"fmt ":
            rate = int.from_bytes(sound[at + _CHUNK + _RATE_AT :][:_WORD], "little")
        if name == b"data":
            return size / rate if rate else 0.0
        at += _CHUNK + size + size % 2
    return 0.0
