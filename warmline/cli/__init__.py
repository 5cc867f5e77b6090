"""The `warmline` command."""

import os

from warmline.cli.commands import main

__all__ = ["main"]

# A text is read on one processor: a second one would save a fifth of the time, and cost as much again.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
