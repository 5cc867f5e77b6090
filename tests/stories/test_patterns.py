"""Shifts come back by themselves, and whoever has said yes to one is told when a coordinator changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.stories.line import MAIN, NEW_YORK, Line
from warmline.flows import materialise
from warmline.flows.desk import Desk
from warmline.flows.office import finding, pattern_changes, shift_changes
from warmline.simulator.handset import Phone
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.shifts import Channel, Needs, Shift
from warmline.volunteers.wishes import DayWish, Wish

CHRISTMAS_EVE = date(2026, 12, 24)


def office(line: Line) -> Desk:
    return replace(line.desk, by="operator")


def repeats(line: Line, rule: str, *first: int, hours: int = 4, **about: Any) -> Pattern:
    """A coordinator repeats a shift from this time of the line's clock."""
    starts = datetime(*first, tzinfo=NEW_YORK)  # type: ignore[arg-type,misc]
    ends = (starts + timedelta(hours=hours)).replace(tzinfo=NEW_YORK)
    given = {"seats": 2, "needs": Needs(), "channel": Channel.ANY, "on_holidays": True, **about}
    pattern = pattern_changes.drafted(office(line), starts, ends, rule=rule, **given)
    return pattern_changes.add(office(line), pattern)[0]


def shifts(line: Line) -> list[Shift]:
    return line.desk.store.shifts.between(line.now(), finding.LAST_DAY)


def starts(line: Line, zone: ZoneInfo = NEW_YORK) -> list[str]:
    return [f"{shift.starts.astimezone(zone):%m-%d %H:%M}" for shift in shifts(line)]


def claims(line: Line, phone: Phone, code: int) -> None:
    phone.texts(f"CLAIM {code}", to=MAIN)
    phone.expects("yours")


@pytest.fixture
def thursdays(line: Line) -> Pattern:
    """From March 5, the day after a story begins; at six in the evening."""
    return repeats(line, "FREQ=WEEKLY;BYDAY=TH", 2026, 3, 5, 18)


def test_every_morning_the_roster_reaches_as_far_ahead_as_ever(
    line: Line, thursdays: Pattern
) -> None:
    materialise.arm(line.desk)
    line.settles()
    assert starts(line)[-1] == "04-09 18:00"
    for _ in range(7):
        line.sleeps_until(line.now() + timedelta(days=1))
    assert starts(line)[-1] == "04-16 18:00"
    assert len(starts(line)) == 6
    line.sleeps_until(line.now() + timedelta(days=21))  # as after three weeks without power
    assert starts(line)[-1] == "05-07 18:00"


def test_a_changed_pattern_leaves_a_claimed_shift_and_its_holder_in_peace(
    line: Line, thursdays: Pattern
) -> None:
    _, ada = line.volunteer("Ada")
    claims(line, ada, 1)

    wish = Wish(start=time(19), end=time(23))
    _, done = pattern_changes.edit(office(line), thursdays, wish)
    line.settles()

    assert [differs.before.code for differs, _ in done.left.values()] == [1]
    assert starts(line)[:2] == ["03-05 18:00", "03-12 19:00"]
    ada.expects_nothing()
    ada.texts("MINE", to=MAIN)
    ada.expects("6-10 pm")


def test_a_holder_is_told_when_the_coordinator_changes_claimed_shifts_too(
    line: Line, thursdays: Pattern
) -> None:
    _, ada = line.volunteer("Ada")
    _, bo = line.volunteer("Bo")
    claims(line, ada, 2)
    claims(line, bo, 2)

    wish = Wish(start=time(19), end=time(23))
    pattern_changes.edit(office(line), thursdays, wish, claimed_too=True)
    line.settles()

    for phone in (ada, bo):
        told = phone.expects("Your shift 2 has changed").body
        assert "Thu 12 Mar 6-10 pm" in told
        assert "Thu 12 Mar 7-11 pm" in told
    ada.texts("RELEASE 2", to=MAIN)
    ada.expects("2")
    bo.texts("MINE", to=MAIN)
    bo.expects("7-11 pm")


def test_whoever_lives_elsewhere_reads_it_in_their_own_time(line: Line, thursdays: Pattern) -> None:
    ada, phone = line.volunteer("Ada")
    london = replace(ada, zone="Europe/London")
    assert line.desk.store.roster.edit(london, now=line.now(), plan={}) == "edited"
    claims(line, phone, 2)

    day = DayWish(seats=1, start=time(20))
    pattern_changes.change(office(line), thursdays, date(2026, 3, 12), day, claimed_too=True)
    line.settles()

    told = phone.expects("Your shift 2 has changed").body
    assert "London" in told
    assert "10 pm-2 am" in told  # clocks have changed in New York by then, and not in London
    assert starts(line)[1] == "03-12 20:00"


def test_a_holder_is_told_when_their_shift_is_taken_off(line: Line, thursdays: Pattern) -> None:
    _, ada = line.volunteer("Ada")
    claims(line, ada, 1)

    pattern_changes.skip(office(line), thursdays, date(2026, 3, 5), claimed_too=True)
    line.settles()

    ada.expects("Your shift 1, Thu 5 Mar 6-10 pm, was taken off the roster")
    ada.texts("MINE", to=MAIN)
    ada.expects("no shift ahead")


def test_a_holder_is_told_what_their_shift_asks_for_now(line: Line, thursdays: Pattern) -> None:
    _, ada = line.volunteer("Ada")
    claims(line, ada, 1)
    needs = Needs(languages=frozenset({"es"}), training=frozenset({"safety"}))

    wish = Wish(needs=needs, channel=Channel.VOICE)
    pattern_changes.edit(office(line), thursdays, wish, claimed_too=True)
    line.settles()

    ada.expects("shift 1", "asks for Spanish, the training safety, answering calls")


