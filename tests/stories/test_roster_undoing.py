"""UNDO takes the latest change back for five minutes, and whoever was told of it hears of that too."""

from __future__ import annotations

from tests.stories.line import Line
from tests.stories.rostering import at, journal, now_is, posted, says, someone


def test_a_claim_is_undone_within_five_minutes(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    first, second = posted(line, at(10, 18)), posted(line, at(12, 18))
    says(phone, "claim 1 2", "1 is yours")
    line.passes(minutes=4, seconds=50)

    says(phone, "UNDO", "1 and 2 are not yours any more")

    assert now_is(line, first).claimed == now_is(line, second).claimed == set()
    assert journal(line)[2:] == [("released", ada.id, "volunteer")] * 2
    says(phone, "undo", "nothing of the last 5 minutes")


def test_after_five_minutes_it_is_too_late(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    shift = posted(line, at(10, 18))
    says(phone, "claim 1", "1 is yours")
    line.passes(minutes=5, seconds=1)

    says(phone, "undo", "nothing of the last 5 minutes")

    assert now_is(line, shift).claimed == {ada.id}


def test_only_the_latest_change_can_be_undone(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    first, second = posted(line, at(10, 18)), posted(line, at(12, 18))
    says(phone, "claim 1", "1 is yours")
    says(phone, "claim 2", "2 is yours")
    says(phone, "SHIFTS")

    says(phone, "undo", "2 is not yours any more")
    says(phone, "undo", "nothing of the last 5 minutes")

    assert now_is(line, first).claimed == {ada.id}
    assert now_is(line, second).claimed == set()


def test_a_release_is_undone_and_those_who_were_asked_need_look_no_more(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    shift = posted(line, at(4, 20), 2, ada)
    for _ in phone.unread():
        phone.expects()
    says(phone, "release 1", "asking the others")
    bos.expects("Someone is needed for 1")

    says(phone, "undo", "1 is yours again")

    bos.expects("1, Wed 4 Mar 8-10 pm, is taken care of after all")
    assert now_is(line, shift).claimed == {ada.id}
    line.passes(hours=1)
    bos.expects_nothing()
    says(phone, "release 1", "asking the others")
    bos.expects("Someone is needed for 1")


def test_a_release_that_someone_has_claimed_since_stays(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), 4, ada)
    posted(line, at(12, 18), 4, ada)
    says(phone, "release 1 2", "no longer yours")
    says(bos, "claim 1", "1 is yours")

    says(phone, "undo", "2 is yours again", "1 cannot come back: someone has it by now")

    assert now_is(line, shift).claimed == {bo.id}
    says(phone, "release 2", "no longer yours")
    says(bos, "claim 2", "2 is yours")
    says(phone, "undo", "2 cannot come back")


def test_a_call_for_cover_is_undone_and_those_asked_are_thanked(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), 4, ada)
    says(phone, "cover 1", "asking others")
    bos.expects("Someone is needed for 1")

    says(phone, "undo", "1 stays yours")

    bos.expects("taken care of after all")
    says(bos, "claim 1", "1 is full")
    assert now_is(line, shift).covers == set()
    assert journal(line, "cover_asked", "cover_stopped")[-1] == (
        "cover_stopped",
        ada.id,
        "volunteer",
    )
    says(phone, "cover 1", "asking others")
    bos.expects("Someone is needed for 1")


def test_when_the_seat_was_covered_meanwhile_it_cannot_come_back(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    posted(line, at(10, 18), 4, ada)
    says(phone, "cover 1", "asking others")
    bos.expects("Someone is needed for 1")
    says(bos, "claim 1", "instead of Ada")
    phone.expects("Bo has taken 1")

    says(phone, "undo", "1 cannot come back")


def test_whoever_undoes_a_cover_gives_the_seat_back_to_its_holder(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), 4, ada)
    says(phone, "cover 1", "asking others")
    bos.expects("Someone is needed for 1")
    says(bos, "claim 1", "instead of Ada")
    phone.expects("Bo has taken 1")

    says(bos, "undo", "1 is not yours any more")

    phone.expects("Bo took it back: 1 is yours again", "COVER 1 asks others anew")
    assert now_is(line, shift).claimed == {ada.id}
    assert now_is(line, shift).covers == set()


def test_a_holder_who_has_taken_on_something_else_does_not_get_it_back(line: Line) -> None:
    ada, phone = someone(line, "Ada")
    _, bos = someone(line, "Bo")
    shift = posted(line, at(10, 18), 4, ada)
    posted(line, at(10, 20))
    says(phone, "cover 1", "asking others")
    bos.expects("Someone is needed for 1")
    says(bos, "claim 1", "instead of Ada")
    phone.expects("Bo has taken 1")
    says(phone, "claim 2", "2 is yours")

    says(bos, "undo", "1 is not yours any more")

    phone.expects("1, Tue 10 Mar 6-10 pm, is free again. You need do nothing")
    assert now_is(line, shift).claimed == set()


def test_an_offered_swap_is_taken_back_and_the_others_hear_it(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    posted(line, at(10, 18), 4, ada)
    posted(line, at(12, 18), 4, bo)
    says(adas, "swap 1 2", "asking")
    bos.expects("Ada offers a swap")

    says(adas, "undo", "1 is not on offer for 2 any more")

    bos.expects("Ada keeps 1 after all. Your 2 stays as it is.")
    says(bos, "swap 2 1", "asking who has 1")
    adas.expects("Bo offers a swap")


def test_a_swap_that_both_agreed_to_stands(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    first = posted(line, at(10, 18), 4, ada)
    posted(line, at(12, 18), 4, bo)
    says(adas, "swap 1 2", "asking")
    bos.expects("Ada offers a swap")
    says(bos, "swap 2 1", "have swapped")
    adas.expects("have swapped")

    for phone in (adas, bos):
        says(phone, "undo", "both agreed", "one alone cannot undo it")

    assert now_is(line, first).claimed == {bo.id}
