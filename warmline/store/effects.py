"""What a transition causes, prepared before anyone knows which way Redis will decide.

For every word that a script may give, Python prepares what follows from it: the texts to send, the next moment to
look, the line in the journal. The script decides the word, and the same write carries out what was prepared for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from warmline.ids import CallerKey, ContactId, MessageSid, VolunteerId
from warmline.phone import PhoneNumber


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


@dataclass(frozen=True, slots=True)
class Effects:
    """What one word of a script sets off. `due` maps a key to its next moment, None to no longer needing one.

    `journal` is one line, or a line for each change where there are several.
    """

    texts: tuple[Outgoing, ...] = ()
    due: Mapping[str, datetime | None] = field(default_factory=dict)
    bell: tuple[str, ...] = ()
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
