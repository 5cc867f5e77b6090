"""What a caller asked to have erased is erased at the provider too, text by text."""

from __future__ import annotations

import logging
from datetime import timedelta

from warmline.errors import PermanentError, TransientError
from warmline.flows.desk import Desk
from warmline.ids import CallerKey

log = logging.getLogger(__name__)

# What a person asked of us holds also after they are forgotten; a call that they are in goes on.
BLOCK = ("block_until", "block_review", "block_contact", "block_told", "block_appealed")
STAYING = ("opted_out", "call", *BLOCK)  # forgetting is no way round a block
LATER = timedelta(minutes=1)  # a text still on its way cannot be erased yet


def forget(desk: Desk, caller: CallerKey) -> None:
    """Erase what is still listed; what cannot be erased yet is tried again. Safe to run twice."""
    key = desk.store.keys.erasing(caller)
    refused = forgotten = 0
    while sids := desk.store.people.to_erase(caller, after=refused):
        for sid in sids:
            try:
                desk.provider.forget(sid)
            except PermanentError:
                refused += 1
            except TransientError:
                desk.store.schedule.set(key, desk.clock.now() + LATER)
                return
            else:
                desk.store.people.erased(caller, sid)
                forgotten += 1
    if refused or forgotten or _goes_on(desk, caller):
        desk.store.schedule.set(key, desk.clock.now() + LATER)
    else:
        desk.store.schedule.done(key)
        log.info("erased at the provider")


def _goes_on(desk: Desk, caller: CallerKey) -> bool:
    """Texts that were still on their way at the erasure, our answer to DELETE among them, are erased after it."""
    anew = desk.store.people.get(caller).greeted
    if anew or not desk.store.outbox.known_sids(caller):
        return False
    now = desk.clock.now()
    return (
        desk.store.people.erase(caller, now=now, plan={}, cause=None, staying=STAYING) == "erased"
    )
