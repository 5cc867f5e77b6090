"""A shift ends: who takes over, a thank-you, and one letter on how the volunteer is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.stories.line import A_WEDNESDAY, MAIN, NEW_YORK, Line
from warmline.flows.look import look
from warmline.simulator.handset import Phone
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOW = A_WEDNESDAY  # ten in the morning in New York


def on_shift(line: Line, *, hours: float = 2) -> tuple[Volunteer, Phone]:
    """Somebody whose shift begins now and who has said that they are there."""
    volunteer, phone = line.volunteer("Ada")
    shift = line.shift(line.now(), line.now() + hours * HOUR, volunteer)
    phone.expects("Welcome")
    phone.texts("ON", to=MAIN)
    phone.expects("You are on until")
    assert shift.claimed == {volunteer.id}
    return volunteer, phone


def thanked(line: Line) -> Phone:
    _, phone = on_shift(line)
    line.sleeps_until(line.now() + 2 * HOUR)
    phone.expects("Thank you for your shift, Ada", "1 fine, 2 so-so, 3 call me")
    return phone


def journal(line: Line) -> list[dict[str, str]]:
    entries = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    return [fields for _, fields in entries]


def looks(line: Line, shift: Shift, times: int) -> None:
    for _ in range(times):
        look(line.desk, line.desk.store.keys.shift(shift.id))
    line.settles()


def test_a_shift_ends_with_thanks_and_who_takes_over(line: Line) -> None:
    ada, adas = line.volunteer("Ada")
    bo, bos = line.volunteer("Bo")
    first = line.shift(NOW, NOW + 2 * HOUR, ada)
    line.shift(NOW + 2 * HOUR, NOW + 4 * HOUR, bo, quiet=True)
    adas.expects("Welcome")
    adas.texts("ON", to=MAIN)
    adas.expects("You are on until")
    line.sleeps_until(NOW + 2 * HOUR)
    adas.expects("Thank you for your shift, Ada. Bo takes over. How are you after that?")
    looks(line, first, times=20)
    line.sleeps_until(NOW + 15 * HOUR)
    adas.expects_nothing()
    bos.expects_nothing()


def test_on_said_during_a_shift_holds_until_its_end_and_no_longer(line: Line) -> None:
    phone = thanked(line)
    line.passes(minutes=1)
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here")
    phone.expects_nothing()


@pytest.mark.parametrize(("letter", "answer"), [("1", "good to hear"), (" 2.", "kind to yourself")])
def test_fine_and_so_so_get_a_kind_word_and_nobody_else_hears_of_it(
    line: Line, letter: str, answer: str
) -> None:
    _, sams = line.volunteer("Sam", coordinator=True)
    phone = thanked(line)
    phone.texts(letter, to=MAIN)
    phone.expects(answer)
    sams.expects_nothing()
    (noted,) = [entry for entry in journal(line) if entry["event"] == "checked_in"]
    assert set(noted) == {"at", "event", "shift", "volunteer"}  # not what was answered


def test_call_me_is_a_page_until_a_coordinator_has_it(line: Line) -> None:
    _, sams = line.volunteer("Sam", coordinator=True)
    phone = thanked(line)

    phone.texts("3", to=MAIN)

    phone.expects("I am asking a coordinator to call you")
    page = sams.expects("Ada asks for a call after a shift", "ACK")
    assert phone.number not in page.body
    line.passes(seconds=125)
    sams.expects("Ada asks for a call")
    phone.texts("3", to=MAIN)  # the same call
    phone.expects("I am asking a coordinator")
    sams.texts("ack", to=MAIN)
    sams.expects("it is yours: a call for Ada")
    phone.expects("Sam has seen that you would like a call")
    line.sleeps_until(line.now() + 2 * HOUR)
    sams.expects_nothing()

    phone.texts("3", to=MAIN)  # another one
    phone.expects("I am asking a coordinator")
    sams.expects("Ada asks for a call")
    sams.texts("ack", to=MAIN)
    sams.expects("it is yours")
    phone.expects("Sam has seen")


def test_without_a_coordinator_the_crisis_line_is_named_and_one_who_comes_later_is_asked(
    line: Line,
) -> None:
    phone = thanked(line)
    phone.texts("3", to=MAIN)
    phone.expects("No coordinator can be reached just now", "call or text 988")
    _, sams = line.volunteer("Sam", coordinator=True)
    line.passes(minutes=3)
    sams.expects("Ada asks for a call")
    sams.texts("ACK", to=MAIN)
    sams.expects("it is yours")
    phone.expects("Sam has seen")


def test_a_coordinator_after_a_shift_of_their_own_is_not_paged_about_themselves(
    line: Line,
) -> None:
    ada, phone = line.volunteer("Ada", coordinator=True)
    line.shift(NOW, NOW + HOUR, ada)
    phone.expects("Welcome")
    phone.texts("ON", to=MAIN)
    phone.expects("You are on until")
    line.passes(hours=1)
    phone.expects("How are you after that?")
    phone.texts("3", to=MAIN)
    phone.expects("No coordinator can be reached just now")
    line.passes(minutes=10)
    phone.expects_nothing()


def test_after_twelve_hours_a_bare_number_is_nothing(line: Line) -> None:
    phone = thanked(line)
    line.sleeps_until(line.now() + 12 * HOUR)
    phone.texts("3", to=MAIN)
    phone.expects("not with anyone")


def test_other_numbers_are_no_answer(line: Line) -> None:
    phone = thanked(line)
    phone.texts("4", to=MAIN)
    phone.expects("not with anyone")


def test_a_number_in_a_talk_goes_to_the_person_and_not_into_the_check_in(line: Line) -> None:
    phone = thanked(line)
    phone.texts("ON 60", to=MAIN)
    phone.expects("You are on")
    caller = line.phone()
    line.in_touch(caller, phone)
    phone.texts("3", to=MAIN)
    caller.expects("3")
    phone.expects_nothing()


def test_the_thank_you_waits_for_the_end_of_a_talk_that_goes_on(line: Line) -> None:
    _, phone = on_shift(line, hours=1)
    bo, bos = line.volunteer("Bo")
    line.shift(NOW + HOUR, NOW + 3 * HOUR, bo, quiet=True)
    line.passes(minutes=55)
    caller = line.phone()
    line.in_touch(caller, phone)

    line.passes(minutes=5, seconds=1)

    texts = [phone.expects().body, phone.expects().body]
    assert any("Your shift is over, Ada. Bo takes over." in text for text in texts)
    assert any("Your shift is ending" in text for text in texts)
    caller.expects("another peer")
    phone.texts("still with you", to=MAIN)
    caller.expects("still with you")
    line.passes(minutes=6)
    phone.expects_nothing()
    phone.texts("DONE", to=MAIN)
    phone.expects("has ended")
    caller.expects("ended this talk")
    caller.expects("AGAIN")
    line.passes(minutes=5)
    thanks = phone.expects("Thank you for your shift, Ada. How are you")
    assert "Bo" not in thanks.body
    bos.expects_nothing()


@pytest.mark.parametrize(
    ("late", "awake"), [(timedelta(0), True), (14 * MINUTE, True), (16 * MINUTE, False)]
)
def test_a_night_shift_is_thanked_for_at_once_or_in_the_morning(
    line: Line, late: timedelta, *, awake: bool
) -> None:
    ada, phone = line.volunteer("Ada")
    ends = datetime(2026, 3, 5, 4, tzinfo=NEW_YORK).astimezone(UTC)
    line.sleeps_until(ends - 2 * HOUR)
    line.shift(ends - 2 * HOUR, ends, ada)
    line.shift(ends, ends + 2 * HOUR, line.volunteer("Bo")[0], quiet=True)
    phone.expects("Welcome")
    phone.texts("ON", to=MAIN)
    phone.expects("You are on until")

    line.it_is(ends + late)
    line.settles()
    if not awake:
        phone.expects_nothing()
        line.sleeps_until(datetime(2026, 3, 5, 8, tzinfo=NEW_YORK).astimezone(UTC))
    thanks = phone.expects("Thank you for your shift").body
    assert ("Bo takes over." in thanks) is awake  # in the morning that is no news


def test_after_a_long_outage_nobody_is_thanked_for_the_day_before_yesterday(line: Line) -> None:
    _, phone = on_shift(line)
    line.it_is(NOW + timedelta(days=2))
    line.settles()
    line.sleeps_until(NOW + timedelta(days=3))
    phone.expects_nothing()


def test_whoever_did_not_come_is_not_thanked(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    line.shift(NOW, NOW + HOUR, ada)
    phone.expects("Welcome")
    line.passes(minutes=10)
    phone.expects("We miss you")
    for hour in (2, 8, 14, 23):
        line.sleeps_until(NOW + hour * HOUR)
    phone.expects_nothing()


def test_whoever_stopped_during_the_shift_gets_nothing_more(line: Line) -> None:
    _, phone = on_shift(line)
    phone.texts("STOP", to=MAIN)
    phone.expects("unsubscribed")
    for hour in (2, 8, 14, 23):
        line.sleeps_until(NOW + hour * HOUR)
    phone.expects_nothing()
