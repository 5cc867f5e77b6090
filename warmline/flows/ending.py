"""A contact ends, by name, and everyone concerned is told."""

from __future__ import annotations

from datetime import datetime, timedelta

from warmline.flows import debriefing, following_up, watching
from warmline.flows.calls.listening import stopped
from warmline.flows.calls.orders import farewell
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_peer, to_volunteer
from warmline.ids import LegId
from warmline.routing.call import Handoff
from warmline.routing.contact import Contact, Ended
from warmline.store.effects import Cause, Effects
from warmline.volunteers.shifts import Channel
from warmline.words import talks_en

OF_THE_PEER = {Ended.BY_PEER, Ended.ABUSE}  # it was they who ended it
CALL_ENDED = "call_ended_"  # a counter each
SECOND = timedelta(seconds=1)


def end(
    desk: Desk,
    contact: Contact,
    how: Ended,
    *,
    cause: Cause | None,
    to_the_caller: Texts,
    why: str = "",
    but: LegId | None = None,
) -> str:
    """End a contact: "ended", "moved" or "gone". The peer and whoever was asked hear of it too.

    Of a call every leg hears so, `but` the one whose own key has ended it.
    """
    watching.leaves(desk, contact, how)
    now = desk.clock.now()
    roster = {
        v.id: v
        for v in desk.store.roster.get_all(
            [*contact.offered, *([contact.peer] if contact.peer else [])]
        )
    }
    texts = list(to_the_caller)
    parted = contact.call is not None and contact.call.handoff is Handoff.LEFT  # long before
    if contact.peer and not parted and (peer := roster.get(contact.peer)):
        texts += to_peer(desk, peer, contact, _for_the_peer(contact, how, why))
        if len(peer.talks) <= 1 and desk.store.roster.held(peer.id):  # no other talk could be meant
            texts += to_volunteer(desk, peer, talks_en.nobody_with_you())
    hard = debriefing.prompt(desk, contact, roster.get(contact.peer) if contact.peer else None)
    texts += hard
    texts += following_up.offer(desk, contact, how)
    stops = stopped(desk, contact, contact.call) if contact.call else None
    texts += stops.texts if stops else ()
    for asked in contact.offered:
        if volunteer := roster.get(asked):
            texts += to_volunteer(desk, volunteer, talks_en.offer_withdrawn(contact.alias))
    plan = {
        "ended": Effects(
            texts=tuple(texts),
            legs=farewell(desk, contact, but=but),
            journal=[
                {
                    "event": "ended",
                    "contact": contact.id,
                    "how": how,
                    **_measured(contact, now),
                },
                *debriefing.lines(contact, hard),
                *(stops.lines if stops else ()),
            ],
            bell=(desk.store.keys.waiting(),),
        )
    }
    word = desk.store.contacts.end(contact, how, now=now, plan=plan, cause=cause)
    if word == "ended" and contact.channel is Channel.VOICE:
        desk.store.counts.add(f"{CALL_ENDED}{how}")
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
            return talks_en.talk_ended(contact.alias, minutes, by_caller=how not in OF_THE_PEER)
