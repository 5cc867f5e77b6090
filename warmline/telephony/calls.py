"""The provider's REST side of calls: place one, ask how it is, redirect it, hang it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from twilio.rest import Client

from warmline.errors import PermanentError
from warmline.ids import CallSid
from warmline.phone import PhoneNumber
from warmline.telephony.refusals import NOT_FOUND, provider_errors

EVENTS = ("initiated", "ringing", "answered", "completed")
OVER = frozenset({"completed", "busy", "no-answer", "failed", "canceled"})
_NOT_IN_PROGRESS = 21220  # nothing to redirect, or to hang up: it is over


@dataclass(frozen=True, slots=True)
class KnownCall:
    """A call of ours as the provider's list has it."""

    sid: CallSid
    status: str


@dataclass(frozen=True, slots=True)
class CameIn:
    """A call to one of our numbers as the provider's list has it."""

    sid: CallSid
    sender: str = field(repr=False)
    status: str
    began: datetime | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """Which calls are in a conference, as the provider's list has it."""

    conference: str
    calls: frozenset[CallSid]


class Calls:
    """Every call may raise TransientError (`AmbiguousError`: may have been done), or PermanentError with a code."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def place(
        self,
        *,
        to: PhoneNumber,
        sender: PhoneNumber,
        url: str,
        status_url: str,
        rings_for: int,
    ) -> CallSid:
        """Ring a phone for `rings_for` seconds; what it hears is asked at `url`, how it fares told to `status_url`."""
        with provider_errors():
            call = self._client.calls.create(
                to=to.e164,
                from_=sender.e164,
                url=url,
                method="POST",
                status_callback=status_url,
                status_callback_method="POST",
                status_callback_event=list(EVENTS),
                timeout=rings_for,
            )
        return CallSid(call.sid)

    def placed(self, *, to: PhoneNumber, sender: PhoneNumber, since: datetime) -> list[KnownCall]:
        """Calls that we placed between these two numbers since then, newest first, as the provider knows them.

        Not what a document of ours dialled within a call: that has the same two numbers where it is the crisis line's.
        """
        known = []
        with provider_errors():
            for call in self._client.calls.stream(to=to.e164, from_=sender.e164, page_size=50):
                if call.date_created and call.date_created < since:
                    break
                if str(call.direction) == "outbound-api":
                    known.append(KnownCall(CallSid(call.sid), str(call.status)))
        return known

    def came_in(self, *, at: PhoneNumber, since: datetime) -> list[CameIn]:
        """Calls that reached one of our numbers since then, oldest first, whatever became of them."""
        with provider_errors():
            listed = self._client.calls.list(to=at.e164, start_time_after=since, page_size=1000)
            return [
                CameIn(
                    CallSid(call.sid),
                    call._from or "",  # noqa: SLF001 - the SDK has no other name for it
                    str(call.status),
                    call.start_time or call.date_created,
                )
                for call in reversed(listed)
                if str(call.direction) == "inbound"
            ]

    def dialled_in(self, sid: CallSid) -> list[str]:
        """How the calls to numbers fare that our documents dialled in this call, such as "in-progress" or "busy"."""
        with provider_errors():
            listed = self._client.calls.list(parent_call_sid=sid, page_size=50)
        return [str(call.status) for call in listed]

    def gathered(self, room: str) -> Gathered | None:
        """Who is in the room of this name now; None where nobody is."""
        with provider_errors():
            rooms = self._client.conferences.list(friendly_name=room, status="in-progress", limit=1)
            if not rooms:
                return None
            there = self._client.conferences(rooms[0].sid).participants.list(page_size=50)
        return Gathered(str(rooms[0].sid), frozenset(CallSid(one.call_sid) for one in there))

    def status(self, sid: CallSid) -> str | None:
        """How a call is, such as "ringing", "in-progress" or "completed"; None if the provider does not know it."""
        try:
            with provider_errors():
                return str(self._client.calls(sid).fetch().status)
        except PermanentError as unknown:
            if unknown.code == NOT_FOUND:
                return None
            raise

    def redirect(self, sid: CallSid, url: str) -> bool:
        """Have the provider ask `url` what this call should hear now. False where it is over."""
        try:
            with provider_errors():
                self._client.calls(sid).update(url=url, method="POST")
        except PermanentError as refused:
            if refused.code in {_NOT_IN_PROGRESS, NOT_FOUND}:
                return False
            raise
        return True

    def announce(self, sid: CallSid, conference: str, url: str) -> bool:
        """Say what `url` says to one call in a conference, heard by nobody else. False where it has left."""
        try:
            with provider_errors():
                there = self._client.conferences(conference).participants(sid)
                there.update(announce_url=url, announce_method="POST")
        except PermanentError as refused:
            if refused.code in {_NOT_IN_PROGRESS, NOT_FOUND}:
                return False
            raise
        return True

    def hang_up(self, sid: CallSid) -> bool:
        """End a call, whether it rings or is being talked in. False where it was over."""
        try:
            with provider_errors():
                self._client.calls(sid).update(status="completed")
        except PermanentError as refused:
            if refused.code in {_NOT_IN_PROGRESS, NOT_FOUND}:
                return False
            raise
        return True
