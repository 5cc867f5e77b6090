"""A peer texts while they are on the phone with somebody: nothing of it is sent to the caller by text."""

from __future__ import annotations

from warmline.flows import paging
from warmline.flows.answering import say
from warmline.flows.calls import handing_over, menu
from warmline.flows.desk import Desk
from warmline.flows.peer_talk import open_talks
from warmline.flows.speaking import reply
from warmline.routing.arrived import Arrived
from warmline.routing.call import Call, Handoff
from warmline.routing.contact import Contact
from warmline.routing.handoff import Event
from warmline.routing.phoning import goes_on_by_text
from warmline.store.effects import Cause
from warmline.volunteers import commands
from warmline.volunteers.roster import Volunteer
from warmline.words import handoff_en

FOR_US = (commands.Done, commands.Backup, commands.Handoff, commands.TagAbuse)


def on_the_phone(desk: Desk, volunteer: Volunteer, code: int | None = None) -> Contact | None:
    """The call that a text is about: their only talk, or the one of that code."""
    if not volunteer.on_the_phone:
        return None
    talks = open_talks(desk, volunteer)
    call = next((talk for talk in talks if talk.call), None)
    about_it = call and (len(talks) == 1 if code is None else call.code == code)
    return call if about_it else None


def answer(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, command: commands.Command | None
) -> str | None:
    """Give the text its effect on the call; None for what has nothing to do with it."""
    match command:
        case (
            commands.Done(code)
            | commands.Backup(code)
            | commands.Handoff(code)
            | commands.TagAbuse(code)
            | commands.Say(_, code)
        ):
            pass
        case None | commands.Confirm(None) | commands.More():
            code = None
        case _:
            return None
    talk = on_the_phone(desk, volunteer, code)
    if talk is None or talk.call is None:
        return None
    is_for_us = isinstance(command, FOR_US)
    if not is_for_us and goes_on_by_text(talk.call, talk.peer):
        return None  # words, which go both ways, as before they phoned
    return _about(desk, cause, text, volunteer, command, talk, talk.call)


def _about(
    desk: Desk,
    cause: Cause,
    text: Arrived,
    volunteer: Volunteer,
    command: commands.Command | None,
    talk: Contact,
    call: Call,
) -> str:
    with_the_line = call.handoff in {Handoff.RINGING, Handoff.THREE}
    match command:
        case commands.Backup():
            return paging.page_for_backup(desk, cause, text, volunteer, talk)
        case commands.Done() | commands.TagAbuse() | commands.Handoff() if with_the_line:
            return say(desk, cause, text, handoff_en.press_to_part(talk.alias))
        case commands.Done():
            return menu.end_kindly(desk, talk, cause=cause)
        case commands.TagAbuse():
            return menu.end_for_abuse(desk, talk, cause=cause)
        case commands.Handoff():
            told = reply(text, cause, handoff_en.press_for_handoff(talk.alias))
            word = handing_over.happen(
                desk, talk, call, Event.OFFERED, by=volunteer.id, cause=cause, texts=told
            )
            if word != "known":
                return word
            return say(desk, cause, text, handoff_en.press_for_handoff(talk.alias))
        case _:
            return say(desk, cause, text, handoff_en.on_the_phone(talk.alias))
