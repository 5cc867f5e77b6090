"""What control requests say, read with care, and answered in JSON."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request


class Unclear(Exception):  # noqa: N818  (the asker's mistake, not ours)
    """The request does not say what it must; the message says what is missing."""


def said() -> dict[str, Any]:
    """The JSON object of the request."""
    content = request.get_json(silent=True)
    if not isinstance(content, dict):
        raise Unclear("The request must be a JSON object.")
    return content


def word(content: dict[str, Any], name: str) -> str:
    """The text that `name` must have."""
    value = content.get(name)
    if not isinstance(value, str):
        raise Unclear(f"'{name}' must be a text.")
    return value


def say(content: Any, status: int = 200) -> Response:
    """`content` as JSON."""
    return Response(json.dumps(content), status, mimetype="application/json")


def unclear(mistake: Exception) -> Response:
    """The answer to a request that could not be understood."""
    return say({"error": str(mistake)}, 400)
