"""Who is asked next, and when everybody, and when the alarm outside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from warmline.ids import VolunteerId
from warmline.routing.ladder import AT_LEISURE, Reason, Rung, Urgency, next_rung, urgency

TWO_MINUTES = timedelta(minutes=2)
ADA, BO, CY = VolunteerId("ada"), VolunteerId("bo"), VolunteerId("cy")
ALL = (ADA, BO, CY)


def climbs(how: Urgency, order: tuple[VolunteerId, ...], rounds: int) -> list[Rung | None]:
    """The rungs of a page that nobody answers."""
    rungs: list[Rung | None] = []
    asked: tuple[VolunteerId, ...] = ()
    for number in range(rounds):
        rung = next_rung(how, number, order, asked, repeat=TWO_MINUTES)
        rungs.append(rung)
        asked = tuple(dict.fromkeys([*asked, *(rung.people if rung else ())]))
    return rungs


def people(rungs: list[Rung | None]) -> list[str]:
    return ["".join(one[0] for one in rung.people) if rung else "over" for rung in rungs]


def test_an_urgent_page_is_repeated_then_goes_to_the_next_then_to_all_then_outside() -> None:
    rungs = climbs(Urgency.URGENT, ALL, 6)
    assert people(rungs) == ["a", "ab", "abc", "abc", "abc", "abc"]
    assert [rung.alarm for rung in rungs if rung] == [False, False, False, True, True, True]
    assert {rung.after for rung in rungs if rung} == {TWO_MINUTES}
    assert all(rung.by_call for rung in rungs if rung)


def test_a_call_for_help_asks_one_after_another_then_all_then_outside_then_at_leisure() -> None:
    rungs = climbs(Urgency.HELP, ALL, 7)
    assert people(rungs) == ["a", "b", "c", "abc", "abc", "c", "a"]
    assert [rung.alarm for rung in rungs if rung] == [False] * 4 + [True] + [False] * 2
    assert [rung.after for rung in rungs if rung] == [TWO_MINUTES] * 5 + [AT_LEISURE] * 2


def test_news_is_told_to_everybody_twice_and_then_is_none() -> None:
    assert people(climbs(Urgency.NEWS, (ADA, BO), 5)) == ["a", "b", "a", "b", "over"]


def test_a_calm_page_goes_on_at_leisure() -> None:
    rungs = climbs(Urgency.CALM, (ADA, BO), 6)
    assert people(rungs) == ["a", "b", "a", "b", "a", "b"]
    assert [rung.after for rung in rungs if rung] == [TWO_MINUTES] * 4 + [AT_LEISURE] * 2
    assert not any(rung.alarm for rung in rungs if rung)


@pytest.mark.parametrize(("how", "rounds"), [(Urgency.URGENT, 138), (Urgency.HELP, 51)])
def test_what_nobody_takes_for_a_day_is_over(how: Urgency, rounds: int) -> None:
    rungs = climbs(how, ALL, rounds + 1)
    assert rungs[-1] is None
    assert rungs[-2] is not None
    assert rungs[-2].after == AT_LEISURE
    assert len(rungs[-2].people) == 1


@pytest.mark.parametrize("how", [Urgency.URGENT, Urgency.HELP])
def test_with_nobody_to_ask_the_alarm_is_sounded_at_once(how: Urgency) -> None:
    (rung,) = climbs(how, (), 1)
    assert rung == Rung((), TWO_MINUTES, alarm=True, by_call=True)


def test_nobody_to_tell_news_to_sounds_no_alarm() -> None:
    assert climbs(Urgency.NEWS, (), 3) == [Rung((), TWO_MINUTES), Rung((), TWO_MINUTES), None]


def test_whoever_becomes_reachable_in_between_is_asked() -> None:
    rung = next_rung(Urgency.HELP, 3, ALL, (ADA, BO), repeat=TWO_MINUTES)
    assert rung is not None
    assert rung.people == (CY,)


def test_only_danger_is_urgent_and_only_news_ends_by_itself() -> None:
    assert urgency(Reason.IMMINENT) is Urgency.URGENT
    assert urgency(Reason.HIGH) is Urgency.HELP
    assert urgency(Reason.PATIENCE) is Urgency.NEWS
    assert urgency(Reason.STOPPED) is Urgency.HELP
