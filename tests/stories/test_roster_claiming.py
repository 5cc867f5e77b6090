"""Volunteers claim shifts by text: what they can take they have at once, and a no says why in one line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.stories.line import MAIN, Line
from tests.stories.rostering import DAY, HOUR, at, journal, now_is, posted, says, someone
from warmline.simulator.handset import Phone
from warmline.volunteers.shifts import Shift


def test_a_claim_is_answered_with_when_it_is_and_is_journaled(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    shift = posted(line, at(10, 18), seats=2)

    says(phone, "claim 1", "1 is yours: Tue 10 Mar 6-10 pm.", "UNDO")

    assert now_is(line, shift).claimed == {ada.id}
    assert journal(line) == [("claimed", ada.id, "volunteer")]
    says(phone, "CLAIM 1", "1 is yours already")
    assert journal(line) == [("claimed", ada.id, "volunteer")]


def test_several_codes_are_each_answered_and_all_that_can_be_are_taken(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    bo, _ = someone(line, "Bo")
    first, _, third = (
        posted(line, at(10, 18)),
        posted(line, at(11, 18), 4, bo),
        posted(line, at(12, 18)),
    )
    too_near = posted(line, at(12, 20))

    answer = says(phone, "claim 1, 2, 3 and 4 99")
    assert answer.split("\n") == [
        "1 is yours: Tue 10 Mar 6-10 pm.",
        "2 is full.",
        "3 is yours: Thu 12 Mar 6-10 pm.",
        "4 overlaps your shift 3, Thu 12 Mar 6-10 pm.",
        "There is no shift 99.",
        "Thank you! UNDO takes it back within 5 minutes.",
    ]
    assert [now_is(line, s).claimed for s in (first, third, too_near)] == [
        {ada.id},
        {ada.id},
        set(),
    ]
    assert len(journal(line)) == 2


def _shift_that(line: Line, why: str) -> Shift:
    bo, _ = someone(line, "Bo")
    starts = at(10, 18)
    match why:
        case "full":
            return posted(line, starts, 4, bo)
        case "started":
            return posted(line, line.now() - HOUR)
        case "over":
            return posted(line, line.now() - 5 * HOUR)
        case "Spanish":
            return posted(line, starts, languages=["es"])
        case "experience of grief":
            return posted(line, starts, experience=["grief"])
        case "training listening":
            return posted(line, starts, training=["listening"])
        case "in one day":
            return posted(line, at(10, 8), 11)
        case _:
            return posted(line, starts)


@pytest.mark.parametrize(
    "why",
    [
        "full",
        "started",
        "over",
        "Spanish",
        "experience of grief",
        "training listening",
        "in one day",
    ],
)
def test_a_no_says_why_in_one_line(line: Line, why: str) -> None:
    ada, phone = someone(line, "Ada", training={"listening": date(2026, 3, 9)})
    shift = _shift_that(line, why)

    answer = says(phone, f"CLAIM {shift.code}", why, "SHIFTS")

    assert "\n" not in answer
    assert ada.id not in now_is(line, shift).claimed
    assert journal(line) == []


def test_rest_hours_nights_and_overlaps_are_named_with_the_shift_in_the_way(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    night = posted(line, at(9, 22), 8, ada)
    posted(line, at(10, 9))
    posted(line, at(9, 20))
    says(phone, "claim 2", f"too near your shift {night.code}, Mon 9 Mar 10 pm-6 am", "8 hours")
    says(phone, "claim 3", f"overlaps your shift {night.code}, Mon 9 Mar 10 pm-6 am")
    posted(line, at(11, 22), 8, ada)
    third = posted(line, at(13, 22), 6)
    says(phone, f"claim {third.code}", "more than 2 nights in one week")
    long_day = posted(line, at(14, 8), 9)
    says(phone, f"claim {long_day.code}", "more than 24 hours in one week")


def test_who_is_on_probation_needs_company(line: Line) -> None:
    _, phone = someone(line, "Ada", probation=True)
    bo, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), seats=2)

    says(phone, "claim 1", "experienced peer beside you")
    says(bos, "claim 1", "1 is yours")
    says(phone, "claim 1", "1 is yours")

    assert len(now_is(line, shift).claimed) == 2
    assert bo.id in now_is(line, shift).claimed


def test_a_training_counts_on_the_day_of_the_shift(line: Line) -> None:
    _, phone = someone(line, "Ada", training={"listening": date(2026, 3, 10)})
    posted(line, at(10, 18), training=["listening"])
    posted(line, at(11, 18), training=["listening"])

    says(phone, "claim 2", "training listening, valid that day")
    says(phone, "claim 1", "1 is yours")


@pytest.mark.parametrize(
    "words", ["claim tue 6pm", "Claim Tuesday at 6 pm!", "claim 10 mar", "claim tue 18:00"]
)
def test_a_time_that_only_one_shift_has_is_enough(line: Line, words: str) -> None:
    ada, phone = someone(line, "Ada")
    shift = posted(line, at(10, 18))
    posted(line, at(11, 18))
    posted(line, at(17, 18))

    says(phone, words, "1 is yours: Tue 10 Mar 6-10 pm")

    assert now_is(line, shift).claimed == {ada.id}


def test_a_time_that_two_shifts_have_brings_the_choices(line: Line) -> None:
    _, phone = someone(line, "Ada")
    posted(line, at(10, 8), 2)
    posted(line, at(10, 18))
    posted(line, at(11, 18))

    answer = says(phone, "claim tue", "Which one?", "\n1 Tue 10 Mar 8-10 am\n2 Tue 10 Mar 6-10 pm")

    assert "\n3 " not in answer
    assert journal(line) == []
    says(phone, "claim 5 pm", "no shift at that time", "\n1 Tue 10 Mar 8-10 am")


def test_of_two_at_that_time_the_one_that_can_be_taken_is_meant(line: Line) -> None:
    _, phone = someone(line, "Ada")
    bo, _ = someone(line, "Bo")
    posted(line, at(10, 18), 4, bo)
    posted(line, at(10, 18), 2)

    says(phone, "claim tue 6pm", "2 is yours: Tue 10 Mar 6-8 pm")


def test_if_none_of_them_can_be_taken_each_says_why(line: Line) -> None:
    _, phone = someone(line, "Ada")
    bo, _ = someone(line, "Bo")
    posted(line, at(10, 18), 4, bo)
    posted(line, at(10, 18), languages=["es"])

    says(phone, "claim tue 6pm", "1 is full.\n2 needs someone who speaks Spanish.")


def test_prose_goes_to_the_person_they_are_with(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("claim your space, you are allowed to", to=MAIN)
    caller.expects("claim your space")
    ada.texts("CLAIM l2", to=MAIN)

    ada.expects("could not read that code", "Nothing was sent")
    caller.expects_nothing()


def test_a_claimed_shift_makes_them_available_when_it_starts(line: Line) -> None:
    _, phone = someone(line, "Ada")
    posted(line, line.now() + 30 * timedelta(minutes=1), 1)
    says(phone, "claim 1", "1 is yours")
    line.passes(minutes=31)
    _read_all(phone)

    caller = line.phone()
    caller.texts("hello", to=MAIN)

    caller.expects("Maple Line")
    caller.expects("looking")
    phone.expects("TAKE")


def test_whoever_was_out_of_reach_and_writes_again_can_claim_at_once(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    shift = posted(line, at(10, 18))
    line.desk.store.roster.keep(ada.id, {"unreachable": "unreachable"}, now=line.now(), plan={})

    says(phone, "claim 1", "1 is yours")

    assert now_is(line, shift).claimed == {ada.id}


def test_whoever_texted_stop_is_told_how_to_come_back_and_claims_nothing(line: Line) -> None:
    _, phone = someone(line, "Ada")
    shift = posted(line, at(10, 18))
    phone.texts("STOP", to=MAIN)
    for _ in phone.unread():
        phone.expects()

    phone.texts("claim 1", to=MAIN)

    for _ in phone.unread():
        phone.expects("START")
    assert now_is(line, shift).claimed == set()


def _read_all(phone: Phone) -> None:
    for _ in phone.unread():
        phone.expects()


def test_tomorrow_and_today_are_those_of_the_volunteer(line: Line) -> None:
    _, phone = someone(line, "Ada", zone="Asia/Tokyo")
    shift = posted(line, at(5, 20))  # in Tokyo 10 am on Friday

    answer = says(phone, "claim fri 10am", "1 is yours: Fri 6 Mar 10 am-2 pm (Tokyo time)")

    assert "Thu" not in answer
    assert now_is(line, shift).claimed
    assert line.now() < at(5, 20) - DAY
