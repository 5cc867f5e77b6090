"""What people do with the phone in their hand."""

from __future__ import annotations

from datetime import timedelta

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call, Status
from warmline.simulator.voice.happenings import HungUp, NotAnswered, PickedUp, Spoke
from warmline.simulator.voice.showing import show

FADES_S = 10  # after which the carrier gives a lost phone up


def answer(exchange: Exchange, call: Call) -> bool:
    """Pick up; False if it does not ring."""
    with exchange.board.turn():
        rings = call.status is Status.RINGING and call.is_outbound
        if rings and not call.no_network:
            call.strand.interrupt(PickedUp())
    return rings


def decline(exchange: Exchange, call: Call) -> bool:
    """Push the call away; False if it does not ring."""
    with exchange.board.turn():
        rings = call.status is Status.RINGING and call.is_outbound
        if rings:
            call.strand.interrupt(NotAnswered(Status.BUSY))
    return rings


def hang_up(exchange: Exchange, call: Call) -> bool:
    """Hang up; False if there is nothing to hang up."""
    with exchange.board.turn():
        is_mine = call.is_open and (call.status is Status.IN_PROGRESS or not call.is_outbound)
        if is_mine:
            call.strand.interrupt(HungUp())
    return is_mine


def press(exchange: Exchange, call: Call, keys: str) -> bool:
    """Press keys, one after another; False if nobody is on the line."""
    with exchange.board.turn():
        talks = call.status is Status.IN_PROGRESS
        if talks:
            show(exchange, call, "keys", keys=keys)
        if talks and not call.no_network:
            for key in keys:
                call.strand.press(key)
    return talks


def speak(exchange: Exchange, call: Call, seconds: float) -> bool:
    """Say something for a while. Nobody listens to the words, but a recording notices that it is not silent."""
    with exchange.board.turn():
        talks = call.status is Status.IN_PROGRESS and not call.no_network
        if talks:
            call.speaks_until = exchange.clock.now() + timedelta(seconds=seconds)
            call.strand.interrupt(Spoke())
    return talks


def lose_network(exchange: Exchange, call: Call) -> bool:
    """Go where no network is: nothing arrives any more, and after a while the carrier notices."""
    with exchange.board.turn():
        if not call.is_open:
            return False
        call.no_network = True
        show(exchange, call, "network_lost")
        if call.status is Status.IN_PROGRESS or not call.is_outbound:
            gone = HungUp("network")
            exchange.board.later(FADES_S, lambda: call.strand.interrupt(gone))
    return True
