"""A peer with several people at once can never answer the wrong one."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, POOL, Line
from warmline.simulator.handset import Phone


@pytest.fixture
def one_number(environ: dict[str, str]) -> dict[str, str]:
    """A line that has no number to spare."""
    environ["WARMLINE_NUMBERS"] = MAIN
    return environ


def _with_two(line: Line) -> tuple[Phone, tuple[Phone, str], tuple[Phone, str]]:
    """Ada with two people; each with the number on which Ada has them."""
    ada = line.peer("Ada", capacity=2)
    first, second = line.phone(), line.phone()
    line.in_touch(first, ada)
    line.in_touch(second, ada)
    numbers = []
    for caller in (first, second):
        caller.texts("where am I?", to=MAIN)
        numbers.append(ada.expects("where am I?").sender)
    return ada, (first, numbers[0]), (second, numbers[1])


def _two_on_one_number(line: Line) -> tuple[Phone, Phone, str, Phone, str]:
    ada = line.peer("Ada", capacity=2)
    first, second = line.phone(), line.phone()
    first.texts("I am the first", to=MAIN)
    first.expects("Maple Line")
    first.expects("looking for a peer")
    one = line.takes(ada)
    ada.expects("I am the first")
    first.expects("Ada is here")
    second.texts("I am the second", to=MAIN)
    second.expects("Maple Line")
    second.expects("looking for a peer")
    offer = ada.expects("TAKE")
    two = offer.body.split("TAKE ")[1].split()[0]
    ada.texts(f"TAKE {two}", to=MAIN)
    ada.expects("You are with", f"{two}: hello")
    ada.expects(f"({two}): I am the second")
    second.expects("Ada is here")
    return ada, first, one, second, two


def test_each_person_has_a_number_of_their_own_and_a_reply_on_it_reaches_them(line: Line) -> None:
    ada, (first, one), (second, two) = _with_two(line)
    assert one != two

    ada.texts("for the second", to=two)
    ada.texts("for the first", to=one)

    first.expects("for the first", sender=MAIN)
    second.expects("for the second", sender=MAIN)


def test_words_on_a_number_that_carries_no_talk_are_held_and_asked_about(line: Line) -> None:
    ada, (first, one), (second, two) = _with_two(line)
    free = next(number for number in POOL if number not in (one, two))

    ada.texts("who gets this?", to=free)

    ada.expects("Who is this for?", "1 for", "2 for", sender=free)
    ada.texts("2", to=free)
    ada.expects("Sent to")
    second.expects("who gets this?")
    first.expects_nothing()


def test_a_late_word_for_someone_who_has_left_is_never_given_to_another(line: Line) -> None:
    ada, (first, one), (second, two) = _with_two(line)
    first.texts("bye", to=MAIN)
    first.expects("Thank you for talking")
    first.expects("AGAIN")
    ada.expects("has ended the talk", sender=one)

    ada.texts("wait, one more thing", to=one)

    ada.expects("Who is this for?")
    second.expects_nothing()
    ada.texts("only for you", to=two)
    second.expects("only for you")


def test_the_number_of_a_talk_that_ended_is_the_last_to_be_given_again(line: Line) -> None:
    ada, (first, one), (_, two) = _with_two(line)
    first.texts("bye", to=MAIN)
    first.expects("Thank you for talking")
    first.expects("AGAIN")
    ada.expects("has ended the talk")
    line.passes(minutes=3)
    third = line.phone()
    line.in_touch(third, ada, words="I am the third")
    third.texts("and I?", to=MAIN)

    assert ada.expects("and I?").sender not in (one, two)


def test_a_pool_that_is_too_small_has_unlabelled_words_held_until_the_peer_says_for_whom(
    one_number: dict[str, str], line: Line
) -> None:
    ada, first, one, second, two = _two_on_one_number(line)

    for words in ("that sounds hard", "take your time", "I am here"):
        ada.texts(words, to=MAIN)
        ada.expects("Who is this for?", f"{one} for", f"{two} for", "holding your words")
    first.expects_nothing()
    second.expects_nothing()
    ada.texts(two, to=MAIN)

    ada.expects("Sent to", "3 texts")
    for words in ("that sounds hard", "take your time", "I am here"):
        second.expects(words)
    first.expects_nothing()


def test_labelled_words_go_straight_to_their_person(one_number: dict[str, str], line: Line) -> None:
    ada, first, one, second, two = _two_on_one_number(line)

    ada.texts(f"{one}: hello you", to=MAIN)
    ada.texts(f"{two} - and you", to=MAIN)

    assert first.expects().body == "hello you"
    assert second.expects().body == "and you"


def test_words_from_people_who_share_a_number_bear_their_names(
    one_number: dict[str, str], line: Line
) -> None:
    ada, first, one, second, two = _two_on_one_number(line)

    first.texts("it's me", to=MAIN)
    ada.expects(f"({one}): it's me")
    second.texts("and me", to=MAIN)
    ada.expects(f"({two}): and me")


def test_on_a_shared_number_a_word_just_after_one_has_left_is_held_and_asked_about(
    one_number: dict[str, str], line: Line
) -> None:
    ada, first, _, second, two = _two_on_one_number(line)
    first.texts("bye", to=MAIN)
    first.expects("Thank you for talking")
    first.expects("AGAIN")
    ada.expects("has ended the talk")

    ada.texts("I will keep your secret", to=MAIN)

    ada.expects("Who is this for?", f"{two} for")
    second.expects_nothing()
    ada.texts(two, to=MAIN)
    ada.expects("Sent to")
    second.expects("I will keep your secret")
    ada.texts("and now it is plain whom I mean", to=MAIN)
    second.expects("and now it is plain")


def test_held_words_for_someone_who_leaves_go_to_nobody_else(
    one_number: dict[str, str], line: Line
) -> None:
    ada, first, _, second, _two = _two_on_one_number(line)
    ada.texts("only for the first", to=MAIN)
    ada.expects("Who is this for?")
    for caller in (first, second):
        caller.texts("bye", to=MAIN)
        caller.expects("Thank you for talking")
        caller.expects("AGAIN")
        ada.expects("has ended the talk")
    ada.expects("went to no one")
    line.passes(minutes=3)
    third = line.phone()
    third.texts("I am the third", to=MAIN)
    third.expects("Maple Line")
    third.expects("looking for a peer")
    code = line.takes(ada)
    ada.expects("I am the third")
    third.expects("Ada is here")

    ada.texts(code, to=MAIN)

    assert third.expects().body == code


@pytest.mark.parametrize("command", ["DONE", "BACKUP", "HANDOFF"])
def test_a_command_that_could_mean_either_is_asked_back(
    one_number: dict[str, str], line: Line, command: str
) -> None:
    ada, first, one, second, two = _two_on_one_number(line)

    ada.texts(command, to=MAIN)

    ada.expects("Which one?", f"{command} {one} for", f"{command} {two} for")
    first.expects_nothing()
    second.expects_nothing()


def test_done_with_a_code_ends_that_talk_alone(one_number: dict[str, str], line: Line) -> None:
    ada, first, _one, second, two = _two_on_one_number(line)

    ada.texts(f"done {two}", to=MAIN)

    ada.expects("has ended")
    second.expects("has ended this talk")
    second.expects("AGAIN")
    ada.texts("just us now", to=MAIN)
    first.expects("just us now")


def test_done_on_a_persons_own_number_means_that_person(line: Line) -> None:
    ada, (first, one), (second, two) = _with_two(line)

    ada.texts("DONE", to=two)

    ada.expects("has ended", sender=two)
    second.expects("has ended this talk")
    second.expects("AGAIN")
    ada.texts("still with you", to=one)
    first.expects("still with you")
