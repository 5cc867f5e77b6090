"""The list of all commands, each loaded when it is asked for, and what every one of them has in common."""

from __future__ import annotations

import importlib
import sys

import click

from warmline import __version__
from warmline.errors import WarmlineError

PLACES = {  # in the order in which `warmline --help` shows them
    "up": "warmline.cli.up:up",
    "demo": "warmline.cli.demo:demo",
    "web": "warmline.cli.processes:web",
    "work": "warmline.cli.processes:work",
    "sweep": "warmline.cli.processes:sweep",
    "doctor": "warmline.cli.doctor:doctor",
    "volunteers": "warmline.cli.volunteers:volunteers",
    "shifts": "warmline.cli.shifts:shifts",
    "patterns": "warmline.cli.patterns:patterns",
    "holidays": "warmline.cli.holidays:holidays",
    "claims": "warmline.cli.claims:claims",
    "now": "warmline.cli.now:now",
    "whatif": "warmline.cli.whatif:whatif",
    "contacts": "warmline.cli.contacts:contacts",
    "safety": "warmline.cli.safety:safety",
    "blocks": "warmline.cli.blocks:blocks",
    "incidents": "warmline.cli.incidents:incidents",
    "crisis-lines": "warmline.cli.crisis_lines:crisis_lines",
    "journal": "warmline.cli.journal:journal",
    "calendar": "warmline.cli.calendar:calendar",
    "tokens": "warmline.cli.tokens:tokens",
    "connect": "warmline.cli.connect:connect",
    "fallback": "warmline.cli.fallback:fallback",
}


class Commands(click.Group):
    """Loads a command's module only when it is asked for.

    So `up`, which stays in memory, stays small, and a listing need not wait for Twilio's SDK.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's name
        return list(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in PLACES:
            return None
        module, _, name = PLACES[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="warmline")
def commands() -> None:
    """The back end of a peer warmline: people reach out, peers answer, nobody's number shows."""


def main() -> None:
    """Exit 0 when done, 1 when refused or out of order, with the reason on standard error, 2 on wrong usage."""
    try:
        commands(prog_name="warmline")
    except WarmlineError as reason:
        click.echo(str(reason), err=True)
        sys.exit(1)
