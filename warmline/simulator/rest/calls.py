"""The Calls resource: make, fetch, list, end, send on, delete."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.account import API_VERSION
from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.rest.answers import DAY, date, not_found, page, refuse, say, span
from warmline.simulator.voice import changing
from warmline.simulator.voice.calls import Call, Query
from warmline.simulator.voice.happenings import Source
from warmline.simulator.voice.placing import LONGEST_TWIML, Wish, place

UNFINISHED = Refused(20009, "The call has not been completed yet", 409)
PARTS = ("events", "notifications", "payments", "recordings", "streams", "transcriptions")


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("calls", __name__)
    for name, method, path, operation in (
        ("create", "POST", "/Calls.json", create),
        ("list", "GET", "/Calls.json", listing),
        ("fetch", "GET", "/Calls/<sid>.json", fetch),
        ("update", "POST", "/Calls/<sid>.json", update),
        ("delete", "DELETE", "/Calls/<sid>.json", delete),
    ):
        routes.add_url_rule(path, name, partial(operation, exchange), methods=[method])
    return routes


def create(exchange: Exchange) -> Response:
    """Make a call."""
    with exchange.board.turn():  # so that it is answered before it rings
        made = place(exchange, wish())
        return refuse(made) if isinstance(made, Refused) else say(show(exchange, made), 201)


def listing(exchange: Exchange) -> Response:
    """The calls both ways, newest first."""
    query = _query()
    if isinstance(query, Refused):
        return refuse(query)
    with exchange.board.turn():
        found = exchange.board.calls.matching(query, now=exchange.clock.now())
        return page("calls", found, lambda call: call.sid, lambda call: show(exchange, call))


def fetch(exchange: Exchange, sid: str) -> Response:
    """One call."""
    with exchange.board.turn():
        call = exchange.board.calls.get(sid)
        return say(show(exchange, call)) if call else not_found()


def update(exchange: Exchange, sid: str) -> Response:
    """End a call, or let it go on with another document."""
    call, said = exchange.board.calls.get(sid), request.form
    if call is None:
        return not_found()
    refused = None
    if "Status" in said:
        refused = changing.end(exchange, call, said["Status"])
    elif "Url" in said or "Twiml" in said:
        refused = _send_on(exchange, call)
    return refuse(refused) if refused else fetch(exchange, sid)


def delete(exchange: Exchange, sid: str) -> Response:
    """Take a call out of the list for good."""
    with exchange.board.turn():
        call = exchange.board.calls.get(sid)
        if call is None:
            return not_found()
        if call.is_open:
            return refuse(UNFINISHED)
        exchange.board.calls.remove(call)
    return Response(status=204)


def show(exchange: Exchange, call: Call) -> dict[str, Any]:
    """A call as the API shows it."""
    uri = f"{exchange.account.path}/Calls/{call.sid}"
    owned = exchange.numbers.get(call.sender if call.is_outbound else call.to)
    over = not call.is_open and call.answered_at
    return {
        "account_sid": exchange.account.sid,
        "annotation": None,
        "answered_by": call.answered_by or None,
        "api_version": API_VERSION,
        "caller_name": None,
        "date_created": date(call.created_at),
        "date_updated": date(call.updated_at),
        "direction": call.direction,
        "duration": str(call.seconds(exchange.clock.now())) if over else None,
        "end_time": date(call.ended_at),
        "forwarded_from": None,
        "from": call.sender,
        "from_formatted": call.sender,
        "group_sid": None,
        "parent_call_sid": call.parent_sid or None,
        "phone_number_sid": owned.sid if owned else None,
        "price": None,
        "price_unit": "USD",
        "queue_time": "0",
        "sid": call.sid,
        "start_time": date(call.started_at),
        "status": "queued" if call.status == "initiated" else call.status,
        "subresource_uris": {part: f"{uri}/{part.title()}.json" for part in PARTS},
        "to": call.to,
        "to_formatted": call.to,
        "trunk_sid": None,
        "uri": f"{uri}.json",
    }


def wish() -> Wish:
    """The call that the request asks for."""
    said = request.form
    return Wish(
        sender=said.get("From", ""),
        to=said.get("To", ""),
        url=said.get("Url", ""),
        method=said.get("Method", "POST").upper(),
        twiml=said.get("Twiml", ""),
        fallback_url=said.get("FallbackUrl", ""),
        fallback_method=said.get("FallbackMethod", "POST").upper(),
        callback=said.get("StatusCallback", ""),
        callback_method=said.get("StatusCallbackMethod", "POST").upper(),
        events=tuple(word for line in said.getlist("StatusCallbackEvent") for word in line.split()),
        timeout_s=said.get("Timeout", 60, type=int) if _is_count("Timeout") else None,
        time_limit_s=said.get("TimeLimit", 14_400, type=int),
        detects_machines=said.get("MachineDetection", "") in {"Enable", "DetectMessageEnd"},
    )


def _is_count(name: str) -> bool:
    return request.form.get(name, "1").isdecimal()


def _send_on(exchange: Exchange, call: Call) -> Refused | None:
    said = request.form
    twiml = said.get("Twiml", "")
    if len(twiml) > LONGEST_TWIML:
        return Refused(21494, "Twiml is too long: 4000 characters at most")
    call.fallback_url = said.get("FallbackUrl", call.fallback_url)
    source = Source(said.get("Url", ""), said.get("Method", "POST").upper(), document=twiml or None)
    return changing.send_on(exchange, call, source)


def _query() -> Query | Refused:
    asked = request.args
    since = until = None
    try:
        if day := asked.get("StartTime"):
            since, until = span(day[:DAY])
        if first := asked.get("StartTime>"):
            since = span(first)[0]
        if last := asked.get("StartTime<"):
            until = span(last)[1]
    except ValueError:
        return Refused(20001, "Invalid date value")
    return Query(
        to=asked.get("To", ""),
        sender=asked.get("From", ""),
        status=asked.get("Status", ""),
        parent_sid=asked.get("ParentCallSid", ""),
        since=since,
        until=until,
    )
