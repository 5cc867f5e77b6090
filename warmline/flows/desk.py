"""The desk: everything that a story needs at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from warmline.clock import Clock
from warmline.flows.crisis_lines import Lookout
from warmline.rehearsal import Steps
from warmline.routing.line import Line
from warmline.routing.policy import Policy
from warmline.safety.reading import Reading, Said
from warmline.store.effects import Effects, NewLeg, Plan
from warmline.store.store import Store
from warmline.telephony.client import Provider
from warmline.telephony.outside import Outside
from warmline.volunteers.limits import Limits


@dataclass(frozen=True, slots=True)
class Desk:
    """Built once by `wiring`. `hand_over` sees to it that a lane or a leg is looked at now rather than soon."""

    store: Store
    provider: Provider
    clock: Clock
    line: Line
    crisis_lines: Lookout
    policy: Policy
    limits: Limits
    public_url: str
    reconcile_every: timedelta
    roster_weeks: int  # how far ahead shifts are made from patterns
    steps: Steps
    hand_over: Callable[[str], None]
    read: Callable[[str, Sequence[Said]], Reading]  # a caller's text, for risk
    outside: Outside
    by: str = "line"  # who the journal says changed the roster

    def settle(self, plan: Plan, word: str) -> str:
        """After a transition: what it put into the outbox goes out. Gives the word back."""
        effects, keys = plan.get(word, Effects()), self.store.keys
        lanes = [keys.lane(text.recipient) for text in effects.texts]
        legs = [keys.leg(leg.id if isinstance(leg, NewLeg) else leg.leg) for leg in effects.legs]
        if lanes or legs:
            self.steps.reach("committed")
        for key in dict.fromkeys([*legs, *lanes]):
            self.hand_over(key)
        return word
