"""The `warmline` command."""

from warmline.cli.commands import main

__all__ = ["main"]
