"""Gaps are told before they hurt: to those who could fill them, in turn, and to coordinators, once a day."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from tests.stories.line import A_WEDNESDAY, MAIN, Line
from warmline.flows import gaps
from warmline.simulator.handset import Phone
from warmline.words import gsm7

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def wakes(line: Line) -> None:
    """As when the sweep starts: the weeks ahead are looked at, now and every hour."""
    gaps.arm(line.desk)
    line.settles()


def stops(phone: Phone) -> None:
    phone.texts("STOP", to=MAIN)
    phone.expects("unsubscribed")


def at(line: Line, days: float, *, hour: int = 18) -> None:
    """That day at that hour in New York, in one go."""
    line.sleeps_until(A_WEDNESDAY + days * DAY + (hour - 10) * HOUR)


def test_those_who_could_are_asked_and_the_coordinator_gets_a_digest(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, bo = line.volunteer("Bo")
    _, kit = line.volunteer("Kit", coordinator=True)
    starts = A_WEDNESDAY + 5 * DAY
    line.shift(starts, starts + 4 * HOUR, ada, seats=2, quiet=True)
    line.shift(starts + DAY, starts + DAY + 4 * HOUR)

    wakes(line)

    phone.expects("Could you take this shift", "2 Tue 10 Mar")  # the other one is hers
    asked = bo.expects("Could you take one of these", "1 Mon 9 Mar", "2 Tue 10 Mar", "CLAIM")
    assert gsm7.is_gsm7(asked.body)
    digest = kit.expects(
        "Next 14 days: 2 shifts", "Fewest answered (a guess so far)", "1 Mon 9 Mar"
    )
    assert "%" in digest.body
    assert "Closed for want of anyone: Tue 10 Mar" in digest.body
    assert len(digest.body) <= 320
    kit.expects("Could you take one of these")  # a coordinator may hold a seat too


def test_looked_at_twice_everything_is_told_once(line: Line) -> None:
    _, bo = line.volunteer("Bo")
    _, kit = line.volunteer("Kit", coordinator=True)
    line.shift(A_WEDNESDAY + 30 * HOUR, A_WEDNESDAY + 34 * HOUR)
    wakes(line)
    bo.expects("Could you take this shift", "nobody yet: the line would be closed")
    for words in ("The line will be closed", "Next 14 days", "Could you take this shift"):
        kit.expects(words)

    for _ in range(3):
        gaps.look_ahead(line.desk)
        line.settles()
    line.sleeps_until(A_WEDNESDAY + 5 * HOUR)

    bo.expects_nothing()
    kit.expects_nothing()


def test_looked_at_by_many_at_once_everything_is_told_once(line: Line) -> None:
    phones = [line.volunteer(name)[1] for name in ("Ada", "Bo", "Cy", "Di", "Ed", "Flo")]
    _, kit = line.volunteer("Kit", coordinator=True)
    line.shift(A_WEDNESDAY + 30 * HOUR, A_WEDNESDAY + 34 * HOUR)

    with ThreadPoolExecutor(8) as many:
        list(many.map(lambda _: gaps.look_ahead(line.desk), range(16)))
    line.settles()

    told = [text.body for text in kit.unread()]
    for words in ("The line will be closed", "Next 14 days"):
        assert sum(words in body for body in told) == 1
    asked = [[t for t in p.unread() if "Could you take" in t.body] for p in (*phones, kit)]
    assert sorted(map(len, asked)) == [0, 0, 0, 1, 1, 1, 1]
    for phone in (*phones, kit):
        while phone.unread():
            phone.expects()


def test_the_digest_comes_again_the_next_day_and_not_once_the_seats_are_taken(line: Line) -> None:
    ada, _ = line.volunteer("Ada")
    _, bo = line.volunteer("Bo")
    _, kit = line.volunteer("Kit", coordinator=True)
    day = A_WEDNESDAY + 6 * DAY
    shift = line.shift(day, day + 4 * HOUR, ada, seats=2, quiet=True)
    wakes(line)
    bo.expects("Could you take this shift")
    kit.expects("Next 14 days: 1 shift has open seats")
    kit.expects("Could you take this shift")

    at(line, 1, hour=9)
    kit.expects_nothing()
    at(line, 1, hour=10)
    kit.expects("Next 14 days")
    bo.texts(f"CLAIM {shift.code}", to=MAIN)
    bo.expects("yours")
    at(line, 2, hour=11)

    kit.expects_nothing()


def test_nobody_is_asked_more_than_once_in_three_days(line: Line) -> None:
    _, bo = line.volunteer("Bo")
    for days in (5, 6, 7, 8):
        line.shift(A_WEDNESDAY + days * DAY, A_WEDNESDAY + days * DAY + 4 * HOUR)
    wakes(line)
    first = bo.expects("Could you take one of these").body
    assert [code for code in "1234" if f"\n{code} " in first] == ["1", "2", "3"]

    at(line, 2)
    bo.expects_nothing()
    at(line, 3, hour=11)

    bo.expects("Could you take", "4 Thu 12 Mar")


def test_four_are_asked_for_a_seat_and_not_the_whole_roster(line: Line) -> None:
    phones = [line.volunteer(name)[1] for name in ("Ada", "Bo", "Cy", "Di", "Ed", "Flo")]
    line.shift(A_WEDNESDAY + 5 * DAY, A_WEDNESDAY + 5 * DAY + 4 * HOUR)

    wakes(line)

    heard = [phone for phone in phones if phone.unread()]
    assert len(heard) == 4
    for phone in heard:
        phone.expects("Could you take this shift")


def test_quiet_hours_are_those_of_the_volunteers_own_clock(line: Line) -> None:
    bo_is, bo = line.volunteer("Bo")
    line.desk.store.roster.keep(bo_is.id, {"zone": "America/Los_Angeles"}, now=line.now(), plan={})
    line.shift(A_WEDNESDAY + 5 * DAY, A_WEDNESDAY + 5 * DAY + 4 * HOUR)
    wakes(line)  # seven in the morning there
    bo.expects_nothing()

    at(line, 0, hour=11)

    bo.expects("Could you take this shift", "8 am-noon", "Los Angeles")


def test_a_volunteers_stop_raises_the_gap_at_once(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, bo = line.volunteer("Bo")
    _, kit = line.volunteer("Kit", coordinator=True)
    day = A_WEDNESDAY + 4 * DAY
    shift = line.shift(day, day + 4 * HOUR, ada, quiet=True)

    stops(phone)

    kit.expects("Ada can no longer be reached", f"{shift.code} Sun 8 Mar", "ring Ada")
    bo.expects("Could you take this shift", f"CLAIM {shift.code}")
    kit.expects("Could you take this shift")
    bo.texts(f"CLAIM {shift.code}", to=MAIN)
    bo.expects("yours")


def test_far_off_seats_of_someone_who_stopped_are_left_to_the_daily_look(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, kit = line.volunteer("Kit", coordinator=True)
    line.shift(A_WEDNESDAY + 9 * DAY, A_WEDNESDAY + 9 * DAY + 4 * HOUR, ada, quiet=True)

    stops(phone)

    kit.expects_nothing()


def test_whoever_is_back_has_their_seat_for_themselves_again(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, kit = line.volunteer("Kit", coordinator=True)
    day = A_WEDNESDAY + 4 * DAY
    shift = line.shift(day, day + 4 * HOUR, ada, quiet=True)
    stops(phone)
    kit.expects("Ada can no longer be reached")
    kit.expects("Could you take this shift")

    phone.texts("START", to=MAIN)
    phone.expects("re-subscribed")
    phone.expects("Welcome back")
    kit.texts(f"CLAIM {shift.code}", to=MAIN)

    kit.expects("full")
    stops(phone)
    kit.expects("Ada can no longer be reached")


def test_a_day_before_coordinators_and_those_who_could_hear_that_the_line_will_be_closed(
    line: Line,
) -> None:
    _, bo = line.volunteer("Bo")
    _, kit = line.volunteer("Kit", coordinator=True)
    shift = line.shift(A_WEDNESDAY + 32 * HOUR, A_WEDNESDAY + 36 * HOUR)

    wakes(line)

    kit.expects("The line will be closed", "Thu 5 Mar 6-10 pm", f"CLAIM of shift {shift.code}")
    kit.expects("Next 14 days")
    kit.expects("Could you take this shift")
    bo.expects("nobody yet: the line would be closed")


def test_small_hours_are_told_of_the_morning_before_last_so_that_a_day_is_left(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    line.volunteer("Bo")
    shift = line.shift(A_WEDNESDAY + 40 * HOUR, A_WEDNESDAY + 44 * HOUR)
    later = line.shift(A_WEDNESDAY + 48 * HOUR, A_WEDNESDAY + 50 * HOUR)

    wakes(line)

    closing = kit.expects("The line will be closed", "Fri 6 Mar 2-6 am", f"of shift {shift.code}")
    assert f"shift {shift.code}, {later.code}" not in closing.body
    line.phones.reset()


def test_a_shift_without_anybody_beside_others_is_told_of_as_such(line: Line) -> None:
    ada, _ = line.volunteer("Ada")
    _, bo = line.volunteer("Bo")
    _, kit = line.volunteer("Kit", coordinator=True)
    starts = A_WEDNESDAY + 32 * HOUR
    line.shift(starts, starts + 4 * HOUR, ada, quiet=True)
    line.shift(starts, starts + 3 * HOUR)

    wakes(line)
    line.sleeps_until(A_WEDNESDAY + 2 * HOUR)

    told = [text.body for text in kit.unread() if "Nobody who can be reached" in text.body]
    assert len(told) == 1
    assert "2 Thu 5 Mar 6-9 pm" in told[0]
    assert "the line stays open" in told[0]
    assert not any("will be closed" in text.body for text in kit.unread())
    assert "would be closed" not in bo.expects("Could you take this shift", "2 Thu 5 Mar").body
    line.phones.reset()


def test_a_coordinators_status_names_the_gaps_with_their_codes(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    _, kit = line.volunteer("Kit", coordinator=True)
    line.shift(A_WEDNESDAY + 8 * HOUR, A_WEDNESDAY + 9 * HOUR, ada, seats=2, quiet=True)
    line.shift(A_WEDNESDAY + 9 * HOUR, A_WEDNESDAY + 10 * HOUR)

    kit.texts("STATUS", to=MAIN)

    kit.expects("1 today at 6 pm (1 open)", "2 today at 7 pm (nobody)")
    assert phone.unread() == []


def test_the_line_learns_of_itself_once_a_day(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    wakes(line)
    line.passes(minutes=10)
    caller.texts("DONE", to=MAIN)
    for phone in (caller, caller, ada):
        phone.expects()
    at(line, 1, hour=11)
    lesson = line.desk.store.learned.lesson()
    assert lesson.habits.sums["came 58"] > 0.9  # Wednesday at ten
    assert 9 * 60 < lesson.habits.sums["talked en text"] / lesson.habits.sums["talks * *"] < 11 * 60
