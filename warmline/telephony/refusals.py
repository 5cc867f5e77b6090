"""What the provider's refusals and failures mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from twilio.base.exceptions import TwilioException, TwilioRestException

from warmline.errors import AmbiguousError, PermanentError, TransientError

NOT_FOUND = 404
_BUSY = 429
_SERVER = 500


@contextmanager
def provider_errors() -> Iterator[None]:
    """What the SDK raises holds the request's address and the provider's words: neither goes further."""
    try:
        yield
    except TwilioRestException as refused:
        raise _error(refused.status, refused.code) from None
    except TwilioException as unread:  # what the SDK says of a list that is refused or no list
        answer = unread.args[1] if len(unread.args) > 1 else None
        raise _error(getattr(answer, "status_code", _SERVER), None) from None
    except ValueError:
        raise AmbiguousError("the provider's answer cannot be read") from None


def _error(status: int, code: int | None) -> TransientError | PermanentError:
    code = code or status
    if status == _BUSY:
        return TransientError(f"the provider is busy ({code})")
    if status >= _SERVER:
        return AmbiguousError(f"the provider failed ({status})")
    if status == NOT_FOUND:
        code = NOT_FOUND
    return PermanentError(f"the provider refused ({code})", code=code)
