"""Two weeks of a small roster, every day: the twelve weeks of `scripts/roster-weeks` in short."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roster_weeks import report
from tests.roster_weeks.calendar import TWO_WEEKS
from tests.roster_weeks.weeks import play_weeks


@pytest.mark.timeout(180)
def test_in_two_weeks_every_gap_is_announced_and_no_shift_runs_empty_without_notice(
    tmp_path: Path,
) -> None:
    outcome = play_weeks(tmp_path, TWO_WEEKS, seed=1, tell=lambda _: None)

    assert outcome.faults == []
    rows = report.figures(outcome.weeks)
    assert len(outcome.weeks.shifts) == 22
    assert outcome.picture(rows).count("<rect") > 100
