"""STOP and START, in every way in which the exchange may deal with them."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, POOL, Line
from warmline.simulator.handset import Phone


@pytest.fixture
def ours_to_answer(environ: dict[str, str]) -> dict[str, str]:
    environ["WARMLINE_OPT_OUT"] = "line"
    return environ


def _talk(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    return caller, ada


@pytest.mark.parametrize("word", ["STOP", "end", "Cancel", "QUIT", "unsubscribe"])
def test_where_the_exchange_answers_stop_we_add_nothing_and_the_talk_ends(
    line: Line, word: str
) -> None:
    caller, ada = _talk(line)

    caller.texts(word, to=MAIN)

    caller.expects("successfully been unsubscribed")
    ada.expects("they texted STOP", "this talk is closed", "not your doing")


def test_with_the_operators_own_confirmation_we_add_nothing_either(line: Line) -> None:
    words = "You will get no more texts. If you need help now, call or text 988. START undoes it."
    line.phones.call("PUT", "rules", json={"opt_out": "advanced", "confirmations": {"STOP": words}})
    caller, ada = _talk(line)

    caller.texts("stop", to=MAIN)

    caller.expects("988")
    ada.expects("they texted STOP")


def test_where_stop_is_left_to_us_the_confirmation_has_the_crisis_line(
    ours_to_answer: dict[str, str], line: Line
) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": "off"})
    caller, ada = _talk(line)

    caller.texts("STOP", to=MAIN)

    caller.expects("no more texts from us", "988", "START")
    ada.expects("they texted STOP")
    caller.texts("I am lonely", to=MAIN)
    caller.expects("988", "START")


@pytest.mark.parametrize("words", ["Stop!", '"stop"', "STOP."])
def test_a_stop_that_the_exchange_does_not_recognise_is_still_a_stop_and_is_confirmed(
    line: Line, words: str
) -> None:
    caller, ada = _talk(line)

    caller.texts(words, to=MAIN)

    caller.expects("no more texts from us", "988", "START")
    ada.expects("they texted STOP")


def test_a_sentence_with_stop_in_it_is_no_stop(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts("please make it stop", to=MAIN)

    ada.expects("please make it stop")


@pytest.mark.parametrize("mode", ["default", "advanced"])
def test_start_brings_them_back_and_the_next_text_finds_a_peer(line: Line, mode: str) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": mode})
    caller, ada = _talk(line)
    caller.texts("STOP", to=MAIN)
    caller.expects()
    ada.expects("they texted STOP")
    line.passes(minutes=3)

    caller.texts("start", to=MAIN)
    caller.expects("re-subscribed")
    caller.expects("Welcome back")
    caller.texts("I am back", to=MAIN)

    caller.expects("looking for a peer")
    ada.expects("TAKE")


def test_stop_while_waiting_ends_the_wait(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    ada.expects("TAKE")

    caller.texts("STOP", to=MAIN)

    caller.expects("unsubscribed")
    ada.expects("no longer waiting")


def test_an_opt_out_we_never_heard_of_is_learnt_from_the_refusal(line: Line) -> None:
    caller, ada = _talk(line)
    line.phones.goes_wrong("webhook_lose", number=caller.number, count=1)
    caller.texts("STOP", to=MAIN)
    caller.expects("unsubscribed")

    ada.texts("are you alright?", to=MAIN)

    ada.expects("they texted STOP", "this talk is closed")


@pytest.mark.parametrize("mode", ["default", "advanced"])
def test_a_volunteers_stop_hands_their_people_on_with_the_place_kept(line: Line, mode: str) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": mode})
    caller, ada = _talk(line)
    bo = line.peer("Bo")

    ada.texts("STOP", to=MAIN)

    ada.expects("unsubscribed")
    caller.expects("your peer had to go", "You keep your place")
    line.takes(bo)
    caller.expects("Bo is here")


def test_a_volunteer_who_stopped_is_offered_nobody_until_start_and_on(line: Line) -> None:
    ada = line.peer("Ada")
    ada.texts("STOP", to=MAIN)
    ada.expects("unsubscribed")
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here")

    ada.texts("START", to=MAIN)
    ada.expects("re-subscribed")
    ada.expects("Welcome back", "Text ON")
    ada.texts("ON", to=MAIN)

    ada.expects("You are on")
    ada.expects("TAKE")


def test_where_stop_is_left_to_us_a_volunteer_is_told_too(
    ours_to_answer: dict[str, str], line: Line
) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": "off"})
    ada = line.peer("Ada")

    ada.texts("Stop", to=MAIN)
    ada.expects("no more texts from me", "START")
    ada.texts("ON", to=MAIN)

    ada.expects("START first")


@pytest.mark.parametrize("word", ["CANCEL", "END", "QUIT", "HELP", "INFO", "YES"])
def test_a_carriers_word_is_never_a_volunteers_command(
    ours_to_answer: dict[str, str], line: Line, word: str
) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": "off"})
    caller, ada = _talk(line)

    ada.texts(word, to=MAIN)

    if word in {"HELP", "INFO", "YES"}:
        assert caller.expects().body == word
    else:
        ada.expects("no more texts from me")
        caller.expects("your peer had to go")
        caller.expects("No peer is here")


def test_stop_on_another_number_of_the_pool_counts_for_the_whole_line(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts("STOP", to=POOL[1])

    caller.expects("unsubscribed", sender=POOL[1])
    ada.expects("they texted STOP")
    ada.texts("hello?", to=MAIN)
    ada.expects("not with anyone")
