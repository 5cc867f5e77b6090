"""A contact's moment has come: what it needs now is decided, and done."""

from __future__ import annotations

from datetime import datetime

from warmline.clock import milliseconds
from warmline.flows import alerting, ending, paging, watching
from warmline.flows.calls import phoning_out
from warmline.flows.calls.advance import advance_call
from warmline.flows.desk import Desk
from warmline.flows.matching import match_waiting
from warmline.flows.on_duty import on_until, volunteers_on
from warmline.flows.opening import next_opening
from warmline.flows.speaking import to_caller, to_peer, to_volunteer, words_for
from warmline.ids import ContactId, VolunteerId
from warmline.routing import next_step as steps
from warmline.routing.care import silence_ends
from warmline.routing.contact import Contact, Ended, State, Tried
from warmline.routing.phoning import ASKS, WAITS_FOR_YES
from warmline.store.effects import Effects
from warmline.volunteers.shifts import Channel
from warmline.words import talks_en

STEPS_AT_ONCE = 30  # what a contact may need in one go; far more than there are kinds of steps


def advance(desk: Desk, contact_id: ContactId) -> None:
    """Bring one contact up to the present. Safe to run twice, also at the same time."""
    for _ in range(STEPS_AT_ONCE):
        now = desk.clock.now()
        contact = desk.store.contacts.get(contact_id)
        if contact is None or not contact.is_open:
            desk.store.schedule.done(desk.store.keys.contact(contact_id))
            return
        if contact.channel is Channel.VOICE:
            advance_call(desk, contact_id)
            return
        look = _phoning(desk, contact, now)
        if look == "done":
            continue
        if look == "resting":
            return
        if contact.state is not State.ACTIVE:
            match_waiting(desk)
            contact = desk.store.contacts.get(contact_id) or contact
        if _watched(desk, contact, now):
            continue
        step = steps.next_step(
            contact,
            anyone_on=contact.state is State.ACTIVE or bool(volunteers_on(desk, now)),
            on_until=_duty_ends(desk, contact, now),
            now=now,
        )
        if _take(desk, contact, step, now) == "resting":
            return


def _phoning(desk: Desk, contact: Contact, now: datetime) -> str:
    """Two who are on the phone with each other are asked nothing by text, and no shift's end comes between them."""
    if contact.phoning is None or contact.care.alert_is_due:
        return ""
    until = phoning_out.advance(desk, contact, contact.phoning, now)
    if isinstance(until, str):
        return "done"
    if contact.phoning.step in ASKS:
        return ""
    return "resting" if desk.store.contacts.rest(contact, until, now=now) == "resting" else "done"


def _watched(desk: Desk, contact: Contact, now: datetime) -> bool:
    """Whether there was something to see to for the person's safety, before all else."""
    if contact.care.alert_is_due:
        alerting.alert(desk, contact)
        return True
    ends = silence_ends(contact.care, contact.policy)
    if contact.state is State.ACTIVE and ends and ends <= now:
        watching.peer_is_silent(desk, contact, now)
        return True
    return False


def _take(desk: Desk, contact: Contact, step: steps.Step, now: datetime) -> str:
    match step:
        case steps.Lapse(missed):
            return _lapse(desk, contact, missed[0], now)
        case steps.TellNobodyIsOn():
            crisis = desk.line.crisis(contact.language, contact.country)
            opening = next_opening(desk, now, contact.language)
            return _tell(
                desk,
                contact,
                words_for(contact).nobody_on(opening, crisis),
                {"told_nobody": "1"},
                now,
            )
        case steps.TellPatience():
            paging.page_for_patience(desk, contact, now)
            if (
                contact.told_nobody
            ):  # with that they heard of the crisis line and of the next opening
                return desk.store.contacts.keep(
                    contact, {"told_patience": "1"}, now=now, plan={"kept": Effects()}
                )
            crisis = desk.line.crisis(contact.language, contact.country)
            return _tell(
                desk, contact, words_for(contact).still_waiting(crisis), {"told_patience": "1"}, now
            )
        case steps.CloseUnanswered():
            crisis = desk.line.crisis(contact.language, contact.country)
            sorry = words_for(contact).closed_unanswered(crisis)
            return ending.end(
                desk,
                contact,
                Ended.UNANSWERED,
                cause=None,
                to_the_caller=to_caller(contact, sorry),
            )
        case steps.AskIfStillThere():
            return _ask_if_still_there(desk, contact, now)
        case steps.CloseForSilence():
            crisis = desk.line.crisis(contact.language, contact.country)
            goodbye = words_for(contact).closed_for_silence(crisis)
            return ending.end(
                desk, contact, Ended.SILENCE, cause=None, to_the_caller=to_caller(contact, goodbye)
            )
        case steps.PeerIsGone():
            return _let_go_of_peer(desk, contact, now)
        case steps.AskAboutHandOn():
            return _ask_about_hand_on(desk, contact, now)
        case steps.Wait(until):
            ends = silence_ends(contact.care, contact.policy)
            lapses = contact.phoning.since + WAITS_FOR_YES if contact.phoning else until
            return desk.store.contacts.rest(contact, min(until, ends or until, lapses), now=now)
        case steps.Nothing():
            return "resting"


