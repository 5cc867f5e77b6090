"""BACKUP: a coordinator is paged, quietly and until one has it."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone


def _coordinators(line: Line, *names: str) -> list[Phone]:
    return [line.volunteer(name, coordinator=True)[1] for name in names]


def _asks_for_backup(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    ada.texts("Backup", to=MAIN)
    ada.expects("asking a coordinator")
    return caller, ada


def _code(page: str) -> str:
    return page.split("ACK ")[1].split(maxsplit=1)[0]


def _paged(phones: list[Phone]) -> Phone:
    """The one who has the page; the others must have none."""
    (paged,) = [phone for phone in phones if phone.unread()]
    return paged


def test_a_coordinator_is_paged_and_the_caller_hears_nothing_of_it(line: Line) -> None:
    (kit,) = _coordinators(line, "Kit")
    caller, ada = _asks_for_backup(line)

    page = kit.expects("Ada asks for backup with", "ACK")
    assert caller.number not in page.body
    kit.texts(f"ack {_code(page.body)}", to=MAIN)

    kit.expects("it is yours: backup for Ada")
    ada.expects("Kit has seen your call")
    caller.expects_nothing()


def test_an_unanswered_page_goes_to_the_next_coordinator_and_stops_with_the_ack(
    line: Line,
) -> None:
    coordinators = _coordinators(line, "Kit", "Lou")
    _, ada = _asks_for_backup(line)
    first = _paged(coordinators)
    first.expects("asks for backup")

    line.passes(seconds=110)
    assert not [phone for phone in coordinators if phone.unread()]
    line.passes(seconds=15)

    second = _paged(coordinators)
    assert second is not first
    page = second.expects("asks for backup")
    second.texts(f"ACK {_code(page.body)}", to=MAIN)
    second.expects("it is yours")
    ada.expects("has seen your call")
    line.passes(minutes=10)
    assert not [phone for phone in coordinators if phone.unread()]


def test_a_second_ack_learns_that_somebody_has_it(line: Line) -> None:
    coordinators = _coordinators(line, "Kit", "Lou")
    _, ada = _asks_for_backup(line)
    first = _paged(coordinators)
    code = _code(first.expects("asks for backup").body)
    line.passes(seconds=125)
    second = _paged(coordinators)
    second.expects("asks for backup")

    first.texts(f"ACK {code}", to=MAIN)
    first.expects("it is yours")  # first of all: nothing orders the texts of two phones
    ada.expects("has seen")
    second.texts(f"ACK {code}", to=MAIN)
    first.texts(f"ACK {code}", to=MAIN)

    second.expects("was a moment quicker and has it")
    first.expects("it is yours")


def test_a_bare_ack_means_the_only_open_page(line: Line) -> None:
    (kit,) = _coordinators(line, "Kit")
    _, ada = _asks_for_backup(line)
    kit.expects("asks for backup")

    kit.texts("ACK", to=MAIN)

    kit.expects("it is yours")
    ada.expects("Kit has seen")


def test_coordinators_on_duty_are_paged_first(line: Line) -> None:
    asleep, awake = _coordinators(line, "Kit", "Lou")
    awake.texts("ON", to=MAIN)
    awake.expects("You are on")
    awake.texts("PAUSE", to=MAIN)
    awake.expects("Paused")
    _asks_for_backup(line)

    awake.expects("asks for backup")
    asleep.expects_nothing()


def test_without_any_coordinator_the_peer_is_told_what_else_there_is(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)

    ada.texts("BACKUP", to=MAIN)

    ada.expects("No coordinator is reachable", "HANDOFF", "do not have to carry this alone")


def test_a_coordinator_who_cannot_be_reached_is_passed_over(line: Line) -> None:
    coordinators = _coordinators(line, "Kit", "Lou")
    for phone in coordinators[:1]:
        line.phones.is_in_trouble(phone.number, 30005)
    _asks_for_backup(line)

    line.passes(seconds=5)

    coordinators[1].expects("asks for backup")


def test_a_page_about_a_talk_that_is_over_is_repeated_to_nobody(line: Line) -> None:
    (kit,) = _coordinators(line, "Kit")
    caller, ada = _asks_for_backup(line)
    kit.expects("asks for backup")

    ada.texts("DONE", to=MAIN)

    ada.expects("has ended")
    caller.expects("has ended")
    caller.expects("AGAIN")
    line.passes(minutes=10)
    kit.expects_nothing()
