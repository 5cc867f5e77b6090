"""A leg is placed once, whatever fails and whoever dies: the courier of legs against the simulated exchange."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.races.rush import at_once, quiet
from tests.stories.line import MAIN, Line
from warmline.flows.calls.legs import see_to_leg
from warmline.flows.calls.ringing import legs_to
from warmline.flows.desk import Desk
from warmline.ids import ContactId, LegId
from warmline.rehearsal import Steps
from warmline.routing.contact import Contact
from warmline.routing.leg import HANG_UP, Fate, Leg, LegState
from warmline.simulator.telephone import Telephone
from warmline.store.effects import Effects, Order
from warmline.volunteers.roster import Volunteer

SOON = timedelta(seconds=10)
GOING_WRONG = [
    {"kind": "rest_timeout", "ms": 30},  # done, and no answer
    {"kind": "rest_refuse"},  # not done, and no answer
    {"kind": "rest_busy"},
    {"kind": "rest_error", "status": 500},
    {"kind": "rest_slow", "ms": 30},
]
KILLED_AT = ["leg_leased", "leg_placed", "leg_noted"]


class KilledError(Exception):
    """Stands for the end of a process."""


class Dies(Steps):
    """A process that comes to its end at a step, or does something there."""

    def __init__(self, at: str, does: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._at, self._does = at, does

    def reach(self, step: str) -> None:
        if step != self._at:
            return
        self._at = ""
        if self._does is None:
            raise KilledError
        self._does()


class Courier:
    """A caller who waits, a volunteer whose phone is to ring for them, and couriers who see to it."""

    def __init__(self, line: Line) -> None:
        self.line, self.desk, self.store = line, quiet(line.desk), line.desk.store
        self.phone: Telephone = line.phone()
        self.phone.calls(MAIN)
        line.settles()
        (self.contact,) = self.store.contacts.open()
        self.ada, self.adas = line.volunteer("Ada")
        self.leg = self.asks(self.ada).id

    def asks(self, volunteer: Volunteer) -> Leg:
        """The volunteer is offered the caller; nobody has placed the leg yet."""
        contact, now = self.read(), self.line.now()
        asked = self.store.contacts.offer(
            contact,
            [volunteer.id],
            at_once=1,
            lapses_at=now + timedelta(minutes=2),
            now=now,
            plan=legs_to(self.desk, contact, {volunteer.id: volunteer}),
        )
        assert asked == [volunteer.id]
        return next(x for x in self.legs() if x.volunteer == volunteer.id and not x.is_over)

    def read(self) -> Contact:
        contact = self.store.contacts.get(ContactId(self.contact))
        assert contact is not None
        return contact

    def legs(self) -> list[Leg]:
        return self.store.legs.of(ContactId(self.contact))

    def now(self) -> Leg:
        leg = self.store.legs.get(self.leg)
        assert leg is not None
        return leg

    def sees_to_it(self, desk: Desk | None = None) -> None:
        see_to_leg(desk or self.desk, LegId(self.leg))

    def dies(self, at: str) -> None:
        with pytest.raises(KilledError):
            self.sees_to_it(replace(self.desk, steps=Dies(at)))

    def is_to_hang_up(self) -> None:
        """Nobody wants the leg any more."""
        plan = {"kept": Effects(legs=(Order(self.leg, HANG_UP),))}
        word = self.store.contacts.keep(self.read(), {}, now=self.line.now(), plan=plan)
        assert word == "kept"

    def calls(self) -> list[str]:
        """How every call to the volunteer's phone stands at the exchange."""
        return [call["status"] for call in self.adas.all_calls()]


@pytest.fixture
def courier(line: Line) -> Iterator[Courier]:
    yield Courier(line)
    line.phones.goes_right()
    line.phones.reset()


def wrong(courier: Courier, how: dict[str, object], operation: str = "calls.create") -> None:
    more = {name: what for name, what in how.items() if name != "kind"}
    courier.line.phones.goes_wrong(str(how["kind"]), count=1, operation=operation, **more)


def tells_nothing(courier: Courier) -> None:
    """The provider tells nothing of calls to this phone: whoever wants to know must ask."""
    courier.line.phones.goes_wrong("callback_lose", number=courier.adas.number)


def name(how: dict[str, object]) -> str:
    return f"{how['kind']}{how.get('status', '')}"


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("how", GOING_WRONG, ids=name)
def test_a_leg_is_placed_once_whatever_the_provider_answers(
    courier: Courier, how: dict[str, object], *, silent: bool
) -> None:
    wrong(courier, how)
    if silent:
        tells_nothing(courier)
    courier.sees_to_it()
    courier.line.passes(seconds=10)
    assert courier.calls() == ["ringing"]
    assert courier.now().state is LegState.PLACED


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("step", KILLED_AT)
def test_a_leg_is_placed_once_wherever_its_courier_dies(
    courier: Courier, step: str, *, silent: bool
) -> None:
    if silent:
        tells_nothing(courier)
    courier.dies(step)
    courier.line.passes(seconds=10)
    assert courier.calls() == ["ringing"]
    assert courier.now().sid is not None


