"""The crisis lines as gathered, with how sure each is. A wrong number here can cost a life.

`crisis_lines.tsv` beside this module is the table 3.2 of crisis-lines.md and nothing else: no number in it was dialled by
us, and none is guessed, completed or carried over from an older list. An empty cell means that the table does not say.
`dial_e164` is given only for numbers that the table writes in full and that are ordinary ones (fixed or mobile):
short codes cannot be dialled through the provider, and nothing we read says that other countries' toll-free numbers
can. `dial_via` is an ordinary number at which the same line answers. docs/operations.md tells what the columns mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources


class Mark(StrEnum):
    """How the row was known (crisis-lines.md and domain.md, their marks)."""

    READ_AT_SOURCE = "S"
    OPEN_DATA = "D"
    UNCONFIRMED = "K"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """One line people may turn to. "" and () mean: not known."""

    country: str
    name: str
    display: str = ""  # the number as locals write it
    dial_e164: str = ""
    dial_via: str = ""
    text_to: str = ""
    text_keyword: str = ""
    press: str = ""  # the key to press after the call is answered
    hours: str = ""  # "always", "varies", or two hours on the zone's clock, such as "16-21"
    zone: str = ""
    area: str = ""  # where it answers, if that is less than the country
    languages: tuple[str, ...] = ()  # ISO 639-1, or "many"
    cost: str = ""
    audience: str = ""  # for whom it is, if that is not everyone
    other: str = ""  # further ways to reach it
    source: str = ""
    mark: Mark | None = None  # None: the operator's own
    as_of: str = ""  # the date of the table
    status: str = "unconfirmed"

    @property
    def dial_local(self) -> str:
        """What is dialled inside the country."""
        return re.sub(r"[ \-()]", "", self.display)

    @property
    def dial(self) -> str:
        """The ordinary E.164 number at which it may be dialled from anywhere, or ""."""
        return self.dial_e164 or self.dial_via

    @property
    def as_it_stands(self) -> str:
        """Everything that somebody confirms: a row of which any of it changes has not been confirmed."""
        ways = (self.display, self.dial, self.text_to, self.text_keyword, self.press)
        return " | ".join((self.country, self.name, *ways))


class DirectoryError(ValueError):
    """The directory has a row that will not do; it says which."""


_ANYTHING = re.compile(r"[^\t]*")
_E164 = re.compile(r"(\+[1-9]\d{7,14})?")
_NUMBER = re.compile(r"(\*?\d[\d \-]*\d)?")
_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "country": re.compile("[A-Z]{2}"),
    "name": re.compile(".+"),
    "display": _NUMBER,
    "dial_e164": _E164,
    "dial_via": _E164,
    "text_to": _NUMBER,
    "text_keyword": re.compile("([A-Z]+)?"),
    "press": re.compile(r"\d?"),
    "hours": re.compile(r"(always|varies|\d\d-\d\d)?"),
    "zone": re.compile(r"([A-Z]\w+/\w+)?"),
    "area": _ANYTHING,
    "languages": re.compile("([a-z]{2}( [a-z]{2})*|many)?"),
    "cost": _ANYTHING,
    "audience": _ANYTHING,
    "other": _ANYTHING,
    "source": _ANYTHING,
    "mark": re.compile("[SDK]"),
    "as_of": re.compile(r"20\d\d-\d\d-\d\d"),
    "status": re.compile("unconfirmed"),  # only an operator confirms, and never in this file
}
_TOGETHER: tuple[tuple[str, Callable[[CrisisLine], bool]], ...] = (
    ("has a number to call or to text", lambda line: bool(line.display or line.text_to)),
    ("is dialled at one number", lambda line: not (line.dial_e164 and line.dial_via)),
    ("has a keyword only for a text", lambda line: bool(line.text_to) or not line.text_keyword),
    ("has a zone where it has hours, and only there",
     lambda line: bool(line.zone) == line.hours[:1].isdigit()),
)  # fmt: skip


def read(table: str) -> tuple[CrisisLine, ...]:
    """The rows of a directory. DirectoryError for the first that will not do."""
    head, *rows = table.removesuffix("\n").split("\n")
    if head.split("\t") != list(_COLUMNS):
        raise DirectoryError("the first line must name the columns in their order")
    lines = tuple(_line(row, place) for place, row in enumerate(rows, start=2))
    seen: set[tuple[str, str]] = set()
    for place, line in enumerate(lines, start=2):
        one = (line.country, line.dial_local or line.text_to)
        if one in seen:
            raise DirectoryError(f"line {place}: the same number twice in one country")
        seen.add(one)
    return lines


def _line(row: str, place: int) -> CrisisLine:
    cells = row.split("\t")
    if len(cells) != len(_COLUMNS):
        raise DirectoryError(f"line {place}: {len(cells)} cells for {len(_COLUMNS)} columns")
    for (name, form), cell in zip(_COLUMNS.items(), cells, strict=True):
        if cell != cell.strip() or not form.fullmatch(cell):
            raise DirectoryError(f"line {place}: {name} will not do")
    known = dict(zip(_COLUMNS, cells, strict=True))
    languages, mark = tuple(known.pop("languages").split()), Mark(known.pop("mark"))
    line = CrisisLine(**known, languages=languages, mark=mark)
    for rule, holds in _TOGETHER:
        if not holds(line):
            raise DirectoryError(f"line {place}: each row {rule}")
    return line


@cache
def directory() -> tuple[CrisisLine, ...]:
    """Every row that is shipped. A country's first row is the one that texts name."""
    file = resources.files("warmline.safety") / "crisis_lines.tsv"
    return read(file.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Stale:
    """A number that lists on the web still carry and that is wrong today; or a claim, where there is no number."""

    country: str
    number: str
    why: str = "out of date"


NEVER_SHIP = (  # crisis-lines.md, "Never ship"
    Stale("GB", "08457 90 90 90"),
    Stale("BR", "141"),
    Stale("KR", "1393", "109 took its place in 2024"),
    Stale("CA", "1-833-456-4566"),
    Stale("SG", "1800-221-4444"),
    Stale("MY", "03-7956 8145", "Befrienders KL have another"),
    Stale("NL", "0900-0113", "0800-0113 took its place"),
    Stale("IE", "1850 60 90 90"),
    Stale("US", "", "the NEDA helpline closed in 2023"),
    Stale("US", "", "988 has no key 3 any more"),
)
