"""What an operator may set, read once from the environment."""

from warmline.config.settings import Need, OptOut, Settings, unknown_names

__all__ = ["Need", "OptOut", "Settings", "unknown_names"]
