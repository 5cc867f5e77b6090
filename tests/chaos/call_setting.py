"""Those who phone, those whose phones ring for them, and who is paged: a town of their own beside those who text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.chaos.callers import Hand, VoiceCaller
from tests.chaos.coordinators import Coordinator, InDanger
from tests.chaos.crisis import CRISIS_LINE, FALLBACK, WAYS, Outside
from tests.chaos.listening import Ears
from tests.chaos.people import Town
from tests.chaos.person import Person
from tests.chaos.phoning import OnThePhone, PhoningCaller, PhoningPeer
from tests.chaos.rig import NUMBERS
from tests.chaos.voice_peers import VoicePeer
from tests.chaos.wire import Wire
from warmline.ids import VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Handsets
from warmline.store.effects import Effects
from warmline.store.store import Store
from warmline.volunteers.roster import Volunteer

CALLERS, PEERS, COORDINATORS, IN_DANGER, PAIRS = 6, 5, 3, 2, 3


@dataclass(frozen=True, slots=True)
class Switch:
    """Everybody with a phone at their ear."""

    wire: Wire = field(default_factory=Wire)
    callers: list[VoiceCaller] = field(default_factory=list)
    peers: list[VoicePeer] = field(default_factory=list)
    coordinators: list[Coordinator] = field(default_factory=list)
    in_danger: list[InDanger] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    phoning_callers: list[PhoningCaller] = field(default_factory=list)
    phoning_peers: list[PhoningPeer] = field(default_factory=list)
    ids: dict[VolunteerId, str] = field(default_factory=dict)  # of volunteers: their numbers

    @property
    def people(self) -> list[Person]:
        return [
            *self.callers, *self.peers, *self.coordinators, *self.in_danger, *self.outside,
            *self.phoning_callers, *self.phoning_peers,
        ]  # fmt: skip

    @property
    def told_of_ends(self) -> dict[str, int]:
        """By phone: how often somebody on the roster was told that a talk has ended."""
        told = {peer.number: peer.notices["ended"] for peer in self.peers}
        told |= {peer.number: peer.notices["ended"] for peer in self.phoning_peers}
        return told | {one.number: one.ended for one in self.coordinators}

    @property
    def is_at_rest(self) -> bool:
        resting: list[VoiceCaller | Coordinator | InDanger | PhoningCaller] = [
            *self.callers, *self.coordinators, *self.in_danger, *self.phoning_callers
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
    listeners = [
        volunteer(f"Coordinator{n}", 830 + n, coordinator=True) for n in range(COORDINATORS)
    ]
    coordinators = [
        Coordinator(town, its, NUMBERS[0], Ears(town, its, store, NUMBERS[0])) for its in listeners
    ]
    callers = [VoiceCaller(town, hand(860 + n), NUMBERS[n % len(NUMBERS)]) for n in range(CALLERS)]
    in_danger = [
        InDanger(town, f"+15550110{890 + n}", NUMBERS[n % len(NUMBERS)]) for n in range(IN_DANGER)
    ]
    phoning_peers = [
        PhoningPeer(OnThePhone(town, volunteer(f"Pair{n}", 840 + n),
                               ("", "", "* 3", "* 3", "hangs up", "hangs up", *WAYS)), NUMBERS[0])
        for n in range(PAIRS)
    ]  # fmt: skip
    phoning_callers = [
        PhoningCaller(OnThePhone(town, hand(880 + n), ("", "hangs up", "hangs up")), NUMBERS[n])
        for n in range(PAIRS)
    ]
    texters = [_id_of(store, peer.number) for peer in town.peers]
    _keep_apart(store, [caller.number for caller in town.callers], voices)
    _keep_apart(store, [caller.number for caller in callers], texters)
    in_pairs = [_id_of(store, peer.number) for peer in phoning_peers]
    _keep_apart(store, [one.number for one in in_danger], [*texters, *voices, *in_pairs])
    _keep_apart(store, [one.number for one in phoning_callers], [*texters, *voices])
    _keep_apart(store, [caller.number for caller in town.callers], in_pairs)
    _keep_apart(store, [caller.number for caller in callers], in_pairs)
    outside = [Outside(town, Hand(handsets, wire, number)) for number in (CRISIS_LINE, FALLBACK)]
    return Switch(
        wire, callers, peers, coordinators, in_danger, outside, phoning_callers, phoning_peers, ids
    )


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
