"""`warmline doctor`: is this line fit for someone who will try once?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

import click

from warmline import wiring
from warmline.cli import frame
from warmline.cli.checkup import escalation, provider, reader, record, running
from warmline.cli.checkup.finding import Finding, Verdict
from warmline.config import Settings, unknown_names

MARKS = {Verdict.FINE: "  fine  ", Verdict.ADVICE: "  look  ", Verdict.MEND: "* MEND  "}


@click.command()
@click.option("--deep", is_flag=True, help="Prove that everything open has a next moment.")
@frame.json_option
def doctor(*, deep: bool, as_json: bool) -> None:
    """Look at everything that must be right, and say what to do. Exit 1 if anything must be mended."""
    environ = frame.environment(make_keys=False)
    settings = Settings.read(environ)
    for name in unknown_names(environ):
        click.echo(f"{name} is set, but it is no setting of Warmline's. A typing error?", err=True)
    with frame.store_settings() as for_store:
        embedded = settings.redis_url is None
        findings = list(
            _look(replace(settings, redis_url=for_store.redis_url), embedded=embedded, deep=deep)
        )
    if as_json:
        frame.listing([asdict(finding) for finding in findings], as_json=True, empty="")
    else:
        for finding in findings:
            click.echo(f"{MARKS[finding.verdict]}{finding.what}: {finding.how}")
            if finding.do:
                click.echo(f"          {finding.do}")
    if any(finding.verdict is Verdict.MEND for finding in findings):
        click.get_current_context().exit(1)


def _look(settings: Settings, *, embedded: bool, deep: bool) -> Iterator[Finding]:
    desk = wiring.desk_of(settings)
    try:
        yield from record.look(desk, settings, embedded=embedded)
        yield from provider.look(settings, desk.clock)
        yield from running.look(desk, settings)
        yield from escalation.look(desk)
        yield from reader.look()
        if deep:
            yield from escalation.prove(desk)
    finally:
        desk.store.connection.close()
