"""The roster and its shifts as spreadsheets, out and in."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from warmline.admin.api import problems
from warmline.admin.api.operations import Asked, Noun, Table
from warmline.admin.api.problems import Fault, ProblemError
from warmline.errors import RefusedError
from warmline.flows.office import finding, roster_file, shift_file
from warmline.flows.office.shift_file import Days
from warmline.store.tokens import Role

files = Noun("files")


class Imported(msgspec.Struct, frozen=True):
    """What was changed, or would be, a line for each: + new, ~ otherwise, - gone, ! left, = the same."""

    done: bool
    lines: list[str]


class Import(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`dry_run`: only say what would be changed."""

    dry_run: bool = False


class ImportShifts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """With both days, unclaimed shifts from the one to the other that the file does not have go."""

    dry_run: bool = False
    replace_from: date | UnsetType = UNSET
    replace_until: date | UnsetType = UNSET


class Export(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whole phone numbers are given to admins only; without them the file cannot be imported."""

    with_numbers: Annotated[bool, Meta(description="Takes a token of the role admin.")] = False


@files.at("GET /files/volunteers", "The roster as CSV", role=Role.VIEWER, query=Export, gives=Table)
def export_volunteers(asked: Asked) -> Table:
    numbers = asked.query(Export).with_numbers
    if numbers and not asked.shows_numbers:
        raise ProblemError(HTTPStatus.FORBIDDEN, "That takes a token of the role admin.")
    return Table(roster_file.export(finding.everyone(asked.desk), numbers=numbers))


@files.at(
    "POST /files/volunteers", "Bring the roster up to a CSV file, all of it or nothing",
    role=Role.COORDINATOR, query=Import, body=Table, gives=Imported,
)  # fmt: skip
def import_volunteers(asked: Asked) -> Imported:
    dry_run = asked.query(Import).dry_run
    try:
        table = roster_file.read(asked.desk, asked.table)
    except RefusedError as why:
        raise _faults(why) from why
    if not dry_run:
        table = roster_file.apply(asked.desk, table)
    return Imported(not dry_run, list(roster_file.told(table)))


@files.at("GET /files/shifts", "Shifts that are not over, as CSV", role=Role.VIEWER, gives=Table)
def export_shifts(asked: Asked) -> Table:
    desk = asked.desk
    return Table(
        shift_file.export(desk, desk.store.shifts.between(desk.clock.now(), finding.LAST_DAY))
    )


@files.at(
    "POST /files/shifts", "Bring shifts and claims up to a CSV file, all of it or nothing",
    role=Role.COORDINATOR, query=ImportShifts, body=Table, gives=Imported,
)  # fmt: skip
def import_shifts(asked: Asked) -> Imported:
    query = asked.query(ImportShifts)
    try:
        table = shift_file.read(asked.desk, asked.table, replace=_days(query))
    except RefusedError as why:
        raise _faults(why) from why
    if not query.dry_run:
        table = shift_file.apply(asked.desk, table)
    return Imported(not query.dry_run, list(shift_file.told(asked.desk, table)))


def _days(query: ImportShifts) -> Days | None:
    first, last = query.replace_from, query.replace_until
    if first is UNSET and last is UNSET:
        return None
    if first is UNSET or last is UNSET:
        raise problems.invalid("replace_until", "stands beside replace_from, or neither does")
    if not finding.FIRST_DAY.date() < first <= last < finding.LAST_DAY.date():
        raise problems.invalid("replace_until", "must not be before replace_from")
    return first, last


def _faults(why: RefusedError) -> ProblemError:
    """Each bad place by line and column."""
    first, *lines = str(why).splitlines()
    faults = [Fault(place, reason) for place, _, reason in (line.partition(": ") for line in lines)]
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, first.rstrip(":") + ".", faults=faults)
