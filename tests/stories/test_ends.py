"""Every talk ends kindly, whoever ends it."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone


def _talk(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    return caller, ada


def _writes(line: Line, words: str = "hello") -> Phone:
    caller = line.phone()
    caller.texts(words, to=MAIN)
    caller.expects("Maple Line")
    return caller


@pytest.mark.parametrize("word", ["DONE", "Bye!", "good bye", "adiós"])
def test_a_caller_ends_the_talk(line: Line, word: str) -> None:
    caller, ada = _talk(line)

    caller.texts(word, to=MAIN)

    caller.expects("Thank you for talking with us")
    caller.expects("AGAIN")
    ada.expects("has ended the talk", "Thank you for listening", "no offers for 2 min")
    ada.texts("take care", to=MAIN)
    ada.expects("not with anyone right now")


def test_a_peer_ends_the_talk(line: Line) -> None:
    caller, ada = _talk(line)

    ada.texts("done.", to=MAIN)

    ada.expects("Your talk with", "has ended")
    caller.expects("Your peer has ended this talk")
    caller.expects("AGAIN")


def test_goodbye_said_twice_opens_nothing_new(line: Line) -> None:
    caller, ada = _talk(line)

    for _ in range(2):
        caller.texts("bye", to=MAIN)

    caller.expects("Thank you for talking")
    caller.expects("AGAIN")
    caller.expects("Thank you for talking")
    ada.expects("has ended")


def test_done_while_waiting_stops_the_search(line: Line) -> None:
    ada = line.peer("Ada")
    caller = _writes(line)
    caller.expects("looking for a peer")
    ada.expects("TAKE")

    caller.texts("done", to=MAIN)

    caller.expects("stopped looking", "any time")
    ada.expects("no longer waiting")


def test_silence_is_asked_about_once_then_the_talk_is_closed_kindly(line: Line) -> None:
    caller, ada = _talk(line)
    ada.texts("how are you?", to=MAIN)
    caller.expects("how are you?")

    line.passes(minutes=15, seconds=5)
    caller.expects("Are you still there?", "no rush")
    ada.expects("has been silent for a while")
    line.passes(minutes=14)
    caller.expects_nothing()
    line.passes(minutes=2)

    caller.expects("closed this for now", "any time", "988")
    ada.expects("closed the talk kindly")


def test_a_word_after_the_question_keeps_the_talk_open(line: Line) -> None:
    caller, ada = _talk(line)
    ada.texts("how are you?", to=MAIN)
    caller.expects("how are you?")
    line.passes(minutes=15, seconds=5)
    caller.expects("Are you still there?")
    ada.expects("silent")

    caller.texts("yes, thinking", to=MAIN)
    ada.expects("yes, thinking")
    line.passes(minutes=14)

    caller.expects_nothing()
    ada.expects_nothing()


def test_when_the_peer_is_the_silent_one_nobody_asks_as_if_it_were_the_caller(line: Line) -> None:
    caller, ada = _talk(line)
    caller.texts("are you there?", to=MAIN)
    ada.expects("are you there?")

    line.passes(minutes=15, seconds=5)

    caller.expects("Your peer has been quiet", "we reminded them")
    ada.expects("wrote last and waits for you", "BACKUP")
    ada.texts("sorry, here I am", to=MAIN)
    caller.expects("sorry, here I am")


def test_a_caller_who_says_they_are_there_while_the_peer_stays_silent_gets_somebody_else(
    line: Line,
) -> None:
    caller, ada = _talk(line)
    line.passes(minutes=15, seconds=5)
    caller.expects("Your peer has been quiet")
    ada.expects("waits for you")
    bo = line.peer("Bo")

    caller.texts("I am still here", to=MAIN)
    ada.expects("I am still here")
    line.passes(minutes=3, seconds=5)

    caller.expects("your peer had to go", "You keep your place")
    ada.expects("going on with another peer")
    line.takes(bo)
    caller.expects("Bo is here")


def test_thanks_and_good_night_without_an_answer_is_closed_and_not_passed_around(
    line: Line,
) -> None:
    caller, ada = _talk(line)
    ada.texts("sleep well", to=MAIN)
    caller.expects("sleep well")
    caller.texts("thanks, good night", to=MAIN)
    ada.expects("thanks, good night")

    line.passes(minutes=31)

    caller.expects("Your peer has been quiet")
    ada.expects("waits for you")
    caller.expects("closed this for now")
    ada.expects("closed the talk kindly")


def _on_a_shift(line: Line, name: str, *, minutes: float) -> Phone:
    volunteer, phone = line.volunteer(name)
    ends = line.minutes_from_now(minutes)
    line.shift(line.now(), ends, volunteer, quiet=True)
    return phone


def test_at_the_end_of_a_shift_the_caller_chooses_to_go_on_with_someone_else(line: Line) -> None:
    ada, caller = _on_a_shift(line, "Ada", minutes=10), line.phone()
    line.in_touch(caller, ada)
    line.passes(minutes=5)
    bo = line.peer("Bo")
    waiting = line.phone()
    line.passes(minutes=5, seconds=5)

    caller.expects("shift is ending", "MORE", "DONE")
    ada.expects("Your shift is ending")
    caller.texts("more", to=MAIN)

    caller.expects("looking for another peer")
    ada.expects("going on with another peer")
    offer = bo.expects("Waiting: 10 min", "TAKE")  # the place they always had
    waiting.texts("hello", to=MAIN)
    waiting.expects("Maple Line")
    waiting.expects("looking for a peer")
    bo.texts(offer.body.split("Text ")[1].split(" or")[0], to=MAIN)
    bo.expects("You are with")
    caller.expects("Bo is here")


def test_without_an_answer_at_the_end_of_a_shift_the_talk_goes_on_with_the_same_peer(
    line: Line,
) -> None:
    ada, caller = _on_a_shift(line, "Ada", minutes=10), line.phone()
    line.in_touch(caller, ada)
    line.peer("Bo")
    line.passes(minutes=10, seconds=5)
    caller.expects("shift is ending")
    ada.expects("shift is ending")

    caller.texts("I would rather finish with you", to=MAIN)
    ada.expects("I would rather finish with you")
    ada.texts("of course", to=MAIN)
    caller.expects("of course")


def test_a_shift_that_ends_brings_no_new_people(line: Line) -> None:
    ada = _on_a_shift(line, "Ada", minutes=10)
    line.passes(minutes=10)
    caller = _writes(line)

    caller.expects("No peer is here")
    ada.expects_nothing()


def test_when_nobody_else_is_on_nobody_is_asked_to_go_on_with_another(line: Line) -> None:
    ada, caller = _on_a_shift(line, "Ada", minutes=10), line.phone()
    line.in_touch(caller, ada)

    line.passes(minutes=10, seconds=5)

    ada.expects("Your shift is over", "nobody else is on")
    caller.expects_nothing()
    ada.texts("I can stay a little", to=MAIN)
    caller.expects("I can stay a little")


def test_off_in_the_middle_of_a_talk_ends_no_talk(line: Line) -> None:
    caller, ada = _talk(line)

    ada.texts("OFF", to=MAIN)
    ada.expects("off for new people", "still with", "BACKUP")
    caller.texts("thank you for staying", to=MAIN)

    ada.expects("thank you for staying")
