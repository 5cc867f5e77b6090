"""Who may come in by program: tokens, calendar addresses, and the answers that are kept for them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.store.shows import shows
from tests.store.world import AT, LATER, NOW, SAID, World
from warmline.ids import TokenId
from warmline.store.answers import Begun, Kept
from warmline.store.feeds import Feed, Revision
from warmline.store.tokens import Role, Token

DAY = timedelta(days=1)


def a_token(name: str = "k1", role: Role = Role.VIEWER) -> Token:
    return Token(TokenId(name), "rota screen", role, "d" * 64, NOW, NOW + DAY)


@shows("keep_access", "kept")
def test_a_token_is_kept_by_a_digest_with_a_line_in_the_journal(world: World) -> None:
    with world.changes() as changed:
        assert world.store.tokens.keep(a_token(), now=NOW, plan={"kept": SAID}) == "kept"

    assert set(changed) == {"tokens", "journal"}
    assert changed["journal"] == [{"event": "said"}]
    assert world.store.tokens.get(TokenId("k1")) == a_token()
    assert world.store.tokens.get(TokenId("k2")) is None


@shows("keep_access", "forgotten", "unknown")
def test_a_token_that_is_removed_is_gone_and_a_second_time_there_is_none(world: World) -> None:
    world.store.tokens.keep(a_token(), now=NOW, plan={})
    plan = {"forgotten": SAID}

    assert world.store.tokens.forget(TokenId("k1"), now=NOW, plan=plan) == "forgotten"
    with world.changes() as changed:
        assert world.store.tokens.forget(TokenId("k1"), now=NOW, plan=plan) == "unknown"

    assert changed == {}
    assert world.store.tokens.all() == []


@pytest.mark.parametrize(
    ("role", "needed", "enough"),
    [
        (Role.VIEWER, Role.VIEWER, True),
        (Role.VIEWER, Role.COORDINATOR, False),
        (Role.COORDINATOR, Role.VIEWER, True),
        (Role.COORDINATOR, Role.ADMIN, False),
        (Role.ADMIN, Role.COORDINATOR, True),
    ],
)
def test_each_role_may_what_the_one_before_it_may(role: Role, needed: Role, enough: bool) -> None:
    assert role.may(needed) is enough


def test_wrong_tokens_are_counted_by_the_minute_and_then_forgotten(world: World) -> None:
    assert [world.store.tokens.failed(NOW) for _ in range(3)] == [1, 2, 3]
    assert world.store.tokens.failed(NOW + timedelta(minutes=1)) == 1
    assert 0 < world.seconds_to_live(world.keys.wrong_tokens(AT // 60_000)) <= 120


def test_a_new_address_of_a_calendar_closes_the_one_before(world: World) -> None:
    feeds = world.store.feeds
    feeds.keep(Feed("first", "vada", NOW), now=NOW, plan={})
    feeds.keep(Feed("other", "line", NOW), now=NOW, plan={})
    assert feeds.keep(Feed("second", "vada", LATER), now=NOW, plan={"kept": SAID}) == "kept"

    assert feeds.get("first") is None
    assert feeds.get("second") == Feed("second", "vada", LATER)
    assert [feed.digest for feed in feeds.all()] == ["other", "second"]
    assert feeds.forget("vada", now=NOW, plan={}) == "forgotten"
    assert feeds.forget("vada", now=NOW, plan={}) == "unknown"
    assert [feed.digest for feed in feeds.all()] == ["other"]


@shows("note_events")
def test_an_event_counts_its_changes_and_remembers_when_the_last_one_was(world: World) -> None:
    read = world.store.feeds.revisions
    assert read("line", {"s1": "aa", "s2": "bb"}, now=NOW) == [Revision(0, NOW)] * 2
    assert read("line", {"s1": "aa", "s2": "cc"}, now=LATER) == [
        Revision(0, NOW),
        Revision(1, LATER),
    ]
    assert read("line", {"s2": "cc"}, now=LATER + DAY) == [Revision(1, LATER)]
    assert read("line", {"s1": "aa"}, now=LATER + DAY) == [Revision(0, LATER + DAY)]
    assert read("vada", {}, now=NOW) == []
    assert 0 < world.seconds_to_live(world.keys.feed_events("line")) <= 90 * 24 * 3600


def test_an_answer_is_kept_sealed_for_a_day_and_given_again(world: World) -> None:
    answers = world.store.answers
    kept = Kept(asked="q", status=201, headers={"Location": "/x"}, body='{"name": "Ada"}')

    assert answers.begin("a") is Begun.NOW
    assert answers.begin("a") is Begun.ELSEWHERE
    assert 0 < world.seconds_to_live(world.keys.answer("a")) <= 60
    answers.keep("a", kept)
    assert answers.begin("a") == kept
    assert "Ada" not in world.store.connection.get(world.keys.answer("a"))
    assert 86_000 < world.seconds_to_live(world.keys.answer("a")) <= 86_400
    answers.forget("a")
    assert answers.begin("a") is Begun.NOW
