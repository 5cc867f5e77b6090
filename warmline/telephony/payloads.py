"""What Twilio's webhooks say, in our own types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from warmline.ids import MessageSid

_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}")  # MM… for pictures: not taking those loses texts
_E164 = re.compile(r"\+[1-9][0-9]{1,14}")
LONGEST_BODY = 1600  # characters; the provider's own limit
MOST_MEDIA = 10
# Characters; anything longer is not Twilio's.
_LONGEST_SENDER = 64
_LONGEST_STATUS = 24
_LONGEST_CODE = 6


class NotAPayloadError(ValueError):
    """The form lacks what Twilio always sends, or has it in a shape that Twilio never sends."""


@dataclass(frozen=True, slots=True)
class InboundText:
    """An arriving text. `sender` is raw: it may be a short code or a word."""

    sid: MessageSid
    sender: str
    to: str
    body: str
    media: tuple[str, ...]
    opt_out: str


@dataclass(frozen=True, slots=True)
class TextStatus:
    """What became of a text of ours."""

    sid: MessageSid
    status: str
    code: int | None


def inbound_text(form: Mapping[str, str]) -> InboundText:
    """The text in an inbound webhook. NotAPayloadError names the field at fault, never its content."""
    to, sender = form.get("To", ""), form.get("From", "")
    if not _E164.fullmatch(to):
        raise NotAPayloadError("To")
    if not sender or len(sender) > _LONGEST_SENDER:
        raise NotAPayloadError("From")
    body = form.get("Body", "")
    if len(body) > LONGEST_BODY:
        raise NotAPayloadError("Body")
    count = form.get("NumMedia", "0")
    if not re.fullmatch(r"[0-9]{1,2}", count) or int(count) > MOST_MEDIA:
        raise NotAPayloadError("NumMedia")
    media = tuple(url for i in range(int(count)) if (url := form.get(f"MediaUrl{i}", "")))
    return InboundText(_sid(form), sender, to, body, media, form.get("OptOutType", "")[:8])


def text_status(form: Mapping[str, str]) -> TextStatus:
    """The status in a callback."""
    status, code = form.get("MessageStatus", ""), form.get("ErrorCode", "")
    if not status.isascii() or not status.isalpha() or len(status) > _LONGEST_STATUS:
        raise NotAPayloadError("MessageStatus")
    known = code.isascii() and code.isdigit() and len(code) <= _LONGEST_CODE
    return TextStatus(_sid(form), status.lower(), int(code) if known else None)


def _sid(form: Mapping[str, str]) -> MessageSid:
    sid = form.get("MessageSid", "")
    if not _SID.fullmatch(sid):
        raise NotAPayloadError("MessageSid")
    return MessageSid(sid)
