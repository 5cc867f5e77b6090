"""Documents of a call from its answer to its end, whatever the customer changes meanwhile."""

from __future__ import annotations

from functools import partial

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.calls import Call, Status
from warmline.simulator.voice.ending import end
from warmline.simulator.voice.happenings import HungUp, NotAnswered, Redirected, Source
from warmline.simulator.voice.reading import Reader, Unusable
from warmline.simulator.voice.showing import hear
from warmline.simulator.voice.strands import Course, Strand

SORRY = "We are sorry, an application error has occurred. Goodbye."
FALLBACK = "call_fallback"


def begin(exchange: Exchange, call: Call, course: Course[None]) -> None:
    """Add a call with its course, and let it begin."""
    board = exchange.board
    call.strand = Strand(board, call.sid, _to_the_end(exchange, call, course))
    call.strand.listening = partial(_press_by_habit, call)
    board.calls.add(call)
    time_is_up = partial(call.strand.interrupt, HungUp("time limit"))
    call.limit = board.later(call.time_limit_s, time_is_up)
    call.strand.begin()


def told(reader: Reader, first: Source) -> Course[None]:
    """Perform documents until there is none left, wherever the customer redirects the call meanwhile."""
    source = first
    while True:
        try:
            yield from _safely(reader, source)
        except Redirected as redirected:
            source = redirected.source
        else:
            return


def _to_the_end(exchange: Exchange, call: Call, course: Course[None]) -> Course[None]:
    status, by = Status.COMPLETED, "line"
    try:
        yield from course
    except NotAnswered as unanswered:
        status = unanswered.status
    except HungUp as hung_up:
        by = hung_up.by
    finally:
        if call.limit:
            call.limit.call_off()
        if status is Status.COMPLETED and call.answered_at is None:
            status = Status.CANCELED if call.is_outbound else Status.NO_ANSWER
        end(exchange, call, status, by)


def _safely(reader: Reader, source: Source) -> Course[None]:
    """Perform a document; what cannot be used is left to the fallback, or ends in an apology."""
    try:
        yield from reader.read(source)
    except Unusable as fault:
        reader.note(fault.code)
        call = reader.call
        if call.fallback_url and source.kind != FALLBACK:
            why = {"ErrorCode": str(fault.code), "ErrorUrl": fault.url}
            there = Source(call.fallback_url, call.fallback_method, why, kind=FALLBACK)
            yield from _safely(reader, there)
            return
        reader.answer()
        hear(reader.exchange, call, SORRY, "Say")


def _press_by_habit(call: Call) -> None:
    keys, call.keys_to_press = call.keys_to_press, ""
    for key in keys:
        call.strand.press(key)
