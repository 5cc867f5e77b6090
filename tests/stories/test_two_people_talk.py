"""The main story: someone writes, a peer takes them, they talk, and it ends kindly."""

from __future__ import annotations

from tests.stories.line import MAIN, Line


def test_a_caller_and_a_peer_talk_without_seeing_each_others_number(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    caller.texts("hi, is anyone there?", to=MAIN)

    greeting = caller.expects("Maple Line", "not an emergency service", "988", "STOP")
    caller.expects("looking for a peer")
    offer = ada.expects("TAKE", "PASS")
    ada.texts("take 1", to=MAIN)
    begins = ada.expects("You are with")
    first = ada.expects("hi, is anyone there?")
    here = caller.expects("Ada is here")

    ada.texts("Hi, I'm here. What's on your mind?", to=MAIN)
    caller.expects("Hi, I'm here. What's on your mind?", sender=MAIN)
    caller.texts("I can't sleep \U0001f614", to=MAIN)
    ada.expects("I can't sleep \U0001f614", sender=MAIN)

    for text in (offer, begins, first):
        assert caller.number not in text.body + text.sender
    for text in (greeting, here):
        assert ada.number not in text.body + text.sender

    ada.texts("Done.", to=MAIN)
    ada.expects("has ended", "2 min")
    caller.expects("Your peer has ended")
    caller.expects("AGAIN")
