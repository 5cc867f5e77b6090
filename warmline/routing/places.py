"""Who of those with an earlier place may still be answered before somebody: nobody else is counted when a place is told."""

from __future__ import annotations

from datetime import datetime

from warmline.routing.call import Call, Stage
from warmline.routing.policy import Policy
from warmline.routing.ringing_back import is_last_try


def may_come_first(call: Call, policy: Policy, now: datetime) -> bool:
    """Whether this caller, who waits, may yet be answered. Whoever has left for good is not before anybody.

    They count as long as they could come back into their place: else a place that was told would turn out to be too good.
    """
    match call.stage:
        case Stage.HELD | Stage.TOGETHER | Stage.RINGING:
            return True
        case Stage.DROPPED:
            return call.connected is None and now < (call.since or now) + policy.keeps_place
        case Stage.RING_BACK:  # one who rests for long is answered after whoever waits on the line
            rests = call.rests_until is not None and call.rests_until > now + policy.patience
            return not (rests or is_last_try(call))
        case Stage.CRISIS | Stage.OUTSIDE:  # they are back in their place if nobody answers there
            return call.connected is None
        case Stage.MESSAGE | Stage.SPEAKING:
            return not call.message
        case Stage.BY_TEXT:
            return False
