"""Nobody here answers a page: the operator's alarm outside is sounded, until it is heard."""

from __future__ import annotations

import logging
from datetime import timedelta

from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.ids import PageId
from warmline.store.effects import Effects
from warmline.store.pages import Page

log = logging.getLogger(__name__)

AGAIN = timedelta(seconds=5)
LONGEST = timedelta(minutes=2)


def sound(desk: Desk, page_id: PageId) -> None:
    """POST it, signed and without anyone's words; what is not heard is tried again. Safe to run twice."""
    key, now = desk.store.keys.alarm(page_id), desk.clock.now()
    page = desk.store.pages.get(page_id)
    if page is None or page.owner:
        desk.store.schedule.done(key)
        return
    if not desk.outside.has_alarm:
        log.error("NOBODY ANSWERS A PAGE AND NO ALARM IS SET", extra={"page": page_id})
        desk.store.schedule.done(key)
        return
    try:
        desk.outside.sound(_facts(desk, page), now)
    except TransientError as unheard:
        failures = desk.store.signals.went("alarm", well=False, now=now)
        log.error("the alarm was not heard", extra={"page": page_id, "why": str(unheard)})  # noqa: TRY400 - a traceback may quote what was sent
        desk.store.schedule.set(key, now + min(AGAIN * 2 ** min(failures - 1, 6), LONGEST))
        return
    desk.store.signals.went("alarm", well=True, now=now)
    about = {"contact": page.contact} if page.contact else {}
    plan = {"answered": Effects(journal={"event": "alarm_sounded", "page": page.id, **about})}
    desk.store.transitions.run("answer_text", now=now, plan=plan)
    desk.store.schedule.done(key)


def _facts(desk: Desk, page: Page) -> dict[str, str | int]:
    """By id and reason; a contact's alias or code would be a coordinator's to tell."""
    return {
        "event": "page_unanswered",
        "line": desk.line.name,
        "page": page.id,
        "code": page.code,
        "reason": str(page.reason),
        "opened": page.opened.isoformat(),
        "rounds": page.rounds,
        "asked": len(page.asked),
    }
