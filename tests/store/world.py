"""An empty line's store and the people that a test puts into it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.store.dump import Dump, difference, dump
from warmline.clock import milliseconds
from warmline.ids import CallerKey, ContactId, MessageSid, ShiftId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact, alias_of
from warmline.routing.policy import Policy
from warmline.store.effects import Cause, Effects, Outgoing, Plan
from warmline.store.outbox import Lease, Queued
from warmline.store.store import Store
from warmline.store.vault import Vault
from warmline.volunteers.claiming import Move, Take
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

SECRETS = ("a-key-for-tests-only",)
MAIN, SECOND = PhoneNumber("+15550100001"), PhoneNumber("+15550100002")
NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # a Wednesday, 10 am in New York
LATER = NOW + timedelta(seconds=90)
AT, LAPSES = milliseconds(NOW), milliseconds(LATER)
SAID = Effects(journal={"event": "said"})


class World:
    """The store with builders. Time stands still at NOW unless a test says otherwise."""

    def __init__(self, store: Store) -> None:
        self.store, self.keys = store, store.keys
        self.vault = Vault(SECRETS)
        self._numbers = itertools.count(15550110000)
        self._sids = itertools.count(1)
        self._ids = itertools.count(1)

    # --- looking

    def dump(self) -> Dump:
        return dump(self.store.connection, self.vault, self.keys.none().removesuffix("none"))

    @contextmanager
    def changes(self) -> Iterator[dict[str, Any]]:
        """What the block changes, by key; filled when it ends."""
        changed: dict[str, Any] = {}
        before = self.dump()
        yield changed
        changed.update(difference(before, self.dump()))

    def seconds_to_live(self, key: str) -> int:
        """-1: for ever; -2: there is no such key."""
        return int(self.store.connection.ttl(key))

    def due(self) -> dict[str, int]:
        """What needs a look, by short key, in ms after NOW."""
        listed = self.dump().get("due", {})
        return {key: at - AT for key, at in listed.items()}

    # --- people

    def number(self) -> PhoneNumber:
        return PhoneNumber(f"+{next(self._numbers)}")

    def volunteer(self, name: str = "Ada", **about: Any) -> Volunteer:
        number = about.pop("number", None) or self.number()
        volunteer = Volunteer(
            id=VolunteerId(f"v{name.lower()}"),
            name=name,
            key=self.store.people.key_of(number),
            number=number,
            **about,
        )
        assert self.store.roster.add(volunteer, now=NOW, plan={}) == "added"
        return volunteer

    def again(self, volunteer: Volunteer) -> Volunteer:
        """The volunteer as they are now."""
        found = self.store.roster.get(volunteer.id)
        assert found is not None
        return found

    def fields(self, volunteer: Volunteer) -> Mapping[str, str]:
        found: Mapping[str, str] = self.store.connection.hgetall(self.keys.volunteer(volunteer.id))
        return found

    # --- texts in

    def arrives(self, sender: CallerKey, body: str = "hello") -> Cause:
        """A text of this person lies in the inbox."""
        sid = MessageSid(f"SM{next(self._sids):032x}")
        text = Arrived(sid, PhoneNumber("+15550119999"), MAIN, body, ())
        assert self.store.texts.receive(text, sender, now=NOW)
        return Cause(sid, sender)

    # --- contacts

    def contact(
        self, words: tuple[str, ...] = ("hello",), policy: Policy | None = None, **fields: str
    ) -> Contact:
        """Somebody new waits."""
        number = self.number()
        caller = self.store.people.key_of(number)
        contact = ContactId(f"c{next(self._ids)}")
        about = {
            "line_number": MAIN.e164,
            "alias": alias_of(caller),
            "language": "en",
            "policy": (policy or Policy()).to_text(),
            **fields,
        }
        word = self.store.contacts.open_new(
            contact,
            caller,
            now=NOW,
            plan={},
            cause=self.arrives(caller),
            fields=about,
            caller_number=number,
            words=words,
        )
        assert word == "opened"
        return self.read(contact)

    def read(self, contact: ContactId | Contact) -> Contact:
        found = self.store.contacts.get(contact.id if isinstance(contact, Contact) else contact)
        assert found is not None
        return found

    def offered(self, *volunteers: Volunteer, contact: Contact | None = None) -> Contact:
        """Somebody is offered to these volunteers until LATER."""
        contact = contact or self.contact()
        asked = self.store.contacts.offer(
            contact,
            [v.id for v in volunteers],
            at_once=len(volunteers),
            lapses_at=LATER,
            now=NOW,
            plan={v.id: SAID for v in volunteers},
        )
        assert asked == [v.id for v in volunteers]
        return self.read(contact)

    def talk(
        self, peer: Volunteer, *, contact: Contact | None = None, number: PhoneNumber = MAIN
    ) -> Contact:
        """Somebody talks with this peer."""
        contact = self.offered(peer, contact=contact)
        word = self.store.contacts.accept(
            contact, peer.id, number=number, now=NOW, plan={}, cause=self.arrives(peer.key)
        )
        assert word == "accepted"
        return self.read(contact)

    # --- texts out

    def queue(self, *bodies: str, to: PhoneNumber | None = None, **about: Any) -> list[Queued]:
        """Texts wait in one phone's lane."""
        number = to or self.number()
        key = self.store.people.key_of(number)
        texts = tuple(Outgoing(key, number, MAIN, body, **about) for body in bodies)
        waited = self.dump().get(f"lane:{key}", [])
        plan = {"answered": Effects(texts=texts)}
        assert self.store.transitions.run("answer_text", now=NOW, plan=plan) == "answered"
        lane = self.dump()[f"lane:{key}"]
        found = [self.store.outbox.get(text) for text in lane[len(waited) :]]
        return [text for text in found if text is not None]

    def leased(self, body: str = "hello", **about: Any) -> tuple[Queued, Lease]:
        """A text in somebody's hand."""
        (text,) = self.queue(body, **about)
        lease = self.store.outbox.lease(text, now=NOW)
        assert lease.word == "leased"
        return text, lease

    def sent(self, sid: str = "SMsent", **about: Any) -> Queued:
        """A text that the provider has."""
        text, _ = self.leased(**about)
        self.store.outbox.note_sent(text, MessageSid(sid), now=NOW)
        return text

    # --- shifts

    def shift(self, starts: datetime, ends: datetime, seats: int = 1) -> Shift:
        shift = Shift(ShiftId(f"s{next(self._ids)}"), 0, starts, ends, seats)
        self.store.shifts.add(shift, now=NOW)
        (found,) = self.store.shifts.get_all([shift.id])
        return found

    def hands(self, *moves: Move, plan: Plan | None = None, **about: Any) -> str:
        """Seats change hands, as whoever read the claims just now asks for."""
        who = [move.volunteer for move in moves]
        given = {"versions": self.store.seats.versions(who), "now": NOW, "plan": plan or {}}
        return self.store.seats.hand(moves, **{**given, **about})

    def claims(self, shift: Shift, volunteer: Volunteer) -> None:
        assert self.hands(Take(shift.id, volunteer.id)) == "done"
