"""The IncomingPhoneNumbers resource: which numbers there are, and where they are pointed."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.account import API_VERSION
from warmline.simulator.exchange import Exchange
from warmline.simulator.numbers import OwnedNumber
from warmline.simulator.rest.answers import date, not_found, page, say

SETTABLE = {
    "FriendlyName": "friendly_name",
    "SmsUrl": "sms_url",
    "SmsMethod": "sms_method",
    "SmsFallbackUrl": "sms_fallback_url",
    "SmsFallbackMethod": "sms_fallback_method",
    "VoiceUrl": "voice_url",
    "VoiceMethod": "voice_method",
    "VoiceFallbackUrl": "voice_fallback_url",
    "VoiceFallbackMethod": "voice_fallback_method",
    "StatusCallback": "status_callback",
    "StatusCallbackMethod": "status_callback_method",
}


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("numbers", __name__)

    @routes.get("/IncomingPhoneNumbers.json", endpoint="list")
    def index() -> Response:
        wanted = request.args.get("PhoneNumber", "").removeprefix("+").replace("*", "")
        found = [owned for owned in exchange.numbers.all() if wanted in owned.number]
        return page(
            "incoming_phone_numbers", found, lambda owned: owned.sid, lambda n: _show(exchange, n)
        )

    @routes.get("/IncomingPhoneNumbers/<sid>.json", endpoint="fetch")
    def fetch(sid: str) -> Response:
        owned = exchange.numbers.by_sid(sid)
        return say(_show(exchange, owned)) if owned else not_found()

    @routes.post("/IncomingPhoneNumbers/<sid>.json", endpoint="update")
    def update(sid: str) -> Response:
        owned = exchange.numbers.by_sid(sid)
        if owned is None:
            return not_found()
        for parameter, name in SETTABLE.items():
            if parameter in request.form:
                setattr(owned, name, request.form[parameter])
        owned.updated_at = exchange.clock.now()
        return say(_show(exchange, owned))

    return routes


def _show(exchange: Exchange, owned: OwnedNumber) -> dict[str, Any]:
    settings = {name: getattr(owned, name) for name in SETTABLE.values()}
    return settings | {
        "account_sid": exchange.account.sid,
        "address_requirements": "none",
        "address_sid": None,
        "api_version": API_VERSION,
        "beta": False,
        "capabilities": {"voice": True, "sms": owned.sms, "mms": owned.sms, "fax": False},
        "date_created": date(owned.created_at),
        "date_updated": date(owned.updated_at or owned.created_at),
        "origin": "twilio",
        "phone_number": owned.number,
        "sid": owned.sid,
        "sms_application_sid": "",
        "status": "in-use",
        "trunk_sid": None,
        "uri": f"{exchange.account.path}/IncomingPhoneNumbers/{owned.sid}.json",
        "voice_application_sid": "",
        "voice_caller_id_lookup": False,
        "voice_receive_mode": "voice",
    }
