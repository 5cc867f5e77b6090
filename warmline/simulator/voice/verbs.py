"""The voice verbs of TwiML: the attributes and the insides that each may have, and where each may stand."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SCHEMA = 12200  # the provider's warning; what is wrong is left out, and the rest is done

ANY, URL, SIDS = r"(?s).*", r"\S*", r"[A-Z]{2}[0-9a-f]{32}"
YES_OR_NO, METHOD, COUNT = "true|false", "GET|POST|get|post", r"\d+"
EVENTS = r"(initiated|ringing|answered|completed)( (initiated|ringing|answered|completed))*"
MEETING = "start|end|join|leave|mute|hold|modify|speaker|announcement"
RECORDED = r"(in-progress|completed|absent)( (in-progress|completed|absent))*"
TRIMMED = "trim-silence|do-not-trim"
LEGS = "do-not-record|record-from-answer|record-from-ringing|record-from-answer-dual|record-from-ringing-dual|true|false"


class Place(StrEnum):
    """Where a document is read."""

    CALL = "call"
    QUEUE = "queue"  # the waitUrl of <Enqueue>
    CONFERENCE = "conference"  # the waitUrl of <Conference>, a hold, an announcement
    WHISPER = "whisper"  # the url of <Number>, before its call is connected
    QUEUE_WHISPER = "queue whisper"  # the url of <Queue>


ALLOWED: Mapping[Place, frozenset[str]] = {
    Place.CALL: frozenset(
        "Dial Enqueue Gather Hangup Pause Play Record Redirect Reject Say".split()
    ),
    Place.QUEUE: frozenset("Gather Hangup Leave Pause Play Redirect Say".split()),
    Place.CONFERENCE: frozenset("Pause Play Redirect Say".split()),
    Place.WHISPER: frozenset("Gather Hangup Pause Play Record Redirect Say".split()),
    Place.QUEUE_WHISPER: frozenset("Pause Play Redirect Say".split()),
}
ELSEWHERE = frozenset("Connect Echo Pay Prompt Refer Siprec Start Stop Stream".split())


@dataclass(frozen=True, slots=True)
class Shape:
    """What an element may have: attributes with the pattern of their values, elements inside, and text."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    inside: frozenset[str] = frozenset()
    text: str = ""  # a pattern, or "" for none


_RECORDING = {
    "recordingStatusCallback": URL,
    "recordingStatusCallbackMethod": METHOD,
    "recordingStatusCallbackEvent": RECORDED,
}
_CALLBACK = {"statusCallback": URL, "statusCallbackMethod": METHOD}
_SPOKEN = frozenset("break emphasis lang p phoneme prosody s say-as sub w".split())  # SSML

