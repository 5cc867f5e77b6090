"""The one job: look at keys."""

from __future__ import annotations

import logging
from functools import cache

from rq.timeouts import BaseTimeoutException

from warmline import wiring
from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.flows.look import look
from warmline.jobs.couriers import Couriers

log = logging.getLogger(__name__)

# What may wait long for an answer from outside.
ASKS_THE_PROVIDER = {"lane", "leg", "out", "erasing", "watermark", "alarm", "heartbeat"}


def look_at(*keys: str) -> None:
    """Do what these keys need now; run twice, it does the same as once. One that fails keeps no other back.

    Whatever has to ask the provider is left to the couriers, so that nobody's text waits for a slow answer.
    """
    failed = 0
    for key in keys:
        try:
            if desk().store.keys.short(key)[0] in ASKS_THE_PROVIDER:
                couriers().look(key)
            else:
                look(desk(), key)
        except BaseTimeoutException:  # RQ's: the whole job has taken too long
            raise
        except TransientError as away:
            failed += 1
            log.warning("a look had to stop", extra={"why": str(away)})
        except Exception:  # once the others have had their look, RQ is told
            failed += 1
            log.exception("a look failed", extra={"kind": desk().store.keys.short(key)[0]})
    if failed:  # RQ writes down what it is told: so not what it was about
        raise TransientError(f"{failed} of {len(keys)} looks failed")


@cache
def couriers() -> Couriers:
    """The couriers of this worker process."""
    return Couriers()


@cache
def desk() -> Desk:
    """The desk of this worker process: RQ calls jobs with a key and nothing else, so it is found here."""
    carriers = couriers()
    carriers.desk = wiring.desk_of(wiring.settings_of_process(), hand_over=carriers.look)
    return carriers.desk
