"""`warmline safety`: reads texts for risk the way the line does, for people who review its rules."""

from __future__ import annotations

import json
from collections import deque
from typing import TextIO

import click

from warmline.safety.reading import LOOKS_BACK, Band, Reading, Said, Who, read


@click.group()
def safety() -> None:
    """See how texts are read."""


@safety.command("read")
@click.argument("texts", type=click.File(encoding="utf-8", errors="replace"), default="-")
@click.option(
    "--conversation", is_flag=True, help="The lines are one conversation; `peer:` begins a peer's."
)
def read_lines(*, texts: TextIO, conversation: bool) -> None:
    """Read one text a line, from standard input or a file; write one JSON object a line.

    It holds the band, the reasons, and whose risk it is. Each line is read by itself, unless they are one conversation.
    Nothing is kept, and neither Redis nor settings are needed.
    """
    before: deque[Said] = deque(maxlen=LOOKS_BACK)
    for line in texts:
        said = _said(line.rstrip("\r\n"), conversation=conversation)
        reading = (
            read(said.text, tuple(before))
            if said.by is Who.CALLER
            else Reading(Band.NONE, ("a peer's text is not read for risk",))
        )
        told = {"band": reading.band, "reasons": reading.reasons, "kind": reading.kind}
        click.echo(json.dumps(told, ensure_ascii=False))
        if conversation:
            before.append(said)


def _said(line: str, *, conversation: bool) -> Said:
    who, colon, words = line.partition(":")
    if conversation and colon and who.strip().lower() in set(Who):
        return Said(words.strip(), Who(who.strip().lower()))
    return Said(line)
