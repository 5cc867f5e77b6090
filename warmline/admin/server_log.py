"""The web server's own log: JSON lines like all others, and no requests."""

from __future__ import annotations

from gunicorn.config import Config  # type: ignore[import-untyped]  # it ships no types
from gunicorn.glogging import Logger  # type: ignore[import-untyped]  # likewise

from warmline.logs import JsonLines


class ServerLog(Logger):  # type: ignore[misc]  # untyped, as above
    """What `--logger-class` names. Requests are logged only where an operator asks for an access log."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLines())
