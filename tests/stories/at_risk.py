"""Somebody whose words alarm the line."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from tests.stories.taking_pages import acks
from warmline.simulator.handset import Phone

HIGH = "I can't stop thinking about killing myself"


def writes_alone(line: Line, words: str) -> Phone:
    """Someone whose words alarm the line while no peer is on."""
    caller = line.phone()
    caller.texts(words, to=MAIN)
    for told in ("not an emergency service", "glad you told us", "No peer is here"):
        caller.expects(told)
    return caller


def left_at_risk(line: Line, kit: Phone) -> Phone:
    """They said goodbye, and Kit has both pages."""
    caller = writes_alone(line, HIGH)
    acks(kit, "ending their life")
    caller.texts("DONE", to=MAIN)
    caller.expects()
    acks(kit, "no longer in touch with us")
    return caller
