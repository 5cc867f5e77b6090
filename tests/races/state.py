"""All that the store holds, read at one moment of rest, and where it disagrees with itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from warmline.clock import moment
from warmline.flows.desk import Desk
from warmline.ids import ContactId
from warmline.routing.contact import Contact, State
from warmline.volunteers.roster import Volunteer

LONGEST_WAIT = timedelta(hours=24)


class WholeState:
    """What is open, who is engaged, and what is planned."""

    def __init__(self, desk: Desk) -> None:
        store, self.keys = desk.store, desk.store.keys
        self._redis = store.connection
        self.volunteers = store.roster.get_all(store.roster.all_ids())
        listed = set(store.contacts.open()) | {
            ContactId(key.rpartition(":")[2])
            for key in self._redis.scan_iter(match=self.keys.contact(ContactId("*")), count=1000)
        }
        found = (store.contacts.get(contact) for contact in sorted(listed))
        self.contacts = {contact.id: contact for contact in found if contact}
        self.open_ids, self.waiting = set(store.contacts.open()), set(store.contacts.waiting())
        self.people = {c.caller: store.people.get(c.caller) for c in self.contacts.values()}
        self.pages = store.pages.open()

    def faults(self, now: datetime) -> list[str]:
        """In words; none where all is well."""
        return [
            *self._contacts_are_where_their_state_says(),
            *self._everything_open_has_a_next_moment(now),
            *self._both_sides_agree(),
            *self._nobody_has_too_much(),
            *self._nothing_is_left_over(),
        ]

    def _contacts_are_where_their_state_says(self) -> Iterator[str]:
        codes = self._redis.hgetall(self.keys.codes())
        codes.pop("next", None)
        for contact in self.contacts.values():
            waits = contact.state in {State.WAITING, State.OFFERED}
            for holds, what in (
                (contact.is_open == (contact.id in self.open_ids), "the list of the open"),
                (waits == (contact.id in self.waiting), "the list of the waiting"),
                (contact.is_open == (codes.get(str(contact.code)) == contact.id), "the codes"),
                (
                    contact.is_open == (self.people[contact.caller].contact == contact.id),
                    "the person",
                ),
                ((contact.state is State.OFFERED) == bool(contact.offered), "the offers"),
                ((contact.state is State.ACTIVE) <= (contact.peer is not None), "the peer"),
                (contact.is_open == (contact.caller_number is not None), "the number"),
                (contact.is_open or not contact.tried, "whom was tried"),
            ):
                if not holds:
                    yield f"{contact.id} is {contact.state}, and {what} says otherwise"
        open_now = [c for c in self.contacts.values() if c.is_open]
        if len(codes) != len(open_now):
            yield "a code is left over"

    def _everything_open_has_a_next_moment(self, now: datetime) -> Iterator[str]:
        due = dict(self._redis.zrange(self.keys.due(), 0, -1, withscores=True))
        needed = [self.keys.contact(c.id) for c in self.contacts.values() if c.is_open]
        needed += [self.keys.page(page) for page in self.pages]
        for key in needed:
            if key not in due:
                yield f"{key} waits for ever"
            elif moment(int(due[key])) > now + LONGEST_WAIT:
                yield f"{key} waits too long"
        for key, at in due.items():
            if moment(int(at)) <= now - timedelta(seconds=5):
                yield f"{key} is overdue"

    def _both_sides_agree(self) -> Iterator[str]:
        for volunteer in self.volunteers:
            offered = {c.id for c in self.contacts.values() if volunteer.id in c.offered}
            if offered != volunteer.offers:
                yield f"{volunteer.name} is offered {offered}, and knows of {volunteer.offers}"
            talks = {
                c.id: c.peer_number.e164
                for c in self.contacts.values()
                if c.state is State.ACTIVE and c.peer == volunteer.id and c.peer_number
            }
            if talks != dict(volunteer.talks):
                yield f"{volunteer.name} is with {talks}, and knows of {dict(volunteer.talks)}"

    def _nobody_has_too_much(self) -> Iterator[str]:
        for volunteer in self.volunteers:
            if len(volunteer.talks) > volunteer.capacity:
                yield f"{volunteer.name} is with too many"
            if len(volunteer.talks) + len(volunteer.offers) > volunteer.capacity:
                yield f"{volunteer.name} is asked about too many"
            if volunteer.offers and volunteer.unreachable:
                yield f"{volunteer.name} is offered someone while out of reach"

    def _nothing_is_left_over(self) -> Iterator[str]:
        for kind in ("inbox", "lane", "words", "offered", "tried", "held"):
            pattern = self.keys.none().replace("none", f"{kind}:*")
            for key in self._redis.scan_iter(match=pattern, count=1000):
                name = key.rpartition(":")[2]
                if kind in {"inbox", "lane"}:
                    yield f"{key} was never emptied"
                elif kind == "held" and not self._talks(name):
                    yield f"{key} is held for nobody"
                elif kind != "held" and not self._is_open(name):
                    yield f"{key} outlived its contact"

    def _is_open(self, contact: str) -> bool:
        found: Contact | None = self.contacts.get(ContactId(contact))
        return found is not None and found.is_open

    def _talks(self, volunteer: str) -> bool:
        found: list[Volunteer] = [v for v in self.volunteers if v.id == volunteer]
        return bool(found and found[0].talks)
