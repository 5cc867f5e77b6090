"""A volunteer writes: a command, or words for the person they are talking with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from warmline.clock import milliseconds
from warmline.flows import (
    abuse,
    acknowledging,
    blocking,
    calming,
    check_in,
    confirming,
    duty,
    helping,
    noting,
    offers,
    peer_talk,
    roster_commands,
    seating,
)
from warmline.flows.answering import say
from warmline.flows.calls import allowing, by_text, listening, phoning_out, playing
from warmline.flows.desk import Desk
from warmline.routing.arrived import Arrived
from warmline.routing.delivery import Flag
from warmline.store.effects import Cause, Effects
from warmline.store.people import Person
from warmline.volunteers import command_reading, commands
from warmline.volunteers.roster import HEARD_AGAIN, Volunteer
from warmline.words import carrier, volunteers_en
from warmline.words.carrier import Consent


def volunteer_writes(desk: Desk, cause: Cause, text: Arrived, person: Person) -> str:
    """Give a volunteer's text its effect; the word that the store gave."""
    volunteer = desk.store.roster.get(person.volunteer) if person.volunteer else None
    if volunteer is None:
        return "moved"
    _hear(desk, volunteer)
    consent = Consent(text.opt_out) if text.opt_out in set(Consent) else carrier.read(text.body)
    if consent is Consent.OPT_OUT:
        return duty.opt_out(desk, cause, text, volunteer)
    if volunteer.unreachable == Flag.OPTED_OUT:
        if consent is Consent.OPT_IN:
            return duty.opt_in(desk, cause, text, volunteer)
        return say(desk, cause, text, volunteers_en.still_stopped())
    if volunteer.unreachable:
        duty.is_back(desk, volunteer)
        volunteer = replace(volunteer, unreachable="")
    if label := command_reading.label_of(text.body):
        code, words = label
        contact = peer_talk.talk_with_code(desk, volunteer, code)
        if contact and contact.call is None:
            return peer_talk.write_to(desk, cause, text, contact, words)
    command = command_reading.read(text.body)
    if isinstance(command, commands.Allow) and not _may_allow(desk, volunteer, command):
        command = None
    if isinstance(command, commands.Listen) and not volunteer.coordinator:
        command = None
    if isinstance(command, commands.Call) and command.code:  # "call 988" is for the caller
        command = command if peer_talk.talk_with_code(desk, volunteer, command.code) else None
    answered = by_text.answer(desk, cause, text, volunteer, command)
    return answered or _obey(desk, cause, text, volunteer, command)


def _may_allow(desk: Desk, volunteer: Volunteer, command: commands.Allow) -> bool:
    return volunteer.coordinator and allowing.is_asked_for(desk, command.code)


def _hear(desk: Desk, volunteer: Volunteer) -> None:
    """Whoever writes is there: noted now and then, and seen at once by those of their shifts that run now."""
    now = desk.clock.now()
    if volunteer.heard and now - volunteer.heard < HEARD_AGAIN:
        return
    plan = {"kept": Effects(bell=seating.soon(desk, volunteer.id, timedelta()))}
    fields = {"heard": str(milliseconds(now))}
    desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan)


def _obey(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, command: commands.Command | None
) -> str:
    match command:
        case commands.On(minutes):
            return duty.on(desk, cause, text, volunteer, minutes)
        case commands.Off():
            return duty.off(desk, cause, text, volunteer)
        case commands.Pause(minutes):
            return duty.pause(desk, cause, text, volunteer, minutes)
        case commands.Resume():
            return duty.resume(desk, cause, text, volunteer)
        case commands.Take(code):
            return offers.take(desk, cause, text, volunteer, code)
        case commands.Pass(code):
            return offers.pass_on(desk, cause, text, volunteer, code)
        case commands.Done(code):
            return peer_talk.finish(desk, cause, text, volunteer, code)
        case commands.Backup(code):
            return helping.backup(desk, cause, text, volunteer, code)
        case commands.Handoff(code):
            return helping.handoff(desk, cause, text, volunteer, code)
        case commands.Again():
            return helping.again(desk, cause, text, volunteer)
        case commands.Ack(code) if volunteer.coordinator:
            return acknowledging.acknowledge(desk, cause, text, volunteer, code)
        case commands.Allow(code, why):
            return allowing.allow(desk, cause, text, volunteer, code, why)
        case commands.Listen(code):
            return listening.ask(desk, cause, text, volunteer, code)
        case commands.Messages() if volunteer.coordinator:
            return playing.ring(desk, cause, text, volunteer)
        case commands.Messages():
            return peer_talk.write(desk, cause, text, volunteer)
        case commands.Call(code):
            return phoning_out.peer_wishes(desk, cause, text, volunteer, code)
        case commands.Note():
            return noting.note(desk, cause, text, volunteer, command)
        case commands.Status() if volunteer.coordinator:
            return helping.status(desk, cause, text)
        case commands.Say(what, code):
            return abuse.tell(desk, cause, text, volunteer, what, code)
        case commands.TagAbuse(code):
            return abuse.tag(desk, cause, text, volunteer, code)
        case commands.Calm(code, why) if volunteer.coordinator:
            return calming.by_text(desk, cause, text, volunteer, code, why)
        case commands.Block(code, term) if volunteer.coordinator:
            return blocking.by_text(desk, cause, text, volunteer, code, term)
        case commands.Calm() | commands.Block():
            return say(desk, cause, text, volunteers_en.only_coordinators())
        case commands.Confirm(None) if volunteer.talks:
            return peer_talk.write(desk, cause, text, volunteer)
        case commands.Confirm(code):
            return confirming.confirm(desk, cause, text, volunteer, code)
        case commands.Label(code):
            answered = check_in.answers(desk, cause, text, volunteer, code)
            return answered or peer_talk.label(desk, cause, text, volunteer, code)
        case None:
            return peer_talk.write(desk, cause, text, volunteer)
        case commands.More() if volunteer.talks and not volunteer.shown:
            return peer_talk.write(desk, cause, text, volunteer)  # "more?" is theirs to answer
        case commands.Menu() | commands.Unclear() | commands.Ack() | commands.Status():
            return say(desk, cause, text, _answer(volunteer, command))
        case _:
            return roster_commands.obey(desk, cause, text, volunteer, command)


def _answer(
    volunteer: Volunteer,
    command: commands.Menu | commands.Unclear | commands.Ack | commands.Status,
) -> str:
    match command:
        case commands.Menu():
            extra = [volunteers_en.coordinator_menu_extra()] if volunteer.coordinator else []
            return "\n".join([volunteers_en.menu(), *extra])
        case commands.Unclear(reason):
            return volunteers_en.unclear(reason)
        case _:
            return volunteers_en.only_coordinators()
