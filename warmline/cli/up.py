"""`warmline up`: the whole line on one machine."""

from __future__ import annotations

import click

from warmline.cli import frame, house
from warmline.config import Settings, unknown_names


@click.command()
def up() -> None:
    """Run the whole line: web, worker and sweep, with a Redis of its own unless REDIS_URL names one."""
    environ = frame.environment(make_keys=True)
    settings = Settings.read(environ)
    for name in unknown_names(environ):
        click.echo(f"{name} is set, but it is no setting of Warmline's. A typing error?", err=True)

    def tell() -> None:
        click.echo(f"Warmline is up at {house.local_url(settings)}")
        click.echo(f"Twilio reaches it at {settings.public_url}/webhooks/sms")
        click.echo("Ctrl-C ends it.")

    house.run(environ, when_up=tell)
