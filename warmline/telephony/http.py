"""How REST calls reach the provider: where, for how long, and what a failure means."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from twilio.http import HttpClient
from twilio.http.response import Response
from urllib3.exceptions import NewConnectionError

from warmline.errors import AmbiguousError, TransientError

TWILIO = "https://api.twilio.com"
CONNECT_SECONDS = 2.0
ANSWER_SECONDS = 3.5  # with the connect time, less than the outbox' lease of six seconds
FILE_SECONDS = 8.0
ASK_AGAIN_AFTER = (0.1, 0.3)  # seconds; a list is long, and one page that fails fails it all
QUICKLY = 1.0  # seconds; a provider that is silent or out of reach is not helped by repetition
_SERVER = 500
_CONNECTIONS = 32  # as many as a worker's couriers


class Line(HttpClient):  # type: ignore[misc]  # the SDK ships no types
    """Sends the SDK's requests to `base_url`. Logs nothing: the SDK's own client would log bodies and numbers."""

    def __init__(self, base_url: str) -> None:
        super().__init__(logger=None, is_async=False, timeout=ANSWER_SECONDS)
        self._dated = ""  # the last answer's Date
        self._base = base_url.rstrip("/")
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(pool_connections=4, pool_maxsize=_CONNECTIONS))
        # A proxy for the world outside is none for a simulator.
        self._session.trust_env = self._base == TWILIO

    def request(
        self,
        method: str,
        url: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,  # noqa: FBT001, FBT002  # the SDK's signature
    ) -> Any:
        """TransientError when the request cannot have arrived; AmbiguousError when it may have.

        Questions are asked again where the answer failed; whatever changes something is for the caller to repeat.
        What `requests` says of a failure holds the address that was asked, and that may hold numbers: it goes no further.
        """
        ask = partial(
            self._session.request,
            method.upper(),
            self._base + url.removeprefix(TWILIO),
            params=params,  # type: ignore[arg-type]
            data=data,
            headers=headers,
            auth=auth,
            timeout=(CONNECT_SECONDS, timeout or ANSWER_SECONDS),
            allow_redirects=allow_redirects,
        )
        answer = _again_and_again(ask) if method.upper() == "GET" else _told(ask)
        self._dated = answer.headers.get("Date", "")
        return Response(answer.status_code, answer.text, answer.headers)

    def fetch(self, path: str, auth: tuple[str, str]) -> tuple[int, bytes]:
        """A file of the provider's: the status, and what is in it. The provider may send on to where it keeps files."""
        ask = partial(
            self._session.get,
            self._base + path,
            auth=auth,
            timeout=(CONNECT_SECONDS, FILE_SECONDS),
            allow_redirects=True,
        )
        answer = _again_and_again(ask)
        return answer.status_code, answer.content

    def dated(self) -> datetime | None:
        """When the last answer was given, by the provider's clock."""
        try:
            return parsedate_to_datetime(self._dated)
        except ValueError:
            return None


def _again_and_again(ask: Callable[[], requests.Response]) -> requests.Response:
    """The answer to a question, which may be asked as often as one likes, if it fails quickly."""
    begun = time.monotonic()
    for pause in ASK_AGAIN_AFTER:
        try:
            answer = _told(ask)
        except TransientError:
            if time.monotonic() - begun > QUICKLY:
                raise
        else:
            if answer.status_code < _SERVER:
                return answer
        time.sleep(pause)
    return _told(ask)


def _told(ask: Callable[[], requests.Response]) -> requests.Response:
    """The answer, or what its failure means."""
    try:
        return ask()
    except requests.ConnectTimeout:
        raise TransientError("the provider did not answer the door") from None
    except requests.ConnectionError as broken:
        if _never_connected(broken):
            raise TransientError("the provider cannot be reached") from None
        raise AmbiguousError("the connection broke before an answer came") from None
    except requests.RequestException as late:
        raise AmbiguousError(f"no answer from the provider ({type(late).__name__})") from None


def _never_connected(error: requests.ConnectionError) -> bool:
    inner = error.args[0] if error.args else None
    reason = getattr(inner, "reason", inner)
    return isinstance(reason, NewConnectionError)
