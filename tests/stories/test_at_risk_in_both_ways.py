"""One person, at risk by text, who phones as well: they go first, and whoever is with them knows."""

from __future__ import annotations

import pytest

from tests.stories.at_risk import HIGH, left_at_risk, writes_alone
from tests.stories.calling import phone_of
from tests.stories.line import MAIN, Line
from tests.stories.phoning import LANDLINE, chooses_texts
from tests.stories.taking_pages import acks
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling

MODERATE = "I wish I was dead"
IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"


@pytest.fixture
def kit(line: Line) -> Phone:
    return line.volunteer("Kit", coordinator=True)[1]


def _picks_up(peer: Phone) -> Calling:
    """Whoever picks up hears nothing of risk before they press: it may be a machine."""
    ring = peer.rings().picks_up()
    assert "risk" not in ring.hears("press 1")
    return ring.presses("1")


def _hangs_up(calling: Calling, peer: Phone) -> None:
    calling.hangs_up()
    peer.expects("ended the talk")


def test_whoever_has_texted_in_danger_and_phones_goes_first_and_the_peer_knows(
    line: Line, kit: Phone
) -> None:
    caller, waits = writes_alone(line, IMMINENT), line.phone().calls(MAIN)
    acks(kit, "URGENT")
    phones = caller.calls(MAIN)
    ada = line.peer("Ada")

    ring = _picks_up(ada)

    phones.is_with(ring)
    waits.is_alone()
    ring.hears("You are with", "They may be at risk", "A text from us says more")
    ada.expects("write to us by text as well", "may be at risk")
    ada.expects("may be about to end their life", "Are you safe right now?")
    kit.expects_nothing()


def test_a_peer_who_is_asked_about_the_texts_is_rung_for_the_call_instead(
    line: Line, kit: Phone
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts(HIGH, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "looking for a peer"):
        caller.expects(told)
    ada.expects("TAKE")
    acks(kit, "Nobody is with them yet")

    phones = caller.calls(MAIN)

    ada.expects("is phoning us now", "Your phone may ring")
    phones.is_with(_picks_up(ada))
    ada.expects("write to us by text as well")


def test_when_the_call_is_over_their_texts_are_offered_again(line: Line, kit: Phone) -> None:
    caller = writes_alone(line, HIGH)
    acks(kit, "ending their life")
    phones, ada = caller.calls(MAIN), line.peer("Ada")
    phones.is_with(_picks_up(ada))
    ada.expects("write to us by text as well")
    bo = line.peer("Bo")
    line.passes(minutes=2)
    bo.expects_nothing()

    phones.hangs_up()
    ada.expects("ended the talk")

    line.takes(bo)
    bo.expects(HIGH)
    bo.expects("Ask them directly")
    caller.expects("Bo is here")


def test_a_page_that_nobody_has_yet_says_who_is_on_the_phone_with_them(
    line: Line, kit: Phone
) -> None:
    caller = writes_alone(line, IMMINENT)
    kit.expects("URGENT", "No peer is on")
    phones, ada = caller.calls(MAIN), line.peer("Ada")
    phones.is_with(_picks_up(ada))
    ada.expects("write to us by text as well")
    ada.expects("Are you safe right now?")
    kit.texts("STATUS", to=MAIN)
    kit.expects("May be at risk:", "with Ada")

    line.passes(seconds=125)

    kit.expects("URGENT", "Ada is on the phone with them")
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")


def test_whoever_is_on_the_phone_and_texts_in_danger_is_told_of_to_their_peer(
    line: Line, kit: Phone
) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    phones = caller.calls(MAIN)
    ring = _picks_up(ada)
    ring.hears("You are with")
    phones.is_with(ring)
    ada.expects_nothing()

    caller.texts(HIGH, to=MAIN)

    for told in ("not an emergency service", "glad you told us", "looking for a peer"):
        caller.expects(told)
    ada.expects("write to us by text as well", "may be at risk")
    acks(kit, "Ada is on the phone with them")


def test_whoever_waits_on_the_phone_and_texts_in_danger_goes_first_at_once(
    line: Line, kit: Phone
) -> None:
    first, caller = line.phone().calls(MAIN), line.phone()
    phones = caller.calls(MAIN)
    caller.texts(HIGH, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "No peer is here"):
        caller.expects(told)
    acks(kit, "ending their life")

    ada = line.peer("Ada")

    phones.is_with(_picks_up(ada))
    first.is_alone()
    ada.expects("write to us by text as well")


def test_a_worry_is_a_softer_note_and_no_place_before_others(line: Line, kit: Phone) -> None:
    caller, waits = line.phone(), line.phone().calls(MAIN)
    caller.texts(MODERATE, to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    acks(kit, "may need a person soon")
    phones, ada = caller.calls(MAIN), line.peer("Ada")
    _picks_up(ada).is_with(waits)
    bo = line.peer("Bo")
    bo.expects("TAKE")  # the texts have waited longer than the call
    bo.texts("PASS", to=MAIN)
    bo.expects("ask someone else")

    ring = _picks_up(bo)

    phones.is_with(ring)
    assert "risk" not in ring.hears("You are with")
    bo.expects("write to us by text as well", "about not wanting to live")


def test_the_band_of_a_call_is_known_when_texts_open_second(line: Line, kit: Phone) -> None:
    caller, waits = line.phone(), line.phone()
    waits.texts("hello", to=MAIN)
    waits.expects("not an emergency service")
    waits.expects("No peer is here")
    chooses_texts(line, caller)
    for told in ("not an emergency service", "as you asked on the phone", "No peer is here"):
        caller.expects(told)
    line.phones.is_in_trouble(caller.number, LANDLINE)  # so that it is a call again: we ring them
    caller.texts(HIGH, to=MAIN)
    acks(kit, "ending their life")
    line.phones.is_in_trouble(caller.number, None)
    caller.texts("it is me again", to=MAIN)
    caller.expects("No peer is here")

    ada = line.peer("Ada")
    ada.rings().picks_up().presses("2")
    line.takes(ada)

    ada.expects("it is me again")
    ada.expects("phone us as well", "may be at risk")
    caller.expects("Ada is here")


def test_a_coordinator_who_says_that_they_are_safe_says_it_of_both(line: Line, kit: Phone) -> None:
    caller, waits = writes_alone(line, HIGH), line.phone().calls(MAIN)
    page = kit.expects("ending their life")
    code = line.desk.store.contacts.open()[0]
    phones = caller.calls(MAIN)
    contact = line.desk.store.contacts.get(code)
    assert contact
    kit.texts(f"CALM {contact.code} SAFE", to=MAIN)
    kit.expects("is moderate now")
    kit.texts(f"ACK {page.body.split('ACK ')[1].split()[0]}", to=MAIN)
    kit.expects()

    ada = line.peer("Ada")

    ada.expects("TAKE")
    ada.texts("PASS", to=MAIN)
    ada.expects("ask someone else")
    _picks_up(ada).is_with(waits)
    phones.is_alone()


def test_whoever_left_at_risk_and_phones_within_a_day_is_told_of_to_the_peer(
    line: Line, kit: Phone
) -> None:
    caller = left_at_risk(line, kit)
    phones, ada = caller.calls(MAIN), line.peer("Ada")

    ring = _picks_up(ada)

    phones.is_with(ring)
    ring.hears("They may be at risk")
    ada.expects("here within the last day", "whether they are safe")
    assert phone_of(ring) is ada
