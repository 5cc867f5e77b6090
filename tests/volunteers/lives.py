"""A shift that is lived through on paper: from one moment to the next, each step written down with its hour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.routing.people import a_volunteer
from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers.limits import Limits
from warmline.volunteers.moments import Around, Due, Quiet, moments
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
ADA, BO, SAM = (a_volunteer(name) for name in ("Ada", "Bo", "Sam"))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LOOKS = 200  # far more than any shift needs


def at(zone: ZoneInfo, *when: int, fold: int = 0) -> datetime:
    """A time on the clocks of a zone, as UTC."""
    return datetime(*when, tzinfo=zone, fold=fold).astimezone(UTC)  # type: ignore[misc,arg-type]


@dataclass
class Life:
    """A shift of these holders, claimed long ago unless `claimed` says when."""

    starts: datetime
    ends: datetime
    holders: Sequence[Volunteer] = (ADA,)
    coordinators: Sequence[Volunteer] = ()
    claimed: datetime | None = None
    marks: dict[str, datetime] = field(default_factory=dict)
    zone: ZoneInfo = NEW_YORK
    limits: Limits = field(default_factory=Limits)
    from_another: Iterable[VolunteerId] = ()
    to_another: Iterable[VolunteerId] = ()
    staying: Iterable[VolunteerId] = ()
    when_looked: Callable[[Life, datetime], None] = lambda _, __: None

    def __post_init__(self) -> None:
        claimed = self.claimed or self.starts - 14 * DAY
        self.marks = {f"claimed:{holder.id}": claimed for holder in self.holders} | self.marks
        self.claimed = claimed

    def confirmed(self) -> Life:
        marks = {f"confirmed:{holder.id}": self.starts - 13 * DAY for holder in self.holders}
        return replace(self, marks=self.marks | marks)

    def heard(self, when: datetime) -> Life:
        return replace(self, holders=[replace(one, heard=when) for one in self.holders])

    @property
    def around(self) -> Around:
        claimed = frozenset(holder.id for holder in self.holders)
        shift = Shift(ShiftId("s1"), 12, self.starts, self.ends, len(claimed), claimed)
        return Around(
            shift,
            self.holders,
            self.coordinators,
            self.marks,
            frozenset(self.from_another),
            frozenset(self.to_another),
            frozenset(self.staying),
        )

    def looks(self, now: datetime) -> tuple[list[Due], datetime | None]:
        """A look: its steps are taken, and the next moment is given."""
        self.when_looked(self, now)
        steps = list[Due]()
        for _ in range(LOOKS):  # what a step brings about may be due at once
            due, then = moments(self.around, Quiet(self.limits, self.zone), now=now)
            if not due:
                return steps, then
            assert then is None or then > now
            steps += due
            self.marks |= {f"{step.mark}:{step.holder.id}": now for step in due}
        raise AssertionError("the same steps are due again and again")

    def passes(self, since: datetime | None = None) -> Iterator[tuple[datetime, str]]:
        """Every step and when it was taken, looked at whenever a look is due."""
        moment = since or self.claimed
        for _ in range(LOOKS):
            if moment is None:
                return
            due, then = self.looks(moment)
            for step in due:
                assert (
                    not (step.coordinator or step.holder).unreachable or step.step == "cover_urged"
                )
                yield moment, f"{step.mark}:{step.holder.id}"
            moment = then
        raise AssertionError("the looks never end")

    def told(self, zone: ZoneInfo | None = None, since: datetime | None = None) -> list[str]:
        """The same, as a diary: "Tue 18:00 asked" on the clock of `zone`, of Ada where nobody else is named."""
        return [
            f"{moment.astimezone(zone or self.zone):%a %H:%M} {mark.removesuffix(':vada')}"
            for moment, mark in self.passes(since)
        ]


def marks_of(life: Life) -> Mapping[str, datetime]:
    """What was done, without the claims."""
    return {mark: when for mark, when in life.marks.items() if not mark.startswith("claimed")}
