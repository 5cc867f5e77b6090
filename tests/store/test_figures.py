"""What operators see of the store: figures, versions, and how far the provider's list was read."""

from __future__ import annotations

from datetime import timedelta

from tests.store.world import AT, NOW, World
from warmline.ids import CallerKey, MessageSid, PageId
from warmline.store.keys import PERSON_SECONDS

GRACE = timedelta(seconds=10)


def test_an_empty_line_shows_nothing(world: World) -> None:
    figures = world.store.counts.figures(NOW, grace=GRACE)
    assert figures.contacts == {"waiting": 0, "offered": 0, "active": 0}
    assert (figures.longest_wait_since, figures.bell, figures.overdue) == (None, 0, 0)
    assert (figures.pages, dict(figures.overdue_by_kind)) == (0, {})


def test_whoever_waits_is_asked_about_or_talks_is_counted_once(world: World) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    world.contact()
    world.contact()
    world.offered(ada)
    world.talk(bo)
    world.store.pages.raise_page(PageId("p1"), {"reason": "backup"}, now=NOW, plan={})
    later = NOW + timedelta(minutes=1)
    figures = world.store.counts.figures(later, grace=GRACE)

    assert figures.contacts == {"waiting": 2, "offered": 1, "active": 1}
    assert figures.longest_wait_since == NOW
    assert figures.pages == 1
    assert figures.overdue == len(world.due())
    assert figures.overdue_by_kind["contact"] == 4
    assert figures.overdue_by_kind["page"] == 1


def test_things_are_counted(world: World) -> None:
    for _ in range(2):
        world.store.counts.add("unanswered_short_code")
    assert world.store.counts.all() == {"unanswered_short_code": 2}


def test_the_embedded_redis_tells_its_version_and_writes_always(world: World) -> None:
    assert world.store.version().split(".")[0].isdigit()
    assert world.store.fsync() == "always"


def test_the_list_is_read_from_where_the_line_began_and_at_once_when_texts_may_be_missing(
    world: World,
) -> None:
    assert (world.store.watermark(), world.store.reading_asked_at()) == (None, 0)
    world.store.move_watermark(AT, first=True)
    world.store.move_watermark(AT + 1, first=True)
    assert world.store.watermark() == AT
    world.store.move_watermark(AT + 2)
    assert world.store.watermark() == AT + 2
    world.store.ask_for_reading(AT)
    assert world.store.reading_asked_at() == AT
    assert world.due() == {"watermark": 0}


def test_what_belongs_to_a_person_s_conversation_can_be_erased_with_it(world: World) -> None:
    caller = CallerKey("somebody")
    world.store.people.is_about(caller, MessageSid("SM1"))
    assert world.dump()["sids:somebody"] == ["SM1"]
    assert 0 < world.seconds_to_live(world.keys.sids(caller)) <= PERSON_SECONDS


def test_a_key_tells_what_it_is_about(world: World) -> None:
    assert world.keys.short(world.keys.lane(CallerKey("x"))) == ("lane", "x")
    assert world.keys.short(world.keys.waiting()) == ("waiting", "")
