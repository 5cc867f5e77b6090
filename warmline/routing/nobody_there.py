"""Nobody takes a caller: what is tried for them next, so that whoever waits is never left with sounds alone.

The search goes on where it ends for texts: peers; then a coordinator; then the fallback number, which is the crisis
line unless the operator has another; and at last their place is kept, and we ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.routing.call import Call, Stage
from warmline.routing.contact import Contact
from warmline.routing.matching import why_not
from warmline.volunteers.roster import Volunteer, WhyNot

# four rounds: nobody is here, and three times what they can choose
HEARS_CHOICES = timedelta(seconds=80)
SOON_FREE = frozenset({None, WhyNot.BUSY, WhyNot.WRAPPING_UP})


@dataclass(frozen=True, slots=True)
class Around:
    """Who there is for one caller at this moment."""

    peers: bool = True  # one of them is free, or will be
    coordinators: bool = False  # one of them can still be rung for this caller
    outside: bool = False  # there is a number that may be dialled


@dataclass(frozen=True, slots=True)
class NobodyIsThere:
    """From now on the caller hears so, and what they can choose."""


@dataclass(frozen=True, slots=True)
class PutThrough:
    """Nobody of ours can come: the fallback number is dialled, and they are told so."""


@dataclass(frozen=True, slots=True)
class KeepToRingBack:
    """Nobody at all can be reached now: the place is kept, and they are rung when a peer is here."""


@dataclass(frozen=True, slots=True)
class CloseWithNobody:
    """Nobody can be reached, and they cannot be rung: they are told whom to call, and when a peer is here."""


NobodyStep = NobodyIsThere | PutThrough | KeepToRingBack | CloseWithNobody


def may_come(one: Volunteer, contact: Contact, *, blocked: bool, now: datetime) -> bool:
    """Whether somebody on duty can take this caller, now or when they have finished what they do."""
    return why_not(one, contact, on_duty=True, blocked=blocked, now=now) in SOON_FREE


def has_heard_choices(call: Call, now: datetime) -> bool:
    """Whether a held caller, for whom there is nobody, has heard three times what they can choose."""
    return call.nobody_since is not None and call.nobody_since + HEARS_CHOICES <= now


def step_for(contact: Contact, call: Call, around: Around, now: datetime) -> NobodyStep | None:
    """What happens to a held caller for whom there is nobody; None while somebody may come, or they still choose."""
    if call.stage is not Stage.HELD or around.peers:
        return None
    if call.nobody_since is None:
        return NobodyIsThere()
    if around.coordinators or contact.offered or not has_heard_choices(call, now):
        return None
    if around.outside and not call.outside_tried:
        return PutThrough()
    return KeepToRingBack() if contact.caller_number else CloseWithNobody()


def asks_coordinators(contact: Contact, call: Call, *, peers: bool, now: datetime) -> bool:
    """Whether coordinators are rung like peers: when patience is over, or when there is nobody else."""
    if call.stage is not Stage.HELD:
        return False
    patience_ends = contact.looked_for_since + contact.policy.patience
    return patience_ends <= now or (not peers and has_heard_choices(call, now))
