"""The provider's REST side of recordings: what was said, for whoever may hear it, and that it is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twilio.rest import Client

from warmline.errors import PermanentError, TransientError
from warmline.ids import CallSid
from warmline.telephony.call_payloads import Recorded
from warmline.telephony.http import Line
from warmline.telephony.refusals import NOT_FOUND, provider_errors

_REFUSED, _SERVER = 400, 500


@dataclass(frozen=True, slots=True)
class Made:
    """What the provider has of something that was said in a call."""

    recorded: Recorded
    call: CallSid


class Recordings:
    """Messages for the team only: nothing else is ever recorded. Everything may raise as `Provider` says."""

    def __init__(self, client: Client, line: Line, account: str, token: str) -> None:
        self._client, self._line, self._auth = client, line, (account, token)

    def sound(self, recording: str) -> bytes:
        """The whole of it, as MP3. Credentials go with the question: recordings should be open to nobody else."""
        path = f"/2010-04-01/Accounts/{self._auth[0]}/Recordings/{recording}.mp3"
        status, sound = self._line.fetch(path, self._auth)
        if status >= _SERVER:
            raise TransientError(f"the provider failed ({status})")
        if status >= _REFUSED:
            raise PermanentError(f"the provider refused ({status})", code=status)
        return sound

    def made(self, *, since: datetime) -> list[Made]:
        """Every recording since then that is complete and was not deleted."""
        with provider_errors():
            listed = self._client.recordings.list(date_created_after=since, page_size=1000)
        return [
            Made(Recorded(str(one.sid), int(one.duration or 0)), CallSid(str(one.call_sid)))
            for one in listed
            if str(one.status) == "completed"
        ]

    def delete(self, recording: str) -> None:
        """One that is gone already is deleted."""
        try:
            with provider_errors():
                self._client.recordings(recording).delete()
        except PermanentError as refused:
            if refused.code != NOT_FOUND:
                raise
