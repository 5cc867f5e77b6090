"""Documents that bring a call together with somebody: in a conference, or by ringing a number outside."""

from __future__ import annotations

from collections.abc import Sequence

from twilio.twiml.voice_response import VoiceResponse

from warmline.telephony.voice.saying import Addresses, say


def room(
    name: str,
    *,
    language: str,
    words: Sequence[str],
    star: bool,
    events: str,
    to: Addresses,
    muted: bool = False,
) -> str:
    """Into the conference. Whoever leaves it ends it for nobody; who is `muted` is heard by nobody, and begins nothing."""
    response = VoiceResponse()
    say(response, language, *words)
    action = to.to("star" if star else "now")
    dial = response.dial(action=action, method="POST", hangup_on_star=star)
    dial.conference(
        name,
        start_conference_on_enter=not muted,
        muted=muted or None,
        end_conference_on_exit=False,
        beep="false",
        participant_label=to.leg,
        status_callback=events,
        status_callback_event="join leave end",
        status_callback_method="POST",
    )
    return str(response)


def put_through(
    language: str,
    words: Sequence[str],
    *,
    number: str,
    sender: str,
    rings_for: int,
    to: Addresses,
    query: str = "",
) -> str:
    """Ring somebody outside, be told when they pick up, and ask what comes next when that is over."""
    response = VoiceResponse()
    say(response, language, *words)
    dial = response.dial(
        action=to.to("over", query), method="POST", timeout=rings_for, caller_id=sender
    )
    dial.number(
        number,
        status_callback=to.to("answered", query),
        status_callback_event="answered",
        status_callback_method="POST",
    )
    return str(response)
