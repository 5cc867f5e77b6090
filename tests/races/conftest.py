"""The same line as in the stories, for many at once."""

from tests.stories.conftest import clock, environ, exchange, line, reads, redis_url, web

__all__ = ["clock", "environ", "exchange", "line", "reads", "redis_url", "web"]
