"""Who the customer of the exchange is."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field

API_VERSION = "2010-04-01"


@dataclass(frozen=True, slots=True)
class Account:
    """One account with its token, which opens the REST API and signs the webhooks."""

    sid: str
    token: str = field(repr=False)

    @property
    def path(self) -> str:
        return f"/{API_VERSION}/Accounts/{self.sid}"

    def admits(self, username: str | None, password: str | None) -> bool:
        """Whether these credentials are the account's own."""
        return hmac.compare_digest((username or "").encode(), self.sid.encode()) and (
            hmac.compare_digest((password or "").encode(), self.token.encode())
        )
