"""A coordinator's program: asks with its token, and knows what a good answer looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PROBLEM = "application/problem+json"


@dataclass(frozen=True)
class Program:
    """Asks `/api/v1`."""

    client: FlaskClient
    token: str = field(default="", repr=False)

    def asks(
        self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any
    ) -> TestResponse:
        mine = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.client.open(
            f"/api/v1{path}", method=method, headers={**mine, **(headers or {})}, **more
        )

    def gets(self, path: str, **query: Any) -> Any:
        """What is there."""
        answer = self.asks("GET", path, query_string=query)
        assert answer.status_code == 200, answer.text
        return answer.json

    def does(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """As `asks`, for what must be done."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.asks(method, path, headers=named, **({} if body is None else {"json": body}))
        assert answer.status_code in {200, 201, 204}, answer.text
        return answer.json if answer.content_length else None

    def is_refused(
        self, status: int, method: str, path: str, body: Any = None, **headers: str
    ) -> dict[str, Any]:
        """The problem that it is told of."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.asks(method, path, headers=named, **({} if body is None else {"json": body}))
        assert (answer.status_code, answer.mimetype) == (status, PROBLEM), answer.text
        problem: dict[str, Any] = answer.get_json()
        assert problem["status"] == status
        return problem
