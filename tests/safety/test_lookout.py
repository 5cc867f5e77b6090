"""A process looks up the crisis lines now and then, and never in the way of an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from warmline.errors import TransientError
from warmline.flows.crisis_lines import LOOK_EVERY, Lookout
from warmline.safety.crisis_lines import GOOD_FOR, Confirmation, key_of, rows_of
from warmline.store.confirmations import Confirmations

LOUD = "NOBODY HAS CONFIRMED THE CRISIS LINE"


class Hands:
    """A clock set by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def turn(self, by: timedelta) -> None:
        self.at += by


class Register(Confirmations):
    """What was confirmed, on paper; it counts who looks."""

    def __init__(self) -> None:
        self.looks, self.away = 0, False
        self.said: list[Confirmation] = []
        self.meanwhile: Callable[[], object] = int

    def all(self) -> list[Confirmation]:
        self.looks += 1
        self.meanwhile()
        if self.away:
            raise TransientError("Redis does not answer")
        return list(self.said)

    def confirm(self, at: datetime) -> None:
        row = rows_of("US")[0]
        self.said.append(
            Confirmation(
                country="US",
                key=key_of(row),
                name=row.name,
                as_it_stood=row.as_it_stands,
                by="Ana",
                at=at,
            )
        )


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def lookout(register: Register, hands: Hands) -> Lookout:
    return Lookout(register, hands, home="US")


def test_it_looks_at_first_and_then_once_in_a_while(
    lookout: Lookout, register: Register, hands: Hands
) -> None:
    for _ in range(100):
        assert not lookout.known().is_home_good
    assert register.looks == 1

    register.confirm(hands.now())
    hands.turn(LOOK_EVERY - timedelta(seconds=1))
    assert not lookout.known().is_home_good
    hands.turn(timedelta(seconds=1))
    assert lookout.known().is_home_good
    assert register.looks == 2


def test_while_one_looks_the_others_go_on_with_what_is_known(
    lookout: Lookout, register: Register, hands: Hands
) -> None:
    register.confirm(hands.now())
    lookout.known()
    register.meanwhile = lookout.known  # as another thread would

    hands.turn(LOOK_EVERY)

    assert lookout.known().is_home_good
    assert register.looks == 2


def test_while_redis_is_away_it_knows_what_it_knew_and_seldom_asks(
    lookout: Lookout, register: Register, hands: Hands
) -> None:
    register.confirm(hands.now())
    assert lookout.known().is_home_good

    register.away = True
    hands.turn(LOOK_EVERY)
    for _ in range(100):
        assert lookout.known().is_home_good
    assert register.looks == 2


def test_what_it_knew_runs_out_on_its_day_with_redis_or_without(
    lookout: Lookout, register: Register, hands: Hands
) -> None:
    register.confirm(hands.now())
    assert lookout.known().is_home_good

    register.away = True
    hands.turn(GOOD_FOR)
    assert not lookout.known().is_home_good


def test_postponed_it_does_not_look_for_a_while(
    lookout: Lookout, register: Register, hands: Hands
) -> None:
    lookout.postpone()
    assert not lookout.known().is_home_good
    assert register.looks == 0

    register.confirm(hands.now())
    hands.turn(LOOK_EVERY)
    assert lookout.known().is_home_good
    lookout.postpone()
    assert lookout.known().is_home_good


def test_that_callers_get_no_number_is_said_loudly_and_once(
    lookout: Lookout, register: Register, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        lookout.known()
        hands.turn(LOOK_EVERY)
    assert caplog.text.count(LOUD) == 1

    register.confirm(hands.now())
    lookout.known()
    hands.turn(GOOD_FOR)
    lookout.known()
    assert caplog.text.count(LOUD) == 2


def test_what_nobody_could_look_up_is_not_said_to_be_unconfirmed(
    lookout: Lookout, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    register.away = True
    lookout.known()
    assert LOUD not in caplog.text


def test_operators_see_what_is_at_this_moment(
    lookout: Lookout, register: Register, hands: Hands
) -> None:
    lookout.known()
    register.confirm(hands.now())
    assert lookout.afresh().is_home_good

    register.away = True
    with pytest.raises(TransientError):
        lookout.afresh()
