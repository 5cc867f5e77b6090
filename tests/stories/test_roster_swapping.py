"""SWAP offers one's own seat for somebody's; both keep what they have until one of the others agrees."""

from __future__ import annotations

import pytest

from tests.stories.line import Line
from tests.stories.rostering import HOUR, at, journal, now_is, posted, says, someone
from warmline.simulator.handset import Phone


def test_two_swap_their_shifts_when_the_other_agrees(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo", zone="Europe/London")
    first, second = posted(line, at(10, 18), 4, ada), posted(line, at(12, 9), 3, bo)

    says(adas, "SWAP 1 2", "asking who has 2", "your 1", "by Friday at 10 am")
    bos.expects(
        "Ada offers a swap: their 1 Tue 10 Mar 10 pm-2 am (London time)",
        "your 2 Thu 12 Mar 1-4 pm (London time)",
        "text SWAP 2 1 by Friday at 3 pm (London time)",
    )
    assert now_is(line, first).claimed == {ada.id}
    says(bos, "swap 2 1", "You and Ada have swapped: 1 is yours", "2 is theirs")

    adas.expects("You and Bo have swapped: 2 is yours, Thu 12 Mar 9 am-noon, and 1 is theirs")
    assert now_is(line, first).claimed == {bo.id}
    assert now_is(line, second).claimed == {ada.id}
    assert journal(line) == [
        ("released", bo.id, "volunteer"),
        ("released", ada.id, "volunteer"),
        ("claimed", bo.id, "volunteer"),
        ("claimed", ada.id, "volunteer"),
    ]
    line.sleeps_until(at(6, 11))
    _nothing(adas, bos)


def test_every_holder_who_could_is_asked_and_the_first_to_agree_has_it(line: Line) -> None:
    ada, adas = someone(line, "Ada", languages=["en", "es"])
    bo, bos = someone(line, "Bo", languages=["en", "es"])
    cy, cys = someone(line, "Cy", languages=["en", "es"])
    eve, eves = someone(line, "Eve")
    first = posted(line, at(10, 18), 2, ada, languages=["es"])
    second = posted(line, at(12, 18), 2, bo, cy, eve)

    says(adas, "swap 1 2", "asking who has 2")
    for asked in (bos, cys):
        asked.expects("Ada offers a swap")
    eves.expects_nothing()
    says(cys, "SWAP 2 1", "You and Ada have swapped")
    adas.expects("You and Cy have swapped")

    assert now_is(line, first).claimed == {cy.id}
    assert now_is(line, second).claimed == {ada.id, bo.id, eve.id}
    # nothing is on offer any more: it is an offer of Bo's
    says(bos, "swap 2 1", "asking who has 1")
    cys.expects("Bo offers a swap")


def test_the_rules_of_care_are_asked_as_if_the_given_seats_were_gone(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    posted(line, at(10, 18), 4, ada)
    posted(line, at(10, 20), 4, bo)

    says(adas, "swap 1 2", "asking who has 2")
    bos.expects("Ada offers a swap")
    says(bos, "swap 2 1", "You and Ada have swapped")
    adas.expects("You and Bo have swapped")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("swap 2 1", "2 is not yours"),
        ("swap 1 3", "Both are yours"),
        ("swap 1 4", "Nobody has 4 yet. CLAIM 4"),
        ("swap 1 99", "no shift 99"),
        ("swap 1 5", "5 has started"),
        ("swap 1 6", "6 needs someone who speaks Spanish"),
        ("swap 1 7", "Nobody who has 7 could take 1"),
    ],
)
def test_a_swap_that_cannot_be_says_why_and_asks_nobody(
    line: Line, words: str, answer: str
) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo", languages=["es"])
    posted(line, at(10, 18), 4, ada, languages=["en"])
    posted(line, at(12, 18), 4, bo)
    posted(line, at(14, 18), 4, ada)
    posted(line, at(15, 18))
    posted(line, line.now() - HOUR, 4, bo)
    posted(line, at(16, 18), 4, bo, languages=["es"])
    posted(line, at(17, 18), 4, bo)
    for _ in (*adas.unread(), *bos.unread()):
        (adas if adas.unread() else bos).expects()

    says(adas, words, answer)

    bos.expects_nothing()
    assert journal(line, "swap_offered") == []


