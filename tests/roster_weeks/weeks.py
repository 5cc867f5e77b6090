"""Some weeks are played from beginning to end, and everything is held against what must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.roster_weeks import manners, notice, picture, stage
from tests.roster_weeks.actor import Actor
from tests.roster_weeks.calendar import Season
from tests.roster_weeks.callers import Caller, callers
from tests.roster_weeks.cast import cast, silence
from tests.roster_weeks.coverage import Coverage
from tests.roster_weeks.ledger import Ledger
from tests.roster_weeks.manners import Manners
from tests.roster_weeks.notice import Notice
from tests.roster_weeks.opening import opens
from tests.roster_weeks.play import Play
from tests.roster_weeks.report import Weeks
from tests.stories.line import NEW_YORK
from warmline.volunteers.shifts import Shift

WEEK = timedelta(weeks=1)
AFTER = timedelta(hours=14)  # for the thanks after the last shift, and for what is answered to them


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it; `faults` says what happened when."""

    weeks: Weeks
    faults: list[str]
    halves: Sequence[picture.HalfHour]

    def picture(self, rows: Sequence[tuple[str, str]]) -> str:
        """As SVG; whoever does not see it hears the figures."""
        season = self.weeks.season
        last = max([season.last_day, *(half.day for half in self.halves)])  # a night goes on
        return picture.svg(
            self.halves,
            season.first_day,
            last,
            title=f"{season.weeks} weeks of a roster, as they were covered",
            told=". ".join(f"{name}: {value}" for name, value in rows),
        )


def play_weeks(place: Path, season: Season, *, seed: int, tell: Callable[[str], None]) -> Outcome:
    """All of it; `tell` hears now and then how far it has come."""
    with stage.line(place, season.begins) as line:
        play = Play(line)
        people = cast(season.volunteers, seed=seed)
        by_number = {member.number: member for member in people}
        zones = {m.id: ZoneInfo(m.zone) if m.zone else NEW_YORK for m in people}
        ledger = Ledger(play, line.desk.limits, zones)
        polite, told = Manners(ledger, by_number), Notice(ledger, by_number)
        play.watchers += [ledger, polite, told]
        actors = opens(play, season, people, seed=seed)
        visitors = callers(play, season, seed=seed)
        line.starts()
        end = season.ends + AFTER
        while play.now < end:
            play.runs_until(min(play.now + WEEK, end))
            tell(f"{play.now:%d %b}: {len(play.said)} texts, {len(ledger.faults)} faults")
    coverage = Coverage(ledger, play.said, people)
    presences = list(coverage.presences(season.first_shift, season.ends))
    faults = [
        *ledger.faults,
        *manners.missing(ledger, play.said, by_number, _silent(actors, season)),
        *notice.without_notice(presences, told),
        *_callers(visitors),
    ]
    weeks = Weeks(season, people, ledger, presences, told.gaps, visitors, polite.counted)
    return Outcome(weeks, faults, coverage.halves(season.first_shift, season.ends))


def _silent(actors: list[Actor], season: Season) -> manners.Silent:
    spans = {a.member.id: silence(a.member) for a in actors}

    def was(volunteer: str, shift: Shift) -> bool:
        span = spans.get(volunteer)  # type: ignore[call-overload]  # the check knows ids as texts
        if span is None:
            return False
        stop, start = (season.first_shift + away for away in span)
        return bool(shift.starts - timedelta(days=2) < start and stop < shift.ends + AFTER)

    return was


def _callers(visitors: list[Caller]) -> Iterator[str]:
    """Whoever wrote was told at once how things stood."""
    for caller in visitors:
        for visit in caller.visits:
            if visit.open and not visit.told_looking:
                yield f"at {visit.at:%d %b %H:%M} a caller was not told that somebody is looked for"
            if not visit.open and not visit.told_nobody:
                yield f"at {visit.at:%d %b %H:%M} a caller was not told that nobody is there"
