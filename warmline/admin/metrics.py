"""`/metrics`: how the line stands, for Prometheus, read from the store at each scrape."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import timedelta

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from warmline import __version__
from warmline.errors import WarmlineError
from warmline.flows.desk import Desk
from warmline.flows.ending import CALL_ENDED
from warmline.flows.hearing import NOT_READ
from warmline.flows.on_duty import volunteers_on
from warmline.routing.call import Stage
from warmline.routing.contact import Ended
from warmline.store.counts import Figures
from warmline.volunteers.roster import why_unavailable

log = logging.getLogger(__name__)

GRACE = timedelta(seconds=15)  # a moment that passed so long ago without a look: no sweep runs
UNANSWERED = "unanswered_"
KINDS = ("inbox", "lane", "contact", "out", "page", "erasing", "watermark", "volunteer", "shift")


def registry(desk: Desk) -> CollectorRegistry:
    """All figures of one line. Gauges come from the store, so every web process gives the same."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Line(desk))
    return registry


class _Line(Collector):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def describe(self) -> list[Metric]:
        return []  # nothing is read before the first scrape

    def collect(self) -> Iterator[Metric]:
        version = GaugeMetricFamily("warmline_version", "Which Warmline runs.", labels=["version"])
        version.add_metric([__version__], 1)
        yield version
        figures: list[Metric] = []
        durable = up = False
        try:
            figures = list(self._figures())
            up = True
            durable = not self._desk.store.durability()
        except WarmlineError as away:
            log.warning("no figures", extra={"why": type(away).__name__})
        yield _gauge("redis_up", "Redis answers.", up)
        yield _gauge("redis_durable", "Redis keeps what it was told when it is killed.", durable)
        yield from figures

    def _figures(self) -> Iterator[Metric]:
        desk, now = self._desk, self._desk.clock.now()
        figures = desk.store.counts.figures(now, grace=GRACE)
        since = figures.longest_wait_since
        on = volunteers_on(desk, now)
        able = [v for v in on if why_unavailable(v, on_duty=True, now=now) is None]
        yield _by("contacts", "Open contacts, by state.", "state", figures.contacts)
        yield _gauge(
            "longest_wait_seconds",
            "How long the first of those who wait has waited.",
            (now - since).total_seconds() if since else 0,
        )
        held = figures.longest_held_since
        calls = {stage.value: figures.calls.get(stage.value, 0) for stage in Stage}
        yield _by("calls", "Open calls, by where the caller is.", "stage", calls)
        yield _gauge(
            "longest_held_seconds",
            "How long the first of those who are held on the line has waited.",
            (now - held).total_seconds() if held else 0,
        )
        yield _gauge("volunteers_on", "Volunteers on duty.", len(on))
        yield _gauge("volunteers_available", "Those of them who could take someone.", len(able))
        yield from _backlog(figures)
        yield _gauge(
            "pages_open", "Calls for a coordinator that nobody has acknowledged.", figures.pages
        )
        yield _gauge(
            "crisis_line_confirmed",
            "Callers at home are given a crisis line that somebody has confirmed.",
            desk.crisis_lines.known().is_home_good,
        )
        counts = desk.store.counts.all()
        yield _counter(
            "texts_not_read",
            "Texts that could not be read for risk; they were delivered.",
            counts.get(NOT_READ, 0),
        )
        yield from _outside(desk)
        ended = CounterMetricFamily(
            "warmline_calls_ended", "Calls that are over, by how.", labels=["how"]
        )
        for how in Ended:
            ended.add_metric([how.value], counts.get(f"{CALL_ENDED}{how.value}", 0))
        yield ended
        unanswered = CounterMetricFamily(
            "warmline_unanswered_senders", "Texts that got no answer, by why.", labels=["kind"]
        )
        for name, count in sorted(counts.items()):
            if name.startswith(UNANSWERED):
                unanswered.add_metric([name.removeprefix(UNANSWERED)], count)
        yield unanswered


def _outside(desk: Desk) -> Iterator[Metric]:
    for name in ("alarm", "heartbeat"):
        outcome = desk.store.signals.outcome(name)
        yield _gauge(
            f"{name}_failures", f"How often the {name} failed since it went well.", outcome.failures
        )
        yield _gauge(
            f"{name}_well_seconds",
            f"Unix time when the {name} last went well, 0 for never.",
            outcome.well.timestamp() if outcome.well else 0,
        )


def _backlog(figures: Figures) -> Iterator[Metric]:
    yield _gauge("bell_rung", "Looks asked for that no sweep has taken up.", figures.bell)
    yield _gauge("overdue", "Looks that are late: not 0 means that no sweep runs.", figures.overdue)
    kinds = {kind: figures.overdue_by_kind.get(kind, 0) for kind in KINDS}
    yield _by(
        "overdue_by_kind", "The first thousand of them, by what they are about.", "kind", kinds
    )


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"warmline_{name}", about, value=float(value))


def _counter(name: str, about: str, value: int) -> Metric:
    return CounterMetricFamily(f"warmline_{name}", about, value=value)


def _by(name: str, about: str, label: str, values: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(f"warmline_{name}", about, labels=[label])
    for value, count in values.items():
        family.add_metric([value], count)
    return family
