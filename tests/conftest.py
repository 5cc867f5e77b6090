"""What every test may rely on."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.ports import a_free_port

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")


@pytest.fixture
def free_port() -> int:
    """A port on the loopback that nobody is using just now."""
    return a_free_port()
