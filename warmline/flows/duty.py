"""A volunteer comes on, goes off, takes a break, or stops all texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from warmline.clock import milliseconds
from warmline.flows import seating
from warmline.flows.answering import answers_stop, say
from warmline.flows.desk import Desk
from warmline.flows.offers import leave_offers
from warmline.flows.on_duty import on_themselves, on_until, volunteers_on
from warmline.flows.peer_talk import open_talks
from warmline.flows.speaking import reply, to_caller, words_for
from warmline.ids import VolunteerId
from warmline.routing.arrived import Arrived
from warmline.routing.contact import Contact
from warmline.routing.delivery import Flag
from warmline.routing.phoning import they_talk
from warmline.store.effects import Cause, Effects
from warmline.store.volunteer_record import UNTIL_RESUME
from warmline.volunteers.claiming import zone_of
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.shifts import Channel
from warmline.words import duty_en, times

# Whoever ranked them as on duty just before they texted OFF may offer them someone just after it.
RANKED_A_MOMENT_AGO = timedelta(seconds=10)


def on(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, minutes: int | None) -> str:
    """On duty now; whoever waits is looked at again at once. Outside any shift until OFF, in one's own shift until its end."""
    now = desk.clock.now()
    until = now + timedelta(minutes=minutes) if minutes else None
    shift_ends = _shift_ends(desk, volunteer, now)
    resting = bool(volunteer.paused_until and volunteer.paused_until > now)
    if (
        until is None
        and not resting
        and volunteer.id in (texted := desk.store.roster.on_by_text(now))
    ):
        before = texted[volunteer.id]
        if before is None:
            return say(desk, cause, text, duty_en.already_on())
    fields = {"off_until": "", "paused_until": "", "misses": "0"}
    told = until or shift_ends
    plan = {
        "kept": Effects(
            texts=reply(
                text, cause, duty_en.on_duty(_moment(desk, volunteer, told, now) if told else None)
            ),
            journal={"event": "on", "volunteer": volunteer.id},
            bell=(desk.store.keys.waiting(), *_talks(desk, volunteer)),
        )
    }
    duty = str(milliseconds(until)) if until else "" if shift_ends else "inf"
    word = desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, cause=cause, duty=duty)
    return desk.settle(plan, word)


def off(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """Off duty for new people; open offers go to others, open talks go on."""
    now = desk.clock.now()
    if volunteer.id not in {v.id for v in on_themselves(desk, now)}:
        return say(desk, cause, text, duty_en.already_off())
    leave_offers(desk, volunteer)
    talks = open_talks(desk, volunteer)
    answer = _still_with(talks) if talks else (duty_en.off_duty(),)
    shift_ends = _shift_ends(desk, volunteer, now) or now + RANKED_A_MOMENT_AGO
    plan = {
        "kept": Effects(
            texts=reply(text, cause, *answer),
            journal={"event": "off", "volunteer": volunteer.id},
            bell=(desk.store.keys.waiting(), desk.store.keys.volunteer(volunteer.id)),
        )
    }
    fields = {"off_until": str(milliseconds(shift_ends)), "paused_until": ""}
    word = desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, cause=cause, duty="off")
    return desk.settle(plan, word)


def _still_with(talks: Sequence[Contact]) -> tuple[str, ...]:
    """How each of them ends: a call is ended by a key, and may go on by text."""
    by_phone = [talk.alias for talk in talks if talk.call or they_talk(talk.phoning)]
    by_text = [talk.alias for talk in talks if talk.alias not in by_phone]
    told = [duty_en.off_duty_on_the_phone(alias) for alias in by_phone]
    return (*told, duty_en.off_duty_but_talking(by_text)) if by_text else tuple(told)


def pause(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, minutes: int) -> str:
    """A timed break: no offers until it ends."""
    now = desk.clock.now()
    until = now + timedelta(minutes=minutes)
    leave_offers(desk, volunteer)
    plan = {
        "kept": Effects(
            texts=reply(text, cause, duty_en.paused(_moment(desk, volunteer, until, now))),
            journal={"event": "paused", "volunteer": volunteer.id},
            due={desk.store.keys.volunteer(volunteer.id): until},
            bell=(desk.store.keys.volunteer(volunteer.id),),
        )
    }
    fields = {"paused_until": str(milliseconds(until))}
    word = desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def resume(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """Back from a break, also from the breathing space after a talk."""
    now = desk.clock.now()
    if volunteer.id not in on_until(desk, now):
        return say(desk, cause, text, duty_en.already_off())
    plan = {
        "kept": Effects(
            texts=reply(text, cause, duty_en.resumed()),
            journal={"event": "resumed", "volunteer": volunteer.id},
            bell=(desk.store.keys.waiting(),),
        )
    }
    fields = {"paused_until": "", "wrapping_until": "", "misses": "0"}
    word = desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, cause=cause)
    return desk.settle(plan, word)


