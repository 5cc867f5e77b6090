"""Calls for help to coordinators: raised once, sent in rounds, owned by one."""

from __future__ import annotations

from datetime import timedelta

from tests.store.shows import shows
from tests.store.world import AT, NOW, SAID, World
from warmline.clock import milliseconds
from warmline.ids import ContactId, PageId, VolunteerId
from warmline.routing.ladder import Reason
from warmline.store.pages import Page

PAGE = PageId("p1")
ADA, BO = VolunteerId("vada"), VolunteerId("vbo")
LATER = NOW + timedelta(minutes=2)
DAY = 24 * 3600


def opened(world: World) -> Page:
    fields = {"reason": "backup", "contact": "c1", "peer": "vpeer"}
    assert world.store.pages.raise_page(PAGE, fields, now=NOW, plan={}) == "opened"
    page = world.store.pages.get(PAGE)
    assert page is not None
    return page


@shows("open_page", "opened")
def test_a_page_is_raised_under_a_code_and_due_at_once(world: World) -> None:
    fields = {"reason": "patience", "contact": "c1"}
    with world.changes() as changed:
        word = world.store.pages.raise_page(PAGE, fields, now=NOW, plan={"opened": SAID})

    assert word == "opened"
    assert changed == {
        "page:p1": {**fields, "code": "1", "opened": str(AT), "rounds": "0"},
        "page_codes": {"1": "p1", "next": "1"},
        "due": {"page:p1": AT},
        "bell": [world.keys.page(PAGE)],
        "journal": [{"event": "said"}],
    }
    assert world.store.pages.get(PAGE) == Page(
        PAGE, 1, Reason.PATIENCE, ContactId("c1"), None, NOW, 0, None
    )
    assert world.store.pages.open() == [PAGE]
    assert world.store.pages.by_code(1) == PAGE
    assert world.store.pages.by_code(2) is None
    assert world.store.pages.get(PageId("px")) is None


def test_a_page_may_be_about_a_volunteer_and_no_contact(world: World) -> None:
    fields = {"reason": "check_in", "peer": "vada"}
    world.store.pages.raise_page(PAGE, fields, now=NOW, plan={})
    assert world.store.pages.get(PAGE) == Page(PAGE, 1, Reason.CHECK_IN, None, ADA, NOW, 0, None)


@shows("open_page", "already")
def test_the_same_call_for_help_is_raised_once(world: World) -> None:
    opened(world)
    with world.changes() as changed:
        word = world.store.pages.raise_page(PAGE, {"reason": "backup"}, now=LATER, plan={})
    assert word == "already"
    assert changed == {}


@shows("send_page", "sent")
def test_a_round_is_counted_and_the_next_one_is_due(world: World) -> None:
    page, people = opened(world), [world.volunteer("Ada").id]
    with world.changes() as changed:
        word = world.store.pages.send(page, people, next_round=LATER, now=NOW, plan={"sent": SAID})
    assert word == "sent"
    assert changed == {
        "page:p1": {"rounds": "1", "next": str(milliseconds(LATER)), "asked": "vada"},
        "volunteer:vada": {"paged": str(AT)},
        "due": {"page:p1": milliseconds(LATER)},
        "journal": [{"event": "said"}],
    }


def test_who_was_asked_is_kept_in_order_and_nobody_comes_back_to_the_roster_by_it(
    world: World,
) -> None:
    page = opened(world)
    world.store.pages.send(page, [BO], next_round=NOW, now=NOW, plan={})
    page = world.store.pages.get(PAGE) or page
    world.store.pages.send(page, [ADA, BO], next_round=NOW, now=NOW, plan={})
    page = world.store.pages.get(PAGE) or page
    assert page.asked == (BO, ADA)
    assert world.store.roster.get(BO) is None


@shows("send_page", "moved")
def test_a_round_is_sent_once(world: World) -> None:
    page = opened(world)
    world.store.pages.send(page, next_round=LATER, now=NOW, plan={})
    with world.changes() as changed:
        word = world.store.pages.send(page, next_round=LATER, now=NOW, plan={"sent": SAID})
    assert word == "moved"
    assert changed == {}


