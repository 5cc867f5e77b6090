"""`python -m warmline.simulator`: an exchange in a process of its own."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from warmline.clock import RealClock, SharedClock
from warmline.simulator.account import Account
from warmline.simulator.exchange import Setup
from warmline.simulator.optouts import Kind, Mode
from warmline.simulator.page import cast
from warmline.simulator.server import LOOPBACK, ExchangeServer


def main(arguments: Sequence[str] | None = None) -> int:
    """Listen until told to stop (SIGTERM or Ctrl-C). The address is the first line on stdout."""
    said = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    setup = Setup(
        numbers=said.number,
        rate=said.rate,
        seed=said.seed,
        opt_out=Mode(said.opt_out),
        confirmations={
            kind: words
            for kind, words in (
                (Kind.STOP, said.stop_text),
                (Kind.START, said.start_text),
                (Kind.HELP, said.help_text),
            )
            if words
        },
        sms_url=said.sms_url,
        sms_fallback_url=said.sms_fallback_url,
        voice_url=said.voice_url,
        voice_fallback_url=said.voice_fallback_url,
        status_callback=said.status_callback,
        calls_per_second=said.calls_per_second,
        speech_wpm=said.speech_wpm,
        transit_ms=said.transit_ms,
        loop_limit=said.loop_limit,
        reach=dict(pair.split("=", 1) for pair in said.reach),
    )
    server = ExchangeServer(
        Account(said.account_sid, said.auth_token),
        setup,
        clock=SharedClock(Path(said.clock_file)) if said.clock_file else RealClock(),
        host=said.host,
        port=said.port,
        people=said.person or cast.DEFAULT,
    )
    stopped = threading.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda *_: stopped.set())
    with server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        stopped.wait()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m warmline.simulator", description="A telephone exchange to rehearse with."
    )
    add = parser.add_argument
    add("--host", default=LOOPBACK, help="address to listen at (%(default)s)")
    add(
        "--port", type=int, default=9000, help="port to listen at; 0 takes a free one (%(default)s)"
    )
    add("--account-sid", required=True, help="AC and 32 hexadecimal digits")
    add("--auth-token", required=True, help="opens the API and signs the webhooks")
    add("--number", action="append", required=True, help="a number the account owns; repeat it")
    add(
        "--person",
        action="append",
        type=cast.person,
        metavar="NAME|ROLE|NUMBER",
        help="whose phone is on the page, such as 'Ada|volunteer|+15550100201'; repeat it",
    )
    add("--clock-file", help="a clock shared with others, which can be jumped")
    add("--rate", type=float, default=1.0, help="segments a second a number sends; 0 is no limit")
    add("--seed", type=int, default=0, help="repeats the same faults (%(default)s)")
    add("--opt-out", choices=[mode.value for mode in Mode], default=Mode.DEFAULT.value)
    add("--stop-text", default="", help="the operator's answer to STOP, with --opt-out advanced")
    add("--start-text", default="", help="the same for START")
    add("--help-text", default="", help="the same for HELP")
    add("--sms-url", default="", help="where every number points at the start")
    add("--sms-fallback-url", default="", help="and its fallback")
    add("--voice-url", default="", help="where calls to every number point at the start")
    add("--voice-fallback-url", default="", help="and its fallback")
    add("--status-callback", default="", help="where the end of every call to a number is told")
    add(
        "--calls-per-second", type=float, default=1.0, help="calls the account makes; 0 is no limit"
    )
    add(
        "--speech-wpm",
        type=float,
        default=0.0,
        help="words a minute; 0 takes no time (%(default)s)",
    )
    add("--transit-ms", type=int, default=0, help="from sent to delivered, on the clock")
    add("--loop-limit", type=int, default=30, help="texts in 30 s between two numbers; 0 is any")
    add("--reach", action="append", default=[], metavar="PUBLIC=REAL", help="where it really is")
    return parser


if __name__ == "__main__":
    sys.exit(main())
