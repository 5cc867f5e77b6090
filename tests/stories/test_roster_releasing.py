"""Seats are given back, and others asked to take them: a few at a time, each once, and not at night unless it is urgent."""

from __future__ import annotations

import pytest

from tests.stories.line import Line
from tests.stories.rostering import HOUR, at, journal, now_is, posted, says, someone
from warmline.flows import cover
from warmline.simulator.handset import Phone


def test_a_released_seat_is_free_again(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), 4, ada)

    says(phone, "release 1", "1 is no longer yours: Tue 10 Mar 6-10 pm", "Thank you for saying so")

    assert now_is(line, shift).claimed == set()
    assert journal(line) == [("released", ada.id, "volunteer")]
    says(phone, "RELEASE 1", "1 is not yours")
    bos.expects_nothing()


def test_several_are_given_back_in_one_go_and_each_is_answered(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    for day in (10, 11):
        posted(line, at(day, 18), 4, ada)
    posted(line, at(12, 18))
    posted(line, line.now() - HOUR, 4, ada)
    _read_all(phone)

    answer = says(phone, "release 1 2 3 4 99")

    assert answer.split("\n") == [
        "1 is no longer yours: Tue 10 Mar 6-10 pm.",
        "2 is no longer yours: Wed 11 Mar 6-10 pm.",
        "3 is not yours.",
        "4 runs already, so it stays yours: COVER 4 asks others.",
        "There is no shift 99.",
        "Thank you for saying so. UNDO takes it back within 5 minutes.",
    ]


def test_a_late_release_asks_three_at_once_and_three_more_after_twenty_minutes(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    others = [someone(line, f"Bo{n}")[1] for n in range(8)]
    posted(line, at(4, 20), 2, ada)
    _read_all(phone, *others)

    says(phone, "release 1", "I am asking the others now")

    assert _asked(others) == 3
    line.passes(minutes=19)
    assert _asked(others) == 0
    line.passes(minutes=2)
    assert _asked(others) == 3
    line.passes(minutes=20)
    assert _asked(others) == 2
    line.passes(hours=2)
    assert _asked(others) == 0
    phone.expects_nothing()


def test_the_first_to_claim_has_the_seat_and_nobody_else_is_asked(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    others = [someone(line, f"Bo{n}")[1] for n in range(6)]
    shift = posted(line, at(4, 20), 2, ada)
    _read_all(phone, *others)
    says(phone, "release 1", "asking the others")
    first, second, third = [one for one in others if one.unread()]
    _asked(others)

    says(second, "claim 1", "1 is yours: Wed 4 Mar 8-10 pm")
    says(first, "claim 1", "1 is full")

    line.passes(hours=1)
    assert _asked([one for one in others if one is not second]) == 0
    assert len(now_is(line, shift).claimed) == 1
    third.expects_nothing()


def test_cover_keeps_the_seat_until_someone_claims_it_and_both_are_told(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    _, cys = someone(line, "Cy")
    shift = posted(line, at(10, 18), 4, ada)

    says(phone, "COVER 1", "asking others to take 1, Tue 10 Mar 6-10 pm", "stays yours")
    for asked in (bos, cys):
        asked.expects("Someone is needed for 1, Tue 10 Mar 6-10 pm", "CLAIM 1")
    assert now_is(line, shift).claimed == {ada.id}
    says(phone, "cover 1", "asking others about 1 already")
    says(bos, "claim 1", "1 is yours instead of Ada: Tue 10 Mar 6-10 pm")

    phone.expects("Bo has taken 1 from you")
    assert now_is(line, shift).claimed == {bo.id}
    assert now_is(line, shift).covers == set()
    says(cys, "claim 1", "1 is full")
    assert journal(line, "cover_asked", "released", "claimed") == [
        ("cover_asked", ada.id, "volunteer"),
        ("released", ada.id, "volunteer"),
        ("claimed", bo.id, "volunteer"),
    ]
    line.passes(hours=1)
    cys.expects_nothing()


@pytest.mark.parametrize(
    ("words", "answer"),
    [("cover 2", "2 is not yours"), ("cover 99", "no shift 99"), ("cover 3", "3 is over")],
)
def test_only_ones_own_shift_ahead_can_be_covered(line: Line, words: str, answer: str) -> None:
    ada, phone = someone(line, "Ada")
    posted(line, at(10, 18), 4, ada)
    posted(line, at(11, 18))
    third = posted(line, line.now() + HOUR, 1, ada)
    line.sleeps_until(third.ends + HOUR)
    _read_all(phone)

    says(phone, words, answer)


def test_a_shift_that_runs_is_covered_and_not_left_empty(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    shift = posted(line, line.now() - HOUR, 4, ada)
    _read_all(phone, bos)

    says(phone, "release 1", "runs already, so it stays yours", "OFF")
    bos.expects("Someone is needed for 1")
    says(bos, "claim 1", "1 is yours instead of Ada")
    phone.expects("Bo has taken 1")
    bos.expects("Your shift has begun")

    assert now_is(line, shift).claimed == {bo.id}


def test_only_those_who_may_take_it_are_asked_and_whoever_has_least_to_do_first(line: Line) -> None:
    ada, phone = someone(line, "Ada", languages=["en", "es"])
    _, english = someone(line, "Eve")
    busy, busy_phone = someone(line, "Bea", languages=["en", "es"])
    tired, tired_phone = someone(line, "Tim", languages=["en", "es"])
    free = [someone(line, f"Flo{n}", languages=["en", "es"])[1] for n in range(3)]
    posted(line, at(13, 8), 2, busy)
    posted(line, at(11, 8), 8, tired)
    posted(line, at(11, 14), 4, ada, languages=["es"])

    says(phone, "cover 3", "asking others")

    assert _asked(free) == 3
    line.passes(minutes=21)
    busy_phone.expects("Someone is needed for 3")
    for one in (english, tired_phone):
        one.expects_nothing()


def test_quiet_hours_are_kept_unless_it_is_urgent(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    _, londons = someone(line, "Lou", zone="Asia/Tokyo")
    posted(line, at(6, 18), 2, ada)
    line.sleeps_until(at(4, 22, 30))  # in Tokyo half past twelve, by day
    _read_all(phone, bos, londons)

    says(phone, "COVER 1", "asking others")

    londons.expects("Someone is needed for 1", "Sat 7 Mar 8-10 am (Tokyo time)")
    bos.expects_nothing()
    line.sleeps_until(at(5, 7, 59))
    bos.expects_nothing()
    line.passes(minutes=2)
    bos.expects("Someone is needed for 1")
    line.passes(hours=5)
    londons.expects_nothing()


def test_what_begins_within_twelve_hours_may_wake_people(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    posted(line, at(5, 8), 2, ada)
    line.sleeps_until(at(4, 23))
    _read_all(phone, bos)

    says(phone, "release 1", "asking the others now")

    bos.expects("Someone is needed for 1, Thu 5 Mar 8-10 am")


def test_others_can_be_asked_for_someone_who_did_not_come_and_twice_asked_is_once_asked(
    line: Line,
) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    shift = posted(line, line.now() - HOUR / 6, 4, ada)
    _read_all(phone, bos)

    for _ in range(3):
        cover.ask_others(line.desk, now_is(line, shift), holder=ada, urgent=True)

    bos.expects("Someone is needed for 1")
    bos.expects_nothing()
    says(bos, "claim 1", "instead of Ada")
    bos.expects("Your shift has begun")
    phone.expects("Bo has taken 1")


def test_who_was_asked_before_is_asked_after_the_others(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    others = [someone(line, f"Bo{n}")[1] for n in range(6)]
    for day in (10, 12):
        posted(line, at(day, 18), 2, ada)
    says(phone, "cover 1", "asking others")
    first = [one for one in others if one.unread()]
    _asked(others)

    line.passes(minutes=1)
    says(phone, "cover 2", "asking others")
    second = [one for one in others if one.unread()]
    _asked(others)

    assert len(first) == len(second) == 3
    assert not {one.number for one in first} & {one.number for one in second}


def _asked(phones: list[Phone]) -> int:
    """How many of them were just asked, once each."""
    count = 0
    for phone in phones:
        if phone.unread():
            phone.expects("Someone is needed")
            phone.expects_nothing()
            count += 1
    return count


def _read_all(*phones: Phone) -> None:
    for phone in phones:
        for _ in phone.unread():
            phone.expects()
