"""What a text contact needs now. Decisions are values; carrying them out is the flows' work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.ids import VolunteerId
from warmline.routing.contact import Contact, State
from warmline.routing.matching import next_rung_at

LOOK_AGAIN = timedelta(seconds=30)  # whoever waits is looked at this often even if no bell rang


@dataclass(frozen=True, slots=True)
class Lapse:
    """These volunteers were asked and did not answer in time."""

    missed: tuple[VolunteerId, ...]


@dataclass(frozen=True, slots=True)
class TellNobodyIsOn:
    """Say at once that nobody is on, and when the line opens again."""


@dataclass(frozen=True, slots=True)
class TellPatience:
    """The person has waited long: name the other choices unless they know them, and tell a coordinator."""


@dataclass(frozen=True, slots=True)
class CloseUnanswered:
    """Nobody could be with them for so long that a text from us would come out of nowhere: say so, kindly."""


@dataclass(frozen=True, slots=True)
class AskIfStillThere:
    """Both have been silent for a while: ask once."""


@dataclass(frozen=True, slots=True)
class CloseForSilence:
    """They were asked and did not answer: close kindly."""


@dataclass(frozen=True, slots=True)
class PeerIsGone:
    """The caller said that they are there, the peer was reminded and is silent: look for somebody else."""


@dataclass(frozen=True, slots=True)
class AskAboutHandOn:
    """The peer's shift is over: ask the caller whether to go on with another peer."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do before `until`."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Nothing:
    """The contact is closed."""


Step = (
    Lapse
    | TellNobodyIsOn
    | TellPatience
    | CloseUnanswered
    | AskIfStillThere
    | CloseForSilence
    | PeerIsGone
    | AskAboutHandOn
    | Wait
    | Nothing
)


def next_step(
    contact: Contact, *, anyone_on: bool, on_until: datetime | None, now: datetime
) -> Step:
    """What this contact needs besides an offer, which `matching` makes in the order of all places.

    `anyone_on`: whether any volunteer is on; `on_until`: when the peer's duty ends, if it does.
    """
    match contact.state:
        case State.CLOSED:
            return Nothing()
        case State.ACTIVE:
            return _while_talking(contact, on_until=on_until, now=now)
        case State.WAITING | State.OFFERED:
            return _while_waiting(contact, anyone_on=anyone_on, now=now)


def _while_waiting(contact: Contact, *, anyone_on: bool, now: datetime) -> Step:
    missed = tuple(peer for peer, lapses_at in contact.offered.items() if lapses_at <= now)
    if missed:
        return Lapse(missed)
    gives_up = contact.since + contact.policy.longest_wait
    if gives_up <= now and not contact.offered:
        return CloseUnanswered()
    patience_ends = contact.looked_for_since + contact.policy.patience
    if not contact.told_patience and patience_ends <= now:
        return TellPatience()
    if not anyone_on and not contact.told_nobody:
        return TellNobodyIsOn()
    moments = [now + LOOK_AGAIN, *contact.offered.values()]
    if not contact.told_patience:
        moments.append(patience_ends)
    if widens := next_rung_at(contact, now):
        moments.append(widens)
    return Wait(min(moments))


def _while_talking(contact: Contact, *, on_until: datetime | None, now: datetime) -> Step:
    if on_until and not contact.shift_over:
        if on_until <= now:
            return AskAboutHandOn()
    else:
        on_until = None
    quiet_since = contact.last_words or contact.opened
    if contact.asked is None and contact.reminded and contact.waits_for_peer:
        gone_at = quiet_since + contact.policy.patience
        return PeerIsGone() if gone_at <= now else Wait(min(gone_at, on_until or gone_at))
    if contact.asked is None:
        asks_at = quiet_since + contact.policy.silence
        return AskIfStillThere() if asks_at <= now else Wait(min(asks_at, on_until or asks_at))
    closes_at = contact.asked + contact.policy.silence
    return CloseForSilence() if closes_at <= now else Wait(min(closes_at, on_until or closes_at))
