"""What phones received: nothing in quiet hours but what is urgent, and each reminder, welcome and thank-you once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.roster_weeks.cast import Member
from tests.roster_weeks.ledger import Ledger
from tests.roster_weeks.play import Said
from warmline.volunteers.shifts import Shift

ANSWER = timedelta(minutes=3)  # whoever has just texted is awake
# a talk may go on after its end, and the thank-you comes after that
AROUND_SHIFT = timedelta(minutes=50)
URGENT = timedelta(hours=12)  # to the start: nobody can wait until the morning after
AWAKENED = timedelta(hours=1)
REMINDER = re.compile(r"^Your shift (\d+) begins")
ONCE = {
    "reminder": REMINDER,
    "first question": re.compile(r"^Shift (\d+), .*Will you be there\?"),
    "second question": re.compile(r"^Please tell me about shift (\d+),"),
}
WELCOME, THANKS = (
    re.compile(r"Your shift has begun\. (?:With|Nobody)"),
    re.compile(r"^Thank you for your shift"),
)
CALL = re.compile(r"CLAIM (\d+)")
CALLED_OFF = re.compile(r"^(\d+), .* is taken care of after all")
THEIR_WISH = re.compile(r"has taken \d+ from you|have swapped")  # what they had asked others for
FROM_SHIFT = re.compile(r"Nothing was heard of|is here now for shift|ACK \d+|No text reaches")


Silent = Callable[[str, Shift], bool]  # whether they had texted STOP at some time around a shift


@dataclass(slots=True)
class Manners:
    """Looks at every text to a volunteer as it arrives."""

    ledger: Ledger
    people: dict[str, Member]  # by number
    counted: Counter[str] = field(default_factory=Counter)
    _wrote: dict[str, datetime] = field(default_factory=dict)
    _called: dict[tuple[str, int], datetime] = field(default_factory=dict)
    _once: Counter[tuple[str, str, int]] = field(default_factory=Counter)

    def looks(self, heard: list[Said]) -> None:
        for said in heard:
            member = self.people.get(said.phone)
            if member is None:
                continue
            if not said.by_line:
                self._wrote[said.phone] = said.at
                continue
            self.counted[member.id] += 1
            if self._is_quiet(said, member) and not self._may_disturb(said, member):
                self.ledger.fault(f"{member.id} was texted in quiet hours: {said.body[:60]!r}")
            for kind, pattern in ONCE.items():
                if match := pattern.search(said.body):
                    self._count(kind, member, int(match[1]), said)

    def _is_quiet(self, said: Said, member: Member) -> bool:
        zone = self.ledger.zones[member.id]
        return not 8 <= said.at.astimezone(zone).hour < 21

    def _may_disturb(self, said: Said, member: Member) -> bool:
        if THEIR_WISH.search(said.body):
            return True
        wrote = self._wrote.get(said.phone)
        if wrote is not None and said.at - wrote < ANSWER:
            return True
        for shift in self.ledger.shifts.values():
            around = shift.starts <= said.at <= shift.ends + AROUND_SHIFT
            if around and self._had(shift, member, said.at):
                return True
        if member.coordinator and FROM_SHIFT.search(said.body):
            return True
        codes = {int(code) for code in CALL.findall(said.body)}
        for shift in self.ledger.shifts.values():
            if shift.code in codes and shift.ends > said.at >= shift.starts - URGENT:
                self._called[said.phone, shift.code] = said.at
                return True
        if off := CALLED_OFF.search(said.body):  # they may be looking at their calendar still
            called = self._called.get((said.phone, int(off[1])))
            return called is not None and said.at - called < AWAKENED
        return False

    def _had(self, shift: Shift, member: Member, at: datetime) -> bool:
        return any(
            t.volunteer == member.id
            and t.since <= at
            and (t.until is None or t.until >= shift.starts)
            for t in self.ledger.tenures[shift.id]
        )

    def _count(self, kind: str, member: Member, code: int, said: Said) -> None:
        """Once for each time that they got the seat."""
        self._once[kind, member.id, code] += 1
        shift = next((s for s in self.ledger.shifts.values() if s.code == code), None)
        got = (
            [t for t in self.ledger.tenures[shift.id] if t.volunteer == member.id] if shift else []
        )
        if self._once[kind, member.id, code] > max(1, len(got)):
            self.ledger.fault(f"{member.id} got a {kind} for {code} again at {said.at:%d %b %H:%M}")


def missing(
    ledger: Ledger, said: list[Said], people: dict[str, Member], silent: Silent
) -> Iterator[str]:
    """At the end: who served a whole shift and was not welcomed and thanked exactly once, or not reminded."""
    texts: dict[str, list[Said]] = {}
    for one in said:
        if one.by_line and one.phone in people:
            texts.setdefault(one.phone, []).append(one)
    numbers = {member.id: number for number, member in people.items()}
    for shift in ledger.shifts.values():
        for tenure in ledger.tenures[shift.id]:
            if tenure.until is not None or shift.ends > said[-1].at - timedelta(hours=13):
                continue
            if silent(tenure.volunteer, shift):
                continue
            theirs = texts.get(numbers[tenure.volunteer], [])
            yield from _missing(ledger, shift, tenure.volunteer, theirs, tenure.since)


def _missing(
    ledger: Ledger, shift: Shift, volunteer: str, texts: list[Said], since: datetime
) -> Iterator[str]:
    mine = [s for s in ledger.shifts.values() if _served(ledger, s, volunteer)]
    if any(o.id != shift.id and (o.ends == shift.starts or o.starts == shift.ends) for o in mine):
        return  # two in a row are one long shift
    begun = [t for t in texts if shift.starts <= t.at <= shift.ends]
    if sum(bool(WELCOME.search(t.body)) for t in begun) != 1:
        yield f"{volunteer} was not welcomed once to {shift.id}"
    later = [s.ends for s in mine if s.ends > shift.ends]  # another shift has thanks of its own
    until = min([shift.ends + timedelta(hours=12), *later])
    after = [t for t in texts if shift.ends <= t.at < until]
    missed = any(t.body.startswith("We miss you") for t in begun)
    if not missed and sum(bool(THANKS.search(t.body)) for t in after) != 1:
        yield f"{volunteer} was not thanked once after {shift.id}"
    reminded = {int(match[1]) for t in texts if (match := REMINDER.search(t.body))}
    if since < shift.starts - timedelta(hours=14) and shift.code not in reminded:
        yield f"{volunteer} was not reminded of {shift.id}"


def _served(ledger: Ledger, shift: Shift, volunteer: str) -> bool:
    return any(t.volunteer == volunteer and t.until is None for t in ledger.tenures[shift.id])
