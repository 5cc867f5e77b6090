"""What holds the weeks against what must be notices when it is not so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.roster_weeks import stage
from tests.roster_weeks.cast import cast
from tests.roster_weeks.coverage import Presence
from tests.roster_weeks.ledger import Ledger
from tests.roster_weeks.manners import Manners
from tests.roster_weeks.notice import Notice, without_notice
from tests.roster_weeks.play import Play, Said
from tests.stories.line import NEW_YORK
from warmline.flows import seating
from warmline.flows.office.finding import causes
from warmline.ids import ShiftId
from warmline.phone import PhoneNumber
from warmline.volunteers.claiming import Why
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Shift

NOON = datetime(2026, 10, 20, 12, tzinfo=NEW_YORK)
HOUR = timedelta(hours=1)
ADA, BO = cast(2, seed=1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Of a roster with Ada, a coordinator, and Bo on it."""
    with stage.line(tmp_path, NOON) as line:
        for member in (ADA, BO):
            number = PhoneNumber(member.number)
            key = line.desk.store.people.key_of(number)
            volunteer = Volunteer(
                member.id, member.name, key, number, coordinator=member.coordinator
            )
            line.desk.store.roster.add(volunteer, now=NOON, plan={})
        zones = {member.id: NEW_YORK for member in (ADA, BO)}
        yield Ledger(Play(line), line.desk.limits, zones)


def claims(ledger: Ledger, shift_id: str, starts: datetime, hours: float, *, noted: bool) -> Shift:
    """Ada claims it, whatever speaks against it."""
    desk = ledger.play.line.desk
    shift = Shift(ShiftId(shift_id), 0, starts, starts + hours * HOUR, seats=1)
    desk.store.shifts.add(shift, now=NOON)
    ada = desk.store.roster.get(ADA.id)
    assert ada
    effects = causes(desk, "claimed", shift=shift.id, volunteer=ada.id)
    plan = {"done": effects} if noted else {}
    assert seating.take(desk, shift.id, ada, plan=plan, allowed=set(Why))[0] == "done"
    found = desk.store.shifts.get(shift.id)
    assert found
    return found


def test_seats_that_no_line_of_the_journal_accounts_for_are_noticed(ledger: Ledger) -> None:
    claims(ledger, "s1", NOON + HOUR, 2, noted=True)
    ledger.looks([])
    assert ledger.faults == []

    claims(ledger, "s2", NOON + 24 * HOUR, 2, noted=False)
    ledger.looks([])
    ledger.play.line.jumps_to(NOON + 25 * HOUR)
    ledger.looks([])

    assert "the journal gives s2 to [], the seats to ['v00']" in ledger.faults[0]


@pytest.mark.parametrize(
    ("second", "hours", "what"),
    [
        (NOON + 2 * HOUR, 2, "at once"),
        (NOON + 12.5 * HOUR, 2, "no rest between"),
        (NOON + 5 * HOUR, 7, "11 hours on 2026-10-20"),
    ],
)
def test_claims_against_the_rules_of_care_are_noticed(
    ledger: Ledger, second: datetime, hours: float, what: str
) -> None:
    claims(ledger, "s1", NOON + HOUR, 4, noted=True)
    found = claims(ledger, "s2", second + 24 * HOUR, hours, noted=True)
    ledger.looks([])
    assert ledger.faults == []

    ledger.shifts[found.id] = Shift(found.id, 0, second, second + hours * HOUR, 1)
    ledger._check_care(ADA.id)  # noqa: SLF001 - as if the store had let it pass

    assert what in ledger.faults[0]


def test_a_text_in_the_night_is_noticed_unless_it_answers_or_is_urgent(ledger: Ledger) -> None:
    polite = Manners(ledger, {BO.number: BO})
    night = NOON + 11 * HOUR

    polite.looks([Said(NOON, BO.number, "Could you take this shift?", by_line=True)])
    polite.looks([Said(night, BO.number, "SHIFTS", by_line=False)])
    polite.looks([Said(night, BO.number, "Nothing is open.", by_line=True)])
    assert ledger.faults == []
    polite.looks([Said(night + HOUR, BO.number, "Could you take this shift?", by_line=True)])

    assert "v01 was texted in quiet hours" in ledger.faults[0]


def test_a_second_reminder_is_noticed(ledger: Ledger) -> None:
    polite = Manners(ledger, {BO.number: BO})
    reminder = Said(NOON, BO.number, "Your shift 7 begins today at 1 pm.", by_line=True)

    polite.looks([reminder])
    assert ledger.faults == []
    polite.looks([reminder])

    assert "got a reminder for 7 again" in ledger.faults[0]


def test_a_shift_that_runs_empty_and_of_which_no_coordinator_heard_a_day_before_is_noticed(
    ledger: Ledger,
) -> None:
    shift = Shift(ShiftId("s1"), 7, NOON + 48 * HOUR, NOON + 50 * HOUR, seats=1)
    ran = [Presence(shift, shift.starts, there=0, claimed=0)]
    notice, words = Notice(ledger, {ADA.number: ADA}), "closed\nA CLAIM of shift 6, 7 opens it."
    said = Said(shift.starts - 25 * HOUR, ADA.number, f"The line will be {words}", by_line=True)

    assert "ran empty" in next(without_notice(ran, notice))
    notice.looks([said])

    assert list(without_notice(ran, notice)) == []
