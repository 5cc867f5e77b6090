"""A page rings as well as texts: one press and it is theirs, and every other phone is quiet at once."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone

IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"


def in_danger(line: Line) -> Phone:
    """Someone whose words alarm the line, while no peer is on."""
    caller = line.phone()
    caller.texts(IMMINENT, to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("glad you told us")
    caller.expects("No peer is here")
    return caller


def coordinator(line: Line, name: str) -> Phone:
    return line.volunteer(name, coordinator=True)[1]


def both_rung(line: Line) -> tuple[Phone, Phone]:
    """Kit was asked first and did not answer; now Kit's and Lou's phones ring."""
    kit, lou = coordinator(line, "Kit"), coordinator(line, "Lou")
    kit.never_answers()
    lou.never_answers()
    in_danger(line)
    line.passes(seconds=121)
    line.passes(seconds=16)
    for phone in (kit, lou):
        while phone.unread():
            phone.expects("URGENT")
    return kit, lou


def test_a_coordinator_presses_1_and_has_the_page_as_if_by_text(line: Line) -> None:
    kit = coordinator(line, "Kit")
    caller = in_danger(line)
    kit.expects("URGENT", "ACK")
    kit.does_not_ring()
    line.passes(seconds=16)

    call = kit.rings()
    assert call.shows == MAIN
    said = call.picks_up().hears(
        "Maple Line", "needs a coordinator", "life may be in danger", "press 1"
    )
    assert "pills" not in said
    assert caller.number not in said
    call.presses("1")

    call.hears("It is yours")
    call.is_over()
    line.passes(minutes=10)
    kit.texts("ACK 1", to=MAIN)
    kit.expects("it is yours")


def test_who_answers_by_text_at_once_is_not_rung(line: Line) -> None:
    kit = coordinator(line, "Kit")
    in_danger(line)
    kit.expects("URGENT")
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")

    line.passes(minutes=10)

    assert kit.all_calls() == []


def test_two_are_rung_one_has_it_and_the_other_hears_a_kind_word(line: Line) -> None:
    kit, lou = both_rung(line)
    first, second = kit.rings().picks_up(), lou.rings().picks_up()

    second.hears("press 1")
    first.presses("1")

    first.hears("It is yours")
    second.hears("Thank you for picking up", "has it already")
    second.is_over()


def test_two_press_1_at_once_and_one_has_it(line: Line) -> None:
    kit, lou = both_rung(line)
    calls = kit.rings().picks_up(), lou.rings().picks_up()
    for call in calls:
        call.hears("press 1")

    for call in calls:
        line.phones.call("POST", f"calls/{call.sid}/keys", json={"digits": "1"})
    line.settles()

    heard = [call.hears("Thank you") for call in calls]
    assert sorted("It is yours" in said for said in heard) == [False, True]


def test_a_phone_that_rings_is_quiet_when_the_other_answers_by_text(line: Line) -> None:
    kit, lou = both_rung(line)
    ringing = lou.rings()

    kit.rings().declines()
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")

    ringing.is_over("canceled")
    before = len(lou.all_calls())
    line.passes(minutes=10)
    assert len(lou.all_calls()) == before


def test_2_or_nothing_or_a_machine_and_the_next_is_asked(line: Line) -> None:
    kit, lou = coordinator(line, "Kit"), coordinator(line, "Lou")
    kit.has_voicemail()
    lou.answers(keys="2")
    in_danger(line)
    line.passes(seconds=118)
    assert [len(phone.all_calls()) for phone in (kit, lou)] in ([1, 0], [0, 1])

    line.passes(seconds=120)

    assert sorted(len(phone.all_calls()) for phone in (kit, lou)) == [1, 2]
    lou.answers(keys="1")
    line.passes(seconds=120)
    for phone in (kit, lou):
        while phone.unread():
            phone.expects("URGENT")
    before = len(lou.all_calls())
    line.passes(minutes=10)
    assert len(lou.all_calls()) == before


def test_nobody_is_rung_twice_in_a_round(line: Line) -> None:
    kit = coordinator(line, "Kit")
    kit.is_busy()
    in_danger(line)

    line.passes(seconds=119)
    assert len(kit.all_calls()) == 1

    line.passes(seconds=120)
    assert len(kit.all_calls()) == 2
    while kit.unread():
        kit.expects("URGENT")


def test_who_is_on_the_phone_with_somebody_is_texted_and_not_rung(line: Line) -> None:
    kit = coordinator(line, "Kit")
    kit.texts("ON", to=MAIN)
    kit.expects("You are on")
    talking = line.phone().calls(MAIN)
    kit.rings().picks_up().presses("1")
    kit.is_on_the_line().is_with(talking)

    other = line.phone()
    other.texts(IMMINENT, to=MAIN)
    other.expects("not an emergency service")
    other.expects("glad you told us")
    other.expects("looking for a peer")
    kit.expects("URGENT")
    line.passes(seconds=30)

    assert len(kit.all_calls()) == 1
    kit.texts("ACK", to=MAIN)
    kit.expects("it is yours")
    talking.hangs_up()
    kit.expects("ended the talk")


def test_who_has_taken_a_call_since_the_text_is_not_rung_in_the_middle_of_it(line: Line) -> None:
    kit = coordinator(line, "Kit")
    in_danger(line)
    kit.expects("URGENT", "ACK")
    kit.texts("ON", to=MAIN)
    kit.expects("You are on")
    offer = kit.expects("TAKE").body
    kit.texts(f"PASS {offer.split('TAKE ')[1].split()[0]}", to=MAIN)
    kit.expects()
    caller = line.phone().calls(MAIN)
    kit.rings().picks_up().presses("1")
    caller.is_with(kit)

    line.passes(seconds=20)

    kit.does_not_ring()
    assert len(kit.all_calls()) == 1
    caller.hangs_up()
    kit.expects("ended the talk")
