"""The one job: look at a key."""

from __future__ import annotations

from functools import cache

from warmline import wiring
from warmline.flows.desk import Desk
from warmline.flows.look import look
from warmline.jobs.couriers import Couriers


def look_at(key: str) -> None:
    """Do what this key needs now; run twice, it does the same as once."""
    look(desk(), key)


@cache
def couriers() -> Couriers:
    """The couriers of this worker process."""
    return Couriers()


@cache
def desk() -> Desk:
    """The desk of this worker process: RQ calls jobs with a key and nothing else, so it is found here."""
    carriers = couriers()
    carriers.desk = wiring.desk_of(wiring.settings_of_process(), hand_over=carriers.hand_over)
    return carriers.desk
