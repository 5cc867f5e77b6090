"""What is due around a shift: the ask, the reminder, the welcome, the no-show, the thank-you, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.volunteers.lives import ADA, BO, DAY, HOUR, MINUTE, NEW_YORK, SAM, Life, at, marks_of
from warmline.ids import ContactId
from warmline.volunteers.limits import Limits
from warmline.volunteers.moments import A_DAY, LONG_AGO

STARTS, ENDS = at(NEW_YORK, 2026, 3, 4, 18), at(NEW_YORK, 2026, 3, 4, 22)  # a Wednesday evening
TALK = {ContactId("c1"): "+15550100001"}


def evening(**about: object) -> Life:
    return Life(STARTS, ENDS, **about)  # type: ignore[arg-type]


def test_someone_who_says_so_and_comes_is_asked_reminded_welcomed_and_thanked() -> None:
    assert evening().heard(STARTS - MINUTE).told()[0] == "Tue 18:00 asked"
    assert evening().confirmed().heard(STARTS - MINUTE).told() == [
        "Wed 17:00 reminded",
        "Wed 18:00 welcomed",
        "Wed 22:00 thanked",
    ]


def test_someone_who_never_answers_is_asked_again_then_told_of_then_covered() -> None:
    assert evening(coordinators=[SAM]).told() == [
        "Tue 18:00 asked",
        "Wed 12:00 asked_again",
        "Wed 16:00 unconfirmed:vsam",
        "Wed 17:00 reminded",
        "Wed 18:00 welcomed",
        "Wed 18:10 missed",
        "Wed 18:10 cover_urged",
    ]


@pytest.mark.parametrize(("before", "asked"), [(A_DAY - MINUTE, False), (A_DAY, True)])
def test_a_claim_less_than_a_day_ahead_is_a_confirmation(before: timedelta, *, asked: bool) -> None:
    told = evening(claimed=STARTS - before, coordinators=[SAM]).told()
    assert any("asked" in step or "unconfirmed" in step for step in told) is asked
    assert "Wed 17:00 reminded" in told


def test_whoever_claims_in_the_last_hour_needs_no_reminder() -> None:
    claimed = STARTS - 40 * MINUTE
    assert evening(claimed=claimed).heard(claimed).told() == [
        "Wed 18:00 welcomed",
        "Wed 22:00 thanked",
    ]


def test_whoever_covers_in_the_middle_of_a_shift_is_welcomed_at_once() -> None:
    claimed = STARTS + HOUR
    assert evening(claimed=claimed).heard(claimed).told() == [
        "Wed 19:00 welcomed",
        "Wed 22:00 thanked",
    ]


@pytest.mark.parametrize(
    ("heard", "missed"),
    [
        (None, True),
        (STARTS - DAY, True),
        (STARTS - HOUR - 6 * MINUTE, True),
        (STARTS - HOUR - 4 * MINUTE, False),  # heard is noted every five minutes at most
        (STARTS - HOUR, False),
        (STARTS + 9 * MINUTE, False),
    ],
)
def test_a_no_show_is_someone_of_whom_nothing_was_heard_since_an_hour_before(
    heard: datetime | None, *, missed: bool
) -> None:
    life = evening(holders=[replace(ADA, heard=heard)])
    assert ("Wed 18:10 missed" in life.told()) is missed


def test_someone_who_is_talking_is_there() -> None:
    told = evening(holders=[replace(ADA, talks=TALK)]).confirmed().told()
    assert told[:2] == ["Wed 17:00 reminded", "Wed 18:00 welcomed"]
    assert not any("missed" in step for step in told)


def test_whoever_was_welcomed_late_has_ten_minutes_from_then() -> None:
    """As after an outage: nobody is called a no-show for what the line has not told them."""
    late = STARTS + 2 * HOUR
    assert evening().confirmed().told(since=late)[:2] == ["Wed 20:00 welcomed", "Wed 20:10 missed"]


def test_nobody_is_called_in_for_the_last_quarter_of_an_hour() -> None:
    life = evening().confirmed()
    assert life.told(since=ENDS - 20 * MINUTE) == ["Wed 21:40 welcomed", "Wed 22:00 thanked"]


def test_someone_who_comes_late_after_all_is_known_to_be_there_and_thanked() -> None:
    def comes(life: Life, now: datetime) -> None:
        if now > STARTS + 11 * MINUTE:
            life.holders = [replace(ADA, heard=now)]

    life = evening(when_looked=comes).confirmed()
    assert life.told()[-2:] == ["Wed 18:10 missed", "Wed 18:10 cover_urged"]
    assert life.told(since=STARTS + 20 * MINUTE) == ["Wed 18:20 came", "Wed 22:00 thanked"]


def test_an_unreachable_holder_gets_nothing_and_coordinators_hear_of_it_once() -> None:
    life = evening(holders=[replace(ADA, unreachable="opted_out"), BO], coordinators=[SAM])
    assert [step for step in life.confirmed().told() if not step.endswith("vbo")] == [
        "Tue 18:00 unreachable:vsam",
        "Wed 18:10 cover_urged",
    ]


def test_a_holder_who_becomes_unreachable_is_told_of_at_the_next_look_also_at_night() -> None:
    starts = at(NEW_YORK, 2026, 3, 4, 2)
    gone = [replace(ADA, heard=starts, unreachable="opted_out")]
    life = Life(starts, starts + 4 * HOUR, gone, [SAM], marks={"welcomed:vada": starts})
    assert life.told(since=starts + HOUR) == ["Wed 03:00 unreachable:vsam", "Wed 03:00 cover_urged"]


def test_no_coordinator_is_told_of_their_own_seat() -> None:
    told = evening(coordinators=[ADA]).told()
    assert not any("unconfirmed" in step for step in told)


def test_whoever_goes_straight_on_is_neither_reminded_nor_missed_nor_thanked_between() -> None:
    first, second = evening(to_another=[ADA.id]), evening(from_another=[ADA.id])
    assert first.confirmed().heard(STARTS).told() == ["Wed 17:00 reminded", "Wed 18:00 welcomed"]
    assert second.confirmed().told() == ["Wed 18:00 welcomed", "Wed 22:00 thanked"]


def test_a_talk_past_the_end_is_handed_over_and_the_thank_you_waits_for_its_end() -> None:
    def finishes(life: Life, now: datetime) -> None:
        if now > ENDS + 23 * MINUTE:
            life.holders = [replace(ADA, rested_since=ENDS + 23 * MINUTE)]

    life = evening(holders=[replace(ADA, talks=TALK)], when_looked=finishes).confirmed()
    assert life.told()[-2:] == ["Wed 22:00 handed_over", "Wed 22:25 thanked"]


def test_whoever_stays_on_by_text_hands_nothing_over() -> None:
    life = evening(holders=[replace(ADA, talks=TALK)], staying=[ADA.id]).confirmed()
    assert not any("handed_over" in step for step in life.told())


def test_a_talk_that_outlasts_the_night_is_not_thanked_for_at_four_in_the_morning() -> None:
    def finishes(life: Life, now: datetime) -> None:
        if now > ENDS + HOUR:
            life.holders = [replace(ADA, rested_since=ENDS + 30 * MINUTE)]

    life = evening(holders=[replace(ADA, talks=TALK)], when_looked=finishes).confirmed()
    assert life.told()[-1] == "Thu 08:00 thanked"


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (STARTS - 3 * HOUR, ["Wed 15:00 asked_again"]),  # not the first ask as well
        (STARTS - 90 * MINUTE, ["Wed 16:30 asked_again", "Wed 16:30 unconfirmed:vsam"]),
        (STARTS - 30 * MINUTE, ["Wed 17:30 unconfirmed:vsam", "Wed 17:30 reminded"]),
        (STARTS + MINUTE, ["Wed 18:01 welcomed"]),
        (ENDS, ["Wed 22:00 thanked"]),
        (ENDS + 10 * HOUR, ["Thu 08:00 thanked"]),
        (ENDS + 12 * HOUR, []),
        (ENDS + 30 * DAY, []),
    ],
)
def test_what_was_slept_through_is_not_made_up_for(since: datetime, told: list[str]) -> None:
    life = evening(coordinators=[SAM])
    due, _ = life.looks(since)
    marks = {f"{step.mark}:{step.holder.id}" for step in due}
    assert marks == {step.split()[2] + ":vada" for step in told}


LOOKED = st.lists(
    st.integers(-40 * 60, 40 * 60).map(lambda minutes: STARTS + minutes * MINUTE), max_size=12
)
SHIFTED = st.integers(0, 47).map(lambda halves: halves * 30 * MINUTE)


@given(LOOKED, SHIFTED, st.booleans())
def test_whenever_it_is_looked_at_each_step_comes_once_and_never_in_quiet_hours(
    looked: list[datetime], shifted: timedelta, comes: bool
) -> None:
    life = Life(STARTS + shifted, ENDS + shifted, coordinators=[SAM])
    life = life.heard(life.starts) if comes else life
    taken = list[str]()
    for now in sorted(looked):
        due, then = life.looks(now)
        to_ada = [step for step in due if step.coordinator is None and step.step != "cover_urged"]
        assert len(to_ada) <= 1, "a burst"
        assert then is None or then > now
        for step in due:
            awake = step.coordinator is None and life.starts <= now < life.ends + 15 * MINUTE
            assert awake or not Limits().is_quiet(now, NEW_YORK), step
            assert now < {"welcomed": life.ends, "missed": life.ends, "cover_urged": life.ends,
                          "thanked": life.ends + 12 * HOUR}.get(step.step, life.starts)  # fmt: skip
            taken.append(step.mark)
    assert len(taken) == len(set(taken))


def test_looked_at_twenty_times_a_step_is_taken_once() -> None:
    life = evening(coordinators=[SAM]).confirmed()
    taken = [step.mark for _ in range(20) for step in life.looks(STARTS)[0]]
    assert taken == ["welcomed"]
    assert marks_of(life)["welcomed:vada"] == STARTS


def test_a_shift_that_nobody_has_claimed_is_looked_at_when_it_starts_and_then_no_more() -> None:
    assert evening(holders=[]).looks(LONG_AGO) == ([], STARTS)
    assert evening(holders=[]).looks(STARTS) == ([], None)
