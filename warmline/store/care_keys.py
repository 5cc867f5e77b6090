"""The keys of what is kept for people at risk, and of what is told outside."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.ids import CallerKey, ContactId, PageId
from warmline.store.shift_keys import ShiftKeys


@dataclass(frozen=True, slots=True)
class CareKeys(ShiftKeys):
    """Part of `Keys`."""

    def visits(self, key: CallerKey, which: str) -> str:
        """Zset: contact id -> unix ms when it was `opened`, or `left` before anyone came: a day; ended for `abuse`: 90 days."""
        return self._key("visits", which, key)

    def follow_up(self, key: CallerKey) -> str:
        """Never written: stands in `due` for the text that someone wished for."""
        return self._key("follow_up", key)

    def blocks(self) -> str:
        """Zset: key of someone blocked -> unix ms until when."""
        return self._key("blocks")

    def block(self, key: CallerKey) -> str:
        """Never written: stands in `due` for the review of a block, and for its end."""
        return self._key("block", key)

    def said(self, contact: ContactId) -> str:
        """List of sealed ends of the last few texts, both ways; as long as the contact is open."""
        return self._key("said", contact)

    def notes(self, contact: ContactId) -> str:
        """List of sealed notes of peers; CLOSED_SECONDS after the last of them, or until DELETE."""
        return self._key("notes", contact)

    def noted(self, key: CallerKey) -> str:
        """Set of contact ids of this caller that have notes; as long as they."""
        return self._key("noted", key)

    def incidents(self) -> str:
        """Zset: contact id of a record -> unix ms when the contact began."""
        return self._key("incidents")

    def incident(self, contact: ContactId) -> str:
        """List of JSON lines of the journal about one contact; PERSON_SECONDS after its last line. No words, no numbers."""
        return self._key("incident", contact)

    def pages_answered(self) -> str:
        """Hash: code -> the page that had it last; a day after the last answer."""
        return self._key("pages_answered")

    def outside(self) -> str:
        """Hash: what became of the last alarm and the last heartbeat, unix ms, and how often the alarm failed since."""
        return self._key("outside")

    def heartbeat(self) -> str:
        """Never written: stands in `due` for the next heartbeat."""
        return self._key("heartbeat")

    def alarm(self, page: PageId) -> str:
        """Never written: stands in `due` while the alarm outside has to be sounded about a page."""
        return self._key("alarm", page)
