"""What is exported and imported again changes nothing, whoever and whatever is on the roster."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stories.line import Line
from warmline.flows.office import finding, roster_changes, roster_file, shift_file
from warmline.ids import ShiftId, VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.store.imports import Seen, ShiftRow, VolunteerRow
from warmline.volunteers.particulars import Particulars
from warmline.volunteers.shifts import Channel, Needs, Shift

HOUR = timedelta(hours=1)
numbers = itertools.count(15550120000)

names = st.one_of(
    st.sampled_from(["Ada", "ada", "José García", "O'Neill, Shaun", "Eve; Adam", 'Bo "B" Li']),
    st.text(st.characters(categories=["L"]), min_size=1, max_size=12),
)
words = st.frozensets(st.text("abcdéñ1_", min_size=2, max_size=5), max_size=3)
languages = st.frozensets(st.text("abc", min_size=2, max_size=3), min_size=1, max_size=3)
days = st.dates(date(2025, 1, 1), date(2030, 1, 1))
people = st.builds(
    Particulars,
    name=names,
    coordinator=st.booleans(),
    languages=languages,
    experience=words,
    capacity=st.integers(1, 3),
    zone=st.sampled_from(["", "Europe/London", "America/New_York", "UTC"]),
    training=st.dictionaries(st.text("abc_1", min_size=2, max_size=5), days, max_size=3),
    probation=st.booleans(),
)
needs = st.builds(Needs, st.frozensets(st.sampled_from(["en", "es"])), words, words)


@pytest.fixture
def talkative(line: Line) -> Iterator[Line]:
    """A line whose texts are another test's story."""
    yield line
    line.settles()
    line.phones.reset()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(people, min_size=1, max_size=4), needs, st.sampled_from(Channel), st.data())
def test_what_is_exported_can_be_imported_and_changes_nothing(
    talkative: Line, some: list[Particulars], needs: Needs, channel: Channel, data: st.DataObject
) -> None:
    """The roster grows from example to example."""
    line = talkative
    desk, now = line.desk, line.now()
    added = [roster_changes.new(desk, p, PhoneNumber(f"+{next(numbers)}")) for p in some]
    rows = [VolunteerRow(None, volunteer) for volunteer in added]
    assert [list(p.faults()) for p in some] == [[] for _ in some]
    assert desk.store.imports.volunteers(rows, now=now, plan={}) == "imported"
    starts = now.replace(second=0, microsecond=0) + data.draw(st.integers(1, 9000)) * HOUR / 4
    claimed = frozenset(VolunteerId(volunteer.id) for volunteer in added)
    shift = Shift(
        ShiftId(new_id("s")), 0, starts, starts + HOUR, 4, claimed, frozenset(), needs, channel
    )
    seen = Seen(dict.fromkeys(claimed, "0"))
    assert (
        desk.store.imports.shifts([ShiftRow(None, shift)], seen=seen, now=now, plan={})
        == "imported"
    )

    table = roster_file.export(finding.everyone(desk), numbers=True).encode()
    assert [one for one in roster_file.read(desk, table).changes if one.differs] == []

    shifts = desk.store.shifts.between(now, finding.LAST_DAY)
    found = shift_file.read(desk, shift_file.export(desk, shifts).encode())
    assert [entry.before for entry in found.bringing.entries] == shifts
    assert not any(entry.differs for entry in found.bringing.entries)
    before = line.everything_stored()
    shift_file.apply(desk, found)
    assert line.everything_stored() == before
