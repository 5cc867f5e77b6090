"""Where a number of the line has to be pointed."""

from __future__ import annotations

from warmline.config import Settings
from warmline.telephony.client import Addresses, LineNumber
from warmline.telephony.patience import OVERRIDES

# Two tries of two seconds to connect and four to answer, on any failure: all within Twilio's fifteen (docs/commands.md).


def addresses(settings: Settings) -> Addresses:
    """All but the fallbacks, which are on another machine."""
    webhooks = f"{settings.public_url}/webhooks"
    return Addresses(
        sms=f"{webhooks}/sms{OVERRIDES}",
        voice=f"{webhooks}/voice{OVERRIDES}",
        status=f"{webhooks}/voice/status{OVERRIDES}",
    )


def is_pointed(number: LineNumber, wanted: Addresses) -> bool:
    """Whether its texts and calls come here, and in our way."""
    return (
        number.sms_url == wanted.sms
        and number.sms_method == "POST"
        and number.voice_url == wanted.voice
        and number.voice_method == "POST"
        and number.status_url == wanted.status
        and not number.application
    )