SHAPES: Mapping[str, Shape] = {
    "Say": Shape({"voice": ANY, "language": ANY, "loop": COUNT}, _SPOKEN, ANY),
    "Play": Shape({"loop": COUNT, "digits": "[0-9wW*#A-D]+"}, text=URL),
    "Pause": Shape({"length": COUNT}),
    "Gather": Shape(
        {
            "action": URL,
            "method": METHOD,
            "input": "dtmf|speech|dtmf speech|speech dtmf",
            "finishOnKey": "[0-9*#]*",
            "timeout": r"\d+|auto",
            "numDigits": "[1-9][0-9]*",
            "actionOnEmptyResult": YES_OR_NO,
            "language": ANY,
            "hints": ANY,
            "speechTimeout": r"\d+|auto",
            "speechModel": ANY,
            "enhanced": YES_OR_NO,
            "profanityFilter": YES_OR_NO,
            "bargeIn": YES_OR_NO,
            "dtmfDetection": ANY,
            "partialResultCallback": URL,
            "partialResultCallbackMethod": METHOD,
        },
        frozenset("Say Play Pause".split()),
    ),
    "Enqueue": Shape(
        {
            "action": URL,
            "method": METHOD,
            "maxQueueSize": COUNT,
            "waitUrl": URL,
            "waitUrlMethod": METHOD,
            "workflowSid": SIDS,
        },
        text=r"(?s).{1,64}",
    ),
    "Leave": Shape(),
    "Dial": Shape(
        {
            "action": URL,
            "method": METHOD,
            "answerOnBridge": YES_OR_NO,
            "callerId": r"\+?\d+|client:.+",
            "hangupOnStar": YES_OR_NO,
            "record": LEGS,
            "ringTone": "[a-z]{2}(-old)?",
            "sequential": YES_OR_NO,
            "timeLimit": COUNT,
            "timeout": COUNT,
            "trim": TRIMMED,
            "referUrl": URL,
            "referMethod": METHOD,
            "recordingTrack": "both|inbound|outbound",
            **_RECORDING,
        },
        frozenset("Client Conference Number Queue Sim Sip".split()),
        r"[\d+() .-]*",
    ),
    "Number": Shape(
        {
            "url": URL,
            "method": METHOD,
            "sendDigits": "[0-9wW*#]+",
            "statusCallbackEvent": EVENTS,
            "machineDetection": "Enable|DetectMessageEnd",
            "machineDetectionTimeout": COUNT,
            "machineDetectionSpeechThreshold": COUNT,
            "machineDetectionSpeechEndThreshold": COUNT,
            "machineDetectionSilenceTimeout": COUNT,
            "amdStatusCallback": URL,
            "amdStatusCallbackMethod": METHOD,
            "byoc": SIDS,
            **_CALLBACK,
        },
        text=r"[\d+() .-]+",
    ),
    "Queue": Shape(
        {"url": URL, "method": METHOD, "reservationSid": SIDS, "postWorkActivitySid": SIDS},
        text=r"(?s).{1,64}",
    ),
    "Conference": Shape(
        {
            "muted": YES_OR_NO,
            "beep": "true|false|onEnter|onExit",
            "startConferenceOnEnter": YES_OR_NO,
            "endConferenceOnExit": YES_OR_NO,
            "participantLabel": r"(?s).{1,128}",
            "jitterBufferSize": "large|medium|small|off",
            "waitUrl": URL,
            "waitMethod": METHOD,
            "maxParticipants": r"[2-9]|[1-9]\d|1\d\d|2[0-4]\d|250",
            "record": "do-not-record|record-from-start|true|false",
            "region": ANY,
            "coach": SIDS,
            "trim": TRIMMED,
            "statusCallbackEvent": rf"({MEETING})( ({MEETING}))*",
            "eventCallbackUrl": URL,
            **_CALLBACK,
            **_RECORDING,
        },
        text=r"(?s).{1,128}",
    ),
    "Redirect": Shape({"method": METHOD}, text=r"\s*\S+\s*"),
    "Reject": Shape({"reason": "rejected|busy"}),
    "Hangup": Shape(),
    "Record": Shape(
        {
            "action": URL,
            "method": METHOD,
            "timeout": COUNT,
            "finishOnKey": "[0-9*#]*",
            "maxLength": COUNT,
            "playBeep": YES_OR_NO,
            "trim": TRIMMED,
            "transcribe": YES_OR_NO,
            "transcribeCallback": URL,
            **_RECORDING,
        }
    ),
}


def faults_of(document: str, place: Place = Place.CALL) -> list[str]:
    """Everything that is wrong with a document read in `place`: none is what every document should have."""
    try:
        root = ET.fromstring(document)  # noqa: S314  (the caller's own document)
    except ET.ParseError as fault:
        return [f"it is not XML: {fault}"]
    if root.tag != "Response":
        return ["its root is not <Response>"]
    return list(faults(root, place))


def faults(root: ET.Element, place: Place) -> Iterator[str]:
    """What is wrong inside <Response>, without anybody's words."""
    if root.attrib:
        yield "<Response> takes no attributes"
    for verb in root:
        if verb.tag in ELSEWHERE:
            yield f"<{verb.tag}> is not simulated"
        elif verb.tag not in ALLOWED[place]:
            yield f"<{verb.tag}> may not stand in <Response> of a {place.value}"
        else:
            yield from _of(verb)


def number_in(verb: ET.Element, name: str, default: int) -> int:
    """The whole number that an attribute says, or the default."""
    said = verb.get(name, "")
    return int(said) if said.isdecimal() else default


def _of(element: ET.Element) -> Iterator[str]:
    shape = SHAPES.get(element.tag)
    if shape is None:  # a part of speech, such as <break>
        return
    for name, value in element.attrib.items():
        if name not in shape.attributes:
            yield f"<{element.tag}> has no attribute {name}"
        elif not re.fullmatch(shape.attributes[name], value):
            yield f"<{element.tag}> does not take this {name}"
    text = (element.text or "").strip()
    if text and not re.fullmatch(shape.text, text):
        yield f"<{element.tag}> does not take this text"
    for part in element:
        if part.tag not in shape.inside:
            yield f"<{part.tag}> may not stand in <{element.tag}>"
        else:
            yield from _of(part)
