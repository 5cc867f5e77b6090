"""A coordinator takes the page that has just come."""

from __future__ import annotations

from tests.stories.line import MAIN
from warmline.simulator.handset import Phone


def acks(coordinator: Phone, *about: str) -> None:
    """By text; `about` are words that the page must have."""
    page = coordinator.expects("ACK", *about)
    coordinator.texts(f"ACK {page.body.split('ACK ')[1].split()[0]}", to=MAIN)
    coordinator.expects("it is yours")
