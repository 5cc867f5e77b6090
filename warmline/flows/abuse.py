"""A talk that hurts the peer: a boundary, a warning, a kind ending with a tag and a break. The peer decides, and need not explain."""

from __future__ import annotations

from datetime import timedelta

from warmline.clock import milliseconds
from warmline.flows import ending, paging
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.peer_talk import meant, which
from warmline.flows.speaking import reply, to_caller, to_volunteer, words_for
from warmline.routing.arrived import Arrived
from warmline.routing.blocks import TAGS_COUNT_FOR, TAGS_WORTH_A_LOOK
from warmline.routing.contact import Contact, Ended
from warmline.routing.ladder import Reason
from warmline.store.effects import Cause, Effects
from warmline.volunteers.commands import USUAL_PAUSE
from warmline.volunteers.roster import Volunteer
from warmline.words import abuse_en, talks_en

BREAK = timedelta(minutes=USUAL_PAUSE)


def tell(
    desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, what: str, code: int | None
) -> str:
    """SAY BOUNDARY, SAY WARNING: the line says what is hard to say oneself."""
    match meant(desk, text, peer, code):
        case Contact() as talk:
            words, first = words_for(talk), what == "boundary"
            said = words.boundary() if first else words.warning()
            told = (abuse_en.boundary_said if first else abuse_en.warning_said)(talk.alias)
            journal = {"event": f"{what}_said", "contact": talk.id, "volunteer": peer.id}
            texts = (*to_caller(talk, said), *reply(text, cause, told))
            plan = {"kept": Effects(texts=texts, journal=journal)}
            now = desk.clock.now()
            word = desk.store.contacts.keep(talk, {}, now=now, plan=plan, cause=cause)
            return desk.settle(plan, word)
        case []:
            return say(desk, cause, text, talks_en.nobody_with_you())
        case talks:
            return say(desk, cause, text, which(f"SAY {what.upper()}", talks))


def tag(desk: Desk, cause: Cause, text: Arrived, peer: Volunteer, code: int | None) -> str:
    """TAG ABUSE: a kind ending, a note, a break. Whoever may be at risk is still a coordinator's to think of."""
    match meant(desk, text, peer, code):
        case Contact() as talk:
            return _end(desk, cause, peer, talk)
        case []:
            return say(desk, cause, text, talks_en.nobody_with_you())
        case talks:
            return say(desk, cause, text, which("TAG ABUSE", talks))


def _end(desk: Desk, cause: Cause, peer: Volunteer, talk: Contact) -> str:
    note(desk, talk, peer)
    crisis = desk.line.crisis(talk.language)
    goodbye = to_caller(talk, words_for(talk).ended_for_abuse(crisis))
    told = to_volunteer(desk, peer, abuse_en.tagged(talk.alias, USUAL_PAUSE))
    return ending.end(desk, talk, Ended.ABUSE, cause=cause, to_the_caller=(*goodbye, *told))


def note(desk: Desk, contact: Contact, peer: Volunteer) -> None:
    """The tag and the peer's break, before the end by whichever channel; noted twice, it is one."""
    now = desk.clock.now()
    tags = desk.store.people.count_visit(
        contact.caller, contact.id, "abuse", within=TAGS_COUNT_FOR, now=now
    )
    if contact.care.at_risk:
        paging.page_about(desk, contact, Reason.LEFT)
    if tags >= TAGS_WORTH_A_LOOK:
        paging.page_about(desk, contact, Reason.ABUSE, about=str(tags))
    journal = {"event": "abuse_tagged", "contact": contact.id, "volunteer": peer.id}
    due = {desk.store.keys.volunteer(peer.id): now + BREAK}
    plan = {"kept": Effects(due=due, journal=journal)}
    fields = {"paused_until": str(milliseconds(now + BREAK))}
    desk.store.roster.keep(peer.id, fields, now=now, plan=plan)
