"""The Accounts resource: the account itself, and nothing to change about it."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response

from warmline.simulator.exchange import Exchange
from warmline.simulator.rest.answers import date, say


def blueprint(exchange: Exchange, opened_at: datetime) -> Blueprint:
    """The route, which is the account's own path and `.json`."""
    routes = Blueprint("accounts", __name__)

    @routes.get(f"{exchange.account.path}.json", endpoint="fetch")
    def fetch() -> Response:
        path = exchange.account.path
        return say(
            {
                "auth_token": "",
                "date_created": date(opened_at),
                "date_updated": date(opened_at),
                "friendly_name": "Simulated account",
                "owner_account_sid": exchange.account.sid,
                "sid": exchange.account.sid,
                "status": "active",
                "subresource_uris": {
                    "calls": f"{path}/Calls.json",
                    "conferences": f"{path}/Conferences.json",
                    "incoming_phone_numbers": f"{path}/IncomingPhoneNumbers.json",
                    "messages": f"{path}/Messages.json",
                    "queues": f"{path}/Queues.json",
                    "recordings": f"{path}/Recordings.json",
                },
                "type": "Full",
                "uri": f"{path}.json",
            }
        )

    return routes
