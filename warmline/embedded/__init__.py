"""A Redis server of our own, for a line that runs on one machine."""

from warmline.embedded.server import EmbeddedRedis

__all__ = ["EmbeddedRedis"]
