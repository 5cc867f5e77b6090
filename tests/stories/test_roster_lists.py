"""SHIFTS, MORE and MINE show a volunteer what they may take and what is theirs, a few lines at a time."""

from __future__ import annotations

import re

from tests.stories.line import MAIN, Line
from tests.stories.rostering import at, becomes, posted, says, someone
from warmline.words import gsm7


def _codes(answer: str) -> list[int]:
    return [int(code) for code in re.findall(r"^(\d+) [A-Z][a-z]{2} \d", answer, re.MULTILINE)]


def test_what_is_near_and_empty_comes_first_then_the_emptiest_then_the_soonest(line: Line) -> None:
    _, phone = someone(line, "Ada")
    others = [someone(line, name)[0] for name in ("Bo", "Cy")]
    posted(line, at(9, 18), 2, others[0], seats=3)
    posted(line, at(12, 18), 2)
    posted(line, at(11, 18), 2)
    posted(line, at(6, 18), 2)
    posted(line, at(5, 18), 2, *others, seats=3)

    answer = says(phone, "SHIFTS", "CLAIM 4 takes it.")

    assert answer.split("\n")[:5] == [
        "4 Fri 6 Mar 6-8 pm, 1 open",
        "3 Wed 11 Mar 6-8 pm, 1 open",
        "2 Thu 12 Mar 6-8 pm, 1 open",
        "1 Mon 9 Mar 6-8 pm, 2 open",
        "5 Thu 5 Mar 6-8 pm, 1 open",
    ]


def test_more_shows_the_next_ones_until_it_says_kindly_that_these_were_all(line: Line) -> None:
    _, phone = someone(line, "Ada")
    for day in range(9, 29):
        posted(line, at(day, 18), 2)
    seen: list[int] = []

    answer = says(phone, "shifts", "MORE shows more")
    while "all of them" not in answer:
        assert gsm7.is_gsm7(answer)
        assert len(answer) <= 320
        assert len(_codes(answer)) >= 3 or len(seen) > 15
        seen += _codes(answer)
        answer = says(phone, "MORE")

    assert sorted(seen) == list(range(1, 21))
    assert len(set(seen)) == len(seen)
    says(phone, "MORE", "all of them")
    assert _codes(says(phone, "SHIFTS"))[0] == 1


def test_what_was_claimed_between_two_pages_is_neither_shown_nor_skipped_over(line: Line) -> None:
    _, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    for day in range(9, 23):
        posted(line, at(day, 18), 2)
    first = _codes(says(phone, "SHIFTS"))

    says(bos, f"claim {first[0]} {first[-1] + 1}", "yours")
    following = _codes(says(phone, "MORE"))

    assert following[0] == first[-1] + 2


def test_only_what_they_may_take_is_shown_and_that_there_is_more_is_said(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    posted(line, at(9, 18), 2)
    posted(line, at(10, 18), 2, languages=["es"])
    posted(line, at(11, 18), 2, training=["listening"])
    full = posted(line, at(12, 18), 2, someone(line, "Bo")[0])

    answer = says(phone, "SHIFTS", "2 are open that you cannot take now: CLAIM 2 says why.")
    assert _codes(answer) == [1]
    says(phone, "claim 2", "Spanish")

    becomes(line, ada, languages=frozenset({"en", "es"}))
    answer = says(phone, "SHIFTS", "1 is open that you cannot take now: CLAIM 3 says why.")
    assert _codes(answer) == [1, 2]
    assert full.code not in _codes(answer)


def test_without_anything_open_they_are_told_so(line: Line) -> None:
    _, phone = someone(line, "Ada")
    says(phone, "SHIFTS", "No shift is open that you can take now")
    posted(line, at(9, 18), 2, languages=["es"])
    assert _codes(says(phone, "SHIFTS", "1 is open that you cannot take now")) == []
    says(phone, "MORE", "1 is open that you cannot take now")


def test_a_shift_whose_seat_asks_for_cover_is_shown(line: Line) -> None:
    _, phone = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    posted(line, at(9, 18), 2, bo)
    says(bos, "COVER 1", "asking others to take 1")
    phone.expects("Someone is needed for 1")

    says(phone, "SHIFTS", "1 Mon 9 Mar 6-8 pm, cover\n")


def test_mine_shows_what_is_ahead_and_what_was_asked_of_others(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    says(phone, "MINE", "no shift ahead", "SHIFTS")
    posted(line, at(12, 18), 2, ada)
    posted(line, at(9, 18), 2, ada)
    posted(line, at(10, 18), 2, ada)
    posted(line, at(11, 18), 2, bo)
    says(phone, "cover 2", "asking others")
    bos.expects("Someone is needed for 2")
    says(phone, "swap 3 4", "asking who has 4")
    bos.expects("offers a swap")

    answer = says(phone, "mine", "RELEASE 2 gives it back")

    assert answer.split("\n")[:3] == [
        "2 Mon 9 Mar 6-8 pm, cover asked",
        "3 Tue 10 Mar 6-8 pm, swap for 4 open",
        "1 Thu 12 Mar 6-8 pm",
    ]


def test_a_long_list_of_ones_own_says_how_many_come_later(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    for day in range(9, 29):
        posted(line, at(day, 18), 2, ada)

    answer = says(phone, "MINE")

    assert len(answer) <= 306
    assert f"And {20 - len(_codes(answer))} later." in answer


def test_lists_are_in_the_volunteer_s_own_time_and_say_so_where_it_is_not_the_line_s(
    line: Line,
) -> None:
    ada, phone = someone(line, "Ada", zone="Europe/London")
    posted(line, at(9, 18), 2)
    posted(line, at(28, 18), 2)

    says(phone, "SHIFTS", "1 Mon 9 Mar 10 pm-midnight", "2 Sat 28 Mar 10 pm-midnight",
         "Times are those of London.")  # fmt: skip
    becomes(line, ada, zone="America/Los_Angeles")
    says(phone, "SHIFTS", "1 Mon 9 Mar 3-5 pm", "Times are those of Los Angeles.")
    becomes(line, ada, zone="America/New_York")
    assert "Times" not in says(phone, "SHIFTS", "1 Mon 9 Mar 6-8 pm")


def test_the_commands_of_the_roster_are_never_for_the_person_in_the_talk(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    for words in ("SHIFTS", "more", "Mine!", "undo"):
        ada.texts(words, to=MAIN)
        ada.expects()

    caller.expects_nothing()
