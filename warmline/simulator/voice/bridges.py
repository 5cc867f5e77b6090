"""Two calls connected with each other, and nobody else."""

from __future__ import annotations

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call, Doing
from warmline.simulator.voice.happenings import Over, Parted
from warmline.simulator.voice.showing import show
from warmline.simulator.voice.strands import Course, Wait

STAR = "*"


def bridge(exchange: Exchange, call: Call, other: Call, *, star: bool = False) -> Course[None]:
    """Be together with `other` until one of them goes; with `star` the key * ends it too."""
    call.doing, call.with_sids = Doing.BRIDGE, (other.sid,)
    show(exchange, call, "bridged", with_sid=other.sid)
    try:
        while True:
            try:
                key = yield Wait(keys=star)
            except (Over, Parted):
                return
            else:
                if key == STAR:
                    return
    finally:
        call.with_sids = ()
        call.doing = Doing.LISTENING
        show(exchange, call, "left", with_sid=other.sid)
