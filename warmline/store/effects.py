"""What a transition causes, prepared before anyone knows which way Redis will decide.

For every word that a script may give, Python prepares what follows from it: the texts to send, the next moment to
look, the line in the journal. The script decides the word, and the same write carries out what was prepared for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from warmline.ids import CallerKey, CallSid, ContactId, LegId, MessageSid, PageId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.leg import Side


class Purpose(StrEnum):
    """Why a text is sent; decides what happens when it cannot be delivered."""

    NOTICE = "notice"  # the line speaking to someone
    OFFER = "offer"  # asking a volunteer to take a person
    TO_PEER = "to_peer"  # a caller's words, for the peer
    TO_CALLER = "to_caller"  # a peer's words, for the caller
    PAGE = "page"  # asking a coordinator for help


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One text to be sent once: `body` is at most 1,600 characters."""

    recipient: CallerKey
    number: PhoneNumber
    sender: PhoneNumber  # the line's own number that it comes from
    body: str = field(repr=False)
    purpose: Purpose = Purpose.NOTICE
    contact: ContactId | None = None
    caller: CallerKey | None = None  # whose conversation it belongs to, for DELETE
    volunteer: VolunteerId | None = None  # the recipient or author on the roster
    page: PageId | None = None  # is not sent any more once somebody has it


@dataclass(frozen=True, slots=True)
class NewLeg:
    """One call to place once, or one that came in: then it has the provider's `sid`."""

    id: LegId
    side: Side
    sender: PhoneNumber  # the line's own number
    to: PhoneNumber | None
    contact: ContactId | None = None
    volunteer: VolunteerId | None = None
    page: PageId | None = None
    rings_for: int = 20  # seconds
    sid: CallSid | None = None
    not_before: datetime | None = None  # their phone may still be engaged until then


@dataclass(frozen=True, slots=True)
class Order:
    """What a leg should do: `leg.HANG_UP`, or `leg.NOW`. One that was not placed yet never is, after HANG_UP."""

    leg: LegId
    what: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a leg in a conference should hear announced, alone and once; dropped where it is in none."""

    leg: LegId
    what: str


BY_PEER, BY_CALLER = "p", "c"  # what a sealed text of `said` opens with


@dataclass(frozen=True, slots=True)
class Heard:
    """The end of a text of a conversation, kept for reading the next one for risk until the contact ends."""

    contact: ContactId
    text: str = field(repr=False)
    by_peer: bool = False


@dataclass(frozen=True, slots=True)
class Effects:
    """What one word of a script sets off. `due` maps a key to its next moment, None to no longer needing one.

    `journal` is one line, or a line for each change where there are several.
    """

    texts: tuple[Outgoing, ...] = ()
    legs: tuple[NewLeg | Order | Announcement, ...] = ()
    due: Mapping[str, datetime | None] = field(default_factory=dict)
    bell: tuple[str, ...] = ()
    said: tuple[Heard, ...] = ()
    journal: Mapping[str, str] | Sequence[Mapping[str, str]] = field(default_factory=dict)

    @property
    def lines(self) -> Sequence[Mapping[str, str]]:
        """The journal's lines."""
        if isinstance(self.journal, Mapping):
            return (self.journal,) if self.journal else ()
        return self.journal


@dataclass(frozen=True, slots=True)
class Cause:
    """The arrived text that brings a transition about; it is taken from its inbox by the same write, or nothing is."""

    sid: MessageSid
    sender: CallerKey


Plan = Mapping[str, Effects]
"""From each word that settles the matter to its effects. A word that is absent (`moved`, `gone`) changes nothing."""
