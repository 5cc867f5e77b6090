"""A page rings as well as texts: who is rung, and that it is quiet as soon as somebody has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from warmline.flows.desk import Desk
from warmline.ids import LegId, PageId, VolunteerId, new_id
from warmline.routing.leg import HANG_UP, NOW, Leg, Side
from warmline.store.effects import Effects, NewLeg, Order
from warmline.store.pages import Page
from warmline.volunteers.roster import Volunteer

TEXT_FIRST = timedelta(seconds=15)  # whoever reads it at once and answers is not rung as well


def legs_to(
    desk: Desk, page: Page, people: Iterable[Volunteer], now: datetime
) -> tuple[NewLeg, ...]:
    """One leg for each of them in this round, but for who is on the phone with somebody, or still rung for this page."""
    rung = {leg.volunteer for leg in desk.store.legs.of(page.id) if not leg.is_over}
    return tuple(
        NewLeg(
            LegId(new_id("g")),
            Side.COORDINATOR,
            desk.line.main_number,
            one.number,
            volunteer=one.id,
            page=page.id,
            rings_for=desk.policy.ring_seconds,
            not_before=now + TEXT_FIRST,
        )
        for one in people
        if one.id not in rung and not one.on_the_phone
    )


def is_engaged(desk: Desk, leg: Leg) -> bool:
    """Whether whoever is paged has begun to talk with somebody since the text: they are not rung in the middle of it."""
    paged = desk.store.roster.get(leg.volunteer) if leg.page and leg.volunteer else None
    return paged is not None and paged.on_the_phone


def quiet(desk: Desk, page: PageId, owner: VolunteerId | None) -> None:
    """Somebody has it, by whatever way: what still rings is quiet, and whoever listens hears so. Safe to run twice."""
    there = [leg for leg in desk.store.legs.of(page) if not (leg.is_over or leg.order)]
    orders = tuple(
        Order(leg.id, NOW if leg.answered else HANG_UP)
        for leg in there
        if not (leg.answered and leg.volunteer == owner)  # they hear it in the answer to their key
    )
    if orders:
        plan = {"answered": Effects(legs=orders)}
        word = desk.store.transitions.run("answer_text", now=desk.clock.now(), plan=plan)
        desk.settle(plan, word)
