"""What the customer's answer to a text asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

from warmline.simulator.delivery import Answer

MOST_REPLIES = 10  # a provider's limit for one inbound text (14109)
_XML = frozenset({"text/xml", "application/xml", "text/html"})


@dataclass(frozen=True, slots=True)
class Reply:
    """One text to send back. Empty numbers mean the other side of the text answered."""

    body: str = field(repr=False)
    media: tuple[str, ...] = ()
    to: str = ""
    sender: str = ""
    callback: str = ""


def read(answer: Answer) -> tuple[Reply, ...] | int:
    """The replies asked for, or the provider's error code for an answer it cannot use."""
    if answer.error_code is not None:
        return answer.error_code
    if not answer.body.strip():
        return ()
    if answer.content_type == "text/plain":  # said as it stands
        return (Reply(answer.body.decode(errors="replace")),)
    return _document(answer.body) if answer.content_type in _XML else 12300


def _document(body: bytes) -> tuple[Reply, ...] | int:
    try:
        root = ET.fromstring(body)  # noqa: S314  (our own customer's answer, of 64 KiB at most)
    except ET.ParseError:
        return 12100
    if root.tag != "Response" or any(verb.tag not in {"Message", "Sms"} for verb in root):
        return 12200
    return tuple(_reply(verb) for verb in root)


def _reply(verb: ET.Element) -> Reply:
    said = [verb.text or "", *(part.text or "" for part in verb if part.tag == "Body")]
    return Reply(
        body="".join(said).strip(),
        media=tuple((part.text or "").strip() for part in verb if part.tag == "Media"),
        to=verb.get("to", ""),
        sender=verb.get("from", ""),
        callback=verb.get("statusCallback", "") or verb.get("action", ""),
    )
