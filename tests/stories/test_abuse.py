"""The ladder for abuse: a boundary, a warning, a kind ending; at last a block that ends by itself and stops no cry for help."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone

HIGH = "I can't stop thinking about killing myself"


@pytest.fixture
def kit(line: Line) -> Phone:
    phone = line.volunteer("Kit", coordinator=True)[1]
    phone.never_answers()
    return phone


def _talk(line: Line, ada: Phone, caller: Phone, *, first: bool) -> str:
    """The caller and Ada talk; the person's code."""
    caller.texts("hello", to=MAIN)
    if first:
        caller.expects("not an emergency service")
    caller.expects("looking for a peer")
    code = line.takes(ada)
    ada.expects("hello")
    caller.expects("is here with you")
    return code


def _is_tagged(line: Line, ada: Phone, caller: Phone) -> None:
    ada.texts("TAG ABUSE", to=MAIN)
    ada.expects("ended the talk", "break of 30 minutes")
    ada.expects("has ended")
    caller.expects("This talk has ended, because of how it went", "988")
    line.settles()


def _blocked(line: Line, kit: Phone, term: str = "7d") -> Phone:
    """Somebody whom Kit has blocked, and whose talk is over."""
    ada, caller = line.peer("Ada"), line.phone()
    code = _talk(line, ada, caller, first=True)
    kit.texts(f"BLOCK {code} {term}", to=MAIN)
    kit.expects("is blocked until", "can appeal")
    caller.expects("can't be put through", "APPEAL", "988")
    ada.texts("DONE", to=MAIN)
    ada.expects("has ended")
    caller.expects("has ended")
    caller.expects("AGAIN")
    ada.texts("OFF", to=MAIN)
    ada.expects("You are off")
    return caller


def test_the_line_says_for_a_peer_what_is_hard_to_say(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("Say boundary.", to=MAIN)
    caller.expects("peers are here to listen")
    ada.expects("what this line is for")
    ada.texts("SAY WARNING", to=MAIN)
    caller.expects("If it goes on, this talk will end")
    ada.expects("TAG ABUSE ends it")


def test_a_talk_that_hurts_ends_kindly_and_its_peer_has_a_break(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    _is_tagged(line, ada, caller)

    other = line.phone()
    other.texts("hello", to=MAIN)
    other.expects("not an emergency service")
    other.expects("looking for a peer")
    line.passes(minutes=2)
    ada.expects_nothing()


def test_only_the_whole_command_is_one(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    for words in ("abuse", "tag", "calm", "say warning signs", "block"):
        ada.texts(words, to=MAIN)
        caller.expects(words)


def test_after_three_tags_a_coordinator_decides(line: Line, kit: Phone) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    for time in range(3):
        _talk(line, ada, caller, first=time == 0)
        _is_tagged(line, ada, caller)
        ada.texts("RESUME", to=MAIN)
        ada.expects("Welcome back")
        if time < 2:
            kit.expects_nothing()

    kit.expects("ended 3 talks with", "You decide", "ACK")


def test_someone_blocked_is_told_until_when_and_where_help_is_once_a_day(
    line: Line, kit: Phone
) -> None:
    caller = _blocked(line, kit)

    caller.texts("hello", to=MAIN)
    caller.expects_nothing()  # they were told when it began
    line.passes(hours=25)
    caller.texts("hello", to=MAIN)
    caller.expects("can't be put through", "988")
    caller.texts("hello?", to=MAIN)
    caller.expects_nothing()
    caller.texts("CRISIS", to=MAIN)
    caller.expects("988")


def test_danger_overrides_a_block(line: Line, kit: Phone) -> None:
    caller, ada = _blocked(line, kit), line.peer("Bo")

    caller.texts(HIGH, to=MAIN)

    caller.expects("glad you told us", "988")
    caller.expects("looking for a peer")
    kit.expects("may be thinking of ending their life")
    kit.expects("is blocked", "was let through")
    line.takes(ada)
    ada.expects(HIGH)
    ada.expects("Ask them directly")
    caller.expects("is here with you")
    caller.texts("thank you", to=MAIN)
    ada.expects("thank you")


def test_an_appeal_goes_to_a_coordinator_once(line: Line, kit: Phone) -> None:
    caller = _blocked(line, kit)

    caller.texts("Appeal", to=MAIN)
    caller.expects("A coordinator will look at it")
    kit.expects("asks to be let in again", "ACK")
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")
    caller.texts("appeal", to=MAIN)
    caller.expects("A coordinator will look at it")
    kit.expects_nothing()


def test_half_way_a_coordinator_is_asked_and_at_its_end_a_block_ends(
    line: Line, kit: Phone
) -> None:
    caller = _blocked(line, kit, "24h")
    line.passes(hours=12, minutes=1)
    kit.expects("Half of", "ACK")
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")

    line.passes(hours=12)

    caller.texts("hello", to=MAIN)
    caller.expects("No peer is here")
    assert line.desk.store.blocks.all_keys() == []


def test_forgetting_is_no_way_round_a_block(line: Line, kit: Phone) -> None:
    caller = _blocked(line, kit)
    caller.texts("DELETE", to=MAIN)
    caller.expects("erased")
    caller.texts("hello", to=MAIN)
    caller.expects_nothing()
    assert caller.number not in str(line.everything_stored())


def test_a_peer_cannot_block(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    ada.texts("BLOCK 1 7d", to=MAIN)
    ada.expects("Only coordinators")


def test_a_coordinator_says_that_somebody_is_safe_and_the_next_rise_alarms_anew(
    line: Line, kit: Phone
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    code = _talk(line, ada, caller, first=True)
    for time in range(2):
        caller.texts(HIGH, to=MAIN)
        caller.expects("glad you told us")
        ada.expects(HIGH)
        ada.expects("Ask them directly")
        page = kit.expects("may be thinking of ending their life")
        kit.texts(f"ACK {page.body.split('ACK ')[1].split()[0]}", to=MAIN)
        kit.expects("it is yours")
        ada.expects("Kit knows about")
        ada.texts("I am here", to=MAIN)
        caller.expects("I am here")
        if time == 0:
            kit.texts(f"calm {code} misread", to=MAIN)
            kit.expects("is none now")
    kit.texts("CALM 99 SAFE", to=MAIN)
    kit.expects("Nobody with the code 99")
