"""The desk as an operator's command finds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from warmline import wiring
from warmline.cli import frame
from warmline.flows.desk import Desk


@contextmanager
def desk() -> Iterator[Desk]:
    """The line's desk, with a Redis that answers for as long as the command lasts."""
    with frame.store_settings() as settings:
        desk = replace(wiring.desk_of(settings), by="operator")
        try:
            yield desk
        finally:
            desk.store.connection.close()
