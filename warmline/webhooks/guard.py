"""Only the provider may speak here, and only so much at a time."""

from __future__ import annotations

import logging

from flask import Blueprint, abort, request
from werkzeug.exceptions import HTTPException

from warmline.telephony.payloads import NotAPayloadError
from warmline.telephony.signature import Signatures

log = logging.getLogger(__name__)

LARGEST = 64 * 1024  # bytes; ten pictures and 1,600 characters of emoji come to less than half
MOST_FIELDS = 200  # Twilio sends about 25, and up to 20 more for pictures
FORM = "application/x-www-form-urlencoded"


def keep(blueprint: Blueprint, signatures: Signatures) -> None:
    """Check every request to `blueprint` before any route sees it: 403 unsigned, 400 malformed, nothing stored."""

    @blueprint.before_request
    def check() -> None:
        request.max_content_length = LARGEST
        if request.mimetype != FORM and request.content_length:
            abort(403)
        if _fields() > MOST_FIELDS:
            abort(413)
        query = request.query_string.decode("ascii", "replace")
        path = request.path + (f"?{query}" if query else "")
        if not signatures.is_valid(
            path, request.form, request.headers.get("X-Twilio-Signature", "")
        ):
            log.warning("webhook refused", extra={"path": request.path[:80]})
            abort(403)

    @blueprint.errorhandler(NotAPayloadError)
    def malformed(fault: NotAPayloadError) -> tuple[str, int]:
        log.warning("webhook malformed", extra={"field": str(fault)})
        return f"{fault} is missing or malformed", 400


def _fields() -> int:
    """How many fields the form has. 400 where the body broke off or is no body, as the server says while it is read."""
    try:
        return sum(1 for _ in request.form.items(multi=True))
    except HTTPException:
        raise
    except Exception:  # noqa: BLE001 - each server has errors of its own for that
        log.warning("webhook unreadable", extra={"path": request.path[:80]})
        abort(400)
