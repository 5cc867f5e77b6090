"""Those who phone, those whose phones ring for them, and who is paged: a town of their own beside those who text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tests.chaos.callers import Hand, VoiceCaller
from tests.chaos.coordinators import Coordinator, InDanger
from tests.chaos.crisis import CRISIS_LINE, FALLBACK, Outside
from tests.chaos.people import Town
from tests.chaos.person import Person
from tests.chaos.rig import NUMBERS
from tests.chaos.voice_peers import VoicePeer
from tests.chaos.wire import Wire
from warmline.ids import VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Handsets
from warmline.store.effects import Effects
from warmline.store.store import Store
from warmline.volunteers.roster import Volunteer

CALLERS, PEERS, COORDINATORS, IN_DANGER = 6, 5, 3, 2


@dataclass(frozen=True, slots=True)
class Switch:
    """Everybody with a phone at their ear."""

    wire: Wire
    callers: list[VoiceCaller]
    peers: list[VoicePeer]
    coordinators: list[Coordinator]
    in_danger: list[InDanger]
    outside: list[Outside]
    ids: dict[VolunteerId, str]  # of volunteers: their numbers

    @property
    def people(self) -> list[Person]:
        return [*self.callers, *self.peers, *self.coordinators, *self.in_danger, *self.outside]

    @property
    def is_at_rest(self) -> bool:
        resting: list[VoiceCaller | Coordinator | InDanger] = [
            *self.callers, *self.coordinators, *self.in_danger
        ]  # fmt: skip
        return all(one.is_at_rest for one in resting)


def set_up_calls(store: Store, handsets: Handsets, town: Town) -> Switch:
    """Put them on the roster, and keep the two towns apart, so that each has an account of its own."""
    wire, ids = Wire(), dict[VolunteerId, str]()

    def hand(number: int) -> Hand:
        return Hand(handsets, wire, f"+15550110{number}")

    def volunteer(name: str, number: int, *, coordinator: bool = False) -> Hand:
        its = hand(number)
        ids[_add(store, name, its.number, coordinator=coordinator)] = its.number
        return its

    peers = [VoicePeer(town, volunteer(f"Voice{n}", 800 + n), NUMBERS[0]) for n in range(PEERS)]
    voices = list(ids)
    coordinators = [
        Coordinator(town, volunteer(f"Coordinator{n}", 830 + n, coordinator=True), NUMBERS[0])
        for n in range(COORDINATORS)
    ]
    callers = [VoiceCaller(town, hand(860 + n), NUMBERS[n % len(NUMBERS)]) for n in range(CALLERS)]
    in_danger = [
        InDanger(town, f"+15550110{890 + n}", NUMBERS[n % len(NUMBERS)]) for n in range(IN_DANGER)
    ]
    texters = [_id_of(store, peer.number) for peer in town.peers]
    _keep_apart(store, [caller.number for caller in town.callers], voices)
    _keep_apart(store, [caller.number for caller in callers], texters)
    _keep_apart(store, [one.number for one in in_danger], [*texters, *voices])
    outside = [Outside(town, Hand(handsets, wire, number)) for number in (CRISIS_LINE, FALLBACK)]
    return Switch(wire, callers, peers, coordinators, in_danger, outside, ids)


def _add(store: Store, name: str, number: str, *, coordinator: bool) -> VolunteerId:
    phone = PhoneNumber(number)
    volunteer = Volunteer(
        id=VolunteerId(new_id("v")),
        name=name,
        key=store.people.key_of(phone),
        number=phone,
        coordinator=coordinator,
    )
    store.roster.add(volunteer, now=datetime.now(UTC), plan={})
    return volunteer.id


def _id_of(store: Store, number: str) -> VolunteerId:
    found = store.people.get(store.people.key_of(PhoneNumber(number))).volunteer
    assert found
    return found


def _keep_apart(store: Store, callers: list[str], volunteers: list[VolunteerId]) -> None:
    for number in callers:
        key = store.people.key_of(PhoneNumber(number))
        for volunteer in volunteers:
            store.people.block(key, volunteer, now=datetime.now(UTC), plan={"apart": Effects()})
