"""Words that alarm: the crisis line in the very reply, first in the queue, a coordinator asked, the peer told quietly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.stories.line import MAIN, Line
from warmline.flows.hearing import NOT_READ
from warmline.safety.reading import Reading, Said
from warmline.simulator.handset import Phone

MODERATE = "I wish I was dead"
HIGH = "I can't stop thinking about killing myself"
IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"
FOR_A_FRIEND = "my friend says she wants to kill herself and I don't know what to do"


def _breaks(text: str, before: Sequence[Said]) -> Reading:
    raise ValueError(text, before)


def _coordinator(line: Line, name: str = "Kit") -> Phone:
    phone = line.volunteer(name, coordinator=True)[1]
    phone.never_answers()  # an urgent page rings as well
    return phone


def _reaches_out(line: Line, words: str) -> Phone:
    caller = line.phone()
    caller.texts(words, to=MAIN)
    caller.expects("not an emergency service")
    return caller


def test_someone_at_risk_gets_the_crisis_line_in_the_very_reply_and_a_coordinator_is_asked(
    line: Line,
) -> None:
    kit, ada = _coordinator(line), line.peer("Ada")

    caller = _reaches_out(line, HIGH)

    caller.expects("glad you told us", "988")
    caller.expects("looking for a peer")
    page = kit.expects("may be thinking of ending their life", "Nobody is with them yet", "ACK")
    assert "killing" not in page.body
    line.takes(ada)
    ada.expects(HIGH)
    ada.expects("may be thinking of ending their life", "Ask them directly")
    caller.expects("is here with you")


def test_imminent_danger_is_paged_until_somebody_has_it_and_the_peer_is_guided(line: Line) -> None:
    kit, ada, caller = _coordinator(line), line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    caller.texts(IMMINENT, to=MAIN)

    caller.expects("glad you told us", "988")
    ada.expects(IMMINENT)
    ada.expects("may be about to end their life", "Are you safe right now?")
    ada.expects("asking a coordinator")
    page = kit.expects("URGENT", "Ada is with them", "ACK")
    line.passes(seconds=125)
    kit.expects("URGENT")
    kit.texts(f"ACK {page.body.split('ACK ')[1].split()[0]}", to=MAIN)
    kit.expects("it is yours: being there for")
    ada.expects("Kit knows about")
    ada.texts("I am here", to=MAIN)
    caller.expects("I am here")
    line.passes(minutes=10)
    kit.expects_nothing()


def test_a_wish_to_be_dead_is_a_quiet_note_for_the_peer_and_nothing_else(line: Line) -> None:
    kit, ada, caller = _coordinator(line), line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    caller.texts(MODERATE, to=MAIN)
    ada.expects(MODERATE)
    ada.expects("A quiet note", "Are you thinking of suicide?")
    caller.texts(MODERATE, to=MAIN)

    ada.expects(MODERATE)
    ada.expects_nothing()
    kit.expects_nothing()
    caller.expects_nothing()


def test_a_band_that_rises_is_told_again(line: Line) -> None:
    kit, ada, caller = _coordinator(line), line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts(MODERATE, to=MAIN)
    ada.expects(MODERATE)
    ada.expects("A quiet note")

    caller.texts(HIGH, to=MAIN)

    caller.expects("glad you told us")
    ada.expects(HIGH)
    ada.expects("may be thinking of ending their life")
    kit.expects("may be thinking of ending their life", "Ada is with them")


def test_whoever_is_in_danger_goes_first(line: Line) -> None:
    kit = _coordinator(line)
    first = _reaches_out(line, "hello")
    first.expects("No peer is here")
    urgent = _reaches_out(line, IMMINENT)
    urgent.expects("glad you told us")
    urgent.expects("No peer is here")
    kit.expects("URGENT", "No peer is on")

    ada = line.peer("Ada")

    line.takes(ada)
    ada.expects(IMMINENT)
    ada.expects("Are you safe right now?")
    ada.expects("asking a coordinator")
    urgent.expects("Ada is here now")


def test_fear_for_somebody_else_has_its_own_words(line: Line) -> None:
    kit, ada, caller = _coordinator(line), line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    caller.texts(FOR_A_FRIEND, to=MAIN)

    caller.expects("telling us about them", "988")
    ada.expects(FOR_A_FRIEND)
    ada.expects("fear for someone else's life")
    kit.expects("may fear for someone else's life")


def test_an_exam_that_is_killing_someone_alarms_nobody(line: Line) -> None:
    kit, ada, caller = _coordinator(line), line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    caller.texts("this exam is killing me", to=MAIN)

    ada.expects("this exam is killing me")
    ada.expects_nothing()
    kit.expects_nothing()


def test_a_text_that_cannot_be_read_for_risk_goes_on_and_the_peer_is_told(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    reader, line.desk = line.desk.read, replace(line.desk, read=_breaks)

    caller.texts("one", to=MAIN)
    ada.expects("I can't check what", "extra care")
    ada.expects("one")
    caller.texts("two", to=MAIN)
    ada.expects("two")
    assert line.counted(NOT_READ) > 0

    line.desk = replace(line.desk, read=reader)
    caller.texts(HIGH, to=MAIN)
    caller.expects("glad you told us")
    ada.expects(HIGH)
    ada.expects("may be thinking of ending their life")


def test_a_first_text_that_cannot_be_read_opens_a_contact_all_the_same(line: Line) -> None:
    ada = line.peer("Ada")
    line.desk = replace(line.desk, read=_breaks)

    caller = _reaches_out(line, "hello")

    caller.expects("looking for a peer")
    line.takes(ada)
    ada.expects("hello")
    ada.expects("I can't check what")
    caller.expects("is here with you")


def test_the_last_few_texts_are_kept_sealed_and_go_with_the_contact(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    for number in range(8):
        caller.texts(f"words number {number}", to=MAIN)
        ada.expects(f"words number {number}")

    (key,) = (key for key in line.everything_stored() if ":said:" in key or key.endswith("said"))
    sealed = line.seals_in(line.everything_stored()[key])
    assert [line.unsealed(one) for one in sealed] == [f"cwords number {n}" for n in range(3, 8)]

    caller.texts("DELETE", to=MAIN)
    caller.expects("erased")
    ada.expects("has ended")
    assert key not in line.everything_stored()


def test_a_coordinator_sees_who_may_be_at_risk_and_who_is_with_them(line: Line) -> None:
    kit, ada, caller = _coordinator(line), line.peer("Ada"), line.phone()
    kit.texts("STATUS", to=MAIN)
    assert "at risk" not in kit.expects("On: Ada").body
    line.in_touch(caller, ada)
    caller.texts(HIGH, to=MAIN)
    caller.expects("glad you told us")
    ada.expects(HIGH)
    ada.expects("Ask them directly")
    kit.expects("ACK")

    kit.texts("STATUS", to=MAIN)

    kit.expects("May be at risk:", "with Ada")
