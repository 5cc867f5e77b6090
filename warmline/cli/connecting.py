"""Where a number of the line has to be pointed."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.config import Settings
from warmline.telephony.client import LineNumber

# Two tries of two seconds to connect and four to answer, on any failure: all within Twilio's fifteen (docs/commands.md).
OVERRIDES = "#ct=2000&rt=4000&rc=2&rp=all"


@dataclass(frozen=True, slots=True)
class Addresses:
    """What Twilio is told."""

    sms: str
    voice: str


def addresses(settings: Settings) -> Addresses:
    webhooks = f"{settings.public_url}/webhooks"
    return Addresses(f"{webhooks}/sms{OVERRIDES}", f"{webhooks}/voice{OVERRIDES}")


def is_pointed(number: LineNumber, wanted: Addresses) -> bool:
    """Whether its texts and calls come here, and in our way."""
    return (
        number.sms_url == wanted.sms
        and number.sms_method == "POST"
        and number.voice_url == wanted.voice
        and not number.application
    )
