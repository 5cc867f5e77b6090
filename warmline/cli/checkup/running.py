"""Do sweep and workers run, and is there anyone to answer?"""

from __future__ import annotations

from collections.abc import Iterator

from warmline.admin.metrics import GRACE
from warmline.cli.checkup import crisis_lines
from warmline.cli.checkup.finding import Finding, advice, fine, mend
from warmline.config import Settings
from warmline.errors import TransientError
from warmline.flows.calls.message import KEPT_FOR
from warmline.flows.desk import Desk
from warmline.flows.on_duty import has_coordinator
from warmline.jobs.queue import open_queue
from warmline.jobs.worker import Worker
from warmline.processes import RQ_TAG
from warmline.store.connection import connect_for_queue, redis_errors


def look(desk: Desk, settings: Settings) -> Iterator[Finding]:
    try:
        yield from _sweep(desk)
        yield from _workers(settings)
        yield from _people(desk)
        yield from _messages(desk)
    except TransientError:
        return  # told already
    finally:
        yield from crisis_lines.look(desk, settings)


def _sweep(desk: Desk) -> Iterator[Finding]:
    overdue = desk.store.schedule.overdue(desk.clock.now(), GRACE)
    if overdue:
        how = f"{overdue} looks are more than {GRACE.seconds} seconds late"
        yield mend("sweep", how, "Start `warmline sweep`, or `warmline up`; see its log.")
    elif desk.store.schedule.next_moment() is None:
        yield mend("sweep", "has never run", "Start `warmline sweep`, or `warmline up`.")
    else:
        yield fine("sweep", "nothing is late")


def _workers(settings: Settings) -> Iterator[Finding]:
    connection = connect_for_queue(settings.redis_url or "", RQ_TAG)
    try:
        with redis_errors():
            count = Worker.count(queue=open_queue(connection, settings.line))
    finally:
        connection.close()
    if count:
        yield fine("workers", f"{count} in the last minutes")
    else:
        yield mend("workers", "none runs", "Start `warmline work`, or `warmline up`.")


def _messages(desk: Desk) -> Iterator[Finding]:
    """The only recordings there ever are: what callers said for the team, with their consent."""
    waiting = desk.store.messages.unheard()
    if waiting:
        until = (waiting[0].left + KEPT_FOR).date().isoformat()
        how = f"{len(waiting)} that nobody has heard; the oldest is deleted on {until}"
        yield advice("messages for the team", how, "A coordinator texts MESSAGES, and is rung.")
    else:
        yield fine("messages for the team", "none is waiting; nothing else is ever recorded")


def _people(desk: Desk) -> Iterator[Finding]:
    if not desk.store.roster.size():
        yield advice("roster", "nobody is on it", "warmline volunteers add --help")
    elif not desk.store.roster.coordinators():
        yield advice(
            "roster",
            "nobody on it is a coordinator, so a call for help goes unheard, and the line stays open without one",
            "warmline volunteers edit NAME --coordinator",
        )
    elif not has_coordinator(desk):
        yield mend(
            "roster",
            "no coordinator can be reached by text, so the line is closed",
            "Ask a coordinator to text START to the line, or: warmline volunteers edit NAME --coordinator",
        )
    else:
        yield fine("roster", "has volunteers and a coordinator")
