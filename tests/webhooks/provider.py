"""Webhooks as the provider sends them, and as nobody should."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urldefrag

from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

TOKEN, OTHER_TOKEN = "token-for-webhooks", "some-other-token"
PUBLIC = "https://line.example.org"
LINE = "+15550100001"
MARK = "Zq9secretZq9"  # stands in every request; no answer may have it

TEXT = {
    "AccountSid": "AC" + "0" * 32,
    "ApiVersion": "2010-04-01",
    "Body": f"hello {MARK}",
    "From": "+15550110999",
    "FromCity": MARK,
    "MessageSid": "SM" + "a" * 32,
    "NumMedia": "0",
    "NumSegments": "1",
    "SmsMessageSid": "SM" + "a" * 32,
    "SmsStatus": "received",
    "To": LINE,
}
STATUS = {"MessageSid": "SM" + "b" * 32, "MessageStatus": "delivered", "To": MARK, "From": LINE}


@dataclass(frozen=True, slots=True)
class Webhook:
    """One request. `signature` is made for the form and the path where none is given; "" sends none."""

    path: str = "/webhooks/sms"
    form: Any = field(default_factory=lambda: dict(TEXT))
    token: str = TOKEN
    signature: str | None = None
    method: str = "POST"
    raw: bytes | None = None  # a body other than the form's
    content_type: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def saying(self, **fields: str | None) -> Webhook:
        """The same with these fields changed, or left out where None."""
        form = {**self.form, **fields}
        return replace(
            self, form={name: value for name, value in form.items() if value is not None}
        )

    def sent_to(self, client: FlaskClient) -> TestResponse:
        signature, path = self.signature, urldefrag(self.path).url  # neither sent nor signed
        if signature is None:
            url = f"{PUBLIC}{path}"
            signature = RequestValidator(self.token).compute_signature(url, MultiDict(self.form))
        headers = {**self.headers, **({"X-Twilio-Signature": signature} if signature else {})}
        return client.open(
            path,
            method=self.method,
            data=self.form if self.raw is None else self.raw,
            content_type=self.content_type or "application/x-www-form-urlencoded",
            headers=headers,
        )


A_TEXT, A_STATUS = Webhook(), Webhook(path="/webhooks/sms/status/tnobody", form=dict(STATUS))
A_CALL = Webhook(
    path="/webhooks/voice", form={"CallSid": "CA" + "c" * 32, "From": MARK, "To": LINE}
)
