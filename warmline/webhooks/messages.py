"""Messages for the team: the caller's consent, the recording, and a coordinator who listens."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from warmline.errors import PermanentError, TransientError
from warmline.flows.calls import message, playing
from warmline.flows.desk import Desk
from warmline.ids import LegId, MessageId
from warmline.routing import hears
from warmline.routing.contact import Contact
from warmline.routing.leg import Leg
from warmline.telephony import call_payloads as payloads
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import choosing, hearing
from warmline.webhooks.answering import xml
from warmline.words import messages_en, times_aloud
from warmline.words.choices_aloud import choices_aloud

AGAIN = "2"
SOUNDS = "/webhooks/sounds/message"


def sounds(desk: Desk) -> Blueprint:
    """Where the provider fetches a message that a coordinator listens to just now.

    The only webhook that asks the provider: its recordings are open to our credentials alone, so that nobody who has
    an address can listen. This address is good for as long as that one call lasts.
    """
    blueprint = Blueprint("message_sounds", __name__, url_prefix=SOUNDS)

    @blueprint.get("/<leg_id>/<message_id>.mp3")
    def sound(leg_id: str, message_id: str) -> Response:
        leg = desk.store.legs.get(LegId(leg_id))
        found = desk.store.messages.get(MessageId(message_id))
        if leg is None or leg.is_over or found is None or not playing.may_hear(desk, leg):
            abort(404)
        try:
            heard = desk.provider.recordings.sound(found.recording)
        except (TransientError, PermanentError):
            abort(503)
        desk.store.messages.sent_to(leg.id, found.id)
        return Response(heard, mimetype="audio/mpeg", headers={"Cache-Control": "no-store"})

    return blueprint


def routes(blueprint: Blueprint, desk: Desk) -> None:
    """All of `/webhooks/voice` that is about messages."""

    @blueprint.post("/consent/<leg_id>")
    def consent(leg_id: str) -> Response:
        return xml(_after(desk, LegId(leg_id), payloads.digits(request.form)))

    @blueprint.post("/spoken/<leg_id>")
    def spoken(leg_id: str) -> Response:
        leg, contact = _who(desk, LegId(leg_id))
        recorded = payloads.recorded(request.form)
        if leg is None or contact is None or recorded is None:
            return xml(_after(desk, LegId(leg_id), "", silent=True))
        message.keep(desk, leg, recorded)
        return xml(voice.goodbye(contact.language, choices_aloud(contact.language).message_left()))

    @blueprint.post("/silent/<leg_id>")
    def silent(leg_id: str) -> Response:
        return xml(_after(desk, LegId(leg_id), "", silent=True))

    @blueprint.post("/recorded/<leg_id>")
    def recorded(leg_id: str) -> tuple[str, int]:
        leg, _ = _who(desk, LegId(leg_id))
        told = payloads.recorded(request.form)
        if leg and told:
            message.keep(desk, leg, told)
        return "", 204

    @blueprint.post("/play/<leg_id>")
    def play(leg_id: str) -> Response:
        leg = desk.store.legs.get(LegId(leg_id))
        if leg is None or not playing.may_hear(desk, leg):
            return xml(voice.goodbye("en"))
        was, key = request.args.get("was", ""), payloads.digits(request.form)
        if was and not desk.store.messages.was_sent_to(leg.id, MessageId(was)):
            return xml(voice.goodbye("en", messages_en.cannot_play()))
        if was and key != AGAIN:
            message.heard(desk, MessageId(was), leg.volunteer or "")
        if not was and key != "1":
            return xml(hearing.now(desk, leg, None))
        return xml(_play(desk, leg))


def _after(desk: Desk, leg_id: LegId, key: str, *, silent: bool = False) -> str:
    """What a caller hears after their answer, or after having said nothing."""
    leg, contact = _who(desk, leg_id)
    if leg is None or contact is None:
        return voice.goodbye(desk.line.language)
    word = message.agree(desk, leg, key)
    fresh = desk.store.contacts.get(contact.id) or contact
    if word != "no_message":
        return choosing.out_of_line(desk, leg, fresh, word)
    waits = isinstance(hears.heard_by(leg, fresh), hears.Hold)
    words = choices_aloud(fresh.language)
    said = words.nothing_recorded() if silent else words.no_message()
    return voice.say_then(fresh.language, [said] if waits else [], Addresses(leg.id).to("now"))


def _play(desk: Desk, leg: Leg) -> str:
    found, waiting = playing.next_message(desk)
    if found is None:
        return voice.goodbye("en", messages_en.no_more())
    when = times_aloud.moment(found.left, desk.line.zone, now=desk.clock.now())
    return voice.play(
        "en",
        [messages_en.before(waiting, when)],
        f"{desk.public_url}{SOUNDS}/{leg.id}/{found.id}.mp3",
        [messages_en.after()],
        action=Addresses(leg.id).to("play", f"?was={found.id}"),
    )


def _who(desk: Desk, leg_id: LegId) -> tuple[Leg | None, Contact | None]:
    leg = desk.store.legs.get(leg_id)
    contact = desk.store.contacts.get(leg.contact) if leg and leg.contact else None
    return leg, contact
