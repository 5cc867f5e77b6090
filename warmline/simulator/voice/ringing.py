"""A call to a handset, until it is answered or never will be."""

from __future__ import annotations

from warmline.simulator.exchange import Exchange
from warmline.simulator.voice import progress
from warmline.simulator.voice.calls import Call, Status
from warmline.simulator.voice.habits import BY_HAND, Does, Habit
from warmline.simulator.voice.happenings import HungUp, NotAnswered, PickedUp
from warmline.simulator.voice.showing import show
from warmline.simulator.voice.strands import Course, Wait

BUFFER_S = 5  # the provider lets a phone ring this much longer than it was told
ANSWERING = frozenset({Does.ANSWERS, Does.VOICEMAIL, Does.HANGS_UP})


def ring(exchange: Exchange, call: Call, queue_s: float = 0.0) -> Course[None]:
    """Let the handset ring until it is answered; `NotAnswered` says how else it ended."""
    with call.strand.heeding(PickedUp, NotAnswered):
        yield Wait(queue_s)
        call.status = Status.INITIATED
        progress.tell(exchange, call, "initiated")
        habit = exchange.board.habits.get(call.handset, BY_HAND)
        if call.handset in exchange.numbers:  # our own numbers do not ring one another here
            habit = Habit(Does.BUSY)
        if habit.does in {Does.FAILS, Does.BUSY}:
            raise NotAnswered(Status.FAILED if habit.does is Does.FAILS else Status.BUSY)
        yield from _rings(exchange, call, habit)
    _answer(exchange, call, habit)


def _rings(exchange: Exchange, call: Call, habit: Habit) -> Course[None]:
    call.status = Status.RINGING
    call.started_at = call.updated_at = exchange.clock.now()
    show(exchange, call, "call_rings")
    progress.tell(exchange, call, "ringing")
    patience = call.timeout_s + BUFFER_S
    answers = habit.does in ANSWERING and habit.after_s < patience
    try:
        yield Wait(habit.after_s if answers else patience)
    except PickedUp:
        return
    if not answers:
        raise NotAnswered(Status.NO_ANSWER)


def _answer(exchange: Exchange, call: Call, habit: Habit) -> None:
    board = exchange.board
    call.status = Status.IN_PROGRESS
    call.answered_at = call.updated_at = exchange.clock.now()
    if call.detects_machines:
        call.answered_by = "machine_start" if habit.does is Does.VOICEMAIL else "human"
    show(exchange, call, "call_answered")
    progress.tell(exchange, call, "answered")
    call.keys_to_press = habit.keys
    if habit.does is Does.HANGS_UP:
        call.strand.interrupt(HungUp())
    elif habit.does is Does.VOICEMAIL:
        board.later(habit.lasts_s, lambda: call.strand.interrupt(HungUp()))
