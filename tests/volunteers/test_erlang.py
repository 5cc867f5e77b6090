"""The forecast's arithmetic, against the table in facts.md and against a line that is acted out."""

from __future__ import annotations

import heapq
import math
import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.volunteers.erlang import Load, erlang_a, erlang_c

TALK, PATIENCE, SOON = timedelta(minutes=20), timedelta(minutes=3), timedelta(seconds=20)

# facts.md, "Own arithmetic": calls an hour, volunteers, answered in 20 s (C, %), mean wait (C, s), abandoned (A, %)
TABLE = [
    (2, 1, 34, 2400, 37), (2, 2, 84, 150, 10), (2, 3, 97, 17, 2), (4, 2, 47, 960, 24), (4, 3, 82, 130, 9),
    (4, 4, 95, 23, 3), (6, 4, 83, 104, 7), (6, 5, 94, 24, 3), (10, 5, 68, 235, 11), (10, 7, 94, 20, 2),
]  # fmt: skip


@pytest.mark.parametrize(("per_hour", "peers", "soon", "wait", "left"), TABLE)
def test_it_agrees_with_the_table_of_facts(
    per_hour: int, peers: int, soon: int, wait: int, left: int
) -> None:
    load = Load(per_hour, TALK, PATIENCE)
    endless, patient = erlang_c(load, peers, within=SOON), erlang_a(load, peers, within=SOON)
    assert round(endless.within * 100) == soon
    assert round(endless.mean_wait) == wait
    assert round(patient.abandoned * 100) == left


def acted_out(load: Load, peers: int, *, within: timedelta, people: int) -> tuple[float, ...]:
    """Shares answered and answered soon, and the mean wait, of a line acted out person by person."""
    chance = random.Random(7)
    free = [0.0] * peers  # when each peer is free again
    at = answered = soon = waited = 0.0
    for _ in range(people):
        at += chance.expovariate(load.per_hour / 3600)
        patience = chance.expovariate(1 / load.patience.total_seconds())
        wait = max(0.0, free[0] - at)  # the first to come is the first to be answered
        if wait <= patience:
            talk = chance.expovariate(1 / load.talk.total_seconds())
            heapq.heapreplace(free, at + wait + talk)
            answered += 1
            soon += wait <= within.total_seconds()
        waited += min(wait, patience)
    return answered / people, soon / people, waited / people


@pytest.mark.parametrize(
    ("per_hour", "peers", "patience"),
    [(2, 1, 3), (4, 2, 3), (10, 3, 10), (30, 4, 5), (12, 8, 60), (200, 20, 3)],
)
@pytest.mark.parametrize("seconds", [20, 240])
def test_it_agrees_with_a_line_that_is_acted_out(
    per_hour: float, peers: int, patience: int, seconds: int
) -> None:
    load = Load(per_hour, TALK, timedelta(minutes=patience))
    within = timedelta(seconds=seconds)
    answered, soon, wait = acted_out(load, peers, within=within, people=60_000)
    served = erlang_a(load, peers, within=within)
    assert served.answered == pytest.approx(answered, abs=0.01)
    assert served.within == pytest.approx(soon, abs=0.01)
    assert served.mean_wait == pytest.approx(wait, rel=0.05, abs=0.5)


loads = st.builds(
    Load,
    per_hour=st.floats(1e-12, 1e6),
    talk=st.timedeltas(timedelta(seconds=30), timedelta(hours=3)),
    patience=st.timedeltas(timedelta(seconds=10), timedelta(hours=3)),
)
counts = st.integers(0, 200)


@given(loads, counts, st.timedeltas(timedelta(), timedelta(hours=2)))
def test_shares_are_shares_for_any_load_and_any_number_of_peers(
    load: Load, peers: int, within: timedelta
) -> None:
    for served in (erlang_a(load, peers, within=within), erlang_c(load, peers, within=within)):
        shares = (served.answered, served.within, served.waits, served.abandoned)
        assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares)
        assert served.within <= served.answered + 1e-9
        assert served.mean_wait >= 0


@given(loads, st.integers(0, 199))
def test_one_more_peer_never_makes_it_worse(load: Load, peers: int) -> None:
    fewer = erlang_a(load, peers, within=SOON)
    more = erlang_a(load, peers + 1, within=SOON)
    assert more.answered >= fewer.answered - 1e-9
    assert more.within >= fewer.within - 1e-6


@given(st.floats(0.01, 0.9), st.integers(1, 200))
def test_with_endless_patience_it_is_erlang_c(busy: float, peers: int) -> None:
    load = Load(busy * peers * 3, TALK, timedelta(days=20_000))
    a, c = erlang_a(load, peers, within=SOON), erlang_c(load, peers, within=SOON)
    assert a.waits == pytest.approx(c.waits, abs=1e-3)
    assert a.within == pytest.approx(c.within, abs=1e-3)
    assert a.answered == pytest.approx(1.0, abs=1e-3)


def test_without_patience_it_is_erlang_b() -> None:
    served = erlang_a(Load(6, TALK, timedelta()), 2, within=SOON)  # a = 2: B = (4/2) / (1 + 2 + 2)
    assert served.abandoned == pytest.approx(0.4)
    assert served.mean_wait == 0


def test_the_ends_of_the_scale_are_told_plainly() -> None:
    nobody = erlang_a(Load(4, TALK, PATIENCE), 0, within=SOON)
    assert (nobody.answered, nobody.waits, nobody.mean_wait) == (0, 1, 180)
    for served in (
        erlang_a(Load(0, TALK, PATIENCE), 0, within=SOON),
        erlang_a(Load(4, timedelta(), PATIENCE), 1, within=SOON),
        erlang_c(Load(0, TALK, PATIENCE), 0, within=SOON),
    ):
        assert (served.answered, served.within, served.mean_wait) == (1, 1, 0)
    flooded = erlang_a(Load(1e9, TALK, PATIENCE), 200, within=SOON)
    assert flooded.answered == pytest.approx(600 / 1e9)
    assert flooded.mean_wait == pytest.approx(180, abs=0.01)
    assert erlang_c(Load(12, TALK, PATIENCE), 4, within=SOON).mean_wait == math.inf
