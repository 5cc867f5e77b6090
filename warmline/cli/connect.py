"""`warmline connect`: point the line's numbers at this deployment."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import click

from warmline import wiring
from warmline.cli import connecting, frame, office
from warmline.config import Settings
from warmline.errors import RefusedError
from warmline.flows.office.crisis_lines import refuse_unconfirmed
from warmline.telephony.client import Addresses, LineNumber


@click.command()
@click.option(
    "--fallback",
    metavar="URL",
    help="Asked about a text when this deployment cannot be reached; best on another machine.",
)
@click.option(
    "--voice-fallback",
    metavar="URL",
    help="The same for calls: what `warmline fallback calls` prints, on another machine.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option(
    "--rehearsal", is_flag=True, help="Nobody real can reach these numbers: connect them anyway."
)
def connect(
    *, fallback: str | None, voice_fallback: str | None, dry_run: bool, rehearsal: bool
) -> None:
    """Point all WARMLINE_NUMBERS at this deployment, with retries. A fallback that is set stays, unless another is given.

    Refused until somebody has confirmed the crisis line that callers are to be given.
    """
    settings = Settings.read(frame.environment(make_keys=False))
    _check("--fallback", fallback, settings)
    _check("--voice-fallback", voice_fallback, settings)
    simulated = settings.rehearsal and settings.twilio_api_base_url is not None
    if not (rehearsal or simulated or dry_run):
        with office.desk() as desk:
            refuse_unconfirmed(desk)
    provider = wiring.provider_of(settings)
    wanted, numbers = connecting.addresses(settings), _find(settings, provider.numbers())
    for number in numbers:
        to = replace(
            wanted,
            sms_fallback=number.sms_fallback_url if fallback is None else fallback,
            voice_fallback=number.voice_fallback_url if voice_fallback is None else voice_fallback,
        )
        after = _named(to)
        click.echo(number.number.e164)
        for what, before in _pointed(number).items():
            same = before == after[what]
            click.echo(f"  {what}: {before or 'nowhere'}{'' if same else f' -> {after[what]}'}")
        if not dry_run:
            provider.point(number, to)
    click.echo("Nothing was changed." if dry_run else "Done. See: warmline doctor")


def _named(to: Addresses) -> dict[str, str]:
    return {
        "texts": to.sms,
        "calls": to.voice,
        "ends of calls": to.status,
        "fallback": to.sms_fallback,
        "fallback for calls": to.voice_fallback,
    }


def _pointed(number: LineNumber) -> dict[str, str]:
    taken = "a TwiML application" if number.application else ""
    by = {"": "", "POST": ""}
    return _named(
        Addresses(
            sms=taken or number.sms_url + by.get(number.sms_method, f" by {number.sms_method}"),
            voice=taken
            or number.voice_url + by.get(number.voice_method, f" by {number.voice_method}"),
            status=number.status_url,
            sms_fallback="" if taken else number.sms_fallback_url,
            voice_fallback="" if taken else number.voice_fallback_url,
        )
    )


def _find(settings: Settings, owned: list[LineNumber]) -> list[LineNumber]:
    """The line's numbers in the account, or RefusedError before anything is changed."""
    by_number = {number.number: number for number in owned}
    missing = [number.e164 for number in settings.numbers if number not in by_number]
    if missing:
        raise RefusedError(
            f"Not in the Twilio account: {', '.join(missing)}. Nothing was changed. "
            "Correct WARMLINE_NUMBERS, or buy the number in this account."
        )
    return [by_number[number] for number in settings.numbers]


def _check(option: str, fallback: str | None, settings: Settings) -> None:
    if not fallback:
        return
    parts = urlsplit(fallback)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise RefusedError(f"{option} must be an address that starts with https://")
    if parts.hostname == urlsplit(settings.public_url).hostname:
        click.echo("The fallback is on the same host, and will be away with it.", err=True)
