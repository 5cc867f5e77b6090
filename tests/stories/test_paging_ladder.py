"""The ladder of a page: the next coordinator, then everybody, then the alarm outside, until one says ACK."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.siren import SECRET, Siren
from warmline.flows.acknowledging import acknowledge_by_call
from warmline.flows.page_rounds import send_page
from warmline.ids import VolunteerId
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Phone

IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"
HIGH = "I can't stop thinking about killing myself"


@pytest.fixture
def siren(environ: dict[str, str]) -> Iterator[Siren]:
    siren = Siren()
    environ["WARMLINE_ALARM_URL"] = f"{siren.url}/alarm"
    environ["WARMLINE_ALARM_SECRET"] = SECRET
    yield siren
    siren.close()


def _coordinators(line: Line, *names: str) -> list[Phone]:
    phones = [line.volunteer(name, coordinator=True)[1] for name in names]
    for phone in phones:
        phone.never_answers()  # what rings there is told in test_paging_by_call.py
    return phones


def _in_danger(line: Line, words: str = IMMINENT) -> Phone:
    caller = line.phone()
    caller.texts(words, to=MAIN)
    caller.expects("not an emergency service")
    return caller


def _with_nobody_on(caller: Phone) -> None:
    caller.expects("glad you told us")
    caller.expects("No peer is here")


def _paged(phones: list[Phone]) -> list[Phone]:
    """Who has a page to read; it is read."""
    found = [phone for phone in phones if phone.unread()]
    for phone in found:
        phone.expects("ACK")
    return found


def test_an_urgent_page_goes_to_the_next_then_to_all_then_outside_until_somebody_has_it(
    siren: Siren, line: Line
) -> None:
    people = _coordinators(line, "Kit", "Lou", "Mo")
    caller = _in_danger(line)
    _with_nobody_on(caller)

    (first,) = _paged(people)
    line.passes(seconds=121)
    second = _paged(people)
    assert first in second
    assert len(second) == 2
    line.passes(seconds=120)
    assert len(_paged(people)) == 3
    assert siren.heard == []
    line.passes(seconds=120)
    assert len(_paged(people)) == 3

    (alarm,) = siren.heard
    assert (alarm["reason"], alarm["asked"]) == ("imminent", 3)
    assert caller.number not in str(alarm)
    people[2].texts("ACK 1", to=MAIN)
    people[2].expects("it is yours")
    line.passes(minutes=20)
    assert _paged(people[:2]) == []
    assert len(siren.heard) == 1


def test_two_coordinators_who_answer_at_once_one_has_it_and_the_other_is_thanked(
    line: Line,
) -> None:
    people = _coordinators(line, "Kit", "Lou")
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts(IMMINENT, to=MAIN)
    caller.expects("glad you told us")
    ada.expects(IMMINENT)
    ada.expects("Are you safe right now?")
    ada.expects("asking a coordinator")
    _paged(people)
    ada.texts("I am with you", to=MAIN)
    caller.expects("I am with you")
    line.passes(seconds=121)
    assert len(_paged(people)) == 2

    for phone in people:
        line.phones.send(sender=phone.number, to=MAIN, body="ack 1")
    line.settles()

    (owner,) = [phone for phone in people if "it is yours" in phone.unread()[0].body]
    (other,) = [phone for phone in people if phone is not owner]
    owner.expects("it is yours")
    other.expects("was a moment quicker")
    ada.expects("knows about")


def test_with_nobody_to_ask_the_alarm_is_sounded_at_once_and_the_caller_is_told_the_truth(
    siren: Siren, line: Line
) -> None:
    caller = _in_danger(line)

    caller.expects("none of us can be with you right now", "988")
    caller.expects("No peer is here")
    assert [alarm["reason"] for alarm in siren.heard] == ["imminent"]


def test_an_alarm_that_is_not_heard_is_sounded_again(siren: Siren, line: Line) -> None:
    siren.deaf = True
    caller = _in_danger(line, HIGH)
    caller.expects("none of us can be with you")
    caller.expects("No peer is here")
    assert line.desk.store.signals.outcome("alarm").failures >= 1

    siren.deaf = False
    line.passes(seconds=15)

    assert len(siren.heard) == 1
    assert line.desk.store.signals.outcome("alarm").failures == 0


def test_a_call_for_help_asks_one_after_another_then_all_then_outside(
    siren: Siren, line: Line
) -> None:
    people = _coordinators(line, "Kit", "Lou")
    caller = _in_danger(line, HIGH)
    _with_nobody_on(caller)

    rounds = [_paged(people)]
    for _ in range(3):
        line.passes(seconds=121)
        rounds.append(_paged(people))
    assert [len(round_) for round_ in rounds] == [1, 1, 2, 2]
    assert rounds[0] != rounds[1]
    assert [alarm["reason"] for alarm in siren.heard] == ["high"]


def test_whoever_had_a_page_lately_is_not_the_first_to_get_the_next_one(line: Line) -> None:
    people = _coordinators(line, "Kit", "Lou")
    _with_nobody_on(_in_danger(line, HIGH))
    (first,) = _paged(people)
    first.texts("ACK", to=MAIN)
    first.expects("it is yours")

    _with_nobody_on(_in_danger(line, HIGH))

    (second,) = _paged(people)
    assert second is not first


def test_whoever_has_the_page_hears_first_when_it_becomes_urgent(line: Line) -> None:
    people = _coordinators(line, "Kit", "Lou")
    caller = _in_danger(line, HIGH)
    _with_nobody_on(caller)
    (owner,) = _paged(people)
    owner.texts("ACK", to=MAIN)
    owner.expects("it is yours")

    caller.texts(IMMINENT, to=MAIN)

    caller.expects("glad you told us")
    owner.expects("URGENT")
    assert _paged(people) == []


def test_of_two_whose_phones_are_asked_the_second_is_asked_when_the_first_is_dead(
    line: Line,
) -> None:
    people = _coordinators(line, "Kit", "Lou")
    dead, alive = sorted(people, key=lambda phone: _volunteer_id(line, phone))
    line.phones.is_in_trouble(dead.number, 30005)

    _with_nobody_on(_in_danger(line, HIGH))

    alive.expects("may be thinking of ending their life")  # without two minutes in between


def _volunteer_id(line: Line, phone: Phone) -> str:
    number = PhoneNumber(phone.number)
    person = line.desk.store.people.get(line.desk.store.people.key_of(number))
    return person.volunteer or ""


def test_a_page_that_was_still_to_be_sent_is_not_sent_once_somebody_has_it(line: Line) -> None:
    people = _coordinators(line, "Kit", "Lou")
    _with_nobody_on(_in_danger(line))
    (first,) = _paged(people)
    (other,) = [phone for phone in people if phone is not first]
    line.desk = replace(line.desk, hand_over=lambda _: None)  # as when whoever sends dies
    line.it_is(line.minutes_from_now(2.1))
    (page,) = line.desk.store.pages.open()
    send_page(line.desk, page)
    coordinator = line.desk.store.roster.get(VolunteerId(_volunteer_id(line, first)))
    assert coordinator is not None
    assert acknowledge_by_call(line.desk, page, coordinator) == "acknowledged"

    line.passes(minutes=10)

    other.expects_nothing()
    first.expects_nothing()
