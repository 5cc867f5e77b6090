"""A peer in a call presses *, and keys after it; and what is announced to one side of a talk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, request

from warmline.errors import TransientError
from warmline.flows.calls import listening, menu, news, phoning_menu
from warmline.flows.desk import Desk
from warmline.ids import LegId
from warmline.routing.call import Call
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg, Side, Tell
from warmline.telephony import call_payloads as payloads
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.telephony.voice.menu import announcement
from warmline.telephony.voice.menu import menu as menu_document
from warmline.webhooks import announcing, hearing, phoning
from warmline.webhooks.answering import xml
from warmline.words import spoken_menu

_MENUS: Mapping[str, Callable[[str], str]] = {
    "ringing": spoken_menu.menu_while_it_rings,
    "three": spoken_menu.menu_of_three,
}
_BACK: Mapping[str, Callable[[str], str]] = {
    "back": spoken_menu.back,
    "let_go": spoken_menu.let_go,
    "not_now": spoken_menu.not_now,
    "rings": spoken_menu.rings,
    "asked": spoken_menu.asked,
}


def serve(blueprint: Blueprint, desk: Desk) -> None:
    """Put these routes beside the others of a call."""

    @blueprint.post("/star/<leg_id>")
    def star(leg_id: str) -> Response:
        leg = desk.store.legs.get(LegId(leg_id))
        if leg is None:
            return xml(voice.goodbye(desk.line.language))
        if news.told(desk, leg, payloads.call_news(request.form)) == "over":
            return xml(voice.goodbye(desk.line.language))
        if _within_texts(desk, leg):
            return xml(phoning.star(desk, leg))
        talk = menu.talk_of(desk, leg)
        if talk is None:
            return xml(_elsewhere(desk, leg))
        menu.reassure(desk, leg)
        return xml(_menu(leg, *talk))

    @blueprint.post("/menu/<leg_id>/<shown>")
    def pressed(leg_id: str, shown: str) -> Response:
        leg = desk.store.legs.get(LegId(leg_id))
        if leg is None:
            return xml(voice.goodbye(desk.line.language))
        key = payloads.digits(request.form)
        if _within_texts(desk, leg):
            word = phoning_menu.press(desk, leg, key)
            if word != "consent":
                return xml(phoning.after_key(desk, leg, word))
        else:
            # its own key made it a call like any other, and the provider asks once more
            shown = "alone" if shown == phoning_menu.SHOWN else shown
            word = menu.press(desk, leg, key, shown=shown)
        return xml(_heard(desk, leg, word))

    @blueprint.post("/agreed/<leg_id>")
    def agreed(leg_id: str) -> Response:
        leg = desk.store.legs.get(LegId(leg_id))
        if leg is None:
            return xml(voice.goodbye(desk.line.language))
        return xml(_heard(desk, leg, menu.consent(desk, leg, payloads.digits(request.form))))

    @blueprint.post("/back/<leg_id>")
    def back(leg_id: str) -> Response:
        leg = desk.store.legs.get(LegId(leg_id))
        if leg and _within_texts(desk, leg):
            return xml(phoning.after_key(desk, leg, "back"))
        return xml(_heard(desk, leg, "back") if leg else voice.goodbye(desk.line.language))

    @blueprint.post("/tell/<leg_id>")
    def tell(leg_id: str) -> Response:
        try:
            leg = desk.store.legs.get(LegId(leg_id))
            contact = desk.store.contacts.get(leg.contact) if leg and leg.contact else None
        except TransientError:  # they are talking: nothing is said into that about trouble of ours
            return xml(announcement("en", ()))
        if leg is None or contact is None:
            return xml(announcement("en", ()))
        language = contact.language if leg.side is Side.CALLER else "en"
        what = request.args.get("what", "")
        said = announcing.words(contact, what, desk.clock.now())
        then = Addresses(leg.id).to("told") if what == Tell.LISTENS else None
        return xml(announcement(language, said, then=then))

    @blueprint.post("/told/<leg_id>")
    def told(leg_id: str) -> Response:
        """Asked for when the words before have been said, and only then."""
        try:
            leg = desk.store.legs.get(LegId(leg_id))
            if leg:
                listening.peer_knows(desk, leg)
        except TransientError:  # then nobody listens
            pass
        return xml(announcement("en", ()))


def _within_texts(desk: Desk, leg: Leg) -> bool:
    contact = desk.store.contacts.get(leg.contact) if leg.contact else None
    return phoning.is_within(leg, contact)


def _menu(leg: Leg, contact: Contact, call: Call) -> str:
    to, shown = Addresses(leg.id), menu.shown_as(call)
    words = _MENUS.get(shown, spoken_menu.menu)(contact.alias)
    return menu_document("en", [words], action=to.to("menu", f"/{shown}"), back=to.to("back"))


def _heard(desk: Desk, leg: Leg, word: str) -> str:
    """What follows a key: another question, the room again, or the end."""
    talk = menu.talk_of(desk, leg)
    if talk is None:
        return _elsewhere(desk, leg)
    contact, to = talk[0], Addresses(leg.id)
    if word == "menu":
        return _menu(leg, *talk)
    if word == "consent":
        menu.reassure(desk, leg)
        words = [spoken_menu.consent(contact.alias)]
        return menu_document("en", words, action=to.to("agreed"), back=to.to("back"))
    said = _BACK.get(word, spoken_menu.back)(contact.alias)
    return hearing.room_again(leg, *talk, words=[said])


def _elsewhere(desk: Desk, leg: Leg) -> str:
    """The talk is over, or the peer has left it: what is true now."""
    contact = desk.store.contacts.get(leg.contact) if leg.contact else None
    return hearing.now(desk, leg, contact)
