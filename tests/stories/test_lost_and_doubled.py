"""What the provider doubles, loses, delays or reorders changes nothing for the two who talk."""

from __future__ import annotations

import pytest

from tests.stories.line import MAIN, Line


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return {**environ, "WARMLINE_RECONCILE_SECONDS": "60"}


def test_a_text_that_is_delivered_twice_has_its_effect_once(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.phones.goes_wrong("webhook_duplicate")

    line.in_touch(caller, ada)
    caller.texts("once, please", to=MAIN)
    ada.expects("once, please")
    ada.texts("I hear you", to=MAIN)
    caller.expects("I hear you")
    ada.texts("DONE", to=MAIN)

    ada.expects("has ended")
    caller.expects("has ended this talk")
    caller.expects("AGAIN")


def test_a_lost_text_is_found_in_the_providers_list(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.phones.goes_wrong("webhook_lose", number=caller.number, count=1)

    caller.texts("is anyone there?", to=MAIN)
    caller.expects_nothing()
    line.passes(minutes=1)

    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    line.takes(ada)
    ada.expects("is anyone there?")
    caller.expects("Ada is here")


def test_a_peers_lost_words_reach_the_person_later_and_once(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("webhook_lose", number=ada.number, count=1)

    ada.texts("take your time", to=MAIN)
    line.passes(minutes=2)

    caller.expects("take your time")
    line.passes(minutes=5)
    caller.expects_nothing()


def test_a_text_that_is_overtaken_arrives_all_the_same(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("webhook_reorder", number=caller.number, count=1, ms=5000)

    caller.texts("first", to=MAIN)
    caller.texts("second", to=MAIN)

    ada.expects("second")
    line.passes(seconds=10)
    ada.expects("first")


def test_delayed_webhooks_keep_their_order(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("webhook_delay", number=caller.number, count=1, ms=5000)

    for words in ("one", "two", "three"):
        caller.texts(words, to=MAIN)
    line.passes(seconds=10)

    for words in ("one", "two", "three"):
        ada.expects(words)


def test_words_for_someone_who_has_left_never_reach_whoever_came_next(line: Line) -> None:
    ada, first, second = line.peer("Ada"), line.phone(), line.phone()
    line.in_touch(first, ada)
    line.passes(seconds=15)  # after a start the list is read closely for a while
    line.phones.goes_wrong("webhook_lose", number=ada.number, count=1)
    ada.texts("I am so sorry about your mother", to=MAIN)
    first.texts("bye", to=MAIN)
    first.expects("Thank you for talking")
    first.expects("AGAIN")
    ada.expects("has ended the talk")
    line.passes(seconds=5)
    ada.texts("RESUME", to=MAIN)
    ada.expects("Welcome back")
    line.in_touch(second, ada)

    line.reads_the_list()

    second.expects_nothing()
    ada.expects("Who is this for?")


def test_a_text_that_the_provider_took_without_answering_is_not_sent_twice(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("rest_timeout", operation="create", count=1, ms=1)

    ada.texts("only once", to=MAIN)
    caller.expects("only once")
    line.passes(minutes=2)

    caller.expects_nothing()


def test_a_text_that_the_provider_never_took_is_sent_again(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    for kind in ("rest_refuse", "rest_error", "rest_busy"):
        line.phones.goes_wrong(kind, operation="create", count=1)

    ada.texts("it will get there", to=MAIN)
    ada.texts("and this after it", to=MAIN)
    line.passes(minutes=2)

    caller.expects("it will get there")
    caller.expects("and this after it")


def test_two_equal_texts_are_two_texts_even_when_one_is_in_doubt(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    line.phones.goes_wrong("rest_timeout", operation="create", count=2, ms=1)

    ada.texts("yes", to=MAIN)
    ada.texts("yes", to=MAIN)
    line.passes(minutes=2)

    caller.expects("yes")
    caller.expects("yes")
    caller.expects_nothing()


def test_lost_status_callbacks_change_nothing_for_anyone(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.phones.goes_wrong("callback_lose")

    line.in_touch(caller, ada)
    ada.texts("hello there", to=MAIN)
    caller.expects("hello there")
    line.passes(minutes=12)

    caller.expects_nothing()
    ada.expects_nothing()


def test_statuses_that_come_late_twice_and_in_disorder_change_nothing(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.phones.goes_wrong("callback_reorder", probability=0.5, ms=3000)
    line.phones.goes_wrong("callback_duplicate", probability=0.5)

    line.in_touch(caller, ada)
    ada.texts("hello there", to=MAIN)
    caller.expects("hello there")
    line.passes(minutes=2)

    caller.expects_nothing()
