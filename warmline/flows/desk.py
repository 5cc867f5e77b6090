"""The desk: everything that a story needs at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from warmline.clock import Clock
from warmline.flows.crisis_lines import Lookout
from warmline.ids import CallerKey
from warmline.rehearsal import Steps
from warmline.routing.line import Line
from warmline.routing.policy import Policy
from warmline.store.effects import Effects, Plan
from warmline.store.store import Store
from warmline.telephony.client import Provider
from warmline.volunteers.limits import Limits


@dataclass(frozen=True, slots=True)
class Desk:
    """Built once by `wiring`. `hand_over` sees to it that a phone's waiting texts leave now rather than soon."""

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
    hand_over: Callable[[CallerKey], None]
    by: str = "line"  # who the journal says changed the roster

    def settle(self, plan: Plan, word: str) -> str:
        """After a transition: what it put into the outbox goes out. Gives the word back."""
        texts = plan.get(word, Effects()).texts
        if texts:
            self.steps.reach("committed")
        for recipient in dict.fromkeys(text.recipient for text in texts):
            self.hand_over(recipient)
        return word
