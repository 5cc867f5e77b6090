"""A caller is put through to somebody outside: the document that dials, and what follows when that is over."""

from __future__ import annotations

from flask import Blueprint, Response, request

from warmline.flows.calls import crisis, news, outside
from warmline.flows.desk import Desk
from warmline.ids import LegId
from warmline.phone import PhoneNumber
from warmline.routing import hears
from warmline.routing.call import Stage
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.telephony import call_payloads as payloads
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks.answering import xml
from warmline.words.choices_aloud import choices_aloud
from warmline.words.spoken import spoken

RINGS_FOR = 45  # seconds
TALKED = frozenset({"completed", "answered"})


def routes(blueprint: Blueprint, desk: Desk) -> None:
    """What the provider asks and tells while somebody outside is dialled."""

    @blueprint.post("/over/<leg_id>")
    def over(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        if leg is None or contact is None:
            return xml(voice.goodbye(desk.line.language))
        talked = payloads.fate_of(request.form) in TALKED
        if talked:
            outside.answered(desk, leg, _stage())
        if news.told(desk, leg, payloads.call_news(request.form)) == "over":
            return xml(voice.leave())
        return xml(_afterwards(desk, leg, contact, outside.is_over(desk, leg, talked=talked)))

    @blueprint.post("/answered/<leg_id>")
    def answered(leg_id: str) -> tuple[str, int]:
        leg, _ = _who(desk, LegId(leg_id))
        if leg:
            outside.answered(desk, leg, _stage())
        return "", 204


def document(desk: Desk, leg: Leg, contact: Contact, what: hears.Hears) -> str:
    """Dial, if there is a number that may be dialled."""
    to, language, words = Addresses(leg.id), contact.language, spoken(contact.language)
    chosen = isinstance(what, hears.CrisisLine)
    number = desk.line.crisis_number(contact.country) if chosen else desk.line.fallback_number
    query = f"?to={Stage.CRISIS if chosen else Stage.OUTSIDE}"
    if number is None:
        aloud = desk.line.crisis_aloud(language, contact.country)
        return voice.say_then(language, [words.crisis_number(aloud)], to.to("over", query))
    said = words.putting_through() if chosen else choices_aloud(language).putting_outside()
    return voice.put_through(
        language,
        [said],
        number=number.e164,
        sender=_sender(desk, contact).e164,
        rings_for=RINGS_FOR,
        to=to,
        query=query,
    )


def _sender(desk: Desk, contact: Contact) -> PhoneNumber:
    known = contact.line_number in desk.line.numbers
    return contact.line_number if known else desk.line.main_number


def _afterwards(desk: Desk, leg: Leg, contact: Contact, word: str) -> str:
    language, then = contact.language, Addresses(leg.id).to("now")
    aloud = desk.line.crisis_aloud(language, contact.country)
    match word:
        case "ended":
            return voice.goodbye(language, spoken(language).goodbye())
        case "crisis_failed":
            fresh = desk.store.contacts.get(contact.id)
            texted = bool(fresh and crisis.was_texted(desk, fresh))
            said = choices_aloud(language).crisis_line_failed(aloud, texted=texted)
            return voice.say_then(language, [said], then)
        case "outside_failed":
            return voice.say_then(language, [choices_aloud(language).outside_failed(aloud)], then)
        case _:
            return voice.say_then(language, [], then)


def _stage() -> Stage:
    return Stage.OUTSIDE if request.args.get("to") == Stage.OUTSIDE else Stage.CRISIS


def _who(desk: Desk, leg_id: LegId) -> tuple[Leg | None, Contact | None]:
    leg = desk.store.legs.get(leg_id)
    contact = desk.store.contacts.get(leg.contact) if leg and leg.contact else None
    return leg, contact
