"""A peer writes in a talk; with several people, never to the wrong one."""

from __future__ import annotations

from warmline.flows import ending, relay
from warmline.flows.answering import say
from warmline.flows.desk import Desk
from warmline.flows.speaking import reply, to_caller, words_for
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact, Ended, State
from warmline.safety.reading import LOOKS_INTO
from warmline.store.effects import Cause, Effects, Heard, Purpose
from warmline.volunteers.roster import Volunteer
from warmline.words import talks_en


def open_talks(desk: Desk, volunteer: Volunteer) -> list[Contact]:
    """The talks of this peer, by code."""
    contacts = (desk.store.contacts.get(contact) for contact in volunteer.talks)
    return sorted((c for c in contacts if c and c.state is State.ACTIVE), key=lambda c: c.code)


def talk_with_code(desk: Desk, volunteer: Volunteer, code: int) -> Contact | None:
    """This peer's talk with the person of that code."""
    return next((talk for talk in open_talks(desk, volunteer) if talk.code == code), None)


def meant(
    desk: Desk, text: Arrived, volunteer: Volunteer, code: int | None
) -> Contact | list[Contact]:
    """The talk that a text is about: by code, else by the number it came to; or those it could be."""
    talks = open_talks(desk, volunteer)
    if code is not None:
        return next((talk for talk in talks if talk.code == code), talks)
    here = [talk for talk in talks if talk.peer_number == text.line_number]
    if len(here) == 1 and not _may_be_for_the_last(desk, volunteer, text, here[0]):
        return here[0]
    return here or talks


def _may_be_for_the_last(desk: Desk, volunteer: Volunteer, text: Arrived, talk: Contact) -> bool:
    """Whether a text may be for someone who was on the same number and has left: then the peer is asked.

    It was sent before this talk began and found late; or both shared the number, the other one left, and the peer
    has not written since.
    """
    began = talk.began or talk.opened
    if text.sent and text.sent < began.replace(microsecond=0):  # lists tell whole seconds
        return True
    last = desk.store.contacts.get(volunteer.last_contact) if volunteer.last_contact else None
    return (
        last is not None
        and last.peer_number == talk.peer_number
        and last.closed is not None
        and last.ended is not Ended.BY_PEER
        and last.closed > max(talk.peer_words or began, began)
    )


def write(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """Words for the person on this number; held while it is not certain who that is."""
    match meant(desk, text, volunteer, None):
        case Contact() as talk:
            return relay.to_the_caller(desk, cause, text, talk)
        case []:
            return say(desk, cause, text, talks_en.nobody_with_you())
        case talks:
            question = talks_en.which_person([(talk.code, talk.alias) for talk in talks])
            plan = {"held": Effects(texts=reply(text, cause, question))}
            passed_on, _ = relay.passable(desk, text)
            word = desk.store.roster.hold(
                volunteer.id, "\n".join(passed_on), now=desk.clock.now(), plan=plan, cause=cause
            )
            return desk.settle(plan, word)


def write_to(desk: Desk, cause: Cause, text: Arrived, talk: Contact, words: str) -> str:
    """Words that name their person."""
    return relay.to_the_caller(desk, cause, text, talk, words)


def label(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int) -> str:
    """A bare number: whom the held words are for. Without held words it is an answer like any other."""
    held = desk.store.roster.held(volunteer.id)
    talk = talk_with_code(desk, volunteer, code) if held else None
    if talk is None:
        return write(desk, cause, text, volunteer)
    now = desk.clock.now()
    plan = {
        "released": Effects(
            texts=(
                *to_caller(talk, *held, purpose=Purpose.TO_CALLER),
                *reply(text, cause, talks_en.sent_to(talk.alias, len(held))),
            ),
            said=tuple(Heard(talk.id, words[-LOOKS_INTO:], by_peer=True) for words in held[-1:]),
        )
    }
    word = desk.store.roster.release(
        volunteer.id,
        len(held),
        contact=talk.id,
        version=talk.version,
        fields=relay.peer_wrote(now),
        now=now,
        plan=plan,
        cause=cause,
    )
    return desk.settle(plan, word)


def finish(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, code: int | None) -> str:
    """The peer ends a talk."""
    match meant(desk, text, volunteer, code):
        case Contact() as talk:
            words = words_for(talk)
            goodbye = to_caller(talk, words.ended_by_peer(), words.ask_again_offer())
            return ending.end(desk, talk, Ended.BY_PEER, cause=cause, to_the_caller=goodbye)
        case []:
            over = talks_en.talk_over_already() if volunteer.last_contact else None
            return say(desk, cause, text, over or talks_en.nobody_with_you())
        case talks:
            return say(desk, cause, text, which("DONE", talks))


def which(command: str, talks: list[Contact]) -> str:
    """Ask which of several people a command is about."""
    return talks_en.which_talk(command, [(talk.code, talk.alias) for talk in talks])
