"""What is watched beyond words, of whoever phones: waiting, leaving in vain, coming often, and a peer who asks for help."""

from __future__ import annotations

import pytest

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.line import MAIN, Line
from tests.stories.taking_pages import acks
from warmline.simulator.handset import Phone

HIGH = "I can't stop thinking about killing myself"


@pytest.fixture
def kit(line: Line) -> Phone:
    phone = line.volunteer("Kit", coordinator=True)[1]
    phone.never_answers()
    return phone


def _calls_in_vain(line: Line, caller: Phone) -> None:
    """They hang up before anybody came, and do not ring again while their place is kept."""
    calling = caller.calls(MAIN)
    line.passes(seconds=20)
    calling.hangs_up()
    line.passes(minutes=3)


def test_waiting_past_patience_on_the_phone_is_a_page_that_ends_with_the_ack(
    line: Line, kit: Phone
) -> None:
    in_a_talk(line)
    line.phone().calls(MAIN)

    line.passes(seconds=185)

    acks(kit, "has waited 3 min", "no peer is free")
    line.passes(minutes=5)
    kit.expects_nothing()


def test_whoever_is_paged_for_by_text_is_no_second_page_when_they_wait_on_the_phone(
    line: Line, kit: Phone
) -> None:
    in_a_talk(line)
    caller = line.phone()
    caller.texts(HIGH, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "looking for a peer"):
        caller.expects(told)
    acks(kit, "ending their life")
    caller.calls(MAIN)

    line.passes(seconds=260)

    caller.expects("still looking")
    kit.expects_nothing()


def test_whoever_hangs_up_twice_within_an_hour_before_anyone_came_is_told_of(
    line: Line, kit: Phone
) -> None:
    caller = line.phone()
    _calls_in_vain(line, caller)
    line.passes(minutes=61)
    _calls_in_vain(line, caller)
    kit.expects_nothing()
    line.passes(minutes=20)

    _calls_in_vain(line, caller)

    acks(kit, "has left twice within an hour")


def test_once_by_text_and_once_by_phone_are_twice(line: Line, kit: Phone) -> None:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    caller.texts("DONE", to=MAIN)
    caller.expects("stopped looking")
    kit.expects_nothing()

    _calls_in_vain(line, caller)

    acks(kit, "has left twice within an hour")


def test_many_calls_in_a_day_are_a_note_for_a_plan_and_close_nothing(
    line: Line, kit: Phone
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    for time in range(1, 7):
        calling = caller.calls(MAIN)
        if time == 6:
            acks(kit, "has reached out 6 times today", "nothing is closed to them")
        ring = ada.rings().picks_up()
        ring.presses("1")
        calling.is_with(ring)
        calling.hangs_up()
        ada.expects("ended the talk")
        kit.expects_nothing()
        line.passes(minutes=10)


def test_ringing_again_at_once_is_not_reaching_out_again(line: Line, kit: Phone) -> None:
    caller = line.phone()
    for _ in range(7):
        calling = caller.calls(MAIN)
        line.passes(seconds=5)
        calling.hangs_up()
        line.passes(seconds=10)
    kit.expects_nothing()
    line.passes(minutes=3)


def test_backup_and_handoff_by_text_from_a_peer_on_the_phone_are_pages(
    line: Line, kit: Phone
) -> None:
    _, peer = in_a_talk(line)
    ada = phone_of(peer)

    ada.texts("BACKUP", to=MAIN)
    ada.expects("asking a coordinator")
    acks(kit, "Ada asks for")
    ada.expects("Kit")
    ada.texts("HANDOFF", to=MAIN)
    ada.expects("press")

    acks(kit, "Ada has offered")
    ada.expects("Kit knows about")


def test_someone_at_risk_who_opts_out_of_texts_while_on_the_phone_is_a_page(
    line: Line, kit: Phone
) -> None:
    caller, peer = in_a_talk(line)
    phone_of(caller).texts(HIGH, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "looking for a peer"):
        phone_of(caller).expects(told)
    phone_of(peer).expects("write to us by text as well")
    acks(kit, "Ada is on the phone with them")

    phone_of(caller).texts("STOP", to=MAIN)

    phone_of(caller).expects("unsubscribed")
    kit.expects("asked us to text them no more", "they may still call")
    caller.is_with(peer)


def test_someone_at_risk_who_ends_their_texts_on_the_phone_is_a_page_when_they_hang_up(
    line: Line, kit: Phone
) -> None:
    calling, peer = in_a_talk(line)
    caller, ada = phone_of(calling), phone_of(peer)
    caller.texts(HIGH, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "looking for a peer"):
        caller.expects(told)
    ada.expects("write to us by text as well")
    acks(kit, "Ada is on the phone with them")
    caller.texts("DONE", to=MAIN)
    caller.expects("stopped looking")
    kit.expects_nothing()

    calling.hangs_up()

    ada.expects("ended the talk")
    kit.expects("is no longer in touch with us")


def test_someone_at_risk_who_hangs_up_and_still_writes_is_no_page(line: Line, kit: Phone) -> None:
    calling, peer = in_a_talk(line)
    caller, ada = phone_of(calling), phone_of(peer)
    caller.texts(HIGH, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "looking for a peer"):
        caller.expects(told)
    ada.expects("write to us by text as well")
    acks(kit, "Ada is on the phone with them")

    calling.hangs_up()

    ada.expects("ended the talk")
    kit.expects_nothing()
