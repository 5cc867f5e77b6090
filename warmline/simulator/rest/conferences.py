"""The Conferences resource: list, fetch, end, speak into."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.account import API_VERSION
from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.rest.answers import date, not_found, page, refuse, say
from warmline.simulator.voice import meetings
from warmline.simulator.voice.conferences import Conference, State
from warmline.simulator.voice.crying import announce
from warmline.simulator.voice.happenings import Source

IS_OVER = Refused(20404, "The conference is over", 404)


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("conferences", __name__)
    for name, method, path, operation in (
        ("list", "GET", "/Conferences.json", listing),
        ("fetch", "GET", "/Conferences/<sid>.json", fetch),
        ("update", "POST", "/Conferences/<sid>.json", update),
    ):
        routes.add_url_rule(path, name, partial(operation, exchange), methods=[method])
    return routes


def listing(exchange: Exchange) -> Response:
    """The conferences, newest first."""
    name, status = request.args.get("FriendlyName"), request.args.get("Status")
    with exchange.board.turn():
        found = [
            one
            for one in reversed(exchange.board.conferences.all())
            if name in {None, one.name} and status in {None, one.state}
        ]
        return page("conferences", found, lambda one: one.sid, lambda one: show(exchange, one))


def fetch(exchange: Exchange, sid: str) -> Response:
    """One conference."""
    with exchange.board.turn():
        conference = exchange.board.conferences.get(sid)
        return say(show(exchange, conference)) if conference else not_found()


def update(exchange: Exchange, sid: str) -> Response:
    """End a conference, or say something to everybody in it."""
    with exchange.board.turn():
        conference, said = exchange.board.conferences.get(sid), request.form
        if conference is None:
            return not_found()
        if conference.state is State.COMPLETED:
            return refuse(IS_OVER)
        if said.get("Status") == "completed":
            meetings.close(exchange, conference, "conference-ended-via-api")
        elif url := said.get("AnnounceUrl"):
            source = Source(url, said.get("AnnounceMethod", "POST").upper())
            announce(exchange, conference, source)
    return fetch(exchange, sid)


def show(exchange: Exchange, conference: Conference) -> dict[str, Any]:
    """A conference as the API shows it."""
    uri = f"{exchange.account.path}/Conferences/{conference.sid}"
    return {
        "account_sid": exchange.account.sid,
        "api_version": API_VERSION,
        "call_sid_ending_conference": conference.ended_by or None,
        "date_created": date(conference.created_at),
        "date_updated": date(conference.updated_at),
        "friendly_name": conference.name,
        "reason_conference_ended": conference.reason or None,
        "region": "us1",
        "sid": conference.sid,
        "status": conference.state,
        "subresource_uris": {
            "participants": f"{uri}/Participants.json",
            "recordings": f"{uri}/Recordings.json",
        },
        "uri": f"{uri}.json",
    }
