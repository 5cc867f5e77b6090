"""Who is asked to be with someone, and who is left in peace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone

Rest = Callable[[Line, Phone], None]


def _goes_off(_: Line, peer: Phone) -> None:
    peer.texts("OFF", to=MAIN)
    peer.expects("You are off")


def _pauses(_: Line, peer: Phone) -> None:
    peer.texts("PAUSE 30", to=MAIN)
    peer.expects("Paused until")


def _has_just_ended_a_talk(line: Line, peer: Phone) -> None:
    _is_with_someone(line, peer)
    peer.texts("DONE", to=MAIN)
    peer.expects("no offers for 2 min")
    for phone in line.others:
        phone.expects("has ended this talk")
        phone.expects("AGAIN")


def _is_with_someone(line: Line, peer: Phone) -> None:
    other = line.phone()
    line.others.append(other)
    line.in_touch(other, peer)


@pytest.mark.parametrize(
    "unavailable", [_goes_off, _pauses, _has_just_ended_a_talk, _is_with_someone]
)
def test_whoever_is_off_paused_wrapping_up_or_busy_is_not_asked(
    line: Line, unavailable: Rest
) -> None:
    ada = line.peer("Ada")
    unavailable(line, ada)
    bo, caller = line.peer("Bo"), line.phone()

    caller.texts("hello", to=MAIN)

    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    bo.expects("TAKE")
    ada.expects_nothing()


def test_whoever_rested_is_asked_as_soon_as_the_breathing_space_is_over(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    _has_just_ended_a_talk(line, ada)

    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    ada.expects_nothing()
    line.passes(minutes=2, seconds=5)

    ada.expects("TAKE")


def test_a_volunteer_kept_apart_from_a_caller_is_never_asked_about_them(line: Line) -> None:
    (ada, adas_phone), caller = line.colleague("Ada"), line.phone()
    line.keeps_apart(caller, ada)

    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    line.passes(minutes=10)

    adas_phone.expects_nothing()
    caller.expects("still looking", "988")


def test_someone_who_writes_spanish_is_offered_to_a_peer_who_speaks_it(line: Line) -> None:
    ada = line.peer("Ada")
    luz = line.peer("Luz", languages=("en", "es"))
    caller = line.phone()

    caller.texts("español", to=MAIN)
    caller.expects("en español")
    caller.texts("hola, no puedo dormir", to=MAIN)

    caller.expects("Hola, somos")
    caller.expects("Buscamos ahora")
    luz.expects("Speaks Spanish", "TAKE")
    ada.expects_nothing()


def test_when_no_peer_speaks_the_language_anyone_is_asked_at_once(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    caller.texts("español", to=MAIN)
    caller.expects("en español")
    caller.texts("hola", to=MAIN)

    caller.expects("Hola, somos")
    caller.expects("Buscamos ahora")
    ada.expects("Speaks Spanish", "TAKE")


def test_shared_experience_is_asked_first_then_the_search_widens_and_the_place_is_kept(
    line: Line,
) -> None:
    ada = line.peer("Ada")
    bo = line.peer("Bo", experience=("grief",))
    caller, later = line.phone(), line.phone()

    caller.texts("it is about grief", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    bo.expects("Hopes to talk about grief")
    bo.texts("pass", to=MAIN)
    bo.expects("someone else")
    first = ada.expects("TAKE")
    ada.texts("pass", to=MAIN)
    ada.expects("someone else")
    later.texts("hello", to=MAIN)
    later.expects("Maple Line")
    later.expects("looking for a peer")
    ada.expects("TAKE")
    bo.expects("TAKE")
    cy = line.peer("Cy")

    offer = cy.expects("TAKE")
    assert offer.body.split("TAKE ")[1].split()[0] in first.body


def test_the_search_widens_with_time_even_if_those_below_only_miss_it(line: Line) -> None:
    bo = line.peer("Bo", experience=("grief",))
    ada, caller = line.peer("Ada"), line.phone()

    caller.texts("grief again", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    bo.expects("TAKE")
    line.passes(seconds=95)
    bo.expects("has passed")
    bo.expects("TAKE")  # two minutes are not over: nobody else shares this
    ada.expects_nothing()
    line.passes(seconds=95)

    bo.expects("has passed")
    ada.expects("TAKE")
    caller.expects("still looking")
    bo.expects("TAKE")


def _meet_and_part(line: Line, caller: Phone, peer: Phone) -> None:
    caller.texts("bye", to=MAIN)
    caller.expects("Thank you for talking")
    caller.expects("AGAIN")
    peer.expects("has ended the talk")


def test_the_same_peer_is_asked_first_when_both_texted_again(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    _meet_and_part(line, caller, ada)
    caller.texts("again", to=MAIN)
    caller.expects("noted")
    ada.texts("AGAIN", to=MAIN)
    ada.expects("Noted")
    bo = line.peer("Bo")  # has rested longer than Ada
    line.passes(minutes=3)

    caller.texts("it's me", to=MAIN)

    caller.expects("looking for a peer")
    ada.expects("TAKE")
    bo.expects_nothing()


@pytest.mark.parametrize("who", ["caller", "peer"])
def test_the_wish_of_one_side_alone_brings_no_reunion(line: Line, who: str) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    _meet_and_part(line, caller, ada)
    wishing = caller if who == "caller" else ada
    wishing.texts("again", to=MAIN)
    wishing.expects("oted")
    bo, cy = line.peer("Bo"), line.peer("Cy")
    line.passes(minutes=3)

    caller.texts("it's me", to=MAIN)

    caller.expects("looking for a peer")
    bo.expects("TAKE")  # both have never had a talk, and so rested longer
    cy.expects("TAKE")
    ada.expects_nothing()


def test_a_reunion_that_is_not_to_be_goes_on_to_others(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    _meet_and_part(line, caller, ada)
    for phone in (caller, ada):
        phone.texts("again", to=MAIN)
        phone.expects("oted")
    bo = line.peer("Bo")
    line.passes(minutes=3)

    caller.texts("it's me", to=MAIN)
    caller.expects("looking for a peer")
    ada.expects("TAKE")
    line.passes(seconds=65)

    bo.expects("TAKE")
    caller.expects_nothing()


def test_whoever_has_rested_longest_is_asked_first(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_OFFER_AT_ONCE"] = "1"
    line: Line = request.getfixturevalue("line")
    ada, first = line.peer("Ada"), line.phone()
    line.in_touch(first, ada)
    ada.texts("DONE", to=MAIN)
    ada.expects("has ended")
    first.expects("has ended")
    first.expects("AGAIN")
    line.passes(minutes=20)
    ada.texts("OFF", to=MAIN)
    ada.expects("You are off")
    bo, second = line.peer("Bo"), line.phone()
    line.in_touch(second, bo)
    bo.texts("DONE", to=MAIN)
    bo.expects("has ended")
    second.expects("has ended")
    second.expects("AGAIN")
    ada.texts("ON", to=MAIN)
    ada.expects("You are on")
    line.passes(minutes=5)
    third = line.phone()

    third.texts("hello", to=MAIN)

    third.expects("Maple Line")
    third.expects("looking for a peer")
    ada.expects("TAKE")
    bo.expects_nothing()


def test_those_who_wait_are_served_in_the_order_in_which_they_came(line: Line) -> None:
    callers = [line.phone() for _ in range(3)]
    for n, caller in enumerate(callers):
        caller.texts(f"number {n}", to=MAIN)
        caller.expects("Maple Line")
        caller.expects("No peer is here")
        line.passes(seconds=1)

    for n, caller in enumerate(callers):
        peer = line.peer(f"Peer{n}")
        line.takes(peer)
        peer.expects(f"number {n}")
        caller.expects("You wrote to us today at 10 am", "is here now")


def test_a_caller_who_is_also_a_volunteer_is_not_offered_to_themselves(line: Line) -> None:
    line.peer("Bo")
    ada = line.peer("Ada")

    ada.texts("I feel low today", to=MAIN)

    ada.expects("not with anyone right now")
