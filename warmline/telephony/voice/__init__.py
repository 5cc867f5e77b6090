"""TwiML for calls, built by the SDK so that nothing is escaped by hand."""

from warmline.telephony.voice.held import (
    BREATH,
    PLAYS_FOR,
    ROUND_SECONDS,
    greeting,
    hold,
    leave,
    wait,
    welcome,
)
from warmline.telephony.voice.message import play, record
from warmline.telephony.voice.saying import Addresses, ask, goodbye, say_then
from warmline.telephony.voice.sorry import reject, sorry, try_again
from warmline.telephony.voice.together import put_through, room

__all__ = [
    "BREATH",
    "PLAYS_FOR",
    "ROUND_SECONDS",
    "Addresses",
    "ask",
    "goodbye",
    "greeting",
    "hold",
    "leave",
    "play",
    "put_through",
    "record",
    "reject",
    "room",
    "say_then",
    "sorry",
    "try_again",
    "wait",
    "welcome",
]