def test_whoever_cannot_any_more_is_told_why_when_they_agree(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    first = posted(line, at(10, 18), 4, ada)
    posted(line, at(12, 18), 4, bo)
    says(adas, "swap 1 2", "asking")
    bos.expects("Ada offers a swap")
    posted(line, at(10, 20), 4, bo)

    says(bos, "swap 2 1", "1 overlaps your shift 3")
    posted(line, at(12, 20), 4, ada)
    says(bos, "release 3", "no longer yours")
    says(bos, "swap 2 1", "Ada cannot swap any more. For them: 2 overlaps your shift 4")

    assert now_is(line, first).claimed == {ada.id}
    line.sleeps_until(at(6, 11))
    adas.expects("Nobody agreed to swap 2 for 1")


def test_an_offer_lapses_after_two_days_and_says_so(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    first = posted(line, at(10, 18), 4, ada)
    posted(line, at(12, 18), 4, bo)
    says(adas, "swap 1 2", "by Friday at 10 am")
    bos.expects("Ada offers a swap")
    says(adas, "swap 1 2", "on offer for 2 already")

    line.passes(hours=47, minutes=59)
    _nothing(adas, bos)
    line.passes(minutes=2)
    adas.expects("Nobody agreed to swap 2 for 1")
    says(bos, "swap 2 1", "asking who has 1")
    adas.expects("Bo offers a swap")

    assert now_is(line, first).claimed == {ada.id}


def test_an_offer_ends_when_the_first_of_the_two_begins(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    posted(line, at(5, 9), 2, ada)
    posted(line, at(12, 18), 4, bo)
    for _ in adas.unread():
        adas.expects()
    says(adas, "swap 1 2", "by tomorrow at 9 am")
    bos.expects("Ada offers a swap", "by tomorrow at 9 am")
    line.sleeps_until(at(5, 9, 1))
    said = [adas.expects().body for _ in adas.unread()]

    assert any("Nobody agreed" in words for words in said)
    says(bos, "swap 2 1", "1 has started already")


def test_nobody_is_woken_by_a_swap(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    posted(line, at(10, 18), 4, ada)
    posted(line, at(12, 18), 4, bo)
    line.sleeps_until(at(4, 23))

    says(adas, "swap 1 2", "asking who has 2")
    bos.expects_nothing()
    line.sleeps_until(at(5, 8, 1))

    bos.expects("Ada offers a swap")


def test_a_swap_whose_seat_was_given_up_is_off(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    posted(line, at(10, 18), 4, ada)
    second = posted(line, at(12, 18), 4, bo)
    says(adas, "swap 1 2", "asking")
    bos.expects("Ada offers a swap")
    says(adas, "release 1", "no longer yours")

    says(bos, "swap 2 1", "Nobody has 1 yet. CLAIM 1")

    assert now_is(line, second).claimed == {bo.id}
    line.sleeps_until(at(6, 11))
    _nothing(adas, bos)


def test_of_two_who_offer_the_same_the_first_is_agreed_with(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    cy, cys = someone(line, "Cy")
    bo, bos = someone(line, "Bo")
    first = posted(line, at(10, 18), 2, ada, cy)
    posted(line, at(12, 18), 2, bo)
    says(adas, "swap 1 2", "asking who has 2")
    line.passes(minutes=1)
    says(cys, "swap 1 2", "asking who has 2")
    bos.expects("Ada offers a swap")
    bos.expects("Cy offers a swap")

    says(bos, "swap 2 1", "You and Ada have swapped")

    adas.expects("You and Bo have swapped")
    assert now_is(line, first).claimed == {bo.id, cy.id}
    line.sleeps_until(at(6, 11))
    cys.expects("Nobody agreed to swap 2 for 1")


def test_if_the_first_cannot_any_more_the_next_is_agreed_with(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    cy, cys = someone(line, "Cy")
    bo, bos = someone(line, "Bo")
    first = posted(line, at(10, 18), 2, ada, cy)
    posted(line, at(12, 18), 2, bo)
    says(adas, "swap 1 2", "asking who has 2")
    line.passes(minutes=1)
    says(cys, "swap 1 2", "asking who has 2")
    bos.expects("Ada offers a swap")
    bos.expects("Cy offers a swap")
    posted(line, at(12, 19), 2, ada)

    says(bos, "swap 2 1", "You and Cy have swapped")

    cys.expects("You and Bo have swapped")
    assert now_is(line, first).claimed == {ada.id, bo.id}
    line.sleeps_until(at(6, 11))
    adas.expects("Nobody agreed to swap 2 for 1")


def test_a_swap_leaves_whoever_asks_for_cover_beside_them_alone(line: Line) -> None:
    ada, adas = someone(line, "Ada")
    bo, bos = someone(line, "Bo")
    cy, cys = someone(line, "Cy")
    posted(line, at(10, 18), 2, ada)
    second = posted(line, at(12, 18), 2, bo, cy)
    says(cys, "cover 2", "asking others")
    adas.expects("Someone is needed for 2")
    says(adas, "swap 1 2", "asking who has 2")
    for phone in (bos, cys):
        phone.expects("Ada offers a swap")

    says(bos, "swap 2 1", "You and Ada have swapped")

    adas.expects("You and Bo have swapped")
    assert now_is(line, second).claimed == {ada.id, cy.id}
    assert now_is(line, second).covers == {cy.id}


def _nothing(*phones: Phone) -> None:
    for phone in phones:
        phone.expects_nothing()
