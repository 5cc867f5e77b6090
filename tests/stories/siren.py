"""The operator's ears outside, as a story needs them: they note what they hear, and can be deaf."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, request
from werkzeug.serving import make_server

from warmline.telephony.outside import SIGNATURE, signed

SECRET = "a-secret-for-the-alarm"


@dataclass
class Siren:
    """What came, in order. A wrong signature is never noted."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    beats: int = 0
    deaf: bool = False

    def __post_init__(self) -> None:
        app = Flask(__name__)
        app.post("/alarm")(self._alarm)
        app.post("/beat")(self._beat)
        self._server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _alarm(self) -> Response:
        at = int(request.headers[SIGNATURE].split(",")[0].removeprefix("t="))
        right = signed(SECRET, request.get_data(), datetime.fromtimestamp(at, UTC))
        if self.deaf or request.headers[SIGNATURE] != right:
            return Response(status=503)
        self.heard.append(json.loads(request.get_data()))
        return Response(status=204)

    def _beat(self) -> Response:
        if self.deaf:
            return Response(status=503)
        self.beats += 1
        return Response(status=204)
