"""Which script's word a test shows; tests/house/test_lua_headers.py holds the list against the scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., None])


def shows(script: str, *words: str) -> Callable[[Test], Test]:
    """Mark a test as the one that shows what `script` writes when it gives these words."""
    del script, words  # read from the source
    return lambda test: test
