"""Handsets in calls: phoning, answering, pressing keys, hanging up, and what is heard on each."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.control.answers import Unclear, said, say, word
from warmline.simulator.control.phones import LONGEST_WAIT_S
from warmline.simulator.exchange import Exchange
from warmline.simulator.voice import hands, placing
from warmline.simulator.voice.calls import Call, Status
from warmline.simulator.voice.habits import BY_HAND, Does, Habit
from warmline.simulator.voice.showing import other_number, with_whom

ACTIONS = {
    "answer": hands.answer,
    "decline": hands.decline,
    "hang_up": hands.hang_up,
    "lose_network": hands.lose_network,
}
KEYS = frozenset("0123456789*#")


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes."""
    routes = Blueprint("calls", __name__)

    @routes.post("/calls")
    def phone() -> Response:
        asked = said()
        owned = exchange.numbers.get(word(asked, "to"))
        if owned is None or not owned.voice_url:
            raise Unclear("'to' must be a number that is owned and pointed at some address.")
        hidden = asked.get("hidden") is True
        call = placing.phone(exchange, owned, word(asked, "from"), hidden=hidden)
        return say({"sid": call.sid}, 201)

    @routes.post("/calls/<sid>/<any(answer, decline, hang_up, lose_network):action>")
    def act(sid: str, action: str) -> Response:
        call = _call(exchange, sid)
        return say({"sid": sid, "done": ACTIONS[action](exchange, call)})

    @routes.post("/calls/<sid>/keys")
    def press(sid: str) -> Response:
        digits = word(said(), "digits")
        if not set(digits) <= KEYS:
            raise Unclear("'digits' are 0 to 9, * and #.")
        return say({"sid": sid, "done": hands.press(exchange, _call(exchange, sid), digits)})

    @routes.post("/calls/<sid>/speak")
    def speak(sid: str) -> Response:
        seconds = float(said().get("seconds", 3))
        return say({"sid": sid, "done": hands.speak(exchange, _call(exchange, sid), seconds)})

    @routes.get("/handsets/<number>/calls")
    def calls(number: str) -> Response:
        after = request.args.get("after", 0, type=int)
        wait = min(LONGEST_WAIT_S, request.args.get("wait", 0.0, type=float))
        heard = exchange.board.heard_by(number).after(after, wait=wait)
        with exchange.board.turn():
            of_it = exchange.board.calls.of_handset(number)
            return say({"calls": [_show(exchange, call) for call in of_it], "heard": heard})

    @routes.get("/handsets/<number>/ringing")
    def habit_of(number: str) -> Response:
        return say(asdict(exchange.board.habits.get(number, BY_HAND)))

    @routes.put("/handsets/<number>/ringing")
    def ringing(number: str) -> Response:
        asked = said()
        habit = Habit(
            does=Does(asked.get("does", Does.BY_HAND)),
            after_s=float(asked.get("after_s", 0)),
            keys=str(asked.get("keys", "")),
            lasts_s=float(asked.get("lasts_s", 120)),
        )
        exchange.board.habits[number] = habit
        return say(asdict(habit))

    @routes.get("/calls")
    def all_calls() -> Response:
        with exchange.board.turn():
            return say([_show(exchange, call) for call in exchange.board.calls.all()])

    return routes


def _call(exchange: Exchange, sid: str) -> Call:
    call = exchange.board.calls.get(sid)
    if call is None:
        raise Unclear("There is no such call.")
    return call


def _show(exchange: Exchange, call: Call) -> dict[str, Any]:
    return {
        "sid": call.sid,
        "handset": call.handset,
        "number": other_number(call),  # what the handset shows
        "is_mine": not call.is_outbound,  # the handset made it
        "state": _state(call),
        "status": call.status,
        "doing": call.doing,
        "with": [
            {
                "sid": one.call.sid,
                "number": one.call.handset,
                "hears": one.hears,
                "is_heard": one.is_heard,
            }
            for one in with_whom(exchange, call)
        ],
    }


def _state(call: Call) -> str:
    """What the handset's owner would say: nothing yet, it rings, I am talking, it is over."""
    if not call.is_open:
        return "over"
    if call.status is Status.IN_PROGRESS:
        return "talking"
    if not call.is_outbound:
        return "calling"
    return "rings" if call.status is Status.RINGING else "coming"
