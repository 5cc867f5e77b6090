"""The three processes of a line, as `warmline up` and the Procfile start them."""

from __future__ import annotations

import logging
import signal
import sys
from threading import Event

from warmline import wiring
from warmline.config import Settings
from warmline.flows.hearing import get_ready
from warmline.flows.sweep import sweep as sweep_until
from warmline.jobs import looking
from warmline.jobs.queue import open_queue, wake
from warmline.jobs.worker import work as run_worker
from warmline.store.connection import connect_for_queue

log = logging.getLogger(__name__)

RQ_TAG = "rq"  # RQ's own keys carry one hash tag, set by RQ_KEY_PREFIX, so that a Cluster keeps them on one node

THREADS = 64  # requests that a web worker holds at once while Redis is slow (docs/adr/0005)


def web_command(settings: Settings) -> list[str]:
    """What starts the web server."""
    return [
        sys.executable, "-m", "gunicorn", "warmline.app:from_environment()",
        "--bind", f"{settings.host}:{settings.port}",
        "--worker-class", "gthread", "--threads", str(THREADS),
        "--workers", str(settings.web_workers),
        "--graceful-timeout", "10", "--timeout", "30",
        "--no-control-socket",
        "--log-level", "warning", "--logger-class", "warmline.admin.server_log.ServerLog",
    ]  # fmt: skip


def work(settings: Settings) -> None:
    """Run looks until SIGTERM; what the couriers have in hand is finished."""
    desk = looking.desk()
    get_ready(desk)
    log.info("worker ready", extra={"line": settings.line})
    try:
        run_worker(_queue_connection(settings), settings.line)
    finally:
        looking.couriers().stop()
        del desk


def sweep(settings: Settings) -> None:
    """Turn bells and deadlines into jobs until SIGTERM."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    desk = wiring.desk_of(settings)
    desk.crisis_lines.known()  # if they are not confirmed, the log says so at once
    queue = open_queue(_queue_connection(settings), settings.line)
    sweep_until(desk, lambda keys: wake(queue, keys), stop)


def _queue_connection(settings: Settings) -> object:
    if settings.redis_url is None:
        raise ValueError("a process of the line needs REDIS_URL")
    return connect_for_queue(settings.redis_url, RQ_TAG)
