"""Whether a webhook really comes from the provider."""

from __future__ import annotations

import hmac
from typing import Any

from twilio.request_validator import RequestValidator


class Signatures:
    """Checks X-Twilio-Signature against the public address, with one token or, during a rotation, two.

    The address is the one from the settings, never one that a client's headers suggest.
    """

    def __init__(self, tokens: tuple[str, ...], public_url: str) -> None:
        if not all(tokens) or not tokens:
            raise ValueError("signatures cannot be checked without an auth token")
        self._validators = [RequestValidator(token) for token in tokens]
        self._public_url = public_url.rstrip("/")

    def sign(self, path: str, form: Any) -> str:
        """The signature that the provider would send with this form, to try out whether it is accepted."""
        return str(self._validators[0].compute_signature(self._public_url + path, form))

    def is_valid(self, path: str, form: Any, signature: str) -> bool:
        """`path` with its query string, as Twilio was told it; `form` a mapping or werkzeug MultiDict.

        The address as configured is tried first and alone; only then the SDK's own way, which also tries it
        with and without a port, at the price of two more signings.
        """
        if not signature or not signature.isascii():
            return False
        url = self._public_url + path
        for validator in self._validators:
            if hmac.compare_digest(validator.compute_signature(url, form), signature):
                return True
        return any(bool(validator.validate(url, form, signature)) for validator in self._validators)