def _lapse(desk: Desk, contact: Contact, missed: VolunteerId, now: datetime) -> str:
    volunteer = desk.store.roster.get(missed)
    journal = {"event": "lapsed", "contact": contact.id, "volunteer": missed}
    lapsed = paused = Effects(journal=journal)
    if volunteer:
        lapsed = Effects(
            texts=to_volunteer(desk, volunteer, talks_en.offer_lapsed(contact.alias)),
            journal=journal,
        )
        paused = Effects(
            texts=to_volunteer(desk, volunteer, talks_en.paused_after_misses()),
            journal={**journal, "paused": "1"},
        )
    plan = {"left": lapsed, "paused": paused}
    word = desk.store.contacts.leave_offer(contact, missed, Tried.MISSED, now=now, plan=plan)
    return desk.settle(plan, word)


def _tell(desk: Desk, contact: Contact, body: str, fields: dict[str, str], now: datetime) -> str:
    plan = {
        "kept": Effects(
            texts=to_caller(contact, body),
            journal={"event": next(iter(fields)), "contact": contact.id},
        )
    }
    fields = {**fields, "told": str(milliseconds(now))}
    return desk.settle(plan, desk.store.contacts.keep(contact, fields, now=now, plan=plan))


def _ask_if_still_there(desk: Desk, contact: Contact, now: datetime) -> str:
    words, owed = words_for(contact), contact.waits_for_peer
    question = words.peer_quiet_question() if owed else words.silence_question()
    texts = list(to_caller(contact, question))
    if contact.peer and (peer := desk.store.roster.get(contact.peer)):
        news = talks_en.caller_waits_for_you if owed else talks_en.caller_silent
        texts += to_peer(desk, peer, contact, news(contact.alias))
    plan = {
        "kept": Effects(texts=tuple(texts), journal={"event": "silence", "contact": contact.id})
    }
    fields = {"asked": str(milliseconds(now)), "reminded": "1" if owed else ""}
    return desk.settle(plan, desk.store.contacts.keep(contact, fields, now=now, plan=plan))


def _let_go_of_peer(desk: Desk, contact: Contact, now: datetime) -> str:
    texts = list(to_caller(contact, words_for(contact).peer_left_keep_place()))
    if contact.peer and (peer := desk.store.roster.get(contact.peer)):
        texts += to_peer(desk, peer, contact, talks_en.handed_on(contact.alias))
    journal = {"event": "peer_silent", "contact": contact.id}
    plan = {"requeued": Effects(texts=tuple(texts), journal=journal)}
    return desk.settle(plan, desk.store.contacts.requeue(contact, now=now, plan=plan))


def _ask_about_hand_on(desk: Desk, contact: Contact, now: datetime) -> str:
    """Nobody is asked to go on with another peer when there is none."""
    others = [v for v in volunteers_on(desk, now) if v.id != contact.peer]
    texts = list(to_caller(contact, words_for(contact).shift_ending_question())) if others else []
    if contact.peer and (peer := desk.store.roster.get(contact.peer)):
        news = talks_en.your_shift_is_ending if others else talks_en.your_shift_is_over_alone
        texts += to_peer(desk, peer, contact, news(contact.alias))
    plan = {
        "kept": Effects(texts=tuple(texts), journal={"event": "shift_over", "contact": contact.id})
    }
    return desk.settle(
        plan, desk.store.contacts.keep(contact, {"shift_over": "1"}, now=now, plan=plan)
    )


def _duty_ends(desk: Desk, contact: Contact, now: datetime) -> datetime | None:
    """When the peer's duty ends; None if it has no end, or if they ended it themselves by texting OFF."""
    if contact.state is not State.ACTIVE or not contact.peer:
        return None
    on = on_until(desk, now)
    if contact.peer in on:
        return on[contact.peer]
    peer = desk.store.roster.get(contact.peer)
    return None if peer is None or peer.off_until else now