def opt_out(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """STOP from a volunteer: no text of ours reaches them any more, so nobody may depend on them."""
    now = desk.clock.now()
    give_up_people(desk, volunteer, now)
    goodbye = reply(text, cause, duty_en.stopped()) if answers_stop(desk, text) else ()
    journal = {"event": "opted_out", "volunteer": volunteer.id}
    bell = (desk.store.keys.volunteer(volunteer.id), *seating.soon(desk, volunteer.id))
    plan = {"kept": Effects(texts=goodbye, journal=journal, bell=bell)}
    fields = {"unreachable": Flag.OPTED_OUT}
    return desk.settle(
        plan,
        desk.store.roster.keep(volunteer.id, fields, now=now, plan=plan, cause=cause, duty="off"),
    )


def opt_in(desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer) -> str:
    """START from a volunteer: reachable again, and off until they say ON."""
    plan = {
        "kept": Effects(
            texts=reply(text, cause, duty_en.back_from_stop()),
            journal={"event": "opted_in", "volunteer": volunteer.id},
            bell=_back(desk, volunteer),
        )
    }
    word = desk.store.roster.keep(
        volunteer.id, {"unreachable": ""}, now=desk.clock.now(), plan=plan, cause=cause
    )
    return desk.settle(plan, word)


def is_back(desk: Desk, volunteer: Volunteer) -> None:
    """A text from someone whom ours did not reach: their phone works again."""
    journal = {"event": "reachable", "volunteer": volunteer.id}
    plan = {"kept": Effects(journal=journal, bell=_back(desk, volunteer))}
    desk.store.roster.keep(volunteer.id, {"unreachable": ""}, now=desk.clock.now(), plan=plan)


def give_up_people(desk: Desk, volunteer: Volunteer, now: datetime) -> None:
    """The peer cannot be reached: everyone with them waits again, at the place they always had."""
    leave_offers(desk, volunteer)
    for talk in open_talks(desk, volunteer):
        if talk.call or they_talk(talk.phoning):  # they are on the phone, whatever texts do
            continue
        plan = {
            "requeued": Effects(
                texts=to_caller(talk, words_for(talk).peer_left_keep_place()),
                journal={"event": "requeued", "contact": talk.id},
            )
        }
        desk.settle(plan, desk.store.contacts.requeue(talk, now=now, plan=plan))


def catch_up(desk: Desk, volunteer_id: VolunteerId) -> None:
    """Nobody stays offered to someone who is away now, and a break's end is looked at when it comes."""
    now, key = desk.clock.now(), desk.store.keys.volunteer(volunteer_id)
    volunteer = desk.store.roster.get(volunteer_id)
    if volunteer and volunteer.paused_until and now < volunteer.paused_until < UNTIL_RESUME:
        desk.store.schedule.set(key, volunteer.paused_until)
    elif volunteer and volunteer.wrapping_until and now < volunteer.wrapping_until:
        desk.store.schedule.set(key, volunteer.wrapping_until)
    else:
        desk.store.schedule.done(key)
    if volunteer and volunteer.offers:
        resting = bool(volunteer.paused_until and volunteer.paused_until > now)
        off = volunteer.id not in {v.id for v in volunteers_on(desk, now)}
        if resting or volunteer.unreachable:
            leave_offers(desk, volunteer)
        elif off:  # coordinators are rung off duty too, where nobody else is there
            leave_offers(desk, volunteer, only=Channel.TEXT if volunteer.coordinator else None)


def _shift_ends(desk: Desk, volunteer: Volunteer, now: datetime) -> datetime | None:
    """When their shift that runs now ends, if there is one."""
    return max(
        (s.ends for s in desk.store.shifts.on(now) if volunteer.id in s.claimed), default=None
    )


def _back(desk: Desk, volunteer: Volunteer) -> tuple[str, ...]:
    """What is looked at when they can be reached again: their seats, and whoever waits, since a coordinator opens the line."""
    keys = desk.store.keys
    return (keys.volunteer(volunteer.id), keys.waiting(), *seating.soon(desk, volunteer.id))


def _talks(desk: Desk, volunteer: Volunteer) -> tuple[str, ...]:
    return tuple(desk.store.keys.contact(talk) for talk in volunteer.talks)


def _moment(desk: Desk, volunteer: Volunteer, until: datetime, now: datetime) -> str:
    """By their own clock, which is named where it is not the line's."""
    zone = zone_of(volunteer, desk.line.zone)
    return times.moment(until, zone, now=now, name_zone=zone.key != desk.line.zone.key)
