"""All that the store holds, read at one moment of rest, and where it disagrees with itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from warmline.clock import moment
from warmline.flows.desk import Desk
from warmline.ids import ContactId, LegId, VolunteerId
from warmline.routing.call import WAITS, Handoff, Stage
from warmline.routing.contact import Contact, State
from warmline.routing.hears import Room, heard_by
from warmline.routing.leg import HANG_UP, Leg, Side
from warmline.volunteers.roster import BY_VOICE, Volunteer
from warmline.volunteers.shifts import Channel

LONGEST_WAIT = timedelta(hours=24)
AT_HOME = {Stage.DROPPED, Stage.RING_BACK, Stage.BY_TEXT}  # nobody has to be on the line


def _is_call(contact: Contact) -> bool:
    return contact.channel is Channel.VOICE


def _has_parted(contact: Contact) -> bool:
    """Whether the peer has left the caller with the crisis line."""
    return contact.call is not None and contact.call.handoff is Handoff.LEFT


class WholeState:
    """What is open, who is engaged, and what is planned."""

    def __init__(self, desk: Desk) -> None:
        store, self.keys = desk.store, desk.store.keys
        self._legs = store.legs
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
            *self._calls_are_what_their_legs_are(),
            *self._phones_ring_for_whoever_waits_and_nobody_else(),
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
                (contact.is_open == (self._open_of(contact) == contact.id), "the person"),
                ((contact.state is State.OFFERED) == bool(contact.offered), "the offers"),
                ((contact.state is State.ACTIVE) <= (contact.peer is not None), "the peer"),
                (contact.is_open or contact.caller_number is None, "the number"),
                (
                    contact.is_open <= (contact.caller_number is not None or _is_call(contact)),
                    "the missing number",
                ),
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
        needed += [self.keys.leg(leg.id) for _, leg in self._live_legs()]
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
                c.id: BY_VOICE if _is_call(c) else c.peer_number and c.peer_number.e164
                for c in self.contacts.values()
                if c.state is State.ACTIVE and c.peer == volunteer.id and not _has_parted(c)
            }
            if talks != dict(volunteer.talks):
                yield f"{volunteer.name} is with {talks}, and knows of {dict(volunteer.talks)}"

    def _nobody_has_too_much(self) -> Iterator[str]:
        for volunteer in self.volunteers:
            if len(volunteer.talks) > volunteer.capacity:
                yield f"{volunteer.name} is with too many"
            if volunteer.on_the_phone and len(volunteer.talks) + len(volunteer.offers) > 1:
                yield f"{volunteer.name} is on the phone, and with others"
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

    def _calls_are_what_their_legs_are(self) -> Iterator[str]:
        """As they are after a look: whoever has no peer waits somewhere, and whoever has one is with them."""
        for contact in self.contacts.values():
            if contact.call is None or not contact.is_open or not _is_call(contact):
                continue
            stage, talks = contact.call.stage, contact.state is State.ACTIVE
            if talks != (stage in {Stage.TOGETHER, Stage.RINGING}):
                yield f"{contact.id} is {contact.state}, and its caller is {stage}"
            if contact.offered and stage not in WAITS:
                yield f"{contact.id} is offered while its caller is {stage}"
            if stage not in AT_HOME and self._is_gone(contact.call.leg):
                yield f"the caller of {contact.id} has gone, and is {stage}"
            if talks and not _has_parted(contact) and self._is_gone(contact.call.peer_leg):
                yield f"the peer of {contact.id} has gone, and it goes on"

    def _phones_ring_for_whoever_waits_and_nobody_else(self) -> Iterator[str]:
        rooms: Counter[VolunteerId] = Counter()
        for contact, leg in self._live_legs():
            if leg.side is not Side.PEER or leg.volunteer is None:
                continue
            whose = contact.call and contact.call.peer_leg == leg.id
            rooms[leg.volunteer] += isinstance(heard_by(leg, contact), Room)
            if leg.answered or leg.order == HANG_UP or whose:
                continue
            if leg.volunteer not in contact.offered:
                yield f"{leg.id} rings for nobody"
            if [v for v in self.volunteers if v.id == leg.volunteer and v.talks]:
                yield f"{leg.id} rings somebody who is in a talk"
        for volunteer, count in rooms.items():
            if count > 1:
                yield f"{volunteer} is in {count} rooms"

    def _live_legs(self) -> Iterator[tuple[Contact, Leg]]:
        for contact in self.contacts.values():
            for leg in self._legs.of(contact.id):
                if not leg.is_over:
                    yield contact, leg

    def _is_gone(self, leg: LegId | None) -> bool:
        found = self._legs.get(leg) if leg else None
        return found is None or found.is_over

    def _open_of(self, contact: Contact) -> ContactId | None:
        person = self.people[contact.caller]
        return person.call if _is_call(contact) else person.contact

    def _is_open(self, contact: str) -> bool:
        found: Contact | None = self.contacts.get(ContactId(contact))
        return found is not None and found.is_open

    def _talks(self, volunteer: str) -> bool:
        found: list[Volunteer] = [v for v in self.volunteers if v.id == volunteer]
        return bool(found and found[0].talks)
