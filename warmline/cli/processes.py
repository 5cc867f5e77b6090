"""`warmline web`, `work` and `sweep`: one process of a line each."""

from __future__ import annotations

import os

import click

from warmline import processes
from warmline.cli import frame
from warmline.logs import log_as_json


@click.command()
def web() -> None:
    """Answer Twilio's webhooks, the pages and the health checks."""
    command = processes.web_command(frame.process_settings())
    os.execv(command[0], command)  # noqa: S606 - it becomes the web server


@click.command()
def work() -> None:
    """Send texts, ring phones, and do whatever else takes its time."""
    log_as_json()
    processes.work(frame.process_settings())


@click.command()
def sweep() -> None:
    """See that every deadline is met, and that nothing is left lying."""
    log_as_json()
    settings = frame.process_settings()
    processes.sweep(settings)
