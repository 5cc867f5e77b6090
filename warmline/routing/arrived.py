"""A text that reached the line, from a webhook or from the provider's own list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from warmline.ids import MessageSid
from warmline.phone import PhoneNumber


@dataclass(frozen=True, slots=True)
class Arrived:
    """A text that someone sent to one of the line's numbers."""

    sid: MessageSid
    sender: PhoneNumber
    line_number: PhoneNumber
    body: str = field(repr=False)
    media: tuple[str, ...] = field(default=(), repr=False)  # addresses at the provider
    opt_out: str = (
        ""  # STOP, START or HELP when the exchange says that it dealt with the word itself
    )
    # when it was sent, for a text found in the provider's list; a webhook does not say
    sent: datetime | None = None
