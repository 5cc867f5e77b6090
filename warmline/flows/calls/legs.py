"""A leg needs something of the provider: to be placed once, to be redirected, to be hung up, or to be asked for."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from warmline.errors import AmbiguousError, PermanentError, TransientError
from warmline.flows.calls import paging_aloud
from warmline.flows.desk import Desk
from warmline.ids import CallSid, LegId
from warmline.routing.leg import HANG_UP, Fate, Leg, Tell
from warmline.store.legs import InHand
from warmline.store.scripts import LOOK_AFTER_NEWS
from warmline.telephony.calls import OVER
from warmline.telephony.patience import OVERRIDES

log = logging.getLogger(__name__)

# a call that the provider took may be missing from its list for a moment
ASK_AFTER = timedelta(seconds=2)
CLOCKS_DIFFER = timedelta(minutes=2)
# a phone that has rung its time and of which nobody told is asked for then
LATE = timedelta(seconds=15)
_NO_ANSWER = (TransientError, PermanentError)  # refused to say is not known either
OF_THE_MOMENT = {Tell.MOMENT, Tell.LENGTH}  # a little later they are not true any more
AT_ONCE = 6  # what one leg may need in one go


def see_to_leg(desk: Desk, leg_id: LegId) -> None:
    """Do what this leg needs now. Safe to run twice, also at the same time: it is in one hand only."""
    for _ in range(AT_ONCE):
        in_hand = desk.store.legs.lease(leg_id, now=desk.clock.now())
        leg = desk.store.legs.get(leg_id)
        if leg is None or not _meet(desk, leg, in_hand):
            return


def tell_url(desk: Desk, leg: Leg) -> str:
    """Where the provider asks what is announced to this side."""
    return f"{desk.public_url}/webhooks/voice/tell/{leg.id}?what={leg.tell}{OVERRIDES}"


def now_url(desk: Desk, leg: LegId) -> str:
    """Where the provider asks what this side should hear."""
    return f"{desk.public_url}/webhooks/voice/now/{leg}{OVERRIDES}"


def _meet(desk: Desk, leg: Leg, in_hand: InHand) -> bool:
    """Whether the leg should be looked at again at once."""
    match in_hand.word:
        case "place":
            desk.steps.reach("leg_leased")
            return _place(desk, leg, in_hand)
        case "doubt":
            return _settle_doubt(desk, leg, in_hand.token)
        case "obey":
            return _obey(desk, leg, in_hand.token)
        case "tell":
            return _tell(desk, leg, in_hand.token)
        case "check":
            return _check(desk, leg, in_hand.token)
        case _:
            return False


def _place(desk: Desk, leg: Leg, in_hand: InHand) -> bool:
    now, token = desk.clock.now(), in_hand.token
    if now > in_hand.place_before:  # we were held up, and who comes after us might ask too early
        _leave(desk, leg, token, "again", look=now)
        return True
    if leg.to is None or paging_aloud.is_engaged(desk, leg):
        fate = Fate.SPARED if leg.to else Fate.FAILED
        desk.store.legs.hear(leg, CallSid(""), "over", fate=fate, now=now)
        return False
    try:
        sid = desk.provider.calls.place(
            to=leg.to,
            sender=leg.sender,
            url=now_url(desk, leg.id),
            status_url=f"{desk.public_url}/webhooks/voice/leg/{leg.id}{OVERRIDES}",
            rings_for=leg.rings_for,
        )
    except AmbiguousError:
        log.warning("leg in doubt", extra={"leg": leg.id})
        _leave(desk, leg, token, look=desk.clock.now() + ASK_AFTER)
        return False
    except TransientError:
        again = desk.clock.now() + _backoff(leg.attempts)
        _leave(desk, leg, token, "again", look=again)
        return False
    except PermanentError as refused:
        log.warning("leg refused", extra={"leg": leg.id, "code": refused.code})
        desk.store.legs.hear(leg, CallSid(""), "over", fate=Fate.FAILED, now=desk.clock.now())
        return False
    desk.steps.reach("leg_placed")
    return _placed(desk, leg, token, sid)


def _placed(desk: Desk, leg: Leg, token: str, sid: CallSid) -> bool:
    look = desk.clock.now() + timedelta(seconds=leg.rings_for) + LATE
    word = _leave(desk, leg, token, "noted", look=look, sid=sid)
    desk.steps.reach("leg_noted")
    return word == "ordered"


def _settle_doubt(desk: Desk, leg: Leg, token: str) -> bool:
    """It may ring already: the provider is asked before anything is placed again."""
    now, tried = desk.clock.now(), leg.tried or desk.clock.now()
    if leg.to is None or now < tried + ASK_AFTER:
        _leave(desk, leg, token, look=tried + ASK_AFTER)
        return False
    try:
        listed = desk.provider.calls.placed(
            to=leg.to, sender=leg.sender, since=tried - CLOCKS_DIFFER
        )
    except _NO_ANSWER:
        _leave(desk, leg, token, look=now + _backoff(leg.attempts))
        return False
    ours = desk.store.legs.unknown([call.sid for call in listed])
    if ours:  # the list is newest first, and the earliest is the one in doubt
        log.info("doubt settled: it was placed", extra={"leg": leg.id})
        return _placed(desk, leg, token, ours[-1])
    log.info("doubt settled: it was not placed", extra={"leg": leg.id})
    _leave(desk, leg, token, "again", look=now)
    return True


def _obey(desk: Desk, leg: Leg, token: str) -> bool:
    if leg.sid is None:
        return False
    try:
        if leg.order == HANG_UP:
            going = desk.provider.calls.hang_up(leg.sid)
        else:
            going = desk.provider.calls.redirect(leg.sid, now_url(desk, leg.id))
    except TransientError:  # done or not: to ask for the same again does no harm
        again = desk.clock.now() + _backoff(leg.attempts)
        _leave(desk, leg, token, look=again)
        return False
    except (
        PermanentError
    ) as refused:  # nor would it ever be done: how the leg stands is asked for instead
        log.warning("order refused", extra={"leg": leg.id, "code": refused.code})
        going = False
    desk.steps.reach("leg_obeyed")
    now = desk.clock.now()
    look = now + (ASK_AFTER if leg.order == HANG_UP or not going else LOOK_AFTER_NEWS)
    word = _leave(desk, leg, token, "obeyed", order=leg.order, look=look)
    return word == "ordered"


def _tell(desk: Desk, leg: Leg, token: str) -> bool:
    """Announce something to one side of a talk; to whoever is out of the room, when they come back."""
    if not leg.joined and leg.tell not in OF_THE_MOMENT:
        return _check(desk, leg, token)
    try:
        if leg.sid and leg.conference and leg.joined:
            desk.provider.calls.announce(leg.sid, leg.conference, tell_url(desk, leg))
    except PermanentError as refused:
        log.warning("announcement refused", extra={"leg": leg.id, "code": refused.code})
    except TransientError:  # said or not: to hear it twice does no harm
        again = desk.clock.now() + _backoff(leg.attempts)
        _leave(desk, leg, token, look=again)
        return False
    desk.steps.reach("announced")
    look = desk.clock.now() + LOOK_AFTER_NEWS
    return _leave(desk, leg, token, "told", order=leg.tell, look=look) == "ordered"


def _check(desk: Desk, leg: Leg, token: str) -> bool:
    """Nobody has told of it for long: ask."""
    if leg.sid is None:
        return False
    try:
        status = desk.provider.calls.status(leg.sid)
    except _NO_ANSWER:
        _leave(desk, leg, token, look=desk.clock.now() + _backoff(leg.attempts))
        return False
    now = desk.clock.now()
    if status is None or status in OVER:
        fate = Fate(status) if status else Fate.COMPLETED
        desk.store.legs.hear(leg, leg.sid, "over", fate=fate, now=now)
        return False
    if status == "in-progress":
        desk.store.legs.hear(leg, leg.sid, "answered", now=now)
    _leave(desk, leg, token, look=now + LOOK_AFTER_NEWS)
    return False


def _leave(
    desk: Desk,
    leg: Leg,
    token: str,
    how: str = "",
    *,
    order: str = "",
    look: datetime,
    sid: CallSid | None = None,
) -> str:
    return desk.store.legs.leave(leg.id, token, how, order=order, look=look, sid=sid)


def _backoff(attempts: int) -> timedelta:
    return min(timedelta(seconds=0.5) * (1 << min(attempts, 6)), timedelta(seconds=20))
