"""The Messages resource: send, fetch, list, redact, delete."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator import outbound
from warmline.simulator.account import API_VERSION
from warmline.simulator.admission import LONGEST_VALIDITY_S, Draft, Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.messages import Message, Query
from warmline.simulator.rest.answers import DAY, date, not_found, page, refuse, say, span

UNFINISHED = Refused(20009, "The message has not been completed yet", 409)


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("messages", __name__)
    for name, method, path, operation in (
        ("create", "POST", "/Messages.json", create),
        ("list", "GET", "/Messages.json", listing),
        ("fetch", "GET", "/Messages/<sid>.json", fetch),
        ("update", "POST", "/Messages/<sid>.json", redact),
        ("delete", "DELETE", "/Messages/<sid>.json", delete),
    ):
        routes.add_url_rule(path, name, partial(operation, exchange), methods=[method])
    return routes


def create(exchange: Exchange) -> Response:
    """Send a text."""
    made = outbound.create(exchange, _draft())
    return refuse(made) if isinstance(made, Refused) else say(show(exchange, made), 201)


def listing(exchange: Exchange) -> Response:
    """The texts both ways, newest first."""
    query = _query()
    if isinstance(query, Refused):
        return refuse(query)
    found = exchange.messages.matching(query, now=exchange.clock.now())
    return page("messages", found, lambda m: m.sid, lambda m: show(exchange, m))


def fetch(exchange: Exchange, sid: str) -> Response:
    """One text."""
    message = exchange.messages.get(sid)
    return say(show(exchange, message)) if message else not_found()


def redact(exchange: Exchange, sid: str) -> Response:
    """Take the words out of a text and leave the rest."""
    message = exchange.messages.get(sid)
    if message is None:
        return not_found()
    if request.form.get("Body") != "":
        return refuse(Refused(20001, "A message can only be redacted: Body must be empty"))
    if not message.is_done:
        return refuse(UNFINISHED)
    message.body = ""
    message.updated_at = exchange.clock.now()
    return say(show(exchange, message))


def delete(exchange: Exchange, sid: str) -> Response:
    """Take a text out of the list for good."""
    message = exchange.messages.get(sid)
    if message is None:
        return not_found()
    if not message.is_done:
        return refuse(UNFINISHED)
    exchange.messages.remove(message)
    return Response(status=204)


def show(exchange: Exchange, message: Message) -> dict[str, Any]:
    """A message as the API shows it."""
    uri = f"{exchange.account.path}/Messages/{message.sid}"
    return {
        "account_sid": exchange.account.sid,
        "api_version": API_VERSION,
        "body": message.body,
        "date_created": date(message.created_at),
        "date_sent": date(message.sent_at),
        "date_updated": date(message.updated_at),
        "direction": message.direction,
        "error_code": message.error_code,
        "error_message": None,
        "from": message.sender,
        "messaging_service_sid": None,
        "num_media": str(len(message.media)),
        "num_segments": str(message.segments),
        "price": None,
        "price_unit": "USD",
        "sid": message.sid,
        "status": message.status,
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": message.to,
        "uri": f"{uri}.json",
    }


def _draft() -> Draft:
    said = request.form
    validity = said.get("ValidityPeriod", str(LONGEST_VALIDITY_S))
    return Draft(
        sender=said.get("From", ""),
        to=said.get("To", ""),
        body=said.get("Body", ""),
        media=tuple(said.getlist("MediaUrl")),
        callback=said.get("StatusCallback", ""),
        validity_s=int(validity) if validity.isdecimal() else 0,
    )


def _query() -> Query | Refused:
    asked = request.args
    since = until = None
    try:
        if day := asked.get("DateSent"):
            since, until = span(day[:DAY])
        if first := asked.get("DateSent>"):
            since = span(first)[0]
        if last := asked.get("DateSent<"):
            until = span(last)[1]
    except ValueError:
        return Refused(20001, "Invalid date value")
    return Query(asked.get("To", ""), asked.get("From", ""), since, until)
