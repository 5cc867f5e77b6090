"""The warm handoff as a state machine: the crisis line joins as a third voice, and whatever goes wrong falls back to staying.

Every event has an answer in every state: a decision, or a place among those that change nothing there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.routing.call import Call, Handoff
from warmline.routing.leg import Leg, Tell

LONGEST_RING = timedelta(seconds=90)  # domain.md, section 2.2: a queue over 60 to 90 seconds fails
NOBODY_ALLOWED = timedelta(seconds=120)  # the peer hears that no coordinator has answered yet


class Event(StrEnum):
    """What can happen to a handoff."""

    OFFERED = "offered"  # the peer is about to ask the person
    AGREED = "agreed"  # the person wants it, says the peer
    NOT_NOW = "not_now"  # the person does not want it, says the peer
    DANGER = "danger"  # no consent, but life is in danger, says the peer
    ALLOWED = "allowed"  # a coordinator, with a reason
    NO_NUMBER = "no_number"  # they may dial, and there is no confirmed number to dial
    JOINED = "joined"  # the crisis line has picked up
    LINE_OVER = "line_over"  # its call has ended: busy, no answer, failed, or hung up
    TOO_LONG = "too_long"  # the time of this state has run out
    LET_GO = "let_go"  # the peer sends the crisis line away, and stays
    LEAVE = "leave"  # the person agrees to go on with the crisis line alone, says the peer
    PEER_GONE = "peer_gone"
    CALLER_GONE = "caller_gone"
    ENDED = "ended"  # the peer ends the call


class Do(StrEnum):
    """What follows, in the same write as the new state; a page is asked for just before."""

    DIAL = "dial"
    HANG_UP = "hang_up"  # the crisis line's leg
    ASK_COORDINATOR = "ask_coordinator"  # for the second pair of eyes
    TELL_COORDINATOR = "tell_coordinator"  # that it is offered, as HANDOFF by text does
    TAKE_BACK = "take_back"  # what the coordinator was asked or told
    TEXT_NUMBER = "text_number"  # to the caller, if they take texts
    PAGE = "page"
    FREE_PEER = "free_peer"  # the peer leaves; caller and crisis line stay together
    HOLD_FIRST = "hold_first"  # the caller waits again, before all others


@dataclass(frozen=True, slots=True)
class Decision:
    """The state from now on, and what follows. `again`: the time of a state that stays begins anew."""

    to: Handoff | None
    does: tuple[Do, ...] = ()
    tells: Tell | None = None
    again: bool = False


_OVER = Decision(None)
_FALLS_BACK = (Do.TEXT_NUMBER, Do.PAGE)
_UNTIL_AGREED: Mapping[Event, Decision] = {
    Event.AGREED: Decision(Handoff.RINGING, (Do.DIAL,)),
    Event.NO_NUMBER: Decision(None, _FALLS_BACK, Tell.NO_NUMBER),
    Event.PEER_GONE: _OVER,
    Event.CALLER_GONE: _OVER,
    Event.ENDED: _OVER,
}

DECISIONS: Mapping[Handoff | None, Mapping[Event, Decision]] = {
    None: {Event.OFFERED: Decision(Handoff.OFFERED, (Do.TELL_COORDINATOR,))},
    Handoff.OFFERED: {
        **_UNTIL_AGREED,
        Event.NOT_NOW: Decision(None, (Do.TAKE_BACK,)),
        Event.DANGER: Decision(Handoff.ASKED, (Do.ASK_COORDINATOR,)),
    },
    Handoff.ASKED: {
        **_UNTIL_AGREED,
        Event.AGREED: Decision(Handoff.RINGING, (Do.DIAL, Do.TAKE_BACK)),
        Event.ALLOWED: Decision(Handoff.RINGING, (Do.DIAL,), Tell.RINGS),
        Event.NOT_NOW: Decision(None, (Do.TAKE_BACK,)),
        Event.TOO_LONG: Decision(Handoff.ASKED, tells=Tell.NOT_ALLOWED_YET, again=True),
        Event.PEER_GONE: Decision(None, (Do.TEXT_NUMBER, Do.PAGE)),
        Event.CALLER_GONE: Decision(None, (Do.TEXT_NUMBER, Do.PAGE)),
        Event.ENDED: Decision(None, (Do.TEXT_NUMBER, Do.PAGE)),
    },
    Handoff.RINGING: {
        Event.JOINED: Decision(Handoff.THREE, tells=Tell.THREE),
        Event.LINE_OVER: Decision(None, _FALLS_BACK, Tell.FAILED),
        Event.TOO_LONG: Decision(None, (Do.HANG_UP, *_FALLS_BACK), Tell.FAILED),
        Event.LET_GO: Decision(None, (Do.HANG_UP,)),
        Event.PEER_GONE: Decision(None, (Do.HANG_UP, *_FALLS_BACK)),
        Event.CALLER_GONE: Decision(None, (Do.HANG_UP, *_FALLS_BACK)),
        Event.ENDED: Decision(None, (Do.HANG_UP, *_FALLS_BACK)),
    },
    Handoff.THREE: {
        Event.LINE_OVER: Decision(None, _FALLS_BACK, Tell.GONE),
        Event.TOO_LONG: Decision(Handoff.THREE, tells=Tell.NOBODY_THERE),
        Event.LET_GO: Decision(None, (Do.HANG_UP,)),
        Event.LEAVE: Decision(Handoff.LEFT, (Do.FREE_PEER,)),
        # whoever is with the crisis line is not torn from it because a peer's phone failed
        Event.PEER_GONE: Decision(Handoff.LEFT, (Do.FREE_PEER, *_FALLS_BACK)),
        Event.CALLER_GONE: Decision(None, (Do.HANG_UP, *_FALLS_BACK)),
        Event.ENDED: Decision(None, (Do.HANG_UP, *_FALLS_BACK)),
    },
    Handoff.LEFT: {
        Event.LINE_OVER: Decision(None, (Do.HOLD_FIRST, *_FALLS_BACK)),
        Event.CALLER_GONE: Decision(None, (Do.HANG_UP,)),
    },
}

CHANGES_NOTHING: Mapping[Handoff | None, frozenset[Event]] = {
    None: frozenset(Event) - {Event.OFFERED},  # nothing is under way; a key pressed too late
    Handoff.OFFERED: frozenset(
        {Event.OFFERED, Event.ALLOWED, Event.JOINED, Event.LINE_OVER, Event.TOO_LONG}
        | {Event.LET_GO, Event.LEAVE}
    ),
    Handoff.ASKED: frozenset(
        {Event.OFFERED, Event.DANGER, Event.JOINED, Event.LINE_OVER, Event.LET_GO, Event.LEAVE}
    ),
    Handoff.RINGING: frozenset(
        {Event.OFFERED, Event.AGREED, Event.NOT_NOW, Event.DANGER, Event.ALLOWED}
        | {Event.NO_NUMBER, Event.LEAVE}  # nobody is left with a line that only rings
    ),
    Handoff.THREE: frozenset(
        {Event.OFFERED, Event.AGREED, Event.NOT_NOW, Event.DANGER, Event.ALLOWED}
        | {Event.NO_NUMBER, Event.JOINED}
    ),
    Handoff.LEFT: frozenset(Event) - {Event.LINE_OVER, Event.CALLER_GONE},
}


FAILS_ALONE = frozenset({Handoff.ASKED, Handoff.RINGING, Handoff.THREE})
"""States in which a side that goes is seen to here, before what its going means for the talk."""


def decide(handoff: Handoff | None, event: Event) -> Decision | None:
    """What this event changes in this state; None for nothing."""
    return DECISIONS[handoff].get(event)


def news(call: Call, crisis_leg: Leg | None, now: datetime) -> Event | None:
    """What the crisis line's leg, or the clock, tells of a handoff. A leg that nobody remembers is over."""
    since = call.handoff_since
    match call.handoff:
        case Handoff.RINGING:
            if crisis_leg is None or crisis_leg.is_over:
                return Event.LINE_OVER
            if crisis_leg.answered:
                return Event.JOINED
            return Event.TOO_LONG if since and since + LONGEST_RING <= now else None
        case Handoff.THREE:
            if crisis_leg is None or crisis_leg.is_over:
                return Event.LINE_OVER
            return Event.TOO_LONG if since and since + LONGEST_RING <= now else None
        case Handoff.LEFT:
            return Event.LINE_OVER if crisis_leg is None or crisis_leg.is_over else None
        case Handoff.ASKED:
            return Event.TOO_LONG if since and since + NOBODY_ALLOWED <= now else None
        case Handoff.OFFERED | None:  # the peer is talking with them
            return None


def next_moment(call: Call) -> datetime | None:
    """When the time of this state runs out, if it does."""
    waits = {
        Handoff.RINGING: LONGEST_RING,
        Handoff.THREE: LONGEST_RING,
        Handoff.ASKED: NOBODY_ALLOWED,
    }
    if call.handoff in waits and call.handoff_since:
        return call.handoff_since + waits[call.handoff]
    return None
