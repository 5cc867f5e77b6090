"""The provider's REST side: send a text, ask what is known of it, make it forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from twilio.rest import Client

from warmline.errors import PermanentError
from warmline.ids import MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.telephony.calls import Calls
from warmline.telephony.http import Line
from warmline.telephony.recordings import Recordings
from warmline.telephony.refusals import NOT_FOUND, provider_errors

_LARGEST_PAGE = 1000  # a long list in a few requests: each of them may fail


@dataclass(frozen=True, slots=True)
class Known:
    """A text of ours as the provider's list has it."""

    sid: MessageSid
    body: str = field(repr=False)
    status: str
    code: int | None


@dataclass(frozen=True, slots=True)
class LineNumber:
    """One of the account's numbers, and where it is pointed."""

    sid: str
    number: PhoneNumber
    sms_url: str
    sms_method: str
    sms_fallback_url: str
    voice_url: str
    application: bool = False  # a TwiML application takes its texts or calls, whatever the URLs say
    voice_method: str = ""
    voice_fallback_url: str = ""
    status_url: str = ""  # told how calls to it end


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a number brings what comes to it; "" for nowhere."""

    sms: str
    voice: str
    status: str
    sms_fallback: str = ""
    voice_fallback: str = ""


class Provider:
    """Twilio, or a simulated exchange at another base address. Every call may raise

    - TransientError: not done, may work later (`AmbiguousError`: may have been done);
    - PermanentError with the provider's code: will not be done.
    """

    def __init__(self, *, account_sid: str, auth_token: str, base_url: str) -> None:
        self._line = Line(base_url)
        # a command that only looks into the store has no credentials; the SDK wants some at once
        self._client = Client(account_sid or "none", auth_token or "none", http_client=self._line)
        self._account = account_sid
        self.calls = Calls(self._client)
        self.recordings = Recordings(self._client, self._line, account_sid, auth_token)

    def send(
        self, *, to: PhoneNumber, sender: PhoneNumber, body: str, status_url: str
    ) -> MessageSid:
        """Send one text; its status will be told to `status_url`."""
        with provider_errors():
            message = self._client.messages.create(
                to=to.e164, from_=sender.e164, body=body, status_callback=status_url
            )
        return MessageSid(message.sid)

    def sent(self, *, to: PhoneNumber, sender: PhoneNumber, since: datetime) -> list[Known]:
        """Texts of ours between these two numbers since then, newest first, as the provider knows them.

        Not asked by date: a text that is still queued there has no date of sending, and would be missing.
        """
        known = []
        with provider_errors():
            for message in self._client.messages.stream(
                to=to.e164, from_=sender.e164, page_size=50
            ):
                if message.date_created and message.date_created < since:
                    break
                if not str(message.direction).startswith("inbound"):
                    known.append(
                        Known(
                            MessageSid(message.sid),
                            message.body or "",
                            str(message.status),
                            message.error_code,
                        )
                    )
        return known

    def status(self, sid: MessageSid) -> tuple[str, int | None] | None:
        """What became of a text, with the error code; None if the provider does not know it."""
        try:
            with provider_errors():
                message = self._client.messages(sid).fetch()
        except PermanentError as unknown:
            if unknown.code == NOT_FOUND:
                return None
            raise
        return str(message.status), message.error_code

    def arrived(self, *, at: PhoneNumber, since: datetime) -> list[Arrived]:
        """Texts that reached one of our numbers since then, oldest first. Senders may be of any kind."""
        with provider_errors():
            listed = self._client.messages.list(
                to=at.e164, date_sent_after=since, page_size=_LARGEST_PAGE
            )
            inbound = [m for m in reversed(listed) if str(m.direction) == "inbound"]
            inbound.sort(  # dates are in whole seconds: within one, the list's order says which came first
                key=lambda m: m.date_sent or m.date_created or since
            )
            return [
                Arrived(
                    MessageSid(m.sid),
                    PhoneNumber(m.from_),
                    at,
                    m.body or "",
                    self._media(m),
                    sent=m.date_sent,
                )
                for m in inbound
            ]

    def _media(self, message: object) -> tuple[str, ...]:
        if not int(getattr(message, "num_media", 0) or 0):
            return ()
        pictures = self._client.messages(message.sid).media.list()  # type: ignore[attr-defined]
        return tuple(f"https://api.twilio.com{p.uri.removesuffix('.json')}" for p in pictures)

    def forget(self, sid: MessageSid) -> None:
        """Erase a text, words and record, at the provider. Done already is done."""
        try:
            with provider_errors():
                self._client.messages(sid).delete()
        except PermanentError as unknown:
            if unknown.code != NOT_FOUND:
                raise

    def numbers(self) -> list[LineNumber]:
        """The account's numbers."""
        with provider_errors():
            listed = self._client.incoming_phone_numbers.list()
        return [
            LineNumber(
                n.sid,
                PhoneNumber(n.phone_number),
                n.sms_url or "",
                n.sms_method or "",
                n.sms_fallback_url or "",
                n.voice_url or "",
                bool(n.sms_application_sid or n.voice_application_sid),
                n.voice_method or "",
                n.voice_fallback_url or "",
                n.status_callback or "",
            )
            for n in listed
        ]

    def point(self, number: LineNumber, to: Addresses) -> None:
        """Have the provider bring a number's texts and calls to these addresses."""
        with provider_errors():
            self._client.incoming_phone_numbers(number.sid).update(
                sms_url=to.sms,
                sms_method="POST",
                sms_fallback_url=to.sms_fallback,
                sms_fallback_method="POST",
                sms_application_sid="",
                voice_url=to.voice,
                voice_method="POST",
                voice_fallback_url=to.voice_fallback,
                voice_fallback_method="POST",
                status_callback=to.status,
                status_callback_method="POST",
                voice_application_sid="",
            )

    def time(self) -> datetime | None:
        """The provider's own time, as its last answer was dated."""
        return self._line.dated()
