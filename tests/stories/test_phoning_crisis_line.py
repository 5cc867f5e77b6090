"""In a call within a conversation the peer brings in the crisis line; and when the call is over, the two write on."""

from __future__ import annotations

from tests.stories.calling import in_a_talk, phone_of
from tests.stories.handing import crisis_line, leaves_them_together
from tests.stories.line import MAIN, Line
from tests.stories.phoning import how_it_ended
from tests.stories.phoning_each_other import in_touch, they_go_on_by_text, they_phone, together
from warmline.simulator.telephone import Calling


def asks_first(peer: Calling, caller: Calling, says: str) -> None:
    peer.presses("*").presses("2")
    peer.hears("To bring in the crisis line, press 2", "Please ask", "If they agree, press 1")
    caller.hears("in a moment", "in a moment")
    peer.presses(says)


def all_three(line: Line, peer: Calling, caller: Calling) -> Calling:
    asks_first(peer, caller, "1")
    third = crisis_line(line).rings().picks_up()
    peer.hears("is being rung", "has picked up")
    caller.is_with(third)
    caller.is_with(peer)
    return third


def test_it_joins_and_the_peer_leaves_the_two_together(line: Line) -> None:
    peer, caller = together(line)
    third = all_three(line, peer, caller)
    leaves_them_together(peer)
    caller.is_with(third)
    caller.hangs_up()
    third.is_over()
    assert how_it_ended(line) == "handed_over"
    line.passes(minutes=3)
    phone_of(caller).expects_nothing()


def test_whoever_does_not_want_it_talks_on_and_then_writes_on(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    peer, caller = together(line)
    asks_first(peer, caller, "2")
    peer.hears("is not rung", "Back to")
    cleo.expects("has offered", "ACK")
    caller.is_with(peer)
    crisis_line(line).does_not_ring()

    caller.hangs_up()

    assert "goes on by text" in peer.hears("is over")
    peer.is_over()
    phone_of(peer).expects("goes on by text")
    phone_of(caller).expects("The call is over")
    they_go_on_by_text(line, phone_of(peer), phone_of(caller))


def test_where_it_does_not_answer_they_stay_together_with_its_number_by_text(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    peer, caller = together(line)
    asks_first(peer, caller, "1")
    cleo.expects("has offered", "ACK")
    crisis_line(line).rings().declines()
    peer.hears("did not answer", "Please stay")
    phone_of(caller).expects("988")
    cleo.expects("ACK")
    caller.is_with(peer)

    peer.presses("*").presses("3")

    peer.hears("To end the call kindly, press 3", "goes on by text")
    peer.is_over()
    caller.hears("in a moment", "The call is over")
    caller.is_over()
    phone_of(peer).expects("goes on by text")
    phone_of(caller).expects("The call is over")
    they_go_on_by_text(line, phone_of(peer), phone_of(caller))


def test_meanwhile_both_write_to_each_other_as_before(line: Line) -> None:
    peer, caller = together(line)
    asks_first(peer, caller, "2")
    they_go_on_by_text(line, phone_of(peer), phone_of(caller))
    caller.is_with(peer)


def test_done_by_text_ends_all_of_it(line: Line) -> None:
    peer, caller = together(line)
    asks_first(peer, caller, "2")
    phone_of(peer).texts("DONE", to=MAIN)
    caller.hears("Your peer has ended this call")
    caller.is_over()
    peer.is_over()
    phone_of(peer).expects("Take a breath")
    assert how_it_ended(line) == "by_peer"


def test_whoever_texts_goodbye_while_it_rings_is_sent_its_number(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    peer, caller = together(line)
    asks_first(peer, caller, "1")
    cleo.expects("has offered", "ACK")
    third = crisis_line(line).rings()
    phone_of(caller).texts("BYE", to=MAIN)
    third.is_over("canceled")
    caller.is_over()
    peer.is_over()
    phone_of(caller).expects("988")
    cleo.expects("ACK")
    phone_of(caller).expects("Take care")
    phone_of(caller).expects("AGAIN")
    phone_of(peer).expects("ended the talk")
    assert how_it_ended(line) == "by_caller"


def test_stop_ends_the_texts_and_not_the_call(line: Line) -> None:
    peer, caller = together(line)
    asks_first(peer, caller, "2")
    phone_of(caller).texts("STOP", to=MAIN)
    phone_of(caller).expects("unsubscribed")
    phone_of(peer).expects("texted STOP", "Your call goes on")
    caller.is_with(peer)
    caller.hangs_up()
    phone_of(peer).expects("they texted STOP", "this talk is closed")
    phone_of(caller).expects_nothing()


def test_delete_leaves_whoever_is_on_the_phone_there(line: Line) -> None:
    peer, caller = together(line)
    asks_first(peer, caller, "2")
    phone_of(caller).texts("DELETE", to=MAIN)
    phone_of(caller).expects("erased your texts")
    caller.is_with(peer)
    caller.hangs_up()
    phone_of(peer).expects("ended the talk")
    phone_of(caller).expects_nothing()


def test_a_peer_whose_call_breaks_off_is_rung_and_from_then_on_it_is_a_call(line: Line) -> None:
    peer, caller = together(line)
    asks_first(peer, caller, "2")
    peer.hangs_up()
    caller.is_held()
    again = phone_of(peer).rings().picks_up()
    again.presses("1")
    caller.is_with(again)
    caller.hangs_up()
    phone_of(peer).expects("ended the talk")
    assert how_it_ended(line) == "by_caller"
    phone_of(caller).expects_nothing()


def test_without_consent_it_takes_a_coordinator(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    peer, caller = together(line)
    asks_first(peer, caller, "3")
    cleo.expects("has offered")
    peer.hears("takes two people")
    page = cleo.expects("ALLOW")
    number = page.body.split("ALLOW ")[1].split()[0]
    cleo.texts(f"ALLOW {number} they spoke of pills in their hand", to=MAIN)
    cleo.expects("is being rung")
    peer.hears("A coordinator has agreed")
    third = crisis_line(line).rings().picks_up()
    caller.is_with(third)


def test_the_provider_that_asks_once_more_about_the_key_reads_the_same_question(line: Line) -> None:
    line.phones.goes_wrong("webhook_duplicate", count=3)
    peer, caller = together(line)
    asks_first(peer, caller, "1")
    caller.is_with(crisis_line(line).rings().picks_up())


def test_who_has_a_place_in_the_line_by_phone_as_well_is_sent_the_number(line: Line) -> None:
    _, cleo = line.volunteer("Cleo", coordinator=True)
    ada, phone = in_touch(line)
    first = phone.calls(MAIN)
    first.presses("1")
    first.hears("You keep your place")
    peer, caller = they_phone(ada, phone)
    peer.presses("*").presses("2")
    peer.hears("is sent the crisis line's number", "Back to")
    phone.expects("988", "It is your choice")
    cleo.expects("crisis line", "ACK")
    peer.presses("*").presses("2")
    peer.hears("crisis line's number")
    phone.expects_nothing()
    cleo.expects_nothing()
    caller.is_with(peer)


def test_an_ordinary_call_is_over_for_good_as_ever(line: Line) -> None:
    caller, peer = in_a_talk(line)
    peer.presses("*").presses("3")
    peer.is_over()
    caller.hears("Your peer has ended this call")
    phone_of(peer).expects("Take a breath")
    phone_of(caller).expects_nothing()
