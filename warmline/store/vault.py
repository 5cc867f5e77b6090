"""Sealing what must not be read, and hashing who must not be known."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from warmline.errors import PermanentError
from warmline.ids import CallerKey
from warmline.phone import PhoneNumber

_NONCE = 12  # bytes; NIST SP 800-38D's recommended length for GCM


class Vault:
    """AES-256-GCM under keys from the environment: the first seals, all of them open.

    A sealed value is ASCII: a key's tag, a dot, then nonce and ciphertext in URL-safe base64.
    """

    def __init__(self, secrets: tuple[str, ...]) -> None:
        keys = [hashlib.sha256(b"warmline seal\0" + secret.encode()).digest() for secret in secrets]
        self._ciphers = {hashlib.sha256(key).hexdigest()[:6]: AESGCM(key) for key in keys}
        self._first = next(iter(self._ciphers))

    def seal(self, words: str) -> str:
        """`words`, unreadable without a key. Sealing the same words twice gives different values."""
        nonce = os.urandom(_NONCE)
        box = self._ciphers[self._first].encrypt(nonce, words.encode("utf-8", "replace"), None)
        return f"{self._first}.{base64.urlsafe_b64encode(nonce + box).decode()}"

    def open(self, sealed: str) -> str:
        """What `seal` was given. PermanentError when no key of ours fits."""
        tag, _, box = sealed.partition(".")
        cipher = self._ciphers.get(tag)
        if cipher is None:
            raise PermanentError(
                "a stored value was sealed with a key that is not in WARMLINE_SECRET_KEYS"
            )
        try:
            raw = base64.urlsafe_b64decode(box)
            return cipher.decrypt(raw[:_NONCE], raw[_NONCE:], None).decode()
        except (InvalidTag, ValueError) as broken:
            raise PermanentError("a stored value cannot be opened: it was altered") from broken

    def is_current(self, sealed: str) -> bool:
        """Whether the first key sealed this; if not, seal it again before that key is retired."""
        return sealed.startswith(self._first + ".")


def caller_key(pepper: bytes, number: PhoneNumber) -> CallerKey:
    """The name by which a number is known here: 100 bits of an HMAC, in base32."""
    digest = hmac.digest(pepper, number.e164.encode(), "sha256")
    return CallerKey(base64.b32encode(digest[:13]).decode().rstrip("=").lower()[:20])
