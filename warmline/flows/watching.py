"""What is watched for people at risk beyond their words: silence, leaving, texts that do not arrive."""

from __future__ import annotations

from datetime import datetime

from warmline.flows import paging
from warmline.flows.desk import Desk
from warmline.flows.speaking import Texts, to_peer
from warmline.routing.contact import Contact
from warmline.routing.ladder import Reason
from warmline.store.effects import Effects
from warmline.words import safety_en


def peer_is_silent(desk: Desk, contact: Contact, now: datetime) -> None:
    """A peer has not answered someone at risk: a coordinator is asked, and the peer is told so kindly. Once for a silence."""
    peer = desk.store.roster.get(contact.peer) if contact.peer else None
    since = contact.care.owed_since or now
    paging.page_about(desk, contact, Reason.SILENT, nth=int(since.timestamp()), peer=contact.peer)
    texts: Texts = ()
    if peer:
        texts = to_peer(desk, peer, contact, safety_en.please_answer(contact.alias))
    journal = {"event": "peer_silent_at_risk", "contact": contact.id}
    plan = {"kept": Effects(texts=texts, journal=journal)}
    fields = {"silence_paged": "1"}
    desk.settle(plan, desk.store.contacts.keep(contact, fields, now=now, plan=plan))
