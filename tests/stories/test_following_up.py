"""A text the next day, for someone who was at risk: asked for kindly, sent once, and only if they wish it."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone

HIGH = "I can't stop thinking about killing myself"


def _ends_well(line: Line) -> Phone:
    """A talk with someone at risk, ended kindly by the peer."""
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts(HIGH, to=MAIN)
    caller.expects("glad you told us")
    ada.expects(HIGH)
    ada.expects("may be thinking of ending their life")
    ada.texts("DONE", to=MAIN)
    ada.expects("has ended")
    caller.expects("has ended")
    caller.expects("AGAIN")
    caller.expects("text TOMORROW", "you need do nothing")
    return caller


def test_whoever_wishes_it_is_asked_the_next_day_how_they_are(line: Line) -> None:
    caller = _ends_well(line)
    caller.texts("Tomorrow", to=MAIN)
    caller.expects("We will text you tomorrow")

    line.sleeps_until(line.minutes_from_now(23 * 60))
    caller.expects_nothing()
    line.sleeps_until(line.minutes_from_now(2 * 60))

    caller.expects("You asked us to text you today", "988", "won't text again")
    line.sleeps_until(line.minutes_from_now(48 * 60))
    caller.expects_nothing()
    assert caller.number not in str(line.everything_stored())


def test_whoever_says_nothing_gets_nothing(line: Line) -> None:
    caller = _ends_well(line)
    line.sleeps_until(line.minutes_from_now(48 * 60))
    caller.expects_nothing()


def test_a_later_tomorrow_is_a_word_like_any_other(line: Line) -> None:
    caller = _ends_well(line)
    line.sleeps_until(line.minutes_from_now(13 * 60))
    caller.texts("tomorrow", to=MAIN)
    caller.expects("looking for a peer")
    line.phones.reset()


def test_whoever_deletes_is_not_written_to(line: Line) -> None:
    caller = _ends_well(line)
    caller.texts("TOMORROW", to=MAIN)
    caller.expects("We will text you tomorrow")
    caller.texts("DELETE", to=MAIN)
    caller.expects("erased")
    line.sleeps_until(line.minutes_from_now(30 * 60))
    caller.expects_nothing()


def test_an_ordinary_talk_ends_without_that_question(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    ada.texts("DONE", to=MAIN)
    ada.expects("has ended")
    caller.expects("has ended")
    caller.expects("AGAIN")
    caller.expects_nothing()
