"""A shift begins: a welcome, and a kind question to whoever does not come while others are asked to cover."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

from tests.stories.clocks import StillClock
from tests.stories.line import A_WEDNESDAY, MAIN, NEW_YORK, Line
from warmline import wiring
from warmline.config import Settings
from warmline.flows.look import look
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SIX = A_WEDNESDAY + 8 * HOUR  # six in the evening in New York


def shift_at(line: Line, starts: datetime, *holders: Volunteer) -> Shift:
    """Claimed on the day, and reminded of already."""
    line.sleeps_until(starts - 90 * MINUTE)
    return line.shift(starts, starts + 4 * HOUR, *holders)


def looks(line: Line, shift: Shift, times: int) -> None:
    for _ in range(times):
        look(line.desk, line.desk.store.keys.shift(shift.id))
    line.settles()


def test_the_welcome_says_who_is_on_who_waits_and_who_is_the_backup(line: Line) -> None:
    ada, adas = line.volunteer("Ada Byron")
    bo, bos = line.volunteer("Bo")
    line.volunteer("Sam", coordinator=True)
    shift = shift_at(line, SIX, ada, bo)
    line.sleeps_until(SIX - MINUTE)
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here", "today at 6 pm")
    adas.expects("begins today at 6 pm")
    bos.expects("begins today at 6 pm")
    adas.texts("off", to=MAIN)  # anything tells that she is there
    adas.expects("off already")

    line.sleeps_until(SIX)

    for phone in (adas, bos):
        phone.expects("TAKE")
    welcome = adas.expects("Welcome, Ada.", "With you: Bo.", "1 person waits", "For backup: Sam.")
    assert "Text ON" not in welcome.body
    bos.expects("Welcome, Bo.", "With you: Ada.", "Text ON when you are here.")
    looks(line, shift, times=20)
    for phone in (adas, bos, caller):
        phone.expects_nothing()
    adas.texts("TAKE", to=MAIN)
    adas.expects("You are with")
    adas.expects("hello")
    caller.expects("Ada is here now")
    bos.expects("Another peer is with")


def test_a_welcome_also_stands_alone(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    shift_at(line, SIX, ada)
    line.sleeps_until(SIX - HOUR)
    phone.expects("begins today")
    line.sleeps_until(SIX)
    phone.expects("Nobody else is on just now", "Nobody waits", "No coordinator can be reached")


def test_whoever_begins_hears_from_whom_they_take_over(line: Line) -> None:
    ada, adas = line.volunteer("Ada")
    bo, bos = line.volunteer("Bo")
    line.shift(SIX - 4 * HOUR, SIX, ada, quiet=True)
    shift_at(line, SIX, bo)
    line.sleeps_until(SIX - HOUR)
    bos.expects("begins today")
    line.sleeps_until(SIX)
    bos.expects("You take over from Ada")
    adas.expects_nothing()


def test_whoever_stays_is_company_and_not_somebody_to_take_over_from(line: Line) -> None:
    ada, bo = line.volunteer("Ada")[0], line.volunteer("Bo")[0]
    bos = line.phones.phone(bo.number.e164)
    line.shift(SIX - 4 * HOUR, SIX, ada, quiet=True)
    line.shift(SIX, SIX + HOUR, ada, quiet=True)
    shift_at(line, SIX, bo)
    line.sleeps_until(SIX - HOUR)
    bos.expects("begins today")
    line.sleeps_until(SIX)
    bos.expects("With you: Ada. Nobody waits.")


def test_someone_who_does_not_come_is_missed_kindly_and_others_are_asked(line: Line) -> None:
    ada, adas = line.volunteer("Ada")
    _, bos = line.volunteer("Bo")
    _, sams = line.volunteer("Sam", coordinator=True)
    shift = shift_at(line, SIX, ada)
    line.sleeps_until(SIX - HOUR)
    adas.expects("begins today")
    line.sleeps_until(SIX)
    adas.expects("Welcome, Ada", "Text ON when you are here")
    line.passes(minutes=9, seconds=59)
    adas.expects_nothing()

    line.passes(seconds=2)

    adas.expects("We miss you, Ada", "Text ON when you are here")
    sams.expects("Nothing was heard of Ada", "began today at 6 pm")
    for phone in (bos, sams):
        phone.expects(f"CLAIM {shift.code}")
    looks(line, shift, times=20)
    for phone in (adas, bos, sams):
        phone.expects_nothing()

    bos.texts(f"claim {shift.code}", to=MAIN)
    bos.expects("is yours")
    bos.expects("Welcome, Bo", "Nobody else is on")
    adas.expects("Bo")
    line.passes(hours=1)
    bos.expects_nothing()


def test_in_the_night_a_no_show_wakes_those_who_may_cover(line: Line) -> None:
    ada, adas = line.volunteer("Ada")
    _, bos = line.volunteer("Bo")
    two = datetime(2026, 3, 5, 2, tzinfo=NEW_YORK).astimezone(UTC)
    line.sleeps_until(two - 4 * HOUR)
    shift = line.shift(two, two + 4 * HOUR, ada)
    line.sleeps_until(two)
    adas.expects("Welcome, Ada")
    line.passes(minutes=10)
    adas.expects("We miss you")
    bos.expects(f"CLAIM {shift.code}")


def test_someone_who_comes_late_keeps_the_seat_and_nobody_goes_on_looking(line: Line) -> None:
    ada, adas = line.volunteer("Ada")
    _, bos = line.volunteer("Bo")
    _, sams = line.volunteer("Sam", coordinator=True)
    shift = shift_at(line, SIX, ada)
    line.sleeps_until(SIX - HOUR)
    adas.expects("begins today")
    line.sleeps_until(SIX)
    adas.expects("Welcome, Ada")
    line.passes(minutes=10)
    adas.expects("We miss you")
    sams.expects("Nothing was heard of Ada")
    for phone in (bos, sams):
        phone.expects(f"CLAIM {shift.code}")

    adas.texts("ON", to=MAIN)

    adas.expects("You are on until today at 10 pm")
    for phone in (bos, sams):
        phone.expects(f"{shift.code}, ", "taken care of after all")
    sams.expects(f"Ada is here now for shift {shift.code}")
    bos.texts(f"CLAIM {shift.code}", to=MAIN)
    bos.expects("started already")
    line.passes(minutes=30)
    for phone in (adas, bos, sams):
        phone.expects_nothing()


def test_someone_who_had_asked_for_cover_still_wishes_for_it_when_they_come_late(
    line: Line,
) -> None:
    ada, adas = line.volunteer("Ada")
    _, bos = line.volunteer("Bo")
    shift = shift_at(line, SIX, ada)
    adas.texts(f"COVER {shift.code}", to=MAIN)
    adas.expects("It stays yours until someone does")
    bos.expects(f"CLAIM {shift.code}")
    line.sleeps_until(SIX - HOUR)
    adas.expects("begins today")
    line.sleeps_until(SIX)
    adas.expects("Welcome")
    line.passes(minutes=10)
    adas.expects("We miss you")
    bos.expects(f"CLAIM {shift.code}")
    adas.texts("ON", to=MAIN)
    adas.expects("You are on until")
    bos.texts(f"CLAIM {shift.code}", to=MAIN)
    bos.expects("is yours")
    bos.expects("Welcome, Bo")
    adas.expects("Bo has taken")


def test_any_text_since_an_hour_before_the_start_counts_as_being_there(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    shift_at(line, SIX, ada)
    line.sleeps_until(SIX - HOUR)
    phone.expects("begins today")
    phone.texts("on my way", to=MAIN)
    phone.expects("not with anyone")
    line.sleeps_until(SIX)
    phone.expects("Welcome")
    line.passes(hours=1)
    phone.expects_nothing()


def test_nobody_is_missed_who_comes_straight_from_the_shift_before(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    shift_at(line, SIX, ada)
    line.shift(SIX + 4 * HOUR, SIX + 5 * HOUR, ada)
    line.sleeps_until(SIX - HOUR)
    phone.expects("begins today")
    phone.texts("here", to=MAIN)
    phone.expects("not with anyone")
    line.sleeps_until(SIX)
    phone.expects("Welcome")
    line.sleeps_until(SIX + 4 * HOUR)
    phone.expects("Welcome")
    line.passes(minutes=59)
    phone.expects_nothing()
    line.passes(minutes=1)
    phone.expects("Thank you for your shift")


def test_after_an_outage_the_welcome_comes_late_and_nobody_is_missed_for_it(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    shift_at(line, SIX, ada)
    line.it_is(SIX + HOUR)
    line.settles()
    phone.expects("Welcome", "Text ON when you are here")
    line.passes(minutes=9)
    phone.expects_nothing()
    phone.texts("ON", to=MAIN)
    phone.expects("You are on until today at 10 pm")
    line.passes(hours=1)
    phone.expects_nothing()


def test_after_a_restart_nothing_is_repeated(
    line: Line, environ: dict[str, str], clock: StillClock
) -> None:
    ada, phone = line.volunteer("Ada")
    shift = shift_at(line, SIX, ada)
    line.sleeps_until(SIX - HOUR)
    phone.expects("begins today")
    line.sleeps_until(SIX)
    phone.expects("Welcome")
    line.passes(minutes=10)
    phone.expects("We miss you")

    line.desk = wiring.desk_of(Settings.read(environ), clock=clock)  # it knows what Redis holds
    looks(line, shift, times=20)
    line.passes(hours=1)
    phone.expects_nothing()
    line.desk.store.connection.close()


def at_once(line: Line, shift: Shift) -> None:
    """Eight processes look at the same moment."""
    together = Barrier(8)

    def looks_now() -> None:
        together.wait()
        look(line.desk, line.desk.store.keys.shift(shift.id))

    threads = [Thread(target=looks_now) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    line.settles()


def test_looks_at_once_take_each_step_once(line: Line) -> None:
    ada, adas = line.volunteer("Ada")
    _, bos = line.volunteer("Bo")
    _, sams = line.volunteer("Sam", coordinator=True)
    shift = shift_at(line, SIX, ada)
    line.it_is(SIX - HOUR)
    at_once(line, shift)
    adas.expects("begins today")
    line.it_is(SIX)
    at_once(line, shift)
    adas.expects("Welcome")
    line.it_is(line.minutes_from_now(10))
    at_once(line, shift)
    adas.expects("We miss you")
    sams.expects("Nothing was heard of Ada")
    for phone in (bos, sams):
        phone.expects(f"CLAIM {shift.code}")
    for phone in (adas, bos, sams):
        phone.expects_nothing()
