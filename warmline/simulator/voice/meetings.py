"""What the customer is told of a conference, and its end."""

from __future__ import annotations

from email.utils import format_datetime

from warmline.simulator import callbacks, sids
from warmline.simulator.delivery import Ask
from warmline.simulator.exchange import Exchange
from warmline.simulator.voice.conferences import Conference, Participant, State
from warmline.simulator.voice.happenings import Changed, Parted
from warmline.simulator.voice.recordings import Recording
from warmline.simulator.voice.showing import show

OPERATION = "conferences.callback"
ASKED_AS = {  # which word of statusCallbackEvent asks for an event
    "conference-start": "start",
    "conference-end": "end",
    "participant-join": "join",
    "participant-leave": "leave",
    "participant-mute": "mute",
    "participant-unmute": "mute",
    "participant-hold": "hold",
    "participant-unhold": "hold",
    "participant-modify": "modify",
    "announcement-end": "announcement",
}


def tell(
    exchange: Exchange,
    conference: Conference,
    event: str,
    one: Participant | None = None,
    **more: str,
) -> None:
    """Report an event to whoever the first participant named, if they asked for it."""
    report = conference.report
    if exchange.board.is_forgetting or report is None or ASKED_AS[event] not in report.events:
        return
    conference.sequence += 1
    params = {
        "AccountSid": exchange.account.sid,
        "ConferenceSid": conference.sid,
        "FriendlyName": conference.name,
        "SequenceNumber": str(conference.sequence),
        "StatusCallbackEvent": event,
        "Timestamp": format_datetime(exchange.clock.now()),
    }
    params |= _about(one) if one else {}
    if event == "participant-leave" and one:
        params["ParticipantCallStatus"] = (
            "completed"
            if more.get("ReasonParticipantLeft") == "participant_hung_up"
            else one.call.status.value
        )
    ask = Ask(report.url, params | more, "conference_callback", conference.sid, report.method)
    numbers = (one.call.handset,) if one else ()
    callbacks.report(exchange, ask, *numbers, operation=OPERATION)


def wake(conference: Conference) -> None:
    """Let everybody in it look what they are to hear now."""
    for one in conference.participants:
        one.call.strand.interrupt(Changed())


def close(
    exchange: Exchange, conference: Conference, reason: str, by: Participant | None = None
) -> None:
    """The conference is over for everybody."""
    if conference.state is State.COMPLETED:
        return
    conference.state, conference.updated_at = State.COMPLETED, exchange.clock.now()
    conference.reason, conference.ended_by = reason, by.call.sid if by else ""
    why = "moderator_ended_conference" if by else "conference_ended_via_api"
    others, conference.participants = conference.participants, []
    for one in others:
        tell(exchange, conference, "participant-leave", one, ReasonParticipantLeft=why)
        show(exchange, one.call, "left_conference", conference=conference.sid)
        one.call.strand.interrupt(Parted(conference))
    ender = {"CallSidEndingConference": by.call.sid} if by else {}
    tell(exchange, conference, "conference-end", None, ReasonConferenceEnded=reason, **ender)
    if conference.records and by:
        seconds = int((exchange.clock.now() - conference.created_at).total_seconds())
        made = Recording(
            sids.fresh("RE"), by.call, seconds, conference.created_at, "Conference", conference.sid
        )
        exchange.board.recordings.add(made)


def _about(one: Participant) -> dict[str, str]:
    facts = {
        "CallSid": one.call.sid,
        "Muted": _word(one.is_muted),
        "Hold": _word(one.is_held),
        "Coaching": _word(bool(one.coaches)),
        "EndConferenceOnExit": _word(one.ends),
        "StartConferenceOnEnter": _word(one.starts),
    }
    if one.label:
        facts["ParticipantLabel"] = one.label
    if one.coaches:
        facts["CallSidToCoach"] = one.coaches
    return facts


def _word(truth: bool) -> str:  # noqa: FBT001  (the value itself is what is asked about)
    return "true" if truth else "false"
