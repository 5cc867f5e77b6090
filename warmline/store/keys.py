"""Every key in Redis: its shape, what it holds and how long it lives.

All keys of a line carry one hash tag, so a line lives on one node of a Redis Cluster and a script may touch any of
them. No key holds a phone number: people are named by a keyed hash, everything else by a random id.
"""

from __future__ import annotations

from dataclasses import dataclass

from warmline.ids import (
    CallerKey,
    CallSid,
    ContactId,
    LegId,
    MessageId,
    MessageSid,
    PageId,
    TextId,
    VolunteerId,
)
from warmline.store.care_keys import CareKeys
from warmline.store.sids import short

# How long a text's id is remembered; far beyond the overlap of two reconciles.
SEEN_SECONDS = 3 * 24 * 3600
# A caller who stays away for 13 months is forgotten (domain.md, section 4).
PERSON_SECONDS = 400 * 24 * 3600
# A caller whose number is withheld cannot be known again; a call lasts a day at most.
NAMELESS_SECONDS = 7 * 24 * 3600
# What is left of a contact after its end: times and how it ended, no words.
CLOSED_SECONDS = 30 * 24 * 3600
LEGS_SECONDS = 7 * 24 * 3600  # which legs a contact or a page has; renewed with every leg
LEG_SECONDS = 24 * 3600  # a leg that is over: what became of it, without the number
SENT_SECONDS = 3 * 24 * 3600  # a text that could not be delivered; its words go at once


