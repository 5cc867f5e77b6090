"""`warmline demo`: the whole line with simulated phones, for someone who has nothing but this checkout."""

from __future__ import annotations

import os
import secrets
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from datetime import timedelta
from io import StringIO
from pathlib import Path

import click

from warmline.cli import commands, house, secret_keys
from warmline.clock import RealClock
from warmline.embedded import EmbeddedRedis
from warmline.errors import RefusedError
from warmline.simulator.handset import Handsets
from warmline.simulator.page import cast
from warmline.supervisor import Child

LINE_NUMBERS = ("+15550100001", "+15550100002", "+15550100003")  # 555-01xx belongs to nobody
CRISIS_LINE = next(one.number for one in cast.DEFAULT if one.role is cast.Role.CRISIS)
ON_THE_ROSTER = frozenset({cast.Role.VOLUNTEER, cast.Role.COORDINATOR})
LOOPBACK = "127.0.0.1"
EVENING = ("18", "22")  # every day from tomorrow on
OUR_OWN = ("TWILIO_", "REDIS_URL", "WARMLINE_SECRET_KEYS")  # a real line's are left out of a demo


@click.command()
@click.option(
    "--data-dir", type=click.Path(path_type=Path), default=Path("var/demo"), show_default=True
)
@click.option(
    "--port", type=int, default=8000, help="The line's; a free one if it is taken. [default: 8000]"
)
@click.option("--phones-port", type=int, default=9000, help="The page's; likewise. [default: 9000]")
def demo(data_dir: Path, port: int, phones_port: int) -> None:
    """Run the whole line with simulated phones on a page. It forgets everything when it is started again."""
    data_dir = data_dir.absolute()
    port, phones_port = _free(port), _free(phones_port)
    EmbeddedRedis(data_dir).forget()
    secret_keys.make(data_dir)
    phones = f"http://{LOOPBACK}:{phones_port}"
    environ = _environment(data_dir, port=port, phones=phones)
    log = data_dir / "log"
    for left in (log, data_dir / "clock"):  # a clock that was jumped would stay ahead
        left.unlink(missing_ok=True)

    def tell() -> None:
        _open(phones, environ)
        click.echo(f"\nOpen this page in a browser:  {phones}/\n")
        click.echo(
            "There you have the phones of a caller, of the volunteers Ada and Bo, and of the coordinator Sam."
        )
        click.echo(
            "To phone the line, press Call on a phone: Ada and Bo are rung, and whoever answers and presses 1 is with you."
        )
        click.echo(
            "While you wait, 0 rings the crisis line, which is a phone on the page too; Sound reads aloud what is said."
        )
        click.echo(
            "Ada and Bo may text SHIFTS too: the evenings from tomorrow on are to be claimed."
        )
        click.echo("Everything is made up, and nothing leaves this machine. Ctrl-C ends it.")
        click.echo(f"What the processes write is in {log}.")

    click.echo("Starting ...")
    exchange = _exchange(environ, phones, port=phones_port, log=log)
    house.run(environ, extra=[exchange], when_up=tell, output=log)


def _environment(data_dir: Path, *, port: int, phones: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OUR_OWN)}
    return kept | {
        "HOST": LOOPBACK,
        "PORT": str(port),
        "TWILIO_ACCOUNT_SID": f"AC{secrets.token_hex(16)}",
        "TWILIO_AUTH_TOKEN": secrets.token_hex(16),
        "TWILIO_API_BASE_URL": phones,
        "WARMLINE_PUBLIC_URL": f"http://{LOOPBACK}:{port}",
        "WARMLINE_NUMBERS": ",".join(LINE_NUMBERS),
        "WARMLINE_DATA_DIR": str(data_dir),
        "WARMLINE_SECRET_KEYS_FILE": str(secret_keys.find(data_dir)),
        "WARMLINE_CLOCK_FILE": str(data_dir / "clock"),
        "WARMLINE_REHEARSAL": "yes",
        "WARMLINE_FALLBACK_NUMBER": CRISIS_LINE,
    }


def _exchange(environ: Mapping[str, str], phones: str, *, port: int, log: Path) -> Child:
    numbers = [word for number in LINE_NUMBERS for word in ("--number", number)]
    line = environ["WARMLINE_PUBLIC_URL"]
    command = [
        sys.executable, "-m", "warmline.simulator",
        "--host", LOOPBACK,
        "--port", str(port),
        "--account-sid", environ["TWILIO_ACCOUNT_SID"],
        "--auth-token", environ["TWILIO_AUTH_TOKEN"],
        "--rate", "10",  # segments a second; a long code's 1 would keep the onlooker waiting
        "--clock-file", environ["WARMLINE_CLOCK_FILE"],
        "--calls-per-second", "1",
        "--speech-wpm", "170",
        "--sms-url", f"{line}/webhooks/sms",
        "--voice-url", f"{line}/webhooks/voice",
        "--status-callback", f"{line}/webhooks/voice/status",
        *numbers,
    ]  # fmt: skip
    return Child(
        name="phones",
        command=tuple(command),
        environ=environ,
        ready=house.answers(phones),
        output=log,
    )


def _open(phones: str, environ: Mapping[str, str]) -> None:
    """Put everyone with a phone on the page on the roster, let the volunteers text ON, and have shifts to claim."""
    store = {**environ, "REDIS_URL": EmbeddedRedis(Path(environ["WARMLINE_DATA_DIR"])).url}
    handsets = Handsets(phones)
    for person in cast.DEFAULT:
        if person.role in ON_THE_ROSTER:
            role = ["--coordinator"] if person.role is cast.Role.COORDINATOR else []
            _run(["volunteers", "add", person.name, person.number, *role], store)
        if person.role is cast.Role.VOLUNTEER:
            handsets.send(sender=person.number, to=LINE_NUMBERS[0], body="ON")
    handsets.close()
    first = (RealClock().now() + timedelta(days=1)).date()
    evening = [f"{first} {hour}:00" for hour in EVENING]
    _run(["shifts", "repeat", *evening, "--rule", "FREQ=DAILY", "--name", "Evenings"], store)


def _run(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Run a `warmline` command inside this process, and leave out what it says."""
    with redirect_stdout(StringIO()):
        commands.commands(arguments, standalone_mode=False, obj=environ)


def _free(port: int) -> int:
    """This port, or one that nobody uses if someone uses this."""
    try:
        house.refuse_taken(LOOPBACK, port, patience=0)
    except RefusedError:
        with socket.socket() as probe:
            probe.bind((LOOPBACK, 0))
            return int(probe.getsockname()[1])
    return port
