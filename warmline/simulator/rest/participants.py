"""The Participants of a conference: list, fetch, add, change, remove."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, Response, request

from warmline.simulator.admission import Refused
from warmline.simulator.exchange import Exchange
from warmline.simulator.rest.answers import date, not_found, page, refuse, say
from warmline.simulator.rest.calls import wish
from warmline.simulator.voice import meetings
from warmline.simulator.voice.calls import Report
from warmline.simulator.voice.conferences import Conference, Participant, State
from warmline.simulator.voice.conferring import KICKED, Room, leave
from warmline.simulator.voice.courses import join
from warmline.simulator.voice.crying import announce
from warmline.simulator.voice.happenings import Changed, Parted, Source
from warmline.simulator.voice.placing import made, unfit

YES = "true"


def blueprint(exchange: Exchange) -> Blueprint:
    """The routes, mounted below the account's path."""
    routes = Blueprint("participants", __name__)
    inside = "/Conferences/<conference>/Participants"
    for name, method, path, operation in (
        ("list", "GET", f"{inside}.json", listing),
        ("create", "POST", f"{inside}.json", create),
        ("fetch", "GET", f"{inside}/<sid>.json", fetch),
        ("update", "POST", f"{inside}/<sid>.json", update),
        ("delete", "DELETE", f"{inside}/<sid>.json", delete),
    ):
        routes.add_url_rule(path, name, partial(operation, exchange), methods=[method])
    return routes


def listing(exchange: Exchange, conference: str) -> Response:
    """Who is in a conference now; nobody once it is over."""
    with exchange.board.turn():
        found = exchange.board.conferences.get(conference)
        if found is None:
            return not_found()
        show_one = partial(show, exchange, found)
        return page("participants", found.participants, lambda one: one.call.sid, show_one)


def create(exchange: Exchange, conference: str) -> Response:
    """Call somebody into a conference, which is made if there is none of this sid or name."""
    wanted = wish()
    if refused := unfit(exchange, wanted):
        return refuse(refused)
    with exchange.board.turn():
        known = exchange.board.conferences.get(conference)
        if known and known.state is State.COMPLETED:
            return not_found()
        call = made(exchange, replace(wanted, detects_machines=False))
        room = _room(known.name if known else conference)
        join(exchange, call, room, exchange.board.place_in_queue())
        there = exchange.board.conferences.open(room.name, exchange.clock.now())
        me = Participant(call, exchange.clock.now(), **room.manner)
        return say(show(exchange, there, me) | {"status": "queued"}, 201)


def fetch(exchange: Exchange, conference: str, sid: str) -> Response:
    """One participant."""
    with exchange.board.turn():
        found, one = _find(exchange, conference, sid)
        return say(show(exchange, found, one)) if found and one else not_found()


def update(exchange: Exchange, conference: str, sid: str) -> Response:
    """Change how somebody takes part, or say something to them alone."""
    with exchange.board.turn():
        found, one = _find(exchange, conference, sid)
        if found is None or one is None:
            return not_found()
        refused = _change(exchange, found, one)
        return refuse(refused) if refused else say(show(exchange, found, one))


def delete(exchange: Exchange, conference: str, sid: str) -> Response:
    """Take somebody out; the call goes on with what comes after its <Dial>."""
    with exchange.board.turn():
        found, one = _find(exchange, conference, sid)
        if found is None or one is None:
            return not_found()
        leave(exchange, found, one, KICKED)
        one.call.strand.interrupt(Parted(found))
    return Response(status=204)


def show(exchange: Exchange, conference: Conference, one: Participant) -> dict[str, Any]:
    """A participant as the API shows it."""
    path = f"{exchange.account.path}/Conferences/{conference.sid}/Participants"
    return {
        "account_sid": exchange.account.sid,
        "call_sid": one.call.sid,
        "call_sid_to_coach": one.coaches or None,
        "coaching": bool(one.coaches),
        "conference_sid": conference.sid,
        "date_created": date(one.joined_at),
        "date_updated": date(one.joined_at),
        "end_conference_on_exit": one.ends,
        "hold": one.is_held,
        "label": one.label or None,
        "muted": one.is_muted,
        "queue_time": "0",
        "start_conference_on_enter": one.starts,
        "status": "connected",
        "uri": f"{path}/{one.call.sid}.json",
    }


def _change(exchange: Exchange, conference: Conference, one: Participant) -> Refused | None:
    said, tell = request.form, partial(meetings.tell, exchange, conference)
    if said.get("Coaching") == YES and not said.get("CallSidToCoach"):
        return Refused(20001, "CallSidToCoach is required")
    if "Muted" in said:
        one.is_muted = said["Muted"].lower() == YES
        tell("participant-mute" if one.is_muted else "participant-unmute", one)
    if "Hold" in said:
        one.is_held = said["Hold"].lower() == YES
        one.hold_url = said.get("HoldUrl", "")
        one.hold_method = said.get("HoldMethod", "POST").upper()
        tell("participant-hold" if one.is_held else "participant-unhold", one)
        one.call.strand.interrupt(Changed())
    if "Coaching" in said or "CallSidToCoach" in said or "EndConferenceOnExit" in said:
        if "Coaching" in said or "CallSidToCoach" in said:
            coaches = said.get("Coaching", YES).lower() == YES
            one.coaches = said.get("CallSidToCoach", "") if coaches else ""
        one.ends = said.get("EndConferenceOnExit", str(one.ends)).lower() == YES
        tell("participant-modify", one)
    if url := said.get("AnnounceUrl"):
        source = Source(url, said.get("AnnounceMethod", "POST").upper())
        announce(exchange, conference, one=one, source=source)
    return None


def _find(
    exchange: Exchange, conference: str, name: str
) -> tuple[Conference | None, Participant | None]:
    found = exchange.board.conferences.get(conference)
    return found, found.find(name) if found else None


def _room(name: str) -> Room:
    said = request.form
    url = said.get("ConferenceStatusCallback", "")
    words = said.getlist("ConferenceStatusCallbackEvent")
    events = frozenset(word for line in words for word in line.split())
    manner: dict[str, object] = {
        "label": said.get("Label", ""),
        "is_muted": said.get("Muted") == YES,
        "starts": said.get("StartConferenceOnEnter") != "false",
        "ends": said.get("EndConferenceOnExit") == YES,
        "wait_url": said.get("WaitUrl"),
        "wait_method": said.get("WaitMethod", "POST"),
        "coaches": said.get("CallSidToCoach", "") if said.get("Coaching") == YES else "",
    }
    return Room(
        name=name,
        most=said.get("MaxParticipants", 250, type=int),
        report=Report(url, said.get("ConferenceStatusCallbackMethod", "POST"), events)
        if url
        else None,
        records=said.get("ConferenceRecord", "") in {YES, "record-from-start"},
        manner=manner,
    )
