"""`warmline fallback`: what a second host answers while this deployment cannot be reached."""

from __future__ import annotations

import click

from warmline.cli import office
from warmline.errors import RefusedError
from warmline.telephony import twiml
from warmline.webhooks import sorry
from warmline.words import callers


@click.command()
@click.argument("what", type=click.Choice(["calls", "texts"]), default="calls")
def fallback(what: str) -> None:
    """Print the TwiML for a second host, such as a TwiML Bin: true without any server, and the same for everyone.

    It names and dials only what is confirmed now: print it again when the crisis line or the fallback number changes.
    """
    with office.desk() as desk:
        line = desk.line
        if not line.numbers:
            raise RefusedError(
                "WARMLINE_NUMBERS is missing: a call is put through under a number of the line."
            )
        if what == "texts":
            language = line.language
            words = callers(language).service_trouble(line.crisis(language))
            click.echo(twiml.say_by_text(words))
        else:
            sender = line.main_number.e164
            click.echo(sorry.document(line, sender=sender, languages=line.languages))
