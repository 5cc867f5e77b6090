"""Putting volunteers on the roster, changing what is known of them, taking them off."""

from __future__ import annotations

from dataclasses import replace

from warmline.errors import RefusedError, SettingsError
from warmline.flows.desk import Desk
from warmline.flows.office import finding
from warmline.flows.speaking import Texts, to_volunteer
from warmline.ids import ContactId, VolunteerId, new_id
from warmline.phone import PhoneNumber, parse
from warmline.routing import senders
from warmline.routing.contact import Tried
from warmline.store.effects import Effects
from warmline.store.shifts import AROUND
from warmline.volunteers.particulars import Particulars
from warmline.volunteers.roster import Volunteer
from warmline.words import volunteers_en

TRIES = 20  # a world that moves between every look and every write is not ours


def number(desk: Desk, text: str) -> PhoneNumber:
    """The number that `text` means. RefusedError when no volunteer can have it; the number is not repeated."""
    found = parse(text, country=desk.line.country) or _without_plus(text)
    if found is None:
        raise RefusedError("That is no possible phone number. Write it as +15550100, with a plus.")
    line = desk.line
    judged = senders.judge(found.e164, frozenset(line.numbers), line.country, served=line.served)
    if isinstance(judged, senders.Unanswered):
        raise RefusedError(_why_not(judged.kind))
    return found


def _without_plus(text: str) -> PhoneNumber | None:
    """Spreadsheets take +447700900123 for a sum, and keep 447700900123."""
    return parse(f"+{text}", country="ZZ") if text.isascii() and text.isdigit() else None


def _why_not(kind: senders.Kind) -> str:
    if kind is senders.Kind.OUR_OWN_NUMBER:
        return "That is one of the line's own numbers."
    return (
        f"No text from that number would be answered ({kind.replace('_', ' ')}), so no volunteer "
        "can use it. WARMLINE_COUNTRIES_SERVED says which further countries the line serves."
    )


def check(particulars: Particulars) -> Particulars:
    """The same, or RefusedError with everything that is wrong with them."""
    faults = [f"{field} {why}" for field, why in particulars.faults()]
    if faults:
        raise RefusedError(f"That cannot be: {'; '.join(faults)}.")
    return particulars


def add(
    desk: Desk,
    particulars: Particulars,
    number: PhoneNumber,
    *,
    volunteer_id: VolunteerId | None = None,
) -> Volunteer:
    """Put someone on the roster and welcome them by text. With the same `volunteer_id`, once."""
    volunteer = new(desk, particulars, number, volunteer_id=volunteer_id)
    texts = welcome(desk, volunteer)
    plan = {"added": finding.causes(desk, "volunteer_added", *texts, volunteer=volunteer.id)}
    match desk.store.roster.add(volunteer, now=desk.clock.now(), plan=plan):
        case "added":
            return volunteer
        case "known" if volunteer_id and (there := desk.store.roster.get(volunteer_id)):
            return there
        case "known":
            raise RefusedError(
                "That number is on the roster already. See: warmline volunteers list"
            )
        case _:  # who reaches out to the line is nobody's business, not even an operator's
            raise RefusedError("That number cannot be added just now. Please try again later.")


def new(
    desk: Desk,
    particulars: Particulars,
    number: PhoneNumber,
    *,
    volunteer_id: VolunteerId | None = None,
) -> Volunteer:
    """Someone who is not on the roster yet."""
    key, known = desk.store.people.key_of(number), volunteer_id or VolunteerId(new_id("v"))
    return Volunteer(id=known, key=key, number=number, **particulars.facts())


def welcome(desk: Desk, volunteer: Volunteer) -> Texts:
    """What someone new on the roster is told."""
    if not desk.line.numbers:
        raise SettingsError(("WARMLINE_NUMBERS is missing: the welcome comes from the main one",))
    return to_volunteer(desk, volunteer, volunteers_en.welcome(desk.line.name))


def edit(desk: Desk, volunteer: Volunteer, particulars: Particulars) -> Volunteer:
    """Write down what a coordinator says about a volunteer now, unless someone else has just said something else."""
    after = replace(volunteer, **particulars.facts())
    plan = {"edited": edited(desk, volunteer, after)}
    match desk.store.roster.edit(after, before=volunteer, now=desk.clock.now(), plan=plan):
        case "edited":
            return after
        case "moved":
            found = desk.store.roster.get(volunteer.id)
            if found and Particulars.of(found) == particulars:
                return found  # as asked for, perhaps by this very edit, whose answer was lost
            raise RefusedError("Somebody else changed that volunteer just now. Look and try again.")
        case _:
            raise RefusedError("That volunteer was taken off the roster just now.")


def edited(desk: Desk, before: Volunteer, after: Volunteer) -> Effects:
    """What follows from it. In another zone, quiet hours are others: their shifts are looked at anew."""
    what = Particulars.of(after).differing(Particulars.of(before))
    about = {"volunteer": before.id, "what": " ".join(what)}
    effects, now = finding.causes(desk, "volunteer_edited", **about), desk.clock.now()
    shifts = desk.store.shifts.of(before.id, now, now + AROUND) if "zone" in what else []
    return replace(effects, bell=(*effects.bell, *(desk.store.keys.shift(s.id) for s in shifts)))


def remove(desk: Desk, volunteer: Volunteer) -> None:
    """Take someone off the roster, with their claims; whoever was offered to them is offered to others."""
    plan = {"removed": finding.causes(desk, "volunteer_removed", volunteer=volunteer.id)}
    for _ in range(TRIES):
        take_offers_back(desk, volunteer)
        claimed = desk.store.shifts.all_of(volunteer.id)
        match desk.store.roster.remove(volunteer, claimed, now=desk.clock.now(), plan=plan):
            case "removed":
                return
            case "unknown":
                raise RefusedError("That volunteer was taken off the roster just now.")
            case "talking":
                raise RefusedError(
                    f"{volunteer.name} is talking with someone. Ask them to text DONE first, "
                    "then try again; `warmline volunteers edit` can change all else at any time."
                )
        volunteer = desk.store.roster.get(volunteer.id) or volunteer
    raise RefusedError("The line is too busy for that just now. Please try again.")


def take_offers_back(desk: Desk, volunteer: Volunteer) -> None:
    """Whoever is offered to this volunteer is offered to others instead."""
    for offered in volunteer.offers:
        take_back(desk, offered, volunteer.id)


def take_back(desk: Desk, offered: ContactId, volunteer: VolunteerId) -> None:
    """One person is no longer offered to one volunteer."""
    plan = {"left": Effects(bell=(desk.store.keys.contact(offered),))}
    for _ in range(TRIES):
        contact = desk.store.contacts.get(offered)
        if contact is None:
            return
        word = desk.store.contacts.leave_offer(
            contact, volunteer, Tried.PASSED, now=desk.clock.now(), plan=plan
        )
        if word != "moved":
            return
