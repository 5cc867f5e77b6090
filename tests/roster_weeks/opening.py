"""The roster is opened: people are on it, its patterns give shifts, and everyone has a phone in hand."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random

from tests.roster_weeks.actor import Actor
from tests.roster_weeks.calendar import THANKSGIVING, Repeated, Season
from tests.roster_weeks.cast import Member, silence
from tests.roster_weeks.play import Play
from tests.stories.line import NEW_YORK
from warmline.flows.office import pattern_changes
from warmline.ids import PatternId
from warmline.phone import PhoneNumber
from warmline.volunteers.patterns import Pattern
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Needs
from warmline.volunteers.wishes import DayWish

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def opens(play: Play, season: Season, people: list[Member], *, seed: int) -> list[Actor]:
    """Put everyone and everything in place; the actors' first moments are on the agenda."""
    for member in people:
        _enrol(play, member)
    desk = play.line.desk
    pattern_changes.keep_holiday(desk, THANKSGIVING, "Thanksgiving")
    for place, repeated in enumerate(season.repeated):
        pattern_changes.add(desk, _pattern(repeated, place, season))
    _one_day_is_different(play, season)
    actors = [Actor(play, member, Random(f"{seed} {member.id}")) for member in people]
    for actor in actors:
        play.players[actor.member.number] = actor
        play.soon(timedelta(hours=actor.chance.uniform(0.2, 30)), actor.looks_for_shifts)
        if silent := silence(actor.member):
            stop, start = silent
            play.at(season.first_shift + stop, actor.stops)
            play.at(season.first_shift + start, actor.starts_again)
    return actors


def _enrol(play: Play, member: Member) -> None:
    store, number = play.line.desk.store, PhoneNumber(member.number)
    volunteer = Volunteer(
        id=member.id,
        name=member.name,
        key=store.people.key_of(number),
        number=number,
        coordinator=member.coordinator,
        languages=member.languages,
        zone=member.zone,
        training=member.training,
        probation=member.probation,
    )
    assert store.roster.add(volunteer, now=play.now, plan={}) == "added"


def _pattern(repeated: Repeated, place: int, season: Season) -> Pattern:
    first = season.first_day
    while DAYS[first.weekday()] not in repeated.days:
        first += timedelta(days=1)
    return Pattern(
        id=PatternId(f"p{place}"),
        name=repeated.name,
        rule=f"FREQ=WEEKLY;BYDAY={repeated.days}",
        first=datetime.combine(first, time(repeated.begins)),
        minutes=repeated.hours * 60,
        zone=NEW_YORK,
        seats=repeated.seats,
        needs=Needs(
            languages=frozenset(filter(None, [repeated.language])),
            training=frozenset({"listening"}),
        ),
        on_holidays=repeated.on_holidays,
    )


def _one_day_is_different(play: Play, season: Season) -> None:
    """On the first Saturday an afternoon begins two hours later."""
    desk = play.line.desk
    pattern = pattern_changes.pattern(desk, "Weekend afternoons")
    day = season.first_day + timedelta(days=5)
    pattern_changes.change(desk, pattern, day, DayWish(start=time(16)))
