"""An operator at the command line of a story's line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from click.testing import CliRunner

from warmline.cli.commands import commands
from warmline.errors import WarmlineError


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it said."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Operator:
    """Runs commands inside this process, as `warmline` would: exit 0 done, 1 refused, 2 wrong usage."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = dict(environ)

    def runs(self, *words: str) -> Said:
        result = CliRunner().invoke(commands, words, obj=self.environ)
        if isinstance(result.exception, WarmlineError):
            return Said(1, result.stdout, f"{result.stderr}{result.exception}\n")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    def does(self, *words: str) -> Said:
        """As `runs`, for what must be done."""
        said = self.runs(*words)
        assert said.exit_code == 0, said
        return said

    def is_refused(self, *words: str) -> str:
        """Why it was refused."""
        said = self.runs(*words)
        assert said.exit_code == 1, said
        return said.err

    def reads(self, *words: str) -> Any:
        """What a listing gives to other programs."""
        return self.does(*words, "--json").json
