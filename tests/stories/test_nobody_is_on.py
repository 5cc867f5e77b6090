"""Nobody is on: said at once, with the next opening and the crisis line; and kept, when someone comes."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.line import A_WEDNESDAY, MAIN, Line


def test_the_next_opening_is_said_at_once_in_local_time_with_the_crisis_line(line: Line) -> None:
    ada, _ = line.volunteer("Ada")
    line.shift(A_WEDNESDAY + timedelta(hours=8), A_WEDNESDAY + timedelta(hours=12), ada, quiet=True)
    caller = line.phone()

    caller.texts("hello", to=MAIN)

    caller.expects("Maple Line")
    caller.expects("No peer is here", "today at 6 pm (New York time)", "We will text you", "988")


def test_a_shift_that_nobody_has_claimed_is_no_opening(line: Line) -> None:
    line.shift(A_WEDNESDAY + timedelta(hours=8), A_WEDNESDAY + timedelta(hours=12))
    caller = line.phone()

    caller.texts("hello", to=MAIN)

    caller.expects("Maple Line")
    assert "due" not in caller.expects("No peer is here").body


def test_they_are_texted_when_someone_comes_on_and_takes_them(line: Line) -> None:
    caller = line.phone()
    caller.texts("can anyone talk?", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here", "We will text you when someone is here")
    line.sleeps_until(line.now() + timedelta(hours=3))
    caller.expects_nothing()

    ada = line.peer("Ada")
    line.takes(ada)

    ada.expects("can anyone talk?")
    caller.expects("You wrote to us today at 10 am", "Ada is here now")
    caller.texts("yes, still", to=MAIN)
    ada.expects("yes, still")


def test_they_are_texted_when_a_shift_begins_and_someone_takes_them(line: Line) -> None:
    ada, phone = line.volunteer("Ada")
    line.shift(A_WEDNESDAY + timedelta(hours=2), A_WEDNESDAY + timedelta(hours=6), ada, quiet=True)
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("today at noon")

    line.sleeps_until(A_WEDNESDAY + timedelta(hours=2, seconds=1))

    line.takes(phone)
    phone.expects("hello")
    caller.expects("Ada is here now")


def test_whoever_writes_again_hours_later_hears_again_how_things_stand(line: Line) -> None:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here")
    caller.texts("ok, I will wait", to=MAIN)
    caller.expects_nothing()
    line.sleeps_until(line.now() + timedelta(hours=5))

    caller.texts("is anyone there?", to=MAIN)
    caller.texts("please", to=MAIN)

    caller.expects("No peer is here", "988")
    ada = line.peer("Ada")
    line.takes(ada)
    for words in ("hello", "ok, I will wait", "is anyone there?", "please"):
        ada.expects(words)
    caller.expects("Ada is here now")


def test_when_the_last_one_goes_off_whoever_waits_is_told(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    ada.expects("TAKE")

    ada.texts("OFF", to=MAIN)

    ada.expects("You are off")
    caller.expects("No peer is here", "We will text you", "988")


def test_patience_ends_with_the_crisis_line_and_a_word_to_the_coordinator(line: Line) -> None:
    _, kit = line.volunteer("Kit", coordinator=True)
    ada, first, second = line.peer("Ada"), line.phone(), line.phone()
    line.in_touch(first, ada)
    second.texts("hello", to=MAIN)
    second.expects("Maple Line")
    second.expects("looking for a peer")

    line.passes(minutes=3, seconds=5)

    second.expects("still looking", "You keep your place", "988")
    page = kit.expects("has waited 3 min", "ACK")
    kit.texts(page.body.split("Text ")[1].split(" if")[0], to=MAIN)
    kit.expects("it is yours")
    line.passes(minutes=5)
    kit.expects_nothing()


def test_after_three_days_without_anyone_they_are_told_that_nobody_could_come(line: Line) -> None:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here")

    line.sleeps_until(line.now() + timedelta(hours=72, seconds=1))

    caller.expects("nobody could be with you", "988")


def test_those_who_gave_up_are_not_texted_when_someone_comes(line: Line) -> None:
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here")

    caller.texts("Done.", to=MAIN)

    caller.expects("stopped looking")
    line.peer("Ada").expects_nothing()


def test_a_coordinator_hears_of_whoever_waits_though_nobody_is_on_and_not_all_night(
    line: Line,
) -> None:
    _, sam = line.volunteer("Sam", coordinator=True)
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("No peer is here")

    line.passes(minutes=3, seconds=1)
    sam.expects("has waited 3 min", "ACK")
    line.passes(minutes=2)
    sam.expects("has waited 5 min", "ACK")

    line.passes(hours=8)
    sam.expects_nothing()
    caller.expects_nothing()
