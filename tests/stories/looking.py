"""When a process knows what an operator has just changed."""

from __future__ import annotations

from tests.stories.line import Line


def looks_again(line: Line) -> None:
    """A minute later somebody has looked: whoever asks while another looks is told what was known before."""
    line.passes(minutes=1)
    line.desk.line.crisis("en")