def test_whoever_stopped_all_texts_is_named_to_the_coordinator(
    line: Line, thursdays: Pattern
) -> None:
    ada, phone = line.volunteer("Ada")
    claims(line, phone, 1)
    phone.texts("STOP", to=MAIN)
    phone.expects("unsubscribed")

    done = pattern_changes.skip(office(line), thursdays, date(2026, 3, 5), claimed_too=True)
    line.settles()

    ((_, outcome),) = done.done
    assert [volunteer.id for volunteer in outcome.who] == [ada.id]
    assert not [key for key in line.everything_stored() if ":out:" in key]  # not even tried


def test_a_shift_edited_by_hand_tells_its_holder_and_stays_so(
    line: Line, thursdays: Pattern
) -> None:
    ada, phone = line.volunteer("Ada")
    claims(line, phone, 1)
    (first, *_) = shifts(line)
    later = shift_changes.Asked(ends=first.ends + timedelta(hours=1))

    done = shift_changes.edit(office(line), first, later, claimed_too=True)
    materialise.look(line.desk)
    line.settles()

    assert done.told == {ada.id}
    phone.expects("Your shift 1 has changed", "6-11 pm")
    assert shifts(line)[0].ends == first.ends + timedelta(hours=1)


def test_a_further_seat_disturbs_nobody(line: Line, thursdays: Pattern) -> None:
    _, ada = line.volunteer("Ada")
    claims(line, ada, 1)
    pattern_changes.edit(office(line), thursdays, Wish(seats=4))
    line.settles()
    assert {shift.seats for shift in shifts(line)} == {4}
    ada.expects_nothing()


@pytest.mark.parametrize(
    ("today", "night"),
    [
        ((2026, 3, 1), "03-08 02:30"),
        ((2026, 10, 25), "11-01 01:30"),
        ((2028, 2, 27), "02-29 22:00"),
    ],
)
def test_nights_on_which_clocks_change_and_leap_days_have_their_shifts(
    line: Line, today: tuple[int, int, int], night: str
) -> None:
    line.sleeps_until(datetime(*today, 17, tzinfo=UTC))
    hour, minute = map(int, night[-5:].split(":"))
    repeats(line, "FREQ=DAILY", *today, hour, minute, hours=6)
    found = [shift for shift in shifts(line) if f"{shift.day:%m-%d}" == night[:5]]
    assert len(found) == 1
    expected = {"03-08 02:30": "03:30"}.get(night, night[-5:])
    assert f"{found[0].starts.astimezone(NEW_YORK):%H:%M}" == expected


def test_a_line_s_holiday_is_left_out_where_the_coordinator_says_so(line: Line) -> None:
    line.sleeps_until(datetime(2026, 12, 20, 17, tzinfo=UTC))
    _, ada = line.volunteer("Ada")
    repeats(line, "FREQ=DAILY;UNTIL=20261226", 2026, 12, 23, 18, on_holidays=False)
    claims(line, ada, 3)

    pattern_changes.keep_holiday(office(line), CHRISTMAS_EVE, "Christmas Eve")
    done = pattern_changes.keep_holiday(office(line), date(2026, 12, 25), "Christmas")
    line.settles()

    assert starts(line) == ["12-23 18:00", "12-25 18:00", "12-26 18:00"]
    assert [differs.before.code for differs, _ in done.left.values()] == [3]


def test_what_is_long_past_leaves_the_roster_with_its_claims(
    line: Line, thursdays: Pattern
) -> None:
    pattern_changes.remove(office(line), thursdays)
    ada, phone = line.volunteer("Ada")
    line.shift(line.minutes_from_now(60), line.minutes_from_now(120), ada)
    assert line.desk.store.shifts.by_code(7)

    line.sleeps_until(line.now() + timedelta(days=2))
    materialise.look(line.desk)
    assert line.desk.store.shifts.by_code(7) is None  # the code is free again
    assert line.desk.store.shifts.all_of(ada.id)

    line.sleeps_until(line.now() + timedelta(days=34))
    materialise.look(line.desk)
    assert line.desk.store.shifts.all_of(ada.id) == []
    kinds = ("shift", "marks", "seats", "covers", "claims")
    assert not [key for key in line.everything_stored() if key.split(":")[2] in kinds]
    while phone.unread():
        phone.expects("")


def test_a_pattern_that_is_over_leaves_too(line: Line) -> None:
    repeats(line, "FREQ=DAILY;COUNT=2", 2026, 3, 5, 18)
    line.sleeps_until(line.now() + timedelta(days=30))
    materialise.look(line.desk)
    assert len(line.desk.store.patterns.book().patterns) == 1
    line.sleeps_until(line.now() + timedelta(days=10))
    materialise.look(line.desk)
    assert line.desk.store.patterns.book().patterns == {}
    assert shifts(line) == []


def test_every_change_says_in_the_journal_who_made_it(line: Line, thursdays: Pattern) -> None:
    pattern_changes.skip(office(line), thursdays, date(2026, 3, 5))
    pattern_changes.keep_holiday(office(line), CHRISTMAS_EVE, "Christmas Eve")
    entries = line.desk.store.connection.xrange(line.desk.store.keys.journal())
    made = [(entry["event"], entry.get("by")) for _, entry in entries]
    for event in (
        "shifts_added",
        "pattern_added",
        "pattern_day_skipped",
        "shift_removed",
        "holiday_added",
    ):
        assert (event, "operator") in made