def test_many_couriers_at_one_leg_place_it_once(courier: Courier) -> None:
    at_once(*[courier.sees_to_it] * 8)
    courier.line.settles()
    assert courier.calls() == ["ringing"]


@pytest.mark.parametrize("step", KILLED_AT)
def test_a_leg_that_nobody_wants_any_more_is_quiet_within_ten_seconds_though_its_courier_died(
    courier: Courier, step: str
) -> None:
    tells_nothing(courier)
    courier.dies(step)
    courier.is_to_hang_up()
    courier.line.passes(seconds=SOON.total_seconds())
    assert courier.calls() in ([], ["canceled"])
    courier.line.passes(seconds=5)  # that it is quiet must be asked for, too
    assert courier.now().is_over
    assert courier.now().to is None


@pytest.mark.parametrize("how", GOING_WRONG, ids=name)
def test_an_order_given_while_it_is_placed_is_obeyed_whatever_the_provider_answers(
    courier: Courier, how: dict[str, object]
) -> None:
    wrong(courier, how)
    tells_nothing(courier)
    ordered = Dies("leg_leased", courier.is_to_hang_up)
    courier.sees_to_it(replace(courier.desk, steps=ordered))
    courier.line.passes(seconds=SOON.total_seconds())
    assert courier.calls() in ([], ["canceled"])
    courier.line.passes(seconds=5)
    assert courier.now().is_over


@pytest.mark.parametrize("how", [*GOING_WRONG, {"kind": "rest_error", "status": 400}], ids=name)
def test_a_hang_up_is_done_whatever_the_provider_answers_to_it(
    courier: Courier, how: dict[str, object]
) -> None:
    courier.sees_to_it()
    courier.is_to_hang_up()
    wrong(courier, how, "calls.update")
    courier.sees_to_it()
    refused = how.get("status") == 400
    courier.line.passes(seconds=30 if refused else SOON.total_seconds())
    assert courier.calls() == ["no-answer" if refused else "canceled"]
    assert courier.now().is_over


def test_a_hang_up_that_was_done_by_a_courier_who_died_is_done(courier: Courier) -> None:
    courier.sees_to_it()
    courier.is_to_hang_up()
    courier.dies("leg_obeyed")
    courier.line.passes(seconds=SOON.total_seconds())
    assert courier.calls() == ["canceled"]
    assert courier.now().fate is Fate.CANCELED


def test_a_leg_that_is_refused_for_good_is_over_and_somebody_else_is_asked(
    courier: Courier,
) -> None:
    wrong(courier, {"kind": "rest_error", "status": 400})
    courier.sees_to_it()
    assert (courier.now().fate, courier.now().to) == (Fate.FAILED, None)
    courier.line.settles()
    assert courier.read().tried == {courier.ada.id: "failed"}
    assert courier.calls() == []


def test_a_courier_who_was_held_up_does_not_place_what_another_has_placed(
    courier: Courier,
) -> None:
    def sleeps() -> None:
        courier.line.it_is(courier.line.now() + timedelta(seconds=7))
        courier.sees_to_it()

    courier.sees_to_it(replace(courier.desk, steps=Dies("leg_leased", sleeps)))
    courier.line.settles()
    assert courier.calls() == ["ringing"]


def test_a_leg_in_doubt_is_not_taken_for_an_earlier_call_to_the_same_phone(
    courier: Courier,
) -> None:
    courier.adas.never_answers()
    courier.sees_to_it()
    courier.is_to_hang_up()
    courier.sees_to_it()
    courier.line.settles()
    assert courier.now().is_over
    # another caller, the same phone, and no answer
    other = courier.line.phone()
    other.calls(MAIN)
    courier.line.settles()
    (courier.contact,) = (c for c in courier.store.contacts.open() if c != courier.contact)
    fresh = courier.store.roster.get(courier.ada.id)
    assert fresh is not None
    courier.leg = courier.asks(fresh).id
    wrong(courier, {"kind": "rest_refuse"})
    courier.sees_to_it()
    courier.line.passes(seconds=10)
    assert sorted(courier.calls()) == ["canceled", "ringing"]
    assert courier.now().state is LegState.PLACED


def test_a_call_of_which_nobody_tells_is_asked_for(courier: Courier) -> None:
    courier.adas.never_answers()
    tells_nothing(courier)
    courier.sees_to_it()
    courier.line.passes(seconds=100)
    assert courier.calls() == ["no-answer"]
    assert courier.now().fate is Fate.NO_ANSWER
