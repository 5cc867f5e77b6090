"""A phone's texts leave, in order, each once."""

from __future__ import annotations

import logging
from datetime import timedelta

from warmline.errors import AmbiguousError, PermanentError, TransientError
from warmline.flows.desk import Desk
from warmline.ids import CallerKey, MessageSid
from warmline.routing.delivery import GiveUp, Retry, what_next
from warmline.store.outbox import Lease, Queued

log = logging.getLogger(__name__)

# A text that the provider took may be missing from its list for a moment.
ASK_AFTER = timedelta(seconds=2)
CLOCKS_DIFFER = timedelta(minutes=2)  # how far the provider's clock may be behind ours
BUSY_WAIT = timedelta(seconds=1)
AT_ONCE = 50  # texts of one lane in one go


def send_lane(desk: Desk, recipient: CallerKey) -> None:
    """Send what waits for this phone. Safe to run twice, also at the same time: a text is in one hand only."""
    for _ in range(AT_ONCE):
        first = desk.store.outbox.first(recipient)
        text = desk.store.outbox.get(first) if first else None
        if text is None:
            return
        lease = desk.store.outbox.lease(text, now=desk.clock.now())
        match lease.word:
            case "leased" if text.page and not desk.store.pages.is_open(text.page):
                now = desk.clock.now()  # nobody is asked for what somebody has
                desk.store.outbox.put_back(text, lease.token, now=now, again=None, code=None)
                going_on = True
            case "leased":
                desk.steps.reach("leased")
                going_on = _send(desk, text, lease)
            case "unsure":
                going_on = _settle_doubt(desk, text, lease)
            case "moved":
                going_on = True
            case _:  # "busy" or "later": somebody has it in hand, or its moment is yet to come
                return
        if not going_on:
            return


def _send(desk: Desk, text: Queued, lease: Lease) -> bool:
    """Hand one text to the provider; whether the lane may go on."""
    now = desk.clock.now()
    if now > lease.send_before:  # we were held up, and who comes after us might ask too early
        desk.store.outbox.put_back(text, lease.token, now=now, again=now, code=None)
        return True
    status_url = f"{desk.public_url}/webhooks/sms/status/{text.id}"
    try:
        sid = desk.provider.send(
            to=text.number, sender=text.sender, body=text.body, status_url=status_url
        )
    except AmbiguousError:
        log.warning("text in doubt", extra={"text": text.id})
        desk.store.outbox.look_again(text, lease.token, desk.clock.now() + ASK_AFTER)
        return False
    except TransientError:
        _later(desk, text, lease, Retry(_backoff(text.attempts)), code=None)
        return False
    except PermanentError as refused:
        _later(desk, text, lease, what_next(refused.code, text.attempts + 1), code=refused.code)
        return True
    desk.steps.reach("posted")
    _note(desk, text, sid)
    return True


def _settle_doubt(desk: Desk, text: Queued, lease: Lease) -> bool:
    """It may have been sent: ask the provider before anything is sent again (promise 2)."""
    tried = text.tried or desk.clock.now()
    now = desk.clock.now()
    if now < tried + ASK_AFTER:
        desk.store.outbox.look_again(text, lease.token, tried + ASK_AFTER)
        return False
    try:
        listed = desk.provider.sent(to=text.number, sender=text.sender, since=tried - CLOCKS_DIFFER)
    except TransientError:
        desk.store.outbox.look_again(text, lease.token, now + _backoff(text.attempts))
        return False
    desk.steps.reach("asked")
    accounted = desk.store.outbox.known_sids(text.recipient)
    ours = [known for known in listed if known.body == text.body and known.sid not in accounted]
    if ours:
        log.info("doubt settled: it was sent", extra={"text": text.id})
        # the list is newest first, and the earliest is the one in doubt
        _note(desk, text, ours[-1].sid)
        return True
    log.info("doubt settled: it was not sent", extra={"text": text.id})
    desk.store.outbox.put_back(text, lease.token, now=now, again=now, code=None)
    return True


def _note(desk: Desk, text: Queued, sid: MessageSid) -> None:
    desk.store.outbox.note_sent(text, sid, now=desk.clock.now())
    desk.steps.reach("noted")


def _later(
    desk: Desk, text: Queued, lease: Lease, what: Retry | GiveUp, *, code: int | None
) -> None:
    now = desk.clock.now()
    again = now + what.after if isinstance(what, Retry) else None
    log.warning("text not sent", extra={"text": text.id, "code": code, "retry": again is not None})
    desk.store.outbox.put_back(text, lease.token, now=now, again=again, code=code)


def _backoff(attempts: int) -> timedelta:
    return min(BUSY_WAIT * (1 << min(attempts, 6)), timedelta(minutes=1))