@shows("send_page", "resting")
def test_the_next_round_is_not_sent_before_its_time(world: World) -> None:
    page = opened(world)
    world.store.pages.send(page, next_round=LATER, now=NOW, plan={})
    page = world.store.pages.get(PAGE) or page
    with world.changes() as changed:
        word = world.store.pages.send(page, next_round=LATER, now=NOW, plan={"sent": SAID})
    assert word == "resting"
    assert changed == {}


@shows("hurry_page", "hurried", "closed")
def test_a_page_that_did_not_arrive_goes_on_at_once_while_nobody_has_it(world: World) -> None:
    page = opened(world)
    assert world.store.pages.is_open(PAGE)
    world.store.pages.send(page, next_round=LATER, now=NOW, plan={})
    with world.changes() as changed:
        assert world.store.pages.hurry(PAGE, now=NOW) == "hurried"
    assert changed.pop("bell")[-1] == world.keys.page(PAGE)
    assert changed == {"page:p1": {"next": str(AT)}, "due": {"page:p1": AT}}

    world.store.pages.acknowledge(PAGE, ADA, now=NOW, plan={})
    with world.changes() as changed:
        assert world.store.pages.hurry(PAGE, now=NOW) == "closed"
        assert world.store.pages.hurry(PageId("px"), now=NOW) == "closed"
    assert changed == {}
    assert not world.store.pages.is_open(PAGE)
    assert not world.store.pages.is_open(PageId("px"))


@shows("acknowledge_page", "acknowledged")
def test_the_first_who_says_so_has_it_and_nobody_else_is_asked(world: World) -> None:
    opened(world)
    with world.changes() as changed:
        word = world.store.pages.acknowledge(PAGE, ADA, now=LATER, plan={"acknowledged": SAID})
    assert word == "acknowledged"
    assert changed == {
        "page:p1": {"owner": "vada", "acknowledged": str(milliseconds(LATER))},
        "page_codes": {"1": None},
        "pages_answered": {"1": "p1"},
        "due": {"page:p1": milliseconds(LATER)},  # phones that ring for it are to be quiet
        "bell": [world.keys.page(PAGE)] * 2,
        "journal": [{"event": "said"}],
    }
    assert world.store.pages.by_code(1) == PAGE  # for whoever answers a moment later
    assert 0 < world.seconds_to_live(world.keys.page(PAGE)) <= DAY
    assert world.store.pages.open() == []
    page = world.store.pages.get(PAGE)
    assert page is not None
    assert (page.owner, page.peer) == (ADA, "vpeer")


@shows("acknowledge_page", "already_yours", "taken", "unknown")
def test_whoever_comes_second_hears_so(world: World) -> None:
    opened(world)
    world.store.pages.acknowledge(PAGE, ADA, now=NOW, plan={})
    with world.changes() as changed:
        for page, volunteer, word in (
            (PAGE, ADA, "already_yours"),
            (PAGE, BO, "taken"),
            (PageId("px"), BO, "unknown"),
        ):
            said = world.store.pages.acknowledge(page, volunteer, now=LATER, plan={word: SAID})
            assert said == word
    assert changed == {"journal": [{"event": "said"}] * 3}


@shows("send_page", "closed")
def test_an_owned_page_or_one_long_gone_needs_no_look(world: World) -> None:
    page = opened(world)
    world.store.pages.acknowledge(PAGE, ADA, now=NOW, plan={})
    for forget in (False, True):
        if forget:
            world.store.connection.delete(world.keys.page(PAGE))
        world.store.schedule.set(world.keys.page(PAGE), NOW)
        with world.changes() as changed:
            word = world.store.pages.send(page, next_round=LATER, now=NOW, plan={"sent": SAID})
        assert word == "closed"
        assert changed == {"due": {"page:p1": None}}
