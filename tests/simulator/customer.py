"""The customer of the exchange: a real little web server that keeps what it was told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from flask import Flask, Response, request
from twilio.http.http_client import TwilioHttpClient
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from warmline.simulator.account import Account
from warmline.simulator.wire import WireServer

PROVIDER = "https://api.twilio.com"


@dataclass(frozen=True)
class Told:
    """One webhook as it came in."""

    path: str
    params: dict[str, str]
    headers: dict[str, str]
    is_signed: bool


Script = Callable[[Told], Response | str]


class Customer:
    """Answers `/sms` and everything else as `script` says; by default with nothing to send."""

    def __init__(self, token: str) -> None:
        self.told: list[Told] = []
        self.script: Script = lambda _: Response("<Response/>", mimetype="text/xml")
        self._validator = RequestValidator(token)
        self._changed = threading.Condition()
        app = Flask(__name__)
        app.add_url_rule("/<path:_>", view_func=self._hear, methods=["GET", "POST"])
        self._server = WireServer(("127.0.0.1", 0), app)
        self.url = f"http://127.0.0.1:{self._server.port}"

    def wait_for(self, count: int, *, at: str = "", patience: float = 5.0) -> list[Told]:
        """The first `count` webhooks (at the path `at`), as soon as they are there."""
        with self._changed:
            enough = self._changed.wait_for(lambda: len(self.at(at)) >= count, patience)
            assert enough, f"{len(self.at(at))} of {count} webhooks came"
            return self.at(at)[:count]

    def at(self, path: str) -> list[Told]:
        """All webhooks at `path` so far."""
        return [told for told in self.told if not path or told.path == path]

    def is_signature_for(self, url: str, told: Told) -> bool:
        """Whether a webhook was signed as one to `url`."""
        signature = told.headers["X-Twilio-Signature"]
        return bool(self._validator.validate(url, told.params, signature))

    def answers(self, body: str, mimetype: str = "text/xml", status: int = 200) -> None:
        """Answer all webhooks like this from now on."""
        self.script = lambda _: Response(body, status, mimetype=mimetype)

    def is_slow(self, seconds: float) -> None:
        """Take a while over every answer."""

        def slowly(_: Told) -> Response:
            time.sleep(seconds)
            return Response("<Response/>", mimetype="text/xml")

        self.script = slowly

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stop()

    def _hear(self, _: str) -> Response | str:
        params = {name: request.form[name] for name in request.form}
        query = request.query_string.decode()
        url = f"{self.url}{request.path}" + (f"?{query}" if query else "")
        signature = request.headers.get("X-Twilio-Signature", "")
        told = Told(
            path=request.path,
            params=params | dict(request.args),
            headers=dict(request.headers),
            is_signed=self._validator.validate(url, params, signature),
        )
        with self._changed:
            self.told.append(told)
            self._changed.notify_all()
        return self.script(told)


class _Rerouted(TwilioHttpClient):  # type: ignore[misc]  # the SDK has no types
    """The SDK's own HTTP client, sent to another base address."""

    def __init__(self, base: str) -> None:
        super().__init__(timeout=10)
        self._base = base
        self.session.trust_env = False

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        return super().request(method, url.replace(PROVIDER, self._base), *args, **kwargs)


@contextmanager
def sdk(base: str, account: Account, token: str | None = None) -> Iterator[Client]:
    """The provider's SDK, asking the exchange at `base`."""
    http = _Rerouted(base)
    yield Client(account.sid, token or account.token, http_client=http)
    http.session.close()
