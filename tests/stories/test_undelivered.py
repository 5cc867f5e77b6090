"""What follows when a text does not arrive: by the error table, and told to whom it concerns."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone

AWAY, UNKNOWN, LANDLINE, FILTERED = 30003, 30005, 30006, 30007


def _talk(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    ada.texts("hello", to=MAIN)
    caller.expects("hello")
    return caller, ada


def test_a_phone_that_is_off_for_a_minute_gets_the_text_afterwards(line: Line) -> None:
    caller, ada = _talk(line)
    line.phones.is_in_trouble(caller.number, AWAY)
    ada.texts("here for you", to=MAIN)
    line.passes(seconds=30)
    caller.expects_nothing()

    line.phones.is_in_trouble(caller.number, None)
    line.passes(minutes=1)

    caller.expects("here for you")
    ada.expects_nothing()


def test_a_phone_that_stays_off_is_told_to_the_peer_and_the_talk_stays_open(line: Line) -> None:
    caller, ada = _talk(line)
    line.phones.is_in_trouble(caller.number, AWAY)
    ada.texts("here for you", to=MAIN)

    line.passes(minutes=22)

    ada.expects("has been silent")
    ada.expects("Your last text did not reach")
    line.phones.is_in_trouble(caller.number, None)
    caller.texts("my phone was off", to=MAIN)
    ada.expects("my phone was off")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (UNKNOWN, "not in service"),
        (LANDLINE, "takes no texts"),
        (30004, "blocks our texts"),
    ],
)
def test_a_number_that_takes_no_texts_ends_the_talk_and_the_peer_hears_why(
    line: Line, error: int, why: str
) -> None:
    caller, ada = _talk(line)
    line.phones.is_in_trouble(caller.number, error)

    ada.texts("here for you", to=MAIN)

    ada.expects("do not reach", why, "not your doing")


@pytest.mark.parametrize("reserved", ["+15550221614", "+15550230006", "+15550230005"])
def test_a_first_text_from_a_number_that_takes_none_disturbs_no_volunteer_for_long(
    line: Line, reserved: str
) -> None:
    ada, landline = line.peer("Ada"), line.phones.phone(reserved)

    landline.texts("hello", to=MAIN)

    ada.expects("TAKE")
    ada.expects("no longer waiting")
    landline.expects_nothing()


def test_a_filtered_text_is_told_to_its_writer_and_the_talk_goes_on(line: Line) -> None:
    caller, ada = _talk(line)
    line.phones.is_in_trouble(caller.number, FILTERED)
    ada.texts("see https://bad.example", to=MAIN)
    ada.expects("did not reach")
    line.phones.is_in_trouble(caller.number, None)

    ada.texts("in other words", to=MAIN)

    caller.expects("in other words")


def test_a_callers_filtered_text_takes_no_volunteer_off_duty(line: Line) -> None:
    caller, ada = _talk(line)
    line.phones.is_in_trouble(ada.number, FILTERED)
    caller.texts("free money", to=MAIN)
    caller.expects("did not get through", "other words")
    line.phones.is_in_trouble(ada.number, None)

    caller.texts("I meant: I worry about rent", to=MAIN)

    ada.expects("I worry about rent")


@pytest.mark.parametrize("error", [UNKNOWN, LANDLINE])
def test_a_peer_who_cannot_be_reached_loses_nobody_their_words_or_place(
    line: Line, error: int
) -> None:
    caller, ada = _talk(line)
    bo = line.peer("Bo")
    line.phones.is_in_trouble(ada.number, error)

    for words in ("one", "two", "three"):
        caller.texts(words, to=MAIN)

    caller.expects("your peer had to go", "You keep your place")
    line.takes(bo)
    for words in ("one", "two", "three"):
        bo.expects(words)
    caller.expects("Bo is here")
    caller.texts("four", to=MAIN)
    bo.expects("four")


def test_a_peer_whose_phone_is_off_keeps_nobody_waiting_longer_than_their_patience(
    line: Line,
) -> None:
    caller, ada = _talk(line)
    bo = line.peer("Bo")
    line.phones.is_in_trouble(ada.number, AWAY)
    caller.texts("are you there?", to=MAIN)
    caller.texts("hello?", to=MAIN)

    line.passes(minutes=2)

    caller.expects("your peer had to go")
    line.takes(bo)
    bo.expects("are you there?")
    bo.expects("hello?")
    caller.expects("Bo is here")


def test_a_volunteer_whose_phone_comes_back_learns_that_they_are_off_and_can_come_on(
    line: Line,
) -> None:
    caller, ada = _talk(line)
    line.phones.is_in_trouble(ada.number, AWAY)
    caller.texts("are you there?", to=MAIN)
    line.passes(minutes=2)
    caller.expects("your peer had to go")
    caller.expects("No peer is here")
    line.phones.is_in_trouble(ada.number, None)
    line.passes(minutes=2)
    ada.expects("could not reach your phone", "Text ON")

    ada.texts("ON", to=MAIN)

    ada.expects("You are on")
    other = line.phone()
    other.texts("hello", to=MAIN)
    other.expects("Maple Line")
    other.expects("looking")
    ada.expects("TAKE")


def test_an_offer_that_cannot_be_delivered_goes_to_others_at_once(line: Line) -> None:
    ada = line.peer("Ada")
    line.phones.is_in_trouble(ada.number, UNKNOWN)
    caller = line.phone()

    caller.texts("hello", to=MAIN)

    caller.expects("Maple Line")
    caller.expects("looking")
    caller.expects("No peer is here")
    bo = line.peer("Bo")
    line.takes(bo)
    bo.expects("hello")
    caller.expects("Bo is here")


@pytest.mark.parametrize("refusal", [20429, 21611])
def test_a_busy_provider_is_asked_again_until_it_takes_the_text(line: Line, refusal: int) -> None:
    caller, ada = _talk(line)
    line.phones.goes_wrong("rest_busy", operation="create", count=4)

    ada.texts("it takes a little", to=MAIN)
    line.passes(minutes=3)

    caller.expects("it takes a little")


def test_a_status_that_nobody_told_is_asked_for(line: Line) -> None:
    caller, ada = _talk(line)
    line.phones.goes_wrong("callback_lose")
    line.phones.is_in_trouble(caller.number, UNKNOWN)
    ada.texts("did it arrive?", to=MAIN)
    ada.expects_nothing()

    line.passes(minutes=6)

    ada.expects("do not reach", "this talk is closed")
