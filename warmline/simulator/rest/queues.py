"""The Queues resource and the members of each: list, fetch, send on."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.rest.answers import date, not_found, page, refuse, say
from warmline.simulator.voice.happenings import Redirected, Source
from warmline.simulator.voice.queues import Member, Queue

FRONT = "Front"
NOT_EMPTY = Refused(20001, "The queue is not empty")


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("queues", __name__)
    for name, method, path, operation in (
        ("list", "GET", "/Queues.json", listing),
        ("create", "POST", "/Queues.json", create),
        ("fetch", "GET", "/Queues/<queue>.json", fetch),
        ("update", "POST", "/Queues/<queue>.json", update),
        ("delete", "DELETE", "/Queues/<queue>.json", delete),
        ("list_members", "GET", "/Queues/<queue>/Members.json", members),
        ("fetch_member", "GET", "/Queues/<queue>/Members/<sid>.json", member),
        ("update_member", "POST", "/Queues/<queue>/Members/<sid>.json", dequeue),
    ):
        routes.add_url_rule(path, name, partial(operation, exchange), methods=[method])
    return routes


def listing(exchange: Exchange) -> Response:
    """Every queue."""
    with exchange.board.turn():
        found = exchange.board.queues.all()
        return page("queues", found, lambda queue: queue.sid, partial(show, exchange))


def create(exchange: Exchange) -> Response:
    """Make a queue before anybody is in it."""
    with exchange.board.turn():
        name = request.form.get("FriendlyName", "")
        if not name or exchange.board.queues.named(name):
            return refuse(Refused(22003, "A queue of this name exists, or it has none"))
        queue = exchange.board.queues.open(name, exchange.clock.now())
        queue.most = request.form.get("MaxSize", queue.most, type=int)
        return say(show(exchange, queue), 201)


def fetch(exchange: Exchange, queue: str) -> Response:
    """One queue."""
    with exchange.board.turn():
        found = exchange.board.queues.get(queue)
        return say(show(exchange, found)) if found else not_found()


def update(exchange: Exchange, queue: str) -> Response:
    """Change how many a queue holds."""
    with exchange.board.turn():
        found = exchange.board.queues.get(queue)
        if found is None:
            return not_found()
        found.most = request.form.get("MaxSize", found.most, type=int)
        return say(show(exchange, found))


def delete(exchange: Exchange, queue: str) -> Response:
    """Take an empty queue away."""
    with exchange.board.turn():
        found = exchange.board.queues.get(queue)
        if found is None:
            return not_found()
        if found.members:
            return refuse(NOT_EMPTY)
        exchange.board.queues.remove(found)
    return Response(status=204)


def members(exchange: Exchange, queue: str) -> Response:
    """Who waits in a queue, in order."""
    with exchange.board.turn():
        found = exchange.board.queues.get(queue)
        if found is None:
            return not_found()
        show_one = partial(_show, exchange, found)
        return page("queue_members", found.members, lambda one: one.call.sid, show_one)


def member(exchange: Exchange, queue: str, sid: str) -> Response:
    """One who waits, by call, or whoever is at the front."""
    with exchange.board.turn():
        found, one = _find(exchange, queue, sid)
        return say(_show(exchange, found, one)) if found and one else not_found()


def dequeue(exchange: Exchange, queue: str, sid: str) -> Response:
    """Let somebody leave the queue for another document."""
    with exchange.board.turn():
        found, one = _find(exchange, queue, sid)
        if found is None or one is None:
            return not_found()
        shown = _show(exchange, found, one)
        url, method = request.form.get("Url", ""), request.form.get("Method", "POST").upper()
        one.call.strand.interrupt(Redirected(Source(url, method)))
        return say(shown)


def show(exchange: Exchange, queue: Queue) -> dict[str, Any]:
    """A queue as the API shows it."""
    uri = f"{exchange.account.path}/Queues/{queue.sid}"
    return {
        "account_sid": exchange.account.sid,
        "average_wait_time": queue.average_s(),
        "current_size": len(queue.members),
        "date_created": date(queue.created_at),
        "date_updated": date(queue.created_at),
        "friendly_name": queue.name,
        "max_size": queue.most,
        "sid": queue.sid,
        "subresource_uris": {"members": f"{uri}/Members.json"},
        "uri": f"{uri}.json",
    }


def _find(exchange: Exchange, queue: str, sid: str) -> tuple[Queue | None, Member | None]:
    found = exchange.board.queues.get(queue)
    if found is None:
        return None, None
    if sid == FRONT:
        return found, found.first()
    return found, next((one for one in found.members if one.call.sid == sid), None)


def _show(exchange: Exchange, queue: Queue, one: Member) -> dict[str, Any]:
    waited = (exchange.clock.now() - one.since).total_seconds()
    path = f"{exchange.account.path}/Queues/{queue.sid}/Members"
    return {
        "call_sid": one.call.sid,
        "date_enqueued": date(one.since),
        "position": queue.position(one),
        "queue_sid": queue.sid,
        "uri": f"{path}/{one.call.sid}.json",
        "wait_time": int(waited),
    }
