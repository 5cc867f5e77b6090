"""A key needs a look: the one door through which every wake-up comes in."""

from __future__ import annotations

from warmline.flows import (
    absence,
    alarms,
    blocking,
    duty,
    following_up,
    gaps,
    heartbeat,
    incidents,
    materialise,
)
from warmline.flows.advance import advance
from warmline.flows.calls import message
from warmline.flows.calls.legs import see_to_leg
from warmline.flows.cover import look_for_cover
from warmline.flows.desk import Desk
from warmline.flows.fate import follow_up
from warmline.flows.forgetting import forget
from warmline.flows.inbox import read_inbox
from warmline.flows.matching import match_waiting
from warmline.flows.page_rounds import send_page
from warmline.flows.reconcile import reconcile
from warmline.flows.sending import send_lane
from warmline.flows.shift_moments import shift_comes
from warmline.flows.swap_asking import look_at_swap
from warmline.ids import (
    CallerKey,
    ContactId,
    LegId,
    MessageId,
    PageId,
    ShiftId,
    TextId,
    VolunteerId,
)


def look(desk: Desk, key: str) -> None:
    """Do what this key needs now, if anything. Safe to run twice: state is read anew."""
    kind, name = desk.store.keys.short(key)
    match kind:
        case "inbox":
            read_inbox(desk, CallerKey(name))
        case "lane":
            send_lane(desk, CallerKey(name))
        case "contact":
            advance(desk, ContactId(name))
        case "message":
            message.delete(desk, MessageId(name))
        case "leg":
            see_to_leg(desk, LegId(name))
        case "out":
            follow_up(desk, TextId(name))
        case "page":
            send_page(desk, PageId(name))
        case "alarm" | "heartbeat" | "incident" | "follow_up" | "block":
            _look_after_people(desk, kind, name)
        case "erasing":
            forget(desk, CallerKey(name))
        case "watermark":
            reconcile(desk, desk.reconcile_every)
        case "volunteer":
            duty.catch_up(desk, VolunteerId(name))
            absence.see_to_seats(desk, VolunteerId(name))
            match_waiting(desk)
        case "shift":
            shift_comes(desk, ShiftId(name))
            match_waiting(desk)
        case "patterns":
            materialise.look(desk)
        case "gaps":
            gaps.look_ahead(desk)
        case "gaps_near":
            gaps.look_near(desk)
        case "asking":
            look_for_cover(desk, ShiftId(name))
        case "swap":
            look_at_swap(desk, name)
        case "waiting":  # someone may be free for whoever waits
            desk.store.schedule.done(key)
            match_waiting(desk)
        case _:
            desk.store.schedule.done(key)


def _look_after_people(desk: Desk, kind: str, name: str) -> None:
    """What is due for somebody's safety besides their contact."""
    match kind:
        case "alarm":
            alarms.sound(desk, PageId(name))
        case "heartbeat":
            heartbeat.beat(desk)
        case "incident":
            incidents.gather(desk, ContactId(name))
        case "follow_up":
            following_up.send(desk, CallerKey(name))
        case "block":
            blocking.look(desk, CallerKey(name))
