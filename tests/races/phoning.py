"""Phones and a network for races: the provider's part is played by hand, so that nothing waits for HTTP."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from tests.races.rush import key_of, quiet, writes
from tests.stories.line import MAIN, Line
from warmline.flows.advance import advance
from warmline.flows.calls import arrival, holding, ringing_back, taking
from warmline.flows.calls.ringing import legs_to
from warmline.flows.inbox import read_inbox
from warmline.flows.look import look
from warmline.ids import CallSid, ContactId, LegId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing import hears
from warmline.routing.contact import Contact
from warmline.routing.leg import HANG_UP, NOW, Fate, Leg, LegState, Side, inbound_leg
from warmline.simulator.handset import Phone
from warmline.store.scripts import LOOK_AFTER_NEWS
from warmline.telephony.call_payloads import InboundCall
from warmline.volunteers.roster import Volunteer

_sids = itertools.count(1)
TURNS = 60
GOES = (hears.TooLate, hears.TalkOver, hears.CallerGone, hears.Parted, hears.Nothing)


class Network:
    """What the provider does for legs, and what people do on their phones."""

    def __init__(self, line: Line) -> None:
        self.desk, self.store, self.line = quiet(line.desk), line.desk.store, line

    # --- callers

    def phones(self, phone: Phone) -> Callable[[], str]:
        """Whoever has this phone rings; what takes the call in."""
        sid = self.sid()
        return lambda: self.arrives(sid, phone)

    def arrives(self, sid: CallSid, phone: Phone) -> str:
        call = InboundCall(sid, phone.number, MAIN)
        return arrival.arrive(self.desk, call, PhoneNumber(MAIN)).word

    def held(self, phone: Phone) -> Contact:
        """This phone rings, and is held."""
        sid = self.sid()
        assert self.arrives(sid, phone) in {"opened", "resumed"}
        leg = self.store.legs.get(inbound_leg(sid))
        assert leg is not None
        assert leg.contact is not None
        return self.read(leg.contact)

    def caller(self, contact: Contact) -> Leg:
        """The caller's leg at this moment."""
        fresh = self.read(contact.id)
        assert fresh.call is not None
        assert fresh.call.leg is not None
        leg = self.store.legs.get(fresh.call.leg)
        assert leg is not None
        return leg

    def hangs_up(self, leg: Leg) -> Callable[[], object]:
        return lambda: self.over(leg, Fate.COMPLETED)

    def keys(self, contact: Contact, key: str) -> Callable[[], str]:
        """The caller presses a key while held."""
        leg = self.caller(contact)
        return lambda: holding.press(self.desk, leg, key)

    # --- volunteers

    def volunteers(self, *names: str, capacity: int = 1, on: bool = False) -> list[Volunteer]:
        found = [self.line.volunteer(name, capacity=capacity)[0] for name in names]
        for volunteer in found if on else []:
            self.store.roster.keep(volunteer.id, {}, now=self.line.now(), plan={}, duty="inf")
        return found

    def rings(self, contact: Contact, *volunteers: Volunteer) -> list[Leg]:
        """The phones of these volunteers ring for a caller, and are answered; their legs."""
        asked = self.store.contacts.offer(
            contact,
            [v.id for v in volunteers],
            at_once=len(volunteers),
            lapses_at=self.line.now() + contact.policy.ring_for,
            now=self.line.now(),
            plan=legs_to(self.desk, contact, {v.id: v for v in volunteers}),
        )
        assert asked is not None
        assert len(asked) == len(volunteers)
        return [self.picks_up(self.leg_to(contact.id, v.id)) for v in volunteers]

    def leg_to(self, contact: ContactId, volunteer: VolunteerId) -> Leg:
        """The leg that rings this volunteer."""
        (leg,) = (
            leg
            for leg in self.store.legs.of(contact)
            if leg.volunteer == volunteer and not leg.is_over
        )
        return leg

    def picks_up(self, leg: Leg) -> Leg:
        self.place(leg.id)
        self.told(leg.id, "answered")
        return self.fresh(leg)

    def presses(self, leg: Leg, key: str) -> Callable[[], str]:
        """A volunteer presses a key while it is whispered to them."""
        return lambda: self.press(leg, key)

    def press(self, leg: Leg, key: str) -> str:
        """As the webhook does it."""
        if leg.side is Side.CALLER:
            return ringing_back.answer(self.desk, leg, key)
        if key == "1":
            return taking.take(self.desk, leg)
        return taking.pass_on(self.desk, leg) if key == "2" else "again"

    def texts(self, phone: Phone, body: str) -> Callable[[], None]:
        """A text of this phone lies in its inbox; what reads it. No answer leaves."""
        writes(self.line, phone, body)
        key = key_of(self.line, phone)
        return lambda: read_inbox(self.desk, key)

    # --- the network

    def sid(self) -> CallSid:
        return CallSid(f"CA{next(_sids):032x}")

    def place(self, leg_id: LegId) -> None:
        """A courier has a leg placed, if it is to be."""
        in_hand = self.store.legs.lease(leg_id, now=self.line.now())
        if in_hand.word == "place":
            self.leave(leg_id, in_hand.token, "noted", sid=self.sid())

    def leave(self, leg: LegId, token: str, how: str, **about: Any) -> str:
        look_at = self.line.now() + LOOK_AFTER_NEWS
        return self.store.legs.leave(leg, token, how, look=look_at, **about)

    def courier(self, leg_id: LegId) -> None:
        """Whatever this leg needs of the provider is done."""
        now = self.line.now()
        in_hand = self.store.legs.lease(leg_id, now=now)
        leg = self.store.legs.get(leg_id)
        if leg is None:
            return
        match in_hand.word:
            case "place":
                self.leave(leg_id, in_hand.token, "noted", sid=self.sid())
            case "obey":
                self.leave(leg_id, in_hand.token, "obeyed", order=leg.order)
                if leg.order == HANG_UP:
                    self.over(leg, Fate.COMPLETED if leg.answered else Fate.CANCELED)
                elif leg.order == NOW and leg.answered:
                    self.hears(leg)
            case "tell":
                self.leave(leg_id, in_hand.token, "told", order=leg.tell)
            case "check":
                self.leave(leg_id, in_hand.token, "")
            case _:
                pass

    def hears(self, leg: Leg) -> hears.Hears:
        """What this leg is played now; whoever hears a goodbye goes, and whoever is sent to the room comes there."""
        leg = self.fresh(leg)
        contact = self.store.contacts.get(leg.contact) if leg.contact else None
        what = hears.heard_by(leg, contact)
        if isinstance(what, (*GOES, hears.WillRingBack)):
            self.over(leg, Fate.COMPLETED)
        elif isinstance(what, hears.Room) and not leg.is_over:
            self.told(leg.id, "joined")
        return what

    def told(self, leg_id: LegId, what: str) -> None:
        leg = self.store.legs.get(leg_id)
        if leg and leg.sid:
            self.store.legs.hear(leg, leg.sid, what, now=self.line.now())

    def over(self, leg: Leg, fate: Fate) -> None:
        leg = self.fresh(leg)
        if leg.sid:
            self.store.legs.hear(leg, leg.sid, "over", fate=fate, now=self.line.now())

    def fresh(self, leg: Leg) -> Leg:
        found = self.store.legs.get(leg.id)
        assert found is not None
        return found

    def read(self, contact: ContactId) -> Contact:
        found = self.store.contacts.get(contact)
        assert found is not None
        return found

    # --- coming to rest

    def looks(self, contact: Contact) -> Callable[[], object]:
        """A worker that looks at this contact."""
        return lambda: advance(self.desk, contact.id)

    def rests(self) -> None:
        """Every bell and every moment that has come is seen to; texts are thrown away."""
        for _ in range(TURNS):
            rung = self.store.schedule.wait_for_bell(0.01)
            keys = dict.fromkeys([*rung, *self.store.schedule.take_due(self.line.now())])
            if not keys:
                self._throw_texts_away()
                return
            for key in keys:
                kind, name = self.store.keys.short(key)
                if kind == "leg":
                    self.courier(LegId(name))
                elif kind in {"lane", "out", "watermark"}:
                    self.store.schedule.done(key)
                else:
                    look(self.desk, key)
        raise AssertionError("the line does not come to rest")

    def _throw_texts_away(self) -> None:
        for kind in ("lane", "out"):
            pattern = self.store.keys.none().replace("none", f"{kind}:*")
            for key in self.store.connection.scan_iter(match=pattern, count=1000):
                self.store.connection.delete(key)
                self.store.schedule.done(key)

    def live_legs(self, contact: ContactId) -> list[Leg]:
        return [leg for leg in self.store.legs.of(contact) if leg.state is not LegState.OVER]
