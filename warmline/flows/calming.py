"""A person judges that somebody is not as much at risk as the line took them for: by text or at a desk, with a reason."""

from __future__ import annotations

from warmline.errors import RefusedError
from warmline.flows import beside
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply
from warmline.ids import ContactId
from warmline.routing.arrived import Arrived
from warmline.routing.care import Why, lowered_to
from warmline.routing.contact import Contact
from warmline.store.effects import Cause, Effects
from warmline.volunteers.roster import Volunteer
from warmline.words import abuse_en


def by_text(
    desk: Desk, cause: Cause, text: Arrived, coordinator: Volunteer, code: int, why: str
) -> str:
    """CALM 7 SAFE: the place in the queue goes back, and the next rise alarms anew."""
    contact = desk.store.contacts.by_code(code)
    if contact is None:
        return say(desk, cause, text, abuse_en.no_such_talk(code))
    band = lowered_to(Why(why))
    line = _line(contact, why, band) | {"volunteer": coordinator.id}
    done = Effects(texts=reply(text, cause, abuse_en.calmed(contact.alias, band)), journal=line)
    plan = {
        "lowered": done,
        "not_lower": Effects(texts=reply(text, cause, abuse_en.not_lower(contact.alias))),
    }
    now, other = desk.clock.now(), beside.other_of(desk, contact)
    word = desk.store.caring.lower_band(
        contact, band, now=now, plan=plan, cause=cause, other=other.id if other else None
    )
    return desk.settle(plan, word)


def at_a_desk(desk: Desk, contact_id: ContactId, why: Why) -> Contact:
    """The same by command or program. RefusedError when there is nothing to lower."""
    band = lowered_to(why)
    while True:
        contact = desk.store.contacts.get(contact_id)
        if contact is None or not contact.is_open:
            raise RefusedError("That contact is not open.")
        plan = {"lowered": Effects(journal=_line(contact, why, band) | {"by": desk.by})}
        now, other = desk.clock.now(), beside.other_of(desk, contact)
        word = desk.store.caring.lower_band(
            contact, band, now=now, plan=plan, other=other.id if other else None
        )
        if word == "not_lower":
            raise RefusedError(f"{contact.alias} is no higher than {band} already.")
        if word == "lowered":
            return contact


def _line(contact: Contact, why: str, band: str) -> dict[str, str]:
    return {"event": "lowered", "contact": contact.id, "band": str(band), "why": str(why)}
