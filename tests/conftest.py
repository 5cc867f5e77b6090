"""What every test may rely on."""

from __future__ import annotations

import socket

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")


@pytest.fixture
def free_port() -> int:
    """A port on the loopback that nobody is using just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
