"""What came of the weeks, in figures and as a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from tests.roster_weeks.calendar import Season
from tests.roster_weeks.callers import Caller, Visit
from tests.roster_weeks.cast import Member
from tests.roster_weeks.coverage import Presence
from tests.roster_weeks.ledger import Ledger, Line
from tests.roster_weeks.notice import Gap
from warmline.ids import ShiftId, VolunteerId
from warmline.volunteers.shifts import Shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Weeks:
    """All that the figures are made of."""

    season: Season
    people: Sequence[Member]
    ledger: Ledger
    presences: Sequence[Presence]
    gaps: Sequence[Gap]
    callers: Sequence[Caller]
    texts: Counter[str]  # to each volunteer

    @property
    def shifts(self) -> list[Shift]:
        """Those that were played to their end."""
        first, last = self.season.first_shift, self.season.ends
        return [s for s in self.ledger.shifts.values() if first <= s.starts < last]

    @property
    def visits(self) -> list[Visit]:
        return [visit for caller in self.callers for visit in caller.visits]


def figures(weeks: Weeks) -> list[tuple[str, str]]:
    """Each with its name."""
    return [
        *_roster(weeks),
        *_changes(weeks),
        *_gaps(weeks.gaps),
        *_covered(weeks.presences),
        *_fairness(weeks),
        *_answers(weeks.visits),
    ]


def page(rows: Iterable[tuple[str, str]]) -> str:
    """As a table in Markdown."""
    lines = ["| what | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join(lines) + "\n"


def _roster(weeks: Weeks) -> list[tuple[str, str]]:
    seats = sum(shift.seats for shift in weeks.shifts)
    filled = sum(len(weeks.ledger.holders(shift)) for shift in weeks.shifts)
    return [
        (
            "volunteers, of them coordinators",
            f"{len(weeks.people)}, {sum(p.coordinator for p in weeks.people)}",
        ),
        ("shifts, seats", f"{len(weeks.shifts)}, {seats}"),
        ("seats that somebody had at the end", f"{filled} ({_percent(filled, seats)})"),
    ]


def _changes(weeks: Weeks) -> list[tuple[str, str]]:
    lines, shifts = weeks.ledger.lines, weeks.ledger.shifts
    count = Counter(line.event for line in lines)
    released = [line for line in lines if line.event == "released"]
    plain = [r for r in released if not {"covered_by", "how"} & set(r.about)]
    late = [r for r in plain if _is_late(r, shifts)]
    covered = sum("covered_by" in line.about for line in released)
    swapped = sum(line.about.get("how") == "swap" for line in released)
    return [
        ("seats claimed", f"{count['claimed']}"),
        ("given back; of these less than a day ahead", f"{len(plain)}; {len(late)}"),
        ("cover asked; another took the seat", f"{count['cover_asked']}; {covered}"),
        ("swaps offered; agreed", f"{count['swap_offered']}; {swapped // 2}"),
        ("asked to confirm; confirmed", f"{count['asked']}; {count['confirmed']}"),
        ("not there ten minutes in; came after all", f"{count['missed']}; {count['came']}"),
        ("texted STOP; texted START again", f"{count['opted_out']}; {count['opted_in']}"),
        ("checked in after a shift", f"{count['checked_in']} of {count['thanked']} who were asked"),
    ]


def _is_late(released: Line, shifts: Mapping[ShiftId, Shift]) -> bool:
    shift = shifts.get(ShiftId(released.about["shift"]))
    return shift is not None and timedelta() < shift.starts - released.at < DAY


def _gaps(gaps: Sequence[Gap]) -> list[tuple[str, str]]:
    leads = sorted((gap.shift.starts - gap.asked) / HOUR for gap in gaps if gap.asked)
    still = [gap for gap in gaps if gap.open_at_start]
    return [
        ("gaps that stood for a day or until the start", f"{len(gaps)}"),
        (
            "of these filled in time",
            f"{len(gaps) - len(still)} ({_percent(len(gaps) - len(still), len(gaps))})",
        ),
        ("hours before the start at which the first was asked", _spread(leads)),
    ]


def _covered(presences: Sequence[Presence]) -> list[tuple[str, str]]:
    full = sum(p.there >= p.shift.seats for p in presences)
    short = sum(0 < p.there < p.shift.seats for p in presences)
    empty = sum(p.there == 0 for p in presences)
    every = len(presences)
    return [
        ("hours of shifts with every peer there", f"{full / 2:g} ({_percent(full, every)})"),
        ("a peer short", f"{short / 2:g} ({_percent(short, every)})"),
        ("with nobody there, always with notice", f"{empty / 2:g} ({_percent(empty, every)})"),
    ]


def _fairness(weeks: Weeks) -> list[tuple[str, str]]:
    hours = defaultdict[VolunteerId, float](float)
    for shift in weeks.shifts:
        for volunteer in weeks.ledger.holders(shift):
            hours[volunteer] += (shift.ends - shift.starts) / HOUR
    each = sorted(hours[member.id] / weeks.season.weeks for member in weeks.people)
    spans = weeks.season.weeks + 5 / 7
    texts = sorted(weeks.texts[m.id] / spans for m in weeks.people if not m.coordinator)
    theirs = sorted(weeks.texts[m.id] / spans for m in weeks.people if m.coordinator)
    return [
        ("hours a week, each volunteer", _spread(each)),
        ("texts to each volunteer a week", _spread(texts)),
        ("texts to each coordinator a week", _spread(theirs)),
    ]


def _answers(visits: Sequence[Visit]) -> list[tuple[str, str]]:
    on = [visit for visit in visits if visit.open and visit.predicted is not None]
    answered = sum(bool(visit.answered) for visit in on)
    predicted = sum(visit.predicted or 0.0 for visit in on)
    closed = sum(not visit.open for visit in visits)
    return [
        ("people who reached out; while nobody was on", f"{len(visits)}; {closed}"),
        ("of the others answered, as predicted for their hour", f"{_percent(predicted, len(on))}"),
        (
            "of the others answered, as it came",
            f"{_percent(answered, len(on))} ({answered} of {len(on)})",
        ),
    ]


def _spread(values: Sequence[float]) -> str:
    if not values:
        return "none"
    return f"{values[0]:.1f} least, {median(values):.1f} median, {values[-1]:.1f} most"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"
