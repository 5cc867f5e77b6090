"""What was done about someone in danger is gathered from the journal into a record of its own: by id and rule, no words."""

from __future__ import annotations

from datetime import datetime, timedelta

from warmline.clock import milliseconds
from warmline.flows.desk import Desk
from warmline.ids import ContactId
from warmline.routing.contact import Contact
from warmline.store.effects import Effects
from warmline.store.incidents import Incident

EVERY = timedelta(minutes=10)
# so long what follows its end belongs to it: pages, talks with the peer
AFTERWARDS = timedelta(days=2)
TRIES = 5


def gather(desk: Desk, contact_id: ContactId) -> None:
    """Take over what the journal has told of it since. Safe to run twice, at once too."""
    for _ in range(TRIES):
        now, contact = desk.clock.now(), desk.store.contacts.get(contact_id)
        known = desk.store.incidents.get(contact_id)
        began = known.began if known else contact.opened if contact else now
        last = known.lines[-1].id if known and known.lines else f"{milliseconds(began) - 1}-0"
        new = [
            one for one in desk.store.journal.after(last) if one.about.get("contact") == contact_id
        ]
        again = _look_again(contact, now)
        before = len(known.lines) if known else 0
        word = desk.store.incidents.add(contact_id, before, new, began=began, again=again)
        if word == "added":
            return


def _look_again(contact: Contact | None, now: datetime) -> datetime | None:
    """Now and then while it lasts, and once two days after its end, for whatever followed."""
    if contact is None or (contact.closed and contact.closed + AFTERWARDS <= now):
        return None
    return contact.closed + AFTERWARDS if contact.closed else now + EVERY


def read(desk: Desk, contact_id: ContactId) -> Incident | None:
    """A record up to this moment. That it was read, and by whom, is written into it."""
    if desk.store.incidents.get(contact_id) is None:
        return None
    now = desk.clock.now()
    journal = {"event": "incident_read", "contact": contact_id, "by": desk.by}
    plan = {"answered": Effects(journal=journal)}
    desk.store.transitions.run("answer_text", now=now, plan=plan)
    gather(desk, contact_id)
    return desk.store.incidents.get(contact_id)
