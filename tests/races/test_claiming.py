"""Many want the same seats at once: as many winners as there are seats, and a kind word for everybody else."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from itertools import cycle

import pytest

from tests.races.roster_state import faults_of_roster
from tests.races.rush import at_once, hears, key_of, writes
from tests.stories.line import Line
from tests.stories.rostering import HOUR, at, journal, now_is, posted, says
from warmline import wiring
from warmline.config import Settings
from warmline.errors import RefusedError
from warmline.flows.inbox import read_inbox
from warmline.flows.office import shift_changes
from warmline.volunteers.shifts import Shift

MANY, SEATS = 200, 10
DESKS = 4  # processes, each with connections of its own
TIMES, ROUNDS = 20, 3


def test_two_hundred_claim_ten_seats_and_ten_have_one(line: Line, environ: dict[str, str]) -> None:
    shift = posted(line, at(10, 18), seats=SEATS)
    everyone = [line.volunteer(f"Peer{n}") for n in range(MANY)]
    for _, phone in everyone:
        writes(line, phone, f"CLAIM {shift.code}")
    settings = Settings.read(environ)
    desks = [wiring.desk_of(settings, clock=line.desk.clock) for _ in range(DESKS)]
    at_once(
        *[
            lambda v=v, d=d: read_inbox(d, v.key)
            for (v, _), d in zip(everyone, cycle(desks), strict=False)
        ]
    )
    for desk in desks:
        desk.store.connection.close()

    heard = {volunteer.id: hears(line, phone) for volunteer, phone in everyone}
    winners = {who for who, texts in heard.items() if "is yours" in texts[0]}
    assert [len(texts) for texts in heard.values()] == [1] * MANY
    assert len(winners) == SEATS
    assert all("is full" in heard[who][0] for who in heard.keys() - winners)
    assert now_is(line, shift).claimed == winners
    claims = journal(line)
    assert len(claims) == SEATS
    assert {who for _, who, _ in claims} == winners
    assert faults_of_roster(line.desk.store) == []


def test_a_claim_delivered_twenty_times_at_once_has_one_effect(line: Line) -> None:
    shift = posted(line, at(10, 18), seats=2)
    ada, phone = line.volunteer("Ada")
    reads = writes(line, phone, f"CLAIM {shift.code}")
    at_once(*[reads] * TIMES)

    assert len(hears(line, phone)) == 1
    assert journal(line) == [("claimed", ada.id, "volunteer")]
    assert now_is(line, shift).claimed == {ada.id}


@pytest.mark.parametrize("_", range(ROUNDS))
def test_nobody_gets_two_shifts_at_the_same_time_however_fast_they_ask(line: Line, _: int) -> None:
    shifts = [posted(line, at(10, 18 + n), seats=3) for n in range(3)]
    ada, phone = line.volunteer("Ada")
    desk, key = line.desk, key_of(line, phone)
    for shift in shifts:
        writes(line, phone, f"CLAIM {shift.code}")

    def coordinator_claims(shift: Shift) -> None:
        with suppress(RefusedError):
            shift_changes.claim(desk, shift, ada)

    coordinators = [lambda s=s: coordinator_claims(s) for s in shifts]
    at_once(*[lambda: read_inbox(desk, key)] * 3, *coordinators)

    held = [now_is(line, shift) for shift in shifts if ada.id in now_is(line, shift).claimed]
    assert len(held) == 1
    assert len(hears(line, phone)) == len(shifts)
    assert faults_of_roster(line.desk.store) == []


@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_seat_that_asks_for_cover_goes_to_one_and_its_holder_hears_of_one(
    line: Line, _: int
) -> None:
    ada, hers = line.volunteer("Ada")
    others = [line.volunteer(f"Peer{n}") for n in range(5)]
    shift = posted(line, at(10, 18), 4, ada)
    says(hers, f"COVER {shift.code}")
    for _volunteer, phone in others:
        hears(line, phone)
    at_once(
        *[writes(line, phone, f"CLAIM {shift.code}") for _, phone in others],
        writes(line, hers, "UNDO"),
    )

    heard = {volunteer.id: hears(line, phone) for volunteer, phone in others}
    got = [who for who, texts in heard.items() if any("is yours" in text for text in texts)]
    assert now_is(line, shift).claimed == set(got or [ada.id])
    assert len(got) <= 1
    told = [text for text in hears(line, hers) if "has taken" in text or "took" in text]
    assert len(told) <= len(got)
    assert faults_of_roster(line.desk.store, from_the_start=[(shift.id, ada.id)]) == []


@pytest.mark.parametrize("_", range(ROUNDS))
def test_a_swap_two_agree_to_at_once_is_made_once(line: Line, _: int) -> None:
    (ada, hers), (bo, his), (cy, theirs) = (line.volunteer(name) for name in ("Ada", "Bo", "Cy"))
    given = posted(line, at(10, 18), 4, ada)
    wanted = posted(line, at(12, 18), 4, bo, cy)
    says(hers, f"SWAP {given.code} {wanted.code}")
    for phone in (his, theirs):
        hears(line, phone)
    at_once(
        *[writes(line, phone, f"SWAP {wanted.code} {given.code}") for phone in (his, theirs)],
        writes(line, hers, f"RELEASE {given.code}"),
    )

    for phone in (hers, his, theirs):
        assert hears(line, phone)
    now = now_is(line, wanted)
    assert len(now.claimed) == 2
    gave = {bo.id, cy.id} - now.claimed
    assert len(gave) <= 1
    assert now_is(line, given).claimed <= {bo.id, cy.id}
    assert (ada.id in now.claimed) == bool(gave)
    seats = [(given.id, ada.id), (wanted.id, bo.id), (wanted.id, cy.id)]
    assert faults_of_roster(line.desk.store, from_the_start=seats) == []


def test_a_shift_taken_off_while_people_claim_it_leaves_no_claim_behind(line: Line) -> None:
    shift = posted(line, at(10, 18), seats=SEATS)
    everyone = [line.volunteer(f"Peer{n}") for n in range(SEATS)]

    def goes() -> None:
        while (there := line.desk.store.shifts.get(shift.id)) is not None:
            line.desk.store.shifts.remove(there, now=line.now(), plan={})

    at_once(*[writes(line, phone, f"CLAIM {shift.code}") for _, phone in everyone], goes)
    for _, phone in everyone:
        assert len(hears(line, phone)) == 1
    assert faults_of_roster(line.desk.store) == []
    assert shift.starts - line.now() > timedelta(days=1) > HOUR
