"""What Twilio's voice webhooks say, in our own types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from warmline.ids import CallSid
from warmline.routing.leg import Fate
from warmline.telephony.payloads import NotAPayloadError

_SID = re.compile(r"CA[0-9a-f]{32}")
_RECORDING = re.compile(r"RE[0-9a-f]{32}")
_CONFERENCE = re.compile(r"CF[0-9a-f]{32}")
_NUMBER = re.compile(r"\+[1-9][0-9]{1,14}")
_DIGITS = re.compile(r"[0-9*#]{0,24}")
_FATES = {fate.value: fate for fate in Fate if fate is not Fate.SPARED}
# What Twilio puts in place of a number that is withheld (support article "What do the From numbers ... mean"):
# the keypad's spelling of RESTRICTED, ANONYMOUS, UNKNOWN, UNAVAILABLE.
_WITHHELD = frozenset({"+7378742833", "+266696687", "+86282452253", "+2562533", "+8656696"})


@dataclass(frozen=True, slots=True)
class InboundCall:
    """A call that comes in. `sender` is None where the number is withheld or is no number."""

    sid: CallSid
    sender: str | None
    to: str


@dataclass(frozen=True, slots=True)
class CallNews:
    """How a call fares: "placed", "rang" (a phone of somebody whom we call), "answered" or "over", and then how it ended."""

    sid: CallSid
    told: str
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What somebody said, as the provider has it."""

    sid: str
    seconds: int


@dataclass(frozen=True, slots=True)
class RoomNews:
    """Somebody "joined" a conference or "left" it."""

    sid: CallSid
    told: str
    conference: str  # the provider's name for it


def call_sid(form: Mapping[str, str]) -> CallSid:
    """Which call a webhook is about."""
    sid = form.get("CallSid", "")
    if not _SID.fullmatch(sid):
        raise NotAPayloadError("CallSid")
    return CallSid(sid)


def inbound_call(form: Mapping[str, str]) -> InboundCall:
    """The call in an inbound webhook. NotAPayloadError names the field at fault, never its content."""
    to, sender = form.get("To", ""), form.get("From", "")
    if not _NUMBER.fullmatch(to):
        raise NotAPayloadError("To")
    return InboundCall(call_sid(form), sender_of(sender), to)


def sender_of(said: str) -> str | None:
    """Who phones; None where the number is withheld or is no number."""
    known = _NUMBER.fullmatch(said) is not None and said not in _WITHHELD
    return said if known else None


def digits(form: Mapping[str, str]) -> str:
    """The keys that were pressed; "" for none."""
    pressed = form.get("Digits", "")
    if not _DIGITS.fullmatch(pressed):
        raise NotAPayloadError("Digits")
    return pressed


def call_news(form: Mapping[str, str]) -> CallNews:
    """How a call fares, as a status callback or any other webhook about it says."""
    sid, status = call_sid(form), form.get("CallStatus", "")
    if status in _FATES:
        return CallNews(sid, "over", _FATES[status])
    if status == "ringing" and not is_inbound(form):
        return CallNews(sid, "rang")
    return CallNews(sid, "answered" if status == "in-progress" else "placed")


def is_inbound(form: Mapping[str, str]) -> bool:
    """Whether somebody phoned us; else we phoned them."""
    return form.get("Direction", "") == "inbound"


def is_told_only(form: Mapping[str, str]) -> bool:
    """Whether nobody hears what is answered: a call, a conference or a recording is only reported."""
    return bool({"CallbackSource", "StatusCallbackEvent", "RecordingStatus"} & set(form))


def fate_of(form: Mapping[str, str]) -> str:
    """How the other side of a `<Dial>` ended: Twilio's word, such as "completed" or "busy"."""
    return form.get("DialCallStatus", "")[:24]


def recorded(form: Mapping[str, str]) -> Recorded | None:
    """The recording that a webhook tells of; None where nothing was said."""
    sid, seconds = form.get("RecordingSid", ""), form.get("RecordingDuration", "0")
    if not _RECORDING.fullmatch(sid) or form.get("RecordingStatus", "completed") != "completed":
        return None
    return Recorded(sid, int(seconds) if seconds.isdecimal() else 0)


def room_news(form: Mapping[str, str]) -> RoomNews | None:
    """Who came into a conference ("joined") or went ("left"); None for all else that is told of it."""
    event = form.get("StatusCallbackEvent", "")
    told = {"participant-join": "joined", "participant-leave": "left"}.get(event)
    conference = form.get("ConferenceSid", "")
    if not _CONFERENCE.fullmatch(conference):
        raise NotAPayloadError("ConferenceSid")
    return RoomNews(call_sid(form), told, conference) if told else None
