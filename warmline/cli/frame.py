"""What commands share: their settings, the store's address, and how a listing is printed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from warmline.cli import secret_keys
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.errors import SettingsError

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for other programs."
)


def environment(*, make_keys: bool) -> dict[str, str]:
    """The environment of this command, with the keys of its data directory where it names none.

    A caller may run a command in another environment: `commands.main(args, obj=environ)`.
    """
    context = click.get_current_context(silent=True)
    given: Mapping[str, str] = os.environ if context is None or context.obj is None else context.obj
    environ = dict(given)
    if not _names(environ, "WARMLINE_SECRET_KEYS"):
        data_dir = Path(environ.get("WARMLINE_DATA_DIR") or "var").absolute()
        path = secret_keys.find(data_dir)
        if path is None and (make_keys or not _names(environ, "REDIS_URL")):
            path = secret_keys.make(data_dir)
        if path:
            environ["WARMLINE_SECRET_KEYS_FILE"] = str(path)
    return environ


@contextmanager
def store_settings() -> Iterator[Settings]:
    """The settings for a command that looks into the store, with a Redis that answers for as long as it lasts.

    Where REDIS_URL names none, that is the server of `warmline up`, or one that is started for the moment.
    """
    settings = Settings.read(environment(make_keys=False), need="store")
    if settings.redis_url:
        yield settings
        return
    with EmbeddedRedis(settings.data_dir).running() as url:
        yield replace(settings, redis_url=url)


def process_settings() -> Settings:
    """The settings of one process of a line, whose Redis someone else runs.

    What was found out about keys and address goes into this process's environment, for those it starts.
    """
    environ = environment(make_keys=False)
    settings = Settings.read(environ)
    if settings.redis_url is None:
        server = EmbeddedRedis(settings.data_dir)
        if not server.answers():
            raise SettingsError(
                ("REDIS_URL is missing, and no `warmline up` runs an embedded Redis here",)
            )
        environ["REDIS_URL"] = server.url
    os.environ.update(environ)
    return Settings.read(environ)


def listing(rows: Sequence[Mapping[str, Any]], *, as_json: bool, empty: str) -> None:
    """Print rows as a table with the first row's names on top, or as JSON. `empty` is said when there are none."""
    if as_json:
        click.echo(json.dumps(list(rows), ensure_ascii=False, default=str))
    elif rows:
        names = list(rows[0])
        table = [names, *([_cell(row[name]) for name in names] for row in rows)]
        widths = [max(len(line[place]) for line in table) for place in range(len(names))]
        for line in table:
            click.echo(
                "  ".join(
                    cell.ljust(width) for cell, width in zip(line, widths, strict=True)
                ).rstrip()
            )
    else:
        click.echo(empty)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)


def _names(environ: Mapping[str, str], secret: str) -> bool:
    return bool(environ.get(secret) or environ.get(f"{secret}_FILE"))
