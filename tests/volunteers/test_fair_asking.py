"""Everyone is asked in turn, few at a time, and nobody too often."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers.fair_asking import (
    FAIR_FOR,
    FOR_EACH_SEAT,
    IN_ONE_TEXT,
    NOT_AGAIN_FOR,
    Candidate,
    Need,
    choose,
)

NOW = datetime(2026, 4, 6, 14, 0, tzinfo=UTC)
DAY = timedelta(days=1)
NAMES = [VolunteerId(f"v{number}") for number in range(9)]


def need(
    name: str, days: float, *could: VolunteerId, room: int = FOR_EACH_SEAT, nobody: bool = False
) -> Need:
    return Need(ShiftId(name), NOW + days * DAY, room, nobody, frozenset(could or NAMES))


def rested(name: VolunteerId, hours: float = 0.0, days_ago: float | None = None) -> Candidate:
    return Candidate(name, hours, None if days_ago is None else NOW - days_ago * DAY)


def asked(needs: list[Need], candidates: list[Candidate]) -> dict[str, tuple[str, ...]]:
    return {ask.volunteer: ask.shifts for ask in choose(needs, candidates, NOW)}


def test_the_least_loaded_are_asked_first_and_only_so_many() -> None:
    candidates = [rested(name, hours=9 - place) for place, name in enumerate(NAMES)]
    assert list(asked([need("s1", 5)], candidates)) == ["v8", "v7", "v6", "v5"]


def test_whoever_was_asked_lately_comes_after_all_who_were_not() -> None:
    one, two, three = NAMES[:3]
    candidates = [rested(one, 0, 4), rested(two, 20), rested(three, 0, 9)]
    assert list(asked([need("s1", 5)], candidates)) == [two, three, one]


def test_nobody_is_asked_again_within_three_days_but_for_an_urgent_gap() -> None:
    lately = [rested(NAMES[0], days_ago=2)]
    assert asked([need("s1", 5)], lately) == {}
    assert asked([need("s1", 1.5)], lately) == {"v0": ("s1",)}
    both = asked([need("s1", 5), need("s2", 1.5)], lately)
    assert both == {"v0": ("s2",)}


def test_one_text_names_three_shifts_at_most_the_neediest_of_them() -> None:
    needs = [need(f"s{n}", n) for n in range(3, 7)] + [need("s9", 9, nobody=True)]
    assert asked(needs, [rested(NAMES[0])]) == {"v0": ("s3", "s4", "s9")}


def test_only_those_are_asked_who_could_take_it() -> None:
    one, two = NAMES[:2]
    assert asked([need("s1", 5, one)], [rested(one), rested(two)]) == {one: ("s1",)}
    assert asked([need("s1", 5, one, room=0)], [rested(one)]) == {}


days = st.lists(
    st.lists(st.tuples(st.integers(0, 13), st.frozensets(st.sampled_from(NAMES))), max_size=4),
    min_size=1,
    max_size=20,
)


@settings(max_examples=150)
@given(days, st.lists(st.integers(0, 40), min_size=len(NAMES), max_size=len(NAMES)))
def test_nobody_is_asked_twice_before_everybody_who_could_was_asked_once(
    history: list[list[tuple[int, frozenset[VolunteerId]]]], hours: list[int]
) -> None:
    last: dict[VolunteerId, datetime] = {}
    for number, today in enumerate(history):
        now = NOW + number * DAY
        needs = [
            Need(
                ShiftId(f"s{number}-{n}"),
                now + ahead * DAY,
                FOR_EACH_SEAT,
                nobody=False,
                could=could,
            )
            for n, (ahead, could) in enumerate(today)
        ]
        candidates = [
            Candidate(name, float(load), last.get(name))
            for name, load in zip(NAMES, hours, strict=True)
        ]
        asks = choose(needs, candidates, now)
        texts = {ask.volunteer: ask for ask in asks}
        assert len(texts) == len(asks)
        for ask in asks:
            assert 1 <= len(ask.shifts) <= IN_ONE_TEXT
            before = last.get(ask.volunteer)
            for shift in ask.shifts:
                (about,) = [one for one in needs if one.shift == shift]
                assert ask.volunteer in about.could
                if before and now - before < NOT_AGAIN_FOR:
                    assert about.urgent(now)
                if before and now - before < FAIR_FOR:
                    passed_over = {
                        other
                        for other in NAMES
                        if other in about.could
                        and (other not in last or now - last[other] >= FAIR_FOR)
                        and other not in texts
                    }
                    assert passed_over == set()
        for about in needs:
            assert sum(about.shift in ask.shifts for ask in asks) <= FOR_EACH_SEAT
        last |= dict.fromkeys(texts, now)
