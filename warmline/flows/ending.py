"""A contact ends, by name, and everyone concerned is told."""

from __future__ import annotations

from datetime import datetime, timedelta

from warmline.flows import watching
from warmline.flows.calls.orders import farewell
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_peer, to_volunteer
from warmline.routing.contact import Contact, Ended
from warmline.store.effects import Cause, Effects
from warmline.words import talks_en

SECOND = timedelta(seconds=1)


def end(
    desk: Desk,
    contact: Contact,
    how: Ended,
    *,
    cause: Cause | None,
    to_the_caller: Texts,
    why: str = "",
) -> str:
    """End a contact: "ended", "moved" or "gone". The peer and whoever was asked hear of it too."""
    watching.leaves(desk, contact, how)
    now = desk.clock.now()
    roster = {
        v.id: v
        for v in desk.store.roster.get_all(
            [*contact.offered, *([contact.peer] if contact.peer else [])]
        )
    }
    texts = list(to_the_caller)
    if contact.peer and (peer := roster.get(contact.peer)):
        texts += to_peer(desk, peer, contact, _for_the_peer(contact, how, why))
        if len(peer.talks) <= 1 and desk.store.roster.held(peer.id):  # no other talk could be meant
            texts += to_volunteer(desk, peer, talks_en.nobody_with_you())
    for asked in contact.offered:
        if volunteer := roster.get(asked):
            texts += to_volunteer(desk, volunteer, talks_en.offer_withdrawn(contact.alias))
    plan = {
        "ended": Effects(
            texts=tuple(texts),
            legs=farewell(desk, contact),
            journal={
                "event": "ended",
                "contact": contact.id,
                "how": how,
                **_measured(contact, now),
            },
            bell=(desk.store.keys.waiting(),),
        )
    }
    word = desk.store.contacts.end(contact, how, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def _measured(contact: Contact, now: datetime) -> dict[str, str]:
    """What the line learns from it: in whose language and how it ran, how long it took, how long nobody came. Whoever was told
    that nobody is here waits for something else than a peer's free hands, and teaches nothing about patience."""
    measured = {"language": contact.language, "channel": str(contact.channel)}
    began = contact.began if contact.peer else None
    if began:
        measured["talked"] = str((now - began) // SECOND)
    if not contact.told_nobody:
        measured["waited"] = str(((began or now) - contact.looked_for_since) // SECOND)
    return measured


def _for_the_peer(contact: Contact, how: Ended, why: str) -> str:
    match how:
        case Ended.SILENCE:
            return talks_en.talk_closed_for_silence(contact.alias)
        case Ended.UNREACHABLE:
            return talks_en.caller_unreachable(contact.alias, why)
        case Ended.OPTED_OUT:
            return talks_en.caller_unreachable(contact.alias, "opted_out")
        case _:
            minutes = contact.policy.wrap_up_seconds // 60
            return talks_en.talk_ended(contact.alias, minutes, by_caller=how is not Ended.BY_PEER)
