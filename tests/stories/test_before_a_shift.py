"""Before a shift: each holder is asked a day ahead and reminded an hour ahead, once, in hours in which phones may buzz."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.stories.line import A_WEDNESDAY, MAIN, NEW_YORK, Line
from warmline.flows.look import look
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONDON = ZoneInfo("Europe/London")
SATURDAY = A_WEDNESDAY + timedelta(days=3, hours=8)  # six in the evening in New York


def claimed_early(line: Line, *holders: Volunteer, starts: datetime = SATURDAY) -> Shift:
    return line.shift(starts, starts + 4 * HOUR, *holders)


def looks(line: Line, shift: Shift, times: int = 1) -> None:
    for _ in range(times):
        look(line.desk, line.desk.store.keys.shift(shift.id))
    line.settles()


def moves(line: Line, volunteer: Volunteer, zone: str) -> None:
    after = replace(volunteer, zone=zone)
    assert line.desk.store.roster.edit(after, now=line.now(), plan={}) == "edited"


def test_whoever_confirms_is_asked_once_and_reminded_once(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    shift = claimed_early(line, ada)

    line.sleeps_until(SATURDAY - DAY - timedelta(minutes=1))
    phone.expects_nothing()
    line.sleeps_until(SATURDAY - DAY)
    phone.expects(f"Shift {shift.code}, tomorrow at 6 pm, is yours", f"CONFIRM {shift.code}")
    phone.texts(f"confirm {shift.code}", to=MAIN)
    phone.expects("Thank you! I count on you", "tomorrow at 6 pm")

    line.sleeps_until(SATURDAY - HOUR - timedelta(minutes=1))
    phone.expects_nothing()
    line.sleeps_until(SATURDAY - HOUR)
    phone.expects(f"Your shift {shift.code} begins today at 6 pm", "Thank you")
    looks(line, shift, times=20)
    phone.expects_nothing()


def test_whoever_does_not_answer_is_asked_again_and_then_coordinators_are_told(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, sams = line.volunteer("Sam", coordinator=True)
    shift = claimed_early(line, ada)

    line.sleeps_until(SATURDAY - DAY)
    phone.expects("Will you be there?")
    line.sleeps_until(SATURDAY - 6 * HOUR)
    phone.expects("Please tell me about shift", f"CONFIRM {shift.code}", f"RELEASE {shift.code}")
    sams.expects_nothing()
    line.sleeps_until(SATURDAY - 2 * HOUR)
    sams.expects("Ada has not confirmed", "today at 6 pm", "The seat stays theirs")
    line.sleeps_until(SATURDAY - HOUR)
    phone.expects("begins today at 6 pm", f"CONFIRM {shift.code}")
    assert line.desk.store.shifts.get_all([shift.id])[0].claimed == {ada.id}


def test_a_claim_less_than_a_day_ahead_is_not_asked_about(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    claimed_early(line, ada, starts=A_WEDNESDAY + 8 * HOUR)
    line.passes(hours=6, minutes=59)
    phone.expects_nothing()
    line.passes(minutes=2)
    phone.expects("begins today at 6 pm")


def test_a_bare_confirm_is_enough_when_only_one_shift_is_open(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    first = claimed_early(line, ada)
    line.sleeps_until(SATURDAY - DAY)
    phone.expects(f"CONFIRM {first.code}")

    phone.texts("Confirm!", to=MAIN)
    phone.expects(f"I count on you for shift {first.code}")
    phone.texts("confirm", to=MAIN)
    phone.expects("nothing to confirm just now")


def test_a_bare_confirm_asks_which_when_several_are_open(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    first = claimed_early(line, ada)
    second = claimed_early(line, ada, starts=SATURDAY + 10 * HOUR + 30 * timedelta(minutes=1))
    line.sleeps_until(SATURDAY - DAY)
    phone.expects(f"CONFIRM {first.code}")

    line.sleeps_until(SATURDAY - DAY + 2 * HOUR)
    phone.expects(f"CONFIRM {second.code}")
    phone.texts("CONFIRM", to=MAIN)
    phone.expects("Which one?", f"CONFIRM {first.code} for", f"CONFIRM {second.code} for")


def test_only_ones_own_coming_shifts_are_confirmed_and_twice_does_no_harm(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    bo, _ = line.volunteer("Bo")
    over = line.shift(line.now() - 2 * HOUR, line.now() - HOUR, quiet=True)
    bos = line.shift(SATURDAY, SATURDAY + HOUR, bo, quiet=True)
    adas = claimed_early(line, ada)
    assert over.claimed == frozenset()

    for code in (bos.code, over.code, 999):
        phone.texts(f"CONFIRM {code}", to=MAIN)
        phone.expects(f"Shift {code} is not one of yours")
    for _ in range(2):
        phone.texts(f"CONFIRM {adas.code}", to=MAIN)
        phone.expects("I count on you", "Saturday at 6 pm")


def test_a_night_shift_is_spoken_of_in_the_evening(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    starts = datetime(2026, 3, 7, 2, tzinfo=NEW_YORK).astimezone(UTC)
    shift = claimed_early(line, ada, starts=starts)

    line.sleeps_until(datetime(2026, 3, 5, 19, 59, tzinfo=NEW_YORK))
    phone.expects_nothing()
    line.sleeps_until(datetime(2026, 3, 5, 20, tzinfo=NEW_YORK))
    phone.expects("Saturday at 2 am", f"CONFIRM {shift.code}")
    phone.texts("CONFIRM", to=MAIN)
    phone.expects("I count on you")
    line.sleeps_until(datetime(2026, 3, 6, 20, tzinfo=NEW_YORK))
    phone.expects("begins tomorrow at 2 am")
    line.sleeps_until(datetime(2026, 3, 7, 1, 59, tzinfo=NEW_YORK))
    phone.expects_nothing()


@pytest.mark.parametrize("moved", [False, True])
def test_times_and_quiet_hours_are_those_of_the_volunteer_s_own_zone(
    line: Line, *, moved: bool
) -> None:
    ada, phone = line.volunteer("Ada")
    if not moved:
        moves(line, ada, "Europe/London")
    shift = claimed_early(line, ada)  # eleven at night in London
    if moved:
        moves(line, ada, "Europe/London")
        looks(line, shift)

    line.sleeps_until(datetime(2026, 3, 6, 20, tzinfo=LONDON))
    phone.expects("tomorrow at 11 pm (London time)")
    phone.texts("CONFIRM", to=MAIN)
    phone.expects("I count on you", "tomorrow at 11 pm (London time)")
    line.sleeps_until(datetime(2026, 3, 7, 20, tzinfo=LONDON))
    phone.expects("begins today at 11 pm (London time)")


@pytest.mark.parametrize(
    ("zone", "starts", "asked", "said"),
    [
        # New York goes forward on 8 March, back on 1 November; London on 29 March and 25 October
        (NEW_YORK, (2026, 3, 8, 12), (2026, 3, 7, 11), "tomorrow at noon"),
        (NEW_YORK, (2026, 11, 1, 12), (2026, 10, 31, 13), "tomorrow at noon"),
        (NEW_YORK, (2026, 11, 1, 3), (2026, 10, 30, 20), "Sunday at 3 am"),
        (LONDON, (2026, 3, 29, 14), (2026, 3, 28, 13), "tomorrow at 2 pm (London time)"),
        (LONDON, (2026, 10, 25, 14), (2026, 10, 24, 15), "tomorrow at 2 pm (London time)"),
        (NEW_YORK, (2028, 2, 29, 18), (2028, 2, 28, 18), "tomorrow at 6 pm"),
    ],
)
def test_across_the_nights_when_clocks_change_and_on_a_leap_day(
    line: Line, zone: ZoneInfo, starts: tuple[int, ...], asked: tuple[int, ...], said: str
) -> None:
    begins = datetime(*starts, tzinfo=zone).astimezone(UTC)  # type: ignore[misc,arg-type]
    line.sleeps_until(begins - 4 * DAY)
    ada, phone = line.volunteer("Ada")
    moves(line, ada, zone.key)
    claimed_early(line, ada, starts=begins)

    due = datetime(*asked, tzinfo=zone)  # type: ignore[misc,arg-type]
    line.sleeps_until(due.astimezone(UTC) - timedelta(seconds=1))
    phone.expects_nothing()
    line.sleeps_until(due)
    phone.expects(said, "Will you be there?")


def test_after_a_long_silence_of_the_line_nothing_comes_in_a_burst(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    claimed_early(line, ada)
    line.sleeps_until(SATURDAY - 30 * timedelta(minutes=1))  # the day before was slept through
    phone.expects("begins today at 6 pm", "CONFIRM")
    phone.expects_nothing()


def test_a_seat_that_is_given_back_is_not_asked_about(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    bo, bos = line.volunteer("Bo")
    shift = claimed_early(line, ada)
    line.hands(shift, ada, bo)
    line.sleeps_until(SATURDAY - DAY)
    phone.expects_nothing()
    bos.expects("Will you be there?")


def test_a_volunteer_who_stopped_gets_nothing_and_coordinators_hear_of_it_once(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, sams = line.volunteer("Sam", coordinator=True)
    shift = claimed_early(line, ada)
    phone.texts("STOP", to=MAIN)
    phone.expects("unsubscribed")
    sams.expects("Ada can no longer be reached", f"{shift.code} Sat 7 Mar 6-10 pm")
    sams.expects("Could you take this shift?")

    line.sleeps_until(SATURDAY - DAY)
    looks(line, shift, times=20)
    line.sleeps_until(SATURDAY - timedelta(minutes=1))
    sams.expects_nothing()
    phone.expects_nothing()


def test_a_stop_in_the_last_hours_is_heard_of_at_once_and_start_brings_the_reminder(
    line: Line,
) -> None:
    ada, phone = line.volunteer("Ada")
    _, sams = line.volunteer("Sam", coordinator=True)
    claimed_early(line, ada, starts=line.now() + 2 * HOUR)
    line.passes(minutes=30)
    phone.texts("STOP", to=MAIN)
    phone.expects("unsubscribed")
    sams.expects("Ada can no longer be reached")
    sams.expects("Someone is needed for 1")
    sams.expects("The line will be closed")

    line.passes(minutes=45)
    phone.expects_nothing()
    phone.texts("START", to=MAIN)
    phone.expects("subscribed")
    phone.expects("Welcome back")
    phone.expects("begins today at noon")


def test_coordinators_hear_once_of_someone_new_whom_the_experienced_peer_has_left(
    line: Line,
) -> None:
    ada, hers = line.volunteer("Ada")
    bo, _ = line.volunteer("Bo")
    _, sams = line.volunteer("Sam", coordinator=True)
    after = replace(bo, probation=True)
    assert line.desk.store.roster.edit(after, now=line.now(), plan={}) == "edited"
    shift = line.shift(SATURDAY, SATURDAY + 4 * HOUR, ada, bo)
    sams.expects_nothing()

    hers.texts(f"RELEASE {shift.code}", to=MAIN)
    hers.expects("is no longer yours")
    sams.expects("Bo is on probation", f"beside them on shift {shift.code}, Saturday at 6 pm")
    looks(line, shift, times=20)
    sams.expects_nothing()
