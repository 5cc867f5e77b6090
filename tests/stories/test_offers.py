"""A person is offered, taken, passed on, or not noticed in time."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone


def _writes(line: Line, words: str = "hello") -> Phone:
    caller = line.phone()
    caller.texts(words, to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    return caller


def _code(phone: Phone) -> str:
    return phone.expects("TAKE").body.split("TAKE ")[1].split()[0]


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_offers_go_to_as_many_at_a_time_as_the_operator_says(
    environ: dict[str, str], request: pytest.FixtureRequest, at_once: int
) -> None:
    environ["WARMLINE_OFFER_AT_ONCE"] = str(at_once)
    line: Line = request.getfixturevalue("line")
    peers = [line.peer(name) for name in ("Ada", "Bo", "Cy", "Di")]

    _writes(line)

    asked = [peer for peer in peers if peer.unread()]
    assert len(asked) == at_once
    for peer in asked:
        peer.expects("TAKE")


def test_the_first_to_take_a_person_gets_them_and_the_other_is_thanked(line: Line) -> None:
    ada, bo = line.peer("Ada"), line.peer("Bo")
    caller = _writes(line)
    code = _code(ada)
    assert _code(bo) == code

    bo.texts(f"TAKE {code}", to=MAIN)
    bo.expects("You are with")  # before Ada texts: on the wire, hers might overtake his
    bo.expects("hello")
    caller.expects("Bo is here")
    ada.expects("Thank you! Another peer")
    ada.texts(f"TAKE {code}", to=MAIN)
    ada.expects("Another peer is with")


def test_taking_twice_is_no_harm(line: Line) -> None:
    ada = line.peer("Ada")
    caller = _writes(line)

    code = line.takes(ada)
    ada.expects("hello")
    caller.expects("Ada is here")
    ada.texts(f"TAKE {code}", to=MAIN)

    ada.expects("already")


def test_take_and_pass_need_no_code_when_only_one_person_is_offered(line: Line) -> None:
    ada, bo = line.peer("Ada"), line.peer("Bo")
    caller = _writes(line)
    ada.expects("TAKE")
    bo.expects("TAKE")

    ada.texts("pass", to=MAIN)
    ada.expects("I will ask someone else")
    bo.texts("Take!", to=MAIN)

    bo.expects("You are with")
    bo.expects("hello")
    caller.expects("Bo is here")


def test_with_two_people_offered_a_bare_take_is_asked_back(line: Line) -> None:
    ada = line.peer("Ada", capacity=2)
    _writes(line)
    first = _code(ada)
    _writes(line)
    second = _code(ada)

    ada.texts("TAKE", to=MAIN)

    ada.expects(f"TAKE {first}", f"TAKE {second}")


def test_a_pass_goes_on_to_somebody_else_and_not_back(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_OFFER_AT_ONCE"] = "1"
    line: Line = request.getfixturevalue("line")
    ada, bo = line.peer("Ada"), line.peer("Bo")
    caller = _writes(line)
    first, other = (ada, bo) if ada.unread() else (bo, ada)

    code = _code(first)
    first.texts(f"PASS {code}", to=MAIN)
    first.expects("Thank you for saying so")
    assert _code(other) == code
    other.texts(f"PASS {code}", to=MAIN)
    other.expects("Thank you for saying so")
    line.passes(seconds=150)

    first.expects_nothing()
    other.expects_nothing()
    caller.expects_nothing()


def test_an_offer_that_nobody_notices_goes_on_to_others(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_OFFER_AT_ONCE"] = "1"
    line: Line = request.getfixturevalue("line")
    ada, bo = line.peer("Ada"), line.peer("Bo")
    caller = _writes(line)
    first, other = (ada, bo) if ada.unread() else (bo, ada)
    code = _code(first)

    line.passes(seconds=95)

    first.expects("That is fine; you stay on")
    assert _code(other) == code
    other.texts(f"TAKE {code}", to=MAIN)
    other.expects("You are with")
    other.expects("hello")
    caller.expects("is here")


def test_after_three_misses_a_volunteer_is_paused_and_told_how_to_come_back(line: Line) -> None:
    ada = line.peer("Ada")
    caller = _writes(line)
    for _ in range(2):
        ada.expects("TAKE")
        line.passes(seconds=95)
        ada.expects("you stay on")
    ada.expects("TAKE")
    line.passes(seconds=95)
    ada.expects("I paused you", "No harm done", "RESUME")
    caller.expects("still looking")
    line.passes(minutes=20)
    ada.expects_nothing()

    ada.texts("Resume", to=MAIN)

    ada.expects("Welcome back")
    line.takes(ada)
    ada.expects("hello")
    caller.expects("Ada is here")


def test_misses_are_forgotten_when_a_volunteer_takes_someone(line: Line) -> None:
    ada = line.peer("Ada")
    caller = _writes(line)
    for _ in range(2):
        ada.expects("TAKE")
        line.passes(seconds=95)
        ada.expects("you stay on")
    line.takes(ada)
    ada.expects("hello")
    caller.expects("still looking")
    caller.expects("Ada is here")
    caller.texts("bye", to=MAIN)
    caller.expects("Thank you for talking")
    caller.expects("AGAIN")
    ada.expects("has ended")
    line.passes(minutes=3)

    _writes(line)
    ada.expects("TAKE")
    line.passes(seconds=95)

    ada.expects("you stay on")
    ada.expects("TAKE")


def test_a_late_take_of_someone_who_still_waits_is_welcome(line: Line) -> None:
    ada = line.peer("Ada")
    caller = _writes(line)
    code = _code(ada)
    line.passes(seconds=95)
    ada.expects("you stay on")
    ada.expects("TAKE")
    ada.texts("OFF", to=MAIN)
    ada.expects("You are off")
    caller.expects("No peer is here right now")

    ada.texts(f"take {code}", to=MAIN)

    ada.expects("You are with")
    ada.expects("hello")
    caller.expects("You wrote to us", "Ada is here now")


def test_a_guessed_code_opens_nothing(line: Line) -> None:
    ada, bo = line.peer("Ada"), line.peer("Bo")
    caller = _writes(line)
    code = _code(ada)
    assert _code(bo) == code
    cy = line.peer("Cy")

    cy.texts(f"TAKE {code}", to=MAIN)
    cy.expects("not open any more, or never was")
    cy.texts("TAKE 4711", to=MAIN)
    cy.expects("not open any more, or never was")
    cy.texts(f"PASS {code}", to=MAIN)
    cy.expects("not open any more, or never was")

    ada.texts(f"TAKE {code}", to=MAIN)
    ada.expects("You are with")
    ada.expects("hello")
    bo.expects("Another peer")
    caller.expects("Ada is here")


def test_when_the_person_gives_up_those_who_were_asked_are_told(line: Line) -> None:
    ada, bo = line.peer("Ada"), line.peer("Bo")
    caller = _writes(line)
    code = _code(ada)
    bo.expects("TAKE")

    caller.texts("done", to=MAIN)

    caller.expects("stopped looking")
    for peer in (ada, bo):
        peer.expects("no longer waiting")
    ada.texts(f"TAKE {code}", to=MAIN)
    ada.expects("not open any more")


def test_whoever_was_asked_about_someone_who_left_is_free_for_the_next(line: Line) -> None:
    ada = line.peer("Ada")
    first = _writes(line)
    ada.expects("TAKE")
    first.texts("done", to=MAIN)
    first.expects("stopped looking")
    ada.expects("no longer waiting")

    second = _writes(line, words="I came later")

    line.takes(ada)
    ada.expects("I came later")
    second.expects("Ada is here")


def test_a_peer_who_is_full_cannot_take_one_more(line: Line) -> None:
    ada = line.peer("Ada")
    first = _writes(line)
    first_code = _code(ada)
    line.passes(seconds=95)
    ada.expects("you stay on")
    ada.texts(f"PASS {_code(ada)}", to=MAIN)
    ada.expects("someone else")
    second = _writes(line)
    line.takes(ada)
    ada.expects("hello")
    second.expects("Ada is here")

    ada.texts(f"TAKE {first_code}", to=MAIN)

    ada.expects("as many people as you chose")
    first.expects_nothing()
