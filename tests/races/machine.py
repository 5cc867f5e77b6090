"""How often a machine of Hypothesis is played: seldom in the suite, as often as one likes by hand."""

from __future__ import annotations

import os
from collections.abc import Collection

from hypothesis import HealthCheck, Phase, settings


def plays(*, examples: int, steps: int, phases: Collection[Phase] = tuple(Phase)) -> settings:
    """So many examples of so many steps, unless WARMLINE_MACHINE_EXAMPLES and …_STEPS say otherwise: each takes seconds."""
    return settings(
        max_examples=int(os.environ.get("WARMLINE_MACHINE_EXAMPLES", examples)),
        stateful_step_count=int(os.environ.get("WARMLINE_MACHINE_STEPS", steps)),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=phases,
    )