@dataclass(frozen=True, slots=True)
class Keys(CareKeys):
    """The keys of one line."""

    def short(self, key: str) -> tuple[str, str]:
        """The kind and the name in a key such as `wl:{main}:contact:c1` -> ("contact", "c1")."""
        kind, _, name = key.removeprefix(self._key("")).partition(":")
        return kind, name

    # --- the line itself; these live as long as it does
    def pepper(self) -> str:
        """String, sealed: what numbers are hashed with."""
        return self._key("pepper")

    def due(self) -> str:
        """Zset: key that needs a look -> unix ms when."""
        return self._key("due")

    def bell(self) -> str:
        """List of keys that need a look now; a hint, `due` is the truth."""
        return self._key("bell")

    def journal(self) -> str:
        """Stream, trimmed: what happened, by id."""
        return self._key("journal")

    def counts(self) -> str:
        """Hash of counters for /metrics."""
        return self._key("counts")

    def watermark(self) -> str:
        """String: unix ms up to which the provider's list has been read."""
        return self._key("watermark")

    def asked(self) -> str:  # string: unix ms when the list was last asked for out of turn
        return self._key("asked")

    def none(self) -> str:
        """Never written: stands where a script's key has no meaning this time."""
        return self._key("none")

    # --- texts on their way in and out
    def text(self, sid: MessageSid) -> str:
        """String: sealed text until taken, then "" for SEEN_SECONDS."""
        return self._key("text", short(sid))

    def stumbles(self, sid: MessageSid) -> str:
        """Counter: how often no story could read a text; a day."""
        return self._key("stumbles", sid)

    def parked(self) -> str:
        """List of sealed texts that no story could read; until an operator takes them."""
        return self._key("parked")

    def inbox(self, sender: CallerKey) -> str:
        """List of message sids in order of arrival; gone when empty."""
        return self._key("inbox", sender)

    def out(self, text: TextId) -> str:
        """Hash: an outgoing text; gone when delivered, SENT_SECONDS after it failed for good."""
        return self._key("out", text)

    def lane(self, recipient: CallerKey) -> str:
        """List of text ids for one phone, in order; gone when empty."""
        return self._key("lane", recipient)

    # --- people
    def person(self, key: CallerKey) -> str:
        """Hash: whoever has a phone; PERSON_SECONDS unless a volunteer."""
        return self._key("person", key)

    def sids(self, key: CallerKey) -> str:
        """List: provider's ids of texts from, to and about a person."""
        return self._key("sids", key)

    def erasing(self, key: CallerKey) -> str:
        """List of sids still to be erased at the provider."""
        return self._key("erasing", key)

    def blocked(self, key: CallerKey) -> str:
        """Set of volunteer ids that must not meet this caller; until a coordinator lifts it, also after DELETE."""
        return self._key("blocked", key)

    # --- contacts
    def contact(self, contact: ContactId) -> str:
        """Hash; CLOSED_SECONDS after its end."""
        return self._key("contact", contact)

    def offered(self, contact: ContactId) -> str:
        """Hash: volunteer id -> unix ms at which the offer lapses."""
        return self._key("offered", contact)

    def tried(self, contact: ContactId) -> str:
        """Hash: volunteer id -> what became of asking them, as `routing.contact.Tried`."""
        return self._key("tried", contact)

    def words(self, contact: ContactId) -> str:
        """List of sealed words that no peer has been sent yet, or none received, each after its place in what was said."""
        return self._key("words", contact)

    def waiting(self) -> str:
        """Zset: contact id -> unix ms since when it waits (its place), less 10^13 for each rank."""
        return self._key("waiting")

    def open(self) -> str:
        """Zset: contact id -> unix ms when it began."""
        return self._key("open")

    def codes(self) -> str:
        """Hash: code -> contact id while open; "next" -> last code given."""
        return self._key("codes")

    # --- calls
    def leg(self, leg: LegId) -> str:
        """Hash: one side of a call; LEG_SECONDS after it is over."""
        return self._key("leg", leg)

    def call(self, sid: CallSid) -> str:
        """String: the id of the leg that the provider's call is; LEG_SECONDS."""
        return self._key("call", sid)

    def legs(self, of: str) -> str:
        """Set of leg ids of a contact or a page, those that are over as well; as long as they."""
        return self._key("legs", of)

    def message(self, message: MessageId) -> str:
        """Hash: what a caller spoke for the team; until it was heard, or seven days."""
        return self._key("message", message)

    def messages(self) -> str:
        """Zset: message id -> unix ms when it was left; those that nobody has heard."""
        return self._key("messages")

    def played(self, leg: LegId) -> str:
        """String: the message whose sound was sent to this coordinator's call last; an hour."""
        return self._key("played", leg)

    # --- the roster
    def volunteer(self, volunteer: VolunteerId) -> str:
        """Hash; until removed."""
        return self._key("volunteer", volunteer)

    def talks(self, volunteer: VolunteerId) -> str:
        """Hash: contact id -> the line's number it runs on, or "voice" for a call."""
        return self._key("talks", volunteer)

    def offers(self, volunteer: VolunteerId) -> str:
        """Set of contact ids offered to this volunteer now."""
        return self._key("offers", volunteer)

    def held(self, volunteer: VolunteerId) -> str:
        """List of sealed words held until the peer says for whom."""
        return self._key("held", volunteer)

    def roster(self) -> str:
        """Zset of volunteer ids, score: when added."""
        return self._key("roster")

    def coordinators(self) -> str:
        """Set of volunteer ids."""
        return self._key("coordinators")

    def duty(
        self,
    ) -> str:
        """Zset: volunteer id ON outside any shift -> unix ms until when (inf: until OFF)."""
        return self._key("duty")

    def experiences(self) -> str:
        """Hash: lived experience on the roster -> number of volunteers."""
        return self._key("experiences")

    # --- pages to coordinators
    def page(self, page: PageId) -> str:
        """Hash; a day after it was acknowledged."""
        return self._key("page", page)

    def page_codes(self) -> str:
        """Hash: code -> page id while open; "next" -> last code given."""
        return self._key("page_codes")

    # --- what operators say of crisis lines
    def confirmations(self) -> str:
        """Hash: country and number -> JSON: who confirmed it, and when; until taken back."""
        return self._key("confirmations")

    # --- who comes in by program
    def tokens(self) -> str:
        """Hash: token id -> JSON; until removed."""
        return self._key("tokens")

    def wrong_tokens(self, minute: int) -> str:
        """Counter: tokens that were wrong in that minute; two minutes."""
        return self._key("wrong_tokens", str(minute))

    def feeds(self) -> str:
        """Hash: digest of a calendar's address -> JSON; until revoked."""
        return self._key("feeds")

    def feed_events(self, whose: str) -> str:
        """Hash: event -> digest, sequence and unix ms of its last change; 90 days after it was last read."""
        return self._key("feed_events", whose)

    def answer(self, name: str) -> str:
        """String, sealed: what a program was answered; a day. "" while it is being answered."""
        return self._key("answer", name)
