"""A caller leaves a message for the team: asked first, recorded with their consent, kept until it was heard or seven days."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from warmline.errors import PermanentError, TransientError
from warmline.flows import ending, paging
from warmline.flows.calls import crisis
from warmline.flows.desk import Desk
from warmline.ids import CallerKey, MessageId
from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact, Ended
from warmline.routing.ladder import Reason
from warmline.routing.leg import Leg
from warmline.store.call_record import as_fields
from warmline.store.effects import Effects
from warmline.store.messages import Message
from warmline.telephony.call_payloads import Recorded

log = logging.getLogger(__name__)

TRIES = 5
KEPT_FOR = timedelta(days=7)
TRIED_AGAIN = timedelta(minutes=10)  # where the provider does not delete it just now


def wish(desk: Desk, contact: Contact, call: Call, now: datetime) -> str:
    """They pressed 3: "message" (they are asked now), or "moved". Phones that ring for them are quiet."""
    word = _go(desk, contact, call.moved(Stage.MESSAGE, since=now), "message_asked", now)
    return "message" if word == "kept" else word


def agree(desk: Desk, leg: Leg, key: str) -> str:
    """Their answer: "speak" (1), "crisis" or "crisis_aloud" (0), else "no_message": they wait again."""
    for _ in range(TRIES):
        contact = desk.store.contacts.get(leg.contact) if leg.contact else None
        call = contact.call if contact else None
        if contact is None or call is None or not contact.is_open or call.leg != leg.id:
            return "no_message"
        if call.stage not in {Stage.MESSAGE, Stage.SPEAKING}:
            return "no_message"
        word = _answered(desk, contact, call, key)
        if word != "moved":
            desk.steps.reach("key_pressed")
            return word
    return "no_message"


def _answered(desk: Desk, contact: Contact, call: Call, key: str) -> str:
    now = desk.clock.now()
    match key:
        case "1":
            speaking = call.moved(Stage.SPEAKING, since=now)
            word = _go(desk, contact, speaking, "message_agreed", now)
            return "speak" if word == "kept" else word
        case "0":
            return crisis.wish(desk, contact, call, now)
        case _:
            held = replace(call, stage=Stage.HELD, since=now, nobody_since=None)
            word = _go(desk, contact, held, "message_declined", now)
            return "no_message" if word == "kept" else word


def _go(desk: Desk, contact: Contact, call: Call, event: str, now: datetime) -> str:
    bell = (desk.store.keys.contact(contact.id),)
    plan = {"kept": Effects(journal={"event": event, "contact": contact.id}, bell=bell)}
    return desk.store.contacts.keep(contact, as_fields(call), now=now, plan=plan)


def keep(desk: Desk, leg: Leg, recorded: Recorded) -> str:
    """The provider has the message: "kept", "known", or "unwanted" (it is of nobody's wish, and deleted)."""
    contact = desk.store.contacts.get(leg.contact) if leg.contact else None
    if contact is None or contact.call is None:
        return "unwanted"
    now = desk.clock.now()
    message = Message(
        MessageId(f"m{recorded.sid[2:]}"),
        recorded.sid,
        contact.caller,
        contact.id,
        recorded.seconds,
        now,
    )
    journal = {"event": "message_left", "contact": contact.id, "message": message.id}
    plan = {"kept": Effects(journal=journal)}
    word = desk.store.messages.keep(
        message, until=now + KEPT_FOR, ends=_is_their_last(contact.call, leg), now=now, plan=plan
    )
    desk.steps.reach("message_kept")
    paging.page_about(desk, contact, Reason.MESSAGE)
    return word


def _is_their_last(call: Call, leg: Leg) -> bool:
    """Whether they have not rung again since; who has waits for a person, and keeps doing so."""
    return call.stage in {Stage.SPEAKING, Stage.DROPPED} and call.leg in {None, leg.id}


def end(desk: Desk, contact: Contact) -> str:
    """They have said what they wanted to say; that somebody is asked does not hang on who was told of it."""
    paging.page_about(desk, contact, Reason.MESSAGE)
    leg = contact.call.leg if contact.call else None  # they hear our thanks in answer to it
    return ending.end(desk, contact, Ended.MESSAGE_LEFT, cause=None, to_the_caller=(), but=leg)


def heard(desk: Desk, message: MessageId, by: str) -> str:
    """A coordinator has heard it to its end: it is deleted, there and here."""
    plan = {"let_go": Effects(journal={"event": "message_heard", "message": message, "by": by})}
    return desk.store.messages.let_go(message, now=desk.clock.now(), plan=plan)


def forget_all_of(desk: Desk, caller: CallerKey) -> None:
    """Whoever asks to be forgotten wants no message kept either."""
    for message in desk.store.messages.unheard():
        if message.caller == caller:
            desk.store.messages.let_go(message.id, now=desk.clock.now(), plan={})


def delete(desk: Desk, message_id: MessageId) -> None:
    """It was heard, or nobody has heard it for seven days. Safe to run twice."""
    message, now = desk.store.messages.get(message_id), desk.clock.now()
    key = desk.store.keys.message(message_id)
    if message is None:
        desk.store.schedule.done(key)
        return
    if not message.is_gone and now < message.left + KEPT_FOR:
        desk.store.schedule.set(key, message.left + KEPT_FOR)
        return
    try:
        desk.provider.recordings.delete(message.recording)
    except (TransientError, PermanentError) as refused:
        log.warning("message not deleted yet", extra={"key": message_id, "why": str(refused)})
        desk.store.schedule.set(key, now + TRIED_AGAIN)
        return
    desk.steps.reach("message_deleted")
    desk.store.messages.forget(message_id)
    log.info("message deleted", extra={"key": message_id, "heard": message.is_gone})
