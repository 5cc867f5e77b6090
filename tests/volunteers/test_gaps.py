"""Where the weeks ahead are thin, and what that means for those who reach out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from warmline.ids import CallerKey, ShiftId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.volunteers.erlang import Load, erlang_a
from warmline.volunteers.gaps import (
    THRESHOLD,
    Hour,
    Lack,
    Span,
    closed,
    forecast,
    gaps,
    groups,
    reachable,
)
from warmline.volunteers.habits import Basis, Ended, Group, Habits, Opened, learn
from warmline.volunteers.load import Carried, carried
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel, Shift

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
NOON = datetime(2026, 4, 6, 16, 0, tzinfo=UTC)  # a Monday in New York
HOUR = timedelta(hours=1)
EN = Group("en")


def volunteer(name: str, *languages: str, capacity: int = 1, unreachable: str = "") -> Volunteer:
    return Volunteer(
        VolunteerId(name), name, CallerKey(name), PhoneNumber("+15550100"),
        languages=frozenset(languages or ("en",)), capacity=capacity, unreachable=unreachable,
    )  # fmt: skip


ADA, BO = volunteer("ada"), volunteer("bo", "en", "es")
GONE = volunteer("gone", unreachable="opted_out")
PEOPLE = {v.id: v for v in (ADA, BO, GONE)}
REACHED = reachable(PEOPLE.values())


def shift(
    starts: float, ends: float, *who: Volunteer, seats: int = 2, channel: Channel = Channel.ANY
) -> Shift:
    """Hours after NOON."""
    claimed = frozenset(v.id for v in who)
    name = ShiftId(f"s{starts}-{ends}")
    return Shift(name, 1, NOON + starts * HOUR, NOON + ends * HOUR, seats, claimed, channel=channel)


def foreseen(
    *shifts: Shift, habits: Habits | None = None, among: tuple[Group, ...] = (EN,)
) -> list[Hour]:
    return forecast(
        shifts,
        PEOPLE,
        habits or Habits(),
        among=among,
        zone=NEW_YORK,
        wrap_up=timedelta(minutes=2),
    )


def test_a_gap_is_an_open_seat_and_the_seat_of_someone_whom_no_text_reaches() -> None:
    full, thin = shift(0, 4, ADA, BO), shift(8, 12, ADA)
    empty, lost = shift(4, 8), shift(12, 16, GONE, ADA)
    alone = shift(16, 20, GONE, seats=1)
    found = gaps([full, thin, empty, lost, alone], REACHED)
    assert [(gap.shift, gap.missing, gap.lack) for gap in found] == [
        (empty, 2, Lack.ANYBODY),
        (thin, 1, Lack.SEATS),
        (lost, 1, Lack.SEATS),
        (alone, 1, Lack.REACHABLE),
    ]


def test_the_line_is_closed_where_a_shift_runs_with_nobody_and_no_other_has_anyone() -> None:
    empty, partly = shift(0, 6), shift(2, 4, ADA)
    lost = shift(6, 8, GONE)
    assert closed([empty, partly, lost], REACHED) == [
        Span(NOON, NOON + 2 * HOUR),
        Span(NOON + 4 * HOUR, NOON + 8 * HOUR),
    ]
    assert closed([shift(0, 4, ADA)], REACHED) == []
    assert closed([], REACHED) == []


def test_what_stands_outside_every_shift_is_no_gap_and_no_forecast() -> None:
    hours = foreseen(shift(0, 2, ADA), shift(5, 6, ADA))
    assert [hour.starts for hour in hours] == [NOON, NOON + HOUR, NOON + 5 * HOUR]


def test_an_hour_says_who_is_there_and_how_many_would_be_answered() -> None:
    (hour,) = foreseen(shift(0, 1, ADA, GONE, seats=3))
    served = erlang_a(Load(1, timedelta(minutes=20), timedelta(minutes=3)), 1, within=THRESHOLD)
    assert (hour.seats, hour.open_seats, hour.peers) == (3, 2, 1)
    assert hour.answered == pytest.approx(served.answered)
    assert hour.at_once == pytest.approx(served.within)
    assert hour.basis is Basis.DEFAULT


def test_with_nobody_nobody_is_answered_and_with_more_peers_more_are() -> None:
    nobody, one, two = (foreseen(shift(0, 1, *who))[0].answered for who in ((), (ADA,), (ADA, BO)))
    assert nobody == 0
    assert 0.7 < one < two < 1


def test_half_an_hour_without_anyone_halves_the_hour() -> None:
    whole, half = foreseen(shift(0, 1, ADA))[0], foreseen(shift(0, 1), shift(0.5, 1, ADA))[0]
    assert half.answered == pytest.approx(whole.answered / 2)
    assert half.peers == 0


def test_a_shift_that_begins_at_half_past_is_told_from_there() -> None:
    hours = foreseen(shift(0.5, 2.25, ADA))
    assert [(h.starts, h.ends) for h in hours] == [
        (NOON + 0.5 * HOUR, NOON + HOUR),
        (NOON + HOUR, NOON + 2 * HOUR),
        (NOON + 2 * HOUR, NOON + 2.25 * HOUR),
    ]


def test_languages_are_told_apart() -> None:
    english, spanish = foreseen(shift(0, 1, ADA), among=(EN, Group("es")))
    assert english.peers == 1
    assert (spanish.peers, spanish.answered) == (0, 0)
    both = foreseen(shift(0, 1, ADA, BO), among=(EN, Group("es")))
    assert [hour.peers for hour in both] == [2, 1]


def test_who_speaks_two_languages_is_shared_once_arrivals_are_known() -> None:
    monday = NOON - 12 * HOUR
    seen: list[Opened | Ended] = [
        Opened(monday + n * timedelta(hours=2), Group(language, "text"))
        for n in range(84 * 4)
        for language in ("en", "en", "en", "es")
    ]
    habits = learn(Habits(), seen, since=monday, until=monday + timedelta(weeks=4), zone=NEW_YORK)
    assert habits.basis_of_arrivals is Basis.LEARNED
    alone = foreseen(shift(0, 1, BO), habits=habits, among=(Group("es"),))[0]
    shared = foreseen(shift(0, 1, BO), habits=habits, among=(EN, Group("es")))[1]
    assert shared.answered < alone.answered


def test_text_and_voice_are_told_apart_where_shifts_do() -> None:
    anyhow, by_voice = shift(0, 1, ADA), shift(0, 1, BO, channel=Channel.VOICE)
    assert groups([anyhow], ["en", "es"]) == [EN, Group("es")]
    among = groups([anyhow, by_voice], ["en"])
    assert among == [Group("en", "text"), Group("en", "voice")]
    text, voice = foreseen(anyhow, by_voice, among=tuple(among))
    assert (text.peers, voice.peers) == (1, 2)


@pytest.mark.parametrize(
    ("zone", "midnight", "hours"),
    [
        (NEW_YORK, datetime(2026, 3, 8, 5, tzinfo=UTC), 23),
        (NEW_YORK, datetime(2026, 11, 1, 4, tzinfo=UTC), 25),
        (LONDON, datetime(2026, 3, 29, 0, tzinfo=UTC), 23),
        (LONDON, datetime(2026, 10, 24, 23, tzinfo=UTC), 25),
    ],
)
def test_a_day_on_which_the_clocks_change_is_told_by_hours_as_they_pass(
    zone: ZoneInfo, midnight: datetime, hours: int
) -> None:
    ends = midnight + hours * HOUR
    (first, second) = (
        Shift(ShiftId("s1"), 1, midnight, midnight + 12 * HOUR, 1, frozenset({ADA.id})),
        Shift(ShiftId("s2"), 2, midnight + 12 * HOUR, ends, 1),
    )
    found = forecast([first, second], PEOPLE, Habits(), among=[EN], zone=zone, wrap_up=timedelta())
    assert len(found) == hours
    assert {hour.ends - hour.starts for hour in found} == {HOUR}
    assert found[-1].ends.astimezone(zone).hour == 0
    assert closed([first, second], REACHED) == [Span(second.starts, ends)]


def test_load_is_counted_in_hours_as_they_pass_and_in_nights() -> None:
    night = Shift(  # ten at night to six, over the hour that is skipped
        ShiftId("s1"),
        1,
        datetime(2026, 3, 8, 3, tzinfo=UTC),
        datetime(2026, 3, 8, 10, tzinfo=UTC),
        1,
    )
    since = datetime(2026, 3, 8, 6, tzinfo=UTC)
    day = timedelta(days=1)
    assert carried([night], since - day, since + day, NEW_YORK) == Carried(7, 1)
    assert carried([night], since, since + day, NEW_YORK) == Carried(4, 0)
    assert carried([night], since + day, since + 2 * day, NEW_YORK) == Carried(0, 0)


def test_only_the_time_that_shifts_cover_counts() -> None:
    assert foreseen() == []
    whole = foreseen(shift(0, 1, ADA))[0]
    (broken,) = foreseen(shift(0, 0.25, ADA), shift(0.5, 1, ADA))
    assert broken.answered == pytest.approx(whole.answered)
    assert (broken.starts, broken.ends) == (whole.starts, whole.ends)


def test_an_hour_in_which_only_calls_are_taken_says_nothing_of_texts() -> None:
    by_voice = shift(0, 1, ADA, channel=Channel.VOICE)
    among = tuple(groups([by_voice], ["en"]))
    assert [hour.group.channel for hour in foreseen(by_voice, among=among)] == ["voice"]
