"""The Recordings resource: list, fetch, listen, delete."""

from __future__ import annotations

import io
import wave
from functools import partial
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.account import API_VERSION
from warmline.simulator.exchange import Exchange
from warmline.simulator.rest.answers import date, not_found, page, say
from warmline.simulator.voice.recordings import Recording

RATE = 8000  # samples a second, as a telephone has
SOUND = {"wav": "audio/x-wav", "mp3": "audio/mpeg"}


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("recordings", __name__)
    for name, method, path, operation in (
        ("list", "GET", "/Recordings.json", listing),
        ("list_of_call", "GET", "/Calls/<call>/Recordings.json", listing),
        ("fetch", "GET", "/Recordings/<recording>.json", fetch),
        ("delete", "DELETE", "/Recordings/<recording>.json", delete),
        ("listen", "GET", "/Recordings/<recording>", listen),
        ("listen_to", "GET", "/Recordings/<recording>.<any(wav, mp3):kind>", listen),
    ):
        routes.add_url_rule(path, name, partial(operation, exchange), methods=[method])
    return routes


def listing(exchange: Exchange, call: str = "") -> Response:
    """The recordings, newest first."""
    wanted = call or request.args.get("CallSid", "")
    with exchange.board.turn():
        found = [
            one for one in reversed(exchange.board.recordings.all()) if wanted in {"", one.call.sid}
        ]
        return page("recordings", found, lambda one: one.sid, partial(show, exchange))


def fetch(exchange: Exchange, recording: str) -> Response:
    """One recording's facts."""
    found = exchange.board.recordings.get(recording)
    return say(show(exchange, found)) if found else not_found()


def listen(exchange: Exchange, recording: str, kind: str = "wav") -> Response:
    """The sound: a second of silence, whatever was said."""
    if exchange.board.recordings.get(recording) is None:
        return not_found()
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(2 * RATE))
    return Response(sound.getvalue(), mimetype=SOUND[kind])


def delete(exchange: Exchange, recording: str) -> Response:
    """Delete a recording for good."""
    with exchange.board.turn():
        found = exchange.board.recordings.get(recording)
        if found is None:
            return not_found()
        exchange.board.recordings.remove(found)
    return Response(status=204)


def show(exchange: Exchange, recording: Recording) -> dict[str, Any]:
    """A recording as the API shows it."""
    uri = f"{exchange.account.path}/Recordings/{recording.sid}"
    return {
        "account_sid": exchange.account.sid,
        "api_version": API_VERSION,
        "call_sid": recording.call.sid,
        "channels": 1,
        "conference_sid": recording.conference_sid or None,
        "date_created": date(recording.created_at),
        "date_updated": date(recording.created_at),
        "duration": str(recording.seconds),
        "error_code": None,
        "media_url": f"{exchange.url}{uri}",
        "price": None,
        "price_unit": "USD",
        "sid": recording.sid,
        "source": recording.source,
        "start_time": date(recording.created_at),
        "status": "completed",
        "uri": f"{uri}.json",
    }
