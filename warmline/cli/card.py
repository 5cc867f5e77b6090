"""How one thing is printed: a line for each of its facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click


def show(facts: Mapping[str, Any], *, as_json: bool) -> None:
    """Names and values below each other, without those that are empty; or all of them as JSON."""
    if as_json:
        click.echo(json.dumps(dict(facts), ensure_ascii=False, default=str))
        return
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        if value not in (None, "", [], False):
            click.echo(f"{name.replace('_', ' ').ljust(width)}  {_said(value)}")


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return "yes" if value is True else str(value)
