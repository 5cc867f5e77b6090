"""Does Twilio know us, does it bring texts and calls here, and do we believe that it is Twilio?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import requests

from warmline import wiring
from warmline.cli import connecting
from warmline.cli.checkup.finding import Finding, advice, fine, mend
from warmline.clock import Clock
from warmline.config import Settings
from warmline.errors import PermanentError, TransientError
from warmline.telephony.client import LineNumber, Provider
from warmline.telephony.http import TWILIO

CLOCKS_MAY_DIFFER = timedelta(seconds=30)
PATIENCE = 5.0  # seconds
ACCEPTED, REFUSED, FOUND = 400, 403, 200  # what a signed form without a text is answered


def look(settings: Settings, clock: Clock) -> Iterator[Finding]:
    yield from _account(settings, clock)
    yield from _public_url(settings)


def _account(settings: Settings, clock: Clock) -> Iterator[Finding]:
    for place, token in enumerate(settings.twilio_auth_tokens):
        name = "TWILIO_AUTH_TOKEN" + ("_SECONDARY" if place else "")
        provider = Provider(
            account_sid=settings.twilio_account_sid,
            auth_token=token,
            base_url=settings.twilio_api_base_url or TWILIO,
        )
        try:
            numbers = provider.numbers()
        except TransientError as away:
            yield mend("Twilio", str(away), "Try again; see status.twilio.com.")
            return
        except PermanentError as refused:
            do = f"See that {name} and TWILIO_ACCOUNT_SID are those of the console's first page."
            yield mend("Twilio", f"does not let us in with {name} ({refused.code})", do)
            continue
        yield fine("Twilio", f"lets us in with {name}")
        if place == 0:
            yield from _clock(provider, settings, clock)
            yield from _numbers(settings, numbers)


def _clock(provider: Provider, settings: Settings, clock: Clock) -> Iterator[Finding]:
    theirs = provider.time()
    if theirs is None or settings.clock_file:  # a rehearsal's clock is its own
        return
    apart = abs(clock.now() - theirs)
    if apart > CLOCKS_MAY_DIFFER:
        how = f"this machine's differs from Twilio's by {round(apart.total_seconds())} seconds"
        yield mend("clock", how, "Let the machine keep its clock by NTP.")
    else:
        yield fine("clock", "agrees with Twilio's")


def _numbers(settings: Settings, numbers: list[LineNumber]) -> Iterator[Finding]:
    by_number = {owned.number: owned for owned in numbers}
    wanted = connecting.addresses(settings)
    for number in settings.numbers:
        owned, what = by_number.get(number), f"number {number.e164}"
        if owned is None:
            do = "Correct WARMLINE_NUMBERS, or buy the number in this account."
            yield mend(what, "is not in the Twilio account", do)
        elif not connecting.is_pointed(owned, wanted):
            yield mend(what, "brings its texts or calls elsewhere", "warmline connect")
        elif not owned.sms_fallback_url:
            yield advice(
                what,
                "has no fallback URL for when this deployment cannot be reached",
                "warmline connect --fallback URL, on another machine.",
            )
        elif not owned.voice_fallback_url:
            yield advice(
                what,
                "has no fallback URL for calls when this deployment cannot be reached",
                "warmline fallback calls, and warmline connect --voice-fallback URL, on another machine.",
            )
        else:
            yield fine(what, "brings its texts and calls here")


def _public_url(settings: Settings) -> Iterator[Finding]:
    what, url = "public address", settings.public_url
    if urlsplit(url).scheme != "https" and not settings.twilio_api_base_url:
        yield mend(
            what,
            "texts travel to it in the clear",
            "Put HTTPS in front, and say so in WARMLINE_PUBLIC_URL.",
        )
    try:
        alive = _ask("GET", f"{url}/health/live")
        if alive.status_code != FOUND or alive.text != "alive\n":
            do = "See that WARMLINE_PUBLIC_URL is right and that its proxy passes everything on."
            yield mend(what, f"something else answers there ({alive.status_code})", do)
            return
        yield fine(what, "is answered by a Warmline")
        yield _signature(settings)
        if _ask("GET", f"{url}/metrics").status_code == FOUND and not _is_rehearsal(settings):
            do = "Let the proxy set X-Forwarded-For, or refuse /metrics there."
            yield advice(what, "shows /metrics to the world", do)
    except requests.RequestException as broken:
        how = f"is not answered ({type(broken).__name__})"
        yield mend(what, how, "Start `warmline web`, or `warmline up`, and what stands in front.")


def _signature(settings: Settings) -> Finding:
    """Send what Twilio might: signed, and without a text, so that nothing comes of it."""
    path, form = "/webhooks/sms", {"AccountSid": settings.twilio_account_sid}
    signature = wiring.signatures_of(settings).sign(path, form)
    headers = {"X-Twilio-Signature": signature}
    status = _ask("POST", f"{settings.public_url}{path}", data=form, headers=headers).status_code
    if status == ACCEPTED:
        return fine("signatures", "are accepted")
    return mend(
        "signatures",
        f"a signed webhook is {'refused' if status == REFUSED else f'answered {status}'}",
        "See that web has the same TWILIO_AUTH_TOKEN and WARMLINE_PUBLIC_URL, and that no proxy changes the path.",
    )


def _is_rehearsal(settings: Settings) -> bool:
    return urlsplit(settings.public_url).hostname in {"127.0.0.1", "::1", "localhost"}


def _ask(method: str, url: str, **more: Any) -> requests.Response:
    return requests.request(method, url, timeout=PATIENCE, allow_redirects=False, **more)
